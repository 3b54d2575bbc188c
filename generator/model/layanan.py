"""A service standard: the promise of one service (UU 25/2009 article 21, 14 components).

Villages follow SPM Desa (Permendagri 2/2017), which adds who answers and who serves.
A part that is absent is unknown and reads "belum diisi"; it never means "none" or "free".
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from generator.model.dasar import Bagian, Dasar, Formulir, Perubahan, Sumber
from generator.model.janji import (
    Biaya,
    Denda,
    JangkaWaktu,
    Langkah,
    Persyaratan,
    Produk,
    PungutanLain,
    Sumbu,
)
from generator.model.komponen import KomponenBersama
from generator.model.nilai import (
    Berkas,
    Bilangan,
    Kode,
    Rujukan,
    Status,
    Tanggal,
    Tautan,
    Teks,
)


class KanalLayanan(Bagian):
    """A way to get the service: a code of the closed list, with what is special here."""

    kode: Kode
    """Kode di `kosakata/kanal.yaml`, mis. `loket`."""
    tautan: Tautan | None = None
    """Alamat aplikasi atau situs resmi, bila daring."""
    keterangan: Teks | None = None
    """Hal khusus kanal ini."""


class SistemLuar(Bagian):
    """A system outside the unit in which part of the procedure happens."""

    nama: Teks
    """Nama sistem, mis. `OSS` atau `SIMBG`."""
    tautan: Tautan | None = None
    """Alamat resminya."""


class Tinjau(Bagian):
    """When the standard was last reviewed and with whom."""

    terakhir: Tanggal | None = None
    """Tanggal peninjauan terakhir."""
    berikutnya: Tanggal | None = None
    """Tanggal peninjauan berikutnya yang direncanakan."""
    catatan: Teks | None = None
    """Hasil peninjauan."""
    berita_acara: Teks | None = None
    """Nomor berita acara peninjauan."""


class Media(Bagian):
    """Where the standard is made public."""

    jenis: Literal[
        "sippn",
        "situs_web",
        "media_sosial",
        "aplikasi",
        "banner_poster",
        "leaflet",
        "papan_pengumuman",
        "layar_tv_kiosk",
        "lainnya",
    ]
    """Macam media."""
    tautan: Tautan | None = None
    """Alamatnya, bila daring."""
    letak: Teks | None = None
    """Letaknya, bila di kantor."""
    tanggal: Tanggal | None = None
    """Sejak kapan dipasang."""
    bukti: Berkas | None = None
    """Foto atau tangkapan layar di `lampiran/`, tanpa wajah orang."""


class Kendali(Bagian):
    """Document control, as printed on the sheet."""

    nomor: Teks
    """Nomor dokumen."""
    revisi: Bilangan = 0
    """Revisi ke berapa."""
    tanggal_efektif: Tanggal | None = None
    """Hari dokumen mulai dipakai."""


class SumberKomponen(Bagian):
    """The source of a component's items, for those that name none of their own."""

    persyaratan: Sumber | None = None
    """Dari mana syarat-syaratnya."""
    prosedur: Sumber | None = None
    """Dari mana langkah-langkahnya."""
    jangka_waktu: Sumber | None = None
    """Dari mana waktunya."""
    biaya: Sumber | None = None
    """Dari mana biayanya."""
    produk: Sumber | None = None
    """Dari mana hasil layanan dan masa berlakunya."""


class Janji(Bagian):
    """What a service is, and what it promises: the part of a standard that is its own."""

    nama: Teks
    """Nama resmi layanan."""
    ringkasan: Teks
    """Satu kalimat: apa yang didapat warga dan kapan memerlukannya."""
    status: Status
    """`draf`, `contoh`, `berlaku`, `ditinjau`, atau `dicabut`."""
    diperbarui: Tanggal
    """Hari isi berkas ini terakhir diubah."""
    sebutan: tuple[Teks, ...] = ()
    """Sebutan sehari-hari, singkatan, nama lama, dan salah tulis yang lazim."""
    sektor: Kode
    """Kode di `kosakata/sektor.yaml`."""
    peristiwa: tuple[Kode, ...] = ()
    """Kode peristiwa hidup di `kosakata/peristiwa.yaml`."""
    bentuk_layanan: Literal["barang", "jasa", "administratif"] = "administratif"
    """Macam layanan menurut UU 25/2009."""
    sasaran: tuple[Literal["perorangan", "badan_usaha", "instansi", "kelompok_rentan"], ...] = (
        "perorangan",
    )
    """Siapa yang dilayani."""
    kanal: tuple[KanalLayanan, ...] = ()
    """Cara mendapatkan layanan."""
    kasus: tuple[Sumbu, ...] = Field(default=(), max_length=2)
    """Pertanyaan yang membagi layanan menjadi kasus; paling banyak dua."""

    dasar_hukum: tuple[Dasar, ...] = ()
    """Peraturan yang mendasari layanan."""
    persyaratan: tuple[Persyaratan, ...] = Field(default=(), max_length=200)
    """Yang harus dibawa atau dipenuhi."""
    prosedur: tuple[Langkah, ...] = Field(default=(), max_length=100)
    """Langkah-langkah layanan."""
    jangka_waktu: JangkaWaktu | None = None
    """Lama penyelesaian."""
    biaya: tuple[Biaya, ...] = Field(default=(), max_length=150)
    """Baris-baris biaya; gratis ditulis satu baris `jumlah: 0`."""
    denda: tuple[Denda, ...] = ()
    """Denda, terpisah dari biaya."""
    pungutan_lain: tuple[PungutanLain, ...] = ()
    """Pajak atau pungutan yang dibayar di tempat lain."""
    produk: tuple[Produk, ...] = Field(default=(), max_length=40)
    """Hasil layanan."""


class Standar(KomponenBersama, Janji):
    """The standard of one service: its promise, its management, and how it is kept."""

    pejabat_penanggung_jawab: Teks | None = None
    """Jabatan penanggung jawab (wajib di desa, SPM Desa)."""
    petugas: Teks | None = None
    """Jabatan petugas yang melayani (wajib di desa, SPM Desa)."""

    sumber: SumberKomponen = SumberKomponen()
    """Sumber tiap komponen; butir yang menyebut `sumber` sendiri tidak terpengaruh."""
    penetapan: Kode | None = None
    """Id keputusan di `penetapan/` yang menetapkan standar ini."""
    nomor_keputusan: Teks | None = None
    """Nomor keputusan seperti di sumbernya, selama belum ada rekamannya di `penetapan/`."""
    sop: tuple[Rujukan, ...] = ()
    """Id SOP yang menjalankan standar ini."""
    proses: Teks | None = None
    """Kode proses bisnis."""
    unit_penetap: Kode | None = None
    """Unit yang menetapkan standar, bila bukan unit pemilik berkas."""
    unit_pelaksana: tuple[Kode, ...] = ()
    """Unit lain yang ikut melaksanakan."""
    lokasi: tuple[Rujukan, ...] = ()
    """Id lokasi layanan; kosong berarti semua lokasi unit ini."""
    tinjau: Tinjau | None = None
    """Peninjauan ulang."""
    media_publikasi: tuple[Media, ...] = ()
    """Media tempat standar dipublikasikan."""
    sistem_luar: tuple[SistemLuar, ...] = ()
    """Sistem di luar unit yang dipakai."""
    kendali: Kendali | None = None
    """Nomor dan revisi dokumen."""
    formulir: tuple[Formulir, ...] = ()
    """Formulir yang diisi di loket; pemohon tidak perlu membawanya."""
    terkait: tuple[Rujukan, ...] = ()
    """Layanan lain yang sering diurus bersama."""
    catatan: tuple[Teks, ...] = ()
    """Hal yang perlu diketahui warga, mis. keadaan memaksa."""
    catatan_dalam: tuple[Teks, ...] = ()
    """Catatan untuk pengelola: keraguan dan yang perlu dicek; tampil sebagai catatan data."""
    riwayat: tuple[Perubahan, ...] = ()
    """Perubahan penting, yang terbaru dulu."""
    sippn: Tautan | None = None
    """Alamat layanan ini di SIPP Nasional."""
    berlaku_mulai: Tanggal | None = None
    """Hari pertama versi ini berlaku; wajib bila ada versi lain."""
    dahulu: tuple[Rujukan, ...] = ()
    """Id lama berkas ini; alamat lamanya dialihkan."""
    pengganti: Rujukan | None = None
    """Untuk `dicabut`: layanan yang menggantikan."""
    ditinjau_terhadap: Teks | None = None
    """Untuk berkas yang menimpa pola: sidik pola saat ditinjau."""
