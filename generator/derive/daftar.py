"""Pages that list: services by sector, life event and unit; the law register; the home page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.derive import alamat, kalimat
from generator.derive.indeks import Indeks
from generator.derive.syarat import Taut
from generator.derive.unit import JENIS, BarisLayanan, baris_layanan
from generator.model import kata
from generator.model.catalog import Layanan
from generator.model.regulasi import Regulasi

STATUS_REGULASI = {
    "berlaku": "Berlaku",
    "diubah": "Berlaku, sudah diubah",
    "dicabut": "Dicabut",
    "belum_dicek": "Belum dicek",
}


@dataclass(frozen=True, slots=True)
class Kelompokan:
    """A heading with its services."""

    judul: str
    alamat: str
    layanan: tuple[BarisLayanan, ...]


@dataclass(frozen=True, slots=True)
class Ubin:
    """A tile: a sector or life event with how many services it has."""

    nama: str
    alamat: str
    keterangan: str
    ikon: str
    jumlah: int


@dataclass(frozen=True, slots=True)
class BarisRegulasi:
    """A regulation in the register."""

    judul: str
    tentang: str
    alamat: str
    status: str
    kata_status: str
    jumlah: int


@dataclass(frozen=True, slots=True)
class TampilanRegulasi:
    """The page of one regulation."""

    judul: str
    tentang: str
    status: str
    kata_status: str
    keyakinan: str
    diubah_oleh: tuple[Taut, ...]
    mengubah: tuple[Taut, ...]
    dicabut_oleh: Taut | None
    mencabut: tuple[Taut, ...]
    catatan: tuple[str, ...]
    sumber: tuple[str, ...]
    tautan: str
    dicek: str
    layanan: tuple[BarisLayanan, ...]
    butir: tuple[tuple[Taut, str], ...]
    """Single items that rest on it: a fee, a requirement."""


@dataclass(frozen=True, slots=True)
class JenisUnit:
    """Units of one kind, in groups of their parent where they are many."""

    nama: str
    jangkar: str
    jumlah: int
    kelompok: tuple[tuple[str, tuple[Taut, ...]], ...]


@dataclass(frozen=True, slots=True)
class Beranda:
    """The home page."""

    coba: tuple[str, ...]
    peristiwa: tuple[Ubin, ...]
    sering: tuple[BarisLayanan, ...]
    jumlah: int
    unit: tuple[JenisUnit, ...]


def semua(indeks: Indeks) -> list[Layanan]:
    """Return every service and pattern that is given, by name."""
    found = [each for each in indeks.katalog.layanan.values() if each.isi.status != "dicabut"]
    return sorted(found, key=lambda each: (each.isi.nama, each.id))


def baris_semua(services: Iterable[Layanan], indeks: Indeks) -> tuple[BarisLayanan, ...]:
    """Return services as rows."""
    return tuple(baris_layanan(each, indeks) for each in services)


def menurut_sektor(indeks: Indeks) -> tuple[Kelompokan, ...]:
    """Return all services under their sector, in the order of the closed list."""
    services = semua(indeks)
    return tuple(
        Kelompokan(word.nama, alamat.sektor(code), rows)
        for code, word in indeks.katalog.kosakata.get("sektor", {}).items()
        if (rows := baris_semua((one for one in services if one.isi.sektor == code), indeks))
    )


def ubin(daftar: str, indeks: Indeks) -> tuple[Ubin, ...]:
    """Return the tiles of sectors or life events that have services."""
    address = alamat.sektor if daftar == "sektor" else alamat.peristiwa
    return tuple(
        Ubin(word.nama, address(code), word.keterangan or "", word.ikon or "", len(services))
        for code, word in indeks.katalog.kosakata.get(daftar, {}).items()
        if (services := yang_termasuk(daftar, code, indeks))
    )


def yang_termasuk(daftar: str, code: str, indeks: Indeks) -> list[Layanan]:
    """Return the services of one sector or life event."""
    if daftar == "sektor":
        return [each for each in semua(indeks) if each.isi.sektor == code]
    return [each for each in semua(indeks) if code in each.isi.peristiwa]


def beranda(indeks: Indeks) -> Beranda:
    """Derive the home page."""
    government = indeks.katalog.pemerintah
    wanted = (indeks.tampil(id_) for id_ in government.sering_dicari)
    return Beranda(
        coba=government.contoh_pencarian,
        peristiwa=ubin("peristiwa", indeks),
        sering=baris_semua((each for each in wanted if each), indeks),
        jumlah=len(semua(indeks)),
        unit=jenis_unit(indeks),
    )


def jenis_unit(indeks: Indeks) -> tuple[JenisUnit, ...]:
    """Return all units by kind; villages and wards under their district."""
    kinds = []
    for kind, name in JENIS.items():
        members = [
            (id_, unit)
            for id_, unit in indeks.katalog.unit.items()
            if unit.jenis == kind and unit.status != "dicabut"
        ]
        if not members:
            continue
        groups: dict[str, list[Taut]] = {}
        for id_, unit in members:
            parent = indeks.katalog.unit.get(unit.induk or "")
            heading = parent.nama if parent and kind in ("desa", "kelurahan") else ""
            groups.setdefault(heading, []).append(Taut(unit.nama, alamat.unit(id_)))
        ordered = tuple(
            (heading, tuple(sorted(links, key=lambda each: each.nama)))
            for heading, links in sorted(groups.items())
        )
        kinds.append(JenisUnit(name, kind, len(members), ordered))
    return tuple(kinds)


def pemakai(indeks: Indeks) -> dict[str, dict[str, list[str]]]:
    """Return, for each regulation, the services on it and what in them rests on it."""
    users: dict[str, dict[str, list[str]]] = {}
    for service in semua(indeks):
        for law, what in _uses(service):
            uses = users.setdefault(law, {}).setdefault(service.id, [])
            if what and what not in uses:
                uses.append(what)
    return users


def _uses(service: Layanan) -> Iterator[tuple[str, str]]:
    isi = service.isi
    for basis in isi.dasar_hukum:
        yield basis.regulasi, ""
    fees = (
        *(each.dasar for each in isi.biaya),
        *(each.dasar for each in isi.denda),
        *(each.dasar for each in isi.pungutan_lain),
    )
    yield from ((each.regulasi, "biaya") for each in fees if each)
    for item in isi.persyaratan:
        if item.dasar:
            yield item.dasar.regulasi, "persyaratan"
        if item.sumber and item.sumber.regulasi:
            yield item.sumber.regulasi, "persyaratan"
    for name in type(isi.sumber).model_fields:
        source = getattr(isi.sumber, name)
        if source and source.regulasi:
            yield source.regulasi, name.replace("_", " ")


def daftar_regulasi(
    indeks: Indeks, users: dict[str, dict[str, list[str]]]
) -> tuple[tuple[str, tuple[BarisRegulasi, ...]], ...]:
    """Return the register by kind of regulation."""
    kinds: dict[str, list[tuple[tuple[int, str], BarisRegulasi]]] = {}
    for id_, law in indeks.katalog.regulasi.items():
        row = BarisRegulasi(
            judul=law.judul,
            tentang=law.tentang,
            alamat=alamat.regulasi(id_),
            status=law.status,
            kata_status=STATUS_REGULASI[law.status],
            jumlah=len(users.get(id_, ())),
        )
        kinds.setdefault(law.jenis, []).append(((-(law.tahun or 0), law.nomor or ""), row))
    ordered = sorted(kinds.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    return tuple(
        (kind, tuple(row for _, row in sorted(rows, key=lambda pair: pair[0])))
        for kind, rows in ordered
    )


def tampilkan_regulasi(
    id_: str, indeks: Indeks, users: dict[str, dict[str, list[str]]]
) -> TampilanRegulasi:
    """Derive the page of a regulation: its state, and every service on it."""
    laws = indeks.katalog.regulasi
    law = laws[id_]
    used = users.get(id_, {})
    services = [indeks.katalog.layanan[each] for each in used]
    return TampilanRegulasi(
        judul=law.judul,
        tentang=law.tentang,
        status=law.status,
        kata_status=STATUS_REGULASI[law.status],
        keyakinan=_certainty(law),
        diubah_oleh=_links(law.diubah_oleh, indeks),
        mengubah=_links([key for key, each in laws.items() if id_ in each.diubah_oleh], indeks),
        dicabut_oleh=next(
            iter(_links([law.dicabut_oleh] if law.dicabut_oleh else [], indeks)), None
        ),
        mencabut=_links([key for key, each in laws.items() if each.dicabut_oleh == id_], indeks),
        catatan=law.catatan,
        sumber=law.sumber,
        tautan=law.tautan or "",
        dicek=kalimat.tanggal(law.dicek) if law.dicek else "",
        layanan=baris_semua(services, indeks),
        butir=tuple(
            (Taut(indeks.katalog.layanan[key].isi.nama, alamat.layanan(key)), kata.daftar(what))
            for key, what in used.items()
            if what
        ),
    )


def _certainty(law: Regulasi) -> str:
    return {
        "terkonfirmasi": "Nomor dan judul sudah dicek pada sumber.",
        "sebagian": "Nomor dan judul baru dicek sebagian.",
        "ingatan": "Nomor dan judul belum dicek pada naskah resmi.",
    }[law.keyakinan]


def _links(ids: Iterable[str], indeks: Indeks) -> tuple[Taut, ...]:
    laws = indeks.katalog.regulasi
    return tuple(
        Taut(f"{laws[id_].judul} tentang {laws[id_].tentang}", alamat.regulasi(id_))
        for id_ in ids
        if id_ in laws
    )
