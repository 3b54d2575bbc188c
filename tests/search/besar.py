"""A catalog of 100,000 made-up services, to see that the index stays small where it must."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from generator.derive.situs import Entri
from generator.search.berkas import Bahan, berkas

_AWAL = "bcdgjklmnprstw"
_VOKAL = "aeiou"


def _kata(chance: random.Random) -> str:
    size = chance.choice((2, 3, 3, 4))
    return "".join(chance.choice(_AWAL) + chance.choice(_VOKAL) for _ in range(size))


def layanan(asli: Sequence[Entri], jumlah: int, benih: int = 7) -> list[Entri]:
    """Return `jumlah` services: the real ones, then their likes with words of their own."""
    chance = random.Random(benih)
    words = [_kata(chance) for _ in range(12_000)]
    found = list(asli)
    while len(found) < jumlah:
        model = asli[len(found) % len(asli)]
        own = chance.choice(words), chance.choice(words)
        sayings = chance.sample(model.frasa, min(3, len(model.frasa)))
        found.append(
            replace(
                model,
                id=f"{model.pemilik}/{own[0]}-{own[1]}-{len(found)}",
                nama=f"{model.nama} {own[0]} {own[1]}",
                frasa=tuple(f"{each} {chance.choice(own)}" for each in sayings),
                lain=(f"untuk {chance.choice(words)}",),
                tempat=(),
            )
        )
    return found


def tulis(folder: Path, bahan: Bahan, jumlah: int) -> tuple[int, int]:
    """Write the index of a large catalog into `folder`; return its files and characters."""
    files = berkas(
        Bahan(layanan(bahan.layanan, jumlah), bahan.unit, bahan.sinonim, bahan.henti)  # type: ignore[arg-type]
    )
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return len(files), sum(map(len, files.values()))
