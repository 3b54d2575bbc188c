"""Which SOP carries out which standard, place by place: what the promise rules compare."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generator.assemble import Record
from generator.model.catalog import Katalog, SopTempat
from generator.model.dasar import Bagian
from generator.model.layanan import Standar
from generator.model.nilai import TAK_TERBIT
from generator.model.sop import Sop
from generator.source import Path


class Pasangan(NamedTuple):
    """A SOP and one standard that it carries out."""

    id: str
    """Id of the SOP: a unit's own, a pattern, or a place of a pattern."""
    sop: Sop
    layanan: str
    standar: Standar
    record: Record | None
    """The SOP's record; None where the file of the standard is the one to mend."""
    tempat: Record | None
    """For a place that overrides the standard but not the SOP: the standard's record."""

    pola: Standar | None = None
    """For such a place: the standard of the pattern."""

    def berbeda(self, *komponen: str) -> bool:
        """Tell whether there is something to judge here that the pattern's own pair has not told.

        A place that overrides only the fee is not told again what is wrong with the time.
        """
        if self.record is not None or self.pola is None:
            return True
        return any(getattr(self.standar, each) != getattr(self.pola, each) for each in komponen)

    def beda(self, komponen: str) -> Path:
        """Return where a place's standard first says otherwise than its pattern's."""
        own, above = getattr(self.standar, komponen), getattr(self.pola, komponen, None)
        return (komponen, *_first_difference(own, above))

    @property
    def utuh(self) -> bool:
        """Tell whether the SOP alone leads from the request to the result."""
        kind = self.sop.golongan
        return kind.kelengkapan == "final" and kind.cakupan == "mikro"


def _first_difference(own: object, other: object) -> Path:
    """Return the path to the first value that `other` does not hold; items are known by code."""
    if isinstance(own, tuple) and isinstance(other, tuple):
        known = {getattr(each, "kode", each): each for each in other}
        for at, each in enumerate(own):
            found = known.get(getattr(each, "kode", each))
            if each != found:
                return (at, *_first_difference(each, found))
    elif isinstance(own, Bagian) and isinstance(other, Bagian):
        for name in type(own).model_fields:
            value, known_value = getattr(own, name), getattr(other, name, None)
            if value != known_value:
                return (name, *_first_difference(value, known_value))
    return ()


def pairs(katalog: Katalog, records: Mapping[tuple[str, str], Record]) -> Iterator[Pasangan]:
    """Yield every SOP with every standard it carries out.

    A place of a pattern that overrides neither is judged by its pattern.
    """
    for id_, sop in katalog.sop.items():
        if sop.isi.status in TAK_TERBIT:
            continue
        for service in sop.isi.layanan:
            found = _service(katalog, sop, service)
            layanan = katalog.cari_layanan(found)
            if layanan is None or layanan.isi.status in TAK_TERBIT:
                continue
            if sop.pola is None:
                record = records.get(("sop", id_)) or records.get(("pola-sop", id_))
            elif sop.ditimpa:
                record = records.get(("tempat-sop", id_))
            else:
                record = None
            place = None
            if record is None:
                if not layanan.ditimpa:
                    continue
                place = records.get(("tempat", found))
                if place is None:
                    continue
            above = katalog.layanan.get(layanan.pola) if place and layanan.pola else None
            pattern = above.isi if above else None
            yield Pasangan(id_, sop.isi, found, layanan.isi, record, place, pattern)


def _service(katalog: Katalog, sop: SopTempat, service: str) -> str:
    """Return the service that a place's SOP means: its own, where it names the pattern's."""
    if sop.pola is None:
        return service
    owner, _, slug = service.partition("/")
    group, unit = sop.pola.partition("/")[0], sop.id.partition("/")[0]
    own = f"{unit}/{slug}"
    return own if owner == group and own in katalog.tempat else service
