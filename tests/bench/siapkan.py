"""Makes the catalog of the benchmark and stages it once: `python -m tests.bench.siapkan N`."""

from __future__ import annotations

import shutil
import sys
from datetime import date

from rich.console import Console

from generator.build.run import stage_only
from generator.build.show import Show
from generator.build.workspace import Workspace
from tests.bench import CATALOG, ROOT, STAGE, WORK
from tests.pembangkit import bangkitkan


def main(services: int) -> None:
    """Stage `services` synthetic services, without hand-written pages."""
    shutil.rmtree(WORK, ignore_errors=True)
    bangkitkan(CATALOG, services)
    space = Workspace(CATALOG, WORK / "tanpa", WORK / "site", STAGE, ROOT / "mkdocs.yml")
    result = stage_only(space, date(2026, 11, 24), Show(Console(stderr=True)))
    assert result.staged, result.checked.findings.sorted()


if __name__ == "__main__":
    main(int(sys.argv[1]))
