"""The edition for a stick: a finished site turned into a folder that works by double-click.

Pages opened from a disk may load neither modules nor data, and a folder shows its files instead of
its page. So modules become plain scripts, data become scripts, and links name `index.html`.
"""

from __future__ import annotations

import base64
import re
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.build.links import own_files

_NOT_ON_DISK = (
    "404.html",
    "manifest.webmanifest",
    "opensearch.xml",
    "robots.txt",
    "sitemap.xml",
    "sw.js",
)
_LINK = re.compile(r"""(\s(?:href|action|xlink:href)=")([^"]*)(")""")
_REFRESH = re.compile(r"""(content="\d+; *url=)([^"]*)(")""", re.IGNORECASE)
_HEAD = re.compile(r"""<link rel="(?:manifest|search|preload)"[^>]*>\n?""")
_MODULE = re.compile(r"""<script type="module" src="([^"]*?)aset/js/([\w-]+\.js)"></script>""")
_IMPORT = re.compile(r"""^import \{([^}]*)\} from "\./([\w-]+\.js)";$""", re.MULTILINE)
_EXPORT = re.compile(r"^export ((?:async )?function\*?|class|const|let) (\w+)", re.MULTILINE)
_LEFT = re.compile(r"^(?:import|export)\b|\bimport\(", re.MULTILINE)
_FONT = re.compile(r"""url\((["']?)([\w./-]*jakarta\.woff2)\1\)""")
_SHIM = "muat-luring.js"
_EPOCH = (1980, 1, 1, 0, 0, 0)
README = "BACA-SAYA.txt"

_SHIM_TEXT = """\
// Written by `katalog build --luring`: data come as scripts, links lead to pages.
(function () {
  var berkas = (window.__berkas = {});
  window.fetch = function (alamat) {
    var jalur = String(alamat.href || alamat);
    var nama = jalur.slice(jalur.lastIndexOf("/cari/") + 6);
    return new Promise(function (selesai, gagal) {
      if (nama in berkas) return selesai(jawab(nama));
      var s = document.createElement("script");
      s.src = jalur + ".js";
      s.onload = function () { selesai(jawab(nama)); };
      s.onerror = function () { gagal(new TypeError(nama)); };
      document.head.append(s);
    });
  };
  function jawab(nama) {
    return { ok: true, status: 200, json: function () { return Promise.resolve(berkas[nama]); } };
  }
  function tujukan(e) {
    var a = e.target.closest && e.target.closest("a[href]");
    if (a && a.protocol === "file:") a.href = a.href.replace(/\\/(?=$|[?#])/, "/index.html");
  }
  ["pointerdown", "focusin", "click"].forEach(function (n) { addEventListener(n, tujukan, true); });
})();
"""


class NotPlain(Exception):
    """A module that cannot be turned into a plain script; the text names it."""


def jadikan(site: Path, nama: str) -> None:
    """Turn the finished site in `site` into the edition; `nama` is the site's name."""
    for file in _NOT_ON_DISK:
        (site / file).unlink(missing_ok=True)
    modules = _modules(site / "aset" / "js")
    (site / "aset" / "js" / _SHIM).write_text(_SHIM_TEXT, "utf-8")
    for data in sorted((site / "cari").rglob("*.json")):
        name = data.relative_to(site / "cari").as_posix()
        text = data.read_text("utf-8")
        data.with_name(f"{data.name}.js").write_text(f'__berkas["{name}"]={text};\n', "utf-8")
        data.unlink()
    _font_inside(site)
    for file in list(own_files(site)):
        if file.endswith((".html", ".svg")):
            path = site / file
            text = path.read_text("utf-8")
            changed = page(text, modules) if file.endswith(".html") else links(text)
            if changed != text:
                path.write_text(changed, "utf-8")
    (site / README).write_text(_readme(nama), "utf-8")


def page(text: str, modules: dict[str, tuple[str, ...]]) -> str:
    """Return an HTML page as it works from a disk."""
    text = _HEAD.sub("", links(text))
    wanted = [match[2] for match in _MODULE.finditer(text)]
    first = _MODULE.search(text)
    if first is None:
        return text
    files = [_SHIM, *_in_order(wanted, modules)]
    scripts = "\n".join(f'<script defer src="{first[1]}aset/js/{each}"></script>' for each in files)
    before, after = text[: first.start()], text[first.end() :]
    return before + scripts + _MODULE.sub("", after)


def links(text: str) -> str:
    """Return a page whose links to folders of the site name the page in them."""

    def named(match: re.Match[str]) -> str:
        return f"{match[1]}{_to_page(match[2])}{match[3]}"

    return _REFRESH.sub(named, _LINK.sub(named, text))


def _to_page(link: str) -> str:
    path, mark, rest = re.fullmatch(r"([^?#]*)([?#]?)(.*)", link, re.DOTALL).groups()  # type: ignore[union-attr]
    if not path or ":" in path or path.startswith("/"):
        return link
    if path in (".", "..") or path.endswith(("/.", "/..")):
        path += "/"
    return f"{path}index.html{mark}{rest}" if path.endswith("/") else link


def _in_order(wanted: Iterable[str], modules: dict[str, tuple[str, ...]]) -> list[str]:
    """Return the modules with what they import, each after what it imports."""
    found: list[str] = []

    def add(name: str) -> None:
        for each in modules.get(name, ()):
            if each not in found:
                add(each)
        if name not in found:
            found.append(name)

    for name in wanted:
        add(name)
    return found


def _modules(folder: Path) -> dict[str, tuple[str, ...]]:
    """Turn every module into a plain script; return what each imports."""
    imports = {}
    for path in sorted(folder.glob("*.js")):
        text = path.read_text("utf-8")
        imports[path.name] = tuple(match[2] for match in _IMPORT.finditer(text))
        path.write_text(plain(path.name, text), "utf-8")
    return imports


def plain(name: str, text: str) -> str:
    """Return a module as a plain script that shares its exports through one object.

    Raises NotPlain if it uses more of modules than named imports and exports.
    """
    exported = [match[2] for match in _EXPORT.finditer(text)]

    def taken(match: re.Match[str]) -> str:
        names = match[1].replace(" as ", ": ")
        return f'const {{{names}}} = __modul["{match[2]}"];'

    body = _EXPORT.sub(r"\1 \2", _IMPORT.sub(taken, text))
    body = body.replace("import.meta.url", "__alamat")
    if _LEFT.search(body):
        raise NotPlain(name)
    given = f'__modul["{name}"] = {{ {", ".join(exported)} }};\n' if exported else ""
    return (
        "(function (__modul, __alamat) {\n"
        '"use strict";\n'
        f"{body}{given}"
        "})((window.__modul = window.__modul || {}), document.currentScript.src);\n"
    )


def _font_inside(site: Path) -> None:
    """Put the heading font into the style sheets: a page from a disk may not load it apart."""
    font = site / "aset" / "jakarta.woff2"
    if not font.is_file():
        return
    data = base64.b64encode(font.read_bytes()).decode()
    for sheet in sorted((site / "aset").glob("*.css")):
        text = sheet.read_text("utf-8")
        changed = _FONT.sub(f"url(data:font/woff2;base64,{data})", text)
        if changed != text:
            sheet.write_text(changed, "utf-8")
    font.unlink()


def _readme(nama: str) -> str:
    return (
        f"{nama}: edisi tanpa internet\r\n\r\n"
        "1. Salin seluruh folder ini ke komputer, atau biarkan di flash disk.\r\n"
        "2. Klik dua kali berkas index.html; peramban akan membukanya.\r\n"
        "3. Pencarian, pilihan keadaan, dan daftar centang bekerja tanpa internet.\r\n\r\n"
        "Isinya tetap seperti saat dibuat. Minta salinan baru bila layanan berubah.\r\n"
    )


def bungkus(site: Path, target: Path) -> None:
    """Write the folder `site` as a zip at `target`; the same bytes for the same folder."""
    fresh = target.with_name(f"{target.name}.baru")
    with zipfile.ZipFile(fresh, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as pack:
        for file in _ordered(site):
            entry = zipfile.ZipInfo(f"{target.stem}/{file}", _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            pack.writestr(entry, (site / file).read_bytes())
    fresh.replace(target)


def _ordered(site: Path) -> Iterator[str]:
    yield from sorted(own_files(site))
