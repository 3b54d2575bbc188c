"""Rules about what the law forbids an office to do, however well the rest of its record reads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.finding import Level
from generator.rules.registry import Complaint, Scope, TextFile, rule

_ELSEWHERE = frozenset(
    (
        *("sebutan", "alias", "dasar_hukum", "dasar", "sumber", "riwayat", "catatan_dalam"),
        *("risiko", "peringatan"),
    )
)
"""Parts that say what people type, what a law says, what was, or what could go wrong."""


class _Ban(NamedTuple):
    """One practice that is forbidden."""

    words: frozenset[str]
    """A record with none of them is not about it."""
    act: re.Pattern[str]
    """How the practice is told as something to be done."""
    law: str
    hint: str
    of: tuple[str, ...] = ()
    """Only records with one of these in their id; a sentence there need not name its subject."""


def _ban(words: str, act: str, law: str, hint: str, *of: str) -> _Ban:
    return _Ban(frozenset(words.split()), re.compile(act, re.IGNORECASE), law, hint, of)


_DEPOSIT = r"\b(?:uang muka|deposit|uang jaminan)\b"
_EMERGENCY = "UU 17/2023 Pasal 174 melarang mendahulukan uang dan administrasi pada gawat darurat"
_HELP_FIRST = (
    "tulis bahwa pasien gawat darurat ditolong lebih dulu; biaya dan kartu diurus sesudahnya"
)
_PAYING = r"\b(?:membayar|melunasi|menyetor\w*|menitipkan|mendaftar|mengurus)\b"
_BANS = (
    _ban(
        "darurat igd",
        rf"\b(?:darurat|igd)\b.*{_DEPOSIT}|{_DEPOSIT}.*\b(?:darurat|igd)\b"
        rf"|\bdarurat\b.*{_PAYING}.*\b(?:dulu|dahulu|sebelum (?:di|men))",
        _EMERGENCY,
        _HELP_FIRST,
    ),
    _ban(
        "muka deposit jaminan sebelum",
        rf"{_DEPOSIT}|{_PAYING}.*\bsebelum di(?:tangani|tolong|periksa|obati|layani)\b",
        _EMERGENCY,
        _HELP_FIRST,
        "igd",
        "darurat",
    ),
    _ban(
        "korban pelaku",
        r"\bkorban\b.*\b(?:didamaikan|mendamaikan|dipertemukan dengan (?:pelaku|terlapor)"
        r"|berdamai)\b|\b(?:didamaikan|mendamaikan)\b.*\bkorban\b",
        "UU 12/2022 Pasal 23 melarang menyelesaikan kekerasan seksual di luar peradilan",
        "hapus; tulis bahwa korban tidak dipertemukan atau didamaikan tanpa kehendaknya",
    ),
    _ban(
        "otp pin sandi password cvv verifikasi",
        r"\b(?:kirim(?:kan)?|mengirim(?:kan)?|sebut(?:kan)?|menyebut(?:kan)?|beri(?:kan)?"
        r"|memberi(?:kan)?|serahkan|menyerahkan|tulis(?:kan)?|menulis(?:kan)?|minta|meminta|mencatat|catat"
        r"|sampaikan|menyampaikan)\b[^.;]*\b(?:kode otp|otp|pin|kata sandi|password|cvv"
        r"|kode verifikasi)\b",
        "kode rahasia tidak diminta petugas mana pun (UU 27/2022); yang memintanya penipu",
        "hapus kalimat ini; bila perlu, peringatkan warga agar tidak memberikannya",
    ),
    _ban(
        "ktp ktp-el kk ijazah stnk kartu paspor sertifikat",
        r"\b(?:ktp(?:-el)?|kk|ijazah|stnk|kartu keluarga|paspor|sertifikat|bpkb)\b[^.;]*"
        r"\b(?:ditahan|disimpan (?:petugas|loket)|ditinggal(?:kan)? di|dijadikan jaminan"
        r"|sebagai jaminan)\b",
        "UU 25/2009 Pasal 34 melarang pelaksana mempersulit; dokumen asli tidak ditahan",
        "tulis bahwa dokumen asli dilihat lalu dikembalikan saat itu juga",
    ),
    _ban(
        "pelapor pengadu",
        r"\b(?:nama|identitas|data) (?:pelapor|pengadu)\b[^.;]*\b(?:diumumkan|disebarkan"
        r"|ditayangkan|(?:disampaikan|diberitahukan|diberikan) kepada (?:terlapor|petugas|yang))",
        "identitas pelapor dirahasiakan (Perpres 76/2013)",
        "tulis bahwa identitas pelapor dirahasiakan",
    ),
)
_WARNED = re.compile(
    r"\b(?:jangan|dilarang|larangan|waspada\w*|laporkan|melaporkan|kerahasiaan|penipu\w*)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:tidak|tanpa|bukan|menolak|tiada)\b(?![ ](?:kartu|jaminan|kepesertaan)\b)"
    r"(?:[ ,]+[\w-]+){0,8}$",
    re.IGNORECASE,
)
"""A denial a few words before; to be without a card denies nothing."""


@rule("praktik-terlarang", Level.WARNING, Scope.FILE)
def forbidden_practice(file: TextFile) -> Iterator[Complaint]:
    """Rekaman tidak menyuruh melakukan yang dilarang peraturan.

    Uang muka di gawat darurat, korban kekerasan yang didamaikan dengan pelakunya, KTP asli yang
    ditahan, kode OTP atau PIN yang diminta, dan nama pelapor yang diumumkan: kalimat seperti itu
    dapat merenggut nyawa, uang, atau keselamatan warga. Yang menyebut larangannya tidak ditegur.

    Sumber: UU 17/2023 Pasal 174; UU 12/2022 Pasal 23; UU 27/2022; UU 25/2009 Pasal 34; Perpres
    76/2013.
    """
    bans = [each for each in _BANS if not each.words.isdisjoint(file.words)]
    bans = [each for each in bans if not each.of or any(part in file.id for part in each.of)]
    for path, text in file.sentences if bans else ():
        if _ELSEWHERE.isdisjoint(path) and (told := _told(text, bans)):
            yield Complaint(path, *told)


def _told(text: str, bans: list[_Ban]) -> tuple[str, str] | None:
    for ban in bans:
        match = ban.act.search(text)
        if match and not _WARNED.search(text) and not _DENIED.search(text[: match.end()]):
            return f"“{match[0]}”: {ban.law}", ban.hint
    return None
