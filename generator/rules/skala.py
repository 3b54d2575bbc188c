"""Rules about the scales of judging: classes, limits, weights and years that fit together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from generator.assemble import Record
from generator.finding import Level
from generator.model.hitung_skm import SURVEI
from generator.model.skema import AturanSurvei, SkemaPenilaian
from generator.rules.bantu import repeats
from generator.rules.registry import Complaint, Context, Scope, rule
from generator.source import Path


@rule("skema-janggal", Level.ERROR, Scope.RECORD, "skema-penilaian")
def scale_disordered(scheme: SkemaPenilaian) -> Iterator[Complaint]:
    """Kelas-kelas skala menurun dari yang tertinggi, di dalam skalanya; bobot dimensi 100.

    Batas yang lebih tinggi daripada kelas di atasnya tidak pernah dipakai: unit yang seharusnya
    bernilai C ditulis D. Label dan dimensi disebut sekali, kelas terendah mulai di ujung bawah
    skala, dan batas per unsur dikali pengalinya sama dengan batas indeksnya. "Tidak", "kurang", dan
    "sangat" di depan kata yang sama berurut, dan kelas bernama warna berzona warna itu.

    Sumber: pedoman setiap penilaian, seperti disebut di `sumber` skemanya.
    """
    for index, (above, each) in enumerate(pairwise(scheme.jenjang), start=1):
        if each.mulai >= above.mulai:
            yield Complaint(
                ("jenjang", index, "mulai"),
                f"{each.label} mulai {each.mulai}, tidak lebih rendah daripada {above.label}, "
                f"{above.mulai}",
                "perbaiki `mulai`; kelas ditulis dari yang tertinggi",
            )
    total = sum(each.bobot for each in scheme.dimensi)
    if scheme.dimensi and total != 100:
        yield Complaint(
            ("dimensi",),
            f"bobot dimensi berjumlah {total}, seharusnya 100",
            "perbaiki `bobot` dimensi yang salah salin",
            on_key=True,
        )
    yield from _same([each.label for each in scheme.jenjang], ("jenjang",), "label")
    yield from _same([each.nama for each in scheme.dimensi], ("dimensi",), "nama")
    yield from _ends(scheme)
    yield from _years(scheme)
    names = [each.nama for each in scheme.jenjang]
    yield from _degrees(names[::-1], [("jenjang", at, "nama") for at in range(len(names))][::-1])
    for index, each in enumerate(scheme.jenjang):
        if each.zona and each.label.casefold() in _COLOURS and each.label.casefold() != each.zona:
            told = f"kelas {each.label} berzona {each.zona}"
            yield Complaint(("jenjang", index, "zona"), told, f"tulis `zona: {each.label.lower()}`")
    if scheme.survei:
        yield from _element_limits(scheme, scheme.survei)
        yield from _answers(scheme, scheme.survei)


_COLOURS = ("hijau", "kuning", "merah")
_DEGREES = {"tidak": 0, "kurang": 1, "cukup": 2, "sangat": 4}
_BAD = frozenset(("mahal", "buruk", "sulit", "lambat", "rendah"))


def _degrees(names: Sequence[str], paths: Sequence[Path]) -> Iterator[Complaint]:
    """Tell where degrees of one word do not rise: "kurang baik" above "baik"."""
    plain = {each.casefold() for each in names} - _BAD
    highest: dict[str, tuple[int, str]] = {}
    for name, path in zip(names, paths, strict=True):
        first, _, rest = name.casefold().partition(" ")
        word, degree = (rest, _DEGREES[first]) if first in _DEGREES else (name.casefold(), 3)
        # What stands nowhere by itself, as "sangat mahal" does, may be less the more it is.
        if word not in plain:
            continue
        before = highest.get(word, (-1, ""))
        if degree < before[0]:
            yield Complaint(
                path,
                f"“{name}” berada di atas “{before[1]}”",
                "tukar keduanya; salin ulang dari naskahnya",
                level=Level.WARNING,
            )
        highest[word] = max(before, (degree, name))


def _ends(scheme: SkemaPenilaian) -> Iterator[Complaint]:
    """Tell where the classes leave the scale, or do not reach its lower end."""
    low, high = scheme.nilai_terendah, scheme.nilai_tertinggi
    if low >= high:
        yield Complaint(
            ("nilai_tertinggi",),
            f"ujung atas {high} tidak lebih tinggi daripada ujung bawah {low}",
            "perbaiki `nilai_tertinggi` atau `nilai_terendah`",
        )
    if not scheme.jenjang:
        return
    last = len(scheme.jenjang) - 1
    lowest = scheme.jenjang[last].mulai
    if lowest != low:
        yield Complaint(
            ("jenjang", last, "mulai"),
            f"kelas terendah mulai {lowest}, skalanya mulai {low}",
            f"tulis `mulai: {low}` pada kelas terendah, perbaiki `nilai_terendah`, atau tambahkan "
            "kelas yang hilang",
        )
    top = scheme.jenjang[0].mulai
    # A scale of months has a class for what is past its end.
    if top > high and top != high + 1:
        yield Complaint(
            ("jenjang", 0, "mulai"),
            f"kelas tertinggi mulai {top}, skalanya hanya sampai {high}",
            "periksa komanya, atau perbaiki `nilai_tertinggi`",
        )
    coloured = [each.zona for each in scheme.jenjang if each.zona]
    for index, each in enumerate(scheme.jenjang):
        if coloured and not each.zona:
            yield Complaint(
                ("jenjang", index),
                f"kelas {each.label} tidak berzona, kelas lain berzona",
                "tambahkan `zona: hijau`, `kuning`, atau `merah` menurut pedomannya",
            )


def _years(scheme: SkemaPenilaian) -> Iterator[Complaint]:
    written = scheme.diperbarui.year
    for key, year, latest in (
        ("mulai", scheme.mulai, written + 1),
        ("sampai", scheme.sampai, written + 10),
    ):
        if year is not None and not _OLDEST <= year <= latest:
            yield Complaint(
                (key,),
                f"tahun {year} tidak mungkin; skema ini ditulis {written}",
                f"perbaiki `{key}`: tahun penilaian yang memakai skema ini, empat angka",
            )
    if scheme.sampai is not None and scheme.sampai < scheme.mulai:
        yield Complaint(
            ("sampai",),
            f"berlaku sampai {scheme.sampai}, sebelum mulainya {scheme.mulai}",
            "perbaiki `mulai` atau `sampai`",
        )


_OLDEST = 1998
"""Public services are judged since the reform; an earlier year is a slip of the pen."""


def _element_limits(scheme: SkemaPenilaian, rules: AturanSurvei) -> Iterator[Complaint]:
    """Tell which class begins elsewhere for an element than for the index."""
    for index, each in enumerate(scheme.jenjang):
        if each.mulai_unsur is None:
            yield Complaint(
                ("jenjang", index),
                f"kelas {each.label} tidak menyebut batas per unsur",
                "tambahkan `mulai_unsur`: `mulai` dibagi `pengali`",
            )
        elif each.mulai_unsur * rules.pengali != each.mulai:
            yield Complaint(
                ("jenjang", index, "mulai"),
                f"kelas {each.label} mulai {each.mulai}, tetapi batas unsurnya "
                f"{each.mulai_unsur} kali {rules.pengali} adalah "
                f"{(each.mulai_unsur * rules.pengali).normalize():f}",
                "salin ulang `mulai` dan `mulai_unsur` dari tabel konversinya",
            )


def _answers(scheme: SkemaPenilaian, rules: AturanSurvei) -> Iterator[Complaint]:
    """Tell where answers, their numbers and the ends of the scale disagree."""
    for key, answer, end in (
        ("jawaban_terendah", rules.jawaban_terendah, scheme.nilai_terendah),
        ("jawaban_tertinggi", rules.jawaban_tertinggi, scheme.nilai_tertinggi),
    ):
        if Decimal(answer) * rules.pengali != end:
            yield Complaint(
                ("survei", key),
                f"jawaban {answer} kali {rules.pengali} bukan ujung skala, {end}",
                f"perbaiki `{key}`, `pengali`, atau ujung skalanya",
            )
    first: dict[str, str] = {}
    for index, each in enumerate(rules.unsur):
        own = each.nomor[0] if each.nomor else ""
        if own and first.setdefault(own, each.kode) != each.kode:
            yield Complaint(
                ("survei", "unsur", index, "nomor", 0),
                f"nomor {own} sudah dipakai unsur {first[own]}",
                "tulis nomor menurut naskahnya lebih dahulu",
            )
        yield from _choices(each.jawaban, ("survei", "unsur", index, "jawaban"), rules)


_VALUE = re.compile(r"([0-9]{1,3}) = ")


def _choices(answers: Sequence[str], path: Path, rules: AturanSurvei) -> Iterator[Complaint]:
    low = rules.jawaban_terendah
    for at, text in enumerate(answers):
        value = _VALUE.match(text)
        if value and int(value[1]) != low + at:
            yield Complaint(
                (*path, at),
                f"jawaban ke-{at + 1} seharusnya bernilai {low + at}",
                f"tulis `{low + at} = …`, dari yang terendah",
            )
    plain = [text.rpartition(" = ")[2] for text in answers]
    yield from _degrees(plain, [(*path, at) for at in range(len(answers))])
    count = rules.jawaban_tertinggi - low + 1
    if answers and len(answers) != count:
        yield Complaint(
            path,
            f"{len(answers)} jawaban, seharusnya {count}",
            "tulis semua jawaban dari yang terendah",
        )


_PLACES = {"persis": None, "0.111": 3, "0.11": 2}


@rule("skema-survei", Level.ERROR, Scope.RECORD, "skema-penilaian")
def survey_rules_disordered(scheme: SkemaPenilaian) -> Iterator[Complaint]:
    """Aturan survei tidak menyebut dua hal dengan satu nama, dan angkanya mungkin.

    Nama unsur yang tertukar membuat nilai yang rendah tampil sebagai nilai unsur lain; sel terkecil
    yang hanya satu orang membuka data pribadi orang itu.

    Sumber: PermenPANRB 14/2017 (unsur, bobot, dan sampel); UU 27/2022 (Pelindungan Data Pribadi).
    """
    rules = scheme.survei
    if rules is None:
        if scheme.keluarga == SURVEI:
            hint = "tambahkan `survei:` dengan unsur, bobot, dan pengalinya, atau perbaiki keluarga"
            yield Complaint(("keluarga",), "skema survei ini tidak memuat aturan survei", hint)
        return
    base: Path = ("survei",)
    for key in ("nama", "pertanyaan", "komponen"):
        yield from _same([getattr(each, key) for each in rules.unsur], (*base, "unsur"), key)
    yield from _same([each.nama for each in rules.profil], (*base, "profil"), "nama")
    yield from _same([each.metode for each in rules.bobot], (*base, "bobot"), "metode")
    for index, way in enumerate(rules.bobot):
        if way.desimal != _PLACES[way.metode]:
            right = _PLACES[way.metode]
            hint = "hapus `desimal`" if right is None else f"tulis `desimal: {right}`"
            told = f"bobot {way.metode} dibulatkan {way.desimal} angka di belakang koma"
            yield Complaint((*base, "bobot", index, "desimal"), told, hint)
    yield from _traits(rules)
    yield from _numbers(scheme, rules)


def _traits(rules: AturanSurvei) -> Iterator[Complaint]:
    """Tell of an answer that two traits share, and of ages out of order."""
    seen: dict[str, str] = {}
    for number, trait in enumerate(rules.profil):
        for index, each in enumerate(trait.pilihan):
            path: Path = ("survei", "profil", number, "pilihan", index)
            other = seen.setdefault(each.nama, trait.nama)
            if other != trait.nama:
                told = f"“{each.nama}” sudah menjadi jawaban {other}"
                yield Complaint((*path, "nama"), told, "tulis jawaban ciri ini")
            least = trait.pilihan[index - 1].mulai if index else -1
            if each.mulai is not None and (least is None or each.mulai <= least):
                told = f"pilihan ini mulai {each.mulai}, yang di atasnya {least}"
                yield Complaint((*path, "mulai"), told, "urutkan dari yang terendah, tanpa bolong")


def _numbers(scheme: SkemaPenilaian, rules: AturanSurvei) -> Iterator[Complaint]:
    base: Path = ("survei",)
    if rules.sel_terkecil < 2:
        hint = "tulis paling sedikit 2; batas di katalog ini 3"
        yield Complaint((*base, "sel_terkecil"), "sel satu orang membuka orang itu", hint)
    if rules.selisih_wajar > scheme.nilai_tertinggi / 50:
        told = f"selisih {rules.selisih_wajar} lebih besar daripada yang dapat dibuat pembulatan"
        hint = "periksa komanya; bobot 0,11 menghilangkan satu persen"
        yield Complaint((*base, "selisih_wajar"), told, hint)
    sample = rules.sampel
    for key, value, most in (("galat", sample.galat, "0.2"), ("peluang", sample.peluang, "1")):
        if not 0 < value < Decimal(most):
            told = f"{key} {value} tidak mungkin"
            yield Complaint((*base, "sampel", key), told, f"tulis di antara 0 dan {most}")


def _same(names: Sequence[str | None], path: Path, key: str) -> Iterator[Complaint]:
    for index in repeats(names):
        yield Complaint(
            (*path, index, key),
            f"“{names[index]}” sudah disebut di atas",
            f"tulis `{key}` yang benar menurut pedomannya, atau hapus salah satunya",
        )


@rule("skema-bersambung", Level.WARNING, Scope.CATALOG)
def family_broken(context: Context) -> Iterator[Complaint]:
    """Skema sekeluarga bersambung tahunnya, dan berasal dari satu lembaga.

    Pada tahun yang dimiliki dua skema, nilai yang sama hijau menurut yang satu dan kuning menurut
    yang lain; pada tahun yang tidak dimiliki skema mana pun, nilainya tidak dapat diperiksa.

    Sumber: praktik katalog ini (skala adalah data bertanggal, bukan tetapan).
    """
    families: dict[str, list[tuple[SkemaPenilaian, Record]]] = {}
    for record in context.of_kind("skema-penilaian"):
        scheme = record.data
        if not isinstance(scheme, SkemaPenilaian):
            continue
        families.setdefault(scheme.keluarga, []).append((scheme, record))
        if bool(scheme.jenjang) != scheme.label_dihitung:
            known = "ada" if scheme.jenjang else "belum ada"
            yield Complaint(
                ("label_dihitung",),
                f"batas kelasnya {known} di `jenjang`, tetapi `label_dihitung` berkata lain",
                f"tulis `label_dihitung: {'ya' if scheme.jenjang else 'tidak'}`",
                at=record,
            )
    first: dict[str, str] = {}
    for family, found in families.items():
        short, record = found[0][0].singkatan, found[0][1]
        if first.setdefault(short, family) != family:
            told = f"singkatan {short} sudah dipakai keluarga `{first[short]}`"
            yield Complaint(("singkatan",), told, "tulis singkatan penilaian ini", at=record)
        found.sort(key=lambda each: each[0].mulai)
        for (before, old), (scheme, record) in pairwise(found):
            if before.sampai is None or before.sampai + 1 != scheme.mulai:
                until = before.sampai or "sekarang"
                yield Complaint(
                    ("mulai",),
                    f"skema ini mulai {scheme.mulai}, `{old.id}` berlaku sampai {until}",
                    f"tulis `sampai: {scheme.mulai - 1}` di sana, atau perbaiki `mulai` atau "
                    "`keluarga` di sini",
                    at=record,
                )
            if scheme.lembaga != before.lembaga:
                yield Complaint(
                    ("lembaga",),
                    f"penilainya {scheme.lembaga}, skema sekeluarga `{old.id}` {before.lembaga}",
                    "samakan `lembaga`, atau perbaiki `keluarga`",
                    at=record,
                )
