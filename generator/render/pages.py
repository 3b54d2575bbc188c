"""Site to text: one Markdown file a page, in the frame's words; nothing is written here."""

from __future__ import annotations

import json
from pathlib import PurePosixPath
from typing import Any

from jinja2 import Environment

from generator.derive.situs import Halaman, Situs
from generator.render.data import data_files
from generator.render.environment import environment
from generator.render.gambar import berkas_gambar
from generator.search.berkas import Bahan, berkas

_OFFSETS = {"WIB": 7, "WITA": 8, "WIT": 9}


def render(situs: Situs) -> dict[str, str]:
    """Return the staged tree: path below the docs folder -> text, in the order of the paths."""
    env = environment()
    zone = situs.katalog.pemerintah.zona_waktu
    clock = (zone, _OFFSETS[zone])
    tree = {_path(each.alamat): page(each, env, clock) for each in situs.halaman}
    tree.update(search_files(situs))
    tree["opensearch.xml"] = env.get_template("opensearch.xml.j2").render(p=situs.pemerintah)
    tree.update(data_files(situs))
    tree.update(berkas_gambar(situs))
    return dict(sorted(tree.items()))


def page(halaman: Halaman, env: Environment, clock: tuple[str, int]) -> str:
    """Return the Markdown file of one page: front matter, then one block of HTML.

    `clock` is the name of the time zone and its hours ahead of UTC.
    """
    template = env.get_template(halaman.templat)
    html = template.render(h=halaman, isi=halaman.isi, dari=halaman.alamat, utc=clock)
    # Without blank lines and indentation Markdown leaves a block of HTML alone.
    body = "\n".join(line.strip() for line in html.splitlines() if line.strip())
    return f"---\n{_front_matter(halaman)}---\n{body}\n"


def _path(address: str) -> str:
    return str(PurePosixPath(address, "index.md"))


def _front_matter(halaman: Halaman) -> str:
    meta: dict[str, Any] = {
        "title": halaman.judul,
        "description": halaman.deskripsi,
        "kelas": halaman.kelas,
        "remah": [
            {"nama": name} if address is None else {"nama": name, "url": address}
            for name, address in halaman.remah
        ],
        "noindex": halaman.noindex,
        "contoh": halaman.contoh,
        "ubah": halaman.ubah,
        "diperbarui": halaman.diperbarui.isoformat() if halaman.diperbarui else None,
        "skrip": list(halaman.skrip),
        "gaya": list(halaman.gaya),
    }
    # JSON is YAML, and a quoted text stays text whatever a stranger put in it; but JSON's two-part
    # escapes of emoji are none of YAML's, so every sign is written as it is.
    lines = (
        f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in meta.items() if value
    )
    return "".join(lines)


def search_files(situs: Situs) -> dict[str, str]:
    """Return what the search page fetches: the index, in parts where the catalog is large."""
    found = situs.pencarian
    files = berkas(Bahan(found.layanan, found.unit, found.sinonim, found.henti))
    return {f"cari/{name}": text for name, text in files.items()}
