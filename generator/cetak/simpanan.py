"""Kept PDFs: named by what went into them, found again until nobody has used them for long.

A build uses the sheets that stand beside pages, `katalog cetak sop --unit` those of one unit:
neither knows whether the rest is still wanted, so there only time tells. A run over everything
knows it at once.
"""

from __future__ import annotations

import os
import time
from collections.abc import Set
from pathlib import Path

UMUR = 90
"""Days that a PDF is kept after its last use: all places' sheets take minutes to make again."""
_SEHARI = 24 * 60 * 60


def ada(file: Path) -> bool:
    """Tell whether a PDF is kept, and note that it is used today."""
    try:
        os.utime(file)
    except FileNotFoundError:
        return False
    return True


def buang_lama(cache: Path) -> None:
    """Throw away what nobody has used for `UMUR` days, what a killed run left included."""
    oldest = time.time() - UMUR * _SEHARI
    for file in cache.glob("*.*"):
        if file.stat().st_mtime < oldest:
            file.unlink(missing_ok=True)


def buang_selain(cache: Path, used: Set[Path]) -> None:
    """Throw away every SOP sheet that is not among `used`; posters have a dash in their names."""
    for file in cache.glob("*.pdf"):
        if "-" not in file.stem and file not in used:
            file.unlink(missing_ok=True)
