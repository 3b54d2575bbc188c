"""Rules about the scales of judging: classes, limits, weights and years that fit together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from generator.assemble import Record
from generator.finding import Level
from generator.model.skema import AturanSurvei, SkemaPenilaian
from generator.rules.registry import Complaint, Context, Scope, rule


@rule("skema-janggal", Level.ERROR, Scope.RECORD, "skema-penilaian")
def scale_disordered(scheme: SkemaPenilaian) -> Iterator[Complaint]:
    """Kelas-kelas skala menurun dari yang tertinggi, di dalam skalanya; bobot dimensi 100.

    Batas yang lebih tinggi daripada kelas di atasnya tidak pernah dipakai: unit yang seharusnya
    bernilai C ditulis D. Label dan dimensi disebut sekali, kelas terendah mulai di ujung bawah
    skala, dan batas per unsur dikali pengalinya sama dengan batas indeksnya.

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
    yield from _twice([each.label for each in scheme.jenjang], "jenjang", "label")
    yield from _twice([each.nama for each in scheme.dimensi], "dimensi", "nama")
    yield from _ends(scheme)
    yield from _years(scheme)
    if scheme.survei:
        yield from _element_limits(scheme, scheme.survei)
        yield from _answers(scheme, scheme.survei)


def _twice(names: Sequence[str], key: str, field: str) -> Iterator[Complaint]:
    for index, name in enumerate(names):
        if name in names[:index]:
            yield Complaint(
                (key, index, field),
                f"“{name}” sudah disebut di atas",
                f"tulis `{field}` yang benar menurut pedomannya, atau hapus salah satunya",
            )


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
        for at, text in enumerate(each.jawaban):
            if not text.startswith(f"{rules.jawaban_terendah + at} = "):
                yield Complaint(
                    ("survei", "unsur", index, "jawaban", at),
                    f"jawaban ke-{at + 1} seharusnya bernilai {rules.jawaban_terendah + at}",
                    f"tulis `{rules.jawaban_terendah + at} = …`, dari yang terendah",
                )
        count = rules.jawaban_tertinggi - rules.jawaban_terendah + 1
        if each.jawaban and len(each.jawaban) != count:
            yield Complaint(
                ("survei", "unsur", index, "jawaban"),
                f"{len(each.jawaban)} jawaban, seharusnya {count}",
                "tulis semua jawaban dari yang terendah",
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
    for found in families.values():
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
