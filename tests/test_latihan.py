"""The exercises of the guide: what is asked gives these findings, the answer gives none."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from pathlib import Path

import pytest
import yaml

from generator.check import check
from tests.bantuan import EXPECTED, TODAY, agree, lay, lines

HERE = Path(__file__).parent
GUIDE = HERE.parent / "content" / "panduan"
EXERCISES = ("peta-proses", "sop", "standar")


@pytest.mark.parametrize("name", EXERCISES)
def test_the_exercise_has_these_faults(name: str, setujui: bool) -> None:
    folder = HERE / "latihan" / name
    _agreed(folder / "soal", folder / EXPECTED, setujui)


def test_once_the_standard_can_be_read_its_content_is_judged(tmp_path: Path, setujui: bool) -> None:
    folder = HERE / "latihan" / "standar"
    halfway = lay(tmp_path, folder / "soal", folder / "antara")
    _agreed(halfway, folder / "antara" / EXPECTED, setujui)


def _agreed(catalog: Path, expected: Path, setujui: bool) -> None:
    text = "".join(f"{each}\n" for each in lines(check(catalog, TODAY).findings.sorted()))
    if setujui:
        agree(expected, text)
    assert text == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", EXERCISES)
def test_the_answer_is_green(name: str, tmp_path: Path) -> None:
    folder = HERE / "latihan" / name
    mended = lay(tmp_path, folder / "soal", folder / "jawaban")
    assert lines(check(mended, TODAY).findings.sorted()) == []


@pytest.mark.parametrize("name", EXERCISES)
def test_the_guide_explains_every_fault_of_the_exercise(name: str) -> None:
    told = {
        rule
        for expected in (HERE / "latihan" / name).rglob(EXPECTED)
        for rule in re.findall(
            r"(?:error|warning|info)\[([a-z-]+)\]", expected.read_text(encoding="utf-8")
        )
    }
    page = (GUIDE / f"latihan-{name}.md").read_text(encoding="utf-8")
    assert {each for each in told if f"(aturan/{each}/index.md)" not in page} == set()
    assert f"tests/latihan/{name}/soal" in page
    assert f"latihan-{name}.md" in (GUIDE / "index.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", EXERCISES)
def test_what_is_asked_changes_only_what_the_answer_mends(name: str) -> None:
    folder = HERE / "latihan" / name
    answers = {
        each.relative_to(folder / "jawaban") for each in (folder / "jawaban").rglob("*.yaml")
    }
    asked = {each.relative_to(folder / "soal") for each in (folder / "soal").rglob("*.yaml")}
    assert answers
    assert any(
        (folder / "soal" / each).read_bytes() != (folder / "jawaban" / each).read_bytes()
        for each in answers & asked
    )


@pytest.mark.parametrize("name", ["sop", "standar"])
def test_each_planted_fault_is_found_by_itself(name: str, tmp_path: Path) -> None:
    folder = HERE / "latihan" / name
    mended = lay(tmp_path, folder / "soal", folder / "jawaban")
    missed = []
    for answer in sorted((folder / "jawaban").rglob("*.yaml")):
        file = answer.relative_to(folder / "jawaban")
        if not (folder / "soal" / file).is_file():
            continue
        right = answer.read_text(encoding="utf-8").splitlines()
        asked = (folder / "soal" / file).read_text(encoding="utf-8").splitlines()
        for kind, i, j, k, m in SequenceMatcher(None, right, asked, autojunk=False).get_opcodes():
            if kind == "equal":
                continue
            faulty = "\n".join((*right[:i], *asked[k:m], *right[j:]))
            (mended / file).write_text(f"{faulty}\n", encoding="utf-8")
            if not check(mended, TODAY).findings.sorted():
                missed.append((right[i:j], asked[k:m]))
        (mended / file).write_text(answer.read_text(encoding="utf-8"), encoding="utf-8")
    assert missed == []


def test_once_the_flow_is_whole_the_promise_is_added_up(tmp_path: Path) -> None:
    folder = HERE / "latihan" / "sop"
    mended = lay(tmp_path, folder / "soal", folder / "jawaban")
    sheet = mended / "unit/dinas-contoh/sop/izin-contoh.yaml"
    text = sheet.read_text(encoding="utf-8")
    sheet.write_text(
        text.replace("nilai: 1\n    satuan: hari_kerja", "nilai: 3\n    satuan: hari_kerja")
    )
    (found,) = lines(check(mended, TODAY).findings.sorted())
    assert "[janji-waktu]" in found
    told = found.partition(" = ")[2].partition(";")[0]
    page = (GUIDE / "latihan-sop.md").read_text(encoding="utf-8")
    assert told in " ".join(page.split())
    assert "(aturan/janji-waktu/index.md)" in page


def test_the_guide_reads_the_answer_line_by_line() -> None:
    page = (GUIDE / "membaca.md").read_text(encoding="utf-8")
    shown = re.search(r"```yaml\n(.*?)```", page, re.DOTALL)
    answer = HERE / "latihan/standar/jawaban/unit/dinas-contoh/standar/balai-pertemuan.yaml"
    assert shown is not None
    assert yaml.safe_load(shown[1]) == yaml.safe_load(answer.read_text(encoding="utf-8"))
    (told,) = re.findall(r"catalog/(unit/\S+:\d+:\d+): galat(\[.+?) “", page)
    asked = (HERE / "latihan/standar" / EXPECTED).read_text(encoding="utf-8")
    assert f"{told[0]} error{told[1]}" in asked
