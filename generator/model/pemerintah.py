"""The government whose catalog this is: everything that another government would change."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, field_validator, model_validator

from generator.model.dasar import Bagian, Jenjang, KanalPengaduan
from generator.model.nilai import (
    Hari,
    Jam,
    Kode,
    PolaTautan,
    Tanggal,
    Tautan,
    Teks,
    YaTidak,
    wrong,
)


class HariLibur(Bagian):
    """A holiday that the national list lacks, or one of it that is a working day here."""

    tanggal: Tanggal
    """Harinya."""
    nama: Teks
    """Nama hari libur."""
    libur: YaTidak = True
    """`tidak` untuk mencoret hari libur dari daftar nasional."""
    sumber: Teks | None = None
    """Keputusan yang menetapkannya."""


class Libur(Bagian):
    """The office calendar: Indonesia's holidays plus the government's own."""

    cuti_bersama: YaTidak = True
    """`ya` bila kantor tutup pada cuti bersama."""
    koreksi: tuple[HariLibur, ...] = ()
    """Tambahan dan coretan terhadap daftar nasional."""


class JamKerja(Bagian):
    """Office hours of one or more week days; a day not named is a day off."""

    hari: tuple[Hari, ...] = Field(min_length=1)
    """Hari-hari yang jamnya sama."""
    masuk: Jam
    """Jam masuk kerja, waktu setempat."""
    pulang: Jam
    """Jam pulang kerja."""
    istirahat_mulai: Jam | None = None
    """Awal istirahat."""
    istirahat_selesai: Jam | None = None
    """Akhir istirahat."""

    @model_validator(mode="after")
    def _in_order(self) -> JamKerja:
        if bool(self.istirahat_mulai) != bool(self.istirahat_selesai):
            raise wrong(
                "jam_kerja",
                "istirahat punya awal dan akhir",
                "isi `istirahat_mulai` dan `istirahat_selesai`, atau hapus keduanya",
            )
        hours = (self.masuk, self.istirahat_mulai, self.istirahat_selesai, self.pulang)
        given = [each for each in hours if each]
        if sorted(set(given)) != given:
            raise wrong(
                "jam_kerja",
                f"jam kerja tidak berurutan: {', '.join(given)}",
                "urutannya masuk, istirahat, selesai istirahat, pulang",
            )
        return self


class Repositori(Bagian):
    """Where records are changed: the forge's web addresses."""

    alamat: Tautan
    """Alamat repositori."""
    ubah: PolaTautan
    """Pola alamat penyunting web; `{berkas}` diganti jalur berkas."""
    cabang: Kode = "main"
    """Cabang yang diterbitkan."""


class Ppid(Bagian):
    """Contact for public information (UU 14/2008)."""

    nama: Teks
    """Nama kantor PPID."""
    unit: Kode | None = None
    """Unit yang menjadi PPID."""
    tautan: Tautan | None = None
    """Alamat resmi."""


class SaluranData(Bagian):
    """The official channel for "this data is wrong"."""

    jenis: Literal["surel", "whatsapp", "tautan"]
    """Macam saluran."""
    tautan: Tautan
    """Alamat yang dibuka. Formulir dapat diisi lebih dulu: `{rekaman}` diganti id rekaman,
    `{bagian}` kunci bagiannya, dan `{kata}` nama bagian itu atau kata yang dicari warga."""


class Pemerintah(Bagian):
    """The government, its codes, channels and calendar."""

    nama: Teks
    """Nama resmi."""
    nama_pendek: Teks
    """Nama pendek, mis. `Bulungan`."""
    sebutan_daerah: Teks
    """Mis. `Kabupaten Bulungan`."""
    nama_situs: Teks
    """Nama situs ini."""
    slogan: Teks
    """Satu baris di bawah nama situs."""
    pengelola: Teks
    """Unit yang mengelola situs, dalam kata-kata."""
    status: Literal["contoh", "berlaku"]
    """`contoh` selama standar belum ditetapkan; memasang pita dan larangan indeks."""
    diperbarui: Tanggal
    """Hari isi berkas ini terakhir diubah."""
    alamat_situs: Tautan
    """Alamat dasar situs yang diterbitkan, berakhir dengan `/`."""
    zona_waktu: Literal["WIB", "WITA", "WIT"]
    """Zona waktu setempat."""
    kode_kemendagri: Teks | None = Field(default=None, pattern=r"^\d\d(\.\d\d)?$")
    """Kode wilayah Kemendagri, dalam tanda kutip, mis. `'65.01'`."""
    kode_bps: Teks | None = Field(default=None, pattern=r"^\d{4}$")
    """Kode wilayah BPS, dalam tanda kutip, mis. `'6502'`."""
    unit: Kode
    """Id unit pemerintah daerah itu sendiri."""
    libur: Libur = Libur()
    """Kalender kantor."""
    jam_kerja: tuple[JamKerja, ...] = ()
    """Jam kerja kantor, untuk menghitung janji waktu; kosong berarti 37,5 jam dalam lima hari
    kerja (Perpres 21/2023), yaitu 7,5 jam sehari."""
    jenjang_pengaduan: tuple[Jenjang, ...] = ()
    """Jenjang pengaduan di luar unit, dipakai semua layanan."""
    kanal_pengaduan: tuple[KanalPengaduan, ...] = ()
    """Kanal pengaduan milik pemerintah daerah atau nasional, dipakai semua layanan."""
    ppid: Ppid | None = None
    """PPID."""
    repositori: Repositori | None = None
    """Tempat mengubah data."""
    saluran_data: SaluranData | None = None
    """Saluran untuk melaporkan data yang salah."""
    sering_dicari: tuple[Teks, ...] = ()
    """Id layanan di halaman depan, menurut urutan tampil."""
    contoh_pencarian: tuple[Teks, ...] = ()
    """Contoh kata di bawah kotak pencarian."""

    @field_validator("alamat_situs")
    @classmethod
    def _with_slash(cls, address: str) -> str:
        return address.rstrip("/") + "/"
