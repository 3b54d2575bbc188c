"""Maps without a flow: the value chain of level 0, the children of a process, its relations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.draw.cross import Map
from generator.draw.shape import number, polygon
from generator.draw.size import estimate, heavy, wrap
from generator.draw.svg import anchor, lines_of_text

FONT, LEADING = 15.0, 18.0
GAP, PAD, CUT = 10.0, 14.0, 16.0
WIDE, NARROW = 1060.0, 344.0


@dataclass(frozen=True, slots=True)
class Item:
    """A process in a map."""

    name: str
    address: str | None = None


@dataclass(frozen=True, slots=True)
class Band:
    """Processes of one category."""

    name: str
    note: str
    core: bool
    """True for the processes that give value to citizens: drawn as a chain."""
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Relation:
    """What passes between a process and another party."""

    party: str
    what: str
    incoming: bool
    address: str | None = None


def value_chain(bands: Sequence[Band], *, narrow: bool = False) -> Map:
    """Draw level 0: one band for each category, from steering to support."""
    width = NARROW if narrow else WIDE
    parts: list[str] = []
    y = 0.0
    for band in bands:
        svg, height = _band(band, y, width, narrow=narrow)
        parts.append(svg)
        y += height + GAP
    return Map("".join(parts), width, max(y - GAP, 1))


def _band(band: Band, y: float, width: float, *, narrow: bool) -> tuple[str, float]:
    label = 0.0 if narrow else 210.0
    per_row = 1 if narrow else 4
    room = width - label - 2 * PAD
    each = (room - GAP * (per_row - 1)) / per_row
    cut = CUT if band.core else 0.0
    rows = [band.items[at : at + per_row] for at in range(0, len(band.items), per_row)]
    top = y + PAD + (44.0 if narrow else 0.0)
    parts: list[str] = []
    for row in rows:
        lines = [wrap(item.name, (each - 2 * cut - 14) / FONT, estimate) for item in row]
        tall = max(len(one) for one in lines) * LEADING + 26
        for at, (item, text) in enumerate(zip(row, lines, strict=True)):
            x = PAD + label + at * (each + GAP)
            parts.append(anchor(_box(x, top, each, tall, cut, text), item.address))
        top += tall + GAP
    height = max(top - GAP + PAD - y, 2 * PAD + 50)
    kind = "inti" if band.core else "biasa"
    title_y = y + PAD + 14 if narrow else y + height / 2 - 4
    head = (
        f'<rect class="pita-l" x="0" y="{number(y)}" width="{number(width)}" '
        f'height="{number(height)}" rx="10" fill="currentColor" fill-opacity=".06"/>\n'
        + lines_of_text((band.name,), PAD, title_y, 0, ' class="jp" font-size="18"')
        + lines_of_text((band.note,), PAD, title_y + 20, 0, ' class="ket" font-size="14"')
    )
    return f'{head}<g class="{kind}">\n{"".join(parts)}</g>\n', height


def _box(x: float, y: float, width: float, height: float, cut: float, text: Sequence[str]) -> str:
    if cut:
        corners = (
            (x, y),
            (x + width - cut, y),
            (x + width, y + height / 2),
            (x + width - cut, y + height),
            (x, y + height),
            (x + cut, y + height / 2),
        )
        shape = f'<path d="{polygon(corners)}" fill="#fff" stroke="currentColor"/>\n'
    else:
        shape = (
            f'<rect x="{number(x)}" y="{number(y)}" width="{number(width)}" '
            f'height="{number(height)}" rx="6" fill="#fff" stroke="currentColor"/>\n'
        )
    middle = y + height / 2 - (len(text) - 1) * LEADING / 2 + FONT * 0.35
    attributes = f' text-anchor="middle" font-size="{number(FONT)}"'
    return shape + lines_of_text(text, x + width / 2 + cut / 4, middle, LEADING, attributes)


def children(name: str, items: Sequence[Item], *, narrow: bool = False) -> Map:
    """Draw the subprocesses of a process, in the order of their codes."""
    band = Band(name, f"{len(items)} subproses", True, tuple(items))
    if narrow:
        band = Band("Subproses", f"{len(items)} subproses", True, tuple(items))
    lines = wrap(band.name, 185 / 18, estimate)
    if not narrow and len(lines) > 1:
        band = Band("Subproses", band.note, True, band.items)
    return value_chain((band,), narrow=narrow)


SIDE, CENTRE, ARROW = 300.0, 240.0, 90.0
ROW_GAP = 14.0
TRUNK, STEM = 8.0, 30.0
"""On a phone: where the line runs that all parties hang on, and how far they stand from it."""


def relations(name: str, found: Sequence[Relation], *, narrow: bool = False) -> Map:
    """Draw a process between those who give to it and those who get from it."""
    return _relations_below(name, found) if narrow else _relations_beside(name, found)


def _relations_beside(name: str, found: Sequence[Relation]) -> Map:
    width = 2 * SIDE + 2 * ARROW + CENTRE
    left = [each for each in found if each.incoming]
    right = [each for each in found if not each.incoming]
    columns = [_side(left, 0.0, SIDE), _side(right, width - SIDE, SIDE)]
    height = max(columns[0][1], columns[1][1], 80.0)
    parts: list[str] = ['<g class="biasa">\n']
    arrows: list[str] = []
    centre = SIDE + ARROW
    for (boxes, used), incoming in zip(columns, (True, False), strict=True):
        shift = (height - used) / 2
        for svg, middle in boxes:
            parts.append(f'<g transform="translate(0 {number(shift)})">\n{svg}</g>\n')
            y = middle + shift
            x0, x1 = (SIDE, centre) if incoming else (centre + CENTRE, width - SIDE)
            arrows += [_line(f"M{number(x0)} {number(y)}H{number(x1 - 3)}"), _right(x1, y)]
    parts.append("</g>\n")
    text = wrap(name, (CENTRE - 24) / FONT, estimate)
    parts.append(f'<g class="inti">\n{_box(centre, 0, CENTRE, height, 0, text)}</g>\n')
    inner = f'<g transform="translate(1 1)">\n{"".join([*parts, *arrows])}</g>\n'
    return Map(inner, width + 2, height + 2)


def _relations_below(name: str, found: Sequence[Relation]) -> Map:
    """Draw givers, process and receivers under each other, on a line at their left."""
    parts: list[str] = []
    arrows: list[str] = []
    text = wrap(name, (NARROW - 24) / FONT, estimate)
    tall = len(text) * LEADING + 26
    y = 0.0
    for incoming in (True, False):
        boxes, used = _side(
            [each for each in found if each.incoming == incoming], STEM, NARROW - STEM
        )
        parts += [f'<g transform="translate(0 {number(y)})">\n{svg}</g>\n' for svg, _ in boxes]
        middles = [y + middle for _, middle in boxes]
        if incoming:
            y += used + STEM if boxes else 0.0
            arrows += [_line(f"M{number(STEM)} {number(at)}H{number(TRUNK)}") for at in middles]
            if middles:
                tip = ((TRUNK, y), (TRUNK - 5, y - 9), (TRUNK + 5, y - 9))
                arrows.append(_line(f"M{number(TRUNK)} {number(middles[0])}V{number(y - 3)}"))
                arrows.append(f'<path class="ujung" d="{polygon(tip)}"/>\n')
            centre, y = y, y + tall + STEM
        elif middles:
            arrows.append(_line(f"M{number(TRUNK)} {number(y - STEM)}V{number(middles[-1])}"))
            for at in middles:
                arrows.append(_line(f"M{number(TRUNK)} {number(at)}H{number(STEM - 3)}"))
                arrows.append(_right(STEM, at))
            y += used + STEM
    box = _box(0, centre, NARROW, tall, 0, text)
    inner = f'<g class="biasa">\n{"".join(parts)}</g>\n<g class="inti">\n{box}</g>\n'
    inner = f'<g transform="translate(1 1)">\n{inner}{"".join(arrows)}</g>\n'
    return Map(inner, NARROW + 2, y - STEM + 2)


def _line(d: str) -> str:
    return f'<path class="garis" d="{d}" fill="none" stroke="currentColor" stroke-width="1.5"/>\n'


def _right(x: float, y: float) -> str:
    """Return the head of an arrow that points right."""
    return f'<path class="ujung" d="{polygon(((x, y), (x - 9, y - 5), (x - 9, y + 5)))}"/>\n'


def _side(
    found: Sequence[Relation], x: float, width: float
) -> tuple[list[tuple[str, float]], float]:
    boxes: list[tuple[str, float]] = []
    y = 0.0
    for each in found:
        party = wrap(each.party, (width - 24) / FONT, heavy)
        what = wrap(each.what, (width - 24) / 13, estimate)
        tall = len(party) * LEADING + len(what) * 16 + 22
        rect = (
            f'<rect x="{number(x)}" y="{number(y)}" width="{number(width)}" '
            f'height="{number(tall)}" rx="6" fill="#fff" stroke="currentColor"/>\n'
        )
        first = y + 10 + FONT
        texts = lines_of_text(
            party, x + 12, first, LEADING, f' font-size="{number(FONT)}" font-weight="650"'
        ) + lines_of_text(
            what, x + 12, first + len(party) * LEADING, 16, ' class="ket" font-size="13"'
        )
        boxes.append((anchor(rect + texts, each.address), y + tall / 2))
        y += tall + ROW_GAP
    return boxes, max(y - ROW_GAP, 0.0)
