"""Index building: documents to phrases, phrases to words with the places where they stand.

What stands in the index of a word is a list of numbers, ascending: document, phrase in it, and how
much that phrase says in all, packed as in `bungkus`. `theme/aset/js/cari-indeks.js` does the same
in the browser where the whole catalog fits in one file.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from generator.search.imbuhan import calon
from generator.search.urai import Pengurai, Satuan

FRASA = 64
"""Most phrases of one document."""
NORMA = 16
"""Steps of a phrase's length."""
LANGKAH = 0.75
"""What one such step is worth, in IDF."""
JUDUL, LAIN = 0, 1
"""Numbers of the title and of all other text; sayings come after them."""

Uraian = list[tuple[int, list[Satuan]]]
"""Phrases of one document: number and units."""


class Terindeks(Protocol):
    """What the index needs to know of a service or unit."""

    @property
    def nama(self) -> str: ...  # noqa: D102
    @property
    def frasa(self) -> Sequence[str]: ...  # noqa: D102
    @property
    def lain(self) -> Sequence[str]: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class IndeksCari:
    """The whole index, before it is cut into parts."""

    kata: tuple[str, ...]
    """All words, in order."""
    idf: Mapping[str, float]
    letak: Mapping[str, tuple[int, ...]]
    """Word -> where it stands."""
    jumlah: int
    """Number of documents."""
    layanan: int
    """How many of them are services; units come after."""


def bungkus(dokumen: int, frasa: int, norma: int) -> int:
    """Pack a place into one number."""
    return (dokumen * FRASA + frasa) * NORMA + norma


def susun(
    dokumen: Sequence[Terindeks],
    pengurai: Pengurai,
    layanan: int | None = None,
    terbanyak: int | None = None,
) -> IndeksCari:
    """Build the index of `dokumen`, the first `layanan` of which are services.

    Of a word with more places than `terbanyak`, those in the shortest phrases are kept.
    """
    parsed = [uraikan(each, pengurai) for each in dokumen]
    words = {word for phrases in parsed for _, units in phrases for one in units
             for word in one.kata}  # fmt: skip
    roots = {word: tuple(each for each in calon(word) if each in words) for word in words}
    idf = _idf(parsed, roots)
    places: dict[str, list[int]] = defaultdict(list)
    for number, phrases in enumerate(parsed):
        for at, units in phrases:
            found = [(one, kata_satuan(one, roots)) for one in units]
            norm = sum(max(idf[word] for word in names) * one.bobot for one, names in found)
            place = bungkus(number, at, min(NORMA - 1, max(1, int(norm / LANGKAH + 0.5))))
            for word in {word for _, names in found for word in names}:
                places[word].append(place)
    kept = {word: _pangkas(sorted(found), terbanyak) for word, found in places.items()}
    count = len(parsed) if layanan is None else layanan
    return IndeksCari(tuple(sorted(kept)), idf, kept, len(parsed), count)


def uraikan(dokumen: Terindeks, pengurai: Pengurai) -> Uraian:
    """Return the phrases of a document: title, all other text as one, then what people say."""
    phrases = [(JUDUL, pengurai.urai(dokumen.nama))]
    rest = list(dict.fromkeys(one for text in dokumen.lain for one in pengurai.urai(text)))
    if rest:
        phrases.append((LAIN, rest))
    for at, text in enumerate(dokumen.frasa[: FRASA - 2], start=2):
        phrases.append((at, pengurai.urai(text)))
    return [(at, units) for at, units in phrases if units]


def kata_satuan(satuan: Satuan, roots: Mapping[str, tuple[str, ...]]) -> list[str]:
    """Return every word under which a unit is found: itself, its roots, its group."""
    found = [each for word in satuan.kata for each in (word, *roots[word])]
    return [*found, satuan.kelompok] if satuan.kelompok else found


def _idf(parsed: Iterable[Uraian], roots: Mapping[str, tuple[str, ...]]) -> Mapping[str, float]:
    """Return how rare each word is, in titles and sayings only: "ktp" must stay informative."""
    count: dict[str, int] = defaultdict(int)
    total = 0
    for phrases in parsed:
        total += 1
        said: set[str] = set()
        for at, units in phrases:
            names = {word for one in units for word in kata_satuan(one, roots)}
            if at != LAIN:
                said |= names
            for word in names:
                count[word] += 0
        for word in said:
            count[word] += 1
    return {word: round(math.log(1 + total / max(1, many)), 3) for word, many in count.items()}


def _pangkas(places: list[int], most: int | None) -> tuple[int, ...]:
    if most is not None and len(places) > most:
        places = sorted(sorted(places, key=_kepentingan)[:most])
    return tuple(places)


def _kepentingan(place: int) -> tuple[bool, int]:
    return place // NORMA % FRASA == LAIN, place % NORMA
