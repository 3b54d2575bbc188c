"""A whole build: check, derive, render, stage, engine, finish, swap."""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator import cetak
from generator.build import edisi, swap
from generator.build.engine import Engine, run
from generator.build.finish import Finished, finish
from generator.build.show import Show
from generator.build.stage import Staged, stage
from generator.build.workspace import Workspace
from generator.check import Checked, check
from generator.derive import Aturan, derive
from generator.derive.pangkas import pangkas
from generator.derive.situs import Situs
from generator.finding import Finding
from generator.laporan.poster import poster_semua
from generator.model.catalog import Katalog
from generator.render.pages import render
from generator.rules.registry import RULES
from generator.rules.tema import TEMA, tema
from generator.write import NotOurs


class Stopped(Exception):
    """A build that cannot go on for a reason outside the records; the text tells the publisher."""


@dataclass(frozen=True, slots=True)
class Result:
    """What a build gave: the check, and the finished site or the findings that forbid it."""

    checked: Checked
    site: Finished | None = None
    staged: Staged | None = None
    findings: tuple[Finding, ...] = ()
    """Findings about staged pages, from the engine or the link check."""

    @property
    def ok(self) -> bool:
        """True if the site was replaced."""
        return self.site is not None and not self.findings

    def by_origin(self, space: Workspace) -> list[tuple[Path, list[Finding]]]:
        """Return the findings about pages by the folder in which they are mended."""
        handwritten = self.staged.handwritten if self.staged else {}
        origins: dict[Path, list[Finding]] = {space.content: [], space.docs: []}
        for each in sorted(self.findings, key=lambda one: one.order):
            written = each.place.file in handwritten
            origins[space.content if written else space.docs].append(each)
        return [(folder, found) for folder, found in origins.items() if found]


@dataclass(frozen=True, slots=True)
class Edition:
    """An edition for a stick: all of the site, or what one unit's people need."""

    unit: str | None = None


def build(
    space: Workspace, today: date, engine: Engine, show: Show, edition: Edition | None = None
) -> Result:
    """Build the site of a catalog and put it in place; on any fault the old site stays.

    With `edition` it is one for a stick, with a zip of it beside the folder.

    Raises Stopped if the disk or a folder refuses, NotADirectoryError without a catalog,
    EngineFailed if the engine breaks down.
    """
    _apart(space)
    with _plainly(space), swap.exclusive(space.base / ".kunci", _waiting(show)):
        checked, situs, staged = _staged(space, today, show, edition)
        if situs is None or staged is None:
            return Result(checked)
        if staged.findings:
            return Result(checked, None, staged, staged.findings)
        with swap.fresh(space.out) as site:
            total = 2 * len(staged.pages)
            with show.step(f"Mesin situs ({engine})", total) as count:
                found = run(engine, space.config, site, count)
            if found:
                return Result(checked, None, staged, tuple(found))
            with show.step("Pelengkap dan periksa tautan"):
                finished = finish(site, situs, staged)
            if finished.findings:
                return Result(checked, None, staged, finished.findings)
            if edition:
                with show.step("Edisi luring"):
                    edisi.jadikan(site, situs.pemerintah.nama_situs)
                    edisi.bungkus(site, space.out.with_name(f"{space.out.name}.zip"))
            with show.step("Pasang"):
                swap.swap(site, space.out)
        return Result(checked, finished, staged)


def stage_only(space: Workspace, today: date, show: Show) -> Result:
    """Check the catalog and write the staged tree, for whoever runs the engine by hand."""
    with _plainly(space), swap.exclusive(space.base / ".kunci", _waiting(show)):
        checked, _, staged = _staged(space, today, show)
        return Result(checked, None, staged, staged.findings if staged else ())


def _staged(
    space: Workspace, today: date, show: Show, edition: Edition | None = None
) -> tuple[Checked, Situs | None, Staged | None]:
    with show.step("Periksa katalog"):
        checked = check(space.catalog, today)
    katalog = checked.katalog
    if katalog is None or checked.findings.blocking:
        return checked, None, None
    if edition and edition.unit:
        if edition.unit not in katalog.unit:
            raise Stopped(f"Unit `{edition.unit}` tidak ada di katalog. Lihat nama folder `unit/`.")
        katalog = pangkas(katalog, edition.unit)
    with show.step("Susun situs"):
        situs = derive(katalog, today, _explained())
    with show.step("Tulis halaman"):
        pages = render(situs)
    with show.step("Cetak lembar SOP", cetak.jumlah(katalog)) as count:
        sheets = cetak.semua(katalog, space.cache / "cetak", count)
    sheets = {**sheets, **poster_semua(katalog, today, space.cache / "cetak")}
    cetak.buang_lama(space.cache / "cetak")
    with show.step("Siapkan untuk mesin situs"):
        staged = stage(space, situs, pages, sheets)
    return checked, situs, staged


def _explained() -> list[Aturan]:
    themes = list(TEMA)
    return [
        Aturan(each.id, tema(each), each.level.sebutan, each.scope.value, each.doc)
        for each in sorted(RULES.values(), key=lambda each: (themes.index(tema(each)), each.id))
    ]


def counts(katalog: Katalog) -> dict[str, int]:
    """Return how much a catalog holds of what publishers count."""
    return {
        "unit": len(katalog.unit),
        "layanan": len(katalog.layanan),
        "tempat layanan": len(katalog.tempat),
    }


def _apart(space: Workspace) -> None:
    """See that the site replaces none of the folders it is made from, and lies in no record."""
    for folder in (space.catalog, space.content, space.base):
        holds = folder == space.out or space.out in folder.parents
        if holds or (folder != space.base and folder in space.out.parents):
            raise Stopped(
                f"Situs tidak dapat ditaruh di `{space.out}`: bertumpuk dengan `{folder}`."
            )


def _waiting(show: Show) -> Callable[[], None]:
    return lambda: show.say("Pembangunan lain sedang berjalan; menunggu sampai selesai …")


@contextmanager
def _plainly(space: Workspace) -> Iterator[None]:
    """Turn what the disk refuses into one sentence for the publisher."""
    try:
        yield
    except NotOurs as error:
        raise Stopped(
            f"Folder `{error}` berisi berkas yang bukan buatan `katalog`, jadi tidak ditimpa. "
            "Pilih folder lain dengan --out, atau pindahkan isinya."
        ) from error
    except OSError as error:
        if error.errno is None:  # our own, or Jinja's: no fault of the disk
            raise
        raise Stopped(disk_fault(error, space.out)) from error


def disk_fault(error: OSError, out: Path) -> str:
    """Return what went wrong with the disk, and what to do, in one sentence or two."""
    where = f"`{error.filename}`" if error.filename else f"`{out}`"
    stays = f"Situs yang lama di `{out}` tidak berubah."
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return f"Ruang simpan penuh saat menulis {where}. Kosongkan sebagian, lalu ulangi. {stays}"
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return (
            f"Tidak boleh menulis di {where}. Beri izin tulis pada folder induknya, "
            f"atau pilih tempat lain dengan --out. {stays}"
        )
    if error.errno == errno.EBUSY:
        return f"Folder {where} sedang dipakai sistem lain dan tidak dapat diganti. {stays}"
    return f"Gagal membaca atau menulis {where}: {error.strerror or error}. {stays}"
