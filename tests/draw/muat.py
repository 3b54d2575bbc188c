"""Sample SOPs: read as the catalog reads them, and one long SOP made of rows."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from generator.model.proses import Proses
from generator.model.sop import Sop

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
CONTOH = sorted((HERE / "contoh").glob("*.yaml"))
CATALOGS = (ROOT / "catalog", ROOT / "tests" / "teladan" / "catalog")


class _Text(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
    """Everything is text, as in `load`."""


_Text.yaml_implicit_resolvers = {}


@cache
def read(path: Path) -> Any:
    return yaml.load(path.read_text("utf-8"), _Text)


@cache
def sop(path: Path) -> Sop:
    return Sop.model_validate(read(path))


def catalog_sops() -> list[Path]:
    """Every SOP record that stands alone: units' own and patterns."""
    return [
        path
        for catalog in CATALOGS
        for path in sorted(catalog.glob("*/*/sop/*.yaml"))
        if {"pelaksana", "baris"} <= set(read(path))
    ]


@cache
def catalog_crosses() -> tuple[tuple[Path, Proses], ...]:
    """Every process with a cross-functional map."""
    found = [
        (path, Proses.model_validate(read(path)))
        for catalog in CATALOGS
        for path in sorted(catalog.glob("*/*/proses/*.yaml"))
        if "lintas_fungsi" in read(path)
    ]
    return tuple(found)


_WORK = (
    ("Memeriksa kelengkapan berkas permohonan", "loket", "Berkas permohonan", "Berkas lengkap"),
    ("Mencatat permohonan dalam buku agenda", "loket", "Berkas lengkap", "Nomor agenda"),
    ("Menelaah berkas dan menyusun telaahan staf", "analis", "Berkas lengkap", "Telaahan staf"),
    ("Memeriksa lapangan bersama petugas kecamatan", "teknis", "Surat tugas", "Berita acara"),
    ("Menyusun konsep rekomendasi", "analis", "Berita acara; telaahan", "Konsep rekomendasi"),
    ("Memeriksa konsep rekomendasi", "kabid", "Konsep rekomendasi", "Konsep diparaf"),
    ("Menyetujui dan menandatangani", "kadis", "Konsep diparaf", "Rekomendasi"),
    ("Memberi nomor dan cap dinas", "loket", "Rekomendasi", "Rekomendasi bernomor"),
)


def long_sop(rows: int = 40) -> Sop:
    """A SOP of many rows with loops that span pages."""
    actors = {
        "pemohon": "Pemohon",
        "loket": "Petugas loket",
        "analis": "Analis perizinan",
        "teknis": "Tim teknis",
        "kabid": "Kepala Bidang",
        "kadis": "Kepala Dinas",
    }
    lines: list[dict[str, Any]] = [
        {
            "kode": "b-1",
            "uraian": "Mengajukan permohonan beserta kelengkapannya",
            "pelaku": ["pemohon"],
            "jenis": "mulai",
            "kelengkapan": ["Formulir permohonan", "Fotokopi KTP-el", "Denah lokasi"],
            "waktu": {"nilai": 15, "satuan": "menit"},
            "output": ["Permohonan"],
        }
    ]
    for number in range(2, rows):
        text, actor, needs, gives = _WORK[(number - 2) % len(_WORK)]
        line: dict[str, Any] = {
            "kode": f"b-{number}",
            "uraian": f"{text}, tahap {(number - 2) // len(_WORK) + 1}",
            "pelaku": [actor],
            "kelengkapan": [needs],
            "waktu": {"nilai": 5 + number, "satuan": "menit"},
            "output": [gives],
        }
        if text.startswith(("Memeriksa kelengkapan", "Memeriksa konsep", "Menyetujui")):
            back = {"loket": max(1, number - 3), "kabid": number - 1, "kadis": max(1, number - 9)}
            line |= {"jenis": "keputusan", "tidak": f"b-{back[actor]}"}
        if text.startswith("Memeriksa lapangan"):
            line["pelaku"] = ["teknis", "analis"]
        if number == 12:
            line |= {"jenis": "keputusan", "tidak": f"b-{min(rows, 27)}", "kata_tidak": "Ditolak"}
        lines.append(line)
    lines.append(
        {
            "kode": f"b-{rows}",
            "uraian": "Menyerahkan izin dan mengarsipkan berkas",
            "pelaku": ["loket", "pemohon"],
            "jenis": "selesai",
            "kelengkapan": ["Izin"],
            "waktu": {"nilai": 10, "satuan": "menit"},
            "output": ["Izin diterima", "Arsip"],
        }
    )
    return Sop.model_validate(
        {
            "judul": "Penerbitan izin dengan pemeriksaan bertahap",
            "status": "contoh",
            "diperbarui": "2026-11-24",
            "pelaksana": [{"kode": key, "jabatan": name} for key, name in actors.items()],
            "baris": lines,
        }
    )
