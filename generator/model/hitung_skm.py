"""Survey arithmetic: averages, weights, index, grade, sample size; every number from the scheme.

Fractions all the way, rounded once at the end: 955 / (29 × 9) × 25 is 91.48, not 91.4750957.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from generator.model.kinerja import Skm
from generator.model.skema import AturanSurvei, BatasNilai, Sampel, SkemaPenilaian

SURVEI = "survei-kepuasan"
"""Family of the schemes of satisfaction surveys."""


def bulat(value: Fraction | Decimal, digits: int = 2) -> Decimal:
    """Return a number rounded half up."""
    exact = Fraction(value)
    scaled = exact * 10**digits
    whole = (scaled.numerator * 2 + scaled.denominator) // (scaled.denominator * 2)
    return Decimal(whole).scaleb(-digits).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)


def skema_tahun(
    schemes: Mapping[str, SkemaPenilaian], family: str, year: int
) -> SkemaPenilaian | None:
    """Return the scheme of a family that applies in `year`, or None."""
    for each in schemes.values():
        if each.keluarga == family and berlaku_pada(each, year):
            return each
    return None


def berlaku_pada(scheme: SkemaPenilaian, year: int) -> bool:
    """Tell whether a scheme applies in `year`."""
    return scheme.mulai <= year and (scheme.sampai is None or year <= scheme.sampai)


def skema_survei(schemes: Mapping[str, SkemaPenilaian], day: date) -> SkemaPenilaian | None:
    """Return the survey scheme in force on `day`, or None."""
    return skema_tahun(schemes, SURVEI, day.year)


def kelas(scheme: SkemaPenilaian, value: Decimal | Fraction) -> BatasNilai | None:
    """Return the class of a value: rounded to two digits first, since the tables leave gaps.

    None where the scheme's limits are not known. Below all limits is the lowest class: the worst
    unit has 24.75 by the weight 0.11.
    """
    if not scheme.label_dihitung or not scheme.jenjang:
        return None
    rounded = bulat(value)
    return next((each for each in scheme.jenjang if rounded >= each.mulai), scheme.jenjang[-1])


def kelas_unsur(scheme: SkemaPenilaian, value: Decimal | Fraction) -> BatasNilai | None:
    """Return the class of one element's average, by the same table on the index's scale."""
    factor = scheme.survei.pengali if scheme.survei else Decimal(1)
    return kelas(scheme, Fraction(value) * Fraction(factor))


def bobot_sama(rules: AturanSurvei, count: int) -> dict[str, Fraction]:
    """Return the weight of each of `count` elements, by every way of writing it."""
    exact = Fraction(1, count)
    return {
        each.metode: exact if each.desimal is None else Fraction(bulat(exact, each.desimal))
        for each in rules.bobot
    }


def indeks(
    averages: Sequence[Fraction | Decimal],
    rules: AturanSurvei,
    weights: Sequence[Decimal | None] = (),
) -> dict[str, Fraction]:
    """Return the index by every way of writing the weight.

    With weights of the unit's own all ways are one.
    """
    own = [each for each in weights if each is not None]
    factor = Fraction(rules.pengali)
    values = [Fraction(each) for each in averages]
    if own and len(own) == len(values):
        pairs = zip(values, own, strict=True)
        total = sum((value * Fraction(weight) for value, weight in pairs), Fraction(0))
        return {each.metode: total * factor for each in rules.bobot}
    total = sum(values, Fraction(0))
    return {
        method: total * weight * factor for method, weight in bobot_sama(rules, len(values)).items()
    }


def indeks_survei(survey: Skm, rules: AturanSurvei) -> dict[str, Decimal]:
    """Return the recomputed index of a survey record by every method; empty without all elements.

    The record holds averages of two or three digits, hence a difference of some hundredths.
    """
    needed = {each.kode for each in rules.unsur}
    if not needed <= {each.kode for each in survey.unsur}:
        return {}
    found = indeks(
        [each.nrr for each in survey.unsur], rules, [each.bobot for each in survey.unsur]
    )
    return {method: bulat(value) for method, value in found.items()}


def sampel(rules: Sampel, population: int) -> int:
    """Return the sample size of Krejcie and Morgan, rounded as their table is."""
    if population <= 0:
        return 0
    chance = Fraction(rules.kai_kuadrat) * Fraction(rules.peluang) * (1 - Fraction(rules.peluang))
    error = Fraction(rules.galat) ** 2
    return int(bulat(chance * population / (error * (population - 1) + chance), 0))


@dataclass(frozen=True, slots=True)
class Hasil:
    """A survey computed from its answers."""

    n: int
    nrr: Mapping[str, Fraction]
    jumlah: Mapping[str, int]
    penjawab: Mapping[str, int]
    ikm: Mapping[str, Fraction]
    mutu: Mapping[str, str]


def hitung(
    answers: Sequence[Mapping[str, int]],
    elements: Iterable[str],
    scheme: SkemaPenilaian,
    weights: Mapping[str, Decimal] | None = None,
) -> Hasil:
    """Compute a survey; each respondent is a mapping of element to answer, missing ones left out.

    Raises ValueError if nobody answered an element.
    """
    rules = scheme.survei
    assert rules is not None
    codes = tuple(elements)
    totals = {code: sum(each.get(code, 0) for each in answers) for code in codes}
    counts = {code: sum(1 for each in answers if code in each) for code in codes}
    for code in codes:
        if not counts[code]:
            raise ValueError(code)
    nrr = {code: Fraction(totals[code], counts[code]) for code in codes}
    own = [weights.get(code) for code in codes] if weights else []
    ikm = indeks(list(nrr.values()), rules, own)
    grades = {method: found.label for method, each in ikm.items() if (found := kelas(scheme, each))}
    return Hasil(len(answers), nrr, totals, counts, ikm, grades)
