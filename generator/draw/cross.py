"""A cross-functional map: lanes, steps with their texts, hand-overs, by the layout of the sheet.

A decision is an activity and the question that follows it, so it becomes a box and a diamond;
text in a diamond would need one many times its size.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from generator.draw.flow import Edge, Flow, Step
from generator.draw.place import Geometry, Symbol, layout
from generator.draw.shape import number, path
from generator.draw.size import Size, estimate, heavy, wrap
from generator.draw.svg import NO_LINKS, anchor, drawing, lines_of_text

HALF = 68.0
FONT, LEADING = 13.0, 16.0
HEAD_FONT, HEAD_LEADING = 14.0, 17.0
SIZE = Size(
    half=MappingProxyType({"keputusan": (28.0, 18.0)}),
    column=2 * HALF + 30,
    font=12.0,
    leading=13.0,
    below=14.0,
    label_room=8.0,
)


@dataclass(frozen=True, slots=True)
class Map:
    """A drawn map: content and extent, without the frame of a file."""

    svg: str
    width: float
    height: float


def expand(flow: Flow) -> tuple[Flow, tuple[int, ...]]:
    """Give each step a symbol that holds its text, each decision a diamond after it.

    Returns the flow to draw and for each drawn symbol the step it belongs to, -1 for diamonds.
    """
    steps: list[Step] = []
    owner: list[int] = []
    enter: list[int] = []
    leave: list[int] = []
    edges: list[Edge] = []
    for index, step in enumerate(flow.steps):
        enter.append(len(steps))
        lines = wrap(step.text, (2 * HALF - 14) / FONT, estimate)
        tall = max(2, len(lines)) * LEADING / 2 + 7
        kind = "proses" if step.kind == "keputusan" else step.kind
        steps.append(replace(step, kind=kind, lanes=step.lanes[:1], half=(HALF, tall)))
        owner.append(index)
        if step.kind == "keputusan":
            edges.append(Edge(len(steps) - 1, len(steps)))
            steps.append(Step(f"{step.id}?", "keputusan", step.lanes[:1]))
            owner.append(-1)
        leave.append(len(steps) - 1)
    edges += [
        Edge(leave[each.source], enter[each.target], each.label, each.answer) for each in flow.edges
    ]
    return Flow(flow.lanes, tuple(steps), tuple(edges)), tuple(owner)


def cross(flow: Flow, links: Mapping[int, str] = NO_LINKS) -> Map:
    """Draw a cross-functional map; `links` gives addresses for steps by number."""
    shown, owner = expand(flow)
    drawn = layout(shown, SIZE)
    by_symbol = {at: links[index] for at, index in enumerate(owner) if index in links}
    heads = [
        wrap(name, (end - start - 12) / HEAD_FONT, heavy)
        for name, start, end in zip(flow.lanes, drawn.lanes, drawn.lanes[1:], strict=False)
    ]
    head = max(len(each) for each in heads) * HEAD_LEADING + 16
    width, height = drawn.lanes[-1], head + drawn.rows[-1] + 6
    parts = [_lanes(drawn, heads, head, height)]
    parts.append(f'<g transform="translate(0 {number(head)})">\n{drawing(drawn, by_symbol)}')
    parts.append(f'<g class="nama" font-size="{number(FONT)}" text-anchor="middle">\n')
    parts += [
        # The shape is the link for keyboards and readers; its text only takes the same tap.
        anchor(_text(symbol), by_symbol.get(symbol.number), ' tabindex="-1" aria-hidden="true"')
        for symbol in drawn.symbols
        if symbol.step.text
    ]
    parts.append("</g>\n</g>\n")
    inner = f'<g transform="translate(1 1)">\n{"".join(parts)}</g>\n'
    return Map(inner, width + 2, height + 2)


def _text(symbol: Symbol) -> str:
    lines = wrap(symbol.step.text, (2 * HALF - 14) / FONT, estimate)
    s, t = symbol.parts[0].box.middle
    return lines_of_text(lines, s, t - (len(lines) - 1) * LEADING / 2 + FONT * 0.35, LEADING)


def _lanes(drawn: Geometry, heads: list[tuple[str, ...]], head: float, height: float) -> str:
    width = drawn.lanes[-1]
    borders = [((x, 0.0), (x, height)) for x in drawn.lanes]
    borders += [((0.0, y), (width, y)) for y in (0.0, head, height)]
    lines = "".join(path(each) for each in borders)
    parts = [
        (
            f'<rect class="kpl" x="0" y="0" width="{number(width)}" height="{number(head)}" '
            'fill="currentColor" fill-opacity=".06"/>\n'
            f'<path class="lajur" d="{lines}" fill="none" stroke="currentColor" '
            'stroke-opacity=".45"/>\n'
            f'<g class="jp" font-size="{number(HEAD_FONT)}" font-weight="700" '
            'text-anchor="middle">\n'
        )
    ]
    for lines_, start, end in zip(heads, drawn.lanes, drawn.lanes[1:], strict=False):
        y = head / 2 - (len(lines_) - 1) * HEAD_LEADING / 2 + HEAD_FONT * 0.35
        parts.append(lines_of_text(lines_, (start + end) / 2, y, HEAD_LEADING))
    parts.append("</g>\n")
    return "".join(parts)
