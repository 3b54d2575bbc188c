"""Paths through rows: cases, returns, the longest way, and a promise against it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.jalur import (
    Alur,
    Panah,
    Ukuran,
    alur,
    alur_kasus,
    alur_utuh,
    bandingkan,
    jalur_terlama,
    susun,
    terjangkau,
)
from generator.model.kalender import SEPANJANG_WAKTU, Kalender
from generator.model.sop import BarisSop
from generator.rules.sop_alur import loop_faults

OFFICE = Kalender()


def row(kode: str, menit: int = 0, jenis: str = "proses", **more: Any) -> BarisSop:
    data = {"kode": kode, "uraian": "Memeriksa", "pelaku": ["loket"], "jenis": jenis, **more}
    if menit:
        data["waktu"] = {"nilai": str(menit), "satuan": "menit"}
    return BarisSop.model_validate(data)


def longest(rows: Sequence[BarisSop], start: int, ends: Sequence[int]) -> tuple[list[str], int]:
    found = jalur_terlama(rows, alur(rows), start, ends, OFFICE)
    assert found is not None
    return [rows[at].kode for at in found.baris], found.lama.menit


def test_a_decision_that_goes_back_counts_zero_and_is_shown_once() -> None:
    rows = [
        row("a", 5, "mulai"),
        row("b", 10),
        row("c", 20, "keputusan", tidak="b"),
        row("d", 1, "selesai"),
    ]
    found = jalur_terlama(rows, alur(rows), 0, [3], OFFICE)
    assert found is not None
    assert found.lama == Ukuran(menit=36)
    assert found.ulang == (2, Panah("tidak", 1))
    assert found.lama_ulang == Ukuran(menit=30)


def test_mending_rows_below_are_a_return_too() -> None:
    rows = [
        row("a", 5, "mulai"),
        row("b", 10, "keputusan", tidak="e"),
        row("d", 1, "selesai"),
        row("e", 99, lanjut="a"),
    ]
    assert longest(rows, 0, [2]) == (["a", "b", "d"], 16)


def test_a_side_way_that_joins_again_counts() -> None:
    rows = [
        row("a", 5, "mulai"),
        row("b", 10, "keputusan", ya="d", tidak="c"),
        row("c", 50),
        row("d", 1, "selesai"),
    ]
    assert longest(rows, 0, [3]) == (["a", "b", "c", "d"], 66)


def test_a_side_way_at_the_bottom_that_joins_further_up_counts() -> None:
    rows = [
        row("a", 5, "mulai", jam_mulai="ya"),
        row("b", 10, "keputusan", tidak="e"),
        row("c", 1),
        row("d", 1, "selesai"),
        row("e", 50, lanjut="d"),
    ]
    assert longest(rows, 0, [3]) == (["a", "b", "e", "d"], 66)


def test_the_clock_stops_at_the_first_end_and_waiting_after_it_is_free() -> None:
    wait = {"tunggu": {"nilai": "3", "satuan": "hari_kerja"}}
    rows = [row("a", 5, "mulai", **wait), row("b", 7, **wait), row("c", 9, "selesai")]
    assert longest(rows, 0, [1, 2]) == (["a", "b"], 5 + 3 * 450 + 7)


def test_no_way_to_the_end_is_none() -> None:
    rows = [row("a", 5, "mulai", lanjut="c"), row("b", 7), row("c", 9, "selesai")]
    assert jalur_terlama(rows, alur(rows), 0, [1], OFFICE) is None


def test_rows_of_other_cases_are_stepped_over_by_yes_then_next() -> None:
    rows = [
        row("a", 0, "mulai"),
        row("b", 0, "keputusan", ya="d", tidak="a"),
        row("c", 0, lanjut="e"),
        row("d", 0),
        row("e", 0, "selesai"),
        row("f", 0, "selesai"),
    ]
    flow = alur(rows)
    every = [True] * 6
    assert alur_kasus(flow, every) == flow
    without_b = [True, False, True, True, True, True]
    assert alur_kasus(flow, without_b)[0] == (Panah("lanjut", 3),)
    without_d_e = [True, True, True, False, False, True]
    assert alur_kasus(flow, without_d_e)[1] == (Panah("ya", 5), Panah("tidak", 0))


def test_rows_that_only_step_over_each_other_lead_nowhere() -> None:
    rows = [row("a", 0, "mulai"), row("b", 0, lanjut="c"), row("c", 0, lanjut="b")]
    assert alur_kasus(alur(rows), [True, False, False])[0] == ()


@pytest.mark.parametrize(
    ("promise", "path", "holds"),
    [
        (Ukuran(menit=15), Ukuran(menit=15), True),
        (Ukuran(menit=15), Ukuran(menit=16), False),
        (Ukuran(hari=2), Ukuran(menit=90), False),
        (Ukuran(hari=3), Ukuran(menit=450), True),
        (Ukuran(hari=3), Ukuran(menit=451), False),
        (Ukuran(hari=14), Ukuran(hari=7, menit=5 * 450), True),
        (Ukuran(hari=7), Ukuran(hari=7), True),
        (Ukuran(hari=7), Ukuran(hari=7, menit=1), False),
        (Ukuran(menit=5 * 450), Ukuran(hari=7), True),
        (Ukuran(menit=4 * 450), Ukuran(hari=7), False),
        (Ukuran(bulan=1), Ukuran(hari=28), True),
        (Ukuran(bulan=1), Ukuran(hari=29), False),
        (Ukuran(bulan=1), Ukuran(hari=14, menit=10 * 450), True),
        (Ukuran(hari=30), Ukuran(bulan=1), False),
        (Ukuran(hari=31), Ukuran(bulan=1), True),
        (Ukuran(bulan=12), Ukuran(bulan=12), True),
    ],
)
def test_a_promise_against_a_path(promise: Ukuran, path: Ukuran, holds: bool) -> None:
    assert bandingkan(promise, path, OFFICE).cukup is holds


def test_day_and_night_a_day_has_its_minutes() -> None:
    assert bandingkan(Ukuran(hari=1), Ukuran(menit=1440), SEPANJANG_WAKTU).cukup
    assert not bandingkan(Ukuran(hari=1), Ukuran(menit=1441), SEPANJANG_WAKTU).cukup


lengths = st.builds(Ukuran, st.integers(0, 9000), st.integers(0, 60), st.integers(0, 14))


@given(lengths, lengths, lengths)
def test_a_longer_promise_never_breaks_and_a_longer_path_never_mends(
    promise: Ukuran, path: Ukuran, more: Ukuran
) -> None:
    more = Ukuran(menit=more.menit)
    held = bandingkan(promise, path, OFFICE).cukup
    if held:
        assert bandingkan(promise.tambah(more), path, OFFICE).cukup
    else:
        assert not bandingkan(promise, path.tambah(more), OFFICE).cukup


@st.composite
def sheets(draw: st.DrawFn) -> list[BarisSop]:
    """Sheets of 3 to 9 rows with arrows anywhere; some take minutes, some wait."""
    count = draw(st.integers(3, 9))
    codes = [f"b{at}" for at in range(count)]
    rows = []
    for at, code in enumerate(codes):
        minutes = draw(st.integers(1, 50))
        if at == count - 1:
            rows.append(row(code, minutes, "selesai"))
        elif draw(st.booleans()):
            targets = st.sampled_from(codes)
            rows.append(row(code, minutes, "keputusan", ya=draw(targets), tidak=draw(targets)))
        elif draw(st.booleans()):
            rows.append(row(code, minutes, lanjut=draw(st.sampled_from(codes))))
        else:
            rows.append(row(code, minutes))
    return rows


def walks(flow: Alur, at: int, ends: set[int], cut: set[tuple[int, Panah]]) -> Iterator[list[int]]:
    """Yield every way to an end, without the returns."""
    if at in ends:
        yield [at]
        return
    for each in flow[at]:
        if (at, each) not in cut:
            for rest in walks(flow, each.ke, ends, cut):
                yield [at, *rest]


@given(sheets(), st.data())
def test_the_longest_path_is_that_of_trying_all(rows: list[BarisSop], data: st.DataObject) -> None:
    flow = alur(rows)
    ends = {len(rows) - 1, data.draw(st.integers(0, len(rows) - 1))}
    start = data.draw(st.integers(0, len(rows) - 1))
    stop = tuple(() if at in ends else exits for at, exits in enumerate(flow))
    _, returns = susun(stop, start)
    sums = [
        sum(rows[at].waktu.nilai for at in walk if rows[at].waktu)  # type: ignore[union-attr]
        for walk in walks(stop, start, ends, set(returns))
    ]
    found = jalur_terlama(rows, flow, start, ends, OFFICE)
    assert (found.lama.menit if found else None) == max(sums, default=None)


@given(sheets())
def test_without_its_returns_no_row_leads_back_to_itself(rows: list[BarisSop]) -> None:
    flow = alur(rows)
    order, returns = susun(flow, 0)
    place = {at: step for step, at in enumerate(order)}
    assert set(order) == terjangkau(flow, [0])
    for at in order:
        for each in flow[at]:
            back = (at, each) in returns
            assert back or place[at] < place[each.ke]


@given(sheets())
def test_without_an_endless_loop_every_row_can_end(rows: list[BarisSop]) -> None:
    begun = [rows[0].model_copy(update={"jenis": "mulai"}), *rows[1:]]
    flow = alur_utuh(begun)
    if flow and not list(loop_faults(begun, (), "baris")):
        ends = {at for at, each in enumerate(begun) if each.jenis == "selesai"}
        assert all(ends & terjangkau(flow, [at]) for at in range(len(begun)))
