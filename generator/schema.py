"""JSON Schema of every kind of record, for editors that complete, explain and warn while typing.

Made from the models, in draft 7, which YAML editors understand best. The schema never refuses
what `check` accepts: an empty key is an unknown value, and bare digits are what they look like.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel, WithJsonSchema
from pydantic.fields import FieldInfo

from generator.model.arti import meanings
from generator.model.layanan import Standar
from generator.model.nilai import Kode, Teks
from generator.model.sop import Sop
from generator.shape import MODELS

Schema = dict[str, Any]

OVERRIDES: Mapping[str, type[BaseModel]] = {"timpaan": Standar, "timpaan-sop": Sop}
"""A unit's file over its group's pattern: a record of which nothing is required."""
_NOTE = "Dibuat oleh `katalog schema` dari model; jangan diubah dengan tangan."
_TITLES: Mapping[str, str] = {
    "pemerintah": "Pemerintah daerah pemilik katalog",
    "kecualian": "Kecualian: temuan yang dibiarkan sampai suatu hari",
    "unit": "Unit: profil penyelenggara dan pelaksana",
    "lokasi": "Lokasi layanan: alamat dan jam",
    "standar": "Standar pelayanan satu layanan",
    "timpaan": "Timpaan satu unit terhadap standar pola",
    "timpaan-sop": "Timpaan satu unit terhadap SOP pola",
    "sop": "SOP administrasi pemerintahan",
    "proses": "Peta proses bisnis",
    "penetapan": "Keputusan yang menetapkan standar",
    "maklumat": "Maklumat pelayanan",
    "skm": "Hasil survei kepuasan masyarakat",
    "evaluasi": "Hasil penilaian lembaga luar",
    "kelompok": "Kelompok unit yang memakai pola yang sama",
    "regulasi": "Peraturan dalam daftar peraturan",
    "pengumuman": "Pengumuman gangguan atau perubahan layanan",
    "pengaduan": "Angka pengaduan setahun",
    "konsultasi": "Forum konsultasi publik",
    "skema-penilaian": "Skema penilaian: skala, bobot, ambang",
    "pak": "Paket indikator penilaian mandiri",
    "catatan-papan": "Catatan papan mutu pada satu hari",
    "kosakata": "Daftar pilihan tertutup",
    "kosakata-dokumen": "Daftar dokumen",
    "kosakata-sinonim": "Daftar sinonim untuk pencarian",
    "kosakata-bahasa": "Kata kantor dan singkatan",
}
_OVERRIDE_KEYS: Mapping[str, Schema] = {
    "hapus": {"description": "`ya` untuk menghapus butir pola ini di unit.", "enum": ["ya", None]},
    "alasan": {"description": "Alasan butir pola dihapus; wajib bersama `hapus`."},
    "setelah": {"description": "Kode butir yang mendahului butir baru ini."},
}


def schemas() -> dict[str, str]:
    """Return the text of every schema by file name below `skema/`."""
    # Patterns and their places are of the same shape as what they are patterns of.
    first = {model: kind for kind, model in reversed(list(MODELS.items()))}
    made = {kind: _root(kind, model, relaxed=False) for model, kind in first.items()}
    made |= {kind: _root(kind, model, relaxed=True) for kind, model in OVERRIDES.items()}
    return {
        f"{kind}.json": json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
        for kind, schema in sorted(made.items())
    }


def _root(kind: str, model: type[BaseModel], *, relaxed: bool) -> Schema:
    maker = _Maker()
    body = maker.model(model, relaxed=relaxed)
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$comment": _NOTE,
        "title": _TITLES.get(kind, kind),
        "type": "object",
        **{key: value for key, value in body.items() if key != "type"},
        "definitions": dict(sorted(maker.definitions.items())),
    }


class _Maker:
    """Makes the schema of one kind; each part of a record is defined once and referred to."""

    def __init__(self) -> None:
        self.definitions: dict[str, Schema] = {}

    def model(self, model: type[BaseModel], *, relaxed: bool) -> Schema:
        hints = get_type_hints(model, include_extras=True)
        said = meanings(model)
        properties = {
            name: self.field(hints[name], info, said[name], relaxed=relaxed)
            for name, info in model.model_fields.items()
        }
        required = [name for name, info in model.model_fields.items() if info.is_required()]
        if relaxed:
            required = [name for name in required if name == "kode"]
            if "kode" in properties:
                properties |= self.override_keys()
        body: Schema = {"type": ["object", "null"], "properties": properties}
        if required:
            body["required"] = required
        return body | {"additionalProperties": False}

    def override_keys(self) -> dict[str, Schema]:
        kinds: dict[str, Schema] = {
            "hapus": {},
            "alasan": _or_null(self.annotation(Teks, relaxed=False)),
            "setelah": _or_null(self.annotation(Kode, relaxed=False)),
        }
        return {name: {**_OVERRIDE_KEYS[name], **kinds[name]} for name in kinds}

    def field(self, annotation: Any, info: FieldInfo, meaning: str, *, relaxed: bool) -> Schema:
        schema = self.annotation(annotation, relaxed=relaxed)
        _limit(schema, info)
        if not info.is_required() or relaxed:
            schema = _or_null(schema)
        elif "$ref" in schema:
            schema = _object(schema)
        description = {"description": meaning} if meaning else {}
        return {**description, **_beside(schema)}

    def annotation(self, annotation: Any, *, relaxed: bool) -> Schema:
        """Return the schema of a type; what an optional adds is added by the caller."""
        origin, arguments = get_origin(annotation), get_args(annotation)
        if origin is Annotated:
            return self.annotated(annotation, relaxed=relaxed)
        if origin in (Union, UnionType):
            (inner,) = (each for each in arguments if each is not type(None))
            return self.annotation(inner, relaxed=relaxed)
        if origin is Literal:
            return {"enum": _spellings(arguments)}
        if origin is tuple:
            return {"type": "array", "items": self.item(arguments[0], relaxed=relaxed)}
        if origin is dict:
            keys = self.annotation(arguments[0], relaxed=False)
            values = self.annotation(arguments[1], relaxed=False)
            return {"type": "object", "propertyNames": keys, "additionalProperties": values}
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            return self.reference(annotation, relaxed=relaxed)
        raise TypeError(f"no schema for {annotation!r}: describe it in generator/schema.py")

    def annotated(self, annotation: Any, *, relaxed: bool) -> Schema:
        for each in annotation.__metadata__:
            if isinstance(each, WithJsonSchema):
                return dict(each.json_schema or {})
        return self.annotation(annotation.__origin__, relaxed=relaxed)

    def item(self, annotation: Any, *, relaxed: bool) -> Schema:
        """Lists of items with a code are merged item by item; other lists are replaced whole."""
        coded = isinstance(annotation, type) and "kode" in getattr(annotation, "model_fields", ())
        schema = self.annotation(annotation, relaxed=relaxed and coded)
        return _beside(_object(schema)) if "$ref" in schema else schema

    def reference(self, model: type[BaseModel], *, relaxed: bool) -> Schema:
        name = f"{model.__name__}Timpaan" if relaxed else model.__name__
        if name not in self.definitions:
            self.definitions[name] = {}  # taken, for a model that holds itself
            self.definitions[name] = self.model(model, relaxed=relaxed)
        return {"$ref": f"#/definitions/{name}"}


def _beside(schema: Schema) -> Schema:
    """In draft 7 a reference stands alone: what is said beside it would be lost."""
    if "$ref" not in schema:
        return schema
    return {"allOf": [{"$ref": schema.pop("$ref")}], **schema}


def _object(schema: Schema) -> Schema:
    return {"type": "object", **schema}


def _or_null(schema: Schema) -> Schema:
    """An empty key is an unknown value; definitions allow that by themselves."""
    if "enum" in schema:
        return {**schema, "enum": [*schema["enum"], None]}
    if "type" in schema:
        types = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
        return {**schema, "type": [*types, "null"]}
    return schema


def _spellings(choices: tuple[Any, ...]) -> list[Any]:
    """A choice that looks like a number is one to an editor, unless it is quoted."""
    found: list[Any] = []
    for choice in choices:
        found.append(choice)
        if isinstance(choice, str) and choice.replace(".", "", 1).isdecimal():
            found.append(float(choice) if "." in choice else int(choice))
    return found


_LIMITS: Mapping[str, Callable[[Schema], str]] = {
    "gt": lambda _: "exclusiveMinimum",
    "ge": lambda _: "minimum",
    "le": lambda _: "maximum",
    "min_length": lambda schema: "minItems" if schema.get("type") == "array" else "minLength",
    "max_length": lambda schema: "maxItems" if schema.get("type") == "array" else "maxLength",
    "pattern": lambda _: "pattern",
}


def _limit(schema: Schema, info: FieldInfo) -> None:
    """Add what a field demands beyond its type."""
    for each in info.metadata:
        for attribute, name in _LIMITS.items():
            value, key = getattr(each, attribute, None), name(schema)
            if value is not None and not (key == "minimum" and value < schema.get(key, 0)):
                schema[key] = value
