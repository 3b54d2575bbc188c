"""Records a unit keeps beside its standards: decree, pledge, survey, evaluation."""

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
)


class Penetapan(Bagian):
    """A decree that sets standards; numbers follow no single format, hence plain text."""

    jenis: Teks
    """Mis. `Keputusan Kepala Dinas`."""
    nomor: Teks
    """Nomor persis seperti di naskah."""
    tanggal: Tanggal
    """Tanggal ditetapkan."""
    tentang: Teks
    """Judul sesudah kata "tentang"."""
    penandatangan: Teks
    """Jabatan penandatangan."""
    status: Status
    """Status keputusan."""
    diperbarui: Tanggal
    """Hari isi berkas ini terakhir diubah."""
    menetapkan: tuple[Rujukan, ...] = ()
    """Id layanan yang standarnya ditetapkan."""
    mencabut: tuple[Teks, ...] = ()
    """Id penetapan di unit ini, atau sebutan keputusan lama, yang dicabut."""
    mengingat: tuple[Kode, ...] = ()
    """Id peraturan yang diingat."""
    berkas: Berkas | None = None
    """Naskahnya di `lampiran/`."""
    tautan: Tautan | None = None
    """Alamat naskahnya."""
    berita_acara: Teks | None = None
    """Nomor atau tanggal berita acara pembahasan dengan masyarakat."""


class Maklumat(Bagian):
    """The pledge of a unit: three statements (promise, improvement, sanction and compensation)."""

    status: Status
    """Status maklumat."""
    diperbarui: Tanggal
    """Hari isi berkas ini terakhir diubah."""
    janji: Teks | None = None
    """Pernyataan sanggup melayani sesuai standar."""
    perbaikan: Teks | None = None
    """Pernyataan memberi layanan sesuai kewajiban dan memperbaikinya terus."""
    sanksi_kompensasi: Teks | None = None
    """Pernyataan menerima sanksi dan memberi kompensasi bila tidak sesuai standar."""
    nomor: Teks | None = None
    """Nomor keputusan maklumat."""
    tanggal: Tanggal | None = None
    """Tanggal ditetapkan."""
    penandatangan: Teks | None = None
    """Jabatan penandatangan."""
    media_publikasi: tuple[Media, ...] = ()
    """Tempat maklumat dipasang."""
    berkas: Berkas | None = None
    """Naskahnya di `lampiran/`."""


UnsurKode = Literal[
    "persyaratan",
    "prosedur",
    "waktu",
    "biaya",
    "produk",
    "kompetensi",
    "perilaku",
    "pengaduan",
    "sarpras",
]


class UnsurSkm(Bagian):
    """One element of a satisfaction survey, by name and never by number (domain 3.1)."""

    kode: UnsurKode
    """Unsur, menurut nama."""
    nrr: Desimal = Field(ge=1, le=4)
    """Nilai rata-rata unsur, skala 1 sampai 4."""


class TindakLanjut(Bagian):
    """One row of the follow-up plan."""

    unsur: UnsurKode | None = None
    """Unsur yang diperbaiki."""
    masalah: Teks
    """Yang kurang."""
    kegiatan: Teks
    """Yang dilakukan."""
    target: Teks
    """Kapan selesai."""
    penanggung_jawab: Teks
    """Jabatan."""
    selesai: Literal["belum", "berjalan", "selesai"] = "belum"
    """Keadaannya."""


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
    tindak_lanjut: tuple[TindakLanjut, ...] = ()
    """Rencana tindak lanjut."""


class Evaluasi(Bagian):
    """The result of an outside evaluation, as reported."""

    lembaga: Teks
    """Lembaga penilai."""
    skema: Teks
    """Nama penilaian."""
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
    status: Status
    """Status data ini."""
    keyakinan: Keyakinan = "ingatan"
    """Seberapa yakin."""
    sumber: Teks
    """Tempat nilai ini dibaca."""
    tautan: Tautan | None = None
    """Alamat sumbernya."""
    catatan: tuple[Teks, ...] = ()
    """Catatan, mis. label yang tidak cocok dengan tabel."""
    diperbarui: Tanggal
    """Hari isi berkas ini terakhir diubah."""
