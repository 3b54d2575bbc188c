"""Without network: the manifest that makes the site installable, and its service worker."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable
from pathlib import Path

from jinja2 import Environment

from generator.build.kempis import kempis
from generator.derive.situs import Situs

MANIFEST = "manifest.webmanifest"
WORKER = "sw.js"
OWN = (MANIFEST, WORKER)
PAGE = "luring/"
"""Shown without network in the place of a page that was never seen."""
_INDEX_MOST = 600_000
"""A search index of more bytes than this is left to the network: few phones have room for it."""
_ASSET = re.compile(r"aset/[\w./-]+\.\w+")
_IMPORT = re.compile(r"""from ["']\./([\w-]+\.js)["']""")


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
    script = environment.get_template("sw.js.j2").render(
        versi=mark.hexdigest()[:16],
        berkas=_with(site, f"{PAGE}index.html"),
        pencarian=[*_with(site, "cari/index.html"), *_index(site, paths), "./"],
        semua=[*_kept_apart(paths), *_index(site, paths), "./", "cari/", PAGE],
        luring=PAGE,
    )
    return kempis(script)


def _with(site: Path, page: str) -> list[str]:
    """Return a page and all it is shown with: styles, font, scripts and what those import."""
    found = [page.removesuffix("index.html")]
    ahead = [match[0] for match in _ASSET.finditer((site / page).read_text("utf-8"))]
    while ahead:
        file = ahead.pop(0)
        if file not in found:
            found.append(file)
            if file.endswith(".js"):
                text = (site / file).read_text("utf-8")
                ahead += [f"aset/js/{match[1]}" for match in _IMPORT.finditer(text)]
    return found


def _index(site: Path, paths: Iterable[str]) -> list[str]:
    """Return the files of the search index; none of one that few phones have room for."""
    parts = [path for path in paths if path.startswith("cari/") and path.endswith(".json")]
    size = sum((site / path).stat().st_size for path in parts)
    return parts if size <= _INDEX_MOST else []


def _kept_apart(paths: Iterable[str]) -> list[str]:
    """Return what pages share; kept apart from them, it changes with the build."""
    return [path for path in paths if path.startswith("aset/")]
