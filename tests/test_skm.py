"""Surveys: the arithmetic, the command, and what never leaves the answers."""

from __future__ import annotations

import inspect
import json
import os
import re
import subprocess
import sys
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from generator.check import check
from generator.model.hitung_skm import (
    bobot_sama,
    bulat,
    hitung,
    indeks,
    kelas,
    kelas_unsur,
    sampel,
    skema_tahun,
)
from generator.skm import jawaban
from generator.skm.jalankan import muat
from generator.skm.jawaban import tersembunyi
from generator.skm.templat import templat_csv, templat_xlsx
from tests.bantuan import DASAR, TODAY, lay

ROOT = Path(__file__).parents[1]
CATALOG = ROOT / "catalog"
KODE = (
    "persyaratan",
    "prosedur",
    "waktu",
    "biaya",
    "produk",
    "kompetensi",
    "perilaku",
    "pengaduan",
    "sarpras",
)
TOTALS = dict(zip(KODE, (105, 101, 100, 116, 102, 105, 106, 115, 105), strict=True))
"""The published vector: 29 respondents, sum 955; its form calls sarpras U8 and pengaduan U9."""


@pytest.fixture(scope="module")
def skema() -> Any:
    return muat(DASAR, TODAY).skema


@pytest.fixture(scope="module")
def skm(skema: Any) -> Any:
    return skema["skm-2017"]


def spread(total: int, people: int) -> list[int]:
    low, more = divmod(total, people)
    return [low + 1] * more + [low] * (people - more)


def vector() -> list[dict[str, int]]:
    columns = {code: spread(total, 29) for code, total in TOTALS.items()}
    return [{code: columns[code][row] for code in KODE} for row in range(29)]


def table(rows: list[dict[str, int]], extra: dict[str, str] | None = None) -> str:
    head = [*KODE, *(extra or {})]
    lines = [",".join(head)]
    more = list((extra or {}).values())
    lines += [",".join([*(str(row.get(code, "")) for code in KODE), *more]) for row in rows]
    return "\n".join(lines) + "\n"


def run(*arguments: str | Path, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "generator", *map(str, arguments)],
        capture_output=True,
        text=True,
        cwd=cwd,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )


def test_the_published_vector(skm: Any) -> None:
    found = hitung(vector(), KODE, skm)
    shown = {method: str(bulat(each)) for method, each in found.ikm.items()}
    assert shown == {"persis": "91.48", "0.111": "91.38", "0.11": "90.56"}
    assert found.mutu == {"persis": "A", "0.111": "A", "0.11": "A"}
    assert found.nrr["pengaduan"] == Fraction(115, 29)


@pytest.mark.parametrize(
    ("answer", "shown", "grades"),
    [
        (4, ("100.00", "99.90", "99.00"), {"A"}),
        (1, ("25.00", "24.98", "24.75"), {"D"}),
    ],
)
def test_perfect_and_worst(
    skm: Any, answer: int, shown: tuple[str, str, str], grades: set[Any]
) -> None:
    found = hitung([dict.fromkeys(KODE, answer)] * 3, KODE, skm)
    assert tuple(str(bulat(each)) for each in found.ikm.values()) == shown
    assert set(found.mutu.values()) == grades


@pytest.mark.parametrize(
    ("value", "grade"),
    [
        ("100", "A"), ("88.31", "A"), ("88.305", "A"), ("88.304", "B"), ("88.30", "B"),
        ("76.61", "B"), ("76.605", "B"), ("76.60", "C"), ("65.00", "C"), ("64.995", "C"),
        ("64.99", "D"), ("25.00", "D"),
    ],
)  # fmt: skip
def test_edges_of_the_table(skm: Any, value: str, grade: str) -> None:
    found = kelas(skm, Decimal(value))
    assert found
    assert found.label == grade


@pytest.mark.parametrize(
    ("average", "grade"),
    [("3.5324", "A"), ("3.06", "C"), ("3.0644", "B"), ("2.60", "C"), ("1", "D")],
)
def test_edges_of_the_elements_table(skm: Any, average: str, grade: str) -> None:
    found = kelas_unsur(skm, Decimal(average))
    assert found
    assert found.label == grade


@pytest.mark.parametrize(
    ("family", "year", "value", "label"),
    [
        ("ombudsman", 2021, "80.00", "Kuning"),
        ("ombudsman", 2021, "81.00", "Hijau"),
        ("ombudsman", 2022, "80.00", "B"),
        ("ombudsman", 2023, "94.67", "A"),
        ("ombudsman", 2024, "53.99", "D"),
        ("ombudsman", 2025, "65.98", None),
        ("pekppp", 2023, "3.49", "B-"),
        ("pekppp", 2025, "4.51", "A"),
        ("pekppp", 2025, "2.18", "C-"),
    ],
)
def test_a_score_is_judged_by_the_table_of_its_year(
    skema: Any, family: str, year: int, value: str, label: str | None
) -> None:
    scheme = skema_tahun(skema, family, year)
    assert scheme
    found = kelas(scheme, Decimal(value))
    assert (found.label if found else None) == label


def test_sample_sizes_of_the_table(skm: Any) -> None:
    known = {
        10: 10, 20: 19, 30: 28, 50: 44, 75: 63, 100: 80, 150: 108, 200: 132, 300: 169, 500: 217,
        1000: 278, 2000: 322, 5000: 357, 10000: 370, 100000: 383, 0: 0,
    }  # fmt: skip
    assert {size: sampel(skm.survei.sampel, size) for size in known} == known


def test_missing_answers_do_not_count(skm: Any) -> None:
    rows = [dict.fromkeys(KODE, 4), {**dict.fromkeys(KODE, 2), "waktu": 2}]
    del rows[1]["waktu"]
    found = hitung(rows, KODE, skm)
    assert found.nrr["waktu"] == 4
    assert found.nrr["biaya"] == 3
    assert found.penjawab["waktu"] == 1


def test_nobody_answered_an_element(skm: Any) -> None:
    with pytest.raises(ValueError, match="waktu"):
        hitung([{code: 3 for code in KODE if code != "waktu"}], KODE, skm)


def test_an_added_element_shares_the_weight(skm: Any) -> None:
    codes = (*KODE, "kebersihan")
    found = hitung([{**dict.fromkeys(KODE, 4), "kebersihan": 2}], codes, skm)
    assert bobot_sama(skm.survei, 10) == {
        "persis": Fraction(1, 10),
        "0.111": Fraction(1, 10),
        "0.11": Fraction(1, 10),
    }
    assert found.ikm["persis"] == 95


def test_weights_of_the_units_own(skm: Any) -> None:
    weights = {**dict.fromkeys(KODE, Decimal("0.1")), "waktu": Decimal("0.2")}
    found = hitung([{**dict.fromkeys(KODE, 4), "waktu": 2}], KODE, skm, weights)
    assert set(found.ikm.values()) == {Fraction(90)}


@given(
    st.lists(
        st.fixed_dictionaries({code: st.one_of(st.none(), st.integers(1, 4)) for code in KODE}),
        min_size=1,
        max_size=60,
    ).filter(lambda rows: all(any(row[code] for row in rows) for code in KODE))
)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_pandas_agrees(rows: list[dict[str, int | None]]) -> None:
    pandas = pytest.importorskip("pandas")
    frame = pandas.DataFrame(rows, columns=KODE, dtype="float")
    means = frame.mean()
    scheme = muat(DASAR, TODAY).skema["skm-2017"] if not CACHE else CACHE[0]
    CACHE.append(scheme)
    answers = [{code: value for code, value in row.items() if value} for row in rows]
    found = hitung(answers, KODE, scheme)
    for method, weight in (("persis", 1 / 9), ("0.111", 0.111), ("0.11", 0.11)):
        assert float(found.ikm[method]) == pytest.approx((means * weight).sum() * 25)
    assert {code: float(each) for code, each in found.nrr.items()} == pytest.approx(dict(means))


CACHE: list[Any] = []


@given(st.dictionaries(st.text(min_size=1, max_size=3), st.integers(1, 9), min_size=1, max_size=8))
def test_hidden_cells_cannot_be_computed(counts: dict[str, int]) -> None:
    hidden = tersembunyi(counts, 3)
    assert {name for name, count in counts.items() if count < 3} <= hidden
    if hidden and len(hidden) < len(counts):
        assert len(hidden) > 1
        assert sum(counts[name] for name in hidden) >= 3


def test_the_command_prints_the_contract(tmp_path: Path) -> None:
    file = tmp_path / "jawaban.csv"
    file.write_text(table(vector()), encoding="utf-8")
    made = run("skm", file, "--format", "json")
    assert made.returncode == 0, made.stderr
    found = json.loads(made.stdout)
    assert list(found) == ["n", "nrr", "ikm", "mutu"]
    assert found["n"] == 29
    assert tuple(found["nrr"]) == KODE
    assert found["ikm"] == {"persis": 91.48, "0.111": 91.38, "0.11": 90.56}
    assert found["mutu"] == {"persis": "A", "0.111": "A", "0.11": "A"}


def test_a_workbook_gives_the_same(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(KODE)
    for row in vector():
        sheet.append([row[code] for code in KODE])
    book.save(tmp_path / "jawaban.xlsx")
    made = run("skm", tmp_path / "jawaban.xlsx", "--format", "json")
    assert json.loads(made.stdout)["ikm"]["persis"] == 91.48


def test_the_arithmetic_is_shown(tmp_path: Path) -> None:
    file = tmp_path / "jawaban.csv"
    file.write_text(table(vector()), encoding="utf-8")
    shown = run("skm", file, "--populasi", "30").stdout
    assert "105 : 29" in shown
    assert "× 1/9 × 25 = 91,48" in shown
    assert "× 0,110 × 25 = 90,56" in shown
    assert "perlu 28 responden: cukup" in shown


def test_nothing_personal_leaves_the_answers(tmp_path: Path) -> None:
    catalog = lay(tmp_path / "catalog", DASAR)
    file = tmp_path / "jawaban.csv"
    personal = {
        "saran": "Sitirahayu tolong AC-nya",
        "nama": "Budisantoso",
        "pekerjaan": "Lurah Rahasiajaya",
        "layanan": "Pak Dulkarim",
    }
    file.write_text(table(vector(), personal), encoding="utf-8")
    made = run(
        "skm", file, "--unit", "dinas-contoh", "--periode", "2026-semester-2", "--mulai",
        "2026-07-01", "--selesai", "2026-10-31", "--catalog", catalog, "--today", str(TODAY),
    )  # fmt: skip
    assert made.returncode == 0, made.stderr
    record = catalog / "unit/dinas-contoh/skm/2026-semester-2.yaml"
    said = made.stdout + made.stderr + record.read_text(encoding="utf-8")
    for word in ("Sitirahayu", "Budisantoso", "Rahasiajaya", "Dulkarim"):
        assert word not in said
    assert "Lainnya" in said
    findings = check(catalog, TODAY).findings.sorted()
    assert [each for each in findings if "2026-semester-2" in each.place.file] == []


def test_wrong_cells_are_told_one_by_one_and_nothing_is_computed(tmp_path: Path) -> None:
    file = tmp_path / "jawaban.csv"
    rows = table(vector()).splitlines()
    rows[3] = "5,3,3,3,3,3,3,3,3"
    rows[4] = "3,3,Pak Dulkarim,3,3,3,3,3,2.5"
    file.write_text("\n".join(rows), encoding="utf-8")
    made = run("skm", file, "--format", "json")
    assert made.returncode == 1
    assert made.stdout == ""
    assert "jawaban.csv:4:1" in made.stderr
    assert "sel A4 (persyaratan): “5” bukan jawaban" in made.stderr
    assert "sel C5 (waktu): teks bukan jawaban" in made.stderr
    assert "sel I5 (sarpras): “2.5” bukan jawaban" in made.stderr
    assert "Dulkarim" not in made.stderr


def test_numbered_columns_are_refused(tmp_path: Path) -> None:
    file = tmp_path / "jawaban.csv"
    file.write_text("U1,U8,U9\n3,3,3\n", encoding="utf-8")
    made = run("skm", file)
    assert made.returncode == 1
    assert "U8 dan U9 tertukar" in made.stderr


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.csv", b"", "kosong"),
        ("a.csv", b"\xff\xfe\x00", "UTF-8"),
        ("a.xlsx", b"PK not a workbook", "tidak terbaca"),
        ("a.ods", b"x", ".csv atau .xlsx"),
    ],
)
def test_unreadable_files_are_wrong_use(tmp_path: Path, name: str, data: bytes, said: str) -> None:
    (tmp_path / name).write_bytes(data)
    made = run("skm", tmp_path / name)
    assert made.returncode == 2
    assert said in made.stderr
    assert "Traceback" not in made.stderr


def test_semicolons_and_a_byte_order_mark(tmp_path: Path) -> None:
    file = tmp_path / "jawaban.csv"
    file.write_bytes(b"\xef\xbb\xbf" + table(vector()).replace(",", ";").encode())
    assert json.loads(run("skm", file, "--format", "json").stdout)["n"] == 29


def test_the_answer_sheet_can_be_filled(tmp_path: Path, skm: Any) -> None:
    made = run("new", "skm", tmp_path / "isi.xlsx")
    assert made.returncode == 0, made.stderr
    book = load_workbook(tmp_path / "isi.xlsx")
    sheet = book["Jawaban"]
    assert tuple(cell.value for cell in sheet[1])[:9] == KODE
    for row in vector():
        sheet.append([row[code] for code in KODE])
    book.save(tmp_path / "isi.xlsx")
    found = json.loads(run("skm", tmp_path / "isi.xlsx", "--format", "json").stdout)
    assert found["ikm"]["persis"] == 91.48
    assert run("new", "skm", tmp_path / "isi.xlsx").returncode == 2
    assert templat_csv(skm).startswith(",".join(KODE))
    assert templat_xlsx(skm)[:2] == b"PK"


def test_indices_need_no_float() -> None:
    rules = muat(DASAR, date(2026, 1, 1)).skema["skm-2017"].survei
    assert rules
    assert indeks([Decimal("3.40")] * 9, rules)["persis"] == 85


def test_every_rule_of_the_sheet_is_explained() -> None:
    text = inspect.getsource(jawaban)
    assert set(re.findall(r'tell\(\s*"(skm-[a-z-]+)"', text)) == set(jawaban.EXPLAINED)
