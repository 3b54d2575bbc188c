"""Scripts without comments and indentation: a seventh of their bytes, on every first visit."""

from __future__ import annotations

from pathlib import Path


def kempis(skrip: str) -> str:
    """Return a script without its lines of comment, empty lines and leading blanks.

    Our scripts keep to what makes this safe: no text goes over a line's end, and a comment has its
    line to itself. `tests/search/test_kempis.py` holds them to it.
    """
    lines = (line.strip() for line in skrip.splitlines())
    return "".join(f"{line}\n" for line in lines if line and not line.startswith("//"))


def skrip_tema(folder: Path) -> dict[str, str]:
    """Return the theme's scripts, kempis: path in the site -> text."""
    return {
        f"aset/js/{file.name}": kempis(file.read_text("utf-8"))
        for file in sorted(folder.glob("*.js"))
    }
