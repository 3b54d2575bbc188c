"""PDFs by content: made once, found again by the hash of all that goes into them."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from threading import local

import typst

from generator.cetak.huruf import FOLDER
from generator.cetak.lembar import KERTAS, Kertas, susun
from generator.cetak.simpanan import ada, buang_selain
from generator.derive import alamat
from generator.derive.sop import punya_halaman, tampilkan_sop
from generator.model.catalog import Katalog, SopTempat

TEMPLATE = Path(__file__).with_name("lembar.typ")
_own = local()


@dataclass(frozen=True, slots=True)
class Cetakan:
    """One PDF: where it belongs in the site, and the file that holds it."""

    jalur: str
    """Path below the site's root, as in `sop/disdukcapil/kia/sop-a4.pdf`."""
    berkas: Path
    baru: bool
    """True if it was made just now."""


def semua(
    katalog: Katalog, cache: Path, count: Callable[[int], object] = lambda _: None
) -> Mapping[str, Path]:
    """Return the PDFs beside the SOP pages: path in the site -> file.

    Only what changed is made; the rest is in `cache` already. `count` is told how many are done.
    """
    found: dict[str, Path] = {}
    for each in tulis(_shown(katalog), katalog, cache):
        found[each.jalur] = each.berkas
        count(len(found))
    return found


def jumlah(katalog: Katalog) -> int:
    """Return how many PDFs `semua` gives."""
    return len(_shown(katalog)) * len(KERTAS)


def _shown(katalog: Katalog) -> list[SopTempat]:
    return [each for each in katalog.sop.values() if punya_halaman(each)]


def tempat(katalog: Katalog, unit: str | None) -> list[SopTempat]:
    """Return the SOPs of one unit, those of its patterns included, or of all units and groups."""
    return [each for each in katalog.sop.values() if unit in (None, each.pemilik)]


def simpan(
    sops: Sequence[SopTempat],
    katalog: Katalog,
    folder: Path,
    cache: Path,
    count: Callable[[int], object] = lambda _: None,
) -> tuple[int, int]:
    """Put the PDFs into `folder` as `<unit>/<sop>-a4.pdf`; return their number, and of new ones.

    A run over all SOPs of the catalog throws away the sheets of `cache` that it did not use.
    """
    fresh = 0
    used: set[Path] = set()
    for number, each in enumerate(tulis(sops, katalog, cache), 1):
        used.add(each.berkas)
        _, owner, slug, name = each.jalur.split("/")
        target = folder / owner / f"{slug}-{name.removeprefix('sop-')}"
        content = each.berkas.read_bytes()
        if not target.is_file() or target.read_bytes() != content:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
            fresh += 1
        count(number)
    if len(sops) == len(katalog.sop):
        buang_selain(cache, used)
    return len(sops) * len(KERTAS), fresh


def tulis(sops: Iterable[SopTempat], katalog: Katalog, cache: Path) -> Iterator[Cetakan]:
    """Yield the PDFs of these SOPs on every paper, in their order."""
    cache.mkdir(parents=True, exist_ok=True)
    base = _fingerprint()
    jobs = [(each, paper) for each in sops for paper in KERTAS]

    def one(job: tuple[SopTempat, Kertas]) -> Cetakan:
        return _one(*job, katalog, cache, base)

    # typst works outside the interpreter's lock, so threads share the work well.
    with ThreadPoolExecutor(max_workers=min(8, os.cpu_count() or 1)) as pool:
        yield from pool.map(one, jobs)


def _one(each: SopTempat, paper: Kertas, katalog: Katalog, cache: Path, base: bytes) -> Cetakan:
    data = json.dumps(susun(tampilkan_sop(each, katalog), paper), ensure_ascii=False)
    key = hashlib.sha256(base + data.encode()).hexdigest()[:32]
    file = cache / f"{key}.pdf"
    path = f"{alamat.sop(each.id)}sop-{paper.kode}.pdf"
    if ada(file):
        return Cetakan(path, file, baru=False)
    fresh = cache / f"{key}.{os.getpid()}-{id(each):x}.tmp"
    fresh.write_bytes(cetak(data))
    fresh.replace(file)
    return Cetakan(path, file, baru=True)


def cetak(data: str) -> bytes:
    """Return the PDF for one SOP's data (JSON)."""
    compiler = getattr(_own, "compiler", None)
    if compiler is None:
        fonts = typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FOLDER)]
        )
        compiler = _own.compiler = typst.Compiler(
            str(TEMPLATE), root=str(TEMPLATE.parent), font_paths=fonts
        )
    made = compiler.compile(format="pdf", sys_inputs={"data": data})
    assert isinstance(made, bytes)
    return made


def _fingerprint() -> bytes:
    key = hashlib.sha256(TEMPLATE.read_bytes())
    for package in ("typst", "fontpkg-pt-sans"):
        key.update(f"{package} {version(package)}".encode())
    return key.digest()
