"""Measures drawings and printed sheets of the catalog's SOPs; prints Markdown for the benchmark.

Processor time, so that the figures hold on a busy machine. Run by `make bench`.
"""

from __future__ import annotations

import shutil
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from generator.cetak.cetak import tulis
from generator.check import check
from generator.derive.sop import TampilanSop, punya_halaman, tampilkan_sop
from generator.model.catalog import SopTempat
from generator.render.gambar import lembar_sop, sop_bpmn, sop_svg
from tests.bench import ROOT
from tests.draw.muat import long_sop

TODAY = date(2026, 11, 24)
ROUNDS = 5
CACHE = ROOT / "build/bench-cetak"


def main() -> int:
    """Measure, print, and return 1 if a goal is missed."""
    katalog = check(ROOT / "catalog", TODAY).katalog
    assert katalog, "the catalog cannot be read"
    sops = [each for each in katalog.sop.values() if punya_halaman(each)]
    views = [tampilkan_sop(each, katalog) for each in sops]
    long_ = tampilkan_sop(SopTempat("contoh/panjang", long_sop(40), ""), katalog)
    drawn = _each(views, lambda view: (sop_svg(view), sop_bpmn(view)))
    table = _each(views, lembar_sop)
    forty = _each([long_], lambda view: (sop_svg(view), sop_bpmn(view)))
    shutil.rmtree(CACHE, ignore_errors=True)
    first = _took(lambda: list(tulis(sops, katalog, CACHE)))
    again = _took(lambda: list(tulis(sops, katalog, CACHE)))
    sheets = 2 * len(sops)
    size = statistics.median(each.stat().st_size for each in Path(CACHE).glob("*.pdf")) / 1024
    shutil.rmtree(CACHE)
    rows = [
        ("SVG and BPMN files, a SOP and core", drawn, "≤ 5 ms", drawn <= 5),
        ("table of the web page, a SOP and core", table, "–", True),
        ("SVG and BPMN files of a SOP of 40 rows", forty, "–", True),
        ("PDF, a sheet and core", first / sheets, "≤ 150 ms", first / sheets <= 150),
        ("PDF that has not changed", again / sheets, "–", True),
    ]
    print(f"{len(sops)} SOPs, {sum(len(view.baris) for view in views):,} rows, {sheets} sheets")
    print(f"(A4 and F4, median {size:.0f} KB); medians, processor time.\n")
    print("| drawing | milliseconds | goal |\n| --- | ---: | ---: |")
    for name, took, goal, _ in rows:
        print(f"| {name} | {took:.1f} | {goal} |")
    return 0 if all(row[3] for row in rows) else 1


def _took(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1000


def _each(views: Sequence[TampilanSop], work: Callable[[TampilanSop], object]) -> float:
    """Return milliseconds for one, the median of several rounds over all."""

    def all_of_them() -> None:
        for view in views:
            work(view)

    return statistics.median(_took(all_of_them) for _ in range(ROUNDS)) / len(views)


if __name__ == "__main__":
    sys.exit(main())
