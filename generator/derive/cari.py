"""What the search knows: services and patterns with people's own words for them, then units."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.derive import alamat, kalimat
from generator.derive.daftar import Kelompokan, menurut_sektor, semua
from generator.derive.indeks import Indeks
from generator.derive.saluran import tak_ketemu
from generator.derive.situs import Entri, Pencarian
from generator.derive.syarat import jumlah_dokumen
from generator.model.catalog import Layanan
from generator.model.hitung import kombinasi
from generator.model.layanan import Standar
from generator.model.unit import Unit

BERTEMPAT = ("desa", "kelurahan", "kecamatan", "puskesmas")
"""Kinds of unit whose name is the name of a place."""
DARING = "daring"
SENDIRI = "-"
"""Level of the government's own units, beside those of the groups."""


@dataclass(frozen=True, slots=True)
class IsiCari:
    """The search page: all services for whom no script runs, the filters, whom to ask."""

    kelompok: tuple[Kelompokan, ...]
    unit: tuple[tuple[str, str], ...]
    """Choices of a filter: id and name."""
    tingkat: tuple[tuple[str, str], ...]
    peristiwa: tuple[tuple[str, str], ...]
    saluran: str
    """Address of the official channel, with `{kata}` where it takes the words; may be empty."""


def pencarian(indeks: Indeks) -> Pencarian:
    """Derive all that the index is made of: services by id, units, synonyms."""
    katalog = indeks.katalog
    services = sorted(semua(indeks), key=lambda each: each.id)
    return Pencarian(
        layanan=tuple(_service(each, indeks) for each in services),
        unit=tuple(
            _unit(id_, unit) for id_, unit in katalog.unit.items() if unit.status != "dicabut"
        ),
        sinonim=tuple(each.kata for each in katalog.sinonim),
        henti=(katalog.pemerintah.nama_pendek,),
    )


def isi_cari(indeks: Indeks) -> IsiCari:
    """Derive the search page."""
    katalog = indeks.katalog
    services = semua(indeks)
    owners = {each.pemilik for each in services}
    events = {code for each in services for code in each.isi.peristiwa}
    own = owners - set(katalog.kelompok)
    return IsiCari(
        kelompok=menurut_sektor(indeks),
        unit=tuple(
            sorted(((each, kalimat.nama_unit(katalog, each)) for each in owners), key=_nama)
        ),
        tingkat=(
            *(((SENDIRI, katalog.pemerintah.sebutan_daerah),) if own else ()),
            *((id_, one.nama) for id_, one in katalog.kelompok.items() if id_ in owners),
        ),
        peristiwa=tuple(
            (code, word.nama)
            for code, word in katalog.kosakata.get("peristiwa", {}).items()
            if code in events
        ),
        saluran=tak_ketemu(katalog.pemerintah.saluran_data),
    )


def _nama(choice: tuple[str, str]) -> str:
    return choice[1].lower()


def _service(service: Layanan, indeks: Indeks) -> Entri:
    isi, katalog = service.isi, indeks.katalog
    cost = kalimat.biaya(isi, indeks.hari_ini)
    return Entri(
        id=service.id,
        nama=isi.nama,
        alamat=alamat.layanan(service.id),
        unit=kalimat.nama_unit(katalog, service.pemilik),
        pemilik=service.pemilik,
        frasa=isi.sebutan,
        lain=tuple(_words(service, indeks)),
        waktu=kalimat.waktu(isi),
        biaya=cost,
        dokumen=_documents(isi),
        gratis=cost == "Gratis",
        daring=any(each.kode == DARING for each in isi.kanal),
        tingkat=service.pemilik if service.pemilik in katalog.kelompok else SENDIRI,
        peristiwa=isi.peristiwa,
        tempat=tuple(each.partition("/")[0] for each in indeks.cabang.get(service.id, ())),
    )


def _documents(isi: Standar) -> str:
    """Return how many documents to bring, the least and the most of all cases."""
    if not isi.persyaratan:
        return ""
    counts = [jumlah_dokumen(isi, choice) for choice in kombinasi(isi.kasus)]
    return kalimat.dokumen(min(counts), max(counts))


def _words(service: Layanan, indeks: Indeks) -> Iterator[str]:
    """Yield what else a service says of itself: it counts for less than its name."""
    katalog = indeks.katalog
    yield service.isi.ringkasan
    if owner := katalog.unit.get(service.pemilik):
        yield owner.nama
        yield owner.singkatan or ""
        yield from owner.alias
    elif group := katalog.kelompok.get(service.pemilik):
        yield group.nama
        yield group.nama_tempat


def _unit(id_: str, unit: Unit) -> Entri:
    place = nama_tempat(unit)
    return Entri(
        id=f"unit/{id_}",
        nama=unit.nama,
        alamat=alamat.unit(id_),
        unit="",
        pemilik=id_,
        frasa=tuple(each for each in (unit.singkatan, *unit.alias) if each),
        induk=unit.di_kecamatan or unit.induk or "",
        nama_tempat=(*place, *unit.alias) if place else (),
    )


def nama_tempat(unit: Unit) -> tuple[str, ...]:
    """Return the name of the place without the kind of its office; empty for other units."""
    if unit.jenis not in BERTEMPAT:
        return ()
    _, kind, rest = unit.nama.partition(f"{unit.jenis.capitalize()} ")
    return (rest,) if kind and rest else ()
