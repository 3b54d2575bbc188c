"""Rules about lists and ages: what looks alike, what nobody uses, what has grown old."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from difflib import SequenceMatcher
from functools import lru_cache

from generator.assemble import Record
from generator.finding import Level
from generator.model.dokumen_unit import Penetapan
from generator.model.layanan import Standar
from generator.rules.bantu import STANDAR, listing
from generator.rules.registry import Complaint, Context, Scope, rule
from generator.rules.usia import REVIEW_MONTHS, months_later

_FILLERS = frozenset(("surat", "layanan", "pelayanan", "penerbitan", "pembuatan", "pengurusan"))


def _folded(name: str) -> str:
    return re.sub(r"[\W_]+", " ", name.casefold()).strip()


@lru_cache(maxsize=4096)
def _core(folded: str) -> str:
    words = [word for word in folded.split() if word not in _FILLERS]
    return " ".join(sorted(words)) or folded


@lru_cache(maxsize=4096)
def _digits(folded: str) -> str:
    return re.sub(r"\D", "", folded)


@rule("nama-mirip", Level.WARNING, Scope.CATALOG)
def near_duplicates(context: Context) -> Iterator[Complaint]:
    """Dua layanan sebuah unit tidak bernama hampir sama; nama yang sama di unit lain diberitahukan.

    "Penerbitan KK baru" di samping "KK Baru" biasanya satu layanan yang direkam dua kali; warga
    membaca dua syarat yang berbeda. Di unit lain, nama yang sama mungkin memang dua layanan.

    Sumber: praktik; pemeriksaan daftar layanan yang disalin dari beberapa naskah.
    """
    by_owner: dict[str, list[tuple[str, Record]]] = {}
    elsewhere: dict[str, Record] = {}
    for record in context.of_kind("standar", "pola"):
        standard = record.data
        if not isinstance(standard, Standar) or standard.status == "dicabut":
            continue
        if not context.berlaku_kini(record):
            continue
        owner, name = record.id.partition("/")[0], _folded(standard.nama)
        for other_name, other in by_owner.get(owner, ()):
            if name != other_name and other.id != record.id and _alike(name, other_name):
                yield Complaint(
                    ("nama",),
                    f"nama ini hampir sama dengan nama `{other.id}`",
                    "gabungkan keduanya dengan `kasus`, atau sebut bedanya di `nama`",
                    at=record,
                )
                break
        by_owner.setdefault(owner, []).append((name, record))
        other = elsewhere.setdefault(name, record)
        if other.id.partition("/")[0] != owner:
            yield Complaint(
                ("nama",),
                f"nama ini sama dengan nama `{other.id}` di unit lain",
                "bila satu layanan, sisakan di unit yang menetapkan; bila dua, sebut bedanya",
                at=record,
                level=Level.INFO,
            )


def _alike(name: str, other: str) -> bool:
    if _core(name) == _core(other):
        return True
    # One letter apart is a slip; a number or a whole word apart is another service.
    if abs(len(name) - len(other)) > 3 or _digits(name) != _digits(other):
        return False
    if set(name.split()) == set(other.split()):
        return False
    return SequenceMatcher(None, name, other).ratio() > 0.95


_LISTS = ("sektor", "peristiwa")


@rule("butir-tak-dipakai", Level.INFO, Scope.CATALOG)
def unused_entries(context: Context) -> Iterator[Complaint]:
    """Butir daftar dokumen, sektor, dan peristiwa dipakai sekurang-kurangnya sekali.

    Sektor tanpa layanan menjadi halaman kosong; dokumen yang tidak dirujuk biasanya sisa dari
    layanan yang sudah pindah, dan menyesatkan orang yang mencari kode yang benar.

    Sumber: praktik katalog ini.
    """
    used: dict[str, set[str]] = {}
    for _, refers in context.acuan:
        for _, kind, id_ in refers:
            used.setdefault(kind, set()).add(id_)
    known: dict[str, tuple[str, list[str]]] = {
        name: (f"kosakata/{name}.yaml", list(context.katalog.kosakata.get(name, ())))
        for name in _LISTS
    }
    known["dokumen"] = ("kosakata/dokumen.yaml", list(context.katalog.dokumen))
    for kind, (file, codes) in known.items():
        unused = [each for each in codes if each not in used.get(kind, ())]
        if unused and file in context.by_file:
            yield Complaint(
                ("butir",),
                f"{len(unused)} butir tidak dipakai: {listing(unused[:12])}"
                + (", …" if len(unused) > 12 else ""),
                "hapus yang tidak perlu; yang akan dipakai boleh dibiarkan",
                at=context.by_file[file],
                on_key=True,
            )


@rule("penetapan-tua", Level.WARNING, Scope.CATALOG)
def old_decree(context: Context) -> Iterator[Complaint]:
    """Keputusan yang menetapkan standar berlaku tidak lebih tua daripada 36 bulan.

    Sesudah tiga tahun standar wajib ditinjau; keputusan yang lebih tua berarti peninjauan tidak
    terjadi, atau hasilnya belum ditetapkan.

    Sumber: PermenPANRB 15/2014 (peninjauan ulang paling lama tiga tahun).
    """
    for record in context.of_kind("penetapan"):
        decree = record.data
        if not isinstance(decree, Penetapan) or decree.status != "berlaku" or not decree.tanggal:
            continue
        if months_later(decree.tanggal, REVIEW_MONTHS) < context.today and any(
            (found := context.katalog.cari_layanan(each)) and found.isi.status == "berlaku"
            for each in decree.menetapkan
        ):
            yield Complaint(
                ("tanggal",),
                f"keputusan ini dari {decree.tanggal}, lebih dari 36 bulan yang lalu",
                "tinjau standarnya, tetapkan lagi, lalu rekam keputusan yang baru",
                at=record,
            )


@rule("tinjau-setahun", Level.INFO, Scope.CATALOG)
def not_reviewed_this_year(context: Context) -> Iterator[Complaint]:
    """Standar yang berlaku ditinjau setiap tahun.

    Tiga tahun adalah batas; penilaian memberi nilai penuh untuk peninjauan tahunan, dan syarat
    dari peraturan yang berubah hilang dua tahun lebih cepat.

    Sumber: form F-02 PEKPPP (peninjauan setiap tahun bernilai tertinggi).
    """
    for record in context.of_kind(*STANDAR):
        standard = record.data
        if not isinstance(standard, Standar) or standard.status != "berlaku":
            continue
        if not context.berlaku_kini(record):
            continue
        last: date | None = standard.tinjau.terakhir if standard.tinjau else None
        if last and months_later(last, 12) < context.today <= months_later(last, REVIEW_MONTHS):
            yield Complaint(
                ("tinjau", "terakhir"),
                f"terakhir ditinjau {last}, lebih dari setahun yang lalu",
                "tinjau bersama warga, lalu tulis tanggalnya di `terakhir`",
                at=record,
            )
