"""What the abbreviations of a page stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.model.catalog import Katalog
from generator.model.dasar import Bagian
from generator.model.komponen import KOMPONEN_BERSAMA
from generator.model.layanan import Standar

_ELSEWHERE = frozenset((*KOMPONEN_BERSAMA, "sebutan", "catatan_dalam", "riwayat", "dasar_hukum"))


def arti_singkatan(standar: Standar, katalog: Katalog) -> tuple[tuple[str, str], ...]:
    """Return the abbreviations that citizens meet on the page of a standard, with their meaning."""
    if katalog.bahasa is None:
        return ()
    meanings = {each.nama: each.arti for each in katalog.bahasa.singkatan if not each.umum}
    units = {each.singkatan: each.nama for each in katalog.unit.values() if each.singkatan}
    meanings = {**units, **meanings}
    pattern = _pattern(tuple(sorted(meanings)))
    found = {name for text in _texts(standar, katalog) for name in pattern.findall(text)}
    return tuple((name, meanings[name]) for name in sorted(found))


@lru_cache(maxsize=4)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(names, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w-])")


def _texts(standar: Standar, katalog: Katalog) -> Iterator[str]:
    for name in type(standar).model_fields:
        if name not in _ELSEWHERE:
            yield from _inside(getattr(standar, name))
    for each in standar.persyaratan:
        if document := katalog.dokumen.get(each.dokumen or ""):
            yield document.nama


def _inside(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _inside(each)
    elif isinstance(value, Bagian):
        for name in type(value).model_fields:
            if name not in ("sumber", "dasar"):
                yield from _inside(getattr(value, name))
