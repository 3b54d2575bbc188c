"""Scoring: a pack on the records of a unit, rung by rung, and what to do next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from generator.derive.papan.ukur import BahanNilai, HasilSyarat, nilai_di
from generator.model.komponen import KomponenBersama
from generator.model.skema import ButirPak, JenjangPak, Pak, SyaratPenilaian


@dataclass(frozen=True, slots=True)
class HasilButir:
    """One indicator: points, what is met, and what the next rung needs."""

    butir: ButirPak
    poin: Fraction
    syarat: tuple[HasilSyarat, ...]
    """Conditions of the rung reached, or of the indicator."""
    jenjang: JenjangPak | None = None
    berikut: JenjangPak | None = None
    berikut_syarat: tuple[HasilSyarat, ...] = ()

    @property
    def penuh(self) -> bool:
        """True if all points are given."""
        return self.poin >= Fraction(self.butir.bobot)

    @property
    def kosong(self) -> bool:
        """True if no point is given."""
        return self.poin == 0


@dataclass(frozen=True, slots=True)
class HasilPak:
    """A pack on one unit."""

    id: str
    pak: Pak
    butir: tuple[HasilButir, ...]

    @property
    def poin(self) -> Fraction:
        """Points given."""
        return sum((each.poin for each in self.butir), Fraction(0))

    @property
    def maks(self) -> Fraction:
        """Points there are."""
        return sum((Fraction(each.butir.bobot) for each in self.butir), Fraction(0))

    @property
    def persen(self) -> Fraction:
        """Points given, in percent of those there are."""
        return self.poin / self.maks * 100


@dataclass(frozen=True, slots=True)
class Perbaikan:
    """One thing to do: what, where to type it, how long it takes, what it gains."""

    kalimat: str
    pak: str
    butir: str
    poin: Fraction
    menit: int
    berkas: str
    kunci: str
    banyak: int = 1
    """How many files need it; `berkas` is the first."""
    baru: bool = False
    """True if the file is yet to be made."""

    @property
    def murah(self) -> Fraction:
        """Minutes for a point; the smaller, the better."""
        return Fraction(self.menit) / self.poin


def nilai_pak(id_: str, pack: Pak, measure: BahanNilai) -> HasilPak:
    """Judge a unit by one pack."""
    return HasilPak(id_, pack, tuple(_indicator(each, measure) for each in pack.butir))


def _indicator(item: ButirPak, measure: BahanNilai) -> HasilButir:
    weight = Fraction(item.bobot)
    if not item.jenjang:
        found = tuple(measure.syarat(each) for each in item.syarat)
        share = sum((each.bagian for each in found), Fraction(0)) / max(1, len(found))
        return HasilButir(item, weight * share, found)
    reached: JenjangPak | None = None
    next_: JenjangPak | None = None
    here: tuple[HasilSyarat, ...] = ()
    ahead: tuple[HasilSyarat, ...] = ()
    for rung in item.jenjang:
        found = tuple(measure.syarat(each) for each in rung.syarat)
        if all(each.terpenuhi for each in found) and (not item.kumulatif or next_ is None):
            reached, here = rung, found
            if not item.kumulatif:
                next_, ahead = None, ()
        elif next_ is None:
            next_, ahead = rung, found
    best = item.jenjang[-1].nilai
    points = weight * (Fraction(reached.nilai, best) if reached else 0)
    return HasilButir(item, points, here, reached, next_, ahead)


def perbaikan(
    results: Sequence[HasilPak],
    places: Mapping[str, str],
    default: str,
    drafts: frozenset[str] = frozenset(),
) -> list[Perbaikan]:
    """Return everything that would gain points, cheapest per point first.

    `places` says where a record of each kind is begun if there is none; `default` is the file of
    the unit itself, `drafts` are files that exist but do not count yet.
    """
    found = [fix for result in results for fix in _fixes(result, places, default)]
    best: dict[tuple[str, str], Perbaikan] = {}
    found = [replace(fix, baru=fix.baru and fix.berkas not in drafts) for fix in found]
    for fix in sorted(found, key=lambda each: (each.murah, each.menit, each.berkas)):
        key = (fix.berkas, fix.kunci)
        # Two packs that ask for the same are one thing to do, which gains in both.
        if key in best:
            old = best[key]
            if old.pak != fix.pak:
                best[key] = replace(
                    old,
                    pak=f"{old.pak}, {fix.pak}",
                    poin=old.poin + fix.poin,
                    menit=max(old.menit, fix.menit),
                    banyak=max(old.banyak, fix.banyak),
                )
        else:
            best[key] = fix
    return sorted(best.values(), key=lambda each: (each.murah, each.menit, each.berkas))


def _fixes(result: HasilPak, places: Mapping[str, str], default: str) -> Iterator[Perbaikan]:
    for item in result.butir:
        weight = Fraction(item.butir.bobot)
        if item.butir.jenjang:
            if item.berikut is None:
                continue  # the highest rung is reached
            best = item.butir.jenjang[-1].nilai
            gain = weight * Fraction(item.berikut.nilai, best) - item.poin
            open_ = [each for each in item.berikut_syarat if not each.terpenuhi]
            # A rung is reached only when all of it is done: one fix, with the points of the rung.
            yield _together(
                [
                    _fix(result.pak.singkatan, item.butir.nama, each, gain, places, default)
                    for each in open_
                ]
            )
            continue
        for each in item.syarat:
            if not each.terpenuhi:
                gain = weight * (1 - each.bagian) / len(item.syarat)
                yield _fix(result.pak.singkatan, item.butir.nama, each, gain, places, default)


def _together(fixes: Sequence[Perbaikan]) -> Perbaikan:
    """Return several things that gain only when all are done as one thing to do."""
    first = fixes[0]
    if len(fixes) == 1:
        return first
    words = [first.kalimat, *(each.kalimat[:1].lower() + each.kalimat[1:] for each in fixes[1:])]
    return replace(
        first,
        kalimat="; ".join(words),
        menit=sum(each.menit for each in fixes),
        kunci="; ".join(
            each.kunci if each.berkas == first.berkas else f"{each.kunci} ({each.berkas})"
            for each in fixes
        ),
        banyak=max(each.banyak for each in fixes),
    )


def _fix(
    pack: str,
    name: str,
    found: HasilSyarat,
    gain: Fraction,
    places: Mapping[str, str],
    default: str,
) -> Perbaikan:
    condition = found.syarat
    files = list(dict.fromkeys(each.file for each in found.kurang))
    key = _key(found)
    if condition.rekaman == "standar" and _shared(condition) and found.jumlah == 0 and files:
        # Said once for the unit, it holds for all its services.
        return Perbaikan(
            condition.perbaikan,
            pack,
            name,
            gain,
            condition.menit,
            default,
            f"komponen_bersama.{condition.kunci}",
        )
    needed = len(files)
    if condition.jumlah is not None and condition.bagian is None:
        needed = min(needed, max(1, condition.jumlah - found.jumlah))
    new = not files
    if new:
        files, needed = [places.get(condition.rekaman, default)], 1
    return Perbaikan(
        condition.perbaikan,
        pack,
        name,
        gain,
        condition.menit * max(1, needed),
        files[0],
        key,
        max(1, needed),
        baru=new,
    )


def _key(found: HasilSyarat) -> str:
    """Return the field to type into: of several the empty ones, of alternatives the first."""
    path = found.syarat.kunci
    if path is None or (not found.kurang and not found.bukti):
        return path.partition(" |")[0].removesuffix("[]") if path else "(berkas baru)"
    if "+" in path and found.kurang:
        data = found.kurang[0].data
        parts = [part.strip() for part in path.split("+")]
        empty = [part for part in parts if not any(nilai_di(data, f"{part} + {part}"))]
        return ", ".join(empty)
    return path.partition(" |")[0].removesuffix("[]")


def _shared(condition: SyaratPenilaian) -> bool:
    return (condition.kunci or "") in KomponenBersama.model_fields
