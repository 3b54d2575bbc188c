"""Every link of the built site leads somewhere: pages, files, anchors; no other host is asked."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit

_TAG = re.compile(
    r"<!--.*?-->"
    r"|<(?P<raw>script|style)\b(?P<rawattrs>(?:[^\"'>]|\"[^\"]*\"|'[^']*')*)>.*?</(?P=raw)\s*>"
    r"|<(?P<name>[a-zA-Z][a-zA-Z0-9-]*)(?P<attrs>(?:[^\"'>]|\"[^\"]*\"|'[^']*')*)>",
    re.DOTALL | re.IGNORECASE,
)
_ATTRIBUTE = re.compile(r"([^\s\"'<>/=]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
_TELLING = {"href", "src", "srcset", "id", "name", "action", "data-indeks", "poster"}
_CSS_URL = re.compile(r"url\(\s*(?:\"([^\"]*)\"|'([^']*)'|([^)\s]*))\s*\)")
_JS_IMPORT = re.compile(r"""(?:\bfrom|\bimport)\s*\(?\s*["'](\.{1,2}/[^"']+)["']""")
_SCHEMES = ("https", "mailto", "tel", "sms")
_LOADS = ("stylesheet", "icon", "preload", "modulepreload", "manifest")


@dataclass(frozen=True, slots=True)
class Broken:
    """A link that leads nowhere or where it must not."""

    file: str
    """The built file, below the site's root."""
    link: str
    reason: str
    """Whole clause in Indonesian."""
    pages: int = 1
    """How many pages carry this link; only the first is named."""


@dataclass(slots=True)
class _Page:
    anchors: set[str] = field(default_factory=set)
    links: list[tuple[str, bool]] = field(default_factory=list)
    """Link and whether the browser loads it by itself."""


@dataclass(frozen=True, slots=True)
class Survey:
    """What a check of a site saw."""

    broken: tuple[Broken, ...]
    used: frozenset[str]
    """Files that some page, style or script refers to."""
    pages: int
    links: int


def survey(site: Path, site_url: str, files: list[str]) -> Survey:
    """Check the links of all HTML, CSS and JavaScript among `files`, which are below `site`."""
    pages: dict[str, _Page] = {}
    dull = {""}
    for file in files:
        if file.endswith(".html"):
            pages[file] = _read_page((site / file).read_text("utf-8"), dull)
        elif file.endswith((".css", ".js")):
            pages[file] = _read_asset((site / file).read_text("utf-8"), file)
    judge = _Judge(frozenset(files), pages, site_url)
    # An unused file of the engine may refer to what it likes.
    for file in pages:
        if file.endswith(".html"):
            judge.page(file)
    return Survey(
        tuple(sorted(judge.told(), key=lambda each: (each.file, each.link))),
        frozenset(judge.used),
        sum(file.endswith(".html") for file in pages),
        sum(len(page.links) for page in pages.values()),
    )


def _read_page(text: str, dull: set[str]) -> _Page:
    """Return anchors and links; `dull` grows by the attributes that hold neither."""
    page = _Page()
    for raw, raw_attributes, other, other_attributes in _TAG.findall(text):
        name, attributes = (raw or other), (raw_attributes or other_attributes)
        if attributes in dull:
            continue
        found = [each for each in _ATTRIBUTE.findall(attributes) if each[0].lower() in _TELLING]
        if not found:
            dull.add(attributes)
        for written, *values in found:
            key, value = written.lower(), html.unescape("".join(values))
            if key == "id" or (key == "name" and name in ("a", "A")):
                page.anchors.add(value)
            elif key == "srcset":
                page.links.extend(
                    (each.split()[0], True) for each in value.split(",") if each.strip()
                )
            elif key != "name":
                page.links.append((value, _loads(name.lower(), key, attributes)))
    return page


def _loads(name: str, key: str, attributes: str) -> bool:
    """Tell whether the browser asks for this link by itself."""
    if key in ("src", "poster", "data-indeks"):
        return True
    return name == "link" and any(each in attributes for each in _LOADS)


def _read_asset(text: str, file: str) -> _Page:
    if file.endswith(".js"):
        return _Page(links=[(each, True) for each in _JS_IMPORT.findall(text)])
    found = ("".join(values) for values in _CSS_URL.findall(text))
    return _Page(links=[(each, True) for each in found if not each.startswith(("data:", "#"))])


class _Judge:
    """Follows every link of every page, and of what the pages load."""

    def __init__(self, files: frozenset[str], pages: dict[str, _Page], site_url: str) -> None:
        self.files = files
        self.pages = pages
        self.site_url = site_url
        self.root = urlsplit(site_url).path
        self.used: set[str] = set()
        self.broken: dict[tuple[str, str], dict[str, str]] = {}
        """Meaning and reason -> pages and spelling: a fault of the frame is told once."""
        self.seen: dict[tuple[str, str], tuple[str, str] | str] = {}

    def told(self) -> Iterator[Broken]:
        """Yield each fault once, at the first page that has it."""
        for (_, reason), on in self.broken.items():
            file, link = next(iter(on.items()))
            yield Broken(file, link[:200], reason, len(on))

    def page(self, file: str) -> None:
        folder = posixpath.dirname(file)
        for link, loads in self.pages[file].links:
            reason = self.link(file, folder, link, loads)
            if reason:
                on = self.broken.setdefault((self.meaning(folder, link), reason), {})
                on.setdefault(file, link)

    def meaning(self, folder: str, link: str) -> str:
        """Return where a link points, from the root of the site; the same for all its spellings."""
        if link.startswith(self.site_url):
            folder, link = "", link[len(self.site_url) :]
        elif link.startswith(self.root):
            folder, link = "", link[len(self.root) :]
        return link if ":" in link else posixpath.normpath(posixpath.join(folder, link))

    def link(self, file: str, folder: str, link: str, loads: bool) -> str:
        """Return why the link is wrong, or nothing."""
        if link.startswith(self.site_url):
            link = self.root + link[len(self.site_url) :]
        elif reason := _outside(link, loads):
            return "" if reason == "ok" else reason
        key = (folder, link) if not link.startswith("#") else (file, link)
        found = self.seen.get(key)
        if found is None:
            found = self.seen[key] = self.resolve(file, folder, link)
        if isinstance(found, str):
            return found
        target, anchor = found
        if target not in self.used:
            self.used.add(target)
            if target in self.pages and not target.endswith(".html"):
                self.page(target)
        if anchor and target in self.pages and anchor not in self.pages[target].anchors:
            return f"halaman tujuannya tidak punya bagian `#{anchor[:60]}`"
        return ""

    def resolve(self, file: str, folder: str, link: str) -> tuple[str, str] | str:
        """Return the file and the anchor a link of this site leads to, or why it does not."""
        path, _, anchor = link.partition("#")
        path = unquote(path.partition("?")[0])
        anchor = unquote(anchor)
        if not path:
            # A bare `?q=` stays on the page, a bare `#` is its top.
            return file, anchor
        if path.startswith("/"):
            if not path.startswith(self.root):
                return "tautan ini keluar dari alamat situs"
            target = posixpath.normpath("./" + path[len(self.root) :])
        else:
            target = posixpath.normpath(posixpath.join(folder, path))
        if target.startswith(".."):
            return "tautan ini keluar dari alamat situs"
        if path.endswith(("/", "/.", "/..")) or path in (".", ".."):
            target = posixpath.normpath(posixpath.join(target, "index.html"))
        if target in self.files:
            return target, anchor
        if f"{target}/index.html" in self.files:
            return "alamat halaman harus berakhir dengan garis miring"
        return "tidak ada halaman atau berkas di alamat itu"


def _outside(link: str, loads: bool) -> str:
    """Return "ok" for a fine link to elsewhere, why it is not fine, or nothing if it is ours."""
    scheme, colon, rest = link.partition(":")
    if link.startswith("//"):
        return "tautan ke situs lain harus berawal `https://`"
    if not colon or not scheme.replace("+", "").isalnum() or "/" in scheme:
        return ""
    scheme = scheme.lower()
    if loads:
        if scheme == "data":
            return "ok" if rest.startswith("image/") else "halaman memuat `data:` yang bukan gambar"
        return "halaman memuat berkas dari situs lain"
    return "ok" if scheme in _SCHEMES else f"tautan `{scheme[:20]}:` tidak diizinkan"


def own_files(site: Path, below: str = "") -> Iterator[str]:
    """Yield every file of a site in order, without those whose name begins with a dot."""
    for entry in sorted((site / below).iterdir()):
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            yield from own_files(site, f"{below}{entry.name}/")
        else:
            yield f"{below}{entry.name}"
