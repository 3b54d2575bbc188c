"""Lighthouse over one page of each type: `python -m tests.peramban.lighthouse --situs site`.

Lighthouse comes through npm into a folder of the machine's own, only to test; the site is served as
a real server does, with gzip and a day of caching. Prints a table; ends with 1 below the aims.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from tests.chromium import NAMES
from tests.peramban.test_aksesibilitas import PAGES

PACKAGE = "lighthouse@12"
AIMS = {"performance": 98, "accessibility": 100, "best-practices": 100, "seo": 100}
TEXT = (".html", ".css", ".js", ".json", ".svg", ".xml", ".webmanifest")


class _Server(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def send_head(self) -> BytesIO | BinaryIO | None:
        path = Path(self.translate_path(self.path))
        if path.is_dir():
            path /= "index.html"
        if not path.is_file():
            self.send_error(404)
            return None
        body = path.read_bytes()
        packed = path.suffix in TEXT
        body = gzip.compress(body, 6) if packed else body
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=86400")
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        return BytesIO(body)

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve `site` with gzip; gives its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Server, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


def tool() -> Path:
    """Return the folder in which Lighthouse is installed; installs it the first time."""
    folder = Path(tempfile.gettempdir()) / "lighthouse-uji"
    if not (folder / "node_modules" / "lighthouse").is_dir():
        folder.mkdir(exist_ok=True)
        npm = shutil.which("npm")
        if not npm:
            sys.exit("npm is not here: Lighthouse cannot be fetched")
        command = [npm, "install", "--no-audit", "--no-fund", PACKAGE]
        subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return folder


def scores(address: str, folder: Path) -> dict[str, int]:
    """Return the score of each category, of 100, on a simulated cheap phone."""
    chrome = next(filter(None, map(shutil.which, NAMES)), "")
    command = [
        str(folder / "node_modules" / ".bin" / "lighthouse"),
        address,
        "--quiet",
        "--output=json",
        "--chrome-flags=--headless=new --no-sandbox --disable-gpu",
        f"--only-categories={','.join(AIMS)}",
    ]
    run = subprocess.run(
        command,
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "CHROME_PATH": chrome},
    )
    report = json.loads(run.stdout)
    failed = [
        each["id"]
        for each in report["audits"].values()
        if each["score"] is not None
        and each["score"] < 0.9
        and each["scoreDisplayMode"] == "binary"
    ]
    print("   ", ", ".join(failed) or "-", file=sys.stderr)
    return {name: round(100 * each["score"]) for name, each in report["categories"].items()}


def _hidden(site: Path, address: str) -> bool:
    path = site / address.partition("?")[0]
    text = (path / "index.html" if path.is_dir() else path).read_text("utf-8")
    return '<meta name="robots" content="noindex">' in text


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--situs", type=Path, required=True, help="site of the fictional regency")
    parser.add_argument("--halaman", nargs="*", default=list(PAGES), help="names of page types")
    options = parser.parse_args()
    below = 0
    with served(options.situs) as base:
        folder = tool()
        print("| halaman |", " | ".join(AIMS), "|\n|---" + "|---" * len(AIMS) + "|")
        for name in options.halaman:
            found = scores(base + PAGES[name], folder)
            # A page that asks not to be found has no score for being found.
            if _hidden(options.situs, PAGES[name]):
                del found["seo"]
            print(f"| {name} |", " | ".join(str(found.get(each, "-")) for each in AIMS), "|")
            below += any(found.get(each, aim) < aim for each, aim in AIMS.items())
    sys.exit(1 if below else 0)


if __name__ == "__main__":
    main()
