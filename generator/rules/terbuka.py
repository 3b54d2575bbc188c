"""Rules about how open a standard is: media, the national complaint system, one case at a time."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.finding import Level
from generator.model.layanan import Standar
from generator.model.pemerintah import Pemerintah
from generator.rules.bantu import STANDAR, duty
from generator.rules.registry import Complaint, Scope, rule

_MEDIA = 2


@rule("media-kurang", Level.INFO, Scope.RECORD, *STANDAR)
def few_media(standard: Standar) -> Iterator[Complaint]:
    """Standar yang berlaku diumumkan di SIPPN dan sekurang-kurangnya dua media lain.

    Warga tanpa internet membaca papan di loket, yang lain mencari di SIPP Nasional; standar yang
    hanya ada di satu tempat tidak ditemukan sebagian warga.

    Sumber: UU 25/2009 Pasal 23; form F-02 PEKPPP (publikasi standar: SIPPN dan jumlah media).
    """
    if standard.status != "berlaku":
        return
    media = {each.jenis for each in standard.media_publikasi}
    lacking = []
    if "sippn" not in media:
        lacking.append("SIPP Nasional")
    if len(media - {"sippn"}) < _MEDIA:
        lacking.append(f"{_MEDIA} media lain")
    if lacking:
        yield Complaint(
            ("media_publikasi",),
            f"standar yang berlaku belum diumumkan di {' dan '.join(lacking)}",
            "tambahkan di `media_publikasi`, mis. `- {jenis: sippn, tautan: …}`"
            if "sippn" not in media
            else "tambahkan di `media_publikasi`, mis. `- {jenis: papan_pengumuman}`",
            on_key=True,
            anchor=("status",),
        )


@rule("pengaduan-tanpa-lapor", Level.WARNING, Scope.RECORD, "pemerintah")
def without_lapor(government: Pemerintah) -> Iterator[Complaint]:
    """Pemerintah daerah menyebut SP4N-LAPOR! di antara kanal pengaduannya.

    Bila unit diam, warga perlu pintu yang pengaduannya bernomor dan bertenggat.

    Sumber: Perpres 76/2013; PermenPANRB 62/2018 (pengelolaan pengaduan lewat SP4N-LAPOR!).
    """
    kinds = {each.jenis for each in government.kanal_pengaduan}
    if duty(government.status) and government.kanal_pengaduan and "sp4n_lapor" not in kinds:
        yield Complaint(
            ("kanal_pengaduan",),
            "SP4N-LAPOR! tidak ada di antara kanal pengaduan",
            "tambahkan `- {kode: lapor, jenis: sp4n_lapor, nama: SP4N-LAPOR!}`",
            on_key=True,
        )


_CASE = re.compile(
    r"\b(?:untuk|bagi|jika|bila|apabila|khusus|dalam hal)\s+(?:\w+\s+){0,3}?"
    r"(baru|hilang|rusak|perubahan|berubah|pindah|perpanjangan|diperpanjang|penggantian|pengganti)\b",
    re.IGNORECASE,
)
_SAME = {"berubah": "perubahan", "diperpanjang": "perpanjangan", "penggantian": "pengganti"}


@rule("kasus-tercampur", Level.WARNING, Scope.RECORD, *STANDAR)
def mixed_cases(standard: Standar) -> Iterator[Complaint]:
    """Syarat untuk keadaan yang berbeda (baru, hilang, rusak, pindah) dipisah dengan `kasus`.

    Dalam satu daftar panjang, warga yang kehilangan kartu membawa juga berkas untuk yang baru,
    atau kurang satu dan harus kembali.

    Sumber: PermenPANRB 15/2014 (persyaratan jelas per jenis layanan); halaman SIPPN yang mencampur
    beberapa keadaan.
    """
    if standard.kasus or not duty(standard.status):
        return
    found: dict[str, int] = {}
    for index, need in enumerate(standard.persyaratan):
        words = " ".join(each for each in (need.teks, need.jika, need.keterangan) if each)
        for match in _CASE.finditer(words):
            word = match[1].lower()
            found.setdefault(_SAME.get(word, word), index)
    if len(found) > 1:
        index = min(found.values())
        yield Complaint(
            ("persyaratan", index),
            f"satu daftar memuat syarat untuk keadaan yang berbeda: {', '.join(sorted(found))}",
            "buat `kasus` dengan pilihannya, lalu tulis `kasus: [<kode>]` di tiap syarat",
        )
