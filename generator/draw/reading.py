"""A drawing in words: what a screen reader gets, and a phone shows, instead of the picture."""

from __future__ import annotations

from collections.abc import Sequence

from generator.draw.flow import Edge, Flow
from generator.model.kata import daftar, kecil


def reading(flow: Flow, times: Sequence[str] = (), noun: str = "Langkah") -> tuple[str, ...]:
    """Return one sentence or two for each step; `times` are their durations in words."""
    return tuple(
        _sentence(flow, number, times[number] if times else "", noun)
        for number in range(len(flow.steps))
    )


def _sentence(flow: Flow, number: int, time: str, noun: str) -> str:
    step = flow.steps[number]
    actors = daftar([_post(flow.lanes[lane]) for lane in step.lanes])
    lead = ", ".join(each for each in (f"{noun} {number + 1}", actors, time) if each)
    text = f"{lead}: {kecil(step.text).rstrip('.')}."
    edges = flow.exits(number)
    if step.kind == "keputusan":
        return " ".join([text, *(f"Bila {kecil(each.label)} {goes(each)}." for each in edges)])
    onward = [each for each in edges if each.target != number + 1]
    if onward:
        return f"{text} Lalu {goes(onward[0])}."
    return text if edges else f"{text} Selesai."


def goes(edge: Edge) -> str:
    """Return where an edge leads: "kembali ke langkah 2"."""
    way = "kembali ke" if edge.is_back else "lanjut ke"
    return f"{way} langkah {edge.target + 1}"


def _post(name: str) -> str:
    """Return a post inside a sentence; one written as a title keeps its capitals."""
    titled = any(word[:1].isupper() and not word.isupper() for word in name.split()[1:])
    return name if titled else kecil(name)
