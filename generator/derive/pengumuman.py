"""Notices as pages show them: those in force, and those about to begin."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from generator.derive import kalimat
from generator.derive.indeks import Indeks
from generator.model.catalog import Layanan
from generator.model.pengumuman import Pengumuman

AHEAD = timedelta(days=14)
"""A notice is shown so long before it begins, for people plan their way."""
_CLASS = {"info": "l-netral", "terganggu": "l-kurang", "tutup": "l-buruk"}
_WORD = {"info": "Pengumuman", "terganggu": "Layanan terganggu", "tutup": "Layanan tutup"}


@dataclass(frozen=True, slots=True)
class Kabar:
    """One notice."""

    kata: str
    kelas: str
    judul: str
    isi: str
    masa: str
    sampai: str
    """Last day as ISO date: the page hides the notice after it by itself."""
    tautan: str
    mendesak: bool
    """True if it spoils an errand today: it then stands above the answer."""


def kabar_layanan(
    service: Layanan, unit: str, places: Collection[str], indeks: Indeks
) -> tuple[Kabar, ...]:
    """Return the notices about a service as given at `unit` in some places."""
    ids = {service.id, service.pola or ""}
    return tuple(
        _shown(each, indeks.hari_ini)
        for each in _current(indeks)
        if unit in each.unit or ids & set(each.layanan) or set(places) & set(each.lokasi)
    )


def kabar_unit(unit: str, indeks: Indeks) -> tuple[Kabar, ...]:
    """Return the notices about a unit, its places and its services."""
    return tuple(
        _shown(each, indeks.hari_ini)
        for each in _current(indeks)
        if unit in each.unit
        or any(one.partition("/")[0] == unit for one in (*each.layanan, *each.lokasi))
    )


def _current(indeks: Indeks) -> Iterator[Pengumuman]:
    today = indeks.hari_ini
    found = [
        each
        for each in indeks.katalog.pengumuman.values()
        if each.mulai - AHEAD <= today <= each.selesai
    ]
    order = list(_CLASS)
    yield from sorted(found, key=lambda each: (-order.index(each.tingkat), each.mulai, each.judul))


def _shown(each: Pengumuman, today: date) -> Kabar:
    first, last = kalimat.tanggal(each.mulai), kalimat.tanggal(each.selesai)
    return Kabar(
        kata=_WORD[each.tingkat],
        kelas=_CLASS[each.tingkat],
        judul=each.judul,
        isi=each.isi,
        masa=first if first == last else f"{first} sampai {last}",
        sampai=each.selesai.isoformat(),
        tautan=each.tautan or "",
        mendesak=each.tingkat != "info" and each.mulai <= today,
    )
