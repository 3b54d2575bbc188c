"""Serve the last good site on this machine, and build it anew whenever something changes."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from watchfiles import watch

HOST = "127.0.0.1"
_ABSENT = """\
<!doctype html>
<html lang="id"><meta charset="utf-8"><meta http-equiv="refresh" content="2">
<title>Sedang dibangun</title><p>Situs sedang dibangun. Bila ini tidak hilang, lihat terminal.</p>
"""


class _Handler(SimpleHTTPRequestHandler):
    """Serves the folder as it is at each request, so that a swapped-in site shows at once."""

    def send_head(self) -> Any:
        if not Path(self.directory, "index.html").is_file():
            return self._text(HTTPStatus.SERVICE_UNAVAILABLE, _ABSENT.encode())
        return super().send_head()

    def _text(self, status: HTTPStatus, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory, "404.html")
        if code == HTTPStatus.NOT_FOUND and page.is_file():
            self._text(HTTPStatus.NOT_FOUND, page.read_bytes())
        else:
            super().send_error(code, message, explain)

    def list_directory(self, path: Any) -> None:  # noqa: ARG002
        self.send_error(HTTPStatus.NOT_FOUND)

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Stay silent: the terminal belongs to the findings."""


@contextmanager
def serving(site: Path, port: int) -> Iterator[int]:
    """Serve `site` in the background; gives the port. Raises OSError if the port is taken."""
    server = ThreadingHTTPServer((HOST, port), partial(_Handler, directory=str(site)))
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        server.server_close()


def build_anew(arguments: Sequence[str]) -> bool:
    """Build in a process of its own, so that changed code counts too; tell whether it went well."""
    done = subprocess.run([sys.executable, "-m", "generator", "build", *arguments], check=False)
    return done.returncode == 0


def follow(
    watched: Sequence[Path],
    build: Callable[[], bool],
    say: Callable[[str], None],
    stop: threading.Event | None = None,
) -> None:
    """Build once, then after every change, until `stop` is set or the user ends it."""
    _tell(build(), say)
    paths = [each for each in watched if each.exists()]
    for changes in watch(*paths, stop_event=stop, raise_interrupt=False):
        names = sorted({Path(path).name for _, path in changes})
        more = f" dan {len(names) - 3} berkas lain" if len(names) > 3 else ""
        say(f"\nBerubah: {', '.join(names[:3])}{more}")
        _tell(build(), say)


def _tell(good: bool, say: Callable[[str], None]) -> None:
    if good:
        say("Situs diperbarui; menunggu perubahan (Ctrl+C untuk berhenti) …")
    else:
        say("Belum diperbarui; yang tampil situs terakhir yang baik. Menunggu perbaikan …")
