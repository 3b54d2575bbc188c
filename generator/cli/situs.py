"""Commands that make, show and print the site; wiring only.

Their rooms are imported where they are used: a check should not wait for fonts, printing and the
whole of the site.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from generator import report
from generator.build.engine import Engine, EngineFailed
from generator.cli.umum import CATALOG, CatalogOption, TodayOption, checked_of, day_of, tell
from generator.finding import Level

if TYPE_CHECKING:
    from generator.build.run import Result
    from generator.build.workspace import Workspace

OutOption = Annotated[Path, typer.Option("--out", help="Folder situs.", show_default=True)]
OUT = Path("site")
OFFLINE = Path("site-luring")


def register_site(app: typer.Typer) -> None:
    """Add these commands to the command line."""
    app.command("stage")(_stage)
    app.command("build")(_build)
    app.command("serve")(_serve)
    printing = typer.Typer(help="Cetak lembar resmi.", no_args_is_help=True)
    printing.command("sop")(_cetak_sop)
    app.add_typer(printing, name="cetak")


def _stage(
    catalog: CatalogOption = CATALOG, today: TodayOption = None, out: OutOption = OUT
) -> None:
    """Tulis halaman Markdown untuk mesin situs, tanpa membangun situsnya."""
    from generator.build.run import stage_only
    from generator.build.show import Show
    from generator.build.workspace import Workspace

    space = Workspace.of(catalog, out)
    show = Show(Console(stderr=True))
    result = _built(lambda: stage_only(space, day_of(today, catalog), show))
    _stop_if_faulty(result, catalog, space)
    assert result.staged
    show.say(f"{len(result.staged.pages)} halaman di `{space.docs}`; lanjutkan dengan:")
    show.say(f"mkdocs build --strict -f {space.config}")


def _build(
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
    from generator.build.run import Edition, build, counts
    from generator.build.show import Show
    from generator.build.workspace import Workspace
    from generator.model.kata import angka

    if unit and not offline:
        raise typer.BadParameter("--unit hanya bermakna bersama --luring")
    if offline and out == OUT:
        out = OFFLINE
    space = Workspace.of(catalog, out)
    show = Show(Console(stderr=True))
    edition = Edition(unit) if offline else None
    result = _built(lambda: build(space, day_of(today, catalog), engine, show, edition))
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
    from generator.build.run import Stopped

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
        tell(result.checked, catalog, Level.ERROR)
    waiting = findings.count(Level.WARNING)
    if waiting:
        console.print(f"{waiting} peringatan; lihat dengan `katalog check`", soft_wrap=True)
    for folder, found in result.by_origin(space):
        report.as_text(found, lambda _: None, os.path.relpath(folder), console)
    if findings.blocking or result.findings:
        console.print(f"Tidak dibangun; situs di `{space.out}` tidak berubah.", soft_wrap=True)
        raise typer.Exit(1)


def _cetak_sop(
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
    from generator import cetak
    from generator.build.show import Show
    from generator.build.workspace import Workspace
    from generator.model.kata import angka

    if (unit is None) != everything:
        raise typer.BadParameter("pilih salah satu: --unit <id> atau --semua")
    checked = checked_of(catalog, day_of(today, catalog))
    if checked.katalog is None:
        tell(checked, catalog, Level.ERROR)
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


def _serve(
    catalog: CatalogOption = CATALOG,
    today: TodayOption = None,
    out: OutOption = OUT,
    port: Annotated[int, typer.Option("--port", help="Nomor porta.", show_default=True)] = 8000,
) -> None:
    """Tampilkan situs di komputer ini, dan bangun ulang setiap ada perubahan."""
    from generator.build.workspace import Workspace
    from generator.serve import build_anew, follow, serving

    space = Workspace.of(catalog, out)
    if not catalog.is_dir():
        raise typer.BadParameter(f"folder `{catalog}` tidak ada")
    arguments = ["--catalog", str(catalog), "--out", str(out)]
    if today:
        arguments += ["--today", day_of(today, catalog).isoformat()]
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
