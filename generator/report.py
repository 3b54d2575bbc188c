"""Findings as text for a terminal, JSON, GitHub annotations, or JUnit XML."""

from __future__ import annotations

import json
import posixpath
from collections.abc import Callable, Iterable, Sequence
from xml.etree import ElementTree as ET

from rich.console import Console
from rich.text import Text

from generator.finding import Finding, Level
from generator.source import Position

Excerpt = Callable[[Position], str | None]
"""Gives the source line of a place, or None."""

_COLOURS = {Level.ERROR: "bold red", Level.WARNING: "yellow", Level.INFO: "cyan"}
_LINE_MAX = 160


def as_text(findings: Sequence[Finding], excerpt: Excerpt, base: str, console: Console) -> None:
    """Print each finding with its source line, a caret, and what to type instead."""
    for each in findings:
        console.print(_heading(each, base), soft_wrap=True)
        line = excerpt(each.place)
        if line is not None and line.strip():
            _print_source(console, line, each.place)
        console.print(
            Text.assemble(("   petunjuk: ", "green"), _visible(each.hint)), soft_wrap=True
        )
        console.print()


def _heading(each: Finding, base: str) -> Text:
    place = _visible(f"{_file(each.place, base)}:{each.place.line}:{each.place.column}")
    level = f"{each.level.sebutan}[{each.rule}]"
    return Text.assemble(
        (place, "bold"), ": ", (level, _COLOURS[each.level]), f" {_visible(each.message)}"
    )


def _print_source(console: Console, line: str, place: Position) -> None:
    number = f"{place.line:>5} │ "
    shown, column = line, place.column
    if len(shown) > _LINE_MAX:
        start = max(0, column - _LINE_MAX // 2)
        shown, column = shown[start : start + _LINE_MAX], column - start
    console.print(Text.assemble((number, "dim"), _visible(shown)), soft_wrap=True)
    pad = " " * (len(number) + column - 1)
    console.print(Text(f"{pad}^", style="bold"), soft_wrap=True)


def _file(place: Position, base: str) -> str:
    """Return the path of a place; hand-written pages stand beside the catalog."""
    return posixpath.normpath(f"{base}/{place.file}")


def _visible(text: str) -> str:
    # A stranger's text must not steer the terminal.
    return "".join(char if char.isprintable() else " " for char in text)


def as_json(findings: Iterable[Finding], base: str) -> str:
    """Return a JSON list, one object for each finding, its keys those of the contract."""
    rows = [
        {
            "rule": each.rule,
            "level": each.level.word,
            "file": _file(each.place, base),
            "line": each.place.line,
            "column": each.place.column,
            "message": each.message,
            "hint": each.hint,
            "record": each.record,
        }
        for each in findings
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def as_github(findings: Iterable[Finding], base: str) -> str:
    """Return workflow commands that annotate the changed lines of a pull request."""
    commands = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "notice"}
    lines = []
    for each in findings:
        place = each.place
        where = f"file={_property(_file(place, base))},line={place.line},col={place.column}"
        title = _property(each.rule)
        message = _data(f"{each.message}\nPetunjuk: {each.hint}")
        lines.append(f"::{commands[each.level]} {where},title={title}::{message}")
    return "\n".join(lines)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def as_junit(findings: Sequence[Finding], files: int, base: str) -> str:
    """Return JUnit XML: one failing test case for each error, or one passed case for all."""
    errors = [each for each in findings if each.level is Level.ERROR]
    suite = ET.Element(
        "testsuite", name="katalog", tests=str(max(len(errors), 1)), failures=str(len(errors))
    )
    for each in errors:
        place = f"{_file(each.place, base)}:{each.place.line}:{each.place.column}"
        case = ET.SubElement(
            suite, "testcase", classname=_xml(each.record or each.place.file), name=_xml(place)
        )
        failure = ET.SubElement(case, "failure", type=each.rule, message=_xml(each.message))
        failure.text = _xml(f"{place}\n{each.message}\npetunjuk: {each.hint}")
    if not errors:
        ET.SubElement(suite, "testcase", classname="katalog", name=f"{files} berkas")
    return ET.tostring(suite, encoding="unicode", xml_declaration=True)


def _xml(text: str) -> str:
    return "".join(char if char.isprintable() or char == "\n" else "\ufffd" for char in text)


LANGUAGE = ("kalimat-panjang", "kalimat-pasif", "kata-kantor", "singkatan-tanpa-arti")
"""The rules on plain language."""


def summary(findings: Sequence[Finding], files: int) -> str:
    """Return one line that says how the check went."""
    counts = [
        f"{sum(each.level is level for each in findings)} {level.sebutan}"
        for level in (Level.ERROR, Level.WARNING, Level.INFO)
    ]
    return f"{files} berkas diperiksa: {', '.join(counts)}"


def language(findings: Sequence[Finding]) -> str:
    """Return how many remarks on plain language each unit or group has; empty if none."""
    counts: dict[str, int] = {}
    for each in findings:
        if each.rule in LANGUAGE:
            owner = each.record.partition("/")[0]
            counts[owner] = counts.get(owner, 0) + 1
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return ", ".join(f"{owner} {count}" for owner, count in ordered)
