"""The search page in Chromium: keyboard, history, filters, places, whom to ask, accessibility."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from urllib.parse import unquote

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from generator.check import check
from generator.derive import derive
from generator.search.berkas import Bahan, berkas
from generator.search.peringkat import Peringkat
from tests.chromium import browser
from tests.search.kueri import baca
from tests.search.peramban import SELESAI, Situs, layani, tanya
from tests.search.ukur import bahan

ROOT = Path(__file__).parents[2]
HARI = "2026-11-24"
pytestmark = pytest.mark.peramban


@pytest.fixture(scope="module")
def situs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Situs]:
    """The shipped catalog's site, served."""
    out = tmp_path_factory.mktemp("cari") / "situs"
    command = [sys.executable, "-m", "generator", "build", "--today", HARI, "--out", str(out)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    with layani(out) as served:
        yield served


@pytest.fixture(scope="module")
def halaman() -> Iterator[Page]:
    """A page as small as a cheap phone; what it logs as an error fails the test."""
    with browser() as started:
        page = started.new_context(
            viewport={"width": 360, "height": 800}, service_workers="block"
        ).new_page()
        faults: list[str] = []
        page.on("pageerror", lambda error: faults.append(str(error)))
        yield page
        assert not faults


@pytest.fixture(scope="module")
def katalog_bahan() -> Bahan:
    """What the shipped catalog's index is made of."""
    katalog = check(ROOT / "catalog", date.fromisoformat(HARI)).katalog
    assert katalog
    return bahan(derive(katalog, date.fromisoformat(HARI)).pencarian)


def test_browser_and_python_rank_alike(
    situs: Situs, halaman: Page, katalog_bahan: Bahan, tmp_path: Path
) -> None:
    """Also where the index comes in parts."""
    for name, text in berkas(katalog_bahan, utuh=0).items():
        file = situs.folder / "cari" / "bagian" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    ranking = Peringkat(katalog_bahan.indeks(), katalog_bahan.pengurai)
    queries = [each.teks for each in baca()][::3]
    answers = [ranking.jawab(each) for each in queries]
    expected = [
        [each.lemah, [[one.dokumen, one.frasa] for one in each.urutan[:5]]] for each in answers
    ]
    halaman.goto(f"{situs.alamat}cari/")
    for index in ("indeks.json", "bagian/indeks.json"):
        got = halaman.evaluate(
            """async ([index, queries]) => {
              const { Mesin } = await import(new URL("../aset/js/cari-mesin.js", location.href));
              const base = new URL(index, location.href);
              const take = async (name) => (await fetch(new URL(name, base))).json();
              const mesin = new Mesin(await take(""), take);
              const found = [];
              for (const each of queries) {
                const { lemah, urutan } = await mesin.cari(each);
                found.push([lemah, urutan.slice(0, 5).map((x) => [x.nomor, x.frasa])]);
              }
              return found;
            }""",
            [index, queries],
        )
        assert got == json.loads(json.dumps(expected)), index


def test_nothing_is_fetched_before_someone_searches(situs: Situs, halaman: Page) -> None:
    situs.berat()
    halaman.goto(f"{situs.alamat}cari/")
    halaman.wait_for_selector(SELESAI, state="attached")
    assert "/cari/indeks.json" not in situs.berat()
    assert halaman.locator("#awal").is_visible()


def test_the_first_result_is_light(situs: Situs, halaman: Page) -> None:
    halaman.context.clear_cookies()
    situs.berat()
    tanya(halaman, situs.alamat, "ktp hilang")
    weight = sum(
        size for path, size in situs.berat().items() if "cari" in path and path != "/cari/"
    )
    assert weight <= 40_000


def test_typing_answers_and_leaves_one_entry_in_the_history(situs: Situs, halaman: Page) -> None:
    halaman.goto(f"{situs.alamat}cari/")
    before = halaman.evaluate("history.length")
    halaman.locator("#q").press_sequentially("kartu kuning", delay=10)
    halaman.wait_for_selector('#hasil[data-selesai] [data-id="disnakertrans/kartu-ak1"]')
    assert "q=kartu+kuning" in halaman.url
    assert halaman.evaluate("history.length") == before
    assert "kartu kuning" in halaman.locator("#ket[role=status]").inner_text()


def test_what_was_sent_stays_in_the_history(situs: Situs, halaman: Page) -> None:
    tanya(halaman, situs.alamat, "ktp hilang")
    halaman.fill("#q", "bayar pbb")
    halaman.press("#q", "Enter")
    halaman.wait_for_selector('#hasil[data-selesai] [data-id="bapenda/pbb-bayar"]')
    halaman.go_back()
    halaman.wait_for_selector(
        '#hasil[data-selesai] li:first-child[data-id="disdukcapil/ktp-el-hilang-rusak"]'
    )
    assert halaman.input_value("#q") == "ktp hilang"


def test_arrow_keys_walk_through_the_answers(situs: Situs, halaman: Page) -> None:
    tanya(halaman, situs.alamat, "akta lahir")
    halaman.focus("#q")
    halaman.keyboard.press("ArrowDown")
    halaman.keyboard.press("ArrowDown")
    second = halaman.locator("#hasil > li > a").nth(1)
    assert second.evaluate("each => each === document.activeElement")
    halaman.keyboard.press("ArrowUp")
    halaman.keyboard.press("ArrowUp")
    assert halaman.evaluate("document.activeElement.id") == "q"


def test_filters_stand_in_the_address(situs: Situs, halaman: Page) -> None:
    halaman.goto(f"{situs.alamat}cari/?q=surat&tingkat=desa-kelurahan&gratis=1")
    halaman.wait_for_selector(SELESAI)
    ids = halaman.eval_on_selector_all("#hasil [data-id]", "all => all.map((x) => x.dataset.id)")
    assert ids
    assert all(each.startswith("desa-kelurahan/") for each in ids)
    assert halaman.locator("details.saring").get_attribute("open") is not None
    halaman.select_option("[name=tingkat]", "")
    halaman.wait_for_url("**q=surat&gratis=1")


def test_filters_alone_list_what_passes(situs: Situs, halaman: Page) -> None:
    halaman.goto(f"{situs.alamat}cari/?unit=dinsos")
    halaman.wait_for_selector(SELESAI)
    ids = halaman.eval_on_selector_all("#hasil [data-id]", "all => all.map((x) => x.dataset.id)")
    assert len(ids) == 4
    assert all(each.startswith("dinsos/") for each in ids)


def test_a_named_place_leads_to_its_own_page(situs: Situs, halaman: Page) -> None:
    assert (
        tanya(halaman, situs.alamat, "domisili jelarai selor")[0] == "desa-kelurahan/suket-domisili"
    )
    link = halaman.locator("#hasil li:first-child > a")
    assert link.get_attribute("href") == "../layanan/desa-jelarai-selor/suket-domisili/"


def test_a_pattern_offers_its_places(situs: Situs, halaman: Page) -> None:
    tanya(halaman, situs.alamat, "surat domisili")
    places = halaman.locator("#hasil li:first-child details")
    places.locator("summary").click()
    places.locator("li").first.wait_for()
    assert places.locator("li").count() == 81


def test_an_office_question_gets_the_office(situs: Situs, halaman: Page) -> None:
    assert tanya(halaman, situs.alamat, "jam buka puskesmas bunyu")[0] == "unit/pkm-bunyu"


def test_a_guess_shows_three_and_whom_to_ask(situs: Situs, halaman: Page) -> None:
    assert len(tanya(halaman, situs.alamat, "resep soto banjar")) <= 3
    assert halaman.locator("#kosong").is_visible()
    assert tanya(halaman, situs.alamat, "zzzz") == []
    assert halaman.locator("#kosong a").count() == 2


def test_more_results_follow_those_shown(situs: Situs, halaman: Page) -> None:
    tanya(halaman, situs.alamat, "surat keterangan")
    assert halaman.locator("#hasil > [data-id]").count() == 10
    halaman.click("#lagi")
    halaman.wait_for_selector("#hasil > :nth-child(12)")
    assert halaman.locator("#hasil > :not([data-id])").count() == 0
    assert "[object" not in halaman.inner_text("#hasil")


def test_long_numbers_never_leave_the_page(situs: Situs, halaman: Page) -> None:
    tanya(halaman, situs.alamat, "salah nik 6402 0112 3456 7890 a@b.id")
    cleaned = halaman.evaluate(
        """async () => {
          const script = new URL("../aset/js/cari-tampil.js", location.href);
          const { tautanSaluran } = await import(script);
          const typed = "salah nik 6402 0112 3456 7890 a@b.id 17";
          return tautanSaluran("mailto:x@y.id?body={kata}", typed);
        }"""
    )
    assert unquote(cleaned) == "mailto:x@y.id?body=salah nik [nomor] [surel] 17"


@pytest.mark.parametrize("skema", ["light", "dark"])
@pytest.mark.parametrize("lebar", [360, 1280])
def test_axe_finds_nothing(situs: Situs, halaman: Page, skema: str, lebar: int) -> None:
    halaman.set_viewport_size({"width": lebar, "height": 800})
    halaman.emulate_media(color_scheme="dark" if skema == "dark" else "light")
    for text in ("surat domisili di sekatak", "resep soto banjar", "imunisasi"):
        tanya(halaman, situs.alamat, text)
        halaman.evaluate(
            "for (const each of document.querySelectorAll('details')) each.open = true"
        )
        halaman.wait_for_timeout(200)
        found = Axe().run(halaman)
        assert found.violations_count == 0, found.generate_report()
        wide = halaman.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wide <= 0
