"""The channel for wrong data opens with the record and the part written; nothing is invented."""

from __future__ import annotations

from urllib.parse import parse_qs, unquote, urlsplit

from generator.derive.saluran import BAGIAN, KATA, keliru, tak_ketemu
from generator.model.pemerintah import SaluranData

PAGE = "https://sipp.teladan.example/layanan/a/b/"


def channel(jenis: str, tautan: str) -> SaluranData:
    return SaluranData.model_validate({"jenis": jenis, "tautan": tautan})


def test_without_a_channel_there_is_no_link() -> None:
    assert keliru(None, "a/b", "Nama", PAGE) is None


def test_mail_carries_record_part_and_page() -> None:
    found = keliru(channel("surel", "mailto:k@teladan.example"), "a/b", "Izin & izin", PAGE)
    assert found
    parts = dict(found.bagian)
    assert list(parts) == [word for _, word in BAGIAN]
    query = parse_qs(urlsplit(parts["Biaya"]).query)
    assert query["subject"] == ["Data keliru: a/b (biaya)"]
    assert PAGE in query["body"][0]
    assert "Izin & izin" in query["body"][0]


def test_a_subject_of_the_government_stays() -> None:
    found = keliru(channel("surel", "mailto:k@teladan.example?subject=Katalog"), "a/b", "N", PAGE)
    assert found
    query = parse_qs(urlsplit(found.tautan).query)
    assert query["subject"] == ["Katalog"]
    assert query["body"][0].startswith("Data keliru: a/b")


def test_whatsapp_carries_text() -> None:
    found = keliru(channel("whatsapp", "https://wa.me/620000000000"), "a/b", "N", PAGE)
    assert found
    assert "a/b (jangka_waktu)" in unquote(dict(found.bagian)["Waktu"])


def test_a_form_is_filled_where_it_says() -> None:
    address = "https://lapor.teladan.example/baru?judul={rekaman}&isi={bagian}"
    found = keliru(channel("tautan", address), "a/b", "N", PAGE)
    assert found
    filled = dict(found.bagian)["Biaya"]
    assert filled == "https://lapor.teladan.example/baru?judul=a%2Fb&isi=biaya"


def test_a_plain_address_is_opened_as_it_is() -> None:
    found = keliru(channel("tautan", "https://www.lapor.go.id"), "a/b", "N", PAGE)
    assert found
    assert found.tautan == "https://www.lapor.go.id"
    assert found.bagian == ()


def test_a_form_takes_the_word_of_the_part_too() -> None:
    found = keliru(channel("tautan", "https://a.teladan.example/?q={kata}"), "a/b", "N", PAGE)
    assert found
    assert dict(found.bagian)["Hasil"] == "https://a.teladan.example/?q=Hasil"


def test_a_failed_search_writes_a_mail_with_the_words() -> None:
    plain = tak_ketemu(channel("surel", "mailto:k@teladan.example"))
    assert plain.startswith("mailto:k@teladan.example?subject=Pencarian%20tidak%20ketemu&body=")
    assert plain.endswith(KATA)


def test_a_mail_address_has_one_query_and_one_subject() -> None:
    found = tak_ketemu(channel("surel", "mailto:k@teladan.example?subject=Katalog"))
    assert found == f"mailto:k@teladan.example?subject=Katalog&body=Saya%20mencari%3A%20{KATA}"
    found = tak_ketemu(channel("surel", "mailto:k@teladan.example?cc=b@teladan.example"))
    assert found.count("?") == 1
    assert "&subject=" in found


def test_a_failed_search_opens_other_channels() -> None:
    assert tak_ketemu(None) == ""
    assert tak_ketemu(channel("whatsapp", "https://wa.me/620")).startswith(
        "https://wa.me/620?text="
    )
    form = "https://lapor.teladan.example/baru?judul={rekaman}&isi={kata}&bagian={bagian}"
    assert tak_ketemu(channel("tautan", form)) == (
        "https://lapor.teladan.example/baru?judul=pencarian&isi={kata}&bagian="
    )
    # It takes no words: the page tells the person what to write there.
    assert KATA not in tak_ketemu(channel("tautan", "https://www.lapor.go.id"))
