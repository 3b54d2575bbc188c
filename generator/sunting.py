"""Mend records: the edits that findings carry, done on the file's own text.

Only the characters of the edited value change; comments, order, quotes and line breaks of the
rest stay as the officer typed them. Pure: text in, text out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import yaml

from generator.finding import Edit, Finding

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_BLOCK = ("|", ">")
_QUOTE_FIRST = set("-?:,[]{}#&*!|>'\"%@` ")


@dataclass(frozen=True, slots=True)
class _Node:
    """One value or key in the text: where it begins and ends, and what holds it."""

    start: int
    end: int
    value: str | None
    """The text of a scalar; None for a list or a mapping."""
    style: str | None = None
    flow: bool = False
    """True inside `[…]` or `{…}`."""
    key: _Node | None = None
    """For a value of a mapping: its key."""
    item: bool = False
    """True for an item of a list."""
    alone: bool = False
    """True if nothing stays in its list or mapping without it."""
    holds: _Node | None = None
    """For a key: its value."""


def mend(text: str, findings: Iterable[Finding]) -> tuple[str, list[Finding]]:
    """Return `text` with the edits of `findings` done, and the findings whose edit was done.

    Edits that overlap wait for the next run; one that would break the file is left out.
    """
    nodes = _nodes(text)
    changes: list[tuple[int, int, str, Finding]] = []
    for each in findings:
        if each.edit is None:
            continue
        node = nodes.get((each.place.line, each.place.column))
        change = _change(text, node, each.edit) if node else None
        if change and all(change[1] <= start or change[0] >= end for start, end, *_ in changes):
            changes.append((*change, each))
    done = []
    for start, end, new, finding in sorted(changes, key=lambda each: each[0], reverse=True):
        tried = text[:start] + new + text[end:]
        if _readable(tried):
            text = tried
            done.append(finding)
    return text, done[::-1]


def _readable(text: str) -> bool:
    try:
        for _ in yaml.parse(text, Loader=_LOADER):
            pass
    except yaml.YAMLError:
        return False
    return True


def _change(text: str, node: _Node, edit: Edit) -> tuple[int, int, str] | None:
    """Return which span of the text becomes what; None if that cannot be done safely."""
    if edit.kind == "hapus":
        return _removal(text, node.holds or node)
    if node.value is None:
        return None
    if edit.kind == "kata":
        return _word(text, node, node.value, edit)
    if node.style in _BLOCK:
        return None
    return node.start, node.end, _scalar(edit.new, node)


def _word(text: str, node: _Node, value: str, edit: Edit) -> tuple[int, int, str] | None:
    at = text.find(edit.old, node.start, node.end)
    if at < 0:
        return None
    if node.style not in _BLOCK and (at == node.start or not edit.new):
        return node.start, node.end, _scalar(value.replace(edit.old, edit.new, 1).strip(), node)
    return at, at + len(edit.old), edit.new


def _scalar(value: str, node: _Node) -> str:
    """Write a value as its old self was written, in quotes where it now needs them."""
    if node.style == '"':
        escaped = value.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{escaped}"'
    plain = (
        node.style != "'"
        and value
        and value[0] not in _QUOTE_FIRST
        and ": " not in value
        and " #" not in value
        and not value.endswith(":")
        and not (node.flow and set(value) & set(",[]{}"))
    )
    doubled = value.replace("'", "''")
    return value if plain else f"'{doubled}'"


def _removal(text: str, node: _Node) -> tuple[int, int, str] | None:
    """Return the lines of a block value with its key, or of a list item; None inside brackets."""
    holder = node.key or node
    if node.flow or node.alone or (node.key is None and not node.item):
        return None
    line_start = text.rfind("\n", 0, holder.start) + 1
    before = text[line_start : holder.start]
    if node.item and node.key is None:
        if before.strip() != "-":
            return None
    elif before.strip():  # the first key after a `- `: the next key would lose the dash
        return None
    line_end = text.find("\n", max(node.end - 1, holder.end))
    end = len(text) if line_end < 0 else line_end + 1
    rest = text[node.end : end].strip()
    return (line_start, end, "") if not rest or rest.startswith("#") else None


def _nodes(text: str) -> dict[tuple[int, int], _Node]:
    """Return every node of a readable text by line and column, both from 1."""
    if not _readable(text):
        return {}
    found: dict[tuple[int, int], _Node] = {}
    index = _Index(text)
    for line, column, node in _walk(index, _compose(text)):
        found.setdefault((line, column), node)
    return found


def _compose(text: str) -> yaml.Node | None:
    try:
        return yaml.compose(text, Loader=_LOADER)
    except yaml.YAMLError:
        return None


class _Index:
    """From line and column to the place in the text; the parser's own count is in bytes."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = [0]
        for line in text.split("\n")[:-1]:
            self.starts.append(self.starts[-1] + len(line) + 1)

    def at(self, mark: Any) -> int:
        return min(self.starts[int(mark.line)] + int(mark.column), len(self.text))


def _node(index: _Index, node: yaml.Node) -> _Node:
    start, end = index.at(node.start_mark), index.at(node.end_mark)
    while end > start and index.text[end - 1] in " \n" and not isinstance(node, yaml.ScalarNode):
        end -= 1
    if isinstance(node, yaml.ScalarNode):
        return _Node(start, end, node.value, node.style)
    return _Node(start, end, None)


def _walk(index: _Index, root: yaml.Node | None) -> Iterator[tuple[int, int, _Node]]:
    stack: list[tuple[yaml.Node, bool]] = [(root, False)] if root else []
    while stack:
        node, flow = stack.pop()
        if isinstance(node, yaml.MappingNode):
            flow = flow or bool(node.flow_style)
            alone = len(node.value) == 1
            for key, value in node.value:
                name = replace(_node(index, key), flow=flow)
                held = replace(_node(index, value), flow=flow, key=name, alone=alone)
                named = replace(name, holds=held)
                yield key.start_mark.line + 1, key.start_mark.column + 1, named
                yield value.start_mark.line + 1, value.start_mark.column + 1, held
                stack.append((value, flow))
        elif isinstance(node, yaml.SequenceNode):
            flow = flow or bool(node.flow_style)
            alone = len(node.value) == 1
            for each in node.value:
                item = replace(_node(index, each), flow=flow, item=True, alone=alone)
                yield each.start_mark.line + 1, each.start_mark.column + 1, item
                stack.append((each, flow))
