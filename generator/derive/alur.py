"""Rows of a flow to read one after the other: where each leads, and who hands over what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.derive import alamat
from generator.derive.syarat import Taut
from generator.model.catalog import Katalog
from generator.model.jalur import Simpul
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
    row: Simpul, number: int, numbers: Mapping[str, int], ya: str = "Ya", tidak: str = "Tidak"
) -> Iterator[Cabang]:
    """Yield the ways out of row `number`; `numbers` are those of all rows by code."""
    if row.jenis == "keputusan":
        for word, answer, code in ((ya, "ya", row.ya), (tidak, "tidak", row.tidak)):
            to = numbers.get(code, number + 1) if code else number + 1
            yield Cabang(word, answer, to, to <= number)
    elif row.lanjut and (onward := numbers.get(row.lanjut)) and onward != number + 1:
        yield Cabang("Lalu", "", onward, onward <= number)


def langkah_lintas(cross: LintasFungsi | None, katalog: Katalog) -> tuple[LangkahLajur, ...]:
    """Return the steps of a cross-functional map, none for a process without one."""
    if cross is None:
        return ()
    lanes = {each.kode: each.nama for each in cross.lajur}
    numbers = {each.kode: number for number, each in enumerate(cross.langkah, 1)}
    return tuple(
        LangkahLajur(
            nomor=number,
            uraian=step.uraian,
            jenis=step.jenis,
            lajur=lanes.get(step.lajur, step.lajur),
            serah=step.serah or "",
            cabang=tuple(cabang(step, number, numbers)),
            sop=tautan_sop(step.sop, katalog),
        )
        for number, step in enumerate(cross.langkah, 1)
    )


def tautan_sop(id_: str | None, katalog: Katalog) -> Taut | None:
    """Return the link to a SOP; a place's SOP is read on the page of its pattern."""
    found = katalog.sop.get(id_ or "")
    return Taut(found.isi.judul, alamat.sop(found.pola or found.id)) if found else None
