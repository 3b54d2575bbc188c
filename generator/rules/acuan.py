"""Every reference a record can make, found by walking the models along their annotations."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, get_args

from generator.model.dasar import Bagian, Dasar, Sumber
from generator.model.dokumen_unit import Penetapan
from generator.model.janji import Biaya, Jika, Persyaratan, Produk, PungutanLain, Tahap
from generator.model.kinerja import Evaluasi, Konsultasi, PesertaKonsultasi, Skm
from generator.model.komponen import Sarana
from generator.model.layanan import KanalLayanan, Standar
from generator.model.papan import NilaiMandiri, NilaiPaket
from generator.model.pemerintah import Pemerintah, Ppid
from generator.model.pengumuman import Pengumuman
from generator.model.proses import Lajur, LangkahLintas, Proses, Relasi
from generator.model.regulasi import Regulasi
from generator.model.sop import BarisSop, Keterkaitan, PelaksanaSop, Sop
from generator.model.unit import Lokasi, Pelaksana, Penyelenggara, Unit
from generator.source import Path

REFERENCES: Mapping[tuple[type[Bagian], str], str] = {
    (Sumber, "regulasi"): "regulasi",
    (Dasar, "regulasi"): "regulasi",
    (Penetapan, "mengingat"): "regulasi",
    (Penyelenggara, "dasar"): "regulasi",
    (Regulasi, "diubah_oleh"): "regulasi",
    (Regulasi, "dicabut_oleh"): "regulasi",
    (Persyaratan, "dokumen"): "dokumen",
    (Produk, "dokumen"): "dokumen",
    (KanalLayanan, "kode"): "kanal",
    (Standar, "sektor"): "sektor",
    (Standar, "peristiwa"): "peristiwa",
    (Sarana, "akses_rentan"): "akses-rentan",
    (Lokasi, "akses_rentan"): "akses-rentan",
    (Tahap, "unit"): "unit",
    (Biaya, "unit"): "unit",
    (PungutanLain, "unit"): "unit",
    (Standar, "unit_penetap"): "unit",
    (Standar, "unit_pelaksana"): "unit",
    (Unit, "induk"): "induk",
    (Unit, "di_kecamatan"): "unit",
    (Unit, "pengganti"): "unit",
    (Lokasi, "bertempat_di"): "unit",
    (Pemerintah, "unit"): "unit",
    (Ppid, "unit"): "unit",
    (Jika, "layanan"): "layanan",
    (PungutanLain, "layanan"): "layanan",
    (Standar, "terkait"): "layanan",
    (Standar, "pengganti"): "layanan",
    (Pelaksana, "layanan"): "layanan",
    (Pengumuman, "unit"): "unit",
    (Pengumuman, "layanan"): "layanan",
    (Pengumuman, "lokasi"): "lokasi",
    (Penetapan, "menetapkan"): "layanan",
    (Pemerintah, "sering_dicari"): "layanan",
    (BarisSop, "dokumen"): "dokumen",
    (PelaksanaSop, "unit"): "unit",
    (Lajur, "unit"): "unit",
    (Proses, "pemilik"): "unit",
    (Sop, "layanan"): "layanan",
    (Proses, "layanan"): "layanan",
    (Standar, "sop"): "sop",
    (Sop, "pengganti"): "sop",
    (Keterkaitan, "sop"): "sop",
    (LangkahLintas, "sop"): "sop",
    (Standar, "proses"): "proses",
    (Sop, "proses"): "proses",
    (Relasi, "proses"): "proses",
    (Skm, "layanan"): "layanan",
    (Konsultasi, "layanan"): "layanan",
    (PesertaKonsultasi, "unsur"): "unsur-masyarakat",
    (Evaluasi, "kode_skema"): "skema-penilaian",
    (NilaiMandiri, "unit"): "unit",
    (NilaiPaket, "paket"): "pak",
    (Standar, "penetapan"): "penetapan",
    (Standar, "lokasi"): "lokasi",
}
"""What each field of each part refers to."""

NO_REFERENCES = frozenset(
    (
        "kode",
        "aturan",
        "kasus",
        "salah_satu",
        "kembali_ke",
        "produk",
        "kanal",
        "sesudah",
        "lanjut",
        "ya",
        "tidak",
        "pelaku",
        "langkah",
        "lajur",
        "biaya",
        "dahulu",
        "cabang",
        "unsur",
        "keluarga",
        "komponen",
    )
)
"""Fields with codes that name something in the record itself, something gone, or nothing yet."""


@cache
def _plan(
    model: type[Bagian],
) -> tuple[tuple[tuple[str, str], ...], tuple[str, ...]]:
    """Return a model's fields that refer, with what to, and those with parts that refer."""
    refers = tuple((name, kind) for (owner, name), kind in REFERENCES.items() if owner is model)
    nested = tuple(
        name for name, field in model.model_fields.items() if _has_referring(field.annotation)
    )
    return refers, nested


def _has_referring(annotation: Any) -> bool:
    if isinstance(annotation, type):
        return issubclass(annotation, Bagian) and any(_plan(annotation))
    return any(_has_referring(each) for each in get_args(annotation))


def references(part: Bagian) -> tuple[tuple[Path, str, str], ...]:
    """Return path, kind and id of every reference in a record."""
    found: list[tuple[Path, str, str]] = []
    _collect(part, (), found)
    return tuple(found)


def _collect(part: Bagian, path: Path, found: list[tuple[Path, str, str]]) -> None:
    refers, nested = _plan(type(part))
    for name, kind in refers:
        value = getattr(part, name)
        if isinstance(value, str):
            found.append(((*path, name), kind, value))
        elif value:
            found += [((*path, name, index), kind, each) for index, each in enumerate(value)]
    for name in nested:
        value = getattr(part, name)
        if isinstance(value, Bagian):
            _collect(value, (*path, name), found)
        elif value:
            for index, each in enumerate(value):
                _collect(each, (*path, name, index), found)
