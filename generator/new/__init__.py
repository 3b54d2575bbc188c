"""New records: an annotated draft in its place, so that nobody begins with an empty file."""

from __future__ import annotations

import difflib
import os
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from string import Template

from generator.expand import Expansion, expand
from generator.finding import Findings
from generator.layout import SLUG
from generator.load import load
from generator.source import Document, Tree

KINDS = ("standar", "sop", "lokasi", "penetapan", "unit", "regulasi")
"""What can be begun from a draft."""
_OWNED = ("standar", "sop", "lokasi", "penetapan")
_SHARED = ("standar", "sop")
"""What a group of units may own too, as a pattern."""
_TEMPLATES = Path(__file__).parent / "templates"
_SLUG_MAX = 80
_KIND_OF_UNIT: Mapping[str, str] = {
    "desa": "desa",
    "kel": "kelurahan",
    "kec": "kecamatan",
    "pkm": "puskesmas",
    "puskesmas": "puskesmas",
    "bagian": "bagian-setda",
    "badan": "badan",
    "uptd": "uptd",
    "rsud": "rumah-sakit",
    "rsd": "rumah-sakit",
    "mpp": "lokasi-layanan",
}
_KIND_OF_LAW: Mapping[str, str] = {"uu": "UU", "pp": "PP"}


class Refused(Exception):
    """What was asked cannot be begun; the text says why and what to type instead."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A record about to be written, and what the officer does next."""

    file: str
    """Path below the catalog."""
    text: str
    next: str


def draft(root: Path, kind: str, names: tuple[str, ...], today: date) -> Draft:
    """Return the draft of a record; `names` are the owner and the name, or the name alone.

    Raises Refused if the names are wrong or the record is there already, NotADirectoryError
    without a catalog.
    """
    asked = _asked(kind, names)
    catalog = _Catalog(root)
    values = {"nama": _title(asked.slug), "slug": asked.slug, "hari_ini": today.isoformat()}
    if kind in _OWNED:
        made = _owned(catalog, kind, asked, values)
    elif kind == "unit":
        made = _unit(catalog, asked.slug, values)
    else:
        made = _law(asked.slug, values)
    if (root / made.file).exists():
        raise Refused(f"`{made.file}` sudah ada; buka berkas itu, atau pilih nama lain")
    return made


@dataclass(frozen=True, slots=True)
class _Asked:
    owner: str
    slug: str


class _Catalog:
    """The records that a draft must fit to."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.documents: dict[tuple[str, str], Document] = {}
        pairs = [(each.identity, each.document) for each in load(root, Findings())]
        for identity, document in pairs:
            self.documents[identity.kind, identity.id] = document
        self.expansion: Expansion = expand(pairs, Findings())

    def ids(self, kind: str) -> list[str]:
        return [id_ for each, id_ in self.documents if each == kind]

    def codes(self, vocabulary: str) -> list[str]:
        document = self.documents.get(("kosakata", vocabulary))
        return list(_codes(document.data.get("butir"))) if document else []

    def group_of(self, unit: str) -> str | None:
        members = self.expansion.members.items()
        return next((group for group, units in members if unit in units), None)


def _asked(kind: str, names: tuple[str, ...]) -> _Asked:
    if kind not in KINDS:
        raise Refused(f"“{kind[:60]}” bukan jenis rekaman; pilih salah satu: {', '.join(KINDS)}")
    wanted = 2 if kind in _OWNED else 1
    if len(names) != wanted:
        words = "<unit> <nama>" if wanted == 2 else "<nama>"
        raise Refused(f"tulis `katalog new {kind} {words}`")
    for name in names:
        if not re.fullmatch(SLUG, name) or len(name) > _SLUG_MAX:
            proposal = _slug(name)
            meant = f", mis. `{proposal}`" if proposal else ""
            raise Refused(
                f"“{name[:60]}” bukan nama berkas yang sah: pakai huruf kecil, angka, dan tanda "
                f"hubung, paling panjang {_SLUG_MAX} huruf{meant}"
            )
    return _Asked(names[0] if wanted == 2 else "", names[-1])


def _owned(catalog: _Catalog, kind: str, asked: _Asked, values: dict[str, str]) -> Draft:
    units, groups = catalog.ids("unit"), catalog.ids("kelompok")
    values = {**values, "pemilik": asked.owner}
    if kind in _SHARED and asked.owner in groups:
        begin = _standard if kind == "standar" else _sop
        return begin(catalog, f"pola/{asked.owner}", asked, values)
    if asked.owner not in units:
        known = [*units, *groups] if kind in _SHARED else units
        close = difflib.get_close_matches(asked.owner, known, n=1, cutoff=0.6)
        hint = (
            f"yang mirip: `{close[0]}`"
            if close
            else f"unit baru dimulai dengan `katalog new unit {asked.owner}`"
        )
        raise Refused(f"unit `{asked.owner}` tidak ada di katalog; {hint}")
    folder = f"unit/{asked.owner}"
    if kind == "standar":
        pattern = f"{catalog.group_of(asked.owner)}/{asked.slug}"
        if ("pola", pattern) in catalog.documents:
            return _override(catalog, pattern, asked, values)
        return _standard(catalog, folder, asked, values)
    if kind == "sop":
        return _sop(catalog, folder, asked, values)
    hints = {
        "lokasi": "isi alamat dan jam yang sudah dicek di tempat",
        "penetapan": f"isi dari naskahnya, lalu tulis `penetapan: {asked.slug}` di tiap standar",
    }
    return _fill(catalog, kind, f"{folder}/{kind}/{asked.slug}.yaml", values, hints[kind])


def _standard(catalog: _Catalog, folder: str, asked: _Asked, values: dict[str, str]) -> Draft:
    sectors = catalog.codes("sektor")
    values |= {
        "sektor": _usual_sector(catalog, asked.owner) or next(iter(sectors), "umum"),
        "sektor_lain": ", ".join(sectors),
        "peristiwa_lain": ", ".join(catalog.codes("peristiwa")),
        "kanal_lain": ", ".join(catalog.codes("kanal")),
    }
    file = f"{folder}/standar/{asked.slug}.yaml"
    hint = "isi `ringkasan` dan komponen yang sudah pasti; bila lengkap, ganti `status`"
    return _fill(catalog, "standar", file, values, hint)


def _sop(catalog: _Catalog, folder: str, asked: _Asked, values: dict[str, str]) -> Draft:
    id_ = f"{asked.owner}/{asked.slug}"
    if document := catalog.documents.get(
        ("pola-sop", f"{catalog.group_of(asked.owner)}/{asked.slug}")
    ):
        raise Refused(
            f"unit ini sudah memakai SOP pola `{document.file}`; ubah polanya, atau tulis yang "
            f"berbeda saja di `{folder}/sop/{asked.slug}.yaml`"
        )
    known = any((kind, id_) in catalog.documents for kind in ("standar", "pola"))
    values["layanan"] = "" if known else "# "
    file = f"{folder}/sop/{asked.slug}.yaml"
    hint = "ganti baris contohnya, lalu lihat lembarnya dengan `katalog serve`"
    return _fill(catalog, "sop", file, values, hint)


def _usual_sector(catalog: _Catalog, owner: str) -> str | None:
    """Return the sector of most of the owner's services."""
    found = Counter(
        sector
        for (kind, id_), document in catalog.documents.items()
        if kind in ("standar", "pola") and id_.startswith(f"{owner}/")
        if isinstance(sector := document.data.get("sektor"), str)
    )
    return found.most_common(1)[0][0] if found else None


def _override(catalog: _Catalog, pattern: str, asked: _Asked, values: dict[str, str]) -> Draft:
    document = catalog.documents["pola", pattern]
    group = catalog.documents.get(("kelompok", pattern.partition("/")[0]))
    keys = group.data.get("terkunci") if group else None
    locked = [str(key) for key in keys] if isinstance(keys, list) else []
    lists = {
        key: codes
        for key, value in document.data.items()
        if key not in locked and (codes := list(_codes(value)))
    }
    name = "persyaratan" if "persyaratan" in lists else next(iter(lists), "persyaratan")
    codes = lists.get(name, ["kode-butir"])
    values |= {
        "berkas_pola": document.file,
        "sidik": catalog.expansion.fingerprints[pattern],
        "kode_pola": "\n".join(f"##   {key}: {', '.join(each)}" for key, each in lists.items()),
        "daftar": name,
        "kode": codes[0],
        "kode_akhir": codes[-1],
        "terkunci": _locked(locked),
    }
    file = f"unit/{asked.owner}/standar/{asked.slug}.yaml"
    hint = f"tulis yang berbeda dari `{document.file}`; yang sama tidak perlu ditulis"
    return _fill(catalog, "timpaan", file, values, hint)


def _locked(keys: list[str]) -> str:
    return f"\n## Dikunci pola, tidak boleh ditulis di sini: {', '.join(keys)}." if keys else ""


def _unit(catalog: _Catalog, id_: str, values: dict[str, str]) -> Draft:
    if id_ in catalog.ids("kelompok"):
        raise Refused(f"`{id_}` sudah dipakai kelompok pola; pilih nama lain")
    government = catalog.documents.get(("pemerintah", "pemerintah"))
    parent = government.data.get("unit") if government else None
    kind = _KIND_OF_UNIT.get(id_.partition("-")[0], "dinas")
    values |= {"jenis": kind, "induk": parent if isinstance(parent, str) else "id-unit-induk"}
    hint = "periksa `jenis` dan `induk`, lalu buat standarnya dengan `katalog new standar`"
    return _fill(catalog, "unit", f"unit/{id_}/unit.yaml", values, hint)


def _law(id_: str, values: dict[str, str]) -> Draft:
    parts = re.fullmatch(r"(?P<jenis>.+?)(?:-(?P<nomor>\d+))?-(?P<tahun>\d{4})", id_)
    if not parts:
        raise Refused(
            f"`{id_}` bukan id peraturan; pakai jenis-nomor-tahun, mis. `permendagri-2-2017`"
        )
    words = parts["jenis"].split("-")
    kind = " ".join(_KIND_OF_LAW.get(word, word.capitalize()) for word in words)
    values |= {
        "jenis": kind,
        "nomor": f' "{parts["nomor"]}"' if parts["nomor"] else "",
        "tahun": parts["tahun"],
    }
    return _filled("regulasi", f"regulasi/{id_}.yaml", "skema", values, "isi judulnya dari naskah")


def _fill(
    catalog: _Catalog, template: str, file: str, values: Mapping[str, str], hint: str
) -> Draft:
    schemas = catalog.root / "skema"
    fallback = Path("catalog/skema")
    if not schemas.is_dir() and fallback.is_dir():
        schemas = fallback
    return _filled(template, file, os.path.relpath(schemas, catalog.root), values, hint)


def _filled(template: str, file: str, schemas: str, values: Mapping[str, str], hint: str) -> Draft:
    text = Template((_TEMPLATES / f"{template}.yaml").read_text("utf-8")).substitute(values)
    up = "../" * file.count("/")
    first = f"# yaml-language-server: $schema={up}{schemas}/{template}.json\n"
    return Draft(file, first + text.rstrip("\n") + "\n", hint)


def _codes(items: Tree) -> Iterable[str]:
    if isinstance(items, list):
        for item in items:
            if isinstance(item, dict) and isinstance(code := item.get("kode"), str):
                yield code


def _slug(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_SLUG_MAX].strip("-")


def _title(slug: str) -> str:
    return slug.replace("-", " ").capitalize()
