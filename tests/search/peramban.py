"""A built site served on loopback, and Chromium asking it as a person would."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

from playwright.sync_api import Browser, Page, sync_playwright

SELESAI = "#hasil[data-selesai]"


class _Pelayan(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    """As real servers do: else each small file may wait 40 ms for an acknowledgement."""

    def __init__(self, *args: Any, diminta: list[str], **kwargs: Any) -> None:
        self._diminta = diminta
        super().__init__(*args, **kwargs)

    def do_GET(self) -> None:
        self._diminta.append(urlsplit(self.path).path)
        super().do_GET()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@dataclass(frozen=True, slots=True)
class Situs:
    """A folder being served, and what was asked of it."""

    folder: Path
    alamat: str
    diminta: list[str]

    def berat(self) -> dict[str, int]:
        """Return the files asked for since the last time, with their bytes in gzip."""
        asked = list(dict.fromkeys(self.diminta))
        self.diminta.clear()
        files = {path: self.folder / path.strip("/") for path in asked}
        files = {path: each / "index.html" if each.is_dir() else each
                 for path, each in files.items()}  # fmt: skip
        return {
            path: len(gzip.compress(each.read_bytes(), 6, mtime=0))
            for path, each in files.items()
            if each.is_file()
        }


@contextmanager
def layani(folder: Path) -> Iterator[Situs]:
    """Serve `folder` on loopback."""
    asked: list[str] = []
    handler = partial(_Pelayan, directory=str(folder), diminta=asked)
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield Situs(folder, f"http://127.0.0.1:{server.server_port}/", asked)
    finally:
        server.shutdown()
        thread.join()


@contextmanager
def peramban() -> Iterator[Browser]:
    """Yield Debian's Chromium, or playwright's own where that is missing."""
    with sync_playwright() as play:
        options: dict[str, Any] = {"args": ["--no-sandbox", "--disable-dev-shm-usage"]}
        if Path("/usr/bin/chromium").exists():
            options["executable_path"] = "/usr/bin/chromium"
        browser = play.chromium.launch(**options)
        try:
            yield browser
        finally:
            browser.close()


def tanya(page: Page, dasar: str, teks: str) -> list[str]:
    """Open the search page with a query; return the ids it shows, in order."""
    page.goto(f"{dasar}cari/?q={quote(teks)}")
    page.wait_for_selector(SELESAI, state="attached")
    found: list[str] = page.eval_on_selector_all(
        "#hasil [data-id]", "all => all.map((each) => each.dataset.id)"
    )
    return found


def perlambat(page: Page, kali: int) -> None:
    """Slow the processor down."""
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": kali})


def persentil(values: Sequence[float], bagian: float) -> float:
    """Return the value that `bagian` of all do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(bagian * len(ordered)))]
