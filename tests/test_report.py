"""Findings as people and machines read them: the exact text of every format, and the exit codes."""

from __future__ import annotations

import io
import json
import time
from datetime import UTC, date, datetime, tzinfo
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from rich.console import Console
from typer.testing import CliRunner

from generator import report
from generator.cli import app, umum
from generator.finding import Finding, Level
from generator.rules.registry import RULES
from generator.source import Position
from tests.bantuan import DASAR, lay, write

FINDINGS = [
    Finding(
        "biaya-tanpa-dasar",
        Level.ERROR,
        Position("unit/dinas/standar/izin.yaml", 7, 13),
        "biaya `umum` (Rp50.000) tidak menyebut dasar hukumnya",
        "tambahkan `dasar: {regulasi: <id>}`",
        "dinas/izin",
    ),
    Finding(
        "isian-kabur",
        Level.WARNING,
        Position("unit/dinas/standar/izin.yaml", 9, 1),
        "100 %: \x1b[31mmerah, “tergantung”",
        "sebut angka",
        "dinas/izin",
    ),
    Finding("yaml-kosong", Level.INFO, Position("regulasi/a.yaml"), "berkas kosong", "isi"),
]


def excerpt(place: Position) -> str | None:
    return {7: "    jumlah: 50000", 9: "a\tb"}.get(place.line)


def text(*, colour: bool = False) -> str:
    out = io.StringIO()
    console = Console(
        file=out,
        force_terminal=colour,
        color_system="standard" if colour else None,
        width=60,
        highlight=False,
    )
    report.as_text(FINDINGS, excerpt, "catalog", console)
    return out.getvalue()


def test_text_shows_place_line_caret_and_hint() -> None:
    assert text() == (
        "catalog/unit/dinas/standar/izin.yaml:7:13: galat[biaya-tanpa-dasar] "
        "biaya `umum` (Rp50.000) tidak menyebut dasar hukumnya\n"
        "    7 │     jumlah: 50000\n"
        "                    ^\n"
        "   petunjuk: tambahkan `dasar: {regulasi: <id>}`\n"
        "\n"
        "catalog/unit/dinas/standar/izin.yaml:9:1: peringatan[isian-kabur] "
        "100 %:  [31mmerah, “tergantung”\n"
        "    9 │ a b\n"
        "        ^\n"
        "   petunjuk: sebut angka\n"
        "\n"
        "catalog/regulasi/a.yaml:1:1: info[yaml-kosong] berkas kosong\n"
        "   petunjuk: isi\n"
        "\n"
    )


def test_text_is_coloured_on_a_terminal_but_never_by_a_record() -> None:
    shown = text(colour=True)
    assert "\x1b[1;31mgalat[biaya-tanpa-dasar]" in shown
    assert "\x1b[31mmerah" not in shown


def test_a_long_line_is_cut_around_the_place() -> None:
    out = io.StringIO()
    finding = Finding("a-b", Level.ERROR, Position("a.yaml", 1, 500), "x", "y")
    console = Console(file=out, width=300, highlight=False)
    report.as_text([finding], lambda _: "-" * 499 + "X" + "-" * 500, "c", console)
    source, caret = out.getvalue().splitlines()[1:3]
    assert len(source) < 200
    assert source[caret.index("^")] == "X"


def test_a_hint_with_brackets_is_not_taken_for_markup() -> None:
    out = io.StringIO()
    finding = Finding("a-b", Level.ERROR, Position("a.yaml"), "[bold]x[/bold]", "tulis `[a, b]`")
    report.as_text([finding], lambda _: "k: [/red]", "c", Console(file=out, width=200))
    assert "[bold]x[/bold]" in out.getvalue()
    assert "k: [/red]" in out.getvalue()
    assert "tulis `[a, b]`" in out.getvalue()


def test_json_is_a_list_of_the_agreed_keys() -> None:
    rows = json.loads(report.as_json(FINDINGS, "catalog"))
    assert rows[0] == {
        "rule": "biaya-tanpa-dasar",
        "level": "error",
        "file": "catalog/unit/dinas/standar/izin.yaml",
        "line": 7,
        "column": 13,
        "message": "biaya `umum` (Rp50.000) tidak menyebut dasar hukumnya",
        "hint": "tambahkan `dasar: {regulasi: <id>}`",
        "record": "dinas/izin",
    }
    assert [row["level"] for row in rows] == ["error", "warning", "info"]
    assert report.as_json([], "catalog") == "[]"


def test_github_annotations_are_escaped() -> None:
    assert report.as_github(FINDINGS, "catalog").split("\n") == [
        (
            "::error file=catalog/unit/dinas/standar/izin.yaml,line=7,col=13,"
            "title=biaya-tanpa-dasar::biaya `umum` (Rp50.000) tidak menyebut dasar hukumnya"
            "%0APetunjuk: "
            "tambahkan `dasar: {regulasi: <id>}`"
        ),
        (
            "::warning file=catalog/unit/dinas/standar/izin.yaml,line=9,col=1,title=isian-kabur"
            "::100 %25: \x1b[31mmerah, “tergantung”%0APetunjuk: sebut angka"
        ),
        (
            "::notice file=catalog/regulasi/a.yaml,line=1,col=1,title=yaml-kosong"
            "::berkas kosong%0APetunjuk: isi"
        ),
    ]


def test_a_github_annotation_cannot_be_forged_by_a_record() -> None:
    forged = Finding("a-b", Level.ERROR, Position("a,b:c.yaml"), "x\n::error::y\r", "z%0A")
    (line,) = report.as_github([forged], "c").splitlines()
    assert line == (
        "::error file=c/a%2Cb%3Ac.yaml,line=1,col=1,title=a-b::x%0A::error::y%0D%0APetunjuk: z%250A"
    )


def test_junit_has_a_failed_case_for_each_error() -> None:
    suite = ET.fromstring(report.as_junit(FINDINGS, 12, "catalog"))
    assert suite.attrib == {"name": "katalog", "tests": "1", "failures": "1"}
    (case,) = suite
    assert case.attrib["classname"] == "dinas/izin"
    (failure,) = case
    assert failure.attrib["type"] == "biaya-tanpa-dasar"
    assert failure.text is not None
    assert failure.text.endswith("petunjuk: tambahkan `dasar: {regulasi: <id>}`")


def test_junit_without_errors_has_one_passed_case_and_takes_any_text() -> None:
    suite = ET.fromstring(report.as_junit(FINDINGS[1:], 12, "catalog"))
    assert suite.attrib == {"name": "katalog", "tests": "1", "failures": "0"}
    assert [case.attrib["name"] for case in suite] == ["12 berkas"]
    hostile = Finding("a-b", Level.ERROR, Position("a.yaml"), "\x00<&\ud800", "h")
    ET.fromstring(report.as_junit([hostile], 1, "c"))


def test_the_summary_counts_each_level() -> None:
    assert report.summary(FINDINGS, 3) == "3 berkas diperiksa: 1 galat, 1 peringatan, 1 info"


def test_a_finding_needs_a_hint() -> None:
    with pytest.raises(ValueError, match="hint"):
        Finding("a-b", Level.ERROR, Position("a.yaml"), "x", "")


# The command line.


def run(*args: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, args)
    return result.exit_code, result.output


@pytest.fixture
def clean(tmp_path: Path) -> str:
    return str(lay(tmp_path / "katalog", DASAR))


@pytest.fixture
def faulty(tmp_path: Path) -> str:
    root = lay(tmp_path / "katalog", DASAR)
    write(root, {"regulasi/a.yaml": "jenis: [UU\n"})
    return str(root)


def test_a_clean_catalog_exits_0(clean: str) -> None:
    assert run("check", "--catalog", clean, "--today", "2026-11-24") == (
        0,
        f"{len(list(DASAR.rglob('*.yaml')))} berkas diperiksa: 0 galat, 0 peringatan, 0 info\n",
    )


def test_an_error_exits_1_in_every_format(faulty: str) -> None:
    for name in ("text", "json", "github", "junit"):
        args = ("check", "--catalog", faulty, "--today", "2026-11-24", "--format", name)
        code, out = run(*args)
        assert code == 1
        assert "yaml-rusak" in out
        assert run(*args) == (code, out)


def test_warnings_alone_exit_0_and_can_be_hidden(tmp_path: Path) -> None:
    root = lay(tmp_path, DASAR)
    law = (root / "regulasi" / "uu-25-2009.yaml").read_text(encoding="utf-8")
    write(root, {"regulasi/uu-25-2009.yaml": law.replace("status: berlaku", "status: diubah")})
    base = ("check", "--catalog", str(root), "--today", "2026-11-24")
    code, out = run(*base)
    assert code == 0
    assert "peringatan[regulasi-tanpa-pencabut]" in out
    assert "peringatan[" not in run(*base, "--galat-saja")[1]


def test_json_on_the_command_line_is_a_list(faulty: str) -> None:
    _, out = run("check", "--catalog", faulty, "--format", "json")
    assert [row["rule"] for row in json.loads(out)] == ["yaml-rusak"]


@pytest.mark.parametrize(
    "args",
    [
        ("check", "--catalog", "/tidak/ada"),
        ("check", "--today", "24-11-2026"),
        ("check", "--format", "xml"),
        ("check", "--tidak-ada"),
        ("tidak-ada",),
        ("explain", "tidak-ada"),
        ("explain",),
    ],
)
def test_wrong_use_exits_2(args: tuple[str, ...], clean: str) -> None:
    extra = () if "--catalog" in args or args[0] != "check" else ("--catalog", clean)
    assert run(*args, *extra)[0] == 2


def test_every_rule_is_explained_on_the_command_line() -> None:
    for rule in RULES.values():
        code, out = run("explain", rule.id)
        assert code == 0
        assert out.startswith(f"{rule.id} ({rule.level.sebutan}")
        assert rule.doc in out


def test_a_change_is_compared_with_the_catalog_before_it(tmp_path: Path) -> None:
    before = lay(tmp_path / "sebelum", DASAR)
    after = lay(tmp_path / "sesudah", DASAR)
    (after / "pola/desa/standar/surat-usaha.yaml").unlink()
    code, out = run("check", "--catalog", str(after), "--sebelum", str(before))
    assert code == 1
    assert "galat[layanan-hilang]" in out


def test_remarks_on_language_are_counted_per_unit() -> None:
    place = Position("unit/a/standar/b.yaml", 1, 1)
    told = [
        Finding("kata-kantor", Level.INFO, place, "x", "y", record)
        for record in ["a/b", "c/d", "c/e"]
    ]
    assert report.language([*told, *FINDINGS]) == "c 2, a 1"
    assert report.language(FINDINGS) == ""


def test_today_is_the_day_of_the_government_not_of_the_machine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Night(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> datetime:
            return datetime(2026, 11, 24, 16, 10, tzinfo=UTC).astimezone(tz)

    monkeypatch.setattr(umum, "datetime", Night)
    assert umum.day_of(None, DASAR) == date(2026, 11, 25)  # 00.10 WITA
    assert umum.day_of("2026-01-02", DASAR) == date(2026, 1, 2)
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    assert umum.day_of(None, tmp_path) == date(2026, 11, 24)
