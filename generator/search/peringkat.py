"""The ranking, in Python: the same as `theme/aset/js/cari-mesin.js`, for tests and proposals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from generator.search.bahasa import TANYA_KANTOR
from generator.search.imbuhan import calon
from generator.search.indeks import FRASA, JUDUL, LAIN, LANGKAH, NORMA, IndeksCari
from generator.search.jarak import mirip
from generator.search.setelan import SETELAN, Setelan
from generator.search.urai import Pengurai, Satuan

AWALAN_TERPENDEK = 3
"""Fewest letters of the beginning of a word."""


@dataclass(frozen=True, slots=True)
class Nilai:
    """How well one document answers."""

    dokumen: int
    nilai: float
    cakup: float
    """Share of the query that the document has."""
    mirip: float
    """Likeness of its nearest phrase."""
    frasa: int
    """Number of that phrase."""


@dataclass(frozen=True, slots=True)
class HasilCari:
    """What a query gets: documents in order, and whether they are more than a guess."""

    urutan: tuple[Nilai, ...]
    lemah: bool


@dataclass(frozen=True, slots=True)
class Peringkat:
    """Ranks the documents of an index for a query."""

    indeks: IndeksCari
    pengurai: Pengurai
    setelan: Setelan = SETELAN

    def jawab(self, teks: str, tanpa: Set[int] = frozenset()) -> HasilCari:
        """Return the answer to `teks`; phrases in `tanpa` are taken as unsaid."""
        units = self.pengurai.urai(teks)
        found = self.nilai(units, tanpa)
        services = [each for each in found if each.dokumen < self.indeks.layanan]
        offices = [
            each
            for each in found
            if each.dokumen >= self.indeks.layanan and each.cakup >= self.setelan.lemah
        ]
        best = services[0] if services else None
        asked = self._kantor(units, best, found)
        if asked:
            rest = [each for each in offices if each.dokumen not in {one.dokumen for one in asked}]
            return HasilCari((*asked, *services, *rest[:3]), lemah=False)
        sure = self.setelan
        weak = best is None or best.cakup < sure.lemah or best.mirip < sure.jauh
        return HasilCari((*services, *offices[:3]), weak)

    def _kantor(
        self, units: Sequence[Satuan], best: Nilai | None, found: list[Nilai]
    ) -> list[Nilai]:
        """Return the offices a query is about: it names one, and asks nothing of it but itself."""
        named = [one for one in units if not TANYA_KANTOR.issuperset(one.kata)]
        if not named:
            return []
        sure = self.setelan.yakin
        if len(named) == len(units) and best is not None and best.cakup >= sure:
            return []
        if len(named) < len(units):
            found = self.nilai(named)
        offices = (each for each in found if each.dokumen >= self.indeks.layanan)
        return [each for each in offices if each.cakup >= sure][:3]

    def nilai(self, units: Sequence[Satuan], tanpa: Set[int] = frozenset()) -> list[Nilai]:
        """Return every document that has anything of `units`, best first."""
        total = 0.0
        bag: dict[int, tuple[float, float]] = {}
        phrases: dict[int, tuple[float, int]] = {}
        for one in units:
            words = self._calon(one, tanpa)
            total += one.bobot * max(
                (self.indeks.idf[word] * share for word, share in words),
                default=self.setelan.asing,
            )
            best: dict[int, float] = {}
            often: dict[int, float] = {}
            said: dict[int, tuple[float, int]] = {}
            for word, share in words:
                value = self.indeks.idf[word] * share * one.bobot
                for place in self._letak(word, tanpa):
                    phrase, norm = divmod(place, NORMA)
                    doc, at = divmod(phrase, FRASA)
                    field = self._bidang(at)
                    best[doc] = max(best.get(doc, 0.0), value * min(1.0, field))
                    often[doc] = often.get(doc, 0.0) + share * field
                    if at != LAIN and said.get(phrase, (0.0, 0))[0] < value:
                        said[phrase] = (value, norm)
            for doc, value in best.items():
                covered, about = bag.get(doc, (0.0, 0.0))
                full = often[doc] / (often[doc] + self.setelan.jenuh)
                bag[doc] = (covered + value, about + value * full)
            for phrase, (value, norm) in said.items():
                phrases[phrase] = (phrases.get(phrase, (0.0, 0))[0] + value, norm)
        return self._urut(total, bag, phrases)

    def _bidang(self, at: int) -> float:
        if at == LAIN:
            return self.setelan.lain
        return self.setelan.judul if at == JUDUL else 1.0

    def _urut(
        self,
        total: float,
        bag: dict[int, tuple[float, float]],
        phrases: dict[int, tuple[float, int]],
    ) -> list[Nilai]:
        near: dict[int, tuple[float, int]] = {}
        for phrase, (value, norm) in phrases.items():
            doc, at = divmod(phrase, FRASA)
            length = max(norm * LANGKAH, value)
            like = value / (total**self.setelan.panjang * length ** (1 - self.setelan.panjang))
            if like > near.get(doc, (0.0, 0))[0]:
                near[doc] = (like, at)
        found = []
        for doc, (covered, about) in bag.items():
            like, at = near.get(doc, (0.0, LAIN))
            share = covered / total
            score = share + self.setelan.inti * about / total + self.setelan.frasa * like
            found.append(Nilai(doc, score, share, like, at))
        return sorted(found, key=lambda each: (-each.nilai, each.dokumen))

    def _calon(self, satuan: Satuan, tanpa: Set[int]) -> list[tuple[str, float]]:
        """Return the words of the index that a unit may mean, each with its share."""
        found: dict[str, float] = {}
        alone = len(satuan.kata) == 1
        group = satuan.kelompok
        if group and self._ada(group, tanpa):
            found[group] = self.setelan.sinonim if alone else 1.0
        for word in satuan.kata:
            if self._ada(word, tanpa):
                found[word] = 1.0 if alone else self.setelan.bagian
        if alone:
            self._longgar(satuan.kata[0], found, tanpa)
        return list(found.items())

    def _longgar(self, kata: str, found: dict[str, float], tanpa: Set[int]) -> None:
        """Add looser readings of a word: without affixes; then, if none is known, others."""
        roots = calon(kata)
        groups = [name for each in roots if (name := self.pengurai.ragam.get((each,)))]
        for each in (*roots, *groups):
            if self._ada(each, tanpa):
                found.setdefault(each, self.setelan.imbuhan)
        if found:
            return
        starts = tuple(each for each in (kata, *roots) if len(each) >= AWALAN_TERPENDEK)
        for each in self.indeks.kata:
            if starts and each.startswith(starts) and self._ada(each, tanpa):
                found[each] = self.setelan.awalan
        if not found:
            for each in mirip(kata, self.indeks.kata):
                if self._ada(each, tanpa):
                    found[each] = self.setelan.salah

    def _ada(self, kata: str, tanpa: Set[int]) -> bool:
        return any(True for _ in self._letak(kata, tanpa))

    def _letak(self, kata: str, tanpa: Set[int]) -> Iterator[int]:
        places = self.indeks.letak.get(kata, ())
        return (place for place in places if place // NORMA not in tanpa) if tanpa else iter(places)
