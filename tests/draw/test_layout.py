"""The layout keeps its promises for flows of any shape."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.draw.flow import Flow
from generator.draw.place import layout, place, skeleton
from generator.draw.size import SHEET
from tests.draw.alur import flows
from tests.draw.ukur import check

modest = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)


@modest
@given(flows())
def test_least_extent(flow: Flow) -> None:
    check(layout(flow, SHEET))


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
