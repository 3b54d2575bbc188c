"""Mend a catalog: check, do the certain edits, and check again, on a copy."""

from __future__ import annotations

import shutil
import tempfile
from datetime import date
from pathlib import Path

from generator.check import check
from generator.finding import Finding
from generator.sunting import mend

ROUNDS = 12
"""A value with several faults is mended one fault a round."""


def mended(
    catalog: Path, today: date, wanted: frozenset[str] = frozenset()
) -> tuple[dict[str, str], list[Finding]]:
    """Return the new text of each file that edits change, and the findings they mend.

    Nothing is written. `wanted` names rules: only these are mended, those an officer must judge
    too. Raises NotADirectoryError if there is no such folder.
    """
    if not catalog.is_dir():
        raise NotADirectoryError(catalog)
    changed: dict[str, str] = {}
    done: list[Finding] = []
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "catalog"
        shutil.copytree(catalog, copy, symlinks=True)
        for _ in range(ROUNDS):
            by_file: dict[str, list[Finding]] = {}
            for each in check(copy, today).findings.sorted():
                if each.edit and (each.rule in wanted if wanted else not each.edit.judge):
                    by_file.setdefault(each.place.file, []).append(each)
            before = len(done)
            for file, findings in by_file.items():
                path = copy / file
                if path.is_symlink() or not path.is_file():
                    continue
                text, mended_here = mend(path.read_bytes().decode("utf-8-sig"), findings)
                if mended_here:
                    path.write_bytes(text.encode())
                    changed[file] = text
                    done += mended_here
            if len(done) == before:
                break
    return dict(sorted(changed.items())), done
