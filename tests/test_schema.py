"""The schemas for editors: fresh, Indonesian, and never stricter than the check."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from pydantic import TypeAdapter, ValidationError
from ruamel.yaml import YAML

from generator import schema
from generator.model import nilai
from generator.shape import MODELS

ROOT = Path(__file__).parent.parent
CATALOGS = (ROOT / "catalog", ROOT / "tests/teladan/catalog")
SCHEMAS = {file.removesuffix(".json"): json.loads(text) for file, text in schema.schemas().items()}
LINE = re.compile(r"# yaml-language-server: \$schema=(\S+)\n")


def faults(kind: str, text: str) -> list[str]:
    """What an editor would underline in a record."""
    # Editors read a date as text.
    data = YAML(typ="safe", pure=True).load(re.sub(r"(\d{4}-\d\d-\d\d)", r'"\1"', text))
    return [each.message for each in Draft7Validator(SCHEMAS[kind]).iter_errors(data)]


def parts(found: Any) -> list[dict[str, Any]]:
    """Every object schema inside `found`."""
    if isinstance(found, dict):
        own = [found] if "properties" in found else []
        return own + [each for value in found.values() for each in parts(value)]
    if isinstance(found, list):
        return [each for value in found for each in parts(value)]
    return []


@pytest.mark.parametrize("kind", SCHEMAS)
def test_is_a_schema_of_draft_7(kind: str) -> None:
    Draft7Validator.check_schema(SCHEMAS[kind])
    assert SCHEMAS[kind]["title"] != kind, "give it an Indonesian title in schema.py"


@pytest.mark.parametrize("kind", SCHEMAS)
def test_every_key_is_explained_in_indonesian(kind: str) -> None:
    english = {each.__doc__ for model in MODELS.values() for each in (model, *model.__mro__)}
    for part in parts(SCHEMAS[kind]):
        assert part.get("description") not in english
        for name, each in part["properties"].items():
            assert each.get("description"), f"{kind}: {name}"
            assert not re.search(r"\b(the|of|and|which|where)\b", each["description"]), name


def test_every_kind_has_a_schema() -> None:
    models = {MODELS[kind] for kind in SCHEMAS if kind in MODELS}
    assert models == set(MODELS.values())


def test_the_files_in_the_catalog_are_fresh(tmp_path: Path) -> None:
    done = run("schema", "--check")
    assert done.returncode == 0, done.stdout


def run(*arguments: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "generator", *arguments],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_check_tells_what_is_stale(tmp_path: Path) -> None:
    (tmp_path / "catalog").mkdir()
    assert run("schema", cwd=tmp_path).returncode == 0
    assert run("schema", "--check", cwd=tmp_path).returncode == 0
    (tmp_path / "catalog/skema/unit.json").write_text("{}")
    (tmp_path / "catalog/skema/lama.json").write_text("{}")
    done = run("schema", "--check", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stdout.splitlines() == ["catalog/skema/lama.json", "catalog/skema/unit.json"]
    assert "jalankan `katalog schema`" in done.stderr
    assert (tmp_path / "catalog/skema/lama.json").exists()


def records() -> dict[str, list[Path]]:
    by_kind = defaultdict(list)
    for root in CATALOGS:
        for file in sorted(root.rglob("*.yaml")):
            line = LINE.match(file.read_text("utf-8"))
            by_kind[Path(line[1]).stem if line else ""].append(file)
    return by_kind


def test_every_record_names_its_schema() -> None:
    found = records()
    assert found.pop("", []) == []
    assert found.keys() <= SCHEMAS.keys()
    for files in found.values():
        for file in files:
            line = LINE.match(file.read_text("utf-8"))
            assert line
            assert (file.parent / line[1]).resolve().parent == ROOT / "catalog/skema", file


@pytest.mark.parametrize("kind", SCHEMAS)
def test_every_record_that_checks_also_passes_in_editors(kind: str) -> None:
    files = records().get(kind)
    assert files, "the fictional regency holds every kind"
    done = subprocess.run(
        [
            Path(sys.executable).with_name("check-jsonschema"),
            "--schemafile",
            ROOT / f"catalog/skema/{kind}.json",
            *files,
        ],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout


STANDARD = """\
nama: Kartu
ringkasan: Kartu untuk warga.
status: contoh
diperbarui: 2026-11-24
sektor: adminduk
"""


def test_an_editor_accepts_a_short_standard() -> None:
    assert faults("standar", STANDARD) == []
    assert faults("standar", STANDARD + "biaya:\npengaduan:\nkasus:\nsippn:\n") == []


@pytest.mark.parametrize(
    "wrong",
    [
        "nma: x",
        "sektor: Adminduk",
        "status: entah",
        "diperbarui: 24-11-2026",
        "sippn: http://x.id",
        "jangka_waktu: {tahap: [{kode: a, nama: A, satuan: hari_kerja}]}",
        "jangka_waktu: {tahap: [{kode: a, nama: A, maks: 0, satuan: hari_kerja}]}",
        "jangka_waktu: {tahap: [{kode: a, nama: A, maks: 3, satuan: hari kerja}]}",
        'biaya: [{kode: a, untuk: A, jumlah: "50.000"}]',
        "biaya: [{kode: a, untuk: A, jumlah: Rp50000}]",
        "biaya: [{kode: a, untuk: A, jumlah: -1}]",
        "biaya: {kode: a, untuk: A}",
        "biaya: [null]",
        "produk: [{kode: a}]",
        "kasus: [{kode: a, pertanyaan: A, pilihan: [{kode: b, nama: B}]}]",
        "evaluasi_kinerja: {uraian: []}",
        "formulir: [{nama: A, berkas: ../a.pdf}]",
        "persyaratan: [{kode: a, teks: A, hapus: ya}]",
    ],
)
def test_an_editor_underlines_what_the_check_refuses(wrong: str) -> None:
    key = wrong.partition(":")[0]
    kept = "".join(line for line in STANDARD.splitlines(True) if not line.startswith(f"{key}:"))
    assert faults("standar", f"{kept}{wrong}\n") != []


def test_an_override_needs_nothing_but_codes() -> None:
    assert faults("timpaan", "diperbarui: 2026-11-24\n") == []
    override = """\
ditinjau_terhadap: 1234-1234-1234-1234-1234
persyaratan:
  - {kode: pengantar-rt, hapus: ya, alasan: Tidak ada RT di sini.}
  - {kode: baru, teks: Surat baru, setelah: kk}
  - {kode: kk, rangkap: 2}
jangka_waktu:
  tahap:
    - {kode: surat, maks: 30}
"""
    assert faults("timpaan", override) == []
    assert faults("timpaan", "persyaratan: [{teks: A}]\n") != []
    assert faults("timpaan", "persyaratan: [{kode: a, hapus: tidak}]\n") != []
    assert faults("timpaan", "nma: x\n") != []
    # A list without codes is replaced whole, so its items are whole.
    assert faults("timpaan", "sarpras: [{akses_rentan: a}]\n") != []


NAMES = ["Teks", "Paragraf", "Kode", "Rujukan", "Rupiah", "Bilangan", "Desimal"]
NAMES += ["Tanggal", "Jam", "YaTidak", "Tautan", "Berkas"]
TYPES = {
    name: (
        TypeAdapter(getattr(nilai, name)),
        schema._Maker().annotation(getattr(nilai, name), relaxed=False),
    )
    for name in NAMES
}
LONG = {"Teks": 600, "Paragraf": 6000, "Kode": 80, "Rujukan": 160, "Tautan": 500}
texts = st.one_of(
    st.text(max_size=30),
    st.text("abz09-/.:@%#?&=+ ", max_size=30),
    *(
        st.from_regex(pattern["pattern"].removeprefix("^").removesuffix("$"))
        for _, pattern in TYPES.values()
        if "pattern" in pattern
    ),
)


@pytest.mark.parametrize("name", TYPES)
@settings(deadline=None)
@given(text=texts)
@example("2026-02-30")
@example("24:00")
@example("٣")
@example("https://a.id:٣/")
def test_a_type_and_its_pattern_agree(name: str, text: str) -> None:
    adapter, pattern = TYPES[name]
    try:
        adapter.validate_python(text)
        accepted = True
    except ValidationError:
        accepted = False
    seen = Draft7Validator(pattern).is_valid(text)
    if accepted:
        # `$` in Python also matches before a last line feed; editors' does not.
        assert seen
    elif name not in ("Tanggal", "Berkas") and len(text) <= LONG.get(name, 99) and "\n" not in text:
        assert not seen
