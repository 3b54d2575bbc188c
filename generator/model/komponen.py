"""The 14 components of a standard, and those of its management that many services share."""

from __future__ import annotations

from pydantic import Field

from generator.model.dasar import Bagian, Pengaduan
from generator.model.nilai import Bilangan, Kode, Teks

KOMPONEN: dict[str, str] = {
    "dasar_hukum": "Dasar hukum",
    "persyaratan": "Persyaratan",
    "prosedur": "Sistem, mekanisme, dan prosedur",
    "jangka_waktu": "Jangka waktu penyelesaian",
    "biaya": "Biaya/tarif",
    "produk": "Produk pelayanan",
    "sarpras": "Sarana, prasarana, dan/atau fasilitas",
    "kompetensi": "Kompetensi pelaksana",
    "pengawasan": "Pengawasan internal",
    "pengaduan": "Penanganan pengaduan, saran, dan masukan",
    "jumlah_pelaksana": "Jumlah pelaksana",
    "jaminan_pelayanan": "Jaminan pelayanan",
    "jaminan_keamanan": "Jaminan keamanan dan keselamatan pelayanan",
    "evaluasi_kinerja": "Evaluasi kinerja pelaksana",
}
"""The 14 components in the order of the law: code and official name."""

KOMPONEN_PUBLIK = ("persyaratan", "prosedur", "jangka_waktu", "biaya", "produk", "pengaduan")
"""The six components of service delivery, which must be published (PermenPANRB 15/2014)."""


class Sarana(Bagian):
    """A facility; those for vulnerable groups are marked (PermenPANRB 11/2024)."""

    nama: Teks
    """Nama sarana, mis. `Kursi tunggu`."""
    akses_rentan: Kode | None = None
    """Kode di `kosakata/akses-rentan.yaml` bila untuk kelompok rentan."""


class Kompetensi(Bagian):
    """What a post must know or be able to do."""

    jabatan: Teks
    """Jabatan, bukan nama orang."""
    uraian: Teks
    """Pengetahuan, keahlian, dan pengalaman yang diperlukan."""


class Rincian(Bagian):
    """Staff at one post."""

    jabatan: Teks
    """Jabatan, bukan nama orang."""
    jumlah: Bilangan
    """Banyaknya orang."""


class JumlahPelaksana(Bagian):
    """Staff for the service: a number only where it is known."""

    jumlah: Bilangan | None = None
    """Banyaknya pelaksana."""
    rincian: tuple[Rincian, ...] = ()
    """Banyaknya per jabatan; jumlahnya sama dengan `jumlah`."""
    keterangan: Teks | None = None
    """Penjelasan tambahan."""

    @property
    def berisi(self) -> bool:
        """Whether it gives a number."""
        return self.jumlah is not None or bool(self.rincian)


class EvaluasiKinerja(Bagian):
    """How and how often performance is assessed."""

    uraian: tuple[Teks, ...] = Field(min_length=1)
    """Cara kinerja dinilai."""
    frekuensi: Teks | None = None
    """Seberapa sering, mis. `setiap bulan`."""


class KomponenBersama(Bagian):
    """The management components: a unit sets them once, and its services inherit them."""

    sarpras: tuple[Sarana, ...] = ()
    """Sarana, prasarana, dan fasilitas."""
    kompetensi: tuple[Kompetensi, ...] = ()
    """Kompetensi pelaksana per jabatan."""
    pengawasan: tuple[Teks, ...] = ()
    """Siapa mengawasi apa."""
    pengaduan: Pengaduan | None = None
    """Penanganan pengaduan."""
    jumlah_pelaksana: JumlahPelaksana | None = None
    """Banyaknya pelaksana."""
    jaminan_pelayanan: tuple[Teks, ...] = ()
    """Kepastian bahwa layanan mengikuti standar, termasuk kompensasi."""
    jaminan_keamanan: tuple[Teks, ...] = ()
    """Keamanan dan keselamatan warga, data, dan dokumen."""
    evaluasi_kinerja: EvaluasiKinerja | None = None
    """Cara dan kekerapan menilai kinerja pelaksana."""


KOMPONEN_BERSAMA = tuple(KomponenBersama.model_fields)
"""Components that a unit sets once and its services inherit."""
