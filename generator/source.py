"""Where a value stands: positions in files, kept from the byte to the finding."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

Step = str | int
Path = tuple[Step, ...]


class Position(NamedTuple):
    """A place in a file; line and column count from 1, as editors do."""

    file: str
    """Path relative to the catalog, with forward slashes."""
    line: int = 1
    column: int = 1


@dataclass(slots=True)
class Places:
    """The position of a value, of its key, and of every value inside it."""

    here: Position
    key: Position | None = None
    """Where the key that holds this value stands; None for a list item or the whole file."""
    inside: dict[Step, Places] = field(default_factory=dict)

    def at(self, path: Path) -> Places:
        """Return the places of the value at `path`, or of its nearest parent that exists.

        Pydantic puts words of its own into a path, such as the tag of a union; a step that
        the file does not have is stepped over.
        """
        place = self
        for step in path:
            place = place.inside.get(step, place)
        return place

    def holds(self, path: Path) -> bool:
        """Tell whether something stands at `path` itself."""
        place = self
        for step in path:
            if step not in place.inside:
                return False
            place = place.inside[step]
        return True

    def locate(self, path: Path) -> Position:
        """Return the position of the value at `path`, or of its nearest parent."""
        return self.at(path).here

    def locate_key(self, path: Path) -> Position:
        """Return the position of the key that holds `path`: where a wrong name is mended."""
        place = self.at(path)
        return place.key or place.here


class LatePlaces(Places):
    """Places whose inside is found when somebody looks, which for most records is never."""

    __slots__ = ("_found", "_look")

    def __init__(self, at: Position, look: Callable[[], dict[Step, Places]]) -> None:
        self.here, self.key = at, None
        self._look = look
        self._found: dict[Step, Places] | None = None

    @property
    def inside(self) -> dict[Step, Places]:  # type: ignore[override]
        """The places of the parts, found once."""
        if self._found is None:
            self._found = self._look()
        return self._found


Tree = str | None | list["Tree"] | dict[str, "Tree"]
Text = tuple[Path, str]
"""A text with the path to it."""


@dataclass
class Document:
    """One file read as text: nested texts, lists and mappings, with the place of each."""

    file: str
    data: dict[str, Tree]
    places: Places

    @property
    def texts(self) -> list[Text]:
        """Every text with its path, in reading order."""
        return self._walked[0]

    @property
    def by_key(self) -> Mapping[str, list[Text]]:
        """The texts of each key, those in a list under the list's key."""
        return self._walked[1]

    @cached_property
    def joined(self) -> str:
        """All texts in one, so that one look can tell that there is nothing to say."""
        return "\n".join(text for _, text in self.texts)

    def part(self, path: Path) -> Tree:
        """Return the value at `path`. Raises KeyError or IndexError if nothing stands there."""
        found: Tree = self.data
        for step in path:
            found = found[step]  # type: ignore[index]
        return found

    def texts_of(self, keys: Iterable[str]) -> Iterator[Text]:
        """Yield the texts of some keys."""
        by_key = self.by_key
        for key in keys:
            yield from by_key.get(key, ())

    @cached_property
    def _walked(self) -> tuple[list[Text], dict[str, list[Text]]]:
        found: list[Text] = []
        by_key: dict[str, list[Text]] = defaultdict(list)
        _walk((), self.data, "", found, by_key)
        return found, by_key


def _walk(
    path: Path,
    value: dict[str, Tree] | list[Tree],
    key: str,
    found: list[Text],
    by_key: dict[str, list[Text]],
) -> None:
    """Go through a mapping or a list; records nest twenty deep at most.

    Every text of every record passes here, so it asks for classes, which is the quickest.
    """
    steps: Iterable[tuple[Step, Tree]]
    steps = value.items() if isinstance(value, dict) else enumerate(value)
    for step, each in steps:
        if step.__class__ is str:
            key = step
        here = path + (step,)  # noqa: RUF005 - unpacking makes a list first
        if each.__class__ is str:
            text: Text = (here, each)
            found.append(text)
            by_key[key].append(text)
        elif each is not None:
            _walk(here, each, key, found, by_key)  # type: ignore[arg-type]
