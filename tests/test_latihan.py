"""The two exercises of the guide: what is asked gives these findings, the answer gives none."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.check import check
from tests.bantuan import EXPECTED, TODAY, agree, lay, lines

HERE = Path(__file__).parent
GUIDE = HERE.parent / "content" / "panduan"
EXERCISES = ("peta-proses", "sop")


@pytest.mark.parametrize("name", EXERCISES)
def test_the_exercise_has_these_faults(name: str, setujui: bool) -> None:
    text = "".join(
        f"{each}\n"
        for each in lines(check(HERE / "latihan" / name / "soal", TODAY).findings.sorted())
    )
    expected = HERE / "latihan" / name / EXPECTED
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
    told = set(
        re.findall(
            r"(?:error|warning|info)\[([a-z-]+)\]",
            (HERE / "latihan" / name / EXPECTED).read_text("utf-8"),
        )
    )
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
