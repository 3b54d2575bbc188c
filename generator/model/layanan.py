"""A service standard: the promise of one service (UU 25/2009 article 21, 14 components).

Villages follow SPM Desa (Permendagri 2/2017), which adds who answers and who serves.
A part that is absent is unknown and reads "belum diisi"; it never means "none" or "free".
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from generator.model.dasar import Bagian, Dasar, Durasi, Formulir, Pengaduan, Perubahan, Sumber
from generator.model.nilai import (
    Berkas,
    Bilangan,
    Kode,
    Rujukan,
    Rupiah,
    Satuan,
    Status,
    Tanggal,
    Tautan,
    Teks,
    YaTidak,
    wrong,
)

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

KOMPONEN_BERSAMA = (
    "sarpras",
    "kompetensi",
    "pengawasan",
    "pengaduan",
    "jumlah_pelaksana",
    "jaminan_pelayanan",
    "jaminan_keamanan",
    "evaluasi_kinerja",
)
"""Components that a unit sets once and its services inherit."""


class Kasus(Bagian):
    """One answer to a case question, as in "hilang"."""

    kode: Kode
    """Kode kasus, unik di seluruh standar ini."""
    nama: Teks
    """Jawaban yang dipilih warga, mis. `Hilang`."""
    keterangan: Teks | None = None
    """Penjelasan singkat, mis. `dicuri atau tidak ketemu`."""


class Sumbu(Bagian):
    """One question that splits a service into cases."""

    kode: Kode
    """Kode pertanyaan, mis. `keadaan`."""
    pertanyaan: Teks
    """Pertanyaan kepada warga, mis. `KTP-el Anda hilang atau rusak?`."""
    pilihan: tuple[Kasus, ...] = Field(min_length=2, max_length=40)
    """Jawaban yang mungkin; paling sedikit dua."""


class Butir(Bagian):
    """Base of the items that have a code and may belong to some cases only."""

    kode: Kode
    """Kode butir, unik dalam daftarnya; dipakai untuk menimpa, merujuk, dan melapor."""
    kasus: tuple[Kode, ...] = ()
    """Kode kasus yang memerlukan butir ini; kosong berarti semua."""


Bentuk = Literal[
    "asli", "asli_ditunjukkan", "fotokopi", "fotokopi_legalisir", "pindai_asli", "digital"
]


class Persyaratan(Butir):
    """What a citizen must bring or fulfil: a document, a condition, or a rule about both."""

    dokumen: Kode | None = None
    """Kode dokumen di `kosakata/dokumen.yaml`."""
    teks: Teks | None = None
    """Syarat yang bukan dokumen, atau nama dokumen bila perlu lebih rinci."""
    jenis: Literal["administratif", "teknis", "aturan"] = "administratif"
    """`aturan` untuk ketentuan tentang berkas, mis. rangkap dua; bukan sesuatu yang dibawa."""
    bentuk: Bentuk | None = None
    """Bentuk dokumen yang diterima."""
    rangkap: Bilangan | None = Field(default=None, ge=1)
    """Jumlah lembar atau rangkap."""
    meterai: YaTidak = False
    """`ya` bila harus bermeterai; besar meterai tidak ditulis di sini."""
    wajib: Literal["ya", "bersyarat"] = "ya"
    """`bersyarat` bila hanya diminta dalam keadaan di `jika`."""
    jika: Teks | None = None
    """Keadaan yang membuat syarat ini diminta, mis. `diwakilkan`."""
    salah_satu: Kode | None = None
    """Butir dengan kode kelompok yang sama: cukup dipenuhi satu di antaranya."""
    formulir: Formulir | None = None
    """Formulir yang diisi untuk syarat ini."""
    keterangan: Teks | None = None
    """Penjelasan tambahan."""
    dasar: Dasar | None = None
    """Pasal yang meminta syarat ini."""
    sumber: Sumber | None = None
    """Dari mana syarat ini."""

    @model_validator(mode="after")
    def _says_something(self) -> Persyaratan:
        if not self.dokumen and not self.teks:
            raise wrong(
                "persyaratan",
                "syarat ini tidak menyebut `dokumen` atau `teks`",
                "tulis `dokumen: <kode>` dari kosakata/dokumen.yaml, atau `teks: …`",
            )
        if self.wajib == "bersyarat" and not self.jika:
            raise wrong(
                "persyaratan",
                "syarat bersyarat tidak menyebut keadaannya",
                "tambahkan `jika: …`, mis. `jika: diwakilkan`",
            )
        return self


class Jika(Bagian):
    """What happens at a step when something is not as it should be."""

    keadaan: Teks
    """Keadaannya, mis. `berkas kurang`."""
    tindakan: Teks
    """Yang lalu terjadi, mis. `petugas memberi catatan tertulis`."""
    kembali_ke: Kode | None = None
    """Kode langkah yang diulang."""
    layanan: Rujukan | None = None
    """Layanan lain yang perlu diurus dulu."""


class Langkah(Butir):
    """One step of the procedure: who does what, where, in how much time."""

    uraian: Teks
    """Apa yang dilakukan, diawali kata kerja."""
    pelaku: Teks
    """Jabatan atau `Pemohon`; bukan nama orang."""
    kanal: tuple[Kode, ...] = ()
    """Kode kanal layanan tempat langkah ini terjadi; kosong berarti semua."""
    waktu: Durasi | None = None
    """Lama langkah ini."""
    jika: tuple[Jika, ...] = ()
    """Yang terjadi bila tidak lancar."""
    produk: tuple[Kode, ...] = ()
    """Kode produk yang dituju langkah ini; kosong berarti semua."""
    keterangan: Teks | None = None
    """Penjelasan tambahan."""
    sumber: Sumber | None = None
    """Dari mana langkah ini."""


class Tahap(Butir):
    """One stage of the time: stages follow one another unless `sesudah` says otherwise."""

    nama: Teks
    """Nama tahap, mis. `Pemeriksaan teknis`."""
    min: Bilangan | None = None
    """Waktu tersingkat; kosong bila sama dengan `maks`."""
    maks: Bilangan = Field(ge=1)
    """Waktu terlama yang dijanjikan."""
    satuan: Satuan
    """Satuan waktu."""
    unit: Kode | None = None
    """Unit yang memegang tahap ini; kosong berarti unit layanan ini."""
    unit_luar: Teks | None = None
    """Lembaga di luar pemerintah daerah yang memegang tahap ini."""
    sesudah: tuple[Kode, ...] | None = None
    """Kode tahap yang harus selesai dulu; `[]` berarti sejak awal; kosong berarti menyusul."""
    produk: tuple[Kode, ...] = ()
    """Kode produk yang dihasilkan jalur tahap ini; kosong berarti semua."""
    keterangan: Teks | None = None
    """Penjelasan tambahan."""
    sumber: Sumber | None = None
    """Dari mana waktu ini."""

    @model_validator(mode="after")
    def _range(self) -> Tahap:
        if self.min is not None and self.min > self.maks:
            raise wrong(
                "tahap", "`min` lebih besar daripada `maks`", "tukar angkanya, atau hapus `min`"
            )
        return self


class JangkaWaktu(Bagian):
    """How long it takes and from when; the total is computed from the stages."""

    dihitung_sejak: Teks | None = None
    """Peristiwa yang memulai hitungan, mis. `berkas lengkap`."""
    tahap: tuple[Tahap, ...] = Field(default=(), max_length=60)
    """Tahap-tahap waktu."""
    total: Durasi | None = None
    """Jumlah yang ditetapkan, bila keputusan menyebutnya; harus sama dengan jumlah tahap."""
    jadwal: Teks | None = None
    """Untuk layanan yang mengikuti jadwal tahunan: siapa yang menetapkan jadwalnya."""
    catatan: Teks | None = None
    """Keadaan yang menunda, mis. blangko habis atau jaringan putus."""


class Biaya(Butir):
    """One row of the fee: for whom, how much, on what basis. Free is one row of 0."""

    untuk: Teks
    """Untuk siapa atau apa, mis. `Pasien umum`."""
    jenis: Literal["layanan", "retribusi", "pajak", "pnbp"] = "layanan"
    """Macam pungutan."""
    jumlah: Rupiah | None = None
    """Rupiah penuh; `0` berarti gratis; kosong berarti belum diisi."""
    satuan: Teks | None = None
    """Per apa, mis. `kendaraan` atau `meter persegi`."""
    hitungan: Literal["tetap", "rumus", "unit_lain"] = "tetap"
    """`rumus` bila dihitung menurut `rumus`; `unit_lain` bila dihitung unit lain."""
    rumus: Teks | None = None
    """Cara menghitung, dalam kata-kata."""
    unit: Kode | None = None
    """Unit yang menghitung, bila `hitungan: unit_lain`."""
    berlaku_mulai: Tanggal | None = None
    """Hari pertama tarif ini."""
    berlaku_sampai: Tanggal | None = None
    """Hari terakhir tarif ini."""
    keterangan: Teks | None = None
    """Penjelasan tambahan."""
    dasar: Dasar | None = None
    """Peraturan yang menetapkan tarif atau kegratisan."""
    sumber: Sumber | None = None
    """Dari mana baris ini, bila bukan dari `dasar`."""

    @model_validator(mode="after")
    def _counted(self) -> Biaya:
        if self.hitungan == "rumus" and not self.rumus:
            raise wrong(
                "biaya", "`hitungan: rumus` tanpa `rumus`", "tambahkan `rumus: …` dalam kata-kata"
            )
        if self.hitungan == "unit_lain" and not self.unit:
            raise wrong(
                "biaya",
                "`hitungan: unit_lain` tidak menyebut unitnya",
                "tambahkan `unit: <id unit>` yang menghitung",
            )
        return self


class Denda(Butir):
    """A fine for being late or breaking a rule; never part of the fee."""

    untuk: Teks
    """Keadaan yang didenda, mis. `terlambat lebih dari 60 hari`."""
    jumlah: Rupiah | None = None
    """Rupiah penuh; kosong berarti belum diisi."""
    rumus: Teks | None = None
    """Cara menghitung bila bukan jumlah tetap, mis. `1% per bulan dari pajak terutang`."""
    keterangan: Teks | None = None
    """Penjelasan tambahan."""
    dasar: Dasar | None = None
    """Peraturan yang menetapkan denda."""
    sumber: Sumber | None = None
    """Dari mana denda ini."""


class PungutanLain(Butir):
    """A tax or charge due elsewhere before this service can be given."""

    nama: Teks
    """Nama pungutan, mis. `Pajak reklame`."""
    jumlah: Rupiah | None = None
    """Rupiah penuh; kosong berarti tergantung atau belum diisi."""
    rumus: Teks | None = None
    """Cara menghitung bila bukan jumlah tetap."""
    unit: Kode | None = None
    """Unit yang memungut."""
    unit_luar: Teks | None = None
    """Lembaga lain yang memungut."""
    layanan: Rujukan | None = None
    """Layanan tempat membayarnya."""
    keterangan: Teks | None = None
    """Kapan dan bagaimana dibayar."""
    dasar: Dasar | None = None
    """Peraturan yang menetapkannya."""


class MasaBerlaku(Bagian):
    """How long a product is valid: a duration, without limit, or under a condition."""

    durasi: Durasi | None = None
    """Lama berlakunya."""
    selamanya: YaTidak = False
    """`ya` bila berlaku tanpa batas waktu."""
    keterangan: Teks | None = None
    """Syarat berlakunya, mis. `selama data tidak berubah`."""
    sumber: Sumber | None = None
    """Dari mana masa berlaku ini."""

    @model_validator(mode="after")
    def _one(self) -> MasaBerlaku:
        if self.durasi and self.selamanya:
            raise wrong("masa_berlaku", "berlaku selamanya sekaligus berbatas", "hapus salah satu")
        if not (self.durasi or self.selamanya or self.keterangan):
            raise wrong(
                "masa_berlaku",
                "masa berlaku ini tidak menyebut apa pun",
                "isi `durasi`, `selamanya: ya`, atau `keterangan`",
            )
        return self


class Produk(Butir):
    """What the citizen receives."""

    nama: Teks
    """Nama hasil layanan."""
    dokumen: Kode | None = None
    """Kode dokumen di `kosakata/dokumen.yaml`, agar layanan lain dapat merujuknya."""
    bentuk: Literal["dokumen", "barang", "jasa"] = "dokumen"
    """Macam hasil."""
    format: Literal["fisik", "elektronik", "fisik_dan_elektronik"] | None = None
    """Cara hasil diterima."""
    masa_berlaku: MasaBerlaku | None = None
    """Berapa lama hasil ini berlaku."""
    keterangan: Teks | None = None
    """Penjelasan tambahan."""


class DasarHukum(Bagian):
    """A regulation the whole service stands on."""

    regulasi: Kode
    """Id peraturan di folder `regulasi/`."""
    pasal: Teks | None = None
    """Pasal yang dipakai, bila tertentu."""
    mengenai: Teks | None = None
    """Apa yang diatur di sana untuk layanan ini."""


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


class EvaluasiKinerja(Bagian):
    """How and how often performance is assessed."""

    uraian: tuple[Teks, ...] = Field(min_length=1)
    """Cara kinerja dinilai."""
    frekuensi: Teks | None = None
    """Seberapa sering, mis. `setiap bulan`."""


class KanalLayanan(Bagian):
    """A way to get the service: a code of the closed list, with what is special here."""

    kode: Kode
    """Kode di `kosakata/kanal.yaml`, mis. `loket`."""
    tautan: Tautan | None = None
    """Alamat aplikasi atau situs resmi, bila daring."""
    keterangan: Teks | None = None
    """Hal khusus kanal ini."""


class SistemLuar(Bagian):
    """A system outside the unit in which part of the procedure happens."""

    nama: Teks
    """Nama sistem, mis. `OSS` atau `SIMBG`."""
    tautan: Tautan | None = None
    """Alamat resminya."""


class Tinjau(Bagian):
    """When the standard was last reviewed and with whom."""

    terakhir: Tanggal | None = None
    """Tanggal peninjauan terakhir."""
    berikutnya: Tanggal | None = None
    """Tanggal peninjauan berikutnya yang direncanakan."""
    catatan: Teks | None = None
    """Hasil peninjauan."""
    berita_acara: Teks | None = None
    """Nomor berita acara peninjauan."""


class Media(Bagian):
    """Where the standard is made public."""

    jenis: Literal[
        "sippn",
        "situs_web",
        "media_sosial",
        "aplikasi",
        "banner_poster",
        "leaflet",
        "papan_pengumuman",
        "layar_tv_kiosk",
        "lainnya",
    ]
    """Macam media."""
    tautan: Tautan | None = None
    """Alamatnya, bila daring."""
    letak: Teks | None = None
    """Letaknya, bila di kantor."""
    tanggal: Tanggal | None = None
    """Sejak kapan dipasang."""
    bukti: Berkas | None = None
    """Foto atau tangkapan layar di `lampiran/`, tanpa wajah orang."""


class Kendali(Bagian):
    """Document control, as printed on the sheet."""

    nomor: Teks
    """Nomor dokumen."""
    revisi: Bilangan = 0
    """Revisi ke berapa."""
    tanggal_efektif: Tanggal | None = None
    """Hari dokumen mulai dipakai."""


class SumberKomponen(Bagian):
    """The source of a component's items, for those that name none of their own."""

    persyaratan: Sumber | None = None
    """Dari mana syarat-syaratnya."""
    prosedur: Sumber | None = None
    """Dari mana langkah-langkahnya."""
    jangka_waktu: Sumber | None = None
    """Dari mana waktunya."""
    biaya: Sumber | None = None
    """Dari mana biayanya."""
    produk: Sumber | None = None
    """Dari mana hasil layanan dan masa berlakunya."""


class Standar(Bagian):
    """The standard of one service."""

    nama: Teks
    """Nama resmi layanan."""
    ringkasan: Teks
    """Satu kalimat: apa yang didapat warga dan kapan memerlukannya."""
    status: Status
    """`draf`, `contoh`, `berlaku`, `ditinjau`, atau `dicabut`."""
    diperbarui: Tanggal
    """Hari isi berkas ini terakhir diubah."""
    sebutan: tuple[Teks, ...] = ()
    """Sebutan sehari-hari, singkatan, nama lama, dan salah tulis yang lazim."""
    sektor: Kode
    """Kode di `kosakata/sektor.yaml`."""
    peristiwa: tuple[Kode, ...] = ()
    """Kode peristiwa hidup di `kosakata/peristiwa.yaml`."""
    bentuk_layanan: Literal["barang", "jasa", "administratif"] = "administratif"
    """Macam layanan menurut UU 25/2009."""
    sasaran: tuple[Literal["perorangan", "badan_usaha", "instansi", "kelompok_rentan"], ...] = (
        "perorangan",
    )
    """Siapa yang dilayani."""
    kanal: tuple[KanalLayanan, ...] = ()
    """Cara mendapatkan layanan."""
    kasus: tuple[Sumbu, ...] = Field(default=(), max_length=2)
    """Pertanyaan yang membagi layanan menjadi kasus; paling banyak dua."""

    dasar_hukum: tuple[DasarHukum, ...] = ()
    """Peraturan yang mendasari layanan."""
    persyaratan: tuple[Persyaratan, ...] = Field(default=(), max_length=200)
    """Yang harus dibawa atau dipenuhi."""
    prosedur: tuple[Langkah, ...] = Field(default=(), max_length=100)
    """Langkah-langkah layanan."""
    jangka_waktu: JangkaWaktu | None = None
    """Lama penyelesaian."""
    biaya: tuple[Biaya, ...] = Field(default=(), max_length=150)
    """Baris-baris biaya; gratis ditulis satu baris `jumlah: 0`."""
    denda: tuple[Denda, ...] = ()
    """Denda, terpisah dari biaya."""
    pungutan_lain: tuple[PungutanLain, ...] = ()
    """Pajak atau pungutan yang dibayar di tempat lain."""
    produk: tuple[Produk, ...] = Field(default=(), max_length=40)
    """Hasil layanan."""
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

    pejabat_penanggung_jawab: Teks | None = None
    """Jabatan penanggung jawab (wajib di desa, SPM Desa)."""
    petugas: Teks | None = None
    """Jabatan petugas yang melayani (wajib di desa, SPM Desa)."""

    sumber: SumberKomponen = SumberKomponen()
    """Sumber tiap komponen; butir yang menyebut `sumber` sendiri tidak terpengaruh."""
    penetapan: Kode | None = None
    """Id keputusan di `penetapan/` yang menetapkan standar ini."""
    nomor_keputusan: Teks | None = None
    """Nomor keputusan seperti di sumbernya, selama belum ada rekamannya di `penetapan/`."""
    sop: tuple[Rujukan, ...] = ()
    """Id SOP yang menjalankan standar ini."""
    proses: Teks | None = None
    """Kode proses bisnis."""
    unit_penetap: Kode | None = None
    """Unit yang menetapkan standar, bila bukan unit pemilik berkas."""
    unit_pelaksana: tuple[Kode, ...] = ()
    """Unit lain yang ikut melaksanakan."""
    lokasi: tuple[Rujukan, ...] = ()
    """Id lokasi layanan; kosong berarti semua lokasi unit ini."""
    tinjau: Tinjau | None = None
    """Peninjauan ulang."""
    media_publikasi: tuple[Media, ...] = ()
    """Media tempat standar dipublikasikan."""
    sistem_luar: tuple[SistemLuar, ...] = ()
    """Sistem di luar unit yang dipakai."""
    kendali: Kendali | None = None
    """Nomor dan revisi dokumen."""
    formulir: tuple[Formulir, ...] = ()
    """Formulir yang diisi di loket; pemohon tidak perlu membawanya."""
    terkait: tuple[Rujukan, ...] = ()
    """Layanan lain yang sering diurus bersama."""
    catatan: tuple[Teks, ...] = ()
    """Hal yang perlu diketahui warga, mis. keadaan memaksa."""
    catatan_dalam: tuple[Teks, ...] = ()
    """Catatan untuk pengelola: keraguan dan yang perlu dicek; tampil sebagai catatan data."""
    riwayat: tuple[Perubahan, ...] = ()
    """Perubahan penting, yang terbaru dulu."""
    sippn: Tautan | None = None
    """Alamat layanan ini di SIPP Nasional."""
    berlaku_mulai: Tanggal | None = None
    """Hari pertama versi ini berlaku; wajib bila ada versi lain."""
    dahulu: tuple[Rujukan, ...] = ()
    """Id lama berkas ini; alamat lamanya dialihkan."""
    pengganti: Rujukan | None = None
    """Untuk `dicabut`: layanan yang menggantikan."""
    ditinjau_terhadap: Teks | None = None
    """Untuk berkas yang menimpa pola: sidik pola saat ditinjau."""
