"""Units and places: who serves, where, when."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from generator.model.dasar import Bagian, JamLayanan, Sumber
from generator.model.komponen import KomponenBersama
from generator.model.nilai import (
    Berkas,
    Derajat,
    Keyakinan,
    Kode,
    Paragraf,
    Rujukan,
    Rupiah,
    Status,
    Tanggal,
    Tautan,
    Teks,
    YaTidak,
)

Jenis = Literal[
    "kabupaten",
    "sekretariat",
    "inspektorat",
    "badan",
    "dinas",
    "satuan",
    "bagian-setda",
    "rumah-sakit",
    "uptd",
    "puskesmas",
    "kecamatan",
    "kelurahan",
    "desa",
    "lokasi-layanan",
]

TANPA_KEWAJIBAN = ("kabupaten", "lokasi-layanan")
"""Kinds that have a page but carry no duty of standards."""


class Kontak(Bagian):
    """An official contact of a unit; unknown stays absent."""

    jenis: Literal["telepon", "whatsapp", "surel", "media_sosial", "situs_web", "faks"]
    """Macam kontak."""
    nilai: Teks
    """Nomor, alamat, atau nama akun resmi."""
    tautan: Tautan | None = None
    """Tautan resminya."""
    diverifikasi_pada: Tanggal | None = None
    """Tanggal terakhir dicoba dan dijawab."""


class Penyelenggara(Bagian):
    """Profil penyelenggara: the organiser, first of the six parts of SIPP (UU 25/2009 art. 23)."""

    penanggung_jawab: Teks | None = None
    """Jabatan pimpinan, mis. `Kepala Dinas`; bukan nama orang."""
    tugas: Paragraf | None = None
    """Tugas pokok dan fungsi, ringkas."""
    dasar: tuple[Kode, ...] = ()
    """Id peraturan yang membentuk unit."""
    visi: Teks | None = None
    """Visi."""
    misi: tuple[Teks, ...] = ()
    """Misi."""
    motto: Teks | None = None
    """Motto pelayanan."""
    kode_etik: tuple[Teks, ...] = ()
    """Kode etik pelaksana, satu butir satu aturan."""
    budaya_pelayanan: tuple[Teks, ...] = ()
    """Budaya pelayanan, mis. cara menyapa dan berpakaian."""
    penghargaan: tuple[Teks, ...] = ()
    """Kriteria penghargaan dan sanksi bagi pelaksana."""
    struktur: tuple[Teks, ...] = ()
    """Jabatan dalam susunan organisasi, dari atas."""
    bagan: Berkas | None = None
    """Bagan organisasi di `lampiran/`."""
    anggaran: Rupiah | None = None
    """Anggaran penyelenggaraan pelayanan setahun."""
    tahun_anggaran: Teks | None = None
    """Tahun anggaran itu."""


class Pelaksana(Bagian):
    """Profil pelaksana: who runs a service counter, by post."""

    jabatan: Teks
    """Jabatan penanggung jawab pelaksana."""
    tugas: Teks | None = None
    """Tugasnya dalam pelayanan."""
    layanan: tuple[Rujukan, ...] = ()
    """Layanan yang dipegang."""
    anggaran: Rupiah | None = None
    """Anggaran pelaksana setahun."""


class Unit(Bagian):
    """A unit of the government, or a place that has a page."""

    nama: Teks
    """Nama resmi."""
    jenis: Jenis
    """Macam unit."""
    induk: Kode | None = None
    """Id unit induk."""
    status: Status
    """Status data unit ini."""
    diperbarui: Tanggal
    """Hari isi berkas ini terakhir diubah."""
    singkatan: Teks | None = None
    """Singkatan resmi."""
    alias: tuple[Teks, ...] = ()
    """Nama lama, ejaan lain, dan sebutan sehari-hari."""
    kode_kemendagri: Teks | None = Field(default=None, pattern=r"^\d\d(\.\d\d){1,2}(\.\d{4})?$")
    """Kode wilayah Kemendagri, dalam tanda kutip, mis. `'65.01.05'`."""
    kode_bps: Teks | None = Field(default=None, pattern=r"^\d{4}(\d{3}){0,2}$")
    """Kode wilayah BPS, mis. `'6502050'`; tidak sama dengan kode Kemendagri."""
    kode_pos: Teks | None = Field(default=None, pattern=r"^\d{5}$")
    """Kode pos, lima angka dalam tanda kutip, mis. `'77212'`."""
    di_kecamatan: Kode | None = None
    """Id kecamatan tempat unit ini berada, bila bukan induknya."""
    situs: Tautan | None = None
    """Situs resmi."""
    kontak: tuple[Kontak, ...] = ()
    """Kontak resmi."""
    penyelenggara: Penyelenggara | None = None
    """Profil penyelenggara."""
    pelaksana: tuple[Pelaksana, ...] = ()
    """Profil pelaksana."""
    komponen_bersama: KomponenBersama | None = None
    """Komponen pengelolaan yang berlaku untuk semua layanan unit ini."""
    tidak_melayani: dict[Kode, Teks] = Field(default_factory=dict)
    """Layanan pola yang tidak diberikan di sini, dengan alasannya."""
    keyakinan: Keyakinan = "ingatan"
    """Seberapa yakin unit ini ada dengan nama itu."""
    sumber: tuple[Teks, ...] = ()
    """Tempat nama dan kode dibaca."""
    catatan: tuple[Teks, ...] = ()
    """Keraguan dan hal yang perlu dicek."""
    sippn: Tautan | None = None
    """Alamat unit ini di SIPP Nasional."""
    dahulu: tuple[Kode, ...] = ()
    """Id lama unit; alamat lamanya dialihkan."""
    pengganti: Kode | None = None
    """Untuk `dicabut`: unit yang menggantikan."""


class Lokasi(Bagian):
    """A counter or place with its address and hours; hours live here and nowhere else."""

    nama: Teks
    """Nama tempat, mis. `Loket Disdukcapil`."""
    status: Status
    """Status data lokasi ini."""
    diperbarui: Tanggal
    """Hari isi berkas ini terakhir diubah."""
    alamat: Teks | None = None
    """Alamat jalan; kosongkan bila belum pasti."""
    petunjuk: Teks | None = None
    """Patokan untuk menemukannya."""
    lintang: Derajat | None = None
    """Lintang, mis. `'2.8375'`."""
    bujur: Derajat | None = None
    """Bujur, mis. `'117.3653'`."""
    bertempat_di: Kode | None = None
    """Id unit tempat loket ini berada, mis. `mpp-bulungan`."""
    layanan: tuple[Rujukan, ...] = ()
    """Id layanan yang hanya diberikan di sini; kosong berarti semua layanan unit ini."""
    jam: tuple[JamLayanan, ...] = ()
    """Jam layanan; kosong berarti belum diisi."""
    selalu_buka: YaTidak = False
    """`ya` bila buka 24 jam setiap hari."""
    catatan_jam: Teks | None = None
    """Catatan jam, mis. bulan Ramadan."""
    akses_rentan: tuple[Kode, ...] = ()
    """Kode di `kosakata/akses-rentan.yaml`."""
    kontak: tuple[Kontak, ...] = ()
    """Kontak lokasi ini."""
    diverifikasi_pada: Tanggal | None = None
    """Tanggal alamat dan jam terakhir dicek di tempat."""
    sumber: Sumber | None = None
    """Dari mana alamat dan jam ini."""


class Kelompok(Bagian):
    """A group of units that share patterns."""

    nama: Teks
    """Nama kelompok, mis. `Desa dan kelurahan`."""
    nama_tempat: Teks
    """Sebutan satu tempat, mis. `Kantor desa atau kelurahan`."""
    pilih: Teks
    """Pertanyaan pemilih tempat, mis. `Desa atau kelurahan mana?`."""
    jenis: tuple[Jenis, ...] = Field(min_length=1)
    """Jenis unit yang termasuk."""
    status: Status
    """Status data kelompok ini."""
    diperbarui: Tanggal
    """Hari isi berkas ini terakhir diubah."""
    alias: tuple[Teks, ...] = ()
    """Sebutan lain kelompok ini."""
    komponen_bersama: KomponenBersama | None = None
    """Komponen pengelolaan yang berlaku untuk semua unit kelompok ini."""
    terkunci: tuple[Teks, ...] = ()
    """Kunci standar yang tidak boleh ditimpa unit, mis. `dasar_hukum`."""
    catatan: tuple[Teks, ...] = ()
    """Keraguan dan hal yang perlu dicek."""
