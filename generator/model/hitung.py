"""Promise arithmetic: how long a service takes, by case and by product.

Stages follow one another unless `sesudah` says otherwise, so the time is the longest path
through them. Units of time are never converted into each other: "3 hari kerja + 6 bulan" stays
two parts. Only to choose the longest of several paths are they weighed against each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from generator.model.janji import JangkaWaktu, Sumbu, Tahap
from generator.model.layanan import Standar

BOBOT: Mapping[str, int] = {
    "menit": 1,
    "jam": 60,
    "hari": 1440,
    "hari_kerja": 2016,
    "minggu": 10080,
    "bulan": 43200,
    "tahun": 525600,
}
"""Minutes of calendar time in each unit, to compare paths; a working day is 7/5 of a day."""


@dataclass(frozen=True, slots=True)
class Lama:
    """A length of time: (shortest, longest, unit) for each unit, in the order met."""

    bagian: tuple[tuple[int, int, str], ...] = ()

    @property
    def bobot(self) -> int:
        """Longest time in minutes, for comparison only."""
        return sum(longest * BOBOT[unit] for _, longest, unit in self.bagian)


def berlaku(kasus: Sequence[str], pilihan: Mapping[str, str], sumbu: Sequence[Sumbu]) -> bool:
    """Tell whether an item with these case codes belongs to the chosen case of each axis.

    An item that names no case of an axis belongs to all cases of that axis.
    """
    if not kasus:
        return True
    named = set(kasus)
    for axis in sumbu:
        codes = {each.kode for each in axis.pilihan} & named
        if codes and pilihan.get(axis.kode) not in codes:
            return False
    return True


def kombinasi(sumbu: Sequence[Sumbu]) -> Iterator[dict[str, str]]:
    """Yield every combination of one case for each axis; one empty one if there is no axis."""
    for choice in product(*(tuple(each.kode for each in axis.pilihan) for axis in sumbu)):
        yield dict(zip((axis.kode for axis in sumbu), choice, strict=True))


def jumlahkan(tahap: Sequence[Tahap]) -> Lama:
    """Return the longest path through the stages, added per unit of time.

    A stage waits for those in `sesudah` that are among `tahap`; without `sesudah` it waits for
    the stage before it. A cycle is cut where it closes (a rule reports it).
    """
    by_code = {each.kode: each for each in tahap}
    before: dict[str, tuple[str, ...]] = {}
    previous: tuple[str, ...] = ()
    for each in tahap:
        waits = previous if each.sesudah is None else each.sesudah
        before[each.kode] = tuple(code for code in waits if code in by_code)
        previous = (each.kode,)
    best: dict[str, tuple[Tahap, ...]] = {}
    for each in tahap:
        _longest(each.kode, by_code, before, best, set())
    longest = max(best.values(), key=_weight, default=())
    return _added(longest)


def _longest(
    code: str,
    by_code: Mapping[str, Tahap],
    before: Mapping[str, tuple[str, ...]],
    best: dict[str, tuple[Tahap, ...]],
    open_: set[str],
) -> tuple[Tahap, ...]:
    if code in best:
        return best[code]
    if code in open_:
        return ()
    open_.add(code)
    paths = [_longest(each, by_code, before, best, open_) for each in before[code]]
    open_.discard(code)
    best[code] = (*max(paths, key=_weight, default=()), by_code[code])
    return best[code]


def _weight(path: Iterable[Tahap]) -> int:
    return sum(each.maks * BOBOT[each.satuan] for each in path)


def _added(path: Iterable[Tahap]) -> Lama:
    parts: dict[str, tuple[int, int]] = {}
    for each in path:
        low, high = parts.get(each.satuan, (0, 0))
        least = each.maks if each.min is None else each.min
        parts[each.satuan] = (low + least, high + each.maks)
    return Lama(tuple((low, high, unit) for unit, (low, high) in parts.items()))


def tahap_untuk(
    waktu: JangkaWaktu, pilihan: Mapping[str, str], sumbu: Sequence[Sumbu], produk: str | None
) -> list[Tahap]:
    """Return the stages of one case and one product."""
    return [
        each
        for each in waktu.tahap
        if berlaku(each.kasus, pilihan, sumbu)
        and (produk is None or not each.produk or produk in each.produk)
    ]


def lama_kasus(standar: Standar, pilihan: Mapping[str, str]) -> list[Lama]:
    """Return the distinct times of one case over its products, shortest first."""
    waktu = standar.jangka_waktu
    if waktu is None or not waktu.tahap:
        return []
    products = {each.kode: each for each in standar.produk}
    named: Sequence[str] = sorted({code for each in waktu.tahap for code in each.produk})
    given = [
        code
        for code in named
        if code not in products or berlaku(products[code].kasus, pilihan, standar.kasus)
    ]
    seen: dict[Lama, None] = {}
    for produk in given or (None,):
        stages = tahap_untuk(waktu, pilihan, standar.kasus, produk)
        if stages:
            seen[jumlahkan(stages)] = None
    return sorted(seen, key=lambda each: each.bobot)


def lama_semua(standar: Standar) -> list[Lama]:
    """Return the distinct times of a service over all its cases and products, shortest first."""
    seen: dict[Lama, None] = {}
    for choice in kombinasi(standar.kasus):
        seen |= dict.fromkeys(lama_kasus(standar, choice))
    return sorted(seen, key=lambda each: each.bobot)
