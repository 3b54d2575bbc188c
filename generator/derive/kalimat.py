"""Phrases in plain Indonesian: times, money, dates, sources, forms of documents."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache

from babel.dates import format_date

from generator.model.catalog import Katalog
from generator.model.dasar import Dasar, Durasi, Sumber
from generator.model.hitung import Lama, lama_semua
from generator.model.janji import Biaya, MasaBerlaku, Persyaratan
from generator.model.kalender import HARI
from generator.model.kata import SATUAN, angka, daftar, kecil, rupiah
from generator.model.layanan import Standar

BELUM = "Belum diisi"

BENTUK: Mapping[str, str] = {
    "asli": "Asli",
    "asli_ditunjukkan": "Asli, cukup ditunjukkan",
    "fotokopi": "Fotokopi",
    "fotokopi_legalisir": "Fotokopi yang dilegalisir",
    "pindai_asli": "Hasil pindai dari yang asli",
    "digital": "Berkas digital",
}
PUNGUTAN: Mapping[str, str] = {
    "layanan": "Ada biaya",
    "retribusi": "Ada retribusi",
    "pajak": "Ada pajak",
    "pnbp": "Ada PNBP",
}
STATUS: Mapping[str, str] = {
    "draf": "Draf",
    "contoh": "Data contoh",
    "berlaku": "Berlaku",
    "ditinjau": "Sedang ditinjau",
    "dicabut": "Tidak berlaku lagi",
}


@lru_cache(maxsize=4096)
def tanggal(day: date) -> str:
    """Return a date as "24 November 2026"."""
    return str(format_date(day, "d MMMM yyyy", locale="id"))


def durasi(value: Durasi) -> str:
    """Return a duration as "5 hari kerja"."""
    return f"{angka(value.nilai)} {SATUAN[value.satuan]}"


def rentang(low: int, high: int, unit: str) -> str:
    """Return "3–25 hari kerja", or "1 hari kerja" if both ends are equal."""
    number = angka(high) if low == high else f"{angka(low)}–{angka(high)}"
    return f"{number} {SATUAN[unit]}"


def lama(value: Lama) -> str:
    """Return a length of time, its units joined by a plus."""
    return " + ".join(rentang(*part) for part in value.bagian)


def waktu(standar: Standar) -> str:
    """Return the time of a service in the fewest words; cases make a range."""
    return waktu_dari(lama_semua(standar), standar)


def waktu_dari(found: Sequence[Lama], standar: Standar) -> str:
    """Return some of the times of a service, shortest first, in the fewest words."""
    if not found:
        jadwal = standar.jangka_waktu.jadwal if standar.jangka_waktu else None
        return "Ikut jadwal" if jadwal else BELUM
    shortest, longest = found[0], found[-1]
    if len(found) == 1:
        return lama(longest)
    if len(shortest.bagian) == len(longest.bagian) == 1:
        (low, _, unit), (_, high, unit_) = shortest.bagian[0], longest.bagian[0]
        if unit == unit_:
            return rentang(low, high, unit)
    return f"{lama(shortest)} sampai {lama(longest)}"


def baris_berlaku(rows: Iterable[Biaya], today: date) -> list[Biaya]:
    """Return the fee rows in force on `today`, and those that begin later."""
    return [row for row in rows if row.berlaku_sampai is None or row.berlaku_sampai >= today]


def biaya(standar: Standar, today: date) -> str:
    """Return the cost of a service in the fewest words; unknown is never "free"."""
    return biaya_dari(standar.biaya, today)


def biaya_dari(fees: Iterable[Biaya], today: date) -> str:
    """Return the cost that some fee rows make together."""
    rows = baris_berlaku(fees, today)
    if not rows:
        return BELUM
    amounts = [row.jumlah for row in rows]
    known = [amount for amount in amounts if amount is not None]
    if len(known) == len(rows):
        if not any(known):
            return "Gratis"
        if not all(known):
            return f"Gratis sampai {rupiah(max(known))}"
        low, high = min(known), max(known)
        return rupiah(high) if low == high else f"{rupiah(low)}–{rupiah(high)}"
    kind = next(row.jenis for row in rows if row.jumlah is None)
    if any(amount == 0 for amount in known):
        return f"Gratis atau {PUNGUTAN[kind][4:]}" if kind != "layanan" else "Gratis atau berbayar"
    return PUNGUTAN[kind]


def dokumen(low: int, high: int | None = None) -> str:
    """Return how many documents to bring, as in "2–4 dokumen"."""
    high = low if high is None else high
    if high == 0:
        return "Tanpa dokumen"
    return f"{high} dokumen" if low == high else f"{low}–{high} dokumen"


def jumlah_biaya(row: Biaya, katalog: Katalog) -> str:
    """Return the amount of one fee row, or who computes it and how."""
    if row.hitungan == "unit_lain" and row.unit:
        return f"Dihitung oleh {nama_unit(katalog, row.unit)}"
    if row.hitungan == "rumus" and row.rumus:
        return row.rumus
    if row.jumlah is None:
        return BELUM
    if row.jumlah == 0:
        return "Gratis (Rp0)"
    return f"{rupiah(row.jumlah)} per {row.satuan}" if row.satuan else rupiah(row.jumlah)


def masa_berlaku(value: MasaBerlaku) -> str:
    """Return how long a product is valid."""
    if value.selamanya:
        text = "Berlaku seterusnya"
    elif value.durasi:
        text = f"Berlaku {durasi(value.durasi)}"
    else:
        return value.keterangan or ""
    return f"{text}, {kecil(value.keterangan)}" if value.keterangan else text


def bentuk(item: Persyaratan) -> str:
    """Return the form of a document and how many, as in "Fotokopi, 1 lembar"."""
    parts = [BENTUK[item.bentuk]] if item.bentuk else []
    if item.rangkap:
        parts.append(f"{item.rangkap} lembar" if item.rangkap == 1 else f"{item.rangkap} rangkap")
    if item.meterai:
        parts.append("bermeterai")
    text = ", ".join(parts)
    return text[:1].upper() + text[1:]


def dasar(value: Dasar, katalog: Katalog) -> str:
    """Return a legal basis as people cite it, as in "UU 24/2013 Pasal 79A"."""
    law = katalog.regulasi.get(value.regulasi)
    name = law.sebutan if law else value.regulasi
    return f"{name} {value.pasal}" if value.pasal else name


def sumber(value: Sumber, katalog: Katalog) -> str:
    """Return where a value comes from and how sure it is."""
    if value.regulasi:
        law = katalog.regulasi.get(value.regulasi)
        text = f"Menurut {law.sebutan if law else value.regulasi}"
        if value.pasal:
            text += f" {value.pasal}"
    elif value.contoh:
        text = f"Contoh dari {value.contoh}"
    else:
        practice = value.praktik or ""
        text = practice[:1].upper() + practice[1:]
    if value.keyakinan == "ingatan":
        return f"{text}. Belum dicek"
    return f"{text}. Dicek sebagian" if value.keyakinan == "sebagian" else text


def nama_unit(katalog: Katalog, id_: str) -> str:
    """Return the short name of a unit or group, or its full name."""
    if unit := katalog.unit.get(id_):
        return unit.singkatan or unit.nama
    group = katalog.kelompok.get(id_)
    return group.nama_tempat if group else id_


def hari_rentang(days: Sequence[str]) -> str:
    """Return week days as "Senin–Kamis" where they follow one another."""
    order = sorted(HARI.index(day) for day in days)
    names = [HARI[index].capitalize() for index in order]
    if len(order) > 2 and order == list(range(order[0], order[-1] + 1)):
        return f"{names[0]}–{names[-1]}"
    return daftar(names)
