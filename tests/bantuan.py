"""What several tests share: small catalogs laid over a clean one, and findings as lines."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from generator.check import Checked, check
from generator.finding import Finding

HERE = Path(__file__).parent
DASAR = HERE / "rules" / "_dasar"
"""A small catalog without a single finding."""
TODAY = date(2026, 11, 24)
EXPECTED = "findings.txt"
RECIPE = "_buat.yaml"
"""Files that cannot be kept in Git as they are: bytes, links, sizes, reserved names."""


def lay(target: Path, *layers: Path) -> Path:
    """Copy folders over each other into `target`; a recipe in a layer makes its files."""
    for layer in layers:
        for source in sorted(layer.rglob("*")):
            if not source.is_file() or source.name in (EXPECTED, RECIPE):
                continue
            copy = target / source.relative_to(layer)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, copy)
        recipe = layer / RECIPE
        if recipe.exists():
            for each in yaml.safe_load(recipe.read_text(encoding="utf-8")):
                _make(target, each)
    return target


def _make(target: Path, recipe: Mapping[str, Any]) -> None:
    path = target / recipe["berkas"]
    path.parent.mkdir(parents=True, exist_ok=True)
    if recipe.get("hapus"):
        path.unlink()
    elif "tautan" in recipe:
        path.symlink_to(recipe["tautan"])
    elif "hex" in recipe:
        path.write_bytes(bytes.fromhex(recipe["hex"]))
    else:
        text = recipe["teks"] * recipe.get("kali", 1)
        path.write_bytes(text.encode(recipe.get("pengodean", "utf-8")))


def write(target: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write files given by path and content."""
    for name, content in files.items():
        path = target / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return target


def check_files(target: Path, files: Mapping[str, str | bytes]) -> Checked:
    """Judge the clean catalog with `files` laid over it."""
    return check(write(lay(target, DASAR), files), TODAY)


def line(finding: Finding) -> str:
    """Return a finding in one line, as the agreed files hold it."""
    place = finding.place
    return (
        f"{place.file}:{place.line}:{place.column} {finding.level.word}[{finding.rule}] "
        f"{finding.message} | {finding.hint}"
    )


def lines(findings: Iterable[Finding], rule: str | None = None) -> list[str]:
    """Return the findings of one rule, or of all, in lines."""
    return [line(each) for each in findings if rule is None or each.rule == rule]


def agree(path: Path, text: str) -> None:
    """Write what a person will review; refuses where nobody can review it."""
    if os.environ.get("CI"):
        raise RuntimeError("agreed files are changed by a person, not by CI: unset --setujui")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
