"""Rules about plain language: short sentences, everyday words, abbreviations that are explained."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from generator.finding import Level
from generator.rules.bantu import key_of
from generator.rules.registry import Complaint, Context, Scope, TextFile, rule
from generator.source import Path

LONGEST = 25
"""Words of a sentence that can be understood at one reading."""
PASSIVES = 4
"""So many passive verbs in one sentence hide who does what."""

_KINDS = ("standar", "pola", "pengumuman")
_PUBLIC = frozenset(
    (
        "nama",
        "ringkasan",
        "uraian",
        "keterangan",
        "catatan",
        "teks",
        "jika",
        "keadaan",
        "tindakan",
        "isi",
        "judul",
        "untuk",
        "rumus",
        "dihitung_sejak",
        "jadwal",
        "pertanyaan",
        "batas_keterangan",
    )
)
_OFFICERS = frozenset(
    (
        "kompetensi",
        "sarpras",
        "evaluasi_kinerja",
        "pengawasan",
        "catatan_dalam",
        "dasar_hukum",
        "sumber",
        "dasar",
        "sistem_luar",
        "tinjau",
    )
)
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z“(])|;\s+")
_PASSIVE = re.compile(
    r"\bdi(?!a\b|ri\b|nas|sini|mana|ploma|gital|saat|skon|stribusi|tinjau lagi)[a-z]{4,}\b"
)
_ABBREVIATION = re.compile(r"(?<![\w./-])[A-Z][A-Z0-9]*[A-Z](?:-[A-Z]{2,})?(?![\w/]|-[a-z0-9])")


def _texts(
    context: Context, worth: Callable[[str], object], *, sentences: bool = False
) -> Iterator[tuple[TextFile, Path, str]]:
    """Yield what citizens read of standards and notices, if it may be `worth` a remark.

    Most texts are worth none, and telling that from the text is quicker than from its place.
    """
    for file in context.files:
        if file.identity.kind in _KINDS:
            for path, text in file.sentences if sentences else file.texts:
                if not worth(text):
                    continue
                named = {step for step in path if isinstance(step, str)}
                listed = any(isinstance(step, int) for step in path)
                prose = key_of(path) in _PUBLIC or (listed and isinstance(path[-1], int))
                if prose and not named & _OFFICERS and "sebutan" not in named:
                    yield file, path, text


@rule("kalimat-panjang", Level.INFO, Scope.CATALOG)
def long_sentence(context: Context) -> Iterator[Complaint]:
    """Kalimat untuk warga paling panjang 25 kata.

    Kalimat yang lebih panjang harus dibaca dua kali, dan di ponsel memenuhi layar. Titik koma
    dihitung sebagai akhir kalimat.

    Sumber: praktik bahasa sederhana (ISO 24495-1); UU 25/2009 (asas keterbukaan).
    """
    for file, path, text in _texts(
        context,
        lambda text: len(text) > 2 * LONGEST and len(text.split()) > LONGEST,
        sentences=True,
    ):
        for sentence in _SENTENCE.split(text):
            count = len(sentence.split())
            if count > LONGEST:
                yield Complaint(
                    path,
                    f"kalimat “{' '.join(sentence.split()[:6])} …” {count} kata",
                    f"pecah menjadi kalimat paling panjang {LONGEST} kata",
                    at=file,
                )
                break


@rule("kalimat-pasif", Level.INFO, Scope.CATALOG)
def passive_chain(context: Context) -> Iterator[Complaint]:
    """Satu kalimat tidak memuat empat kata kerja pasif atau lebih.

    Rantai “diajukan, diperiksa, disetujui, diserahkan” menyembunyikan siapa yang berbuat, padahal
    warga perlu tahu siapa yang harus ditemui.

    Sumber: praktik bahasa sederhana (ISO 24495-1).
    """
    for file, path, text in _texts(
        context, lambda text: text.count("di") >= PASSIVES, sentences=True
    ):
        for sentence in _SENTENCE.split(text):
            found = _PASSIVE.findall(sentence)
            if len(found) >= PASSIVES:
                yield Complaint(
                    path,
                    f"{len(found)} kata kerja pasif dalam satu kalimat: {', '.join(found[:4])}",
                    "sebut pelakunya, mis. “petugas memeriksa”, atau pecah kalimatnya",
                    at=file,
                )
                break


@rule("kata-kantor", Level.INFO, Scope.CATALOG)
def officialese(context: Context) -> Iterator[Complaint]:
    """Isian untuk warga memakai kata sehari-hari.

    Kata kantor membuat warga ragu apakah yang dimaksud sama dengan yang mereka kenal. Daftarnya,
    dengan gantinya, ada di `kosakata/bahasa.yaml`; nama resmi di antara “ ” dibiarkan.

    Sumber: praktik bahasa sederhana (ISO 24495-1); kosakata/bahasa.yaml.
    """
    bahasa = context.katalog.bahasa
    if bahasa is None or not bahasa.kata:
        return
    plain = {each.kata.casefold(): each.ganti for each in bahasa.kata}
    words = "|".join(re.escape(each) for each in sorted(plain, key=len, reverse=True))
    pattern = re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE)
    for file, path, text in _texts(context, pattern.search):
        if match := pattern.search(re.sub(r"“[^“”]*”", "", text)):
            yield Complaint(
                path,
                f"“{match[0]}” kata kantor",
                f"tulis “{plain[match[0].casefold()]}”",
                at=file,
            )


@rule("singkatan-tanpa-arti", Level.INFO, Scope.CATALOG)
def unexplained(context: Context) -> Iterator[Complaint]:
    """Setiap singkatan dijelaskan: di tempat pertama dipakai, atau di `kosakata/bahasa.yaml`.

    Singkatan dari daftar itu dijelaskan di bawah setiap halaman yang memakainya. Singkatan yang
    tidak dijelaskan di mana pun membuat warga bertanya ke loket.

    Sumber: praktik bahasa sederhana (ISO 24495-1); kosakata/bahasa.yaml.
    """
    bahasa = context.katalog.bahasa
    if bahasa is None:
        return
    known = {each.nama for each in bahasa.singkatan}
    known |= {each.singkatan for each in context.katalog.unit.values() if each.singkatan}
    told: set[tuple[str, str]] = set()
    for file, path, text in _texts(context, _ABBREVIATION.search):
        for match in _ABBREVIATION.finditer(text):
            name = match[0]
            if name in known or (file.identity.id, name) in told:
                continue
            told.add((file.identity.id, name))
            if not _explained(name, file):
                yield Complaint(
                    path,
                    f"singkatan “{name}” tidak dijelaskan",
                    f"tulis kepanjangannya, mis. “… ({name})”, atau tambahkan `nama: {name}` "
                    "di `singkatan` pada kosakata/bahasa.yaml",
                    at=file,
                )


def _explained(name: str, file: TextFile) -> bool:
    return any(mark in file.joined for mark in (f"({name})", f"{name} (", f"({name},"))
