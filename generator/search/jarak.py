"""Typing errors: words one or two letters away."""

from __future__ import annotations

from collections.abc import Iterable

TERPENDEK = 4
"""Shorter words are never read as another."""
PANJANG = 7
"""From this length on two letters may differ."""


def mirip(kata: str, semua: Iterable[str]) -> list[str]:
    """Return the words of `semua` nearest to `kata`: one letter away, else two in long words."""
    if len(kata) < TERPENDEK:
        return []
    near: tuple[list[str], list[str]] = ([], [])
    most = 2 if len(kata) >= PANJANG else 1
    for each in semua:
        if abs(len(each) - len(kata)) <= most and _sekerabat(kata, each):
            far = jarak(kata, each, most)
            if far <= most:
                near[max(far, 1) - 1].append(each)
    return near[0] or near[1]


def _sekerabat(a: str, b: str) -> bool:
    """Tell whether two words share the first or second letter: most slips come later."""
    return a[0] == b[0] or a[1] == b[1:2] or a[0] == b[1:2] or a[1] == b[0]


def jarak(a: str, b: str, most: int) -> int:
    """Return how many letters are changed, added, left out or swapped; above `most`, just more."""
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, left in enumerate(a, start=1):
        earlier, before, row = before, row, [i]
        for j, right in enumerate(b, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (left != right))
            if i > 1 and j > 1 and left == b[j - 2] and a[i - 2] == right:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return row[-1]
