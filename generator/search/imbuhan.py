"""Affixes: from a word as spoken to words it may come from, accepted only where the index has them.

Full stemmers lose more than they find (kependudukan -> "nduduk"); here every reading is a mere
candidate. Formal and colloquial affixes alike: me-, pe-an, ke-an, di-kan, nge-, ny-, -in, -nya.
"""

from __future__ import annotations

AKHIRAN = (
    "nya", "lah", "kah", "pun", "ku", "mu", "kan", "an", "in", "i",
)  # fmt: skip

AWALAN: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("memper", ("",)), ("diper", ("",)), ("menge", ("",)), ("penge", ("",)),
    ("meng", ("", "k")), ("peng", ("", "k")), ("meny", ("s",)), ("peny", ("s",)),
    ("mem", ("", "p")), ("pem", ("", "p")), ("men", ("", "t")), ("pen", ("", "t")),
    ("me", ("",)), ("per", ("",)), ("pel", ("",)), ("pe", ("",)), ("ber", ("",)), ("bel", ("",)),
    ("be", ("",)), ("ba", ("",)), ("ter", ("",)), ("di", ("",)), ("ke", ("",)), ("se", ("",)),
    ("nge", ("",)), ("ng", ("", "k")), ("ny", ("s", "c")), ("n", ("t", "")), ("m", ("p", "")),
)  # fmt: skip
"""A prefix and what may have stood in its place."""

TERPENDEK = 3
"""Fewest letters of a candidate."""


def calon(kata: str) -> list[str]:
    """Return the words `kata` may come from, the longest first, itself left out."""
    found: dict[str, None] = {}
    layers = [kata]
    for _ in range(3):
        layers = [each for word in layers for each in _satu(word) if each not in found]
        found.update(dict.fromkeys(layers))
    found.pop(kata, None)
    return sorted(found, key=lambda each: (-len(each), each))


def _satu(kata: str) -> list[str]:
    """Return `kata` with one affix less, in every way."""
    shorter = [kata[: -len(end)] for end in AKHIRAN if kata.endswith(end)]
    for start, instead in AWALAN:
        if kata.startswith(start):
            rest = kata[len(start) :]
            shorter.extend(each + rest for each in instead)
    return [each for each in dict.fromkeys(shorter) if len(each) >= TERPENDEK]
