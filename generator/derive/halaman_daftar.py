"""Pages that list, and pages of units and regulations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from generator.derive import alamat, daftar
from generator.derive.bingkai import contoh, ubah
from generator.derive.indeks import Indeks
from generator.derive.perjalanan import DokumenBersama, Perjalanan, perjalanan
from generator.derive.situs import Halaman
from generator.derive.unit import tampilkan_unit
from generator.model.catalog import Layanan
from generator.model.kosakata import Istilah
from generator.model.nilai import TAK_TERBIT

LAYANAN = ("Layanan", "layanan/")
UNIT = ("Unit", "unit/")


@dataclass(frozen=True, slots=True)
class IsiPeristiwa:
    """A life event: its journey."""

    judul: str
    pimpin: str
    jumlah: int
    perjalanan: Perjalanan
    kadang: tuple[DokumenBersama, ...]
    """Documents that only some cases need."""


@dataclass(frozen=True, slots=True)
class IsiDaftar:
    """A list page: a lead and services under headings."""

    judul: str
    pimpin: str
    kelompok: tuple[daftar.Kelompokan, ...]
    ubin: tuple[daftar.Ubin, ...] = ()


def _list(
    address: str, title: str, lead: str, indeks: Indeks, isi: IsiDaftar, crumbs: tuple[Any, ...]
) -> Halaman:
    return Halaman(
        alamat=address,
        judul=title,
        deskripsi=lead,
        templat="daftar.html.j2",
        isi=isi,
        remah=(*crumbs, (title, None)),
        contoh=contoh("berlaku", indeks),
        noindex=indeks.katalog.pemerintah.status == "contoh",
    )


def halaman_daftar(indeks: Indeks) -> Iterator[Halaman]:
    """Yield the lists: all services, by sector, by life event with its journey."""
    everything = daftar.menurut_sektor(indeks)
    count = sum(len(each.layanan) for each in everything)
    lead = f"{count} layanan, masing-masing dengan waktu dan biayanya."
    yield _list(
        "layanan/",
        "Semua layanan",
        lead,
        indeks,
        IsiDaftar("Semua layanan", lead, everything),
        (),
    )
    for name, title, lead in (
        ("sektor", "Layanan menurut sektor", "Pilih bidang urusan Anda."),
        ("peristiwa", "Layanan menurut peristiwa hidup", "Pilih keadaan Anda."),
    ):
        tiles = daftar.ubin(name, indeks)
        yield _list(f"{name}/", title, lead, indeks, IsiDaftar(title, lead, (), tiles), (LAYANAN,))
        for code, word in indeks.katalog.kosakata.get(name, {}).items():
            services = daftar.yang_termasuk(name, code, indeks)
            if not services:
                continue
            if name == "peristiwa":
                yield _journey(code, word, services, indeks, title)
                continue
            rows = daftar.baris_semua(services, indeks)
            number = f"{len(rows)} layanan."
            content = IsiDaftar(word.nama, number, (daftar.Kelompokan("", "", rows),))
            yield _list(
                alamat.sektor(code), word.nama, number, indeks, content, ((title, f"{name}/"),)
            )


def _journey(
    code: str, word: Istilah, services: Sequence[Layanan], indeks: Indeks, title: str
) -> Halaman:
    journey = perjalanan(services, indeks)
    hidden = indeks.katalog.pemerintah.status == "contoh"
    lead = f"{len(services)} layanan: urutannya, kantornya, biayanya, dan dokumen yang disiapkan."
    return Halaman(
        alamat=alamat.peristiwa(code),
        judul=word.nama,
        deskripsi=lead,
        templat="peristiwa.html.j2",
        isi=IsiPeristiwa(
            word.nama,
            lead,
            len(services),
            journey,
            tuple(each for each in journey.dokumen if not each.selalu),
        ),
        remah=((title, "peristiwa/"), (word.nama, None)),
        skrip=("centang", "jam", "perjalanan"),
        contoh=contoh("berlaku", indeks),
        noindex=hidden,
    )


def halaman_unit(indeks: Indeks) -> Iterator[Halaman]:
    """Yield the list of units and the page of each."""
    katalog = indeks.katalog
    yield Halaman(
        alamat="unit/",
        judul="Semua unit",
        deskripsi=f"Kantor, kecamatan, dan desa {katalog.pemerintah.sebutan_daerah}.",
        templat="daftar_unit.html.j2",
        isi=daftar.jenis_unit(indeks),
        remah=(("Unit", None),),
        contoh=contoh("berlaku", indeks),
        noindex=katalog.pemerintah.status == "contoh",
    )
    for id_, unit in katalog.unit.items():
        parent = katalog.unit.get(unit.induk or "")
        crumbs: tuple[tuple[str, str | None], ...] = (UNIT,)
        if parent and unit.induk != katalog.pemerintah.unit:
            crumbs = (UNIT, (parent.singkatan or parent.nama, alamat.unit(unit.induk or "")))
        sample = contoh(unit.status, indeks)
        shown = tampilkan_unit(id_, indeks)
        yield Halaman(
            alamat=alamat.unit(id_),
            judul=unit.nama,
            deskripsi=f"{unit.nama}: layanan, profil, maklumat, pengaduan, dan penilaian kinerja.",
            templat="unit.html.j2",
            isi=shown,
            remah=(*crumbs, (unit.singkatan or unit.nama, None)),
            kelas="unit",
            skrip=("jam", "buka"),
            gaya=("kinerja",),
            contoh=sample,
            noindex=sample or unit.status in TAK_TERBIT,
            ubah=ubah(indeks, f"unit/{id_}/unit.yaml"),
            diperbarui=shown.diperbarui,
        )


def halaman_regulasi(indeks: Indeks) -> Iterator[Halaman]:
    """Yield the law register and the page of each regulation."""
    users = daftar.pemakai(indeks)
    hidden = indeks.katalog.pemerintah.status == "contoh"
    yield Halaman(
        alamat="regulasi/",
        judul="Peraturan",
        deskripsi="Peraturan yang mendasari layanan, dengan keadaannya.",
        templat="daftar_regulasi.html.j2",
        isi=daftar.daftar_regulasi(indeks, users),
        remah=(("Peraturan", None),),
        contoh=hidden,
        noindex=hidden,
    )
    for id_, law in indeks.katalog.regulasi.items():
        yield Halaman(
            alamat=alamat.regulasi(id_),
            judul=law.judul,
            deskripsi=f"{law.judul} tentang {law.tentang}: keadaan dan layanan yang memakainya.",
            templat="regulasi.html.j2",
            isi=daftar.tampilkan_regulasi(id_, indeks, users),
            remah=(("Peraturan", "regulasi/"), (law.sebutan, None)),
            contoh=hidden,
            noindex=hidden,
            ubah=ubah(indeks, f"regulasi/{id_}.yaml"),
            diperbarui=law.diperbarui,
        )
