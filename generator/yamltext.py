"""YAML as text: every scalar stays the text that was typed, every value keeps its place.

Built on the parser's events, not on its values: YAML 1.1 turns `16:00` into 960, `no` into
False and `0552` into 362, and a repeated key silently wins. Here nothing is guessed, and what
can hide a value (anchor, alias, tag, merge key, repeated key) is refused.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import yaml

from generator import yamlquick
from generator.source import Places, Position, Tree
from generator.yamlfault import (
    MERGE,
    NOT_YAML,
    UNSEEN,
    Fault,
    explain,
    unmerged,
    unseen,
    unseen_rule,
)
from generator.yamlquick import MAX_DEPTH, MAX_KEY, STUCK
from generator.yamlslip import quoted

MAX_FAULTS = 1000
"""A file with more is not read to its end."""

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(slots=True)
class _Frame:
    """An open mapping or list."""

    value: dict[str, Tree] | list[Tree]
    places: Places
    flow: bool
    key: str | None = None
    key_place: Position | None = None
    skip: bool = False
    """True if the pending value belongs to a refused key."""

    @property
    def awaits_key(self) -> bool:
        """Whether what comes next is a key, not a value."""
        return self.key is None and self.value.__class__ is dict


def read(text: str, file: str) -> tuple[dict[str, Tree], Places, list[Fault]]:
    """Return the tree of `text`, the place of each value, and what is wrong.

    The tree is empty if the text cannot be read at all; faults that leave the rest readable
    (a tag, an anchor, a repeated key) are all told at once.
    """
    quick = yamlquick.read(text, file, lambda: _slowly(text, file)[1])
    return (*quick, []) if quick else _slowly(text, file)


def _slowly(text: str, file: str) -> tuple[dict[str, Tree], Places, list[Fault]]:
    for pattern, tell in ((NOT_YAML, unseen), (MERGE, unmerged)):
        if match := pattern.search(text):
            return {}, Places(Position(file)), [tell(text, match, file)]
    reader = _Reader(file, text)
    try:
        reader.run(yaml.parse(text, Loader=_LOADER))
    except _Stop:
        return {}, Places(Position(file)), reader.faults
    except yaml.MarkedYAMLError as error:
        reader.faults.append(explain(error, text, file, reader.brackets()))
        return {}, Places(Position(file)), reader.faults
    return reader.result()


class _Stop(Exception):
    """Reading further makes no sense; the fault is noted."""


class _Reader:
    """Turns parser events into a tree, without recursion."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.text = text
        self.may_be_cut = STUCK.search(text) is not None
        self.faults: list[Fault] = []
        self.stack: list[_Frame] = []
        self.roots: list[tuple[Tree, Places]] = []

    @cached_property
    def lines(self) -> Sequence[str]:
        return self.text.splitlines()

    def line(self, place: Position) -> str:
        return "".join(self.lines[place.line - 1 : place.line])

    def at(self, mark: Any) -> Position:
        return Position(self.file, mark.line + 1, mark.column + 1)

    def fault(self, rule: str, place: Position, message: str, hint: str) -> None:
        self.faults.append(Fault(rule, place, message, hint))
        if len(self.faults) >= MAX_FAULTS:
            raise _Stop

    def run(self, events: Iterator[Any]) -> None:
        documents = 0
        for event in events:
            if event.__class__ is yaml.ScalarEvent:  # nearly all of them
                self.scalar(event)
            elif isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
                self.open(event)
            elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
                self.close()
            elif isinstance(event, yaml.AliasEvent):
                self.alias(event)
            elif isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self.fault(
                        "yaml-beberapa-dokumen",
                        self.at(event.start_mark),
                        "berkas ini berisi lebih dari satu rekaman",
                        "hapus garis `---`; tulis satu rekaman per berkas",
                    )
                    raise _Stop

    def escaped(self, event: Any, place: Position) -> None:
        r"""Refuse what an escape such as `\u202e` would smuggle past the eyes of a reviewer."""
        if match := UNSEEN.search(event.value):
            self.fault(
                unseen_rule(match[0]),
                place,
                f"ada huruf yang tidak terlihat (U+{ord(match[0]):04X}), ditulis dengan `\\`",
                "hapus tanda `\\…` itu; teks biasa tidak memerlukan tanda kutip ganda",
            )

    def cut_short(self, mark: Any, place: Position) -> None:
        """Tell of a text that ends at a `#` nobody meant as the start of a comment."""
        rest = self.line(self.at(mark))[mark.column :]
        if STUCK.match(rest):
            message = f"teks ini berhenti sebelum “{rest.strip()[:40]}”"
            hint = "apit teksnya dengan tanda kutip; bila memang keterangan, beri spasi sesudah `#`"
            self.fault("yaml-terpotong", place, message, hint)

    def hidden(self, event: Any, place: Position) -> None:
        if event.anchor is not None:
            self.fault(
                "yaml-jangkar",
                place,
                f"jangkar `&{event.anchor[:40]}` tidak dipakai di katalog ini",
                "hapus tanda `&…` dan tulis isinya lengkap di setiap tempat" + self.or_quote(event),
            )
        if event.tag is not None:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            self.fault(
                "yaml-tag",
                place,
                f"tanda jenis `{tag[:40]}` tidak dipakai di katalog ini",
                "hapus tanda `!…`; jenis isian ditentukan oleh kuncinya" + self.or_quote(event),
            )

    def or_quote(self, event: Any) -> str:
        """Return what to do with a sign that was meant as a part of the text."""
        mark = event.start_mark
        meant = self.line(self.at(mark))[mark.column :].strip()
        return f"; bila bagian dari teks, apit dengan tanda kutip: `{quoted(meant)}`"

    def alias(self, event: Any) -> None:
        place = self.at(event.start_mark)
        frame = self.stack[-1] if self.stack else None
        as_key = frame is not None and frame.awaits_key
        self.fault(
            "yaml-jangkar",
            place,
            f"rujukan `*{event.anchor[:40]}` tidak dipakai di katalog ini",
            "hapus tanda `*` di depan kunci ini"
            if as_key
            else "tulis isinya lengkap di sini" + self.or_quote(event),
        )
        if frame and as_key:
            frame.key, frame.key_place, frame.skip = event.anchor, place, True
        else:
            self.put(None, Places(place))

    def scalar(self, event: Any) -> None:
        mark, value = event.start_mark, event.value
        place = Position(self.file, mark.line + 1, mark.column + 1)
        if event.anchor is not None or event.tag is not None:
            self.hidden(event, place)
        if event.style == '"':
            self.escaped(event, place)
        elif self.may_be_cut and value and not event.style:
            self.cut_short(event.end_mark, place)
        frame = self.stack[-1] if self.stack else None
        if frame and frame.awaits_key:
            self.take_key(frame, event, place)
            return
        empty = value == "" and event.style in (None, "")
        self.put(None if empty else value, Places(place))

    def take_key(self, frame: _Frame, event: Any, place: Position) -> None:
        key: str = event.value
        frame.key, frame.key_place, frame.skip = key, place, False
        if key == "<<" and event.style in (None, ""):
            self.fault(
                "yaml-gabung",
                place,
                "kunci gabung `<<` tidak dipakai di katalog ini",
                "tulis isinya lengkap; yang sama untuk banyak unit disimpan di `pola/`",
            )
            frame.skip = True
        elif len(key) > MAX_KEY:
            self.fault(
                "yaml-kunci-panjang",
                place,
                f"kunci ini {len(key)} huruf",
                "kunci adalah satu kata; teks panjang ditulis sesudah titik dua",
            )
            frame.skip = True
        elif key in frame.places.inside:
            self.again(frame, key, place)

    def again(self, frame: _Frame, key: str, place: Position) -> None:
        """Tell of a key that stands twice; where only a dash is missing, go on as if it stood."""
        listed = len(self.stack) > 1 and isinstance(self.stack[-2].value, list) and not frame.flow
        first = frame.places.inside[key].key
        assert first is not None
        written, before = (self.line(each).strip(" -") for each in (place, first))
        restarts = key == next(iter(frame.places.inside)) and len(frame.places.inside) > 1
        if listed and restarts and written != before:
            self.fault(
                "yaml-kunci-ganda",
                place,
                f"tanda `- ` di depan `{key}` hilang: butir ini menyatu dengan butir di atasnya",
                f"tulis `- {written[:60]}` (tanda hubung dan spasi)",
            )
            frame.key = None
            self.close()
            self.stack.append(_Frame({}, Places(place), flow=False, key=key, key_place=place))
            return
        self.fault(
            "yaml-kunci-ganda",
            place,
            f"kunci `{key}` sudah ada di baris {first.line}",
            "bila ini butir baru, tulis `- ` di depan kunci pertamanya; bila terulang, hapus"
            if listed
            else "hapus salah satu, atau gabungkan isinya",
        )
        frame.skip = True

    def open(self, event: Any) -> None:
        place = self.at(event.start_mark)
        self.hidden(event, place)
        if len(self.stack) >= MAX_DEPTH:
            self.fault(
                "yaml-terlalu-dalam",
                place,
                f"isian bertingkat lebih dari {MAX_DEPTH}",
                "periksa tanda kurung dan spasi di depan baris; tidak ada rekaman sedalam ini",
            )
            raise _Stop
        parent = self.stack[-1] if self.stack else None
        if parent and parent.awaits_key:
            self.fault(
                "yaml-rusak",
                place,
                "kunci harus berupa kata, bukan daftar atau kelompok",
                "hapus kurungnya, atau apit teksnya dengan tanda kutip",
            )
            raise _Stop
        value: dict[str, Tree] | list[Tree] = (
            {} if isinstance(event, yaml.MappingStartEvent) else []
        )
        self.stack.append(_Frame(value, Places(place), bool(event.flow_style)))

    def close(self) -> None:
        frame = self.stack.pop()
        self.put(frame.value, frame.places)

    def put(self, value: Tree, places: Places) -> None:
        if not self.stack:
            self.roots.append((value, places))
            return
        frame = self.stack[-1]
        if isinstance(frame.value, list):
            frame.places.inside[len(frame.value)] = places
            frame.value.append(value)
            return
        assert frame.key is not None
        places.key = frame.key_place
        if not frame.skip:
            # An empty value is an unknown one: the key keeps its place but says nothing.
            if value is not None:
                frame.value[frame.key] = value
            frame.places.inside[frame.key] = places
        frame.key = None

    def result(self) -> tuple[dict[str, Tree], Places, list[Fault]]:
        value, places = self.roots[0] if self.roots else (None, Places(Position(self.file)))
        if value is None or value == {}:
            if self.faults:
                return {}, places, self.faults
            self.fault(
                "yaml-kosong",
                Position(self.file),
                "berkas ini tidak berisi apa pun",
                "isi rekamannya, atau hapus berkasnya",
            )
        elif not isinstance(value, dict):
            self.fault(
                "yaml-bukan-rekaman",
                places.here,
                "isi berkas ini bukan `kunci: isi`",
                "mulai dengan kunci di tepi kiri, mis. `nama: …`",
            )
        return (value if isinstance(value, dict) else {}), places, self.faults

    def brackets(self) -> Iterator[tuple[Position, str]]:
        """Yield every bracket that is open, the innermost first, with the one that closes it."""
        for frame in reversed(self.stack):
            if frame.flow:
                yield frame.places.here, "]" if isinstance(frame.value, list) else "}"
