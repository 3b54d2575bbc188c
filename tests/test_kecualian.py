"""Excuses: what they lower, what they cannot, and that an excused catalog still makes a site."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.check import check
from generator.derive import derive
from generator.finding import Level
from generator.render.pages import render
from generator.rules.kecualian import PRIVATE, WHOLE, excusable
from generator.rules.registry import RULES
from tests.bantuan import DASAR, TODAY, check_files, lay, write
from tests.test_rules import CASES, name

RECORD = "unit/dinas-contoh/standar/izin-contoh.yaml"


def excuses(*pairs: tuple[str, str]) -> str:
    items = "".join(
        f"  - rekaman: {file}\n    aturan: {rule}\n    alasan: Menunggu keputusan.\n"
        "    berakhir: 2027-01-31\n    disetujui_oleh: Kepala Bagian Organisasi\n"
        for file, rule in pairs
    )
    return f"diperbarui: 2026-11-01\nbutir:\n{items}"


def test_an_excused_error_stays_in_sight_but_blocks_nothing(tmp_path: Path) -> None:
    late = (DASAR / RECORD).read_text("utf-8").replace("2026-11-01", "2026-12-01", 1)
    before = check_files(tmp_path / "a", {RECORD: late}).findings
    assert before.blocking
    listed = {RECORD: late, "kecualian.yaml": excuses((RECORD, "tanggal-di-depan"))}
    after = check_files(tmp_path / "b", listed).findings
    assert not after.blocking
    (told,) = (each for each in after.sorted() if each.rule == "tanggal-di-depan")
    (was,) = (each for each in before.sorted() if each.rule == "tanggal-di-depan")
    assert told.level is Level.INFO
    assert told.place == was.place
    assert told.message == f"{was.message} (dikecualikan sampai 2027-01-31: Menunggu keputusan.)"
    assert [each.rule for each in after.sorted()] == [each.rule for each in before.sorted()]


def test_what_is_private_or_broken_is_never_excused(tmp_path: Path) -> None:
    private = (DASAR / RECORD).read_text("utf-8") + "catatan: Hubungi NIK 6501014101900001.\n"
    listed = {RECORD: private, "kecualian.yaml": excuses((RECORD, "nik-dalam-teks"))}
    found = check_files(tmp_path, listed).findings.sorted()
    levels = {each.rule: each.level for each in found}
    assert levels["nik-dalam-teks"] is Level.ERROR
    assert levels["kecualian-terlarang"] is Level.ERROR


def test_rules_that_are_never_excused_exist() -> None:
    assert {*PRIVATE, *WHOLE} <= RULES.keys()
    assert not any(excusable(each) for each in RULES.values() if each.check is None)


@pytest.mark.parametrize(
    "case",
    [
        each
        for each in CASES
        if each.name.startswith("reject")
        and excusable(RULES[each.parent.name])
        and not (each / "sebelum").exists()
    ],
    ids=name,
)
def test_an_excused_fault_breaks_no_page(case: Path, tmp_path: Path) -> None:
    """What can be excused stops neither the pages nor the drawings of a site."""
    catalog = lay(tmp_path, DASAR, case)
    found = check(catalog, TODAY).findings.sorted()
    pairs = sorted(
        {
            (each.place.file, each.rule)
            for each in found
            if each.level is Level.ERROR and excusable(RULES[each.rule])
        }
    )
    write(catalog, {"kecualian.yaml": excuses(*pairs)})
    checked = check(catalog, TODAY)
    if not checked.findings.blocking:
        assert checked.katalog
        assert render(derive(checked.katalog, TODAY))
