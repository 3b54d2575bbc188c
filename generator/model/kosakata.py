"""Closed lists: documents, channels, sectors, life events, access aids, synonyms."""

from __future__ import annotations

from typing import Literal

from generator.model.dasar import Bagian
from generator.model.nilai import Kode, Tanggal, Tautan, Teks

Ikon = Literal[
    "bayi",
    "bermain",
    "duka",
    "hilang",
    "kacamata",
    "kartu",
    "kerja",
    "landai",
    "nikah",
    "orang",
    "parkir",
    "pindah",
    "roda",
    "sehat",
    "sekolah",
    "tangan",
    "telinga",
    "titik",
    "usaha",
]
"""The pages' own drawings that an entry may carry."""


class Istilah(Bagian):
    """One entry of a closed list."""

    kode: Kode
    """Kode yang dirujuk rekaman lain."""
    nama: Teks
    """Nama yang dibaca warga."""
    keterangan: Teks | None = None
    """Penjelasan singkat."""
    alias: tuple[Teks, ...] = ()
    """Sebutan lain."""
    ikon: Ikon | None = None
    """Gambar kecil di samping namanya, bila ada."""


class Dokumen(Istilah):
    """A document that services ask for or give; who issues it is computed, or named here."""

    penerbit_luar: Teks | None = None
    """Lembaga penerbit, bila bukan layanan dalam katalog ini."""
    tautan: Tautan | None = None
    """Alamat resmi cara mendapatkannya."""
    milik_sendiri: Literal["ya", "tidak"] = "tidak"
    """`ya` bila dibuat sendiri oleh warga, mis. surat pernyataan atau foto."""


class Kosakata(Bagian):
    """A closed list, one file each."""

    judul: Teks
    """Nama daftar."""
    diperbarui: Tanggal
    """Hari isi berkas ini terakhir diubah."""
    butir: tuple[Istilah, ...]
    """Isi daftar, menurut urutan tampil."""


class KosakataDokumen(Bagian):
    """The list of documents."""

    judul: Teks
    """Nama daftar."""
    diperbarui: Tanggal
    """Hari isi berkas ini terakhir diubah."""
    butir: tuple[Dokumen, ...]
    """Isi daftar."""


class Sinonim(Bagian):
    """Words that mean the same when people search."""

    kata: tuple[Teks, ...]
    """Kata-kata yang sama arti; yang pertama dipakai di katalog."""


class KosakataSinonim(Bagian):
    """The list of synonyms."""

    judul: Teks
    """Nama daftar."""
    diperbarui: Tanggal
    """Hari isi berkas ini terakhir diubah."""
    butir: tuple[Sinonim, ...]
    """Kelompok-kelompok kata."""
