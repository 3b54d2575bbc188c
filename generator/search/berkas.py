"""Files of the index: one for a small catalog, else a head and parts fetched as needed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any, Protocol

from generator.search.bahasa import HENTI, LEMAH, SINGKAT, TANYA_KANTOR
from generator.search.imbuhan import AKHIRAN, AWALAN
from generator.search.indeks import FRASA, IndeksCari, Terindeks, susun
from generator.search.lipat import lipat
from generator.search.setelan import SETELAN
from generator.search.urai import SINONIM, TEMPAT, Pengurai, Satuan, pengurai

KEPALA = "indeks.json"
UTUH = 600_000
"""Most characters of an index in one file; above, it is cut into parts."""
BAGIAN = 24_000
"""Characters of a part."""
BLOK = 4
"""Rows of a part: those of a result are strewn, so few ride along in vain."""
TERBANYAK = 2000
"""Most places of a word in a large index."""
UNIT = "unit/"
"""Begins the id of a unit; left out of its row."""
CUKUP = 15
"""Sayings that describe a document well enough; only with fewer its other text helps."""
PANJANG = 5
"""Words from which on a saying is a need told, not a name: it can do without stop words."""
GRATIS, DARING = 1, 2
"""Marks of a row, added up."""


class BarisCari(Terindeks, Protocol):
    """What the search page shows of a service or unit, beside what it is found by."""

    @property
    def id(self) -> str: ...  # noqa: D102
    @property
    def unit(self) -> str: ...  # noqa: D102
    @property
    def pemilik(self) -> str: ...  # noqa: D102
    @property
    def waktu(self) -> str: ...  # noqa: D102
    @property
    def biaya(self) -> str: ...  # noqa: D102
    @property
    def dokumen(self) -> str: ...  # noqa: D102
    @property
    def gratis(self) -> bool: ...  # noqa: D102
    @property
    def daring(self) -> bool: ...  # noqa: D102
    @property
    def peristiwa(self) -> Sequence[str]: ...  # noqa: D102
    @property
    def tempat(self) -> Sequence[str]: ...  # noqa: D102
    @property
    def tingkat(self) -> str: ...  # noqa: D102
    @property
    def induk(self) -> str: ...  # noqa: D102
    @property
    def nama_tempat(self) -> Sequence[str]: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Siap:
    """A document as the index takes it: no saying twice, no other text that adds nothing."""

    nama: str
    frasa: tuple[str, ...]
    lain: tuple[str, ...]


@dataclass(frozen=True)
class Bahan:
    """Everything an index is made of."""

    layanan: Sequence[BarisCari]
    unit: Sequence[BarisCari] = ()
    sinonim: Sequence[Sequence[str]] = ()
    henti: Sequence[str] = ()

    @property
    def baris(self) -> tuple[BarisCari, ...]:
        """Services, then units, as the index counts them."""
        return (*self.layanan, *self.unit)

    @cached_property
    def dokumen(self) -> tuple[Siap, ...]:
        """What is indexed of them, in the same order."""
        cutter = self.pengurai
        kept = [_tanpa_ulang(each, cutter) for each in self.baris]
        said = {
            one.kata
            for each, phrases in zip(self.baris, kept, strict=True)
            for text in (each.nama, *phrases)
            for one in cutter.urai(text)
        }
        return tuple(
            Siap(
                each.nama,
                phrases,
                _hanya_di_sini(each, said, cutter) if len(phrases) < CUKUP else (),
            )
            for each, phrases in zip(self.baris, kept, strict=True)
        )

    @cached_property
    def pengurai(self) -> Pengurai:
        """What cuts texts of this catalog into units."""
        return pengurai(self.sinonim, list(self._tempat()), self.henti)

    def tempat_unit(self) -> list[list[int]]:
        """Return, for each place, the numbers of its units."""
        return list(self._tempat().values())

    def indeks(self, terbanyak: int | None = None) -> IndeksCari:
        """Return the whole index."""
        return susun(self.dokumen, self.pengurai, len(self.layanan), terbanyak)

    def _tempat(self) -> dict[tuple[str, ...], list[int]]:
        """Return places by their names; units of one name ("Bunyu") are one place."""
        places: dict[str, tuple[dict[str, None], list[int]]] = {}
        for number, each in enumerate(self.unit, start=len(self.layanan)):
            if each.nama_tempat:
                names, units = places.setdefault(each.nama_tempat[0].lower(), ({}, []))
                names.update(dict.fromkeys(each.nama_tempat))
                units.append(number)
        return {tuple(names): units for names, units in places.values()}


def berkas(bahan: Bahan, utuh: int = UTUH) -> dict[str, str]:
    """Return the files of the index of `bahan`: name -> JSON text.

    An index of more than `utuh` characters comes as a head with parts in a folder of its own name,
    which changes with the content: an old page never meets new parts.
    """
    head = _kepala(bahan, bahan.pengurai)
    rows = _baris(bahan)
    whole = _json({**head, "baris": _kolom(rows)})
    if len(whole) <= utuh:
        return {KEPALA: whole}
    return _terbagi(bahan, head, rows)


def _kepala(bahan: Bahan, cutter: Pengurai) -> dict[str, Any]:
    return {
        "layanan": len(bahan.layanan),
        "bahasa": {
            "henti": " ".join(sorted(cutter.henti or HENTI)),
            "lemah": _menurut_bobot(LEMAH),
            "singkat": SINGKAT,
            "tanya": " ".join(sorted(TANYA_KANTOR)),
            "akhiran": AKHIRAN,
            "awalan": AWALAN,
        },
        "setelan": asdict(SETELAN),
        "sinonim": _ragam(cutter, SINONIM, len(bahan.sinonim)),
        "tempat": _ragam(cutter, TEMPAT, len(bahan.tempat_unit())),
        "tempatUnit": bahan.tempat_unit(),
        "daftarTempat": [
            [each for each, unit in enumerate(bahan.unit, len(bahan.layanan))
             if unit.pemilik in places]
            for places in map(frozenset, _daftar_tempat(bahan))
        ],
    }  # fmt: skip


def _menurut_bobot(weights: Mapping[str, float]) -> dict[str, str]:
    return {
        str(value): " ".join(sorted(word for word, each in weights.items() if each == value))
        for value in sorted(set(weights.values()))
    }


def _ragam(cutter: Pengurai, tanda: str, banyak: int) -> list[list[str]]:
    groups: list[list[str]] = [[] for _ in range(banyak)]
    for words, name in cutter.ragam.items():
        if name.startswith(tanda) and not (tanda == TEMPAT and _rapat(words, name, cutter)):
            groups[int(name[1:])].append(" ".join(words))
    return groups


def _rapat(words: tuple[str, ...], name: str, cutter: Pengurai) -> bool:
    """Tell whether the name of a place is one of several words in one: the browser knows those."""
    return any(
        group == name and len(each) > 1 and words == ("".join(each),)
        for each, group in cutter.ragam.items()
    )


def _daftar_tempat(bahan: Bahan) -> list[tuple[str, ...]]:
    """Return the distinct lists of places; most patterns of a group share one."""
    return list(dict.fromkeys(tuple(each.tempat) for each in bahan.layanan if each.tempat))


def _baris(bahan: Bahan) -> list[dict[str, Any]]:
    """Return the rows: what the page shows, and the texts that are indexed."""
    places = _daftar_tempat(bahan)
    number = {unit.pemilik: each for each, unit in enumerate(bahan.unit, len(bahan.layanan))}
    return [
        {
            "id": each.id.removeprefix(UNIT),
            "nama": each.nama,
            "unit": each.unit,
            "sebutan": "\n".join(ready.frasa),
            "lain": "\n".join(ready.lain),
            "waktu": each.waktu,
            "biaya": each.biaya,
            "dokumen": each.dokumen,
            "tanda": GRATIS * each.gratis + DARING * each.daring,
            "peristiwa": " ".join(each.peristiwa),
            "tempat": places.index(tuple(each.tempat)) if each.tempat else -1,
            "induk": number.get(each.induk, 0),
        }
        for each, ready in zip(bahan.baris, bahan.dokumen, strict=True)
    ]


def _kolom(rows: Sequence[Mapping[str, Any]]) -> dict[str, list[Any]]:
    """Return rows by column: texts of one kind side by side shrink more; all-empty ones go."""
    columns = {name: [row[name] for row in rows] for name in (rows[0] if rows else ())}
    return {name: each for name, each in columns.items() if any(each)}


def _tanpa_ulang(dokumen: Terindeks, cutter: Pengurai) -> tuple[str, ...]:
    """Return the sayings without those that only say again what synonyms find anyway."""
    known = {_arti(cutter.urai(dokumen.nama))}
    kept: list[str] = []
    for text in dokumen.frasa:
        meaning = _arti(cutter.urai(text))
        if meaning not in known and len(kept) < FRASA - 2:
            known.add(meaning)
            kept.append(_tanpa_henti(text, cutter))
    return tuple(kept)


def _tanpa_henti(text: str, cutter: Pengurai) -> str:
    """Return a long saying without its stop words, if it still says the same."""
    words = text.split()
    if len(words) < PANJANG:
        return text
    rest = " ".join(each for each in words if set(lipat(each)) - cutter.henti)
    return rest if cutter.urai(rest) == cutter.urai(text) else text


def _hanya_di_sini(
    dokumen: Terindeks, said: Container[tuple[str, ...]], cutter: Pengurai
) -> tuple[str, ...]:
    """Return the words of a document's other text that no title or saying has."""
    units = (one for text in dokumen.lain for one in cutter.urai(text))
    words = dict.fromkeys(one.kata for one in units if one.bobot == 1 and one.kata not in said)
    return tuple(" ".join(each) for each in words)


def _arti(units: Sequence[Satuan]) -> frozenset[object]:
    return frozenset(one.kelompok or one.kata for one in units)


def _terbagi(bahan: Bahan, head: dict[str, Any], rows: list[dict[str, Any]]) -> dict[str, str]:
    index = bahan.indeks(TERBANYAK)
    saring = _letak_saring(bahan)
    words = sorted({*index.kata, *saring})
    lists = [_selisih(saring[each] if each in saring else index.letak[each]) for each in words]
    parts: dict[str, str] = {}
    starts = list(_potong([len(_json(each)) for each in lists]))
    for number, (start, end) in enumerate(pairwise([*starts, len(words)])):
        parts[f"k{number}"] = _json(lists[start:end])
    for number, start in enumerate(range(0, len(rows), BLOK)):
        parts[f"b{number}"] = _json(_kolom(rows[start : start + BLOK]))
    digest = hashlib.sha256("".join(parts.values()).encode()).hexdigest()[:10]
    head |= {
        "versi": digest,
        "kata": " ".join(words),
        "idf": [round(index.idf.get(each, 0.0) * 1000) for each in words],
        "bagian": starts,
        "blok": BLOK,
    }
    return {KEPALA: _json(head)} | {f"{digest}/{name}.json": text for name, text in parts.items()}


def _letak_saring(bahan: Bahan) -> dict[str, list[int]]:
    """Return the documents behind each choice of a filter, as words that nobody can type."""
    found: dict[str, list[int]] = {}
    for number, each in enumerate(bahan.layanan):
        group = [f"=p:{code}" for code in each.peristiwa] + [f"=u:{each.pemilik}"]
        marks = [name for name, yes in (("=gratis", each.gratis), ("=daring", each.daring)) if yes]
        for name in (*group, *marks, f"=t:{each.tingkat}"):
            found.setdefault(name, []).append(number)
    return found


def _selisih(places: Sequence[int]) -> list[int]:
    return [places[0], *(after - before for before, after in pairwise(places))] if places else []


def _potong(sizes: Sequence[int]) -> Iterator[int]:
    """Yield where each part begins."""
    full = 0
    for at, size in enumerate(sizes):
        if at == 0 or full + size > BAGIAN:
            yield at
            full = 0
        full += size


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
