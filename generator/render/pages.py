"""Site to text: one Markdown file a page, in the frame's words; nothing is written here."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from jinja2 import Environment

from generator.derive.situs import Halaman, Situs
from generator.model.kalender import ZONA, kalender
from generator.model.pemerintah import Pemerintah
from generator.render.data import data_files
from generator.render.environment import environment
from generator.render.gambar import berkas_gambar
from generator.search.berkas import Bahan, berkas


class Waktu(NamedTuple):
    """The government's clock, as the pages' scripts need it."""

    zona: str
    """Name of the time zone."""
    geser: int
    """Hours ahead of UTC."""
    kerja: str
    """Working days and when they end, as in `1=16:00 5=16:30`; Sunday is 0."""


def render(situs: Situs) -> dict[str, str]:
    """Return the staged tree: path below the docs folder -> text, in the order of the paths."""
    env = environment()
    clock = _clock(situs.katalog.pemerintah)
    tree = {_path(each.alamat): page(each, env, clock) for each in situs.halaman}
    tree.update(search_files(situs))
    tree["opensearch.xml"] = env.get_template("opensearch.xml.j2").render(p=situs.pemerintah)
    tree.update(data_files(situs))
    tree.update(berkas_gambar(situs))
    return dict(sorted(tree.items()))


def _clock(pemerintah: Pemerintah) -> Waktu:
    ahead = ZONA[pemerintah.zona_waktu].utcoffset(None)
    ends = enumerate(kalender(pemerintah.jam_kerja).pulang, start=1)
    days = (f"{day % 7}={end // 60:02}:{end % 60:02}" for day, end in ends if end is not None)
    return Waktu(pemerintah.zona_waktu, ahead // timedelta(hours=1), " ".join(days))


def page(halaman: Halaman, env: Environment, clock: Waktu) -> str:
    """Return the Markdown file of one page: front matter, then one block of HTML."""
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
