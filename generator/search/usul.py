"""From searches that failed to proposed `sebutan`: whose record, and what is left to say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.search.berkas import Bahan
from generator.search.peringkat import Peringkat

_NOMOR_PANJANG = re.compile(r"\d(?:[\s./-]?\d){5,}")
_SUREL = re.compile(r"\S+@\S+")
TERPANJANG = 80
"""Most characters of a proposal; a longer text is a letter, not a search."""


@dataclass(frozen=True, slots=True)
class Usul:
    """One search that should have found a service."""

    teks: str
    layanan: str | None
    """Id of the service whose record should say it; None if nobody can tell."""
    yakin: bool
    """True if whoever collected the search named the service."""


def usulkan(baris: Iterable[str], bahan: Bahan) -> Iterator[Usul]:
    """Yield a proposal for each line: a search, and after a tab the service meant, if known.

    A search that already finds its service first needs nothing. Without a named service the
    nearest is proposed, for a person to judge.
    """
    ranking = Peringkat(bahan.indeks(), bahan.pengurai)
    ids = [each.id for each in bahan.layanan]
    seen: set[str] = set()
    for line in baris:
        text, _, meant = line.partition("\t")
        text = bersihkan(text)
        if not text or text.lower() in seen or len(text) > TERPANJANG:
            continue
        seen.add(text.lower())
        answer = ranking.jawab(text)
        found = [ids[each.dokumen] for each in answer.urutan if each.dokumen < len(ids)]
        named = _cari(meant.strip(), ids)
        wanted = named or (found[0] if found else None)
        if wanted and found[:1] == [wanted] and not answer.lemah:
            continue
        yield Usul(text, wanted, yakin=named is not None)


def bersihkan(teks: str) -> str:
    """Return a search without what may be somebody's: long numbers, mail addresses."""
    plain = _SUREL.sub(" ", _NOMOR_PANJANG.sub(" ", teks))
    return " ".join(plain.split()).strip(" .,;:?!\"'")


def _cari(name: str, ids: list[str]) -> str | None:
    """Return the service with this id, or the only one whose id ends so."""
    if name in ids:
        return name
    ends = [each for each in ids if name and each.endswith(f"/{name}")]
    return ends[0] if len(ends) == 1 else None
