"""Every rule by example: `tests/rules/<rule>/{accept,reject}*/` are catalogs, found by this test.

A case is laid over `tests/rules/_dasar/`, a catalog without findings, so that it holds only what
matters. A case of the change scope has `sebelum/` and `sesudah/`. `findings.txt` in a reject case
holds exactly what the rule says. To write it anew: `pytest tests/test_rules.py --setujui`.
"""

from __future__ import annotations

import inspect
import re
from collections import defaultdict
from pathlib import Path
from typing import get_args

import pytest

import generator
from generator.check import check
from generator.finding import Finding
from generator.model.dasar import Bagian
from generator.rules.acuan import NO_REFERENCES, REFERENCES
from generator.rules.registry import RULES, Rule, Scope, rule
from generator.rules.tema import TEMA, tema
from generator.shape import MODELS
from tests.bantuan import DASAR, EXPECTED, TODAY, agree, lay, lines

CASES = sorted(
    case
    for case in DASAR.parent.glob("*/*")
    if case.is_dir() and not case.parent.name.startswith("_")
)
SOURCE = Path(inspect.getfile(generator)).parent


def name(case: Path) -> str:
    return f"{case.parent.name}-{case.name}"


def judge(case: Path, target: Path) -> list[Finding]:
    if (case / "sebelum").is_dir():
        before = lay(target / "sebelum", DASAR, case / "sebelum")
        after = lay(target / "sesudah", DASAR, case / "sesudah")
        return check(after, TODAY, before).findings.sorted()
    return check(lay(target, DASAR, case), TODAY).findings.sorted()


def test_the_clean_catalog_is_clean() -> None:
    assert lines(check(DASAR, TODAY).findings.sorted()) == []


@pytest.mark.parametrize(
    "case", [each for each in CASES if each.name.startswith("accept")], ids=name
)
def test_accepts(case: Path, tmp_path: Path) -> None:
    assert lines(judge(case, tmp_path), case.parent.name) == []


@pytest.mark.parametrize(
    "case", [each for each in CASES if each.name.startswith("reject")], ids=name
)
def test_rejects(case: Path, tmp_path: Path, setujui: bool) -> None:
    found = judge(case, tmp_path)
    text = "".join(f"{each}\n" for each in lines(found, case.parent.name))
    assert text, f"rule {case.parent.name} says nothing about its own reject case"
    if setujui:
        agree(case / EXPECTED, text)
    assert text == (case / EXPECTED).read_text(encoding="utf-8")
    for each in found:
        assert each.place.line >= 1
        assert each.place.column >= 1
        assert each.hint.strip()
        assert each.rule in RULES, f"{each.rule} has no explanation"


def test_every_case_is_of_a_rule_and_accepts_or_rejects() -> None:
    for case in CASES:
        assert case.parent.name in RULES, f"{case.parent} is no rule"
        assert re.fullmatch(r"(accept|reject)(-[a-z0-9-]+)?", case.name), case


@pytest.mark.parametrize("rule_id", sorted(RULES))
def test_every_rule_has_both_cases(rule_id: str) -> None:
    kinds = {each.name.partition("-")[0] for each in CASES if each.parent.name == rule_id}
    assert kinds == {"accept", "reject"}


@pytest.mark.parametrize("each", RULES.values(), ids=lambda each: each.id)
def test_every_rule_explains_itself(each: Rule) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)+", each.id), "kebab-case, at least two words"
    paragraphs = each.doc.split("\n\n")
    assert len(paragraphs) >= 3, "what holds, why someone suffers otherwise, source"
    assert each.title.endswith("."), "the first line is a sentence"
    assert paragraphs[-1].startswith("Sumber: ")
    assert all(len(line) <= 100 for line in each.doc.splitlines())


def test_every_rule_stands_in_a_section_of_the_guide() -> None:
    assert {tema(each) for each in RULES.values()} == set(TEMA)


def test_every_rule_id_in_the_code_is_registered() -> None:
    used = set()
    modules = ("load", "lampiran", "yamlfault", "yamltext", "expand", "merge", "shape", "check")
    for module in modules:
        text = (SOURCE / f"{module}.py").read_text(encoding="utf-8")
        used |= set(
            re.findall(
                r"\"((?:yaml|berkas|nama|lampiran|karakter|timpaan|kunci|isian)-[a-z0-9-]+)\"",
                text,
            )
        )
    assert used <= set(RULES)
    by_itself = {each.id for each in RULES.values() if each.check is None}
    told_elsewhere = {"pemerintah-belum-ada", "temuan-terlalu-banyak", "kecualian-tak-perlu"}
    assert by_itself - used <= told_elsewhere


def test_a_rule_id_is_never_taken_twice() -> None:
    with pytest.raises(ValueError, match="taken"):
        rule("kode-ganda", RULES["kode-ganda"].level, Scope.FILE)(lambda _: ())


def test_every_code_and_reference_of_every_model_is_accounted_for() -> None:
    """A new field that refers to something must say to what, or that it refers to nothing."""
    fields = defaultdict(set)
    todo, seen = list(MODELS.values()), set()
    while todo:
        model = todo.pop()
        if model in seen:
            continue
        seen.add(model)
        for field, info in model.model_fields.items():
            text = repr(info)
            if "_slug" in text or "_reference" in text:
                fields[field].add(model)
            todo += [each for each in _parts(info.annotation) if each not in seen]
    unknown = [
        (model.__name__, field)
        for field, models in fields.items()
        for model in models
        if (model, field) not in REFERENCES and field not in NO_REFERENCES
    ]
    assert unknown == []


def _parts(annotation: object) -> list[type]:
    if isinstance(annotation, type):
        return [annotation] if issubclass(annotation, Bagian) else []
    return [part for each in get_args(annotation) for part in _parts(each)]


def test_agreed_files_are_never_written_by_ci(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CI", "true")
    with pytest.raises(RuntimeError, match="by a person"):
        agree(tmp_path / EXPECTED, "x")
    assert not (tmp_path / EXPECTED).exists()
