"""The swap: the published site is always one whole version, whatever dies when."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.build import swap
from generator.write import MARKER, NotOurs, write

ROOT = Path(__file__).parent.parent


@pytest.fixture
def out(tmp_path: Path) -> Path:
    write(tmp_path / "site", {"index.html": "lama", "a/b.html": "lama"})
    return tmp_path / "site"


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def put(out: Path, text: str) -> None:
    with swap.fresh(out) as new:
        (new / "index.html").write_text(text)
        swap.swap(new, out)


@pytest.mark.parametrize("can_exchange", [True, False])
def test_the_new_takes_the_place_of_the_old(
    out: Path, monkeypatch: pytest.MonkeyPatch, can_exchange: bool
) -> None:
    if not can_exchange:
        monkeypatch.setattr(swap, "_exchange", lambda *_: False)
    put(out, "baru")
    assert (out / "index.html").read_text() == "baru"
    assert not (out / "a").exists()
    assert names(out.parent) == ["site"]


def test_the_first_site_needs_no_old_one(tmp_path: Path) -> None:
    put(tmp_path / "jauh/di/sana/site", "baru")
    assert names(tmp_path / "jauh/di/sana") == ["site"]


def test_a_build_that_fails_leaves_nothing_behind(out: Path) -> None:
    class Fault(Exception):
        pass

    def build() -> None:
        with swap.fresh(out) as new:
            (new / "index.html").write_text("setengah")
            raise Fault

    with pytest.raises(Fault):
        build()
    assert (out / "index.html").read_text() == "lama"
    assert names(out.parent) == ["site"]


def test_a_foreign_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site/foto.jpg").write_text("x")
    with pytest.raises(NotOurs), swap.fresh(tmp_path / "site"):
        pass
    assert names(tmp_path) == ["site"]


def test_leftovers_of_killed_builds_go_at_the_next_start(out: Path) -> None:
    write(out.with_name("site.baru-123"), {"index.html": "setengah"})
    out.with_name("site.baru-124").mkdir()
    put(out, "baru")
    assert names(out.parent) == ["site"]


def test_what_only_looks_like_a_leftover_stays(out: Path) -> None:
    (out.with_name("site.baru-1") / "x").mkdir(parents=True)  # holds things, has no marker
    write(out.with_name("site.baru-draf"), {"a": "a"})
    write(out.with_name("site.lama"), {"a": "a"})
    put(out, "baru")
    assert names(out.parent) == ["site", "site.baru-1", "site.baru-draf", "site.lama"]


def test_a_site_moved_away_by_a_killed_swap_comes_back(out: Path) -> None:
    out.rename(out.with_name("site.lama-77"))
    write(out.with_name("site.baru-77"), {"index.html": "baru"})
    swap.recover(out)
    assert (out / "index.html").read_text() == "lama"
    assert names(out.parent) == ["site"]


def test_a_folder_somebody_builds_in_is_left_alone(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(swap, "_PATIENCE", 0.1)
    code = (
        "import sys; from pathlib import Path; from generator.build import swap\n"
        "with swap.fresh(Path(sys.argv[1])) as new: print('siap', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, out],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    ) as other:
        assert other.stdout
        assert other.stdin
        assert other.stdout.readline() == b"siap\n"
        swap.recover(out)
        assert out.with_name(f"site.baru-{other.pid}").is_dir()
        other.kill()
    swap.recover(out)
    assert names(out.parent) == ["site"]


def test_the_marker_is_the_last_to_go(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gone: list[str] = []
    monkeypatch.setattr(swap.shutil, "rmtree", lambda path, **_: gone.append(Path(path).name))
    swap._remove(out)
    assert gone == ["a", "site"]
    assert names(out) == [MARKER, "a"]


def test_a_linked_site_is_replaced_where_it_lies(tmp_path: Path) -> None:
    write(tmp_path / "www/situs", {"index.html": "lama"})
    link = tmp_path / "site"
    link.symlink_to(tmp_path / "www/situs")
    put(link.resolve(), "baru")
    assert link.is_symlink()
    assert (link / "index.html").read_text() == "baru"
