"""A SOP against the time its standard promises, case by case: kept, broken, or padded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from generator.model.hitung import Lama, berlaku, jumlahkan, kombinasi, tahap_untuk
from generator.model.jalur import (
    Alur,
    Jalur,
    Selisih,
    Ukuran,
    alur_kasus,
    alur_utuh,
    bandingkan,
    jalur_terlama,
    ukuran,
)
from generator.model.kalender import SEPANJANG_WAKTU, Kalender, kalender
from generator.model.kata import angka
from generator.model.layanan import Standar
from generator.model.pemerintah import Pemerintah
from generator.model.sop import Sop

LONGGAR = 5
"""A promise more than this many times its path is padded."""
Putusan = Literal["buntu", "melewati", "sesuai", "longgar"]


class JanjiKasus(NamedTuple):
    """One case and one product of a service: its promise, and the path that must keep it."""

    nama: str
    """Names of the chosen cases and of the product; empty if there is only one case."""
    janji: Lama
    jalur: Jalur | None
    """None if no row where the clock stops can be reached in this case."""
    selisih: Selisih | None

    @property
    def putusan(self) -> Putusan:
        """Tell whether the promise is kept; a path that waits whole days is never padded."""
        if self.jalur is None or self.selisih is None:
            return "buntu"
        if not self.selisih.cukup:
            return "melewati"
        waits = self.jalur.lama.hari or self.jalur.lama.bulan
        if self.selisih.tersedia > LONGGAR * self.selisih.perlu and not waits:
            return "longgar"
        return "sesuai"


def hitung_kasus(sop: Sop, standard: Standar, calendar: Kalender) -> list[JanjiKasus]:
    """Return every case and product of a service with its promise and the path that keeps it."""
    time = standard.jangka_waktu
    flow = alur_utuh(sop.baris)
    starts = [at for at, each in enumerate(sop.baris) if each.jam_mulai]
    if flow is None or len(starts) != 1 or time is None or not time.tahap:
        return []
    names = {case.kode: case.nama for axis in standard.kasus for case in axis.pilihan}
    found: list[JanjiKasus] = []
    paths: dict[tuple[tuple[bool, ...], int, frozenset[int]], Jalur | None] = {}
    seen: set[tuple[object, ...]] = set()
    for choice in kombinasi(standard.kasus):
        active = tuple(berlaku(each.kasus, choice, standard.kasus) for each in sop.baris)
        label = ", ".join(names[code] for code in choice.values())
        for product, ends in _ends(sop, standard, active, choice):
            stages = tahap_untuk(time, choice, standard.kasus, product)
            if not stages:
                continue
            promise = jumlahkan(stages)
            key = (active, starts[0], ends)
            if (*key, promise) in seen:
                continue
            seen.add((*key, promise))
            if key not in paths:
                paths[key] = _path(sop, flow, *key, calendar)
            path = paths[key]
            name = label if product is None else f"{label}; {product}".strip("; ")
            if path is None:
                found.append(JanjiKasus(name, promise, None, None))
            else:
                weighed = bandingkan(_length(promise, calendar), path.lama, calendar)
                found.append(JanjiKasus(name, promise, path, weighed))
    return found


def _path(
    sop: Sop, flow: Alur, active: tuple[bool, ...], start: int, ends: frozenset[int], cal: Kalender
) -> Jalur | None:
    own = alur_kasus(flow, active)
    begin = start if active[start] else None
    if begin is None:
        after = [
            each.ke
            for each in alur_kasus(flow, [*active[:start], True, *active[start + 1 :]])[start]
        ]
        begin = after[0] if after else None
    return None if begin is None else jalur_terlama(sop.baris, own, begin, ends, cal)


def _ends(
    sop: Sop, standard: Standar, active: Sequence[bool], choice: Mapping[str, str]
) -> Iterator[tuple[str | None, frozenset[int]]]:
    """Yield each product that has stages of its own, with the rows where its clock stops.

    A product stops at the row that yields it; services whose stages name no product stop at
    every row with `jam_selesai`. What no row yields is told by another rule.
    """
    time = standard.jangka_waktu
    named = sorted({code for each in (time.tahap if time else ()) for code in each.produk})
    if not named:
        marks = [at for at, each in enumerate(sop.baris) if each.jam_selesai and active[at]]
        yield None, frozenset(marks)
    given = {each.kode: each for each in standard.produk}
    for code in named:
        if code in given and not berlaku(given[code].kasus, choice, standard.kasus):
            continue
        rows = [at for at, each in enumerate(sop.baris) if code in each.produk and active[at]]
        if rows:
            yield code, frozenset(rows)


def _length(promise: Lama, calendar: Kalender) -> Ukuran:
    total = Ukuran()
    for _, longest, unit in promise.bagian:
        total = total.tambah(ukuran(longest, unit, calendar))
    return total


def kalender_sop(sop: Sop, pemerintah: Pemerintah) -> Kalender:
    """Return the calendar by which a SOP's time counts."""
    if sop.sepanjang_waktu:
        return SEPANJANG_WAKTU
    return kalender(pemerintah.jam_kerja)


def panjang(length: Ukuran, calendar: Kalender) -> str:
    """Return a length in words: months, days, then working days, hours and minutes."""
    day = calendar.menit_sehari or 1
    by_clock = calendar.menit_sehari == 24 * 60
    days, rest = divmod(length.menit, day)
    hours, minutes = divmod(rest, 60)
    parts = (
        (length.bulan, "bulan"),
        (length.hari, "hari"),
        (days, "hari" if by_clock else "hari kerja"),
        (hours, "jam"),
        (minutes, "menit"),
    )
    return " ".join(f"{angka(each)} {unit}" for each, unit in parts if each) or "0 menit"
