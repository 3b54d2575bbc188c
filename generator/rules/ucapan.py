"""Rules about lengths of time in words against the fields, and against the law quoted beside."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.finding import Level
from generator.model.dasar import Durasi
from generator.model.hitung import BOBOT, lama_semua
from generator.model.janji import Produk
from generator.model.kata import SATUAN
from generator.model.layanan import Standar
from generator.rules.bantu import STANDAR
from generator.rules.registry import Complaint, Context, Scope, TextFile, rule
from generator.rules.syarat import LATE, LENGTH, NUMBER, lengths, said_length
from generator.source import Path, Text

_BASIC: Mapping[str, tuple[str, int]] = {
    "jam": ("menit", 60),
    "minggu": ("hari", 7),
    "tahun": ("bulan", 12),
}
Length = tuple[int, str]


def basic(length: Length) -> Length:
    """Return a length in the smallest measure that is the same thing: a year is 12 months."""
    unit, factor = _BASIC.get(length[1], (length[1], 1))
    return length[0] * factor, unit


def words(length: Length) -> str:
    """Return a length as records say it in words."""
    return f"{length[0]} {SATUAN.get(length[1], length[1])}"


_FOR_EVER = re.compile(
    r"\b(?:seumur hidup|selamanya|tanpa batas waktu|tidak (?:ter|di)batas\w*)\b", re.IGNORECASE
)
_LASTS = re.compile(
    rf"\b(?:berlaku|masa (?:berlaku|pakai)(?:nya)?)(?: selama| paling lama)? {NUMBER}",
    re.IGNORECASE,
)
_DAY = BOBOT["hari"]


@rule("masa-berlaku-kata", Level.WARNING, Scope.RECORD, *STANDAR)
def validity_in_words(standard: Standar) -> Iterator[Complaint]:
    """Kalimat tentang masa berlaku sebuah hasil tidak membantah `masa_berlaku`-nya.

    Kartu "selamanya" yang keterangannya "sampai anak berusia 5 tahun" tidak diperpanjang, lalu
    ditolak di loket lain. Surat yang berlaku lima menit biasanya lima tahun yang salah satuan.

    Sumber: UU 25/2009 Pasal 21 (produk pelayanan yang pasti); praktik katalog ini.
    """
    for index, each in enumerate(standard.produk):
        valid = each.masa_berlaku
        if not valid:
            continue
        base: Path = ("produk", index, "masa_berlaku")
        limit = LENGTH.search(valid.keterangan or "") if valid.selamanya else None
        if limit:
            yield Complaint(
                (*base, "selamanya"),
                f"`selamanya: ya`, tetapi keterangannya menyebut “{limit[0]}”",
                "hapus `selamanya`; yang berbatas ditulis di `durasi` atau `keterangan`",
            )
        if valid.durasi:
            yield from _term_in_words(base, each, valid.durasi)


def _term_in_words(base: Path, product: Produk, term: Durasi) -> Iterator[Complaint]:
    length = (term.nilai, str(term.satuan))
    if product.bentuk == "dokumen" and term.nilai * BOBOT[term.satuan] < _DAY:
        yield Complaint(
            (*base, "durasi", "satuan"),
            f"dokumen ini berlaku hanya {words(length)}",
            "perbaiki `satuan`: `hari`, `bulan`, atau `tahun`",
        )
    note = product.masa_berlaku.keterangan if product.masa_berlaku else None
    for path, text in (
        ((*base, "keterangan"), note),
        ((*base[:2], "keterangan"), product.keterangan),
    ):
        for_ever, other = _FOR_EVER.search(text or ""), _LASTS.search(text or "")
        said = for_ever or other
        if for_ever or (other and basic(said_length(other)) != basic(length)):
            yield Complaint(
                path,
                f"di sini “{said[0] if said else ''}”, `durasi`-nya {words(length)}",
                "perbaiki `durasi`, atau kalimat ini",
            )


_DONE = re.compile(
    r"\b(?:dijawab|selesai|terbit|jadi|diterbitkan|diselesaikan|ditanggapi|keluar|siap|diberikan"
    r"|tiba|datang|berangkat)\b[^.;]{0,40}?\b(?:dalam|paling lama|paling lambat) "
    rf"{NUMBER}",
    re.IGNORECASE,
)


@rule("waktu-lain-kata", Level.WARNING, Scope.RECORD, *STANDAR)
def time_in_words(standard: Standar) -> Iterator[Complaint]:
    """Waktu selesai yang disebut ringkasan dan catatan adalah waktu di `jangka_waktu`.

    Ringkasan "dijawab dalam 10 hari kerja" di atas janji 14 hari kerja memberi dua janji; warga
    menagih yang satu, petugas memegang yang lain. Begitu pula jaminan layanan itu sendiri.

    Sumber: UU 25/2009 Pasal 21 (jangka waktu penyelesaian); praktik katalog ini.
    """
    time = standard.jangka_waktu
    said: list[tuple[Path, str | None]] = [(("ringkasan",), standard.ringkasan)]
    if time:
        said.append((("jangka_waktu", "catatan"), time.catatan))
        said += [
            (("jangka_waktu", "tahap", at, "keterangan"), each.keterangan)
            for at, each in enumerate(time.tahap)
        ]
    said += [(("catatan", at), each) for at, each in enumerate(standard.catatan)]
    said += [
        (("jaminan_pelayanan", at), each)
        for at, each in enumerate(standard.jaminan_pelayanan)
        if not _OF_ELSE.search(each)
    ]
    for path, text in said:
        match = _DONE.search(text) if text and _maybe_done(text) else None
        if match is None:
            continue
        promised = {basic(each) for each in lengths(standard)}
        if promised and basic(said_length(match)) not in promised:
            yield Complaint(
                path,
                f"di sini “{match[0]}”, `jangka_waktu` tidak menjanjikan itu",
                f"bila kalimat ini benar, tulis {words(said_length(match))} di tahapnya; bila "
                "tidak, perbaiki kalimatnya",
            )


_OF_ELSE = re.compile(
    r"\b(?:bila|jika|apabila|kalau|walaupun|belum|salah|keliru|ganti|pengganti|kompensasi)\b"
    r"|adu|keluhan|keberatan",
    re.IGNORECASE,
)
"""A guarantee that is about what follows when something goes wrong."""


@rule("jaminan-lain-janji", Level.WARNING, Scope.RECORD, *STANDAR)
def guarantee_before_promise(standard: Standar) -> Iterator[Complaint]:
    """Jaminan atas keterlambatan tidak jatuh sebelum waktu yang dijanjikan habis.

    "Bila belum berangkat dalam 15 menit" di bawah janji 30 menit: pada menit ke-16 warga menagih
    jaminannya, dan petugas menjawab bahwa belum terlambat.

    Sumber: UU 25/2009 Pasal 21 (jaminan pelayanan dan jangka waktu saling cocok).
    """
    time = standard.jangka_waktu
    for at, text in enumerate(standard.jaminan_pelayanan if time else ()):
        match = LATE.search(text)
        promised = _late_after(standard, text) if match else None
        if not match or not promised:
            continue
        said = said_length(match)
        if _days(said) < _days(promised):
            yield Complaint(
                ("jaminan_pelayanan", at),
                f"di sini “{match[0]}”, padahal janjinya {words(promised)}",
                f"bila kalimat ini benar, perbaiki `maks` atau `satuan` di `jangka_waktu`; bila "
                f"tidak, tulis {words(promised)} atau lebih di sini",
            )


def _days(length: Length) -> int:
    """Return a length in minutes; a working day is taken as a day, as people speak."""
    return length[0] * BOBOT["hari" if length[1] == "hari_kerja" else length[1]]


_STAGE_WORD = re.compile(r"[a-z]{5,}")
_FINISHED = re.compile(r"\b(?:selesai|terbit|diterbitkan|jadi|dijawab|jawaban)\b", re.IGNORECASE)


def _late_after(standard: Standar, text: str) -> Length | None:
    """Return the shortest promise that a sentence about being late may be about, if any."""
    said = set(_STAGE_WORD.findall(text.casefold()))
    stages = standard.jangka_waktu.tahap if standard.jangka_waktu else ()
    about = [
        (each.maks, str(each.satuan))
        for each in stages
        if not said.isdisjoint(_STAGE_WORD.findall(each.nama.casefold()))
    ]
    if not about and _FINISHED.search(text):
        about = [each.bagian[0][1:] for each in lama_semua(standard) if len(each.bagian) == 1]
    return min(about, key=_days, default=None)


def _maybe_done(text: str) -> bool:
    return "dalam " in text or "paling la" in text


_BOUND = re.compile(
    r"\b(?:kurang dari|lebih dari|di (?:bawah|atas)|(?:ber)?(?:umur|usia)(?:nya)?"
    r"|belum|sudah|genap|masih|sampai|melebihi|melampaui|paling \w+)(?: \w+){0,3}? "
    rf"{NUMBER}",
    re.IGNORECASE,
)
"""A limit: what lies on either side of it is treated otherwise."""
_BOUND_WORDS = frozenset(("lambat", "lama", "sejak", "paling", "kurang", "lebih", "sampai"))
_BOUND_KEYS = ("ringkasan", "nama", "keadaan", "jika", "teks", "untuk", "catatan", "keterangan")
_TOPIC = re.compile(r"[a-z]{4,}")


@rule("batas-menyimpang", Level.WARNING, Scope.FILE, "standar", "pola")
def bound_differs(file: TextFile) -> Iterator[Complaint]:
    """Batas waktu dan umur dalam sebuah standar sama di kalimat dan di dasar hukumnya.

    Bila dasar hukum berkata umur 19 tahun dan syaratnya lain, atau semua kalimat berkata 10 hari
    kerja dan satu keadaan 7, orang yang mengikuti yang salah ditolak.

    Sumber: UU 25/2009 Pasal 21 (persyaratan yang pasti); praktik, mis. angka lama yang tertinggal.
    """
    if file.words.isdisjoint(_UNITS):
        return
    laws = [each for each in _bounds(file.of(("mengenai",))) if "dasar_hukum" in each[0]]
    others = list(_bounds(file.of(_BOUND_KEYS)))
    if not laws and len(others) < 3:
        return
    yield from _law_differs(file, laws, others)
    for path, text, length in others:
        if length[1] == "tahun":
            continue
        like = [each for each in (*laws, *others) if each[2][1] == length[1] and each[0] != path]
        numbers = {each[2] for each in like}
        if len(numbers) == 1 and len(like) > 1 and length not in numbers and _about(text, like):
            told = sorted({file.places.locate(each[0]).line for each in like})
            lines = ", ".join(map(str, told))
            yield Complaint(
                path,
                f"di sini {words(length)}, {words(numbers.pop())} di kalimat baris {lines}",
                "samakan; bila batasnya memang lain, sebut batas apa",
            )


_UNITS = frozenset(("hari", "bulan", "tahun", "minggu", "jam"))
Bound = tuple[Path, str, Length]


def _may_limit(text: str) -> bool:
    return "hari" in text or "bulan" in text or "tahun" in text or "minggu" in text or "jam" in text


def _bounds(texts: Iterator[Text]) -> Iterator[Bound]:
    for path, text in texts:
        if path[0] != "riwayat" and "sumber" not in path and _may_limit(text.casefold()):
            for match in _BOUND.finditer(text):
                yield path, text, said_length(match)


def _law_differs(file: TextFile, laws: list[Bound], others: list[Bound]) -> Iterator[Complaint]:
    fields = {text for _, text in file.of(("maks", "min", "nilai"))} if laws else set()
    for path, text, length in laws:
        like = [each for each in others if each[2][1] == length[1]]
        known = length in {each[2] for each in like} or str(length[0]) in fields
        if like and not known and _about(text, like):
            nearest = min(like, key=lambda each: abs(each[2][0] - length[0]))
            line = file.places.locate(nearest[0]).line
            yield Complaint(
                path,
                f"menurut dasar hukum ini {words(length)}, baris {line} berkata "
                f"{words(nearest[2])}",
                f"baca pasalnya, lalu perbaiki yang keliru: baris ini atau baris {line}",
            )


def _about(text: str, others: list[Bound]) -> bool:
    """Tell whether a sentence is about what one of the others is about: they share a word."""
    own = set(_TOPIC.findall(text.casefold())) - _BOUND_WORDS - _UNITS
    return any(not own.isdisjoint(_TOPIC.findall(each[1].casefold())) for each in others)


_DIGITS = re.compile(
    r"\d+(?:[.,]\d+)*(?= (?:menit|jam|hari|minggu|bulan|tahun|persen|ribu|juta)\b|%)"
)
"""What is counted; the number of a form or an article is none."""


_SAME = {"usia": "umur", "kawin": "menikah", "nikah": "menikah", "minimal": "paling rendah"}


def _gist(text: str) -> str:
    """Return what a quotation says without its numbers, in whatever order."""
    plain = _DIGITS.sub("#", text.casefold().rstrip("."))
    return " ".join(sorted(" ".join(_SAME.get(each, each) for each in plain.split()).split()))


@rule("kutipan-berbeda", Level.WARNING, Scope.CATALOG)
def quoted_differently(context: Context) -> Iterator[Complaint]:
    """Isi sebuah peraturan dikutip dengan angka yang sama di semua rekaman.

    Standar berkata "umur paling rendah menikah 16 tahun" dan SOP-nya 19: satu pasal tidak mungkin
    berkata dua, dan petugas memakai yang tertulis di lembarnya.

    Catatan di rekaman peraturannya sendiri ikut dibandingkan.

    Sumber: praktik katalog ini (`mengenai` menceritakan isi pasal).
    """
    told: dict[tuple[str, str], dict[str, list[tuple[TextFile, Path]]]] = {}
    for file in context.files:
        quotes = [(each, file.beside(each[0], "regulasi")) for each in file.of(("mengenai",))]
        if file.identity.kind == "regulasi":
            quotes += [(each, file.id) for each in file.of(("catatan",))]
        for (path, text), law in quotes:
            numbers_said = _DIGITS.findall(text)
            if numbers_said and law:
                same = told.setdefault((law, _gist(text)), {})
                same.setdefault(" dan ".join(numbers_said), []).append((file, path))
    for (law, _), numbers in told.items():
        if len(numbers) < 2:
            continue
        ranked = sorted(numbers.items(), key=lambda each: (-len(each[1]), each[0]))
        usual, at = ranked[0]
        for number, places in ranked[1:]:
            for file, path in places:
                yield Complaint(
                    path,
                    f"di sini {number}, di `{at[0][0].document.file}` `{law}` dikutip {usual}",
                    "baca pasalnya, lalu samakan semua kutipannya",
                    at=file,
                )
