"""The edge where records come in: a bad file is a finding and hides no other file."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from generator.finding import Findings, Level
from generator.load import MAX_BYTES, excerpt, load
from generator.source import Position
from tests.bantuan import DASAR, check_files, lay, lines, write

RECORD = "nama: Izin\nringkasan: Izin uji.\nstatus: draf\ndiperbarui: 2026-11-01\nsektor: umum\n"
FILE = "unit/dinas-contoh/standar/izin-uji.yaml"


def loaded(root: Path) -> tuple[list[str], list[tuple[str, str, int, int]]]:
    findings = Findings()
    files = [each.document.file for each in load(root, findings)]
    return files, [
        (each.rule, each.place.file, each.place.line, each.place.column)
        for each in findings.sorted()
    ]


def test_records_come_in_the_order_of_their_paths(tmp_path: Path) -> None:
    files, findings = loaded(lay(tmp_path, DASAR))
    assert files == sorted(files)
    assert len(files) == len(list(DASAR.rglob("*.yaml")))
    assert findings == []


def test_the_id_of_a_record_is_its_path(tmp_path: Path) -> None:
    root = write(tmp_path, {FILE: RECORD, FILE.replace(".yaml", "@2024-01-01.yaml"): RECORD})
    ids = [
        (each.identity.kind, each.identity.id, each.identity.version)
        for each in load(root, Findings())
    ]
    assert sorted(ids, key=str) == [
        ("standar", "dinas-contoh/izin-uji", "2024-01-01"),
        ("standar", "dinas-contoh/izin-uji", None),
    ]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (RECORD.encode("utf-16"), ("berkas-bukan-utf8", 1, 1)),
        (RECORD.encode("utf-16-le"), ("karakter-kendali", 1, 2)),
        (b"nama: Izin\nalamat: Caf\xe9\n", ("berkas-bukan-utf8", 2, 12)),
        (b"nama: \xff\n", ("berkas-bukan-utf8", 1, 7)),
        (b"nama: Izin\n\x00", ("karakter-kendali", 2, 1)),
        ("nama: Izin\nproses: A\u202eB\n".encode(), ("karakter-tersembunyi", 2, 10)),
        ("nama: Izin\n\ufeffproses: A\n".encode(), ("karakter-tersembunyi", 2, 1)),
        (b"#" * (MAX_BYTES + 1), ("berkas-terlalu-besar", 1, 1)),
    ],
)
def test_unreadable_bytes_are_told_at_their_place(
    tmp_path: Path, content: bytes, expected: tuple[str, int, int]
) -> None:
    root = write(tmp_path, {FILE: content, "pemerintah.yaml": "nama: Contoh\n"})
    files, findings = loaded(root)
    assert files == ["pemerintah.yaml"]
    assert findings == [(expected[0], FILE, *expected[1:])]


def test_a_byte_order_mark_and_windows_line_ends_are_fine(tmp_path: Path) -> None:
    content = b"\xef\xbb\xbf" + RECORD.replace("\n", "\r\n").encode()
    findings = Findings()
    (source,) = load(write(tmp_path, {FILE: content}), findings)
    assert source.document.data["nama"] == "Izin"
    assert source.document.places.locate_key(("status",)).line == 3
    assert len(findings) == 0


def test_links_are_not_followed(tmp_path: Path) -> None:
    outside = write(tmp_path / "luar", {"unit.yaml": "nama: Rahasia\n"})
    root = write(tmp_path / "katalog", {FILE: RECORD})
    (root / "unit" / "luar").symlink_to(outside, target_is_directory=True)
    (root / "unit" / "dinas-contoh" / "unit.yaml").symlink_to(outside / "unit.yaml")
    (root / "unit" / "putus").symlink_to("tidak-ada")
    files, findings = loaded(root)
    assert files == [FILE]
    assert [each[:2] for each in findings] == [
        ("berkas-tautan", "unit/dinas-contoh/unit.yaml"),
        ("berkas-tautan", "unit/luar"),
        ("berkas-tautan", "unit/putus"),
    ]


def test_a_link_to_itself_does_not_hang(tmp_path: Path) -> None:
    root = write(tmp_path, {FILE: RECORD})
    (root / "unit" / "lingkar").symlink_to(root)
    assert loaded(root)[0] == [FILE]


@pytest.mark.parametrize("name", ["con", "aux.yaml", "NUL", "com1.txt", "lpt9"])
def test_names_that_windows_reserves_are_refused(tmp_path: Path, name: str) -> None:
    files, findings = loaded(write(tmp_path, {FILE: RECORD, f"unit/{name}": ""}))
    assert files == [FILE]
    assert [each[:2] for each in findings] == [("nama-berkas", f"unit/{name}")]


def test_names_that_differ_in_case_only_clash(tmp_path: Path) -> None:
    root = write(tmp_path, {FILE: RECORD, FILE.replace("izin-uji", "Izin-Uji"): RECORD})
    rules = [each[0] for each in loaded(root)[1]]
    assert sorted(rules) == ["berkas-tak-dikenal", "nama-berkas"]


@pytest.mark.parametrize(
    "file",
    [
        "unit.yaml",
        "catatan.txt",
        "unit/dinas-contoh/izin.yaml",
        "unit/dinas-contoh/standar/izin.yml",
        "unit/dinas_contoh/unit.yaml",
        "unit/dinas-contoh/standar/izin@2024.yaml",
        "pola/desa/unit.yaml",
        "kosakata/lain.yaml",
    ],
)
def test_a_file_in_an_unknown_place_is_told(tmp_path: Path, file: str) -> None:
    files, findings = loaded(write(tmp_path, {FILE: RECORD, file: RECORD}))
    assert files == [FILE]
    assert findings == [("berkas-tak-dikenal", file, 1, 1)]


@pytest.mark.parametrize(
    "file", ["skema/standar.json", "lampiran/a.pdf", "formulir/b.pdf", ".git/config", ".DS_Store"]
)
def test_folders_beside_the_records_are_left_alone(tmp_path: Path, file: str) -> None:
    assert loaded(write(tmp_path, {FILE: RECORD, file: "\x00"})) == ([FILE], [])


def test_one_broken_file_hides_no_other(tmp_path: Path) -> None:
    checked = check_files(
        tmp_path,
        {
            FILE: "nama: [terbuka\n",
            "unit/dinas-contoh/standar/kedua.yaml": RECORD.replace("status: draf", "status: draff"),
            "unit/dinas-contoh/standar/ketiga.yaml": RECORD.replace("Izin uji.", "..."),
            "regulasi/rusak.yaml": b"\xff\xfe",
        },
    )
    errors = [each for each in checked.findings.sorted() if each.level is Level.ERROR]
    assert [(each.rule, each.place.file) for each in errors] == [
        ("berkas-bukan-utf8", "regulasi/rusak.yaml"),
        ("yaml-rusak", FILE),
        ("isian-salah", "unit/dinas-contoh/standar/kedua.yaml"),
        ("isian-pengganti", "unit/dinas-contoh/standar/ketiga.yaml"),
    ]
    assert checked.katalog is not None
    assert "dinas-contoh/ketiga" in checked.katalog.layanan


def test_a_broken_record_makes_no_dangling_references(tmp_path: Path) -> None:
    checked = check_files(
        tmp_path,
        {
            "kosakata/dokumen.yaml": "butir: [\n",
            "regulasi/uu-25-2009.yaml": "jenis: UU\n",
            "unit/kec-contoh/unit.yaml": "nama:\n",
            "pola/desa/standar/surat-usaha.yaml": "nama: !x\n",
        },
    )
    told = {each.rule for each in checked.findings.sorted()}
    assert "rujukan-tak-ada" not in told
    assert "induk-tak-ada" not in told
    assert "pemilik-tak-ada" not in told


def test_a_missing_catalog_is_told_by_an_exception(tmp_path: Path) -> None:
    with pytest.raises(NotADirectoryError):
        load(tmp_path / "tidak-ada", Findings())


@pytest.mark.parametrize(
    "content",
    [
        b"a: " + b"[" * (MAX_BYTES - 3),
        b"a: &a [" + b"*a, " * 60_000,
        b"- " * 100_000,
        b"a: '" + b"x" * (MAX_BYTES - 4),
        b"? " * 100_000,
        b"a:\n" * 80_000,
        b"k: {" * 60_000,
        b"!!x " * 60_000,
    ],
    ids=["brackets", "aliases", "dashes", "quote", "questions", "repeated", "braces", "tags"],
)
def test_no_file_takes_longer_than_a_second(tmp_path: Path, content: bytes) -> None:
    root = write(tmp_path, {FILE: content[:MAX_BYTES]})
    start = time.process_time()
    findings = Findings()
    load(root, findings)
    assert time.process_time() - start < 1
    assert len(findings) >= 1


def test_the_excerpt_is_the_line_a_finding_points_at(tmp_path: Path) -> None:
    root = write(tmp_path, {"a.yaml": b"satu\nd\xffua\n"})
    assert excerpt(root, Position("a.yaml", 1)) == "satu"
    assert excerpt(root, Position("a.yaml", 2)) == "d\ufffdua"
    assert excerpt(root, Position("a.yaml", 9)) is None
    assert excerpt(root, Position("b.yaml", 1)) is None


def test_findings_of_a_repeated_run_are_the_same(tmp_path: Path) -> None:
    files = {FILE: RECORD.replace("Izin uji.", "..."), "unit/lain/unit.yaml": "nama: A\n"}
    first = lines(check_files(tmp_path / "a", files).findings.sorted())
    assert first == lines(check_files(tmp_path / "b", files).findings.sorted())
    assert first
