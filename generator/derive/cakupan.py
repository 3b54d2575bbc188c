"""The page of coverage: units × services × SOP × process, with the missing pairs listed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.derive import alamat
from generator.derive.indeks import Indeks
from generator.derive.situs import Halaman
from generator.model.cakupan import BarisCakupan, Cakupan, cakupan
from generator.model.catalog import Katalog

Tautan = tuple[str, str]
"""Words and address."""

Keadaan = tuple[str, str, str]
"""Icon, class and word of a state: never the colour alone."""

ADA: Keadaan = ("cek", "l-baik", "Ada")
SEBAGIAN: Keadaan = ("separuh", "l-kurang", "Sebagian")
TIDAK: Keadaan = ("silang", "l-buruk", "Belum ada")


@dataclass(frozen=True, slots=True)
class LayananCakupan:
    """One service of the matrix."""

    layanan: Tautan
    sop: tuple[Tautan, ...]
    proses: Tautan | None
    lengkap: bool


@dataclass(frozen=True, slots=True)
class Pemilik:
    """One unit or group with its services."""

    nama: str
    alamat: str | None
    keadaan: Keadaan
    angka: str
    """As in "3 dari 4 layanan lengkap"."""
    baris: tuple[LayananCakupan, ...]


@dataclass(frozen=True, slots=True)
class Kekurangan:
    """One kind of missing pair, with those that lack it by owner."""

    judul: str
    kode: str
    """Id of the rule that tells it."""
    banyak: int
    butir: tuple[tuple[str, tuple[str, ...]], ...]
    """Name of the unit or group, and what is missing there."""


@dataclass(frozen=True, slots=True)
class PapanCakupan:
    """What the page shows."""

    angka: tuple[tuple[str, str], ...]
    pemilik: tuple[Pemilik, ...]
    kurang: tuple[Kekurangan, ...]


def halaman_cakupan(indeks: Indeks) -> Iterator[Halaman]:
    """Yield the page of coverage; nothing in a catalog without SOPs, processes and board."""
    katalog = indeks.katalog
    if not (katalog.sop or katalog.proses or katalog.pak):
        return
    days = [each.isi.diperbarui for each in katalog.sop.values()]
    days += [each.isi.diperbarui for each in katalog.proses.values()]
    above = (("Papan mutu", "papan/"),) if katalog.pak else ()
    yield Halaman(
        alamat="papan/cakupan/",
        judul="Cakupan SOP dan proses",
        deskripsi="Layanan mana yang sudah punya SOP dan proses bisnis, dan pasangan yang hilang.",
        templat="cakupan.html.j2",
        isi=papan_cakupan(katalog),
        remah=(*above, ("Cakupan SOP dan proses", None)),
        gaya=("papan", "kinerja"),
        noindex=True,
        contoh=katalog.pemerintah.status == "contoh",
        diperbarui=max(days, default=katalog.pemerintah.diperbarui),
    )


def papan_cakupan(katalog: Katalog) -> PapanCakupan:
    """Return the matrix of services, SOPs and processes."""
    seen = cakupan(katalog)
    owners = sorted(seen.baris, key=lambda each: _name(katalog, each).casefold())
    rows = [row for found in seen.baris.values() for row in found]
    with_sop, with_process = (
        sum(bool(each.sop) for each in rows),
        sum(bool(each.proses) for each in rows),
    )
    return PapanCakupan(
        angka=(
            (f"{with_sop} dari {len(rows)}", "layanan punya SOP"),
            (f"{with_process} dari {len(rows)}", "layanan punya kode proses"),
            (str(sum(seen.sop.values())), "SOP"),
            (str(sum(seen.proses.values())), "proses"),
        ),
        pemilik=tuple(_owner(katalog, each, seen.baris[each]) for each in owners),
        kurang=tuple(_missing(katalog, seen)),
    )


def _name(katalog: Katalog, owner: str) -> str:
    if owner in katalog.unit:
        unit = katalog.unit[owner]
        return unit.singkatan or unit.nama
    return katalog.kelompok[owner].nama if owner in katalog.kelompok else owner


def _owner(katalog: Katalog, owner: str, rows: tuple[BarisCakupan, ...]) -> Pemilik:
    full = sum(not each.kurang for each in rows)
    state = ADA if full == len(rows) else SEBAGIAN if full else TIDAK
    return Pemilik(
        nama=_name(katalog, owner),
        alamat=alamat.unit(owner) if owner in katalog.unit else None,
        keadaan=state,
        angka=f"{full} dari {len(rows)} layanan lengkap",
        baris=tuple(_row(katalog, each) for each in rows),
    )


def _row(katalog: Katalog, row: BarisCakupan) -> LayananCakupan:
    return LayananCakupan(
        layanan=(row.nama, alamat.layanan(row.layanan)),
        sop=tuple(
            (katalog.sop[each].isi.judul, alamat.sop(_page(katalog, each))) for each in row.sop
        ),
        proses=(f"{row.proses} {katalog.proses[row.proses].isi.nama}", alamat.proses(row.proses))
        if row.proses
        else None,
        lengkap=not row.kurang,
    )


def _page(katalog: Katalog, sop: str) -> str:
    """Return the SOP whose page shows this one: places have their pattern's."""
    return katalog.sop[sop].pola or sop


def _missing(katalog: Katalog, seen: Cakupan) -> Iterator[Kekurangan]:
    kinds = (
        ("Layanan tanpa SOP", "layanan-tanpa-sop", seen.layanan_tanpa_sop),
        ("SOP tanpa layanan", "sop-tanpa-layanan", seen.sop_tanpa_layanan),
        ("SOP tanpa kode proses", "sop-tanpa-proses", seen.sop_tanpa_proses),
        ("Proses tanpa pemilik", "proses-tanpa-pemilik", seen.proses_tanpa_pemilik),
        ("Proses inti tanpa layanan", "proses-inti-tanpa-layanan", seen.inti_tanpa_layanan),
    )
    for title, code, gaps in kinds:
        yield Kekurangan(
            title,
            code,
            sum(len(each) for each in gaps.values()),
            tuple(
                (_name(katalog, owner), tuple(_called(katalog, each) for each in found))
                for owner, found in gaps.items()
            ),
        )


def _called(katalog: Katalog, id_: str) -> str:
    """Return what a service, a SOP or a process is called."""
    if id_ in katalog.proses:
        return f"{id_} {katalog.proses[id_].isi.nama}"
    if id_ in katalog.layanan:
        return katalog.layanan[id_].isi.nama
    return katalog.sop[id_].isi.judul
