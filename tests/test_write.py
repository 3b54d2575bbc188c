"""Writing a tree: what differs is written, what is stale goes, what is not ours stays."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.write import MARKER, Changes, NotOurs, UnsafePath, claim, write


def tree(root: Path) -> dict[str, bytes]:
    return {
        each.relative_to(root).as_posix(): each.read_bytes()
        for each in root.rglob("*")
        if each.is_file() and each.name != MARKER
    }


def test_writes_all_into_a_new_folder(tmp_path: Path) -> None:
    root = tmp_path / "a" / "docs"
    changes = write(root, {"index.md": "satu", "x/y.bin": b"\0"})
    assert tree(root) == {"index.md": b"satu", "x/y.bin": b"\0"}
    assert changes == Changes(new=("index.md", "x/y.bin"))
    assert (root / MARKER).is_file()


def test_touches_only_what_differs(tmp_path: Path) -> None:
    write(tmp_path, {"a.md": "a", "b.md": "b", "tua/c.md": "c"})
    before = (tmp_path / "a.md").stat().st_mtime_ns
    changes = write(tmp_path, {"a.md": "a", "b.md": "B", "d.md": "d"})
    assert changes == Changes(("d.md",), ("b.md",), ("tua/c.md",), kept=1)
    assert changes.all == ["b.md", "d.md", "tua/c.md"]
    assert (tmp_path / "a.md").stat().st_mtime_ns == before
    assert not (tmp_path / "tua").exists()
    assert not write(tmp_path, {"a.md": "a", "b.md": "B", "d.md": "d"})


def test_check_tells_and_changes_nothing(tmp_path: Path) -> None:
    root = tmp_path / "docs"
    assert write(root, {"a.md": "a"}, check=True).new == ("a.md",)
    assert not root.exists()
    write(root, {"a.md": "a", "b.md": "b"})
    before = tree(root)
    changes = write(root, {"a.md": "A", "c.md": "c"}, check=True)
    assert changes == Changes(("c.md",), ("a.md",), ("b.md",))
    assert tree(root) == before


def test_copies_a_file(tmp_path: Path) -> None:
    source = tmp_path / "berkas.pdf"
    source.write_bytes(b"%PDF")
    write(tmp_path / "docs", {"lampiran/berkas.pdf": source})
    assert tree(tmp_path / "docs") == {"lampiran/berkas.pdf": b"%PDF"}


def test_a_file_gives_way_to_a_folder_and_back(tmp_path: Path) -> None:
    write(tmp_path, {"a": "berkas"})
    write(tmp_path, {"a/b": "di dalam"})
    assert tree(tmp_path) == {"a/b": b"di dalam"}
    write(tmp_path, {"a": "berkas"})
    assert tree(tmp_path) == {"a": b"berkas"}


@pytest.mark.parametrize("holds", ["catatan.txt", "dalam/catatan.txt", ".tersembunyi"])
def test_refuses_a_folder_of_somebody_else(tmp_path: Path, holds: str) -> None:
    file = tmp_path / holds
    file.parent.mkdir(exist_ok=True)
    file.write_text("milik orang")
    with pytest.raises(NotOurs):
        write(tmp_path, {"index.md": "x"})
    assert file.read_text() == "milik orang"
    assert not (tmp_path / "index.md").exists()


def test_refuses_a_file_and_a_link_as_folder(tmp_path: Path) -> None:
    file = tmp_path / "berkas"
    file.write_text("x")
    (tmp_path / "nyata").mkdir()
    link = tmp_path / "tautan"
    link.symlink_to(tmp_path / "nyata")
    for root in (file, link):
        with pytest.raises(NotOurs):
            write(root, {"index.md": "x"})


def test_takes_an_empty_folder(tmp_path: Path) -> None:
    claim(tmp_path)
    assert (tmp_path / MARKER).is_file()


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/etc/x",
        "../x",
        "a/../../x",
        "a/./x",
        "a//x",
        "a/",
        ".katalog",
        "a/.b",
        "a\\b",
        "c:/x",
        "a\0b",
        "a\nb",
    ],
)
def test_refuses_a_path_that_leaves_or_hides(tmp_path: Path, path: str) -> None:
    root = tmp_path / "docs"
    with pytest.raises(UnsafePath):
        write(root, {"aman.md": "x", path: "x"})
    assert not root.exists()


def test_never_writes_through_a_link(tmp_path: Path) -> None:
    outside = tmp_path / "luar"
    outside.mkdir()
    (outside / "rahasia.md").write_text("milik orang")
    root = tmp_path / "docs"
    write(root, {"a.md": "a", "b/c.md": "c"})
    (root / "a.md").unlink()
    (root / "a.md").symlink_to(outside / "rahasia.md")
    (root / "b" / "c.md").unlink()
    (root / "b").rmdir()
    (root / "b").symlink_to(outside)
    (root / "d").symlink_to(outside)
    write(root, {"a.md": "baru", "b/c.md": "baru"})
    assert tree(root) == {"a.md": b"baru", "b/c.md": b"baru"}
    assert tree(outside) == {"rahasia.md": b"milik orang"}


names = st.text("abcxyz01-é", min_size=1, max_size=4)
paths = st.lists(names, min_size=1, max_size=3).map("/".join)
trees = st.dictionaries(paths, st.binary(max_size=5), max_size=6).filter(
    lambda found: not any(b.startswith(f"{a}/") for a in found for b in found)
)


@settings(deadline=None)
@given(before=trees, after=trees)
def test_the_folder_holds_exactly_the_tree(
    tmp_path_factory: pytest.TempPathFactory, before: dict[str, bytes], after: dict[str, bytes]
) -> None:
    root = tmp_path_factory.mktemp("tulis") / "docs"
    write(root, before)
    told = write(root, after, check=True)
    done = write(root, after)
    assert tree(root) == after
    assert told == done
    assert len(done.new) + len(done.changed) + done.kept == len(after)
    assert not write(root, after)
