"""Where to go and when: the places of a service, with hours as people read them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.derive import alamat, kalimat
from generator.derive.indeks import Indeks
from generator.model.catalog import Layanan
from generator.model.dasar import JamLayanan
from generator.model.kalender import HARI
from generator.model.unit import Kontak, Lokasi


@dataclass(frozen=True, slots=True)
class BarisJam:
    """Hours of some days: words, hours, and the days as numbers for the page's script."""

    hari: str
    jam: str
    angka: str
    """Days as JavaScript counts them, Sunday 0, separated by spaces."""


@dataclass(frozen=True, slots=True)
class Tempat:
    """One place where the service is given."""

    id: str
    """Of its record; empty where there is none."""
    nama: str
    unit: str
    alamat_unit: str
    alamat: str
    petunjuk: str
    jam: tuple[BarisJam, ...]
    tutup: str
    """Closing time of each open day, for the page's script: "1=16:00 2=16:00"."""
    selalu_buka: bool
    catatan_jam: str
    akses: tuple[str, ...]
    kontak: tuple[tuple[str, str, str], ...]
    """Kind, text and link of each contact."""
    peta: str
    dicek: str
    contoh: bool


def tempat_layanan(layanan: Layanan, indeks: Indeks, unit: str) -> tuple[Tempat, ...]:
    """Return the places where `unit` gives the service: those named, else all that give it."""
    chosen = [
        (id_, place)
        for named in layanan.isi.lokasi
        if (place := indeks.katalog.lokasi.get(id_ := _full(named, unit))) is not None
    ]
    found = chosen or [
        (id_, place) for id_, place in indeks.lokasi.get(unit, ()) if _gives(place, layanan)
    ]
    if found:
        return tuple(tampilkan_lokasi(id_, place, indeks) for id_, place in found)
    owner = indeks.katalog.unit.get(unit)
    if owner is None:
        return ()
    return (
        Tempat(
            id="",
            nama=owner.nama,
            unit=owner.nama,
            alamat_unit=alamat.unit(unit),
            alamat="",
            petunjuk=_district(unit, indeks),
            jam=(),
            tutup="",
            selalu_buka=False,
            catatan_jam="",
            akses=(),
            kontak=kontak_tampil(owner.kontak),
            peta="",
            dicek="",
            contoh=owner.status == "contoh",
        ),
    )


def _gives(place: Lokasi, layanan: Layanan) -> bool:
    return not place.layanan or layanan.id in place.layanan or layanan.pola in place.layanan


def _full(reference: str, unit: str) -> str:
    return reference if "/" in reference else f"{unit}/{reference}"


def tampilkan_lokasi(id_: str, place: Lokasi, indeks: Indeks) -> Tempat:
    """Derive one place from its record."""
    host = place.bertempat_di or id_.partition("/")[0]
    owner = indeks.katalog.unit.get(host)
    words = indeks.katalog.kosakata.get("akses-rentan", {})
    here = f"{place.lintang},{place.bujur}" if place.lintang and place.bujur else ""
    return Tempat(
        id=id_,
        nama=place.nama,
        unit=owner.nama if owner else host,
        alamat_unit=alamat.unit(host) if owner else "",
        alamat=place.alamat or _host_address(place, indeks),
        petunjuk=place.petunjuk or _district(host, indeks),
        jam=jam_tampil(place.jam),
        tutup=" ".join(
            f"{number}={each.tutup}" for each in place.jam for number in _numbers(each.hari).split()
        ),
        selalu_buka=place.selalu_buka,
        catatan_jam=place.catatan_jam or "",
        akses=tuple(words[code].nama for code in place.akses_rentan if code in words),
        kontak=kontak_tampil(place.kontak),
        peta=f"https://www.openstreetmap.org/search?query={here}" if here else "",
        dicek=kalimat.tanggal(place.diverifikasi_pada) if place.diverifikasi_pada else "",
        contoh=place.status == "contoh",
    )


def _host_address(place: Lokasi, indeks: Indeks) -> str:
    """Return the address of the place in which a counter stands, where one is known."""
    hosts = indeks.lokasi.get(place.bertempat_di or "", ())
    return next((each.alamat for _, each in hosts if each.alamat), "")


def jam_tampil(hours: Sequence[JamLayanan]) -> tuple[BarisJam, ...]:
    """Return opening hours, then the days on which the place is closed."""
    rows = []
    for each in hours:
        span = f"{each.buka.replace(':', '.')}–{each.tutup.replace(':', '.')}"
        if each.istirahat:
            span += f" (istirahat {each.istirahat})"
        rows.append(BarisJam(kalimat.hari_rentang(each.hari), span, _numbers(each.hari)))
    open_days = {day for each in hours for day in each.hari}
    closed = [day for day in HARI if day not in open_days]
    if hours and closed:
        rows.append(BarisJam(kalimat.hari_rentang(closed), "Tutup", _numbers(closed)))
    return tuple(rows)


def _numbers(days: Sequence[str]) -> str:
    return " ".join(str((HARI.index(day) + 1) % 7) for day in days)


def _district(unit: str, indeks: Indeks) -> str:
    """Return the district a unit lies in, where its record says so."""
    record = indeks.katalog.unit.get(unit)
    if record is None:
        return ""
    district = record.di_kecamatan
    if district is None and record.jenis in ("desa", "kelurahan"):
        district = record.induk
    found = indeks.katalog.unit.get(district or "")
    return found.nama if found else ""


def kontak_tampil(contacts: Sequence[Kontak]) -> tuple[tuple[str, str, str], ...]:
    """Return kind, text and link of each contact."""
    names = {
        "telepon": "Telepon",
        "whatsapp": "WhatsApp",
        "surel": "Surel",
        "media_sosial": "Media sosial",
        "situs_web": "Situs",
        "faks": "Faks",
    }
    return tuple((names[each.jenis], each.nilai, each.tautan or "") for each in contacts)
