"""Runs one site engine in a process of its own and tells what it does, one JSON object a line.

Called by `engine.py` as a script: `engine_process.py ENGINE CONFIG SITE_DIR`. Stands alone, so
that the engine's globals, loggers and faults stay out of the generator's process.
"""

from __future__ import annotations

import importlib
import json
import logging
import os
import re
import sys
import traceback

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

_EVERY = 20
"""Pages between two signs of life."""
_BEFORE_HTML_PARSERS = 24
"""Both the engine (21) and Python-Markdown (20) parse raw HTML; fenced code (25) comes first."""


def say(**event: object) -> None:
    """Write one event; without a reader there is nothing left to do."""
    try:
        sys.__stdout__.write(json.dumps(event) + "\n")  # type: ignore[union-attr]
        sys.__stdout__.flush()  # type: ignore[union-attr]
    except OSError:
        os._exit(1)


class _WholePage(Preprocessor):  # type: ignore[misc]
    """Sets a page that is one block of HTML aside, as Python-Markdown would after parsing it.

    The pages of records are such blocks: one element from the first line to the last, no blank
    line inside. Parsing them tag by tag, twice, is three quarters of the engine's time and changes
    nothing (`tests/test_build.py` compares both ways byte by byte).
    """

    opening = re.compile(r"<(article|div)[ >]")

    def run(self, lines: list[str]) -> list[str]:
        while lines and not lines[-1].strip():
            lines.pop()
        opened = self.opening.match(lines[0]) if lines else None
        if not opened or "" in lines or not lines[-1].endswith(f"</{opened[1]}>"):
            return lines
        page = "\n".join(lines)
        if " markdown" in page:  # an author may ask for Markdown inside: the slow way decides
            return lines
        return [self.md.htmlStash.store(page)]


class _Quick(Extension):  # type: ignore[misc]
    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  (Python-Markdown's name)
        md.preprocessors.register(_WholePage(md), "whole_page", _BEFORE_HTML_PARSERS)


class _Teller(logging.Handler):
    """Passes warnings on, and counts pages from the engine's own debug messages."""

    def __init__(self) -> None:
        super().__init__()
        self.counts = {"Reading: ": 0, "Building page ": 0}

    def emit(self, record: logging.LogRecord) -> None:
        message = record.getMessage()
        if record.levelno >= logging.WARNING:
            say(level=record.levelname, message=message)
            return
        for start in self.counts:
            if message.startswith(start):
                self.counts[start] += 1
                if self.counts[start] % _EVERY == 0:
                    say(pages=sum(self.counts.values()))


def main(engine: str, config_file: str, site_dir: str, way: str = "quick") -> int:
    """Build strictly; return 0 if the engine has nothing to say against it."""
    if engine == "properdocs":
        # From here on, the theme's imports of mkdocs reach properdocs.
        importlib.import_module("properdocs.replacement")
    logger = logging.getLogger(engine)
    logger.setLevel(logging.INFO)
    logger.propagate = False
    logger.addHandler(_Teller())
    # Only this one: a debug level elsewhere would switch the engine's own checks off.
    logging.getLogger(f"{engine}.commands.build").setLevel(logging.DEBUG)
    load_config = importlib.import_module(f"{engine}.config").load_config
    build = importlib.import_module(f"{engine}.commands.build").build
    faults = importlib.import_module(f"{engine}.exceptions")
    try:
        config = load_config(config_file=config_file, site_dir=site_dir, strict=True)
        if way == "quick":
            config["markdown_extensions"].append(_Quick())
            # The engine does not see the anchors of pages set aside; `links.py` checks them all.
            config["validation"]["links"]["anchors"] = logging.DEBUG
        build(config)
    except faults.Abort:
        return 1
    except faults.ConfigurationError as error:
        say(level="ERROR", message=str(error))
        return 1
    except Exception as error:  # noqa: BLE001  (whatever the engine dies of is told)
        if isinstance(error, OSError) and error.errno is not None:
            say(errno=error.errno, reason=error.strerror, file=str(error.filename or ""))
        # The engine has named the page already; the rest is for developers.
        traceback.print_exc()
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
