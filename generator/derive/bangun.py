"""Catalog and day to Site: every page with its address, frame and view."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from generator.derive import alamat, daftar
from generator.derive.aduan import susun_aduan
from generator.derive.bingkai import bingkai, contoh, ubah
from generator.derive.cakupan import halaman_cakupan
from generator.derive.cari import isi_cari, pencarian
from generator.derive.halaman_daftar import (
    halaman_daftar,
    halaman_regulasi,
    halaman_unit,
)
from generator.derive.halaman_layanan import halaman_layanan
from generator.derive.indeks import Indeks, susun
from generator.derive.papan.halaman import halaman_papan
from generator.derive.proses import halaman_proses
from generator.derive.saluran import keliru
from generator.derive.situs import Alihan, Halaman, Situs
from generator.derive.sop import halaman_sop, punya_halaman
from generator.model.catalog import Katalog


@dataclass(frozen=True, slots=True)
class Aturan:
    """A rule's explanation, as the guide shows it."""

    id: str
    tema: str
    tingkat: str
    lingkup: str
    penjelasan: str


def derive(katalog: Katalog, today: date, rules: Sequence[Aturan] = ()) -> Situs:
    """Derive the whole site of `katalog` as of `today`; `rules` go into the officers' guide."""
    indeks = susun(katalog, today)
    pages = [
        _home(indeks),
        *halaman_layanan(indeks),
        *halaman_daftar(indeks),
        *halaman_unit(indeks),
        *halaman_regulasi(indeks),
        *halaman_sop(indeks),
        *halaman_proses(indeks),
        *_rule_pages(indeks, rules),
        *halaman_papan(indeks),
        *halaman_cakupan(indeks),
        *_other_pages(indeks),
    ]
    return Situs(
        katalog=katalog,
        hari_ini=today,
        halaman=tuple(pages),
        alihan=tuple(_redirects(indeks)),
        pencarian=pencarian(indeks),
        bingkai=bingkai(katalog),
    )


def _home(indeks: Indeks) -> Halaman:
    government = indeks.katalog.pemerintah
    return Halaman(
        alamat="",
        judul=government.nama_situs,
        deskripsi=(
            f"Syarat, waktu, biaya, dan tempat mengurus layanan {government.sebutan_daerah}."
        ),
        templat="beranda.html.j2",
        isi=daftar.beranda(indeks),
        kelas="beranda",
        contoh=contoh(government.status, indeks),
        noindex=government.status == "contoh",
        ubah=ubah(indeks, "pemerintah.yaml"),
        diperbarui=max(_days(indeks.katalog)),
    )


def _days(katalog: Katalog) -> Iterator[date]:
    yield katalog.pemerintah.diperbarui
    yield from (each.isi.diperbarui for each in katalog.semua_layanan())
    yield from (each.diperbarui for each in katalog.unit.values())


def _rule_pages(indeks: Indeks, rules: Sequence[Aturan]) -> Iterator[Halaman]:
    guide = ("Panduan petugas", "panduan/")
    if not rules:
        return
    excuses = indeks.katalog.kecualian
    yield Halaman(
        alamat="panduan/aturan/",
        judul="Aturan pemeriksaan",
        deskripsi="Apa yang diperiksa pada setiap rekaman, dan mengapa.",
        templat="daftar_aturan.html.j2",
        isi=(_by_theme(rules), excuses.butir if excuses else (), indeks.hari_ini),
        remah=(guide, ("Aturan pemeriksaan", None)),
        ubah=ubah(indeks, "kecualian.yaml") if excuses else None,
        diperbarui=excuses.diperbarui if excuses else None,
    )
    for each in rules:
        yield Halaman(
            alamat=alamat.aturan(each.id),
            judul=each.id,
            deskripsi=each.penjelasan.partition("\n")[0],
            templat="aturan.html.j2",
            isi=each,
            remah=(guide, ("Aturan pemeriksaan", "panduan/aturan/"), (each.id, None)),
        )


def _by_theme(rules: Sequence[Aturan]) -> dict[str, list[Aturan]]:
    found: dict[str, list[Aturan]] = {}
    for each in rules:
        found.setdefault(each.tema, []).append(each)
    return found


def _other_pages(indeks: Indeks) -> Iterator[Halaman]:
    government = indeks.katalog.pemerintah
    hidden = government.status == "contoh"
    yield Halaman(
        alamat="cari/",
        judul="Cari layanan",
        deskripsi="Cari layanan dengan kata sehari-hari.",
        templat="cari.html.j2",
        isi=isi_cari(indeks),
        remah=(("Cari", None),),
        skrip=("cari",),
        gaya=("cari",),
        noindex=True,
        contoh=hidden,
    )
    yield Halaman(
        alamat="panduan/mengadu/",
        judul="Cara mengadu",
        deskripsi="Ke mana mengadu bila layanan tidak sesuai janji, dan berapa lama dijawab.",
        templat="mengadu.html.j2",
        isi=(
            government,
            susun_aduan(None, government),
            keliru(
                government.saluran_data, "situs", government.nama_situs, government.alamat_situs
            ),
        ),
        remah=(("Cara mengadu", None),),
        noindex=hidden,
        contoh=hidden,
        ubah=ubah(indeks, "pemerintah.yaml"),
        diperbarui=government.diperbarui,
    )
    yield Halaman(
        alamat="luring/",
        judul="Tersimpan di perangkat ini",
        deskripsi="Daftar Anda, dan halaman yang tetap dapat dibaca tanpa jaringan.",
        templat="luring.html.j2",
        remah=(("Tersimpan di perangkat ini", None),),
        skrip=("luring",),
        noindex=True,
        contoh=hidden,
    )
    yield Halaman(
        alamat="data/",
        judul="Data terbuka",
        deskripsi="Seluruh isi katalog sebagai berkas data.",
        templat="data.html.j2",
        isi=government,
        remah=(("Data terbuka", None),),
        noindex=hidden,
        contoh=hidden,
    )


def _redirects(indeks: Indeks) -> Iterator[Alihan]:
    for service in indeks.katalog.semua_layanan():
        if service.pola and not service.ditimpa:
            continue
        for old in service.isi.dahulu:
            yield Alihan(
                alamat.layanan(old), alamat.layanan(service.id), service.id, service.isi.nama
            )
    for id_, unit in indeks.katalog.unit.items():
        for old in unit.dahulu:
            yield Alihan(alamat.unit(old), alamat.unit(id_), id_, unit.nama)
    for sop in filter(punya_halaman, indeks.katalog.sop.values()):
        for old in sop.isi.dahulu:
            yield Alihan(alamat.sop(old), alamat.sop(sop.id), sop.id, sop.isi.judul)
    for code, process in indeks.katalog.proses.items():
        for old in process.isi.dahulu:
            yield Alihan(alamat.proses(old), alamat.proses(code), code, process.isi.nama)
