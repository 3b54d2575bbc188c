"""A rule about what is free: no other words of the same service ask for money after all."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.finding import Level
from generator.model.janji import Biaya
from generator.model.kinerja import Konsultasi
from generator.model.layanan import Standar
from generator.model.pengumuman import Pengumuman
from generator.rules.bantu import STANDAR
from generator.rules.biaya import UNOFFICIAL
from generator.rules.pungutan import TIPS, asked_by_name
from generator.rules.registry import Complaint, Context, Scope, rule
from generator.source import Path

_HINTS = (
    *("uang", "ongkos", "biaya", "dana", "iuran", "upah", "kas", "sumbangan", "infak", "bayar"),
    *("rp", "rupiah", "ribu", "ikhlasnya", "ganti", "amplop"),
)
"""Every text that asks for money has one of these; looking for them is quicker than a pattern."""
_ALWAYS = re.compile(
    r"\bse?ikhlasnya\b|\bganti (?:uang|ongkos|biaya)\b"
    rf"|\b(?:uang|ongkos) (?:{TIPS})\b"
    r"|\bamplop (?:untuk|bagi|kepada) (?:petugas|perangkat|pegawai|kepala)\b"
    r"|\b(?:dana|uang|iuran|sumbangan|infak|pembayaran|biaya|bayar\w*) (?:\w+ )?sukarela\b",
    re.IGNORECASE,
)
"""What is never anything else than money asked for."""
_NAMED = re.compile(
    r"\b(?:uang|ongkos|biaya|iuran|upah|kas|sumbangan|infak)\b(?! muka\b)", re.IGNORECASE
)
_PAY = re.compile(
    r"\b(?:pemohon|warga|anda) menanggung\b|\bditanggung (?:pemohon|warga|anda)\b|\bsiapkan\b"
    r"|\b(?:(?:mem|di)?bayar|(?:me|di)?lunas|(?:di)?setor|menyetor|(?:di|mem)?pungut)\w*"
    r"|\b(?:(?:di|me)?(?:serah|nyerah|titip|nitip)|dikena)kan\b|\bdikenai\b"
    r"|\b(?:meng|di)?ganti\b(?! oleh\b)",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"\b(?:kontribusi|administrasi|tambahan|sebesar|sediakan|per (?:berkas|lembar|orang|surat))\b",
    re.IGNORECASE,
)
"""What names an amount as one to pay, though it may mean other things without it."""
_AMOUNT = re.compile(r"\bRp\.? ?[1-9][\d.]*|\b[1-9]\d* ribu\b|\b\d[\d.]* rupiah\b")
_NOBODY = re.compile(
    r"\b(?:tidak|tanpa|jangan|dilarang|bukan|menolak|laporkan|melaporkan|gratis|bebas|nol|liar|pungli)\b",
    re.IGNORECASE,
)
_OFFICE = r"(?:kantor|dinas|badan|unit|kabupaten|daerah|jampersal|perusahaan|kami)"
_OTHERS = re.compile(
    r"\b(?:menerima|diterima|mendapat|memperoleh)\b[^.;]{0,20}(?:\bRp|\b(?:uang|dana|biaya)\b)"
    rf"|\bditanggung (?:oleh )?{_OFFICE}\b|\b{_OFFICE} (?:mengganti|membayar|menanggung)\b"
    r"|\b(?:dibayar\w*|disetor\w*|diserahkan|kirim) (?:\w+ )?(?:kepada|ke|di) (?:sekolah|koperasi"
    r"|kelompok\w*|kurir|jasa|PT|CV|toko|puskesmas|rumah sakit|rsud|klinik|penerbit\w*)\b"
    r"|\b(?:biaya|ongkos) (?:kirim|pengiriman|perjalanan)\b(?!.*\b(?:petugas|tim|perangkat)\b)"
    r"|\b(?:parkir|upah (?:\w+ )?(?:pekerja|tukang)|uang saku|honor\w*|kerugian|ganti rugi"
    r"|pinjaman)\b"
    r"|\b(?:santunan|bantuan|insentif|hibah|beasiswa|penghasilan|pendapatan|nilai|harga|modal"
    r"|omzet|kekayaan|meterai|materai|denda|paling|kurang dari|lebih dari|di (?:bawah|atas)|PNBP"
    r"|pajak|polisi|polres|polri|KUA|bank|kantor pos|notaris|laboratorium|pengadilan|apotek|PMI"
    r"|BPJS|JKN|APBD|APBN|negara|pemerintah|pemda|asuransi|nyata)\b",
    re.IGNORECASE,
)
"""Money that goes to the citizen, that is his own, or that somebody else pays or takes."""
_ELSEWHERE = frozenset(
    ("riwayat", "catatan_dalam", "sumber", "dasar_hukum", "dasar", "pengaduan", "jaminan_pelayanan")
)


def _free(row: Biaya) -> bool:
    return row.jumlah == 0 and row.hitungan == "tetap"


def _about_free(path: Path, standard: Standar) -> bool:
    """Tell whether a text stands at a row of Rp0, or in a standard that has no other rows."""
    rows = standard.biaya
    if path[0] == "biaya":
        at = path[1] if len(path) > 1 else None
        return isinstance(at, int) and at < len(rows) and _free(rows[at])
    return not standard.pungutan_lain and all(map(_free, rows))


def _hinted(text: str) -> bool:
    return any(each in text for each in _HINTS)


def _asked(path: Path, text: str) -> str:
    """Return the words by which a text asks for money, if it surely does."""
    for clause in re.split(r"[;,]|\.(?!\d)", text):
        if _NOBODY.search(clause) or _OTHERS.search(text):
            continue
        sure, amount = _ALWAYS.search(clause), _AMOUNT.search(clause)
        named, pay = _NAMED.search(clause), _PAY.search(clause)
        asked = path[0] == "biaya" or named or pay or _ASIDE.search(clause)
        if found := sure or (amount if asked else None):
            return found[0]
        if named and pay and path[-1] != "nama":
            return clause.strip()
    return ""


@rule("gratis-minta-uang", Level.WARNING, Scope.CATALOG)
def free_yet_asking(context: Context) -> Iterator[Complaint]:
    """Layanan yang biayanya Rp0 tidak meminta uang dengan kata lain.

    "Ganti uang bensin Rp50.000" di bawah Rp0, atau "biaya cetak dilunasi" di langkahnya, adalah
    pungutan liar yang tampak resmi; begitu pula pengumuman dan kesepakatan konsultasi tentang
    layanan yang gratis. Uang yang diterima warga, dan yang dibayar kepada lembaga lain, boleh
    disebut.

    Sumber: UU 25/2009 Pasal 31 (biaya ditetapkan dengan peraturan); Perpres 87/2016 (Saber Pungli).
    """
    yield from _told_elsewhere(context)
    for record in context.of_kind(*STANDAR):
        standard, file = record.data, context.by_file.get(record.file)
        if file is None or not isinstance(standard, Standar):
            continue
        # What a place inherits is told at its pattern.
        inherits = record.kind == "tempat" and not record.override
        if inherits or not any(map(_free, standard.biaya)):
            continue
        for path, text in file.prose if _hinted(file.folded) else ():
            hinted = _hinted(text.casefold()) and _ELSEWHERE.isdisjoint(path)
            if not hinted or not _about_free(path, standard):
                continue
            # Two other rules tell of money asked for by its usual names.
            if asked_by_name(path, text) or (path[0] == "biaya" and UNOFFICIAL.search(text)):
                continue
            if said := _asked(path, text):
                yield Complaint(
                    path,
                    f"biayanya Rp0, tetapi di sini “{said}”",
                    "hapus; yang memang bertarif ditulis di `biaya` dengan `dasar`-nya",
                    at=file,
                )


def _told_elsewhere(context: Context) -> Iterator[Complaint]:
    """Tell of notices and consultations on free services that ask for money."""
    services = context.katalog.layanan
    for record in context.of_kind("konsultasi", "pengumuman"):
        notice, file = record.data, context.by_file.get(record.file)
        if file is None or not isinstance(notice, Konsultasi | Pengumuman) or not notice.layanan:
            continue
        about = [services[each].isi for each in notice.layanan if each in services]
        if not about or not all(_about_free(("catatan",), each) and each.biaya for each in about):
            continue
        for path, text in file.prose if _hinted(file.folded) else ():
            if _hinted(text.casefold()) and _ELSEWHERE.isdisjoint(path):
                if asked_by_name(path, text) or not (said := _asked(path, text)):
                    continue
                yield Complaint(
                    path,
                    f"biaya `{notice.layanan[0]}` Rp0, tetapi di sini “{said}”",
                    "hapus; bila memang bertarif, tulis dulu di `biaya` standarnya dengan `dasar`",
                    at=file,
                )
