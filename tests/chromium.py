"""A browser for tests, and a site over HTTP for it to open."""

from __future__ import annotations

import atexit
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def find_browser() -> str:
    """Return where Chromium is.

    `make test` ends before any test where there is none; only pytest by hand skips.
    """
    for name in NAMES:
        if found := shutil.which(name):
            return found
    pytest.skip("Chromium is not installed: make peramban")


@lru_cache(maxsize=1)
def _running() -> Browser:
    # Playwright allows one of itself in a process, however many fixtures ask for a browser.
    play = sync_playwright().start()
    started = play.chromium.launch(executable_path=find_browser(), args=ARGUMENTS)
    atexit.register(play.stop)
    atexit.register(started.close)
    return started


@contextmanager
def browser() -> Iterator[Browser]:
    """Give the Chromium that all tests of this process share."""
    yield _running()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a folder on a free port; gives the address, ending in `/`."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()
