"""Pages as agreed: a whole small site, and chosen pages of the fictional regency."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import get_args

import pytest

from generator.check import check
from generator.derive import Aturan, derive
from generator.model.kosakata import Ikon
from generator.render.environment import environment
from generator.render.pages import render
from tests import bantuan

HERE = Path(__file__).parent
GOLDEN = HERE / "golden"
TODAY = date(2026, 11, 24)
RULE = Aturan("contoh-aturan", "Kata dan bahasa", "galat", "rekaman", "Judul aturan.\n\nSebabnya.")

TELADAN = (
    "layanan/disdukcapil/ktp-el-hilang-rusak/",
    "layanan/disdukcapil/ktp-el-hilang-rusak/2027-01-01/",
    "layanan/disdukcapil/surat-pengganti-ktp/",
    "layanan/desa-kelurahan/suket-usaha/",
    "layanan/desa-misal-makmur/suket-usaha/",
    "layanan/pkm-andai-hilir/rawat-jalan/",
    "unit/disdukcapil/",
    "unit/mpp-teladan/",
    "regulasi/perda-teladan-3-2025/",
)
"""Pages that between them show every part of a record."""


def pages(catalog: Path) -> dict[str, str]:
    checked = check(catalog, TODAY)
    assert checked.katalog is not None
    return render(derive(checked.katalog, TODAY, [RULE]))


def compare(name: str, seen: dict[str, str], setujui: bool) -> None:
    folder = GOLDEN / name
    if setujui:
        shutil.rmtree(folder, ignore_errors=True)
        for path, text in seen.items():
            bantuan.agree(folder / path, text)
    agreed = {
        each.relative_to(folder).as_posix(): each.read_text(encoding="utf-8")
        for each in sorted(folder.rglob("*"))
        if each.is_file()
    }
    assert sorted(seen) == sorted(agreed)
    for path, text in seen.items():
        assert text == agreed[path], path


def test_a_small_catalog_gives_the_agreed_site(setujui: bool) -> None:
    compare("dasar", pages(HERE / "rules" / "_dasar"), setujui)


def test_the_fictional_regency_gives_the_agreed_pages(setujui: bool) -> None:
    everything = pages(HERE / "teladan" / "catalog")
    chosen = {f"{address}index.md": everything[f"{address}index.md"] for address in TELADAN}
    compare("teladan", chosen, setujui)


@pytest.mark.parametrize("catalog", ["rules/_dasar", "teladan/catalog"])
def test_no_page_shows_machinery(catalog: str) -> None:
    """No value of the program, no empty heading, no unescaped leftover reaches a page."""
    for path, text in pages(HERE / catalog).items():
        if path.endswith(".md"):
            body = text.split("\n---\n", 1)[1]
            for word in ("None", "Undefined", "<h2></h2>", "<h3></h3>", "&amp;lt;", "()"):
                assert word not in body, (path, word)


def test_every_icon_a_record_may_name_is_drawn() -> None:
    drawn = environment().get_template("_ikon.html.j2").module.JALUR
    assert get_args(Ikon)
    assert set(get_args(Ikon)) <= set(drawn)
