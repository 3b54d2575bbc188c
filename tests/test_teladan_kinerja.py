"""The performance of Teladan is written by its script, and shows every shade."""

from __future__ import annotations

import re
from fractions import Fraction
from pathlib import Path

import pytest

from generator.derive import derive
from generator.model.hitung_skm import bulat
from generator.render.pages import render
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


def test_every_published_index_can_be_computed_again_from_its_page() -> None:
    """A statistician has only the page: values, weights and the factor 25."""
    catalog = muat(CATALOG, TODAY)
    site = render(derive(catalog, TODAY))
    done = 0
    for unit in {key.partition("/")[0] for key in catalog.skm}:
        for part in site[f"unit/{unit}/index.md"].split("<h3>Survei kepuasan, ")[1:]:
            told = number(re.findall(r'class="besar">([\d,]+)<', part)[0])
            table = part.partition("hitung-unsur")[2].partition("</table>")[0]
            cells = [number(each) for each in re.findall(r'<td class="ang">([\d,./]+)<', table)]
            rows = list(zip(cells[0::3], cells[1::3], cells[2::3], strict=True))
            assert bulat(sum(value * weight for _, value, weight in rows) * 25) == told, unit
            done += 1
    assert done == len(catalog.skm)


def number(text: str) -> Fraction:
    return Fraction(text.replace(".", "").replace(",", "."))


def test_an_evaluator_finds_every_document_on_the_page() -> None:
    site = render(derive(muat(CATALOG, TODAY), TODAY))
    unit = site["unit/disdukcapil/index.md"]
    decrees = unit.partition('id="keputusan"')[2].partition("</ul>")[0]
    assert "kepkadis-dukcapil-001-2026" in decrees
    assert "Berita Acara Forum Konsultasi Publik" in decrees
    assert "lampiran/maklumat-disdukcapil.pdf" in unit
    assert "lampiran/poster-terpasang.png" in unit
    assert "https://sippn.example/" in unit
    service = site["layanan/disdukcapil/ktp-el-hilang-rusak/index.md"]
    assert "Pintu masuk kantor, sejak 1 Maret 2026" in service.partition('id="media"')[2]
    board = site["papan/disdukcapil/index.md"]
    assert "Persyaratan tertulis" in board
    assert "ktp-el-hilang-rusak/#dokumen" in board
