"""The office calendar: when an office works, and what a promise in days holds at its worst.

One calendar for every promise (docs/adr, "janji"): office hours and working days from
`pemerintah.yaml`, the time zone of the place, holidays as an argument. Nothing here knows today.

A day of office is 7.5 working hours unless the government says otherwise. A promise in calendar
days begins at the end of the day on which it starts, so the start day itself is not counted; its
worst start is the one with the fewest working days behind it (two calendar days from Friday
afternoon hold none).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
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
    """Working hours by week day, days off, and the time zone they are meant in."""

    jam: tuple[tuple[Rentang, ...], ...] = JAM_KANTOR
    """For each week day from Monday, its stretches of work; empty on a day off."""
    libur: frozenset[date] = frozenset()
    """Holidays that fall on any day of the week."""
    zona: str = "WITA"

    @property
    def menit_sehari(self) -> int:
        """Working minutes of one working day; of unequal days, their mean, rounded down."""
        minutes = [each for each in map(_length, self.jam) if each]
        return sum(minutes) // len(minutes) if minutes else 0

    def menit_pada(self, hari: date) -> int:
        """Return the working minutes of a day; 0 on a day off."""
        return 0 if hari in self.libur else _length(self.jam[hari.weekday()])

    def buka(self, hari: date) -> bool:
        """Tell whether the office works on a day."""
        return self.menit_pada(hari) > 0

    def antara(self, mulai: datetime, akhir: datetime) -> int:
        """Return the whole working minutes between two moments; 0 if the second is not later."""
        mulai, akhir = self._local(mulai), self._local(akhir)
        total, day = 0, mulai.date()
        while day <= akhir.date():
            low = _minute(mulai) if day == mulai.date() else 0
            high = _minute(akhir) if day == akhir.date() else SEHARI
            if self.buka(day):
                total += sum(
                    max(0, min(end, high) - max(start, low))
                    for start, end in self.jam[day.weekday()]
                )
            day += timedelta(days=1)
        return total

    def sesudah(self, mulai: datetime, menit: int) -> datetime:
        """Return the moment at which `menit` working minutes have been used since `mulai`.

        Raises ValueError if the calendar has no working day within two years.
        """
        mulai = self._local(mulai)
        if menit <= 0:
            return mulai
        day, low, left = mulai.date(), _minute(mulai), menit
        for _ in range(2 * 366):
            for start, end in self.jam[day.weekday()] if self.buka(day) else ():
                room = max(0, end - max(start, low))
                if left <= room:
                    midnight = datetime(day.year, day.month, day.day, tzinfo=self.zona_waktu)
                    return midnight + timedelta(minutes=max(start, low) + left)
                left -= room
            day, low = day + timedelta(days=1), 0
            if not any(self.jam):
                break
        raise ValueError("no working day within two years")

    @property
    def zona_waktu(self) -> timezone:
        """The time zone of the place."""
        return ZONA[self.zona]

    def _local(self, moment: datetime) -> datetime:
        if moment.tzinfo is None:
            return moment.replace(tzinfo=self.zona_waktu)
        return moment.astimezone(self.zona_waktu)

    def tersedikit(self, hari: int) -> int:
        """Return the fewest working days in `hari` calendar days after any start day."""
        return min(self._windows(hari), default=0)

    def terbanyak(self, hari: int) -> int:
        """Return the most working days in `hari` calendar days after any start day."""
        return max(self._windows(hari), default=0)

    def hari_terburuk(self, hari: int) -> Hari:
        """Return the week day of the start that leaves the fewest working days in ordinary weeks.

        Of equal days it is the last one on which the office works.
        """
        found = _weekly(self._pattern, hari)
        worst = min(found)
        days = [at for at, each in enumerate(found) if each == worst]
        return HARI[max(days, key=lambda at: (self._pattern[at], at))]

    def _windows(self, days: int) -> Iterable[int]:
        yield from _weekly(self._pattern, days)
        if self.libur and days > 0:
            yield from self._around_holidays(days)

    def _around_holidays(self, days: int) -> Iterator[int]:
        first = min(self.libur) - timedelta(days=days)
        span = (max(self.libur) - first).days + 1
        open_ = [self.buka(first + timedelta(days=each)) for each in range(span + days + 1)]
        count = sum(open_[1 : days + 1])
        for start in range(span):
            yield count
            count += open_[start + days + 1] - open_[start + 1] if start + 1 < span else 0

    @property
    def _pattern(self) -> tuple[bool, ...]:
        return tuple(_length(each) > 0 for each in self.jam)


SEPANJANG_WAKTU = Kalender(jam=(((0, SEHARI),),) * 7)
"""For a service of day and night: every minute of every day is a working minute."""


def kalender(
    jam_kerja: Sequence[JamKerja], libur: Iterable[date] = (), zona: str = "WITA"
) -> Kalender:
    """Return the calendar of a government; without `jam_kerja`, the assumed hours."""
    if not jam_kerja:
        return Kalender(libur=frozenset(libur), zona=zona)
    by_day: dict[str, tuple[Rentang, ...]] = {}
    for each in jam_kerja:
        begin, end = menit_jam(each.masuk), menit_jam(each.pulang)
        hours: tuple[Rentang, ...] = ((begin, end),)
        if each.istirahat_mulai and each.istirahat_selesai:
            rest = (menit_jam(each.istirahat_mulai), menit_jam(each.istirahat_selesai))
            hours = ((begin, rest[0]), (rest[1], end))
        for day in each.hari:
            by_day[day] = hours
    return Kalender(tuple(by_day.get(day, ()) for day in HARI), frozenset(libur), zona)


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


def _minute(moment: datetime) -> int:
    return moment.hour * 60 + moment.minute
