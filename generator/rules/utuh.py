"""Rules about what slips of the hand leave behind: half a sentence, an item twice, capitals."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from generator.finding import Edit, Level
from generator.rules.bantu import key_of
from generator.rules.registry import Complaint, Scope, TextFile, rule
from generator.source import Document, Path, Text, Tree

_NO_END = frozenset(
    (
        *("dan", "atau", "yang", "untuk", "dari", "di", "ke", "dengan", "pada", "oleh", "bila"),
        *("karena", "tanpa", "sebagai", "dalam", "per", "antara", "serta", "agar", "jika", "akan"),
        *("tentang", "adalah", "bahwa", "para", "sebuah", "setiap", "sampai", "bagi", "kepada"),
        *("melalui", "menurut", "sesudah", "sebelum", "paling", "dapat", "harus", "hanya"),
        "Nomor",
    )
)
"""Words after which an Indonesian sentence or name always goes on."""
_AS_SAID = frozenset(("sebutan", "alias", "kata", "contoh_pencarian"))
"""Keys that hold what citizens type, which need not be whole sentences."""
_SENTENCES = (
    *("catatan", "catatan_dalam", "catatan_jam", "isi", "janji", "masalah", "misi"),
    *("jaminan_pelayanan", "jaminan_keamanan", "kesepakatan", "kode_etik", "budaya_pelayanan"),
    *("pengawasan", "penghargaan", "peringatan", "petunjuk", "ringkasan", "risiko", "tahapan"),
    *("tugas", "tujuan", "sanksi_kompensasi"),
)
"""Keys of whole sentences."""
_JUDGED_APART = _AS_SAID.union(_SENTENCES)


@rule("kalimat-terpotong", Level.WARNING, Scope.FILE)
def cut_short(file: TextFile) -> Iterator[Complaint]:
    """Kalimat ditulis sampai selesai: tidak berhenti pada kata sambung, koma, atau di dalam kurung.

    Kalimat yang terpotong sering kehilangan justru syarat atau pengecualiannya: "bila ditolak, "
    tanpa lanjutannya tidak memberi tahu apa-apa. Isian yang seluruhnya kalimat, seperti
    `ringkasan` dan `catatan`, diakhiri dengan titik; tanpa titik pembaca mengira ada yang hilang.

    Sumber: PUEBI (tanda titik mengakhiri kalimat); praktik; teks yang disalin dari tabel sering
    terpotong.
    """
    for path, text in file.sentences:
        if _goes_on(text) and key_of(path) not in _JUDGED_APART:
            yield _stopped(path, text)
    if file.joined.count("(") > file.joined.count(")"):
        yield from _left_open(file)
    for path, text in file.of(_SENTENCES):
        if _goes_on(text):
            yield _stopped(path, text)
        elif text[-1:].isalnum() and " " in text:
            yield Complaint(
                path,
                f"kalimat ini tidak diakhiri titik: “… {_last_words(text)}”",
                "lengkapi kalimatnya bila terpotong, lalu akhiri dengan titik",
                level=Level.INFO,
            )


def _left_open(file: TextFile) -> Iterator[Complaint]:
    for path, text in file.texts:
        if text.count("(") > text.count(")") and key_of(path) not in _AS_SAID:
            yield Complaint(
                path,
                f"kurung yang dibuka di “… {_last_words(text)}” tidak ditutup",
                "lengkapi teksnya sampai `)`, atau hapus `(`",
            )


def _goes_on(text: str) -> bool:
    return text.rpartition(" ")[2] in _NO_END or text.endswith((",", ";", ":"))


def _stopped(path: Path, text: str) -> Complaint:
    return Complaint(
        path,
        f"teks ini berhenti pada “… {_last_words(text)}”",
        "lengkapi kalimatnya; bila sudah selesai, hapus kata atau tanda terakhir itu",
    )


def _last_words(text: str) -> str:
    return " ".join(text.split()[-4:])


_NAMING = (
    *("nama", "jabatan", "keadaan", "isi", "unsur", "kegiatan", "uraian", "teks", "judul"),
    *("regulasi", "untuk", "tanggal", "layanan", "perbaikan", "letak", "tautan"),
    *("apa", "masuk"),
)
"""Keys that tell the items of a list apart."""


@rule("butir-kembar", Level.WARNING, Scope.FILE)
def item_twice(file: TextFile) -> Iterator[Complaint]:
    """Setiap butir daftar ditulis satu kali.

    Butir yang tertulis dua kali dibaca dua kali, dihitung dua kali, dan ketika satu diperbaiki
    yang lain tertinggal; sering pula baris yang disalin belum sempat diubah isinya.

    Sumber: praktik katalog ini.
    """
    for key, texts in file.document.by_key.items():
        told_apart = key in _NAMING or texts[0][0][-1].__class__ is int
        if told_apart and len({text for _, text in texts}) < len(texts):
            yield from _twice(file, key, texts)


def _twice(file: TextFile, key: str, texts: Iterable[Text]) -> Iterator[Complaint]:
    first: dict[tuple[Path, str], Path] = {}
    for path, text in texts:
        listed = path[-1].__class__ is int
        if not listed and not (key in _NAMING and path[-2:-1] and path[-2].__class__ is int):
            continue
        item = path if listed else path[:-1]
        other = first.setdefault((item[:-1], text), item)
        if other is item or (not listed and _differs(file.document, other, item)):
            continue
        yield Complaint(
            item,
            f"butir ini sudah ada di baris {file.places.locate(other).line}",
            "hapus salah satu; bila maksudnya lain, ubah isinya",
            edit=Edit("hapus") if listed else None,
        )


def _differs(document: Document, one: Path, other: Path) -> bool:
    """Tell whether two items say different things; their codes are only names."""
    return _said(document.part(one)) != _said(document.part(other))


def _said(item: Tree) -> Mapping[str, Tree]:
    assert isinstance(item, dict)
    return {key: value for key, value in item.items() if key != "kode"}


_SIGN = re.compile(r"[\u0370-\u052f\u1c80-\u1c8f\uff10-\uff5a\U0001d400-\U0001d7ff]")
_FOREIGN = re.compile(
    r"(?<!\w)\w*(?:[\u0400-\u052f\u1c80-\u1c8f\uff10-\uff5a\U0001d400-\U0001d7ff]"
    r"|(?<=[A-Za-z])[\u0370-\u03ff]|[\u0370-\u03ff](?=[A-Za-z]))\w*"
)
"""A word with Cyrillic, wide or mathematical letters, or Greek ones beside Latin."""


@rule("huruf-asing", Level.WARNING, Scope.FILE)
def look_alike(file: TextFile) -> Iterator[Complaint]:
    """Kata ditulis dengan huruf Latin biasa, bukan huruf aksara lain yang tampak sama.

    "Dinas" dengan huruf a Kiril tampak benar, tetapi tidak ditemukan pencarian, dibaca lain oleh
    pembaca layar, dan pada alamat dapat menipu.

    Sumber: Unicode TR39 (huruf yang dapat tertukar); praktik.
    """
    if file.joined.isascii() or not _FOREIGN.search(file.joined):
        return
    for path, text in file.texts:
        if (match := _FOREIGN.search(text)) and (sign := _SIGN.search(match[0])):
            yield Complaint(
                path,
                f"“{match[0][:40]}” memuat huruf “{sign[0]}” (U+{ord(sign[0]):04X}), bukan Latin",
                "ketik ulang kata itu dengan papan ketik",
            )


_ENGLISH = frozenset(("the", "your", "with", "please", "must", "will", "from", "which", "shall"))
_ENGLISH_WORD = re.compile(
    r"\b(?:the|your|you|with|please|must|will|from|which|shall|for|of|to|and|is|are|this|that)\b",
    re.IGNORECASE,
)
_ENOUGH = 3
"""So many small English words make a sentence; fewer may be a name."""


@rule("bahasa-asing", Level.WARNING, Scope.FILE)
def foreign_sentence(file: TextFile) -> Iterator[Complaint]:
    """Kalimat ditulis dalam bahasa Indonesia.

    Kalimat Inggris yang tersalin dari situs lain atau dari mesin penerjemah tidak dipahami warga
    yang paling memerlukannya.

    Sumber: UU 24/2009 Pasal 30 (bahasa Indonesia dalam pelayanan administrasi publik).
    """
    if _ENGLISH.isdisjoint(file.words):
        return
    for path, text in file.sentences:
        found = {each.casefold() for each in _ENGLISH_WORD.findall(text)}
        if len(found) >= _ENOUGH and not found.isdisjoint(_ENGLISH):
            yield Complaint(
                path,
                f"“{text[:60]}” ditulis dalam bahasa Inggris",
                "tulis dalam bahasa Indonesia; istilah asing boleh di dalam tanda kurung",
            )


_SHOUTED = ("nama", "judul", "ringkasan", "uraian", "teks", "keterangan", "untuk")
_CAPITAL_WORDS = 3
_CAPITAL_RUN = re.compile(r"\b[A-Z]{3,}(?: [A-Z]{3,}){3,}\b")
_SPOKEN = re.compile(r"\b(?=(?:[A-Z]*[AEIOU]){2})[A-Z]{5,}\b")
"""A word one can say; a row of short forms has none."""
_CAPITALS = bytes.maketrans(bytes(range(65, 91)), b"A" * 26)
_TWO_CAPITALS = b"AAA AAA"
"""Where two words in capitals follow each other; looking for it is quicker than any pattern."""


@rule("huruf-besar-semua", Level.WARNING, Scope.FILE)
def shouting(file: TextFile) -> Iterator[Complaint]:
    """Nama dan kalimat tidak ditulis dengan huruf besar semua.

    HURUF BESAR SEMUA lebih lambat dibaca, dieja satu-satu oleh pembaca layar, dan menyembunyikan
    mana yang singkatan.

    Sumber: EYD edisi V (pemakaian huruf kapital); praktik teks yang mudah dibaca.
    """
    for path, text in file.of(_SHOUTED):
        if not text.isupper():
            continue
        if len(re.findall(r"[^\W\d_]{5,}", text)) >= _CAPITAL_WORDS:
            yield Complaint(
                path,
                f"`{key_of(path)}` ditulis dengan huruf besar semua",
                f"tulis “{text.strip().capitalize()[:80]}”, singkatan saja yang berhuruf besar",
            )
    if _TWO_CAPITALS not in file.joined.encode().translate(_CAPITALS):
        return
    for path, text in file.sentences:
        match = None if text.isupper() else _CAPITAL_RUN.search(text)
        if match and _SPOKEN.search(match[0]):
            yield Complaint(
                path,
                f"“{match[0][:60]}” ditulis dengan huruf besar semua",
                f"tulis “{match[0].lower()[:80]}”, singkatan saja yang berhuruf besar",
            )
