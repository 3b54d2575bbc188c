"""What must hold for every drawing, checked on its coordinates alone."""

from __future__ import annotations

from collections import Counter
from itertools import combinations, pairwise

from generator.draw.place import Box, Geometry, Point

Segment = tuple[Point, Point]
NEAR = 0.01


def segments(points: tuple[Point, ...]) -> list[Segment]:
    return list(pairwise(points))


def check(drawing: Geometry) -> None:
    edges_once(drawing)
    nothing_outside(drawing)
    free_of_symbols(drawing)
    free_of_labels(drawing)
    never_mistaken(drawing)


def edges_once(drawing: Geometry) -> None:
    assert Counter(each.edge for each in drawing.connectors) == Counter(drawing.flow.edges)
    assert len(drawing.symbols) == len(drawing.flow.steps)
    for each in drawing.connectors:
        for one, two in segments(each.points):
            assert (one[0] == two[0]) != (one[1] == two[1]), "not orthogonal"
        source, target = drawing.symbols[each.edge.source], drawing.symbols[each.edge.target]
        assert any(_on_edge(each.points[0], part.box) for part in source.parts)
        assert any(_on_edge(each.points[-1], part.box) for part in target.parts)
        # Room for the head of the arrow.
        (s, t), (s1, t1) = each.points[-2:]
        assert abs(s - s1) + abs(t - t1) >= 9


def _on_edge(point: Point, box: Box) -> bool:
    s, t = point
    inside = box.s0 - NEAR <= s <= box.s1 + NEAR and box.t0 - NEAR <= t <= box.t1 + NEAR
    on = min(abs(s - box.s0), abs(s - box.s1), abs(t - box.t0), abs(t - box.t1)) <= NEAR
    return inside and on


def nothing_outside(drawing: Geometry) -> None:
    s1, t1 = drawing.lanes[-1], drawing.rows[-1]
    for each in drawing.connectors:
        assert all(0 < s < s1 and 0 < t < t1 for s, t in each.points)
    for symbol in drawing.symbols:
        top, bottom = drawing.rows[symbol.number], drawing.rows[symbol.number + 1]
        for part in symbol.parts:
            assert drawing.lanes[part.first] < part.box.s0
            assert part.box.s1 < drawing.lanes[part.last + 1]
            assert top < part.box.t0
            assert part.box.t1 < bottom
    for label in drawing.labels:
        number = label.edge.source
        lane = next(n for n, edge in enumerate(drawing.lanes) if edge > label.anchor[0]) - 1
        assert drawing.lanes[lane] < label.box.s0
        assert label.box.s1 < drawing.lanes[lane + 1]
        assert drawing.rows[number] < label.box.t0
        assert label.box.t1 < drawing.rows[number + 1]


def meets(segment: Segment, box: Box, margin: float = 0.0) -> bool:
    (s0, t0), (s1, t1) = segment
    return (
        min(s0, s1) < box.s1 + margin
        and max(s0, s1) > box.s0 - margin
        and min(t0, t1) < box.t1 + margin
        and max(t0, t1) > box.t0 - margin
    )


def overlap(one: Box, two: Box) -> bool:
    return one.s0 < two.s1 and two.s0 < one.s1 and one.t0 < two.t1 and two.t0 < one.t1


def free_of_symbols(drawing: Geometry) -> None:
    for each in drawing.connectors:
        own = (each.edge.source, each.edge.target)
        for symbol in drawing.symbols:
            # One's own symbol is touched at its port and nowhere else.
            margin = -NEAR if symbol.number in own else 2.0
            for part in symbol.parts:
                for segment in segments(each.points):
                    assert not meets(segment, part.box, margin), (each.edge, symbol.number)


def free_of_labels(drawing: Geometry) -> None:
    boxes = [part.box for symbol in drawing.symbols for part in symbol.parts]
    links = [link for symbol in drawing.symbols for link in symbol.links]
    for label in drawing.labels:
        for each in drawing.connectors:
            for segment in segments(each.points):
                assert not meets(segment, label.box), (label.edge, each.edge)
        assert not any(overlap(label.box, box) for box in boxes)
        assert not any(meets(link, label.box) for link in links)
    for one, two in combinations(drawing.labels, 2):
        assert not overlap(one.box, two.box)


def never_mistaken(drawing: Geometry) -> None:
    for one, two in combinations(drawing.connectors, 2):
        p, q = _whole(one.points), _whole(two.points)
        join: Point | None = None
        if one.edge.target == two.edge.target and p[-1] == q[-1]:
            p, q, join = _before_joining(p, q)
        for a in segments(p):
            for b in segments(q):
                _apart(a, b, join, (one.edge, two.edge))


def _whole(points: tuple[Point, ...]) -> tuple[Point, ...]:
    """Points in hundredths: sums of whole numbers have no error."""
    return tuple((round(s * 100), round(t * 100)) for s, t in points)


def _before_joining(
    p: tuple[Point, ...], q: tuple[Point, ...]
) -> tuple[tuple[Point, ...], tuple[Point, ...], Point]:
    """Cut off the common tail; return what comes before and the point where they join."""
    a, b = list(reversed(p)), list(reversed(q))
    while len(a) > 1 and len(b) > 1:
        ends = _along(a), _along(b)
        if ends[0][0] != ends[1][0]:
            break
        length = min(ends[0][1], ends[1][1])
        _advance(a, ends[0], length)
        _advance(b, ends[1], length)
    return tuple(reversed(a)), tuple(reversed(b)), a[0]


def _along(points: list[Point]) -> tuple[tuple[int, int], float]:
    (s0, t0), (s1, t1) = points[0], points[1]
    sign = ((s1 > s0) - (s1 < s0), (t1 > t0) - (t1 < t0))
    return sign, abs(s1 - s0) + abs(t1 - t0)


def _advance(points: list[Point], way: tuple[tuple[int, int], float], length: float) -> None:
    sign, whole = way
    if length == whole:
        points.pop(0)
    else:
        points[0] = (points[0][0] + sign[0] * length, points[0][1] + sign[1] * length)


def _apart(a: Segment, b: Segment, join: Point | None, edges: object) -> None:
    """Two segments must not meet, unless they cross clean, or at the point where they join."""
    s0, s1 = (
        max(min(a[0][0], a[1][0]), min(b[0][0], b[1][0])),
        min(max(a[0][0], a[1][0]), max(b[0][0], b[1][0])),
    )
    t0, t1 = (
        max(min(a[0][1], a[1][1]), min(b[0][1], b[1][1])),
        min(max(a[0][1], a[1][1]), max(b[0][1], b[1][1])),
    )
    if s0 > s1 or t0 > t1:
        return
    if (s0, t0) == (s1, t1) == join:
        return
    crossing = (a[0][0] == a[1][0]) != (b[0][0] == b[1][0])
    assert crossing, ("overlap", edges)
    point = (s0, t0)
    clean = all(abs(point[0] - end[0]) + abs(point[1] - end[1]) > 200 for end in (*a, *b))
    assert clean, ("touch", edges, point, a, b, join)
