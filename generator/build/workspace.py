"""Where a build works: the catalog it reads, the folder it stages into, the site it replaces."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

THEME = Path(__file__).parent.parent / "theme"
"""MkDocs `custom_dir`."""
_CHECKOUT = THEME.parent.parent


def _own(name: str) -> Path:
    here = Path.cwd() / name
    return here if here.exists() else _CHECKOUT / name


@dataclass(frozen=True, slots=True)
class Workspace:
    """The folders of one build; every path is absolute."""

    catalog: Path
    content: Path
    """Hand-written Markdown."""
    out: Path
    """The published site."""
    base: Path
    """Holds what is staged: `docs/`, the engine's settings, caches, the lock."""
    main_config: Path
    """The hand-written `mkdocs.yml`."""

    @classmethod
    def of(cls, catalog: Path, out: Path) -> Workspace:
        """Return the workspace for a build of `catalog` into `out`.

        `mkdocs.yml` and `content/` are those of the working folder, else the ones beside the
        generator. The site at the default place is staged in `build/`, where `mkdocs.yml` looks;
        any other site has a stage of its own, so that one never disturbs the other.
        """
        here = Path.cwd()
        out = out.resolve()
        base = here / "build"
        if out != here.resolve() / "site":
            mark = hashlib.sha256(str(out).encode()).hexdigest()[:8]
            base = base / "tahap" / f"{out.name}-{mark}"
        return cls(catalog.resolve(), _own("content"), out, base, _own("mkdocs.yml"))

    @property
    def docs(self) -> Path:
        """The staged tree: Markdown and files, as the engine reads them."""
        return self.base / "docs"

    @property
    def settings(self) -> Path:
        """What `mkdocs.yml` inherits: everything that comes from the records."""
        return self.base / "situs.yml"

    @property
    def is_default(self) -> bool:
        """True if `mkdocs.yml` itself describes this build."""
        return self.base == self.main_config.parent / "build"

    @property
    def config(self) -> Path:
        """The configuration the engine gets."""
        return self.main_config if self.is_default else self.base / "mkdocs.yml"

    @property
    def watched(self) -> tuple[Path, ...]:
        """Everything a build reads."""
        return (self.catalog, self.content, self.main_config, THEME.parent)

    @property
    def cache(self) -> Path:
        """What is slow to make and depends on nothing but its key."""
        return (self.base if self.base.name == "build" else self.base.parent.parent) / "cache"
