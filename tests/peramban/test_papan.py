"""The board on a phone: short groups without script, and with it a name, a kind, an order."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

pytestmark = pytest.mark.peramban
ROWS = "[data-kelompok] tbody tr:visible th"


def test_groups_open_by_hand_without_script(chromium: Browser, alamat: str) -> None:
    context = chromium.new_context(
        java_script_enabled=False, viewport={"width": 360, "height": 800}
    )
    page = context.new_page()
    page.goto(f"{alamat}papan/")
    assert page.locator("[data-papan]:visible").count() == 0
    assert page.locator(ROWS).count() == 0
    page.click("[data-kelompok] summary >> nth=0")
    assert page.locator(ROWS).count() > 2
    context.close()


def test_a_unit_is_found_by_its_full_name_and_the_weakest_comes_first(
    chromium: Browser, alamat: str
) -> None:
    page = chromium.new_page()
    page.goto(f"{alamat}papan/")
    page.fill("[name=nama]", "kependudukan")
    assert page.locator(ROWS).all_inner_texts() == ["Disdukcapil"]
    assert page.inner_text("[data-papan-ket]") == "1 unit"
    page.fill("[name=nama]", "")
    assert page.locator(ROWS).count() == 0
    page.select_option("[name=urut]", "nilai")
    first = page.locator("[data-kelompok]").first.locator("tbody tr")
    order = [int(each) for each in first.evaluate_all("a => a.map((e) => e.dataset.nilai)")]
    assert order == sorted(order)
    assert len(set(order)) > 2
    page.select_option("[name=jenis]", "Puskesmas")
    assert all("Puskesmas" in each for each in page.locator(ROWS).all_inner_texts())
    page.close()
