"""How wide text is in the font of the printed sheets, from the font itself."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import fontpkg_pt_sans
from fontTools.ttLib import TTFont

from generator.draw.size import Measure

FOLDER = Path(fontpkg_pt_sans.ROOT) / "files"
FAMILY = "PT Sans"
_FILES = {"biasa": "PT_Sans-Web-Regular.ttf", "tebal": "PT_Sans-Web-Bold.ttf"}


@lru_cache(maxsize=2)
def ukur(weight: str) -> Measure:
    """Return the measure for `biasa` or `tebal`; a sign that the font lacks counts as wide."""
    with TTFont(FOLDER / _FILES[weight], lazy=True) as font:
        units = font["head"].unitsPerEm
        names, advances = font.getBestCmap(), font["hmtx"]
        widths = {chr(code): advances[name][0] / units for code, name in names.items()}

    def measure(text: str) -> float:
        return float(sum(widths.get(char, 1.0) for char in text))

    return measure
