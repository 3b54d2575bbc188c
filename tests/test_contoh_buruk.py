"""Five published standards as bad as they were: the findings their officers would get.

Each is laid over the clean catalog; `findings.txt` holds everything said about it. To write it
anew: `pytest tests/test_contoh_buruk.py --setujui`.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.check import check
from generator.perbaiki import mended
from tests.bantuan import DASAR, EXPECTED, TODAY, agree, lay, lines

CASES = sorted(each for each in (Path(__file__).parent / "contoh/buruk").iterdir() if each.is_dir())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_its_officer_is_told_everything(case: Path, tmp_path: Path, setujui: bool) -> None:
    catalog = lay(tmp_path / "c", DASAR, case)
    own = {path.relative_to(case).as_posix() for path in case.rglob("*.yaml")}
    found = check(catalog, TODAY).findings.sorted()
    text = "".join(f"{each}\n" for each in lines(each for each in found if each.place.file in own))
    if setujui:
        agree(case / EXPECTED, text)
    assert text == (case / EXPECTED).read_text("utf-8")
    assert len(text.splitlines()) >= 4
    # What is left after the certain edits is for a person, and only then do the deeper rules speak.
    files, done = mended(catalog, TODAY)
    assert bool(files) == bool(done)


def test_there_are_five() -> None:
    assert len(CASES) == 5
