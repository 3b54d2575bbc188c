"""The registry of rules: one function, one id, one docstring that is the rule's public page.

A rule knows the record, not the file: it yields complaints with a path inside the record, and
the runner adds id, level and position.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cached_property

from generator.assemble import Record
from generator.finding import Edit, Level
from generator.layout import Identity
from generator.model.cakupan import Cakupan, cakupan
from generator.model.catalog import Katalog
from generator.rules.acuan import references
from generator.rules.sop_layanan import Pasangan, pairs
from generator.source import Document, Path, Places, Text

_SIGNS = "/-,.;:()“”\"'"
"""Signs between words; replacing them one by one is quicker than any pattern."""
_DIGIT = re.compile(r"\d")
_ZEROS = bytes.maketrans(b"123456789", b"000000000")


_CLOSED = frozenset(
    (
        *("kode", "satuan", "bentuk", "rangkap", "regulasi", "kasus", "maks", "min", "keyakinan"),
        *("wajib", "dokumen", "sektor", "status", "diperbarui"),
    )
)
"""Keys whose values the model spells out."""


class Scope(Enum):
    """What a rule needs to see."""

    FILE = "berkas"
    """The text tree of one file, before it is shaped."""
    RECORD = "rekaman"
    """One shaped record."""
    CATALOG = "katalog"
    """All records together."""
    CHANGE = "perubahan"
    """The catalog before and after a change."""


@dataclass(frozen=True)
class TextFile:
    """One file before it is shaped: its tree, and its texts in reading order."""

    identity: Identity
    document: Document

    @property
    def texts(self) -> list[Text]:
        """Every text of the file with its path."""
        return self.document.texts

    def of(self, keys: Iterable[str]) -> Iterator[Text]:
        """Yield the texts of some keys, those in a list under the list's key."""
        return self.document.texts_of(keys)

    def beside(self, path: Path, key: str) -> str | None:
        """Return the text of another key in the part that holds `path`; None if it has none."""
        part = self.document.part(path[:-1])
        found = part.get(key) if isinstance(part, dict) else None
        return found if isinstance(found, str) else None

    @cached_property
    def prose(self) -> list[Text]:
        """The texts people word themselves: no codes, numbers or words of a closed list."""
        by_key = self.document.by_key.items()
        return [each for key, texts in by_key if key not in _CLOSED for each in texts]

    @cached_property
    def sentences(self) -> list[Text]:
        """The texts long enough to be a sentence; the others are names and short answers."""
        return [each for each in self.prose if len(each[1]) >= 25]

    @cached_property
    def joined(self) -> str:
        """All texts in one, so that a rule can tell quickly that there is nothing to say."""
        return self.document.joined

    @cached_property
    def folded(self) -> str:
        """All texts in one, in lower case."""
        return self.joined.casefold()

    @cached_property
    def figures(self) -> str:
        """All texts in one, 0 for every digit: what looks like a number is found quickly."""
        text = self.joined
        if not text.isascii():
            return _DIGIT.sub("0", text)
        return text.encode("ascii").translate(_ZEROS).decode("ascii")

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word of the texts, in lower case."""
        text = self.folded
        for sign in _SIGNS:
            text = text.replace(sign, " ")
        return frozenset(text.split())

    @property
    def id(self) -> str:
        """Id of the record in the file."""
        return self.identity.id

    @property
    def places(self) -> Places:
        """Where each value stands."""
        return self.document.places


@dataclass(frozen=True, slots=True)
class Complaint:
    """What a rule has to say about one place of one record."""

    path: Path
    message: str
    hint: str
    at: Record | TextFile | None = None
    """The record or file; needed in the scopes that see many."""
    file: str = ""
    """Instead of `at`, a file that is gone."""
    on_key: bool = False
    """Point at the key, not at its value."""
    anchor: Path | None = None
    """Where to point if the record has nothing at `path`; None means its nearest parent."""
    level: Level | None = None
    """Another level than the rule's own, where a record's status asks for it."""
    edit: Edit | None = None
    """The change that mends it, where one will do."""


@dataclass(frozen=True, eq=False)
class Context:
    """What rules of the catalog and change scopes may look at."""

    katalog: Katalog
    records: tuple[Record, ...]
    files: tuple[TextFile, ...]
    today: date
    broken: frozenset[str] = frozenset()
    """Files that exist but gave no record: what they hold is unknown, not absent."""
    before: Katalog | None = None
    """The catalog before the change; None where there is nothing to compare."""

    def of_kind(self, *kinds: str) -> Iterator[Record]:
        """Yield the records of some kinds."""
        found = self._of_kinds.get(kinds)
        if found is None:
            found = self._of_kinds[kinds] = [each for each in self.records if each.kind in kinds]
        return iter(found)

    @cached_property
    def _of_kinds(self) -> dict[tuple[str, ...], list[Record]]:
        return {}

    @cached_property
    def by_file(self) -> dict[str, TextFile]:
        """The files by their names."""
        return {each.document.file: each for each in self.files}

    @cached_property
    def by_id(self) -> dict[tuple[str, str], Record]:
        """Records by kind and id; of dated versions, the last."""
        return {(each.kind, each.id): each for each in self.records}

    def berlaku_kini(self, record: Record) -> bool:
        """Tell whether a record is in force: no other version of its standard has taken over."""
        found = self.katalog.layanan.get(record.id) if record.kind in ("standar", "pola") else None
        return found is None or not found.versi or found.berkas == record.file

    def lewat(self, record: Record) -> bool:
        """Tell whether a later version of a standard has replaced this one."""
        if self.berlaku_kini(record):
            return False
        versions = self.katalog.layanan[record.id].versi
        files = [file for _, _, file in versions]
        now = files.index(self.katalog.layanan[record.id].berkas)
        return record.file not in files or files.index(record.file) < now

    @cached_property
    def acuan(self) -> tuple[tuple[Record, tuple[tuple[Path, str, str], ...]], ...]:
        """Every record with its references: path, kind and id of each."""
        return tuple((each, references(each.data)) for each in self.records)

    @cached_property
    def pasangan(self) -> tuple[Pasangan, ...]:
        """Every SOP with every standard it carries out."""
        return tuple(pairs(self.katalog, self.by_id))

    @cached_property
    def cakupan(self) -> Cakupan:
        """Which services, SOPs and processes lack each other."""
        return cakupan(self.katalog)


Check = Callable[..., Iterable[Complaint]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its id (never used for another), level, scope and public explanation."""

    id: str
    level: Level
    scope: Scope
    doc: str
    check: Check | None = None
    """None for what the reader or the shape check finds by itself."""
    kinds: tuple[str, ...] = ()
    """Record kinds a rule of the record scope looks at; empty means all."""

    @property
    def title(self) -> str:
        """First line of the explanation."""
        return self.doc.partition("\n")[0]


RULES: dict[str, Rule] = {}


def rule(id_: str, level: Level, scope: Scope, *kinds: str) -> Callable[[Check], Check]:
    """Register a check under `id_`; its docstring is the public explanation.

    Raises ValueError if the id is taken or the docstring is missing.
    """

    def register(check: Check) -> Check:
        _add(Rule(id_, level, scope, inspect.getdoc(check) or "", check, kinds))
        return check

    return register


def described(id_: str, level: Level, doc: str) -> None:
    """Register the explanation of what the reader or the shape check finds by itself."""
    _add(Rule(id_, level, Scope.FILE, inspect.cleandoc(doc)))


def _add(new: Rule) -> None:
    if new.id in RULES:
        raise ValueError(f"rule id {new.id} is taken")
    if not new.doc:
        raise ValueError(f"rule {new.id} has no docstring")
    RULES[new.id] = new
