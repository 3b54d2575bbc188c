"""Failed searches become a proposed change of records: a diff, nothing is written."""

from __future__ import annotations

import difflib
import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

import yaml

from generator.derive.cari import pencarian
from generator.derive.indeks import susun
from generator.model.catalog import Katalog
from generator.search.berkas import Bahan
from generator.search.usul import Usul, usulkan

_POLOS = re.compile(r"[A-Za-z][\w ’/().+-]*")
"""Text that YAML takes as it is, whatever the words: no mark, no number, no yes or no."""


def usul(
    lines: Iterable[str], katalog: Katalog, text_of: Callable[[str], str], today: str, base: str
) -> Iterator[str]:
    """Yield a unified diff over the records for the searches in `lines`.

    `text_of` gives the text of a record's file; `base` is the folder that the diff names.
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
        before = text_of(path)
        after = tambah(before, [each.teks for each in proposals], today)
        name = f"{base}/{path}"
        yield from difflib.unified_diff(
            before.splitlines(keepends=True), after.splitlines(keepends=True), name, name
        )


def _usulan(lines: Iterable[str], katalog: Katalog) -> Iterator[Usul]:
    found = pencarian(susun(katalog, katalog.pemerintah.diperbarui))
    return usulkan(lines, Bahan(found.layanan, found.unit, found.sinonim, found.henti))


def tambah(text: str, phrases: Iterable[str], today: str) -> str:
    """Return the text of a record with more `sebutan`, and the day it was changed."""
    root = yaml.compose(text, Loader=yaml.BaseLoader)
    assert isinstance(root, yaml.MappingNode), "a record that was read is a mapping"
    values = {key.value: value for key, value in root.value}
    changes = [_more(text, values.get("sebutan"), values.get("sektor"), [*map(_kutip, phrases)])]
    if day := values.get("diperbarui"):
        changes.append((day.start_mark.index, day.end_mark.index, today))
    for start, end, new in sorted(changes, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def _more(
    text: str, held: yaml.Node | None, before: yaml.Node | None, items: list[str]
) -> tuple[int, int, str]:
    """Return from where to where a record's text changes, and to what."""
    if not isinstance(held, yaml.SequenceNode):
        lines = "".join(f"  - {each}\n" for each in items)
        if held is not None:  # the key is there and says nothing
            return held.end_mark.index, held.end_mark.index, f"\n{lines}".rstrip("\n")
        at = text.rfind("\n", 0, before.start_mark.index) + 1 if before else len(text)
        return at, at, f"sebutan:\n{lines}"
    if held.flow_style:
        at = held.end_mark.index - 1
        comma = ", " if held.value else ""
        return at, at, comma + ", ".join(items)
    line_end = text.find("\n", held.value[-1].end_mark.index)
    at = len(text) if line_end < 0 else line_end
    margin = " " * held.start_mark.column
    return at, at, "".join(f"\n{margin}- {each}" for each in items)


def _kutip(text: str) -> str:
    return text if _POLOS.fullmatch(text) else json.dumps(text, ensure_ascii=False)
