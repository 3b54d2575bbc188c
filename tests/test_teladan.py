"""The fictional regency passes the check, and fills every field of every model."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import pytest

from generator.assemble import Record
from generator.check import Checked, check
from generator.finding import Level
from generator.model.dasar import Bagian
from generator.model.dokumen_unit import Penetapan
from generator.model.pemerintah import Pemerintah, SaluranData
from generator.shape import MODELS
from tests.bantuan import TODAY

CATALOG = Path(__file__).parent / "teladan" / "catalog"

ON_PURPOSE = {
    # An example among decreed standards, of a fee that the central government sets.
    ("biaya-belum-diisi", "dpmptsp/kkpr-usaha"),
    # An override that was reviewed against an older state of its pattern.
    ("pola-berubah", "kel-ibarat/sktm"),
    # A plan whose day has passed.
    ("tindak-lanjut-lewat", "kec-andai-hulu/2026-semester-1"),
    # A standard under review, because a law it stands on was repealed.
    ("regulasi-dicabut", "uptd-pkb/numpang-uji"),
}
"""Warnings that show what a warning looks like: rule and record."""

COVERAGE = {"layanan-tanpa-sop", "sop-tanpa-proses", "proses-tanpa-pemilik"}
"""Gaps that the page of coverage needs, to show what a gap looks like."""

ONE_GOVERNMENT = {
    (Pemerintah, "status"),
    (Pemerintah, "zona_waktu"),
    (SaluranData, "jenis"),
}
"""Fields that occur once in a catalog, hence with one of their choices."""

Field = tuple[type[Bagian], str]


@pytest.fixture(scope="module")
def teladan() -> Checked:
    return check(CATALOG, TODAY)


@pytest.fixture(scope="module")
def parts(teladan: Checked) -> list[Bagian]:
    return [part for record in teladan.assembly.records for part in inside(record.data)]


def inside(value: Any) -> Iterator[Bagian]:
    """Yield every part of a value, itself included."""
    if isinstance(value, Bagian):
        yield value
        for name in type(value).model_fields:
            yield from inside(getattr(value, name))
    elif isinstance(value, tuple):
        for each in value:
            yield from inside(each)


def models(roots: Iterable[Any]) -> set[type[Bagian]]:
    """Return the models that can be met when walking down from `roots`."""
    found: set[type[Bagian]] = set()
    ahead = list(roots)
    while ahead:
        each = ahead.pop()
        if not (isinstance(each, type) and issubclass(each, Bagian)):
            ahead += get_args(each)
        elif each not in found:
            found.add(each)
            ahead += [field.annotation for field in each.model_fields.values()]
    return found


def fields() -> list[Field]:
    everyone = sorted(models(MODELS.values()), key=lambda each: each.__name__)
    return [(model, name) for model in everyone for name in model.model_fields]


def choices(annotation: Any) -> frozenset[Any]:
    """Return what a closed field may hold; nothing for an open one."""
    if get_origin(annotation) is Literal:
        return frozenset(get_args(annotation))
    if isinstance(annotation, type) and issubclass(annotation, Bagian):
        return frozenset()
    return frozenset().union(*(choices(each) for each in get_args(annotation)))


def names(missing: Iterable[Field]) -> list[str]:
    return [f"{model.__name__}.{name}" for model, name in missing]


def test_the_walk_reaches_the_parts() -> None:
    assert {"Standar", "Jika", "Sumbu", "TindakLanjut", "HariLibur", "Dokumen"} <= {
        each.__name__ for each in models(MODELS.values())
    }


def test_no_error_and_no_unforeseen_warning(teladan: Checked) -> None:
    findings = teladan.findings.sorted()
    assert [each for each in findings if each.level is Level.ERROR] == []
    warnings = {
        (each.rule, each.record): f"{each.place.file}:{each.place.line} {each.message}"
        for each in findings
        if each.level is Level.WARNING and each.rule not in COVERAGE
    }
    assert {key: warnings[key] for key in warnings.keys() - ON_PURPOSE} == {}
    assert ON_PURPOSE - warnings.keys() == set(), "no longer told: take it off the list"


def test_every_field_is_filled(parts: list[Bagian]) -> None:
    filled = {
        (type(part), name)
        for part in parts
        for name, field in type(part).model_fields.items()
        if field.is_required()
        or getattr(part, name) != field.get_default(call_default_factory=True)
    }
    missing = [each for each in fields() if each not in filled]
    assert names(missing) == [], "fill it once in tests/teladan/catalog"


def test_every_choice_is_taken(parts: list[Bagian]) -> None:
    taken: dict[frozenset[Any], set[Any]] = {}
    closed: dict[frozenset[Any], Field] = {}
    for model, name in fields():
        options = choices(model.model_fields[name].annotation)
        if options and (model, name) not in ONE_GOVERNMENT:
            closed.setdefault(options, (model, name))
    for part in parts:
        for name, field in type(part).model_fields.items():
            value = getattr(part, name)
            held = value if isinstance(value, tuple) else (value,)
            if options := choices(field.annotation):
                taken.setdefault(options, set()).update(held)
    missing = {
        f"{model.__name__}.{name}": sorted(options - taken.get(options, set()))
        for options, (model, name) in closed.items()
    }
    assert {name: left for name, left in missing.items() if left} == {}


def test_every_kind_of_record_occurs(teladan: Checked) -> None:
    assert {each.kind for each in teladan.assembly.records} == MODELS.keys()


def of(teladan: Checked, model: type[Bagian]) -> list[Record]:
    return [each for each in teladan.assembly.records if isinstance(each.data, model)]


def test_standards_have_every_status(teladan: Checked) -> None:
    assert teladan.katalog
    states = {each.isi.status for each in teladan.katalog.layanan.values()}
    assert states == {"draf", "contoh", "berlaku", "ditinjau", "dicabut"}
    assert teladan.katalog.layanan["disdukcapil/surat-pengganti-ktp"].isi.pengganti


def test_two_standards_have_dated_versions(teladan: Checked) -> None:
    assert teladan.katalog
    versions = {
        id_: (each.berlaku_sejak.isoformat(), [day.isoformat() for day, _, _ in each.versi])
        for id_, each in teladan.katalog.layanan.items()
        if each.versi and each.berlaku_sejak
    }
    assert versions == {
        "disdukcapil/ktp-el-hilang-rusak": (
            "2026-03-01",
            ["2025-01-02", "2026-03-01", "2027-01-01"],
        ),
        "rsud-teladan/rawat-jalan": ("2025-01-01", ["2025-01-01", "2027-01-01"]),
    }


def test_a_decree_revokes_another(teladan: Checked) -> None:
    revoked = {
        f"{each.id.partition('/')[0]}/{old}"
        for each in of(teladan, Penetapan)
        for old in each.data.mencabut
    }
    assert "disdukcapil/sp-2025" in revoked & {each.id for each in of(teladan, Penetapan)}


def test_overrides_add_change_and_remove(teladan: Checked) -> None:
    assert teladan.katalog
    pattern = teladan.katalog.layanan["kecamatan/dispensasi-nikah"].isi
    place = teladan.katalog.tempat["kec-andai-hulu/dispensasi-nikah"].isi
    assert [each.kode for each in pattern.persyaratan] == ["pengantar", "ktp", "kk", "alasan"]
    assert [each.kode for each in place.persyaratan] == ["pengantar", "surat-kua", "ktp", "alasan"]
    assert place.persyaratan[2].rangkap == 2
    assert "pkm-andai-hilir/surat-sehat" not in teladan.katalog.tempat


def test_attached_files_are_there_and_used(parts: list[Bagian]) -> None:
    named = {
        value
        for part in parts
        for name in ("berkas", "bagan", "bukti")
        if isinstance(value := getattr(part, name, None), str)
    }
    kept = {
        path.relative_to(CATALOG).as_posix(): path.read_bytes()
        for folder in ("formulir", "lampiran")
        for path in (CATALOG / folder).iterdir()
    }
    assert named == kept.keys()
    starts = {".pdf": b"%PDF-1.", ".png": b"\x89PNG\r\n\x1a\n"}
    assert all(data.startswith(starts[Path(name).suffix]) for name, data in kept.items())


def test_nothing_of_teladan_can_be_taken_for_real() -> None:
    for path in CATALOG.rglob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        for phone in re.findall(r"(?:tel|sms|mailto):[^\s'\"?]+", text):
            assert phone in ("tel:137", "sms:1708") or re.fullmatch(
                r"(?:tel|sms):\+625000000\d{3}|mailto:[a-z]+@teladan\.example", phone
            ), (path.name, phone)
        if "regulasi" in path.parts:
            continue
        hosts = set(re.findall(r"https://([a-z0-9.-]+)", text))
        national = {"www.lapor.go.id", "www.ombudsman.go.id", "oss.go.id"}
        assert all(each.endswith(".example") for each in hosts - national), (path.name, hosts)
