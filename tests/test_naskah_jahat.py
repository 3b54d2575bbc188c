"""Hostile text in records: every text field takes it as text, every typed field refuses it."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path

import pytest

from generator.check import check
from generator.finding import Findings
from generator.layout import identify
from generator.shape import MODELS, shape
from generator.source import Document, Tree
from generator.yamltext import read
from tests.bantuan import DASAR, TODAY, check_files, lay, write
from tests.jahat import (
    HOSTILE,
    REFERRING,
    REFUSED,
    STARTS,
    as_yaml,
    leaves,
    plant,
    unplanted,
)

ROOT = Path(__file__).parent.parent
TELADAN = ROOT / "tests/teladan/catalog"
_NO_TEXT = frozenset(("catatan-papan",))
"""Kinds of records without a text that anybody types."""


def test_there_are_enough_hostile_texts() -> None:
    assert len(set(HOSTILE)) == len(HOSTILE) >= 80
    assert all(each == " ".join(each.split()) for each in HOSTILE)


def test_every_text_field_of_every_kind_gets_hostile_texts() -> None:
    """Save those that name a record or have a spelling of their own, which are judged apart."""
    planted = plant(TELADAN)
    assert unplanted(planted) == []
    assert {kind for kind in MODELS if not kind.startswith("tempat")} - _NO_TEXT == {
        each.partition(" ")[0] for each in planted.field_of.values()
    }
    assert min(len(each) for each in planted.held.values()) >= STARTS[1]


@pytest.mark.parametrize("sign", REFUSED, ids=lambda sign: f"U+{ord(sign):04X}")
def test_signs_that_nobody_sees_are_refused(tmp_path: Path, sign: str) -> None:
    """Raw, and behind an escape, which a reviewer would not read as what it is."""
    service = "unit/dinas-contoh/standar/izin-contoh.yaml"
    text = (DASAR / service).read_text("utf-8")
    code = f"\\U{ord(sign):08X}"
    for way, value in (("raw", f"a{sign}b"), ("escaped", f'"a{code}b"')):
        changed = text.replace("nama: Izin contoh\n", f"nama: {value}\n", 1)
        found = check_files(tmp_path / way, {service: changed}).findings.sorted()
        told = [each for each in found if each.place.file == service]
        assert told, way
        assert {each.rule for each in told} <= {"karakter-kendali", "karakter-tersembunyi"}, way
        assert (told[0].place.line, told[0].level.word) == (1, "error")


def test_typed_fields_refuse_hostile_texts() -> None:
    """Codes, dates, amounts, links, choices: each hostile text is a finding at its place."""
    tried: set[tuple[type, str]] = set()
    for path in sorted(TELADAN.rglob("*.yaml")):
        kind = _kind(path)
        tree, places, _ = read(path.read_text("utf-8"), path.name)
        typed = {
            owner: steps
            for steps, owner, plain in leaves(MODELS[kind], tree)
            if not plain and owner not in tried
        }
        tried |= typed.keys()
        for text in HOSTILE if typed else ():
            copy: dict[str, Tree] = json.loads(json.dumps(tree))
            for steps in typed.values():
                inside = copy
                for step in steps[:-1]:
                    inside = inside[step]  # type: ignore[index, assignment]
                inside[steps[-1]] = text  # type: ignore[index]
            findings = Findings()
            shape(kind, Document(path.name, copy, places), findings, "x")
            told = {each.place for each in findings.sorted()}
            allowed = {
                places.locate(steps) for owner, steps in typed.items() if _takes(owner, text)
            }
            assert {places.locate(each) for each in typed.values()} <= told | allowed
    assert len(tried) > 120


def _takes(owner: tuple[type, str], text: str) -> bool:
    """A link may lead anywhere by https; whoever reviews it sees the address."""
    return owner[1] in ("tautan", "situs", "sippn", "alamat", "alamat_situs") and text.startswith(
        "https://"
    )


def _kind(path: Path) -> str:
    identity = identify(path.relative_to(TELADAN).as_posix())
    assert identity
    return identity.kind


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_text_fields_that_name_a_record_refuse(tmp_path: Path, text: str) -> None:
    value = json.dumps(text, ensure_ascii=False)
    lay(tmp_path, DASAR)
    government = (DASAR / "pemerintah.yaml").read_text("utf-8")
    service = (DASAR / "unit/dinas-contoh/standar/izin-contoh.yaml").read_text("utf-8")
    write(
        tmp_path,
        {
            "pemerintah.yaml": government + f"sering_dicari: [{value}]\n"
            f"repositori: {{alamat: 'https://forge.example/x', ubah: {value}}}\n",
            "unit/dinas-contoh/standar/izin-contoh.yaml": service + f"proses: {value}\n",
        },
    )
    told = {
        (each.place.file, each.rule)
        for each in check(tmp_path, TODAY).findings.sorted()
        if each.level.word == "error"
    }
    assert ("pemerintah.yaml", "isian-salah") in told
    assert REFERRING


def test_after_all_turns_every_field_has_held_every_hostile_text() -> None:
    held: dict[object, set[int]] = defaultdict(set)
    for turn in range(len(STARTS)):
        for owner, numbers in plant(TELADAN, turn).held.items():
            held[owner] |= numbers
    assert all(len(each) == len(HOSTILE) for each in held.values())


@pytest.mark.parametrize("turn", range(len(STARTS)))
def test_no_rule_takes_hostile_text_in_a_free_field_for_an_error(tmp_path: Path, turn: int) -> None:
    write(tmp_path, {path: as_yaml(tree) for path, tree in plant(TELADAN, turn).files.items()})
    for name in ("formulir", "lampiran"):
        lay(tmp_path / name, TELADAN / name)
    told = [each for each in check(tmp_path, TODAY).findings.sorted() if each.level.word == "error"]
    assert [str(each) for each in told] == []
