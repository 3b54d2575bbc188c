"""The sheet on paper: pages that break between rows, arrows that go on with an off-page connector.

Whatever line crosses from one page to the next ends in a segilima with a letter, and goes on from
the segilima with the same letter at the same place on the other page. Letters are never used
twice in one SOP; arrows that have joined cross as the one line they are.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.draw.place import Connector, Label, Point, Symbol
from generator.draw.shape import head, pentagon
from generator.draw.sheet import Sheet

HALF, HEIGHT = 5.6, 13.0
"""Off-page connector, in points."""
STEP, ARROW, APART = 16.0, 9.0, 13.0
"""Between two levels of them, room for a head, least distance on one level."""


@dataclass(frozen=True, slots=True)
class OffPage:
    """One half of a pair of off-page connectors."""

    letter: str
    corners: tuple[Point, ...]
    middle: Point
    """Where the letter stands."""
    page: int
    is_top: bool


@dataclass(frozen=True, slots=True)
class Page:
    """Rows `first` to `last` (exclusive) and everything drawn over them, from the page's own 0."""

    first: int
    last: int
    above: float
    """Room for off-page connectors before the first row."""
    below: float
    lines: tuple[tuple[Point, ...], ...]
    heads: tuple[tuple[Point, ...], ...]
    symbols: tuple[Symbol, ...]
    labels: tuple[Label, ...]
    shift: float
    """To be added to the t of symbols and labels."""
    off_page: tuple[OffPage, ...]


@dataclass(frozen=True, slots=True)
class _Crossing:
    s: float
    level: int
    letter: str = ""


class _Borders:
    """What crosses each border between two rows."""

    def __init__(self, sheet: Sheet) -> None:
        self.rows = sheet.rows
        found: list[set[float]] = [set() for _ in sheet.rows]
        for each in sheet.drawing.connectors:
            for (s0, t0), (s1, t1) in pairwise(each.points):
                if s0 != s1:
                    continue
                low, high = min(t0, t1), max(t0, t1)
                first = bisect_right(sheet.rows, low)
                for number in range(first, len(sheet.rows)):
                    if sheet.rows[number] >= high:
                        break
                    found[number].add(s0)
        self._found = [_levels(sorted(each)) for each in found]

    def at(self, border: int) -> tuple[_Crossing, ...]:
        """Return the lines that cross the border before row `border`."""
        return self._found[border]

    def room(self, border: int) -> float:
        """Return the room for off-page connectors on either side of a border."""
        crossings = self._found[border]
        if not crossings:
            return 0.0
        return ARROW + STEP * (1 + max(each.level for each in crossings))

    def height(self, first: int, last: int) -> float:
        """Return the height of a page with these rows."""
        return self.rows[last] - self.rows[first] + self.room(first) + self.room(last)


def _levels(places: Sequence[float]) -> tuple[_Crossing, ...]:
    """Put neighbours that would touch on different levels."""
    ends: list[float] = []
    crossings = []
    for s in places:
        level = next((n for n, end in enumerate(ends) if s - end >= APART), len(ends))
        if level == len(ends):
            ends.append(s)
        ends[level] = s
        crossings.append(_Crossing(s, level))
    return tuple(crossings)


def letter(number: int) -> str:
    """Return A to Z, then AA, AB and so on."""
    text = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        text = chr(ord("A") + rest) + text
    return text


def breaks(sheet: Sheet, room: float) -> tuple[int, ...]:
    """Return the borders at which pages begin and end: as few pages as hold all, evenly filled."""
    return _breaks(_Borders(sheet), len(sheet.rows) - 1, room)


def _breaks(borders: _Borders, count: int, room: float) -> tuple[int, ...]:
    found = _greedy(borders, count, room)
    low, high = room / 3, room
    for _ in range(12):
        middle = (low + high) / 2
        tighter = _greedy(borders, count, middle)
        if len(tighter) == len(found) and _fits(borders, tighter, middle):
            high, found = middle, tighter
        else:
            low = middle
    return found


def _fits(borders: _Borders, found: Sequence[int], room: float) -> bool:
    return all(borders.height(first, last) <= room for first, last in pairwise(found))


def _greedy(borders: _Borders, count: int, room: float) -> tuple[int, ...]:
    found = [0]
    while found[-1] < count:
        first = found[-1]
        last = first + 1
        # A later border may need less room than an earlier one, so look one row further.
        for number in range(first + 2, count + 1):
            if borders.height(first, number) <= room:
                last = number
            elif borders.rows[number] - borders.rows[first] > room:
                break
        found.append(last)
    return tuple(found)


def paginate(sheet: Sheet, room: float) -> tuple[Page, ...]:
    """Cut a sheet into pages at most `room` high, a single taller row excepted."""
    borders = _Borders(sheet)
    cuts = _breaks(borders, len(sheet.rows) - 1, room)
    letters: dict[int, list[_Crossing]] = {}
    count = 0
    for border in cuts[1:-1]:
        letters[border] = []
        for each in borders.at(border):
            letters[border].append(_Crossing(each.s, each.level, letter(count)))
            count += 1
    passing: list[list[Connector]] = [[] for _ in cuts[1:]]
    edges = [sheet.rows[cut] for cut in cuts]
    for connector in sheet.drawing.connectors:
        reach = [t for _, t in connector.points]
        at = bisect_right(edges, min(reach)) - 1
        while at < len(passing) and edges[at] < max(reach):
            passing[at].append(connector)
            at += 1
    labels: list[list[Label]] = [[] for _ in cuts[1:]]
    for label in sheet.drawing.labels:
        labels[bisect_right(cuts, label.edge.source) - 1].append(label)
    return tuple(
        _page(sheet, borders, letters, number, (first, last), passing[number], labels[number])
        for number, (first, last) in enumerate(pairwise(cuts))
    )


def _page(
    sheet: Sheet,
    borders: _Borders,
    letters: Mapping[int, Sequence[_Crossing]],
    number: int,
    rows: tuple[int, int],
    passing: Sequence[Connector],
    labels: Sequence[Label],
) -> Page:
    first, last = rows
    above, below = borders.room(first), borders.room(last)
    top, bottom = sheet.rows[first], sheet.rows[last]
    shift = above - top
    height = above + bottom - top
    ends: dict[tuple[float, bool], Point] = {}
    off_page = []
    for border, is_top in ((first, True), (last, False)):
        for each in letters.get(border, ()):
            place = (
                above - ARROW - each.level * STEP - HEIGHT
                if is_top
                else height + ARROW + each.level * STEP
            )
            corners = pentagon(each.s, place, HALF, HEIGHT)
            off_page.append(
                OffPage(each.letter, corners, (each.s, place + HEIGHT * 0.4), number, is_top)
            )
            ends[each.s, is_top] = (each.s, place + (HEIGHT if is_top else 0.0))
    lines: list[tuple[Point, ...]] = []
    heads: dict[tuple[Point, ...], None] = {}
    for connector in passing:
        for piece, is_end in _pieces(connector, top, bottom):
            moved = [(s, t + shift) for s, t in piece]
            for at, inner in ((0, 1), (-1, -2)):
                s, t = piece[at]
                if t == top and piece[inner][1] > top and (s, True) in ends:
                    moved[at] = ends[s, True]
                elif t == bottom and piece[inner][1] < bottom and (s, False) in ends:
                    moved[at] = ends[s, False]
            lines.append(tuple(moved))
            goes_on = moved[-1] != (piece[-1][0], piece[-1][1] + shift)
            if is_end or goes_on:
                heads[head(moved, 6.5, 3.2)] = None
    return Page(
        first=first,
        last=last,
        above=above,
        below=below,
        lines=tuple(dict.fromkeys(lines)),
        heads=tuple(heads),
        symbols=sheet.drawing.symbols[first:last],
        labels=tuple(labels),
        shift=shift,
        off_page=tuple(off_page),
    )


def _pieces(
    connector: Connector, top: float, bottom: float
) -> list[tuple[tuple[Point, ...], bool]]:
    """Return what of a connector lies between two borders; True for the piece with its end."""
    pieces: list[tuple[tuple[Point, ...], bool]] = []
    now: list[Point] = []
    for one, two in pairwise(connector.points):
        low, high = max(min(one[1], two[1]), top), min(max(one[1], two[1]), bottom)
        inside = low < high or (low == high and one[1] == two[1] and top <= low <= bottom)
        if not inside:
            if now:
                pieces.append((tuple(now), False))
                now = []
            continue
        start = (one[0], min(max(one[1], top), bottom))
        end = (two[0], min(max(two[1], top), bottom))
        if not now:
            now = [start]
        now.append(end)
        if end != two:
            pieces.append((tuple(now), False))
            now = []
    if now:
        pieces.append((tuple(now), True))
    return pieces
