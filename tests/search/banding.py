"""Other searches over the same records: Material's own, as shipped, and MiniSearch through npm."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser

from generator.derive.situs import Entri
from tests.search.peramban import layani

_TANYA_MATERIAL = """
async ({ docs, queries }) => {
  const name = await (await fetch("workers/")).text();
  const worker = new Worker("workers/" + name.match(/search\\.[0-9a-f]+\\.min\\.js/)[0]);
  const ask = (type, data) =>
    new Promise((done) => {
      worker.onmessage = (event) => done(event.data);
      worker.postMessage({ type, data });
    });
  const fields = { title: { boost: 1000 }, text: { boost: 1 }, tags: { boost: 1000000 } };
  const config = { lang: ["en"], separator: "[\\\\s\\\\-]+", pipeline: [], fields };
  await ask(0, { config, docs, options: { suggest: false } });
  const found = [];
  for (const each of queries) {
    const { data } = await ask(2, each);
    found.push(data.items.map(([first]) => first.location));
  }
  return found;
}
"""
_TANYA_MINISEARCH = """
const MiniSearch = require("minisearch");
const { docs, queries } = JSON.parse(require("fs").readFileSync(0));
const index = new MiniSearch({ idField: "location", fields: ["title", "alias", "text"] });
index.addAll(docs);
const options = { prefix: true, fuzzy: 0.2, combineWith: "OR", boost: { title: 3, alias: 3 } };
const ids = (each) => index.search(each, options).map((one) => one.id);
console.log(JSON.stringify(queries.map(ids)));
"""


def _pages(services: Sequence[Entri]) -> list[dict[str, str]]:
    """Return one page a service, with its sayings on it."""
    return [
        {
            "location": each.id,
            "title": each.nama,
            "alias": ". ".join(each.frasa),
            "text": ". ".join(each.lain),
        }
        for each in services
    ]


def material(browser: Browser, services: Sequence[Entri], queries: Sequence[str]) -> list[Any]:
    """Return what Material's search worker finds, with the settings it has for Indonesian."""
    spec = find_spec("material")
    assert spec
    assert spec.submodule_search_locations
    scripts = Path(spec.submodule_search_locations[0]) / "templates" / "assets" / "javascripts"
    docs = [
        {**each, "text": f"{each['alias']}. {each['text']}"} for each in _pages(services)
    ]  # fmt: skip
    with layani(scripts) as server:
        page = browser.new_page()
        page.goto(server.alamat)
        found: list[Any] = page.evaluate(_TANYA_MATERIAL, {"docs": docs, "queries": list(queries)})
        page.close()
    return found


def minisearch(folder: Path, services: Sequence[Entri], queries: Sequence[str]) -> list[Any] | None:
    """Return what MiniSearch finds, or None where Node.js or its package is not to be had."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if not node or not npm:
        return None
    if not (folder / "node_modules" / "minisearch").is_dir():
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "package.json").write_text('{"private": true}', "utf-8")
        done = subprocess.run(
            [npm, "install", "--no-audit", "--no-fund", "minisearch@7"],
            cwd=folder,
            capture_output=True,
            check=False,
        )
        if done.returncode:
            return None
    asked = json.dumps({"docs": _pages(services), "queries": list(queries)})
    done = subprocess.run(
        [node, "-e", _TANYA_MINISEARCH],
        cwd=folder,
        input=asked.encode(),
        capture_output=True,
        check=True,
    )
    found: list[Any] = json.loads(done.stdout)
    return found
