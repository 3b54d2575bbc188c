"""Measuring: what a pack's condition finds in the records of one unit.

A path (`kunci`) is `kunci.kunci[].kunci`; `[]` steps into every item of a list. `a + b` holds
where both are filled, `a | b` where either is. A pack is data, so nothing here knows a scheme.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any

from pydantic import BaseModel

from generator.model.dasar import terisi
from generator.model.skema import SyaratPenilaian


@dataclass(frozen=True, slots=True)
class Rekaman:
    """One record of a unit, or of its group, as the board sees it."""

    nama: str
    file: str
    data: BaseModel
    alamat: str
    """Where the public reads it."""
    hari: date | None = None
    """By which records of a kind are ordered; the newest is the last."""
    lain: tuple[Rekaman, ...] = ()
    """Records that count in its stead where it says nothing: those of its group."""


@dataclass(frozen=True, slots=True)
class HasilSyarat:
    """What one condition finds."""

    syarat: SyaratPenilaian
    bagian: Fraction
    """How far it is met, 0 to 1."""
    jumlah: int
    dari: int
    """Records (or items) that meet it, and all that were looked at."""
    ukuran: str
    """What was counted: `rekaman`, `butir` or `macam`."""
    bukti: tuple[Rekaman, ...] = ()
    kurang: tuple[Rekaman, ...] = ()
    """Records that do not meet it."""

    @property
    def terpenuhi(self) -> bool:
        """True if it is fully met."""
        return self.bagian >= 1


@dataclass(frozen=True, slots=True)
class BahanNilai:
    """The records of one unit by kind, and the day of judging."""

    rekaman: Mapping[str, tuple[Rekaman, ...]]
    hari_ini: date
    _memo: dict[tuple[int, str], tuple[Any, ...]] = field(default_factory=dict)

    def syarat(self, condition: SyaratPenilaian) -> HasilSyarat:
        """Measure one condition."""
        records = self.rekaman.get(condition.rekaman, ())
        if condition.terbaru:
            records = records[-1:]
        met: list[Rekaman] = []
        lacking: list[Rekaman] = []
        good = total = 0
        kinds: set[Any] = set()
        for record in records:
            values, fitting = self._values(record, condition)
            good += len(fitting)
            total += len(values)
            if condition.berbeda is not None:
                kinds.update(str(each) for each in fitting)
            (met if fitting else lacking).append(record)
        if condition.berbeda is not None:
            measure, count, every = "macam", len(kinds), condition.berbeda
            share = Fraction(min(count, every), every)
        else:
            by_item = condition.per == "butir"
            measure = "butir" if by_item else "rekaman"
            count, every = (good, total) if by_item else (len(met), len(records))
            share = _share(condition, count, every)
        return HasilSyarat(
            condition,
            share,
            count,
            every,
            measure,
            tuple(met),
            () if share >= 1 else tuple(lacking),
        )

    def _values(
        self, record: Rekaman, condition: SyaratPenilaian
    ) -> tuple[tuple[Any, ...], list[Any]]:
        """Return the values at the path, and those that meet the condition."""
        found: tuple[tuple[Any, ...], list[Any]] = ((), [])
        for each in (record, *record.lain):
            values = self._at(each, condition.kunci)
            fitting = [value for value in values if self._fits(value, condition)]
            if fitting:
                return values, fitting
            found = found if found[0] else (values, fitting)
        return found

    def _at(self, record: Rekaman, path: str | None) -> tuple[Any, ...]:
        key = (id(record.data), path or "")
        if key not in self._memo:
            self._memo[key] = (True,) if path is None else tuple(nilai_di(record.data, path))
        return self._memo[key]

    def _fits(self, value: Any, condition: SyaratPenilaian) -> bool:
        if not terisi(value):
            return False
        if condition.nilai and str(value) not in condition.nilai:
            return False
        if condition.umur_bulan is not None:
            return isinstance(value, date) and umur(value, self.hari_ini) <= condition.umur_bulan
        return True


def _share(condition: SyaratPenilaian, count: int, every: int) -> Fraction:
    shares = []
    if condition.bagian is not None:
        wanted = Fraction(condition.bagian, 100)
        shares.append(min(Fraction(1), Fraction(count, every) / wanted) if every else Fraction(0))
    if condition.jumlah is not None or condition.bagian is None:
        needed = condition.jumlah or 1
        shares.append(Fraction(min(count, needed), needed))
    return min(shares)


def nilai_di(data: Any, path: str) -> Iterator[Any]:
    """Yield the values at `path`; of an expression one truth value."""
    if "|" in path:
        yield any(_filled(data, part) for part in path.split("|"))
    elif "+" in path:
        yield all(_filled(data, part) for part in path.split("+"))
    else:
        yield from _walk(data, path.strip().split("."))


def _filled(data: Any, path: str) -> bool:
    values = list(_walk(data, path.strip().split(".")))
    return bool(values) and all(terisi(each) for each in values)


def _walk(data: Any, steps: Sequence[str]) -> Iterator[Any]:
    if not steps:
        yield data
        return
    name = steps[0].removesuffix("[]")
    value = getattr(data, name, None)
    if not steps[0].endswith("[]"):
        if value is None and len(steps) > 1:
            yield None
        else:
            yield from _walk(value, steps[1:])
        return
    if not value:
        yield None
    for each in value or ():
        yield from _walk(each, steps[1:])


def umur(day: date, today: date) -> int:
    """Return full months from `day` to `today`, and one more for a month begun."""
    months = (today.year - day.year) * 12 + today.month - day.month
    return months + (today.day > day.day)
