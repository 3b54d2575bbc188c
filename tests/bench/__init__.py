"""The figures of docs/benchmark.md: `python -m tests.bench`."""

from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
WORK = ROOT / "build" / "bench"
CATALOG = WORK / "catalog"
STAGE = WORK / "tahap"
DOCS = STAGE / "docs"
CONFIG = STAGE / "mkdocs.yml"
