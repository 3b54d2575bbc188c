"""The page of a unit: the six parts of SIPP, services first because citizens come for them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.derive import alamat, kalimat
from generator.derive.aduan import Aduan, susun_aduan
from generator.derive.indeks import Indeks
from generator.derive.keputusan import Keputusan, keputusan_unit
from generator.derive.kinerja import Kinerja, kinerja_unit
from generator.derive.media import MediaTampil, media
from generator.derive.papan.kumpul import ada_di_papan
from generator.derive.pengumuman import Kabar, kabar_unit
from generator.derive.syarat import Taut
from generator.derive.tempat import Tempat, kontak_tampil, tampilkan_lokasi
from generator.model import kata
from generator.model.catalog import Layanan
from generator.model.dokumen_unit import Maklumat
from generator.model.unit import TANPA_KEWAJIBAN, Lokasi, Pelaksana, Penyelenggara, Unit

JENIS = {
    "kabupaten": "Pemerintah daerah",
    "sekretariat": "Sekretariat",
    "inspektorat": "Inspektorat",
    "badan": "Badan",
    "dinas": "Dinas",
    "satuan": "Satuan",
    "bagian-setda": "Bagian Sekretariat Daerah",
    "rumah-sakit": "Rumah sakit daerah",
    "uptd": "Unit pelaksana teknis",
    "puskesmas": "Puskesmas",
    "kecamatan": "Kecamatan",
    "kelurahan": "Kelurahan",
    "desa": "Desa",
    "lokasi-layanan": "Tempat layanan bersama",
}
KEYAKINAN = {
    "terkonfirmasi": "Nama dan induk unit ini sudah dicek pada sumber.",
    "sebagian": "Nama unit ini baru dicek sebagian.",
    "ingatan": "Nama unit ini belum dicek pada sumber resmi.",
}


@dataclass(frozen=True, slots=True)
class BarisLayanan:
    """One service in a list: with the answer itself."""

    id: str
    nama: str
    alamat: str
    waktu: str
    biaya: str
    unit: str


@dataclass(frozen=True, slots=True)
class Kemudahan:
    """One facility for vulnerable groups, and where it is."""

    nama: str
    keterangan: str
    letak: str
    ikon: str


@dataclass(frozen=True, slots=True)
class TampilanUnit:
    """Everything the template of a unit shows."""

    id: str
    nama: str
    jenis: str
    status: str
    kata_status: str
    singkatan: str
    alias: tuple[str, ...]
    induk: Taut | None
    kecamatan: Taut | None
    kode: tuple[tuple[str, str], ...]
    situs: str
    sippn: str
    """Its page in the national system."""
    keyakinan: str
    sumber: tuple[str, ...]
    catatan: tuple[str, ...]
    wajib: bool
    """False for the government itself and for shared places."""
    layanan: tuple[BarisLayanan, ...]
    keputusan: tuple[Keputusan, ...]
    tidak_melayani: tuple[tuple[str, str], ...]
    tempat: tuple[Tempat, ...]
    kontak: tuple[tuple[str, str, str], ...]
    penyelenggara: Penyelenggara | None
    dasar: tuple[Taut, ...]
    pelaksana: tuple[Pelaksana, ...]
    maklumat: Maklumat | None
    maklumat_bersama: bool
    """True if the pledge is that of the whole group."""
    maklumat_media: tuple[MediaTampil, ...]
    aduan: Aduan
    kinerja: Kinerja
    kompensasi: tuple[str, ...]
    """What a citizen may expect when the standard is missed."""
    kemudahan: tuple[Kemudahan, ...]
    libur: tuple[tuple[str, str], ...]
    """Days on which offices are closed: for the page's script, and in words."""
    papan: str
    """Address of the unit's board; empty if it has none."""
    diperbarui: date
    """The newest of the records that the page shows."""
    anak: tuple[tuple[str, tuple[Taut, ...]], ...]
    pengganti: Taut | None
    kabar: tuple[Kabar, ...]


def baris_layanan(service: Layanan, indeks: Indeks) -> BarisLayanan:
    """Return a service as a row."""
    return BarisLayanan(
        id=service.id,
        nama=service.isi.nama,
        alamat=alamat.layanan(service.id),
        waktu=kalimat.waktu(service.isi),
        biaya=kalimat.biaya(service.isi, indeks.hari_ini),
        unit=kalimat.nama_unit(indeks.katalog, service.pemilik),
    )


def tampilkan_unit(id_: str, indeks: Indeks) -> TampilanUnit:
    """Derive the page of a unit."""
    unit, katalog = indeks.katalog.unit[id_], indeks.katalog
    group = katalog.kelompok_dari(id_)
    services = (*indeks.milik.get(id_, ()), *indeks.tempat.get(id_, ()))
    own_pledge = katalog.maklumat.get(id_)
    pledge = own_pledge or katalog.maklumat.get(group or "")
    return TampilanUnit(
        id=id_,
        nama=unit.nama,
        jenis=JENIS[unit.jenis],
        status=unit.status,
        kata_status=kalimat.STATUS[unit.status],
        singkatan=unit.singkatan or "",
        alias=unit.alias,
        induk=taut_unit(unit.induk, indeks),
        kecamatan=taut_unit(unit.di_kecamatan, indeks),
        kode=tuple(_codes(unit)),
        situs=unit.situs or "",
        sippn=unit.sippn or "",
        keyakinan=KEYAKINAN[unit.keyakinan],
        sumber=unit.sumber,
        catatan=unit.catatan,
        wajib=unit.jenis not in TANPA_KEWAJIBAN,
        layanan=tuple(baris_layanan(each, indeks) for each in services),
        keputusan=tuple(keputusan_unit(id_, indeks)),
        tidak_melayani=tuple(_refused(unit, group, indeks)),
        tempat=tuple(tampilkan_lokasi(key, each, indeks) for key, each in _places(id_, indeks)),
        kontak=kontak_tampil([each for each in unit.kontak if each.tautan != unit.situs]),
        penyelenggara=unit.penyelenggara,
        dasar=tuple(_laws(unit, indeks)),
        pelaksana=unit.pelaksana,
        maklumat=pledge,
        maklumat_bersama=own_pledge is None,
        maklumat_media=media(pledge.media_publikasi) if pledge else (),
        aduan=_complaints(unit, group, indeks),
        kinerja=kinerja_unit(id_, indeks),
        kompensasi=tuple(_compensation(unit, pledge)),
        kemudahan=tuple(_facilities(id_, unit, indeks)),
        libur=tuple((day.isoformat(), kalimat.tanggal(day)) for day in indeks.libur[:12]),
        papan=alamat.papan(id_) if katalog.pak and ada_di_papan(id_, indeks) else "",
        diperbarui=_newest_day(id_, unit, indeks),
        anak=tuple(_children(id_, indeks)),
        pengganti=taut_unit(unit.pengganti, indeks),
        kabar=kabar_unit(id_, indeks),
    )


def taut_unit(id_: str | None, indeks: Indeks) -> Taut | None:
    """Return a link to a unit, or None if there is no such unit."""
    unit = indeks.katalog.unit.get(id_ or "")
    return Taut(unit.nama, alamat.unit(id_ or "")) if unit else None


def _codes(unit: Unit) -> Iterator[tuple[str, str]]:
    if unit.kode_kemendagri:
        yield "Kode Kemendagri", unit.kode_kemendagri
    if unit.kode_bps:
        yield "Kode BPS", unit.kode_bps
    if unit.kode_pos:
        yield "Kode pos", unit.kode_pos


def _places(id_: str, indeks: Indeks) -> list[tuple[str, Lokasi]]:
    hosted = [
        (key, place)
        for key, place in indeks.katalog.lokasi.items()
        if place.bertempat_di == id_ and not key.startswith(f"{id_}/")
    ]
    return [*indeks.lokasi.get(id_, ()), *hosted]


def _refused(unit: Unit, group: str | None, indeks: Indeks) -> Iterator[tuple[str, str]]:
    for slug, reason in unit.tidak_melayani.items():
        if service := indeks.katalog.layanan.get(f"{group}/{slug}"):
            yield service.isi.nama, reason


def _laws(unit: Unit, indeks: Indeks) -> Iterator[Taut]:
    for each in unit.penyelenggara.dasar if unit.penyelenggara else ():
        if law := indeks.katalog.regulasi.get(each):
            yield Taut(f"{law.judul} tentang {law.tentang}", alamat.regulasi(each))


def _complaints(unit: Unit, group: str | None, indeks: Indeks) -> Aduan:
    shared = unit.komponen_bersama
    found = shared.pengaduan if shared else None
    if found is None and group:
        group_shared = indeks.katalog.kelompok[group].komponen_bersama
        found = group_shared.pengaduan if group_shared else None
    return susun_aduan(found, indeks.katalog.pemerintah)


def _compensation(unit: Unit, pledge: Maklumat | None) -> Iterator[str]:
    if pledge and pledge.sanksi_kompensasi:
        yield pledge.sanksi_kompensasi
    yield from unit.komponen_bersama.jaminan_pelayanan if unit.komponen_bersama else ()


def _facilities(id_: str, unit: Unit, indeks: Indeks) -> Iterator[Kemudahan]:
    """Yield each kind once, with the places that have it."""
    words = indeks.katalog.kosakata.get("akses-rentan", {})
    places: dict[str, list[str]] = {}
    for _, place in _places(id_, indeks):
        for code in place.akses_rentan:
            places.setdefault(code, []).append(place.nama)
    for code, names in places.items():
        if code in words:
            word = words[code]
            yield Kemudahan(
                word.nama, word.keterangan or "", kata.daftar(names), word.ikon or "cek"
            )
    for each in unit.komponen_bersama.sarpras if unit.komponen_bersama else ():
        code = each.akses_rentan or ""
        if code and code not in places:
            known = words.get(code)
            yield Kemudahan(each.nama, "", "", (known and known.ikon) or "cek")


def _newest_day(id_: str, unit: Unit, indeks: Indeks) -> date:
    katalog = indeks.katalog
    days = [unit.diperbarui]
    days += [each.isi.diperbarui for each in indeks.milik.get(id_, ())]
    if pledge := katalog.maklumat.get(id_):
        days.append(pledge.diperbarui)
    kept = (katalog.lokasi, katalog.skm, katalog.evaluasi, katalog.pengaduan, katalog.konsultasi)
    for records in kept:
        days += [each.diperbarui for key, each in records.items() if key.startswith(f"{id_}/")]
    return max(days)


def _children(id_: str, indeks: Indeks) -> Iterator[tuple[str, tuple[Taut, ...]]]:
    kinds: dict[str, list[Taut]] = {}
    for child in indeks.anak.get(id_, ()):
        unit = indeks.katalog.unit[child]
        kinds.setdefault(JENIS[unit.jenis], []).append(Taut(unit.nama, alamat.unit(child)))
    for name, links in kinds.items():
        yield name, tuple(sorted(links, key=lambda each: each.nama))
