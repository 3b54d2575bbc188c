"""Which way each arrow goes, before anything is measured.

An arrow to the next step leaves through the symbol's end and enters the next one's head. Any
other leaves through a side, runs along a free line of one *channel* (each lane has one on either
side of its symbols), and enters either the target's head, together with whatever else does, or,
when it comes back from below, the target's free side.

Arrows may only join when they lead to the same step: from there on they are one line with one
head, so no reader can take the one's end for the other's. Arrows to different steps may cross,
never touch or overlap: a line of a channel belongs to one target at a time.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from generator.draw.flow import Edge, Flow

LOW, HIGH = -1, 1
"""The two sides of a symbol, across the flow."""


@dataclass(frozen=True, slots=True)
class Way:
    """How one edge goes."""

    edge: Edge
    side: int = 0
    """Side it leaves through; 0 = through the end, straight to the next step."""
    channel: int = 0
    """2 × lane for the low side of a lane, 2 × lane + 1 for the high side."""
    line: int = 0
    """Line in the channel, counted from the symbols outwards."""
    enters: int = 0
    """Side it enters through; 0 = through the head."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The ways of all edges, and how many lines each channel needs."""

    flow: Flow
    ways: tuple[Way, ...]
    lines: tuple[int, ...]


@dataclass(slots=True)
class _Open:
    """An edge on its way to a channel."""

    edge: Edge
    side: int
    channel: int = 0
    enters: int = 0

    @property
    def bundle(self) -> tuple[int, int, bool, int]:
        """Edges of one bundle share a line: same channel, target, direction and entry."""
        return (self.channel, self.edge.target, self.edge.is_back, self.enters)

    @property
    def reach(self) -> tuple[int, int]:
        """Extent along the flow in half steps: 2n is the head of step n, 2n + 1 its middle."""
        at = 2 * self.edge.source + 1
        to = 2 * self.edge.target + (1 if self.enters else 0)
        return (min(at, to), max(at, to))


def plan(flow: Flow) -> Plan:
    """Find the ways of all edges of a flow."""
    straight, turning = _leave(flow)
    taken = {(each.edge.source, each.side) for each in turning}
    blocked = _Blocked(flow)
    bundles: set[tuple[int, int, bool, int]] = set()
    for each in turning:
        _choose(each, flow, taken, blocked, bundles)
        bundles.add(each.bundle)
    lines, counts = _lines(turning, 2 * len(flow.lanes))
    ways = [Way(edge) for edge in straight]
    ways += [
        Way(each.edge, each.side, each.channel, lines[each.bundle], each.enters) for each in turning
    ]
    order = {id(edge): number for number, edge in enumerate(flow.edges)}
    return Plan(flow, tuple(sorted(ways, key=lambda way: order[id(way.edge)])), counts)


def _leave(flow: Flow) -> tuple[list[Edge], list[_Open]]:
    """Part the edges that go straight on from those that leave through a side."""
    straight: list[Edge] = []
    turning: list[_Open] = []
    by_step: dict[int, list[Edge]] = {}
    for edge in flow.edges:
        by_step.setdefault(edge.source, []).append(edge)
    for step, edges in sorted(by_step.items()):
        onward = next((edge for edge in edges if edge.target == step + 1), None)
        if onward:
            straight.append(onward)
        rest = [edge for edge in edges if edge is not onward]
        # A loop keeps the side that leads to its target; the other exit gives way.
        rest.sort(key=lambda edge: not edge.is_back)
        sides: set[int] = set()
        for edge in rest[:2]:
            side = _toward(flow, edge)
            side = -side if side in sides else side
            sides.add(side)
            turning.append(_Open(edge, side))
    return straight, turning


def _toward(flow: Flow, edge: Edge) -> int:
    source, target = flow.steps[edge.source].lanes[0], flow.steps[edge.target].lanes[0]
    if source == target:
        return LOW if edge.is_back else HIGH
    return LOW if target < source else HIGH


class _Blocked:
    """Where a symbol that spans several lanes closes the channels under it."""

    def __init__(self, flow: Flow) -> None:
        self.spans = [(min(step.lanes), max(step.lanes)) for step in flow.steps]
        wide = [number for number, (low, high) in enumerate(self.spans) if low < high]
        self._closed: list[list[int]] = [[] for _ in range(2 * len(flow.lanes))]
        for number in wide:
            for channel in self.under(number):
                self._closed[channel].append(number)

    def under(self, step: int) -> range:
        """Return the channels between the outer sides of a step's symbols."""
        low, high = self.spans[step]
        return range(2 * low + 1, 2 * high + 1)

    def between(self, channel: int, first: int, last: int) -> bool:
        """Tell whether a channel is closed at any step from `first` to `last`."""
        closed = self._closed[channel]
        at = bisect_left(closed, first)
        return at < len(closed) and closed[at] <= last


def _choose(
    each: _Open,
    flow: Flow,
    taken: set[tuple[int, int]],
    blocked: _Blocked,
    bundles: set[tuple[int, int, bool, int]],
) -> None:
    """Choose the channel with the shortest way across; sharing a line is worth a small detour."""
    best: tuple[float, int] | None = None
    source, target = each.edge.source, each.edge.target
    for channel in _outward(each, flow, blocked):
        entry = _entry(each, channel, taken, blocked)
        if _closed(each, channel, entry, blocked):
            continue
        at = channel // 2 + (0.4 if channel % 2 else -0.4)
        leave = blocked.spans[source][0 if each.side == LOW else 1]
        arrive = blocked.spans[target][0 if at < flow.steps[target].lanes[0] else 1]
        cost = abs(at - leave) + abs(at - arrive) + (0 if entry or not each.edge.is_back else 1.5)
        # Loops run beside the step they return to, jumps beside the one they leave.
        cost += 0.01 * abs(at - (arrive if each.edge.is_back else leave))
        if (channel, target, each.edge.is_back, entry) in bundles:
            cost -= 0.3
        if best is None or (cost, channel) < best:
            best = (cost, channel)
            each.channel, each.enters = channel, entry


def _outward(each: _Open, flow: Flow, blocked: _Blocked) -> range:
    """Return the channels that the exit side looks at; the outermost is always open."""
    low, high = blocked.spans[each.edge.source]
    return range(2 * low + 1) if each.side == LOW else range(2 * high + 1, 2 * len(flow.lanes))


def _entry(each: _Open, channel: int, taken: set[tuple[int, int]], blocked: _Blocked) -> int:
    """Return the side a loop can enter from this channel, or 0 for the head."""
    edge = each.edge
    if not edge.is_back or edge.target == edge.source or channel in blocked.under(edge.target):
        return 0
    side = LOW if channel <= 2 * blocked.spans[edge.target][0] else HIGH
    return 0 if (edge.target, side) in taken else side


def _closed(each: _Open, channel: int, entry: int, blocked: _Blocked) -> bool:
    source, target = each.edge.source, each.edge.target
    if not each.edge.is_back:
        return blocked.between(channel, source + 1, target - 1)
    return blocked.between(channel, target + (1 if entry else 0), source - 1)


def _lines(
    turning: Sequence[_Open], channels: int
) -> tuple[dict[tuple[int, int, bool, int], int], tuple[int, ...]]:
    """Give each bundle a line: the shortest nearest the symbols, none touching another's."""
    reach: dict[tuple[int, int, bool, int], tuple[int, int]] = {}
    for each in turning:
        low, high = each.reach
        before = reach.get(each.bundle, (low, high))
        reach[each.bundle] = (min(low, before[0]), max(high, before[1]))
    ordered = sorted(reach.items(), key=lambda item: (item[1][1] - item[1][0], item[1], item[0]))
    used: list[list[list[tuple[int, int]]]] = [[] for _ in range(channels)]
    lines: dict[tuple[int, int, bool, int], int] = {}
    for bundle, extent in ordered:
        lanes = used[bundle[0]]
        number = next((n for n, line in enumerate(lanes) if _free(line, extent)), len(lanes))
        if number == len(lanes):
            lanes.append([])
        lanes[number].insert(bisect_left(lanes[number], extent), extent)
        lines[bundle] = number
    return lines, tuple(len(each) for each in used)


def _free(line: Sequence[tuple[int, int]], extent: tuple[int, int]) -> bool:
    at = bisect_left(line, extent)
    before = line[at - 1][1] if at else -1
    after = line[at][0] if at < len(line) else extent[1] + 1
    return before < extent[0] and extent[1] < after
