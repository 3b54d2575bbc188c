"""How a build tells what it does: a live line on a terminal, plain lines elsewhere."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn
from rich.table import Table

from generator.model.kata import angka


@dataclass(slots=True)
class Show:
    """Tells the steps of a build on one console and remembers how long each took."""

    console: Console
    times: list[tuple[str, float]] = field(default_factory=list)

    @contextmanager
    def step(self, name: str, total: int | None = None) -> Iterator[Counter]:
        """Show one step while it runs."""
        start = time.perf_counter()
        if self.console.is_terminal:
            with _live(self.console) as progress:
                task = progress.add_task(name, total=total)
                yield Counter(progress, task)
        else:
            yield Counter(None, None)
        took = time.perf_counter() - start
        self.times.append((name, took))
        if not self.console.is_terminal:
            self.console.print(f"{name}: {_seconds(took)}", soft_wrap=True)

    def say(self, text: str) -> None:
        """Print one line."""
        self.console.print(text, soft_wrap=True, highlight=False)

    def timetable(self) -> None:
        """Print how long each step took; where the steps are lines already, only the whole."""
        whole = _seconds(sum(took for _, took in self.times))
        if not self.console.is_terminal:
            self.say(f"Seluruhnya: {whole}")
            return
        table = Table(box=None, pad_edge=False, show_header=False)
        table.add_column()
        table.add_column(justify="right")
        for name, took in self.times:
            table.add_row(name, _seconds(took))
        table.add_row("Seluruhnya", whole, style="bold")
        self.console.print(table)


@dataclass(slots=True)
class Counter:
    """Counts what is done of a step; silent where nobody watches."""

    progress: Progress | None
    task: object

    def __call__(self, done: int) -> None:
        """Set how much is done."""
        if self.progress:
            self.progress.update(self.task, completed=done)  # type: ignore[arg-type]


def _live(console: Console) -> Progress:
    return Progress(
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(bar_width=30),
        MofNCompleteColumn(),
        console=console,
        transient=True,
    )


def _seconds(took: float) -> str:
    return f"{angka(round(took, 1))} detik"
