"""The drawing cut into the cells of a real HTML table.

Every coordinate is a share of its cell, symbols keep their size in the middle of it, so lines
meet at every border whatever the height of a row: at any zoom, with long text, in print.
`place` says why nothing collides when cells grow; `spacer` keeps them from getting smaller.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.draw.place import Box, Geometry, Label, Part, Point, Symbol
from generator.draw.shape import head, number, polygon
from generator.draw.svg import lines_of_text, outline


@dataclass(frozen=True, slots=True)
class Cell:
    """One lane's cell in one row: SVG content, empty if nothing passes."""

    svg: str
    width: int
    height: int
    """Least extent of the cell."""


def cells(drawing: Geometry) -> tuple[tuple[Cell, ...], ...]:
    """Return the cells of each row."""
    grid = _Grid(drawing)
    for symbol in drawing.symbols:
        for one, two in symbol.links:
            grid.line(one, two, "kait")
    for each in drawing.connectors:
        for one, two in pairwise(each.points):
            grid.line(one, two, "gr")
        # Into the symbol, whose edge keeps its distance from the middle while the cell grows.
        grid.line(*_inward(each.points[0], drawing.symbols[each.edge.source]), "gr")
        grid.line(*_inward(each.points[-1], drawing.symbols[each.edge.target]), "gr")
    for symbol in drawing.symbols:
        for part in symbol.parts:
            grid.shape(symbol, part)
    heads = {(each.edge.target, each.points[-1]): each.points for each in drawing.connectors}
    for (target, _), points in heads.items():
        grid.arrow(drawing.symbols[target], points)
    for label in drawing.labels:
        grid.label(label)
    return grid.done()


def _inward(port: Point, symbol: Symbol) -> tuple[Point, Point]:
    part = min(symbol.parts, key=lambda each: _distance(port, each.box))
    s, t = part.box.middle
    if abs(port[1] - t) > 0.01:
        return port, (port[0], t)
    # A wide shape grows with its cells, and its round ends draw in a little.
    inside = (part.box.t1 - t) * (1 if port[0] < s else -1)
    return port, (s if part.first == part.last else port[0] + inside, t)


def _distance(point: Point, box: Box) -> float:
    s = max(box.s0 - point[0], 0.0, point[0] - box.s1)
    return s + max(box.t0 - point[1], 0.0, point[1] - box.t1)


class _Grid:
    def __init__(self, drawing: Geometry) -> None:
        self.drawing = drawing
        rows, lanes = len(drawing.rows) - 1, len(drawing.lanes) - 1
        self._parts: list[list[list[str]]] = [[[] for _ in range(lanes)] for _ in range(rows)]
        self._lines: dict[
            tuple[int, int], dict[tuple[str, str, str], list[tuple[float, float]]]
        ] = {}

    def done(self) -> tuple[tuple[Cell, ...], ...]:
        lanes, rows = self.drawing.lanes, self.drawing.rows
        return tuple(
            tuple(
                Cell(
                    "".join([*_joined(self._lines.get((row, column), {})), *parts]),
                    round(lanes[column + 1] - lanes[column] + 0.5),
                    round(rows[row + 1] - rows[row] + 0.5),
                )
                for column, parts in enumerate(line)
            )
            for row, line in enumerate(self._parts)
        )

    def _add(self, row: int, lane: int, text: str) -> None:
        self._parts[row][lane].append(text)

    def _lane(self, s: float) -> int:
        return _at(self.drawing.lanes, s)

    def line(self, one: Point, two: Point, kind: str) -> None:
        """Draw a line along an axis through every cell it passes."""
        (s0, t0), (s1, t1) = min(one, two), max(one, two)
        if s0 == s1:
            lane = self._lane(s0)
            x = self._share(self.drawing.lanes, lane, s0)
            for row, reach in _cut(self.drawing.rows, t0, t1):
                self._lines.setdefault((row, lane), {}).setdefault((kind, "x", x), []).append(reach)
        else:
            row = _at(self.drawing.rows, t0)
            y = self._share(self.drawing.rows, row, t0)
            for lane, reach in _cut(self.drawing.lanes, s0, s1):
                self._lines.setdefault((row, lane), {}).setdefault((kind, "y", y), []).append(reach)

    @staticmethod
    def _share(borders: Sequence[float], at: int, value: float) -> str:
        return f"{number(100 * (value - borders[at]) / (borders[at + 1] - borders[at]))}%"

    def _middle(self, row: int, part: Part) -> str:
        return self._share(self.drawing.rows, row, part.box.middle[1])

    def shape(self, symbol: Symbol, part: Part) -> None:
        """Draw a shape; one over several lanes in pieces that stretch with their cells."""
        row, box = symbol.number, part.box
        (s, t), kind = box.middle, symbol.step.kind
        y = self._middle(row, part)
        if part.first == part.last:
            x = self._share(self.drawing.lanes, part.first, s)
            around = Box(box.s0 - s, box.t0 - t, box.s1 - s, box.t1 - t)
            inner = outline(kind, around, attributes=' class="bt"').strip()
            self._add(row, part.first, f'<svg x="{x}" y="{y}" overflow="visible">{inner}</svg>')
            return
        half = box.t1 - t
        for lane in range(part.first, part.last + 1):
            self._piece(row, lane, y, kind, box, half)

    def _piece(self, row: int, lane: int, y: str, kind: str, box: Box, half: float) -> None:
        """Draw the piece of a wide shape in one cell: fill, long sides, ends."""
        low, high = self.drawing.lanes[lane], self.drawing.lanes[lane + 1]
        first, last = box.s0 > low, box.s1 < high
        round_end = kind in ("mulai", "selesai")
        bow = half if round_end else 0.0
        start, stop = max(box.s0 + bow, low), min(box.s1 - bow, high)
        x0 = self._share(self.drawing.lanes, lane, start)
        x1 = self._share(self.drawing.lanes, lane, stop)
        wide = number(100 * (stop - start) / (high - low))
        h, tall = number(half), number(2 * half)
        parts = [f'<rect class="bt polos" x="{x0}" y="-{h}" width="{wide}%" height="{tall}"/>']
        parts += [
            f'<line class="bt" x1="{x0}" y1="{sign}{h}" x2="{x1}" y2="{sign}{h}"/>'
            for sign in ("-", "")
        ]
        for ends, x, sweep in ((first, x0, 0), (last, x1, 1)):
            if ends:
                side = f"A{h} {h} 0 0 {sweep} 0 {h}" if round_end else f"V{h}"
                path = f'<path class="bt" d="M0-{h}{side}"/>'
                parts.append(f'<svg x="{x}" overflow="visible">{path}</svg>')
        self._add(row, lane, f'<svg y="{y}" overflow="visible">{"".join(parts)}</svg>')

    def arrow(self, symbol: Symbol, points: Sequence[Point]) -> None:
        """Draw the head of an arrow, held to its symbol."""
        row = symbol.number
        s, t = points[-1]
        part = min(symbol.parts, key=lambda each: _distance((s, t), each.box))
        middle_s, middle_t = part.box.middle
        lane = self._lane(s)
        origin = middle_s
        if part.first < part.last:
            # Beside a wide shape the head keeps to its end, which draws in where it is round.
            beside = abs(t - middle_t) < 0.01 and symbol.step.kind in ("mulai", "selesai")
            bow = (part.box.t1 - middle_t) * (1 if s < middle_s else -1)
            origin = s + bow if beside else s
        moved = [(x - origin, y - middle_t) for x, y in points]
        x = self._share(self.drawing.lanes, lane, origin)
        y = self._share(self.drawing.rows, row, middle_t)
        d = polygon(head(moved))
        self._add(
            row, lane, f'<svg x="{x}" y="{y}" overflow="visible"><path class="pn" d="{d}"/></svg>'
        )

    def label(self, label: Label) -> None:
        """Write the word at an exit, held to its symbol."""
        symbol = self.drawing.symbols[label.edge.source]
        part = min(symbol.parts, key=lambda each: _distance(label.anchor, each.box))
        (s, t), size = part.box.middle, self.drawing.size
        row, lane = label.edge.source, part.first
        end = label.leans < 0
        text = lines_of_text(
            label.lines,
            (label.box.s1 if end else label.box.s0) - s,
            label.box.t0 - t + size.leading * 0.8,
            size.leading,
            ' class="lb"' + (' text-anchor="end"' if end else ""),
        ).strip()
        x = self._share(self.drawing.lanes, lane, s)
        y = self._share(self.drawing.rows, row, t)
        self._add(row, lane, f'<svg x="{x}" y="{y}" overflow="visible">{text}</svg>')


def _at(borders: Sequence[float], value: float) -> int:
    return min(max(bisect_right(borders, value) - 1, 0), len(borders) - 2)


def _joined(
    lines: Mapping[tuple[str, str, str], Sequence[tuple[float, float]]],
) -> Iterator[str]:
    """Yield the lines of a cell; pieces of one line that touch or overlap are drawn as one."""
    for (kind, across, at), pieces in lines.items():
        along = "y" if across == "x" else "x"
        whole: list[list[float]] = []
        for low, high in sorted(pieces):
            if whole and low <= whole[-1][1] + 0.05:
                whole[-1][1] = max(whole[-1][1], high)
            else:
                whole.append([low, high])
        for low, high in whole:
            yield (
                f'<line class="{kind}" {across}1="{at}" {along}1="{number(low)}%" '
                f'{across}2="{at}" {along}2="{number(high)}%"/>'
            )


def _cut(
    borders: Sequence[float], low: float, high: float
) -> Iterator[tuple[int, tuple[float, float]]]:
    """Yield the cells between two points, with the share of each that is covered."""
    at = _at(borders, low)
    while at < len(borders) - 1 and borders[at] < high:
        start, end = borders[at], borders[at + 1]
        one = 100 * (max(low, start) - start) / (end - start)
        two = 100 * (min(high, end) - start) / (end - start)
        if two - one > 0.005:
            yield at, (one, two)
        at += 1
