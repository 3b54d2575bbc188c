"""Builds that are killed, raced, or out of space: the site is always one whole version."""

from __future__ import annotations

import hashlib
import os
import random
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import material
import pytest

from tests.pembangkit import bangkitkan

ROOT = Path(__file__).parent.parent
LEFT = ["baru", "build", "content", "generator", "lama", "mkdocs.yml", "site"]
SERVICES = 20


def tree(root: Path) -> str:
    """One digest of every file below `root`."""
    digest = hashlib.sha256()
    for each in sorted(root.rglob("*")):
        if each.is_file():
            digest.update(f"{each.relative_to(root)}\0".encode() + each.read_bytes())
    return digest.hexdigest()


@dataclass
class Place:
    """A folder with two versions of a catalog, and what the site of each must be."""

    folder: Path
    whole: dict[str, str] = field(default_factory=dict)
    took: float = 0.0

    @property
    def site(self) -> Path:
        return self.folder / "site"

    def command(self, version: str) -> list[str]:
        build = [sys.executable, "-m", "generator", "build", "--today", "2026-11-24"]
        return [*build, "--catalog", version]

    def build(self, version: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            self.command(version),
            cwd=self.folder,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    def start(self, version: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            self.command(version),
            cwd=self.folder,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    def beside(self) -> list[str]:
        return sorted(each.name for each in self.folder.iterdir())


@pytest.fixture
def place(tmp_path: Path) -> Place:
    made = Place(tmp_path)
    # A copy: the versions must differ by records only, also if somebody edits meanwhile.
    for part in ("content", "generator"):
        shutil.copytree(ROOT / part, tmp_path / part, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    for version in ("lama", "baru"):
        bangkitkan(tmp_path / version, SERVICES)
        government = tmp_path / version / "pemerintah.yaml"
        government.write_text(government.read_text().replace("SIPP Uji", f"SIPP {version}"))
        start = time.monotonic()
        done = made.build(version)
        assert done.returncode == 0, done.stderr
        made.took = time.monotonic() - start
        made.whole[version] = tree(made.site)
    assert made.whole["lama"] != made.whole["baru"]
    return made


@contextmanager
def reading(site: Path) -> Iterator[list[str]]:
    """Read the site without pause, as visitors do; gives what went wrong."""
    wrong: list[str] = []
    stop = threading.Event()

    def read() -> None:
        while not stop.is_set():
            for page in ("index.html", "layanan/dinas-1/layanan-1/index.html"):
                try:
                    text = (site / page).read_text("utf-8")
                except OSError as error:
                    wrong.append(f"{page}: {error}")
                else:
                    if not text.rstrip().endswith("</html>"):
                        wrong.append(f"{page}: cut off")
            time.sleep(0.0005)

    thread = threading.Thread(target=read)
    thread.start()
    try:
        yield wrong
    finally:
        stop.set()
        thread.join()


def kill(process: subprocess.Popen[bytes], *, all_of_it: bool) -> None:
    if process.poll() is None:
        if all_of_it:
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()  # the engine is left behind, and must end by itself
    process.wait()


def killed_many_times(place: Place, kills: int, seed: int) -> None:
    chance = random.Random(seed)
    with reading(place.site) as wrong:
        for number in range(kills):
            version = chance.choice(["lama", "baru"])
            process = place.start(version)
            time.sleep(chance.uniform(0, place.took * 1.1))
            kill(process, all_of_it=number % 3 != 0)
            assert tree(place.site) in place.whole.values(), f"kill {number} of {version}"
    assert wrong == []
    done = place.build("baru")
    assert done.returncode == 0, done.stderr
    assert tree(place.site) == place.whole["baru"]
    assert place.beside() == LEFT


def test_a_killed_build_leaves_one_whole_site(place: Place) -> None:
    killed_many_times(place, kills=4, seed=1)


@pytest.mark.soak
def test_builds_killed_at_any_moment_leave_one_whole_site(place: Place) -> None:
    killed_many_times(place, kills=int(os.environ.get("SOAK_KILLS", "100")), seed=time.time_ns())


@pytest.mark.soak
def test_racing_builds_leave_one_whole_site(place: Place) -> None:
    chance = random.Random(time.time_ns())
    with reading(place.site) as wrong:
        for _ in range(6):
            racers = [place.start(chance.choice(["lama", "baru"])) for _ in range(4)]
            time.sleep(chance.uniform(0, place.took * 3))
            for each in racers[:2]:
                kill(each, all_of_it=True)
            for each in racers[2:]:
                assert each.wait() == 0
            assert tree(place.site) in place.whole.values()
    assert wrong == []
    assert place.beside() == LEFT


@pytest.fixture
def small_disk(tmp_path: Path, place: Place) -> Iterator[Path]:
    """A disk with room for one site as the engine leaves it, but not for a second."""
    engine = Path(material.__file__).parent / "templates/assets"
    files = [each for root in (place.site, engine) for each in root.rglob("*") if each.is_file()]
    blocks = [-(-each.stat().st_size // 4096) * 4 for each in files]
    disk = tmp_path / "disk"
    disk.mkdir()
    room = sum(blocks) + 2048
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={room}k", "uji", disk],
        capture_output=True,
        check=False,
    )
    if mounted.returncode:
        pytest.skip("only root may mount: a full disk cannot be tried")
    yield disk
    subprocess.run(["umount", disk], check=True)


@pytest.mark.soak
def test_a_full_or_read_only_disk_keeps_the_old_site(small_disk: Path, place: Place) -> None:
    out = small_disk / "site"

    def build(version: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*place.command(version), "--out", out],
            cwd=place.folder,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    done = build("lama")
    assert done.returncode == 0, done.stderr
    for prepare, said in (
        ([], "Ruang simpan penuh"),
        (["mount", "-o", "remount,ro", small_disk], "Tidak boleh menulis"),
    ):
        if prepare:
            subprocess.run(prepare, check=True)
        done = build("baru")
        assert done.returncode == 2, done.stderr
        assert said in done.stderr
        assert "Traceback" not in done.stderr
        assert tree(out) == place.whole["lama"]
        assert [each.name for each in small_disk.iterdir()] == ["site"]
