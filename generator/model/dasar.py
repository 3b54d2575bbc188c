"""Parts that many records share: legal basis, source, channel, duration."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from generator.model.nilai import (
    Berkas,
    Bilangan,
    Hari,
    Jam,
    Keyakinan,
    Kode,
    Satuan,
    Tanggal,
    Tautan,
    Teks,
    YaTidak,
    wrong,
)


class Bagian(BaseModel):
    """Base of every record and part of a record: never changed once read, no unknown key."""

    # Parts are built with the record that holds them, not each by itself.
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    @property
    def berisi(self) -> bool:
        """Whether it says anything: some field holds more than its default."""
        return any(
            terisi(getattr(self, name)) and getattr(self, name) != info.get_default()
            for name, info in type(self).model_fields.items()
        )


def terisi(value: object) -> bool:
    """Tell whether a value of a record says anything; 0 does, `tidak` and an empty list do not."""
    if isinstance(value, Bagian):
        return value.berisi
    if isinstance(value, str | tuple | dict):
        return bool(value)
    return value is not None and value is not False


class Dasar(Bagian):
    """The regulation, and the article in it, on which a service or one item of it stands."""

    regulasi: Kode
    """Id peraturan di folder `regulasi/`, mis. `uu-24-2013`."""
    pasal: Teks | None = None
    """Pasal dan ayat, mis. `Pasal 79A`."""
    mengenai: Teks | None = None
    """Apa yang diatur pasal itu untuk layanan ini."""


class Sumber(Bagian):
    """Where a value comes from, so that a reader can weigh it: exactly one of three kinds."""

    regulasi: Kode | None = None
    """Id peraturan yang menetapkan isian ini."""
    pasal: Teks | None = None
    """Pasal dalam peraturan itu."""
    contoh: Teks | None = None
    """Daerah atau kantor lain yang isiannya dicontoh, mis. `Kota Palu`."""
    praktik: Teks | None = None
    """Kebiasaan umum yang diikuti, bila tidak ada peraturan atau contoh."""
    tautan: Tautan | None = None
    """Alamat halaman tempat isian ini dibaca."""
    keyakinan: Keyakinan = "ingatan"
    """`terkonfirmasi` bila halamannya sudah dibaca; `ingatan` bila belum dicek."""

    @model_validator(mode="after")
    def _one_kind(self) -> Sumber:
        if sum(bool(each) for each in (self.regulasi, self.contoh, self.praktik)) != 1:
            raise wrong(
                "sumber",
                "sumber harus menyebut tepat satu dari `regulasi`, `contoh`, atau `praktik`",
                "pilih satu, mis. `sumber: {contoh: Kota Palu}`",
            )
        if self.pasal and not self.regulasi:
            raise wrong(
                "sumber",
                "`pasal` hanya bermakna bersama `regulasi`",
                "tambahkan `regulasi: <id>` atau hapus `pasal`",
            )
        return self


class Durasi(Bagian):
    """A length of time: a whole number and its unit."""

    nilai: Bilangan = Field(ge=1)
    """Banyaknya, angka saja."""
    satuan: Satuan
    """`hari_kerja` tidak menghitung Sabtu, Minggu, dan hari libur nasional."""


JenisKanal = Literal[
    "tatap_muka",
    "kotak_saran",
    "telepon",
    "sms",
    "whatsapp",
    "surel",
    "situs_web",
    "media_sosial",
    "sp4n_lapor",
    "wbs",
    "ombudsman",
    "surat",
    "faks",
]


class KanalPengaduan(Bagian):
    """A way to complain; a number must be an official one and be tried now and then."""

    kode: Kode
    """Kode kanal, unik dalam daftar ini."""
    jenis: JenisKanal
    """Macam kanal."""
    nama: Teks
    """Nama yang dibaca warga, mis. `Kotak saran di ruang tunggu`."""
    nilai: Teks | None = None
    """Nomor, alamat surel, atau nama akun resmi. Kosongkan bila belum ada."""
    tautan: Tautan | None = None
    """Tautan resmi kanal ini."""
    nomor_dinas: YaTidak | None = None
    """`ya` bila nomornya milik kantor, bukan milik pribadi."""
    di_luar_jam: YaTidak = False
    """`ya` bila kanal ini menerima pengaduan di luar jam kantor."""
    terakhir_diuji: Tanggal | None = None
    """Tanggal terakhir kanal dicoba dan dijawab."""
    keterangan: Teks | None = None
    """Hal yang perlu diketahui pengadu."""


class Jenjang(Bagian):
    """One rung of the complaint ladder: who answers, within how many days, where."""

    kode: Kode
    """Kode jenjang, unik dalam daftar ini."""
    nama: Teks
    """Jabatan atau lembaga yang menerima, bukan nama orang."""
    tindakan: Teks
    """Apa yang dilakukan warga di jenjang ini."""
    batas: tuple[Durasi, ...] = ()
    """Tenggat jawaban, satu atau beberapa bagian berurutan."""
    batas_keterangan: Teks | None = None
    """Arti tenggat itu, mis. `diteruskan, lalu ditindaklanjuti`."""
    tautan: Tautan | None = None
    """Alamat resmi jenjang ini."""
    alamat: Teks | None = None
    """Alamat kantor, bila pengadu bisa datang."""
    sumber: Sumber | None = None
    """Dari mana tenggat ini."""


class Pengaduan(Bagian):
    """Penanganan pengaduan, saran, dan masukan (UU 25/2009, component 10)."""

    penanggung_jawab: Teks | None = None
    """Jabatan yang mengelola pengaduan, bukan nama orang."""
    kanal: tuple[KanalPengaduan, ...] = ()
    """Kanal pengaduan milik unit."""
    jenjang: tuple[Jenjang, ...] = ()
    """Tangga pengaduan di dalam unit; jenjang luar diatur sekali di `pemerintah.yaml`."""
    tahapan: tuple[Teks, ...] = ()
    """Bagaimana pengaduan dicatat, ditelaah, dijawab, dan dipublikasikan."""
    batas: Durasi | None = None
    """Tenggat penyelesaian pengaduan."""
    sumber: Sumber | None = None
    """Dari mana tata cara ini."""

    @property
    def berisi(self) -> bool:
        """Whether it tells a citizen where to complain."""
        return bool(self.kanal or self.jenjang)


class JamLayanan(Bagian):
    """Opening hours of one or more week days; a day not named is closed."""

    hari: tuple[Hari, ...] = Field(min_length=1)
    """Hari-hari yang jamnya sama, mis. `[senin, selasa]`."""
    buka: Jam
    """Jam buka, waktu setempat, mis. `08:00`."""
    tutup: Jam
    """Jam tutup; `24:00` berarti sampai tengah malam."""
    istirahat: Teks | None = None
    """Jam istirahat loket, bila tutup."""

    @model_validator(mode="after")
    def _closes_after_it_opens(self) -> JamLayanan:
        if self.tutup <= self.buka:
            night = "yang lewat tengah malam ditulis dua kali: sampai `24:00`, lalu mulai `00:00`"
            raise wrong(
                "jam",
                f"tutup {self.tutup} tidak sesudah buka {self.buka}",
                f"{self._afternoon()}; {night} pada hari berikutnya",
                at="tutup",
            )
        return self

    def _afternoon(self) -> str:
        """Return what to write: 03:30 after 08:00 is half past three in the afternoon."""
        hour, minute = self.tutup.split(":")
        later = f"{int(hour) + 12:02d}:{minute}"
        by_day = self.buka < "12:00" and later < "24:00"
        if self.buka < later and by_day:
            return f"periksa jamnya, mis. `tutup: {later}`"
        return "periksa jamnya; mungkin keduanya tertukar"


class Perubahan(Bagian):
    """What was changed in a record, for its public history."""

    tanggal: Tanggal
    """Hari perubahan berlaku."""
    isi: Teks
    """Apa yang berubah, dalam bahasa warga."""


class Formulir(Bagian):
    """A form to fill in, with its file in the catalog or its official address."""

    nama: Teks
    """Nama atau nomor formulir, mis. `F-1.02`."""
    berkas: Berkas | None = None
    """Berkas PDF di `formulir/`."""
    tautan: Tautan | None = None
    """Alamat resmi formulir."""
    keterangan: Teks | None = None
    """Di mana dan kapan diisi."""
