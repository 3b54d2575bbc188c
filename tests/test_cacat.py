"""Faults put into copies of the catalogs, each alone, are each reported in file and line."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.check import check
from generator.finding import Finding, Level
from tests.bantuan import HERE, TODAY

MOST = 8
"""Faults put in together; more, and they begin to hide each other."""
FAULTS: list[dict[str, str]] = [
    fault
    for file in sorted((HERE / "cacat").glob("*.yaml"))
    for fault in yaml.safe_load(file.read_text(encoding="utf-8")) or ()
]
CATALOGS = {"teladan": HERE / "teladan" / "catalog", "kirim": HERE.parent / "catalog"}


@dataclass(frozen=True)
class Copy:
    """A catalog that may be spoilt, and what is said of it before."""

    folder: Path
    before: Counter[Finding]


@pytest.fixture(scope="module")
def copies(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Copy]:
    found = {}
    for name, source in CATALOGS.items():
        folder = tmp_path_factory.mktemp(name) / "catalog"
        shutil.copytree(source, folder)
        if (written := source.parent / "content").is_dir():
            shutil.copytree(written, folder.parent / "content")
        found[name] = Copy(folder, Counter(check(folder, TODAY).findings.sorted()))
    return found


def batches() -> list[list[dict[str, str]]]:
    """Return the faults in groups of one catalog that touch different files."""
    found: list[list[dict[str, str]]] = []
    for fault in FAULTS:
        for batch in found:
            apart = touched(fault).isdisjoint(set().union(*map(touched, batch)))
            if len(batch) < MOST and batch[0]["katalog"] == fault["katalog"] and apart:
                batch.append(fault)
                break
        else:
            found.append([fault])
    return found


def touched(fault: Mapping[str, Any]) -> set[str]:
    return {fault["berkas"], fault.get("pada", fault)["berkas"]}


@pytest.mark.parametrize("batch", batches(), ids=lambda each: each[0]["nama"])
def test_a_fault_is_reported_where_it_is(
    batch: list[dict[str, str]], copies: Mapping[str, Copy]
) -> None:
    copy = copies[batch[0]["katalog"]]
    # One fault may hide another: what a group does not tell is tried alone.
    for fault in silent(batch, copy)[0]:
        still, told = silent([fault], copy)
        assert not still, "\n".join((fault["nama"], *(str(each) for each in told)))


def silent(faults: list[dict[str, str]], copy: Copy) -> tuple[list[dict[str, str]], list[Finding]]:
    """Return which faults, put in together, are not reported in their place, and what is."""
    clean: dict[Path, str | None] = {}
    places = []
    try:
        for fault in faults:
            path = copy.folder / fault["berkas"]
            clean[path] = path.read_text(encoding="utf-8") if path.exists() else None
            whole = clean[path] or ""
            assert fault["dari"] in whole, f"{fault['nama']}: the record has changed, write it anew"
            spoilt = whole.replace(fault["dari"], fault["menjadi"], 1)
            path.parent.mkdir(exist_ok=True)
            path.write_text(spoilt, encoding="utf-8")
            places.append((fault["aturan"], *place(fault, whole, spoilt, copy.folder)))
        after = Counter(check(copy.folder, TODAY).findings.sorted())
    finally:
        for path, text in clean.items():
            if text is None:
                path.unlink()
            else:
                path.write_text(text, encoding="utf-8")
    told = [each for each in after - copy.before if each.level is not Level.INFO]
    known = {(each.rule, *each.place[:2]) for each in told if each.hint.strip()}
    return [fault for fault, at in zip(faults, places, strict=True) if at not in known], told


def place(fault: dict[str, str], whole: str, spoilt: str, folder: Path) -> tuple[str, int]:
    """Return the file and line where an officer should be sent."""
    if expected := fault.get("pada"):
        assert isinstance(expected, dict)
        text = (folder / expected["berkas"]).read_text(encoding="utf-8")
        at = f"\n{text}".index(f"\n{expected['teks']}")
        return expected["berkas"], text[:at].count("\n") + 1
    pairs = zip(whole.splitlines(), spoilt.splitlines(), strict=False)
    return fault["berkas"], next((at for at, (a, b) in enumerate(pairs, start=1) if a != b), 1)


def test_there_are_more_than_thirty_and_each_once() -> None:
    names = [each["nama"] for each in FAULTS]
    assert len(names) > 30
    assert len(names) == len(set(names))
