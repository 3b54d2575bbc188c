"""Rules about places: who serves where, when a counter can be open, what its address says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from generator.assemble import Record
from generator.finding import Level
from generator.model.catalog import Katalog
from generator.model.dasar import JamLayanan
from generator.model.kalender import HARI, menit_jam
from generator.model.kinerja import Konsultasi, Skm
from generator.model.layanan import Standar
from generator.model.sop import Sop
from generator.model.unit import Lokasi, Unit
from generator.rules.bantu import STANDAR
from generator.rules.registry import Complaint, Context, Scope, rule
from generator.source import Path


def _serves(katalog: Katalog, unit: str, service: str) -> bool:
    """Tell whether a unit has to do with a service: it owns, sets, carries out or oversees it."""
    found = katalog.cari_layanan(service)
    if found is None:
        return True
    own = katalog.unit.get(unit)
    if own is None or own.jenis in _FOR_ALL:
        return True
    owners = {found.pemilik, found.isi.unit_penetap, *found.isi.unit_pelaksana}
    if found.pemilik in katalog.unit:
        owners.add(katalog.unit[found.pemilik].induk)
    elif unit not in owners:
        places = (each for each in katalog.unit if katalog.kelompok_dari(each) == found.pemilik)
        owners |= {above for each in places for above in (each, katalog.unit[each].induk)}
    return unit in owners


_FOR_ALL = ("kabupaten", "sekretariat", "bagian-setda", "inspektorat", "lokasi-layanan")
"""Kinds of units that consult about, survey or house the services of all others."""


def _named(record: Record) -> Iterator[tuple[Path, str]]:
    """Yield the services that a record of a unit calls its own."""
    data = record.data
    if isinstance(data, Lokasi | Konsultasi | Skm | Sop):
        yield from ((("layanan", at), each) for at, each in enumerate(data.layanan))
    elif isinstance(data, Unit):
        for index, post in enumerate(data.pelaksana):
            for at, each in enumerate(post.layanan):
                yield ("pelaksana", index, "layanan", at), each


@rule("layanan-unit-lain", Level.WARNING, Scope.CATALOG)
def service_of_another(context: Context) -> Iterator[Complaint]:
    """Survei, konsultasi, loket, SOP, dan pungutan menyebut layanan unitnya sendiri.

    Layanan unit lain biasanya tersalin dari rekaman lain: hasil survei lalu menilai kantor yang
    salah, dan warga dikirim ke loket yang tidak melayaninya.

    Sumber: praktik katalog ini (rekaman berada di folder unit pemiliknya).
    """
    for record in context.of_kind("lokasi", "konsultasi", "skm", "sop", "unit"):
        unit = record.id.partition("/")[0]
        for path, service in _named(record):
            if not _serves(context.katalog, unit, service):
                yield Complaint(
                    path,
                    f"`{service}` bukan layanan `{unit}`",
                    "sebut layanan unit ini; bila memang ikut melaksanakan, tambahkan unit ini di "
                    "`unit_pelaksana` layanan itu",
                    at=record,
                )
    yield from _levied_elsewhere(context)


def _levied_elsewhere(context: Context) -> Iterator[Complaint]:
    """Tell of a charge that names one office to pay and the service of another."""
    for record in context.of_kind(*STANDAR):
        if not isinstance(record.data, Standar):
            continue
        for index, each in enumerate(record.data.pungutan_lain):
            if each.unit and each.layanan and not _serves(context.katalog, each.unit, each.layanan):
                yield Complaint(
                    ("pungutan_lain", index, "unit"),
                    f"dibayar di `{each.unit}`, tetapi `{each.layanan}` bukan layanan unit itu",
                    "samakan `unit` dengan pemilik `layanan`",
                    at=record,
                )


@rule("lokasi-tidak-melayani", Level.WARNING, Scope.CATALOG)
def place_does_not_serve(context: Context) -> Iterator[Complaint]:
    """Lokasi yang disebut standar milik unit yang melayani, dan melayani layanan itu.

    Halaman layanan mengirim warga ke alamat itu; di sana ia diberi tahu bahwa loketnya untuk
    layanan lain.

    Sumber: praktik katalog ini (`lokasi` pada standar dan `layanan` pada lokasi saling cocok).
    """
    katalog = context.katalog
    for record in context.of_kind(*STANDAR):
        standard = record.data
        if not isinstance(standard, Standar) or standard.status == "dicabut":
            continue
        owner = record.id.partition("/")[0]
        for index, named in enumerate(standard.lokasi):
            id_ = named if "/" in named else f"{owner}/{named}"
            place, holder = katalog.lokasi.get(id_), id_.partition("/")[0]
            if place is None:
                continue
            if not _serves(katalog, holder, record.id):
                message = f"lokasi `{id_}` milik unit yang tidak melayani layanan ini"
                hint = f"sebut lokasi `{owner}`, atau tambahkan `{holder}` di `unit_pelaksana`"
            elif place.layanan and {record.id, record.pattern}.isdisjoint(place.layanan):
                message = f"lokasi `{id_}` tidak menyebut layanan ini"
                file = context.by_id["lokasi", id_].file
                hint = (
                    f"periksa kedua tempat: `layanan` di `{file}` (tulis "
                    f"`{record.pattern or record.id}`, ganti yang keliru), dan `lokasi` di sini"
                )
            else:
                continue
            yield Complaint(("lokasi", index), message, hint, at=record)


_CLOCK = re.compile(r"\b(\d{1,2})[.:](\d\d)\b")


def _minutes(text: str) -> list[int]:
    return [int(hour) * 60 + int(minute) for hour, minute in _CLOCK.findall(text)]


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


@rule("jam-mustahil", Level.WARNING, Scope.CATALOG)
def impossible_hours(context: Context) -> Iterator[Complaint]:
    """Jam sehari tidak bertindih, istirahat di dalamnya, dan gedungnya buka bila loketnya buka.

    Warga yang percaya jam loket berdiri di depan pintu gedung yang terkunci. Hari yang tertulis
    dua kali biasanya hari lain yang salah ketik, dan hari itu tampil tutup.

    Sumber: UU 25/2009 (kepastian waktu pelayanan); praktik, mis. loket di mal pelayanan publik.
    """
    for record in context.of_kind("lokasi"):
        place = record.data
        if not isinstance(place, Lokasi):
            continue
        host = _host_hours(context.katalog.lokasi, place.bertempat_di)
        for index, row in enumerate(place.jam):
            opens, closes = menit_jam(row.buka), menit_jam(row.tutup)
            rest = _minutes(row.istirahat or "")
            if rest and not all(opens <= each <= closes for each in rest):
                yield Complaint(
                    ("jam", index, "istirahat"),
                    f"istirahat “{row.istirahat}” di luar jam buka {row.buka} sampai {row.tutup}",
                    "perbaiki `istirahat`, atau `buka` dan `tutup`",
                    at=record,
                )
            yield from _outside(record, index, row, host)
        yield from _overlapping(record, place.jam)


def _overlapping(record: Record, hours: Sequence[JamLayanan]) -> Iterator[Complaint]:
    for index, row in enumerate(hours):
        for other in hours[:index]:
            both = [day for day in row.hari if day in other.hari]
            apart = menit_jam(row.tutup) <= menit_jam(other.buka) or menit_jam(
                other.tutup
            ) <= menit_jam(row.buka)
            if both and not apart:
                yield Complaint(
                    ("jam", index, "hari", row.hari.index(both[0])),
                    f"{both[0].capitalize()} sudah {other.buka} sampai {other.tutup} di atas",
                    "perbaiki harinya, atau hapus salah satu barisnya",
                    at=record,
                )


def _host_hours(places: Mapping[str, Lokasi], host: str | None) -> dict[str, tuple[int, int]]:
    """Return when the building of a unit is open, by day: the widest of its places."""
    found: dict[str, tuple[int, int]] = {}
    for id_, place in places.items():
        if host is None or id_.partition("/")[0] != host:
            continue
        if place.selalu_buka or not place.jam:
            return {}
        for row in place.jam:
            for day in row.hari:
                first, last = found.get(day, (1440, 0))
                found[day] = min(first, menit_jam(row.buka)), max(last, menit_jam(row.tutup))
    return found


def _outside(
    record: Record, index: int, row: JamLayanan, host: Mapping[str, tuple[int, int]]
) -> Iterator[Complaint]:
    if not host:
        return
    opens, closes = menit_jam(row.buka), menit_jam(row.tutup)
    for at, day in enumerate(row.hari):
        if day not in host:
            path: Path = ("jam", index, "hari", at)
            message = f"loket buka {day.capitalize()}, gedungnya tutup hari itu"
        elif opens < host[day][0]:
            path = ("jam", index, "buka")
            message = f"loket buka {row.buka}, gedungnya baru buka {_clock(host[day][0])}"
        elif closes > host[day][1]:
            path = ("jam", index, "tutup")
            message = f"loket tutup {row.tutup}, gedungnya sudah tutup {_clock(host[day][1])}"
        else:
            continue
        yield Complaint(
            path,
            message,
            "samakan dengan jam gedungnya di `lokasi/`, atau perbaiki yang keliru",
            at=record,
        )
        return


_ONLY = re.compile(rf"\b({'|'.join(HARI)})(?: (?:pagi|siang|sore|malam))? hanya\b", re.IGNORECASE)


@rule("catatan-jam-hari", Level.WARNING, Scope.RECORD, "lokasi")
def note_names_a_closed_day(place: Lokasi) -> Iterator[Complaint]:
    """Hari yang disebut di `catatan_jam` sebagai hari layanan ada di `jam`.

    "Sabtu hanya pengambilan" di kantor yang menurut jamnya tutup pada Sabtu membuat warga datang
    ke pintu terkunci, atau tidak datang padahal buka.

    Sumber: UU 25/2009 (kepastian waktu pelayanan); praktik katalog ini.
    """
    open_days = {day for row in place.jam for day in row.hari}
    for match in _ONLY.finditer(place.catatan_jam or ""):
        if open_days and match[1].casefold() not in open_days:
            yield Complaint(
                ("catatan_jam",),
                f"catatan menyebut layanan pada {match[1].capitalize()}, tetapi `jam` tidak",
                "perbaiki nama harinya, atau tambahkan hari itu di `jam`",
            )


_KIND = re.compile(r"^(?:Desa|Kelurahan|Kecamatan) ")


def _short(units: Iterable[tuple[str, Unit]], *kinds: str) -> dict[str, list[str]]:
    """Return the ids of units of some kinds by name without its kind."""
    found: dict[str, list[str]] = {}
    for id_, unit in units:
        if unit.jenis in kinds:
            found.setdefault(_KIND.sub("", unit.nama).casefold(), []).append(id_)
    return found


@rule("alamat-kecamatan", Level.WARNING, Scope.CATALOG)
def address_in_another_district(context: Context) -> Iterator[Complaint]:
    """Alamat menyebut desa atau kelurahan bersama kecamatannya sendiri.

    Nama kecamatan yang tersalin dari alamat lain mengirim warga, dan petanya, ke seberang sungai.

    Sumber: UU 23/2014 (kelurahan dan desa berada di kecamatannya); daftar unit katalog ini.
    """
    units = context.katalog.unit
    villages = _short(units.items(), "desa", "kelurahan")
    districts = _short(units.items(), "kecamatan")
    for record in context.of_kind("lokasi"):
        place = record.data
        if not isinstance(place, Lokasi) or not place.alamat:
            continue
        parts = [_KIND.sub("", each.strip()).casefold() for each in place.alamat.split(",")]
        for village, district in pairwise(parts):
            above = {each for id_ in villages.get(village, ()) if (each := _district(units, id_))}
            named = districts.get(district, ())
            if above and named and above.isdisjoint(named):
                real = ", ".join(sorted(units[each].nama for each in above))
                yield Complaint(
                    ("alamat",),
                    f"{village.title()} tidak berada di Kecamatan {district.title()}",
                    f"tulis {real}, atau perbaiki nama desa atau kelurahannya",
                    at=record,
                )


def _district(units: Mapping[str, Unit], village: str) -> str | None:
    """Return the district of a village, unless its code says that `induk` itself is wrong."""
    unit = units[village]
    above = units.get(unit.induk or "")
    if above is None:
        return None
    own, code = unit.kode_kemendagri, above.kode_kemendagri
    return None if own and code and not own.startswith(code) else unit.induk
