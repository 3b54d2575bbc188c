"""Measures of a drawing, and an estimate of how wide text is.

A drawing is thought of along two axes: `s` runs across the lanes, `t` along the flow. On the SOP
sheet `s` is to the right and `t` down; a map with its lanes as rows turns the two.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from generator.draw.flow import Step

Measure = Callable[[str], float]
"""Width of a text in ems."""

_NARROW = frozenset("iljtfrI.,:;'|!()[]·-/ ")
_WIDE = frozenset("mwMW@%—…")


def estimate(text: str) -> float:
    """Return a width in ems that no common sans-serif face exceeds by much."""
    width = 0.0
    for char in text:
        if char in _NARROW:
            width += 0.36
        elif char in _WIDE or ord(char) > 0x2E80:
            width += 1.0
        elif char.isupper() or ord(char) > 0x24F:
            width += 0.76
        else:
            width += 0.6
    return width


def heavy(text: str) -> float:
    """Return the estimate for bold text."""
    return 1.16 * estimate(text)


def wrap(text: str, room: float, measure: Measure, most: int = 0) -> tuple[str, ...]:
    """Break text into lines at most `room` ems wide; a longer word is cut.

    With `most`, what does not fit into that many lines ends in an ellipsis.
    """
    lines: list[str] = []
    line = ""
    space = measure(" ")
    used = 0.0
    for word in text.split():
        for part, width in _pieces(word, room, measure):
            if line and used + space + width > room:
                lines.append(line)
                line, used = part, width
            else:
                used += width + (space if line else 0)
                line = f"{line} {part}" if line else part
    if line:
        lines.append(line)
    if most and len(lines) > most:
        last = lines[most - 1]
        while last and measure(f"{last}…") > room:
            last = last[:-1].rstrip()
        lines[most - 1 :] = [f"{last}…"]
    return tuple(lines)


def _pieces(word: str, room: float, measure: Measure) -> list[tuple[str, float]]:
    width = measure(word)
    if width <= room:
        return [(word, width)]
    pieces: list[tuple[str, float]] = []
    piece, used = "", 0.0
    for char in word:
        wide = measure(char)
        if piece and used + wide > room:
            pieces.append((piece, used))
            piece, used = "", 0.0
        piece, used = piece + char, used + wide
    return [*pieces, (piece, used)]


@dataclass(frozen=True, slots=True)
class Size:
    """All measures of one kind of drawing, in its own unit (CSS pixels, points)."""

    half: Mapping[str, tuple[float, float]] = field(
        default_factory=lambda: MappingProxyType(
            {
                "mulai": (28.0, 14.0),
                "selesai": (28.0, 14.0),
                "proses": (28.0, 14.0),
                "keputusan": (30.0, 20.0),
            }
        )
    )
    """Half extent of each symbol along s and t."""
    track: float = 8.0
    """From a row's edge to the line that leads into its symbol."""
    lead: float = 14.0
    """From that line to the symbol: room for an arrow head."""
    below: float = 22.0
    """Least room after a symbol."""
    gap: float = 13.0
    """From a symbol's side to the nearest channel."""
    spacing: float = 9.0
    """Between two lines of one channel."""
    edge: float = 6.0
    """From the outermost line to the lane's edge."""
    column: float = 84.0
    """Least extent of a lane."""
    font: float = 11.0
    leading: float = 12.0
    label_room: float = 5.8
    """Widest label, in ems."""
    turned: bool = False
    """True if lanes are rows and the flow runs to the right."""
    measure: Measure = heavy

    def half_of(self, step: Step) -> tuple[float, float]:
        """Return the half extent of a step's symbol."""
        return step.half or self.half[step.kind]

    def label(self, text: str) -> tuple[tuple[str, ...], float, float]:
        """Return a label's lines and its extent along s and t."""
        # A word is never broken for want of a little more room.
        longest = max((self.measure(word) for word in text.split()), default=0.0)
        room = min(max(self.label_room, longest), 2 * self.label_room)
        lines = wrap(text, room, self.measure, 3)
        width = max((self.measure(line) for line in lines), default=0.0) * self.font + 2
        height = len(lines) * self.leading
        return (lines, height, width) if self.turned else (lines, width, height)


SHEET = Size()
"""The SOP sheet on the web."""
NARROW = Size(
    half=MappingProxyType(
        {
            "mulai": (22.0, 12.0),
            "selesai": (22.0, 12.0),
            "proses": (22.0, 12.0),
            "keputusan": (25.0, 17.0),
        }
    ),
    gap=12.0,
    spacing=8.0,
    edge=5.0,
    column=68.0,
    below=20.0,
)
"""The same with smaller symbols, for a sheet of many lanes."""


def for_sheet(lanes: int) -> Size:
    """Return the measures for a sheet of so many lanes."""
    return SHEET if lanes <= 4 else NARROW
