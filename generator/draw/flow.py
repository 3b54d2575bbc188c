"""What a drawing is made of, before it has a place: lanes, steps, and edges between steps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from generator.model.jalur import Simpul, alur
from generator.model.proses import LintasFungsi
from generator.model.sop import Sop


@dataclass(frozen=True, slots=True)
class Step:
    """One step: one row of the sheet."""

    id: str
    kind: str
    """`mulai`, `proses`, `keputusan` or `selesai`; BPMN adds its own."""
    lanes: tuple[int, ...]
    """Lanes it stands in, the main actor first."""
    text: str = ""
    half: tuple[float, float] | None = None
    """Half extent of its symbol, where that depends on its text."""


@dataclass(frozen=True, slots=True)
class Edge:
    """One arrow, from step to step by their numbers."""

    source: int
    target: int
    label: str = ""
    answer: str = ""
    """`ya` or `tidak` for the exits of a decision."""

    @property
    def is_back(self) -> bool:
        """True if it leads up again, or to its own step."""
        return self.target <= self.source


@dataclass(frozen=True, slots=True)
class Flow:
    """Lanes, steps in order, and the edges between them."""

    lanes: tuple[str, ...]
    steps: tuple[Step, ...]
    edges: tuple[Edge, ...]

    def exits(self, step: int) -> tuple[Edge, ...]:
        """Return the edges that leave a step."""
        return tuple(each for each in self.edges if each.source == step)


def of_sop(sop: Sop) -> Flow:
    """Return the flow of a SOP."""
    lanes = {each.kode: number for number, each in enumerate(sop.pelaksana)}
    steps = tuple(
        Step(
            row.kode,
            row.jenis,
            tuple(dict.fromkeys(lanes[code] for code in row.pelaku if code in lanes)) or (0,),
            row.uraian,
        )
        for row in sop.baris
    )
    words = {
        row.kode: (row.kata_ya or "Ya", row.kata_tidak or "Tidak")
        for row in sop.baris
        if row.jenis == "keputusan"
    }
    return Flow(tuple(each.jabatan for each in sop.pelaksana), steps, _edges(sop.baris, words))


def of_cross(cross: LintasFungsi) -> Flow:
    """Return the flow of a cross-functional map; arrows between lanes say what is handed over."""
    lanes = {each.kode: number for number, each in enumerate(cross.lajur)}
    steps = tuple(
        Step(each.kode, each.jenis, (lanes.get(each.lajur, 0),), each.uraian)
        for each in cross.langkah
    )
    handed = {each.kode: each.serah for each in cross.langkah if each.serah}
    edges = tuple(
        replace(edge, label=handed.get(steps[edge.source].id, ""))
        if not edge.answer and steps[edge.source].lanes != steps[edge.target].lanes
        else edge
        for edge in _edges(cross.langkah, {})
    )
    return Flow(tuple(each.nama for each in cross.lajur), steps, edges)


def _edges(rows: Sequence[Simpul], words: Mapping[str, tuple[str, str]]) -> tuple[Edge, ...]:
    """Return the edges of rows in order, labelled where a decision answers."""
    edges: list[Edge] = []
    for source, (row, exits) in enumerate(zip(rows, alur(rows), strict=True)):
        yes, no = words.get(row.kode, ("Ya", "Tidak"))
        labels = {"ya": yes, "tidak": no}
        for key, target in exits:
            answer = key if key in labels else ""
            edges.append(Edge(source, target, labels.get(answer, ""), answer))
    return tuple(edges)
