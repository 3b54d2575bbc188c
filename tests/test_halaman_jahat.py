"""Hostile text is shown, not obeyed: in every text field, on every page, in every data file.

The fictional regency is built twice, once with hostile texts and once with harmless ones in the
same places. Chromium opens both: the hostile pages must show each text as it was written, run
nothing, fetch nothing, and have the very elements and attributes of the harmless ones.
"""

from __future__ import annotations

import csv
import json
import os
import re
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import Browser, Page

from generator.source import Tree
from tests.bantuan import lay, write
from tests.chromium import browser, served
from tests.jahat import (
    STARTS,
    Planted,
    as_yaml,
    plant,
)

ROOT = Path(__file__).parent.parent
TELADAN = ROOT / "tests/teladan/catalog"
DATE = date(2026, 11, 24)
ATTACHED = ("formulir", "lampiran")


@dataclass(frozen=True)
class Pair:
    """The two sites."""

    planted: Planted
    hostile: Path
    clean: Path


def _build(folder: Path, files: dict[str, dict[str, Tree]]) -> Path:
    write(folder / "catalog", {path: as_yaml(tree) for path, tree in files.items()})
    for name in ATTACHED:
        if (TELADAN / name).is_dir():
            lay(folder / "catalog" / name, TELADAN / name)
    done = subprocess.run(
        [sys.executable, "-m", "generator", "build", "--today", DATE.isoformat()],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return folder / "site"


def _pair(folder: Path, turn: int) -> Pair:
    planted = plant(TELADAN, turn)
    return Pair(
        planted,
        _build(folder / "jahat", planted.files),
        _build(folder / "baik", planted.clean),
    )


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> Pair:
    return _pair(tmp_path_factory.mktemp("naskah"), 0)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with browser() as started:
        yield started


LOOK = """() => {
  const seen = [], values = [], counts = {}, drawn = [];
  // The guides' theme gives words it cuts short a title.
  const own = (element) => element.tagName.toLowerCase() + ' ' +
    [...element.attributes].map((each) => each.name)
      .filter((name) => name !== 'title' || !element.matches('.md-ellipsis')).sort().join(' ');
  for (const element of document.querySelectorAll('*')) {
    if (element.closest('svg')) drawn.push(own(element));
    else counts[own(element)] = (counts[own(element)] || 0) + 1;
    for (const each of element.attributes) values.push([each.name, each.value]);
  }
  const walk = document.createTreeWalker(document, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const parent = walk.currentNode.parentElement;
    if (parent && !parent.closest('script, style, svg')) seen.push(walk.currentNode.data);
  }
  return {
    text: seen.join('').replace(/\\s+/g, ' '), values, counts, drawn: [...new Set(drawn)],
    wide: document.documentElement.scrollWidth, ran: 'jahatBerjalan' in window,
    comments: document.createNodeIterator(document, NodeFilter.SHOW_COMMENT).nextNode() !== null,
  };
}"""
GLOBALS = "window.jahat = () => { window.jahatBerjalan = true; };"
MARK = re.compile(r"q\d+z")
LINKS = ("href", "src", "action", "data", "srcset", "poster", "formaction")


class Visit:
    """Opens pages and notes whatever a page does of its own accord."""

    def __init__(self, chromium: Browser, base: str) -> None:
        self.base = base
        self.noted: list[str] = []
        self.page: Page = chromium.new_page(viewport={"width": 360, "height": 800})
        self.page.add_init_script(GLOBALS)
        self.page.on("dialog", lambda each: (self.noted.append("dialog"), each.dismiss()))
        # Chromium complains of a font it preloaded when the machine is too busy to paint in time.
        self.page.on(
            "console",
            lambda each: (
                None
                if "was preloaded using link preload but not used" in each.text
                else self.noted.append(f"console {each.text}")
            ),
        )
        self.page.on("pageerror", lambda each: self.noted.append(f"error {each}"))
        self.page.on(
            "request",
            lambda each: (
                None if each.url.startswith(base) else self.noted.append(f"fetched {each.url}")
            ),
        )

    def look(self, path: str) -> dict[str, object]:
        self.page.goto(self.base + path, wait_until="load")
        return self.page.evaluate(LOOK)


def _same(written: str, shown: str) -> bool:
    """A sentence may begin with a small letter inside another; nothing else may change."""
    return shown.endswith(written) or shown[-len(written) + 1 :] == written[1:]


def _pages(site: Path) -> list[str]:
    return sorted(
        each.relative_to(site).as_posix()
        for each in site.rglob("*.html")
        if MARK.search(each.read_text("utf-8"))
    )


class _Tags(HTMLParser):
    """Elements and attributes of a page, and its words."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self.found: list[tuple[str, tuple[str, ...]]] = []
        self.words = ""
        self.feed(file.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, tuple(sorted(name for name, _ in attrs))))

    def handle_data(self, data: str) -> None:
        self.words += data


def _leads_on(file: Path) -> bool:
    return 'http-equiv="refresh"' in file.read_text("utf-8")


def _some(pages: list[str]) -> list[str]:
    """Return a few pages of each sort: by folder and depth."""
    sorts: dict[tuple[str, int], list[str]] = defaultdict(list)
    for each in pages:
        sorts[each.partition("/")[0], each.count("/")].append(each)
    return [each for found in sorts.values() for each in found[:: -(-len(found) // 9)]]


def _judge(pair: Pair, chromium: Browser, *, every: bool = True) -> set[str]:
    """Open the pages of both sites; returns the marks that some page shows."""
    shown: set[str] = set()
    with served(pair.hostile) as hostile, served(pair.clean) as clean:
        bad, good = Visit(chromium, hostile), Visit(chromium, clean)
        assert _pages(pair.hostile) == _pages(pair.clean)
        pages = _pages(pair.hostile)
        for path in pages if every else _some(pages):
            if _leads_on(pair.clean / path):  # an old address: the browser would be off at once
                stub = _Tags(pair.hostile / path)
                assert stub.found == _Tags(pair.clean / path).found, path
                _as_written(pair.planted, path, " ".join(stub.words.split()))
                continue
            here, there = bad.look(path), good.look(path)
            assert bad.noted == good.noted == [], path
            assert not here["ran"], path
            assert here["comments"] == there["comments"], path
            assert Counter(here["counts"]) == Counter(there["counts"]), path
            assert _foreign(here["drawn"], there["drawn"]) == set(), path
            assert here["wide"] <= 360, (path, here["wide"])
            shown |= _as_written(pair.planted, path, str(here["text"]))
            for name, value in here["values"]:
                if name in LINKS:
                    assert re.match(r"(https?:|mailto:|tel:|sms:|#|\.|/|\?|\w|$)", value), value
                    assert not re.match(
                        r"\s*(javascript|data|vbscript):", value, re.IGNORECASE
                    ) or (value.startswith("data:image/")), (path, value)
                elif name != "style":
                    _as_written(pair.planted, path, " ".join(value.split()))
        bad.page.close()
        good.page.close()
    return shown


LETTERING = {"x", "y", "dx", "dy", "class", "font-size", "font-weight", "text-anchor", "fill"}
"""What a long text in a drawing may need: more lines, smaller letters."""


def _foreign(drawn: list[str], known: list[str]) -> set[str]:
    return {
        each
        for each in set(drawn) - set(known)
        if (words := each.split())[0] not in ("text", "tspan") or not set(words[1:]) <= LETTERING
    }


def _as_written(planted: Planted, path: str, text: str) -> set[str]:
    found = set()
    for each in MARK.finditer(text):
        written = planted.texts[each[0]]
        before = text[: each.end()]
        assert _same(written, before), (
            f"{path}: {planted.field_of[each[0]]}\nwritten: {written!r}\n"
            f"shown:   {before[-len(written) - 40 :]!r}"
        )
        found.add(each[0])
    return found


@pytest.mark.peramban
def test_pages_show_hostile_text_as_written(pair: Pair, chromium: Browser) -> None:
    shown = _judge(pair, chromium, every=False)
    fields = {pair.planted.field_of[each] for each in shown}
    assert len(shown) > 1000
    assert len(fields) > 100


@pytest.mark.peramban
def test_search_shows_hostile_text_as_written(pair: Pair, chromium: Browser) -> None:
    names = [mark for mark, what in pair.planted.field_of.items() if what == "standar Standar.nama"]
    with served(pair.hostile) as base:
        visit, found = Visit(chromium, base), 0
        for mark in names[:: max(len(names) // 12, 1)]:
            visit.page.goto(f"{base}cari/?q={mark}", wait_until="load")
            visit.page.wait_for_selector("#hasil[data-selesai]", state="attached", timeout=10_000)
            look = visit.page.evaluate(LOOK)
            assert visit.noted == []
            assert not look["ran"]
            assert look["wide"] <= 360
            text = str(look["text"])
            # The page repeats what was asked for, and then the names it found.
            ends = [each.end() for each in re.finditer(mark, text)]
            found += any(_same(pair.planted.texts[mark], text[:end]) for end in ends)
        assert found >= 6
        visit.page.close()


def test_data_files_hold_hostile_text_as_written(pair: Pair) -> None:
    """JSON, CSV and XML are whole, and hold the same shape as with harmless text."""
    seen: set[str] = set()
    files = sorted(
        each for each in pair.hostile.rglob("*") if each.suffix in (".json", ".csv", ".xml", ".svg")
    )
    assert {each.suffix for each in files} >= {".json", ".csv", ".xml"}
    for file in files:
        path = file.relative_to(pair.hostile).as_posix()
        other = pair.clean / path
        if file.suffix == ".json":
            here, there = json.loads(file.read_text("utf-8")), json.loads(other.read_text("utf-8"))
            if path.startswith("data/"):
                assert _outline(here) == _outline(there), path
                for text in _texts(here):
                    seen |= _as_written(pair.planted, path, " ".join(text.split()))
        elif file.suffix == ".csv":
            rows, plain = _rows(file), _rows(other)
            assert [len(each) for each in rows] == [len(each) for each in plain], path
            for cell in (each for row in rows for each in row):
                assert not cell.startswith(("=", "+", "-", "@", "\t", "\r")), (path, cell)
                _as_written(pair.planted, path, cell)
        else:
            here, there = ET.fromstring(file.read_text("utf-8")), ET.parse(other).getroot()
            known = {each.tag for each in there.iter()} | {"{http://www.w3.org/2000/svg}tspan"}
            assert {each.tag for each in here.iter()} <= known, path
    assert len(seen) > 1000


def _rows(file: Path) -> list[list[str]]:
    with file.open(encoding="utf-8", newline="") as handle:
        return list(csv.reader(handle))


def _outline(value: object) -> object:
    if isinstance(value, dict):
        return {key: _outline(each) for key, each in value.items()}
    return [_outline(each) for each in value] if isinstance(value, list) else type(value)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            yield from _texts(each)
    elif isinstance(value, str):
        yield value


@pytest.mark.soak
@pytest.mark.peramban
def test_every_field_shows_every_hostile_text(tmp_path: Path, chromium: Browser) -> None:
    for turn in range(len(STARTS)):
        _judge(_pair(tmp_path / str(turn), turn), chromium)
