"""The page of a pattern: one standard, many places, and a picker of them."""

from __future__ import annotations

from dataclasses import dataclass

from generator.derive import alamat
from generator.derive.indeks import Indeks
from generator.model.catalog import Layanan


@dataclass(frozen=True, slots=True)
class PilihanTempat:
    """One place in the picker."""

    unit: str
    nama: str
    alamat: str
    ditimpa: bool


@dataclass(frozen=True, slots=True)
class Pemilih:
    """The picker: places under headings."""

    pertanyaan: str
    kelompok: tuple[tuple[str, tuple[PilihanTempat, ...]], ...]
    jumlah: int
    tidak: tuple[tuple[str, str], ...]
    """Units that do not give the service, with the reason."""


def pemilih(pattern: Layanan, indeks: Indeks) -> Pemilih:
    """Derive the picker of a pattern's places."""
    katalog = indeks.katalog
    group = katalog.kelompok[pattern.pemilik]
    headings: dict[str, list[PilihanTempat]] = {}
    for id_ in indeks.cabang.get(pattern.id, ()):
        unit_id = id_.partition("/")[0]
        unit = katalog.unit[unit_id]
        parent = katalog.unit.get(unit.di_kecamatan or unit.induk or "")
        in_district = parent is not None and parent.jenis == "kecamatan"
        heading = parent.nama if parent and in_district else group.nama
        headings.setdefault(heading, []).append(
            PilihanTempat(unit_id, unit.nama, alamat.layanan(id_), katalog.tempat[id_].ditimpa)
        )
    ordered = tuple(
        (heading, tuple(sorted(places, key=lambda each: each.nama)))
        for heading, places in sorted(headings.items())
    )
    return Pemilih(
        pertanyaan=group.pilih,
        kelompok=ordered,
        jumlah=sum(len(places) for _, places in ordered),
        tidak=tuple(
            (unit.nama, reason)
            for unit in katalog.unit.values()
            if unit.jenis in group.jenis
            for slug, reason in unit.tidak_melayani.items()
            if slug == pattern.slug
        ),
    )
