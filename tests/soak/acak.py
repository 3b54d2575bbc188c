"""Fuzz target: one file of a small catalog is anything at all, and the check must answer.

Run by `test_berkas_acak.py`, for atheris takes the whole process:
`python -m tests.soak.acak <catalog> [options of libFuzzer] <corpus>`. The first byte of an input
says which file it is, the rest is what stands in it.
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["generator"]):
    from generator.check import check
    from generator.layout import identify

ROOT = Path(__file__).parent.parent
TODAY = date(2026, 11, 24)


def _files() -> tuple[str, ...]:
    """Return one place for each kind of record, in a unit and a group that the catalog has."""
    found: dict[str, str] = {}
    for path in sorted((ROOT / "teladan/catalog").rglob("*.yaml")):
        parts = path.relative_to(ROOT / "teladan/catalog").parts
        owner = {"unit": "dinas-contoh", "pola": "desa"}.get(parts[0])
        file = "/".join((parts[0], owner, *parts[2:]) if owner else parts)
        if identity := identify(file):
            found.setdefault(identity.kind, file)
    return tuple(found.values())


FILES = _files()


def seeds() -> list[bytes]:
    """Return the records of the fictional regency and of the small catalog as inputs."""
    kinds = {identity.kind: at for at, file in enumerate(FILES) if (identity := identify(file))}
    out = []
    for catalog in (ROOT / "teladan/catalog", ROOT / "rules/_dasar"):
        for path in sorted(catalog.rglob("*.yaml")):
            identity = identify(path.relative_to(catalog).as_posix())
            if identity and identity.kind in kinds:
                out.append(bytes((kinds[identity.kind],)) + path.read_bytes())
    return out


def judge(catalog: Path, data: bytes) -> None:
    """Put the input in its place, check the catalog, and look at every finding."""
    path = catalog / FILES[data[0] % len(FILES) if data else 0]
    before = path.read_bytes() if path.exists() else None
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data[1:])
    try:
        found = check(catalog, TODAY).findings.sorted()
    finally:
        if before is None:
            path.unlink()
        else:
            path.write_bytes(before)
    for each in found:
        assert each.place.file, each
        assert each.place.line >= 1, each
        assert each.place.column >= 1, each
        assert each.hint.strip(), each
        assert each.message.strip(), each


if __name__ == "__main__":
    home = Path(sys.argv.pop(1))
    atheris.Setup(sys.argv, lambda data: judge(home, data))
    atheris.Fuzz()
