"""The command line: wiring only, no decisions."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from generator import report
from generator.check import Checked, check
from generator.finding import Finding, Level
from generator.load import excerpt
from generator.rules.registry import RULES

app = typer.Typer(
    help="Katalog Layanan: dari rekaman YAML ke katalog layanan publik.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

CatalogOption = Annotated[
    Path, typer.Option("--catalog", help="Folder katalog.", show_default=True)
]
TodayOption = Annotated[
    str | None, typer.Option("--today", help="Hari ini, TTTT-BB-HH; bila kosong, jam komputer.")
]
CATALOG = Path("catalog")


class Format(StrEnum):
    """How findings are written."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    JUNIT = "junit"


def _today(text: str | None) -> date:
    if text is None:
        return date.today()  # noqa: DTZ011  (the office's own day, not UTC's)
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter("tulis tahun-bulan-hari, mis. 2026-11-24") from None


def _checked(catalog: Path, today: date, before: Path | None = None) -> Checked:
    try:
        return check(catalog, today, before)
    except NotADirectoryError as error:
        raise typer.BadParameter(f"folder `{error}` tidak ada") from None


def _tell(checked: Checked, catalog: Path, level: Level = Level.INFO) -> list[Finding]:
    findings = [each for each in checked.findings.sorted() if each.level >= level]
    console = Console(stderr=True, highlight=False)
    report.as_text(findings, lambda place: excerpt(catalog, place), catalog.as_posix(), console)
    return findings


@app.command("check")
def check_command(
    catalog: CatalogOption = CATALOG,
    today: TodayOption = None,
    format_: Annotated[
        Format, typer.Option("--format", help="Bentuk laporan.", show_default=True)
    ] = Format.TEXT,
    before: Annotated[
        Path | None, typer.Option("--sebelum", help="Katalog sebelum perubahan, untuk dibandingkan.")
    ] = None,
    quiet: Annotated[bool, typer.Option("--galat-saja", help="Tampilkan galat saja.")] = False,
) -> None:
    """Periksa semua rekaman; keluar 1 bila ada galat."""
    checked = _checked(catalog, _today(today), before)
    least = Level.ERROR if quiet else Level.INFO
    findings = [each for each in checked.findings.sorted() if each.level >= least]
    base = catalog.as_posix()
    if format_ is Format.TEXT:
        console = Console(highlight=False)
        report.as_text(findings, lambda place: excerpt(catalog, place), base, console)
        console.print(report.summary(checked.findings.sorted(), checked.files), soft_wrap=True)
    elif format_ is Format.JSON:
        typer.echo(report.as_json(findings, base))
    elif format_ is Format.GITHUB:
        typer.echo(report.as_github(findings, base))
    else:
        typer.echo(report.as_junit(findings, checked.files, base))
    raise typer.Exit(1 if checked.findings.blocking else 0)


@app.command("explain")
def explain_command(rule: Annotated[str, typer.Argument(help="Id aturan.")]) -> None:
    """Jelaskan sebuah aturan."""
    found = RULES.get(rule)
    if found is None:
        raise typer.BadParameter(f"aturan `{rule}` tidak ada; lihat /panduan/aturan/")
    typer.echo(f"{found.id} ({found.level.word}, lingkup {found.scope.value})\n\n{found.doc}")
