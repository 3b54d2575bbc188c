"""The official sheet: texts and drawing in one table of known size.

Text is broken into lines here, so that the SVG file and the paper need no measuring of their own
and rows have the same height whoever draws them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from generator.draw.flow import Flow
from generator.draw.place import Geometry, place, skeleton
from generator.draw.size import Measure, Size, estimate, heavy, wrap

BEFORE = ("No", "Uraian kegiatan")
AFTER = ("Kelengkapan", "Waktu", "Output", "Keterangan")
ACTORS = "Pelaksana"
QUALITY = "Mutu baku"


@dataclass(frozen=True, slots=True)
class Columns:
    """Extents of the text columns and of the type in them."""

    number: float = 36.0
    time: float = 84.0
    texts: tuple[float, float, float, float] = (200.0, 150.0, 140.0, 130.0)
    """Uraian, kelengkapan, output, keterangan."""
    font: float = 13.0
    leading: float = 17.0
    padding: float = 7.0
    head_font: float = 13.0
    head_leading: float = 17.0
    measure: Measure = estimate
    bold: Measure = heavy
    most: int = 0
    """Most lines of a cell; 0 = as many as it takes."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with all its borders, lines of text, and the drawing in its middle."""

    columns: tuple[float, ...]
    """Borders of all columns."""
    first_lane: int
    """Number of the column where the lanes begin."""
    heads: tuple[tuple[str, ...], ...]
    """Heading of each column, in lines."""
    head: float
    """Height of the second line of headings."""
    cells: tuple[tuple[tuple[str, ...], ...], ...]
    """For each row the lines of its text cells; lanes have none."""
    rows: tuple[float, ...]
    """Borders of the rows, without headings."""
    drawing: Geometry
    type: Columns

    @property
    def lanes_at(self) -> float:
        """Where the drawing begins."""
        return self.columns[self.first_lane]


def compose(flow: Flow, cells: Sequence[Sequence[str]], size: Size, type_: Columns) -> Sheet:
    """Lay out a sheet.

    `cells` holds for each step: number, activity, requirements, time, output, remark.
    """
    inner = 2 * type_.padding
    head_room = max(
        (type_.bold(word) * type_.head_font for lane in flow.lanes for word in lane.split()),
        default=0.0,
    )
    bones = skeleton(flow, size, max(size.column, min(head_room + inner, 2 * size.column)))
    lanes = bones.lanes
    widths = [
        type_.number,
        type_.texts[0],
        *lanes,
        type_.texts[1],
        type_.time,
        type_.texts[2],
        type_.texts[3],
    ]
    texts = (*widths[:2], *widths[-4:])
    lines = tuple(
        tuple(
            wrap(text, (width - inner) / type_.font, type_.measure, type_.most)
            for text, width in zip(row, texts, strict=True)
        )
        for row in cells
    )
    heights = [
        max(least, max(len(cell) for cell in row) * type_.leading + inner)
        for least, row in zip(bones.rows, lines, strict=True)
    ]
    heads = tuple(
        wrap(name, (width - inner) / type_.head_font, type_.bold)
        for name, width in zip((*BEFORE, *flow.lanes, *AFTER), widths, strict=True)
    )
    tallest = max(len(each) for each in heads)
    return Sheet(
        columns=tuple(accumulate(widths, initial=0.0)),
        first_lane=len(BEFORE),
        heads=heads,
        head=tallest * type_.head_leading + inner,
        cells=lines,
        rows=tuple(accumulate(heights, initial=0.0)),
        drawing=place(bones, lanes, heights),
        type=type_,
    )
