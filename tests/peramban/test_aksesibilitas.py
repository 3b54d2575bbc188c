"""Any phone, any person: every page type in Chromium, narrow and wide, light and dark.

Axe (WCAG 2.0 to 2.2, A and AA, and best practice) finds nothing; nothing overflows; no other host
is asked; the console stays silent. Keyboard, zoom, text spacing, reduced motion, forced colours and
touch targets are tried on the pages where people act.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.peramban

KTP = "layanan/disdukcapil/ktp-el-hilang-rusak/"
SOP = "sop/disdukcapil/penggantian-ktp-el/"
LINTAS = "proses/TLD.02.01.01/"
PAGES = {
    "beranda": "",
    "cari": "cari/",
    "cari-hasil": "cari/?q=ktp+hilang",
    "cari-kosong": "cari/?q=zzxqvw",
    "daftar": "layanan/",
    "layanan": KTP,
    "layanan-kasus": f"{KTP}?kasus=hilang",
    "versi": f"{KTP}2026-03-01/",
    "pola": "layanan/desa-kelurahan/sktm/",
    "tempat": "layanan/kel-ibarat/sktm/",
    "sektor": "sektor/",
    "peristiwa": "peristiwa/",
    "perjalanan": "peristiwa/lahir/",
    "unit": "unit/disdukcapil/",
    "semua-unit": "unit/",
    "peraturan": "regulasi/",
    "satu-peraturan": "regulasi/uu-24-2013/",
    "daftar-sop": "sop/",
    "sop": SOP,
    "proses": "proses/",
    "proses-satu": "proses/TLD.02/",
    "lintas-fungsi": LINTAS,
    "papan": "papan/",
    "papan-unit": "papan/disdukcapil/",
    "cakupan": "papan/cakupan/",
    "perjalanan-berantai": "peristiwa/menikah/?perlu=disdukcapil/akta-perkawinan",
    "satu-sektor": "sektor/adminduk/",
    "panduan": "panduan/",
    "aturan": "panduan/aturan/kode-ganda/",
    "semua-aturan": "panduan/aturan/",
    "mengadu": "panduan/mengadu/",
    "data": "data/",
    "luring": "luring/",
    "tulisan": "privasi/",
    "tak-ada": "404.html",
}
ACTED_ON = ("beranda", "cari-hasil", "layanan", "pola", "perjalanan", "unit")
SPACING = """*{line-height:1.5!important;letter-spacing:.12em!important}
*{word-spacing:.16em!important}
p{margin-bottom:2em!important}"""


@pytest.fixture(scope="module")
def axe() -> Axe:
    return Axe()


@contextmanager
def opened(chromium: Browser, base: str, path: str, **options: Any) -> Iterator[Page]:
    """Open a page; what it logs and asks of others fails the test."""
    context = chromium.new_context(viewport={"width": 360, "height": 800}, **options)
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(f"error: {error}"))
    page.on("console", lambda said: faults.append(f"{said.type}: {said.text}"))
    page.on(
        "request",
        lambda asked: None if asked.url.startswith((base, "data:")) else faults.append(asked.url),
    )
    page.goto(base + path, wait_until="load")
    if path.startswith("cari/?"):
        page.wait_for_selector("#hasil[data-selesai]", state="attached")
    try:
        yield page
        assert faults == []
    finally:
        context.close()


def open_details(page: Page) -> None:
    page.evaluate("for (const d of document.querySelectorAll('details')) d.open = true")


def overflow(page: Page) -> list[str]:
    """Return what reaches beyond the right edge of the window."""
    return page.evaluate(
        """() => {
        const lebar = document.documentElement.clientWidth;
        if (document.documentElement.scrollWidth <= lebar) return [];
        return [...document.body.querySelectorAll('*')]
            .filter(e => e.getBoundingClientRect().right > lebar + 1 && !e.closest('.gulir'))
            .map(e => e.tagName + '.' + e.className).slice(0, 5);
    }"""
    )


def violations(page: Page, axe: Axe) -> list[str]:
    found = axe.run(page, options={"resultTypes": ["violations"]}).response["violations"]
    return [
        f"{each['id']}: {node['target']} {node['html'][:120]}"
        for each in found
        for node in each["nodes"][:3]
    ]


def _violations_everywhere(page: Page, axe: Axe) -> dict[tuple[int, str], list[str]]:
    open_details(page)
    found = {}
    for width in (360, 1280):
        for scheme in ("light", "dark"):
            page.set_viewport_size({"width": width, "height": 800})
            page.emulate_media(color_scheme=scheme)
            if told := violations(page, axe):
                found[width, scheme] = told
    return found


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(name: str, chromium: Browser, alamat: str, axe: Axe) -> None:
    with opened(chromium, alamat, PAGES[name]) as page:
        assert _violations_everywhere(page, axe) == {}


@pytest.mark.parametrize("path", [SOP, LINTAS])
def test_axe_finds_nothing_in_drawings(path: str, chromium: Browser, alamat: str, axe: Axe) -> None:
    with opened(chromium, alamat, f"{path}#lembar") as page:
        assert _violations_everywhere(page, axe) == {}


@pytest.mark.parametrize("name", PAGES)
def test_nothing_overflows(name: str, chromium: Browser, alamat: str) -> None:
    with opened(chromium, alamat, PAGES[name]) as page:
        open_details(page)
        for width in (320, 360, 640, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            assert overflow(page) == [], width
        # Text spacing as WCAG 1.4.12 lets readers set it.
        page.set_viewport_size({"width": 320, "height": 800})
        page.add_style_tag(content=SPACING)
        assert overflow(page) == [], "text spacing"


@pytest.mark.parametrize("name", PAGES)
def test_the_language_is_marked_and_the_first_stop_leads_to_the_content(
    name: str, chromium: Browser, alamat: str
) -> None:
    with opened(chromium, alamat, PAGES[name]) as page:
        assert page.get_attribute("html", "lang") == "id"
        assert page.title().strip()
        page.keyboard.press("Tab")
        # Guides wear the engine's own chrome, which has a skip link of its own.
        skip = page.evaluate("document.activeElement.getAttribute('href')")
        assert skip
        assert skip.startswith("#")
        page.keyboard.press("Enter")
        assert page.evaluate(f"document.querySelector('{skip}') !== null")
        assert page.url.endswith(skip)


@pytest.mark.parametrize("name", ACTED_ON)
def test_text_at_twice_its_size_stays_readable(name: str, chromium: Browser, alamat: str) -> None:
    # Zoom of 200 % in a window of 1280: half as many CSS pixels, all of them twice as large.
    with opened(chromium, alamat, PAGES[name], device_scale_factor=2) as page:
        page.set_viewport_size({"width": 640, "height": 400})
        assert overflow(page) == []
        page.add_style_tag(content="html{font-size:200%!important}")
        assert overflow(page) == []


@pytest.mark.parametrize("name", ACTED_ON)
def test_every_stop_of_the_keyboard_is_seen(name: str, chromium: Browser, alamat: str) -> None:
    with opened(chromium, alamat, PAGES[name]) as page:
        stops = page.evaluate(
            """() => [...document.querySelectorAll(
                'a[href],button,input,select,summary,[tabindex="0"]')]
            .filter(e => e.checkVisibility({visibilityProperty: true})).length"""
        )
        seen = set()
        for _ in range(stops + 5):
            page.keyboard.press("Tab")
            told = page.evaluate(
                """() => {
                const e = document.activeElement;
                if (e === document.body) return null;
                const sasaran = e.matches('.pilih input') ? e.closest('label') : e;
                const gaya = [getComputedStyle(e), getComputedStyle(sasaran)];
                const kotak = sasaran.getBoundingClientRect();
                return {tanda: gaya.some(g => g.outlineStyle !== 'none' || g.boxShadow !== 'none'),
                    ada: kotak.width > 0 && kotak.height > 0, apa: e.outerHTML.slice(0, 100)};
            }"""
            )
            if told is None:
                break
            assert told["tanda"], f"no focus mark: {told['apa']}"
            assert told["ada"], f"focus on nothing: {told['apa']}"
            seen.add(told["apa"])
        assert len(seen) > 3


@pytest.mark.parametrize("name", ACTED_ON)
def test_touch_targets_are_large_enough(name: str, chromium: Browser, alamat: str) -> None:
    with opened(chromium, alamat, PAGES[name]) as page:
        small = page.evaluate(
            """() => [...document.querySelectorAll(
                'button,input,select,summary,.tombol,nav a,.baris a')]
            .filter(e => e.checkVisibility({visibilityProperty: true}) && !e.closest('p,dd'))
            .map(e => e.closest('label') || e)
            .filter(e => Math.min(
                e.getBoundingClientRect().height, e.getBoundingClientRect().width) < 24)
            .map(e => e.outerHTML.slice(0, 100))"""
        )
        assert small == []


@pytest.mark.parametrize("name", ACTED_ON)
def test_nothing_moves_for_those_who_asked_for_rest(
    name: str, chromium: Browser, alamat: str
) -> None:
    with opened(chromium, alamat, PAGES[name], reduced_motion="reduce") as page:
        moving = page.evaluate(
            """() => [...document.querySelectorAll('*')].filter(e => {
            const g = getComputedStyle(e);
            const detik = t => Math.max(...t.split(',').map(parseFloat));
            return detik(g.transitionDuration) > .01 || detik(g.animationDuration) > .01;
        }).map(e => e.outerHTML.slice(0, 80))"""
        )
        assert moving == []
        assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"


@pytest.mark.parametrize("name", ACTED_ON)
def test_forced_colours_keep_controls_visible(name: str, chromium: Browser, alamat: str) -> None:
    with opened(chromium, alamat, PAGES[name], forced_colors="active") as page:
        bare = page.evaluate(
            """() => [...document.querySelectorAll('button:not(.taut),.tombol,input,select')]
            .filter(e => e.checkVisibility({visibilityProperty: true}))
            .filter(e => e.type !== 'radio' && e.type !== 'checkbox')
            .filter(e => parseFloat(getComputedStyle(e).borderTopWidth) === 0)
            .map(e => e.outerHTML.slice(0, 100))"""
        )
        assert bare == []


@pytest.mark.parametrize("name", ["sop", "proses", "proses-satu", "lintas-fungsi"])
def test_a_phone_reads_a_flow_without_scrolling_sideways(
    name: str, chromium: Browser, alamat: str
) -> None:
    with opened(chromium, alamat, PAGES[name]) as page:
        open_details(page)
        beyond = page.evaluate(
            """() => [...document.querySelectorAll('.gulir')]
            .filter(e => e.checkVisibility() && e.scrollWidth > e.clientWidth)
            .map(e => e.outerHTML.slice(0, 100))"""
        )
        assert beyond == []
        if page.locator("[data-lihat=lembar]").count():
            page.click("[data-lihat=lembar]")
            assert page.locator("#lembar").is_visible(), "the drawing is one tap away"


def test_a_case_is_chosen_and_ticked_with_the_keyboard_alone(
    chromium: Browser, alamat: str
) -> None:
    with opened(chromium, alamat, KTP) as page:
        page.focus("[data-sumbu] input")
        page.keyboard.press("Space")
        chosen = page.evaluate("document.querySelector('[data-sumbu] input:checked').value")
        assert f"kasus={chosen}" in page.url
        page.keyboard.press("ArrowDown")
        second = page.evaluate("document.querySelector('[data-sumbu] input:checked').value")
        assert second != chosen
        page.focus(".centang li:not([hidden]) input")
        page.keyboard.press("Space")
        told = page.inner_text(".hitung")
        assert told.startswith("1 dari ") or told == "Semua dokumen siap."
        page.reload()
        assert page.evaluate("document.querySelector('[data-sumbu] input:checked').value") == second
        assert page.inner_text(".hitung") == told
