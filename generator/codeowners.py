"""Who reviews what: the forge's CODEOWNERS from the unit register and one mapping file."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator import yamltext
from generator.expand import expand
from generator.finding import Finding, Findings, Level
from generator.load import load
from generator.source import Document, Places, Tree

MAPPING = "pemilik.yaml"
OWNERS = "CODEOWNERS"
EXPLAINED = """Berkas `.github/pemilik.yaml` menyebut peninjau yang sah untuk unit yang ada.

Salah satu huruf pada nama tim membuat perubahan unit itu tidak ditinjau siapa pun, tanpa pesan apa
pun dari forge.
"""

_RULE = "berkas-pemilik"
_HANDLE = re.compile(r"@[A-Za-z0-9](?:[A-Za-z0-9-]*)(?:/[A-Za-z0-9._-]+)?")
_KEYS = ("bawaan", "folder", "unit", "kelompok")
_HEAD = """\
# Dibuat oleh `katalog codeowners` dari .github/pemilik.yaml dan daftar unit; jangan diubah dengan
# tangan. Baris terakhir yang cocok yang berlaku.
"""

Handles = tuple[str, ...]


@dataclass(slots=True)
class Owners:
    """The mapping file: forge handles for everything, for folders, groups and units."""

    default: Handles = ()
    folders: dict[str, Handles] = field(default_factory=dict)
    groups: dict[str, Handles] = field(default_factory=dict)
    units: dict[str, Handles] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Register:
    """The unit register, as far as reviewing needs it."""

    parents: Mapping[str, str | None]
    """Unit -> the unit it is part of."""
    members: Mapping[str, tuple[str, ...]]
    """Group -> its units."""


def register(catalog: Path) -> Register:
    """Read the unit register. Raises NotADirectoryError without a catalog."""
    pairs = [(each.identity, each.document) for each in load(catalog, Findings())]
    expansion = expand(pairs, Findings())
    parents = {
        identity.id: parent if isinstance(parent := document.data.get("induk"), str) else None
        for identity, document in pairs
        if identity.kind == "unit"
    }
    groups = {identity.id for identity, _ in pairs if identity.kind == "kelompok"}
    return Register(parents, {group: expansion.members.get(group, ()) for group in sorted(groups)})


def read_owners(text: str, file: str, known: Register, findings: Findings) -> Owners:
    """Return the mapping in `text`; what is wrong with it goes into `findings`."""
    data, places, faults = yamltext.read(text, file)
    for fault in faults:
        findings.add(Finding(fault.rule, Level.ERROR, fault.place, fault.message, fault.hint))
    reader = _Reader(Document(file, data, places), findings)
    owners = Owners()
    for key in data:
        if key not in _KEYS:
            reader.fault((key,), f"kunci `{key[:60]}` tidak dikenal", _choose(key, _KEYS))
    owners.default = reader.handles(data.get("bawaan"), ("bawaan",))
    if data and not owners.default:
        reader.fault(("bawaan",), "`bawaan` belum diisi", "tambahkan `bawaan: ['@pemda/tim']`")
    owners.folders = reader.mapping("folder", None)
    owners.groups = reader.mapping("kelompok", list(known.members))
    owners.units = reader.mapping("unit", list(known.parents))
    return owners


class _Reader:
    """Reads lists of handles, and tells what none of them is."""

    def __init__(self, document: Document, findings: Findings) -> None:
        self.document = document
        self.findings = findings

    def fault(self, path: tuple[str | int, ...], message: str, hint: str) -> None:
        places: Places = self.document.places
        place = places.locate(path) if isinstance(path[-1], int) else places.locate_key(path)
        self.findings.add(Finding(_RULE, Level.ERROR, place, message, hint))

    def mapping(self, key: str, known: list[str] | None) -> dict[str, Handles]:
        found = self.document.data.get(key)
        if found is None:
            return {}
        if not isinstance(found, dict):
            self.fault((key,), f"`{key}` harus berisi `nama: [tim]`", "satu nama per baris")
            return {}
        for name in found:
            if known is not None and name not in known:
                self.fault(
                    (key, name), f"{key} `{name[:60]}` tidak ada di katalog", _choose(name, known)
                )
            elif known is None and not re.fullmatch(r"[A-Za-z0-9._-]+(?:/[A-Za-z0-9._-]+)*", name):
                self.fault(
                    (key, name), f"“{name[:60]}” bukan jalur folder", "tulis mis. `generator`"
                )
        return {name: self.handles(value, (key, name)) for name, value in found.items()}

    def handles(self, value: Tree, path: tuple[str | int, ...]) -> Handles:
        if value is None:
            return ()
        items = value if isinstance(value, list) else [value]
        good = []
        for index, item in enumerate(items):
            if isinstance(item, str) and _HANDLE.fullmatch(item):
                good.append(item)
            else:
                where = (*path, index) if isinstance(value, list) else path
                self.fault(
                    where,
                    f"“{str(item)[:60]}” bukan nama akun atau tim",
                    "tulis `'@pemda/tim'`, dalam tanda kutip",
                )
        return tuple(good)


def _choose(word: str, known: list[str] | tuple[str, ...]) -> str:
    close = difflib.get_close_matches(word, known, n=1, cutoff=0.6)
    return f"apakah maksud Anda `{close[0]}`?" if close else "hapus, atau perbaiki namanya"


def codeowners(owners: Owners, known: Register, catalog: str = "catalog") -> str:
    """Return CODEOWNERS: later lines win, so the narrowest come last."""
    lines = [_line("*", owners.default)]
    lines += [_line(f"/{name}/", each) for name, each in sorted(owners.folders.items())]
    lines += [
        _line(f"/{catalog}/pola/{group}/", each) for group, each in sorted(owners.groups.items())
    ]
    lines += [_line(f"/{catalog}/unit/{unit}/", each) for unit, each in _units(owners, known)]
    return _HEAD + "".join(f"{line}\n" for line in lines)


def _line(pattern: str, handles: Handles) -> str:
    return " ".join((pattern, *handles))


def _units(owners: Owners, known: Register) -> Iterator[tuple[str, Handles]]:
    """Yield each unit with its own handles, else its group's, else those of what it is part of."""
    group_of = {unit: group for group, units in known.members.items() for unit in units}
    for unit in sorted(known.parents):
        found: Handles = ()
        seen: set[str] = set()
        at: str | None = unit
        while at and at not in seen and not found:
            seen.add(at)
            found = owners.units.get(at) or owners.groups.get(group_of.get(at, ""), ())
            at = known.parents.get(at)
        if found and found != owners.default:
            yield unit, found
