"""The board as pages show it: one unit for its evaluator, all units for the regency."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from generator.derive import alamat
from generator.derive.bingkai import ubah
from generator.derive.indeks import Indeks
from generator.derive.kinerja import EvaluasiTampil, tampilkan_evaluasi
from generator.derive.papan.kumpul import JANGKAR_ISIAN, NilaiUnit
from generator.derive.papan.nilai import HasilButir, HasilPak, Perbaikan
from generator.derive.papan.riwayat import Riwayat, riwayat_unit
from generator.derive.papan.ukur import HasilSyarat, Rekaman, umur
from generator.derive.survei import TitikTren, angka, tren
from generator.derive.syarat import Taut
from generator.model import kata
from generator.model.hitung_skm import kelas, skema_tahun
from generator.model.skema import SyaratPenilaian

Keadaan = tuple[str, str, str]
"""Icon, class and word: never colour alone."""
LENGKAP: Keadaan = ("cek", "l-baik", "Terpenuhi")
SEBAGIAN: Keadaan = ("separuh", "l-kurang", "Sebagian")
KOSONG: Keadaan = ("silang", "l-buruk", "Belum tercatat")
_WARNA: Mapping[str, tuple[str, str]] = {
    "hijau": ("cek", "l-baik"),
    "kuning": ("separuh", "l-kurang"),
    "jingga": ("seru", "l-kurang"),
    "merah": ("silang", "l-buruk"),
}
_REKAMAN: Mapping[str, str] = {
    "unit": "profil unit",
    "standar": "standar",
    "lokasi": "lokasi",
    "penetapan": "keputusan",
    "maklumat": "maklumat",
    "skm": "survei",
    "evaluasi": "penilaian",
    "pengaduan": "rekap pengaduan",
    "konsultasi": "konsultasi",
    "sop": "SOP",
}
_SHOWN = 6
"""So many pieces of evidence are named; the rest are counted."""


@dataclass(frozen=True, slots=True)
class BarisSyarat:
    """One condition: whether it holds, why, and where to see it."""

    keadaan: Keadaan
    kalimat: str
    rincian: str
    bukti: tuple[Taut, ...]
    bukti_lain: int
    kurang: tuple[str, ...]
    """Files where it is missing."""
    kunci: str


@dataclass(frozen=True, slots=True)
class BarisButir:
    """One indicator on the evaluator's page."""

    kode: str
    nama: str
    kelompok: str
    keadaan: Keadaan
    poin: str
    maks: str
    jenjang: str
    syarat: tuple[BarisSyarat, ...]
    berikut: str
    berikut_syarat: tuple[BarisSyarat, ...]
    keterangan: str


@dataclass(frozen=True, slots=True)
class PakTampil:
    """A pack on one unit."""

    id: str
    nama: str
    singkatan: str
    lembaga: str
    persen: str
    panjang: str
    poin: str
    maks: str
    penuh: int
    butir: tuple[BarisButir, ...]
    keyakinan: str
    sumber: tuple[tuple[str, str], ...]
    catatan: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BarisPerbaikan:
    """One thing to do next."""

    kalimat: str
    paket: str
    butir: str
    poin: str
    waktu: str
    berkas: str
    kunci: str
    banyak: int
    baru: bool
    ubah: str


@dataclass(frozen=True, slots=True)
class Segar:
    """How old the last review is: in colour, icon, word and months."""

    keadaan: Keadaan
    bulan: str
    panjang: str


@dataclass(frozen=True, slots=True)
class PapanUnit:
    """The board of one unit."""

    id: str
    nama: str
    alamat_unit: str
    dinilai: bool
    layanan: int
    pak: tuple[PakTampil, ...]
    perbaikan: tuple[BarisPerbaikan, ...]
    resmi: tuple[EvaluasiTampil, ...]
    tren: tuple[TitikTren, ...]
    segar: Segar
    riwayat: Riwayat


def papan_unit(value: NilaiUnit, indeks: Indeks) -> PapanUnit:
    """Derive the board of one unit."""
    official = sorted(
        (
            each
            for key, each in indeks.katalog.evaluasi.items()
            if key.startswith(f"{value.id}/") and each.lingkup == "unit"
        ),
        key=lambda each: (-each.tahun, each.skema),
    )
    surveys = sorted(
        (each for key, each in indeks.katalog.skm.items() if key.startswith(f"{value.id}/")),
        key=lambda each: each.mulai,
    )
    return PapanUnit(
        id=value.id,
        nama=value.unit.nama,
        alamat_unit=alamat.unit(value.id),
        dinilai=value.dinilai,
        layanan=len(value.layanan),
        pak=tuple(_pack(each) for each in value.pak),
        perbaikan=tuple(baris_perbaikan(value.perbaikan[:5], indeks)),
        resmi=tuple(tampilkan_evaluasi(each, indeks) for each in official),
        tren=tuple(tren(surveys, indeks)),
        segar=segar(value, indeks),
        riwayat=riwayat_unit(value.id, indeks.katalog),
    )


def segar(value: NilaiUnit, indeks: Indeks) -> Segar:
    """Return how fresh a unit's standards are, by the oldest of their reviews."""
    if value.tinjau is None:
        return Segar(("silang", "l-netral", "Tinjauan belum dicatat"), "", "0%")
    months = umur(value.tinjau, indeks.hari_ini)
    scheme = skema_tahun(indeks.katalog.skema, "kesegaran", indeks.hari_ini.year)
    found = kelas(scheme, Decimal(months)) if scheme else None
    if scheme is None or found is None:
        return Segar(("separuh", "l-netral", "Ditinjau"), f"{months} bulan", "0%")
    icon, tint = _WARNA.get(found.label.casefold(), ("separuh", "l-netral"))
    share = min(Decimal(100), Decimal(months) / scheme.nilai_tertinggi * 100)
    return Segar(
        (icon, tint, f"{found.label}: {kata.kecil(found.nama)}"),
        f"{months} bulan",
        f"{angka(share, 0)}%",
    )


def persen(result: HasilPak) -> str:
    """Return a score in whole percent."""
    return angka(_decimal(result.persen), 0)


def _decimal(value: Fraction) -> Decimal:
    return Decimal(value.numerator) / Decimal(value.denominator)


def titik(value: Fraction) -> str:
    """Return points with at most one digit behind the comma."""
    text = angka(_decimal(value), 1)
    return text.removesuffix(",0")


def _pack(result: HasilPak) -> PakTampil:
    pack = result.pak
    sure = {
        "terkonfirmasi": "Sudah dicek.",
        "sebagian": "Dicek sebagian.",
        "ingatan": "Belum dicek.",
    }
    return PakTampil(
        id=result.id,
        nama=pack.nama,
        singkatan=pack.singkatan,
        lembaga=pack.lembaga,
        persen=persen(result),
        panjang=f"{persen(result)}%",
        poin=titik(result.poin),
        maks=titik(result.maks),
        penuh=sum(each.penuh for each in result.butir),
        butir=tuple(_item(each) for each in result.butir),
        keyakinan=sure[pack.keyakinan],
        sumber=tuple((each.teks, each.tautan or "") for each in pack.sumber),
        catatan=pack.catatan,
    )


def _item(result: HasilButir) -> BarisButir:
    item = result.butir
    state = LENGKAP if result.penuh else KOSONG if result.kosong else SEBAGIAN
    rung = ""
    if item.jenjang:
        top = item.jenjang[-1].nilai
        reached = result.jenjang
        rung = (
            f"Jenjang {reached.nilai} dari {top}: {kata.kecil(reached.teks)}"
            if reached
            else f"Jenjang 0 dari {top}"
        )
    return BarisButir(
        kode=item.kode,
        nama=item.nama,
        kelompok=item.kelompok or "",
        keadaan=state,
        poin=titik(result.poin),
        maks=titik(Fraction(item.bobot)),
        jenjang=rung,
        syarat=tuple(_condition(each) for each in result.syarat),
        berikut=(
            f"Jenjang {result.berikut.nilai}: {kata.kecil(result.berikut.teks)}"
            if result.berikut
            else ""
        ),
        berikut_syarat=tuple(_condition(each) for each in result.berikut_syarat),
        keterangan=item.keterangan or "",
    )


def _condition(found: HasilSyarat) -> BarisSyarat:
    condition = found.syarat
    state = LENGKAP if found.terpenuhi else KOSONG if found.bagian == 0 else SEBAGIAN
    files = tuple(dict.fromkeys(each.file for each in found.kurang))
    links = list(dict.fromkeys(Taut(each.nama, _where(each, condition)) for each in found.bukti))
    return BarisSyarat(
        keadaan=state,
        kalimat=(found.terpenuhi and condition.bila_terpenuhi) or condition.perbaikan,
        rincian=_counted(found),
        bukti=tuple(links[:_SHOWN]),
        bukti_lain=max(0, len(links) - _SHOWN),
        kurang=files[:_SHOWN],
        kunci=condition.kunci or "",
    )


def _where(record: Rekaman, condition: SyaratPenilaian) -> str:
    """Return where the public reads the very part that a condition looks at."""
    part = f"{condition.rekaman}.{condition.kunci or ''}"
    anchor = next((to for of, to in JANGKAR_ISIAN.items() if part.startswith(of)), None)
    return record.alamat if anchor is None else record.alamat.partition("#")[0] + anchor


def _counted(found: HasilSyarat) -> str:
    name = _REKAMAN[found.syarat.rekaman]
    if found.ukuran == "macam":
        return f"{found.jumlah} macam, perlu {found.dari}"
    if found.ukuran == "butir":
        return f"{found.jumlah} dari {found.dari} butir"
    if not found.dari:
        return f"belum ada {name}"
    return f"{found.jumlah} dari {found.dari} {name}"


def waktu_kerja(minutes: int) -> str:
    """Return an estimate of work as people say it."""
    if minutes < 60:
        return f"{minutes} menit"
    hours = Fraction(minutes, 60)
    return f"{titik(hours)} jam"


def baris_perbaikan(fixes: Sequence[Perbaikan], indeks: Indeks) -> Iterator[BarisPerbaikan]:
    """Yield things to do, each with the very file and field."""
    for each in fixes:
        yield BarisPerbaikan(
            kalimat=each.kalimat,
            paket=each.pak,
            butir=each.butir,
            poin=titik(each.poin),
            waktu=waktu_kerja(each.menit),
            berkas=each.berkas,
            kunci=each.kunci,
            banyak=each.banyak,
            baru=each.baru,
            ubah="" if each.baru else (ubah(indeks, each.berkas) or ""),
        )


def keadaan_bagian(count: int, every: int) -> Keadaan:
    """Return the state of a cell of the matrix."""
    if count >= every:
        return ("cek", "l-baik", "Lengkap")
    return ("silang", "l-buruk", "Kosong") if count == 0 else ("separuh", "l-kurang", "Sebagian")
