"""The edge where hand-written pages are looked at: they tell of posts, never of persons."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.finding import Finding, Findings, Level
from generator.rules.kontak import MOBILE, PRIVATE_MAIL
from generator.rules.teks import LONG_NUMBER
from generator.source import Position

BESIDE = Path("..") / "content"
"""Where the pages stand, seen from the catalog."""
_PRIVATE = (
    (
        LONG_NUMBER,
        "nik-dalam-teks",
        "ada bilangan panjang yang tampak seperti NIK, nomor KK, atau NIP",
        "hapus nomornya; sebut jabatan, bukan nama orang",
    ),
    (
        MOBILE,
        "kontak-pribadi",
        "ada nomor telepon yang tampak seperti nomor pribadi",
        "pakai nomor kantor, atau tautan ke halaman unitnya",
    ),
    (
        PRIVATE_MAIL,
        "kontak-pribadi",
        "ada surel yang tampak seperti surel pribadi",
        "pakai surel kantor (…go.id), atau tautan ke halaman unitnya",
    ),
)


def tulisan(root: Path) -> Iterator[tuple[str, Path]]:
    """Yield hand-written pages and the pictures beside them; names with a dot first stay out."""
    if not root.is_dir():
        return
    for source in sorted(root.rglob("*")):
        path = source.relative_to(root)
        hidden = any(part.startswith((".", "_")) for part in path.parts)
        if source.is_file() and not source.is_symlink() and not hidden and path.name != "README.md":
            yield path.as_posix(), source


def look_at_pages(catalog: Path, findings: Findings) -> None:
    """Judge the pages beside a catalog, if there are any."""
    for path, source in tulisan(catalog.resolve().parent / BESIDE.name):
        if source.suffix != ".md":
            continue
        text = source.read_text("utf-8", "replace")
        for pattern, rule, told, hint in _PRIVATE:
            for match in pattern.finditer(text):
                start = text.rfind("\n", 0, match.start()) + 1
                line = text.count("\n", 0, start) + 1
                place = Position((BESIDE / path).as_posix(), line, match.start() - start + 1)
                findings.add(Finding(rule, Level.ERROR, place, told, hint))
