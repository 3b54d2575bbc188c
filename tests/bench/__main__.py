"""Measures a catalog of synthetic services; prints Markdown for docs/benchmark.md.

Everything is compared in one run, in turns, on the same files, so that the ratios hold whatever
else the machine does. `--tanpa-bawaan` leaves out Material as it comes, which takes minutes and
over a gigabyte; `--layanan N` and `--putaran N` make a shorter run.
"""

from __future__ import annotations

import argparse
import gzip
import statistics
import subprocess
import sys
from pathlib import Path
from typing import Any

import yaml
from rich.console import Console

from tests.bench import CATALOG, CONFIG, DOCS, ROOT, WORK
from tests.bench.ukur import Sample, machine, median, run

ENGINE = ROOT / "generator/build/engine_process.py"
SCHEMA = ROOT / "catalog/skema/standar.json"
WAYS = {
    "quick": "`katalog build`: our theme, whole pages set aside",
    "plain": "`mkdocs build`: the same settings, nothing of ours in the engine",
    "pruned": "Material, navigation.prune and its search",
    "default": "Material as it comes: full navigation and its search",
}


def main() -> int:
    """Measure, print, and return 1 if a goal is missed."""
    options = argparse.ArgumentParser()
    options.add_argument("--layanan", type=int, default=2000)
    options.add_argument("--putaran", type=int, default=3)
    options.add_argument("--tanpa-bawaan", action="store_true")
    chosen = options.parse_args()
    note = Console(stderr=True)
    # In a process of its own: what this one holds would count as memory of those it starts.
    subprocess.run([sys.executable, "-m", "tests.bench.siapkan", str(chosen.layanan)], check=True)
    engines = _engines(chosen.putaran, with_default=not chosen.tanpa_bawaan, note=note)
    checks = _checks(chosen.putaran, note)
    text, missed = _report(chosen.layanan, engines, checks)
    print(text)
    return 1 if missed else 0


def _configs() -> dict[str, Path]:
    """Write the settings of each way; all read the same staged pages."""
    plain: dict[str, Any] = {
        "site_name": "Material",
        "site_url": "https://sipp.uji.example/",
        "docs_dir": str(DOCS),
        "theme": {"name": "material", "language": "id", "custom_dir": str(WORK / "tema")},
        "plugins": ["search"],
    }
    # Pages that ask for our guide template find a stand-in.
    (WORK / "tema").mkdir()
    (WORK / "tema/panduan.html").write_text('{% extends "main.html" %}\n')
    pruned = {**plain, "theme": {**plain["theme"], "features": ["navigation.prune"]}}
    found = {"quick": CONFIG, "plain": CONFIG}
    for name, config in (("pruned", pruned), ("default", plain)):
        found[name] = WORK / f"{name}.yml"
        # As warnings are not counted here, links to pages that are not staged do no harm.
        found[name].write_text(yaml.safe_dump(config))
    return found


def _engines(rounds: int, *, with_default: bool, note: Console) -> dict[str, list[Sample]]:
    configs = _configs()
    samples: dict[str, list[Sample]] = {name: [] for name in configs}
    for number in range(rounds):
        for name, config in configs.items():
            if name == "default" and (number or not with_default):
                continue
            site = WORK / f"situs-{name}"
            command = [sys.executable, "-P", ENGINE, "mkdocs", config, site]
            way = "quick" if name == "quick" else "plain"
            samples[name].append(run([*command, way], WORK, {"NO_MKDOCS_2_WARNING": "1"}))
            note.print(f"{number + 1}/{rounds} {name}: {samples[name][-1].cpu:.1f} s")
    return samples


def _checks(rounds: int, note: Console) -> dict[str, list[Sample]]:
    files = sorted(CATALOG.glob("unit/*/standar/*.yaml"))
    tool = Path(sys.executable).with_name("check-jsonschema")
    commands: dict[str, list[str | Path]] = {
        "katalog": [sys.executable, "-m", "generator", "check", "--catalog", CATALOG],
        "jsonschema": [tool, "--schemafile", SCHEMA, *files],
    }
    samples: dict[str, list[Sample]] = {name: [] for name in commands}
    for number in range(rounds):
        for name, command in commands.items():
            samples[name].append(run(command, ROOT))
            note.print(f"{number + 1}/{rounds} {name}: {samples[name][-1].cpu:.1f} s")
    return samples


def _report(
    services: int,
    engines: dict[str, list[Sample]],
    checks: dict[str, list[Sample]],
) -> tuple[str, bool]:
    pages = sum(1 for _ in DOCS.rglob("*.md"))
    lines = [
        f"{machine()}. {services:,} services, {pages:,} pages; medians, processor time.",
        "",
        "| engine, same staged pages, one process | seconds | ms a page | memory | site | ratio |",
        "| --- | ---: | ---: | ---: | ---: | ---: |",
    ]
    base = median(engines["quick"])
    for name, samples in engines.items():
        if samples:
            took = median(samples)
            site = WORK / f"situs-{name}"
            size = sum(each.stat().st_size for each in site.rglob("*") if each.is_file())
            lines.append(
                f"| {WAYS[name]} | {took:.1f} | {took / pages * 1000:.1f} | "
                f"{median(samples, 'memory'):.0f} MB | {size / 1e6:,.0f} MB | {took / base:.1f} × |"
            )
    html = [each.read_bytes() for each in (WORK / "situs-quick/layanan").glob("*/*/index.html")]
    page = statistics.median(map(len, html)) / 1024
    packed = statistics.median(len(gzip.compress(each)) for each in html) / 1024
    records = sum(1 for _ in CATALOG.rglob("*.yaml"))
    own = median(checks["katalog"]) / records * 1000
    schema = median(checks["jsonschema"]) / services * 1000
    ratio = _ratio(engines["pruned"], engines["quick"])
    plainly = _ratio(engines["pruned"], engines["plain"])
    faster = statistics.median(
        (b.cpu / services) / (a.cpu / records)
        for a, b in zip(checks["katalog"], checks["jsonschema"], strict=True)
    )
    rows = [
        (
            "Material pruned with search : `katalog build`",
            f"{ratio:.1f} ×",
            "≥ 1.7 ×",
            ratio >= 1.7,
        ),
        ("Material pruned with search : `mkdocs build`", f"{plainly:.1f} ×", "–", True),
        (
            "HTML of the median service page",
            f"{page:.1f} KB ({packed:.1f} KB gzip)",
            "≤ 25 KB",
            page <= 25,
        ),
        ("`katalog check`, a record and core", f"{own:.2f} ms", "≤ 2 ms", own <= 2),
        ("check-jsonschema, the same files", f"{schema:.1f} ms", "–", True),
        ("check-jsonschema : `katalog check`", f"{faster:.1f} ×", "≥ 4 ×", faster >= 4),
    ]
    lines += ["", "| figure | measured | goal | |", "| --- | ---: | ---: | --- |"]
    lines += [
        f"| {name} | {value} | {goal} | {'✓' if good else 'MISSED'} |"
        for name, value, goal, good in rows
    ]
    return "\n".join(lines), not all(good for *_, good in rows)


def _ratio(slow: list[Sample], fast: list[Sample]) -> float:
    return statistics.median(a.cpu / b.cpu for a, b in zip(slow, fast, strict=True))


if __name__ == "__main__":
    sys.exit(main())
