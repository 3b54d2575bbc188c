"""Rows of a flow to read one after the other: where each leads, and who hands over what."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.derive import alamat
from generator.derive.syarat import Taut
from generator.model.catalog import Katalog
from generator.model.jalur import Panah, alur
from generator.model.proses import LintasFungsi


@dataclass(frozen=True, slots=True)
class Cabang:
    """Where a row leads, if not just to the next one."""

    kata: str
    jawaban: str
    """`ya`, `tidak`, or empty for a jump without a question."""
    nomor: int
    kembali: bool


@dataclass(frozen=True, slots=True)
class LangkahLajur:
    """One step of a cross-functional map in words."""

    nomor: int
    uraian: str
    jenis: str
    lajur: str
    serah: str
    cabang: tuple[Cabang, ...]
    sop: Taut | None
    """The SOP that details it."""


def cabang(
    exits: Iterable[Panah], at: int, ya: str | None = None, tidak: str | None = None
) -> tuple[Cabang, ...]:
    """Return the ways out of the row at index `at` that are worth a word."""
    words = {"ya": ya or "Ya", "tidak": tidak or "Tidak"}
    return tuple(
        Cabang(words.get(key, "Lalu"), key if key in words else "", to + 1, to <= at)
        for key, to in exits
        if key in words or to != at + 1
    )


def langkah_lintas(cross: LintasFungsi | None, katalog: Katalog) -> tuple[LangkahLajur, ...]:
    """Return the steps of a cross-functional map, none for a process without one."""
    if cross is None:
        return ()
    lanes = {each.kode: each.nama for each in cross.lajur}
    return tuple(
        LangkahLajur(
            nomor=number,
            uraian=step.uraian,
            jenis=step.jenis,
            lajur=lanes.get(step.lajur, step.lajur),
            serah=step.serah or "",
            cabang=cabang(exits, number - 1),
            sop=tautan_sop(step.sop, katalog),
        )
        for number, (step, exits) in enumerate(
            zip(cross.langkah, alur(cross.langkah), strict=True), 1
        )
    )


def tautan_sop(id_: str | None, katalog: Katalog) -> Taut | None:
    """Return the link to a SOP; a place's SOP is read on the page of its pattern."""
    found = katalog.sop.get(id_ or "")
    return Taut(found.isi.judul, alamat.sop(found.pola or found.id)) if found else None
