"""Journeys: the services of a life event in the order their documents ask for.

The order comes from the records alone: a service comes after those that give what it asks for.
Documents that nearly everyone has already, such as the identity card, make no order, unless the
event is about getting them. Where services wait for each other in some cases only, those cases
are left out of the order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.derive import alamat, kalimat
from generator.derive.indeks import Indeks
from generator.derive.keadaan import hitungan
from generator.derive.syarat import Taut
from generator.model import kata
from generator.model.catalog import Layanan
from generator.model.hitung import BOBOT, lama_semua
from generator.model.rantai import berurutan, diminta, dokumen_umum, hasil


@dataclass(frozen=True, slots=True)
class Pemberhentian:
    """One service on the way."""

    id: str
    nama: str
    alamat: str
    unit: str
    waktu: str
    biaya: str
    sesudah: tuple[tuple[str, str], ...]
    """What it needs from services before it: the document and the service that gives it."""
    hasil: tuple[str, ...]
    pemilik: str
    penghasil: str
    """Ids of the services before it, for the page's script."""
    rupiah: str
    """Least and most to pay, as in "0-25000"; empty if unknown."""
    lama: str
    """Length of time as the script counts it; empty if unknown."""
    bobot: int
    """The same for comparing chains."""


@dataclass(frozen=True, slots=True)
class DokumenBersama:
    """A document to have ready before the journey, or while on it."""

    kode: str
    nama: str
    dipakai: int
    """How many services of the journey ask for it; 0 if each gets it from one before it."""
    oleh: str
    """Ids of the services that ask for it, for the page's script; "a<b" if a gets it from b."""
    selalu: bool
    """True if at least one of them always asks for it."""
    asal: str
    """Who issues it, in words; empty if a service of the catalog does, or nobody is named."""
    layanan: Taut | None


@dataclass(frozen=True, slots=True)
class Perjalanan:
    """All services of one life event, in steps; those of one step wait for none of each other."""

    langkah: tuple[tuple[Pemberhentian, ...], ...]
    bebas: tuple[Pemberhentian, ...]
    """Services that neither wait for others of the journey nor are waited for."""
    dokumen: tuple[DokumenBersama, ...]
    kantor: tuple[tuple[str, Taut, int], ...]
    """Offices to go to: id, name and address, number of services there."""
    biaya: str
    biaya_rinci: tuple[str, ...]
    """What the total leaves out, and why."""
    waktu: str
    """Longest time of the longest chain, in words."""
    waktu_rinci: tuple[str, ...]
    lama: str
    """The same as the page's script counts it."""
    libur: str
    rantai: tuple[str, ...]
    """Names of the services of the longest chain."""


@dataclass(slots=True)
class _Graph:
    """Services by id, and for each the services that give what it asks for."""

    services: dict[str, Layanan]
    before: dict[str, dict[str, str]] = field(default_factory=dict)
    """Service -> document it waits for -> service that gives it."""

    def makers(self, id_: str) -> set[str]:
        return set(self.before.get(id_, {}).values())

    def reaches(self, start: str, goal: str) -> bool:
        ahead, seen = [start], set()
        while ahead:
            each = ahead.pop()
            if each == goal:
                return True
            if each not in seen:
                seen.add(each)
                ahead.extend(self.makers(each))
        return False


def perjalanan(services: Sequence[Layanan], indeks: Indeks) -> Perjalanan:
    """Return the journey over some services."""
    graph = _graph(services, dokumen_umum(indeks.katalog))
    depths = _depths(graph)
    linked = {id_ for id_ in graph.services if graph.before.get(id_)}
    linked |= {maker for id_ in linked for maker in graph.makers(id_)}
    stops = {id_: _stop(id_, graph, indeks) for id_ in graph.services}
    ordered = sorted(graph.services, key=lambda id_: (depths[id_], stops[id_].nama))
    steps = tuple(
        tuple(stops[id_] for id_ in ordered if id_ in linked and depths[id_] == depth)
        for depth in range(max(depths.values(), default=0) + 1)
        if any(id_ in linked and depths[id_] == depth for id_ in ordered)
    )
    chain = _longest(graph)
    names = [graph.services[id_].isi.nama for id_ in chain]
    time, left_out, counted = _time([graph.services[id_] for id_ in chain])
    total, fees_left_out = _fees(services, indeks)
    return Perjalanan(
        langkah=steps,
        bebas=tuple(stops[id_] for id_ in ordered if id_ not in linked),
        dokumen=_documents(services, graph, indeks),
        kantor=_offices(services, indeks),
        biaya=total,
        biaya_rinci=fees_left_out,
        waktu=time,
        waktu_rinci=left_out,
        lama=counted,
        libur=" ".join(day.isoformat() for day in indeks.libur) if counted else "",
        rantai=tuple(names) if len(names) > 1 else (),
    )


def _graph(services: Sequence[Layanan], common: frozenset[str]) -> _Graph:
    graph = _Graph({each.id: each for each in services})
    links = list(_links(services, common))
    # The firm ones first: where two contradict each other, the one that always holds wins.
    for always in (True, False):
        for user, code, maker, firm in links:
            if firm is always and code not in common:
                _join(graph, user, code, maker)
    for user, code, maker, _ in links:
        is_common = code in common and not graph.before.get(maker)
        if is_common and hasil(graph.services[maker].isi)[0] == code:
            _join(graph, user, code, maker)
    return graph


def _links(
    services: Sequence[Layanan], common: frozenset[str]
) -> Iterator[tuple[str, str, str, bool]]:
    """Yield user, document, maker, and whether the user always asks for it."""
    asked = {each.id: diminta(each.isi) for each in services}
    waited = {each.id: berurutan(each.isi, common) for each in services}
    makers: dict[str, list[str]] = {}
    for each in services:
        for code in hasil(each.isi):
            # Who asks for a document to give a new one of it is not where one first gets it.
            if code not in asked[each.id]:
                makers.setdefault(code, []).append(each.id)
    for each in services:
        own = hasil(each.isi)
        for code, firm in waited[each.id].items():
            if code not in own:
                yield from ((each.id, code, maker, firm) for maker in makers.get(code, ()))


def _join(graph: _Graph, user: str, code: str, maker: str) -> None:
    if user != maker and not graph.reaches(maker, user):
        graph.before.setdefault(user, {}).setdefault(code, maker)


def _depths(graph: _Graph) -> dict[str, int]:
    depths: dict[str, int] = {}

    def depth(id_: str) -> int:
        if id_ not in depths:
            depths[id_] = max((depth(each) + 1 for each in graph.makers(id_)), default=0)
        return depths[id_]

    for each in graph.services:
        depth(each)
    return depths


def _stop(id_: str, graph: _Graph, indeks: Indeks) -> Pemberhentian:
    service = graph.services[id_]
    words = indeks.katalog.dokumen
    made = [words[code].nama for code in hasil(service.isi) if code in words]
    span = _fee(service, indeks)
    return Pemberhentian(
        id=id_,
        nama=service.isi.nama,
        alamat=alamat.layanan(id_),
        unit=kalimat.nama_unit(indeks.katalog, service.pemilik),
        waktu=kalimat.waktu(service.isi),
        biaya=kalimat.biaya(service.isi, indeks.hari_ini),
        sesudah=tuple(
            (words[code].nama if code in words else code, graph.services[maker].isi.nama)
            for code, maker in graph.before.get(id_, {}).items()
        ),
        hasil=tuple(made),
        pemilik=service.pemilik,
        penghasil=" ".join(sorted(graph.makers(id_))),
        rupiah=f"{span[0]}-{span[1]}" if span else "",
        lama=hitungan(lama_semua(service.isi)),
        bobot=_weight(service),
    )


def _weight(service: Layanan) -> int:
    found = lama_semua(service.isi)
    return found[-1].bobot if found else 0


def _longest(graph: _Graph) -> list[str]:
    """Return the chain of services that takes longest, first one first."""
    best: dict[str, list[str]] = {}

    def chain(id_: str) -> list[str]:
        if id_ not in best:
            ways = [chain(each) for each in sorted(graph.makers(id_))]
            longest = max(ways, key=weight, default=[])
            best[id_] = [*longest, id_]
        return best[id_]

    def weight(ids: Iterable[str]) -> tuple[int, int]:
        found = list(ids)
        return sum(_weight(graph.services[each]) for each in found), len(found)

    return max((chain(each) for each in graph.services), key=weight, default=[])


def _time(chain: Sequence[Layanan]) -> tuple[str, tuple[str, ...], str]:
    """Return the time of a chain in words, what it leaves out, and the time for the script.

    A service that ends on the day it began takes a working day of its own in a chain, for the
    next office may be closed by then.
    """
    parts: dict[str, int] = {}
    counted: list[str] = []
    unknown = []
    for each in chain:
        found = lama_semua(each.isi)
        if not found:
            unknown.append(each.isi.nama)
            continue
        same_day = hitungan(found) == "0k" and len(chain) > 1
        bits = (("hari_kerja", 1),) if same_day else ()
        for unit, number in bits or ((unit, high) for _, high, unit in found[-1].bagian):
            parts[unit] = parts.get(unit, 0) + number
        counted.append("1k" if same_day else hitungan(found))
    ordered = sorted(parts.items(), key=lambda pair: -BOBOT[pair[0]])
    words = " + ".join(f"{kata.angka(number)} {kata.SATUAN[unit]}" for unit, number in ordered)
    notes = []
    if unknown:
        notes.append(f"Belum termasuk {kata.daftar(unknown)}: waktunya belum ditetapkan.")
    script = "+".join(counted) if counted and all(counted) and not unknown else ""
    return words or kalimat.BELUM, tuple(notes), script


def _fee(service: Layanan, indeks: Indeks) -> tuple[int, int] | None:
    """Return the least and the most to pay, None if it is counted piece by piece or unknown."""
    rows = kalimat.baris_berlaku(service.isi.biaya, indeks.hari_ini)
    known = [row.jumlah for row in rows if row.jumlah is not None]
    if not rows or len(known) < len(rows) or any(row.satuan for row in rows if row.jumlah):
        return None
    return min(known), max(known)


def _fees(services: Sequence[Layanan], indeks: Indeks) -> tuple[str, tuple[str, ...]]:
    low = high = 0
    unknown: list[str] = []
    for each in services:
        if span := _fee(each, indeks):
            low, high = low + span[0], high + span[1]
        else:
            unknown.append(each.isi.nama)
    notes = []
    if unknown:
        notes.append(
            f"Belum termasuk {kata.daftar(unknown)}: besarnya dihitung sendiri-sendiri "
            "atau belum diisi."
        )
    if len(unknown) == len(services):
        return kalimat.BELUM, tuple(notes)
    if high == 0:
        return "Sebagian berbayar" if unknown else "Gratis", tuple(notes)
    amount = kata.rupiah(high)
    if low < high:
        amount = f"{kata.rupiah(low)}–{amount}"
    return f"{amount} dan lainnya" if unknown else amount, tuple(notes)


def _documents(
    services: Sequence[Layanan], graph: _Graph, indeks: Indeks
) -> tuple[DokumenBersama, ...]:
    """Return what is asked for, most often first; last what services on the way give in time."""
    users: dict[str, list[tuple[str, bool]]] = {}
    for each in services:
        on_the_way = graph.before.get(each.id, {})
        for code, always in diminta(each.isi).items():
            maker = on_the_way.get(code)
            users.setdefault(code, []).append((f"{each.id}<{maker}" if maker else each.id, always))
    rows = [_shared(code, asked, indeks) for code, asked in users.items()]
    return tuple(sorted(rows, key=lambda each: (not each.selalu, -each.dipakai, each.nama)))


def _shared(code: str, asked: Sequence[tuple[str, bool]], indeks: Indeks) -> DokumenBersama:
    word = indeks.katalog.dokumen.get(code)
    makers: Mapping[str, tuple[str, ...]] = indeks.penghasil
    maker = next(iter(makers.get(code, ())), None)
    service = indeks.tampil(maker) if maker else None
    origin = ""
    if word and not service:
        origin = word.penerbit_luar or ("dibuat sendiri" if word.milik_sendiri == "ya" else "")
    alone = [always for user, always in asked if "<" not in user]
    return DokumenBersama(
        kode=code,
        nama=word.nama if word else code,
        dipakai=len(alone),
        oleh=" ".join(user for user, _ in asked),
        selalu=any(alone or (always for _, always in asked)),
        asal=origin,
        layanan=Taut(service.isi.nama, alamat.layanan(service.id)) if service else None,
    )


def _offices(services: Sequence[Layanan], indeks: Indeks) -> tuple[tuple[str, Taut, int], ...]:
    counts: dict[str, int] = {}
    for each in services:
        counts[each.pemilik] = counts.get(each.pemilik, 0) + 1
    rows = []
    for owner, count in counts.items():
        unit = indeks.katalog.unit.get(owner)
        group = indeks.katalog.kelompok.get(owner)
        name = unit.nama if unit else (group.nama_tempat if group else owner)
        rows.append((owner, Taut(name, alamat.unit(owner) if unit else "unit/"), count))
    return tuple(sorted(rows, key=lambda row: (-row[2], row[1].nama)))
