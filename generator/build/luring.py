"""Without network: the manifest that makes the site installable, and its service worker."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path

from jinja2 import Environment

from generator.derive.situs import Situs

MANIFEST = "manifest.webmanifest"
WORKER = "sw.js"
OWN = (MANIFEST, WORKER)
PAGE = "luring/"
"""Shown without network in the place of a page that was never seen."""
_INDEX_MOST = 600_000
"""A search index of more bytes than this is left to the network: few phones have room for it."""
_ONLY_OFFICERS = ("aset/alur.css", "aset/papan.css", "aset/grafik.css", "aset/panduan.css")


def manifest(situs: Situs) -> str:
    """Return the web app manifest."""
    government = situs.pemerintah
    values = {
        "id": "./",
        "name": f"{government.nama_situs}: {government.slogan}",
        "short_name": government.nama_situs,
        "description": f"Syarat, waktu, dan biaya layanan {government.sebutan_daerah}.",
        "lang": "id",
        "dir": "ltr",
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "background_color": "#f3f7f4",
        "theme_color": "#0c4a41",
        "icons": [
            {
                "src": "aset/tanda.svg",
                "sizes": "any",
                "type": "image/svg+xml",
                "purpose": "any maskable",
            }
        ],
        "shortcuts": [{"name": "Cari layanan", "url": "cari/"}],
    }
    return json.dumps(values, ensure_ascii=False, indent=1) + "\n"


def worker(site: Path, files: Iterable[str], environment: Environment) -> str:
    """Return the service worker of a finished site; another site has another one."""
    paths = sorted(file for file in files if file not in OWN)
    mark = hashlib.sha256()
    for path in paths:
        mark.update(path.encode() + b"\0" + hashlib.sha256((site / path).read_bytes()).digest())
    template = environment.get_template("sw.js.j2")
    return template.render(
        versi=mark.hexdigest()[:16], berkas=list(_core(site, paths)), luring=PAGE
    )


def _core(site: Path, paths: Iterable[str]) -> Iterable[str]:
    """Yield what is kept from the first visit on, as the pages ask for it."""
    paths = list(paths)
    index = sum((site / path).stat().st_size for path in paths if path.startswith("cari/"))
    folders = ("aset/", "cari/") if index <= _INDEX_MOST else ("aset/",)
    for path in paths:
        if path in (f"{PAGE}index.html", "cari/index.html", "index.html"):
            yield path.removesuffix("index.html") or "./"
        elif path.startswith(folders) and path not in _ONLY_OFFICERS:
            yield path
