"""Satisfaction surveys as pages show them: values as text, bars, arithmetic, plans."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generator.derive import kalimat
from generator.derive.indeks import Indeks
from generator.derive.media import MediaTampil, media
from generator.model import kata
from generator.model.hitung_skm import (
    bobot_sama,
    bulat,
    indeks_survei,
    kelas,
    kelas_unsur,
    sampel,
    skema_survei,
)
from generator.model.kinerja import Skm, TindakLanjut
from generator.model.skema import AturanSurvei, SkemaPenilaian

KEADAAN: Mapping[str, tuple[str, str, str]] = {
    "selesai": ("Selesai", "cek", "l-baik"),
    "berjalan": ("Berjalan", "separuh", "l-kurang"),
    "belum": ("Belum dimulai", "silang", "l-netral"),
    "lewat": ("Lewat tenggat", "seru", "l-buruk"),
}


@dataclass(frozen=True, slots=True)
class BarisUnsur:
    """One element: value as text, and its share of the scale for the bar."""

    nama: str
    nomor: str
    nilai: str
    persis: str
    """The value with every digit on record, so that a reader can compute the index again."""
    penjawab: str
    bobot: str
    mutu: str
    panjang: str
    """Length of the bar, in percent of the scale from lowest to highest answer."""
    rendah: bool
    """True below the second best class: drawn hatched, since colour is not enough."""


@dataclass(frozen=True, slots=True)
class BarisTindak:
    """One row of a follow-up plan, with its state in words, icon and tint."""

    unsur: str
    masalah: str
    kegiatan: str
    target: str
    penanggung_jawab: str
    keadaan: tuple[str, str, str]
    selesai: str
    tautan: str
    berkas: str


@dataclass(frozen=True, slots=True)
class SurveiTampil:
    """A survey as reported, with all that is needed to recompute it."""

    id: str
    judul: str
    masa: str
    ikm: str
    mutu: str
    arti: str
    responden: str
    populasi: str
    perlu: str
    cukup: bool
    unsur: tuple[BarisUnsur, ...]
    batas: tuple[tuple[str, str], ...]
    """Where the classes begin on the bars: label with value, and place in percent."""
    hitung: tuple[tuple[str, str, str, str], ...]
    """Way of weighting, arithmetic, index, grade."""
    metode: str
    catatan: str
    terendah: str
    skala: str
    """Of the answers, as in "1–4"; empty without a scheme, as the next three."""
    pengali: str
    skala_indeks: str
    baik: str
    """The lowest of the two best grades; what is below asks for work first."""
    warna: str
    """How the grade is tinted."""
    profil: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    tindak: tuple[BarisTindak, ...]
    media: tuple[MediaTampil, ...]
    tautan: str
    berkas: str
    contoh: bool


@dataclass(frozen=True, slots=True)
class TitikTren:
    """One period of the trend."""

    masa: str
    ikm: str
    mutu: str
    panjang: str
    skala: str


def angka(value: Decimal, digits: int = 2) -> str:
    """Return a number with a decimal comma and so many digits."""
    return str(bulat(value, digits)).replace(".", ",")


def _place(value: Decimal, low: Decimal, high: Decimal) -> str:
    """Return where a value stands between two others, in percent, as SVG wants it."""
    share = (value - low) / (high - low) * 100
    return f"{bulat(max(Decimal(0), min(Decimal(100), share)), 1)}%"


def letak_indeks(value: Decimal, scheme: SkemaPenilaian | None) -> str:
    """Return the length of an index's bar, in percent of the scheme's scale."""
    low = scheme.nilai_terendah if scheme else Decimal(0)
    high = scheme.nilai_tertinggi if scheme else Decimal(100)
    return _place(value, low, high)


def tampilkan_survei(key: str, survey: Skm, indeks: Indeks) -> SurveiTampil:
    """Derive one survey."""
    scheme = skema_survei(indeks.katalog.skema, survey.selesai)
    rules = scheme.survei if scheme else None
    grade = kelas(scheme, survey.ikm) if scheme else None
    needed = sampel(rules.sampel, survey.populasi) if rules and survey.populasi else None
    names = {each.kode: each.nama for each in rules.unsur} if rules else {}
    lowest = sorted(survey.unsur, key=lambda each: each.nrr)[:3]
    return SurveiTampil(
        id=key,
        judul=_period(survey),
        masa=f"{kalimat.tanggal(survey.mulai)} sampai {kalimat.tanggal(survey.selesai)}",
        ikm=angka(survey.ikm),
        mutu=survey.mutu,
        arti=grade.nama if grade and grade.label == survey.mutu else "",
        responden=kata.angka(survey.responden),
        populasi=kata.angka(survey.populasi) if survey.populasi else "",
        perlu="" if needed is None else kata.angka(needed),
        cukup=needed is None or survey.responden >= needed,
        unsur=tuple(_elements(survey, scheme)),
        batas=tuple(_limits(scheme)),
        hitung=tuple(_arithmetic(survey, scheme)),
        metode=survey.metode_bobot,
        catatan=_difference(survey, scheme),
        terendah=kata.daftar(
            [
                f"{kata.kecil(each.nama or names.get(each.kode, each.kode))} ({angka(each.nrr)})"
                for each in lowest
            ]
        ),
        skala=f"{rules.jawaban_terendah}–{rules.jawaban_tertinggi}" if rules else "",
        pengali=kata.angka(rules.pengali) if rules else "",
        skala_indeks=skala_indeks(scheme),
        baik=_good(scheme)[-1] if _good(scheme) else "",
        warna=_tint(survey.mutu, scheme),
        profil=tuple(_profile(survey, scheme)),
        tindak=tuple(baris_tindak(survey.tindak_lanjut, indeks.hari_ini, names)),
        media=media(survey.media_publikasi),
        tautan=survey.tautan or "",
        berkas=survey.berkas or "",
        contoh=survey.status == "contoh",
    )


def skala_indeks(scheme: SkemaPenilaian | None) -> str:
    """Return the scale of an index, as in "25–100"; empty without a scheme."""
    if scheme is None:
        return ""
    return f"{kata.angka(scheme.nilai_terendah)}–{kata.angka(scheme.nilai_tertinggi)}"


def _good(scheme: SkemaPenilaian | None) -> tuple[str, ...]:
    """Return the two best grades of a scheme (practice: what is below is mended first)."""
    return tuple(each.label for each in scheme.jenjang[:2]) if scheme else ()


def _tint(grade: str, scheme: SkemaPenilaian | None) -> str:
    labels = [each.label for each in scheme.jenjang] if scheme else []
    if grade in _good(scheme):
        return "l-baik"
    return "l-buruk" if grade in labels[3:] else "l-kurang"


def _period(survey: Skm) -> str:
    """Return the period in the fewest words: "Semester I 2026"."""
    first, last = survey.mulai, survey.selesai
    if survey.jenis_periode == "semester":
        return f"Semester {'I' if last.month <= 6 else 'II'} {last.year}"
    if survey.jenis_periode == "triwulan":
        return f"Triwulan {('I', 'II', 'III', 'IV')[(last.month - 1) // 3]} {last.year}"
    if survey.jenis_periode == "tahunan":
        return f"Tahun {last.year}"
    if survey.jenis_periode == "bulanan":
        return kalimat.tanggal(last).split(" ", 1)[1]
    same = first.year == last.year
    start = kalimat.tanggal(first).split(" ", 1)[1]
    return f"{start.rsplit(' ', 1)[0] if same else start} sampai {kalimat.tanggal(last)}"


def _elements(survey: Skm, scheme: SkemaPenilaian | None) -> Iterator[BarisUnsur]:
    rules = scheme.survei if scheme else None
    names = {each.kode: each.nama for each in rules.unsur} if rules else {}
    low = Decimal(rules.jawaban_terendah if rules else 1)
    high = Decimal(rules.jawaban_tertinggi if rules else 4)
    good = _good(scheme)
    equal = _weight(rules, survey.metode_bobot, len(survey.unsur)) if rules else ""
    for each in survey.unsur:
        grade = kelas_unsur(scheme, each.nrr) if scheme else None
        yield BarisUnsur(
            nama=each.nama or names.get(each.kode, each.kode),
            nomor=each.nomor or "",
            nilai=angka(each.nrr),
            persis=_all_digits(each.nrr),
            penjawab=kata.angka(survey.responden if each.penjawab is None else each.penjawab),
            bobot=_all_digits(each.bobot) if each.bobot is not None else equal,
            mutu=grade.label if grade else "",
            panjang=_place(each.nrr, low, high),
            rendah=bool(grade) and grade.label not in good if grade else False,
        )


def _limits(scheme: SkemaPenilaian | None) -> Iterator[tuple[str, str]]:
    if not scheme or not scheme.survei:
        return
    low, high = Decimal(scheme.survei.jawaban_terendah), Decimal(scheme.survei.jawaban_tertinggi)
    for each in reversed(scheme.jenjang[:2]):
        if each.mulai_unsur is not None:
            begin = _place(each.mulai_unsur, low, high)
            yield f"{each.label} mulai {angka(each.mulai_unsur)}", begin


def _arithmetic(survey: Skm, scheme: SkemaPenilaian | None) -> Iterator[tuple[str, str, str, str]]:
    rules = scheme.survei if scheme else None
    if not rules or not scheme:
        return
    again = indeks_survei(survey, rules)
    factor = kata.angka(rules.pengali)
    total = sum((each.nrr for each in survey.unsur), Decimal(0))
    weighted = any(each.bobot is not None for each in survey.unsur)
    for method, value in again.items():
        grade = kelas(scheme, value)
        label = grade.label if grade else ""
        if weighted:
            yield "bobot sendiri", f"jumlah (nilai × bobotnya) × {factor}", angka(value), label
            return
        weight = _weight(rules, method, len(survey.unsur))
        yield (
            method.replace(".", ","),
            f"{_all_digits(total)} × {weight} × {factor}",
            angka(value),
            label,
        )


def _all_digits(value: Decimal) -> str:
    return str(value).replace(".", ",")


def _weight(rules: AturanSurvei, method: str, elements: int) -> str:
    """Return the equal weight of so many elements, as it is multiplied with."""
    exact = bobot_sama(rules, max(1, elements))[method]
    if exact.numerator == 1 and method == "persis":
        return f"1/{exact.denominator}"
    return angka(bulat(exact, 3), 3)


def _difference(survey: Skm, scheme: SkemaPenilaian | None) -> str:
    """Return a note where the reported index is not what the elements give."""
    rules = scheme.survei if scheme else None
    again = indeks_survei(survey, rules) if rules else {}
    if not again or not rules:
        return ""
    own = again[survey.metode_bobot]
    if abs(own - survey.ikm) <= Decimal("0.05"):
        return ""
    return f"Dilaporkan {angka(survey.ikm)}; dihitung ulang dari nilai unsurnya {angka(own)}."


def _profile(
    survey: Skm, scheme: SkemaPenilaian | None
) -> Iterator[tuple[str, tuple[tuple[str, str], ...]]]:
    rules = scheme.survei if scheme else None
    names: dict[str, str] = {each.kode: each.nama for each in rules.profil} if rules else {}
    for trait in survey.profil:
        cells = tuple(
            (
                each.nama,
                "disembunyikan" if each.jumlah is None else kata.angka(each.jumlah),
            )
            for each in trait.sel
        )
        yield names.get(trait.ciri, trait.ciri), cells


def baris_tindak(
    rows: Iterable[TindakLanjut], today: date, names: Mapping[str, str]
) -> Iterator[BarisTindak]:
    """Yield the rows of a follow-up plan; what is open after its day says so."""
    for each in rows:
        late = each.selesai != "selesai" and each.tenggat is not None and each.tenggat < today
        yield BarisTindak(
            unsur=names.get(each.unsur or "", ""),
            masalah=each.masalah,
            kegiatan=each.kegiatan,
            target=each.target,
            penanggung_jawab=each.penanggung_jawab,
            keadaan=KEADAAN["lewat" if late else each.selesai],
            selesai=kalimat.tanggal(each.tanggal_selesai) if each.tanggal_selesai else "",
            tautan=each.tautan or "",
            berkas=each.berkas or "",
        )


def tren(surveys: Sequence[Skm], indeks: Indeks) -> Iterator[TitikTren]:
    """Yield the index of each period, oldest first; nothing for a single one."""
    if len(surveys) < 2:
        return
    for each in surveys:
        scheme = skema_survei(indeks.katalog.skema, each.selesai)
        place, scale = letak_indeks(each.ikm, scheme), skala_indeks(scheme)
        yield TitikTren(_period(each), angka(each.ikm), each.mutu, place, scale)
