"""Catalog and day to Site: every page with its address, frame and view."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.derive import alamat, daftar, kalimat
from generator.derive.aduan import susun_aduan
from generator.derive.cari import entri
from generator.derive.indeks import Indeks, susun
from generator.derive.layanan import TampilanLayanan, tampilkan
from generator.derive.pola import Pemilih, pemilih
from generator.derive.situs import Alihan, Halaman, Situs
from generator.derive.unit import tampilkan_unit
from generator.model.catalog import Katalog, Layanan

LAYANAN = ("Layanan", "layanan/")
UNIT = ("Unit", "unit/")


@dataclass(frozen=True, slots=True)
class Aturan:
    """A rule's explanation, as the guide shows it."""

    id: str
    tingkat: str
    lingkup: str
    penjelasan: str


@dataclass(frozen=True, slots=True)
class IsiPola:
    """A pattern's page: the service and the picker of its places."""

    layanan: TampilanLayanan
    pemilih: Pemilih


@dataclass(frozen=True, slots=True)
class IsiDaftar:
    """A list page: a lead and services under headings."""

    judul: str
    pimpin: str
    kelompok: tuple[daftar.Kelompokan, ...]
    ubin: tuple[daftar.Ubin, ...] = ()


def derive(katalog: Katalog, today: date, rules: Sequence[Aturan] = ()) -> Situs:
    """Derive the whole site of `katalog` as of `today`; `rules` go into the officers' guide."""
    indeks = susun(katalog, today)
    pages = [
        _home(indeks),
        *_service_pages(indeks),
        *_list_pages(indeks),
        *_unit_pages(indeks),
        *_law_pages(indeks),
        *_rule_pages(rules),
        *_other_pages(indeks),
    ]
    return Situs(
        katalog=katalog,
        hari_ini=today,
        halaman=tuple(pages),
        alihan=tuple(_redirects(indeks)),
        pencarian=tuple(entri(indeks)),
        bingkai=_frame(katalog),
    )


def _frame(katalog: Katalog) -> dict[str, Any]:
    government = katalog.pemerintah
    return {
        "pemerintah": {
            "nama": government.nama,
            "nama_pendek": government.nama_pendek,
            "nama_situs": government.nama_situs,
            "slogan": government.slogan,
            "pengelola": government.pengelola,
        },
        "contoh": government.status == "contoh",
        "menu": [
            {"nama": "Layanan", "alamat": "layanan/"},
            {"nama": "Unit", "alamat": "unit/"},
            {"nama": "Desa dan kelurahan", "alamat": "unit/#desa"},
            {"nama": "Peraturan", "alamat": "regulasi/"},
            {"nama": "Mengadu", "alamat": "panduan/mengadu/"},
        ],
        "kaki": [
            {
                "judul": "Tidak menemukan yang Anda cari?",
                "tautan": [
                    {"nama": "Cari layanan", "alamat": "cari/"},
                    {"nama": "Layanan menurut sektor", "alamat": "sektor/"},
                    {"nama": "Layanan menurut peristiwa hidup", "alamat": "peristiwa/"},
                ],
            },
            {
                "judul": "Tentang situs ini",
                "tautan": [
                    {"nama": "Tentang katalog ini", "alamat": "tentang/"},
                    {"nama": "Aksesibilitas", "alamat": "aksesibilitas/"},
                    {"nama": "Privasi", "alamat": "privasi/"},
                    {"nama": "Panduan petugas", "alamat": "panduan/"},
                    {"nama": "Data terbuka", "alamat": "data/"},
                ],
            },
        ],
        "lapor": {"nama": "Tanya atau lapor di SP4N-LAPOR!", "tautan": "https://www.lapor.go.id"},
    }


def _edit(indeks: Indeks, file: str) -> str | None:
    forge = indeks.katalog.pemerintah.repositori
    return forge.ubah.replace("{berkas}", file) if forge else None


def _sample(status: str, indeks: Indeks) -> bool:
    return status == "contoh" or indeks.katalog.pemerintah.status == "contoh"


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
        contoh=_sample(government.status, indeks),
        noindex=government.status == "contoh",
        ubah=_edit(indeks, "pemerintah.yaml"),
        diperbarui=max(_days(indeks.katalog)),
    )


def _days(katalog: Katalog) -> Iterator[date]:
    yield katalog.pemerintah.diperbarui
    yield from (each.isi.diperbarui for each in katalog.semua_layanan())
    yield from (each.diperbarui for each in katalog.unit.values())


def _service_pages(indeks: Indeks) -> Iterator[Halaman]:
    for service in indeks.katalog.layanan.values():
        is_pattern = service.pemilik in indeks.katalog.kelompok
        view = tampilkan(service, indeks)
        isi: Any = IsiPola(view, pemilih(service, indeks)) if is_pattern else view
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
    sample = _sample(service.isi.status, indeks)
    owner = service.pemilik
    crumb = (
        view.unit.nama if len(view.unit.nama) < 30 else kalimat.nama_unit(indeks.katalog, owner),
    )
    return Halaman(
        alamat=alamat.layanan(service.id),
        judul=judul or service.isi.nama,
        deskripsi=_description(view),
        templat=templat,
        isi=isi,
        remah=(LAYANAN, (crumb[0], view.unit.alamat), (service.isi.nama, None)),
        kelas="layanan",
        skrip=_needed(skrip, view),
        contoh=sample,
        noindex=sample or service.isi.status in ("draf", "dicabut"),
        ubah=_edit(indeks, service.berkas),
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
            skrip=_needed(("kasus", "jam"), view),
            contoh=_sample(standard.status, indeks),
            noindex=True,
            ubah=_edit(indeks, file),
            diperbarui=standard.diperbarui,
        )


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
        contoh=_sample("berlaku", indeks),
        noindex=indeks.katalog.pemerintah.status == "contoh",
    )


def _list_pages(indeks: Indeks) -> Iterator[Halaman]:
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
        address = alamat.sektor if name == "sektor" else alamat.peristiwa
        for code, word in indeks.katalog.kosakata.get(name, {}).items():
            services = daftar.yang_termasuk(name, code, indeks)
            if services:
                rows = daftar.baris_semua(services, indeks)
                lead = f"{len(rows)} layanan."
                content = IsiDaftar(word.nama, lead, (daftar.Kelompokan("", "", rows),))
                yield _list(address(code), word.nama, lead, indeks, content, ((title, f"{name}/"),))


def _unit_pages(indeks: Indeks) -> Iterator[Halaman]:
    katalog = indeks.katalog
    yield Halaman(
        alamat="unit/",
        judul="Semua unit",
        deskripsi=f"Kantor, dinas, kecamatan, kelurahan, dan desa {katalog.pemerintah.sebutan_daerah}.",
        templat="daftar_unit.html.j2",
        isi=daftar.jenis_unit(indeks),
        remah=(("Unit", None),),
        contoh=_sample("berlaku", indeks),
        noindex=katalog.pemerintah.status == "contoh",
    )
    for id_, unit in katalog.unit.items():
        parent = katalog.unit.get(unit.induk or "")
        crumbs: tuple[tuple[str, str | None], ...] = (UNIT,)
        if parent and unit.induk != katalog.pemerintah.unit:
            crumbs = (UNIT, (parent.singkatan or parent.nama, alamat.unit(unit.induk or "")))
        sample = _sample(unit.status, indeks)
        yield Halaman(
            alamat=alamat.unit(id_),
            judul=unit.nama,
            deskripsi=f"{unit.nama}: layanan, profil, maklumat, pengaduan, dan penilaian kinerja.",
            templat="unit.html.j2",
            isi=tampilkan_unit(id_, indeks),
            remah=(*crumbs, (unit.singkatan or unit.nama, None)),
            kelas="unit",
            skrip=("jam",),
            contoh=sample,
            noindex=sample or unit.status in ("draf", "dicabut"),
            ubah=_edit(indeks, f"unit/{id_}/unit.yaml"),
            diperbarui=unit.diperbarui,
        )


def _law_pages(indeks: Indeks) -> Iterator[Halaman]:
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
            ubah=_edit(indeks, f"regulasi/{id_}.yaml"),
            diperbarui=law.diperbarui,
        )


def _rule_pages(rules: Sequence[Aturan]) -> Iterator[Halaman]:
    guide = ("Panduan petugas", "panduan/")
    if not rules:
        return
    yield Halaman(
        alamat="panduan/aturan/",
        judul="Aturan pemeriksaan",
        deskripsi="Apa yang diperiksa pada setiap rekaman, dan mengapa.",
        templat="daftar_aturan.html.j2",
        isi=tuple(rules),
        remah=(guide, ("Aturan pemeriksaan", None)),
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


def _other_pages(indeks: Indeks) -> Iterator[Halaman]:
    government = indeks.katalog.pemerintah
    hidden = government.status == "contoh"
    yield Halaman(
        alamat="cari/",
        judul="Cari layanan",
        deskripsi="Cari layanan dengan kata sehari-hari.",
        templat="cari.html.j2",
        isi=IsiDaftar("Cari layanan", "", daftar.menurut_sektor(indeks)),
        remah=(("Cari", None),),
        skrip=("cari",),
        noindex=True,
        contoh=hidden,
    )
    yield Halaman(
        alamat="panduan/mengadu/",
        judul="Cara mengadu",
        deskripsi="Ke mana mengadu bila layanan tidak sesuai janji, dan berapa lama dijawab.",
        templat="mengadu.html.j2",
        isi=(government, susun_aduan(None, government)),
        remah=(("Cara mengadu", None),),
        noindex=hidden,
        contoh=hidden,
        ubah=_edit(indeks, "pemerintah.yaml"),
        diperbarui=government.diperbarui,
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
