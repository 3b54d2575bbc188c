"""The quick reader: whatever it returns is what the slow one says, in tree and in every place."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from generator import yamlquick, yamltext
from generator.source import Places
from generator.yamlfault import NOT_YAML, UNSEEN
from generator.yamlquick import MAX_DEPTH, MAX_KEY

TELADAN = Path(__file__).parent / "teladan" / "catalog"
FILE = "a.yaml"

_WORDS = st.sampled_from(
    (
        *(
            "nama",
            "biaya",
            "a",
            "ya",
            "null",
            "~",
            "''",
            '""',
            "'a b'",
            '"a: b"',
            "'it''s'",
            "50.000",
        ),
        *(
            "08:00",
            "a: b",
            "a:b",
            "- a",
            "-",
            "?",
            "? ",
            ": ",
            ":",
            "<<",
            "'<<'",
            "&a b",
            "*a",
            "&",
            "*",
        ),
        *(
            "!!int 5",
            "!a b",
            "!",
            "# catatan",
            "a # catatan",
            "a#b",
            "|",
            ">-",
            "|2",
            "[",
            "]",
            "{",
            "}",
        ),
        *(
            "[a, b]",
            "[a, [b]]",
            "{a: 1}",
            "{a: 1, a: 2}",
            "{a, b: }",
            "{? a : b}",
            "[? a]",
            "[a: b]",
        ),
        *(
            "{[a]: b}",
            "{{a: b}: c}",
            "[]",
            "{}",
            "[,]",
            "@a",
            "`a",
            "%a",
            "a\tb",
            "\\",
            '"\\u202e"',
        ),
        *("---", "...", "%YAML 1.1", "\u00e9", "\U0001f600", "\u2028", "\u0085", "'open", '"open'),
        *("x" * MAX_KEY, "x" * (MAX_KEY + 1), "[" * 10 + "]" * 10, "{a: " * 18 + "}" * 18),
        *("{a: " * 19 + "}" * 19, "? " * 5 + "a", "- " * 19 + "a", "- " * 20 + "a"),
    )
)
_LINES = st.builds(
    lambda indent, mark, key, gap, value, end: f"{indent}{mark}{key}{gap}{value}{end}",
    st.sampled_from(("", "", "", "  ", "  ", "    ", " ", "\t")),
    st.sampled_from(("", "", "", "- ", "- - ", "? ", "? ? ", "-\t")),
    st.one_of(st.sampled_from(("nama", "biaya", "a", "b")), _WORDS),
    st.sampled_from((": ", ": ", ":", ":  ", " : ", "", ":\t", ": # ", ": |\n  ")),
    st.one_of(st.just(""), _WORDS),
    st.sampled_from(("\n", "\n", "\n", "\r\n", "\r", " \n", "\n\n", "")),
)
_MADE = st.builds(
    lambda head, lines: head + "".join(lines),
    st.sampled_from(("", "", "", "\ufeff", "---\n", "# a\n", "\n")),
    st.lists(_LINES, max_size=9),
)
_RECORDS = [path.read_text("utf-8") for path in sorted(TELADAN.rglob("*.yaml"))]
_BROKEN = st.builds(
    lambda text, at, cut, piece: (
        text[: at % (len(text) + 1)] + piece + text[at % (len(text) + 1) + cut :]
    ),
    st.sampled_from(_RECORDS),
    st.integers(0, 10_000),
    st.integers(0, 8),
    st.one_of(_WORDS, _LINES, st.text(max_size=4)),
)


def same(quick: Places, slow: Places, path: str = "") -> None:
    """Compare the places of a value and of all values inside it."""
    assert (quick.here, quick.key) == (slow.here, slow.key), path
    assert quick.inside.keys() == slow.inside.keys(), path
    for step, each in slow.inside.items():
        same(quick.inside[step], each, f"{path}/{step}")


def judge(text: str) -> bool:
    """See that the quick way is right or silent; tell whether it spoke."""
    found = yamlquick.read(text, FILE, lambda: yamltext._slowly(text, FILE)[1])
    if found is None:
        return False
    data, places, faults = yamltext._slowly(text, FILE)
    assert faults == []
    assert found[0] == data
    assert list(found[0]) == list(data)
    same(found[1], places)
    return True


@settings(max_examples=1500, deadline=None)
@given(st.one_of(_MADE, _BROKEN))
@example("? a\n: b\n")
@example("? - a\n: b\n")
@example("a:\nb: ''\nc:\n  -\n  - ''\n")
@example("a: {b: }\nc: [a, , b]\n")
@example("a: 'x'\r\nb:\r\n  - c\r\n")
@example("a: b\u0085c: d\n")
@example("a: 1\na: 2\n")
@example("a: {<<: b}\n")
@example("a: &x b\n")
@example("a: !x b\n")
@example("! a: b\n")
@example("!\na: b\n")
@example("a: !\n")
@example("a:\n\t- b\n")
@example(f"{'x' * MAX_KEY}: a\n{'y' * MAX_KEY}: b\n")
@example(f"{'x' * (MAX_KEY + 1)}: a\n")
@example(f"a: {'[' * (MAX_DEPTH - 1)}{']' * (MAX_DEPTH - 1)}\n")
@example(f"a: {'[' * MAX_DEPTH}{']' * MAX_DEPTH}\n")
@example("a: b\n...\n---\nc: d\n")
@example("a: b\n# akhir\n...\n")
def test_the_quick_way_is_the_slow_way_or_silent(text: str) -> None:
    # What nobody sees is refused before the file is parsed.
    assume(not NOT_YAML.search(text) and not UNSEEN.search(text))
    judge(text)


@pytest.mark.parametrize("number", range(len(_RECORDS)))
def test_a_record_in_order_is_read_the_quick_way(number: int) -> None:
    assert judge(_RECORDS[number])
