"""A SOP as rows of text (PermenPANRB 35/2012): identity block and flow table in one record.

The official sheet, the picture, the BPMN file and the spoken reading are made from it.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from generator.model.dasar import Bagian, Dasar, Durasi
from generator.model.nilai import Kode, Rujukan, Tanggal, Teks, YaTidak, wrong


class PelaksanaSop(Bagian):
    """One column of the sheet: a post, never a person."""

    kode: Kode
    """Kode pelaksana, unik dalam SOP ini."""
    jabatan: Teks
    """Jabatan, mis. `Petugas loket`; `Pemohon` untuk warga."""
    luar: YaTidak = False
    """`ya` bila di luar unit: pemohon, unit lain, atau lembaga lain."""
    unit: Kode | None = None
    """Id unit pelaksana, bila unit lain di pemerintah daerah ini."""


class BarisSop(Bagian):
    """One row: one activity, its actors, its symbol, its standard of quality."""

    kode: Kode
    """Kode baris, unik dalam SOP ini; dituju oleh `lanjut`, `ya`, dan `tidak`."""
    uraian: Teks
    """Kegiatan, diawali kata kerja."""
    pelaku: tuple[Kode, ...] = Field(min_length=1)
    """Kode pelaksana; lebih dari satu bila dikerjakan bersama."""
    jenis: Literal["mulai", "proses", "keputusan", "selesai"] = "proses"
    """Simbol: kapsul untuk `mulai` dan `selesai`, kotak untuk `proses`, belah ketupat untuk
    `keputusan`. Kapsul memuat kegiatan pertama dan terakhir, bukan kata "Mulai"."""
    dokumen: tuple[Kode, ...] = ()
    """Kode dokumen di `kosakata/dokumen.yaml` yang diperlukan; tercetak di kelengkapan."""
    kelengkapan: tuple[Teks, ...] = ()
    """Perlengkapan lain yang diperlukan."""
    waktu: Durasi | None = None
    """Lama pengerjaan."""
    tunggu: Durasi | None = None
    """Lama menunggu sesudah kegiatan ini, mis. menunggu jadwal pejabat."""
    output: tuple[Teks, ...] = ()
    """Hasil kegiatan."""
    produk: tuple[Kode, ...] = ()
    """Kode produk di standar pelayanan yang dihasilkan; tercetak di output."""
    biaya: tuple[Kode, ...] = ()
    """Kode baris biaya di standar pelayanan yang dibayar di sini."""
    keterangan: Teks | None = None
    """Keterangan; wajib bila `waktu` kosong."""
    lanjut: Kode | None = None
    """Kode baris berikutnya; kosong berarti baris di bawahnya."""
    ya: Kode | None = None
    """Untuk `keputusan`: baris bila ya; kosong berarti baris di bawahnya."""
    tidak: Kode | None = None
    """Untuk `keputusan`: baris bila tidak."""
    kata_ya: Teks | None = None
    """Label jalan ya bila bukan `Ya`, mis. `Lengkap`."""
    kata_tidak: Teks | None = None
    """Label jalan tidak bila bukan `Tidak`."""
    jam_mulai: YaTidak = False
    """`ya` bila janji waktu mulai dihitung di awal baris ini."""
    jam_selesai: YaTidak = False
    """`ya` bila janji waktu berakhir di akhir baris ini."""
    langkah: tuple[Kode, ...] = ()
    """Kode langkah `prosedur` di standar pelayanan yang dilayani baris ini."""
    kasus: tuple[Kode, ...] = ()
    """Kode kasus di standar pelayanan; kosong berarti semua."""

    @model_validator(mode="after")
    def _exits(self) -> BarisSop:
        if self.jenis == "keputusan":
            if not self.tidak:
                raise wrong(
                    "baris_sop",
                    "keputusan harus menyebut tujuan bila tidak",
                    "tambahkan `tidak: <kode baris>`",
                )
            if self.lanjut:
                raise wrong(
                    "baris_sop",
                    "keputusan tidak memakai `lanjut`",
                    "ganti `lanjut` dengan `ya`, dan isi `tidak`",
                )
        elif self.ya or self.tidak or self.kata_ya or self.kata_tidak:
            raise wrong(
                "baris_sop",
                "`ya` dan `tidak` hanya untuk keputusan",
                "tulis `jenis: keputusan`, atau ganti dengan `lanjut`",
            )
        return self


class Golongan(Bagian):
    """The kind of a SOP in four respects."""

    sifat: Literal["teknis", "administratif"] = "administratif"
    """`administratif` bila pelaksananya lebih dari satu."""
    cakupan: Literal["makro", "mikro"] = "mikro"
    """`makro` bila memuat beberapa SOP mikro."""
    kelengkapan: Literal["final", "parsial"] = "final"
    """`final` bila sampai ke hasil akhir."""
    isi: Literal["generik", "spesifik"] = "spesifik"
    """`generik` bila berlaku untuk banyak layanan."""


class Keterkaitan(Bagian):
    """A related SOP and how it is related."""

    sop: Rujukan | None = None
    """Id SOP dalam katalog ini."""
    judul: Teks | None = None
    """Judul SOP yang belum ada di katalog."""
    jenis: Literal["lanjutan", "prasyarat", "terkait", "bagian_makro"] = "terkait"
    """Macam kaitannya."""

    @model_validator(mode="after")
    def _named(self) -> Keterkaitan:
        if bool(self.sop) == bool(self.judul):
            raise wrong(
                "keterkaitan",
                "keterkaitan menyebut tepat satu dari `sop` atau `judul`",
                "isi salah satu saja",
            )
        return self


class Sop(Bagian):
    """One SOP."""

    judul: Teks
    """Judul menurut kegiatannya."""
    status: Literal[
        "draf", "contoh", "reviu", "disahkan", "berlaku", "revisi", "ditinjau", "dicabut"
    ]
    """Status SOP."""
    diperbarui: Tanggal
    """Hari isi berkas ini terakhir diubah."""
    layanan: tuple[Rujukan, ...] = ()
    """Id layanan yang dijalankan SOP ini."""
    proses: Teks | None = None
    """Kode proses bisnis, mis. `BLG.02.01`."""
    golongan: Golongan = Golongan()
    """Sifat, cakupan, kelengkapan, dan isi."""
    sepanjang_waktu: YaTidak = False
    """`ya` bila dijalankan siang malam setiap hari, mis. kedaruratan; waktunya dihitung menurut jam
    dinding, bukan jam kantor."""
    nomor: Teks | None = None
    """Nomor SOP menurut tata naskah dinas."""
    tanggal_pembuatan: Tanggal | None = None
    """Hari SOP pertama kali selesai disusun."""
    tanggal_revisi: Tanggal | None = None
    """Hari SOP direvisi."""
    tanggal_efektif: Tanggal | None = None
    """Hari SOP mulai berlaku, sama dengan hari disahkan."""
    disahkan_oleh: Teks | None = None
    """Jabatan yang mengesahkan; nama dan tanda tangan diisi di lembar cetak."""
    dasar_hukum: tuple[Dasar, ...] = ()
    """Peraturan yang mendasari."""
    keterkaitan: tuple[Keterkaitan, ...] = ()
    """SOP lain yang terkait."""
    peringatan: tuple[Teks, ...] = ()
    """Akibat bila SOP tidak dijalankan."""
    kualifikasi_pelaksana: tuple[Teks, ...] = ()
    """Kemampuan yang diperlukan."""
    peralatan: tuple[Teks, ...] = ()
    """Peralatan dan perlengkapan utama."""
    pencatatan: tuple[Teks, ...] = ()
    """Formulir dan register yang diisi."""
    pelaksana: tuple[PelaksanaSop, ...] = Field(min_length=1, max_length=12)
    """Kolom-kolom pelaksana, dari kiri ke kanan."""
    baris: tuple[BarisSop, ...] = Field(min_length=2, max_length=80)
    """Kegiatan menurut urutan."""
    catatan: tuple[Teks, ...] = ()
    """Keraguan dan hal yang perlu dicek."""
    dahulu: tuple[Rujukan, ...] = ()
    """Id lama; alamat lamanya dialihkan."""
    pengganti: Rujukan | None = None
    """Untuk `dicabut`: SOP yang menggantikan."""
    ditinjau_terhadap: Teks | None = None
    """Untuk berkas yang menimpa pola: sidik pola saat ditinjau."""
