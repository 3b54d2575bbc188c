"""The command that mends records; wiring only."""

from __future__ import annotations

import difflib
import shutil
import tempfile
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from generator.check import check
from generator.cli.umum import CATALOG, CatalogOption, TodayOption, day_of
from generator.finding import Finding
from generator.perbaiki import mend
from generator.rules.registry import RULES
from generator.write import put_if_changed

ROUNDS = 12
"""A value with several faults is mended one fault a round."""


def register_mending(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command("perbaiki")(_perbaiki)


def mended(
    catalog: Path, today: date, wanted: frozenset[str] = frozenset()
) -> tuple[dict[str, str], list[Finding]]:
    """Return the new text of each file that edits change, and the findings they mend.

    Nothing is written. `wanted` names rules: only these are mended, those an officer must judge
    too. Raises NotADirectoryError if there is no such folder.
    """
    if not catalog.is_dir():
        raise NotADirectoryError(catalog)
    changed: dict[str, str] = {}
    done: list[Finding] = []
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "catalog"
        shutil.copytree(catalog, copy, symlinks=True)
        for _ in range(ROUNDS):
            by_file: dict[str, list[Finding]] = {}
            for each in check(copy, today).findings.sorted():
                if each.edit and (each.rule in wanted if wanted else not each.edit.judge):
                    by_file.setdefault(each.place.file, []).append(each)
            before = len(done)
            for file, findings in by_file.items():
                path = copy / file
                if path.is_symlink() or not path.is_file():
                    continue
                text, mended_here = mend(path.read_bytes().decode("utf-8-sig"), findings)
                if mended_here:
                    path.write_bytes(text.encode())
                    changed[file] = text
                    done += mended_here
            if len(done) == before:
                break
    return dict(sorted(changed.items())), done


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
