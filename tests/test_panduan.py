"""The guide: each file it shows an officer can be typed as it stands."""

from __future__ import annotations

import re
from pathlib import Path

from generator.check import check
from generator.finding import Level
from tests.bantuan import TODAY, lay

ROOT = Path(__file__).parent.parent
BLOCK = re.compile(r"```yaml\n(# (\S+\.yaml)\n.*?)```", re.DOTALL)


def test_the_files_of_the_officers_guide_have_no_fault(tmp_path: Path) -> None:
    regency = lay(tmp_path / "kabupaten", ROOT / "catalog")
    exercise = ROOT / "tests" / "latihan" / "standar"
    small = lay(tmp_path / "latihan", exercise / "soal", exercise / "jawaban")
    page = (ROOT / "content" / "panduan" / "petugas.md").read_text(encoding="utf-8")
    shown = set()
    for text, name in BLOCK.findall(page):
        # The guide names no real village; its patterns are those of the regency.
        file = name.replace("desa-contoh", "desa-long-bia")
        target = (small if "dinas-contoh" in file else regency) / file
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
        shown.add(file)
    found = [
        each for catalog in (regency, small) for each in check(catalog, TODAY).findings.sorted()
    ]
    errors = [each for each in found if each.level is Level.ERROR]
    assert len(shown) == 6
    assert errors == []
