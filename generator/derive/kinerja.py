"""How a unit performs, as pages show it: surveys, evaluations, complaint figures, forums.

What is recomputed here stands beside what was reported, never in its place.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from generator.derive import alamat, kalimat
from generator.derive.indeks import Indeks
from generator.derive.media import MediaTampil, media
from generator.derive.survei import (
    BarisTindak,
    SurveiTampil,
    TitikTren,
    angka,
    baris_tindak,
    tampilkan_survei,
    tren,
)
from generator.model import kata
from generator.model.hitung_skm import kelas
from generator.model.kinerja import Evaluasi, Konsultasi, RekapPengaduan, Skm
from generator.model.nilai import TAK_TERBIT

T = TypeVar("T", Skm, RekapPengaduan, Konsultasi)

CARA: Mapping[str, str] = {
    "tatap_muka": "Tatap muka",
    "daring": "Daring",
    "campuran": "Tatap muka dan daring",
    "siaran": "Siaran",
}
JENIS_LAPORAN: Mapping[str, str] = {
    "pengaduan": "Pengaduan",
    "aspirasi": "Aspirasi",
    "permintaan_informasi": "Permintaan informasi",
}


@dataclass(frozen=True, slots=True)
class EvaluasiTampil:
    """An outside evaluation: the label as reported, and as the table has it."""

    skema: str
    singkatan: str
    lembaga: str
    tahun: int
    nilai: str
    skala: str
    label: str
    hitung: str
    arti: str
    zona: str
    cocok: bool
    pemda: bool
    """True if it is of the whole government, not of this unit."""
    dimensi: tuple[tuple[str, str, str], ...]
    catatan: tuple[str, ...]
    sumber: str
    tautan: str
    berkas: str
    tindak: tuple[BarisTindak, ...]


@dataclass(frozen=True, slots=True)
class AngkaAduan:
    """The complaint figures of one year."""

    tahun: str
    angka: tuple[tuple[str, str], ...]
    jenis: tuple[tuple[str, str], ...]
    perbaikan: tuple[str, ...]
    media: tuple[MediaTampil, ...]
    sumber: str


@dataclass(frozen=True, slots=True)
class Forum:
    """One public consultation."""

    hari: str
    topik: str
    cara: str
    peserta: tuple[tuple[str, str], ...]
    kesepakatan: tuple[str, ...]
    berita_acara: str
    berkas: str
    tindak: tuple[BarisTindak, ...]


@dataclass(frozen=True, slots=True)
class Kinerja:
    """Everything a unit's page says of its performance."""

    survei: tuple[SurveiTampil, ...]
    """Newest first."""
    tren: tuple[TitikTren, ...]
    """Oldest first; empty with fewer than two periods."""
    evaluasi: tuple[EvaluasiTampil, ...]
    poster: str
    """Path of the poster of the newest survey; empty without one."""
    aduan: tuple[AngkaAduan, ...]
    forum: tuple[Forum, ...]


def kinerja_unit(id_: str, indeks: Indeks) -> Kinerja:
    """Derive the performance of a unit."""
    katalog = indeks.katalog
    surveys = sorted(_own(katalog.skm, id_), key=lambda pair: pair[1].mulai, reverse=True)
    figures = sorted(_own(katalog.pengaduan, id_), reverse=True, key=lambda pair: pair[0])
    forums = sorted(_own(katalog.konsultasi, id_), reverse=True, key=lambda pair: pair[0])
    shown = bool(surveys and surveys[0][1].unsur)
    return Kinerja(
        poster=alamat.poster(id_) if shown else "",
        survei=tuple(tampilkan_survei(key, each, indeks) for key, each in surveys),
        tren=tuple(tren([each for _, each in reversed(surveys)], indeks)),
        evaluasi=tuple(_evaluations(id_, indeks)),
        aduan=tuple(_figures(key, each) for key, each in figures),
        forum=tuple(_forum(key, each, indeks) for key, each in forums),
    )


def _own(records: Mapping[str, T], id_: str) -> list[tuple[str, T]]:
    return [
        (key.partition("/")[2], each)
        for key, each in records.items()
        if key.startswith(f"{id_}/") and each.status not in TAK_TERBIT
    ]


def _evaluations(id_: str, indeks: Indeks) -> Iterator[EvaluasiTampil]:
    government = indeks.katalog.pemerintah.unit
    own = [
        each
        for key, each in indeks.katalog.evaluasi.items()
        if key.startswith(f"{id_}/") or each.lingkup == "pemda"
        if each.status not in TAK_TERBIT
    ]
    ordered = sorted(own, key=lambda each: (each.lingkup == "pemda", -each.tahun, each.skema))
    for each in ordered:
        yield tampilkan_evaluasi(each, indeks, pemda=each.lingkup == "pemda" and id_ != government)


def tampilkan_evaluasi(each: Evaluasi, indeks: Indeks, *, pemda: bool = False) -> EvaluasiTampil:
    """Derive one evaluation; `pemda` marks a value of the government on a unit's page."""
    scheme = indeks.katalog.skema.get(each.kode_skema or "")
    right = kelas(scheme, each.nilai) if scheme and each.nilai is not None else None
    first = (each.label or "").partition(",")[0].strip().casefold()
    same = right is None or not first or first in (right.label.casefold(), right.nama.casefold())
    return EvaluasiTampil(
        skema=each.skema,
        singkatan=scheme.singkatan if scheme else each.skema,
        lembaga=each.lembaga,
        tahun=each.tahun,
        nilai="" if each.nilai is None else str(each.nilai).replace(".", ","),
        skala=(
            f"skala {kata.angka(scheme.nilai_terendah)}–{kata.angka(scheme.nilai_tertinggi)}"
            if scheme
            else ""
        ),
        label=each.label or "",
        hitung=right.label if right else "",
        arti=right.nama if right else "",
        zona=each.zona or "",
        cocok=same,
        pemda=pemda,
        dimensi=tuple(
            (one.nama, "" if one.bobot is None else angka(one.bobot), angka(one.nilai))
            for one in each.dimensi
        ),
        catatan=each.catatan,
        sumber=each.sumber,
        tautan=each.tautan or "",
        berkas=each.berkas or "",
        tindak=tuple(baris_tindak(each.tindak_lanjut, indeks.hari_ini, {})),
    )


def _figures(year: str, each: RekapPengaduan) -> AngkaAduan:
    cells = [(kata.angka(each.diterima), "diterima"), (kata.angka(each.selesai), "selesai")]
    if each.tepat_waktu is not None:
        cells.append((kata.angka(each.tepat_waktu), "tepat waktu"))
    if each.rata_rata_hari is not None:
        cells.append((f"{kata.angka(each.rata_rata_hari)} hari", "rata-rata sampai selesai"))
    kinds = [(JENIS_LAPORAN[one.jenis], kata.angka(one.jumlah)) for one in each.menurut_jenis]
    if each.lewat_lapor is not None:
        kinds.append(("Lewat SP4N-LAPOR!", kata.angka(each.lewat_lapor)))
    return AngkaAduan(
        tahun=year,
        angka=tuple(cells),
        jenis=tuple(kinds),
        perbaikan=each.perbaikan,
        media=media(each.media_publikasi),
        sumber=each.sumber or "",
    )


def _forum(day: str, each: Konsultasi, indeks: Indeks) -> Forum:
    words = indeks.katalog.kosakata.get("unsur-masyarakat", {})
    return Forum(
        hari=kalimat.tanggal(date.fromisoformat(day)),
        topik=each.topik,
        cara=CARA[each.cara],
        peserta=tuple(
            (words[one.unsur].nama if one.unsur in words else one.unsur, kata.angka(one.jumlah))
            for one in each.peserta
        ),
        kesepakatan=each.kesepakatan,
        berita_acara=each.berita_acara or "",
        berkas=each.berkas or "",
        tindak=tuple(baris_tindak(each.tindak_lanjut, indeks.hari_ini, {})),
    )
