"""SVG, table cells and words: well formed, escaped, complete."""

from __future__ import annotations

import re
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.draw import svg
from generator.draw.cells import cells
from generator.draw.chain import Band, Item, Relation, children, relations, value_chain
from generator.draw.cross import cross
from generator.draw.flow import Edge, Flow, Step, of_cross, of_sop
from generator.draw.place import layout
from generator.draw.reading import reading
from generator.draw.sheet import Columns, compose
from generator.draw.size import NARROW, SHEET, estimate, wrap
from tests.draw.alur import flows
from tests.draw.muat import CONTOH, catalog_crosses, catalog_sops, sop

modest = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
HOSTILE = "<script>alert('x')</script> & \"kutip\" ]]> \x00\x0b {{ 7*7 }} `#let` \u202e*tebal*"
SVG = "{http://www.w3.org/2000/svg}"


def parse(text: str) -> ET.Element:
    root = ET.fromstring(text)
    for each in root.iter():
        assert "style" not in each.attrib
        assert each.tag.removeprefix(SVG) not in ("style", "script", "foreignObject", "image")
        assert not any(name.startswith("on") for name in each.attrib)
    return root


def sheet_of(flow: Flow, text: str = "Berkas") -> str:
    rows = [(str(n), step.text, text, "5 menit", text, text) for n, step in enumerate(flow.steps)]
    return svg.sheet(compose(flow, rows, SHEET, Columns()), text, text)


@modest
@given(flows(most_rows=25))
def test_sheet_draws_each_edge_once(flow: Flow) -> None:
    root = parse(sheet_of(flow))
    lines = [
        each
        for group in root.iter(f"{SVG}g")
        if group.get("class") == "garis"
        for each in group
        if each.get("class") != "kait"
    ]
    heads = [
        each for group in root.iter(f"{SVG}g") if group.get("class") == "ujung" for each in group
    ]
    assert len(lines) == len(heads) == len(flow.edges)
    assert sheet_of(flow) == sheet_of(flow)


def test_hostile_text_stays_text() -> None:
    steps = (Step("a", "mulai", (0,), HOSTILE), Step("b", "keputusan", (1,), HOSTILE))
    edges = (Edge(0, 1), Edge(1, 0, HOSTILE, "tidak"))
    flow = Flow((HOSTILE, HOSTILE), steps, edges)
    files = [sheet_of(flow, HOSTILE)]
    files += [
        svg.document(each.svg, each.width, each.height, HOSTILE, HOSTILE)
        for each in (
            cross(flow, {0: "x/?a=1&b=\"'<"}),
            value_chain((Band(HOSTILE, HOSTILE, True, (Item(HOSTILE, "x"), Item(HOSTILE))),)),
            children(HOSTILE, (Item(HOSTILE, "a&b"),), narrow=True),
            relations(HOSTILE, (Relation(HOSTILE, HOSTILE, True, "&"), Relation("a", "b", False))),
        )
    ]
    for text in files:
        root = parse(text)
        said = "".join(root.itertext())
        assert "alert('x')" in said
        assert "\x00" not in text
        assert root.get("role") == "img"
        named = (root.get("aria-labelledby") or "").split()
        assert [root.find(f"{SVG}{tag}").get("id") for tag in ("title", "desc")] == named


@modest
@given(flows(most_rows=20), st.sampled_from((SHEET, NARROW)))
def test_lines_meet_at_every_border_of_the_table(flow: Flow, size) -> None:
    grid = cells(layout(flow, size))
    lines = []
    for row in grid:
        now = []
        for cell in row:
            root = parse(f'<svg xmlns="http://www.w3.org/2000/svg">{cell.svg}</svg>')
            now.append([dict(each.attrib) for each in root if each.tag == f"{SVG}line"])
        lines.append(now)

    def ends(cell, axis: str, edge: str) -> set[tuple[str, str]]:
        other = "x1" if axis == "y" else "y1"
        return {
            (each["class"], each[other])
            for each in cell
            if edge in (each[f"{axis}1"], each[f"{axis}2"]) and each[f"{axis}1"] != each[f"{axis}2"]
        }

    for above, below in pairwise(lines):
        for upper, lower in zip(above, below, strict=True):
            assert ends(upper, "y", "100%") == ends(lower, "y", "0%")
    for row in lines:
        for left, right in pairwise(row):
            assert ends(left, "x", "100%") == ends(right, "x", "0%")


def test_cells_need_no_more_room_than_a_page_has() -> None:
    for path in (*CONTOH, *catalog_sops()):
        flow = of_sop(sop(path))
        size = SHEET if len(flow.lanes) <= 4 else NARROW
        width = sum(cell.width for cell in cells(layout(flow, size))[0])
        assert width < 130 * len(flow.lanes) + 60, path


def test_reading_says_every_step_and_every_way() -> None:
    found = reading(of_sop(sop(CONTOH[1])), ["10 menit", "5 menit"] + ["1 jam"] * 4)
    assert found == (
        "Langkah 1, pemohon, 10 menit: mengisi formulir F-1.02 dan menyerahkan berkas.",
        (
            "Langkah 2, petugas loket, 5 menit: memeriksa kelengkapan berkas. "
            "Bila lengkap lanjut ke langkah 3. Bila tidak lengkap kembali ke langkah 1."
        ),
        "Langkah 3, petugas loket, 1 jam: mencatat permohonan dan memberi tanda terima.",
        "Langkah 4, operator SIAK, 1 jam: mencocokkan data dan menyiapkan kartu keluarga.",
        (
            "Langkah 5, kepala bidang, 1 jam: memeriksa dan menandatangani secara elektronik. "
            "Bila ya lanjut ke langkah 6. Bila tidak kembali ke langkah 4."
        ),
        (
            "Langkah 6, petugas loket dan pemohon, 1 jam: menyerahkan kartu keluarga dan "
            "mencatat penyerahan. Selesai."
        ),
    )


@modest
@given(flows(most_rows=30))
def test_reading_of_any_flow(flow: Flow) -> None:
    said = " ".join(reading(flow))
    for edge in flow.edges:
        straight = edge.target == edge.source + 1 and not edge.answer
        assert straight or f"langkah {edge.target + 1}." in said


@pytest.mark.parametrize(
    "path", [path for path, _ in catalog_crosses()], ids=lambda each: each.stem
)
def test_cross_maps_hold_their_texts(path) -> None:
    process = dict(catalog_crosses())[path]
    flow = of_cross(process.lintas_fungsi)
    found = cross(flow)
    root = parse(f'<svg xmlns="http://www.w3.org/2000/svg">{found.svg}</svg>')
    said = re.sub(r"\W", "", "".join(root.itertext()))
    for step in flow.steps:
        assert re.sub(r"\W", "", step.text) in said


@given(st.text(max_size=200), st.floats(1, 30))
def test_wrap_keeps_every_sign(text: str, room: float) -> None:
    lines = wrap(text, room, estimate)
    assert "".join(lines).replace(" ", "") == "".join(text.split())
    assert all(estimate(line) <= room or len(line) == 1 for line in lines)
    assert len(wrap(text, room, estimate, 2)) <= 2
