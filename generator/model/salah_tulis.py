"""Spellings that are wrong and yet leave no doubt: what each would be, spelled right.

Used by the typed values (`nilai`), so that a refusal can be mended by `katalog perbaiki`.
"""

from __future__ import annotations

import re
from datetime import date

BULAN = {
    name: number
    for number, names in enumerate(
        (
            "januari jan",
            "februari feb pebruari",
            "maret mar",
            "april apr",
            "mei",
            "juni jun",
            "juli jul",
            "agustus agu agt",
            "september sep sept",
            "oktober okt",
            "november nov nopember",
            "desember des",
        ),
        start=1,
    )
    for name in names.split()
}
"""Number of a month by its name, its short forms and old spellings."""
_YES = frozenset(("yes", "y", "true", "benar", "iya", "on", "ada", "perlu", "wajib"))
_FREE = frozenset(("gratis", "nol", "bebas biaya", "tidak dipungut biaya", "tanpa biaya"))
_NO = frozenset(("no", "n", "false", "salah", "off", "tdk", "bukan"))


def amount(text: str, *, free: bool = False) -> str | None:
    """Return `50000` for `Rp50.000`, `50.000,-` and the like; None where it could be another.

    With `free`, the words that mean no money are `0`.
    """
    if free and text.strip().casefold() in _FREE:
        return "0"
    match = re.fullmatch(
        r"(?:[Rr][Pp]\.?|IDR)?\s*(\d{1,3}(?:\.\d{3})+|\d{1,3}(?: \d{3})+|\d+)(?:,-|,00)?(?:\.-)?",
        text.strip(),
    )
    digits = re.sub(r"\D", "", match[1]) if match else ""
    return str(int(digits)) if digits and len(digits) <= 15 else None


def day(text: str) -> str | None:
    """Return `2026-11-24` for `24-11-2026`, `24/11/2026` or `24 November 2026`."""
    words = text.strip().casefold()
    if match := re.fullmatch(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})", words):
        parts = int(match[3]), int(match[2]), int(match[1])
    elif match := re.fullmatch(r"(\d{4})[/. ](\d{1,2})[/. ](\d{1,2})|(\d{4})-(\d)-(\d\d?)", words):
        year, month, number = (each for each in match.groups() if each)
        parts = int(year), int(month), int(number)
    elif match := re.fullmatch(r"(\d{1,2})[ -]([a-z]+)[ -](\d{4})", words):
        parts = int(match[3]), BULAN.get(match[2], 0), int(match[1])
    else:
        return None
    try:
        return date(*parts).isoformat()
    except ValueError:
        return None


def clock(text: str) -> str | None:
    """Return `08:00` for `8.00`, `08.00 WITA` or `8:00`."""
    match = re.fullmatch(r"(\d{1,2})[.:](\d\d)(?: ?(?:WIB|WITA|WIT))?", text.strip())
    if not match or int(match[1]) > 23 or int(match[2]) > 59:
        return None
    return f"{int(match[1]):02}:{match[2]}"


def yes_or_no(text: str) -> str | None:
    """Return `ya` or `tidak` for the words that mean it."""
    word = text.strip().casefold()
    if word in _YES or word == "ya":
        return "ya"
    return "tidak" if word in _NO or word == "tidak" else None


def decimal(text: str) -> str | None:
    """Return `84.69` for `84,69`."""
    match = re.fullmatch(r"(\d{1,6}),(\d{1,6})", text.strip())
    return f"{match[1]}.{match[2]}" if match else None


def code(text: str) -> str | None:
    """Return `surat-pindah` for `Surat Pindah` or `surat_pindah`; a cited law is no code."""
    if re.search(r"\d (?:tahun|th\.?) ?\d{4}", text.lower()):
        return None
    slug = re.sub(r"[\s_.-]+", "-", text.strip().lower()).strip("-")
    return slug if re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", slug) and len(slug) <= 80 else None
