"""Rules about what a unit says of itself: in its own name, and in its own words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generator.finding import Level
from generator.model.catalog import Katalog
from generator.model.unit import Unit
from generator.rules.pejabat import above, unit_names
from generator.rules.registry import Complaint, Context, Scope, TextFile, rule
from generator.source import Text

_VILLAGES = ("desa", "kelurahan")
_AREAS = (*_VILLAGES, "kecamatan", "puskesmas")
_OFFICES = ("dinas", "badan", "satuan", "bagian-setda", "uptd", "rumah-sakit")

_OWN: Mapping[str, tuple[str, ...]] = {
    "lokasi": ("nama",),
    "maklumat": ("janji", "perbaikan", "sanksi_kompensasi"),
    "penetapan": ("tentang",),
    "unit": ("visi", "motto"),
}
"""Texts in which only the unit itself is meant, for every kind of unit."""
_OWN_OF_AREAS: Mapping[str, tuple[str, ...]] = {
    **_OWN,
    "unit": ("visi", "motto", "misi", "tugas", "kode_etik", "budaya_pelayanan", "kanal"),
    "standar": ("nama", "ringkasan", "catatan"),
    "sop": ("judul",),
}
"""An office may well say in its task whom it works with; a village speaks of its own people."""
_PEOPLE = frozenset(("warga", "masyarakat", "penduduk"))
_ELSEWHERE = frozenset(("di", "ke", "dari", "bersama", "dengan", "dan"))
"""Words before a unit that is plainly meant as another one."""
_LONGEST = 8
"""No name of a unit has more words, save those of offices, which begin like no other."""


_BEGINNING = 5
"""Words at the head of a note that may be a name."""


class _Names(NamedTuple):
    """Who is called what."""

    units: Mapping[str, str]
    """The unit of each name, abbreviation and short title of a head."""
    places: Mapping[str, frozenset[str]]
    """The units of each place, as said after “warga”."""

    def said(self, text: str) -> Iterator[tuple[str, str, frozenset[str]]]:
        """Yield each unit that a text names: the word before, the name, and who is called so."""
        words = re.findall(r"[\w’'-]+", text)
        folded = [each.casefold() for each in words]
        at = 0
        while at < len(words):
            first = at + (folded[at] in _PEOPLE)
            proper = first < len(words) and words[first][0].isupper()
            for end in range(min(first + _LONGEST, len(words)), first, -1) if proper else ():
                name = " ".join(folded[first:end])
                found = self.places.get(name) if first > at else None
                if first == at and name in self.units:
                    found = frozenset((self.units[name],))
                if found:
                    yield folded[at - 1] if at else "", " ".join(words[at:end]), found
                    at = end - 1
                    break
            at += 1


def _names(katalog: Katalog) -> _Names:
    units = unit_names(katalog)
    places: dict[str, frozenset[str]] = {}
    for name, id_ in units.items():
        kind, _, place = name.partition(" ")
        if kind in _AREAS:
            places[place] = places.get(place, frozenset()) | {id_}
    return _Names(units, places)


@rule("menyebut-unit-tetangga", Level.WARNING, Scope.CATALOG)
def named_after_neighbour(context: Context) -> Iterator[Complaint]:
    """Nama tempat, maklumat, visi, dan kanal sebuah unit menyebut unit itu sendiri.

    "UGD Puskesmas Tanjung Selor" di antara tempat Puskesmas Pimping mengirim orang sakit ke
    puskesmas lain; maklumat yang berjanji kepada warga desa tetangga tidak berjanji kepada siapa
    pun. Atasan, wilayah kerja, dan unit tempat loket menumpang boleh disebut.

    Sumber: UU 25/2009 Pasal 22 dan 23 (maklumat dan profil penyelenggara); praktik, mis. rekaman
    yang disalin dari tetangga.
    """
    names = _names(context.katalog)
    for file in context.files:
        owner = file.id.partition("/")[0]
        unit = context.katalog.unit.get(owner)
        if unit is None or unit.jenis not in (*_AREAS, *_OFFICES):
            continue
        keys = (_OWN_OF_AREAS if unit.jenis in _AREAS else _OWN).get(file.identity.kind, ())
        for path, text in _texts(file, keys) if keys else ():
            said = list(names.said(text))
            if not said or any(owner in ids for _, _, ids in said):
                continue
            kin = _kin(context.katalog, owner, file)
            for before, name, ids in said:
                apart = ids.isdisjoint(kin) and _alike(context.katalog, unit, ids)
                if apart and (before not in _ELSEWHERE or file.identity.kind == "penetapan"):
                    yield Complaint(
                        path,
                        f"di sini “{name}” (`{min(ids)}`), padahal ini milik {unit.nama}",
                        f"ganti dengan {_own_name(unit, name)}; bila memang unit lain yang "
                        "dimaksud, hapus dari sini",
                        at=file,
                    )
                    break


def _own_name(unit: Unit, other: str) -> str:
    """Return the unit's own name as the other one is said: with its rank or without."""
    if unit.singkatan and " " not in other:
        return unit.singkatan
    rest = unit.nama.partition(" ")[2]
    return rest if rest.split()[:1] == other.split()[:1] else unit.nama


def _texts(file: TextFile, keys: tuple[str, ...]) -> Iterator[Text]:
    """Yield the texts in which only the unit itself is meant."""
    if file.identity.kind == "unit":
        for path, text in file.of((*keys, "nama")):
            own = path[0] == "penyelenggara" or ("kanal" in path and path[-1] == "nama")
            if own and not {*keys}.isdisjoint(path):
                yield path, text
        return
    for key in keys:
        said = file.document.data.get(key)
        if isinstance(said, str):
            yield (key,), said
        # A note may speak of others, but what it begins with is the unit itself.
        for at, note in enumerate(said if isinstance(said, list) else ()):
            if isinstance(note, str):
                yield (key, at), " ".join(note.split()[:_BEGINNING])


def _alike(katalog: Katalog, unit: Unit, ids: frozenset[str]) -> bool:
    """Tell whether a name is that of units of the same kind, which may have been mixed up."""
    kind = _VILLAGES if unit.jenis in _VILLAGES else (unit.jenis,)
    kinds = _OFFICES if unit.jenis in _OFFICES else kind
    return any(katalog.unit[each].jenis in kinds for each in ids)


def _kin(katalog: Katalog, owner: str, file: TextFile) -> frozenset[str]:
    """Return the units that may be named: above, below, around, and where a counter is a guest."""
    unit = katalog.unit[owner]
    host = file.document.data.get("bertempat_di")
    district = unit.di_kecamatan if unit.jenis == "puskesmas" else None
    near = {each for each, it in katalog.unit.items() if it.induk in (owner, district or owner)}
    kin = {*above(katalog, owner), *near, unit.di_kecamatan or owner}
    return frozenset(kin | {host} if isinstance(host, str) else kin)
