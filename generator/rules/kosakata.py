"""Rules about the closed lists: a word stands for one thing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.finding import Level
from generator.model.bahasa import KosakataBahasa
from generator.model.kosakata import Istilah
from generator.rules.registry import Complaint, Context, Scope, rule
from generator.source import Path


@rule("istilah-ganda", Level.WARNING, Scope.CATALOG)
def word_for_two(context: Context) -> Iterator[Complaint]:
    """Nama dan sebutan sebuah butir bukan nama atau sebutan butir lain di daftar itu.

    Warga yang mencari dengan kata itu mendapat keduanya, dan singkatan yang dijelaskan dua kali
    tidak menjelaskan apa-apa. Beberapa dokumen boleh punya sebutan yang sama, mis. `segel`.

    Sumber: praktik katalog ini (pencarian menyamakan butir dengan sebutannya).
    """
    for record in context.records:
        if not record.kind.startswith("kosakata"):
            continue
        first: dict[tuple[str, str], Path] = {}
        for path, group, word, owner in _words(record.data):
            other = first.setdefault((group, word.casefold()), owner)
            shared = record.kind == "kosakata-dokumen" and path[2] == "alias"
            if other != owner and not shared:
                yield Complaint(
                    path,
                    f"“{word}” sudah dipakai butir ke-{int(other[1]) + 1} daftar ini",
                    "sisakan di satu butir, atau tulis kata yang dimaksud di sini",
                    at=record,
                )


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
            yield (*base, "nama"), "butir", each.nama, base
            for at, alias in enumerate(each.alias):
                yield (*base, "alias", at), "butir", alias, base
