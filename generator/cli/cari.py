"""Command about the search: failed searches become proposals; wiring only."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from generator.check import check
from generator.cli.umum import CATALOG, CatalogOption, TodayOption, day_of


def register_search(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command("usul-sebutan")(_usul_sebutan)


def _usul_sebutan(
    file: Annotated[
        Path, typer.Argument(help="Satu pencarian per baris; boleh diikuti tab dan id layanan.")
    ],
    catalog: CatalogOption = CATALOG,
    today: TodayOption = None,
) -> None:
    """Ubah pencarian yang gagal menjadi usul `sebutan`: diff di layar, tidak ditulis."""
    from generator.usul import usul

    day = day_of(today, catalog)
    try:
        lines = file.read_text("utf-8").splitlines()
        katalog = check(catalog, day).katalog
    except (OSError, UnicodeDecodeError) as error:
        raise typer.BadParameter(f"tidak dapat dibaca: {error}") from None
    if katalog is None:
        typer.echo("Katalog belum dapat dibaca; lihat `katalog check`.", err=True)
        raise typer.Exit(1)

    def text_of(file: str) -> str:
        return (catalog / file).read_text("utf-8")

    proposed = [*usul(lines, katalog, text_of, day.isoformat(), catalog.as_posix())]
    typer.echo("".join(proposed), nl=False)
    if not proposed:
        typer.echo("Tidak ada yang perlu diusulkan: semuanya sudah ditemukan.", err=True)
