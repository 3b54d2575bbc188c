"""The weights of the ranking: one place, read by Python and shipped to the browser."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Setelan:
    """What each kind of match is worth; docs/search.md says how the numbers were found."""

    lain: float = 0.4
    """A word outside title and sayings."""
    frasa: float = 1.5
    """The nearest single phrase, beside all words together."""
    inti: float = 2.0
    """What a document is about: words that stand in many of its phrases."""
    jenuh: float = 5.0
    """Phrases with a word that make half of what endless phrases would."""
    judul: float = 2.0
    """The title, as so many phrases."""
    panjang: float = 0.45
    """How far a phrase is measured by the query's length, not by its own."""
    sinonim: float = 0.95
    imbuhan: float = 0.85
    awalan: float = 0.5
    salah: float = 0.5
    bagian: float = 0.5
    """One word of a group of several words."""
    tempat: float = 0.25
    """The name of a place, beside what is wanted there."""
    angka: float = 0.4
    """A number or a single letter."""
    asing: float = 4.0
    """What an unknown word is worth in the whole."""
    lemah: float = 0.6
    """Share of the query below which an answer is only a guess."""
    jauh: float = 0.5
    """Likeness of its nearest phrase below which it is only a guess."""
    yakin: float = 0.9
    """Share of a question about an office that its name must cover."""


SETELAN = Setelan()
