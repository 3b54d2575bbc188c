"""The same service in all places that give it: where time, fee or documents differ, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.derive import alamat, kalimat
from generator.derive.indeks import Indeks
from generator.derive.syarat import nama_syarat
from generator.model import kata
from generator.model.catalog import Layanan
from generator.model.janji import Persyaratan, Tahap
from generator.model.layanan import Standar


@dataclass(frozen=True, slots=True)
class Sel:
    """One value of a place, and whether it differs from the usual one."""

    teks: str
    beda: bool


@dataclass(frozen=True, slots=True)
class BarisBanding:
    """One place that differs."""

    nama: str
    alamat: str
    waktu: Sel
    biaya: Sel
    dokumen: Sel
    sebab: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Banding:
    """The usual values, and the places that differ from them."""

    jumlah: int
    waktu: str
    biaya: str
    dokumen: tuple[str, ...]
    beda: tuple[BarisBanding, ...]


def banding(pattern: Layanan, indeks: Indeks) -> Banding:
    """Compare the places of a pattern with the pattern."""
    ids = indeks.cabang.get(pattern.id, ())
    places = [indeks.katalog.tempat[id_] for id_ in ids]
    rows = [_row(each, pattern, indeks) for each in places if each.ditimpa]
    differing = [each for each in rows if each.waktu.beda or each.biaya.beda or each.dokumen.beda]
    return Banding(
        jumlah=len(places),
        waktu=kalimat.waktu(pattern.isi),
        biaya=kalimat.biaya(pattern.isi, indeks.hari_ini),
        dokumen=tuple(_documents(pattern.isi, indeks).values()),
        beda=tuple(sorted(differing, key=lambda each: each.nama)),
    )


def _row(place: Layanan, pattern: Layanan, indeks: Indeks) -> BarisBanding:
    unit = indeks.katalog.unit[place.pemilik]
    time, usual_time = kalimat.waktu(place.isi), kalimat.waktu(pattern.isi)
    fee = kalimat.biaya(place.isi, indeks.hari_ini)
    usual_fee = kalimat.biaya(pattern.isi, indeks.hari_ini)
    here, usual = _documents(place.isi, indeks), _documents(pattern.isi, indeks)
    changes = tuple(_changes(here, usual))
    return BarisBanding(
        nama=unit.nama,
        alamat=alamat.layanan(place.id),
        waktu=Sel(time, time != usual_time),
        biaya=Sel(fee, fee != usual_fee),
        dokumen=Sel("; ".join(changes) or "sama", bool(changes)),
        sebab=tuple(_reasons(place, pattern, here, usual, time != usual_time, fee != usual_fee)),
    )


def _documents(standar: Standar, indeks: Indeks) -> dict[str, str]:
    """Return what is to be brought, by code: name, with the condition it may have."""
    found = {}
    for each in standar.persyaratan:
        if each.dokumen:
            name = nama_syarat(each, indeks)
            found[each.kode] = f"{name} (bila {kata.kecil(each.jika)})" if each.jika else name
    return found


def _changes(here: Mapping[str, str], usual: Mapping[str, str]) -> Iterator[str]:
    for code, name in here.items():
        if code not in usual:
            yield f"ditambah: {name}"
        elif usual[code] != name:
            yield f"diganti: {name}"
    for code, name in usual.items():
        if code not in here:
            yield f"tidak perlu: {name}"


def _reasons(
    place: Layanan,
    pattern: Layanan,
    here: Mapping[str, str],
    usual: Mapping[str, str],
    other_time: bool,
    other_fee: bool,
) -> Iterator[str]:
    """Yield each reason once: those of items left out, else what the items and history say."""
    said = [
        reason
        for key, reason in place.alasan.items()
        if key.partition("/")[0] in ("persyaratan", "biaya", "jangka_waktu")
    ]
    added = [each for each in place.isi.persyaratan if here.keys() - usual.keys() >= {each.kode}]
    said.extend(_of_items(added))
    if other_time and place.isi.jangka_waktu:
        old = {each.kode: each for each in _stages(pattern.isi)}
        said.extend(
            each.keterangan
            for each in _stages(place.isi)
            if each != old.get(each.kode) and each.keterangan
        )
    if other_fee:
        said.extend(each.keterangan for each in place.isi.biaya if each.keterangan)
    if not said:
        newest = [each for each in place.isi.riwayat if each not in pattern.isi.riwayat]
        said.extend(each.isi for each in newest[:1])
    yield from dict.fromkeys(said)


def _of_items(items: Sequence[Persyaratan]) -> Iterator[str]:
    yield from (each.keterangan for each in items if each.keterangan)


def _stages(standar: Standar) -> tuple[Tahap, ...]:
    return standar.jangka_waktu.tahap if standar.jangka_waktu else ()
