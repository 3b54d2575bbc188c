"""One built site of the fictional regency for all browser tests, also when they run at once."""

from __future__ import annotations

import fcntl
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.chromium import browser, served

ROOT = Path(__file__).parents[2]
TELADAN = ROOT / "tests" / "teladan" / "catalog"
TODAY = "2026-11-24"


def built(target: Path, *more: str, catalog: Path = TELADAN) -> Path:
    """Build a site into `target` unless another worker has done so."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with (target.parent / f"{target.name}.kunci").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not target.exists():
            command = [sys.executable, "-m", "generator", "build", "--catalog", str(catalog)]
            done = subprocess.run(
                [*command, "--today", TODAY, "--out", str(target), *more],
                cwd=ROOT,
                capture_output=True,
                text=True,
                check=False,
            )
            assert done.returncode == 0, done.stderr[-3000:]
    return target


@pytest.fixture(scope="session")
def bersama(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A folder that all workers of this run share."""
    base = tmp_path_factory.getbasetemp()
    return base if worker_id == "master" else base.parent


@pytest.fixture(scope="session")
def situs(bersama: Path) -> Path:
    """The site of the fictional regency."""
    return built(bersama / "situs-teladan")


@pytest.fixture(scope="session")
def alamat(situs: Path) -> Iterator[str]:
    """The address at which that site is served."""
    with served(situs) as base:
        yield base


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A running Chromium; its tests are skipped where there is none."""
    with browser() as started:
        yield started
