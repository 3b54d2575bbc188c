"""Shaped records to one frozen `Katalog`: by id, versions ordered, places of patterns listed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar

from generator.expand import Expanded, Expansion
from generator.finding import Findings
from generator.model.bahasa import KosakataBahasa
from generator.model.catalog import Katalog, Layanan, ProsesUnit, SopTempat, frozen
from generator.model.dasar import Bagian
from generator.model.dokumen_unit import Maklumat, Penetapan
from generator.model.kecualian import Kecualian
from generator.model.kinerja import Evaluasi, Konsultasi, RekapPengaduan, Skm
from generator.model.kosakata import Kosakata, KosakataDokumen, KosakataSinonim
from generator.model.layanan import Standar
from generator.model.papan import CatatanPapan
from generator.model.pemerintah import Pemerintah
from generator.model.pengumuman import Pengumuman
from generator.model.proses import Proses
from generator.model.regulasi import Regulasi
from generator.model.skema import Pak, SkemaPenilaian
from generator.model.sop import Sop
from generator.model.unit import Kelompok, Lokasi, Unit
from generator.shape import shape
from generator.source import Document, Places

B = TypeVar("B", bound=Bagian)


@dataclass(frozen=True, slots=True)
class Record:
    """One shaped record with its places: what the rules judge."""

    kind: str
    id: str
    file: str
    data: Bagian
    places: Places
    version: str | None = None
    pattern: str | None = None
    override: bool = False
    inherited: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Assembly:
    """The records one by one, and the catalog as a whole.

    `katalog` is None if `pemerintah.yaml` is missing or wrong: then only single records can be
    judged.
    """

    records: tuple[Record, ...]
    katalog: Katalog | None
    by_file: Mapping[str, Record] = field(default_factory=dict)


def assemble(expansion: Expansion, today: date, findings: Findings) -> Assembly:
    """Shape every record and put the catalog together as it is in force on `today`."""
    identities = (each.identity for each in expansion.records)
    laws = frozenset(each.id for each in identities if each.kind == "regulasi")
    records = [
        record
        for expanded in expansion.records
        if (record := _record(expanded, findings, laws)) is not None
    ]
    by_file = {each.file: each for each in records}
    return Assembly(tuple(records), _catalog(records, expansion, today), frozen(by_file))


def _record(expanded: Expanded, findings: Findings, laws: frozenset[str]) -> Record | None:
    identity, document = expanded.identity, expanded.document
    data = shape(identity.kind, document, findings, identity.id, laws)
    if data is None:
        return None
    return Record(
        identity.kind,
        identity.id,
        document.file,
        data,
        document.places,
        identity.version,
        expanded.pattern,
        expanded.override,
        expanded.inherited,
    )


def _catalog(records: list[Record], expansion: Expansion, today: date) -> Katalog | None:
    government = _of(records, "pemerintah", Pemerintah)
    if not government:
        return None
    services = _services(records, today)
    vocabularies = {
        name: frozen({each.kode: each for each in words.butir})
        for name, words in _of(records, "kosakata", Kosakata).items()
    }
    documents = _of(records, "kosakata-dokumen", KosakataDokumen)
    synonyms = _of(records, "kosakata-sinonim", KosakataSinonim)
    return Katalog(
        pemerintah=government["pemerintah"],
        unit=frozen(_of(records, "unit", Unit)),
        kelompok=frozen(_of(records, "kelompok", Kelompok)),
        layanan=frozen(services),
        tempat=frozen(_places(records, expansion, services)),
        lokasi=frozen(_of(records, "lokasi", Lokasi)),
        penetapan=frozen(_of(records, "penetapan", Penetapan)),
        maklumat=frozen(_of(records, "maklumat", Maklumat)),
        skm=frozen(_of(records, "skm", Skm)),
        evaluasi=frozen(_of(records, "evaluasi", Evaluasi)),
        pengaduan=frozen(_of(records, "pengaduan", RekapPengaduan)),
        konsultasi=frozen(_of(records, "konsultasi", Konsultasi)),
        skema=frozen(_of(records, "skema-penilaian", SkemaPenilaian)),
        pak=frozen(_of(records, "pak", Pak)),
        papan=frozen(_of(records, "catatan-papan", CatatanPapan)),
        regulasi=frozen(_of(records, "regulasi", Regulasi)),
        pengumuman=frozen(_of(records, "pengumuman", Pengumuman)),
        sop=frozen(_sops(records, expansion)),
        proses=frozen(_processes(records)),
        dokumen=frozen({each.kode: each for words in documents.values() for each in words.butir}),
        kosakata=frozen(vocabularies),
        kecualian=_of(records, "kecualian", Kecualian).get("kecualian"),
        bahasa=_of(records, "kosakata-bahasa", KosakataBahasa).get("bahasa"),
        sinonim=tuple(each for words in synonyms.values() for each in words.butir),
        sidik=frozen(expansion.fingerprints),
    )


def _of(records: list[Record], kind: str, model: type[B]) -> dict[str, B]:
    found = (each for each in records if each.kind == kind)
    pairs = {each.id: each.data for each in found}
    return {id_: data for id_, data in sorted(pairs.items()) if isinstance(data, model)}


def _sops(records: list[Record], expansion: Expansion) -> dict[str, SopTempat]:
    """Return every SOP: units' own, patterns, and the places of patterns."""
    found: dict[str, SopTempat] = {}
    for record in records:
        if record.kind in ("sop", "pola-sop", "tempat-sop") and isinstance(record.data, Sop):
            found[record.id] = SopTempat(
                record.id, record.data, record.file, record.pattern, record.override
            )
    for key, units in expansion.plain_places.items():
        family, _, pattern = key.partition("/")
        if family == "sop" and pattern in found:
            slug = pattern.partition("/")[2]
            for unit in units:
                id_ = f"{unit}/{slug}"
                found[id_] = replace(found[pattern], id=id_, pola=pattern)
    return dict(sorted(found.items()))


def _processes(records: list[Record]) -> dict[str, ProsesUnit]:
    """Return every process by its code, with the unit that keeps it."""
    found = {}
    for record in records:
        if record.kind == "proses" and isinstance(record.data, Proses):
            unit, _, code = record.id.partition("/")
            found[code] = ProsesUnit(code, unit, record.data, record.file)
    return dict(sorted(found.items()))


def _services(records: list[Record], today: date) -> dict[str, Layanan]:
    groups: dict[str, list[tuple[date | None, Record]]] = {}
    for record in records:
        if record.kind in ("standar", "pola") and isinstance(record.data, Standar):
            day = (
                date.fromisoformat(record.version) if record.version else record.data.berlaku_mulai
            )
            groups.setdefault(record.id, []).append((day, record))
    return {id_: _service(id_, found, today) for id_, found in sorted(groups.items())}


def _service(id_: str, found: list[tuple[date | None, Record]], today: date) -> Layanan:
    """Choose the version in force: the newest that has begun, else the one that begins first."""
    ordered = sorted(found, key=lambda each: each[0] or date.min)
    begun = [each for each in ordered if each[0] is None or each[0] <= today]
    since, record = begun[-1] if begun else ordered[0]
    dated = tuple((day, _standard(each), each.file) for day, each in ordered if day)
    return Layanan(
        id=id_,
        isi=_standard(record),
        berkas=record.file,
        versi=dated if len(ordered) > 1 else (),
        berlaku_sejak=since,
    )


def _standard(record: Record) -> Standar:
    assert isinstance(record.data, Standar)
    return record.data


def _reasons(override: Document | None) -> Mapping[str, str]:
    """Return why an override leaves out items of its pattern: list and code -> reason."""
    found = {}
    for key, items in (override.data if override else {}).items():
        for item in items if isinstance(items, list) else ():
            reason = item.get("alasan") if isinstance(item, dict) else None
            if isinstance(item, dict) and isinstance(reason, str):
                found[f"{key}/{item.get('kode')}"] = " ".join(reason.split())
    return found


def _places(
    records: list[Record], expansion: Expansion, services: Mapping[str, Layanan]
) -> dict[str, Layanan]:
    places = {}
    for record in records:
        if record.kind == "tempat":
            places[record.id] = Layanan(
                id=record.id,
                isi=_standard(record),
                berkas=record.file,
                pola=record.pattern,
                ditimpa=record.override,
                alasan=frozen(_reasons(expansion.overrides.get(record.id))),
            )
    for pattern, units in expansion.plain_places.items():
        if pattern in services:  # patterns of another family carry a prefix
            slug = pattern.partition("/")[2]
            for unit in units:
                id_ = f"{unit}/{slug}"
                service = services[pattern]
                places[id_] = Layanan(id_, service.isi, service.berkas, pola=pattern)
    return dict(sorted(places.items()))
