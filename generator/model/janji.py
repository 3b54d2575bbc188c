"""What a standard promises the citizen: by case, what to bring and do, how long, at what price."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from generator.model.dasar import Bagian, Dasar, Durasi, Formulir, Sumber
from generator.model.nilai import (
    Bilangan,
    Kode,
    Rujukan,
    Rupiah,
    Satuan,
    Tanggal,
    Teks,
    YaTidak,
    wrong,
)


class Kasus(Bagian):
    """One answer to a case question, as in "hilang"."""

    kode: Kode
    """Kode kasus, unik di seluruh standar ini."""
    nama: Teks
    """Jawaban yang dipilih warga, mis. `Hilang`."""
    keterangan: Teks | None = None
    """Penjelasan singkat, mis. `dicuri atau tidak ketemu`."""


class Sumbu(Bagian):
    """One question that splits a service into cases."""

    kode: Kode
    """Kode pertanyaan, mis. `keadaan`."""
    pertanyaan: Teks
    """Pertanyaan kepada warga, mis. `KTP-el Anda hilang atau rusak?`."""
    pilihan: tuple[Kasus, ...] = Field(min_length=2, max_length=40)
    """Jawaban yang mungkin; paling sedikit dua."""


class Butir(Bagian):
    """Base of the items that have a code and may belong to some cases only."""

    kode: Kode
    """Kode butir, unik dalam daftarnya; dipakai untuk menimpa, merujuk, dan melapor."""
    kasus: tuple[Kode, ...] = ()
    """Kode kasus yang memerlukan butir ini; kosong berarti semua."""


Bentuk = Literal[
    "asli", "asli_ditunjukkan", "fotokopi", "fotokopi_legalisir", "pindai_asli", "digital"
]


class Persyaratan(Butir):
    """What a citizen must bring or fulfil: a document, a condition, or a rule about both."""

    dokumen: Kode | None = None
    """Kode dokumen di `kosakata/dokumen.yaml`."""
    teks: Teks | None = None
    """Syarat yang bukan dokumen, atau nama dokumen bila perlu lebih rinci."""
    jenis: Literal["administratif", "teknis", "aturan"] = "administratif"
    """`aturan` untuk ketentuan tentang berkas, mis. rangkap dua; bukan sesuatu yang dibawa."""
    bentuk: Bentuk | None = None
    """Bentuk dokumen yang diterima."""
    rangkap: Bilangan | None = Field(default=None, ge=1)
    """Jumlah lembar atau rangkap."""
    meterai: YaTidak = False
    """`ya` bila harus bermeterai; besar meterai tidak ditulis di sini."""
    wajib: Literal["ya", "bersyarat"] = "ya"
    """`bersyarat` bila hanya diminta dalam keadaan di `jika`."""
    jika: Teks | None = None
    """Keadaan yang membuat syarat ini diminta, mis. `diwakilkan`."""
    salah_satu: Kode | None = None
    """Butir dengan kode kelompok yang sama: cukup dipenuhi satu di antaranya."""
    formulir: Formulir | None = None
    """Formulir yang diisi untuk syarat ini."""
    keterangan: Teks | None = None
    """Penjelasan tambahan."""
    dasar: Dasar | None = None
    """Pasal yang meminta syarat ini."""
    sumber: Sumber | None = None
    """Dari mana syarat ini."""

    @model_validator(mode="after")
    def _says_something(self) -> Persyaratan:
        if not self.dokumen and not self.teks:
            raise wrong(
                "persyaratan",
                "syarat ini tidak menyebut `dokumen` atau `teks`",
                "tulis `dokumen: <kode>` dari kosakata/dokumen.yaml, atau `teks: …`",
            )
        if self.wajib == "bersyarat" and not self.jika:
            raise wrong(
                "persyaratan",
                "syarat bersyarat tidak menyebut keadaannya",
                "tambahkan `jika: …`, mis. `jika: diwakilkan`",
            )
        return self


class Jika(Bagian):
    """What happens at a step when something is not as it should be."""

    keadaan: Teks
    """Keadaannya, mis. `berkas kurang`."""
    tindakan: Teks
    """Yang lalu terjadi, mis. `petugas memberi catatan tertulis`."""
    kembali_ke: Kode | None = None
    """Kode langkah yang diulang."""
    layanan: Rujukan | None = None
    """Layanan lain yang perlu diurus dulu."""


class Langkah(Butir):
    """One step of the procedure: who does what, where, in how much time."""

    uraian: Teks
    """Apa yang dilakukan, diawali kata kerja."""
    pelaku: Teks
    """Jabatan atau `Pemohon`; bukan nama orang."""
    kanal: tuple[Kode, ...] = ()
    """Kode kanal layanan tempat langkah ini terjadi; kosong berarti semua."""
    waktu: Durasi | None = None
    """Lama langkah ini."""
    jika: tuple[Jika, ...] = ()
    """Yang terjadi bila tidak lancar."""
    produk: tuple[Kode, ...] = ()
    """Kode produk yang dituju langkah ini; kosong berarti semua."""
    keterangan: Teks | None = None
    """Penjelasan tambahan."""
    sumber: Sumber | None = None
    """Dari mana langkah ini."""


class Tahap(Butir):
    """One stage of the time: stages follow one another unless `sesudah` says otherwise."""

    nama: Teks
    """Nama tahap, mis. `Pemeriksaan teknis`."""
    min: Bilangan | None = None
    """Waktu tersingkat; kosong bila sama dengan `maks`."""
    maks: Bilangan = Field(ge=1)
    """Waktu terlama yang dijanjikan."""
    satuan: Satuan
    """Satuan waktu."""
    unit: Kode | None = None
    """Unit yang memegang tahap ini; kosong berarti unit layanan ini."""
    unit_luar: Teks | None = None
    """Lembaga di luar pemerintah daerah yang memegang tahap ini."""
    sesudah: tuple[Kode, ...] | None = None
    """Kode tahap yang harus selesai dulu; `[]` berarti sejak awal; kosong berarti menyusul."""
    produk: tuple[Kode, ...] = ()
    """Kode produk yang dihasilkan jalur tahap ini; kosong berarti semua."""
    keterangan: Teks | None = None
    """Penjelasan tambahan."""
    sumber: Sumber | None = None
    """Dari mana waktu ini."""

    @model_validator(mode="after")
    def _range(self) -> Tahap:
        if self.min is not None and self.min > self.maks:
            raise wrong(
                "tahap",
                f"`min` {self.min} lebih besar daripada `maks` {self.maks}",
                "perbaiki yang keliru; pada timpaan, yang tidak tertulis di sini berasal dari pola",
            )
        return self


class JangkaWaktu(Bagian):
    """How long it takes and from when; the total is computed from the stages."""

    dihitung_sejak: Teks | None = None
    """Peristiwa yang memulai hitungan, mis. `berkas lengkap`."""
    tahap: tuple[Tahap, ...] = Field(default=(), max_length=60)
    """Tahap-tahap waktu."""
    total: Durasi | None = None
    """Jumlah yang ditetapkan, bila keputusan menyebutnya; harus sama dengan jumlah tahap."""
    jadwal: Teks | None = None
    """Untuk layanan yang mengikuti jadwal tahunan: siapa yang menetapkan jadwalnya."""
    catatan: Teks | None = None
    """Keadaan yang menunda, mis. blangko habis atau jaringan putus."""

    @property
    def berisi(self) -> bool:
        """Whether it promises a time."""
        return bool(self.tahap or self.total or self.jadwal)


class Biaya(Butir):
    """One row of the fee: for whom, how much, on what basis. Free is one row of 0."""

    untuk: Teks
    """Untuk siapa atau apa, mis. `Pasien umum`."""
    jenis: Literal["layanan", "retribusi", "pajak", "pnbp"] = "layanan"
    """Macam pungutan."""
    jumlah: Rupiah | None = None
    """Rupiah penuh; `0` berarti gratis; kosong berarti belum diisi."""
    satuan: Teks | None = None
    """Per apa, mis. `kendaraan` atau `meter persegi`."""
    hitungan: Literal["tetap", "rumus", "unit_lain"] = "tetap"
    """`rumus` bila dihitung menurut `rumus`; `unit_lain` bila dihitung unit lain."""
    rumus: Teks | None = None
    """Cara menghitung, dalam kata-kata."""
    unit: Kode | None = None
    """Unit yang menghitung, bila `hitungan: unit_lain`."""
    berlaku_mulai: Tanggal | None = None
    """Hari pertama tarif ini."""
    berlaku_sampai: Tanggal | None = None
    """Hari terakhir tarif ini."""
    keterangan: Teks | None = None
    """Penjelasan tambahan."""
    dasar: Dasar | None = None
    """Peraturan yang menetapkan tarif atau kegratisan."""
    sumber: Sumber | None = None
    """Dari mana baris ini, bila bukan dari `dasar`."""

    @model_validator(mode="after")
    def _counted(self) -> Biaya:
        if self.hitungan == "rumus" and not self.rumus:
            raise wrong(
                "biaya", "`hitungan: rumus` tanpa `rumus`", "tambahkan `rumus: …` dalam kata-kata"
            )
        if self.hitungan == "unit_lain" and not self.unit:
            raise wrong(
                "biaya",
                "`hitungan: unit_lain` tidak menyebut unitnya",
                "tambahkan `unit: <id unit>` yang menghitung",
            )
        return self


class Denda(Butir):
    """A fine for being late or breaking a rule; never part of the fee."""

    untuk: Teks
    """Keadaan yang didenda, mis. `terlambat lebih dari 60 hari`."""
    jumlah: Rupiah | None = None
    """Rupiah penuh; kosong berarti belum diisi."""
    rumus: Teks | None = None
    """Cara menghitung bila bukan jumlah tetap, mis. `1% per bulan dari pajak terutang`."""
    keterangan: Teks | None = None
    """Penjelasan tambahan."""
    dasar: Dasar | None = None
    """Peraturan yang menetapkan denda."""
    sumber: Sumber | None = None
    """Dari mana denda ini."""


class PungutanLain(Butir):
    """A tax or charge due elsewhere before this service can be given."""

    nama: Teks
    """Nama pungutan, mis. `Pajak reklame`."""
    jumlah: Rupiah | None = None
    """Rupiah penuh; kosong berarti tergantung atau belum diisi."""
    rumus: Teks | None = None
    """Cara menghitung bila bukan jumlah tetap."""
    unit: Kode | None = None
    """Unit yang memungut."""
    unit_luar: Teks | None = None
    """Lembaga lain yang memungut."""
    layanan: Rujukan | None = None
    """Layanan tempat membayarnya."""
    keterangan: Teks | None = None
    """Kapan dan bagaimana dibayar."""
    dasar: Dasar | None = None
    """Peraturan yang menetapkannya."""


class MasaBerlaku(Bagian):
    """How long a product is valid: a duration, without limit, or under a condition."""

    durasi: Durasi | None = None
    """Lama berlakunya."""
    selamanya: YaTidak = False
    """`ya` bila berlaku tanpa batas waktu."""
    keterangan: Teks | None = None
    """Syarat berlakunya, mis. `selama data tidak berubah`."""
    sumber: Sumber | None = None
    """Dari mana masa berlaku ini."""

    @model_validator(mode="after")
    def _one(self) -> MasaBerlaku:
        if self.durasi and self.selamanya:
            raise wrong("masa_berlaku", "berlaku selamanya sekaligus berbatas", "hapus salah satu")
        if not (self.durasi or self.selamanya or self.keterangan):
            raise wrong(
                "masa_berlaku",
                "masa berlaku ini tidak menyebut apa pun",
                "isi `durasi`, `selamanya: ya`, atau `keterangan`",
            )
        return self


class Produk(Butir):
    """What the citizen receives."""

    nama: Teks
    """Nama hasil layanan."""
    dokumen: Kode | None = None
    """Kode dokumen di `kosakata/dokumen.yaml`, agar layanan lain dapat merujuknya."""
    bentuk: Literal["dokumen", "barang", "jasa"] = "dokumen"
    """Macam hasil."""
    format: Literal["fisik", "elektronik", "fisik_dan_elektronik"] | None = None
    """Cara hasil diterima."""
    masa_berlaku: MasaBerlaku | None = None
    """Berapa lama hasil ini berlaku."""
    keterangan: Teks | None = None
    """Penjelasan tambahan."""
