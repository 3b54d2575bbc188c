"""What every command shares: its options, the day, the check and how its findings are told."""

from __future__ import annotations

from datetime import date, datetime, tzinfo
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from generator import report, yamltext
from generator.check import Checked, check
from generator.finding import Level
from generator.load import excerpt
from generator.model.kalender import ZONA

CatalogOption = Annotated[
    Path, typer.Option("--catalog", help="Folder katalog.", show_default=True)
]
TodayOption = Annotated[
    str | None,
    typer.Option(
        "--today", help="Hari ini, TTTT-BB-HH; bila kosong, hari ini di zona waktu daerah."
    ),
]
CATALOG = Path("catalog")


def day_of(text: str | None, catalog: Path) -> date:
    """Return the day an officer typed, or today's where the government works."""
    if text is None:
        return datetime.now(_zone(catalog)).date()
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter("tulis tahun-bulan-hari, mis. 2026-11-24") from None


def _zone(catalog: Path) -> tzinfo | None:
    """Return the zone of the government; None, which is the computer's, where it names none."""
    try:
        text = (catalog / "pemerintah.yaml").read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return None
    name = yamltext.read(text, "pemerintah.yaml")[0].get("zona_waktu")
    return ZONA.get(name) if isinstance(name, str) else None


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
