"""Boards of past days as a trend: one line for each measure, and the same numbers as a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generator.derive import kalimat
from generator.derive.survei import angka
from generator.model import kata
from generator.model.catalog import Katalog
from generator.model.hitung_skm import bulat
from generator.model.papan import CatatanPapan, KeadaanLayanan, NilaiPaket

Persen = Mapping[str, Decimal]
"""Percent by day, or by pack."""

_EDGE = 3
"""So many percent of the drawing stay free on each side, so that no dot is cut off."""
_LAYANAN: Mapping[str, str] = {
    "lengkap": "Lengkap 14 komponen",
    "ditetapkan": "Sudah ditetapkan",
    "ditinjau": "Ditinjau dalam 12 bulan",
}


@dataclass(frozen=True, slots=True)
class Titik:
    """A place on a line, in percent of the drawing, as SVG wants it."""

    x: str
    y: str


@dataclass(frozen=True, slots=True)
class Garis:
    """One line: what it shows, in words, and where it goes."""

    nama: str
    kalimat: str
    titik: tuple[Titik, ...]

    @property
    def ruas(self) -> Iterator[tuple[Titik, Titik]]:
        """Yield the pieces of the line."""
        return zip(self.titik, self.titik[1:], strict=False)


@dataclass(frozen=True, slots=True)
class Riwayat:
    """A trend; no `baris` where nothing was recorded."""

    kolom: tuple[str, ...]
    baris: tuple[tuple[str, tuple[str, ...]], ...]
    """Day and cells, newest first."""
    garis: tuple[Garis, ...]
    """Measures of at least two days."""


def riwayat_unit(id_: str, katalog: Katalog) -> Riwayat:
    """Return the trend of one unit: its score by each pack."""
    scores = {
        day: {row.paket: row.persen for row in each.nilai}
        for day, record in katalog.papan.items()
        for each in record.unit
        if each.unit == id_
    }
    cells = {day: [_percent(scores[day].get(pack)) for pack in _packs(scores)] for day in scores}
    return _trend(_lines(scores, katalog), _names(scores, katalog), cells)


def riwayat_daerah(katalog: Katalog) -> Riwayat:
    """Return the trend of the whole government: plain means of its units, and its services."""
    means = {day: _means(record) for day, record in katalog.papan.items()}
    lines = _lines(means, katalog)
    cells = {}
    for day, record in katalog.papan.items():
        state = record.daerah
        cells[day] = [
            *(_percent(means[day].get(pack)) for pack in _packs(means)),
            kata.angka(len(record.unit)),
            *(f"{getattr(state, key)} dari {state.layanan}" for key in _LAYANAN),
        ]
    for key, name in _LAYANAN.items():
        lines[name] = {
            day: _share(record.daerah, key)
            for day, record in katalog.papan.items()
            if record.daerah.layanan
        }
    columns = (*_names(means, katalog), "Unit dinilai", *_LAYANAN.values())
    return _trend(lines, columns, cells)


def _means(record: CatatanPapan) -> dict[str, Decimal]:
    """Return the plain mean of the units by pack, each unit counting once."""
    rows: list[NilaiPaket] = [row for each in record.unit for row in each.nilai]
    found: dict[str, list[Decimal]] = {}
    for row in rows:
        found.setdefault(row.paket, []).append(row.persen)
    return {pack: sum(each, Decimal(0)) / len(each) for pack, each in found.items()}


def _share(state: KeadaanLayanan, key: str) -> Decimal:
    return Decimal(getattr(state, key)) * 100 / state.layanan


def _packs(scores: Mapping[str, Persen]) -> list[str]:
    return sorted({pack for each in scores.values() for pack in each})


def _names(scores: Mapping[str, Persen], katalog: Katalog) -> tuple[str, ...]:
    return tuple(katalog.pak[pack].singkatan for pack in _packs(scores))


def _lines(scores: Mapping[str, Persen], katalog: Katalog) -> dict[str, Persen]:
    return {
        katalog.pak[pack].singkatan: {
            day: each[pack] for day, each in scores.items() if pack in each
        }
        for pack in _packs(scores)
    }


def _percent(value: Decimal | None) -> str:
    return "" if value is None else f"{angka(value, 1)}%"


def _trend(
    lines: Mapping[str, Persen], columns: Iterable[str], cells: Mapping[str, list[str]]
) -> Riwayat:
    days = sorted(cells)
    return Riwayat(
        kolom=tuple(columns),
        baris=tuple((_said(day), tuple(cells[day])) for day in reversed(days)),
        garis=tuple(_line(name, line, days) for name, line in lines.items() if len(line) > 1),
    )


def _line(name: str, line: Persen, days: list[str]) -> Garis:
    first, last = min(line), max(line)
    # Of what is shown, so that a reader who subtracts gets the same.
    change = bulat(line[last], 1) - bulat(line[first], 1)
    way = f"{'naik' if change > 0 else 'turun'} {angka(abs(change), 1)} poin persen"
    said = f"{_percent(line[first])} menjadi {_percent(line[last])}, {way if change else 'tetap'}"
    return Garis(
        name,
        f"{said} sejak {_said(first)}",
        tuple(Titik(_across(day, days), _up(value)) for day, value in sorted(line.items())),
    )


def _said(day: str) -> str:
    return kalimat.tanggal(date.fromisoformat(day))


def _across(day: str, days: list[str]) -> str:
    """Return where a day lies between the first and the last, by the calendar."""
    first, last = date.fromisoformat(days[0]), date.fromisoformat(days[-1])
    gone = Decimal((date.fromisoformat(day) - first).days) / max(1, (last - first).days)
    return _place(gone)


def _up(value: Decimal) -> str:
    return _place(1 - value / 100)


def _place(share: Decimal) -> str:
    return f"{_EDGE + share * (100 - 2 * _EDGE):.1f}%"
