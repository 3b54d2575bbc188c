"""Without network: what was seen, what was ticked, and the search go on; a new build takes over."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from generator.build.finish import _environment
from generator.build.links import own_files
from generator.build.luring import MANIFEST, WORKER, worker
from tests.chromium import served
from tests.search.peramban import layani

pytestmark = pytest.mark.peramban

KTP = "layanan/disdukcapil/ktp-el-hilang-rusak/"
KEPT = """async () => {
    const nama = await caches.keys();
    const semua = await Promise.all(nama.map(async n => (await (await caches.open(n)).keys())
        .map(k => new URL(k.url).pathname)));
    return Object.fromEntries(nama.map((n, i) => [n, semua[i]]));
}"""


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    made = chromium.new_context(viewport={"width": 360, "height": 800})
    yield made
    made.close()


def ready(page: Page) -> None:
    """Wait until the worker rules the page."""
    page.wait_for_function("navigator.serviceWorker.controller !== null", timeout=20_000)


def kept(page: Page, path: str) -> None:
    """Wait until a file of the site is kept on the device."""
    until(page, "async each => Boolean(await caches.match(new URL(each, location.origin)))", path)


def until(page: Page, question: str, arg: str = "") -> None:
    """Ask the page again and again until it says yes."""
    for _ in range(100):
        if page.evaluate(question, arg):
            return
        page.wait_for_timeout(200)
    raise AssertionError(question)


def test_the_manifest_makes_the_site_installable(situs: Path) -> None:
    manifest = json.loads((situs / MANIFEST).read_text("utf-8"))
    assert manifest["start_url"] == "./"
    assert manifest["lang"] == "id"
    assert all((situs / each["src"]).is_file() for each in manifest["icons"])
    for name in ("index.html", f"{KTP}index.html"):
        assert 'rel="manifest"' in (situs / name).read_text("utf-8")


def test_the_worker_keeps_only_files_that_exist(situs: Path) -> None:
    text = (situs / WORKER).read_text("utf-8")
    lists = re.findall(r"^const [A-Z]+ = (?:new Set\()?(\[.+?\])\)?;$", text, re.MULTILINE)
    assert len(lists) == 3
    for each in {file for one in lists for file in json.loads(one)}:
        target = situs / each
        assert (target / "index.html" if target.is_dir() else target).is_file(), each


def test_the_worker_is_another_one_for_another_site(situs: Path, tmp_path: Path) -> None:
    copy = tmp_path / "situs"
    shutil.copytree(situs, copy)
    same = worker(copy, own_files(copy), _environment())
    assert same == (situs / WORKER).read_text("utf-8")
    page = copy / KTP / "index.html"
    page.write_text(page.read_text("utf-8") + "<!-- -->", "utf-8")
    assert worker(copy, own_files(copy), _environment()) != same


def test_after_one_visit_the_errand_goes_on_without_network(
    context: BrowserContext, alamat: str
) -> None:
    page = context.new_page()
    page.goto(f"{alamat}{KTP}")
    page.check("[data-sumbu] input >> nth=0")
    page.check(".centang li:not([hidden]) input >> nth=0")
    ready(page)
    for path in (KTP, "aset/js/kasus.js", "aset/js/centang.js", "cari/", "cari/indeks.json"):
        kept(page, path)
    context.set_offline(True)
    page.reload()
    assert page.is_checked(".centang li:not([hidden]) input >> nth=0")
    assert page.inner_text(".jawab .besar >> nth=0")
    page.goto(f"{alamat}cari/?q=ktp+hilang")
    page.wait_for_selector("#hasil [data-id]")
    assert page.get_attribute("#hasil [data-id] >> nth=0", "data-id") == KTP[8:-1]
    page.goto(f"{alamat}layanan/disdukcapil/akta-kelahiran/")
    assert page.inner_text("h1") == "Tersimpan di perangkat ini"
    assert page.is_visible("#gagal")
    assert page.is_visible("#cari")
    page.wait_for_selector("#tersimpan a")
    assert "dicentang" in page.inner_text("#tersimpan li >> nth=0")
    assert page.get_attribute("#ulang", "href") == f"{alamat}layanan/disdukcapil/akta-kelahiran/"
    page.click("#tersimpan a")
    assert "KTP-el" in page.inner_text("h1")


def test_a_first_visit_stays_small_and_leaves_the_search_alone(
    context: BrowserContext, situs: Path
) -> None:
    with layani(situs) as site:
        page = context.new_page()
        page.goto(f"{site.alamat}{KTP}", wait_until="networkidle")
        ready(page)
        kept(page, KTP)
        kept(page, "aset/js/kasus.js")
        page.wait_for_timeout(1000)
        first = site.berat()
        assert not [path for path in first if path.startswith("/cari/")]
        assert sum(first.values()) <= 40_000, first
        page.goto(f"{site.alamat}layanan/disdukcapil/akta-kelahiran/", wait_until="networkidle")
        page.wait_for_timeout(1000)
        following = {path: size for path, size in site.berat().items() if path not in first}
        assert sum(following.values()) <= 12_000, following
        context.set_offline(True)
        page.goto(f"{site.alamat}cari/")
        assert page.inner_text("h1") == "Tersimpan di perangkat ini"
        page.wait_for_selector("#tersimpan a")
        assert not page.is_visible("#cari")
        page.goto(f"{site.alamat}{KTP}")
        assert "KTP-el" in page.inner_text("h1")


@pytest.mark.parametrize("wanted", ["cari/", "luring/", "kotak beranda"])
def test_the_search_is_kept_once_somebody_wants_it(
    wanted: str, context: BrowserContext, alamat: str
) -> None:
    page = context.new_page()
    if wanted == "kotak beranda":
        page.goto(alamat)
        page.type("#q", "k")
    else:
        page.goto(f"{alamat}{wanted}")
    ready(page)
    for path in ("cari/", "cari/indeks.json", "aset/js/cari-mesin.js"):
        kept(page, path)
    context.set_offline(True)
    page.goto(f"{alamat}cari/?q=ktp+hilang")
    page.wait_for_selector("#hasil [data-id]")
    assert page.get_attribute("#hasil [data-id] >> nth=0", "data-id") == KTP[8:-1]


def test_a_new_build_takes_over_and_refreshes_what_was_seen(
    context: BrowserContext, situs: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "situs"
    shutil.copytree(situs, copy)
    with served(copy) as base:
        page = context.new_page()
        page.goto(f"{base}luring/")
        ready(page)
        kept(page, "cari/indeks.json")
        page.goto(f"{base}{KTP}")
        kept(page, KTP)
        before = set(page.evaluate(KEPT))
        changed = copy / KTP / "index.html"
        changed.write_text(changed.read_text("utf-8").replace("<h1>", "<h1>BARU "), "utf-8")
        (copy / WORKER).write_text(worker(copy, own_files(copy), _environment()), "utf-8")
        # The reader opens another page; the one seen before is fetched anew behind it.
        page.goto(base)
        until(
            page,
            """async alamat => {
            const simpanan = await (await caches.open('halaman')).match(alamat);
            return simpanan && (await simpanan.text()).includes('BARU');
        }""",
            f"{base}{KTP}",
        )
        after = set(page.evaluate(KEPT))
        assert len([each for each in after if each.startswith("inti-")]) == 1
        assert before != after
        context.set_offline(True)
        page.goto(f"{base}{KTP}")
        assert page.inner_text("h1").startswith("BARU ")
        page.goto(f"{base}cari/?q=ktp+hilang")
        page.wait_for_selector("#hasil [data-id]")


def test_a_broken_build_leaves_the_old_worker_in_place(
    context: BrowserContext, situs: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "situs"
    shutil.copytree(situs, copy)
    with served(copy) as base:
        page = context.new_page()
        page.goto(f"{base}{KTP}")
        ready(page)
        page.reload()
        before = page.evaluate(KEPT)
        text = (copy / WORKER).read_text("utf-8")
        (copy / WORKER).write_text(
            text.replace("BERKAS = [", 'BERKAS = ["tidak-ada.css", '), "utf-8"
        )
        page.evaluate("async () => { await (await navigator.serviceWorker.ready).update() }")
        page.wait_for_timeout(1500)
        after = page.evaluate(KEPT)
        assert [each for each in after if each.startswith("inti-")] == [
            each for each in before if each.startswith("inti-")
        ]
        context.set_offline(True)
        page.reload()
        assert "KTP-el" in page.inner_text("h1")
