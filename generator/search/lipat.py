"""Text to words: lower case, without accents, short forms written out."""

from __future__ import annotations

import re
import unicodedata

from generator.search.bahasa import SINGKAT

_KUTIP = re.compile("['’‘`´]")
_KATA = re.compile(r"[a-z0-9]+")


def lipat(teks: str) -> list[str]:
    """Return the folded words of `teks`, in order."""
    plain = unicodedata.normalize("NFKD", teks.lower())
    plain = "".join(each for each in plain if not unicodedata.combining(each))
    words = _KATA.findall(_KUTIP.sub("", plain))
    return [word for each in words if (word := SINGKAT.get(each, each))]
