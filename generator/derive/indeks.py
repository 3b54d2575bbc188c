"""What many pages look up: who makes a document, who stands on a law, where a unit is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

from generator.model.catalog import Katalog, Layanan, frozen
from generator.model.kalender import kalender, libur_nasional
from generator.model.layanan import Standar
from generator.model.pemerintah import Pemerintah
from generator.model.unit import Lokasi

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Indeks:
    """Lookups over one catalog as of one day."""

    katalog: Katalog
    hari_ini: date
    penghasil: Mapping[str, tuple[str, ...]]
    """Document code -> services that give it, those whose main product it is first."""
    lokasi: Mapping[str, tuple[tuple[str, Lokasi], ...]]
    """Unit -> its places, with their ids."""
    milik: Mapping[str, tuple[Layanan, ...]]
    """Unit or group -> its own services or patterns, by name."""
    tempat: Mapping[str, tuple[Layanan, ...]]
    """Unit -> the places of patterns it gives, by name."""
    cabang: Mapping[str, tuple[str, ...]]
    """Pattern -> ids of its places."""
    sop: Mapping[str, tuple[str, ...]]
    """Service or pattern -> SOPs that carry it out and have a page."""
    anak: Mapping[str, tuple[str, ...]]
    """Unit -> units directly below it."""
    libur: tuple[date, ...]
    """Week days of the next year on which offices are closed."""

    def tampil(self, id_: str) -> Layanan | None:
        """Return the service, pattern or place with this id, unless it is withdrawn."""
        found = self.katalog.cari_layanan(id_)
        return found if found and found.isi.status != "dicabut" else None

    def setempat(self, id_: str, unit: str) -> str:
        """Return the id of a pattern's place at `unit` if there is one, else the id itself."""
        here = f"{unit}/{id_.partition('/')[2]}"
        place = self.katalog.tempat.get(here)
        return here if place and place.pola == id_ else id_


def susun(katalog: Katalog, today: date) -> Indeks:
    """Build the lookups of a catalog."""
    makers: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for service in katalog.layanan.values():
        if service.isi.status != "dicabut":
            for rank, code in enumerate(_products(service.isi)):
                makers[code].append((rank, service.id))
    places: dict[str, list[tuple[str, Lokasi]]] = defaultdict(list)
    for id_, place in katalog.lokasi.items():
        if place.status != "dicabut":
            places[id_.partition("/")[0]].append((id_, place))
    branches: dict[str, list[str]] = defaultdict(list)
    for service in katalog.tempat.values():
        if service.pola:
            branches[service.pola].append(service.id)
    children: dict[str, list[str]] = defaultdict(list)
    for id_, unit in katalog.unit.items():
        if unit.induk and unit.status != "dicabut":
            children[unit.induk].append(id_)
    return Indeks(
        katalog=katalog,
        hari_ini=today,
        penghasil=frozen(
            {key: tuple(id_ for _, id_ in sorted(made)) for key, made in makers.items()}
        ),
        lokasi=_tuples(places),
        milik=_by_owner(katalog.layanan.values()),
        tempat=_by_owner(katalog.tempat.values()),
        cabang=_tuples(branches),
        sop=_procedures(katalog),
        anak=_tuples(children),
        libur=tuple(hari_libur(katalog.pemerintah, today, 366)),
    )


def _procedures(katalog: Katalog) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for sop in katalog.sop.values():
        if sop.pola is None and sop.isi.status != "dicabut":
            for id_ in sop.isi.layanan:
                found[id_].append(sop.id)
    return _tuples(found)


def _products(standar: Standar) -> Iterable[str]:
    return dict.fromkeys(each.dokumen for each in standar.produk if each.dokumen)


def _tuples(lists: Mapping[str, Sequence[T]]) -> Mapping[str, tuple[T, ...]]:
    return frozen({key: tuple(value) for key, value in lists.items()})


def _by_owner(services: Iterable[Layanan]) -> Mapping[str, tuple[Layanan, ...]]:
    owners: dict[str, list[Layanan]] = defaultdict(list)
    for service in services:
        if service.isi.status != "dicabut":
            owners[service.pemilik].append(service)
    ordered = {key: sorted(each, key=lambda one: one.isi.nama) for key, each in owners.items()}
    return _tuples(ordered)


def hari_libur(pemerintah: Pemerintah, start: date, days: int) -> list[date]:
    """Return the working days from `start` on which offices are closed, in order.

    National holidays and, where the government says so, joint leave come from the `holidays`
    package; `pemerintah.yaml` adds and strikes days.
    """
    end = start + timedelta(days=days)
    years = range(start.year, end.year + 1)
    closed = libur_nasional(years, cuti_bersama=pemerintah.libur.cuti_bersama)
    for each in pemerintah.libur.koreksi:
        (closed.add if each.libur else closed.discard)(each.tanggal)
    works = kalender(pemerintah.jam_kerja).buka
    return sorted(day for day in closed if start <= day <= end and works(day))
