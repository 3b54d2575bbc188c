"""Words and measures that several rules share."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator
from datetime import date
from urllib.parse import SplitResult, urlsplit

from generator.finding import Level
from generator.source import Path

TERJADI = ("terakhir_diuji", "diverifikasi_pada", "tanggal_selesai", "dicek")
"""Keys of days that are written down after they are over."""

MEDIA_SOSIAL = (
    *(".instagram.com", ".facebook.com", ".fb.com", ".x.com", ".twitter.com", ".threads.net"),
    *(".tiktok.com", ".youtube.com", ".youtu.be"),
)
"""Ends of the hosts where offices keep accounts, each with its dot."""

STANDAR = ("standar", "pola", "tempat")
"""Record kinds that are service standards."""

PENGELOLAAN = (
    "dasar_hukum",
    "sarpras",
    "kompetensi",
    "pengawasan",
    "jumlah_pelaksana",
    "jaminan_pelayanan",
    "jaminan_keamanan",
    "evaluasi_kinerja",
)
"""The eight components of managing a service; the other six face the citizen."""


def duty(status: str) -> Level | None:
    """Return how much a missing part weighs for a record of this status; None if not at all."""
    if status == "berlaku":
        return Level.ERROR
    return Level.WARNING if status in ("contoh", "ditinjau") else None


def in_force(status: str) -> Level:
    """Return error for a standard in force, warning for any other."""
    return Level.ERROR if status == "berlaku" else Level.WARNING


_PERIOD = re.compile(r"/(\d{4})(?:-(semester|triwulan)-([1-4]))?$")


def named_period(id_: str) -> tuple[date, date] | None:
    """Return the first day of the period that a record is named after, and the first after it."""
    named = _PERIOD.search(id_)
    if named is None:
        return None
    months = {"semester": 6, "triwulan": 3}[named[2]] if named[2] else 12
    first = (int(named[3]) - 1) * months if named[3] else 0
    begin, end = (int(named[1]) * 12 + each for each in (first, first + months))
    return date(begin // 12, begin % 12 + 1, 1), date(end // 12, end % 12 + 1, 1)


def link_parts(text: str) -> SplitResult:
    """Return the parts of a link; all empty if the text cannot be one, as `https://a]b`."""
    try:
        return urlsplit(text)
    except ValueError:
        return urlsplit("")


def key_of(path: Path) -> str:
    """Return the last key of a path, stepping over list indexes."""
    for step in reversed(path):
        if isinstance(step, str):
            return step
    return ""


def repeats(names: Iterable[str | None]) -> Iterator[int]:
    """Yield where a name stands that stood before; None is no name."""
    seen: set[str] = set()
    for index, name in enumerate(names):
        if name in seen:
            yield index
        elif name is not None:
            seen.add(name)


def listing(words: Iterable[str]) -> str:
    """Return words as code, separated by commas."""
    return ", ".join(f"`{word}`" for word in words)


def suggestion(word: str, known: Iterable[str], otherwise: str) -> str:
    """Return a hint that names the closest known word, or `otherwise`."""
    close = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"apakah maksud Anda `{close[0]}`?" if close else otherwise
