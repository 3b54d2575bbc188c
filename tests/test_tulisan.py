"""Hand-written pages beside a catalog are judged with it: no person is told there."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.check import check
from generator.report import as_json
from tests.bantuan import DASAR, TODAY


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Hubungi NIP 198503122010011004.", "nik-dalam-teks"),
        ("Hubungi 0812-5555-1234.", "kontak-pribadi"),
        ("Tulis ke budi@gmail.com.", "kontak-pribadi"),
        ("Hubungi (0552) 2027-141 atau kunjungi https://contoh.example/1234567890123456.", ""),
    ],
)
def test_a_person_on_a_page_is_an_error_in_its_line(text: str, rule: str, tmp_path: Path) -> None:
    root = tmp_path / "catalog"
    shutil.copytree(DASAR, root)
    page = tmp_path / "content" / "panduan" / "a.md"
    page.parent.mkdir(parents=True)
    page.write_text(f"# Judul\n\n{text}\n", encoding="utf-8")
    found = check(root, TODAY).findings
    assert [(each.rule, each.place.line) for each in found.sorted()] == (
        [(rule, 3)] if rule else []
    )
    assert found.blocking == bool(rule)
    if rule:
        assert '"file": "content/panduan/a.md"' in as_json(found.sorted(), "catalog")
