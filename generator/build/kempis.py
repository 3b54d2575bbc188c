"""Scripts and styles without comments and indentation: a tenth of a first visit."""

from __future__ import annotations

import re
from pathlib import Path

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def kempis(skrip: str) -> str:
    """Return a script without its lines of comment, empty lines and leading blanks.

    Our scripts keep to what makes this safe: no text goes over a line's end, and a comment has its
    line to itself. `tests/search/test_kempis.py` holds them to it.
    """
    lines = (line.strip() for line in skrip.splitlines())
    return "".join(f"{line}\n" for line in lines if line and not line.startswith("//"))


def kempis_gaya(gaya: str) -> str:
    """Return a style sheet without its comments, empty lines and leading blanks."""
    lines = (line.strip() for line in _COMMENT.sub("", gaya).splitlines())
    return "".join(f"{line}\n" for line in lines if line)


def tema(folder: Path) -> dict[str, str]:
    """Return the theme's scripts and styles, kempis: path in the site -> text."""
    scripts = {
        f"aset/js/{file.name}": kempis(file.read_text("utf-8"))
        for file in sorted((folder / "js").glob("*.js"))
    }
    styles = {
        f"aset/{file.name}": kempis_gaya(file.read_text("utf-8"))
        for file in sorted(folder.glob("*.css"))
    }
    return scripts | styles
