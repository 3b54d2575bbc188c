"""Answers judged cell by cell; what is personal stays behind in the input."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from generator.finding import Finding, Level
from generator.model.kinerja import ProfilResponden, SelProfil
from generator.model.skema import AturanSurvei, CiriProfil
from generator.skm.baca import Tabel
from generator.source import Position

TAMBAHAN = "unsur_"
"""A column `unsur_kebersihan` is an element that the unit added."""
LAINNYA = "Lainnya"
EXPLAINED = {
    "skm-kolom": """Lembar jawaban survei punya satu kolom untuk setiap unsur, dengan namanya.

Nomor `U8` dan `U9` berarti lain di formulir yang berbeda; kolom ganda membuat satu jawaban
dihitung dua kali. Lembar kosong yang benar dibuat dengan `katalog new skm`.

Sumber: PermenPANRB 14/2017 (unsur survei); praktik.""",
    "skm-jawaban": """Setiap jawaban survei adalah angka pada skalanya, atau dikosongkan.

Satu angka di luar skala menggeser indeks seluruh unit.

Sumber: PermenPANRB 14/2017 (skala jawaban).""",
    "skm-baris-kosong": """Setiap baris lembar jawaban adalah seorang responden yang menjawab.

Baris tanpa jawaban menambah jumlah responden tanpa menambah keterangan.

Sumber: PermenPANRB 14/2017 (jumlah responden); praktik.""",
}
"""The rules on the sheet of answers, as `katalog explain` tells them."""
_PROFILE_MAX = 40
_BLANK = ("", "-", ".")


@dataclass(frozen=True, slots=True)
class Jawaban:
    """The answers of a file: valid ones only, and counts of traits."""

    responden: tuple[Mapping[str, int], ...]
    unsur: tuple[str, ...]
    tambahan: tuple[str, ...] = ()
    ciri: Mapping[str, Counter[str]] = field(default_factory=dict)
    diabaikan: tuple[str, ...] = ()
    """Columns that were not read, free text and names among them."""
    kosong: int = 0
    """Cells without an answer."""


def periksa(
    table: Tabel, rules: AturanSurvei, services: Mapping[str, str], file: str
) -> tuple[Jawaban, list[Finding]]:
    """Judge every cell; a respondent with a wrong cell is told and not counted in that cell.

    `services` maps what a file may say of a service, folded, to the service's name.
    """
    teller = _Teller(file)
    columns = _columns(table, rules, teller)
    standard = [each.kode for each in rules.unsur]
    extra = [name for name in columns if name not in standard]
    codes = [*(code for code in standard if code in columns), *extra]
    traits = {each.kode: each for each in rules.profil if each.kode in table.kolom}
    counts: dict[str, Counter[str]] = {code: Counter() for code in traits}
    answers: list[dict[str, int]] = []
    blank = 0
    for number, row in table.baris:
        answer, missing = _answer(number, row, columns, rules, table, teller)
        if not answer and missing == len(columns):
            teller.tell(
                "skm-baris-kosong",
                number,
                0,
                "responden ini tidak menjawab apa pun",
                "hapus barisnya",
                Level.WARNING,
            )
            continue
        blank += missing
        answers.append(answer)
        for code, trait in traits.items():
            index = table.kolom.index(code)
            text = row[index] if index < len(row) else ""
            if text not in _BLANK:
                counts[code][_choice(text, trait, services)] += 1
    ignored = [
        name
        for name in table.kolom
        if name and name not in traits and name not in standard and not name.startswith(TAMBAHAN)
    ]
    found = Jawaban(
        tuple(answers),
        tuple(codes),
        tuple(name.removeprefix(TAMBAHAN).replace("_", "-") for name in extra),
        {code: count for code, count in counts.items() if count},
        tuple(ignored),
        blank,
    )
    return _renamed(found, extra), teller.findings


def _renamed(found: Jawaban, extra: Sequence[str]) -> Jawaban:
    names = {name: name.removeprefix(TAMBAHAN).replace("_", "-") for name in extra}
    if not names:
        return found
    rows = tuple(
        {names.get(key, key): value for key, value in each.items()} for each in found.responden
    )
    codes = tuple(names.get(each, each) for each in found.unsur)
    return Jawaban(rows, codes, found.tambahan, found.ciri, found.diabaikan, found.kosong)


class _Teller:
    def __init__(self, file: str) -> None:
        self.file = file
        self.findings: list[Finding] = []

    def tell(
        self, rule: str, row: int, column: int, message: str, hint: str, level: Level = Level.ERROR
    ) -> None:
        place = Position(self.file, row, column + 1)
        self.findings.append(Finding(rule, level, place, message, hint, ""))


def _columns(table: Tabel, rules: AturanSurvei, teller: _Teller) -> dict[str, int]:
    """Return the columns of elements: name to index."""
    found: dict[str, int] = {}
    standard = [each.kode for each in rules.unsur]
    for index, name in enumerate(table.kolom):
        is_extra = re.fullmatch(rf"{TAMBAHAN}[a-z0-9]+(_[a-z0-9]+)*", name)
        if name not in standard and not is_extra:
            continue
        if name in found:
            teller.tell("skm-kolom", 1, index, f"kolom `{name}` ada dua", "hapus salah satunya")
        else:
            found[name] = index
    for number in ("u8", "u9"):
        if number in table.kolom:
            teller.tell(
                "skm-kolom",
                1,
                table.kolom.index(number),
                f"kolom `{number.upper()}` bernomor, bukan bernama",
                "U8 dan U9 tertukar di antara formulir: ganti dengan `pengaduan` atau `sarpras`",
            )
    for code in standard:
        if code not in found:
            teller.tell("skm-kolom", 1, 0, f"kolom `{code}` tidak ada", f"tambahkan kolom `{code}`")
    return found


def _answer(
    number: int,
    row: tuple[str, ...],
    columns: Mapping[str, int],
    rules: AturanSurvei,
    table: Tabel,
    teller: _Teller,
) -> tuple[dict[str, int], int]:
    answer: dict[str, int] = {}
    missing = 0
    low, high = rules.jawaban_terendah, rules.jawaban_tertinggi
    for code, index in columns.items():
        text = row[index] if index < len(row) else ""
        if text in _BLANK:
            missing += 1
        elif re.fullmatch(r"[0-9]", text) and low <= int(text) <= high:
            answer[code] = int(text)
        else:
            # The cell is named, its text is not: it may be a remark of a person.
            shown = f"“{text}”" if re.fullmatch(r"-?[0-9]{1,4}([.,][0-9]{1,2})?", text) else "teks"
            teller.tell(
                "skm-jawaban",
                number,
                index,
                f"sel {table.sel(number, index)} ({code}): {shown} bukan jawaban",
                f"isi bilangan bulat {low} sampai {high}, atau kosongkan bila tidak dijawab",
            )
    return answer, missing


def _choice(text: str, trait: CiriProfil, services: Mapping[str, str]) -> str:
    folded = " ".join(text.casefold().split())
    if trait.kode == "layanan":
        return services.get(folded, LAINNYA)
    numeric = [each for each in trait.pilihan if each.mulai is not None]
    if numeric and folded.isascii() and folded.isdigit() and len(folded) <= 3:
        fitting = [each for each in numeric if (each.mulai or 0) <= int(folded)]
        return max(fitting, key=lambda each: each.mulai or 0).nama if fitting else LAINNYA
    for each in trait.pilihan:
        if folded in {word.casefold() for word in (each.nama, *each.alias)}:
            return each.nama
    return LAINNYA


def profil(found: Jawaban, rules: AturanSurvei) -> tuple[ProfilResponden, ...]:
    """Return the traits with small cells hidden, so that none can be computed from the rest."""
    traits = []
    for trait in rules.profil:
        counts = found.ciri.get(trait.kode)
        if counts:
            order = [each.nama for each in trait.pilihan if each.nama in counts]
            order += sorted(name for name in counts if name not in order and name != LAINNYA)
            order += [LAINNYA] if LAINNYA in counts else []
            hidden = tersembunyi({name: counts[name] for name in order}, rules.sel_terkecil)
            cells = tuple(
                SelProfil(nama=name, jumlah=None if name in hidden else counts[name])
                for name in order[:_PROFILE_MAX]
            )
            traits.append(ProfilResponden(ciri=trait.kode, sel=cells))
    return tuple(traits)


def tersembunyi(counts: Mapping[str, int], least: int) -> frozenset[str]:
    """Return the cells to hide: the small ones, and enough others that the rest tells nothing."""
    ordered = sorted(counts, key=lambda name: (counts[name], name))
    hidden = [name for name in ordered if counts[name] < least]
    while hidden and len(hidden) < len(ordered):
        if len(hidden) > 1 and sum(counts[name] for name in hidden) >= least:
            break
        hidden.append(ordered[len(hidden)])
    return frozenset(hidden)
