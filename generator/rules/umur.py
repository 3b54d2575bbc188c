"""A rule about ages: one least age for one person, wherever a standard says it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.finding import Level
from generator.model.janji import Persyaratan
from generator.model.layanan import Standar
from generator.rules.bantu import STANDAR
from generator.rules.registry import Complaint, Scope, rule
from generator.rules.syarat import together

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
    if not text or " tahun" not in text:
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
    muda daripada yang paling rendah, menolak orang yang berhak.

    Sumber: UU 25/2009 Pasal 21 (persyaratan yang pasti); praktik, mis. angka yang salah ketik.
    """
    needs = [(at, each, _asks(each)) for at, each in enumerate(standard.persyaratan)]
    asked = [each for each in needs if each[2]]
    yield from _upside_down(standard, asked)
    said = _elsewhere(standard) if asked else set()
    for at, need, ages in asked:
        others = [
            other
            for index, one, found in asked
            if index != at and not ages & found
            if together(need.kasus, one.kasus, standard)
            for other in found
        ]
        cases = _cases(standard, need)
        known = cases or said
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
