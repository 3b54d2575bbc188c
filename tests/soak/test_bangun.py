"""Whatever kills, fills or turns back a build, the published site is one whole version.

Run by `make soak`; exit codes and messages of each case are listed in docs/soak.md.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.pembangkit import bangkitkan

pytestmark = pytest.mark.soak
ROOT = Path(__file__).parent.parent.parent
KILLS = int(os.environ.get("SOAK_KALI", "200"))
COMMAND = [sys.executable, "-m", "generator", "build", "--today", "2026-11-24"]
MARK = re.compile(r"versi-(\d+)-situs")
UNSHARE = ["unshare", "--mount", "--map-root-user"]


@pytest.fixture
def work(tmp_path: Path) -> Path:
    """A folder with a small catalog, content and a first published site."""
    bangkitkan(tmp_path / "catalog", 3)
    shutil.copytree(ROOT / "content", tmp_path / "content")
    edition(tmp_path, 0)
    assert run(tmp_path).returncode == 0
    return tmp_path


def edition(work: Path, number: int) -> None:
    """Change what every page shows."""
    government = work / "catalog/pemerintah.yaml"
    text = re.sub(
        r"^slogan: .*$",
        f"slogan: versi-{number}-situs",
        government.read_text("utf-8"),
        flags=re.MULTILINE,
    )
    government.write_text(text, "utf-8")


def environment(**more: str) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), **more}


def run(work: Path, *before: str, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*before, *COMMAND],
        cwd=work,
        env=environment(**more),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def whole(work: Path) -> int:
    """Return the number of the one edition that all pages of the site are of."""
    pages = sorted((work / "site").rglob("*.html"))
    assert len(pages) > 50
    found = {number for page in pages for number in MARK.findall(page.read_text("utf-8"))}
    assert len(found) == 1, found
    assert (work / "site/sitemap.xml").is_file()
    assert (work / "site/cari/indeks.json").is_file()
    return int(found.pop())


def digest(work: Path) -> dict[str, str]:
    return {
        each.relative_to(work).as_posix(): hashlib.sha256(each.read_bytes()).hexdigest()
        for each in sorted((work / "site").rglob("*"))
        if each.is_file()
    }


def test_killed_at_random_moments(work: Path) -> None:
    chance = random.Random(20261124)
    began = time.monotonic()
    assert run(work).returncode == 0
    full = time.monotonic() - began
    published = 0
    for number in range(1, KILLS + 1):
        edition(work, number)
        with subprocess.Popen(
            COMMAND,
            cwd=work,
            env=environment(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        ) as build:
            # Late moments are rarer and dearer: the swap is at the very end.
            time.sleep(full * chance.choice((chance.random(), 0.85 + 0.3 * chance.random())))
            with contextlib.suppress(ProcessLookupError):
                os.killpg(build.pid, signal.SIGKILL)
            build.wait()
        now = whole(work)
        assert now in (published, number)
        published = now
    edition(work, KILLS + 1)
    assert run(work).returncode == 0
    assert whole(work) == KILLS + 1
    assert sorted(each.name for each in work.iterdir() if each.name.startswith("site")) == ["site"]


def test_two_builds_at_once(work: Path) -> None:
    edition(work, 1)
    builds = [
        subprocess.Popen(
            COMMAND, cwd=work, env=environment(), stderr=subprocess.PIPE, encoding="utf-8"
        )
        for _ in range(2)
    ]
    told = [each.communicate()[1] for each in builds]
    assert [each.returncode for each in builds] == [0, 0]
    assert sum("menunggu sampai selesai" in each for each in told) == 1
    assert whole(work) == 1


def in_small_room(work: Path, script: str) -> subprocess.CompletedProcess[str]:
    """Run a build with mounts of its own; skips where the system does not allow them."""
    tried = subprocess.run(
        [*UNSHARE, "sh", "-c", "mount -t tmpfs none /mnt"], capture_output=True, check=False
    )
    if tried.returncode:
        pytest.skip("this system lets nobody mount: a full disk cannot be tried")
    return run(work, *UNSHARE, "sh", "-c", f'{script} && exec "$@"', "sh")


def test_disk_full_while_staging(work: Path) -> None:
    edition(work, 1)
    shutil.rmtree(work / "build")
    (work / "build").mkdir()
    done = in_small_room(work, "mount -t tmpfs -o size=200k none build")
    assert done.returncode == 2
    assert "Ruang simpan penuh" in done.stderr
    assert "tidak berubah" in done.stderr
    assert whole(work) == 0


def test_disk_full_while_the_engine_writes(work: Path) -> None:
    edition(work, 1)
    home = work / "penuh"
    home.mkdir()
    done = in_small_room(
        work,
        'mount -t tmpfs -o size=1500k none penuh && set -- "$@" --out penuh/situs',
    )
    assert done.returncode == 2
    assert "Ruang simpan penuh" in done.stderr
    assert whole(work) == 0


def test_read_only_target(work: Path) -> None:
    edition(work, 1)
    (work / "terkunci").mkdir()
    done = in_small_room(
        work, 'mount -t tmpfs -o ro none terkunci && set -- "$@" --out terkunci/situs'
    )
    assert done.returncode == 2
    assert "Tidak boleh menulis" in done.stderr
    assert whole(work) == 0


def test_a_file_that_may_not_grow(work: Path) -> None:
    edition(work, 1)
    done = run(work, "sh", "-c", 'ulimit -f 8 && exec "$@"', "sh")
    assert done.returncode == 2
    assert "tidak berubah" in done.stderr
    assert whole(work) == 0


JUMP = """\
import itertools, time
_real, _count = time.time, itertools.count()
time.time = lambda: _real() + (3e7 if next(_count) % 3 else -3e7)
time.time_ns = lambda: int(time.time() * 1e9)
"""


def test_clock_that_jumps(work: Path) -> None:
    (work / "jam").mkdir()
    (work / "jam/sitecustomize.py").write_text(JUMP, "utf-8")
    before = digest(work)
    done = run(work, PYTHONPATH=f"{work / 'jam'}:{ROOT}")
    assert done.returncode == 0, done.stderr
    assert digest(work) == before
