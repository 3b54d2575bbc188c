"""Rules about evaluations from outside: their parts, their scheme, whom they judge."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from generator.assemble import Record
from generator.finding import Level
from generator.model.kinerja import DimensiNilai, Evaluasi
from generator.model.skema import SkemaPenilaian
from generator.rules.bantu import listing, repeats
from generator.rules.registry import Complaint, Context, Scope, rule


def _evaluations(
    context: Context,
) -> Iterator[tuple[Record, Evaluasi, SkemaPenilaian | None]]:
    """Yield every evaluation with its scheme, if it names one."""
    for record in context.of_kind("evaluasi"):
        if isinstance(record.data, Evaluasi):
            yield record, record.data, context.katalog.skema.get(record.data.kode_skema or "")


@rule("evaluasi-dimensi", Level.WARNING, Scope.CATALOG)
def parts_do_not_add_up(context: Context) -> Iterator[Complaint]:
    """Nilai penilaian dapat dihitung dari dimensinya, dan setiap dimensi disebut sekali.

    Dua angka yang tertukar, 68,57 untuk 86,57, membuat dimensi yang baik tampak harus dibina.
    Dimensi yang sudah berbobot boleh dijumlahkan saja.

    Sumber: pedoman setiap penilaian (nilai = jumlah nilai dimensi kali bobotnya); skema bertanggal
    di `kosakata/skema-penilaian/`.
    """
    for record, evaluation, scheme in _evaluations(context):
        parts = evaluation.dimensi
        names = [each.nama.casefold() for each in parts]
        known = {each.nama.casefold(): each.bobot for each in scheme.dimensi} if scheme else {}
        twice = list(repeats(names))
        for index in twice:
            yield Complaint(
                ("dimensi", index, "nama"),
                f"dimensi {parts[index].nama} sudah disebut di atas",
                "tulis nama dimensi yang benar, atau hapus salah satunya",
                at=record,
            )
        if twice or not parts:
            continue
        missing = sorted(known.keys() - set(names))
        if missing and len(missing) < len(known) and not evaluation.catatan:
            yield Complaint(
                ("dimensi",),
                f"dimensi {listing(missing)} tidak ada",
                "salin juga nilainya dari laporan, atau tulis di `catatan` bahwa tidak dilaporkan",
                at=record,
                on_key=True,
            )
            continue
        weights = [each.bobot or known.get(each.nama.casefold()) for each in parts]
        given = [each for each in weights if each is not None]
        if len(given) != len(parts) or not (own := _differs(evaluation.nilai, parts, given)):
            continue
        slip = _slip(evaluation.nilai, parts, given)
        if slip:
            yield Complaint(
                ("dimensi", slip[0], "nilai"),
                f"nilai {evaluation.nilai}, tetapi jumlah dimensi kali bobotnya {own}",
                f"mungkin `nilai: {slip[1]}`, dua angkanya tertukar; cocokkan dengan laporannya",
                at=record,
            )
        else:
            yield Complaint(
                ("nilai",),
                f"nilai {evaluation.nilai}, tetapi jumlah dimensi kali bobotnya {own}",
                "salin ulang `nilai` dan setiap nilai di `dimensi` dari laporannya; satu di "
                "antaranya salah",
                at=record,
            )


def _differs(
    value: Decimal | None, parts: Sequence[DimensiNilai], weights: Sequence[Decimal]
) -> Decimal | None:
    """Return the value that the parts make, if it is another than the reported one."""
    whole = sum(weights, Decimal(0))
    if value is None or not Decimal(99) <= whole <= Decimal(101):
        return None
    pairs = list(zip(parts, weights, strict=True))
    mean = sum((each.nilai * weight for each, weight in pairs), Decimal(0)) / 100
    total = sum((each.nilai for each in parts), Decimal(0))
    off = (
        _half(value)
        + sum(
            (_half(each.nilai) * weight + each.nilai * _half(weight) for each, weight in pairs),
            Decimal(0),
        )
        / 100
    )
    near = abs(mean - value) <= off or abs(total - value) <= off * len(parts)
    return None if near else round(mean, 2)


def _slip(
    value: Decimal | None, parts: Sequence[DimensiNilai], weights: Sequence[Decimal]
) -> tuple[int, Decimal] | None:
    """Return the only part that, with two neighbouring digits changed about, makes the value."""
    found = []
    for index, part in enumerate(parts):
        text = str(part.nilai)
        for at in range(len(text) - 1):
            swapped = f"{text[:at]}{text[at + 1]}{text[at]}{text[at + 2 :]}"
            if "." in text[at : at + 2] or swapped == text:
                continue
            other = part.model_copy(update={"nilai": Decimal(swapped)})
            if not _differs(value, [*parts[:index], other, *parts[index + 1 :]], weights):
                found.append((index, other.nilai))
    return found[0] if len(found) == 1 else None


def _half(number: Decimal) -> Decimal:
    """Return half a step of a number as written, whole numbers as if they were exact."""
    places = -int(number.as_tuple().exponent)
    return Decimal(1).scaleb(-places) / 2 if places > 0 else Decimal(0)


@rule("evaluasi-lain-skema", Level.WARNING, Scope.CATALOG)
def scheme_of_another(context: Context) -> Iterator[Complaint]:
    """Lembaga, nama penilaian, dan nama berkas cocok dengan skemanya; yang dinilai cocok unitnya.

    Nilai Ombudsman yang tercatat dari lembaga lain tampil di kolom yang salah, dan nilai satu
    dinas yang tercatat sebagai nilai seluruh pemerintah daerah menipu pembacanya.

    Sumber: skema bertanggal di `kosakata/skema-penilaian/`; praktik katalog ini.
    """
    schemes = context.katalog.skema
    families = {each.keluarga for each in schemes.values()}
    by_name = {each.nama: id_ for id_, each in schemes.items()}
    for record, evaluation, scheme in _evaluations(context):
        owner, _, slug = record.id.partition("/")
        found = list(_scope(context, owner, evaluation))
        if scheme is None:
            if evaluation.kode_skema is None and (code := by_name.get(evaluation.skema)):
                found.append(("skema", "penilaian ini punya skema", f"tulis `kode_skema: {code}`"))
        else:
            if not same_agency(evaluation.lembaga, scheme.lembaga):
                hint = f"tulis `lembaga: {scheme.lembaga}`, atau perbaiki `kode_skema`"
                found.append(("lembaga", f"skemanya dari {scheme.lembaga}", hint))
            other = by_name.get(evaluation.skema) or _short_of(evaluation.skema, scheme, schemes)
            if evaluation.skema != scheme.nama and other:
                hint = f"tulis `kode_skema: {other}`, atau perbaiki `skema`"
                found.append(("skema", f"ini nama skema `{other}`", hint))
            named = families & set(slug.split("-"))
            if named and scheme.keluarga not in named:
                hint = "pilih skema yang sesuai nama berkasnya, atau ganti nama berkasnya"
                found.append(("kode_skema", f"nama berkasnya `{slug}`", hint))
        if evaluation.tahun > context.today.year:
            told = f"tahun {evaluation.tahun} belum tiba"
            found.append(("tahun", told, "perbaiki `tahun` dan nama berkasnya"))
        yield from (Complaint((key,), told, hint, at=record) for key, told, hint in found)


_SHORTEST = 2
"""Letters of the shortest abbreviation."""
_NO_INITIAL = frozenset(("dan", "atas", "di", "untuk"))


def same_agency(one: str, other: str) -> bool:
    """Tell whether two names may be of one agency: one may shorten words of the other."""
    if "".join(_letters(one)) == "".join(_letters(other)):
        return True
    long, short = sorted((_letters(one), _letters(other)), key=len, reverse=True)
    at = 0
    for word in short:
        if long[at : at + 1] == [word]:
            at += 1
            continue
        # "PANRB" stands for five words, of which the other name may give only some.
        rest = "".join(each[0] for each in long[at : at + len(word)])
        if len(rest) < _SHORTEST or not word.startswith(rest):
            return False
        at += len(rest)
    return True


def _letters(name: str) -> list[str]:
    """Return the words of a name, without the branch: "KemenPAN-RB" begins with a ministry."""
    whole = name.casefold().partition(" perwakilan ")[0]
    spelt = re.sub(r"\bkemen(?!ter|tr)(?=\w)", "kementerian ", whole)
    return [each for each in re.findall(r"\w+", spelt) if each not in _NO_INITIAL]


def _short_of(
    said: str, scheme: SkemaPenilaian, schemes: Mapping[str, SkemaPenilaian]
) -> str | None:
    """Return the scheme of another family whose short name is in the name of an evaluation."""
    words = said.rpartition(" (")[2].strip(")").casefold()
    other = (id_ for id_, each in schemes.items() if each.singkatan.casefold() == words)
    found = next(other, None)
    return found if found and schemes[found].keluarga != scheme.keluarga else None


def _scope(context: Context, owner: str, evaluation: Evaluasi) -> Iterator[tuple[str, str, str]]:
    unit = context.katalog.unit.get(owner)
    if unit and (unit.jenis == "kabupaten") != (evaluation.lingkup == "pemda"):
        right = "pemda" if unit.jenis == "kabupaten" else "unit"
        yield (
            "lingkup",
            f"lingkup {evaluation.lingkup} di rekaman {unit.nama}",
            f"tulis `lingkup: {right}`, atau pindahkan berkas ini ke unit yang dinilai",
        )
