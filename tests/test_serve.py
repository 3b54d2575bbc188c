"""Serving: the last good site, whatever happens while the next one is built."""

from __future__ import annotations

import http.client
import os
import queue
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.serve import HOST, follow, serving
from tests.pembangkit import bangkitkan

ROOT = Path(__file__).parent.parent


def get(port: int, path: str, method: str = "GET") -> tuple[int, str]:
    connection = http.client.HTTPConnection(HOST, port, timeout=10)
    connection.request(method, path)
    answer = connection.getresponse()
    assert answer.getheader("Cache-Control") == "no-store"
    return answer.status, answer.read().decode()


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "site/unit/a").mkdir(parents=True)
    (tmp_path / "site/kosong").mkdir()
    (tmp_path / "site/index.html").write_text("beranda")
    (tmp_path / "site/unit/a/index.html").write_text("unit a")
    (tmp_path / "site/404.html").write_text("tidak ditemukan")
    (tmp_path / "rahasia.txt").write_text("rahasia")
    return tmp_path / "site"


@pytest.fixture
def port(site: Path) -> Iterator[int]:
    with serving(site, 0) as port:
        yield port


@pytest.mark.parametrize(
    ("path", "answer"),
    [
        ("/", (200, "beranda")),
        ("/unit/a/?tempat=b", (200, "unit a")),
        ("/hilang/", (404, "tidak ditemukan")),
        ("/kosong/", (404, "tidak ditemukan")),
        ("/../rahasia.txt", (404, "tidak ditemukan")),
        ("/%2e%2e/rahasia.txt", (404, "tidak ditemukan")),
    ],
)
def test_serves_the_site_and_nothing_else(port: int, path: str, answer: tuple[int, str]) -> None:
    assert get(port, path) == answer


def test_shows_a_swapped_in_site_at_once(site: Path, port: int) -> None:
    assert get(port, "/") == (200, "beranda")
    site.rename(site.with_name("lama"))
    assert get(port, "/")[0] == 503
    assert get(port, "/", "HEAD") == (503, "")
    site.mkdir()
    (site / "index.html").write_text("baru")
    assert get(port, "/") == (200, "baru")


def test_builds_after_each_change_and_says_how_it_went(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("1")
    said: queue.Queue[str] = queue.Queue()
    stop = threading.Event()
    outcomes = iter([True, False, True])
    watched = [tmp_path, tmp_path / "tidak-ada"]
    thread = threading.Thread(
        target=follow, args=(watched, lambda: next(outcomes), said.put, stop), daemon=True
    )
    thread.start()
    assert "diperbarui; menunggu" in said.get(timeout=20)
    # The watcher needs an instant to begin.
    for text, answer in (("2", "situs terakhir yang baik"), ("3", "diperbarui; menunggu")):
        while said.empty():
            (tmp_path / "a.yaml").write_text(text)
            stop.wait(0.5)
        assert said.get(timeout=20) == "\nBerubah: a.yaml"
        assert answer in said.get(timeout=20)
    stop.set()
    thread.join(20)
    assert not thread.is_alive()


def test_the_command_serves_rebuilds_and_stops(tmp_path: Path) -> None:
    bangkitkan(tmp_path / "catalog", 1)
    shutil.copytree(ROOT / "content", tmp_path / "content")
    command = [sys.executable, "-u", "-m", "generator", "serve", "--port", "0"]
    process = subprocess.Popen(
        [*command, "--today", "2026-11-24"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        start_new_session=True,
        preexec_fn=_interruptible,  # noqa: PLW1509  (one call, no thread of ours)
    )
    assert process.stdout
    try:
        port = int(process.stdout.readline().rpartition(":")[2].strip("/\n"))
        _wait(process, "Situs diperbarui")
        service = tmp_path / "catalog/unit/dinas-1/standar/layanan-0.yaml"
        assert "Nama yang baru" not in get(port, "/layanan/dinas-1/layanan-0/")[1]
        good = service.read_text()
        service.write_text(f"{good}entah: apa\n")
        _wait(process, "kunci-tak-dikenal")
        _wait(process, "Belum diperbarui")
        assert get(port, "/layanan/dinas-1/layanan-0/")[0] == 200
        name = next(line for line in good.splitlines() if line.startswith("nama: "))
        service.write_text(good.replace(name, "nama: Nama yang baru"))
        _wait(process, "Situs diperbarui")
        assert "Nama yang baru" in get(port, "/layanan/dinas-1/layanan-0/")[1]
        os.killpg(process.pid, signal.SIGINT)
        assert process.wait(20) == 0
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


def _interruptible() -> None:
    # A run in the background ignores the interrupt, and its children inherit that.
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _wait(process: subprocess.Popen[str], words: str) -> None:
    assert process.stdout
    for line in process.stdout:
        if words in line:
            return
    raise AssertionError(f"ended without {words!r}")


def test_a_taken_port_is_told(site: Path, port: int) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "generator", "serve", "--port", str(port)],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    assert done.returncode == 2
    assert "coba --port lain" in done.stderr
