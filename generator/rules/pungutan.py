"""Rules about money asked in words, and about what the law lets be asked at all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.assemble import Record
from generator.finding import Level
from generator.model.janji import Biaya, Denda, PungutanLain
from generator.model.kata import rupiah
from generator.model.layanan import Standar
from generator.model.regulasi import Regulasi
from generator.model.sop import Sop
from generator.rules.bantu import STANDAR
from generator.rules.registry import Complaint, Context, Scope, TextFile, rule
from generator.rules.sop_bentuk import SOP
from generator.source import Path

_CIVIL = frozenset(
    (
        "ktp-el",
        "kk",
        "kia",
        "ikd",
        "skpwni",
        "skpln",
        "akta-kelahiran",
        "akta-kematian",
        "akta-perkawinan",
        "akta-perceraian",
        "akta-pengakuan-anak",
        "akta-pengesahan-anak",
    )
)
"""Codes of the papers of the civil registry."""
_FREE_BY = ("uu-24-2013", "uu-23-2006")
"""The law that put Pasal 79A, and the one it was put into."""


def _paid(row: Biaya) -> bool:
    return bool(row.jumlah) or row.hitungan == "rumus"


@rule("adminduk-gratis", Level.ERROR, Scope.RECORD, *STANDAR)
def civil_registry_is_free(standard: Standar) -> Iterator[Complaint]:
    """Dokumen kependudukan tidak dipungut biaya.

    Undang-undang melarang memungut biaya untuk KTP-el, KK, dan akta; warga yang membayar Rp25.000
    diperas. Denda terlambat melapor bukan biaya dan ditulis di `denda`.

    Sumber: UU 24/2013 Pasal 79A (pengurusan dan penerbitan dokumen kependudukan gratis).
    """
    if not any(map(_paid, standard.biaya)):
        return
    bases = (*standard.dasar_hukum, *(each.dasar for each in standard.biaya if each.dasar))
    free = any(each.regulasi in _FREE_BY and "79A" in (each.pasal or "") for each in bases)
    if not free and not any(each.dokumen in _CIVIL for each in standard.produk):
        return
    for index, row in enumerate(standard.biaya):
        if _paid(row):
            yield Complaint(
                ("biaya", index, "jumlah" if row.jumlah else "rumus"),
                f"biaya `{row.kode}` dipungut untuk dokumen kependudukan",
                "tulis `jumlah: 0` dengan `dasar: {regulasi: uu-24-2013, pasal: Pasal 79A}`; "
                "denda terlambat ditulis di `denda`",
            )


_LOCAL = re.compile(
    r"^(?:Perda|Qanun|Perbup|Perwali|Pergub|Peraturan (?:Daerah|Bupati|Wali Kota|Gubernur))\b",
    re.IGNORECASE,
)
_VILLAGE = re.compile(r"^(?:Perdes|Peraturan Desa|Perkades|Peraturan Kepala Desa)\b", re.IGNORECASE)


@rule("dasar-tarif", Level.WARNING, Scope.CATALOG)
def basis_of_fee(context: Context) -> Iterator[Complaint]:
    """Tarif retribusi dan pajak daerah ditetapkan peraturan daerah ini; tarif desa, oleh Perdes.

    Undang-undang memberi wewenang memungut, bukan tarifnya. Pungutan dan denda desa yang bersandar
    pada UU Desa saja adalah pungutan liar. PNBP milik negara: tarifnya tidak ditetapkan daerah.

    Sumber: UU 1/2022 (tarif ditetapkan dengan Perda); UU 6/2014 Pasal 69 (peraturan
    desa); UU 9/2018 (PNBP diatur peraturan pemerintah).
    """
    laws = context.katalog.regulasi
    for record in context.of_kind(*STANDAR):
        standard = record.data
        if not isinstance(standard, Standar):
            continue
        yield from _state_by_local(record, standard, laws)
        unit = context.katalog.unit.get(record.id.partition("/")[0])
        village = unit is not None and unit.jenis == "desa"
        # Only villages set fines of their own.
        rows: list[tuple[Path, Biaya | Denda]] = [
            *((("biaya", at), row) for at, row in enumerate(standard.biaya)),
            *((("denda", at), row) for at, row in enumerate(standard.denda if village else ())),
        ]
        for path, row in rows:
            law = laws.get(row.dasar.regulasi) if row.dasar and row.jumlah else None
            levied = isinstance(row, Biaya) and row.jenis in ("retribusi", "pajak")
            if law is None or not (village or levied):
                continue
            right = _VILLAGE if village else _LOCAL
            if not right.search(law.jenis):
                wanted = "Peraturan Desa" if village else "Perda, atau peraturan pelaksananya,"
                free = "tulis `jumlah: 0`" if isinstance(row, Biaya) else "hapus denda ini"
                yield Complaint(
                    (*path, "dasar", "regulasi"),
                    f"{'tarif' if isinstance(row, Biaya) else 'denda'} {rupiah(row.jumlah or 0)} "
                    f"bersandar pada {law.sebutan}",
                    f"sebut {wanted} yang menetapkannya; bila tidak ada, {free}",
                    at=record,
                )


def _state_by_local(
    record: Record, standard: Standar, laws: Mapping[str, Regulasi]
) -> Iterator[Complaint]:
    """Tell of money due to the state whose tariff is said to be set by a local law."""
    rows: list[tuple[Path, Biaya | PungutanLain, bool]] = [
        *((("biaya", at), row, row.jenis == "pnbp") for at, row in enumerate(standard.biaya)),
        *((("pungutan_lain", at), row, False) for at, row in enumerate(standard.pungutan_lain)),
    ]
    for path, row, of_state in rows:
        if row.dasar and (of_state or "PNBP" in (row.dasar.mengenai or "")):
            law = laws.get(row.dasar.regulasi)
            if law and (_LOCAL.search(law.jenis) or _VILLAGE.search(law.jenis)):
                yield Complaint(
                    (*path, "dasar", "regulasi"),
                    f"PNBP bersandar pada {law.sebutan}, peraturan daerah",
                    "sebut peraturan pemerintah yang menetapkan PNBP-nya; bila memang pungutan "
                    "daerah, perbaiki `jenis` atau `mengenai`",
                    at=record,
                )


TIPS = "lelah|rokok|terima kasih|pelicin|tip|bensin|minyak|kopi|capek|jalan"
"""What money for those who serve is called: "uang lelah"."""
_MONEY = re.compile(
    rf"\b(?:sumbangan|uang (?:administrasi|jasa|transpor\w*|makan|{TIPS})|biaya administrasi"
    r"|se?ikhlasnya|sukarela|infak|uang jaminan pribadi)\b",
    re.IGNORECASE,
)
_MONEY_WORDS = frozenset(
    ("sumbangan", "administrasi", "uang", "sukarela", "seikhlasnya", "sikhlasnya", "infak")
)
_ACT = re.compile(
    r"\b(?:mem|me)?(?:bayar|beri(?:kan)?|setor|serah(?:kan)?|titip(?:kan)?|pungut|mungut|nyetor|nyerahkan|nitipkan)"
    r"|\bmenerima\b|\bditerima\b|\bdipungut\b|\bdikenai\b|\bdikenakan\b|\bdengan membawa\b",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"\b(?:tidak|tanpa|jangan|dilarang|bukan|menolak|tiada|laporkan|melaporkan)\b", re.IGNORECASE
)
_NOT_ASKED = frozenset(
    ("biaya", "denda", "pungutan_lain", "riwayat", "catatan_dalam", "dasar_hukum", "sumber")
)
"""Parts with rules of their own, and parts that tell of others."""


@rule(
    "uang-di-langkah", Level.WARNING, Scope.FILE, "standar", "pola", "sop", "pola-sop", "pengumuman"
)
def money_in_words(file: TextFile) -> Iterator[Complaint]:
    """Langkah dan syarat tidak meminta uang administrasi atau sumbangan.

    Yang dibayar ditulis di `biaya`, dengan jumlah dan peraturannya. "Sumbangan sukarela" sebelum
    surat diserahkan adalah pungutan liar, walaupun biayanya tertulis Rp0.

    Sumber: UU 25/2009 Pasal 31 (biaya ditetapkan dengan peraturan); Perpres 87/2016 (Saber Pungli).
    """
    if file.words.isdisjoint(_MONEY_WORDS):
        return
    for path, text in file.sentences:
        if match := asked_by_name(path, text):
            yield Complaint(
                path,
                f"“{match[0]}” diminta di sini, bukan di `biaya`",
                "hapus; yang memang bertarif ditulis di `biaya` dengan `dasar`-nya",
            )


def asked_by_name(path: Path, text: str) -> re.Match[str] | None:
    """Return which money a step or a requirement asks for by name."""
    if not _NOT_ASKED.isdisjoint(path):
        return None
    match = _MONEY.search(text)
    return match if match and _ACT.search(text) and not _NOT.search(text) else None


_STAMP = re.compile(r"\b(?:meterai|materai)\b[^.;]{0,20}?(?:Rp\.? ?|\b)[36]\.?000\b", re.IGNORECASE)


@rule("meterai-lama", Level.WARNING, Scope.FILE)
def old_stamp_duty(file: TextFile) -> Iterator[Complaint]:
    """Meterai bernilai Rp10.000; meterai Rp6.000 dan Rp3.000 sudah tidak berlaku.

    Warga yang membeli dua meterai lama, atau menempel satu yang kurang, disuruh pulang.

    Sumber: UU 10/2020 Pasal 5 (bea meterai satu tarif, Rp10.000).
    """
    if file.words.isdisjoint(("meterai", "materai")) or "000" not in file.joined:
        return
    for path, text in file.texts:
        match = _STAMP.search(text)
        if match and not {"riwayat", "catatan_dalam"}.intersection(path):
            yield Complaint(
                path,
                f"“{match[0]}” sudah tidak berlaku sejak 2021",
                "cukup tulis `meterai: ya`; besarnya Rp10.000",
            )


_DEPOSIT = re.compile(r"\buang muka\b|\bdeposit\b|\buang jaminan\b", re.IGNORECASE)
_FORBIDDEN = re.compile(r"\buang muka\b", re.IGNORECASE)
_NO_DEPOSIT = re.compile(r"\b(?:tanpa|tidak|dilarang|bukan|jangan|menolak)\b", re.IGNORECASE)


@rule("uang-muka", Level.ERROR, Scope.RECORD, *STANDAR, *SOP)
def forbidden_deposit(record: Standar | Sop) -> Iterator[Complaint]:
    """Layanan dan SOP yang dasar hukumnya melarang uang muka tidak meminta uang muka.

    Pasien gawat darurat yang menunggu keluarganya mencari uang dapat meninggal di pintu; petugas
    mengikuti lembarnya.

    Sumber: UU 17/2023 Pasal 174 (fasilitas kesehatan dilarang meminta uang muka).
    """
    told = record.catatan if isinstance(record, Standar) else record.peringatan
    rules = " ".join((*(each.mengenai or "" for each in record.dasar_hukum), *told))
    if not (_FORBIDDEN.search(rules) and "dilarang" in rules):
        return
    asked = _asked_of(record) if isinstance(record, Standar) else _asked_in(record)
    for path, text in asked:
        if text and _DEPOSIT.search(text) and not _NO_DEPOSIT.search(text):
            what = "standar" if isinstance(record, Standar) else "SOP"
            yield Complaint(
                path,
                f"meminta uang muka, padahal {what} ini sendiri menyebut larangannya",
                "hapus; biaya dihitung sesudah pertolongan",
            )


def _asked_of(standard: Standar) -> Iterator[tuple[Path, str | None]]:
    for at, step in enumerate(standard.prosedur):
        yield ("prosedur", at, "uraian"), step.uraian
    for at, need in enumerate(standard.persyaratan):
        yield ("persyaratan", at, "teks"), need.teks
    for at, row in enumerate(standard.biaya):
        yield ("biaya", at, "untuk"), row.untuk


def _asked_in(sop: Sop) -> Iterator[tuple[Path, str | None]]:
    for at, row in enumerate(sop.baris):
        yield ("baris", at, "uraian"), row.uraian
        yield ("baris", at, "keterangan"), row.keterangan
        for key, texts in (("kelengkapan", row.kelengkapan), ("output", row.output)):
            yield from ((("baris", at, key, index), text) for index, text in enumerate(texts))


_AMOUNT = re.compile(
    r"((?:\w+ ){0,5})(paling (?:sedikit|banyak|tinggi|rendah)|minimal|maksimal) "
    r"Rp\.? ?([\d.]+)(?: (ribu|juta|miliar))?",
    re.IGNORECASE,
)
_TIMES = {"": 1, "ribu": 1_000, "juta": 1_000_000, "miliar": 1_000_000_000}


@rule("rupiah-berbeda", Level.WARNING, Scope.FILE, "standar", "pola", "sop", "pola-sop")
def amount_differs(file: TextFile) -> Iterator[Complaint]:
    """Batas uang untuk hal yang sama ditulis sama di seluruh rekaman.

    "Paling sedikit Rp60 juta" di catatan dan "Rp80 juta" di rumus membuat warga menghitung pajak
    yang salah; biasanya satu dari dua tertinggal ketika peraturannya berganti.

    Sumber: praktik, mis. NPOPTKP lama (UU 28/2009) yang tertinggal sesudah UU 1/2022.
    """
    if "Rp" not in file.joined or file.words.isdisjoint(("paling", "minimal", "maksimal")):
        return
    told: list[tuple[Path, set[str], int, str]] = []
    for path, text in file.texts:
        if "riwayat" in path or "Rp" not in text:
            continue
        for match in _AMOUNT.finditer(text):
            digits = match[3].replace(".", "")
            if not digits:
                continue
            amount = int(digits) * _TIMES[(match[4] or "").casefold()]
            about = {each for each in match[1].casefold().split() if len(each) > 3}
            about.add(match[2].casefold())
            other = next(
                (each for each in told if len(each[1] & about) > 2 and each[2] != amount), None
            )
            if other:
                yield Complaint(
                    path,
                    f"di sini {rupiah(amount)}, di `{other[3]}` {rupiah(other[2])}",
                    "baca peraturannya, lalu samakan keduanya",
                )
            told.append((path, about, amount, str(path[0])))


_RATE = re.compile(
    r"\btarif\b[^.;%\d]{0,40}?(\d{1,3}(?:[.,]\d+)?) ?(?:%|persen\b)"
    r"(?![^.;]*\b(?:opsen|progresif)\b)",
    re.IGNORECASE,
)


@rule("tarif-berbeda", Level.WARNING, Scope.FILE, "standar", "pola")
def rate_differs(file: TextFile) -> Iterator[Complaint]:
    """Persen tarif sebuah pungutan ditulis sama di seluruh standarnya.

    "Tarif paling tinggi 10%" di keterangan dan "tarif 5%" di catatan: warga menyiapkan dua kali
    lipat, atau setengahnya.

    Sumber: UU 1/2022 (tarif ditetapkan dengan Perda); praktik (angka yang tertukar).
    """
    if "tarif" not in file.words or ("%" not in file.joined and "persen" not in file.words):
        return
    told: dict[str, Path] = {}
    for path, text in file.texts:
        if "riwayat" in path or "dasar_hukum" in path:
            continue
        rates = {match[1].replace(",", ".") for match in _RATE.finditer(text)}
        if len(rates) == 1:  # Two in one sentence are rates of two things, or of two times.
            told.setdefault(rates.pop(), path)
    for said in list(told)[1:]:
        first, there = next(iter(told.items()))
        line = file.places.locate(there).line
        yield Complaint(
            told[said],
            f"di sini tarifnya {said} persen, di baris {line} {first} persen",
            f"baca pasalnya, lalu perbaiki yang keliru: baris ini atau baris {line}",
        )
