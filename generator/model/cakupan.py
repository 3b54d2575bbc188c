"""Coverage: which services, SOPs and processes have each other, and which lack one.

Rules tell the gaps once per unit; the page of coverage lists every pair.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.model.catalog import Katalog, frozen

MATI = "dicabut"


@dataclass(frozen=True, slots=True)
class BarisCakupan:
    """One service with its SOPs and its process."""

    layanan: str
    nama: str
    sop: tuple[str, ...]
    proses: str | None
    """Code of the process, if it exists in the catalog."""
    kurang: tuple[str, ...] = ()
    """What is missing, in words."""


@dataclass(frozen=True, slots=True)
class Cakupan:
    """Counts and gaps by owner: id of the unit or group."""

    baris: Mapping[str, tuple[BarisCakupan, ...]]
    """Every service that is not withdrawn, by owner."""
    layanan: Mapping[str, int]
    sop: Mapping[str, int]
    proses: Mapping[str, int]
    layanan_tanpa_sop: Mapping[str, tuple[str, ...]]
    sop_tanpa_layanan: Mapping[str, tuple[str, ...]]
    sop_tanpa_proses: Mapping[str, tuple[str, ...]]
    proses_tanpa_pemilik: Mapping[str, tuple[str, ...]]
    inti_tanpa_layanan: Mapping[str, tuple[str, ...]]


def cakupan(katalog: Katalog) -> Cakupan:
    """Return the coverage of units' own records and patterns; places follow their pattern."""
    rows: dict[str, list[BarisCakupan]] = {}
    running = _sops_by_service(katalog)
    producing: dict[str, str] = {}
    for code, process in katalog.proses.items():
        for service in process.isi.layanan:
            producing.setdefault(service, code)
    for id_, service_ in katalog.layanan.items():
        if service_.isi.status == MATI:
            continue
        sops = tuple(dict.fromkeys((*service_.isi.sop, *running.get(id_, ()))))
        known = tuple(each for each in sops if each in katalog.sop)
        code_ = service_.isi.proses or producing.get(id_)
        if code_ is None:
            code_ = next((katalog.sop[each].isi.proses for each in known), None)
        code_ = code_ if code_ in katalog.proses else None
        gaps: tuple[str, ...] = () if known else ("SOP",)
        if code_ is None:
            gaps += ("kode proses",)
        row = BarisCakupan(id_, service_.isi.nama, known, code_, gaps)
        rows.setdefault(service_.pemilik, []).append(row)
    sops_, processes = _own_sops(katalog), katalog.proses
    used = {row.proses for found in rows.values() for row in found}
    used |= {each.isi.proses for each in katalog.sop.values() if each.isi.layanan}
    inner = {each.induk for each in processes.values()}
    by_unit = {code: each.unit for code, each in processes.items()}
    return Cakupan(
        baris=frozen({owner: tuple(found) for owner, found in rows.items()}),
        layanan=frozen({owner: len(found) for owner, found in rows.items()}),
        sop=_count(sops_),
        proses=_count(list(by_unit.values())),
        layanan_tanpa_sop=_gaps(
            (owner, row.layanan)
            for owner, found in rows.items()
            for row in found
            if "SOP" in row.kurang
        ),
        sop_tanpa_layanan=_gaps(
            (_owner(each), each)
            for each in sops_
            if not katalog.sop[each].isi.layanan and katalog.sop[each].isi.golongan.isi != "generik"
        ),
        sop_tanpa_proses=_gaps(
            (_owner(each), each) for each in sops_ if not katalog.sop[each].isi.proses
        ),
        proses_tanpa_pemilik=_gaps(
            (each.unit, code)
            for code, each in processes.items()
            if each.isi.status != MATI and not each.isi.pemilik_jabatan
        ),
        inti_tanpa_layanan=_gaps(
            (each.unit, code)
            for code, each in processes.items()
            if each.isi.status != MATI
            and each.isi.kategori == "inti"
            and code not in inner
            and not each.isi.layanan
            and code not in used
        ),
    )


def _own_sops(katalog: Katalog) -> list[str]:
    return [
        id_ for id_, each in katalog.sop.items() if each.pola is None and each.isi.status != MATI
    ]


def _sops_by_service(katalog: Katalog) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for id_ in _own_sops(katalog):
        for service in katalog.sop[id_].isi.layanan:
            found.setdefault(service, []).append(id_)
    return found


def _owner(id_: str) -> str:
    return id_.partition("/")[0]


def _count(ids: Iterable[str]) -> Mapping[str, int]:
    return frozen(Counter(_owner(each) for each in ids))


def _gaps(pairs: Iterable[tuple[str, str]]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for owner, id_ in pairs:
        found.setdefault(owner, []).append(id_)
    return frozen({owner: tuple(ids) for owner, ids in sorted(found.items())})
