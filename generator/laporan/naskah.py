"""PDFs by typst: texts go in as JSON and stay data; the same data gives the same bytes."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any

import typst

from generator.cetak.huruf import FAMILY, FOLDER
from generator.cetak.simpanan import ada

_HERE = Path(__file__).parent


def pdf(template: str, data: Mapping[str, Any]) -> bytes:
    """Return the PDF of a template in this room, filled with data."""
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FOLDER)]
    )
    file = _HERE / f"{template}.typ"
    compiler = typst.Compiler(str(file), root=str(_HERE), font_paths=fonts)
    made = compiler.compile(format="pdf", sys_inputs={"data": _text(data)})
    assert isinstance(made, bytes)
    return made


def simpanan(template: str, data: Mapping[str, Any], cache: Path) -> Path:
    """Return the file of a PDF, made only if it is not in `cache` yet."""
    key = hashlib.sha256((_HERE / f"{template}.typ").read_bytes() + _text(data).encode())
    key.update(f"{version('typst')} {version('fontpkg-pt-sans')}".encode())
    file = cache / f"{template}-{key.hexdigest()[:32]}.pdf"
    if not ada(file):
        cache.mkdir(parents=True, exist_ok=True)
        fresh = file.with_suffix(f".{os.getpid()}.tmp")
        fresh.write_bytes(pdf(template, data))
        fresh.replace(file)
    return file


def _text(data: Mapping[str, Any]) -> str:
    return json.dumps({"huruf": FAMILY, **data}, ensure_ascii=False, sort_keys=True)
