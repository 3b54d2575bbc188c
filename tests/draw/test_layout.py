"""The layout keeps its promises for flows of any shape."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.cetak.lembar import ukuran
from generator.draw.bpmn import SIZE as BPMN
from generator.draw.cross import SIZE as CROSS
from generator.draw.flow import Flow
from generator.draw.place import layout, place, skeleton
from generator.draw.size import NARROW, SHEET, Size
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


@modest
@given(flows(most_rows=30))
def test_same_flow_same_drawing(flow: Flow) -> None:
    assert layout(flow, SHEET) == layout(flow, SHEET)
