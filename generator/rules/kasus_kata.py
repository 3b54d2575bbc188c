"""A rule about cases: nobody is asked for what his own case says he has not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.finding import Level
from generator.model.kosakata import Dokumen
from generator.model.layanan import Standar
from generator.rules.bantu import STANDAR
from generator.rules.registry import Complaint, Context, Scope, rule

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
            if need.teks or not need.dokumen or _OF_ANOTHER.search(need.keterangan or ""):
                continue
            texts = [cases[each] for each in need.kasus if each in cases]
            key = "kasus" if texts and len(texts) == len(need.kasus) else "jika"
            if key == "jika":
                texts = [need.jika] if need.jika and _lacks(need.jika) else []
            if quote := _without(documents.get(need.dokumen), texts):
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
