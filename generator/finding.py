"""A finding: what is wrong in a record, where, and what to type instead."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Literal

from generator.source import Position


class Level(IntEnum):
    """How much a finding weighs; only an error stops a build."""

    INFO = 0
    WARNING = 1
    ERROR = 2

    @property
    def word(self) -> str:
        """The level as machines read it: error, warning or info."""
        return self.name.lower()

    @property
    def sebutan(self) -> str:
        """The level as officers read it: galat, peringatan or info."""
        return ("info", "peringatan", "galat")[self]


@dataclass(frozen=True, slots=True)
class Edit:
    """The one change that mends a finding, at the finding's own place."""

    kind: Literal["isi", "kata", "kunci", "hapus"]
    """A whole value, a word in it, the name of a key; or a value goes with its key."""
    new: str = ""
    """What to write instead."""
    old: str = ""
    """For `kata`: the word that goes."""
    judge: bool = False
    """True if an officer must compare first: then it is done only when asked for by rule."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault or remark about a record, in Indonesian, with the place where the author acts."""

    rule: str
    level: Level
    place: Position
    message: str
    hint: str
    """What to type instead. Never empty."""
    record: str = ""
    """Id of the record, as in `disdukcapil/ktp-el-baru`; empty for a file that is no record."""
    edit: Edit | None = field(default=None, compare=False)
    """What `katalog perbaiki` does about it, if one edit mends it."""

    def __post_init__(self) -> None:
        if not self.hint or not self.message:
            raise ValueError(f"finding {self.rule} needs a message and a hint")

    @property
    def order(self) -> tuple[Position, str, str]:
        """Findings are told in the order of the files they stand in."""
        return (self.place, self.rule, self.message)


PER_FILE = 200
"""So many findings of one file are told; who mends them sees the rest next time."""


class Findings:
    """A growing set of findings: one that is met twice, by inheritance, is told once."""

    def __init__(self, found: Iterable[Finding] = ()) -> None:
        self._found: dict[tuple[str, Position, str], Finding] = {}
        self._per_file: Counter[str] = Counter()
        self.extend(found)

    def add(self, finding: Finding) -> None:
        """Add one finding unless the same rule said the same thing about the same place."""
        key = (finding.rule, finding.place, finding.message)
        if key in self._found:
            return
        file = finding.place.file
        self._per_file[file] += 1
        if self._per_file[file] <= PER_FILE:
            self._found[key] = finding
            return
        rest = Finding(
            "temuan-terlalu-banyak",
            finding.level,
            Position(file),
            f"lebih dari {PER_FILE} temuan di berkas ini; selebihnya tidak ditampilkan",
            "perbaiki yang tampil, lalu jalankan pemeriksaan lagi",
        )
        told = self._found.setdefault((rest.rule, rest.place, rest.message), rest)
        if told.level < rest.level:
            self._found[rest.rule, rest.place, rest.message] = rest

    def extend(self, found: Iterable[Finding]) -> None:
        """Add many findings."""
        for finding in found:
            self.add(finding)

    def change(self, how: Callable[[Finding], Finding]) -> None:
        """Put what `how` makes of each finding in its place."""
        self._found = {key: how(each) for key, each in self._found.items()}

    def sorted(self) -> list[Finding]:
        """All findings by file, line and column."""
        return sorted(self._found.values(), key=lambda each: each.order)

    def count(self, level: Level) -> int:
        """How many findings have exactly this level."""
        return sum(each.level is level for each in self._found.values())

    @property
    def blocking(self) -> bool:
        """True if at least one finding forbids publishing."""
        return any(each.level is Level.ERROR for each in self._found.values())

    def __len__(self) -> int:
        return len(self._found)
