"""The board as it was on one day, kept so that units and the public see where it is going."""

from __future__ import annotations

from pydantic import Field

from generator.model.dasar import Bagian
from generator.model.nilai import Bilangan, Desimal, Kode


class NilaiPaket(Bagian):
    """The score of one unit by one pack."""

    paket: Kode
    """Id paket di `pak/`."""
    persen: Desimal = Field(ge=0, le=100)
    """Poin yang didapat, dalam persen dari poin yang ada."""


class NilaiMandiri(Bagian):
    """What one unit scored by itself; a unit whose standards are samples has no score."""

    unit: Kode
    """Id unit."""
    nilai: tuple[NilaiPaket, ...] = Field(min_length=1)
    """Nilainya menurut setiap paket."""


class KeadaanLayanan(Bagian):
    """How far the services of the whole government are."""

    layanan: Bilangan
    """Layanan yang tercatat."""
    lengkap: Bilangan
    """Yang lengkap 14 komponen."""
    ditetapkan: Bilangan
    """Yang standarnya sudah ditetapkan."""
    ditinjau: Bilangan
    """Yang ditinjau dalam 12 bulan terakhir."""


class CatatanPapan(Bagian):
    """The board of one day; the day is the file's name. `katalog laporan --catat` writes it."""

    daerah: KeadaanLayanan
    """Keadaan layanan seluruh pemerintah daerah."""
    unit: tuple[NilaiMandiri, ...] = ()
    """Unit yang dinilai hari itu."""
