"""Units on the board of the government, in groups short enough to read on a phone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from generator.derive import alamat
from generator.derive.indeks import Indeks
from generator.derive.papan.kumpul import NilaiUnit
from generator.derive.papan.tampilan import Keadaan, Segar, persen, segar
from generator.derive.papan.ukur import umur
from generator.derive.unit import JENIS

_KANTOR = "Sekretariat, badan, dan dinas"
_TEKNIS = "Rumah sakit dan unit pelaksana teknis"
_RUMPUN: Mapping[str, str] = {
    "sekretariat": _KANTOR,
    "inspektorat": _KANTOR,
    "badan": _KANTOR,
    "dinas": _KANTOR,
    "satuan": _KANTOR,
    "bagian-setda": _KANTOR,
    "rumah-sakit": _TEKNIS,
    "uptd": _TEKNIS,
    "puskesmas": "Puskesmas",
    "kecamatan": "Kecamatan",
    "kelurahan": "Desa dan kelurahan",
    "desa": "Desa dan kelurahan",
}
"""Group of each kind of unit, in the order of the page; villages and wards by district."""
_TANPA_NILAI = 999
"""Sorts what has no score, or no review on record, to the end or to the top."""


@dataclass(frozen=True, slots=True)
class BarisUnit:
    """One unit with its scores by pack."""

    id: str
    nama: str
    nama_penuh: str
    alamat: str
    jenis: str
    dinilai: bool
    layanan: int
    nilai: tuple[str, ...]
    """In percent by pack, in the order of the packs; empty where a pack is not for this kind."""
    segar: Segar
    urut_nilai: int
    """Mean of the packs in tenths of a percent, to sort by."""
    urut_segar: int
    """Months since the oldest review, to sort by."""


@dataclass(frozen=True, slots=True)
class KelompokUnit:
    """Units of one kind, or of one district; told in one line while closed."""

    nama: str
    unit: tuple[BarisUnit, ...]
    keadaan: tuple[tuple[Keadaan, int], ...]
    """How many are how fresh."""


def baris_unit(value: NilaiUnit, packs: Sequence[str], indeks: Indeks) -> BarisUnit:
    """Derive the row of one unit."""
    scores = {each.id: each for each in value.pak} if value.dinilai else {}
    mean = sum((each.persen for each in scores.values()), Fraction(0)) / max(1, len(scores))
    return BarisUnit(
        id=value.id,
        nama=value.unit.singkatan or value.unit.nama,
        nama_penuh=value.unit.nama,
        alamat=alamat.papan(value.id),
        jenis=JENIS[value.unit.jenis],
        dinilai=value.dinilai,
        layanan=len(value.layanan),
        nilai=tuple(persen(scores[each]) if each in scores else "" for each in packs),
        segar=segar(value, indeks),
        urut_nilai=round(mean * 10) if scores else _TANPA_NILAI * 10,
        urut_segar=umur(value.tinjau, indeks.hari_ini) if value.tinjau else _TANPA_NILAI,
    )


def kelompok(
    values: Sequence[NilaiUnit], rows: Sequence[BarisUnit], indeks: Indeks
) -> Iterator[KelompokUnit]:
    """Yield the groups that have units."""
    order = list(dict.fromkeys(_RUMPUN.values()))
    groups: dict[tuple[int, str], list[BarisUnit]] = {}
    for value, row in zip(values, rows, strict=True):
        name = _RUMPUN.get(value.unit.jenis, "Unit lain")
        rank = order.index(name) if name in order else len(order)
        above = indeks.katalog.unit.get(value.unit.induk or "")
        if value.unit.jenis in ("desa", "kelurahan") and above and above.jenis == "kecamatan":
            name = above.nama
        groups.setdefault((rank, name), []).append(row)
    for (rank, name), units in sorted(groups.items()):
        states = Counter(each.segar.keadaan for each in units)
        shown = f"{order[-1]} di {name}" if rank == len(order) - 1 and name != order[-1] else name
        yield KelompokUnit(shown, tuple(units), tuple(states.most_common()))
