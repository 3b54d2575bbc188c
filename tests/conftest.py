"""Options of the whole test run."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--setujui",
        action="store_true",
        help="write the agreed files (findings.txt, pages) anew, to be reviewed; never in CI",
    )


@pytest.fixture
def setujui(request: pytest.FixtureRequest) -> bool:
    """True if agreed files are to be written, not compared."""
    return bool(request.config.getoption("--setujui"))
