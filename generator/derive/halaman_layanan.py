"""Pages of services: own ones, patterns with their picker, places, dated versions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from generator.derive import alamat, kalimat
from generator.derive.banding import Banding, banding
from generator.derive.bingkai import contoh, ubah
from generator.derive.indeks import Indeks
from generator.derive.layanan import TampilanLayanan, tampilkan
from generator.derive.pola import Pemilih, pemilih
from generator.derive.situs import Halaman
from generator.model.catalog import Layanan
from generator.model.nilai import TAK_TERBIT

LAYANAN = ("Layanan", "layanan/")


@dataclass(frozen=True, slots=True)
class IsiPola:
    """A pattern's page: the service, the picker of its places, and how they differ."""

    layanan: TampilanLayanan
    pemilih: Pemilih
    banding: Banding


def halaman_layanan(indeks: Indeks) -> Iterator[Halaman]:
    """Yield the pages of all services and patterns, then those of all places."""
    for service in indeks.katalog.layanan.values():
        is_pattern = service.pemilik in indeks.katalog.kelompok
        view = tampilkan(service, indeks)
        isi: Any = view
        if is_pattern:
            isi = IsiPola(view, pemilih(service, indeks), banding(service, indeks))
        scripts = ("kasus", "centang", "bagikan", "jam")
        yield _service_page(
            service,
            view,
            isi,
            indeks,
            templat="pola.html.j2" if is_pattern else "layanan.html.j2",
            skrip=(*scripts, "tempat") if is_pattern else scripts,
        )
        yield from _version_pages(service, indeks)
    for place in indeks.katalog.tempat.values():
        unit = indeks.katalog.unit[place.pemilik]
        view = tampilkan(place, indeks, place.pemilik)
        yield _service_page(
            place,
            view,
            view,
            indeks,
            templat="layanan.html.j2",
            skrip=("kasus", "centang", "bagikan", "jam"),
            judul=f"{place.isi.nama}, {unit.nama}",
        )


def _service_page(
    service: Layanan,
    view: TampilanLayanan,
    isi: Any,
    indeks: Indeks,
    templat: str,
    skrip: tuple[str, ...],
    judul: str = "",
) -> Halaman:
    sample = contoh(service.isi.status, indeks)
    owner = service.pemilik
    name = view.unit.nama
    crumb = name if len(name) < 30 else kalimat.nama_unit(indeks.katalog, owner)
    return Halaman(
        alamat=alamat.layanan(service.id),
        judul=judul or service.isi.nama,
        deskripsi=_description(view),
        templat=templat,
        isi=isi,
        remah=(LAYANAN, (crumb, view.unit.alamat), (service.isi.nama, None)),
        kelas="layanan",
        skrip=_needed(skrip, view),
        contoh=sample,
        noindex=sample or service.isi.status in TAK_TERBIT,
        ubah=ubah(indeks, service.berkas),
        diperbarui=service.isi.diperbarui,
    )


def _needed(scripts: Iterable[str], view: TampilanLayanan) -> tuple[str, ...]:
    return tuple(each for each in scripts if each != "kasus" or view.sumbu)


def _description(view: TampilanLayanan) -> str:
    card = view.kartu
    return f"{view.nama}: {card.waktu}, {card.biaya}, {card.dokumen}. {view.ringkasan}"[:300]


def _version_pages(service: Layanan, indeks: Indeks) -> Iterator[Halaman]:
    for day, standard, file in service.versi:
        version = Layanan(
            service.id, standard, file, service.versi, berlaku_sejak=service.berlaku_sejak
        )
        view = tampilkan(version, indeks)
        if day != service.berlaku_sejak:
            # A standard that is not in force promises no day.
            view = replace(view, kartu=replace(view.kartu, libur=""))
        yield Halaman(
            alamat=alamat.versi(service.id, day.isoformat()),
            judul=f"{standard.nama}, versi {kalimat.tanggal(day)}",
            deskripsi=_description(view),
            templat="versi.html.j2",
            isi=(view, kalimat.tanggal(day), day == service.berlaku_sejak, day > indeks.hari_ini),
            remah=(
                LAYANAN,
                (service.isi.nama, alamat.layanan(service.id)),
                (f"Versi {kalimat.tanggal(day)}", None),
            ),
            kelas="layanan",
            skrip=_needed(("kasus", "centang", "bagikan", "jam"), view),
            contoh=contoh(standard.status, indeks),
            noindex=True,
            ubah=ubah(indeks, file),
            diperbarui=standard.diperbarui,
        )
