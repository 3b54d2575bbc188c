"""A SOP as data for the typst template: identity, then pages of rows with their drawing.

Every text stays data: the template gets it from JSON and never reads it as markup.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from generator.cetak.huruf import FAMILY, ukur
from generator.derive.sop import TampilanSop
from generator.draw.flow import Flow, of_sop
from generator.draw.paper import Page, paginate
from generator.draw.place import Point
from generator.draw.shape import diamond
from generator.draw.sheet import ACTORS, QUALITY, Columns, Sheet, compose
from generator.draw.size import Size

MARGIN = (40.0, 34.0, 28.0, 34.0)
"""Left (room to bind), top, right, bottom, in points."""
HEADER = 26.0
"""Running title above the table."""
MARKS: Mapping[str, tuple[str, str]] = {
    "contoh": ("CONTOH", "Data contoh, belum ditetapkan"),
    "draf": ("DRAF", "Draf"),
    "reviu": ("REVIU", "Sedang direviu"),
    "dicabut": ("DICABUT", "Tidak berlaku lagi"),
}


@dataclass(frozen=True, slots=True)
class Kertas:
    """A size of paper, landscape, in points."""

    kode: str
    nama: str
    lebar: float
    tinggi: float

    @property
    def isi(self) -> float:
        """Width between the margins."""
        return self.lebar - MARGIN[0] - MARGIN[2]


A4 = Kertas("a4", "A4", 841.89, 595.28)
F4 = Kertas("f4", "F4", 935.43, 609.45)
KERTAS = (A4, F4)


def ukuran(scale: float) -> Size:
    """Return the measures of the drawing, `scale` times the full size."""
    full = Size(
        half=MappingProxyType(
            {
                "mulai": (16.0, 8.0),
                "selesai": (16.0, 8.0),
                "proses": (16.0, 8.0),
                "keputusan": (18.0, 12.0),
            }
        ),
        track=5.5,
        lead=10.5,
        below=11.0,
        gap=10.0,
        spacing=6.6,
        edge=4.6,
        column=46.0,
        font=7.0,
        leading=7.6,
        label_room=5.4,
        measure=ukur("tebal"),
    )
    return replace(
        full,
        half=MappingProxyType({k: (s * scale, t * scale) for k, (s, t) in full.half.items()}),
        column=full.column * scale,
        font=max(5.6, full.font * scale),
        leading=max(6.2, full.leading * scale),
    )


def susun(view: TampilanSop, kertas: Kertas) -> dict[str, Any]:
    """Return everything the template needs for one SOP on one paper."""
    flow = of_sop(view.sop)
    sheet, zoom = _sheet(flow, [row.sel for row in view.baris], kertas)
    room = _room(kertas, sheet, zoom)
    stamp, mark = MARKS.get(view.status, ("", ""))
    return {
        "kertas": {"lebar": kertas.lebar, "tinggi": kertas.tinggi, "tepi": MARGIN},
        "huruf": FAMILY,
        "judul": view.judul,
        "instansi": view.instansi,
        "unit": view.unit.nama,
        "nomor": view.sop.nomor or "",
        "cap": stamp,
        "tanda": mark,
        "identitas": {name: list(lines) for name, lines in view.identitas},
        "lajur": len(flow.lanes),
        **_zoomed(_table(sheet, room), zoom),
    }


def _table(sheet: Sheet, room: float) -> dict[str, Any]:
    return {
        "kolom": _widths(sheet),
        "kepala": {
            "tinggi": [_group(sheet), sheet.head],
            "teks": [list(lines) for lines in sheet.heads],
            "kelompok": [ACTORS, QUALITY],
            "huruf": sheet.type.head_font,
        },
        "huruf_isi": sheet.type.font,
        "baris_isi": sheet.type.leading,
        "sisi": sheet.type.padding,
        "label": {"huruf": sheet.drawing.size.font, "baris": sheet.drawing.size.leading},
        "halaman": [_page(sheet, page) for page in paginate(sheet, room)],
    }


def _zoomed(value: Any, zoom: float) -> Any:
    """Return data with every measure brought to the paper's own scale."""
    if isinstance(value, dict):
        return {key: _zoomed(each, zoom) for key, each in value.items()}
    if isinstance(value, list):
        return [_zoomed(each, zoom) for each in value]
    return round(value * zoom, 2) if type(value) is float else value


def _sheet(flow: Flow, cells: Sequence[Sequence[str]], kertas: Kertas) -> tuple[Sheet, float]:
    """Compose at the largest scale that leaves the texts enough width.

    Where even the smallest does not, the whole sheet is made larger than the paper, and the second
    value tells how much smaller it is to be printed.
    """
    number, time = 22.0, 52.0
    for scale in (1.0, 0.92, 0.84, 0.76, 0.68, 0.6):
        kind = Columns(
            number=number,
            time=time,
            texts=(100.0, 90.0, 80.0, 80.0),
            font=8.0 if scale > 0.7 else 7.0,
            leading=9.8 if scale > 0.7 else 8.6,
            padding=4.0,
            head_font=8.0 if scale > 0.9 else 7.0 if scale > 0.7 else 6.2,
            head_leading=9.6 if scale > 0.9 else 8.4 if scale > 0.7 else 7.4,
            measure=ukur("biasa"),
            bold=ukur("tebal"),
        )
        sheet = compose(flow, cells, ukuran(scale), kind)
        lanes = sheet.columns[-5] - sheet.columns[2]
        texts = kertas.isi - number - time - lanes
        if texts >= kertas.isi * 0.42:
            break
    least = (number + time + lanes) / 0.7
    zoom = min(1.0, kertas.isi / least)
    texts = kertas.isi / zoom - number - time - lanes
    # A cell that would fill more than a page ends in an ellipsis; the web page has all of it.
    most = int((_room(kertas, sheet, zoom) - 90) / kind.leading)
    shares = _shares(cells)
    widths = tuple(texts * share for share in shares)
    kind = replace(kind, texts=(widths[0], widths[1], widths[2], widths[3]), most=most)
    return compose(flow, cells, sheet.drawing.size, kind), zoom


def _shares(cells: Sequence[Sequence[str]]) -> tuple[float, ...]:
    """Share the width by how much there is to read, within limits."""
    order = (1, 2, 4, 5)
    amounts = [
        (sum(len(row[at]) for row in cells) * max(len(row[at]) for row in cells)) ** 0.4
        for at in order
    ]
    total = sum(amounts) or 1.0
    wanted = [
        min(max(amount / total, low), high)
        for amount, (low, high) in zip(
            amounts, ((0.28, 0.4), (0.2, 0.34), (0.18, 0.3), (0.14, 0.26)), strict=True
        )
    ]
    return tuple(each / sum(wanted) for each in wanted)


def _room(kertas: Kertas, sheet: Sheet, zoom: float) -> float:
    height = kertas.tinggi - MARGIN[1] - MARGIN[3] - HEADER
    return height / zoom - _group(sheet) - sheet.head - 2


def _group(sheet: Sheet) -> float:
    return sheet.type.head_leading + sheet.type.padding


def _widths(sheet: Sheet) -> list[float]:
    columns = sheet.columns
    return [_fine(b - a) for a, b in itertools.pairwise(columns)]


def _page(sheet: Sheet, page: Page) -> dict[str, Any]:
    left = sheet.lanes_at
    rows = sheet.rows

    def at(point: Point, shift: float = 0.0) -> list[float]:
        return [_fine(left + point[0]), _fine(point[1] + shift)]

    shapes: list[dict[str, Any]] = []
    links: list[list[list[float]]] = []
    for symbol in page.symbols:
        for part in symbol.parts:
            box = part.box
            shapes.append(
                {
                    "jenis": symbol.step.kind,
                    "kotak": [*at((box.s0, box.t0), page.shift), *at((box.s1, box.t1), page.shift)],
                    "sudut": [at(point, page.shift) for point in diamond(box)]
                    if symbol.step.kind == "keputusan"
                    else [],
                }
            )
        links += [[at(one, page.shift), at(two, page.shift)] for one, two in symbol.links]
    return {
        "atas": _fine(page.above),
        "bawah": _fine(page.below),
        "baris": [
            {
                "tinggi": _fine(rows[number + 1] - rows[number]),
                "sel": [list(lines) for lines in sheet.cells[number]],
            }
            for number in range(page.first, page.last)
        ],
        "garis": [[at(point) for point in line] for line in page.lines],
        "ujung": [[at(point) for point in triangle] for triangle in page.heads],
        "simbol": shapes,
        "kait": links,
        "label": [
            {
                "baris": list(label.lines),
                "kotak": [
                    *at((label.box.s0, label.box.t0), page.shift),
                    *at((label.box.s1, label.box.t1), page.shift),
                ],
                "kanan": label.leans < 0,
            }
            for label in page.labels
        ],
        "segilima": [
            {
                "sudut": [at(point) for point in each.corners],
                "huruf": each.letter,
                "tengah": at(each.middle),
            }
            for each in page.off_page
        ],
    }


def _fine(value: float) -> float:
    return round(value, 2)
