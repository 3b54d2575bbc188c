"""Rules about results and what follows: plans, deadlines, labels, yearly figures, channels."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from generator.assemble import Record
from generator.finding import Level
from generator.model.dasar import KanalPengaduan, Pengaduan
from generator.model.hitung_skm import berlaku_pada, kelas
from generator.model.kinerja import Evaluasi, Konsultasi, RekapPengaduan, Skm, TindakLanjut
from generator.model.layanan import Standar
from generator.model.pemerintah import Pemerintah
from generator.model.skema import SkemaPenilaian
from generator.model.unit import Kelompok, Unit
from generator.rules.bantu import STANDAR, repeats
from generator.rules.registry import Complaint, Context, Scope, rule
from generator.source import Path

_PLANNED = ("skm", "konsultasi", "evaluasi")


@rule("tindak-lanjut-kosong", Level.WARNING, Scope.RECORD, "skm", "konsultasi")
def no_plan(record: Skm | Konsultasi) -> Iterator[Complaint]:
    """Survei dan konsultasi yang sudah selesai punya rencana tindak lanjut.

    Warga yang menjawab survei atau datang ke forum lalu tidak melihat perubahan, tidak akan
    menjawab lagi.

    Sumber: PermenPANRB 14/2017 (rencana tindak lanjut); PermenPANRB 16/2017 (pasca-pelaksanaan).
    """
    if record.status in ("berlaku", "ditinjau") and not record.tindak_lanjut:
        yield Complaint(
            ("tindak_lanjut",),
            "belum ada rencana tindak lanjut",
            "tambahkan `tindak_lanjut:` dengan masalah, kegiatan, target, dan penanggung jawab",
            on_key=True,
            anchor=("status",),
        )


@rule("tindak-lanjut-lewat", Level.WARNING, Scope.CATALOG)
def plan_overdue(context: Context) -> Iterator[Complaint]:
    """Tindak lanjut yang lewat tenggat diberi kabar: sudah selesai, atau tenggat yang baru.

    Janji perbaikan yang lewat tanpa kabar lebih buruk daripada tidak berjanji.

    Sumber: PermenPANRB 14/2017; form F-02 PEKPPP (persentase dan kecepatan tindak lanjut).
    """
    for record in context.of_kind(*_PLANNED):
        rows: Sequence[TindakLanjut] = getattr(record.data, "tindak_lanjut", ())
        for index, row in enumerate(rows):
            if row.selesai == "selesai":
                continue
            if row.tenggat and row.tenggat < context.today:
                yield Complaint(
                    ("tindak_lanjut", index, "tenggat"),
                    f"tenggat {row.tenggat} sudah lewat, keadaannya masih “{row.selesai}”",
                    "tulis `selesai: selesai` dan `tanggal_selesai`, atau tenggat yang baru",
                    at=record,
                )


@rule("evaluasi-skema", Level.ERROR, Scope.CATALOG)
def wrong_scheme(context: Context) -> Iterator[Complaint]:
    """Penilaian memakai skema tahunnya: nilai di dalam skalanya, bobot dimensi menurutnya.

    Nilai 80 adalah zona kuning pada 2021 dan hijau pada 2022; skala yang keliru mengubah artinya.

    Sumber: skema bertanggal di `kosakata/skema-penilaian/`.
    """
    for record, evaluation, scheme in _judged(context):
        if not berlaku_pada(scheme, evaluation.tahun):
            until = scheme.sampai or "sekarang"
            yield Complaint(
                ("kode_skema",),
                f"skema `{evaluation.kode_skema}` berlaku {scheme.mulai} sampai {until}, "
                f"penilaian ini tahun {evaluation.tahun}",
                "pilih skema yang berlaku pada tahun itu",
                at=record,
            )
        value = evaluation.nilai
        if value is not None and not scheme.nilai_terendah <= value <= scheme.nilai_tertinggi:
            yield Complaint(
                ("nilai",),
                f"nilai {value} di luar skala "
                f"{scheme.nilai_terendah} sampai {scheme.nilai_tertinggi}",
                "perbaiki `nilai` atau `kode_skema`",
                at=record,
            )
        weights = {each.nama.casefold(): each.bobot for each in scheme.dimensi}
        for index, part in enumerate(evaluation.dimensi):
            # A part may be told with its weight in it, which is never more.
            if not 0 <= part.nilai <= scheme.nilai_tertinggi:
                yield Complaint(
                    ("dimensi", index, "nilai"),
                    f"nilai {part.nilai} di luar skala sampai {scheme.nilai_tertinggi}",
                    "periksa komanya; salin ulang dari laporannya",
                    at=record,
                )
            right = weights.get(part.nama.casefold())
            if right is not None and part.bobot is not None and part.bobot != right:
                yield Complaint(
                    ("dimensi", index, "bobot"),
                    f"dimensi {part.nama} berbobot {right} menurut skemanya, di sini {part.bobot}",
                    f"tulis `bobot: {right}`, atau perbaiki `kode_skema`",
                    at=record,
                )


_EXCUSED = re.compile(r"\b(?:label|kategori|zona|tabel|kelas|predikat|huruf|warna)", re.IGNORECASE)
"""Words of a note that tells of the difference between a value and its label."""
_MEND = (
    "samakan dengan laporannya; bila laporannya memang begitu, tulis `catatan` tentang perbedaannya"
)


@rule("evaluasi-label-tidak-cocok", Level.WARNING, Scope.CATALOG)
def label_differs(context: Context) -> Iterator[Complaint]:
    """Label dan zona yang dilaporkan sesuai dengan nilainya, atau `catatan` mengatakan tidak.

    IPP 3,49 diberitakan "B", padahal menurut tabel B-. Halaman menampilkan keduanya; pembaca
    harus tahu bahwa perbedaan itu sudah dilihat. Label 2025 tidak dihitung, tetapi juga tidak
    diambil dari skala lama.

    Sumber: skema bertanggal di `kosakata/skema-penilaian/`.
    """
    for record, evaluation, scheme in _judged(context):
        if evaluation.nilai is None or _EXCUSED.search(" ".join(evaluation.catatan)):
            continue
        right = kelas(scheme, evaluation.nilai)
        if right is None:
            yield from _older_label(context, record, evaluation.label or "", scheme)
            continue
        label = evaluation.label or ""
        words = label.partition(",")[2].strip().casefold()
        other = words and words in {
            each.nama.casefold() for each in scheme.jenjang if each.nama != right.nama
        }
        own = f"{right.label}, {right.nama}," if other else right.label
        if label and (other or not cocok(label, right.label, right.nama)):
            yield Complaint(
                ("label",),
                f"nilai {evaluation.nilai} berlabel {own} menurut tabel, "
                f"di sini “{evaluation.label}”",
                _MEND,
                at=record,
            )
        elif evaluation.zona and right.zona and evaluation.zona != right.zona:
            yield Complaint(
                ("zona",),
                f"nilai {evaluation.nilai} termasuk zona {right.zona} menurut tabel",
                _MEND,
                at=record,
            )


def _older_label(
    context: Context, record: Record, label: str, scheme: SkemaPenilaian
) -> Iterator[Complaint]:
    """Tell of a label that only another scale of the family has."""
    for id_, other in context.katalog.skema.items():
        if scheme.jenjang or other.keluarga != scheme.keluarga:
            continue
        if any(cocok(label, each.label, each.nama) for each in other.jenjang):
            yield Complaint(
                ("label",),
                f"“{label}” kelas skema `{id_}`; skema tahun ini tidak memakainya",
                "salin label dari laporan tahun ini, atau perbaiki `kode_skema` dan `tahun`",
                at=record,
            )
            return


def cocok(reported: str, label: str, name: str) -> bool:
    """Tell whether a reported label is this one: the letter, or its meaning in words."""
    first = reported.partition(",")[0].strip().casefold()
    return first in (label.casefold(), name.casefold())


def _judged(context: Context) -> Iterator[tuple[Record, Evaluasi, SkemaPenilaian]]:
    for record in context.of_kind("evaluasi"):
        evaluation = record.data
        if isinstance(evaluation, Evaluasi) and evaluation.kode_skema:
            scheme = context.katalog.skema.get(evaluation.kode_skema)
            if scheme:
                yield record, evaluation, scheme


@rule("pengaduan-angka-janggal", Level.ERROR, Scope.RECORD, "pengaduan")
def figures_disagree(figures: RekapPengaduan) -> Iterator[Complaint]:
    """Angka pengaduan setahun saling cocok: yang selesai tidak melebihi yang diterima.

    Angka yang mustahil membuat angka lain di halaman yang sama tidak dipercaya.

    Sumber: form F-02 PEKPPP (publikasi pengelolaan pengaduan); praktik.
    """
    limits = (
        ("selesai", figures.selesai, "diterima", figures.diterima),
        ("tepat_waktu", figures.tepat_waktu, "selesai", figures.selesai),
        ("lewat_lapor", figures.lewat_lapor, "diterima", figures.diterima),
    )
    for key, value, of, most in limits:
        if value is not None and value > most:
            yield Complaint(
                (key,),
                f"`{key}` {value} melebihi `{of}` {most}",
                f"perbaiki `{key}` atau `{of}`",
            )
    for index in repeats(each.jenis for each in figures.menurut_jenis):
        yield Complaint(
            ("menurut_jenis", index, "jenis"),
            f"jenis `{figures.menurut_jenis[index].jenis}` sudah disebut di atas",
            "tulis jenis yang benar; setiap jenis satu kali",
        )
    total = sum(each.jumlah for each in figures.menurut_jenis)
    if figures.menurut_jenis and total != figures.diterima:
        yield Complaint(
            ("menurut_jenis",),
            f"jumlah menurut jenis {total}, yang diterima {figures.diterima}",
            "perbaiki salah satunya",
        )


@rule("konsultasi-belum-lengkap", Level.WARNING, Scope.RECORD, "konsultasi")
def consultation_incomplete(record: Konsultasi) -> Iterator[Complaint]:
    """Konsultasi publik mencatat peserta menurut unsur masyarakat dan berita acaranya.

    Forum yang hanya dihadiri pegawai bukan konsultasi; penilai menghitung unsur masyarakatnya.

    Sumber: PermenPANRB 16/2017; form F-02 PEKPPP (keterlibatan masyarakat).
    """
    if record.status not in ("berlaku", "ditinjau"):
        return
    for key, what, example in (
        ("peserta", "peserta menurut unsur masyarakat", "[{unsur: pengguna, jumlah: 12}]"),
        ("berita_acara", "nomor berita acaranya", "<nomor>"),
    ):
        if not getattr(record, key):
            yield Complaint(
                (key,),
                f"konsultasi ini belum menyebut {what}",
                f"tambahkan `{key}: {example}`",
                on_key=True,
                anchor=("status",),
            )
    for index in repeats(each.unsur for each in record.peserta):
        yield Complaint(
            ("peserta", index, "unsur"),
            f"unsur `{record.peserta[index].unsur}` sudah disebut di atas",
            "tulis unsur yang benar menurut daftar hadirnya, atau jumlahkan keduanya",
        )
    for index, each in enumerate(record.peserta):
        if not each.jumlah:
            yield Complaint(
                ("peserta", index, "jumlah"),
                f"unsur `{each.unsur}` tidak dihadiri siapa pun",
                "perbaiki jumlahnya, atau hapus unsur ini",
            )


_TESTABLE = frozenset(
    (
        *("telepon", "sms", "whatsapp", "faks", "surel"),
        *("situs_web", "media_sosial", "sp4n_lapor", "wbs"),
    )
)
_YEAR = timedelta(days=366)


@rule("kanal-belum-diuji", Level.WARNING, Scope.CATALOG)
def channel_untested(context: Context) -> Iterator[Complaint]:
    """Kanal pengaduan dicoba sekurang-kurangnya setahun sekali.

    Nomor yang mati membuat warga menyangka pengaduannya diabaikan; Ombudsman menemukan nomor
    terpasang yang tidak aktif atau milik pribadi.

    Sumber: temuan Ombudsman tentang nomor yang mati; praktik katalog ini (diuji tiap tahun).
    """
    for record in context.of_kind("unit", "kelompok", "pemerintah", *STANDAR):
        for path, channel in _channels(record):
            tested = channel.terakhir_diuji
            if channel.jenis not in _TESTABLE:
                continue
            if tested and context.today - tested > _YEAR:
                key = "terakhir_diuji"
                message = f"kanal ini terakhir diuji {tested}, lebih dari setahun yang lalu"
            elif not tested and _in_force(record) and record.kind != "pemerintah":
                key, message = "jenis", "kanal ini belum pernah diuji"
            else:
                continue
            # An inherited channel is told where it is written.
            if record.places.locate(path).file == record.file:
                yield _untested((*path, key), message, context.today, record)


def _untested(path: Path, message: str, today: date, record: Record) -> Complaint:
    hint = f"coba kanalnya, lalu tulis `terakhir_diuji: {today}`"
    return Complaint(path, message, hint, at=record)


def _in_force(record: Record) -> bool:
    return getattr(record.data, "status", "") == "berlaku"


def _channels(record: Record) -> Iterator[tuple[Path, KanalPengaduan]]:
    """Yield the channels of complaints, inherited ones too, with their paths."""
    data = record.data
    path: Path = ("komponen_bersama", "pengaduan")
    complaints: Pengaduan | None = None
    if isinstance(data, Pemerintah):
        for index, each in enumerate(data.kanal_pengaduan):
            yield ("kanal_pengaduan", index), each
        return
    if isinstance(data, Unit | Kelompok):
        complaints = data.komponen_bersama.pengaduan if data.komponen_bersama else None
    elif isinstance(data, Standar) and not record.version:
        path = ("pengaduan",)
        complaints = data.pengaduan
    for index, each in enumerate(complaints.kanal if complaints else ()):
        yield (*path, "kanal", index), each
