"""Rules about fines: who is late pays, who is in time does not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.finding import Level
from generator.model.kata import rupiah
from generator.model.layanan import Standar
from generator.rules.bantu import STANDAR
from generator.rules.registry import Complaint, Scope, rule
from generator.source import Path

_LATE = re.compile(
    r"\b(?:terlambat|telat|keterlambatan|lebih dari|lewat|melewati|melebihi|melampaui|sesudah"
    r"|setelah|tidak|belum|tanpa|menunggak|tunggakan|rusak|hilang|membatalkan|pembatalan|batal)\b",
    re.IGNORECASE,
)
_IN_TIME = re.compile(
    r"\b(?:tepat (?:pada )?waktu\w*|(?:kurang dari|dalam|sampai|sebelum|paling (?:lambat|lama)) "
    r"\d+ (?:hari|bulan|tahun|minggu)|sebelum (?:jatuh tempo|batas waktu|tenggat\w*))\b"
    r"(?! (?:sesudah|setelah|lewat) (?:jatuh|batas|tenggat))",
    re.IGNORECASE,
)
_SPARED = re.compile(r"\b(?:di)?bebas(?:kan)?\b|\btidak (?:di)?kena\w*|\bkecuali\b", re.IGNORECASE)
_BEHIND = re.compile(r"\b(?:terlambat|telat|lewat (?:waktu|batas|jatuh))\b", re.IGNORECASE)
_WHY = re.compile(
    r"\b(?:karena|sebab|akibat|sakit|bencana|terpencil|pedalaman|mampu|miskin|rentan|difabel"
    r"|disabilitas)\b",
    re.IGNORECASE,
)
"""Who is late may be spared for a reason."""
_POOR = re.compile(
    r"\b(?:hanya|dikenakan|dipungut|berlaku) (?:bagi|untuk|dari|kepada)\b"
    r"(?:(?!\b(?:kecuali|bukan|selain)\b)[^.;,])*"
    r"\b(?:tidak mampu|miskin|SKTM|rentan|difabel|disabilitas)\b",
    re.IGNORECASE,
)
_NO_FINE = re.compile(
    r"\b(?:tidak ada|tanpa|bebas(?: dari)?|tidak dikena(?:i|kan)|tidak dipungut) "
    r"(?:denda|sanksi)\b|\btidak didenda\b",
    re.IGNORECASE,
)
_SOME = re.compile(
    r"\b(?:bagi|untuk|bila|jika|apabila|kalau|selama|hingga|sampai|sebelum|asal\w*|kecuali|pertama"
    r"|mampu|miskin|rentan|difabel|disabilitas)\b",
    re.IGNORECASE,
)
"""Words of a sentence that frees some people, or all for some time."""


def _in_time(text: str) -> re.Match[str] | None:
    match = _IN_TIME.search(text)
    return None if match and _LATE.search(text[: match.start()]) else match


@rule("denda-terbalik", Level.WARNING, Scope.RECORD, *STANDAR)
def fined_for_being_in_time(standard: Standar) -> Iterator[Complaint]:
    """Denda dikenakan kepada yang terlambat, bukan kepada yang datang pada waktunya.

    Bila "kurang dari 60 hari" yang didenda, keluarga yang rajin membayar dan yang lalai tidak.
    Pengecualian bagi yang tidak mampu tidak dibalik, dan kalimat "tidak ada denda" tidak berdiri
    di atas denda yang bertarif.

    Sumber: UU 25/2009 Pasal 21 (biaya/tarif yang pasti); praktik, mis. kata yang tertukar.
    """
    names = {each.kode: each.nama for axis in standard.kasus for each in axis.pilihan}
    for at, fine in enumerate(standard.denda):
        yield from _reversed_note(("denda", at, "keterangan"), fine.keterangan or "")
        texts: list[tuple[Path, str]] = [(("denda", at, "untuk"), fine.untuk)]
        texts += [
            (("denda", at, "kasus", n), names.get(code, "")) for n, code in enumerate(fine.kasus)
        ]
        for path, text in texts:
            if match := _in_time(text):
                yield Complaint(
                    path,
                    f"yang didenda di sini “{match[0]}”, yaitu yang tidak terlambat",
                    "tulis keadaan yang terlambat, mis. `lebih dari 60 hari`, beserta kasusnya",
                )
    owed = next((each for each in standard.denda if each.jumlah), None)
    if owed is None:
        return
    said: list[tuple[Path, str]] = [(("ringkasan",), standard.ringkasan)]
    said += [(("catatan", at), each) for at, each in enumerate(standard.catatan)]
    for path, text in said:
        match = _NO_FINE.search(text)
        if match and not _IN_TIME.search(text) and not _SOME.search(text):
            yield Complaint(
                path,
                f"di sini “{match[0]}”, tetapi denda `{owed.kode}` {rupiah(owed.jumlah or 0)}",
                "hapus denda yang sudah tidak berlaku, atau perbaiki kalimat ini",
            )


def _reversed_note(path: Path, note: str) -> Iterator[Complaint]:
    """Tell where a note spares the late, or makes only the poor pay."""
    spared = next(
        (
            each
            for each in re.split(r"[.;,]", note)
            if _SPARED.search(each) and _BEHIND.search(each) and not _WHY.search(each)
        ),
        "",
    )
    poor = _POOR.search(note)
    if said := (poor[0] if poor else spared.strip()):
        yield Complaint(
            path,
            f"pengecualian ini terbalik: “{said}”",
            "tulis siapa yang dibebaskan, mis. `Dibebaskan bagi keluarga tidak mampu`",
        )
