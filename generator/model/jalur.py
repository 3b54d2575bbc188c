"""Paths through rows: the flow of a SOP or a cross-functional map, and how long it takes.

A row leads to the row below unless it says otherwise; a row of another case is stepped over, on
to its `ya`, else its `lanjut`, else the row below. An arrow that leads back to a row on the way
is a return: it is not walked again, for a promise holds for a request that goes through in one
go, and it is shown as one rework.

Time is kept in three parts that are never mixed before a promise asks for it: working minutes,
calendar days, months.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, Protocol

from generator.model.dasar import Durasi
from generator.model.hitung import BOBOT
from generator.model.kalender import Kalender, bulan_terpanjang, bulan_tersingkat
from generator.model.sop import BarisSop


class Simpul(Protocol):
    """What a flow needs to know of a row: both a SOP's and a map's have it."""

    @property
    def kode(self) -> str:
        """Code of the row."""

    @property
    def jenis(self) -> str:
        """`mulai`, `proses`, `keputusan` or `selesai`."""

    @property
    def lanjut(self) -> str | None:
        """Where it leads, if not to the row below."""

    @property
    def ya(self) -> str | None:
        """Where a decision leads if yes, if not to the row below."""

    @property
    def tidak(self) -> str | None:
        """Where a decision leads if no."""


class Panah(NamedTuple):
    """An arrow out of a row."""

    kunci: str
    """`lanjut`, `ya` or `tidak`."""
    ke: int
    """Index of the row it leads to."""


Alur = tuple[tuple[Panah, ...], ...]
"""The arrows out of each row."""


def alur(baris: Sequence[Simpul]) -> Alur:
    """Return the arrows out of each row; a target that does not exist gives no arrow."""
    index = {each.kode: at for at, each in enumerate(baris)}
    return tuple(tuple(_exits(each, at, index, len(baris))) for at, each in enumerate(baris))


def _exits(row: Simpul, at: int, index: dict[str, int], count: int) -> Iterator[Panah]:
    if row.jenis == "selesai":
        return
    named = (("ya", row.ya), ("tidak", row.tidak)) if row.jenis == "keputusan" else ()
    for key, target in named or (("lanjut", row.lanjut),):
        to = index.get(target) if target else at + 1 if key != "tidak" else None
        if to is not None and to < count:
            yield Panah(key, to)


def alur_utuh(baris: Sequence[Simpul]) -> Alur | None:
    """Return the flow if it has a start, an end and no broken arrow; else rules speak."""
    flow = alur(baris)
    short = any(
        len(exits) < (0 if row.jenis == "selesai" else 2 if row.jenis == "keputusan" else 1)
        for row, exits in zip(baris, flow, strict=True)
    )
    kinds = {each.jenis for each in baris}
    return flow if not short and baris[0].jenis == "mulai" and "selesai" in kinds else None


def alur_kasus(panah: Alur, ikut: Sequence[bool]) -> Alur:
    """Return the flow of one case: rows that do not take part are stepped over."""
    return tuple(
        tuple(
            Panah(each.kunci, to)
            for each in exits
            if (to := _step_over(panah, ikut, each.ke)) is not None
        )
        if ikut[at]
        else ()
        for at, exits in enumerate(panah)
    )


def _step_over(panah: Alur, ikut: Sequence[bool], at: int) -> int | None:
    seen = set()
    while not ikut[at]:
        # An end of another case leads on too: to the row below it.
        after = panah[at][0].ke if panah[at] else at + 1
        if at in seen or after >= len(panah):
            return None
        seen.add(at)
        at = after
    return at


def terjangkau(panah: Alur, dari: Iterable[int]) -> set[int]:
    """Return the rows that can be reached from some rows, themselves included."""
    seen, todo = set(dari), list(dari)
    while todo:
        for each in panah[todo.pop()]:
            if each.ke not in seen:
                seen.add(each.ke)
                todo.append(each.ke)
    return seen


def susun(panah: Alur, mulai: int) -> tuple[list[int], list[tuple[int, Panah]]]:
    """Return the rows reachable from `mulai`, each before those it leads to, and the returns.

    A return is an arrow to a row that is still open in a walk that takes the forward exits
    first: without the returns no row leads back to itself.
    """
    order: list[int] = []
    returns: list[tuple[int, Panah]] = []
    state: dict[int, int] = {mulai: 0}
    stack = [(mulai, iter(panah[mulai]))]
    while stack:
        at, exits = stack[-1]
        for each in exits:
            if each.ke not in state:
                state[each.ke] = 0
                stack.append((each.ke, iter(panah[each.ke])))
                break
            if state[each.ke] == 0:
                returns.append((at, each))
        else:
            state[at] = 1
            order.append(at)
            stack.pop()
    return order[::-1], returns


class Ukuran(NamedTuple):
    """A length of time: working minutes, calendar days, months."""

    menit: int = 0
    hari: int = 0
    bulan: int = 0

    def tambah(self, lain: Ukuran) -> Ukuran:
        """Return both one after the other."""
        return Ukuran(self.menit + lain.menit, self.hari + lain.hari, self.bulan + lain.bulan)


_BAGIAN: Mapping[str, tuple[str, int]] = {
    "menit": ("menit", 1),
    "jam": ("menit", 60),
    "hari_kerja": ("menit", 0),
    "hari": ("hari", 1),
    "minggu": ("hari", 7),
    "bulan": ("bulan", 1),
    "tahun": ("bulan", 12),
}


def ukuran(nilai: int, satuan: str, kalender: Kalender) -> Ukuran:
    """Return a number of units as a length; a working day is the office's working minutes."""
    part, factor = _BAGIAN[satuan]
    amount = nilai * (kalender.menit_sehari if satuan == "hari_kerja" else factor)
    return Ukuran(**{part: amount})


def lama(durasi: Durasi | None, kalender: Kalender) -> Ukuran:
    """Return a duration as a length; nothing takes no time."""
    return ukuran(durasi.nilai, durasi.satuan, kalender) if durasi else Ukuran()


class Selisih(NamedTuple):
    """A promise against a path, both in working minutes: what is there and what is needed."""

    tersedia: int
    perlu: int
    hari: int = 0
    """Calendar days of the promise that were turned into working days at their worst start."""
    hari_kerja: int = 0
    """The working days they hold."""

    @property
    def cukup(self) -> bool:
        """Tell whether the promise holds."""
        return self.perlu <= self.tersedia


def bandingkan(janji: Ukuran, jalur: Ukuran, kalender: Kalender) -> Selisih:
    """Weigh a path against a promise.

    Months and days that both have cancel out. What is left of the promise counts at its
    shortest: short months, the worst start day. What is left of the path counts at its longest.
    """
    months = janji.bulan - jalur.bulan
    days = janji.hari - jalur.hari
    days += bulan_tersingkat(months) if months > 0 else -bulan_terpanjang(-months)
    if days >= 0:
        held = kalender.tersedikit(days)
        return Selisih(
            janji.menit + held * kalender.menit_sehari, jalur.menit, hari=days, hari_kerja=held
        )
    needed = kalender.terbanyak(-days) * kalender.menit_sehari
    return Selisih(janji.menit, jalur.menit + max(needed, 1))


class Jalur(NamedTuple):
    """The longest way from where the clock starts to where it stops."""

    baris: tuple[int, ...]
    lama: Ukuran
    ulang: tuple[int, Panah] | None = None
    """A return on the way, the one whose rework takes longest."""
    lama_ulang: Ukuran = Ukuran()
    """What that rework adds, once."""


def jalur_terlama(
    baris: Sequence[BarisSop], panah: Alur, mulai: int, akhir: Iterable[int], kalender: Kalender
) -> Jalur | None:
    """Return the longest path from the start of row `mulai` to the end of one of rows `akhir`.

    The path stops at the first of them that it meets; waiting after that row is no longer the
    promise's. None if none can be reached.
    """
    ends = set(akhir)
    stop = tuple(() if at in ends else exits for at, exits in enumerate(panah))
    order, returns = susun(stop, mulai)
    cut = {(at, each) for at, each in returns}
    work = [lama(each.waktu, kalender) for each in baris]
    wait = [lama(each.tunggu, kalender) for each in baris]
    own = [work[at] if at in ends else work[at].tambah(wait[at]) for at in range(len(baris))]
    best: dict[int, tuple[int, Ukuran, int | None]] = {}
    for at in reversed(order):
        if at in ends:
            best[at] = (_weight(own[at], kalender), own[at], None)
            continue
        after = [
            (*best[each.ke][:2], each.ke)
            for each in stop[at]
            if each.ke in best and (at, each) not in cut
        ]
        if after:
            weight, length, to = max(after, key=lambda each: each[0])
            best[at] = (weight + _weight(own[at], kalender), length.tambah(own[at]), to)
    if mulai not in best:
        return None
    path = [mulai]
    while (to_ := best[path[-1]][2]) is not None:
        path.append(to_)
    ulang, added = _rework(path, returns, own, kalender)
    return Jalur(tuple(path), best[mulai][1], ulang, added)


def _rework(
    path: Sequence[int],
    returns: Sequence[tuple[int, Panah]],
    own: Sequence[Ukuran],
    kalender: Kalender,
) -> tuple[tuple[int, Panah] | None, Ukuran]:
    """Return the return between two rows of the path that repeats the most, and what it adds."""
    place = {at: step for step, at in enumerate(path)}
    best: tuple[int, tuple[int, Panah] | None, Ukuran] = (0, None, Ukuran())
    for at, each in returns:
        if at in place and each.ke in place:
            added = Ukuran()
            for step in path[place[each.ke] : place[at] + 1]:
                added = added.tambah(own[step])
            weight = _weight(added, kalender)
            if weight > best[0]:
                best = (weight, (at, each), added)
    return best[1], best[2]


def _weight(length: Ukuran, kalender: Kalender) -> int:
    """Return calendar minutes, only to tell which of two paths is the longer."""
    work = BOBOT["hari_kerja"] * length.menit // (kalender.menit_sehari or 1)
    return work + length.hari * BOBOT["hari"] + length.bulan * BOBOT["bulan"]
