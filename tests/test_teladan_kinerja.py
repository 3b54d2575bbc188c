"""The performance of Teladan is written by its script, and shows every shade."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.skm.jalankan import muat
from tests.bantuan import TODAY
from tests.teladan import buat

CATALOG = Path(__file__).parent / "teladan" / "catalog"
REAL = Path(__file__).parents[1] / "catalog"


def test_the_script_writes_what_is_committed() -> None:
    stale = [
        path
        for path, text in buat.files().items()
        if not (CATALOG / path).is_file() or (CATALOG / path).read_text(encoding="utf-8") != text
    ]
    assert stale == [], "python -m tests.teladan.buat"


def test_twelve_units_have_three_periods_and_four_schemes() -> None:
    catalog = muat(CATALOG, TODAY)
    periods: dict[str, int] = {}
    for key in catalog.skm:
        unit = key.partition("/")[0]
        periods[unit] = periods.get(unit, 0) + 1
    assert len(periods) == 12
    assert set(periods.values()) == {3}
    assert {each.mutu for each in catalog.skm.values()} == {"A", "B", "C", "D"}
    schemes = {each.kode_skema for each in catalog.evaluasi.values()}
    assert schemes == {"ombudsman-2021", "ombudsman-2022", "ombudsman-2025", "pekppp-2022"}


@pytest.mark.parametrize("folder", ["kosakata/skema-penilaian", "pak"])
def test_schemes_and_packs_are_those_of_the_real_catalog(folder: str) -> None:
    for real in (REAL / folder).glob("*.yaml"):
        text = (CATALOG / folder / real.name).read_text(encoding="utf-8")
        ours = [line for line in text.splitlines()[1:] if "ombudsman.go.id" not in line]
        assert ours == real.read_text(encoding="utf-8").splitlines()[1:], real.name


def test_no_real_unit_has_a_survey_or_a_score_of_its_own() -> None:
    catalog = muat(REAL, TODAY)
    assert not catalog.skm
    assert not catalog.pengaduan
    assert not catalog.konsultasi
    scores = {(each.kode_skema, each.tahun): str(each.nilai) for each in catalog.evaluasi.values()}
    assert scores == {
        ("ombudsman-2022", 2023): "94.67",
        ("pekppp-2022", 2021): "3.08",
        ("pekppp-2022", 2022): "3.19",
        ("pekppp-2022", 2023): "3.49",
    }
    assert {each.lingkup for each in catalog.evaluasi.values()} == {"pemda"}
