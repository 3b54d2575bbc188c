"""Gathering: the records of each unit that the board looks at, and its results."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.derive import alamat
from generator.derive.indeks import Indeks
from generator.derive.papan.nilai import HasilPak, Perbaikan, nilai_pak, perbaikan
from generator.derive.papan.ukur import BahanNilai, Rekaman
from generator.model.catalog import Layanan
from generator.model.nilai import TAK_TERBIT
from generator.model.skema import Pak
from generator.model.unit import TANPA_KEWAJIBAN, Unit

BERLAKU = ("berlaku", "ditinjau")
JANGKAR: Mapping[str, str] = {
    "unit": "#profil-penyelenggara",
    "lokasi": "#tempat",
    "penetapan": "#keputusan",
    "maklumat": "#maklumat",
    "skm": "#kinerja",
    "evaluasi": "#evaluasi",
    "pengaduan": "#pengaduan",
    "konsultasi": "#konsultasi",
}
"""Where on the unit's page the public reads each kind of record."""
JANGKAR_ISIAN: Mapping[str, str] = {
    "standar.persyaratan": "#dokumen",
    "standar.prosedur": "#langkah",
    "standar.jangka_waktu": "#biaya",
    "standar.biaya": "#biaya",
    "standar.produk": "#biaya",
    "standar.pengaduan": "#pengaduan",
    "standar.dasar_hukum": "#hukum",
    "standar.penetapan": "#hukum",
    "standar.media_publikasi": "#media",
    "standar.sippn": "#media",
    "standar.sarpras": "#pengelolaan",
    "standar.kompetensi": "#pengelolaan",
    "standar.pengawasan": "#pengelolaan",
    "standar.jumlah_pelaksana": "#pengelolaan",
    "standar.jaminan_": "#pengelolaan",
    "standar.evaluasi_kinerja": "#pengelolaan",
    "unit.komponen_bersama.pengaduan": "#pengaduan",
    "unit.sippn": "#tempat",
    "lokasi.akses_rentan": "#kemudahan",
}
"""Where on the page a part of a record stands, if elsewhere than the record itself."""


@dataclass(frozen=True, slots=True)
class NilaiUnit:
    """One unit on the board."""

    id: str
    unit: Unit
    layanan: tuple[Layanan, ...]
    dinilai: bool
    """False while its standards are samples: then only gaps are shown, never a score."""
    pak: tuple[HasilPak, ...]
    perbaikan: tuple[Perbaikan, ...]
    tinjau: date | None
    """The oldest last review among its services; None if one was never reviewed."""


def unit_dinilai(indeks: Indeks) -> list[str]:
    """Return the ids of units with a duty of standards that give a service."""
    return [id_ for id_ in indeks.katalog.unit if ada_di_papan(id_, indeks)]


def ada_di_papan(id_: str, indeks: Indeks) -> bool:
    """Tell whether a unit has a board."""
    unit = indeks.katalog.unit[id_]
    if unit.jenis in TANPA_KEWAJIBAN or unit.status == "dicabut":
        return False
    return bool(_services(id_, indeks))


def nilai_unit(id_: str, indeks: Indeks) -> NilaiUnit:
    """Judge one unit by every pack that is in force and meant for its kind."""
    katalog = indeks.katalog
    unit = katalog.unit[id_]
    services = _services(id_, indeks)
    scored = katalog.pemerintah.status == "berlaku" and any(
        each.isi.status in BERLAKU for each in services
    )
    measure = BahanNilai(_records(id_, services, scored, indeks), indeks.hari_ini)
    results = tuple(
        nilai_pak(key, pack, measure)
        for key, pack in katalog.pak.items()
        if _meant(pack, unit, indeks.hari_ini)
    )
    drafts = frozenset((f"unit/{id_}/maklumat.yaml",) if id_ in katalog.maklumat else ())
    reviews = [each.isi.tinjau.terakhir if each.isi.tinjau else None for each in services]
    days = [each for each in reviews if each]
    return NilaiUnit(
        id_,
        unit,
        services,
        scored,
        results,
        tuple(perbaikan(results, _places(id_), f"unit/{id_}/unit.yaml", drafts)),
        min(days) if len(days) == len(reviews) else None,
    )


def _meant(pack: Pak, unit: Unit, today: date) -> bool:
    in_force = pack.mulai <= today.year and (pack.sampai is None or today.year <= pack.sampai)
    return in_force and (not pack.jenis_unit or unit.jenis in pack.jenis_unit)


def _services(id_: str, indeks: Indeks) -> tuple[Layanan, ...]:
    every = (*indeks.milik.get(id_, ()), *indeks.tempat.get(id_, ()))
    return tuple(each for each in every if each.isi.status not in TAK_TERBIT)


def _records(
    id_: str, services: tuple[Layanan, ...], scored: bool, indeks: Indeks
) -> dict[str, tuple[Rekaman, ...]]:
    katalog, page = indeks.katalog, alamat.unit(id_)
    group = katalog.kelompok_dari(id_) or ""
    counted = [each for each in services if not scored or each.isi.status in BERLAKU]
    found: dict[str, tuple[Rekaman, ...]] = {
        "standar": tuple(
            Rekaman(each.isi.nama, each.berkas, each.isi, alamat.layanan(each.id))
            for each in counted
        ),
        "sop": tuple(
            Rekaman(each.isi.judul, each.berkas, each.isi, alamat.sop(each.pola or each.id))
            for each in katalog.sop.values()
            if each.pemilik == id_
        ),
    }
    shared = katalog.kelompok.get(group)
    found["unit"] = (
        Rekaman(
            katalog.unit[id_].nama,
            f"unit/{id_}/unit.yaml",
            katalog.unit[id_],
            page + JANGKAR["unit"],
            lain=(
                (Rekaman(shared.nama, f"pola/{group}/kelompok.yaml", shared, page),)
                if shared
                else ()
            ),
        ),
    )
    pledge = katalog.maklumat.get(id_) or katalog.maklumat.get(group)
    if pledge and _counts(pledge, scored):
        owner = f"unit/{id_}" if id_ in katalog.maklumat else f"pola/{group}"
        found["maklumat"] = (
            Rekaman("Maklumat", f"{owner}/maklumat.yaml", pledge, page + JANGKAR["maklumat"]),
        )
    for kind in ("lokasi", "penetapan", "skm", "evaluasi", "pengaduan", "konsultasi"):
        mapping: Mapping[str, Any] = getattr(katalog, kind)
        own = [
            (key, data)
            for key, data in mapping.items()
            if key.startswith(f"{id_}/") and _counts(data, scored)
        ]
        records = [
            Rekaman(
                key.partition("/")[2],
                f"unit/{id_}/{kind}/{key.partition('/')[2]}.yaml",
                data,
                page + JANGKAR[kind],
                hari=getattr(data, "selesai", None) if kind == "skm" else None,
            )
            for key, data in own
        ]
        found[kind] = tuple(sorted(records, key=lambda each: (each.hari or date.min, each.file)))
    return found


def _counts(data: Any, scored: bool) -> bool:
    return data.status in BERLAKU if scored else data.status not in TAK_TERBIT


def _places(id_: str) -> dict[str, str]:
    folder = f"unit/{id_}"
    return {
        "standar": f"{folder}/standar/<layanan>.yaml",
        "lokasi": f"{folder}/lokasi/<id>.yaml",
        "penetapan": f"{folder}/penetapan/<id>.yaml",
        "maklumat": f"{folder}/maklumat.yaml",
        "skm": f"{folder}/skm/<periode>.yaml",
        "evaluasi": f"{folder}/evaluasi/<tahun>-<skema>.yaml",
        "pengaduan": f"{folder}/pengaduan/<tahun>.yaml",
        "konsultasi": f"{folder}/konsultasi/<tanggal>.yaml",
        "sop": f"{folder}/sop/<sop>.yaml",
    }
