"""Rules about numbers that a record says twice: in a field of its own, and in a sentence."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from typing import NamedTuple

from generator.finding import Level
from generator.model.kinerja import Evaluasi, Konsultasi, RekapPengaduan, Skm
from generator.rules.registry import Complaint, Scope, TextFile, rule
from generator.source import Path

_Record = Evaluasi | Skm | RekapPengaduan | Konsultasi
_NUMBER = r"(?<![\d.,/])(\d{1,3}(?:\.\d{3})+|\d{1,6}(?:[.,]\d{1,4})?)(?![\d/%]|[.,]\d)"
_SCORE = (
    r"(?<![\d.,/])(\d{1,3}[.,]\d{1,4}|\d{1,3}(?=[.;)]|$| termasuk| adalah| poin))(?![\d/%]|[.,]\d)"
    r"(?! (?:jam|menit|hari|bulan|km|kilometer|meter|kali|persen|ribu|juta|miliar))"
)
_WORDS = r"(?: (?!dari\b|menjadi\b)[^\W\d]+){0,3}?[ :]+"
_ALL = r"\b(?:seluruh|semua|sejumlah|sebanyak|total|dari|berjumlah|menerima|diterima)"
_NO_MORE = r"(?! (?:\w+an|tentang|soal|di|lewat|melalui|dengan|yang|dari|pada|unsur)\b)"
_COMPLAINTS = r"(?:pengaduan|aduan|laporan)"
_ELSEWHERE = re.compile(
    r"\b(?:sebelumnya|lalu|target\w*|minimal|minimum|maksimal|maksimum|paling|sedikitnya"
    r"|sekurang-kurangnya|batas|ambang|mulai|antara|\d (?:hingga|sampai)|naik|turun"
    r"|di atas|di bawah|meningkat|menurun|menjadi|nasional|provinsi|se-\w+|lain|bukan|hampir"
    r"|sekitar|lebih|kurang"
    r"|triwulan|semester|bulan|salah|keliru|semula|ralat|berbeda|seharusnya|semestinya|perlu"
    r"|butuh|harus|wajib|akan|aspek|dimensi|indikator|komponen|variabel|loket \d|tunggu)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_SENTENCE = re.compile(r"(?<=[.;!?]) ")


class _Twice(NamedTuple):
    """A field that a sentence may repeat: how it is said, and the values that may be meant."""

    key: str
    pattern: re.Pattern[str]
    values: Callable[[_Record], Iterable[Decimal | int | None]]
    most: bool = False
    """A part of the number may be told too; only more than the whole cannot be."""


def _said(pattern: str) -> re.Pattern[str]:
    for name, meant in (("NUM", _NUMBER), ("SKOR", _SCORE), ("KATA", _WORDS)):
        pattern = pattern.replace(name, meant)
    return re.compile(pattern, re.IGNORECASE)


def _scores(record: _Record) -> Iterator[Decimal | None]:
    if isinstance(record, Evaluasi) and record.nilai is not None:
        yield record.nilai
        yield from (each.nilai for each in record.dimensi)
    elif isinstance(record, Skm) and record.unsur:
        yield record.ikm
        for each in record.unsur:
            yield each.nrr
            yield each.nrr * 25


def _field(key: str) -> Callable[[_Record], Iterable[Decimal | int | None]]:
    return lambda record: (getattr(record, key),)


def _attendance(record: _Record) -> Iterable[int]:
    people = record.peserta if isinstance(record, Konsultasi) else ()
    return (sum(each.jumlah for each in people),) if people else ()


def _counts(record: _Record) -> Iterator[int]:
    if isinstance(record, RekapPengaduan):
        yield from (record.diterima, record.selesai)
        yield from (each.jumlah for each in record.menurut_jenis)


_SURVEYED = (
    _Twice("ikm", _said(r"\b(?:IKM|indeks kepuasan(?: masyarakat)?)KATASKOR"), _field("ikm")),
    _Twice("nrr", _said(r"\b(?:nilai(?:nya)?|skor(?:nya)?|nrr)KATASKOR"), _scores),
    _Twice("responden", _said(rf"{_ALL} NUM responden\b{_NO_MORE}"), _field("responden")),
    _Twice("responden", _said(r"NUM responden\b"), _field("responden"), most=True),
)
_COMPLAINED = (
    _Twice("rata_rata_hari", _said(r"\brata-rataKATANUM hari\b"), _field("rata_rata_hari")),
    _Twice("diterima", _said(rf"{_ALL} NUM {_COMPLAINTS}\b{_NO_MORE}"), _counts),
    _Twice("diterima", _said(rf"NUM {_COMPLAINTS}\b"), _field("diterima"), most=True),
    _Twice("tepat_waktu", _said(r"NUM (?:\w+ ){0,2}tepat waktu"), _field("tepat_waktu")),
    _Twice(
        "lewat_lapor",
        _said(r"NUM (?:\w+ ){0,2}(?:lewat|melalui) (?:SP4N|LAPOR)"),
        _field("lewat_lapor"),
    ),
)
_CLASSED = r"(?:menurut (?:tabel|skala|skema)|(?:adalah|termasuk|masuk) \w)"
_JUDGED = (
    _Twice("nilai", _said(r"\b(?:nilai(?:nya)?|skor(?:nya)?|indeks(?:nya)?|IPP)KATASKOR"), _scores),
    _Twice("nilai", _said(rf"(?<![\d.,/])(\d{{1,3}}[.,]\d{{1,4}}) {_CLASSED}"), _scores),
)
_CAME = r"\b(?:dihadiri|diikuti)(?: oleh)? NUM (?:orang|peserta|warga|undangan)\b"
_CONSULTED = (
    _Twice("peserta", _said(_CAME), _attendance),
    _Twice("peserta", _said(rf"{_ALL} NUM (?:orang )?peserta\b{_NO_MORE}"), _attendance),
)


@rule("angka-lain-kata", Level.WARNING, Scope.RECORD, "evaluasi", "skm", "pengaduan", "konsultasi")
def number_in_words(record: _Record) -> Iterator[Complaint]:
    """Angka yang diulang sebuah kalimat sama dengan isiannya di rekaman yang sama.

    Nilai 3,94 dengan catatan "nilai 3,49 termasuk B-" berarti salah satunya salah ketik; pembaca
    tidak tahu yang mana, dan wartawan memilih sendiri. Yang dibandingkan nilai, IKM, responden,
    banyaknya pengaduan, dan peserta; kalimat tentang tahun lain, target, atau batas tidak.

    Sumber: form F-02 PEKPPP (data yang dapat diverifikasi); praktik (angka yang tertukar).
    """
    for path, text in _texts(record):
        if any(sign.isdigit() for sign in text):
            for sentence in _SENTENCE.split(text):
                if told := _differs(record, sentence):
                    key, said, value = told
                    yield Complaint(
                        path,
                        f"di sini “{said}”, tetapi `{key}` {value}",
                        f"buka sumbernya: perbaiki `{key}`, atau angka di kalimat ini",
                    )
                    break


def _differs(record: _Record, sentence: str) -> tuple[str, str, str] | None:
    """Return the key, the words and the value of the first number that is another."""
    year = record.tahun if isinstance(record, Evaluasi) else None
    if _ELSEWHERE.search(sentence) or {int(each) for each in _YEAR.findall(sentence)} - {year}:
        return None
    for twice in _FIELDS[type(record)]:
        values = [each for each in twice.values(record) if each is not None]
        for match in twice.pattern.finditer(sentence) if values else ():
            said = next(each for each in match.groups() if each)
            fits = _at_most if twice.most else _same
            if said != str(year) and not any(fits(said, each) for each in values):
                own = getattr(record, twice.key, None)
                near = min(values, key=lambda each: abs(each - _number(said)))
                meant = own if isinstance(own, int) else near
                return twice.key, match[0], str(meant)
    return None


def _same(said: str, value: Decimal | int) -> bool:
    """Tell whether a number as written is a value, rounded or cut to as many digits."""
    if isinstance(value, int):
        return int(said.replace(".", "").partition(",")[0]) == value
    number = _number(said)
    return number in (
        value.quantize(number, ROUND_HALF_UP),
        value.quantize(number, ROUND_DOWN),
    )


def _number(said: str) -> Decimal:
    return Decimal(said.replace(",", "."))


def _at_most(said: str, value: Decimal | int) -> bool:
    return int(said.replace(".", "").partition(",")[0]) <= value


def _texts(record: _Record) -> Iterator[tuple[Path, str]]:
    if isinstance(record, Konsultasi):
        yield ("topik",), record.topik
    for key in ("catatan", "perbaikan", "kesepakatan"):
        for at, text in enumerate(getattr(record, key, ())):
            yield (key, at), text
    for at, plan in enumerate(getattr(record, "tindak_lanjut", ())):
        yield ("tindak_lanjut", at, "masalah"), plan.masalah


_FIELDS = {
    Evaluasi: _JUDGED,
    Skm: _SURVEYED,
    RekapPengaduan: _COMPLAINED,
    Konsultasi: _CONSULTED,
}


_SHARE = re.compile(r"paling sedikit (\d{1,3})(?: ?%| persen)", re.IGNORECASE)
_WHOLE = 100


@rule("bagian-melebihi-seratus", Level.WARNING, Scope.FILE, "standar", "pola", "sop", "pengumuman")
def shares_over_the_whole(file: TextFile) -> Iterator[Complaint]:
    """Bagian-bagian yang disebut satu kalimat paling banyak 100 persen.

    Kuota "domisili paling sedikit 60%, afirmasi 20%, prestasi 25%" tidak mungkin dipenuhi: satu
    jalur pasti kehilangan kursinya.

    Sumber: Permendikdasmen 3/2025 (kuota jalur); hitungan.
    """
    if "sedikit" not in file.words or ("%" not in file.joined and "persen" not in file.words):
        return
    for path, text in file.sentences:
        total = sum(map(int, _SHARE.findall(text)))
        if total > _WHOLE:
            yield Complaint(
                path,
                f"bagian yang “paling sedikit” di sini berjumlah {total} persen",
                "baca peraturannya, lalu perbaiki angkanya",
            )
