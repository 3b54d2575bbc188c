"""The locks install everywhere the project says it runs, and from any index."""

from __future__ import annotations

import re
import tomllib
from importlib import metadata
from pathlib import Path

import pytest
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
LOCKS = ["requirements.lock", "requirements-dev.lock"]


def pinned(lock: str) -> dict[str, str]:
    """Return what the lock installs on this machine: name to version."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    lines = re.findall(r"^([\w.-]+)==(\S+)(?: ; ([^\\]+))? \\$", text, flags=re.MULTILINE)
    return {
        name: version for name, version, marker in lines if not marker or Marker(marker).evaluate()
    }


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_takes_the_oldest_python_we_promise(lock: str) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["requires-python"] == ">=3.11"
    wrong = {
        name: needs
        for name in pinned(lock)
        if (needs := metadata.metadata(name)["Requires-Python"])
        and not SpecifierSet(needs).contains("3.11.0")
    }
    assert not wrong, "limit them in .ci/batas.txt, then: make lock"


@pytest.mark.parametrize("lock", LOCKS)
def test_what_is_installed_is_what_is_locked(lock: str) -> None:
    assert pinned(lock) == {name: metadata.version(name) for name in pinned(lock)}


@pytest.mark.parametrize("lock", LOCKS)
def test_every_line_is_a_pin_a_hash_or_a_reason(lock: str) -> None:
    for line in (ROOT / lock).read_text(encoding="utf-8").splitlines():
        assert re.fullmatch(
            r"[a-z0-9.-]+==[\w.]+(?: ; [\w '=<>.]+)? \\"
            r"|    --hash=sha256:[0-9a-f]{64}(?: \\)?|    #[ \w.()\[\]/-]*",
            line,
        ), line


def test_runtime_lock_is_part_of_the_development_lock() -> None:
    assert pinned("requirements.lock").items() <= pinned("requirements-dev.lock").items()


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_holds_every_declared_dependency(lock: str) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = project["dependencies"]
    if lock == "requirements-dev.lock":
        declared = declared + project["optional-dependencies"]["dev"]
    wanted = [Requirement(each) for each in declared]
    names = {
        canonicalize_name(each.name)
        for each in wanted
        if each.marker is None or each.marker.evaluate()
    }
    assert names <= pinned(lock).keys(), "pyproject.toml changed: make lock"
