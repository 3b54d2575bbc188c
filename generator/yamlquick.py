"""The quick way through a well-formed record: its tree at once, the places inside it on demand.

Nearly every record is in order, and nobody asks where its parts stand. `read` makes the tree
from the parser's nodes and notes no place but the record's own; whoever asks for more makes
`yamltext` read the file again, value by value. Whatever could be a fault is left to `yamltext`.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import yaml

from generator.source import LatePlaces, Places, Position, Tree


class _Loader(getattr(yaml, "CBaseLoader", yaml.BaseLoader)):  # type: ignore[misc]
    """Makes nodes without looking for the type of a value: a record is text."""

    def resolve(self, *_: object) -> str:
        return ""

    def descend_resolver(self, *_: object) -> None:
        pass

    def ascend_resolver(self) -> None:
        pass


# Anchors, aliases and tags. One sign alone is looked for first, here and below: that is quicker.
_ODD_SIGNS = ("&", "*", "!")
_ODD = re.compile(r"(?:^|[\s\[\]{},:?-])(?:[&*]\S|!)", re.MULTILINE)
STUCK = re.compile(r" +#[^\s#!]")
"""A comment that its author meant as text, as in `loket #5`: the parser drops it in silence."""
_OPENING = ("-", "?", "[", "{")
_MANY = 2000
"""More openings than this could be nested so deep that the parser, which recurses, falls."""
_LONG = 100_000
"""A record of more characters is rare, and a hostile one should be read once, not twice."""
MAX_DEPTH = 20
MAX_KEY = 200


class _Irregular(Exception):
    """The slow way must decide."""


def read(text: str, file: str, slow: Callable[[], Places]) -> tuple[dict[str, Tree], Places] | None:
    """Return the tree and the places of a record, or None if it is not plainly in order.

    `slow` gives the places of every value.
    """
    if len(text) > _LONG or _may_be_odd(text):
        return None
    try:
        root = yaml.compose(text, Loader=_Loader)
        if not isinstance(root, yaml.MappingNode):
            return None
        data = _mapping(root.value, MAX_DEPTH)
    except (yaml.YAMLError, UnicodeError, _Irregular):
        return None
    mark = root.start_mark
    at = Position(file, mark.line + 1, mark.column + 1)
    return (data, LatePlaces(at, lambda: slow().inside)) if data else None


def _may_be_odd(text: str) -> bool:
    return (
        "\\" in text
        or ("<" in text and "<<" in text)
        or ("#" in text and STUCK.search(text) is not None)
        or (any(sign in text for sign in _ODD_SIGNS) and _ODD.search(text) is not None)
        or sum(map(text.count, _OPENING)) > _MANY
    )


def _mapping(content: list[tuple[yaml.Node, yaml.Node]], depth: int) -> dict[str, Tree]:
    data: dict[str, Tree] = {}
    for key, node in content:
        name = key.value
        if key.__class__ is not yaml.ScalarNode or len(name) > MAX_KEY or name in data:
            raise _Irregular
        data[name] = _value(node, depth - 1)
    if None in data.values():
        return {name: value for name, value in data.items() if value is not None}
    return data


def _value(node: yaml.Node, depth: int) -> Tree:
    content = node.value
    if node.__class__ is yaml.ScalarNode:
        # An empty value is an unknown one, unless it is quoted.
        return content if content or node.style else None
    if depth <= 0:
        raise _Irregular
    if node.__class__ is yaml.MappingNode:
        return _mapping(content, depth)
    return [_value(each, depth - 1) for each in content]
