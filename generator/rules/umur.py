"""Rules about ages: one least age for one person, wherever a standard or its SOP says it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.finding import Level
from generator.model.janji import Persyaratan
from generator.model.layanan import Standar
from generator.rules.bantu import STANDAR
from generator.rules.janji_bantu import tell
from generator.rules.registry import Complaint, Context, Scope, rule
from generator.rules.syarat import together
from generator.source import Path

_LEAST = re.compile(
    r"\b(?:(?:ber)?(?:umur|usia)(?:nya)?|atau)(?: (?:paling (?:rendah|sedikit|muda)|minimal"
    r"|minimum|genap|sudah|telah|sekurang-kurangnya|sekurangnya|di atas|lebih dari))?"
    r" (\d{1,2}) tahun\b"
    r"(?! (?:kurang|ke bawah|sampai|hingga|\d))",
    re.IGNORECASE,
)
_NOT_YET = re.compile(
    r"\b(?:belum|kurang dari|di bawah|tidak|bukan|sampai|hingga|sebelum|maksimal|tertinggi)"
    r"(?: \w+)? (?:ber)?(?:umur|usia)?\w*$",
    re.IGNORECASE,
)
_MOST = re.compile(
    r"\b(?:umur|usia)(?:nya)? (?:paling (?:tinggi|tua|banyak)|maksimal|maksimum) (\d{1,2}) tahun",
    re.IGNORECASE,
)


def _least(text: str | None) -> set[int]:
    """Return the least ages that a text asks for."""
    if not text or " tahun" not in text.casefold():
        return set()
    return {
        int(each[1]) for each in _LEAST.finditer(text) if not _NOT_YET.search(text[: each.start()])
    }


def _asks(need: Persyaratan) -> set[int]:
    # What is asked of some only has another limit by right.
    return set() if need.jika or need.salah_satu else _least(need.teks)


@rule("umur-bertentangan", Level.WARNING, Scope.RECORD, *STANDAR)
def ages_disagree(standard: Standar) -> Iterator[Complaint]:
    """Umur yang disyaratkan kepada satu orang sama di seluruh standar.

    "Berusia 21 tahun" di persyaratan dan 17 tahun di ringkasan, atau umur paling tinggi yang lebih
    muda daripada yang paling rendah, menolak orang yang berhak. Langkah yang menolak "umur di bawah
    16 tahun" dan catatan tentang hal yang sama ikut dibandingkan.

    Sumber: UU 25/2009 Pasal 21 (persyaratan yang pasti); praktik, mis. angka yang salah ketik.
    """
    needs = [(at, each, _asks(each)) for at, each in enumerate(standard.persyaratan)]
    asked = [each for each in needs if each[2]]
    yield from _upside_down(standard, asked)
    said = _elsewhere(standard) if asked else set()
    told = list(_borders(_tellings(standard))) if asked else []
    yield from _strays(asked, said, told)
    for at, need, ages in asked:
        others = [
            other
            for index, one, found in asked
            if index != at and not ages & found
            if together(need.kasus, one.kasus, standard) and _same_person(need, one)
            for other in found
        ]
        # A sentence may be about the person of another requirement.
        theirs = {age for index, _, found in asked if index != at for age in found}
        known = _cases(standard, need) or (said | _like(need, told)) - (theirs - ages)
        if others and not (known and ages & known):
            wrong = min(others)
        elif known and not ages & known and not others:
            wrong = min(known)
        else:
            continue
        yield Complaint(
            ("persyaratan", at, "teks"),
            f"di sini umur {min(ages)} tahun, di kalimat lain standar ini {wrong} tahun",
            "baca peraturannya, lalu samakan keduanya; bila untuk orang lain, tulis di `jika`",
        )


_BORDER = re.compile(
    r"\b(?:di bawah|kurang dari|belum|(?:ber)?(?:umur|usia)(?:nya)?|genap|sudah|keduanya|menjelang)"
    r"(?: (?:di bawah|kurang dari|(?:ber)?(?:umur|usia)|genap|paling rendah|minimal|mencapai))?"
    r" (\d{1,2}) tahun\b(?! ke atas)",
    re.IGNORECASE,
)
_TOPIC = re.compile(r"[a-z]{4,}")
_OF_AGE = frozenset(
    (
        *("umur", "usia", "umurnya", "usianya", "berumur", "berusia", "tahun", "bawah", "atas"),
        *("kurang", "lebih", "dari", "belum", "sudah", "genap", "atau", "yang", "paling", "rendah"),
        *("pada", "punya", "kedua", "tanpa", "calon", "boleh", "bila", "untuk", "dengan", "anak"),
    )
)
Telling = tuple[Path, str, int]


def _tellings(standard: Standar) -> Iterator[tuple[Path, str]]:
    for at, step in enumerate(standard.prosedur):
        yield ("prosedur", at, "uraian"), step.uraian
        yield ("prosedur", at, "keterangan"), step.keterangan or ""
        for index, case in enumerate(step.jika):
            yield ("prosedur", at, "jika", index, "keadaan"), case.keadaan
    for at, note in enumerate(standard.catatan):
        yield ("catatan", at), note


def _borders(texts: Iterable[tuple[Path, str]]) -> Iterator[Telling]:
    """Yield each text that says at which age something begins, with that age."""
    for path, text in texts:
        if " tahun" in text.casefold() and (match := _BORDER.search(text)):
            yield path, text, int(match[1])


def _about(need: Persyaratan, text: str) -> bool:
    """Tell whether a text is about what a requirement is about: they share a telling word."""
    own, said = (set(_TOPIC.findall(each.casefold())) - _OF_AGE for each in (need.teks or "", text))
    return not own.isdisjoint(said)


def _same_person(one: Persyaratan, other: Persyaratan) -> bool:
    """Tell whether two requirements may be about one person: what they call him is not another."""
    called = [
        set(_TOPIC.findall(match.string[: match.start()].casefold()))
        for each in (one, other)
        if (match := _LEAST.search(each.teks or ""))
    ]
    return not all(called) or not set.isdisjoint(*called)


def _like(need: Persyaratan, told: list[Telling]) -> set[int]:
    return {age for _, text, age in told if _about(need, text)}


def _strays(
    asked: list[tuple[int, Persyaratan, set[int]]], said: set[int], told: list[Telling]
) -> Iterator[Complaint]:
    """Tell which step or note says another age than all requirements and another sentence do."""
    ages = {age for _, _, found in asked for age in found}
    for path, text, age in told:
        others = said | {each for where, _, each in told if where != path}
        if age not in ages and ages & others and any(_about(need, text) for _, need, _ in asked):
            yield Complaint(
                path,
                f"di sini umur {age} tahun, di `persyaratan` {min(ages)} tahun",
                "baca peraturannya, lalu samakan keduanya; bila untuk orang lain, sebut siapa",
            )


def _elsewhere(standard: Standar) -> set[int]:
    """Return the least ages in the summary, the nicknames and the laws of a standard."""
    texts = (
        standard.ringkasan,
        *standard.sebutan,
        *(each.mengenai for each in standard.dasar_hukum),
    )
    return {age for text in texts for age in _least(text)}


def _cases(standard: Standar, need: Persyaratan) -> set[int]:
    """Return the least ages of the cases that a requirement is for."""
    options = [each for axis in standard.kasus for each in axis.pilihan]
    named = [each.nama for each in options if each.kode in need.kasus]
    return {age for name in named for age in _least(name)}


def _upside_down(
    standard: Standar, asked: list[tuple[int, Persyaratan, set[int]]]
) -> Iterator[Complaint]:
    for at, need in enumerate(standard.persyaratan):
        most = _MOST.search(need.teks or "")
        if most is None or need.jika:
            continue
        lower = [
            min(ages)
            for _, other, ages in asked
            if together(need.kasus, other.kasus, standard) and min(ages) > int(most[1])
        ]
        if lower:
            yield Complaint(
                ("persyaratan", at, "teks"),
                f"paling tinggi {most[1]} tahun, tetapi syarat lain meminta {lower[0]} tahun",
                "perbaiki salah satu umurnya; tidak seorang pun memenuhi keduanya",
            )


@rule("umur-lain-sop", Level.WARNING, Scope.CATALOG)
def age_in_sop_differs(context: Context) -> Iterator[Complaint]:
    """Umur yang diperiksa di SOP adalah umur yang disyaratkan standarnya.

    Bila syaratnya 19 tahun dan lembar petugas menulis 16, orang yang tidak berhak dilayani dan
    layanannya batal di hadapan hukum.

    Sumber: PermenPANRB 35/2012 (SOP menjalankan standar); UU 25/2009 Pasal 21.
    """
    for pair in context.pasangan:
        asked = [(each, _asks(each)) for each in pair.standar.persyaratan]
        ages = {age for _, found in asked for age in found}
        if not ages or not pair.berbeda("persyaratan"):
            continue
        rows = ((("baris", at, "uraian"), row.uraian) for at, row in enumerate(pair.sop.baris))
        for path, text, age in _borders(rows):
            if age not in ages and any(found and _about(need, text) for need, found in asked):
                yield tell(
                    pair,
                    path,
                    f"di sini umur {age} tahun, di standar `{pair.layanan}` {min(ages)} tahun",
                    "baca peraturannya, lalu samakan keduanya",
                    komponen="persyaratan",
                )
