"""A rule about names of one thing that differ by one letter: a slip of the hand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from generator.finding import Level
from generator.model.kosakata import Dokumen
from generator.model.layanan import Standar
from generator.rules.bantu import STANDAR
from generator.rules.registry import Complaint, Context, Scope, rule
from generator.source import Path

_WORD = re.compile(r"[^\W\d_]{5,}")
"""Shorter words have too many neighbours of their own."""


@rule("salah-ketik", Level.WARNING, Scope.CATALOG)
def misspelt(context: Context) -> Iterator[Complaint]:
    """Nama yang sama di dua tempat dieja sama: layanan, hasil, dokumen, syarat, dan judul SOP.

    "Pecari kerja" di nama hasil tidak ditemukan oleh yang mencari "pencari kerja", dan surat yang
    salah eja diragukan keasliannya.

    Sumber: praktik (salah ketik satu huruf).
    """
    for record in context.of_kind(*STANDAR):
        if isinstance(record.data, Standar):
            for path, word, usual in _in_standard(record.data, context.katalog.dokumen):
                yield Complaint(path, *_said(word, usual), at=record)
    for pair in context.pasangan:
        for word, usual in _slips(pair.sop.judul, _words(pair.standar.nama)):
            if pair.record:
                yield Complaint(("judul",), *_said(word, usual), at=pair.record)


def _said(word: str, usual: str) -> tuple[str, str]:
    return (
        f"“{word}” di sini, “{usual}” di nama lain untuk hal yang sama",
        f"samakan ejaannya: tulis “{usual}” di sini, atau perbaiki yang di sana",
    )


def _in_standard(
    standard: Standar, documents: Mapping[str, Dokumen]
) -> Iterator[tuple[Path, str, str]]:
    """Yield the words of a standard's names that are a slip away from another name of the thing."""
    called = frozenset[str]().union(*(_of(documents, each.dokumen) for each in standard.produk))
    for word, usual in _slips(standard.nama, called):
        yield ("nama",), word, usual
    service = _words(standard.nama)
    for at, given in enumerate(standard.produk):
        for word, usual in _slips(given.nama, service | _of(documents, given.dokumen)):
            yield ("produk", at, "nama"), word, usual
    for at, need in enumerate(standard.persyaratan):
        if need.teks and need.dokumen:
            for word, usual in _slips(need.teks, _of(documents, need.dokumen)):
                yield ("persyaratan", at, "teks"), word, usual


def _of(documents: Mapping[str, Dokumen], code: str | None) -> frozenset[str]:
    document = documents.get(code or "")
    return _words(document.nama) if document else frozenset()


@lru_cache(maxsize=4096)
def _words(name: str) -> frozenset[str]:
    return frozenset(_WORD.findall(name.casefold()))


_MANY = 40
"""More words are no name."""


@lru_cache(maxsize=4096)
def _slips(name: str, known: frozenset[str]) -> tuple[tuple[str, str], ...]:
    """Return each word of a name that misses a known one by a letter; names come many times."""
    own = _words(name)
    if len(own) > _MANY or len(known) > _MANY:
        return ()
    return tuple(
        (word, usual)
        for word in sorted(own - known)
        for usual in sorted(known - own)
        if _near(word, usual)
    )


def _near(one: str, other: str) -> bool:
    """Tell whether words differ by a letter left out, put in, changed or swapped, within them."""
    if one[0] != other[0] or one[-1] != other[-1] or abs(len(one) - len(other)) > 1:
        return False
    pairs = enumerate(zip(one, other, strict=False))
    start = next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))
    a, b = one[start:], other[start:]
    swapped = a[:2] == b[1::-1] and a[2:] == b[2:]
    return swapped or b in (a[1:], b[:1] + a[1:]) or a == b[1:]
