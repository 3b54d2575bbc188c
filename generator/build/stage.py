"""Stage: the rendered pages, hand-written pages, files and settings that the engine reads."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml

from generator.build.kempis import tema
from generator.build.workspace import THEME, Workspace
from generator.derive.situs import Situs
from generator.finding import Finding, Level
from generator.source import Position
from generator.theme import huruf
from generator.tulisan import tulisan
from generator.write import Changes, Content, write

FONT = "aset/jakarta.woff2"
NO_FILES: Mapping[str, Path] = MappingProxyType({})
_ATTACHED = ("formulir", "lampiran")
_ATTACHED_KINDS = (".pdf", ".png", ".jpg", ".jpeg")


@dataclass(frozen=True, slots=True)
class Staged:
    """What was staged and where each hand-written page came from."""

    paths: frozenset[str]
    """Every staged path below the docs folder."""
    changes: Changes
    findings: tuple[Finding, ...] = ()
    handwritten: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """Pages from `content/` with their front matter."""

    @property
    def pages(self) -> list[str]:
        """Every staged page."""
        return sorted(path for path in self.paths if path.endswith(".md"))


def stage(
    space: Workspace,
    situs: Situs,
    pages: Mapping[str, str],
    files: Mapping[str, Path] = NO_FILES,
) -> Staged:
    """Write the staged tree and the engine's settings.

    `files` are made elsewhere and stand beside pages: path -> file.

    Raises NotOurs, UnsafePath or OSError as `write` does.
    """
    tree: dict[str, Content] = {**pages, **files}
    findings: list[Finding] = []
    for path, source in tulisan(space.content):
        if path in tree:
            findings.append(_clash(path))
        tree[path] = source
    tree.update(_attachments(space.catalog))
    tree[FONT] = _font(space.cache)
    tree.update(tema(THEME / "aset"))
    changes = write(space.docs, tree)
    meta: dict[str, Mapping[str, Any]] = {}
    for path, made in tree.items():
        if isinstance(made, Path) and path.endswith(".md"):
            try:
                meta[path] = front_matter(made.read_text("utf-8"))
            except yaml.MarkedYAMLError as error:
                meta[path] = {}
                findings.append(_broken_head(path, error))
    _write_settings(space, situs, frozenset(tree), meta)
    return Staged(frozenset(tree), changes, tuple(findings), meta)


def front_matter(text: str) -> Mapping[str, Any]:
    """Return the front matter of a Markdown text, empty if it has none.

    Raises yaml.MarkedYAMLError if it is broken: the engine would show it as text of the page.
    """
    if not text.startswith("---\n"):
        return {}
    head, mark, _ = text[4:].partition("\n---")
    meta = yaml.safe_load(head) if mark else None
    return meta if isinstance(meta, dict) else {}


def _broken_head(path: str, error: yaml.MarkedYAMLError) -> Finding:
    mark = error.problem_mark
    # The line with `---` stands above what was read.
    place = Position(path, mark.line + 2, mark.column + 1) if mark else Position(path)
    return Finding(
        "mesin-situs",
        Level.ERROR,
        place,
        "kepala halaman ini tidak dapat dibaca",
        "apit isi yang memuat titik dua dengan tanda kutip",
    )


def _clash(path: str) -> Finding:
    return Finding(
        "mesin-situs",
        Level.ERROR,
        Position(path),
        "halaman tulisan tangan ini beralamat sama dengan halaman dari rekaman",
        "pindahkan berkas ini ke alamat lain di `content/`",
    )


def _attachments(catalog: Path) -> Iterator[tuple[str, Path]]:
    for folder in _ATTACHED:
        for source in sorted((catalog / folder).rglob("*")):
            if source.is_file() and not source.is_symlink():
                path = source.relative_to(catalog)
                if path.suffix.lower() in _ATTACHED_KINDS and not path.name.startswith("."):
                    yield path.as_posix(), source


def _font(cache: Path) -> bytes:
    """Return the heading font, cut anew only if the cutter or its source has changed."""
    packages = ("fonttools", "brotli", "fontpkg-plus-jakarta-sans")
    key = hashlib.sha256(Path(huruf.__file__).read_bytes())
    for package in packages:
        key.update(f"{package} {version(package)}".encode())
    file = cache / f"huruf-{key.hexdigest()[:16]}.woff2"
    if not file.is_file():
        # Two builds at once may both cut it: the rename decides, and both cut the same bytes.
        fresh = file.with_suffix(f".{id(file):x}")
        huruf.potong_huruf(fresh)
        fresh.replace(file)
    return file.read_bytes()


def _write_settings(
    space: Workspace,
    situs: Situs,
    paths: frozenset[str],
    meta: Mapping[str, Mapping[str, Any]],
) -> None:
    settings = settings_of(situs, paths, meta)
    space.settings.write_text(_as_yaml(settings), "utf-8")
    if space.is_default:
        return
    config = yaml.safe_load(space.main_config.read_text("utf-8"))
    config.pop("INHERIT", None)
    config |= settings
    config["docs_dir"] = "docs"
    config["theme"] = {**config["theme"], "custom_dir": str(THEME)}
    space.config.write_text(_as_yaml(config), "utf-8")


def settings_of(
    situs: Situs, paths: frozenset[str], meta: Mapping[str, Mapping[str, Any]]
) -> dict[str, Any]:
    """Return the part of the engine's configuration that comes from the records."""
    home = next((each.deskripsi for each in situs.halaman if not each.alamat), "")
    settings: dict[str, Any] = {
        "site_name": situs.pemerintah.nama_situs,
        "site_url": situs.pemerintah.alamat_situs,
        "site_description": home or situs.pemerintah.slogan,
        "extra": dict(situs.bingkai),
    }
    if nav := _navigation(situs, paths, meta):
        settings["nav"] = nav
    return settings


def _navigation(
    situs: Situs, paths: frozenset[str], meta: Mapping[str, Mapping[str, Any]]
) -> list[dict[str, Any]]:
    """Return the few top sections, and the guides, which only readers of guides see."""
    nav: list[dict[str, Any]] = []
    for item in situs.bingkai.get("menu", ()):
        path = f"{item['alamat']}index.md"
        if path not in paths:
            continue
        guides = sorted(
            each
            for each in meta
            if each.startswith(str(item["alamat"])) and each != path and item["alamat"]
        )
        if guides:
            titles = [{str(meta[each].get("title", each)): each} for each in guides]
            nav.append({item["nama"]: [path, *titles]})
        else:
            nav.append({item["nama"]: path})
    return [{"Beranda": "index.md"}, *nav] if nav and "index.md" in paths else nav


def _as_yaml(settings: Mapping[str, Any]) -> str:
    # JSON is YAML, and quotes everything that could be read as something else.
    lines = (
        f"{key}: {json.dumps(value, ensure_ascii=False, indent=1)}\n"
        for key, value in settings.items()
    )
    return "# Ditulis oleh `katalog stage`; ubah rekamannya, bukan berkas ini.\n" + "".join(lines)
