"""What a hand did to a line that the parser cannot read: the usual slips, each with its mending.

The parser tells where it gave up, often a line late and in its own words. Here the lines are
read as an officer reads them: a dash without its space, a bullet of a word processor, a text
that begins with a sign of YAML.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

_SHOWN = 60
"""A hint repeats at most so much of a line."""
_WIDEST = 1000
"""A longer line is no line that a hand wrote."""


_AROUND = 40
"""An item that begins alike is looked for among so many lines on either side."""


class Slip(NamedTuple):
    """A slip in one line; both count from 1."""

    line: int
    column: int
    message: str
    hint: str


class _Line(NamedTuple):
    number: int
    text: str
    others: Sequence[str]
    """The lines around it."""

    @property
    def indent(self) -> int:
        return _indent(self.others, self.number)

    def slip(self, column: int, message: str, hint: str) -> Slip:
        return Slip(self.number, column + 1, message, hint)


def quoted(text: str) -> str:
    """Return a text as it may stand in a record whatever it holds, cut short for a hint."""
    shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN].rstrip()} …"
    if '"' in shown or "\\" in shown:
        return "'" + shown.replace("'", "''") + "'"
    return f'"{shown}"'


def look(lines: Sequence[str], number: int) -> Slip | None:
    """Return the slip in the line of that number, or in the one before it, if it is a known one."""
    near = tuple(_near(lines, number))
    found = (slip for told in _SLIPS for line in near if (slip := told(line)))
    return next(found, None) or next((slip for line in near[:1] if (slip := _colon(line))), None)


def _near(lines: Sequence[str], number: int) -> Iterator[_Line]:
    """Yield the line and the one before it, without empty ones and remarks."""
    seen = 0
    for at in range(min(number, len(lines)), 0, -1):
        text = lines[at - 1]
        if text.strip() and not text.lstrip().startswith("#"):
            if len(text) <= _WIDEST:
                yield _Line(at, text, lines)
            seen += 1
            if seen == 2:
                return


_GLUED_DASH = re.compile(r" *-(?=[^\W\d_]|[“\"'*`(])(?P<rest>.+)")
_BULLET = re.compile(r" *(?P<sign>[–—−•‣◦▪●·*]|\d{1,2}[.)])\s+(?P<rest>\S.*)")


def _no_space_after_dash(line: _Line) -> Slip | None:
    match = _GLUED_DASH.fullmatch(line.text)
    if not match:
        return None
    rest = match["rest"].strip()[:_SHOWN]
    message = "tidak ada spasi sesudah tanda `-`"
    return line.slip(line.indent, message, f"tulis `- {rest}` (tanda hubung dan spasi)")


def _bullet(line: _Line) -> Slip | None:
    match = _BULLET.fullmatch(line.text)
    if not match:
        return None
    rest = match["rest"].strip()[:_SHOWN]
    message = f"butir ini diawali `{match['sign']}`, bukan tanda `-`"
    return line.slip(line.indent, message, f"tulis `- {rest}` (tanda hubung dan spasi)")


_VALUE = re.compile(r" *(?:- +)*(?P<key>[a-z_]+: +)?(?P<value>\S.*)")
_SIGN = re.compile(r"[*&!@`%|>]")
_CLOSED = re.compile(r"(?:\"[^\"]*\"|'[^']*'|\[[^\]]*\]|\{[^}]*\}) *[^\s#,:\]}].*")


def _odd_start(line: _Line) -> Slip | None:
    match = _VALUE.fullmatch(line.text)
    value = match["value"].rstrip() if match else ""
    if match is None or not (len(value) > 2 and (_SIGN.match(value) or _CLOSED.fullmatch(value))):
        return None
    before = (match["key"] or "- ").strip()
    return line.slip(
        match.start("value"),
        f"teks tidak boleh diawali `{value[0]}`"
        if _SIGN.match(value)
        else f"isian yang diawali `{value[0]}` berakhir sebelum teksnya habis",
        f"apit seluruh teksnya dengan tanda kutip: `{before} {quoted(value)}`",
    )


def _colon(line: _Line) -> Slip | None:
    match = _VALUE.fullmatch(line.text)
    at = match["value"].find(": ") if match else -1
    if match is None or at < 0 or match["value"][0] in "\"'[{#":
        return None
    before = (match["key"] or "- ").strip()
    return line.slip(
        match.start("value") + at,
        "titik dua di dalam teks dibaca sebagai kunci",
        f"apit seluruh teksnya dengan tanda kutip: `{before} {quoted(match['value'].rstrip())}`",
    )


_GLUED_KEY = re.compile(r" *(?:- +)?(?P<key>[A-Za-z_]+)(?P<sign>:| ?=|：) ?(?P<value>\S.*)")


def _no_space_after_key(line: _Line) -> Slip | None:
    match = _GLUED_KEY.fullmatch(line.text)
    if not match or (line.text[match.end("sign") :].startswith(" ") and match["sign"] == ":"):
        return None
    key, value = match["key"], match["value"].strip()
    if value.startswith("//"):
        return None
    return line.slip(
        match.start("key"),
        f"kunci `{key}` tidak diikuti titik dua dan spasi",
        f"tulis `{key}: {value[:_SHOWN]}`, dengan satu spasi sesudah titik dua",
    )


_KEY = re.compile(r" *(?P<key>[A-Za-z_]+):(?: .*)?")


def _lost_dash(line: _Line) -> Slip | None:
    """Look for an item that begins with the same key, about as far from the edge."""
    match = _KEY.fullmatch(line.text)
    if not match or not (line.indent or _indent(line.others, line.number + 1)):
        return None
    at = line.number - 1
    beside = (*reversed(line.others[max(0, at - _AROUND) : at]), *line.others[at + 1 :][:_AROUND])
    item = re.compile(rf" *- +{match['key']}:(?: .*)?")
    if any(item.fullmatch(other) and abs(line.indent - other.index("-")) <= 2 for other in beside):
        return _without_dash(line, match["key"])
    return None


def _first_dash_lost(line: _Line) -> Slip | None:
    """Look for the keys of a first item, above a second one that has its dash."""
    match = re.fullmatch(r"(?P<indent> *)- +(?P<key>[A-Za-z_]+):(?: .*)?", line.text)
    if not match:
        return None
    first = line.number
    while first > 1 and _indent(line.others, first - 1) > len(match["indent"]):
        first -= 1
    top = _Line(first, line.others[first - 1], line.others)
    found = _KEY.fullmatch(top.text) if first < line.number else None
    return _without_dash(top, found["key"]) if found and found["key"] == match["key"] else None


def _indent(lines: Sequence[str], number: int) -> int:
    text = "".join(lines[number - 1 : number])
    return len(text) - len(text.lstrip(" "))


def _without_dash(line: _Line, key: str) -> Slip:
    written = line.text.strip()[:_SHOWN]
    return line.slip(
        line.indent,
        f"tanda `- ` di depan `{key}` hilang",
        f"tulis `- {written}` (tanda hubung dan spasi), sejajar dengan `- ` butir lain",
    )


def _out_of_line(line: _Line) -> Slip | None:
    """Look for a key one space beside the one above; of two spaces a level, the odd one is out."""
    above = next((each for each in _near(line.others, line.number - 1)), None)
    if above is None or not _KEY.fullmatch(line.text):
        return None
    depth = _depth(above)
    if abs(line.indent - depth) != 1:
        return None
    wrong, other = (line, above) if line.indent % 2 else (above, line)
    more = (line.indent < depth) == (wrong is line)
    return wrong.slip(
        wrong.indent,
        f"baris ini tidak sejajar dengan baris {other.number}",
        f"{'tambahkan' if more else 'hapus'} satu spasi di depannya",
    )


def _depth(line: _Line) -> int:
    """Return where the key of a line stands, behind its dash."""
    return len(line.text) - len(line.text.lstrip(" -"))


def _too_deep(line: _Line) -> Slip | None:
    """Look for a key that stands under one that has its value already."""
    if not _KEY.fullmatch(line.text):
        return None
    above = next((each for each in _near(line.others, line.number - 1)), None)
    held = above and re.fullmatch(r" *(?:- +)?[A-Za-z_]+: +[^\s|>#&*].*", above.text)
    if above is None or not held or line.indent <= _depth(above):
        return None
    return line.slip(
        line.indent,
        f"baris ini menjorok lebih dalam daripada kunci di baris {above.number}",
        f"kurangi spasi di depannya menjadi {_depth(above)}, sejajar dengan kunci di atasnya",
    )


def _unlisted(line: _Line) -> Slip | None:
    """Look for a text in line with the dashes of a list of texts."""
    if _KEY.match(line.text) or line.text.lstrip().startswith("-"):
        return None
    before = next((each for each in _near(line.others, line.number - 1)), None)
    if before is None or not re.match(rf" {{{line.indent}}}- ", before.text):
        return None
    written = line.text.strip()[:_SHOWN]
    return line.slip(
        line.indent,
        "tanda `- ` di depan butir ini hilang",
        f"tulis `- {written}` (tanda hubung dan spasi)",
    )


_SLIPS: tuple[Callable[[_Line], Slip | None], ...] = (
    _no_space_after_dash,
    _bullet,
    _odd_start,
    _lost_dash,
    _first_dash_lost,
    _unlisted,
    _no_space_after_key,
    _out_of_line,
    _too_deep,
)
