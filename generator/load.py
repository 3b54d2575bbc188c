"""The edge where records come in: walk the catalog, read its files as text with places.

A file that cannot be read is a finding; it hides no other file.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator import layout, yamlfault, yamltext
from generator.finding import Finding, Findings, Level
from generator.layout import Identity
from generator.source import Document, Position

MAX_BYTES = 256 * 1024
_PLAIN = bytes((0x09, 0x0A, 0x0D, *range(0x20, 0x7F)))
"""What most records are written with, and nothing in it can hide."""
_BESIDE_RECORDS = ("skema", "formulir", "lampiran")
"""Folders of the catalog that hold no records."""


@dataclass(frozen=True, slots=True)
class Source:
    """A readable record file: what it is, and its text tree with places."""

    identity: Identity
    document: Document


def load(root: Path, findings: Findings) -> list[Source]:
    """Read every record under `root`, in the order of the paths.

    What is wrong with a file goes into `findings`; a file with such an error gives no record.
    Raises NotADirectoryError if `root` is no folder.
    """
    if not root.is_dir():
        raise NotADirectoryError(root)
    sources: list[Source] = []
    folded: dict[str, str] = {}
    for file in _walk(root, "", findings):
        if other := folded.get(file.casefold()):
            _add(
                findings,
                "nama-berkas",
                Position(file),
                f"nama berkas ini hanya beda huruf besar dengan `{other}`",
                "beri nama lain; di banyak komputer keduanya dianggap sama",
            )
            continue
        folded[file.casefold()] = file
        if source := _read(root / file, file, findings):
            sources.append(source)
    return sources


def _walk(folder: Path | str, above: str, findings: Findings) -> Iterator[str]:
    """Yield the files of a folder and those below, as paths from the catalog's root."""
    for entry in sorted(os.scandir(folder), key=lambda each: each.name):
        file = f"{above}{entry.name}"
        if entry.name.startswith(".") or file in _BESIDE_RECORDS:
            continue
        if entry.is_symlink():
            _add(
                findings,
                "berkas-tautan",
                Position(file),
                "ini tautan simbolik, bukan berkas",
                "hapus, lalu simpan salinan berkas aslinya di sini",
            )
        elif layout.RESERVED.fullmatch(entry.name):
            _add(
                findings,
                "nama-berkas",
                Position(file),
                f"nama `{entry.name}` dipakai Windows untuk hal lain",
                "beri nama lain",
            )
        elif entry.is_dir():
            yield from _walk(entry.path, f"{file}/", findings)
        elif entry.is_file():
            yield file
        else:
            _add(
                findings,
                "berkas-tautan",
                Position(file),
                "ini bukan berkas biasa",
                "hapus, lalu simpan berkas biasa di sini",
            )


def _read(path: Path, file: str, findings: Findings) -> Source | None:
    identity = layout.identify(file)
    if identity is None:
        original = layout.copied(file)
        there = original is not None and (path.parent / original.rpartition("/")[2]).is_file()
        message, hint = _copy(original) if original and there else _misplaced(file)
        _add(findings, "berkas-tak-dikenal", Position(file), message, hint)
        return None
    if path.stat().st_size > MAX_BYTES:
        _add(
            findings,
            "berkas-terlalu-besar",
            Position(file),
            f"berkas ini {path.stat().st_size // 1024} KiB, paling besar {MAX_BYTES // 1024} KiB",
            "pindahkan rinciannya ke lampiran PDF",
        )
        return None
    text = _decode(path.read_bytes(), file, findings)
    if text is None:
        return None
    data, places, faults = yamltext.read(text, file)
    for fault in faults:
        _add(findings, *fault, record=identity.id)
    if not data:
        return None
    return Source(identity, Document(file, data, places))


def _copy(original: str) -> tuple[str, str]:
    return (
        f"nama berkas ini dibuat komputer untuk salinan `{original}`, sehingga isinya tidak dibaca",
        f"bandingkan dengan `{original}`, simpan isi yang benar di sana, lalu hapus berkas ini",
    )


def _misplaced(file: str) -> tuple[str, str]:
    if right := layout.copied(file) or layout.meant(file):
        return (
            "nama berkas ini tidak dikenal, sehingga isinya tidak dibaca",
            f"ganti namanya menjadi `{right}`",
        )
    if day := layout.impossible_day(file):
        return f"tidak ada hari {day} di kalender", "beri nama berkas ini harinya yang benar"
    return (
        "berkas ini tidak berada di tempat yang dikenal",
        f"pindahkan ke salah satu tempat ini: {layout.places(file)}",
    )


def _decode(raw: bytes, file: str, findings: Findings) -> str | None:
    if not raw.translate(None, _PLAIN):
        return raw.decode("ascii")
    try:
        if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
            raise UnicodeDecodeError("utf-8", raw, 0, 2, "UTF-16")
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        line = before.count(b"\n") + 1
        column = len(before.rpartition(b"\n")[2].decode("utf-8", "replace")) + 1
        _add(
            findings,
            "berkas-bukan-utf8",
            Position(file, line, column),
            "berkas ini tidak disimpan sebagai UTF-8",
            "simpan ulang dengan pengodean UTF-8",
        )
        return None
    match = yamlfault.UNSEEN.search(text)
    if match is None:
        return text
    _add(findings, *yamlfault.unseen(text, match, file))
    return None


def text_of(root: Path, file: str) -> str:
    """Return the text of a file as far as it can be read, or nothing."""
    path = root / file
    try:
        if path.is_symlink() or path.stat().st_size > MAX_BYTES:
            return ""
        return path.read_bytes().decode("utf-8-sig", "replace")
    except OSError:
        return ""


def excerpt(root: Path, place: Position) -> str | None:
    """Return the line a finding points at, for the report; None if it cannot be read."""
    lines = text_of(root, place.file).splitlines()
    return lines[place.line - 1] if place.line <= len(lines) else None


def _add(
    findings: Findings, rule: str, place: Position, message: str, hint: str, record: str = ""
) -> None:
    findings.add(Finding(rule, Level.ERROR, place, message, hint, record))
