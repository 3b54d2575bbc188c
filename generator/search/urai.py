"""Words to units: a unit is a word, or several that mean one thing ("kartu keluarga" is KK)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.search.bahasa import HENTI, LEMAH
from generator.search.lipat import lipat
from generator.search.setelan import SETELAN

SINONIM, TEMPAT = "~", "@"
"""Begin the name of a group of synonyms, or of a place, among the words of the index."""


@dataclass(frozen=True, slots=True)
class Satuan:
    """One unit of a text: its words, the group it belongs to, how much it counts."""

    kata: tuple[str, ...]
    kelompok: str | None
    bobot: float

    @property
    def tempat(self) -> bool:
        """True if it is the name of a place."""
        return self.kelompok is not None and self.kelompok.startswith(TEMPAT)


@dataclass(frozen=True, slots=True)
class Pengurai:
    """Knows synonyms and places, and cuts texts into units."""

    ragam: Mapping[tuple[str, ...], str]
    """Folded variant -> its group."""
    henti: frozenset[str]
    terpanjang: int
    """Most words of a variant."""

    def urai(self, teks: str) -> list[Satuan]:
        """Return the units of `teks`; stop words go, unless nothing else is left."""
        words = lipat(teks)
        return self._satuan(words, self.henti) or self._satuan(words, frozenset())

    def _satuan(self, words: Sequence[str], henti: frozenset[str]) -> list[Satuan]:
        units: dict[tuple[str, ...], Satuan] = {}
        at = 0
        while at < len(words):
            size = self._panjang(words, at)
            part = tuple(words[at : at + size])
            at += size
            if size > 1 or part[0] not in henti:
                units.setdefault(part, self._bobot(part))
        return list(units.values())

    def _bobot(self, part: tuple[str, ...]) -> Satuan:
        group = self.ragam.get(part)
        if group and group.startswith(TEMPAT):
            return Satuan(part, group, SETELAN.tempat)
        if len(part) > 1:
            return Satuan(part, group, 1.0)
        number = part[0].isdigit() or len(part[0]) == 1
        return Satuan(part, group, SETELAN.angka if number else LEMAH.get(part[0], 1.0))

    def _panjang(self, words: Sequence[str], at: int) -> int:
        """Return how many words from `at` on are one variant; 1 if none is."""
        for size in range(min(self.terpanjang, len(words) - at), 1, -1):
            if tuple(words[at : at + size]) in self.ragam:
                return size
        return 1


def pengurai(
    sinonim: Sequence[Sequence[str]],
    tempat: Sequence[Sequence[str]] = (),
    henti: Iterable[str] = (),
) -> Pengurai:
    """Return the cutter for groups of words that mean the same, and of names of one place.

    `henti` are more stop words. A variant of two groups belongs to the first, synonyms before
    places; the name of a place is also known written as one word ("Salim Batu", "Salimbatu").
    """
    stops = HENTI.union(*(lipat(each) for each in henti))
    variants: dict[tuple[str, ...], str] = {}
    for number, group in enumerate(sinonim):
        for each in group:
            variants.setdefault(tuple(lipat(each)), f"{SINONIM}{number}")
    for number, group in enumerate(tempat):
        for each in group:
            words = tuple(lipat(each))
            if " ".join(words) not in {*LEMAH, *stops}:
                variants.setdefault(words, f"{TEMPAT}{number}")
                variants.setdefault(("".join(words),), f"{TEMPAT}{number}")
    variants.pop((), None)
    return Pengurai(variants, stops, max((len(each) for each in variants), default=1))
