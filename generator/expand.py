"""Inheritance: what is set once for many reaches each record, and keeps the place it came from.

A service takes the management components it does not state from its unit, else from its
unit's group. A unit of a group gives each of the group's services; a file of the same name in
the unit's folder overrides the pattern: mappings key by key, lists of items by `kode`, and what
names a source as a whole.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from generator.finding import Finding, Findings, Level
from generator.layout import Identity
from generator.merge import merge
from generator.model.komponen import KOMPONEN_BERSAMA
from generator.promise import PROMISE, PROMISE_SOP, Promise, fingerprint
from generator.source import Document, LatePlaces, Places, Position, Step


@dataclass(frozen=True, slots=True)
class Family:
    """One sort of record that groups share: its kinds, and what it inherits."""

    own: str
    pattern: str
    place: str
    prefix: str
    """Before the id of a pattern, to tell families with equal ids apart."""
    promise: Promise
    shares: bool
    """True if it takes the management components of its unit."""


FAMILIES = (
    Family("standar", "pola", "tempat", "", PROMISE, shares=True),
    Family("sop", "pola-sop", "tempat-sop", "sop/", PROMISE_SOP, shares=False),
)


@dataclass(frozen=True, slots=True)
class Expanded:
    """One record after inheritance, ready to be shaped."""

    identity: Identity
    document: Document
    """The whole tree; `document.file` is the record's own file, places may lie in others."""
    pattern: str | None = None
    """For a place of a pattern: the pattern's id."""
    override: bool = False
    """True if the place has a file of its own."""
    inherited: frozenset[str] = frozenset()
    """Top-level keys that came from the unit or group."""


@dataclass(slots=True)
class Expansion:
    """Everything that is shaped next, and what the checks of inheritance need to know."""

    records: list[Expanded] = field(default_factory=list)
    members: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Group -> its units, by kind."""
    fingerprints: dict[str, str] = field(default_factory=dict)
    """Pattern, after its family's prefix -> fingerprint of its promise."""
    plain_places: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Pattern, after its family's prefix -> units whose place is the pattern itself."""
    overrides: dict[str, Document] = field(default_factory=dict)
    """Place of a standard's pattern -> the unit's own file, as written."""


def expand(sources: Iterable[tuple[Identity, Document]], findings: Findings) -> Expansion:
    """Apply inheritance to all records of a catalog."""
    every = list(sources)
    units = _documents(every, "unit")
    groups = _documents(every, "kelompok")
    out = Expansion(members=_members(units, groups))
    group_of = {unit: group for group, members in out.members.items() for unit in members}
    owned = {kind for family in FAMILIES for kind in (family.own, family.pattern)}
    out.records.extend(Expanded(*each) for each in every if each[0].kind not in owned)
    for family in FAMILIES:
        patterns = _documents(every, family.pattern)
        overrides: dict[str, Document] = {}
        for identity, document in every:
            group = group_of.get(identity.owner)
            if identity.kind == family.pattern:
                key = f"{family.prefix}{identity.id}"
                out.fingerprints[key] = fingerprint(document.data, family.promise)
                parents = [groups.get(identity.owner)] if family.shares else []
                out.records.append(_inherit(identity, document, parents))
            elif identity.kind == family.own and (
                f"{group}/{identity.slug}" in patterns and identity.version is None
            ):
                overrides[identity.id] = document
            elif identity.kind == family.own and _is_stray(identity, document, patterns, group):
                findings.add(_stray(identity, document, patterns, group))
            elif identity.kind == family.own:
                parents = [units.get(identity.owner), groups.get(group or "")]
                out.records.append(_inherit(identity, document, parents if family.shares else []))
        for pattern_id, pattern in patterns.items():
            place = _Place(family, pattern_id, pattern, groups.get(pattern_id.partition("/")[0]))
            _places(out, place, units, overrides, findings)
    return out


def _documents(every: Iterable[tuple[Identity, Document]], kind: str) -> dict[str, Document]:
    return {identity.id: document for identity, document in every if identity.kind == kind}


_OWN_KEYS = ("nama", "judul", "ringkasan", "sektor")
"""Keys that only a record of its own has; an override leaves them to its pattern."""


def _is_stray(
    identity: Identity, document: Document, patterns: Mapping[str, Document], group: str | None
) -> bool:
    """Tell whether a file overrides a pattern that its unit does not have, or not by that name."""
    if not document.data.keys().isdisjoint(_OWN_KEYS):
        return False
    elsewhere = any(each.endswith(f"/{identity.slug}") for each in patterns)
    marked = "ditinjau_terhadap" in document.data
    return elsewhere or marked or _pattern_meant(identity, document, patterns, group) is not None


def _pattern_meant(
    identity: Identity, document: Document, patterns: Mapping[str, Document], group: str | None
) -> str | None:
    """Return the slug of the group's pattern that a file was meant for: by name, else by codes."""
    own = {
        each.partition("/")[2]: pattern
        for each, pattern in patterns.items()
        if each.startswith(f"{group}/")
    }
    close = difflib.get_close_matches(identity.slug, own, n=1, cutoff=0.6)
    if close:
        return close[0]
    typed = _codes(document)
    shared = {slug: len(typed & _codes(pattern)) for slug, pattern in own.items()}
    most = max(shared.values(), default=0)
    best = [slug for slug, count in shared.items() if count == most]
    return best[0] if most and len(best) == 1 else None


def _codes(document: Document) -> set[tuple[str, str]]:
    """Return the codes of items with the list each stands in."""
    return {(str(path[0]), code) for path, code in document.texts_of(("kode",))}


def _stray(
    identity: Identity, document: Document, patterns: Mapping[str, Document], group: str | None
) -> Finding:
    meant = _pattern_meant(identity, document, patterns, group)
    others = [each for each in patterns if each.endswith(f"/{identity.slug}")]
    if meant:
        right = f"{document.file.rpartition('/')[0]}/{meant}.yaml"
        hint = f"ganti nama berkasnya menjadi `{right}`"
    elif others:
        hint = f"pindahkan ke unit kelompok `{others[0].partition('/')[0]}`, atau hapus"
    else:
        hint = "tulis `nama` dan isi lainnya bila ini layanan sendiri, atau hapus"
    return Finding(
        "timpaan-tanpa-pola",
        Level.ERROR,
        Position(document.file),
        f"berkas ini menimpa pola, tetapi `{identity.owner}` tidak punya pola `{identity.slug}`",
        hint,
        identity.id,
    )


@dataclass(frozen=True, slots=True)
class _Place:
    """A pattern about to be laid out over the units of its group."""

    family: Family
    id: str
    document: Document
    group: Document | None

    @property
    def slugs(self) -> set[str]:
        """The services it is about, as a unit would name them under `tidak_melayani`."""
        named = self.document.data.get("layanan")
        services = named if isinstance(named, list) else []
        about = {each.rpartition("/")[2] for each in services if isinstance(each, str)}
        return about or {self.id.partition("/")[2]}


def _places(
    out: Expansion,
    place: _Place,
    units: Mapping[str, Document],
    overrides: Mapping[str, Document],
    findings: Findings,
) -> None:
    """Add the places of one pattern: merged where a unit says something of its own."""
    group_id, _, slug = place.id.partition("/")
    plain = []
    for unit in out.members.get(group_id, ()):
        refused = units[unit].data.get("tidak_melayani")
        if isinstance(refused, dict) and place.slugs <= set(refused):
            continue
        override_id = f"{unit}/{slug}"
        override = overrides.get(override_id)
        shares = place.family.shares and "komponen_bersama" in units[unit].data
        if override is None and not shares:
            plain.append(unit)
            continue
        document = place.document
        if override is not None:
            document = merge(place.document, override, _locked(place.group), findings)
            if not place.family.prefix:
                out.overrides[override_id] = override
        parents = [units[unit], place.group] if place.family.shares else []
        expanded = _inherit(Identity(place.family.place, override_id), document, parents)
        out.records.append(replace(expanded, pattern=place.id, override=override is not None))
    out.plain_places[place.family.prefix + place.id] = tuple(plain)


def _members(
    units: Mapping[str, Document], groups: Mapping[str, Document]
) -> dict[str, tuple[str, ...]]:
    members: dict[str, tuple[str, ...]] = {}
    for group, document in groups.items():
        kinds = document.data.get("jenis")
        wanted = kinds if isinstance(kinds, list) else []
        members[group] = tuple(
            unit
            for unit, each in units.items()
            if each.data.get("jenis") in wanted and each.data.get("status") != "dicabut"
        )
    return members


def _locked(group: Document | None) -> frozenset[str]:
    keys = group.data.get("terkunci") if group else None
    keys = keys if isinstance(keys, list) else []
    return frozenset(key for key in keys if isinstance(key, str))


def _inherit(
    identity: Identity, document: Document, parents: Iterable[Document | None]
) -> Expanded:
    """Fill the shared components that `document` lacks from the first parent that has them."""
    data = dict(document.data)
    source: dict[str, Document] = {}
    for parent in parents:
        shared = parent.data.get("komponen_bersama") if parent else None
        if not parent or not isinstance(shared, dict):
            continue
        for key in KOMPONEN_BERSAMA:
            if key in shared and key not in data:
                data[key] = shared[key]
                source[key] = parent

    def inside() -> dict[Step, Places]:
        stands: dict[Step, Places] = {
            key: each.places.at(("komponen_bersama", key)) for key, each in source.items()
        }
        return document.places.inside | stands

    places = LatePlaces(document.places.here, inside)
    return Expanded(identity, Document(document.file, data, places), inherited=frozenset(source))
