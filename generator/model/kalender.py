"""The office calendar: when an office works, and what a promise in days holds at its worst.

One calendar for every promise (docs/adr/0006): office hours and working days from
`pemerintah.yaml`. The pages that name a date get it too, with the holidays ahead and the time
zone, and count on. Nothing here knows today.

A day of office is 7.5 working hours unless the government says otherwise. A promise in calendar
days begins at the end of the day on which it starts, so the start day itself is not counted; its
worst start is the one with the fewest working days behind it (two calendar days from Friday
afternoon hold none).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta, timezone
from functools import lru_cache

from generator.model.nilai import Hari
from generator.model.pemerintah import JamKerja

HARI: tuple[Hari, ...] = ("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu")
"""Names of the week days, in the order of `date.weekday`."""

ZONA: Mapping[str, timezone] = {
    "WIB": timezone(timedelta(hours=7), "WIB"),
    "WITA": timezone(timedelta(hours=8), "WITA"),
    "WIT": timezone(timedelta(hours=9), "WIT"),
}
"""Indonesia's three zones; none of them has summer time."""

Rentang = tuple[int, int]
"""From and to, in minutes after midnight; the end is not included."""

JAM_KANTOR: tuple[tuple[Rentang, ...], ...] = (
    *(((450, 720), (780, 960)),) * 4,
    ((450, 690), (780, 990)),
    (),
    (),
)
"""What is assumed where the government says nothing: 37.5 hours in five days (Perpres 21/2023).

Monday to Thursday 07:30-16:00 with an hour of rest from 12:00, Friday 07:30-16:30 with an hour
and a half from 11:30: every day has 450 working minutes.
"""

SEHARI = 1440
_BULAN = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@dataclass(frozen=True, slots=True)
class Kalender:
    """Working hours by week day."""

    jam: tuple[tuple[Rentang, ...], ...] = JAM_KANTOR
    """For each week day from Monday, its stretches of work; empty on a day off."""

    @property
    def menit_sehari(self) -> int:
        """Working minutes of one working day; of unequal days, their mean, rounded down."""
        minutes = [each for each in map(_length, self.jam) if each]
        return sum(minutes) // len(minutes) if minutes else 0

    def buka(self, hari: date) -> bool:
        """Tell whether the office works on such a week day."""
        return _length(self.jam[hari.weekday()]) > 0

    @property
    def pulang(self) -> tuple[int | None, ...]:
        """For each week day from Monday, when work ends, in minutes; None on a day off."""
        return tuple(each[-1][1] if each else None for each in self.jam)

    def tersedikit(self, hari: int) -> int:
        """Return the fewest working days in `hari` calendar days after any start day."""
        return min(_weekly(self._pattern, hari))

    def terbanyak(self, hari: int) -> int:
        """Return the most working days in `hari` calendar days after any start day."""
        return max(_weekly(self._pattern, hari))

    def hari_terburuk(self, hari: int) -> Hari:
        """Return the week day of the start that leaves the fewest working days in ordinary weeks.

        Of equal days it is the last one on which the office works.
        """
        found = _weekly(self._pattern, hari)
        worst = min(found)
        days = [at for at, each in enumerate(found) if each == worst]
        return HARI[max(days, key=lambda at: (self._pattern[at], at))]

    @property
    def _pattern(self) -> tuple[bool, ...]:
        return tuple(_length(each) > 0 for each in self.jam)


SEPANJANG_WAKTU = Kalender(jam=(((0, SEHARI),),) * 7)
"""For a service of day and night: every minute of every day is a working minute."""


def kalender(jam_kerja: Sequence[JamKerja]) -> Kalender:
    """Return the calendar of a government; without `jam_kerja`, the assumed hours."""
    if not jam_kerja:
        return Kalender()
    by_day: dict[str, tuple[Rentang, ...]] = {}
    for each in jam_kerja:
        begin, end = menit_jam(each.masuk), menit_jam(each.pulang)
        hours: tuple[Rentang, ...] = ((begin, end),)
        if each.istirahat_mulai and each.istirahat_selesai:
            rest = (menit_jam(each.istirahat_mulai), menit_jam(each.istirahat_selesai))
            hours = ((begin, rest[0]), (rest[1], end))
        for day in each.hari:
            by_day[day] = hours
    return Kalender(tuple(by_day.get(day, ()) for day in HARI))


def menit_jam(jam: str) -> int:
    """Return a time of day as minutes after midnight."""
    hour, _, minute = jam.partition(":")
    return int(hour) * 60 + int(minute)


def bulan_tersingkat(bulan: int) -> int:
    """Return the fewest calendar days in that many months in a row."""
    return min(_months(bulan))


def bulan_terpanjang(bulan: int) -> int:
    """Return the most calendar days in that many months in a row."""
    return max(_months(bulan)) + (1 if bulan >= 12 else 0)


@lru_cache(maxsize=64)
def _months(count: int) -> tuple[int, ...]:
    return tuple(sum(_BULAN[(start + each) % 12] for each in range(count)) for start in range(12))


@lru_cache(maxsize=512)
def _weekly(pattern: tuple[bool, ...], days: int) -> tuple[int, ...]:
    """Return the working days in the `days` days after each week day, Monday first."""
    weeks, rest = divmod(max(days, 0), 7)
    return tuple(
        weeks * sum(pattern) + sum(pattern[(day + each) % 7] for each in range(1, rest + 1))
        for day in range(7)
    )


def _length(hours: tuple[Rentang, ...]) -> int:
    return sum(end - start for start, end in hours)


def libur_nasional(tahun: Iterable[int], *, cuti_bersama: bool) -> set[date]:
    """Return the national holidays of some years, with joint leave if asked for.

    Source: the yearly decree of three ministers, as the `holidays` package holds it.
    """
    import holidays  # noqa: PLC0415  (slow to load; a check seldom needs it)

    categories = ("public", "government") if cuti_bersama else ("public",)
    return set(holidays.country_holidays("ID", years=tahun, categories=categories))
