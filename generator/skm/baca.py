"""Reading answers: a CSV file or a workbook becomes rows of text with their places."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

MAX_BYTES = 20 * 1024 * 1024
MAX_ROWS = 100_000
MAX_COLUMNS = 200


class TakTerbaca(Exception):
    """The file cannot be read at all; the text says why and what to do."""


@dataclass(frozen=True, slots=True)
class Tabel:
    """A table as typed: column names, and rows with their line in the file."""

    kolom: tuple[str, ...]
    baris: tuple[tuple[int, tuple[str, ...]], ...]

    def sel(self, row: int, column: int) -> str:
        """Return the name of a cell as a spreadsheet shows it, e.g. `C5`."""
        return f"{get_column_letter(column + 1)}{row}"


def baca(path: Path) -> Tabel:
    """Read the answers in a CSV file or in the first sheet of a workbook.

    Raises TakTerbaca if it is neither, or too large.
    """
    if not path.is_file():
        raise TakTerbaca(f"berkas `{path}` tidak ada")
    if path.stat().st_size > MAX_BYTES:
        raise TakTerbaca(f"berkas lebih dari {MAX_BYTES // 1024 // 1024} MB; pecah per layanan")
    if path.suffix.lower() == ".csv":
        rows = _csv(path.read_bytes())
    elif path.suffix.lower() == ".xlsx":
        rows = _xlsx(path)
    else:
        raise TakTerbaca("pakai berkas .csv atau .xlsx; contohnya dari `katalog new skm`")
    return _table(rows)


def _csv(data: bytes) -> Iterator[tuple[int, tuple[str, ...]]]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise TakTerbaca("simpan CSV sebagai UTF-8") from None
    head = text.partition("\n")[0]
    # Spreadsheets in Indonesia separate by semicolons, since the comma is the decimal sign.
    mark = max(",;\t", key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark)
    try:
        for row in reader:
            yield reader.line_num, tuple(cell.strip() for cell in row)
    except csv.Error as error:
        raise TakTerbaca(f"CSV rusak di baris {reader.line_num}: {error}") from None


def _xlsx(path: Path) -> Iterator[tuple[int, tuple[str, ...]]]:
    try:
        book = load_workbook(path, read_only=True, data_only=True)
    except Exception as error:  # noqa: BLE001  (openpyxl raises whatever the broken part raises)
        raise TakTerbaca(f"buku kerja tidak terbaca: {type(error).__name__}") from None
    try:
        sheet = book.worksheets[0]
        for number, row in enumerate(sheet.iter_rows(values_only=True), start=1):
            yield number, tuple(_text(cell) for cell in row[:MAX_COLUMNS])
            if number > MAX_ROWS:
                return
    finally:
        book.close()


def _text(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()


def _table(rows: Iterator[tuple[int, tuple[str, ...]]]) -> Tabel:
    found = [(number, row) for number, row in rows if any(row)]
    if not found:
        raise TakTerbaca("berkas kosong")
    if len(found) > MAX_ROWS:
        raise TakTerbaca(f"lebih dari {MAX_ROWS} baris")
    head = tuple(_heading(name) for name in found[0][1])
    if len(head) > MAX_COLUMNS:
        raise TakTerbaca(f"lebih dari {MAX_COLUMNS} kolom")
    return Tabel(head, tuple(found[1:]))


def _heading(name: str) -> str:
    return "_".join(name.casefold().replace("-", " ").split())
