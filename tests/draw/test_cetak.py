"""Printed sheets: made once, the same every time, all texts as data."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from generator import cetak
from generator.cetak.cetak import tulis
from generator.cetak.huruf import ukur
from generator.cetak.lembar import A4, F4, KERTAS, MARGIN, susun
from generator.check import check
from generator.derive.sop import tampilkan_sop
from generator.model.catalog import Katalog, SopTempat
from generator.model.sop import Sop
from tests.bantuan import DASAR, TODAY
from tests.draw.muat import CONTOH, long_sop, sop

HOSTILE = '#panic("x") *tebal* _miring_ $x^2$ <label> @ref \\ `kode` ] } "kutip" // akhir'


@pytest.fixture(scope="module")
def katalog() -> Katalog:
    found = check(DASAR, TODAY).katalog
    assert found
    owner = next(iter(found.unit))
    sops = [sop(path) for path in CONTOH] + [long_sop(40)]
    places = [SopTempat(f"{owner}/sop-{n}", each, "x.yaml") for n, each in enumerate(sops)]
    places.append(replace(places[0], id=f"{owner}/tempat", pola=places[0].id))
    return replace(found, sop={each.id: each for each in places})


def text_of(pdf: Path) -> list[str]:
    return [page.extract_text() for page in PdfReader(pdf).pages]


def test_only_what_changed_is_made_again(katalog: Katalog, tmp_path: Path) -> None:
    sops = list(katalog.sop.values())[:2]
    first = list(tulis(sops, katalog, tmp_path))
    assert all(each.baru for each in first)
    assert not any(each.baru for each in tulis(sops, katalog, tmp_path))
    changed = replace(sops[0], isi=sops[0].isi.model_copy(update={"judul": "Judul lain"}))
    again = list(tulis([changed, sops[1]], katalog, tmp_path))
    assert [each.baru for each in again] == [True, True, False, False]
    elsewhere = list(tulis(sops, katalog, tmp_path / "lain"))
    assert [each.berkas.read_bytes() for each in first] == [
        each.berkas.read_bytes() for each in elsewhere
    ]
    assert not list(tmp_path.glob("*.tmp"))


def test_pages_get_theirs_and_places_do_not(katalog: Katalog, tmp_path: Path) -> None:
    counted: list[int] = []
    found = cetak.semua(katalog, tmp_path / "simpanan", counted.append)
    assert len(found) == cetak.jumlah(katalog) == counted[-1] == 6
    assert not any("tempat" in path for path in found)
    owner = next(iter(katalog.sop)).partition("/")[0]
    sops = cetak.tempat(katalog, owner)
    assert len(sops) == 4
    assert cetak.simpan(sops, katalog, tmp_path / "hasil", tmp_path / "simpanan") == (8, 8)
    assert cetak.simpan(sops, katalog, tmp_path / "hasil", tmp_path / "simpanan") == (8, 0)
    assert (tmp_path / "hasil" / owner / "tempat-f4.pdf").is_file()


def test_only_a_whole_print_knows_what_is_no_longer_wanted(
    katalog: Katalog, tmp_path: Path
) -> None:
    cache, made = tmp_path / "simpanan", tmp_path / "hasil"
    owner = next(iter(katalog.sop)).partition("/")[0]
    everything = cetak.tempat(katalog, None)
    cetak.simpan(everything, katalog, made, cache)
    kept = set(cache.iterdir())
    poster = cache / "poster-abc.pdf"
    poster.touch()

    first = everything[1]
    isi = first.isi.model_copy(update={"judul": "Judul lain"})
    changed = replace(katalog, sop={**katalog.sop, first.id: replace(first, isi=isi)})
    list(tulis([changed.sop[first.id]], changed, cache))
    assert kept < set(cache.iterdir()), "one unit's print throws nothing away"
    cetak.simpan(cetak.tempat(changed, owner)[:2], changed, made, cache)
    assert kept < set(cache.iterdir()), "nor does a print of some"
    cetak.simpan(cetak.tempat(changed, None), changed, made, cache)
    gone = kept - set(cache.iterdir())
    assert len(gone) == len(KERTAS)
    assert len(set(cache.iterdir())) == len(kept) + 1
    assert poster.is_file()


def test_what_nobody_uses_for_long_goes(katalog: Katalog, tmp_path: Path) -> None:
    used, unused = list(katalog.sop.values())[:2]
    for each in tulis([used, unused], katalog, tmp_path):
        os.utime(each.berkas, (0, 0))
    again = {each.berkas for each in tulis([used], katalog, tmp_path)}
    left_by_a_killed_run = tmp_path / "abc.1.tmp"
    left_by_a_killed_run.touch()
    os.utime(left_by_a_killed_run, (0, 0))
    cetak.buang_lama(tmp_path)
    assert set(tmp_path.iterdir()) == again


def test_pages_of_a_long_sop(katalog: Katalog, tmp_path: Path) -> None:
    place = katalog.sop[next(each for each in katalog.sop if each.endswith("sop-2"))]
    for each in tulis([place], katalog, tmp_path):
        pages = text_of(each.berkas)
        assert "STANDAR OPERASIONAL PROSEDUR" in pages[0]
        assert len(pages) >= 4
        for number, page in enumerate(pages, 1):
            assert f"Halaman {number} dari {len(pages)}" in page
            assert "Data contoh, belum ditetapkan" in page
        for page in pages[1:]:
            assert "Uraian kegiatan" in page
            assert "Petugas loket" in page


def test_all_items_of_the_identity_block(katalog: Katalog, tmp_path: Path) -> None:
    place = katalog.sop[next(each for each in katalog.sop if each.endswith("sop-1"))]
    page = text_of(next(tulis([place], katalog, tmp_path)).berkas)[0]
    for name in (
        "Nomor SOP", "Tanggal pembuatan", "Tanggal revisi", "Tanggal efektif", "Disahkan oleh",
        "Nama SOP", "Dasar hukum", "Kualifikasi pelaksana", "Keterkaitan",
        "Peralatan dan perlengkapan", "Peringatan", "Pencatatan dan pendataan", "Nama", "NIP",
    ):  # fmt: skip
        assert name in page


def test_hostile_text_is_printed_as_it_is(katalog: Katalog, tmp_path: Path) -> None:
    record = sop(CONTOH[1]).model_dump(mode="python")
    record |= {"judul": HOSTILE, "nomor": HOSTILE, "peringatan": [HOSTILE, HOSTILE]}
    for row in record["baris"]:
        row |= {"uraian": HOSTILE, "kelengkapan": [HOSTILE], "keterangan": HOSTILE}
        for key in ("waktu", "tunggu"):
            row[key] = row[key] and {k: str(v) for k, v in row[key].items()}
    place = replace(next(iter(katalog.sop.values())), isi=Sop.model_validate(record))
    pages = text_of(next(tulis([place], katalog, tmp_path)).berkas)
    for page in pages:
        assert '#panic("x")' in page.replace("“", '"')
    assert "*tebal*" in pages[0]
    assert "$x^2$" in pages[0]


@pytest.mark.parametrize("paper", KERTAS, ids=lambda each: each.kode)
@pytest.mark.parametrize("lanes", [1, 6, 12])
def test_every_sheet_fits_its_paper(katalog: Katalog, paper, lanes: int) -> None:
    record = long_sop(30).model_dump(mode="python")
    record["pelaksana"] = [
        {"kode": f"p-{n}", "jabatan": f"Kepala Subbagian Umum dan Kepegawaian {n}"}
        for n in range(lanes)
    ]
    for number, row in enumerate(record["baris"]):
        row["pelaku"] = [f"p-{number * 5 % lanes}"]
        row["keterangan"] = "Keterangan yang panjang sekali. " * (18 if number == 7 else 1)
        for key in ("waktu", "tunggu"):
            row[key] = row[key] and {k: str(v) for k, v in row[key].items()}
    place = replace(next(iter(katalog.sop.values())), isi=Sop.model_validate(record))
    data = susun(tampilkan_sop(place, katalog), paper)
    assert sum(data["kolom"]) <= paper.isi + 0.5
    head = sum(data["kepala"]["tinggi"])
    for page in data["halaman"]:
        rows = sum(row["tinggi"] for row in page["baris"])
        assert head + rows + page["atas"] + page["bawah"] <= paper.tinggi - MARGIN[1] - MARGIN[3]


def test_papers() -> None:
    assert (round(A4.lebar / 72 * 25.4), round(A4.tinggi / 72 * 25.4)) == (297, 210)
    assert (round(F4.lebar / 72 * 25.4), round(F4.tinggi / 72 * 25.4)) == (330, 215)
    assert 4 < ukur("biasa")("Pemohon") < 5
    assert ukur("tebal")("Pemohon") > ukur("biasa")("Pemohon") - 0.5
