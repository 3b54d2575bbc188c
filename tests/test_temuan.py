"""docs/temuan.md: each of the fifteen faults has rules, and each rule it names exists."""

from __future__ import annotations

import re
from pathlib import Path

from generator.rules.registry import RULES

TEXT = (Path(__file__).parent.parent / "docs/temuan.md").read_text("utf-8")


def test_every_fault_is_found_by_rules_that_exist() -> None:
    rows = re.findall(r"^\| (\d+) \| (.+?) \| (.+?) \|$", TEXT, re.MULTILINE)
    assert [int(number) for number, *_ in rows] == list(range(1, 16))
    for number, _, rules in rows:
        named = re.findall(r"`([a-z0-9-]+)`", rules)
        assert set(named) <= set(RULES), number
        assert named or number == "13"
