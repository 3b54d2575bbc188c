"""Records a unit keeps beside its standards: decree and pledge."""

from __future__ import annotations

from generator.model.dasar import Bagian
from generator.model.layanan import Media
from generator.model.nilai import (
    Berkas,
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
    tanggal: Tanggal | None = None
    """Tanggal ditetapkan; wajib bila `berlaku`, kosong selama belum diketahui."""
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
