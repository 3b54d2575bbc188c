"""Scripts may be shortened line by line only if none of them hides a line in a text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.build.kempis import kempis, kempis_gaya
from generator.build.workspace import THEME

SKRIP = sorted((THEME / "aset" / "js").glob("*.js"))
GAYA = sorted((THEME / "aset").glob("*.css"))


@pytest.mark.parametrize("file", SKRIP, ids=lambda each: each.name)
def test_no_text_goes_over_the_end_of_a_line(file: Path) -> None:
    for number, line in enumerate(file.read_text("utf-8").splitlines(), start=1):
        assert line.count("`") % 2 == 0 or line.lstrip().startswith("//"), f"{file.name}:{number}"
        assert not line.rstrip().endswith("\\"), f"{file.name}:{number}"
        assert "/*" not in line, f"{file.name}:{number}"


def test_comments_and_indentation_go() -> None:
    assert kempis("// why\nif (a) {\n  b(); // stays\n\n}\n") == "if (a) {\nb(); // stays\n}\n"


@pytest.mark.parametrize("file", GAYA, ids=lambda each: each.name)
def test_no_text_of_a_style_sheet_looks_like_a_comment(file: Path) -> None:
    for text in re.findall(r"""url\([^)]*\)|"[^"\n]*"|'[^'\n]*'""", file.read_text("utf-8")):
        assert "/*" not in text


def test_a_style_sheet_loses_only_what_says_nothing() -> None:
    assert kempis_gaya("/* why\n so */\n\na{b:c}\n  d{e:f} /* g */\n") == "a{b:c}\nd{e:f}\n"
