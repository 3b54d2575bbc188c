"""Options of the whole test run."""

from __future__ import annotations

import os

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--setujui",
        action="store_true",
        help="write the agreed files (findings.txt, pages) anew, to be reviewed; never in CI",
    )


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--setujui") and os.environ.get("CI"):
        raise pytest.UsageError("--setujui: agreed files are changed by a person, never by CI")


@pytest.fixture
def setujui(request: pytest.FixtureRequest) -> bool:
    """True if agreed files are to be written, not compared."""
    return bool(request.config.getoption("--setujui"))
