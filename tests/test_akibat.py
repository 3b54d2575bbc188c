"""A file that cannot be read is told once: what may only follow from it is a remark."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.check import check
from generator.finding import Finding, Level
from generator.layout import identify
from generator.rules.akibat import AKIBAT
from generator.rules.registry import RULES, Scope
from tests.bantuan import HERE, TODAY

CATALOG = HERE / "teladan" / "catalog"
MOST = 2
"""Files of one kind that are broken in turn."""


def chosen() -> list[str]:
    files: dict[str, list[str]] = {}
    for path in sorted(CATALOG.rglob("*.yaml")):
        file = path.relative_to(CATALOG).as_posix()
        if found := identify(file):
            files.setdefault(found.kind, []).append(file)
    return [file for each in files.values() for file in each[:MOST]]


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copytree(CATALOG, tmp_path_factory.mktemp("akibat") / "catalog"))


def judged(folder: Path) -> set[Finding]:
    return set(check(folder, TODAY).findings.sorted())


@pytest.fixture(scope="module")
def before(copy: Path) -> set[Finding]:
    return judged(copy)


@pytest.mark.parametrize("file", chosen())
def test_a_broken_file_blames_no_other(file: str, copy: Path, before: set[Finding]) -> None:
    path = copy / file
    whole = path.read_text(encoding="utf-8")
    path.write_text(whole + "\nrusak: [\n", encoding="utf-8")
    try:
        new = judged(copy) - before
    finally:
        path.write_text(whole, encoding="utf-8")
    assert any(each.place.file == file and each.level is Level.ERROR for each in new)
    others = [each for each in new if each.place.file != file]
    assert [str(each) for each in others if each.level is not Level.INFO] == []


def test_a_fault_that_has_nothing_to_do_with_it_stays(copy: Path, before: set[Finding]) -> None:
    broken, other = copy / "unit/disdukcapil/unit.yaml", copy / "unit/uptd-pkb/maklumat.yaml"
    kept = {path: path.read_text(encoding="utf-8") for path in (broken, other)}
    try:
        broken.write_text("rusak: [\n", encoding="utf-8")
        other.unlink()
        new = judged(copy) - before
    finally:
        for path, text in kept.items():
            path.write_text(text, encoding="utf-8")
    told = {each.rule: each.message for each in new if each.place.file == "unit/uptd-pkb/unit.yaml"}
    assert "belum terbaca" not in told["unit-tanpa-maklumat"]


BROKEN = "unit/rsud-teladan/standar/rawat-jalan.yaml"


def test_only_what_the_file_could_say_is_told_to_wait(copy: Path, before: set[Finding]) -> None:
    path = copy / BROKEN
    whole = path.read_text(encoding="utf-8")
    path.write_text(whole + "\nrusak: [\n", encoding="utf-8")
    try:
        now = judged(copy)
    finally:
        path.write_text(whole, encoding="utf-8")
    waiting = {each.place.file for each in now if f"`{BROKEN}` belum terbaca" in each.message}
    unused = {each.message for each in now - before if each.rule == "butir-tak-dipakai"}
    assert not any(each.startswith("pola/") for each in waiting)
    assert all("belum terbaca" in each for each in unused)


def test_only_rules_that_exist_are_named() -> None:
    assert {each for rules in AKIBAT.values() for each in rules} <= set(RULES)


@pytest.mark.parametrize(
    "file",
    [
        "pola/desa-kelurahan/kelompok.yaml",
        "pola/desa-kelurahan/standar/suket-usaha.yaml",
        "unit/disdukcapil/unit.yaml",
        "unit/rsud-teladan/standar/rawat-jalan.yaml",
        "unit/desa-umpama-jaya/standar/suket-usaha.yaml",
    ],
)
def test_what_a_broken_file_held_is_not_called_gone(file: str, copy: Path) -> None:
    path = copy / file
    whole = path.read_text(encoding="utf-8")
    path.write_text(whole + "\nkunci_asing: ya\n", encoding="utf-8")
    try:
        told = check(copy, TODAY, CATALOG).findings.sorted()
    finally:
        path.write_text(whole, encoding="utf-8")
    assert any(each.place.file == file and each.level is Level.ERROR for each in told)
    assert [str(each) for each in told if RULES[each.rule].scope is Scope.CHANGE] == []
