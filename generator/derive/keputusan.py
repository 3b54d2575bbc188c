"""Decrees that set standards, with their text: what an evaluator would otherwise ask for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.derive import kalimat
from generator.derive.indeks import Indeks
from generator.model.catalog import Layanan
from generator.model.dokumen_unit import Penetapan
from generator.model.nilai import TAK_TERBIT


@dataclass(frozen=True, slots=True)
class Keputusan:
    """One decree in words, where to read it, and the record of talking it over with the public."""

    nama: str
    tentang: str
    tautan: str
    """Address of its text, else the file; both empty if not on record."""
    berkas: str
    berita_acara: str


def keputusan(found: Penetapan) -> Keputusan:
    """Derive one decree."""
    day = f", {kalimat.tanggal(found.tanggal)}" if found.tanggal else ""
    return Keputusan(
        nama=f"{found.jenis} Nomor {found.nomor}{day}",
        tentang=found.tentang,
        tautan=found.tautan or "",
        berkas=found.berkas or "",
        berita_acara=found.berita_acara or "",
    )


def keputusan_layanan(layanan: Layanan, indeks: Indeks) -> Keputusan | None:
    """Return the decree that sets a standard; None where none is named."""
    if id_ := indeks.katalog.penetapan_dari(layanan.pemilik, layanan.isi):
        return keputusan(indeks.katalog.penetapan[id_])
    number = layanan.isi.nomor_keputusan
    return Keputusan(number, "", "", "", "") if number else None


def keputusan_unit(id_: str, indeks: Indeks) -> Iterator[Keputusan]:
    """Yield a unit's decrees in force, the newest first."""
    own = [
        each
        for key, each in indeks.katalog.penetapan.items()
        if key.startswith(f"{id_}/") and each.status not in TAK_TERBIT
    ]
    for each in sorted(own, key=lambda one: one.tanggal or date.min, reverse=True):
        yield keputusan(each)
