"""The eight components of management: what the citizen need not read, and the evaluator must."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import kata
from generator.model.komponen import KOMPONEN
from generator.model.layanan import Standar


@dataclass(frozen=True, slots=True)
class Komponen:
    """One component: code, official name, and its lines; no line means unknown."""

    kode: str
    nama: str
    isi: tuple[str, ...]


def komponen_pengelolaan(standar: Standar) -> tuple[Komponen, ...]:
    """Return the components of management that have no section of their own on the page."""
    lines = {
        "sarpras": tuple(_facilities(standar)),
        "kompetensi": tuple(f"{each.jabatan}: {each.uraian}" for each in standar.kompetensi),
        "pengawasan": standar.pengawasan,
        "jumlah_pelaksana": tuple(_staff(standar)),
        "jaminan_pelayanan": standar.jaminan_pelayanan,
        "jaminan_keamanan": standar.jaminan_keamanan,
        "evaluasi_kinerja": tuple(_assessment(standar)),
    }
    return tuple(Komponen(code, KOMPONEN[code], lines[code]) for code in lines)


def _facilities(standar: Standar) -> Iterator[str]:
    plain = [each.nama for each in standar.sarpras if not each.akses_rentan]
    special = [each.nama for each in standar.sarpras if each.akses_rentan]
    if plain:
        yield f"{'; '.join(plain)}."
    if special:
        yield f"Untuk kelompok rentan: {'; '.join(special)}."


def _staff(standar: Standar) -> Iterator[str]:
    staff = standar.jumlah_pelaksana
    if staff is None:
        return
    if staff.jumlah is not None:
        yield f"{kata.angka(staff.jumlah)} orang"
    for each in staff.rincian:
        yield f"{each.jabatan}: {kata.angka(each.jumlah)} orang"
    if staff.keterangan:
        yield staff.keterangan


def _assessment(standar: Standar) -> Iterator[str]:
    if standar.evaluasi_kinerja is None:
        return
    yield from standar.evaluasi_kinerja.uraian
    if standar.evaluasi_kinerja.frekuensi:
        yield f"Dilakukan {standar.evaluasi_kinerja.frekuensi}."
