"""CODEOWNERS: each unit's folder to its reviewers, and no handle that reaches nobody."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.codeowners import Register, codeowners, read_owners
from generator.finding import Findings
from tests.bantuan import lines

ROOT = Path(__file__).parent.parent
KNOWN = Register(
    parents={
        "kab": None,
        "dinkes": "kab",
        "dishub": "kab",
        "pkm-a": "dinkes",
        "uptd-lab": "dishub",
        "kec-a": "kab",
        "desa-a": "kec-a",
        "desa-b": "kec-a",
        "lingkar-a": "lingkar-b",
        "lingkar-b": "lingkar-a",
    },
    members={"puskesmas": ("pkm-a",), "desa": ("desa-a", "desa-b"), "kosong": ()},
)
MAPPING = """\
bawaan: ["@pemda/organisasi"]
folder:
  generator: ["@pemda/program"]
  catalog/regulasi: ["@pemda/hukum", "@budi"]
kelompok:
  desa: ["@pemda/dpmd"]
unit:
  dishub: ["@pemda/dishub"]
  dinkes: ["@pemda/dinkes"]
  desa-b: ["@pemda/desa-b"]
  kec-a: ["@pemda/organisasi"]
"""


def made(mapping: str) -> tuple[list[str], list[str]]:
    findings = Findings()
    owners = read_owners(mapping, "pemilik.yaml", KNOWN, findings)
    return codeowners(owners, KNOWN).splitlines()[2:], lines(findings.sorted())


def test_the_narrowest_comes_last() -> None:
    assert made(MAPPING) == (
        [
            "* @pemda/organisasi",
            "/catalog/regulasi/ @pemda/hukum @budi",
            "/generator/ @pemda/program",
            "/catalog/pola/desa/ @pemda/dpmd",
            "/catalog/unit/desa-a/ @pemda/dpmd",
            "/catalog/unit/desa-b/ @pemda/desa-b",
            "/catalog/unit/dinkes/ @pemda/dinkes",
            "/catalog/unit/dishub/ @pemda/dishub",
            "/catalog/unit/pkm-a/ @pemda/dinkes",
            "/catalog/unit/uptd-lab/ @pemda/dishub",
        ],
        [],
    )


@pytest.mark.parametrize(
    ("mapping", "said"),
    [
        ("unit: {dishub: ['@a']}", "1:1 error[berkas-pemilik] `bawaan` belum diisi | tambahkan"),
        ("bawaan: [a]", "1:10 error[berkas-pemilik] “a” bukan nama akun atau tim"),
        ("bawaan: '@a b'", "1:1 error[berkas-pemilik] “@a b” bukan nama akun atau tim"),
        ("bawaan: ['@a\\n* @b']", "bukan nama akun atau tim"),
        (
            "bawaan: ['@a']\nunits: {}",
            "2:1 error[berkas-pemilik] kunci `units` tidak dikenal | apakah maksud Anda `unit`?",
        ),
        (
            "bawaan: ['@a']\nunit:\n  dishb: ['@a']",
            (
                "3:3 error[berkas-pemilik] unit `dishb` tidak "
                "ada di katalog | apakah maksud Anda `dishub`?"
            ),
        ),
        ("bawaan: ['@a']\nkelompok: {zz: ['@a']}", "kelompok `zz` tidak ada di katalog | hapus"),
        ("bawaan: ['@a']\nunit: ['@a']", "`unit` harus berisi"),
        ("bawaan: ['@a']\nfolder: {'../x y': ['@a']}", "bukan jalur folder"),
        ("bawaan: ['@a'", "yaml-rusak"),
        ("bawaan: ['@a']\nbawaan: ['@b']", "yaml-kunci-ganda"),
    ],
)
def test_says_what_is_wrong_with_the_mapping(mapping: str, said: str) -> None:
    assert [each for each in made(f"{mapping}\n")[1] if said in each], made(f"{mapping}\n")[1]


def run(cwd: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "generator", "codeowners", *arguments],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_the_shipped_file_is_fresh() -> None:
    done = run(ROOT, "--check")
    assert done.returncode == 0, done.stdout + done.stderr


def test_check_tells_and_writes_nothing(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "tests/teladan/catalog", tmp_path / "catalog")
    (tmp_path / ".github").mkdir()
    (tmp_path / ".github/pemilik.yaml").write_text("bawaan: ['@pemda/tim']\n")
    done = run(tmp_path, "--check")
    assert done.returncode == 1
    assert done.stdout == ".github/CODEOWNERS\n"
    assert not (tmp_path / ".github/CODEOWNERS").exists()
    assert run(tmp_path).returncode == 0
    assert "* @pemda/tim\n" in (tmp_path / ".github/CODEOWNERS").read_text()
    assert run(tmp_path, "--check").returncode == 0
    (tmp_path / ".github/pemilik.yaml").write_text("bawaan: [tim]\n")
    done = run(tmp_path)
    assert done.returncode == 1
    assert ".github/pemilik.yaml:1:10: galat[berkas-pemilik]" in done.stderr


def test_without_a_mapping_it_is_wrong_use(tmp_path: Path) -> None:
    (tmp_path / "catalog").mkdir()
    assert run(tmp_path).returncode == 2
