"""The command line: wiring only, no decisions."""

from __future__ import annotations

import atexit
import gc
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from generator import build as build_room
from generator import report
from generator.cli.cari import register_search
from generator.cli.kinerja import answer_sheet, register_commands
from generator.cli.perbaiki import register_mending
from generator.cli.situs import register_site
from generator.cli.umum import CATALOG, CatalogOption, TodayOption, checked_of, day_of
from generator.codeowners import EXPLAINED, MAPPING, OWNERS, codeowners, read_owners, register
from generator.finding import Findings, Level
from generator.load import excerpt
from generator.new import KINDS, Refused, draft
from generator.rules.registry import RULES
from generator.schema import schemas
from generator.write import put_if_changed, put_new, write

app = typer.Typer(
    help="Katalog Layanan: dari rekaman YAML ke katalog layanan publik.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

register_site(app)
register_commands(app)
register_search(app)
register_mending(app)


class Format(StrEnum):
    """How findings are written."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    JUNIT = "junit"


@app.callback()
def _begin() -> None:
    # A run ends before garbage matters; looking for it, at the end too, took half of a check.
    gc.disable()
    atexit.register(gc.freeze)


@app.command("check")
def check_command(
    catalog: CatalogOption = CATALOG,
    today: TodayOption = None,
    format_: Annotated[
        Format, typer.Option("--format", help="Bentuk laporan.", show_default=True)
    ] = Format.TEXT,
    before: Annotated[
        Path | None,
        typer.Option("--sebelum", help="Katalog sebelum perubahan, untuk dibandingkan."),
    ] = None,
    quiet: Annotated[bool, typer.Option("--galat-saja", help="Tampilkan galat saja.")] = False,
) -> None:
    """Periksa semua rekaman; keluar 1 bila ada galat."""
    checked = checked_of(catalog, day_of(today, catalog), before)
    least = Level.ERROR if quiet else Level.INFO
    findings = [each for each in checked.findings.sorted() if each.level >= least]
    base = catalog.as_posix()
    if format_ is Format.TEXT:
        console = Console(highlight=False)
        report.as_text(findings, lambda place: excerpt(catalog, place), base, console)
        console.print(report.summary(checked.findings.sorted(), checked.files), soft_wrap=True)
        if by_unit := report.language(findings):
            console.print(f"Catatan bahasa per unit: {by_unit}", soft_wrap=True)
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
    from generator.skm import jawaban

    elsewhere = {"mesin-situs": build_room.EXPLAINED, "berkas-pemilik": EXPLAINED}
    elsewhere |= jawaban.EXPLAINED
    if rule in elsewhere:
        typer.echo(f"{rule}\n\n{elsewhere[rule].rstrip()}")
        return
    found = RULES.get(rule)
    if found is None:
        raise typer.BadParameter(f"aturan `{rule}` tidak ada; lihat /panduan/aturan/")
    typer.echo(f"{found.id} ({found.level.sebutan}, lingkup {found.scope.value})\n\n{found.doc}")


@app.command("schema")
def schema_command(
    catalog: CatalogOption = CATALOG,
    only_check: Annotated[
        bool, typer.Option("--check", help="Hanya periksa apakah berkasnya mutakhir.")
    ] = False,
) -> None:
    """Tulis JSON Schema untuk penyunting ke `skema/` di folder katalog."""
    changes = write(catalog / "skema", schemas(), check=only_check)
    _tell_changes([f"{catalog}/skema/{path}" for path in changes.all], "schema", only_check)


def _tell_changes(paths: list[str], command: str, only_check: bool) -> None:
    for path in paths:
        typer.echo(path)
    if only_check and paths:
        typer.echo(f"Tidak mutakhir; jalankan `katalog {command}`.", err=True)
        raise typer.Exit(1)


@app.command("new")
def new_command(
    kind: Annotated[str, typer.Argument(help=f"Salah satu dari: {', '.join(KINDS)}, skm.")],
    names: Annotated[
        list[str] | None, typer.Argument(help="<unit> <nama>, atau <nama> saja.")
    ] = None,
    catalog: CatalogOption = CATALOG,
    today: TodayOption = None,
) -> None:
    """Mulai rekaman baru dari draf berketerangan; `skm` untuk lembar jawaban survei."""
    if kind == "skm":
        answer_sheet(
            Path(names[0] if names else "jawaban-skm.xlsx"), catalog, day_of(today, catalog)
        )
        return
    try:
        made = draft(catalog, kind, tuple(names or ()), day_of(today, catalog))
        put_new(catalog / made.file, made.text)
    except NotADirectoryError as error:
        raise typer.BadParameter(f"folder `{error}` tidak ada") from None
    except Refused as error:
        typer.echo(f"Tidak dibuat: {error}.", err=True)
        raise typer.Exit(2) from None
    typer.echo(f"Dibuat: {catalog / made.file}")
    typer.echo(f"Berikutnya: {made.next}; lalu jalankan `katalog check`.")


@app.command("codeowners")
def codeowners_command(
    catalog: CatalogOption = CATALOG,
    folder: Annotated[
        Path, typer.Option("--folder", help=f"Folder {MAPPING} dan {OWNERS}.", show_default=True)
    ] = Path(".github"),
    only_check: Annotated[
        bool, typer.Option("--check", help="Hanya periksa apakah berkasnya mutakhir.")
    ] = False,
) -> None:
    """Tulis CODEOWNERS dari daftar unit dan berkas pemilik."""
    try:
        known = register(catalog)
    except NotADirectoryError as error:
        raise typer.BadParameter(f"folder `{error}` tidak ada") from None
    mapping = folder / MAPPING
    if not mapping.is_file():
        raise typer.BadParameter(f"berkas `{mapping}` tidak ada")
    findings = Findings()
    owners = read_owners(mapping.read_text("utf-8"), MAPPING, known, findings)
    if findings.blocking:
        console = Console(stderr=True, highlight=False)
        report.as_text(
            findings.sorted(), lambda place: excerpt(folder, place), folder.as_posix(), console
        )
        raise typer.Exit(1)
    text = codeowners(owners, known, catalog.as_posix())
    stale = put_if_changed(folder / OWNERS, text, check=only_check)
    _tell_changes([f"{folder}/{OWNERS}"] if stale else [], "codeowners", only_check)
