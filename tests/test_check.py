"""Whatever a stranger sends, the check ends, and every finding has a place and a hint."""

from __future__ import annotations

import random
import re
import time
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.check import check
from generator.finding import PER_FILE
from generator.rules.registry import RULES
from tests.bantuan import DASAR, TODAY, lay

FILES = sorted(path.relative_to(DASAR).as_posix() for path in DASAR.rglob("*.yaml"))
TREES = {file: yaml.load((DASAR / file).read_text("utf-8"), yaml.BaseLoader) for file in FILES}


class _Plain(yaml.SafeDumper):
    """Writes a value that is met twice out in full."""

    def ignore_aliases(self, data: object) -> bool:
        return True


_WORDS = st.sampled_from(
    ["", "-", "ya", "nama", "kode", "kasus", "gratis", "uu-25-2009", "dinas-contoh", "9" * 20]
)
_SCALARS = st.one_of(_WORDS, st.text(max_size=12))
_ANYTHING = st.recursive(
    _SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(_SCALARS, inner, max_size=3)
    ),
    max_leaves=6,
)


def changed(tree: object, chance: random.Random, new: object) -> object:
    """Replace, drop or double one node of a tree."""
    if isinstance(tree, dict) and tree:
        key = chance.choice(sorted(tree))
        match chance.randrange(6):
            case 0:
                return {**tree, key: new}
            case 1:
                return {other: value for other, value in tree.items() if other != key}
            case 2:
                return {**tree, chance.choice(["kode", "komponen_bersama", "jenis", "x"]): new}
            case _:
                return {**tree, key: changed(tree[key], chance, new)}
    if isinstance(tree, list) and tree:
        at = chance.randrange(len(tree))
        if chance.randrange(4) == 0:
            return [*tree, tree[at], new]
        return [*tree[:at], changed(tree[at], chance, new), *tree[at + 1 :]]
    return new


@settings(
    max_examples=120,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    seed=st.integers(0, 2**32),
    news=st.lists(_ANYTHING, min_size=1, max_size=6),
    names=st.lists(
        st.sampled_from([*FILES, "unit/desa-satu/standar/surat-usaha.yaml"]), min_size=6, max_size=6
    ),
)
def test_a_catalog_with_anything_in_it_is_judged(
    tmp_path_factory: pytest.TempPathFactory, seed: int, news: list[object], names: list[str]
) -> None:
    chance = random.Random(seed)
    root = lay(tmp_path_factory.mktemp("katalog"), DASAR)
    trees: dict[str, object] = {}
    for file, new in zip(names, news, strict=False):
        tree = trees.get(file, TREES.get(file, TREES["pola/desa/standar/surat-usaha.yaml"]))
        trees[file] = changed(tree, chance, new)
    for file, tree in trees.items():
        path = root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        text = yaml.dump(tree, Dumper=_Plain, allow_unicode=True, sort_keys=False)
        path.write_text(text, encoding="utf-8", errors="replace")
    for finding in check(root, TODAY, DASAR).findings.sorted():
        assert finding.rule in RULES
        assert finding.message
        assert finding.hint
        path = root / finding.place.file
        lines = path.read_bytes().count(b"\n") + 1 if path.is_file() else 1
        assert 1 <= finding.place.line <= lines + 1
        assert finding.place.column >= 1


def test_links_that_cannot_be_links_are_findings(tmp_path: Path) -> None:
    root = lay(tmp_path / "catalog", Path(__file__).parent / "teladan/catalog")
    for path in root.rglob("*.yaml"):
        text = path.read_text("utf-8")
        path.write_text(re.sub(r"https://[\w./-]+", "https://a]b/[c", text), "utf-8")
    found = check(root, TODAY).findings.sorted()
    assert any("https://a]b" in each.message for each in found)


def test_the_shipped_catalog_has_no_error() -> None:
    root = Path(__file__).parents[1] / "catalog"
    errors = [each for each in check(root, TODAY).findings.sorted() if each.level.word == "error"]
    assert errors == []


HEAD = "nama: A\nringkasan: B.\nstatus: contoh\ndiperbarui: 2026-11-01\nsektor: umum\n"
MANY = {
    "unknown keys": HEAD + "".join(f"kunci{n}: 1\n" for n in range(20_000)),
    "wrong items": HEAD + "kanal:\n" + "".join(f"  - {{kod: {n}}}\n" for n in range(15_000)),
    "placeholders": HEAD + "catatan:\n" + "  - ...\n" * 25_000,
    "open quotes": HEAD + f"catatan: [ijin {'“' * 80_000}]\n",
    "misspelt": HEAD + f"catatan: [{'ijin ' * 45_000}]\n",
    "digits": HEAD + f"catatan: [{'1 ' * 120_000}]\n",
    "laws": HEAD + f"catatan: [{'Peraturan Aa Aa Aa ' * 12_000}]\n",
    "cases": HEAD
    + "kasus:\n"
    + "".join(
        f"  - kode: s{axis}\n    pertanyaan: Apa?\n    pilihan:\n"
        + "".join(f"      - {{kode: k{axis}-{n}, nama: A}}\n" for n in range(3000))
        for axis in range(2)
    ),
    "fees": HEAD
    + "biaya:\n"
    + "".join(f"  - {{kode: b{n}, untuk: Semua, jumlah: {n % 2}}}\n" for n in range(4000)),
    "most fees": HEAD
    + "kasus:\n"
    + "".join(
        f"  - kode: s{axis}\n    pertanyaan: Apa?\n    pilihan:\n"
        + "".join(f"      - {{kode: k{axis}-{n}, nama: A}}\n" for n in range(40))
        for axis in range(2)
    )
    + "biaya:\n"
    + "".join(
        f"  - {{kode: b{n}, untuk: A, jumlah: {n % 2}, kasus: [k0-{n % 40}, k1-{n % 39}]}}\n"
        for n in range(150)
    ),
    "stages": HEAD
    + "jangka_waktu:\n  tahap:\n"
    + "".join(
        f"    - {{kode: t{n}, nama: A, maks: 1, satuan: jam, sesudah: [t{n + 1}]}}\n"
        for n in range(3000)
    ),
    "references": HEAD + "terkait:\n" + "".join(f"  - dinas-contoh/x{n}\n" for n in range(9000)),
}


@pytest.mark.parametrize("content", MANY.values(), ids=MANY)
def test_no_single_file_holds_up_the_check(tmp_path: Path, content: str) -> None:
    root = lay(tmp_path, DASAR)
    (root / "unit/dinas-contoh/standar/banyak.yaml").write_text(content, encoding="utf-8")
    start = time.process_time()
    findings = check(root, TODAY).findings.sorted()
    assert time.process_time() - start < 2
    assert 1 <= len(findings) <= PER_FILE + 10


def test_a_long_chain_of_units_is_judged_at_once(tmp_path: Path) -> None:
    root = lay(tmp_path, DASAR)
    unit = (root / "unit/kec-contoh/unit.yaml").read_text(encoding="utf-8")
    for n in range(600):
        path = root / f"unit/u{n}/unit.yaml"
        path.parent.mkdir()
        text = unit.replace("Kecamatan Contoh", f"Kecamatan {n}").replace("kab-contoh", f"u{n + 1}")
        path.write_text("\n".join(row for row in text.splitlines() if "kode_" not in row))
    start = time.process_time()
    assert "induk-tak-ada" in {each.rule for each in check(root, TODAY).findings.sorted()}
    assert time.process_time() - start < 3
