"""The command line: wiring only, no decisions."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from generator import build as build_room
from generator import cetak, report
from generator.build.engine import Engine, EngineFailed
from generator.build.run import Edition, Result, Stopped, build, counts, stage_only
from generator.build.show import Show
from generator.build.workspace import Workspace
from generator.check import Checked, check
from generator.cli_cari import register_search
from generator.cli_kinerja import answer_sheet, register_commands
from generator.cli_perbaiki import register_mending
from generator.codeowners import EXPLAINED, MAPPING, OWNERS, codeowners, read_owners, register
from generator.derive.kalimat import angka
from generator.finding import Finding, Findings, Level
from generator.load import excerpt
from generator.new import KINDS, Refused, draft
from generator.rules.registry import RULES
from generator.schema import schemas
from generator.serve import build_anew, follow, serving
from generator.write import put_if_changed, put_new, write

app = typer.Typer(
    help="Katalog Layanan: dari rekaman YAML ke katalog layanan publik.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

cetak_app = typer.Typer(help="Cetak lembar resmi.", no_args_is_help=True)
app.add_typer(cetak_app, name="cetak")

CatalogOption = Annotated[
    Path, typer.Option("--catalog", help="Folder katalog.", show_default=True)
]
TodayOption = Annotated[
    str | None, typer.Option("--today", help="Hari ini, TTTT-BB-HH; bila kosong, jam komputer.")
]
OutOption = Annotated[Path, typer.Option("--out", help="Folder situs.", show_default=True)]
_ELSEWHERE = {"mesin-situs": build_room.EXPLAINED, "berkas-pemilik": EXPLAINED}
"""Rules of rooms that judge no records."""
CATALOG = Path("catalog")
register_commands(app)
register_search(app)
register_mending(app)
OUT = Path("site")
OFFLINE = Path("site-luring")


class Format(StrEnum):
    """How findings are written."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    JUNIT = "junit"


@app.callback()
def _begin() -> None:
    # A run ends before garbage matters; looking for it took half of the time of a check.
    gc.disable()


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
        Path | None,
        typer.Option("--sebelum", help="Katalog sebelum perubahan, untuk dibandingkan."),
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
    found = RULES.get(rule)
    if found is None and rule in _ELSEWHERE:
        typer.echo(f"{rule} (error, lingkup situs)\n\n{_ELSEWHERE[rule]}".rstrip())
        return
    if found is None:
        raise typer.BadParameter(f"aturan `{rule}` tidak ada; lihat /panduan/aturan/")
    typer.echo(f"{found.id} ({found.level.word}, lingkup {found.scope.value})\n\n{found.doc}")


@app.command("stage")
def stage_command(
    catalog: CatalogOption = CATALOG, today: TodayOption = None, out: OutOption = OUT
) -> None:
    """Tulis halaman Markdown untuk mesin situs, tanpa membangun situsnya."""
    space = Workspace.of(catalog, out)
    show = Show(Console(stderr=True))
    result = _built(lambda: stage_only(space, _today(today), show))
    _stop_if_faulty(result, catalog, space)
    assert result.staged
    show.say(f"{len(result.staged.pages)} halaman di `{space.docs}`; lanjutkan dengan:")
    show.say(f"mkdocs build --strict -f {space.config}")


@app.command("build")
def build_command(
    catalog: CatalogOption = CATALOG,
    today: TodayOption = None,
    out: OutOption = OUT,
    engine: Annotated[
        Engine, typer.Option("--engine", help="Mesin situs.", show_default=True)
    ] = "mkdocs",
    offline: Annotated[
        bool, typer.Option("--luring", help="Edisi flash disk: folder dan zip tanpa internet.")
    ] = False,
    unit: Annotated[
        str | None,
        typer.Option("--unit", help="Bersama --luring: hanya yang perlu bagi warga unit ini."),
    ] = None,
) -> None:
    """Bangun situs; bila gagal, situs yang lama tidak berubah."""
    if unit and not offline:
        raise typer.BadParameter("--unit hanya bermakna bersama --luring")
    if offline and out == OUT:
        out = OFFLINE
    space = Workspace.of(catalog, out)
    show = Show(Console(stderr=True))
    edition = Edition(unit) if offline else None
    result = _built(lambda: build(space, _today(today), engine, show, edition))
    _stop_if_faulty(result, catalog, space)
    assert result.site
    assert result.checked.katalog
    show.timetable()
    parts = {"halaman": result.site.pages} | counts(result.checked.katalog)
    show.say(", ".join(f"{angka(number)} {name}" for name, number in parts.items()))
    if offline:
        show.say(f"Edisi luring di `{out}`, dan sebagai satu berkas di `{out}.zip`.")
        show.say(f"Lihat hasilnya: buka `{out / 'index.html'}` dengan peramban.")
        return
    show.say(f"Situs di `{out}`, {angka(round(result.site.size / 1e6, 1))} MB. Lihat hasilnya:")
    show.say(f"  python3 -m http.server -d {out} 8000")
    show.say("lalu buka http://localhost:8000/")


def _built(work: Callable[[], Result]) -> Result:
    try:
        return work()
    except NotADirectoryError as error:
        raise typer.BadParameter(f"folder `{error}` tidak ada") from None
    except Stopped as error:
        typer.echo(str(error), err=True)
    except EngineFailed as error:
        typer.echo(f"Mesin situs gagal:\n{error}", err=True)
    raise typer.Exit(2)


def _stop_if_faulty(result: Result, catalog: Path, space: Workspace) -> None:
    """Tell what forbids publishing and stop; else only how many warnings wait."""
    console = Console(stderr=True, highlight=False)
    findings = result.checked.findings
    if findings.blocking:
        _tell(result.checked, catalog, Level.ERROR)
    waiting = findings.count(Level.WARNING)
    if waiting:
        console.print(f"{waiting} peringatan; lihat dengan `katalog check`", soft_wrap=True)
    for folder, found in result.by_origin(space):
        report.as_text(found, lambda _: None, os.path.relpath(folder), console)
    if findings.blocking or result.findings:
        console.print(f"Tidak dibangun; situs di `{space.out}` tidak berubah.", soft_wrap=True)
        raise typer.Exit(1)


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
        answer_sheet(Path(names[0] if names else "jawaban-skm.xlsx"), catalog, _today(today))
        return
    try:
        made = draft(catalog, kind, tuple(names or ()), _today(today))
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


@cetak_app.command("sop")
def cetak_sop_command(
    unit: Annotated[
        str | None, typer.Option("--unit", help="Id unit atau kelompok, mis. `disdukcapil`.")
    ] = None,
    everything: Annotated[
        bool, typer.Option("--semua", help="Semua unit, kelompok, dan tempat.")
    ] = False,
    catalog: CatalogOption = CATALOG,
    today: TodayOption = None,
    folder: Annotated[
        Path, typer.Option("--folder", help="Folder hasil.", show_default=True)
    ] = Path("build/lembar"),
) -> None:
    """Cetak lembar SOP ke PDF A4 dan F4; hanya yang berubah dibuat lagi."""
    if (unit is None) != everything:
        raise typer.BadParameter("pilih salah satu: --unit <id> atau --semua")
    checked = _checked(catalog, _today(today))
    if checked.katalog is None:
        _tell(checked, catalog, Level.ERROR)
        raise typer.Exit(1)
    sops = cetak.tempat(checked.katalog, unit)
    if not sops:
        raise typer.BadParameter(f"tidak ada SOP milik `{unit}`")
    show = Show(Console(stderr=True))
    with show.step("Cetak lembar SOP", 2 * len(sops)) as count:
        cache = Workspace.of(catalog, OUT).cache / "cetak"
        made, fresh = cetak.simpan(sops, checked.katalog, folder, cache, count)
    show.say(f"{angka(made)} lembar di `{folder}`, {angka(fresh)} baru atau berubah.")
    if faulty := checked.findings.count(Level.ERROR):
        show.say(f"Katalog ini masih punya {angka(faulty)} galat; lihat dengan `katalog check`.")


@app.command("serve")
def serve_command(
    catalog: CatalogOption = CATALOG,
    today: TodayOption = None,
    out: OutOption = OUT,
    port: Annotated[int, typer.Option("--port", help="Nomor porta.", show_default=True)] = 8000,
) -> None:
    """Tampilkan situs di komputer ini, dan bangun ulang setiap ada perubahan."""
    space = Workspace.of(catalog, out)
    if not catalog.is_dir():
        raise typer.BadParameter(f"folder `{catalog}` tidak ada")
    arguments = ["--catalog", str(catalog), "--out", str(out)]
    if today:
        arguments += ["--today", _today(today).isoformat()]
    try:
        with serving(space.out, port) as taken:
            typer.echo(f"Situs tampil di http://localhost:{taken}/")
            follow(space.watched, lambda: build_anew(arguments), typer.echo)
    except OSError as error:
        typer.echo(
            f"Porta {port} tidak dapat dipakai ({error.strerror}); coba --port lain.", err=True
        )
        raise typer.Exit(2) from None
    except KeyboardInterrupt:
        pass
