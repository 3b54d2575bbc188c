"""Failed searches become a proposed change of records: a diff, nothing is written."""

from __future__ import annotations

import difflib
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.derive.cari import pencarian
from generator.derive.indeks import susun
from generator.model.catalog import Katalog
from generator.search.berkas import Bahan
from generator.search.usul import Usul, usulkan

_POLOS = re.compile(r"[A-Za-z][\w ’/().+-]*")
"""Text that YAML takes as it is, whatever the words: no mark, no number, no yes or no."""
_DAFTAR = "sebutan:"
_BUTIR = "  - "


def usul(lines: Iterable[str], katalog: Katalog, folder: Path, today: str) -> Iterator[str]:
    """Yield a unified diff over the records of `folder` for the searches in `lines`.

    Searches that nobody can place stand before it as comments; a person looks at every line.
    """
    wanted: dict[str, list[Usul]] = defaultdict(list)
    for each in _usulan(lines, katalog):
        if each.layanan is None:
            yield f"# tanpa layanan yang dekat: {each.teks}\n"
        else:
            wanted[each.layanan].append(each)
    for id_, proposals in sorted(wanted.items()):
        path = katalog.layanan[id_].berkas
        for each in proposals:
            if not each.yakin:
                yield f"# periksa, ini hanya dugaan: {each.teks} -> {id_}\n"
        before = (folder / path).read_text("utf-8").splitlines(keepends=True)
        after = tambah(before, [each.teks for each in proposals], today)
        name = f"{folder.as_posix()}/{path}"
        yield from difflib.unified_diff(before, after, name, name)


def _usulan(lines: Iterable[str], katalog: Katalog) -> Iterator[Usul]:
    found = pencarian(susun(katalog, katalog.pemerintah.diperbarui))
    return usulkan(lines, Bahan(found.layanan, found.unit, found.sinonim, found.henti))


def tambah(lines: list[str], phrases: Iterable[str], today: str) -> list[str]:
    """Return the lines of a record with more `sebutan`, and the day it was changed."""
    items = [f"{_BUTIR}{_kutip(each)}\n" for each in phrases]
    stripped = [line.rstrip("\n") for line in lines]
    if _DAFTAR in stripped:
        at = stripped.index(_DAFTAR) + 1
        while at < len(stripped) and stripped[at].startswith(_BUTIR):
            at += 1
    else:
        at = next(
            (number for number, line in enumerate(stripped) if line.startswith("sektor:")),
            len(stripped),
        )
        items = [f"{_DAFTAR}\n", *items]
    changed = [*lines[:at], *items, *lines[at:]]
    return [
        f"diperbarui: {today}\n" if line.startswith("diperbarui:") else line for line in changed
    ]


def _kutip(text: str) -> str:
    return text if _POLOS.fullmatch(text) else json.dumps(text, ensure_ascii=False)
