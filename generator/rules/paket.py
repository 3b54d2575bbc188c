"""Rules about packs: by which indicators a unit judges itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from generator.finding import Level
from generator.model.skema import JenjangPak, Pak, SyaratPenilaian
from generator.rules.bantu import suggestion
from generator.rules.registry import Complaint, Scope, rule
from generator.rules.syarat import COUNTED
from generator.shape import MODELS, annotation
from generator.source import Path

_NUMBER = "|".join(COUNTED[1:])
_YEARS = re.compile(rf"\b(?:(se)|({_NUMBER}) )tahun\b", re.IGNORECASE)
_KINDS = re.compile(
    rf"\b(lebih dari )?({_NUMBER})\b (?:macam|unsur|media|kanal|jenis)\b", re.IGNORECASE
)


def _conditions(pack: Pak) -> Iterator[tuple[Path, SyaratPenilaian, tuple[str, ...]]]:
    """Yield every condition with its path and the sentences that say what it asks."""
    for at, each in enumerate(pack.butir):
        for index, condition in enumerate(each.syarat):
            yield ("butir", at, "syarat", index), condition, (each.nama,)
        for rung, step in enumerate(each.jenjang):
            alone = len(step.syarat) == 1
            for index, condition in enumerate(step.syarat):
                path = ("butir", at, "jenjang", rung, "syarat", index)
                yield path, condition, (step.teks,) if alone else ()


@rule("pak-syarat", Level.ERROR, Scope.RECORD, "pak")
def condition_on_nothing(pack: Pak) -> Iterator[Complaint]:
    """Syarat sebuah paket melihat isian yang ada di rekaman yang disebutnya.

    `kunci: penyelenggara.moto` tidak ada di rekaman mana pun: syaratnya tidak pernah terpenuhi,
    dan semua unit kehilangan nilai tanpa ada yang dapat memperbaikinya.

    Sumber: praktik katalog ini (docs/model.md memuat isian setiap rekaman).
    """
    seen: dict[tuple[Path, str], Path] = {}
    for path, condition, _ in _conditions(pack):
        asked = condition.model_copy(update={"bila_terpenuhi": None, "perbaikan": "", "menit": 0})
        if seen.setdefault((path[:-1], asked.model_dump_json()), path) != path:
            yield Complaint(
                (*path, "kunci") if condition.kunci else path,
                "syarat ini sama dengan syarat di atasnya",
                f"tulis isian yang dimaksud “{condition.bila_terpenuhi or condition.perbaikan}”",
            )
        for part in re.split(r"[+|]", condition.kunci or ""):
            wrong = _missing(condition.rekaman, part.strip()) if part.strip() else None
            if wrong:
                step, known = wrong
                yield Complaint(
                    (*path, "kunci"),
                    f"rekaman {condition.rekaman} tidak punya isian `{step}`",
                    suggestion(
                        step, known, "lihat isiannya di docs/model.md, atau perbaiki `rekaman`"
                    ),
                )


def _missing(kind: str, key: str) -> tuple[str, Sequence[str]] | None:
    """Return the first step of a key that leads nowhere, and what there is instead."""
    path: Path = ()
    for step in key.split("."):
        name = step.removesuffix("[]")
        owner = annotation(MODELS[kind], path)
        if not hasattr(owner, "model_fields"):
            return name, ()
        if name not in owner.model_fields:
            return name, sorted(owner.model_fields)
        path = (*path, name, 0) if step.endswith("[]") else (*path, name)
    return None


@rule("pak-jenjang", Level.WARNING, Scope.RECORD, "pak")
def ladder_out_of_order(pack: Pak) -> Iterator[Complaint]:
    """Jenjang sebuah indikator naik nilainya, dan setiap indikator punya kode sendiri.

    Jenjang bernilai 3 di bawah jenjang bernilai 2 membuat unit yang maju nilainya turun. Jenjang
    yang lebih tinggi pun tidak meminta lebih sedikit daripada yang di bawahnya.

    Sumber: form F-02 PEKPPP (nilai 0 sampai 5); praktik.
    """
    if pack.sampai is not None and pack.sampai < pack.mulai:
        yield Complaint(
            ("sampai",),
            f"berakhir {pack.sampai}, sebelum dimulai {pack.mulai}",
            "perbaiki `mulai` atau `sampai`",
        )
    codes: set[str] = set()
    for at, each in enumerate(pack.butir):
        if each.kode in codes:
            yield Complaint(
                ("butir", at, "kode"), f"kode `{each.kode}` sudah dipakai", "beri kode lain"
            )
        codes.add(each.kode)
        for index, (lower, upper) in enumerate(pairwise(each.jenjang), start=1):
            if upper.nilai <= lower.nilai:
                yield Complaint(
                    ("butir", at, "jenjang", index, "nilai"),
                    f"nilainya {upper.nilai}, jenjang sebelumnya {lower.nilai}",
                    "urutkan jenjang dari nilai terendah, masing-masing bernilai lebih tinggi",
                )
            yield from _asks_less(("butir", at, "jenjang", index), lower, upper)


def _asks_less(path: Path, lower: JenjangPak, upper: JenjangPak) -> Iterator[Complaint]:
    """Tell of a rung that asks for fewer kinds or older dates than the one below it."""
    for index, condition in enumerate(upper.syarat):
        like = next((each for each in lower.syarat if each.kunci == condition.kunci), None)
        if like is None or like.rekaman != condition.rekaman:
            continue
        for key, less in (
            ("berbeda", (condition.berbeda or 0) < (like.berbeda or 0)),
            (
                "umur_bulan",
                bool(like.umur_bulan) and (condition.umur_bulan or 0) > (like.umur_bulan or 0),
            ),
        ):
            if less and getattr(condition, key) is not None:
                yield Complaint(
                    (*path, "syarat", index, key),
                    f"{key} {getattr(condition, key)}, di jenjang yang lebih rendah "
                    f"{getattr(like, key)}",
                    f"perbaiki `{key}` di sini atau di jenjang di atasnya",
                )


@rule("pak-angka-kata", Level.WARNING, Scope.RECORD, "pak")
def number_in_words(pack: Pak) -> Iterator[Complaint]:
    """Angka sebuah syarat sama dengan yang dikatakan kalimatnya.

    "Tiga tahun sekali" dengan `umur_bulan: 63` meluluskan standar yang lima tahun tidak ditinjau;
    unit lain yang membaca kalimatnya bekerja sia-sia.

    Sumber: form F-02 PEKPPP; praktik (angka yang tertukar).
    """
    for path, condition, told in _conditions(pack):
        sentences = (*told, condition.bila_terpenuhi or "", condition.perbaikan)
        for key, own, said in (
            ("umur_bulan", condition.umur_bulan, _first(sentences, _months)),
            ("berbeda", condition.berbeda, _first(sentences, _kinds)),
        ):
            if own is not None and said is not None and said[0] != own:
                yield Complaint(
                    (*path, key),
                    f"`{key}` {own}, kalimatnya berkata “{said[1]}”",
                    f"tulis `{key}: {said[0]}`, atau perbaiki kalimatnya",
                )


def _first(
    sentences: Sequence[str], read: Callable[[str], tuple[int, str] | None]
) -> tuple[int, str] | None:
    return next(filter(None, map(read, sentences)), None)


def _months(text: str) -> tuple[int, str] | None:
    match = _YEARS.search(text)
    return (
        (12 * (1 if match[1] else COUNTED.index(match[2].casefold())), match[0]) if match else None
    )


def _kinds(text: str) -> tuple[int, str] | None:
    match = _KINDS.search(text)
    return (COUNTED.index(match[2].casefold()) + bool(match[1]), match[0]) if match else None
