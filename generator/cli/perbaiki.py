"""The command that mends records; wiring only."""

from __future__ import annotations

import difflib
from typing import Annotated

import typer

from generator.cli.umum import CATALOG, CatalogOption, TodayOption, day_of
from generator.perbaiki import mended
from generator.rules.registry import RULES
from generator.write import put_if_changed


def register_mending(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command("perbaiki")(_perbaiki)


def _perbaiki(
    catalog: CatalogOption = CATALOG,
    today: TodayOption = None,
    diff: Annotated[
        bool, typer.Option("--diff", help="Tampilkan perubahannya saja, jangan tulis.")
    ] = False,
    rules: Annotated[
        list[str] | None,
        typer.Option("--aturan", help="Hanya aturan ini; boleh diulang."),
    ] = None,
) -> None:
    """Perbaiki yang dapat diperbaiki tanpa menebak; komentar dan susunan berkas tetap."""
    wanted = frozenset(rules or ())
    if unknown := sorted(wanted - RULES.keys()):
        raise typer.BadParameter(f"aturan `{unknown[0]}` tidak ada; lihat /panduan/aturan/")
    try:
        changed, done = mended(catalog, day_of(today, catalog), wanted)
    except NotADirectoryError as error:
        raise typer.BadParameter(f"folder `{error}` tidak ada") from None
    for file, text in changed.items():
        path = catalog / file
        old = path.read_bytes().decode("utf-8-sig")
        if diff:
            lines = difflib.unified_diff(
                old.splitlines(keepends=True),
                text.splitlines(keepends=True),
                f"a/{path.as_posix()}",
                f"b/{path.as_posix()}",
            )
            typer.echo("".join(lines), nl=False)
        else:
            put_if_changed(path, text)
    if not done:
        typer.echo("Tidak ada yang dapat diperbaiki otomatis.", err=True)
        return
    verb = "akan diperbaiki" if diff else "diperbaiki"
    typer.echo(f"{len(done)} temuan di {len(changed)} berkas {verb}.", err=True)
