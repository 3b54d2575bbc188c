"""Words that the check, the drawings and the pages share: units of time, money, lists."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import lru_cache

from babel.numbers import format_decimal

SATUAN: Mapping[str, str] = {
    "menit": "menit",
    "jam": "jam",
    "hari": "hari",
    "hari_kerja": "hari kerja",
    "minggu": "minggu",
    "bulan": "bulan",
    "tahun": "tahun",
}


@lru_cache(maxsize=4096)
def angka(value: int | Decimal) -> str:
    """Return a number with Indonesian separators, as in "1.234,5"."""
    return str(format_decimal(value, locale="id"))


def rupiah(amount: int) -> str:
    """Return an amount as "Rp25.000"."""
    return f"Rp{angka(amount)}"


def kecil(text: str) -> str:
    """Return text to go on inside a sentence: "Hilang" becomes "hilang", "KTP-el" stays."""
    first = text.split(maxsplit=1)[0] if text else ""
    if first == "Anda" or any(char.isupper() for char in first[1:]):
        return text
    return text[:1].lower() + text[1:]


def daftar(words: Sequence[str], last: str = "dan") -> str:
    """Join words as in "a, b, dan c"."""
    if len(words) < 2:
        return "".join(words)
    if len(words) == 2:
        return f"{words[0]} {last} {words[1]}"
    return f"{', '.join(words[:-1])}, {last} {words[-1]}"
