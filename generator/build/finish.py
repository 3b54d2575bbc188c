"""What the engine does not do: sitemap, robots, redirects; what it ships too much; the links."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined

from generator.build import luring
from generator.build.links import Broken, own_files, survey
from generator.build.stage import Staged
from generator.build.workspace import THEME
from generator.derive.alamat import relatif
from generator.derive.situs import Alihan, Situs
from generator.finding import Finding, Level
from generator.source import Position
from generator.write import drop_empty_folders

_BLANK = re.compile(r"\s*\n\s*")
_OWN = ("sitemap.xml", "robots.txt", "404.html", *luring.OWN)


@dataclass(frozen=True, slots=True)
class Finished:
    """A site ready to be published, or the findings that forbid it."""

    findings: tuple[Finding, ...]
    pages: int
    links: int
    removed: int
    """Files of the engine that no page uses."""
    size: int
    """Bytes."""


def finish(site: Path, situs: Situs, staged: Staged) -> Finished:
    """Complete the site that the engine left in `site`, and check it; the same bytes every time."""
    _tighten(site)
    findings = _redirects(site, situs)
    (site / "sitemap.xml").write_text(sitemap(situs, staged), "utf-8")
    (site / "robots.txt").write_text(robots(situs), "utf-8")
    (site / luring.MANIFEST).write_text(luring.manifest(situs), "utf-8")
    files = list(own_files(site))
    seen = survey(site, situs.pemerintah.alamat_situs, files)
    unused = [file for file in files if file not in seen.used and not _keeps(file, staged)]
    for file in unused:
        (site / file).unlink()
    drop_empty_folders(site)
    kept = sorted(set(files).difference(unused))
    findings.extend(_finding(each, staged) for each in seen.broken)
    if not findings:  # else the site is not published, and may lack the pages that a worker keeps
        (site / luring.WORKER).write_text(luring.worker(site, kept, _environment()), "utf-8")
    size = sum((site / file).stat().st_size for file in kept)
    return Finished(tuple(findings), seen.pages, seen.links, len(unused), size)


def _tighten(site: Path) -> None:
    """Drop blank lines and indentation, which the engine's templates leave on every page."""
    for page in site.rglob("*.html"):
        text = page.read_text("utf-8")
        if "<pre" not in text:
            page.write_text(_BLANK.sub("\n", text).lstrip(), "utf-8")


def _keeps(file: str, staged: Staged) -> bool:
    """Tell whether a file stays though nothing refers to it."""
    return (
        file in _OWN
        or file in staged.paths
        or file.endswith("index.html")
        or (file.startswith("aset/") and (THEME / file).is_file())
    )


@lru_cache(maxsize=1)
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("generator.build"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _redirects(site: Path, situs: Situs) -> list[Finding]:
    findings = []
    for each in sorted(situs.alihan, key=lambda one: one.dari):
        file = site / each.dari / "index.html"
        if file.exists():
            findings.append(
                Finding(
                    "mesin-situs",
                    Level.ERROR,
                    Position(f"{each.dari}index.md"),
                    f"alamat lama `{each.dari}` dari `{each.id}` masih dipakai halaman lain",
                    "hapus id itu dari `dahulu`, atau beri halaman lain itu id baru",
                    each.id,
                )
            )
            continue
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(redirect(each, situs), "utf-8")
    return findings


def redirect(alihan: Alihan, situs: Situs) -> str:
    """Return the page that stands at an old address: it leads on, also without JavaScript."""
    return (
        _environment()
        .get_template("alihan.html.j2")
        .render(
            tautan=relatif(alihan.dari, alihan.ke),
            kanonik=situs.pemerintah.alamat_situs + quote(alihan.ke),
            judul=alihan.judul,
            id=alihan.id,
            situs=situs.pemerintah.nama_situs,
        )
    )


def sitemap(situs: Situs, staged: Staged) -> str:
    """Return the sitemap: pages that may be found, with the day their records were changed."""
    days = {
        each.alamat: each.diperbarui.isoformat() if each.diperbarui else ""
        for each in situs.halaman
        if not each.noindex
    }
    for path, meta in staged.handwritten.items():
        if not meta.get("noindex"):
            address = (
                path.removesuffix("index.md") if path.endswith("index.md") else path[:-3] + "/"
            )
            days[address] = str(meta.get("diperbarui", ""))
    base = situs.pemerintah.alamat_situs
    rows = [(base + quote(address), day) for address, day in sorted(days.items())]
    return _environment().get_template("sitemap.xml.j2").render(alamat_hari=rows)


def robots(situs: Situs) -> str:
    """Return robots.txt: a site of sample data is not for search engines."""
    if situs.pemerintah.status == "contoh":
        return "# Data contoh: belum untuk mesin pencari.\nUser-agent: *\nDisallow: /\n"
    return f"User-agent: *\nAllow: /\nSitemap: {situs.pemerintah.alamat_situs}sitemap.xml\n"


def _finding(broken: Broken, staged: Staged) -> Finding:
    stem = broken.file.removesuffix("index.html")
    sources = (f"{stem}index.md", f"{stem.removesuffix('/')}.md")
    path = next((each for each in sources if each in staged.paths), broken.file)
    others = f" (juga di {broken.pages - 1} halaman lain)" if broken.pages > 1 else ""
    return Finding(
        "mesin-situs",
        Level.ERROR,
        Position(path),
        f"tautan `{broken.link}`: {broken.reason}{others}",
        "perbaiki tautannya, atau rekaman yang menyebut alamat itu",
    )
