"""A notice: an outage or a change that reaches services until a day."""

from __future__ import annotations

from typing import Literal

from pydantic import model_validator

from generator.model.dasar import Bagian
from generator.model.nilai import Kode, Rujukan, Tanggal, Tautan, Teks, wrong


class Pengumuman(Bagian):
    """Says something to all who come for a unit, a service, or to a place, until it is over."""

    judul: Teks
    """Satu kalimat: apa yang terjadi, mis. `Loket tutup karena listrik padam`."""
    isi: Teks
    """Apa yang sebaiknya dilakukan warga."""
    tingkat: Literal["info", "terganggu", "tutup"] = "info"
    """`tutup` bila layanan tidak diberikan; `terganggu` bila lebih lambat atau sebagian."""
    mulai: Tanggal
    """Hari pertama pengumuman tampil."""
    selesai: Tanggal
    """Hari terakhir pengumuman tampil; sesudahnya hilang sendiri."""
    unit: tuple[Kode, ...] = ()
    """Id unit yang semua layanannya terkena."""
    layanan: tuple[Rujukan, ...] = ()
    """Id layanan atau pola yang terkena."""
    lokasi: tuple[Rujukan, ...] = ()
    """Id lokasi yang terkena, `<unit>/<lokasi>`."""
    tautan: Tautan | None = None
    """Alamat resmi keterangan lengkapnya."""
    diperbarui: Tanggal
    """Hari isi berkas ini terakhir diubah."""

    @model_validator(mode="after")
    def _reaches_someone(self) -> Pengumuman:
        if not (self.unit or self.layanan or self.lokasi):
            raise wrong(
                "pengumuman",
                "pengumuman ini tidak menyebut siapa yang terkena",
                "isi `unit`, `layanan`, atau `lokasi`",
            )
        return self
