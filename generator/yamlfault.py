"""What can be wrong with a file before it is known what record it is, in the officers' words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import yaml

from generator import yamlslip
from generator.source import Position

_CONTROL = r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ufffe\uffff"
"""Control characters, which no page, print or data file can hold."""
UNSEEN = re.compile(
    rf"[{_CONTROL}\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff"
    r"\uffa0\ufff9-\ufffb\U000e0000-\U000e007f]"
)
"""These, and signs that nobody sees or that turn the direction of reading."""


def unseen_rule(sign: str) -> str:
    """Return the id of the rule that a sign of `UNSEEN` breaks."""
    return "karakter-kendali" if re.match(f"[{_CONTROL}]", sign) else "karakter-tersembunyi"


NOT_YAML = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
"""What no YAML file may hold; the parser would raise without a line."""


class Fault(NamedTuple):
    """One thing wrong with a file, before it is known what record it is."""

    rule: str
    place: Position
    message: str
    hint: str


_PROBLEMS = (
    (
        "mapping values are not allowed",
        "titik dua di dalam teks dibaca sebagai kunci",
        "apit seluruh teksnya dengan tanda kutip, mis. `nama: 'Waktu: 1 hari'`",
    ),
    (
        "could not find expected ':'",
        "baris ini tidak punya titik dua sesudah kuncinya",
        "tulis `kunci: isi`, dengan satu spasi sesudah titik dua",
    ),
    (
        "did not find expected '-' indicator",
        "butir daftar ini tidak sejajar dengan yang lain",
        "samakan jumlah spasi di depan setiap `- `",
    ),
    (
        "did not find expected key",
        "baris ini tidak sejajar dengan kunci lain di kelompoknya",
        "samakan jumlah spasi di depan kunci, dua spasi setiap tingkat",
    ),
    (
        "block sequence entries are not allowed",
        "butir daftar tidak boleh dimulai di baris ini",
        "mulai `- ` di baris baru, di bawah kuncinya",
    ),
    (
        "cannot start any token",
        "tanda ini tidak boleh mengawali isian",
        "apit isiannya dengan tanda kutip, mis. `'@nama'`",
    ),
    (
        "unexpected end of stream",
        "tanda kutip atau kurung yang dibuka di sini tidak pernah ditutup",
        "tambahkan tanda penutupnya",
    ),
)


MERGE = re.compile(r"^(?:<{7}|>{7})(?: .*)?$", re.MULTILINE)
"""What Git leaves in a file whose two changes it could not bring together."""


def unmerged(text: str, match: re.Match[str], file: str) -> Fault:
    """Tell of a merge that nobody finished."""
    return Fault(
        "yaml-sisa-gabungan",
        Position(file, text.count("\n", 0, match.start()) + 1, 1),
        f"baris `{match[0][:7]}` ditinggalkan Git: dua perubahan belum digabungkan",
        "pilih isi yang benar di antara `<<<<<<<` dan `>>>>>>>`, hapus yang lain, lalu hapus "
        "ketiga baris tanda `<<<<<<<`, `=======`, dan `>>>>>>>`",
    )


def unseen(text: str, match: re.Match[str], file: str) -> Fault:
    """Tell of a sign that nobody sees."""
    line = text.count("\n", 0, match.start()) + 1
    column = match.start() - text.rfind("\n", 0, match.start())
    return Fault(
        unseen_rule(match[0]),
        Position(file, line, column),
        f"ada huruf yang tidak terlihat (U+{ord(match[0]):04X})",
        "hapus huruf itu; ketik ulang kata di sekitarnya",
    )


def explain(
    error: yaml.MarkedYAMLError, text: str, file: str, brackets: Iterable[tuple[Position, str]]
) -> Fault:
    """Say in plain words what the parser could not read, where the author must act.

    `brackets` are those still open, the innermost first, each with the one that closes it.
    """
    problem = error.problem or ""
    mark = error.problem_mark or error.context_mark
    if "could not find expected ':'" in problem and error.context_mark:
        mark = error.context_mark
    place = _at(mark, file) if mark else Position(file)
    lines = text.splitlines()
    line = lines[place.line - 1 : place.line]
    if line and re.match(r" *\t", line[0]):
        return Fault(
            "yaml-tab",
            Position(file, place.line, line[0].index("\t") + 1),
            "baris ini diawali tab",
            "ganti tab dengan spasi, dua spasi setiap tingkat",
        )
    if "quoted scalar" in (error.context or "") and error.context_mark:
        return Fault(
            "yaml-rusak",
            _at(error.context_mark, file),
            "tanda kutip yang dibuka di sini tidak pernah ditutup",
            "tambahkan tanda kutip penutup; tanda kutip di dalam teks ditulis dua kali",
        )
    for opened, bracket in brackets:
        return Fault(
            "yaml-rusak",
            opened,
            f"kurung yang dibuka di sini tidak ditutup dengan `{bracket}`",
            f"tambahkan `{bracket}` di akhir daftar, dan koma di antara isinya",
        )
    return _unreadable(problem, place, lines)


def _unreadable(problem: str, place: Position, lines: Sequence[str]) -> Fault:
    line = lines[place.line - 1 : place.line]
    if slip := yamlslip.look(lines, place.line):
        return Fault(
            "yaml-rusak", Position(place.file, slip.line, slip.column), slip.message, slip.hint
        )
    if "block sequence entries" in problem and line and re.search(r":\s+-\s*$", line[0]):
        return Fault(
            "yaml-rusak",
            place,
            "tanda `-` saja bukan isian",
            "hapus `-`; yang dikosongkan tampil sebagai “belum diisi”",
        )
    for words, message, hint in _PROBLEMS:
        if words in problem:
            return Fault("yaml-rusak", place, message, hint)
    return Fault(
        "yaml-rusak",
        place,
        "bagian ini tidak dapat dibaca sebagai YAML",
        "bandingkan dengan contoh di docs/model.md, terutama spasi dan tanda kutip",
    )


def _at(mark: yaml.Mark, file: str) -> Position:
    return Position(file, mark.line + 1, mark.column + 1)
