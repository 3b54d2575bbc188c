"""The workflows stay safe: a pull request runs what a stranger wrote."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[1]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.y*ml"))


def test_zizmor_finds_nothing() -> None:
    zizmor = shutil.which("zizmor", path=Path(sys.executable).parent)
    assert zizmor, "zizmor is one of the development tools: make venv-dev"
    done = subprocess.run(
        [zizmor, "--offline", "--no-progress", "--persona=pedantic", ROOT / ".github"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_there_are_workflows_to_check() -> None:
    assert {each.name for each in WORKFLOWS} >= {"periksa.yml", "terbit.yml"}


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_workflow_may_nothing_by_default(path: Path) -> None:
    workflow = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert workflow["permissions"] == {}
    for name, job in workflow["jobs"].items():
        assert job["permissions"], name
        assert job["timeout-minutes"], name


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_no_expression_reaches_a_shell(path: Path) -> None:
    workflow = yaml.safe_load(path.read_text(encoding="utf-8"))
    for job in workflow["jobs"].values():
        for step in job["steps"]:
            assert "${{" not in step.get("run", "")


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_actions_are_pinned_by_commit_and_say_which_version(path: Path) -> None:
    for line in path.read_text(encoding="utf-8").splitlines():
        if "uses:" in line:
            assert re.search(r"uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", line), line


def test_a_pull_request_sees_no_secret_and_writes_nothing() -> None:
    text = (ROOT / ".github" / "workflows" / "periksa.yml").read_text(encoding="utf-8")
    assert "secrets." not in text
    assert "pull_request_target" not in text
    assert "write" not in text


def test_a_pull_request_is_compared_with_what_was_there_before() -> None:
    text = (ROOT / ".github" / "workflows" / "periksa.yml").read_text(encoding="utf-8")
    steps = yaml.safe_load(text)["jobs"]["katalog"]["steps"]
    before = next(each["with"] for each in steps if "path" in each.get("with", {}))
    assert before["ref"] == "${{ github.event.pull_request.base.sha }}"
    (check,) = (each["run"] for each in steps if " check " in each.get("run", ""))
    assert check.endswith(f"--sebelum {before['path']}/catalog")
