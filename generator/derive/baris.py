"""Rows of a service page: steps, stages, fees, fines, charges, products."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.derive import alamat, kalimat
from generator.derive.indeks import Indeks
from generator.derive.syarat import Taut, hanya_jika
from generator.model import kata
from generator.model.dasar import Dasar, Sumber
from generator.model.janji import Biaya, Jika, Langkah, Produk, Tahap
from generator.model.layanan import Standar


@dataclass(frozen=True, slots=True)
class BarisLangkah:
    """One step to show."""

    uraian: str
    pelaku: str
    waktu: str
    kanal: str
    hanya_jika: str
    kasus: tuple[str, ...]
    jika: tuple[tuple[str, Taut | None], ...]
    keterangan: str


@dataclass(frozen=True, slots=True)
class Baris:
    """One row of time, fee, fine, charge or product."""

    kode: str
    nama: str
    nilai: str
    rincian: tuple[str, ...] = ()
    hanya_jika: str = ""
    kasus: tuple[str, ...] = ()
    sumber: str = ""
    taut: Taut | None = None


def langkah(standar: Standar, indeks: Indeks, unit: str) -> Iterator[BarisLangkah]:
    """Yield the steps of the procedure."""
    numbers = {each.kode: nomor for nomor, each in enumerate(standar.prosedur, 1)}
    channels = indeks.katalog.kosakata.get("kanal", {})
    for each in standar.prosedur:
        names = [channels[code].nama for code in each.kanal if code in channels]
        yield BarisLangkah(
            uraian=each.uraian,
            pelaku="Anda" if each.pelaku.lower() == "pemohon" else each.pelaku,
            waktu=kalimat.durasi(each.waktu) if each.waktu else "",
            kanal=kata.daftar(names, "atau"),
            hanya_jika=_only(each, standar),
            kasus=each.kasus,
            jika=tuple(_branch(one, numbers, indeks, unit) for one in each.jika),
            keterangan=each.keterangan or "",
        )


def _only(each: Langkah | Tahap | Produk, standar: Standar) -> str:
    """Return for which cases and products a step or stage holds."""
    text = hanya_jika(each, standar)
    if isinstance(each, Produk) or not each.produk:
        return text
    names = [one.nama for one in standar.produk if one.kode in each.produk]
    return f"{text} Untuk {kata.daftar(names)}.".strip() if names else text


def _branch(
    each: Jika, numbers: dict[str, int], indeks: Indeks, unit: str
) -> tuple[str, Taut | None]:
    state = each.keadaan.strip().rstrip(".")
    action = each.tindakan.strip()
    text = f"Jika {kata.kecil(state)}, {kata.kecil(action)}"
    if not text.endswith("."):
        text += "."
    if each.kembali_ke in numbers:
        text += f" Kembali ke langkah {numbers[each.kembali_ke or '']}."
    link = None
    if each.layanan:
        id_ = indeks.setempat(each.layanan, unit)
        if service := indeks.tampil(id_):
            link = Taut(service.isi.nama, alamat.layanan(id_))
    return text, link


def tahap(standar: Standar, indeks: Indeks) -> Iterator[Baris]:
    """Yield the stages of the time, each with who holds it."""
    for each in standar.jangka_waktu.tahap if standar.jangka_waktu else ():
        least = each.maks if each.min is None else each.min
        details = []
        if each.unit:
            details.append(f"Di {kalimat.nama_unit(indeks.katalog, each.unit)}.")
        if each.unit_luar:
            details.append(f"Di {each.unit_luar}.")
        if each.sesudah == ():
            details.append("Berjalan sejak awal.")
        if each.keterangan:
            details.append(each.keterangan)
        yield Baris(
            kode=each.kode,
            nama=each.nama,
            nilai=kalimat.rentang(least, each.maks, each.satuan),
            rincian=tuple(details),
            hanya_jika=_only(each, standar),
            kasus=each.kasus,
            sumber=_source(each.sumber, None, indeks),
        )


def biaya(standar: Standar, indeks: Indeks) -> Iterator[Baris]:
    """Yield the fee rows; one that is over is not shown, one that is to come says from when."""
    for each in kalimat.baris_berlaku(standar.biaya, indeks.hari_ini):
        yield Baris(
            kode=each.kode,
            nama=each.untuk,
            nilai=kalimat.jumlah_biaya(each, indeks.katalog),
            rincian=tuple(_validity(each, indeks.hari_ini)),
            hanya_jika=hanya_jika(each, standar),
            kasus=each.kasus,
            sumber=_source(each.sumber, each.dasar, indeks),
        )


def _validity(each: Biaya, today: date) -> Iterator[str]:
    if each.berlaku_mulai and each.berlaku_mulai > today:
        yield f"Berlaku mulai {kalimat.tanggal(each.berlaku_mulai)}."
    if each.berlaku_sampai:
        yield f"Berlaku sampai {kalimat.tanggal(each.berlaku_sampai)}."
    if each.keterangan:
        yield each.keterangan


def denda(standar: Standar, indeks: Indeks) -> Iterator[Baris]:
    """Yield the fines."""
    for each in standar.denda:
        yield Baris(
            kode=each.kode,
            nama=each.untuk,
            nilai=each.rumus
            or (kalimat.BELUM if each.jumlah is None else kata.rupiah(each.jumlah)),
            rincian=(each.keterangan,) if each.keterangan else (),
            hanya_jika=hanya_jika(each, standar),
            kasus=each.kasus,
            sumber=_source(each.sumber, each.dasar, indeks),
        )


def pungutan(standar: Standar, indeks: Indeks, unit: str) -> Iterator[Baris]:
    """Yield the charges due elsewhere, with where to pay them."""
    for each in standar.pungutan_lain:
        link = None
        if each.layanan:
            id_ = indeks.setempat(each.layanan, unit)
            if service := indeks.tampil(id_):
                link = Taut(service.isi.nama, alamat.layanan(id_))
        payee = each.unit_luar or (
            kalimat.nama_unit(indeks.katalog, each.unit) if each.unit else ""
        )
        details = [f"Dibayar ke {payee}."] if payee else []
        if each.keterangan:
            details.append(each.keterangan)
        yield Baris(
            kode=each.kode,
            nama=each.nama,
            nilai=each.rumus or (kata.rupiah(each.jumlah) if each.jumlah is not None else ""),
            rincian=tuple(details),
            hanya_jika=hanya_jika(each, standar),
            kasus=each.kasus,
            sumber=_source(None, each.dasar, indeks),
            taut=link,
        )


def produk(standar: Standar) -> Iterator[Baris]:
    """Yield what the citizen receives."""
    forms = {
        "fisik": "Diterima sebagai cetakan.",
        "elektronik": "Diterima sebagai berkas elektronik.",
        "fisik_dan_elektronik": "Diterima sebagai cetakan dan berkas elektronik.",
    }
    for each in standar.produk:
        details = [forms[each.format]] if each.format else []
        if each.keterangan:
            details.append(each.keterangan)
        yield Baris(
            kode=each.kode,
            nama=each.nama,
            nilai=_validity_of(each),
            rincian=tuple(details),
            hanya_jika=hanya_jika(each, standar),
            kasus=each.kasus,
        )


def _validity_of(each: Produk) -> str:
    if each.masa_berlaku:
        return kalimat.masa_berlaku(each.masa_berlaku)
    return "" if each.bentuk == "dokumen" else "Tidak bermasa berlaku"


def _source(source: Sumber | None, basis: Dasar | None, indeks: Indeks) -> str:
    if basis:
        return kalimat.dasar(basis, indeks.katalog)
    return kalimat.sumber(source, indeks.katalog) if source else ""
