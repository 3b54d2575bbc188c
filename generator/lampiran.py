"""The edge where forms and attachments are looked at: content, size, name, and who names them."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from generator.finding import Finding, Findings, Level
from generator.layout import RESERVED
from generator.source import Document, Position

FOLDERS = ("formulir", "lampiran")
MAX_BYTES = 5 * 1024 * 1024
_KINDS = {
    ".pdf": ("PDF", (b"%PDF-",)),
    ".png": ("PNG", (b"\x89PNG\r\n\x1a\n",)),
    ".jpg": ("JPG", (b"\xff\xd8\xff",)),
    ".jpeg": ("JPG", (b"\xff\xd8\xff",)),
}
_ACTIVE = re.compile(rb"/(?:JavaScript|JS|Launch|EmbeddedFile)\b")
_NAME = re.compile(r"[A-Za-z0-9._-]+")
_LISTS = (".csv", ".tsv", ".txt", ".xls", ".xlsx", ".ods", ".json", ".sql", ".db", ".mdb")
"""What holds rows: mostly a list of people, never a paper for the citizen."""
_IDENTITY = re.compile(rb"(?<!\d)\d{16}(?:\d\d)?(?!\d)")
_NAMED = re.compile(r"(?:formulir|lampiran)/[A-Za-z0-9._/-]+\.[A-Za-z0-9]+")


def look(root: Path, documents: Iterable[Document], findings: Findings) -> None:
    """Judge every attached file, and every record's mention of one."""
    folded: dict[str, str] = {}
    present = dict.fromkeys(
        path for folder in FOLDERS for path in _walk(root, root / folder, findings)
    )
    for file in present:
        other = folded.setdefault(file.casefold(), file)
        if other != file:
            _add(
                findings,
                "nama-berkas",
                file,
                f"nama berkas ini hanya beda huruf besar dengan `{other}`",
                "beri nama lain; di banyak komputer keduanya dianggap sama",
            )
        _content(root, file, findings)
    named = set()
    for document in documents:
        if not any(folder in document.joined for folder in FOLDERS):
            continue
        for path, value in document.texts:
            if not (value.startswith(FOLDERS) and _NAMED.fullmatch(value)):
                continue
            named.add(value)
            if value not in present:
                findings.add(
                    Finding(
                        "lampiran-tak-ada",
                        Level.ERROR,
                        document.places.locate(path),
                        f"berkas `{value}` tidak ada di katalog",
                        _instead_of(value, folded),
                    )
                )
    for file in present:
        if file not in named:
            _add(
                findings,
                "lampiran-tak-dirujuk",
                file,
                "tidak satu rekaman pun merujuk berkas ini",
                f"rujuk dengan `berkas: {file}`, atau hapus"
                if Path(file).suffix.lower() in _KINDS
                else "hapus",
                Level.INFO,
            )


def _instead_of(value: str, folded: Mapping[str, str]) -> str:
    """Return what to type instead of a file that is not there; `folded` holds those that are."""
    if exact := folded.get(value.casefold()):
        return f"tulis `{exact}`, sama huruf besarnya"
    wanted = Path(value)
    for other in map(Path, sorted(folded.values())):
        if other.with_suffix("") == wanted.with_suffix("") and other.suffix.lower() in _KINDS:
            return f"tulis `{other.as_posix()}`, atau hapus isian ini"
    if wanted.suffix.lower() not in _KINDS:
        wanted = wanted.with_suffix(".pdf")
    return f"simpan berkasnya di `{wanted.as_posix()}`, atau hapus isian ini"


def _walk(root: Path, folder: Path, findings: Findings) -> Iterator[str]:
    if folder.is_symlink() or not folder.is_dir():
        return
    for entry in sorted(os.scandir(folder), key=lambda each: each.name):
        file = Path(entry.path).relative_to(root).as_posix()
        if entry.name.startswith("."):
            continue
        if entry.is_symlink():
            hint = "hapus, lalu simpan salinan berkas aslinya di sini"
            _add(findings, "berkas-tautan", file, "ini tautan simbolik, bukan berkas", hint)
        elif not _NAME.fullmatch(entry.name) or RESERVED.fullmatch(entry.name):
            hint = "pakai huruf, angka, titik, dan tanda hubung saja, mis. `f-1-02.pdf`"
            _add(findings, "nama-berkas", file, f"nama `{entry.name[:60]}` tidak aman", hint)
        elif entry.is_dir():
            yield from _walk(root, Path(entry.path), findings)
        elif entry.is_file():
            yield file


def _content(root: Path, file: str, findings: Findings) -> None:
    path = root / file
    size = path.stat().st_size
    if size > MAX_BYTES:
        mib = f"{size / 1024 / 1024:.1f}".replace(".", ",")
        hint = "kecilkan gambarnya, atau simpan ulang PDF dengan mutu layar"
        _add(findings, "lampiran-terlalu-besar", file, f"berkas ini {mib} MiB, batasnya 5", hint)
        return
    kind = _KINDS.get(path.suffix.lower())
    content = path.read_bytes()
    if kind is None:
        what = f"berkas `{path.suffix[:20]}` tidak diterbitkan"
        if path.suffix.lower() == ".svg":
            what += ", karena dapat memuat perintah"
        hint = "simpan sebagai PDF, PNG, atau JPG"
        if path.suffix.lower() in _LISTS:
            hint = "hapus; daftar tidak diterbitkan, dalam bentuk apa pun bila berisi data orang"
        _add(findings, "lampiran-jenis", file, what, hint)
        if found := _IDENTITY.search(content):
            what = f"berkas ini memuat bilangan {len(found[0])} angka yang tampak seperti NIK"
            hint = "hapus berkas ini, juga dari riwayat repositori; jangan disimpan sebagai PDF"
            line = content.count(b"\n", 0, found.start()) + 1
            place = Position(file, line)
            findings.add(Finding("nik-dalam-teks", Level.ERROR, place, what, hint))
    elif not content.startswith(kind[1]):
        hint = f"simpan ulang sebagai {kind[0]}, atau beri akhiran yang sesuai isinya"
        _add(findings, "lampiran-jenis", file, f"isi berkas ini bukan {kind[0]}", hint)
    elif kind[0] == "PDF" and (match := _ACTIVE.search(content)):
        hint = "cetak ulang ke PDF biasa, tanpa skrip dan berkas sisipan"
        word = match[0].decode()
        _add(findings, "lampiran-jenis", file, f"PDF ini memuat perintah `{word}`", hint)


def _add(
    findings: Findings, rule: str, file: str, message: str, hint: str, level: Level = Level.ERROR
) -> None:
    findings.add(Finding(rule, level, Position(file), message, hint))
