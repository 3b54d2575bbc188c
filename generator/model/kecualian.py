"""Excuses: findings that the government has decided to live with for a while, openly."""

from __future__ import annotations

from generator.model.dasar import Bagian
from generator.model.nilai import Kode, Tanggal, Teks


class ButirKecualian(Bagian):
    """One excuse: what one rule says about one file blocks nothing until a day."""

    rekaman: Teks
    """Berkas yang dikecualikan, dari folder katalog, mis. `unit/dinas-a/standar/izin.yaml`."""
    aturan: Kode
    """Id aturan yang temuannya dikecualikan, mis. `nama-mirip`."""
    alasan: Teks
    """Mengapa temuan ini dibiarkan, dan apa yang ditunggu."""
    berakhir: Tanggal
    """Hari terakhir pengecualian; sesudahnya temuan berlaku lagi."""
    disetujui_oleh: Teks
    """Jabatan yang menyetujui, bukan nama orang."""


class Kecualian(Bagian):
    """The one list of excuses."""

    diperbarui: Tanggal
    """Hari isi berkas ini terakhir diubah."""
    butir: tuple[ButirKecualian, ...] = ()
    """Kecualian satu per satu."""
