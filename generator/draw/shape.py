"""Outlines that every writer draws: the five symbols of the law and the head of an arrow."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence

from generator.draw.place import Box, Point

Turn = Callable[[float, float], Point]
"""From s, t to x, y."""


def upright(s: float, t: float) -> Point:
    """Lanes are columns."""
    return (s, t)


def turned(s: float, t: float) -> Point:
    """Lanes are rows."""
    return (t, s)


def number(value: float) -> str:
    """Return a coordinate in as few characters as it takes."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def path(points: Sequence[Point]) -> str:
    """Return the path data of a polyline along the axes."""
    parts = [f"M{number(points[0][0])} {number(points[0][1])}"]
    for before, now in itertools.pairwise(points):
        if before[0] == now[0]:
            parts.append(f"V{number(now[1])}")
        elif before[1] == now[1]:
            parts.append(f"H{number(now[0])}")
        else:
            parts.append(f"L{number(now[0])} {number(now[1])}")
    return "".join(parts)


def head(points: Sequence[Point], length: float = 8.0, half: float = 4.5) -> tuple[Point, ...]:
    """Return the triangle at the end of a polyline."""
    (x0, y0), (x1, y1) = points[-2:]
    dx, dy = (x1 > x0) - (x1 < x0), (y1 > y0) - (y1 < y0)
    bx, by = x1 - dx * length, y1 - dy * length
    return ((x1, y1), (bx - dy * half, by - dx * half), (bx + dy * half, by + dx * half))


def polygon(points: Sequence[Point]) -> str:
    """Return path data of a closed polygon."""
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points) + "z"


def diamond(box: Box) -> tuple[Point, ...]:
    """Return the corners of a decision."""
    s, t = box.middle
    return ((s, box.t0), (box.s1, t), (s, box.t1), (box.s0, t))


def pentagon(s: float, t: float, half: float, height: float) -> tuple[Point, ...]:
    """Return the corners of an off-page connector, pointing down; `s`, `t` = middle of its top."""
    body = height * 0.62
    return (
        (s - half, t),
        (s + half, t),
        (s + half, t + body),
        (s, t + height),
        (s - half, t + body),
    )
