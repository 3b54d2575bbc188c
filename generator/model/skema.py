"""How performance is judged: scales, weights and thresholds as dated data, never as constants."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from generator.model.dasar import Bagian
from generator.model.nilai import Bilangan, Desimal, Keyakinan, Kode, Tanggal, Tautan, Teks, YaTidak
from generator.model.unit import Jenis


class AsalAturan(Bagian):
    """Where a scale or a number of it was read, and how sure it is."""

    teks: Teks
    """Peraturan, pedoman, atau halaman tempat membacanya."""
    tautan: Tautan | None = None
    """Alamatnya."""
    keyakinan: Keyakinan = "ingatan"
    """`terkonfirmasi` bila halamannya sudah dibaca; `ingatan` bila belum dicek."""


class BatasNilai(Bagian):
    """One class of a scale, by its lowest value."""

    label: Teks
    """Label, mis. `B-`."""
    nama: Teks
    """Artinya, mis. `Baik (dengan catatan)`."""
    mulai: Desimal
    """Nilai terendah kelas ini."""
    mulai_unsur: Desimal | None = None
    """Nilai terendah per unsur, bila skalanya lain."""
    zona: Literal["hijau", "kuning", "merah"] | None = None
    """Zona kelas ini."""
    keyakinan: Keyakinan | None = None
    """Bila batas ini kurang pasti daripada skalanya."""


class BobotDimensi(Bagian):
    """The weight of one dimension or aspect."""

    kode: Kode
    """Kode dimensi."""
    nama: Teks
    """Nama dimensi."""
    bobot: Desimal
    """Bobot dalam persen."""


class UnsurSkema(Bagian):
    """One element of the survey."""

    kode: Kode
    """Kode unsur, yang dipakai rekaman survei."""
    nama: Teks
    """Nama unsur."""
    nomor: tuple[Teks, ...] = ()
    """Nomor yang dipakai berbagai sumber, mis. `[U8, U9]`; yang pertama dari naskah."""
    komponen: Kode | None = None
    """Komponen standar pelayanan yang sepadan."""
    pertanyaan: Teks | None = None
    """Pertanyaan kepada responden."""
    jawaban: tuple[Teks, ...] = ()
    """Jawaban dari yang terendah, mis. `1 = Tidak sesuai`."""


class BobotSkema(Bagian):
    """One way to write the equal weight of the elements."""

    metode: Literal["persis", "0.111", "0.11"]
    """Nama caranya."""
    desimal: Bilangan | None = Field(default=None, le=6)
    """Bobot dibulatkan sampai sekian angka di belakang koma; kosong berarti tidak dibulatkan."""


class PilihanProfil(Bagian):
    """One answer about oneself; anything else that a file says is counted as "Lainnya"."""

    nama: Teks
    """Nama yang ditampilkan, mis. `Perempuan`."""
    alias: tuple[Teks, ...] = ()
    """Tulisan lain dalam berkas jawaban, mis. `[P, wanita]`."""
    mulai: Bilangan | None = None
    """Untuk ciri berupa angka: angka terendah pilihan ini."""


class CiriProfil(Bagian):
    """One trait of respondents, with closed answers, so that nothing personal is copied."""

    kode: Literal["jenis_kelamin", "usia", "pendidikan", "pekerjaan", "layanan"]
    """Kode ciri, sama dengan judul kolom berkas jawaban."""
    nama: Teks
    """Nama ciri."""
    pilihan: tuple[PilihanProfil, ...] = ()
    """Jawaban yang dikenal; kosong untuk `layanan`, yang diambil dari katalog."""


class Sampel(Bagian):
    """The sample size of Krejcie and Morgan."""

    kai_kuadrat: Desimal
    """Nilai kai-kuadrat pada derajat bebas 1."""
    peluang: Desimal
    """Proporsi populasi."""
    galat: Desimal
    """Galat yang dimaklumi."""
    sumber: AsalAturan
    """Dari mana angka ini."""


class AturanSurvei(Bagian):
    """What a satisfaction survey is made of."""

    unsur: tuple[UnsurSkema, ...] = Field(min_length=1)
    """Unsur yang ditanyakan."""
    bobot: tuple[BobotSkema, ...] = Field(min_length=1)
    """Cara menulis bobot yang sama rata."""
    pengali: Desimal
    """Pengali dari skala jawaban ke skala indeks."""
    jawaban_terendah: Bilangan
    """Nilai jawaban terendah."""
    jawaban_tertinggi: Bilangan
    """Nilai jawaban tertinggi."""
    selisih_wajar: Desimal
    """Selisih indeks yang dimaklumi karena pembulatan bobot."""
    sampel: Sampel
    """Besar sampel."""
    profil: tuple[CiriProfil, ...] = ()
    """Ciri responden yang dihitung."""
    sel_terkecil: Bilangan
    """Banyaknya orang paling sedikit yang boleh ditampilkan dalam satu sel profil."""


class SkemaPenilaian(Bagian):
    """One scheme of judging, with the years in which it applies."""

    nama: Teks
    """Nama penilaian."""
    lembaga: Teks
    """Lembaga penilai."""
    singkatan: Teks
    """Nama pendek di halaman."""
    keluarga: Kode
    """Skema sejenis dari masa lain punya keluarga yang sama, mis. `ombudsman`."""
    mulai: Bilangan
    """Tahun penilaian pertama yang memakainya."""
    sampai: Bilangan | None = None
    """Tahun penilaian terakhir; kosong berarti masih dipakai."""
    label_dihitung: YaTidak
    """`tidak` bila batasnya belum diketahui: label hanya ditampilkan seperti dilaporkan."""
    nilai_terendah: Desimal
    """Ujung bawah skala."""
    nilai_tertinggi: Desimal
    """Ujung atas skala."""
    jenjang: tuple[BatasNilai, ...] = ()
    """Kelas-kelas skala, dari yang tertinggi."""
    dimensi: tuple[BobotDimensi, ...] = ()
    """Bobot dimensi; jumlahnya 100."""
    survei: AturanSurvei | None = None
    """Untuk skema survei kepuasan."""
    sumber: tuple[AsalAturan, ...] = Field(min_length=1)
    """Dari mana skala ini."""
    catatan: tuple[Teks, ...] = ()
    """Keraguan dan hal yang perlu dicek."""
    diperbarui: Tanggal
    """Hari isi berkas ini terakhir diubah."""


RekamanPak = Literal[
    "unit",
    "standar",
    "lokasi",
    "penetapan",
    "maklumat",
    "skm",
    "evaluasi",
    "pengaduan",
    "konsultasi",
    "sop",
]
"""Kinds of record of a unit that a pack can look at."""


class SyaratPenilaian(Bagian):
    """One condition on a unit's records; of several measures all must hold."""

    rekaman: RekamanPak
    """Rekaman yang dilihat."""
    kunci: Teks | None = None
    """Isian yang dilihat, mis. `penyelenggara.motto` atau `prosedur[].pelaku`; `a + b` bila
    keduanya terisi, `a | b` bila salah satunya."""
    nilai: tuple[Teks, ...] = ()
    """Isinya salah satu dari ini."""
    bagian: Bilangan | None = Field(default=None, ge=1, le=100)
    """Paling sedikit sekian persen rekaman (atau butir) memenuhinya."""
    jumlah: Bilangan | None = Field(default=None, ge=1)
    """Paling sedikit sekian rekaman (atau butir) memenuhinya."""
    berbeda: Bilangan | None = Field(default=None, ge=1)
    """Paling sedikit sekian isi yang berlainan."""
    umur_bulan: Bilangan | None = None
    """Tanggal di `kunci` paling lama sekian bulan yang lalu."""
    per: Literal["rekaman", "butir"] = "rekaman"
    """Yang dihitung: rekaman utuh, atau setiap butir daftarnya."""
    terbaru: YaTidak = False
    """`ya` bila hanya rekaman terbaru yang dilihat."""
    bila_terpenuhi: Teks | None = None
    """Kalimat berita untuk penilai, mis. `Motto pelayanan tertulis`; kosong berarti `perbaikan`."""
    perbaikan: Teks
    """Kalimat perintah untuk memenuhinya, mis. `Tulis motto pelayanan`."""
    menit: Bilangan = 10
    """Perkiraan menit kerja untuk satu rekaman."""


class JenjangPak(Bagian):
    """One rung of a ladder."""

    nilai: Bilangan
    """Nilai jenjang ini."""
    teks: Teks
    """Arti jenjang ini."""
    syarat: tuple[SyaratPenilaian, ...] = Field(min_length=1)
    """Yang harus dipenuhi."""
    keyakinan: Keyakinan | None = None
    """Bila jenjang ini kurang pasti daripada paketnya."""


class ButirPak(Bagian):
    """One indicator: conditions that share its points, or a ladder."""

    kode: Kode
    """Kode indikator, unik dalam paket."""
    nama: Teks
    """Nama indikator."""
    kelompok: Teks | None = None
    """Aspek atau kelompok indikator."""
    bobot: Desimal = Field(gt=0)
    """Poin bila terpenuhi seluruhnya."""
    syarat: tuple[SyaratPenilaian, ...] = ()
    """Tanpa jenjang: poin dibagi rata, masing-masing menurut bagian yang terpenuhi."""
    jenjang: tuple[JenjangPak, ...] = ()
    """Dengan jenjang, dari yang terendah: poin menurut jenjang tertinggi yang dicapai."""
    kumulatif: YaTidak = True
    """`tidak` bila tiap jenjang berdiri sendiri, tanpa memerlukan jenjang di bawahnya."""
    keterangan: Teks | None = None
    """Penjelasan singkat."""


class Pak(Bagian):
    """A pack of indicators by which a unit may judge itself."""

    nama: Teks
    """Nama paket."""
    singkatan: Teks
    """Nama pendek di tabel."""
    lembaga: Teks
    """Lembaga yang indikatornya diikuti."""
    mulai: Bilangan
    """Tahun sejak indikatornya dipakai."""
    sampai: Bilangan | None = None
    """Tahun terakhir; kosong berarti masih dipakai."""
    keyakinan: Keyakinan = "ingatan"
    """Seberapa yakin indikatornya."""
    jenis_unit: tuple[Jenis, ...] = ()
    """Jenis unit yang dinilai; kosong berarti semua yang wajib berstandar."""
    butir: tuple[ButirPak, ...] = Field(min_length=1)
    """Indikator, menurut urutan tampil."""
    sumber: tuple[AsalAturan, ...] = Field(min_length=1)
    """Dari mana indikator ini."""
    catatan: tuple[Teks, ...] = ()
    """Keraguan dan hal yang perlu dicek."""
    diperbarui: Tanggal
    """Hari isi berkas ini terakhir diubah."""
