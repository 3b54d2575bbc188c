"""The whole catalog after shaping: frozen, by id, ready to be judged and derived from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import TypeVar

from generator.model.bahasa import KosakataBahasa
from generator.model.dokumen_unit import Maklumat, Penetapan
from generator.model.kecualian import Kecualian
from generator.model.kinerja import Evaluasi, Konsultasi, RekapPengaduan, Skm
from generator.model.kosakata import Dokumen, Istilah, Sinonim
from generator.model.layanan import Standar
from generator.model.papan import CatatanPapan
from generator.model.pemerintah import Pemerintah
from generator.model.pengumuman import Pengumuman
from generator.model.proses import Proses
from generator.model.regulasi import Regulasi
from generator.model.skema import Pak, SkemaPenilaian
from generator.model.sop import Sop
from generator.model.unit import Kelompok, Lokasi, Unit

K = TypeVar("K")
V = TypeVar("V")


def frozen(mapping: Mapping[K, V]) -> Mapping[K, V]:
    """Return a read-only view of a copy of `mapping`."""
    return MappingProxyType(dict(mapping))


@dataclass(frozen=True, slots=True)
class Layanan:
    """A service standard in its place in the catalog."""

    id: str
    """`<unit>/<layanan>` or `<kelompok>/<layanan>`."""
    isi: Standar
    """The standard in force."""
    berkas: str
    """The file where an officer changes it."""
    versi: tuple[tuple[date, Standar, str], ...] = ()
    """All dated versions with their first day and file, oldest first; empty if undated."""
    pola: str | None = None
    """For a place of a pattern: id of the pattern."""
    ditimpa: bool = False
    """True if this place has a file of its own that overrides the pattern."""
    berlaku_sejak: date | None = None
    """First day of the version in force, where versions are dated."""
    alasan: Mapping[str, str] = field(default_factory=dict)
    """Why this place leaves out items of its pattern: `<list>/<kode>` -> reason."""

    @property
    def pemilik(self) -> str:
        """Id of the unit or group that owns it."""
        return self.id.partition("/")[0]

    @property
    def slug(self) -> str:
        """The last part of the id."""
        return self.id.partition("/")[2]


@dataclass(frozen=True, slots=True)
class SopTempat:
    """A SOP in its place in the catalog."""

    id: str
    """`<unit>/<sop>` or `<kelompok>/<sop>`."""
    isi: Sop
    berkas: str
    """The file where an officer changes it."""
    pola: str | None = None
    """For a place of a pattern: id of the pattern."""
    ditimpa: bool = False
    """True if this place overrides the pattern."""

    @property
    def pemilik(self) -> str:
        """Id of the unit or group that owns it."""
        return self.id.partition("/")[0]


@dataclass(frozen=True, slots=True)
class ProsesUnit:
    """A process with its code and the unit that keeps its record."""

    kode: str
    unit: str
    isi: Proses
    berkas: str

    @property
    def induk(self) -> str:
        """Code of the process above; the government's own letters for level 0."""
        return self.kode.rpartition(".")[0]

    @property
    def level(self) -> int:
        """Level of the process, 0 for the whole government's."""
        return self.kode.count(".") - 1


@dataclass(frozen=True, slots=True)
class Katalog:
    """Every record of one government, by id."""

    pemerintah: Pemerintah
    unit: Mapping[str, Unit] = field(default_factory=dict)
    kelompok: Mapping[str, Kelompok] = field(default_factory=dict)
    layanan: Mapping[str, Layanan] = field(default_factory=dict)
    """Units' own services and patterns."""
    tempat: Mapping[str, Layanan] = field(default_factory=dict)
    """The places of patterns, one for each unit that gives the service."""
    lokasi: Mapping[str, Lokasi] = field(default_factory=dict)
    penetapan: Mapping[str, Penetapan] = field(default_factory=dict)
    maklumat: Mapping[str, Maklumat] = field(default_factory=dict)
    """By id of the unit or group."""
    skm: Mapping[str, Skm] = field(default_factory=dict)
    evaluasi: Mapping[str, Evaluasi] = field(default_factory=dict)
    pengaduan: Mapping[str, RekapPengaduan] = field(default_factory=dict)
    """By unit and year."""
    konsultasi: Mapping[str, Konsultasi] = field(default_factory=dict)
    """By unit and day."""
    skema: Mapping[str, SkemaPenilaian] = field(default_factory=dict)
    """Schemes of judging, by id."""
    pak: Mapping[str, Pak] = field(default_factory=dict)
    """Packs of indicators, by id."""
    papan: Mapping[str, CatatanPapan] = field(default_factory=dict)
    """Boards of past days, by day, oldest first."""
    sop: Mapping[str, SopTempat] = field(default_factory=dict)
    """Units' own SOPs, patterns, and the places of patterns."""
    proses: Mapping[str, ProsesUnit] = field(default_factory=dict)
    """By dotted code."""
    regulasi: Mapping[str, Regulasi] = field(default_factory=dict)
    pengumuman: Mapping[str, Pengumuman] = field(default_factory=dict)
    dokumen: Mapping[str, Dokumen] = field(default_factory=dict)
    kosakata: Mapping[str, Mapping[str, Istilah]] = field(default_factory=dict)
    """Closed lists by name (`kanal`, `sektor`, `peristiwa`, `akses-rentan`), then by code."""
    sinonim: tuple[Sinonim, ...] = ()
    bahasa: KosakataBahasa | None = None
    """Officialese and abbreviations, where the catalog lists them."""
    kecualian: Kecualian | None = None
    """Findings that block nothing until a day, where there are any."""
    sidik: Mapping[str, str] = field(default_factory=dict)
    """Fingerprint of each pattern's promise, to compare with `ditinjau_terhadap`; those of SOP
    patterns stand under `sop/<id>`."""

    def kelompok_dari(self, unit: str) -> str | None:
        """Return the id of the group a unit belongs to by its kind, or None."""
        jenis = self.unit[unit].jenis
        return next((id_ for id_, each in self.kelompok.items() if jenis in each.jenis), None)

    def penetapan_dari(self, pemilik: str, standar: Standar) -> str | None:
        """Return the id of the decree a standard names: its own unit's, else `unit_penetap`'s."""
        for unit in (pemilik, standar.unit_penetap):
            if standar.penetapan and f"{unit}/{standar.penetapan}" in self.penetapan:
                return f"{unit}/{standar.penetapan}"
        return None

    def semua_layanan(self) -> Iterator[Layanan]:
        """Yield services and patterns, then places."""
        yield from self.layanan.values()
        yield from self.tempat.values()

    def cari_layanan(self, rujukan: str) -> Layanan | None:
        """Return the service, pattern or place with this id, or None."""
        return self.layanan.get(rujukan) or self.tempat.get(rujukan)
