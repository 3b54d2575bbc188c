"""New records: a draft the check accepts, whose examples are right too."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from generator.check import Checked, check
from generator.finding import Finding, Findings, Level
from generator.layout import identify
from generator.new import KINDS, Draft, Refused, draft
from generator.shape import MODELS, shape
from generator.source import Document
from generator.yamltext import read

ROOT = Path(__file__).parent.parent
TELADAN = ROOT / "tests/teladan/catalog"
TODAY = date(2026, 11, 24)
ASKED = {
    "standar": ("disdukcapil", "kartu-baru"),
    "sop": ("disdukcapil", "akta-kelahiran"),
    "lokasi": ("disdukcapil", "loket-kedua"),
    "penetapan": ("disdukcapil", "sk-9"),
    "unit": ("dinas-baru",),
    "regulasi": ("permendagri-9-2024",),
}


@pytest.fixture(scope="module")
def before() -> Checked:
    return check(TELADAN, TODAY)


@pytest.fixture
def catalog(tmp_path: Path) -> Path:
    return shutil.copytree(TELADAN, tmp_path / "catalog")


def put(catalog: Path, made: Draft) -> Path:
    file = catalog / made.file
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(made.text, "utf-8")
    return file


def errors(checked: Checked) -> list[Finding]:
    return [each for each in checked.findings.sorted() if each.level is Level.ERROR]


def uncommented(text: str) -> str:
    """The draft with every example put to use."""
    return "".join(
        line.removeprefix("# ") if re.match(r"# [^#]", line) else line
        for line in text.splitlines(keepends=True)
        if "yaml-language-server" not in line
    )


def shaped(made: Draft, text: str, kind: str) -> list[str]:
    data, places, faults = read(text, made.file)
    findings = Findings()
    shape(kind, Document(made.file, data, places), findings, "x")
    return [each.message for each in faults] + [each.message for each in findings.sorted()]


@pytest.mark.parametrize("kind", KINDS)
def test_a_draft_adds_no_error(catalog: Path, before: Checked, kind: str) -> None:
    made = draft(catalog, kind, ASKED[kind], TODAY)
    put(catalog, made)
    after = check(catalog, TODAY)
    assert errors(after) == errors(before)
    new = {each for each in after.findings.sorted() if each.place.file == made.file}
    assert {each.rule for each in new} <= {"unit-tanpa-layanan"}
    identity = identify(made.file)
    assert identity
    assert identity.kind == kind
    assert after.files == before.files + 1


@pytest.mark.parametrize("kind", KINDS)
def test_the_examples_of_a_draft_are_of_the_right_shape(catalog: Path, kind: str) -> None:
    made = draft(catalog, kind, ASKED[kind], TODAY)
    text = uncommented(made.text)
    assert shaped(made, text, kind) == []
    # Every required key is there, and what officers need most is shown.
    keys = {line.partition(":")[0] for line in text.splitlines() if re.match(r"[a-z_]+:", line)}
    assert {name for name, info in MODELS[kind].model_fields.items() if info.is_required()} <= keys
    assert len(keys) > len(MODELS[kind].model_fields) // 2 or kind == "standar"


@pytest.mark.parametrize("kind", KINDS)
def test_every_line_is_told(catalog: Path, kind: str) -> None:
    made = draft(catalog, kind, ASKED[kind], TODAY)
    first, *rest = made.text.splitlines()
    schema = first.removeprefix("# yaml-language-server: $schema=")
    assert (catalog / made.file).parent.joinpath(schema).resolve().name == f"{kind}.json"
    assert len([line for line in rest if line.startswith("## ")]) >= 4
    assert "$" not in "".join(rest)
    # Only lists of codes may be longer than an editor is wide.
    assert all(len(line) <= 100 or line.count(", ") > 3 for line in rest)


def test_a_member_of_a_group_gets_an_override(catalog: Path, before: Checked) -> None:
    made = draft(catalog, "standar", (village(catalog), "sktm"), TODAY)
    assert made.text.splitlines()[0].endswith("/timpaan.json")
    assert before.katalog
    fingerprint = before.katalog.sidik["desa-kelurahan/sktm"]
    assert f"ditinjau_terhadap: {fingerprint}\n" in made.text
    put(catalog, made)
    after = check(catalog, TODAY)
    assert errors(after) == errors(before)
    assert [each for each in after.findings.sorted() if each.place.file == made.file] == []


def village(catalog: Path) -> str:
    """A village without overrides."""
    villages = sorted(catalog.glob("unit/desa-*"))
    return next(each.name for each in villages if not (each / "standar").exists())


def test_the_examples_of_an_override_work(catalog: Path, before: Checked) -> None:
    unit = village(catalog)
    made = draft(catalog, "standar", (unit, "sktm"), TODAY)
    file = put(catalog, made)
    file.write_text(uncommented(made.text), "utf-8")
    after = check(catalog, TODAY)
    assert errors(after) == errors(before)
    assert after.katalog
    service = after.katalog.tempat[f"{unit}/sktm"]
    assert service.ditimpa
    assert "butir-baru" in [each.kode for each in service.isi.persyaratan]


def test_a_group_gets_a_pattern(catalog: Path) -> None:
    made = draft(catalog, "standar", ("desa-kelurahan", "suket-uji"), TODAY)
    assert made.file == "pola/desa-kelurahan/standar/suket-uji.yaml"
    assert "sektor: desa-kelurahan\n" in made.text


def test_a_sop_names_the_service_it_is_for(catalog: Path) -> None:
    assert "\nlayanan: [disdukcapil/akta-kelahiran]\n" in drafted_sop(catalog, "akta-kelahiran")
    assert "\n# layanan: [disdukcapil/uji]\n" in drafted_sop(catalog, "uji")
    pattern = draft(catalog, "sop", ("desa-kelurahan", "sktm"), TODAY)
    assert pattern.file == "pola/desa-kelurahan/sop/sktm.yaml"
    assert "\nlayanan: [desa-kelurahan/sktm]\n" in pattern.text


def drafted_sop(catalog: Path, name: str) -> str:
    return draft(catalog, "sop", ("disdukcapil", name), TODAY).text


@pytest.mark.parametrize(
    ("kind", "names", "said"),
    [
        ("sop", ("kec-andai-hulu", "dispensasi-nikah"), "pola/kecamatan/sop/dispensasi-nikah.yaml"),
        ("standar", ("disdukcapil", "Kartu Keluarga (baru)"), "mis. `kartu-keluarga-baru`"),
        ("standar", ("disdukcapil", "a" * 81), "paling panjang 80 huruf"),
        ("standar", ("disdukcapil", "../../x"), "bukan nama berkas yang sah"),
        ("standar", ("disdukcapil", "x/y"), "bukan nama berkas yang sah"),
        ("standar", ("disdukcapil", ""), "bukan nama berkas yang sah"),
        ("standar", ("disdukcapil",), "tulis `katalog new standar <unit> <nama>`"),
        ("standar", ("a", "b", "c"), "tulis `katalog new standar <unit> <nama>`"),
        ("standar", ("disdukcpil", "x"), "yang mirip: `disdukcapil`"),
        ("standar", ("zzz", "x"), "`katalog new unit zzz`"),
        ("lokasi", ("desa-kelurahan", "x"), "unit `desa-kelurahan` tidak ada"),
        ("unit", ("desa-kelurahan",), "sudah dipakai kelompok pola"),
        ("unit", ("disdukcapil",), "sudah ada"),
        ("standar", ("disdukcapil", "akta-kelahiran"), "sudah ada"),
        ("regulasi", ("peraturan",), "mis. `permendagri-2-2017`"),
        ("entah", ("x",), "pilih salah satu: standar"),
    ],
)
def test_says_why_not(catalog: Path, kind: str, names: tuple[str, ...], said: str) -> None:
    with pytest.raises(Refused) as told:
        draft(catalog, kind, names, TODAY)
    assert said in str(told.value)


@pytest.mark.parametrize(
    ("id_", "lines"),
    [
        ("uu-99-2013", ["jenis: UU", 'nomor: "99"', "tahun: 2013"]),
        ("perda-bulungan-2-2002", ["jenis: Perda Bulungan", 'nomor: "2"', "tahun: 2002"]),
        ("perbup-uji-2024", ["jenis: Perbup Uji", "nomor:", "tahun: 2024"]),
    ],
)
def test_a_law_is_read_from_its_id(catalog: Path, id_: str, lines: list[str]) -> None:
    made = draft(catalog, "regulasi", (id_,), TODAY)
    assert set(lines) <= set(made.text.splitlines())
    assert shaped(made, made.text, "regulasi") == []


@pytest.mark.parametrize(
    ("id_", "kind"),
    [("desa-x", "desa"), ("kel-x", "kelurahan"), ("pkm-x", "puskesmas"), ("x", "dinas")],
)
def test_a_unit_is_guessed_from_its_id(catalog: Path, id_: str, kind: str) -> None:
    made = draft(catalog, "unit", (id_,), TODAY)
    assert f"jenis: {kind}\n" in made.text
    assert "induk: kab-teladan\n" in made.text


def test_the_command_writes_once(catalog: Path) -> None:
    def run() -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "generator", "new", "standar", "disdukcapil", "kartu-baru"],
            cwd=catalog.parent,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    done = run()
    file = catalog / "unit/disdukcapil/standar/kartu-baru.yaml"
    assert done.returncode == 0
    assert done.stdout.splitlines()[0] == f"Dibuat: catalog/{file.relative_to(catalog)}"
    assert "`katalog check`" in done.stdout
    file.write_text("milik petugas")
    again = run()
    assert again.returncode == 2
    assert again.stderr.startswith(
        "Tidak dibuat: `unit/disdukcapil/standar/kartu-baru.yaml` sudah ada"
    )
    assert file.read_text() == "milik petugas"
