"""Business process maps (PermenPANRB 19/2018): from the mission down to the service.

A process is known by its dotted code, which is also its file name: `BLG.02` is level 0,
`BLG.02.01` level 1, `BLG.02.01.03` level 2. What is above and below follows from the code.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from generator.model.dasar import Bagian, Dasar
from generator.model.nilai import Kode, KodeProses, Rujukan, Status, Tanggal, Teks, YaTidak, wrong


class Relasi(Bagian):
    """What passes between this process and another, or a party outside."""

    proses: Teks | None = None
    """Kode proses lain di pemerintah daerah ini."""
    pihak: Teks | None = None
    """Pihak luar, mis. `Kementerian Dalam Negeri`."""
    arah: Literal["masuk", "keluar"]
    """`masuk` bila proses ini menerima."""
    apa: Teks
    """Yang berpindah, mis. `data kelahiran`."""

    @model_validator(mode="after")
    def _one(self) -> Relasi:
        if bool(self.proses) == bool(self.pihak):
            raise wrong(
                "relasi",
                "relasi menyebut tepat satu dari `proses` atau `pihak`",
                "isi `proses: <kode>` untuk relasi internal, `pihak: …` untuk eksternal",
            )
        return self


class Sipoc(Bagian):
    """Supplier, input, process, output, customer."""

    pemasok: tuple[Teks, ...] = ()
    """Siapa yang memberi masukan."""
    masukan: tuple[Teks, ...] = ()
    """Yang diterima."""
    kegiatan: tuple[Teks, ...] = ()
    """Kegiatan pokok, 3 sampai 7."""
    keluaran: tuple[Teks, ...] = ()
    """Hasilnya."""
    penerima: tuple[Teks, ...] = ()
    """Siapa yang menerima hasil."""


class Indikator(Bagian):
    """How the process is measured."""

    nama: Teks
    """Yang diukur."""
    target: Teks | None = None
    """Target; kosong bila belum ditetapkan."""


class Lajur(Bagian):
    """One lane of a cross-functional map."""

    kode: Kode
    """Kode lajur."""
    nama: Teks
    """Unit, jabatan, atau pihak."""
    unit: Kode | None = None
    """Id unit, bila unit di pemerintah daerah ini."""
    luar: YaTidak = False
    """`ya` bila pihak di luar pemerintah daerah."""


class LangkahLintas(Bagian):
    """One step of a cross-functional map."""

    kode: Kode
    """Kode langkah."""
    uraian: Teks
    """Kegiatan, diawali kata kerja."""
    lajur: Kode
    """Kode lajur yang mengerjakan."""
    jenis: Literal["mulai", "proses", "keputusan", "selesai"] = "proses"
    """Simbol langkah."""
    serah: Teks | None = None
    """Yang diserahkan ke langkah berikutnya."""
    sop: Rujukan | None = None
    """SOP yang merinci langkah ini."""
    lanjut: Kode | None = None
    """Langkah berikutnya; kosong berarti yang di bawahnya."""
    ya: Kode | None = None
    """Untuk `keputusan`: langkah bila ya; kosong berarti yang di bawahnya."""
    tidak: Kode | None = None
    """Untuk `keputusan`: langkah bila tidak."""

    @model_validator(mode="after")
    def _exits(self) -> LangkahLintas:
        if (self.jenis == "keputusan") != bool(self.tidak):
            raise wrong(
                "langkah_lintas",
                "`tidak` diisi pada keputusan, dan hanya di sana",
                "tulis `jenis: keputusan` beserta `tidak: <kode>`, atau hapus `tidak`",
            )
        return self


class LintasFungsi(Bagian):
    """A cross-functional map: lanes, steps, hand-overs."""

    lajur: tuple[Lajur, ...] = Field(min_length=2, max_length=12)
    """Lajur dari atas ke bawah."""
    langkah: tuple[LangkahLintas, ...] = Field(min_length=2, max_length=60)
    """Langkah menurut urutan."""


class Proses(Bagian):
    """One process of the map."""

    nama: Teks
    """Nama proses, kata benda, mis. `Pencatatan peristiwa kependudukan`."""
    status: Status
    """Status peta."""
    diperbarui: Tanggal
    """Hari isi berkas ini terakhir diubah."""
    kategori: Literal["inti", "manajerial", "pendukung"]
    """`inti` memberi nilai kepada warga; `manajerial` mengarahkan; `pendukung` melayani unit."""
    tujuan: Teks | None = None
    """Untuk apa proses ini."""
    misi: tuple[Teks, ...] = ()
    """Misi yang didukung, untuk proses level 0."""
    pemilik: Kode | None = None
    """Id unit pemilik, bila bukan unit pemilik berkas."""
    pemilik_jabatan: Teks | None = None
    """Jabatan pemilik proses."""
    sipoc: Sipoc = Sipoc()
    """Pemasok, masukan, kegiatan, keluaran, penerima."""
    indikator: tuple[Indikator, ...] = ()
    """Ukuran keberhasilan."""
    risiko: tuple[Teks, ...] = ()
    """Yang dapat menggagalkan."""
    dasar_hukum: tuple[Dasar, ...] = ()
    """Peraturan yang mendasari."""
    relasi: tuple[Relasi, ...] = ()
    """Relasi dengan proses lain dan pihak luar."""
    layanan: tuple[Rujukan, ...] = ()
    """Layanan yang dihasilkan proses ini."""
    lintas_fungsi: LintasFungsi | None = None
    """Peta lintas fungsi proses ini."""
    catatan: tuple[Teks, ...] = ()
    """Keraguan dan hal yang perlu dicek."""
    dahulu: tuple[KodeProses, ...] = ()
    """Kode lama; alamat lamanya dialihkan."""
