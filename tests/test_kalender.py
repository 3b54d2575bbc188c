"""The office calendar: working minutes, the worst start day, odd office hours."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.kalender import (
    HARI,
    JAM_KANTOR,
    SEPANJANG_WAKTU,
    Kalender,
    bulan_terpanjang,
    bulan_tersingkat,
    kalender,
)
from generator.model.pemerintah import JamKerja

hours = st.sampled_from(((), ((480, 840),), ((450, 720), (780, 960))))
patterns = st.lists(hours, min_size=7, max_size=7).filter(any).map(tuple)
calendars = st.builds(Kalender, jam=patterns)


def test_the_assumed_week_has_37_and_a_half_hours() -> None:
    week = [sum(end - start for start, end in day) for day in JAM_KANTOR]
    assert week == [450] * 5 + [0, 0]
    assert Kalender().menit_sehari == 450


@pytest.mark.parametrize(
    ("days", "fewest", "most"),
    [(0, 0, 0), (1, 0, 1), (2, 0, 2), (3, 1, 3), (5, 3, 5), (7, 5, 5), (14, 10, 10)],
)
def test_calendar_days_at_their_worst_and_best_start(days: int, fewest: int, most: int) -> None:
    assert Kalender().tersedikit(days) == fewest
    assert Kalender().terbanyak(days) == most


def test_the_worst_day_to_start_is_friday() -> None:
    assert {Kalender().hari_terburuk(days) for days in range(1, 15)} == {"jumat"}


def test_office_hours_of_the_government() -> None:
    six = JamKerja.model_validate({"hari": HARI[:6], "masuk": "08:00", "pulang": "14:00"})
    assert kalender([six]).menit_sehari == 360
    assert kalender([six]).tersedikit(2) == 1
    rest = JamKerja.model_validate(
        {
            "hari": ["senin"],
            "masuk": "08:00",
            "pulang": "14:00",
            "istirahat_mulai": "12:00",
            "istirahat_selesai": "12:30",
        }
    )
    assert kalender([rest]).menit_sehari == 330


@pytest.mark.parametrize(
    "wrong",
    [
        {"masuk": "14:00", "pulang": "08:00"},
        {"masuk": "08:00", "pulang": "14:00", "istirahat_mulai": "12:00"},
        {
            "masuk": "08:00",
            "pulang": "14:00",
            "istirahat_mulai": "13:00",
            "istirahat_selesai": "12:00",
        },
    ],
)
def test_office_hours_are_in_order(wrong: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="jam_kerja"):
        JamKerja.model_validate({"hari": ["senin"], **wrong})


def test_day_and_night() -> None:
    assert SEPANJANG_WAKTU.menit_sehari == 1440
    assert SEPANJANG_WAKTU.tersedikit(1) == 1


def test_an_office_that_never_opens_holds_no_promise() -> None:
    shut = Kalender(jam=((),) * 7)
    assert shut.menit_sehari == 0
    assert shut.terbanyak(30) == 0


@pytest.mark.parametrize(("months", "short", "long"), [(1, 28, 31), (2, 59, 62), (12, 365, 366)])
def test_months_at_their_shortest_and_longest(months: int, short: int, long: int) -> None:
    assert (bulan_tersingkat(months), bulan_terpanjang(months)) == (short, long)


@given(calendars, st.integers(0, 120), st.integers(0, 120))
def test_more_days_never_hold_fewer_working_days(each: Kalender, one: int, more: int) -> None:
    assert each.tersedikit(one) <= each.tersedikit(one + more)
    assert each.terbanyak(one) <= each.terbanyak(one + more)
    assert 0 <= each.tersedikit(one) <= each.terbanyak(one) <= one


@given(calendars, st.integers(1, 30), st.dates(date(2025, 12, 1), date(2026, 12, 31)))
def test_no_start_day_is_worse_than_the_worst(each: Kalender, days: int, start: date) -> None:
    held = sum(each.buka(start + timedelta(days=at)) for at in range(1, days + 1))
    assert each.tersedikit(days) <= held <= each.terbanyak(days)


@given(calendars, st.integers(1, 30))
def test_the_worst_start_day_exists(each: Kalender, days: int) -> None:
    starts = (date(2025, 10, 1) + timedelta(days=at) for at in range(7))
    held = [
        sum(each.buka(start + timedelta(days=at)) for at in range(1, days + 1)) for start in starts
    ]
    assert each.tersedikit(days) == min(held)
    assert each.terbanyak(days) == max(held)
