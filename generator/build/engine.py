"""The adapter: the one function through which a site engine is used."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

from generator.finding import Finding, Level
from generator.source import Position

Engine = Literal["mkdocs", "properdocs"]

_PROCESS = Path(__file__).parent / "engine_process.py"
_NAMED_FILE = re.compile(r"'([^']+\.md)'")


class EngineFailed(Exception):
    """There is no such engine, or it ended without saying why; the text is what it left."""


def run(
    engine: Engine,
    config: Path,
    site_dir: Path,
    progress: Callable[[int], None] = lambda _: None,
) -> list[Finding]:
    """Build the site described by `config` into `site_dir`, strictly.

    Each warning of the engine is a finding about the staged file; with any, there is no site.
    Calls `progress` with the number of pages read plus pages built. Raises OSError if the disk
    refuses, EngineFailed if the engine breaks down.
    """
    if importlib.util.find_spec(engine) is None:
        raise EngineFailed(f"`{engine}` belum terpasang; pasang dengan `make venv-dev`")
    command = [sys.executable, "-P", str(_PROCESS), engine, str(config), str(site_dir)]
    environment = os.environ | {
        "NO_MKDOCS_2_WARNING": "1",
        "DISABLE_MKDOCS_2_WARNING": "true",
        # The engine stamps its build time; ours is the records'.
        "SOURCE_DATE_EPOCH": "0",
        "PYTHONUTF8": "1",
    }
    findings: list[Finding] = []
    rest = ""
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=environment,
        encoding="utf-8",
        errors="replace",
    ) as process:
        try:
            assert process.stdout
            for line in process.stdout:
                event = _event(line)
                if "pages" in event:
                    progress(event["pages"])
                elif "errno" in event:
                    raise OSError(event["errno"], event["reason"], event["file"])
                elif event:
                    findings.append(_finding(event["message"]))
                else:
                    rest += line
        except BaseException:
            process.kill()
            raise
    if process.returncode and not findings:
        raise EngineFailed(rest.strip()[-2000:] or f"{engine} berhenti ({process.returncode})")
    return findings


def _event(line: str) -> dict[str, Any]:
    try:
        event = json.loads(line)
    except ValueError:
        return {}
    return event if isinstance(event, dict) else {}


def _finding(message: str) -> Finding:
    named = _NAMED_FILE.search(message)
    return Finding(
        "mesin-situs",
        Level.ERROR,
        Position(named[1] if named else "mkdocs.yml"),
        f"mesin situs: {message.strip()}",
        "perbaiki tautan atau tulisan yang disebut; bila halaman ini dari rekaman, "
        "laporkan kepada pengembang",
    )
