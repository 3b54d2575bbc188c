"""Mending: what a finding's edit changes is gone, and nothing else of the file moves."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from generator import yamltext
from generator.check import check
from generator.cli import app
from generator.finding import Edit, Finding, Level
from generator.model import salah_tulis
from generator.perbaiki import mended
from generator.source import Document, Places, Position, Tree
from generator.sunting import mend
from tests.bantuan import DASAR, TODAY, lay, write

SERVICE = "unit/dinas-contoh/standar/izin-contoh.yaml"
CASES = sorted(
    case
    for case in DASAR.parent.glob("*/reject*")
    if not (case / "sebelum").is_dir() and not case.parent.name.startswith("_")
)


def changed(tmp_path: Path, old: str, new: str) -> str:
    """Return the service with `old` replaced by `new`, mended."""
    text = (DASAR / SERVICE).read_text("utf-8")
    assert old in text
    lay(tmp_path / "c", DASAR)
    write(tmp_path / "c", {SERVICE: text.replace(old, new, 1)})
    return mended(tmp_path / "c", TODAY)[0].get(SERVICE, "")


@pytest.mark.parametrize(
    ("old", "typed", "right"),
    [
        ("jumlah: 0", "jumlah: Rp50.000,-  # tarif lama", "jumlah: 50000  # tarif lama"),
        ("jumlah: 0", "jumlah: Gratis", "jumlah: 0"),
        ("jumlah: 0", "jumlah: '50.000'", "jumlah: '50000'"),
        ("diperbarui: 2026-11-01", "diperbarui: 24-11-2026", "diperbarui: 2026-11-24"),
        ("diperbarui: 2026-11-01", "diperbarui: 1 Nopember 2026", "diperbarui: 2026-11-01"),
        ("dokumen: ktp-el", "dokumen: KTP_el", "dokumen: ktp-el"),
        (
            "dokumen: ktp-el\n",
            "dokumen: ktp-el\n    meterai: yes\n",
            "dokumen: ktp-el\n    meterai: ya\n",
        ),
        (
            "dokumen: ktp-el\n",
            "dokumen: ktp-el\n    meterai: False\n",
            "dokumen: ktp-el\n    meterai: tidak\n",
        ),
        ("ringkasan:", "ringkasn:", "ringkasan:"),
        ("satuan: hari_kerja", "satuan: Hari Kerja", "satuan: hari_kerja"),
        ("status: contoh", "status: Contoh", "status: contoh"),
        ("uraian: Serahkan berkas.", "uraian: Ambil Foto copy.", "uraian: Ambil Fotokopi."),
        (
            "uraian: Serahkan berkas.",
            "uraian: >-\n      Serahkan materai\n      di loket.",
            "uraian: >-\n      Serahkan meterai\n      di loket.",
        ),
        (
            "    pelaku: Pemohon\n",
            "    # dari naskah lama\n    keterangan: '-'\n    pelaku: Pemohon\n",
            "    # dari naskah lama\n    pelaku: Pemohon\n",
        ),
    ],
)
def test_one_edit_and_nothing_else(tmp_path: Path, old: str, typed: str, right: str) -> None:
    text = (DASAR / SERVICE).read_text("utf-8")
    assert changed(tmp_path, old, typed) == text.replace(old, right, 1)


def test_numbers_typed_into_items_go(tmp_path: Path) -> None:
    new = changed(
        tmp_path,
        "produk:\n",
        "pengawasan:\n  - 1. Atasan memeriksa.\n  - 'a) Inspektorat: memeriksa.'\n  - Biasa.\n"
        "produk:\n",
    )
    assert "  - Atasan memeriksa.\n  - 'Inspektorat: memeriksa.'\n  - Biasa.\n" in new


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.name}-{case.name}")
def test_mending_a_reject_case_leaves_nothing_to_mend(case: Path, tmp_path: Path) -> None:
    catalog = lay(tmp_path / "c", DASAR, case)
    before = check(catalog, TODAY).findings.sorted()
    files, done = mended(catalog, TODAY)
    assert bool(files) == bool(done)
    assert all(each.edit and not each.edit.judge for each in done)
    for file, text in files.items():
        old = (catalog / file).read_text("utf-8-sig")
        assert re.findall(r"^\s*#.*", old, re.MULTILINE) == re.findall(
            r"^\s*#.*", text, re.MULTILINE
        )
        (catalog / file).write_text(text, "utf-8")
    after = check(catalog, TODAY).findings.sorted()
    gone = {(each.rule, each.place.file, each.message) for each in done}
    assert not gone & {(each.rule, each.place.file, each.message) for each in after}
    assert mended(catalog, TODAY) == ({}, [])  # nothing is mended twice
    if not files:
        assert [each.message for each in before] == [each.message for each in after]


@pytest.mark.parametrize(
    ("rule", "case"), [("pola-berubah", "reject"), ("regulasi-dicabut", "reject")]
)
def test_what_an_officer_must_judge_is_mended_only_by_name(
    rule: str, case: str, tmp_path: Path
) -> None:
    catalog = lay(tmp_path / "c", DASAR, DASAR.parent / rule / case)
    assert not [each for each in mended(catalog, TODAY)[1] if each.rule == rule]
    files, done = mended(catalog, TODAY, frozenset((rule,)))
    assert files
    assert {each.rule for each in done} == {rule}


def test_diff_shows_and_writes_nothing(tmp_path: Path) -> None:
    text = (DASAR / SERVICE).read_text("utf-8").replace("jumlah: 0", "jumlah: 5.000")
    lay(tmp_path / "c", DASAR)
    write(tmp_path / "c", {SERVICE: text})
    words = ["perbaiki", "--catalog", str(tmp_path / "c"), "--today", TODAY.isoformat()]
    shown = CliRunner().invoke(app, [*words, "--diff"])
    assert "-    jumlah: 5.000\n+    jumlah: 5000\n" in shown.output
    assert (tmp_path / "c" / SERVICE).read_text("utf-8") == text
    told = CliRunner().invoke(app, words)
    assert "1 temuan di 1 berkas diperbaiki" in told.output
    assert "jumlah: 5000\n" in (tmp_path / "c" / SERVICE).read_text("utf-8")
    assert "Tidak ada" in CliRunner().invoke(app, words).output
    assert CliRunner().invoke(app, [*words, "--aturan", "tak-ada"]).exit_code == 2


def test_a_catalog_without_faults_stays_as_it_is(tmp_path: Path) -> None:
    shutil.copytree(DASAR, tmp_path / "c")
    assert mended(tmp_path / "c", TODAY) == ({}, [])


@given(st.text(), st.sampled_from(("isi", "kata", "kunci", "hapus")), st.text(), st.text())
def test_no_text_and_no_edit_breaks_a_file(text: str, kind: str, new: str, old: str) -> None:
    finding = Finding("x", Level.ERROR, Position("a", 1, 1), "m", "h", edit=Edit(kind, new, old))
    after, done = mend(text, [finding])
    assert done or after == text


def _texts(tree: dict[str, Tree]) -> list[tuple[tuple[str | int, ...], str]]:
    return list(Document("a", tree, Places(Position("a"))).texts)


def _written() -> tuple[list[tuple[str, int]], list[tuple[str, int]]]:
    """Return every value of many records, as text and number: in brackets, and elsewhere."""
    found: tuple[list[tuple[str, int]], list[tuple[str, int]]] = ([], [])
    for folder in ("teladan/catalog/unit", "rules/_dasar/unit", "latihan/sop/soal/unit"):
        for path in sorted((Path(__file__).parent / folder).rglob("*.yaml")):
            text = path.read_text("utf-8")
            tree, places, _ = yamltext.read(text, "a")
            rows = text.splitlines()
            for number, (at, _old) in enumerate(_texts(tree)):
                place = places.locate(at)
                ahead = rows[place.line - 1][: place.column - 1]
                found["[" not in ahead and "{" not in ahead].append((text, number))
    return found


_BRACKETED, _PLAIN = _written()
_SIGNS = ("a", "é", "0", ": ", ":", " #", "#", "- ", "'", '"', "\\", ",", "[", "}", "&", "@", "ya")
_NEW = st.lists(st.sampled_from(_SIGNS), min_size=1, max_size=6).map("".join).map(str.strip)


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(_BRACKETED) | st.sampled_from(_PLAIN), _NEW.filter(bool))
def test_an_edit_changes_its_value_and_nothing_else(value: tuple[str, int], new: str) -> None:
    text, number = value
    tree, places, _ = yamltext.read(text, "a")
    path, old = _texts(tree)[number]
    place = places.locate(path)
    finding = Finding("x", Level.ERROR, place, "m", "h", edit=Edit("isi", new))
    after, done = mend(text, [finding])
    if not done:
        assert after == text
        return
    changed, _, faults = yamltext.read(after, "a")
    assert not faults
    assert _texts(changed) == [(at, new if at == path else was) for at, was in _texts(tree)]
    before, now = text.splitlines(), after.splitlines()
    assert now[: place.line - 1] == before[: place.line - 1]
    below = len(before) - place.line - len(old.splitlines())
    assert now[len(now) - below :] == before[len(before) - below :] or below <= 0


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("50.000", "50000"),
        ("Rp 1.250.000,00", "1250000"),
        ("50 000", "50000"),
        ("5.00", None),
        ("50,000", None),
        ("1.5", None),
        ("gratis", None),
        ("", None),
    ],
)
def test_amounts_that_leave_no_doubt(text: str, amount: str | None) -> None:
    assert salah_tulis.amount(text) == amount


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("24/11/2026", "2026-11-24"),
        ("2026/1/5", "2026-01-05"),
        ("5 agt 2026", "2026-08-05"),
        ("31-02-2026", None),
        ("24-11-26", None),
        ("11-24-2026", None),
        ("24 Brumaire 2026", None),
    ],
)
def test_days_that_leave_no_doubt(text: str, day: str | None) -> None:
    assert salah_tulis.day(text) == day


@pytest.mark.parametrize(
    ("text", "clock"), [("8.00", "08:00"), ("16.30 WITA", "16:30"), ("25.00", None), ("8", None)]
)
def test_clocks_that_leave_no_doubt(text: str, clock: str | None) -> None:
    assert salah_tulis.clock(text) == clock
