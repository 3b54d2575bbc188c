"""The board as tables: one workbook, the same tables as CSV, and the report for the head."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from generator.derive import alamat
from generator.derive.indeks import susun
from generator.derive.papan.daerah import PapanDaerah, papan_daerah
from generator.derive.papan.kumpul import NilaiUnit, nilai_unit, unit_dinilai
from generator.derive.papan.tampilan import PapanUnit, papan_unit
from generator.laporan.naskah import pdf
from generator.model.catalog import Katalog

_WIDEST = 60
_DAYS = 8
"""So many recorded days in the report for the head; the workbook has all."""
SIKAP = "Penilaian mandiri, dihitung dari isi katalog; bukan hasil resmi lembaga mana pun."
BELUM = "Standar masih contoh, maka tidak ada nilai; hanya isian yang kosong yang dilaporkan."


@dataclass(frozen=True, slots=True)
class TabelLaporan:
    """One table of the report."""

    nama: str
    kepala: tuple[str, ...]
    baris: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Laporan:
    """Everything a report is made of."""

    katalog: Katalog
    daerah: PapanDaerah
    unit: tuple[tuple[NilaiUnit, PapanUnit], ...]
    hari: date


def laporan(katalog: Katalog, today: date) -> Laporan:
    """Derive the report of a catalog as of `today`."""
    indeks = susun(katalog, today)
    values = [nilai_unit(each, indeks) for each in unit_dinilai(indeks)]
    pairs = tuple((each, papan_unit(each, indeks)) for each in values)
    return Laporan(katalog, papan_daerah(values, indeks), pairs, today)


def lembar(report: Laporan) -> tuple[TabelLaporan, ...]:
    """Return the tables, in the order of the workbook."""
    board = report.daerah
    packs = tuple(short for short, _ in board.pak)
    return (
        TabelLaporan("ringkasan", ("Ukuran", "Nilai"), tuple(_summary(report))),
        TabelLaporan(
            "unit",
            ("Id", "Unit", "Jenis", "Layanan", *(f"{each} (%)" for each in packs), "Kesegaran"),
            tuple(
                (
                    each.id,
                    each.nama,
                    each.jenis,
                    str(each.layanan),
                    *each.nilai,
                    ", ".join(filter(None, (each.segar.keadaan[2], each.segar.bulan))),
                )
                for each in board.unit
            ),
        ),
        TabelLaporan(
            "komponen",
            ("Unit", *(name for _, name in board.kolom)),
            tuple((row.nama, *(cell.angka for cell in row.sel)) for row in board.matriks),
        ),
        TabelLaporan(
            "indikator",
            (
                "Unit",
                "Paket",
                "Indikator",
                "Keadaan",
                "Poin",
                "Paling banyak",
                "Jenjang",
                "Berikutnya",
                "Bukti",
            ),
            tuple(_indicators(report)),
        ),
        TabelLaporan(
            "perbaikan",
            ("Unit", "No", "Perbaikan", "Paket", "Poin", "Menit", "Berkas", "Isian", "Banyak"),
            tuple(_fixes(report)),
        ),
        TabelLaporan(
            "riwayat",
            ("Hari", "Unit", "Paket", "Nilai (%)"),
            tuple(
                (day, each.unit, row.paket, str(row.persen).replace(".", ","))
                for day, record in report.katalog.papan.items()
                for each in record.unit
                for row in each.nilai
            ),
        ),
        TabelLaporan(
            "survei",
            ("Unit", "Masa", "Indeks", "Mutu", "Perubahan", "Responden"),
            tuple(
                (each.nama, each.masa, each.ikm, each.mutu, each.beda.lstrip("+"), each.responden)
                for each in board.survei
            ),
        ),
        TabelLaporan(
            "hasil-resmi",
            ("Unit", "Penilaian", "Tahun", "Nilai", "Label dilaporkan", "Menurut tabel", "Sumber"),
            tuple(_official(report)),
        ),
    )


def _summary(report: Laporan) -> Iterator[tuple[str, str]]:
    yield "Pemerintah", report.katalog.pemerintah.nama
    yield "Keadaan", report.daerah.hari
    yield "Sifat", SIKAP if report.daerah.dinilai else f"{SIKAP} {BELUM}"
    for number, text in report.daerah.angka:
        yield text.capitalize(), number


def _indicators(report: Laporan) -> Iterator[tuple[str, ...]]:
    base = report.katalog.pemerintah.alamat_situs
    for _, unit in report.unit:
        for pack in unit.pak:
            for each in pack.butir:
                links = [
                    f"{base}{link.alamat}" for condition in each.syarat for link in condition.bukti
                ]
                yield (
                    unit.nama,
                    pack.singkatan,
                    each.nama,
                    each.keadaan[2],
                    each.poin if unit.dinilai else "",
                    each.maks,
                    each.jenjang,
                    each.berikut,
                    " ".join(dict.fromkeys(links)),
                )


def _fixes(report: Laporan) -> Iterator[tuple[str, ...]]:
    for value, unit in report.unit:
        for number, (fix, shown) in enumerate(
            zip(value.perbaikan, unit.perbaikan, strict=False), start=1
        ):
            yield (
                unit.nama,
                str(number),
                shown.kalimat,
                shown.paket,
                shown.poin if unit.dinilai else "",
                str(fix.menit),
                shown.berkas,
                shown.kunci,
                str(shown.banyak),
            )


def _official(report: Laporan) -> Iterator[tuple[str, ...]]:
    for each in report.daerah.resmi:
        yield (
            report.katalog.pemerintah.nama,
            each.skema,
            str(each.tahun),
            each.nilai,
            each.label,
            each.hitung,
            each.sumber,
        )
    for _, unit in report.unit:
        for each in unit.resmi:
            yield (
                unit.nama,
                each.skema,
                str(each.tahun),
                each.nilai,
                each.label,
                each.hitung,
                each.sumber,
            )


def sebagai_csv(table: TabelLaporan) -> str:
    """Return one table as CSV that no spreadsheet runs as formulas."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(table.kepala)
    writer.writerows([_plain(cell) for cell in row] for row in table.baris)
    return out.getvalue()


def _plain(cell: str) -> str:
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell


def sebagai_xlsx(tables: Sequence[TabelLaporan], day: date) -> bytes:
    """Return the tables as one workbook, its dates those of the report."""
    book = Workbook()
    book.remove(book.worksheets[0])
    moment = datetime(day.year, day.month, day.day)  # noqa: DTZ001  (a workbook knows no zone)
    book.properties.creator, book.properties.created, book.properties.modified = "", moment, moment
    for table in tables:
        sheet = book.create_sheet(table.nama)
        sheet.freeze_panes = "B2"
        for column, text in enumerate(table.kepala, start=1):
            cell = sheet.cell(1, column, text)
            cell.font = Font(bold=True)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            longest = max(
                (len(row[column - 1]) for row in table.baris if len(row) >= column), default=0
            )
            width = min(_WIDEST, max(8, len(text), longest) + 2)
            sheet.column_dimensions[get_column_letter(column)].width = width
        for number, row in enumerate(table.baris, start=2):
            for column, text in enumerate(row, start=1):
                cell = sheet.cell(number, column)
                if text.isascii() and text.isdigit() and len(text) < 10:
                    cell.value = int(text)
                else:
                    cell.value = text
                    cell.data_type = "s"
        if table.baris:
            sheet.auto_filter.ref = sheet.dimensions
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def sebagai_pdf(report: Laporan) -> bytes:
    """Return the report for the head of the government."""
    return pdf("ringkasan", _report(report))


def _report(report: Laporan) -> Mapping[str, Any]:
    board, government = report.daerah, report.katalog.pemerintah
    return {
        "nama": government.nama,
        "pengelola": government.pengelola,
        "hari": board.hari,
        "contoh": government.status == "contoh",
        "sikap": SIKAP if board.dinilai else f"{SIKAP} {BELUM}",
        "angka": [list(each) for each in board.angka],
        "resmi": [
            [
                each.singkatan,
                str(each.tahun),
                each.nilai,
                each.label if each.cocok else f"{each.label} (menurut tabel {each.hitung})",
            ]
            for each in board.resmi
        ],
        "langkah": [
            [
                str(number),
                each.kalimat,
                each.unit,
                f"+{each.poin}" if board.dinilai else "–",
                each.waktu,
            ]
            for number, each in enumerate(board.langkah, start=1)
        ],
        "survei": [
            [each.nama, each.ikm, each.mutu, each.beda, each.responden] for each in board.survei
        ],
        "kolom": list(board.riwayat.kolom),
        "riwayat": [[day, *cells] for day, cells in board.riwayat.baris[:_DAYS]],
        "pak": [short for short, _ in board.pak] if board.dinilai else [],
        "unit": [
            [
                each.nama,
                *((f"{n}%" if n else "–" for n in each.nilai) if board.dinilai else ()),
                ", ".join(filter(None, (each.segar.keadaan[2], each.segar.bulan))),
            ]
            for each in board.unit
        ],
        "alamat": f"{government.alamat_situs}{alamat.papan('')}".rstrip("/"),
    }


def berkas(report: Laporan) -> dict[str, bytes | str]:
    """Return the files of the report by name."""
    tables = lembar(report)
    files: dict[str, bytes | str] = {f"{each.nama}.csv": sebagai_csv(each) for each in tables}
    files["papan-mutu.xlsx"] = sebagai_xlsx(tables, report.hari)
    files["laporan-mutu.pdf"] = sebagai_pdf(report)
    return files
