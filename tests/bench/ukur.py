"""Run a command and measure it: processor time, wall time, memory."""

from __future__ import annotations

import os
import statistics
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Sample:
    """What one run took; memory of the whole process in MB."""

    cpu: float
    wall: float
    memory: float


def run(command: Sequence[str | Path], cwd: Path, env: Mapping[str, str] | None = None) -> Sample:
    """Run to the end. Raises CalledProcessError with what it said if it fails."""
    start = time.perf_counter()
    with subprocess.Popen(
        command,
        cwd=cwd,
        env={**os.environ, **(env or {})},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    ) as process:
        assert process.stdout
        said = process.stdout.read()
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, list(command), said[-2000:])
    wall = time.perf_counter() - start
    return Sample(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024)


def median(samples: Sequence[Sample], what: str = "cpu") -> float:
    """Return the median of one measure."""
    return statistics.median(getattr(each, what) for each in samples)


def machine() -> str:
    """Return the processor, its cores and the Python, and nothing that names this computer."""
    info = Path("/proc/cpuinfo")
    lines = info.read_text().splitlines() if info.is_file() else []
    model = next((each.partition(":")[2].strip() for each in lines if "model name" in each), "?")
    python = ".".join(map(str, __import__("sys").version_info[:3]))
    return f"{model}, {os.cpu_count()} cores, Python {python}"
