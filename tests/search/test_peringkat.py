"""The ranking on a handful of services, and the files of its index."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from generator.search.berkas import KEPALA, Bahan, berkas
from generator.search.indeks import FRASA
from generator.search.peringkat import Peringkat
from generator.search.usul import usulkan
from generator.usul import tambah
from tests.search.contoh import BAHAN, entri

RANKING = Peringkat(BAHAN.indeks(), BAHAN.pengurai)


def first(text: str) -> str:
    """Return the id of the best answer."""
    return BAHAN.baris[RANKING.jawab(text).urutan[0].dokumen].id


@pytest.mark.parametrize(
    ("typed", "id_"),
    [
        ("ktp lenyap", "capil/ktp-hilang"),
        ("kehilangan kartu tanda penduduk", "capil/ktp-hilang"),
        ("ktp hlang", "capil/ktp-hilang"),
        ("anakku mau sekolah tapi akte belum ada", "capil/akta"),
        ("pecah kartu keluarga", "capil/kk"),
        ("ngurus domisili di salimbatu", "desa/domisili"),
        ("berob", "pkm/berobat"),
        ("jam buka puskesmas peso", "unit/pkm-x"),
        ("alamat kantor dukcapil", "unit/capil"),
        ("kantor desa mara 1", "unit/desa-a"),
    ],
)
def test_what_people_type_finds_what_they_need(typed: str, id_: str) -> None:
    assert first(typed) == id_


def test_a_guess_says_that_it_is_one() -> None:
    assert not RANKING.jawab("ktp hilang").lemah
    assert RANKING.jawab("tiket konser akta").lemah
    assert RANKING.jawab("zzzz").lemah


def test_a_saying_can_be_taken_as_unsaid() -> None:
    doc = next(at for at, each in enumerate(BAHAN.layanan) if each.id == "capil/ktp-baru")
    at = BAHAN.dokumen[doc].frasa.index("umur 17 tahun") + 2
    found = RANKING.jawab("umur 17", frozenset({doc * FRASA + at}))
    assert doc in {each.dokumen for each in RANKING.jawab("umur 17").urutan}
    assert doc not in {each.dokumen for each in found.urutan}


def test_a_saying_that_says_the_same_again_is_not_indexed() -> None:
    twice = Bahan((entri("a/b", "Surat", "KTP hilang", "ektp lenyap"),), sinonim=BAHAN.sinonim)
    assert twice.dokumen[0].frasa == ("KTP hilang",)


def test_a_long_saying_loses_its_stop_words_only() -> None:
    text = "anak saya mau masuk sekolah tapi belum punya akta"
    one = Bahan((entri("a/b", "Surat", text),))
    assert one.dokumen[0].frasa == ("anak masuk sekolah belum punya akta",)
    assert one.pengurai.urai(text) == one.pengurai.urai(one.dokumen[0].frasa[0])


def test_a_small_catalog_is_one_file() -> None:
    files = berkas(BAHAN)
    assert list(files) == [KEPALA]
    assert json.loads(files[KEPALA])["baris"]["id"][:2] == ["capil/akta", "capil/kk"]


def test_a_large_catalog_comes_in_parts_that_hold_the_same() -> None:
    files = berkas(BAHAN, utuh=0)
    head = json.loads(files[KEPALA])
    index = BAHAN.indeks()
    words = head["kata"].split(" ")
    for start, end in zip(head["bagian"], [*head["bagian"][1:], len(words)], strict=True):
        number = head["bagian"].index(start)
        lists = json.loads(files[f"{head['versi']}/k{number}.json"])
        for word, steps in zip(words[start:end], lists, strict=True):
            if not word.startswith("="):
                places = [sum(steps[: at + 1]) for at in range(len(steps))]
                assert tuple(places) == index.letak[word], word
    changed = replace(BAHAN.layanan[0], nama="Lain")
    other = berkas(Bahan((changed, *BAHAN.layanan[1:]), BAHAN.unit), utuh=0)
    assert json.loads(other[KEPALA])["versi"] != head["versi"]


def test_the_index_is_the_same_every_time() -> None:
    assert berkas(BAHAN) == berkas(Bahan(BAHAN.layanan, BAHAN.unit, BAHAN.sinonim, BAHAN.henti))


def test_failed_searches_become_proposals_without_what_is_somebodys() -> None:
    lines = ["kartu kecebur 6402011234567890\tktp-hilang", "ktp hilang", "KTP hilang", "qqqq", " "]
    found = list(usulkan(lines, BAHAN))
    assert [(each.teks, each.layanan, each.yakin) for each in found] == [
        ("kartu kecebur", "capil/ktp-hilang", True),
        ("qqqq", None, False),
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("sebutan:\n  - a\nsektor: x\n", 'sebutan:\n  - a\n  - b\n  - "17: c"\nsektor: x\n'),
        ("sebutan:\n- a # lama\nsektor: x\n", 'sebutan:\n- a # lama\n- b\n- "17: c"\nsektor: x\n'),
        ("sebutan: [a]\nsektor: x\n", 'sebutan: [a, b, "17: c"]\nsektor: x\n'),
        ("sebutan: []\nsektor: x\n", 'sebutan: [b, "17: c"]\nsektor: x\n'),
        ("sebutan:\nsektor: x\n", 'sebutan:\n  - b\n  - "17: c"\nsektor: x\n'),
        ("nama: A\nsektor: x\n", 'nama: A\nsebutan:\n  - b\n  - "17: c"\nsektor: x\n'),
    ],
)
def test_a_proposal_is_added_where_sayings_stand(before: str, after: str) -> None:
    found = tambah("diperbarui: 2026-01-01\n" + before, ["b", "17: c"], "2026-11-24")
    assert found == "diperbarui: 2026-11-24\n" + after
