"""YAML as text: nothing is guessed, nothing is hidden, every fault has a place."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator import yamltext
from generator.source import Places, Tree
from generator.yamlfault import Fault
from generator.yamlquick import MAX_DEPTH, MAX_KEY


def read(text: str) -> tuple[dict[str, Tree], Places, list[Fault]]:
    return yamltext.read(text, "a.yaml")


def faults(text: str) -> list[tuple[str, int, int]]:
    return [(each.rule, each.place.line, each.place.column) for each in read(text)[2]]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("16:00", "16:00"),
        ("08:00", "08:00"),
        ("0552", "0552"),
        ("65.10", "65.10"),
        ("no", "no"),
        ("Yes", "Yes"),
        ("on", "on"),
        ("null", "null"),
        ("~", "~"),
        ("1_000", "1_000"),
        ("50.000", "50.000"),
        ("1e3", "1e3"),
        (".inf", ".inf"),
        ("0x1F", "0x1F"),
        ("2026-11-24", "2026-11-24"),
        ("'kutip '' satu'", "kutip ' satu"),
        ('"baris\\nbaru"', "baris\nbaru"),
        ("teks # catatan", "teks"),
    ],
)
def test_a_value_stays_the_text_that_was_typed(typed: str, meant: str) -> None:
    assert read(f"kunci: {typed}\n")[0] == {"kunci": meant}


@pytest.mark.parametrize("key", ["no", "on", "1", "null", "16:00"])
def test_a_key_stays_the_text_that_was_typed(key: str) -> None:
    assert read(f"'{key}': isi\n{key}x: isi\n")[0] == {key: "isi", f"{key}x": "isi"}


def test_an_empty_value_is_unknown_and_keeps_its_place() -> None:
    data, places, found = read("nama: Izin\nbiaya:\nkosong: ''\n")
    assert data == {"nama": "Izin", "kosong": ""}
    assert found == []
    assert places.inside["biaya"].key is not None
    assert places.inside["biaya"].key.line == 2


def test_block_texts_are_read_as_yaml_says() -> None:
    data, _, found = read("a: >-\n  satu\n  dua\nb: |\n  satu\n  dua\n")
    assert data == {"a": "satu dua", "b": "satu\ndua\n"}
    assert found == []


def test_every_value_knows_its_place_and_the_place_of_its_key() -> None:
    _, places, _ = read("nama: Izin\nbiaya:\n  - kode: a\n    jumlah: 5\n")
    amount = places.at(("biaya", 0, "jumlah"))
    assert (amount.here.line, amount.here.column) == (4, 13)
    assert amount.key is not None
    assert (amount.key.line, amount.key.column) == (4, 5)
    assert places.locate(("biaya", 0)).line == 3
    assert places.locate_key(("biaya",)).line == 2


def test_a_step_that_the_file_lacks_is_stepped_over() -> None:
    _, places, _ = read("biaya:\n  - kode: a\n")
    assert places.locate(("biaya", "union-tag", 0, "kode")).line == 2
    assert places.locate(("biaya", 0, "jumlah")).line == 2
    assert places.locate(("tidak", "ada")).line == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\nb: 2\na: 3\n", [("yaml-kunci-ganda", 3, 1)]),
        ("a: {b: 1, b: 2}\n", [("yaml-kunci-ganda", 1, 11)]),
        ("a: &x 1\nb: *x\n", [("yaml-jangkar", 1, 4), ("yaml-jangkar", 2, 4)]),
        ("a: 1\n*a : 2\nb: 3\n", [("yaml-jangkar", 2, 1)]),
        ("a: &x [1]\n<<: {b: 1}\n", [("yaml-jangkar", 1, 4), ("yaml-gabung", 2, 1)]),
        ("a: !!int 5\n", [("yaml-tag", 1, 4)]),
        ("a: !buka {b: 1}\n", [("yaml-tag", 1, 4)]),
        (f"{'k' * (MAX_KEY + 1)}: 1\n", [("yaml-kunci-panjang", 1, 1)]),
        ("a: 1\n---\nb: 2\n", [("yaml-beberapa-dokumen", 2, 1)]),
        ("", [("yaml-kosong", 1, 1)]),
        ("# hanya catatan\n", [("yaml-kosong", 1, 1)]),
        ("{}\n", [("yaml-kosong", 1, 1)]),
        ("- a\n- b\n", [("yaml-bukan-rekaman", 1, 1)]),
        ("hanya teks\n", [("yaml-bukan-rekaman", 1, 1)]),
        (f"a: {'[' * MAX_DEPTH}{']' * MAX_DEPTH}\n", [("yaml-terlalu-dalam", 1, 3 + MAX_DEPTH)]),
        ("[a, b]: 1\n", [("yaml-rusak", 1, 1)]),
        ("? {a: 1}\n: 2\n", [("yaml-rusak", 1, 3)]),
    ],
)
def test_what_can_hide_a_value_is_refused_at_its_place(
    text: str, expected: list[tuple[str, int, int]]
) -> None:
    assert faults(text) == expected


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("a: [satu, dua\nb: 1\nc: 2\n", 1, 4),
        ("a: {b: 1\nc: 2\nd: 3\n", 1, 4),
        ("a:\n  - [x, [y, z]\nb: 1\n", 2, 5),
        ("a: 'terbuka\nb: 1\n", 1, 4),
        ('a: 1\nb: "terbuka\nc: 1\n', 2, 4),
        ("a: Waktu: 1 hari\n", 1, 9),
        ("nama: Izin\nringkasan tanpa titik dua\nstatus: draf\n", 2, 1),
        ("a:\n  - x\n - y\n", 3, 2),
        ("a:\n   b: 1\n  c: 2\n", 2, 4),
        ("a: @rumah\n", 1, 4),
        ("a: %persen\n", 1, 4),
    ],
)
def test_a_broken_file_is_told_where_the_author_must_act(text: str, line: int, column: int) -> None:
    assert faults(text) == [("yaml-rusak", line, column)]


@pytest.mark.parametrize("text", ["a:\n\tb: 1\n", "a:\n  b: 1\n\tc: 2\n", "a:\n \t- x\n"])
def test_a_tab_before_a_line_is_named(text: str) -> None:
    assert [rule for rule, _, _ in faults(text)] == ["yaml-tab"]


def test_faults_that_leave_the_rest_readable_are_told_together() -> None:
    data, _, found = read("a: !x 1\nb: 2\nb: 3\nc: &y 4\n<<: {d: 5}\n")
    assert [each.rule for each in found] == [
        "yaml-tag",
        "yaml-kunci-ganda",
        "yaml-jangkar",
        "yaml-gabung",
    ]
    assert data == {"a": "1", "b": "2", "c": "4"}


def test_an_item_that_lost_its_dash_is_told_once_and_stays_an_item() -> None:
    data, places, found = read("a:\n  - b: 1\n    c: 2\n    b: 3\n    c: 4\n  - b: 5\n")
    assert [(each.rule, each.place.line) for each in found] == [("yaml-kunci-ganda", 4)]
    assert "`- b: 3`" in found[0].hint
    assert data == {"a": [{"b": "1", "c": "2"}, {"b": "3", "c": "4"}, {"b": "5"}]}
    assert places.locate(("a", 1, "c")).line == 5


def test_an_alias_bomb_is_harmless() -> None:
    rows = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    rows += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
    data, _, found = read("\n".join(rows))
    assert data["a9"] == [None] * 9
    assert {each.rule for each in found} == {"yaml-jangkar"}


def test_deep_nesting_is_refused_without_recursion() -> None:
    assert faults("[" * 100_000)[0][0] == "yaml-terlalu-dalam"
    assert faults("a: " + "{a: " * 50_000)[0][0] == "yaml-terlalu-dalam"


_SIGNS = (
    "a",
    " #5",
    "b: ",
    "c : ",
    "*a",
    "&a ",
    "!!x ",
    "? ",
    "<<",
    "- ",
    "'x'",
    '"y"',
    "| ",
    "# z",
    "--- ",
)
_JOINTS = ("", " ", "\n", "\n  ", "\n    ", ": ", ", ", "[", "]", "{", "}")
_TOKENS = st.lists(st.sampled_from(_SIGNS + _JOINTS), max_size=24).map("".join)
"""Well-formed pieces in any order: they come further than single letters do."""
_YAML = _TOKENS | st.text(
    alphabet=st.one_of(
        st.sampled_from(list(" \n\t-:[]{}#&*!|>'\"%@`,?<=~.ab01\\\r\ufeff\x85\u2028")),
        st.characters(codec="utf-8"),
    ),
    max_size=200,
)


@settings(max_examples=600, deadline=None)
@given(_YAML)
@example("a: 'x")
@example("'")
@example("&")
@example("%YAML 9.9\n---\na: 1")
@example("%TAG ! tag:x\n---\na: !y 1")
@example('a: "\\x"')
@example("? a\n? b\n")
@example(": x")
@example("a: |9\n x")
@example("\x85")
@example("a: b\u2028c: d")
def test_any_text_is_read_or_refused_with_a_place_inside_it(text: str) -> None:
    data, _, found = read(text)
    assert isinstance(data, dict)
    lines = text.count("\n") + text.count("\r") + text.count("\x85") + text.count("\u2028") + 2
    for each in found:
        assert 1 <= each.place.line <= lines
        assert 1 <= each.place.column <= len(text) + 1
        assert each.message
        assert each.hint


def test_a_lone_dash_is_answered_with_what_to_type() -> None:
    (fault,) = read("biaya: -\nnama: Izin\n")[2]
    assert (fault.place.line, fault.place.column) == (1, 8)
    assert fault.hint == "hapus `-`; yang dikosongkan tampil sebagai “belum diisi”"
