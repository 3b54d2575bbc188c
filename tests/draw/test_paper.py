"""Pages break between rows, and what crosses is lettered in matched pairs."""

from __future__ import annotations

from collections import Counter
from itertools import combinations, pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.draw.flow import Flow, of_sop
from generator.draw.paper import APART, letter, paginate
from generator.draw.sheet import Columns, Sheet, compose
from generator.draw.size import SHEET
from tests.draw.alur import flows
from tests.draw.muat import long_sop

modest = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)


def sheet(flow: Flow) -> Sheet:
    cells = [
        (str(n), step.text, "Berkas", "5 menit", "Hasil", "") for n, step in enumerate(flow.steps)
    ]
    return compose(flow, cells, SHEET, Columns())


def check(page_sheet: Sheet, room: float) -> None:
    pages = paginate(page_sheet, room)
    rows = [row for page in pages for row in range(page.first, page.last)]
    assert rows == list(range(len(page_sheet.rows) - 1))
    for page in pages:
        height = page_sheet.rows[page.last] - page_sheet.rows[page.first] + page.above + page.below
        assert height <= room or page.last - page.first == 1
        free(page_sheet, page, height)
    pairs = Counter(each.letter for page in pages for each in page.off_page)
    assert set(pairs.values()) <= {2}
    for one, two in pairwise(pages):
        down = {each.letter: each.middle[0] for each in one.off_page if not each.is_top}
        up = {each.letter: each.middle[0] for each in two.off_page if each.is_top}
        assert down == up, "a pair stands at one place of two pages that follow each other"
    assert not any(each.is_top for each in pages[0].off_page)
    assert all(each.is_top for each in pages[-1].off_page)
    # Every arrow has its head, and one more for each page it leaves.
    ends = {each.points[-1] for each in page_sheet.drawing.connectors}
    assert sum(len(page.heads) for page in pages) == len(ends) + sum(pairs.values()) // 2


def free(page_sheet: Sheet, page, height: float) -> None:
    for one, two in combinations(page.off_page, 2):
        s, t = abs(one.middle[0] - two.middle[0]), abs(one.middle[1] - two.middle[1])
        assert s >= APART or t >= 13
    for each in page.off_page:
        (s0, t0), (_, t1) = each.corners[0], each.corners[3]
        assert t0 >= 0
        assert t1 <= height
        for line in page.lines:
            for (a, b), (c, d) in pairwise(line):
                inside = min(a, c) < s0 + 11 and max(a, c) > s0
                across = min(b, d) < t1 - 0.01 and max(b, d) > t0 + 0.01
                assert not (inside and across), "a line through an off-page connector"
    for line in page.lines:
        assert all(-0.01 <= t <= height + 0.01 for _, t in line)


@modest
@given(flows(most_rows=40), st.integers(260, 900))
def test_any_flow(flow: Flow, room: int) -> None:
    check(sheet(flow), float(room))


def test_long_sop() -> None:
    found = sheet(of_sop(long_sop(40)))
    check(found, 700.0)
    assert len(paginate(found, 700.0)) > 3
    assert len(paginate(found, 1e6)) == 1


def test_letters() -> None:
    assert [letter(n) for n in (0, 25, 26, 27, 51, 52, 701, 702)] == [
        "A", "Z", "AA", "AB", "AZ", "BA", "ZZ", "AAA",
    ]  # fmt: skip
