"""Rules about what is paid per month or per day: the row and the sentences say the same."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from generator.finding import Level
from generator.model.janji import Biaya, Denda
from generator.model.layanan import Standar
from generator.rules.bantu import STANDAR
from generator.rules.registry import Complaint, Scope, rule
from generator.rules.syarat import together
from generator.source import Path

_PERIOD = re.compile(r"\b(hari|minggu|bulan|triwulan|semester|tahun)(?:an)?\b", re.IGNORECASE)
_EVERY = (
    r"(?:(?:setiap|tiap|saban|per)(?: satu| 1)? (hari|minggu|bulan|triwulan|semester|tahun)"
    r"|(hari|minggu|bulan|tahun)an)\b(?! kerja)"
)
_FEE = re.compile(
    rf"\b(?:di|mem)?(?:bayar|retribusi|sewa|iuran|tarif|biaya|setor|tagih|pungut)\w*\b[^;]{{0,40}}?"
    rf"\b{_EVERY}",
    re.IGNORECASE,
)
_FINE = re.compile(rf"\b(?:denda|bunga|sanksi)\w*\b[^;]{{0,40}}?\b{_EVERY}", re.IGNORECASE)
_PER = re.compile(
    r"(?<!kali )\bper(?: satu| 1)? (hari|minggu|bulan|triwulan|semester|tahun)\b(?! kerja)",
    re.IGNORECASE,
)
_OF_FINES = re.compile(r"\b(?:denda|bunga|sanksi|terlambat)\b", re.IGNORECASE)
_NO_PAYMENT = re.compile(
    r"\b(?:pajak\w*|lapor\w*|ditinjau|tinjauan|disesuaikan|penyesuaian|naik|berubah|diubah|diumumkan"
    r"|ditetapkan|dievaluasi|tidak|bukan|rekap\w*|anggaran|ditempel|terbit\w*|dikirim|boleh"
    r"|(?:di|men)?cicil\w*|(?:di|meng)?angsur\w*|listrik|petugas (?:menyetor|menagih))\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.;]) ")


class _Said(NamedTuple):
    where: str
    kasus: Sequence[str]
    text: str


@rule("satuan-lain-kata", Level.WARNING, Scope.RECORD, *STANDAR)
def measure_in_words(standard: Standar) -> Iterator[Complaint]:
    """Biaya dan denda per bulan, hari, atau tahun ditagih sekian sering menurut kalimatnya juga.

    Baris retribusi per tahun dengan langkah "bayar setiap bulan" membuat warga membayar dua belas
    kali, atau menunggak sebelas kali. Yang dibandingkan `satuan` (pada denda `rumus`) dengan
    kalimat tentang membayar di baris itu, ringkasan, langkah, dan catatan. Baris yang hanya beda
    kasus dan berdasar sama juga bersatuan sama, atau menjelaskan satuannya sendiri.

    Sumber: UU 25/2009 Pasal 21 (biaya yang pasti); praktik katalog ini.
    """
    told: set[int] = set()
    for path, period, said in _contradicted(standard):
        if path[0] == "biaya" and isinstance(path[1], int):
            told.add(path[1])
        yield Complaint(
            path,
            f"di sini per {period[0]}, tetapi {said.where} berkata “{said.text}”",
            f"bila memang begitu, tulis {period[1]} di sini sebagai ganti {period[0]}; "
            "atau perbaiki kalimat itu",
        )
    for at, own, other, theirs in _siblings(standard.biaya) if not told else ():
        yield Complaint(
            ("biaya", at, "satuan"),
            f"baris ini per {own}, `{other}` per {theirs}, padahal dasarnya sama",
            f"samakan `satuan`; bila memang berbeda, tulis “per {own}” di `keterangan`",
        )


def _contradicted(standard: Standar) -> Iterator[tuple[Path, tuple[str, str], _Said]]:
    """Yield where a row says another period than a sentence about it, with both."""
    yield from _part("biaya", standard.biaya, _FEE, standard)
    yield from _part("denda", standard.denda, _FINE, standard)


def _part(
    part: str, rows: Sequence[Biaya | Denda], pattern: re.Pattern[str], standard: Standar
) -> Iterator[tuple[Path, tuple[str, str], _Said]]:
    periods = [_measure(each) for each in rows]
    if not any(periods):
        return
    prose = list(_prose(standard))
    for at, (row, period) in enumerate(zip(rows, periods, strict=True)):
        if not period:
            continue
        found = next(_every(_own(row), (pattern, _PER), part, {period}), None)
        if found is None:
            about = [each for each in prose if together(row.kasus, each.kasus, standard)]
            found = next(_every(about, (pattern,), part, {period}), None)
            # What is due in that period, or once, in the same case is what the sentence means.
            beside = {
                periods[other]
                for other, each in enumerate(rows if found else ())
                if other != at and each.jumlah != 0 and together(row.kasus, each.kasus, standard)
            }
            if found and not beside.isdisjoint(("", found[1])):
                continue
        if found:
            key = "satuan" if part == "biaya" else "rumus"
            yield (part, at, key), (period, found[1]), found[0]


def _every(
    said: Iterable[_Said], patterns: Sequence[re.Pattern[str]], part: str, known: set[str]
) -> Iterator[tuple[_Said, str]]:
    """Yield what is said of paying in a period that no row of the same case has."""
    for each in said:
        for text in _SENTENCE.split(each.text):
            if _NO_PAYMENT.search(text) or (part == "biaya" and _OF_FINES.search(text)):
                continue
            matches = [match for one in patterns for match in one.finditer(text)]
            periods = [next(filter(None, match.groups())).casefold() for match in matches]
            if periods and known.isdisjoint(periods):
                yield each._replace(text=matches[0][0]), periods[0]


def _own(row: Biaya | Denda) -> Iterator[_Said]:
    yield _Said("`untuk`", (), row.untuk)
    yield _Said("`keterangan`", (), row.keterangan or "")
    if isinstance(row, Biaya):
        yield _Said("`rumus`", (), row.rumus or "")


def _measure(row: Biaya | Denda) -> str:
    """Return the one period a row is charged by; nothing if it has none, or several."""
    if isinstance(row, Denda):
        every = {each.casefold() for each in _PER.findall(row.rumus or "")}
    else:
        every = {each.casefold() for each in _PERIOD.findall(row.satuan or "")}
    return every.pop() if len(every) == 1 else ""


def _prose(standard: Standar) -> Iterator[_Said]:
    yield _Said("ringkasan", (), standard.ringkasan)
    for step in standard.prosedur:
        yield _Said(f"langkah `{step.kode}`", step.kasus, step.uraian)
        yield _Said(f"langkah `{step.kode}`", step.kasus, step.keterangan or "")
    for text in standard.catatan:
        yield _Said("catatan", (), text)


def _siblings(rows: Sequence[Biaya]) -> Iterator[tuple[int, str, str, str]]:
    """Yield the rows charged by another period than a row above of the same charge and basis."""
    measured = [(at, row, own) for at, row in enumerate(rows) if (own := _measure(row))]
    for place, (at, row, own) in enumerate(measured):
        for _, before, theirs in measured[:place]:
            words = [each.untuk.casefold().split()[:2] for each in (row, before)]
            if (
                own != theirs
                and (row.dasar and before.dasar and row.dasar == before.dasar)
                and (words[0] == words[1] and row.kasus and before.kasus)
                and not set(row.kasus) & set(before.kasus)
                and not any(_PER.search(each.keterangan or "") for each in (row, before))
            ):
                yield at, own, before.kode, theirs
                break
