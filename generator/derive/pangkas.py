"""A catalog cut to what the people of one village, ward or district need.

Kept are the offices of the whole government, the unit itself, its district with the health centres
there, and the services each of them gives; other villages go, and so do the officers' papers.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from generator.model.catalog import Katalog, frozen

V = TypeVar("V")

_LOCAL = ("desa", "kelurahan", "kecamatan", "puskesmas")


def pangkas(katalog: Katalog, unit: str) -> Katalog:
    """Return the part of the catalog that matters in `unit`.

    Raises KeyError if there is no such unit.
    """
    kept = _units(katalog, unit)

    def owned(records: Mapping[str, V]) -> Mapping[str, V]:
        owners = {*kept, *katalog.kelompok}
        return frozen({key: each for key, each in records.items() if key.split("/")[0] in owners})

    return replace(
        katalog,
        unit=frozen({key: each for key, each in katalog.unit.items() if key in kept}),
        tempat=owned(katalog.tempat),
        lokasi=owned(katalog.lokasi),
        penetapan=owned(katalog.penetapan),
        maklumat=owned(katalog.maklumat),
        skm=owned(katalog.skm),
        evaluasi=owned(katalog.evaluasi),
        sop=frozen({}),
        proses=frozen({}),
    )


def _units(katalog: Katalog, unit: str) -> set[str]:
    district = _district(katalog, unit)
    kept = {id_ for id_, each in katalog.unit.items() if each.jenis not in _LOCAL}
    kept |= {unit, district}
    near = {
        id_
        for id_, each in katalog.unit.items()
        if each.jenis == "puskesmas" and _district(katalog, id_) == district
    }
    every = {id_ for id_, each in katalog.unit.items() if each.jenis == "puskesmas"}
    kept |= near or every
    if katalog.unit[unit].jenis == "kecamatan":
        kept |= {id_ for id_, each in katalog.unit.items() if each.induk == unit}
    return kept & katalog.unit.keys()


def _district(katalog: Katalog, unit: str) -> str:
    """Return the district a unit lies in; a district lies in itself."""
    record = katalog.unit[unit]
    if record.jenis == "kecamatan":
        return unit
    if record.di_kecamatan:
        return record.di_kecamatan
    parent = katalog.unit.get(record.induk or "")
    return record.induk or "" if parent and parent.jenis == "kecamatan" else ""
