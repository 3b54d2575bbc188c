"""Commands about performance: surveys from answers, and reports; wiring only.

Their rooms are imported where they are used: they bring a package for workbooks that takes as
long to load as checking two hundred records.
"""

from __future__ import annotations

import os
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from generator import report
from generator.cli.umum import CATALOG, CatalogOption, TodayOption, checked_of, day_of
from generator.finding import Level
from generator.model.catalog import Katalog
from generator.write import NotOurs, put_new, write


def register_commands(app: typer.Typer) -> None:
    """Add these commands to the command line."""
    app.command("skm")(_skm)
    app.command("laporan")(_laporan)


def answer_sheet(file: Path, catalog: Path, today: date) -> None:
    """Write an empty answer sheet, CSV or workbook by its name."""
    from generator.skm.jalankan import Ditolak, muat, skema_untuk
    from generator.skm.templat import templat_csv, templat_xlsx

    if file.exists():
        typer.echo(f"Tidak dibuat: `{file}` sudah ada.", err=True)
        raise typer.Exit(2)
    try:
        scheme = skema_untuk(muat(catalog, today), today)
    except NotADirectoryError as error:
        raise typer.BadParameter(f"folder `{error}` tidak ada") from None
    except Ditolak as error:
        typer.echo(f"Tidak dibuat: {error}.", err=True)
        raise typer.Exit(2) from None
    is_csv = file.suffix == ".csv"
    file.write_bytes(templat_csv(scheme).encode() if is_csv else templat_xlsx(scheme))
    typer.echo(f"Dibuat: {file}")
    typer.echo(f"Berikutnya: isi satu baris per responden, lalu `katalog skm {file}`.")


class SkmFormat(StrEnum):
    """How a computed survey is shown."""

    TEXT = "text"
    JSON = "json"


def _skm(
    file: Annotated[Path, typer.Argument(help="Berkas jawaban, CSV atau XLSX.")],
    unit: Annotated[str | None, typer.Option("--unit", help="Id unit yang disurvei.")] = None,
    period: Annotated[
        str | None, typer.Option("--periode", help="Nama berkas rekaman, mis. 2026-semester-2.")
    ] = None,
    first: Annotated[str | None, typer.Option("--mulai", help="Hari pertama survei.")] = None,
    last: Annotated[str | None, typer.Option("--selesai", help="Hari terakhir survei.")] = None,
    population: Annotated[
        int | None, typer.Option("--populasi", min=1, help="Banyaknya pengguna layanan.")
    ] = None,
    method: Annotated[
        str, typer.Option("--metode", help="Bobot rekaman: persis, 0.111, atau 0.11.")
    ] = "persis",
    weights: Annotated[
        list[str] | None, typer.Option("--bobot", help="Bobot sendiri, mis. waktu=0.20.")
    ] = None,
    format_: Annotated[SkmFormat, typer.Option("--format", help="Bentuk hasil.")] = SkmFormat.TEXT,
    catalog: CatalogOption = CATALOG,
    today: TodayOption = None,
) -> None:
    """Hitung survei kepuasan dari jawaban; dengan --unit dan --periode, tulis rekamannya."""
    from generator.skm.baca import TakTerbaca
    from generator.skm.jalankan import Ditolak, Permintaan, jalankan, muat
    from generator.skm.tulis import sebagai_json, sebagai_rekaman, sebagai_teks

    day = day_of(today, catalog)
    asked = Permintaan(
        unit,
        day_of(first, catalog) if first else None,
        day_of(last, catalog) if last else None,
        population,
        tuple(weights or ()),
    )
    try:
        survey, findings = jalankan(file, muat(catalog, day), asked, day)
    except NotADirectoryError as error:
        raise typer.BadParameter(f"folder `{error}` tidak ada") from None
    except (Ditolak, TakTerbaca) as error:
        typer.echo(f"Tidak dihitung: {error}.", err=True)
        raise typer.Exit(2) from None
    console = Console(stderr=True, highlight=False)
    report.as_text(findings, lambda _: None, file.parent.as_posix(), console)
    if survey is None:
        raise typer.Exit(1)
    if method not in survey.hasil.ikm:
        raise typer.BadParameter("pilih persis, 0.111, atau 0.11", param_hint="--metode")
    typer.echo(sebagai_json(survey) if format_ is SkmFormat.JSON else sebagai_teks(survey))
    if unit and period:
        target = catalog / "unit" / unit / "skm" / f"{period}.yaml"
        schema = os.path.relpath(catalog / "skema" / "skm.json", target.parent)
        try:
            put_new(target, sebagai_rekaman(survey, day, method, schema))
        except FileExistsError:
            typer.echo(f"Tidak ditulis: `{target}` sudah ada.", err=True)
            raise typer.Exit(2) from None
        typer.echo(f"Ditulis: {target}; lengkapi `tindak_lanjut`, lalu ganti `status`.", err=True)


def _laporan(
    catalog: CatalogOption = CATALOG,
    today: TodayOption = None,
    out: Annotated[Path, typer.Option("--out", help="Folder laporan.", show_default=True)] = Path(
        "build/laporan"
    ),
    record: Annotated[
        bool, typer.Option("--catat", help="Catat pula keadaan hari ini di catalog/papan/.")
    ] = False,
) -> None:
    """Tulis papan mutu sebagai XLSX, CSV, dan satu PDF untuk pimpinan."""
    from generator.laporan.papan import berkas, laporan
    from generator.skm.jalankan import Ditolak, muat

    day = day_of(today, catalog)
    try:
        katalog = muat(catalog, day)
        if record:
            _stop_if_faulty(catalog, day)
            _catat(katalog, catalog, day)
            katalog = muat(catalog, day)
        files = berkas(laporan(katalog, day))
        write(out, files)
    except NotADirectoryError as error:
        raise typer.BadParameter(f"folder `{error}` tidak ada") from None
    except Ditolak as error:
        typer.echo(f"Tidak dibuat: {error}.", err=True)
        raise typer.Exit(2) from None
    except NotOurs as error:
        typer.echo(f"Folder `{error}` berisi berkas lain; pilih --out yang lain.", err=True)
        raise typer.Exit(2) from None
    for name in sorted(files):
        typer.echo(out / name)


def _stop_if_faulty(catalog: Path, day: date) -> None:
    """A board of a faulty catalog is no history."""
    if faulty := checked_of(catalog, day).findings.count(Level.ERROR):
        typer.echo(
            f"Tidak dicatat: katalog ini punya {faulty} galat; lihat dengan `katalog check`.",
            err=True,
        )
        raise typer.Exit(1)


def _catat(katalog: Katalog, catalog: Path, day: date) -> None:
    """Keep today's board as a record; a day is recorded once."""
    from generator.derive.indeks import susun
    from generator.laporan.catatan import catatan, sebagai_rekaman

    target = catalog / "papan" / f"{day}.yaml"
    text = sebagai_rekaman(catatan(susun(katalog, day)), "../skema/catatan-papan.json")
    try:
        put_new(target, text)
    except FileExistsError:
        typer.echo(f"Tidak dicatat: `{target}` sudah ada; satu hari dicatat sekali.", err=True)
        raise typer.Exit(2) from None
    typer.echo(f"Dicatat: {target}")
