"""Rules about notices that say shut, or open."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.finding import Level
from generator.model.kalender import HARI
from generator.model.pengumuman import Pengumuman
from generator.rules.registry import Complaint, Context, Scope, rule


@rule("pengumuman-hari-tutup", Level.WARNING, Scope.CATALOG)
def closed_anyway(context: Context) -> Iterator[Complaint]:
    """Loket yang diumumkan tutup biasanya buka pada salah satu harinya; yang tutup bertanda tutup.

    "Tutup sehari" pada hari Sabtu, ketika loketnya memang tidak buka, berarti tanggalnya keliru:
    warga tetap datang pada hari yang sebenarnya tutup. Loket yang judulnya tutup tetapi tingkatnya
    `info` tetap tampak buka; kantor atau layanan yang tutup seluruhnya tidak hanya `terganggu`.

    Sumber: praktik katalog ini (jam layanan di `lokasi/`).
    """
    for record in context.of_kind("pengumuman"):
        notice = record.data
        if not isinstance(notice, Pengumuman):
            continue
        whole = notice.tingkat == "terganggu" and _wholly_shut(notice.judul)
        if whole or (notice.tingkat == "info" and _SHUT.search(notice.judul)):
            yield Complaint(
                ("tingkat",),
                f"judulnya menyebut tutup, tingkatnya `{notice.tingkat}`",
                "tulis `tingkat: tutup`; bila hanya sebagian, sebut di judul apa yang tutup"
                if whole
                else "tulis `tingkat: tutup`, atau `terganggu` bila sebagian; atau perbaiki "
                "judulnya",
                at=record,
                anchor=("judul",),
            )
        if not notice.lokasi:
            continue
        places = [context.katalog.lokasi.get(each) for each in notice.lokasi]
        week = {day for each in places if each for hours in each.jam for day in hours.hari}
        length = (notice.selesai - notice.mulai).days + 1
        known = all(each and each.jam and not each.selalu_buka for each in places)
        if notice.tingkat != "tutup" or not known or not 0 < length < 7:
            continue
        days = [HARI[(notice.mulai.weekday() + each) % 7] for each in range(length)]
        if week.isdisjoint(days):
            named = " sampai ".join(dict.fromkeys((days[0].title(), days[-1].title())))
            yield Complaint(
                ("mulai",),
                f"{notice.mulai} hari {named}; loketnya memang tidak buka",
                "perbaiki `mulai` dan `selesai` menurut suratnya, atau `jam` lokasinya",
                at=record,
            )


_WHOLE = re.compile(
    r"^(?:seluruh|semua|kantor|gedung|mpp|mal pelayanan|puskesmas|kecamatan|kelurahan|balai desa"
    r"|kantor desa|layanan|pelayanan)\b|\btutup (?:total|seharian|sehari penuh|sepenuhnya)\b",
    re.IGNORECASE,
)
_PARTLY = re.compile(
    r"\b(?:sebagian|setengah|separuh|salah satu|satu|beberapa|hanya|kecuali|selain|loket \w+"
    r"|pukul|jam|pagi|siang|sore|malam|lebih)\b",
    re.IGNORECASE,
)


def _wholly_shut(title: str) -> bool:
    """Tell whether a title says that a place or a service is shut as a whole."""
    whole = _SHUT.search(title) and _WHOLE.search(title)
    return bool(whole) and not _PARTLY.search(title)


_SHUT = re.compile(r"\btutup\b(?! (?:pukul|jam|lebih)\b)", re.IGNORECASE)
_OPEN = re.compile(
    r"\b(?<!tidak )(?<!belum )(?:(?:tetap|sudah) (?:di)?buka\b|(?:kembali (?:di)?buka|dibuka)\b"
    r"(?! (?:pada|mulai|tanggal|kembali|lagi|hari|\d))|tetap (?:melayani|dilayani|diberikan)\b)",
    re.IGNORECASE,
)
_AS_EVER = re.compile(
    r"\bsemua layanan (?:tetap )?(?:diberikan|dilayani|buka|berjalan)\b"
    r"|\b(?:datang|buka|dilayani|berjalan) seperti biasa\b",
    re.IGNORECASE,
)
_LATER = re.compile(
    r"\b(?:sesudah|setelah|mulai|sejak|kembali|lagi|pada (?:tanggal )?\d)", re.IGNORECASE
)
"""Words of a sentence that says how it is when all is over."""


@rule("pengumuman-tutup-buka", Level.WARNING, Scope.RECORD, "pengumuman")
def shut_yet_open(notice: Pengumuman) -> Iterator[Complaint]:
    """Pengumuman bertingkat `tutup` tidak berkata bahwa layanannya tetap diberikan.

    Halaman layanan menampilkan tanda tutup; warga yang sebenarnya dapat dilayani tidak berangkat.
    Tempat lain yang tetap buka boleh disebut di `isi`.

    Sumber: praktik katalog ini (`tutup` bila layanan tidak diberikan).
    """
    if notice.tingkat != "tutup" or _SHUT.search(notice.judul):
        return
    now = [
        each
        for each in re.split(r"[.;]", f"{notice.judul}.{notice.isi}")
        if not _LATER.search(each)
    ]
    if match := _OPEN.search(notice.judul) or _AS_EVER.search(". ".join(now)):
        yield Complaint(
            ("tingkat",),
            f"tingkatnya `tutup`, tetapi di sini “{match[0]}”",
            "tulis `tingkat: info`, atau `terganggu` bila sebagian; atau perbaiki kalimatnya",
        )
