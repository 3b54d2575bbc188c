"""Rules about satisfaction surveys: nine elements, honest arithmetic, enough respondents."""

from __future__ import annotations

import math
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from generator.finding import Level
from generator.model.dokumen_unit import Skm
from generator.rules.bantu import listing
from generator.rules.registry import Complaint, Scope, rule

_GRADES = (("A", Decimal("88.31")), ("B", Decimal("76.61")), ("C", Decimal(65)), ("D", Decimal(25)))
_ELEMENTS = (
    "persyaratan",
    "prosedur",
    "waktu",
    "biaya",
    "produk",
    "kompetensi",
    "perilaku",
    "pengaduan",
    "sarpras",
)
_WEIGHTS = {"persis": Decimal(1) / 9, "0.111": Decimal("0.111"), "0.11": Decimal("0.11")}


def _rounded(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.01"), ROUND_HALF_UP)


def _grade(index: Decimal) -> str:
    return next((grade for grade, least in _GRADES if _rounded(index) >= least), "D")


@rule("skm-mutu-tidak-cocok", Level.ERROR, Scope.RECORD, "skm")
def grade_differs(survey: Skm) -> Iterator[Complaint]:
    """Mutu (A sampai D) sesuai dengan nilai indeks menurut tabel konversi.

    Mutu yang lebih tinggi dari nilainya menyesatkan warga dan penilai: 76,60 adalah C, bukan B.

    Sumber: PermenPANRB 14/2017 (tabel nilai persepsi: 88,31; 76,61; 65,00; 25,00).
    """
    right = _grade(survey.ikm)
    if right != survey.mutu:
        yield Complaint(
            ("mutu",),
            f"indeks {survey.ikm} bermutu {right}, di sini tertulis {survey.mutu}",
            f"tulis `mutu: {right}`, atau perbaiki `ikm`",
        )


@rule("skm-nilai-tidak-cocok", Level.WARNING, Scope.RECORD, "skm")
def index_differs(survey: Skm) -> Iterator[Complaint]:
    """Indeks yang dilaporkan dapat dihitung ulang dari nilai unsurnya.

    Bobot 0,11 menghilangkan satu persen nilai, maka selisih sampai 1,05 dimaklumi; selisih yang
    lebih besar berarti ada angka yang salah salin.

    Sumber: PermenPANRB 14/2017 (indeks = jumlah nilai rata-rata kali bobot, kali 25).
    """
    if len(survey.unsur) != len(_ELEMENTS):
        return
    total = sum((each.nrr for each in survey.unsur), Decimal(0))
    again = _rounded(total * _WEIGHTS[survey.metode_bobot] * 25)
    if abs(again - survey.ikm) > Decimal("1.05"):
        yield Complaint(
            ("ikm",),
            f"indeks {survey.ikm}, tetapi dari nilai unsurnya {again}",
            f"tulis `ikm: {again}`, atau perbaiki nilai di `unsur`",
        )


@rule("skm-unsur-kurang", Level.WARNING, Scope.RECORD, "skm")
def elements_missing(survey: Skm) -> Iterator[Complaint]:
    """Survei memuat kesembilan unsur.

    Unsur yang tidak ditampilkan biasanya yang nilainya paling rendah; justru itu yang perlu
    diketahui warga.

    Sumber: PermenPANRB 14/2017 (sembilan unsur survei kepuasan masyarakat).
    """
    if survey.status == "draf":
        return
    present = {each.kode for each in survey.unsur}
    missing = [each for each in _ELEMENTS if each not in present]
    if missing:
        yield Complaint(
            ("unsur",),
            f"{len(missing)} dari 9 unsur tidak ada",
            f"tambahkan butir `kode: …` untuk {listing(missing)}",
            on_key=True,
            anchor=("status",),
        )


@rule("skm-responden", Level.WARNING, Scope.RECORD, "skm")
def too_few_respondents(survey: Skm) -> Iterator[Complaint]:
    """Banyaknya responden cukup untuk banyaknya pengguna, dan tidak melebihinya.

    Hasil dari terlalu sedikit orang dapat berbalik hanya karena kebetulan.

    Sumber: PermenPANRB 14/2017 (besar sampel menurut Krejcie dan Morgan).
    """
    if survey.populasi is None:
        return
    if survey.responden > survey.populasi:
        yield Complaint(
            ("responden",),
            f"responden {survey.responden} melebihi populasi {survey.populasi}",
            "perbaiki `responden` atau `populasi`",
        )
        return
    needed = _sample(survey.populasi)
    if survey.responden < needed:
        yield Complaint(
            ("responden",),
            f"responden {survey.responden}, untuk populasi {survey.populasi} perlu {needed}",
            "perbaiki angkanya bila salah ketik; bila benar, sebut di `tindak_lanjut`",
        )


def _sample(population: int) -> int:
    """Return the sample of Krejcie and Morgan: chi-square 3.841, P = 0.5, margin 5 %."""
    chance = 3.841 * 0.25
    return (
        math.floor(chance * population / (0.0025 * (population - 1) + chance)) if population else 0
    )


@rule("skm-masa", Level.ERROR, Scope.RECORD, "skm")
def survey_days(survey: Skm) -> Iterator[Complaint]:
    """Survei selesai sesudah dimulai.

    Masa survei yang terbalik membuat hasilnya tidak dapat ditaruh pada tahun mana pun.

    Sumber: PermenPANRB 14/2017 (periode survei); praktik.
    """
    if survey.selesai < survey.mulai:
        yield Complaint(
            ("selesai",),
            f"survei selesai {survey.selesai} sebelum dimulai {survey.mulai}",
            "tukar `mulai` dan `selesai`",
        )
