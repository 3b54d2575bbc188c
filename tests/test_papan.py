"""The board: packs are data, samples get no score, every fix names a file that exists."""

from __future__ import annotations

import csv
import io
import re
import subprocess
import sys
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from generator.derive import derive
from generator.derive.indeks import susun
from generator.derive.papan.kumpul import NilaiUnit, nilai_unit, unit_dinilai
from generator.derive.papan.nilai import nilai_pak
from generator.derive.papan.riwayat import riwayat_daerah, riwayat_unit
from generator.derive.papan.ukur import BahanNilai, Rekaman, nilai_di, umur
from generator.derive.situs import Halaman
from generator.derive.survei import angka
from generator.laporan.catatan import catatan, sebagai_rekaman
from generator.laporan.papan import berkas, laporan, lembar, sebagai_csv, sebagai_pdf
from generator.laporan.poster import poster_semua
from generator.model.dasar import terisi
from generator.model.hitung_skm import bulat
from generator.model.kinerja import Konsultasi
from generator.model.skema import Pak
from generator.render.environment import environment
from generator.render.pages import page, render
from generator.skm.jalankan import muat
from tests.bantuan import DASAR, TODAY, lay, write

ROOT = Path(__file__).parents[1]
TELADAN = Path(__file__).parent / "teladan" / "catalog"

BOARDS = ("papan.html.j2", "papan_unit.html.j2")

CHARTER = """\
nama: Citizen's Charter (made up for this test)
singkatan: Charter
lembaga: Anti-Red Tape Authority
mulai: 2018
keyakinan: ingatan
butir:
  - kode: fee
    nama: Fee of each service
    bobot: 30
    syarat:
      - {rekaman: standar, kunci: biaya, bagian: 100, perbaikan: State the fee}
  - kode: time
    nama: Time of each step
    bobot: 30
    jenjang:
      - nilai: 1
        teks: half of the steps
        syarat:
          - rekaman: standar
            kunci: "prosedur[].waktu"
            per: butir
            bagian: 50
            perbaikan: State the time
      - nilai: 2
        teks: every step
        syarat:
          - rekaman: standar
            kunci: "prosedur[].waktu"
            per: butir
            bagian: 100
            perbaikan: State the time
  - kode: person
    nama: Person responsible in each step
    bobot: 40
    syarat:
      - rekaman: standar
        kunci: "prosedur[].pelaku"
        per: butir
        bagian: 100
        perbaikan: Name the person
sumber:
  - {teks: Republic Act 11032, keyakinan: ingatan}
diperbarui: 2026-11-01
"""


def values(catalog: Path) -> dict[str, NilaiUnit]:
    indeks = susun(muat(catalog, TODAY), TODAY)
    return {id_: nilai_unit(id_, indeks) for id_ in unit_dinilai(indeks)}


@pytest.fixture(scope="module")
def teladan() -> dict[str, NilaiUnit]:
    return values(TELADAN)


def test_a_pack_of_another_country_needs_no_code(tmp_path: Path) -> None:
    catalog = write(lay(tmp_path, TELADAN), {"pak/ph-citizens-charter.yaml": CHARTER})
    found = values(catalog)["disdukcapil"]
    charter = next(each for each in found.pak if each.id == "ph-citizens-charter")
    points = {each.butir.kode: each for each in charter.butir}
    assert points["fee"].poin == 30
    assert points["person"].poin == 40
    assert 0 <= points["time"].poin < 30
    assert points["time"].berikut
    assert any(each.kalimat == "State the time" for each in found.perbaikan)
    pages = render(derive(muat(catalog, TODAY), TODAY))
    assert "Anti-Red Tape Authority" in pages["papan/disdukcapil/index.md"]
    assert "Person responsible in each step" in pages["papan/disdukcapil/index.md"]
    assert "Charter" in pages["papan/index.md"]


def test_a_sample_unit_gets_no_score() -> None:
    catalog = muat(ROOT / "catalog", TODAY)
    boards = [each for each in derive(catalog, TODAY).halaman if each.templat in BOARDS]
    pages = {each.alamat: render_page(each) for each in boards}
    assert len(pages) > 100
    for address, text in pages.items():
        assert "Bukan hasil resmi" in text, address
        assert "tidak ada nilai" in text, address
        assert not re.search(r"[0-9]%</|[0-9] / [0-9]|[0-9] poin</b>", text), address


def render_page(each: Halaman) -> str:
    return page(each, environment(), ("WITA", 8))


def test_units_in_force_are_scored(teladan: dict[str, NilaiUnit]) -> None:
    assert teladan["disdukcapil"].dinilai
    scores = {each.id: each.persen for each in teladan["disdukcapil"].pak}
    assert scores["uu-25-2009"] == 100
    assert all(0 <= each <= 100 for each in scores.values())
    assert not teladan["desa-misal-makmur"].dinilai


def test_a_pack_for_some_kinds_is_for_those_only(teladan: dict[str, NilaiUnit]) -> None:
    assert "teladan" in {each.id for each in teladan["disdukcapil"].pak}
    assert "teladan" not in {each.id for each in teladan["desa-umpama-jaya"].pak}


def test_every_fix_gains_and_names_a_file_and_a_field(teladan: dict[str, NilaiUnit]) -> None:
    for value in teladan.values():
        costs = [each.murah for each in value.perbaikan]
        assert costs == sorted(costs)
        for fix in value.perbaikan:
            assert fix.poin > 0
            assert fix.menit > 0
            assert fix.kunci
            assert fix.baru is not (TELADAN / fix.berkas).is_file(), fix.berkas


def test_doing_a_fix_gains_what_it_says(tmp_path: Path, teladan: dict[str, NilaiUnit]) -> None:
    before = teladan["satpolpp"]
    fix = next(each for each in before.perbaikan if each.kunci == "penyelenggara.motto")
    catalog = lay(tmp_path, TELADAN)
    file = catalog / fix.berkas
    file.write_text(
        file.read_text(encoding="utf-8").replace(
            "penyelenggara:\n", "penyelenggara:\n  motto: Tegas dan ramah\n", 1
        ),
        encoding="utf-8",
    )
    after = values(catalog)["satpolpp"]
    gained = sum(each.poin for each in after.pak) - sum(each.poin for each in before.pak)
    assert gained == fix.poin


def test_a_rung_with_two_open_conditions_is_one_fix(teladan: dict[str, NilaiUnit]) -> None:
    fixes = [each for value in teladan.values() for each in value.perbaikan]
    both = [each for each in fixes if "sippn" in each.kunci and ";" in each.kunci]
    assert both
    assert all("; masukkan layanan ke SIPPN" in each.kalimat for each in both)
    assert not [
        each
        for each in fixes
        if each.kunci == "sippn"
        and each.pak == "PEKPPP"
        and each.kalimat == "Tulis alamat unit di SIPPN"
        and each.poin < 2
    ]


def ladder(*, kumulatif: bool) -> Any:
    rungs = [
        {
            "nilai": str(number),
            "teks": f"{number} unsur",
            "syarat": [
                {
                    "rekaman": "konsultasi",
                    "kunci": "peserta[].unsur",
                    "berbeda": str(number),
                    "perbaikan": "Undang",
                }
            ],
        }
        for number in (1, 2, 3)
    ]
    return Pak.model_validate(
        {
            "nama": "P", "singkatan": "P", "lembaga": "L", "mulai": "2020",
            "butir": [
                {
                    "kode": "b", "nama": "B", "bobot": "3", "jenjang": rungs,
                    "kumulatif": "ya" if kumulatif else "tidak",
                }
            ],
            "sumber": [{"teks": "S"}], "diperbarui": "2026-01-01",
        }
    )  # fmt: skip


def forum(*parts: str) -> Rekaman:
    data = Konsultasi.model_validate(
        {
            "status": "berlaku",
            "diperbarui": "2026-01-01",
            "topik": "T",
            "peserta": [{"unsur": each, "jumlah": "3"} for each in parts],
        }
    )
    return Rekaman("forum", "f.yaml", data, "unit/x/")


@pytest.mark.parametrize("kumulatif", [True, False])
@pytest.mark.parametrize(
    ("parts", "reached", "next_"),
    [((), None, 1), (("a",), 1, 2), (("a", "a"), 1, 2), (("a", "b", "c", "d"), 3, None)],
)
def test_ladders(
    kumulatif: bool, parts: tuple[str, ...], reached: int | None, next_: int | None
) -> None:
    measure = BahanNilai({"konsultasi": (forum(*parts),) if parts else ()}, TODAY)
    found = nilai_pak("p", ladder(kumulatif=kumulatif), measure).butir[0]
    assert (found.jenjang.nilai if found.jenjang else None) == reached
    assert (found.berikut.nilai if found.berikut else None) == next_
    assert found.poin == Fraction(reached or 0)


def test_paths() -> None:
    data = forum("a", "b").data
    assert list(nilai_di(data, "peserta[].unsur")) == ["a", "b"]
    assert list(nilai_di(data, "topik + peserta")) == [True]
    assert list(nilai_di(data, "topik + berita_acara")) == [False]
    assert list(nilai_di(data, "berkas | topik")) == [True]
    assert list(nilai_di(data, "tak.ada")) == [None]
    assert not terisi(None)
    assert not terisi(())
    assert terisi("x")


def test_ages_count_begun_months() -> None:
    assert umur(date(2025, 11, 24), date(2026, 11, 24)) == 12
    assert umur(date(2025, 11, 23), date(2026, 11, 24)) == 13
    assert umur(date(2026, 11, 24), date(2026, 11, 24)) == 0


def test_every_evaluator_link_leads_to_a_page() -> None:
    situs = derive(muat(TELADAN, TODAY), TODAY)
    indeks = susun(situs.katalog, TODAY)
    for id_ in unit_dinilai(indeks):
        for pack in nilai_unit(id_, indeks).pak:
            for item in pack.butir:
                for condition in (*item.syarat, *item.berikut_syarat):
                    for each in condition.bukti:
                        assert each.alamat.partition("#")[0] in situs.alamat, each.alamat


def test_the_report_is_one_workbook_with_the_same_tables_as_csv(tmp_path: Path) -> None:
    report = laporan(muat(TELADAN, TODAY), TODAY)
    files = berkas(report)
    tables = lembar(report)
    assert {f"{each.nama}.csv" for each in tables} | {"papan-mutu.xlsx", "laporan-mutu.pdf"} == (
        files.keys()
    )
    (tmp_path / "x.xlsx").write_bytes(files["papan-mutu.xlsx"])  # type: ignore[arg-type]
    book = load_workbook(tmp_path / "x.xlsx")
    assert book.sheetnames == [each.nama for each in tables]
    for table in tables:
        rows = list(csv.reader(io.StringIO(sebagai_csv(table))))
        assert len(rows) == len(table.baris) + 1 == book[table.nama].max_row
        assert all(len(row) == len(rows[0]) for row in rows), table.nama
        assert not [cell for row in rows for cell in row if cell[:1] in "=+-@" and cell]
    assert str(files["laporan-mutu.pdf"][:5]) == "b'%PDF-'"
    assert sebagai_pdf(report) == files["laporan-mutu.pdf"]


def test_the_command_writes_the_report(tmp_path: Path) -> None:
    made = subprocess.run(
        [sys.executable, "-m", "generator", "laporan", "--catalog", str(TELADAN), "--today",
         str(TODAY), "--out", str(tmp_path / "l")],
        capture_output=True, text=True, cwd=ROOT, check=False,
    )  # fmt: skip
    assert made.returncode == 0, made.stderr
    assert (tmp_path / "l" / "papan-mutu.xlsx").is_file()


def test_posters_of_all_surveyed_units(tmp_path: Path) -> None:
    made = poster_semua(muat(TELADAN, TODAY), TODAY, tmp_path)
    assert len(made) == 12
    assert all(file.read_bytes().startswith(b"%PDF-") for file in made.values())
    again = poster_semua(muat(TELADAN, TODAY), TODAY, tmp_path)
    assert again == made
    assert not poster_semua(muat(DASAR, TODAY), TODAY, tmp_path)


def board(catalog: Path, address: str) -> str:
    pages = derive(muat(catalog, TODAY), TODAY).halaman
    return render_page(next(each for each in pages if each.alamat == address))


def test_boards_show_where_a_unit_and_the_regency_are_going() -> None:
    katalog = muat(TELADAN, TODAY)
    assert len(katalog.papan) >= 3
    trend = riwayat_unit("disdukcapil", katalog)
    assert [day for day, _ in trend.baris][-1] == "28 November 2025"
    assert len(trend.garis) == len(trend.kolom)
    assert all(len(each.titik) == len(katalog.papan) for each in trend.garis)
    # The mean of the regency is the plain mean of the rows a reader sees on the units' boards.
    day, last = list(katalog.papan.items())[-1]
    shown = [row.persen for each in last.unit for row in each.nilai if row.paket == "pekppp"]
    whole = riwayat_daerah(katalog)
    cell = whole.baris[0][1][whole.kolom.index(katalog.pak["pekppp"].singkatan)]
    assert cell == f"{angka(sum(shown, Decimal(0)) / len(shown), 1)}%"
    assert "PEKPPP" in board(TELADAN, "papan/disdukcapil/")
    assert "28 Agustus 2026" in board(TELADAN, "papan/")
    assert day == "2026-08-28"


def test_a_line_says_the_difference_of_the_numbers_it_shows() -> None:
    lines = riwayat_daerah(muat(TELADAN, TODAY)).garis
    assert lines
    for line in lines:
        if found := re.match(r"([\d,]+)% menjadi ([\d,]+)%, (naik|turun) ([\d,]+) ", line.kalimat):
            first, last, change = (Decimal(found[n].replace(",", ".")) for n in (1, 2, 4))
            assert abs(last - first) == change
        else:
            assert ", tetap sejak " in line.kalimat


def test_without_records_the_history_says_so(tmp_path: Path) -> None:
    catalog = lay(tmp_path, TELADAN)
    for each in (catalog / "papan").iterdir():
        each.unlink()
    for address in ("papan/", "papan/disdukcapil/"):
        assert "Belum ada catatan" in board(catalog, address)


def test_the_board_of_a_day_is_recorded_once(tmp_path: Path) -> None:
    catalog = lay(tmp_path / "catalog", TELADAN)
    command = [sys.executable, "-m", "generator", "laporan", "--catat", "--today", "2026-11-24"]
    command += ["--catalog", str(catalog), "--out", str(tmp_path / "laporan")]
    first = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert first.returncode == 0, first.stderr
    assert "Dicatat: " in first.stdout
    katalog = muat(catalog, TODAY)
    kept = {each.unit: each.nilai for each in katalog.papan["2026-11-24"].unit}
    now = values(TELADAN)
    assert kept.keys() == {id_ for id_, each in now.items() if each.dinilai}
    for pack in now["disdukcapil"].pak:
        row = next(each for each in kept["disdukcapil"] if each.paket == pack.id)
        assert row.persen == bulat(pack.persen, 1)
    table = (tmp_path / "laporan" / "riwayat.csv").read_text(encoding="utf-8")
    assert "2026-11-24,disdukcapil,pekppp," in table
    again = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert again.returncode == 2
    assert "satu hari dicatat sekali" in again.stderr


def test_a_catalog_of_samples_records_no_score(tmp_path: Path) -> None:
    record = catatan(susun(muat(ROOT / "catalog", TODAY), TODAY))
    assert record.unit == ()
    assert record.daerah.layanan > 50
    assert sebagai_rekaman(record, "x.json").endswith(f"ditinjau: {record.daerah.ditinjau}\n")
