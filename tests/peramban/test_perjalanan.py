"""A journey narrowed to what somebody needs: the sums follow, the choice stays in the address."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.peramban

LAHIR = "peristiwa/lahir/"
SUMS = """() => Object.fromEntries(["layanan", "kantor", "biaya", "waktu", "rantai"].map(
    n => [n, document.getElementById("n-" + n).textContent]))"""
DOCUMENTS = """() => [...document.querySelectorAll("[data-oleh]:not([hidden])")]
    .map(li => li.textContent.replace(/\\s+/g, " ").trim())"""


@pytest.fixture(params=["lahir", "pindah", "menikah", "usaha", "sakit"])
def journey(request: pytest.FixtureRequest) -> str:
    return f"peristiwa/{request.param}/"


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(viewport={"width": 360, "height": 800})
    made = context.new_page()
    faults: list[str] = []
    made.on("pageerror", lambda error: faults.append(str(error)))
    yield made
    context.close()
    assert faults == []


def test_choosing_all_says_what_the_page_said(page: Page, alamat: str, journey: str) -> None:
    page.goto(f"{alamat}{journey}")
    before, documents = page.evaluate(SUMS), page.evaluate(DOCUMENTS)
    for box in page.locator("[name=perlu]").all():
        box.check()
    assert page.evaluate(SUMS) == before
    assert page.evaluate(DOCUMENTS) == documents


def test_one_service_alone_has_its_own_sums_and_documents(page: Page, alamat: str) -> None:
    page.goto(f"{alamat}peristiwa/menikah/")
    waiting = page.locator("[data-perlu]").filter(has_text="Memakai").first
    waiting.locator("[name=perlu]").check()
    sums = page.evaluate(SUMS)
    assert sums["layanan"] == sums["kantor"] == "1"
    assert sums["waktu"] in waiting.locator(".meta span").nth(0).inner_text()
    assert page.locator(".unitkel li:visible").count() == 1
    # What the service before would have given has to be brought now.
    needed = waiting.locator(".kecil").first.inner_text().split("Memakai ")[1].split(" dari ")[0]
    assert any(needed in each for each in page.evaluate(DOCUMENTS))
    assert "1 layanan" in page.inner_text("#n-pilihan")


def test_the_choice_stays_in_the_address_and_can_be_taken_back(page: Page, alamat: str) -> None:
    page.goto(f"{alamat}{LAHIR}")
    before = page.evaluate(SUMS)
    for at in (0, 1):
        page.locator("[name=perlu]").nth(at).check()
    chosen = page.evaluate(SUMS)
    assert chosen["layanan"] == "2"
    assert "?perlu=" in page.url
    page.goto(page.url)
    assert page.evaluate(SUMS) == chosen
    page.click("#semua")
    assert page.evaluate(SUMS) == before
    assert page.url == f"{alamat}{LAHIR}"


def test_without_script_everything_is_shown(chromium: Browser, alamat: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{alamat}{LAHIR}?perlu=disdukcapil/akta-kelahiran")
    total = page.inner_text("#n-layanan")
    assert page.locator("[data-perlu]:visible").count() == int(total)
    assert page.locator("[name=perlu]:visible, #pilihan:visible").count() == 0
    context.close()
