"""Faults put into copies of the catalogs, each alone, are each reported in file and line."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from generator.check import check
from generator.finding import Finding, Level
from tests.bantuan import HERE, TODAY

FAULTS: list[dict[str, str]] = yaml.safe_load((HERE / "cacat.yaml").read_text(encoding="utf-8"))
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
        found[name] = Copy(folder, Counter(check(folder, TODAY).findings.sorted()))
    return found


@pytest.mark.parametrize("fault", FAULTS, ids=lambda each: each["nama"])
def test_a_fault_is_reported_where_it_is(fault: dict[str, str], copies: Mapping[str, Copy]) -> None:
    copy = copies[fault["katalog"]]
    path = copy.folder / fault["berkas"]
    whole = path.read_text(encoding="utf-8")
    assert fault["dari"] in whole, "the record has changed: write the fault anew"
    spoilt = whole.replace(fault["dari"], fault["menjadi"], 1)
    path.write_text(spoilt, encoding="utf-8")
    try:
        file, line = place(fault, whole, spoilt, copy.folder)
        after = Counter(check(copy.folder, TODAY).findings.sorted())
    finally:
        path.write_text(whole, encoding="utf-8")
    told = [each for each in after - copy.before if each.level is not Level.INFO]
    assert any(
        each.rule == fault["aturan"] and each.place[:2] == (file, line) and each.hint.strip()
        for each in told
    ), "\n".join(str(each) for each in told)


def place(fault: dict[str, str], whole: str, spoilt: str, folder: Path) -> tuple[str, int]:
    """Return the file and line where an officer should be sent."""
    if expected := fault.get("pada"):
        assert isinstance(expected, dict)
        text = (folder / expected["berkas"]).read_text(encoding="utf-8")
        at = f"\n{text}".index(f"\n{expected['teks']}")
        return expected["berkas"], text[:at].count("\n") + 1
    pairs = zip(whole.splitlines(), spoilt.splitlines(), strict=False)
    return fault["berkas"], next(at for at, (a, b) in enumerate(pairs, start=1) if a != b)


def test_there_are_more_than_thirty_and_each_once() -> None:
    names = [each["nama"] for each in FAULTS]
    assert len(names) > 30
    assert len(names) == len(set(names))
