"""The law register: each regulation once, with its state."""

from __future__ import annotations

from typing import Literal

from generator.model.dasar import Bagian
from generator.model.nilai import Bilangan, Keyakinan, Kode, Tanggal, Tautan, Teks


class Regulasi(Bagian):
    """One regulation; services, fees and requirements refer to it by its id."""

    jenis: Teks
    """Jenis peraturan, mis. `UU`, `Perpres`, `Permendagri`, `Perda`."""
    nomor: Teks | None = None
    """Nomor; kosong bila belum diketahui."""
    tahun: Bilangan | None = None
    """Tahun; kosong bila belum diketahui."""
    tentang: Teks
    """Judul sesudah kata "tentang", tanpa catatan."""
    status: Literal["berlaku", "diubah", "dicabut", "belum_dicek"]
    """`diubah` masih berlaku dengan perubahan; `dicabut` tidak berlaku lagi."""
    diubah_oleh: tuple[Kode, ...] = ()
    """Id peraturan yang mengubahnya."""
    dicabut_oleh: Kode | None = None
    """Id peraturan yang mencabutnya."""
    catatan: tuple[Teks, ...] = ()
    """Perubahan dan hal yang perlu dicek."""
    tautan: Tautan | None = None
    """Alamat naskah resmi."""
    keyakinan: Keyakinan = "ingatan"
    """Seberapa yakin nomor, tahun, dan judulnya."""
    sumber: tuple[Teks, ...] = ()
    """Halaman tempat peraturan ini dibaca."""
    dicek: Tanggal | None = None
    """Hari terakhir statusnya dicek."""
    diperbarui: Tanggal
    """Hari isi berkas ini terakhir diubah."""
    status_data: Literal["contoh", "berlaku"] = "contoh"
    """`berlaku` bila dicek oleh Bagian Hukum."""

    @property
    def sebutan(self) -> str:
        """Short name as people cite it, as in "UU 24/2013"."""
        number = "/".join(str(each) for each in (self.nomor, self.tahun) if each)
        return f"{self.jenis} {number}".strip()

    @property
    def judul(self) -> str:
        """Full name as printed, as in "UU Nomor 24 Tahun 2013"."""
        parts = [self.jenis]
        if self.nomor:
            parts.append(f"Nomor {self.nomor}")
        if self.tahun:
            parts.append(f"Tahun {self.tahun}")
        return " ".join(parts)
