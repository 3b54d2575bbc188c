"""The layout keeps its promises for flows of any shape."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.cetak.lembar import ukuran
from generator.draw.bpmn import SIZE as BPMN
from generator.draw.bpmn import bpmn
from generator.draw.cells import cells
from generator.draw.cross import SIZE as CROSS
from generator.draw.flow import Edge, Flow, Step
from generator.draw.paper import paginate
from generator.draw.place import layout, place, skeleton
from generator.draw.sheet import Columns, compose
from generator.draw.size import NARROW, SHEET, Size
from generator.draw.svg import sheet
from tests.draw.alur import flows
from tests.draw.ukur import check

PAPER = ukuran(0.6)
modest = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)


@modest
@given(flows())
def test_least_extent(flow: Flow) -> None:
    check(layout(flow, SHEET))


@pytest.mark.parametrize("decisions", [0, 15])
@pytest.mark.parametrize("lanes", [1, 12])
@pytest.mark.parametrize("rows", [3, 60])
def test_the_corners(rows: int, lanes: int, decisions: int) -> None:
    """Chance seldom draws the largest flow with the most decisions; here it always does."""
    corner = flows(rows, lanes, least_rows=rows, least_lanes=lanes, least_decisions=decisions)

    @settings(modest, max_examples=10)
    @given(corner)
    def holds(flow: Flow) -> None:
        check(layout(flow, SHEET))
        if rows == 60:
            check(layout(flow, PAPER))

    holds()


@modest
@given(flows(most_rows=40), st.sampled_from((NARROW, CROSS, BPMN, PAPER)))
def test_every_size(flow: Flow, kind: Size) -> None:
    if kind is BPMN:
        kinds = {"mulai": "task", "proses": "task", "selesai": "end", "keputusan": "gateway"}
        steps = (replace(each, kind=kinds[each.kind], lanes=each.lanes[:1]) for each in flow.steps)
        flow = replace(flow, steps=tuple(steps))
    elif kind is CROSS:
        steps = (
            each if each.kind == "keputusan" else replace(each, half=(68.0, 20.0 + 8 * (n % 4)))
            for n, each in enumerate(flow.steps)
        )
        flow = replace(flow, steps=tuple(steps))
    check(layout(flow, kind))


@modest
@given(flows(most_rows=20), st.data())
def test_larger_lanes_and_rows(flow: Flow, data: st.DataObject) -> None:
    bones = skeleton(flow, SHEET)
    ratio = st.floats(1, 3)
    lanes = [each * data.draw(ratio) for each in bones.lanes]
    rows = [each * data.draw(ratio) for each in bones.rows]
    check(place(bones, lanes, rows))


def calls(work: Callable[[], object]) -> int:
    """Count function calls: what a clock would tell, on any machine."""
    count = 0

    def seen(_frame: object, event: str, _arg: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(seen)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def repeated(times: int) -> Flow:
    """A flow of eight rows, so many times over, with loops, jumps and joint steps."""
    steps, edges = [], []
    for block in range(times):
        at = 8 * block
        for number in range(8):
            kind = "keputusan" if number in (2, 5) else "proses"
            lanes = (number % 5, number % 5 + 1) if number == 4 else (number % 5,)
            steps.append(Step(f"b-{at + number}", kind, lanes, "Memeriksa berkas"))
            edges.append(
                Edge(at + number, at + number + 1, answer="ya" if kind != "proses" else "")
            )
        edges += [Edge(at + 2, at, "Tidak", "tidak"), Edge(at + 5, at + 7, "Tidak", "tidak")]
    steps.append(Step("akhir", "selesai", (0,), "Menyerahkan berkas"))
    return Flow(tuple("ABCDEF"), tuple(steps), tuple(edges))


def test_work_grows_with_the_rows_and_no_faster() -> None:
    def everything(flow: Flow) -> None:
        rows = [(str(n), step.text, "a", "b", "c", "d") for n, step in enumerate(flow.steps)]
        page = compose(flow, rows, SHEET, Columns())
        sheet(page, "judul", "bacaan")
        cells(page.drawing)
        paginate(page, 800.0)
        bpmn(flow, "a/b", "judul")

    few, many = repeated(10), repeated(80)
    everything(few)  # what is computed once for all
    assert calls(lambda: everything(many)) < 8.5 * calls(lambda: everything(few))


@modest
@given(flows(most_rows=30))
def test_same_flow_same_drawing(flow: Flow) -> None:
    assert layout(flow, SHEET) == layout(flow, SHEET)
