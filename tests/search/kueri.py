"""The project's own queries, and the rule that keeps half of them unseen while one works."""

from __future__ import annotations

import csv
import hashlib
from dataclasses import dataclass
from pathlib import Path

FILE = Path(__file__).parent / "kueri.tsv"
TAK_ADA = "-"
"""Stands for the answer where the catalog has none."""


@dataclass(frozen=True, slots=True)
class Kueri:
    """What somebody types, and the last parts of the ids that answer it, the best first."""

    teks: str
    jawaban: tuple[str, ...]
    fenomena: str
    gelombang: int
    """1 was written before any work; the others when it had gone on; see docs/search.md."""

    @property
    def tersembunyi(self) -> bool:
        """True for the half that nobody looks at while tuning: a fixed rule, no choice."""
        return hashlib.sha256(self.teks.encode()).digest()[0] % 2 == 1


def baca(file: Path = FILE) -> list[Kueri]:
    """Return the queries of a table: query, answer or answers, phenomenon, wave."""
    with file.open(encoding="utf-8", newline="") as lines:
        _, *rows = csv.reader(lines, delimiter="\t")
    return [
        Kueri(
            text,
            tuple(each.rpartition("/")[2] for each in answers.split(",") if each != TAK_ADA),
            phenomenon,
            int(wave),
        )
        for text, answers, phenomenon, wave in rows
    ]
