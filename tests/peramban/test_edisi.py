"""The edition for a stick: from file:// a search, a case and a checklist, without a server."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from generator.build.edisi import NotPlain, links, plain
from generator.build.links import own_files
from tests.peramban.conftest import ROOT, built

pytestmark = pytest.mark.peramban

KTP = "layanan/disdukcapil/ktp-el-hilang-rusak/index.html"
VILLAGE = "desa-umpama-jaya"


@pytest.fixture(scope="session")
def edisi(bersama: Path) -> Path:
    return built(bersama / "edisi-desa", "--luring", "--unit", VILLAGE)


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(viewport={"width": 360, "height": 800}, offline=True)
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(f"error: {error}"))
    page.on("console", lambda said: faults.append(f"{said.type}: {said.text}"))
    page.on(
        "request",
        lambda asked: (
            None if asked.url.startswith(("file:", "data:")) else faults.append(asked.url)
        ),
    )
    yield page
    context.close()
    assert faults == []


def test_from_the_first_page_to_the_documents_of_one_case(page: Page, edisi: Path) -> None:
    page.goto((edisi / "index.html").as_uri())
    page.fill("#q", "ktp hilang")
    page.keyboard.press("Enter")
    page.wait_for_selector("#hasil [data-id]")
    assert page.get_attribute("#hasil [data-id] >> nth=0", "data-id") == (
        "disdukcapil/ktp-el-hilang-rusak"
    )
    page.click("#hasil [data-id] a >> nth=0")
    page.wait_for_selector(".jawab")
    assert page.url.split("?")[0] == (edisi / KTP).as_uri()
    page.check("[data-sumbu] input[value=hilang]")
    page.check(".centang li:not([hidden]) input >> nth=0")
    page.reload()
    assert page.is_checked(".centang li:not([hidden]) input >> nth=0")
    assert page.inner_text(".jawab__kaki").strip().endswith(".")


def test_a_shared_case_opens_chosen(page: Page, edisi: Path) -> None:
    page.goto(f"{(edisi / KTP).as_uri()}?kasus=hilang")
    assert page.is_checked("[data-sumbu] input[value=hilang]")


def test_the_heading_font_is_there(page: Page, edisi: Path) -> None:
    page.goto((edisi / KTP).as_uri())
    assert page.evaluate("document.fonts.load('700 20px \"Jakarta\"').then(f => f.length)")


def test_every_link_names_a_file(edisi: Path) -> None:
    for file in own_files(edisi):
        if file.endswith(".html"):
            text = (edisi / file).read_text("utf-8")
            assert links(text) == text, file
            assert 'type="module"' not in text, file
            assert 'rel="manifest"' not in text, file


def test_only_what_the_village_needs(edisi: Path) -> None:
    kept = {each.name for each in (edisi / "layanan").iterdir() if each.is_dir()}
    assert VILLAGE in kept
    assert "disdukcapil" in kept
    assert {each for each in kept if each.startswith(("desa-", "kel-"))} == {
        VILLAGE,
        "desa-kelurahan",
    }
    assert not (edisi / "sop").is_dir() or not any((edisi / "sop").glob("*/*"))


def test_the_zip_holds_the_folder(edisi: Path) -> None:
    with zipfile.ZipFile(edisi.with_name(f"{edisi.name}.zip")) as pack:
        names = pack.namelist()
        assert pack.testzip() is None
    assert names == [f"{edisi.name}/{file}" for file in sorted(own_files(edisi))]


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ('<a href="../">x</a>', '<a href="../index.html">x</a>'),
        ('<a href="./">x</a>', '<a href="./index.html">x</a>'),
        ('<a href="..">x</a>', '<a href="../index.html">x</a>'),
        ('<a href="a/b/?q=1#c">x</a>', '<a href="a/b/index.html?q=1#c">x</a>'),
        ('<a href="#c">x</a>', '<a href="#c">x</a>'),
        ('<a href="https://a.example/">x</a>', '<a href="https://a.example/">x</a>'),
        ('<a href="a/b.pdf">x</a>', '<a href="a/b.pdf">x</a>'),
        ('<meta content="0; url=../x/">', '<meta content="0; url=../x/index.html">'),
    ],
)
def test_links(written: str, wanted: str) -> None:
    assert links(written) == wanted


def test_what_cannot_be_a_plain_script_is_told() -> None:
    with pytest.raises(NotPlain, match=r"x\.js"):
        plain("x.js", 'import x from "./y.js";\n')


def test_every_module_of_the_theme_can_be_a_plain_script() -> None:
    for path in sorted((ROOT / "generator/theme/aset/js").glob("*.js")):
        assert "import.meta" not in plain(path.name, path.read_text("utf-8"))
