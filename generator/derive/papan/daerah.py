"""The board of the whole government: matrix, scores, freshness, surveys, the ten best moves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from generator.derive import alamat, kalimat
from generator.derive.indeks import Indeks
from generator.derive.kinerja import EvaluasiTampil, tampilkan_evaluasi
from generator.derive.papan.kelompok import BarisUnit, KelompokUnit, baris_unit, kelompok
from generator.derive.papan.kumpul import NilaiUnit
from generator.derive.papan.riwayat import Riwayat, riwayat_daerah
from generator.derive.papan.tampilan import (
    Keadaan,
    keadaan_bagian,
    titik,
    waktu_kerja,
)
from generator.derive.papan.ukur import umur
from generator.derive.survei import angka, letak_indeks, skala_indeks
from generator.model import kata
from generator.model.catalog import Layanan
from generator.model.dasar import terisi
from generator.model.hitung_skm import kelas, skema_survei
from generator.model.kinerja import Skm
from generator.model.komponen import KOMPONEN, KOMPONEN_PUBLIK
from generator.model.nilai import TAK_TERBIT
from generator.model.papan import KeadaanLayanan

PENDEK = {
    "dasar_hukum": "Hukum",
    "persyaratan": "Syarat",
    "prosedur": "Prosedur",
    "jangka_waktu": "Waktu",
    "biaya": "Biaya",
    "produk": "Produk",
    "sarpras": "Sarana",
    "kompetensi": "Kompetensi",
    "pengawasan": "Awas",
    "pengaduan": "Aduan",
    "jumlah_pelaksana": "Jumlah",
    "jaminan_pelayanan": "Jaminan",
    "jaminan_keamanan": "Aman",
    "evaluasi_kinerja": "Evaluasi",
}
KODE = (*KOMPONEN_PUBLIK, *(code for code in KOMPONEN if code not in KOMPONEN_PUBLIK))
"""The fourteen, those that face the citizen first."""


@dataclass(frozen=True, slots=True)
class SelPapan:
    """One cell of the matrix."""

    komponen: str
    keadaan: Keadaan
    angka: str


@dataclass(frozen=True, slots=True)
class BarisMatriks:
    """One unit, or a group by its patterns."""

    nama: str
    alamat: str
    sel: tuple[SelPapan, ...]
    kurang: tuple[SelPapan, ...]


@dataclass(frozen=True, slots=True)
class BarisSurvei:
    """The newest survey of one unit."""

    nama: str
    alamat: str
    masa: str
    ikm: str
    mutu: str
    panjang: str
    skala: str
    responden: str
    beda: str


@dataclass(frozen=True, slots=True)
class PerbaikanTerbaik:
    """One of the ten best moves, over all units."""

    kalimat: str
    paket: str
    unit: str
    banyak: int
    poin: str
    waktu: str


@dataclass(frozen=True, slots=True)
class TrenDaerah:
    """Surveys of one period taken together."""

    masa: str
    rata: str
    mutu: str
    unit: int
    responden: str
    panjang: str


@dataclass(frozen=True, slots=True)
class PapanDaerah:
    """The board of the government."""

    hari: str
    dinilai: bool
    """False while no unit has a standard in force."""
    angka: tuple[tuple[str, str], ...]
    pak: tuple[tuple[str, str], ...]
    """Short name and name of the packs."""
    unit: tuple[BarisUnit, ...]
    kelompok: tuple[KelompokUnit, ...]
    kolom: tuple[tuple[str, str], ...]
    matriks: tuple[BarisMatriks, ...]
    jenis: tuple[str, ...]
    langkah: tuple[PerbaikanTerbaik, ...]
    survei: tuple[BarisSurvei, ...]
    tren: tuple[TrenDaerah, ...]
    resmi: tuple[EvaluasiTampil, ...]
    riwayat: Riwayat


def papan_daerah(values: Sequence[NilaiUnit], indeks: Indeks) -> PapanDaerah:
    """Derive the board of the government."""
    packs = {each.id: each.pak for value in values for each in value.pak}
    matrix = tuple(_matrix(values, indeks))
    rows = tuple(baris_unit(each, tuple(packs), indeks) for each in values)
    official = [each for each in indeks.katalog.evaluasi.values() if each.lingkup == "pemda"]
    return PapanDaerah(
        hari=kalimat.tanggal(indeks.hari_ini),
        dinilai=any(each.dinilai for each in values),
        angka=tuple(_totals(values, indeks)),
        pak=tuple((each.singkatan, each.nama) for each in packs.values()),
        unit=rows,
        kelompok=tuple(kelompok(values, rows, indeks)),
        kolom=tuple((PENDEK[code], KOMPONEN[code]) for code in KODE),
        matriks=matrix,
        jenis=tuple(dict.fromkeys(each.jenis for each in rows)),
        langkah=tuple(_moves(values)),
        survei=tuple(_surveys(indeks)),
        tren=tuple(_trend(indeks)),
        resmi=tuple(
            tampilkan_evaluasi(each, indeks)
            for each in sorted(official, key=lambda each: (-each.tahun, each.skema))
        ),
        riwayat=riwayat_daerah(indeks.katalog),
    )


def keadaan_layanan(indeks: Indeks) -> KeadaanLayanan:
    """Count how far the services of the whole government are today."""
    services = [
        each for each in indeks.katalog.layanan.values() if each.isi.status not in TAK_TERBIT
    ]
    days = [each.isi.tinjau.terakhir for each in services if each.isi.tinjau]
    return KeadaanLayanan(
        layanan=len(services),
        lengkap=sum(all(terisi(getattr(each.isi, code)) for code in KODE) for each in services),
        ditetapkan=sum(each.isi.status == "berlaku" for each in services),
        ditinjau=sum(umur(day, indeks.hari_ini) <= 12 for day in days if day),
    )


def _totals(values: Sequence[NilaiUnit], indeks: Indeks) -> Iterator[tuple[str, str]]:
    state = keadaan_layanan(indeks)
    yield kata.angka(state.layanan), "layanan tercatat"
    yield kata.angka(state.lengkap), "layanan lengkap 14 komponen"
    yield kata.angka(state.ditetapkan), "standar sudah ditetapkan"
    yield kata.angka(state.ditinjau), "ditinjau dalam 12 bulan"
    yield kata.angka(len(values)), "unit di papan ini"


def _matrix(values: Sequence[NilaiUnit], indeks: Indeks) -> Iterator[BarisMatriks]:
    for value in values:
        own = [each for each in value.layanan if each.pola is None]
        if own:
            name = value.unit.singkatan or value.unit.nama
            yield _cells(name, alamat.papan(value.id), own)
    for id_, group in indeks.katalog.kelompok.items():
        services = [each for each in indeks.milik.get(id_, ()) if each.isi.status not in TAK_TERBIT]
        count = sum(unit.jenis in group.jenis for unit in indeks.katalog.unit.values())
        if services:
            yield _cells(f"{group.nama} ({count})", "", services)


def _cells(name: str, address: str, services: Sequence[Layanan]) -> BarisMatriks:
    every = len(services)
    cells = []
    for code in KODE:
        count = sum(terisi(getattr(each.isi, code)) for each in services)
        cells.append(SelPapan(KOMPONEN[code], keadaan_bagian(count, every), f"{count}/{every}"))
    return BarisMatriks(
        name, address, tuple(cells), tuple(e for e in cells if e.keadaan[0] != "cek")
    )


def _moves(values: Sequence[NilaiUnit]) -> Iterator[PerbaikanTerbaik]:
    """Yield the ten moves with most points per minute; a shared file is one move for all."""
    found: dict[tuple[str, str], list[tuple[str, Fraction, int, str]]] = {}
    packs: dict[tuple[str, str], str] = {}
    for value in values:
        for fix in value.perbaikan[:12]:
            key = (fix.kalimat, fix.kunci)
            found.setdefault(key, []).append((value.unit.nama, fix.poin, fix.menit, fix.berkas))
            packs.setdefault(key, fix.pak)
    ranked = []
    for key, rows in found.items():
        files = {file: minutes for _, _, minutes, file in rows}
        points = sum((each[1] for each in rows), Fraction(0))
        minutes = sum(files.values())
        ranked.append((points / max(1, minutes), points, minutes, key, rows))
    ranked.sort(key=lambda each: (-each[0], -each[1], each[3]))
    for _, points, minutes, key, rows in ranked[:10]:
        names = [each[0] for each in rows]
        shown = kata.daftar(names) if len(names) <= 2 else f"{len(names)} unit"
        yield PerbaikanTerbaik(
            key[0], packs[key], shown, len(rows), titik(points), waktu_kerja(minutes)
        )


def _surveys(indeks: Indeks) -> Iterator[BarisSurvei]:
    newest: dict[str, list[Skm]] = {}
    for key, each in sorted(indeks.katalog.skm.items(), key=lambda pair: pair[1].mulai):
        if each.status not in TAK_TERBIT:
            newest.setdefault(key.partition("/")[0], []).append(each)
    for id_, surveys in sorted(newest.items(), key=lambda pair: -pair[1][-1].ikm):
        last = surveys[-1]
        change = last.ikm - surveys[-2].ikm if len(surveys) > 1 else None
        scheme = skema_survei(indeks.katalog.skema, last.selesai)
        yield BarisSurvei(
            nama=indeks.katalog.unit[id_].singkatan or indeks.katalog.unit[id_].nama,
            alamat=f"{alamat.unit(id_)}#penilaian-kinerja",
            masa=f"{kalimat.tanggal(last.mulai)} sampai {kalimat.tanggal(last.selesai)}",
            ikm=angka(last.ikm),
            mutu=last.mutu,
            panjang=letak_indeks(last.ikm, scheme),
            skala=skala_indeks(scheme),
            responden=kata.angka(last.responden),
            beda="" if change is None else f"{'+' if change >= 0 else '−'}{angka(abs(change))}",
        )


def _trend(indeks: Indeks) -> Iterator[TrenDaerah]:
    """Yield each period as the plain mean of its units, as the page says."""
    periods: dict[tuple[int, int], list[Skm]] = {}
    for each in indeks.katalog.skm.values():
        if each.status not in TAK_TERBIT:
            half = 1 if each.selesai.month <= 6 else 2
            periods.setdefault((each.selesai.year, half), []).append(each)
    for (year, half), surveys in sorted(periods.items()):
        mean = sum((each.ikm for each in surveys), Decimal(0)) / len(surveys)
        scheme = skema_survei(indeks.katalog.skema, surveys[0].selesai)
        grade = kelas(scheme, mean) if scheme else None
        yield TrenDaerah(
            f"Semester {'I' if half == 1 else 'II'} {year}",
            angka(mean),
            grade.label if grade else "",
            len(surveys),
            kata.angka(sum(each.responden for each in surveys)),
            letak_indeks(mean, scheme),
        )
