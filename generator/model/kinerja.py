"""How a unit performs, as reported: surveys, evaluations, complaints of a year, consultations."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from generator.model.dasar import Bagian
from generator.model.layanan import Media
from generator.model.nilai import (
    Berkas,
    Bilangan,
    Desimal,
    Keyakinan,
    Kode,
    Rujukan,
    Status,
    Tanggal,
    Tautan,
    Teks,
    YaTidak,
)


class TindakLanjut(Bagian):
    """One row of a follow-up plan."""

    unsur: Kode | None = None
    """Unsur survei yang diperbaiki."""
    masalah: Teks
    """Yang kurang."""
    kegiatan: Teks
    """Yang dilakukan."""
    target: Teks
    """Kapan selesai, mis. `Triwulan II 2027`."""
    tenggat: Tanggal | None = None
    """Hari terakhir target itu; sesudahnya yang belum selesai dilaporkan terlambat."""
    penanggung_jawab: Teks
    """Jabatan."""
    selesai: Literal["belum", "berjalan", "selesai"] = "belum"
    """Keadaannya."""
    tanggal_selesai: Tanggal | None = None
    """Hari selesainya."""
    tautan: Tautan | None = None
    """Alamat yang membuktikannya."""
    berkas: Berkas | None = None
    """Bukti di `lampiran/`."""


class UnsurSkm(Bagian):
    """One element of a satisfaction survey, by name and never by number (domain 3.1)."""

    kode: Kode
    """Unsur, menurut nama; daftarnya di `kosakata/skema-penilaian/`."""
    nama: Teks | None = None
    """Nama unsur tambahan, yang tidak ada di skemanya."""
    nomor: Teks | None = Field(default=None, pattern=r"^U[0-9]{1,2}$")
    """Nomor unsur di formulir survei ini, mis. `U8`; hanya ditampilkan."""
    nrr: Desimal = Field(ge=1, le=4)
    """Nilai rata-rata unsur, skala 1 sampai 4."""
    bobot: Desimal | None = Field(default=None, gt=0, le=1)
    """Bobot unsur, bila tidak sama rata; jumlah semuanya 1."""
    penjawab: Bilangan | None = None
    """Banyaknya yang menjawab unsur ini, bila kurang dari banyaknya responden."""


class SelProfil(Bagian):
    """One cell of the profile of respondents."""

    nama: Teks
    """Mis. `Perempuan`."""
    jumlah: Bilangan | None = None
    """Banyaknya; kosong bila disembunyikan karena terlalu sedikit."""


class ProfilResponden(Bagian):
    """Respondents by one trait; cells of few people are hidden."""

    ciri: Literal["jenis_kelamin", "usia", "pendidikan", "pekerjaan", "layanan"]
    """Ciri responden."""
    sel: tuple[SelProfil, ...] = Field(min_length=1)
    """Banyaknya menurut ciri itu."""


class Skm(Bagian):
    """A satisfaction survey (PermenPANRB 14/2017): results as reported."""

    status: Status
    """Status survei."""
    diperbarui: Tanggal
    """Hari isi berkas ini terakhir diubah."""
    mulai: Tanggal
    """Hari pertama survei."""
    selesai: Tanggal
    """Hari terakhir survei."""
    jenis_periode: Literal["bulanan", "triwulan", "semester", "tahunan"] | None = None
    """Kekerapan survei."""
    responden: Bilangan
    """Banyaknya responden."""
    populasi: Bilangan | None = None
    """Banyaknya pengguna layanan dalam masa itu."""
    metode_bobot: Literal["persis", "0.111", "0.11"] = "persis"
    """Bobot unsur yang dipakai laporan."""
    ikm: Desimal = Field(ge=25, le=100)
    """Indeks sebagaimana dilaporkan."""
    mutu: Literal["A", "B", "C", "D"]
    """Mutu sebagaimana dilaporkan."""
    unsur: tuple[UnsurSkm, ...] = ()
    """Nilai per unsur."""
    profil: tuple[ProfilResponden, ...] = ()
    """Responden menurut ciri; jumlah yang terlalu kecil disembunyikan."""
    layanan: tuple[Rujukan, ...] = ()
    """Layanan yang disurvei; kosong berarti semua layanan unit ini."""
    tindak_lanjut: tuple[TindakLanjut, ...] = ()
    """Rencana tindak lanjut."""
    media_publikasi: tuple[Media, ...] = ()
    """Tempat hasilnya diumumkan."""
    tautan: Tautan | None = None
    """Alamat laporan lengkapnya."""
    berkas: Berkas | None = None
    """Laporan lengkapnya di `lampiran/`."""


class DimensiNilai(Bagian):
    """One dimension of an evaluation."""

    nama: Teks
    """Nama dimensi atau aspek."""
    bobot: Desimal | None = None
    """Bobotnya dalam persen."""
    nilai: Desimal
    """Nilainya."""


class Evaluasi(Bagian):
    """The result of an outside evaluation, as reported."""

    lembaga: Teks
    """Lembaga penilai."""
    skema: Teks
    """Nama penilaian."""
    kode_skema: Kode | None = None
    """Id skema di `kosakata/skema-penilaian/`, yang memuat skalanya."""
    tahun: Bilangan
    """Tahun penilaian."""
    lingkup: Literal["pemda", "unit"]
    """Yang dinilai: seluruh pemerintah daerah atau unit ini."""
    nilai: Desimal | None = None
    """Nilai."""
    label: Teks | None = None
    """Label sebagaimana dilaporkan, mis. `B`."""
    zona: Literal["hijau", "kuning", "merah"] | None = None
    """Zona sebagaimana dilaporkan."""
    dimensi: tuple[DimensiNilai, ...] = ()
    """Nilai per dimensi, sebagaimana dilaporkan."""
    status: Status
    """Status data ini."""
    keyakinan: Keyakinan = "ingatan"
    """Seberapa yakin."""
    sumber: Teks
    """Tempat nilai ini dibaca."""
    tautan: Tautan | None = None
    """Alamat sumbernya."""
    berkas: Berkas | None = None
    """Salinan hasilnya di `lampiran/`."""
    catatan: tuple[Teks, ...] = ()
    """Catatan, mis. label yang tidak cocok dengan tabel."""
    tindak_lanjut: tuple[TindakLanjut, ...] = ()
    """Rencana tindak lanjut atas catatan penilai."""
    diperbarui: Tanggal
    """Hari isi berkas ini terakhir diubah."""


class JumlahAduan(Bagian):
    """How many reports of one kind came in."""

    jenis: Literal["pengaduan", "aspirasi", "permintaan_informasi"]
    """Jenis laporan menurut SP4N-LAPOR!."""
    jumlah: Bilangan
    """Banyaknya."""


class RekapPengaduan(Bagian):
    """The public figures of complaint handling in one year; the year is the file's name."""

    status: Status
    """Status angka ini."""
    diperbarui: Tanggal
    """Hari isi berkas ini terakhir diubah."""
    diterima: Bilangan
    """Laporan yang diterima setahun."""
    selesai: Bilangan
    """Yang selesai."""
    tepat_waktu: Bilangan | None = None
    """Yang selesai dalam tenggatnya."""
    rata_rata_hari: Desimal | None = None
    """Rata-rata hari sampai selesai."""
    menurut_jenis: tuple[JumlahAduan, ...] = ()
    """Banyaknya menurut jenis; bila diisi, jumlahnya sama dengan yang diterima."""
    lewat_lapor: Bilangan | None = None
    """Yang masuk lewat SP4N-LAPOR!."""
    perbaikan: tuple[Teks, ...] = ()
    """Yang diperbaiki karena laporan warga."""
    media_publikasi: tuple[Media, ...] = ()
    """Tempat angka ini diumumkan."""
    sumber: Teks | None = None
    """Dari mana angka ini, mis. dasbor SP4N-LAPOR!."""


class PesertaKonsultasi(Bagian):
    """How many came from one part of society."""

    unsur: Kode
    """Kode di `kosakata/unsur-masyarakat.yaml`."""
    jumlah: Bilangan
    """Banyaknya orang."""


class Konsultasi(Bagian):
    """A public consultation (FKP, PermenPANRB 16/2017); its day is the file's name."""

    status: Status
    """Status catatan ini."""
    diperbarui: Tanggal
    """Hari isi berkas ini terakhir diubah."""
    topik: Teks
    """Yang dibahas."""
    cara: Literal["tatap_muka", "daring", "campuran", "siaran"] = "tatap_muka"
    """Cara berdialog."""
    layanan: tuple[Rujukan, ...] = ()
    """Layanan yang dibahas."""
    peserta: tuple[PesertaKonsultasi, ...] = ()
    """Peserta menurut unsur masyarakat; tanpa nama."""
    kesepakatan: tuple[Teks, ...] = ()
    """Yang disepakati."""
    berita_acara: Teks | None = None
    """Nomor berita acara."""
    berkas: Berkas | None = None
    """Berita acara di `lampiran/`, tanpa daftar hadir."""
    tindak_lanjut: tuple[TindakLanjut, ...] = ()
    """Rencana tindak lanjut."""
    media_publikasi: tuple[Media, ...] = ()
    """Tempat hasilnya diumumkan."""
    seluruh_layanan: YaTidak = False
    """`ya` bila semua layanan unit dibahas."""
