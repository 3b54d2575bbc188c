"""The guide: each file it shows an officer can be typed as it stands."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from generator.check import check
from generator.finding import Finding
from tests.bantuan import TODAY, lay

ROOT = Path(__file__).parent.parent
BLOCK = re.compile(r"```yaml\n(# (\S+\.yaml)\n.*?)```", re.DOTALL)


PAGES = sorted((ROOT / "content" / "panduan").glob("*.md"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_page_of_the_guide_shows_the_way_back(page: Path) -> None:
    front = yaml.safe_load(page.read_text(encoding="utf-8").split("---\n")[1])
    *above, here = front["remah"]
    assert here == {"nama": front["title"]}
    assert above == (
        [] if page.stem == "index" else [{"nama": "Panduan petugas", "url": "panduan/"}]
    )


def _found(root: Path, before: Path | None = None) -> list[Finding]:
    return check(root, TODAY, before).findings.sorted()


def _told(found: Finding) -> tuple[str, str, str]:
    return found.rule, found.place.file, found.message


def test_the_files_of_the_officers_guide_draw_no_finding(tmp_path: Path) -> None:
    regency = lay(tmp_path / "kabupaten", ROOT / "catalog")
    exercise = ROOT / "tests" / "latihan" / "standar"
    small = lay(tmp_path / "latihan", exercise / "soal", exercise / "jawaban")
    known = {_told(each) for root in (regency, small) for each in _found(root)}
    before = lay(tmp_path / "sebelum", regency)
    page = (ROOT / "content" / "panduan" / "petugas.md").read_text(encoding="utf-8")
    shown = set()
    for text, name in BLOCK.findall(page):
        # The guide names no real village; its patterns are those of the regency.
        file = name.replace("desa-contoh", "desa-long-bia")
        target = (small if "dinas-contoh" in file else regency) / file
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
        shown.add(file)
    found = [*_found(regency, before), *_found(small)]
    assert len(shown) == 6
    assert [each for each in found if _told(each) not in known] == []
