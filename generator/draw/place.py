"""A plan on paper: coordinates of symbols, connectors and labels.

`layout` gives the least extent that holds everything; `place` puts the same plan into larger
lanes and rows. A line keeps its share of its lane and row, a symbol its size, so what is apart in
the least extent is apart in every larger one: the table of a web page and the paper rely on it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from generator.draw.flow import Edge, Flow, Step
from generator.draw.plan import HIGH, LOW, Plan, Way, plan
from generator.draw.size import Size

Point = tuple[float, float]
"""s, t."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle along the axes."""

    s0: float
    t0: float
    s1: float
    t1: float

    @property
    def middle(self) -> Point:
        """The centre."""
        return ((self.s0 + self.s1) / 2, (self.t0 + self.t1) / 2)


@dataclass(frozen=True, slots=True)
class Part:
    """One drawn shape of a symbol, over one or several adjacent lanes."""

    first: int
    last: int
    box: Box


@dataclass(frozen=True, slots=True)
class Symbol:
    """The symbol of a step: one shape, or several linked ones where its lanes lie apart."""

    number: int
    step: Step
    parts: tuple[Part, ...]
    links: tuple[tuple[Point, Point], ...]

    def port(self, axis: float, side: int, *, end: bool = False) -> Point:
        """Return where a connector meets it; `axis` is the middle of the main lane."""
        if side == LOW:
            box = self.parts[0].box
            return (box.s0, box.middle[1])
        if side == HIGH:
            box = self.parts[-1].box
            return (box.s1, box.middle[1])
        box = next(part.box for part in self.parts if part.box.s0 <= axis <= part.box.s1)
        return (axis, box.t1 if end else box.t0)


@dataclass(frozen=True, slots=True)
class Connector:
    """A drawn arrow; the head is at the last point."""

    edge: Edge
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Label:
    """The word at an exit of a decision."""

    edge: Edge
    lines: tuple[str, ...]
    box: Box
    anchor: Point
    """Point of the symbol that it keeps its distance from."""
    leans: int
    """LOW or HIGH: the side of the anchor it stands on."""


@dataclass(frozen=True, slots=True)
class Geometry:
    """A drawing with its coordinates."""

    flow: Flow
    size: Size
    lanes: tuple[float, ...]
    """Borders of the lanes along s, one more than lanes."""
    rows: tuple[float, ...]
    """Borders of the rows along t, one more than steps."""
    symbols: tuple[Symbol, ...]
    connectors: tuple[Connector, ...]
    labels: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class Skeleton:
    """A plan with the least extents; everything in it has a share of its lane and row."""

    plan: Plan
    size: Size
    lanes: tuple[float, ...]
    """Least extent of each lane."""
    axes: tuple[float, ...]
    """Middle of the symbols in each lane, from the lane's edge."""
    channels: tuple[float, ...]
    """Nearest line of each channel, from the lane's edge."""
    rows: tuple[float, ...]
    middles: tuple[float, ...]
    """Middle of each row's symbol, from the row's edge."""


def layout(flow: Flow, size: Size) -> Geometry:
    """Draw a flow in its least extent."""
    bones = skeleton(flow, size)
    return place(bones, bones.lanes, bones.rows)


def skeleton(flow: Flow, size: Size, column: float | None = None) -> Skeleton:
    """Plan a flow and find its least extents; `column` widens the narrowest lane."""
    found = plan(flow)
    low, high = _room_across(found, size)
    lanes, axes, channels = [], [], []
    for lane in range(len(flow.lanes)):
        before, after = _balanced(
            low[lane] + _lines_room(found.lines[2 * lane], size),
            high[lane] + _lines_room(found.lines[2 * lane + 1], size),
            column or size.column,
        )
        lanes.append(before + after)
        axes.append(before)
        channels += [before - low[lane], before + high[lane]]
    rows, middles = _room_along(found, size)
    return Skeleton(
        found, size, tuple(lanes), tuple(axes), tuple(channels), tuple(rows), tuple(middles)
    )


def _balanced(before: float, after: float, least: float) -> tuple[float, float]:
    """Widen two halves to `least` together, the smaller one first."""
    spare = max(0.0, least - before - after)
    evening = min(spare, abs(after - before))
    if before < after:
        before += evening
    else:
        after += evening
    rest = (spare - evening) / 2
    return before + rest, after + rest


def _lines_room(count: int, size: Size) -> float:
    return size.edge + (count - 1) * size.spacing if count else 0.0


def _room_across(found: Plan, size: Size) -> tuple[list[float], list[float]]:
    """Return for each lane how far from the axis its symbols, exits and labels reach."""
    lanes = len(found.flow.lanes)
    low, high = [0.0] * lanes, [0.0] * lanes
    for step in found.flow.steps:
        half = size.half_of(step)[0]
        for lane in step.lanes:
            low[lane] = max(low[lane], half + size.gap)
            high[lane] = max(high[lane], half + size.gap)
    for way in found.ways:
        if not way.edge.label:
            continue
        step = found.flow.steps[way.edge.source]
        half = size.half_of(step)[0]
        across = size.label(way.edge.label)[1]
        if way.side == 0:
            sides = low if size.turned else high
            sides[step.lanes[0]] = max(sides[step.lanes[0]], across + 9)
        else:
            lane = min(step.lanes) if way.side == LOW else max(step.lanes)
            sides = low if way.side == LOW else high
            sides[lane] = max(sides[lane], half + across + 7)
    return [each or size.gap for each in low], [each or size.gap for each in high]


def _room_along(found: Plan, size: Size) -> tuple[list[float], list[float]]:
    """Return the least extent of each row and the middle of its symbol in it."""
    before = [size.track + size.lead] * len(found.flow.steps)
    after = [size.below] * len(found.flow.steps)
    for way in found.ways:
        if not way.edge.label:
            continue
        number = way.edge.source
        half = size.half_of(found.flow.steps[number])[1]
        along = size.label(way.edge.label)[2]
        if way.side == 0:
            after[number] = max(after[number], along + 7)
        else:
            before[number] = max(before[number], size.track + 5 + along - half)
    rows, middles = [], []
    for step, head, tail in zip(found.flow.steps, before, after, strict=True):
        half = size.half_of(step)[1]
        rows.append(head + 2 * half + tail)
        middles.append(head + half)
    return rows, middles


def place(bones: Skeleton, lanes: Sequence[float], rows: Sequence[float]) -> Geometry:
    """Put a skeleton into lanes and rows of these extents, none below its least."""
    flow, size = bones.plan.flow, bones.size
    lane_at = tuple(accumulate(lanes, initial=0.0))
    row_at = tuple(accumulate(rows, initial=0.0))
    ratio = [now / least for now, least in zip(lanes, bones.lanes, strict=True)]
    axes = [_fine(lane_at[n] + bones.axes[n] * ratio[n]) for n in range(len(lanes))]
    stretch = [now / least for now, least in zip(rows, bones.rows, strict=True)]
    middles = [_fine(row_at[n] + bones.middles[n] * stretch[n]) for n in range(len(rows))]
    tracks = [_fine(row_at[n] + size.track * stretch[n]) for n in range(len(rows))]
    symbols = tuple(
        _symbol(number, step, axes, middles[number], size, ratio)
        for number, step in enumerate(flow.steps)
    )

    def line(way: Way) -> float:
        lane, high = divmod(way.channel, 2)
        away = way.line * size.spacing
        least = bones.channels[way.channel] + (away if high else -away)
        return _fine(lane_at[lane] + least * ratio[lane])

    def connect(way: Way) -> Connector:
        source, target = symbols[way.edge.source], symbols[way.edge.target]
        out = source.port(axes[source.step.lanes[0]], way.side, end=True)
        into = target.port(axes[target.step.lanes[0]], way.enters)
        track = tracks[way.edge.target]
        if way.side == 0:
            points: list[Point] = [out, (out[0], track), (into[0], track), into]
        elif way.enters:
            points = [out, (line(way), out[1]), (line(way), into[1]), into]
        else:
            points = [out, (line(way), out[1]), (line(way), track), (into[0], track), into]
        return Connector(way.edge, _clean(points))

    labels = tuple(
        _label(way, symbols[way.edge.source], axes, size)
        for way in bones.plan.ways
        if way.edge.label
    )
    connectors = tuple(connect(way) for way in bones.plan.ways)
    return Geometry(flow, size, lane_at, row_at, symbols, connectors, labels)


def _fine(value: float) -> float:
    """Round, so that what is meant to be equal is equal whichever way it was computed."""
    return round(value, 2)


def _symbol(
    number: int,
    step: Step,
    axes: Sequence[float],
    middle: float,
    size: Size,
    ratio: Sequence[float],
) -> Symbol:
    across, along = size.half_of(step)
    parts: list[Part] = []
    for first, last in _runs(step):
        # A shape over several lanes grows with them, as the cells that show its pieces do.
        low = _fine(axes[first] - across * (ratio[first] if first < last else 1))
        high = _fine(axes[last] + across * (ratio[last] if first < last else 1))
        parts.append(Part(first, last, Box(low, middle - along, high, middle + along)))
    links = tuple(((one.box.s1, middle), (two.box.s0, middle)) for one, two in pairwise(parts))
    return Symbol(number, step, tuple(parts), links)


def _runs(step: Step) -> list[tuple[int, int]]:
    """Return the shapes of a step: adjacent lanes share one, decisions stand one by one."""
    runs: list[tuple[int, int]] = []
    for lane in sorted(step.lanes):
        if runs and runs[-1][1] == lane - 1 and step.kind != "keputusan":
            runs[-1] = (runs[-1][0], lane)
        else:
            runs.append((lane, lane))
    return runs


def _label(way: Way, symbol: Symbol, axes: Sequence[float], size: Size) -> Label:
    lines, across, along = size.label(way.edge.label)
    s, t = symbol.port(axes[symbol.step.lanes[0]], way.side, end=True)
    if way.side:
        near = s + 3 * way.side
        far = near + across * way.side
        box = Box(min(near, far), t - 2 - along, max(near, far), t - 2)
        return Label(way.edge, lines, box, (s, t), way.side)
    if size.turned:
        return Label(way.edge, lines, Box(s - 4 - across, t + 3, s - 4, t + 3 + along), (s, t), LOW)
    return Label(way.edge, lines, Box(s + 5, t + 2, s + 5 + across, t + 2 + along), (s, t), HIGH)


def _clean(points: Sequence[Point]) -> tuple[Point, ...]:
    """Leave out points that change nothing."""
    kept: list[Point] = []
    for point in points:
        if kept and kept[-1] == point:
            continue
        if len(kept) > 1 and (
            kept[-2][0] == kept[-1][0] == point[0] or kept[-2][1] == kept[-1][1] == point[1]
        ):
            kept[-1] = point
        else:
            kept.append(point)
    return tuple(kept)
