"""SVG of a drawing: text as text, colours from the page or plain ink, nothing unescaped.

Colours stand in presentation attributes, which any style sheet overrides: the same text is the
file beside the page, the picture in it, dark or light, and on paper. There is no `style`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from types import MappingProxyType

from generator.draw.place import Box, Connector, Geometry, Label, Point, Symbol
from generator.draw.shape import (
    Turn,
    diamond,
    head,
    number,
    path,
    polygon,
    turned,
    upright,
)
from generator.draw.sheet import ACTORS, AFTER, QUALITY, Sheet
from generator.draw.size import Size

FACE = "Roboto,'Segoe UI',Arial,'Liberation Sans',sans-serif"
NO_LINKS: Mapping[int, str] = MappingProxyType({})
_CLEAN = str.maketrans(dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF]))


def safe(text: str) -> str:
    """Return text for XML: escaped, without characters that XML forbids."""
    return escape(text.translate(_CLEAN))


def document(
    inner: str, width: float, height: float, title: str, desc: str, *, name: str = "gambar"
) -> str:
    """Return a whole SVG file with its name and its equal text."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {number(width)} {number(height)}" '
        f'width="{number(width)}" height="{number(height)}" role="img" '
        f'aria-labelledby="{name}-judul {name}-bacaan" font-family="{FACE}" '
        f'fill="currentColor">\n'
        f'<title id="{name}-judul">{safe(title)}</title>\n'
        f'<desc id="{name}-bacaan">{safe(desc)}</desc>\n{inner}</svg>\n'
    )


def lines_of_text(
    lines: Sequence[str], x: float, y: float, leading: float, attributes: str = ""
) -> str:
    """Return lines of text, the first on the baseline `y`."""
    if not lines:
        return ""
    if len(lines) == 1:
        return f'<text x="{number(x)}" y="{number(y)}"{attributes}>{safe(lines[0])}</text>\n'
    spans = "".join(
        f'<tspan x="{number(x)}" y="{number(y + n * leading)}">{safe(line)}</tspan>'
        for n, line in enumerate(lines)
    )
    return f"<text{attributes}>{spans}</text>\n"


def drawing(geometry: Geometry, links: Mapping[int, str] = NO_LINKS) -> str:
    """Return connectors, symbols and labels; `links` gives addresses for steps by number."""
    turn = turned if geometry.size.turned else upright
    parts = ['<g class="garis" fill="none" stroke="currentColor" stroke-width="1.5">\n']
    parts += [_line(each, turn) for each in geometry.connectors]
    parts += [_link(each, turn) for each in geometry.symbols if each.links]
    parts.append('</g>\n<g class="ujung" fill="currentColor">\n')
    parts += [f'<path d="{_head(each, turn)}"/>\n' for each in geometry.connectors]
    parts.append("</g>\n")
    parts.append('<g class="bt" fill="#fff" stroke="currentColor" stroke-width="1.7">\n')
    parts += [symbol(each, turn, links) for each in geometry.symbols]
    parts.append("</g>\n")
    size = geometry.size
    parts.append(f'<g class="lb" font-size="{number(size.font)}" font-weight="600">\n')
    parts += [_label(each, size, turn) for each in geometry.labels]
    parts.append("</g>\n")
    return "".join(parts)


def _line(each: Connector, turn: Turn) -> str:
    points = [turn(*point) for point in each.points]
    # The stroke stops inside the head, so that the tip stays sharp.
    (x0, y0), (x1, y1) = points[-2:]
    points[-1] = (
        x1 - 3 * ((x1 > x0) - (x1 < x0)),
        y1 - 3 * ((y1 > y0) - (y1 < y0)),
    )
    return f'<path d="{path(points)}"/>\n'


def _head(each: Connector, turn: Turn) -> str:
    return polygon(head([turn(*point) for point in each.points]))


def _link(each: Symbol, turn: Turn) -> str:
    return "".join(
        f'<path class="kait" d="{path([turn(*one), turn(*two)])}"/>\n' for one, two in each.links
    )


def symbol(each: Symbol, turn: Turn, links: Mapping[int, str] = NO_LINKS) -> str:
    """Return the shapes of one step."""
    shapes = "".join(outline(each.step.kind, part.box, turn) for part in each.parts)
    return anchor(shapes, links.get(each.number), f' aria-label="{safe(each.step.text)}"')


def anchor(inner: str, address: str | None, attributes: str = "") -> str:
    """Return content that leads somewhere, if there is an address."""
    if not address:
        return inner
    return f'<a class="bisa" href="{safe(address)}"{attributes}>\n{inner}</a>\n'


def outline(kind: str, box: Box, turn: Turn = upright, attributes: str = "") -> str:
    """Return one shape."""
    if kind == "keputusan":
        return f'<path{attributes} d="{polygon([turn(*point) for point in diamond(box)])}"/>\n'
    (x0, y0), (x1, y1) = turn(box.s0, box.t0), turn(box.s1, box.t1)
    half = min(x1 - x0, y1 - y0) / 2
    corner = f' rx="{number(half)}"' if kind in ("mulai", "selesai") else ""
    return (
        f'<rect{attributes} x="{number(x0)}" y="{number(y0)}" width="{number(x1 - x0)}" '
        f'height="{number(y1 - y0)}"{corner}/>\n'
    )


def _label(each: Label, size: Size, turn: Turn) -> str:
    x0, y0 = turn(each.box.s0, each.box.t0)
    x1, _ = turn(each.box.s1, each.box.t1)
    at_end = each.leans < 0 if not size.turned else each.box.t0 < each.anchor[1]
    side = ' text-anchor="end"' if at_end else ""
    return lines_of_text(
        each.lines, x1 if at_end else x0, y0 + size.leading * 0.8, size.leading, side
    )


def sheet(page: Sheet, title: str, desc: str) -> str:
    """Return the whole official sheet as a file."""
    kind = page.type
    top = kind.leading + 2 * kind.padding
    body = top + page.head
    width, height = page.columns[-1], body + page.rows[-1]
    parts = [_grid(page, top, body), _headings(page, top, body)]
    parts.append(f'<g class="teks" font-size="{number(kind.font)}">\n')
    for row, cells in enumerate(page.cells):
        middle = body + (page.rows[row] + page.rows[row + 1]) / 2
        for at, lines in zip(_text_columns(page), cells, strict=True):
            first = middle - (len(lines) - 1) * kind.leading / 2 + kind.font * 0.35
            centred = at == 0 or at == len(page.columns) - 4
            x = (page.columns[at] + page.columns[at + 1]) / 2 if centred else page.columns[at]
            attributes = ' text-anchor="middle"' if centred else ""
            x += 0 if centred else kind.padding
            parts.append(lines_of_text(lines, x, first, kind.leading, attributes))
    parts.append("</g>\n")
    parts.append(f'<g transform="translate({number(page.lanes_at)} {number(body)})">\n')
    parts.append(drawing(page.drawing))
    parts.append("</g>\n")
    inner = f'<g transform="translate(1 1)">\n{"".join(parts)}</g>\n'
    return document(inner, width + 2, height + 2, title, desc, name="sop")


def _text_columns(page: Sheet) -> tuple[int, ...]:
    last = len(page.columns) - 1
    return (0, 1, last - 4, last - 3, last - 2, last - 1)


def _grid(page: Sheet, top: float, body: float) -> str:
    columns, first = page.columns, page.first_lane
    after = first + len(page.drawing.flow.lanes)
    height = body + page.rows[-1]
    grouped = (*range(first, after), *range(after, after + len(AFTER) - 1))
    lines: list[tuple[Point, Point]] = []
    for number_, x in enumerate(columns):
        inside = number_ in grouped and number_ not in (first, after)
        lines.append(((x, top if inside else 0), (x, height)))
    lines += [((0, y), (columns[-1], y)) for y in (0, *(body + row for row in page.rows))]
    lines.append(((columns[first], top), (columns[-2], top)))
    d = "".join(path(each) for each in lines)
    tint = (
        f'<rect class="kepala" x="0" y="0" width="{number(columns[-1])}" '
        f'height="{number(body)}" fill="currentColor" fill-opacity=".06"/>\n'
    )
    ink = 'fill="none" stroke="currentColor" stroke-opacity=".45"'
    return f'{tint}<path class="kisi" d="{d}" {ink}/>\n'


def _headings(page: Sheet, top: float, body: float) -> str:
    kind, columns, first = page.type, page.columns, page.first_lane
    after = first + len(page.drawing.flow.lanes)
    type_ = f'font-size="{number(kind.head_font)}" font-weight="650" text-anchor="middle"'
    out = [f'<g class="kepala" {type_}>\n']
    groups = ((ACTORS, first, after), (QUALITY, after, after + 3))
    for name, one, two in groups:
        x = (columns[one] + columns[two]) / 2
        out.append(lines_of_text((name,), x, top / 2 + kind.head_font * 0.35, kind.head_leading))
    for at, lines in enumerate(page.heads):
        alone = at < first or at == len(page.heads) - 1
        middle = body / 2 if alone else (top + body) / 2
        y = middle - (len(lines) - 1) * kind.head_leading / 2 + kind.head_font * 0.35
        out.append(lines_of_text(lines, (columns[at] + columns[at + 1]) / 2, y, kind.head_leading))
    out.append("</g>\n")
    return "".join(out)
