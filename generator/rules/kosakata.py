"""Rules about the closed lists: a word stands for one thing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.finding import Level
from generator.model.bahasa import KosakataBahasa
from generator.model.kosakata import Istilah, KosakataDokumen
from generator.rules.registry import Complaint, Context, Scope, rule
from generator.source import Path


@rule("istilah-ganda", Level.WARNING, Scope.CATALOG)
def word_for_two(context: Context) -> Iterator[Complaint]:
    """Nama dan sebutan sebuah butir bukan nama atau sebutan butir lain di daftar itu.

    Warga yang mencari dengan kata itu mendapat keduanya, dan singkatan yang dijelaskan dua kali
    tidak menjelaskan apa-apa. Dua dokumen yang serupa boleh punya sebutan yang sama, mis. `segel`
    untuk dua surat tanah; singkatan dan kode milik satu dokumen.

    Sumber: praktik katalog ini (pencarian menyamakan butir dengan sebutannya).
    """
    for record in context.records:
        if not record.kind.startswith("kosakata"):
            continue
        first: dict[tuple[str, str], Path] = {}
        # Codes and names come before nicknames: who is called so by others must give way.
        for path, group, word, owner in sorted(_words(record.data), key=_rank):
            other = first.setdefault((group, _plain(word)), owner)
            if other != owner and not _akin(record.data, path, other):
                yield Complaint(
                    path,
                    f"“{word}” sudah dipakai butir ke-{int(other[1]) + 1} daftar ini",
                    "sisakan di satu butir, atau tulis kata yang dimaksud di sini",
                    at=record,
                )


_KINDS = frozenset(
    (
        *("surat", "kartu", "akta", "kutipan", "bukti", "keterangan", "pernyataan", "pengantar"),
        *("izin", "rekomendasi", "fotokopi", "salinan", "formulir", "daftar", "laporan"),
        *("sertifikat", "dan", "atau", "dari", "yang", "untuk", "atas", "nama"),
    )
)
"""Words that say what sort of paper it is, or nothing; the others say which."""


def _rank(each: tuple[Path, str, str, Path]) -> tuple[int, bool]:
    return len(each[0]), each[0][-1] != "kode"


def _plain(word: str) -> str:
    return word.casefold().replace("-", "").replace(".", "")


def _akin(data: object, path: Path, other: Path) -> bool:
    """Tell whether a nickname is shared by two papers of one subject."""
    if not isinstance(data, KosakataDokumen) or path[2] != "alias":
        return False
    own, their = (data.butir[int(each[1])] for each in (path, other))
    nickname = own.alias[int(path[3])]
    if nickname.isupper() or _plain(nickname) in (_plain(their.nama), _plain(their.kode)):
        return False
    told = [
        set(re.findall(r"\w+", f"{each.kode} {each.nama}".casefold())) - _KINDS
        for each in (own, their)
    ]
    return not told[0].isdisjoint(told[1])


def _words(data: object) -> Iterator[tuple[Path, str, str, Path]]:
    """Yield each word with its path, the list it is in, and the entry it belongs to."""
    if isinstance(data, KosakataBahasa):
        for index, word in enumerate(data.kata):
            yield ("kata", index, "kata"), "kata", word.kata, ("kata", index)
        for index, short in enumerate(data.singkatan):
            yield ("singkatan", index, "nama"), "singkatan", short.nama, ("singkatan", index)
        return
    entries: Sequence[object] = getattr(data, "butir", ())
    for index, each in enumerate(entries):
        if isinstance(each, Istilah):
            base: Path = ("butir", index)
            yield (*base, "kode"), "butir", each.kode, base
            yield (*base, "nama"), "butir", each.nama, base
            for at, alias in enumerate(each.alias):
                yield (*base, "alias", at), "butir", alias, base
