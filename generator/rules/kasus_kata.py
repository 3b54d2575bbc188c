"""Rules about cases: what is asked or given in one fits what the case is called."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Protocol

from generator.finding import Level
from generator.model.janji import Sumbu
from generator.model.kata import SATUAN
from generator.model.kosakata import Dokumen
from generator.model.layanan import Standar
from generator.rules.bantu import STANDAR
from generator.rules.registry import Complaint, Context, Scope, rule
from generator.rules.syarat import LENGTH, NUMBER, said_length
from generator.source import Path

_LACKING = (
    re.compile(
        r"\b(?:(?:tidak|belum) (?:ada|punya|memiliki|mempunyai|membawa|memegang)|tanpa)"
        r" ([^.;,()]+)",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?<![\w-])((?:[\w-]+ ){0,3}[\w-]+) (?:tidak|belum) (?:ada|dimiliki|terbit)\b",
        re.IGNORECASE,
    ),
)
"""What somebody lacks, named after the denial or before it."""
_OF_ANOTHER = re.compile(
    r"\b(?:orang tua|ibu|ayah|wali|suami|istri|pasangan|anak|keluarga|kerabat|pelapor|saksi"
    r"|penjamin|kuasa|penerima|pendamping|ahli waris|ketua|pengurus|pemilik)\b",
    re.IGNORECASE,
)
"""Whose paper it is, where a remark says so."""
_LACKS = ("tidak ", "belum ", "tanpa ")


@rule("syarat-lain-kasus", Level.WARNING, Scope.CATALOG)
def asked_of_who_has_none(context: Context) -> Iterator[Complaint]:
    """Dokumen tidak diminta dalam kasus atau keadaan yang katanya tidak memilikinya.

    Buku nikah yang diminta dari orang tua yang "tidak ada buku nikah" tidak dapat dibawa siapa pun;
    biasanya kode kasusnya tertukar. Dokumen di baris SOP untuk kasus itu pun begitu.

    Sumber: UU 25/2009 (persyaratan yang dapat dipenuhi); praktik, mis. kasus yang tertukar.
    """
    documents = context.katalog.dokumen
    denied: dict[str, dict[str, str]] = {}
    for record in context.of_kind(*STANDAR):
        standard = record.data
        if not isinstance(standard, Standar):
            continue
        cases = {
            each.kode: text
            for axis in standard.kasus
            for each in axis.pilihan
            if (text := f"{each.nama}; {each.keterangan or ''}") and _lacks(text)
        }
        denied[record.id] = cases
        for at, need in enumerate(standard.persyaratan):
            # A wording of one's own may well be about the paper of somebody else.
            if need.teks or not need.dokumen or not (need.kasus or need.jika):
                continue
            texts = [cases[each] for each in need.kasus if each in cases]
            key = "kasus" if texts and len(texts) == len(need.kasus) else "jika"
            if key == "jika":
                texts = [need.jika] if need.jika and _lacks(need.jika) else []
            quote = _without(documents.get(need.dokumen), texts) if texts else ""
            if quote and not _OF_ANOTHER.search(need.keterangan or ""):
                yield Complaint(
                    ("persyaratan", at, key),
                    f"`{need.dokumen}` diminta dari orang yang “{quote}”",
                    f"perbaiki `{key}` syarat ini, atau `dokumen`-nya",
                    at=record,
                )
    for pair in context.pasangan:
        cases = denied.get(pair.layanan, {}) if pair.record else {}
        for at, row in enumerate(pair.sop.baris if cases else ()):
            texts = [cases[each] for each in row.kasus if each in cases]
            if not texts or len(texts) < len(row.kasus):
                continue
            for place, code in enumerate(row.dokumen):
                if quote := _without(documents.get(code), texts):
                    yield Complaint(
                        ("baris", at, "dokumen", place),
                        f"`{code}` diminta dari orang yang “{quote}”",
                        "hapus dari baris ini, atau perbaiki `kasus` baris ini",
                        at=pair.record,
                    )


def _lacks(text: str) -> bool:
    return any(each in text.casefold() for each in _LACKS)


def _without(document: Dokumen | None, texts: list[str]) -> str:
    """Return the words that say in every text that people do not have a paper."""
    names = [_bare(each) for each in (document.nama, *document.alias)] if document else []
    quotes = [_lacked(names, each) for each in texts]
    return quotes[0] if quotes and all(quotes) else ""


def _lacked(names: list[str], text: str) -> str:
    for pattern in _LACKING:
        for match in pattern.finditer(text):
            what = f" {_bare(match[1])} "
            beside = what.startswith if pattern is _LACKING[0] else what.endswith
            if any(beside(f" {each} ") for each in names):
                return match[0].strip()
    return ""


def _bare(name: str) -> str:
    return re.sub(r"nya\b", "", name.partition(" (")[0].casefold()).strip()


class _Item(Protocol):
    """What every item with cases has."""

    @property
    def kode(self) -> str: ...
    @property
    def kasus(self) -> Sequence[str]: ...


_CALLED = ("nama", "untuk", "teks")
"""What an item may be called by."""
_EXCEPTS = re.compile(r"\b(?:bukan|selain|kecuali|tanpa|tidak|belum|atau|dan)\b", re.IGNORECASE)


@rule("butir-lain-kasus", Level.WARNING, Scope.RECORD, *STANDAR)
def called_after_another_case(standard: Standar) -> Iterator[Complaint]:
    """Butir yang dinamai menurut sebuah jawaban tidak dipasang pada jawaban lawannya.

    Biaya "perpanjangan" yang kasusnya `baru` ditagih kepada orang yang tidak berutang, dan yang
    berutang datang tanpa uang. Jawaban satu kata hanya dibaca dari `kode`: "baru" dapat berarti apa
    saja.

    Sumber: UU 25/2009 Pasal 21 (biaya dan persyaratan yang pasti); praktik, mis. kasus tertukar.
    """
    if not standard.kasus:
        return
    for path, item, by_part in _items(standard):
        for axis in standard.kasus:
            if other := _other_choice(item, axis, by_part=by_part):
                yield Complaint(
                    (*path, "kasus"),
                    f"butir `{item.kode}` dinamai menurut `{other}`, tetapi kasusnya "
                    f"{', '.join(f'`{each}`' for each in item.kasus)}",
                    f"tulis `kasus: [{other}]`; bila kasusnya benar, perbaiki nama dan kodenya",
                )


def _items(standard: Standar) -> Iterator[tuple[Path, _Item, bool]]:
    """Yield what may be for some cases only, and whether a part of its code names one.

    The code of a paper may well name what its bearer was before.
    """
    lists: tuple[tuple[str, Sequence[_Item], bool], ...] = (
        ("persyaratan", standard.persyaratan, False),
        ("prosedur", standard.prosedur, False),
        ("biaya", standard.biaya, True),
        ("denda", standard.denda, True),
        ("pungutan_lain", standard.pungutan_lain, True),
        ("produk", standard.produk, True),
    )
    for key, items, by_part in lists:
        for at, each in enumerate(items):
            if each.kasus:
                yield (key, at), each, by_part
    for at, stage in enumerate(standard.jangka_waktu.tahap if standard.jangka_waktu else ()):
        if stage.kasus:
            yield ("jangka_waktu", "tahap", at), stage, True


def _other_choice(item: _Item, axis: Sumbu, *, by_part: bool) -> str | None:
    """Return the choice that an item is called after, if the item is for its opposite only."""
    own = [each for each in axis.pilihan if each.kode in item.kasus]
    others = [each for each in axis.pilihan if each.kode not in item.kasus]
    if not own or not others:
        return None
    code = f"-{item.kode}-" if by_part else ""
    if not any(f"-{each.kode}-" in code for each in own):
        for each in others:
            if each.kode == item.kode or f"-{each.kode}-" in code:
                return each.kode
    # One word, such as "baru", is said of many things.
    named = [each for each in others if " " in each.nama.strip()]
    if not named:
        return None
    name = _spaced(" ".join(getattr(item, key, None) or "" for key in _CALLED))
    if _EXCEPTS.search(name) or any(_spaced(each.nama) in name for each in own):
        return None
    return next((each.kode for each in named if _spaced(each.nama) in name), None)


def _spaced(text: str) -> str:
    return f" {' '.join(re.findall(r'[a-z0-9]+', text.casefold()))} "


_LIMIT = re.compile(rf"\b(paling \w+|maksimal|minimal|berlaku|selama) {NUMBER}", re.IGNORECASE)
_CLAUSE = re.compile(r"[;.]\s")
_NAME = re.compile(r"[a-z]{5,}")


@rule("lama-lain-kasus", Level.WARNING, Scope.RECORD, *STANDAR)
def limit_of_case_differs(standard: Standar) -> Iterator[Complaint]:
    """Lama yang disebut sebuah jawaban kasus sama di kalimat lain tentang jawaban itu.

    "Spanduk paling lama 30 hari" pada pilihan dan "spanduk paling lama 90 hari" pada hasil membuat
    orang memasangnya sampai didenda.

    Sumber: UU 25/2009 Pasal 21 (produk dan waktu yang pasti); praktik, mis. angka lama tertinggal.
    """
    said = [
        (each, limits)
        for axis in standard.kasus
        for each in axis.pilihan
        if each.keterangan and (limits := _limits(each.keterangan))
    ]
    if not said:
        return
    choices = [each for axis in standard.kasus for each in axis.pilihan]
    for choice, limits in said:
        others = [standard.nama, *(each.nama for each in choices if each is not choice)]
        name = _parts(choice.nama).difference(*map(_parts, others))
        for path, text in _sentences(standard) if name else ():
            clauses = [each for each in _CLAUSE.split(text) if not name.isdisjoint(_parts(each))]
            wrong = [
                (clause, kind)
                for clause in clauses
                for kind, length in _limits(clause).items()
                if limits.get(kind, length) != length
            ]
            if wrong:
                clause, (word, unit) = wrong[0]
                yield Complaint(
                    path,
                    f"di sini “{clause.strip()[:80]}”, pada pilihan `{choice.kode}` "
                    f"“{choice.keterangan}”",
                    f"samakan: tulis {word} {limits[word, unit]} {SATUAN[unit]} di sini, atau "
                    f"perbaiki `keterangan` pilihan `{choice.kode}`",
                )


def _limits(text: str) -> dict[tuple[str, str], int]:
    """Return the number of each kind of limit that a text sets."""
    found: dict[tuple[str, str], int] = {}
    for match in _LIMIT.finditer(text):
        if length := LENGTH.search(match[0]):
            number, unit = said_length(length)
            found[match[1].casefold(), unit] = number
    return found


def _parts(text: str) -> set[str]:
    return set(_NAME.findall(text.casefold()))


def _sentences(standard: Standar) -> Iterator[tuple[Path, str]]:
    """Yield what may be said of one case beside its own remark."""
    yield ("ringkasan",), standard.ringkasan
    lists: tuple[tuple[str, Sequence[object]], ...] = (
        ("persyaratan", standard.persyaratan),
        ("prosedur", standard.prosedur),
        ("biaya", standard.biaya),
        ("denda", standard.denda),
        ("pungutan_lain", standard.pungutan_lain),
        ("produk", standard.produk),
    )
    for key, items in lists:
        for at, item in enumerate(items):
            for name in ("uraian", "jika", "untuk", "keterangan"):
                text = getattr(item, name, None)
                if isinstance(text, str):
                    yield (key, at, name), text
    for at, product in enumerate(standard.produk):
        if product.masa_berlaku and product.masa_berlaku.keterangan:
            yield ("produk", at, "masa_berlaku", "keterangan"), product.masa_berlaku.keterangan
    for at, text in enumerate(standard.catatan):
        yield ("catatan", at), text
