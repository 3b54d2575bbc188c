"""What every command shares: its options, the day, the check and how its findings are told."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from generator import report
from generator.check import Checked, check
from generator.finding import Level
from generator.load import excerpt

CatalogOption = Annotated[
    Path, typer.Option("--catalog", help="Folder katalog.", show_default=True)
]
TodayOption = Annotated[
    str | None, typer.Option("--today", help="Hari ini, TTTT-BB-HH; bila kosong, jam komputer.")
]
CATALOG = Path("catalog")


def day_of(text: str | None) -> date:
    """Return the day an officer typed, or today's."""
    if text is None:
        return date.today()  # noqa: DTZ011  (the office's own day, not UTC's)
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter("tulis tahun-bulan-hari, mis. 2026-11-24") from None


def checked_of(catalog: Path, today: date, before: Path | None = None) -> Checked:
    """Check a catalog; a folder that is not there is wrong use."""
    try:
        return check(catalog, today, before)
    except NotADirectoryError as error:
        raise typer.BadParameter(f"folder `{error}` tidak ada") from None


def tell(checked: Checked, catalog: Path, level: Level = Level.INFO) -> None:
    """Print the findings of at least `level` for a person."""
    findings = [each for each in checked.findings.sorted() if each.level >= level]
    console = Console(stderr=True, highlight=False)
    report.as_text(findings, lambda place: excerpt(catalog, place), catalog.as_posix(), console)
