"""Tree to model: a record's text becomes typed values, or findings in the officers' words."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterable, Mapping
from typing import Any, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator import layout, recast
from generator.finding import PER_FILE, Edit, Finding, Findings, Level
from generator.model.arti import meanings
from generator.model.bahasa import KosakataBahasa
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
from generator.source import Document, Path, Places, Position, Step

MODELS: Mapping[str, type[Bagian]] = {
    "pemerintah": Pemerintah,
    "kecualian": Kecualian,
    "unit": Unit,
    "lokasi": Lokasi,
    "standar": Standar,
    "pola": Standar,
    "tempat": Standar,
    "penetapan": Penetapan,
    "maklumat": Maklumat,
    "skm": Skm,
    "evaluasi": Evaluasi,
    "pengaduan": RekapPengaduan,
    "konsultasi": Konsultasi,
    "sop": Sop,
    "pola-sop": Sop,
    "tempat-sop": Sop,
    "proses": Proses,
    "kelompok": Kelompok,
    "regulasi": Regulasi,
    "pengumuman": Pengumuman,
    "kosakata": Kosakata,
    "kosakata-dokumen": KosakataDokumen,
    "kosakata-sinonim": KosakataSinonim,
    "kosakata-bahasa": KosakataBahasa,
    "skema-penilaian": SkemaPenilaian,
    "pak": Pak,
    "catatan-papan": CatatanPapan,
}
"""The model of each kind of record."""

_LISTED = 15
"""A hint lists at most so many keys."""

_EXPECTED = {
    "string_type": "teks",
    "list_type": "daftar",
    "tuple_type": "daftar",
    "dict_type": "kelompok `kunci: isi`",
    "model_type": "kelompok `kunci: isi`",
    "model_attributes_type": "kelompok `kunci: isi`",
    "int_type": "angka",
    "int_parsing": "angka",
    "bool_type": "`ya` atau `tidak`",
    "bool_parsing": "`ya` atau `tidak`",
    "date_type": "tanggal",
    "date_from_datetime_parsing": "tanggal",
    "decimal_type": "bilangan",
    "decimal_parsing": "bilangan",
}


def shape(
    kind: str,
    document: Document,
    findings: Findings,
    record: str,
    laws: Collection[str] = (),
) -> Bagian | None:
    """Return the frozen model of a record, or None after telling everything that is wrong.

    `laws` are the ids of the catalog's laws, for hints.
    """
    model = MODELS[kind]
    try:
        return model.model_validate(document.data)
    except ValidationError as error:
        if other := _other_kind(kind, document):
            findings.add(_misplaced(kind, other, document.places.here, record))
            return None
        # Looking for close words takes time; a file of nonsense keys must not take minutes.
        for each in error.errors(include_url=False)[: PER_FILE + 1]:
            if not _only_counts_faulty(each):
                findings.add(_finding(model, each, document.places, record, laws))
        return None


_FOREIGN = 3
"""A record with so many keys that its kind does not know may be one of another kind."""


def _other_kind(kind: str, document: Document) -> str | None:
    """Return the kind of record that has been put into a file of another kind, or None.

    It must know every key that stands there, and have all those that it demands.
    """
    inside = document.places.inside.items()
    typed = {key for key, each in inside if each.here.file == document.file}
    if len(typed - set(MODELS[kind].model_fields)) < _FOREIGN:
        return None
    for other, model in MODELS.items():
        fields = model.model_fields
        needed = {name for name, each in fields.items() if each.is_required()}
        if needed <= typed <= set(fields):
            return other
    return None


def _misplaced(kind: str, other: str, place: Position, record: str) -> Finding:
    return Finding(
        "isian-salah",
        Level.ERROR,
        place,
        f"isi berkas ini rekaman {other}, sedangkan tempatnya untuk rekaman {kind}",
        f"pindahkan isinya ke `{layout.place_of(other)}`, lalu isi berkas ini dengan {kind}nya "
        "sendiri; bila tertimpa, kembalikan isi semula",
        record,
    )


def _only_counts_faulty(error: ErrorDetails) -> bool:
    """Tell whether a list is called too short only because its items have faults of their own."""
    given = error["input"]
    return (
        error["type"] == "too_short"
        and isinstance(given, list)
        and len(given) >= error["ctx"]["min_length"]
    )


def _finding(
    model: type[BaseModel],
    error: ErrorDetails,
    places: Places,
    record: str,
    laws: Collection[str],
) -> Finding:
    path: Path = tuple(error["loc"])
    key = next((step for step in reversed(path) if isinstance(step, str)), "")
    kind = error["type"]
    context: dict[str, Any] = error.get("ctx", {})
    place = places.locate((*path, context["di"]) if "di" in context else path)
    rule = "isian-salah"
    edit: Edit | None = None
    if kind == "extra_forbidden":
        rule, place = "kunci-tak-dikenal", places.locate_key(path)
        fields = _fields(model, path[:-1])
        message, hint = _unknown_key(key, fields)
        edit = _right_key(key, fields, places.at(path[:-1]).inside)
    elif kind == "missing":
        rule, place = "kunci-wajib", _missing_place(places, path)
        message, hint = _missing_key(key, _fields(model, path[:-1]))
    elif kind == "literal_error":
        choices = _choices(model, path)
        message, hint = _not_a_choice(key, error["input"], choices)
        edit = _right_choice(error["input"], choices)
    elif "petunjuk" in context:
        message = f"{_name(path)}: {context['pesan']}" if path else context["pesan"]
        hint, edit = _mistyped(error, _fields(model, path[:-1]), laws)
    elif kind in _EXPECTED:
        item = isinstance(path[-1], int) if path else False
        whose = f"tiap butir {_name(path)}" if item else _name(path)
        message = f"{whose} harus berupa {_EXPECTED[kind]}"
        hint = _recast(model, error, key, laws, item=item)
    else:
        message, hint = _limit(kind, context, path)
        example = _EXAMPLE.search(_meaning(model, path))
        if kind == "string_pattern_mismatch" and example:
            hint = f"tulis seperti contoh ini: {example[0]}"
    typed = key if kind == "extra_forbidden" else error["input"]
    hint = recast.curly(typed) or hint
    return Finding(rule, Level.ERROR, place, message, hint, record, edit)


_EXAMPLE = re.compile(r"`[^`]+`")


def _meaning(model: type[BaseModel], path: Path) -> str:
    """Return what a key means, with its example."""
    return _fields(model, path[:-1]).get(str(path[-1]), "") if path else ""


_SURE = 0.8
"""So alike must a word be to be mended without asking."""


def _right_key(key: str, fields: Iterable[str], beside: Mapping[Step, Places]) -> Edit | None:
    close = difflib.get_close_matches(key.lower(), fields, n=1, cutoff=_SURE)
    return Edit("kunci", close[0]) if close and close[0] not in beside else None


def _right_choice(value: object, choices: list[str]) -> Edit | None:
    words = re.sub(r"[\s-]+", "_", str(value).strip().lower())
    folded = {re.sub(r"[\s-]+", "_", each.lower()): each for each in choices}
    close = difflib.get_close_matches(words, folded, n=1, cutoff=_SURE)
    return Edit("isi", folded[close[0]]) if close else None


def _unknown_key(key: str, fields: Mapping[str, str]) -> tuple[str, str]:
    close = difflib.get_close_matches(key, fields, n=1, cutoff=0.6)
    message = f"kunci `{key[:60]}` tidak dikenal di sini"
    if close:
        return message, f"apakah maksud Anda `{close[0]}`?"
    if len(fields) > _LISTED:
        return message, "hapus, atau cari kunci yang tepat di docs/model.md"
    return message, f"hapus, atau pakai salah satu dari: {_listing(sorted(fields))}"


def _missing_key(key: str, fields: Mapping[str, str]) -> tuple[str, str]:
    meaning = fields.get(key, "").rstrip(".") or key
    return f"kunci `{key}` belum diisi", f"tambahkan `{key}: …` ({meaning})"


def _missing_place(places: Places, path: Path) -> Position:
    # An empty `kunci:` is where the officer types; without it, the item that lacks the key.
    here = places.at(path[:-1])
    own = here.inside.get(path[-1])
    return (own.key or own.here) if own else here.here


def _not_a_choice(key: str, value: object, choices: list[str]) -> tuple[str, str]:
    message = f"“{str(value)[:60]}” bukan pilihan untuk `{key}`"
    close = difflib.get_close_matches(str(value), choices, n=1, cutoff=0.6)
    if close:
        return message, f"apakah maksud Anda `{close[0]}`?"
    return message, f"pilih salah satu: {_listing(choices)}"


def _mistyped(
    error: ErrorDetails, beside: Collection[str], laws: Collection[str]
) -> tuple[str, Edit | None]:
    """Say how to write a value that its type refused, and mend it where that leaves no doubt."""
    key, context = error["loc"][-1] if error["loc"] else "", error["ctx"]
    right: str | None = context.get("ganti")
    at = f"{key}: " if isinstance(key, str) else ""
    if error["type"] == "kode" and (cited := recast.law(error["input"], laws)):
        lacking = f", lalu buat `regulasi/{cited.id}.yaml`, yang belum ada di katalog"
        hint = f"tulis `{at}{cited.id}`{', yang ada di katalog' if cited.known else lacking}"
        return hint, Edit("isi", cited.id) if cited.known else None
    if told := recast.number(at.rstrip(": "), error["input"], beside):
        return told, None
    hint = f"tulis `{at}{right}`" if right else context["petunjuk"]
    return hint, Edit("isi", right) if right else None


def _recast(
    model: type[BaseModel], error: ErrorDetails, key: str, laws: Collection[str], *, item: bool
) -> str:
    given, due = error["input"], annotation(model, tuple(error["loc"]))
    expected = _EXPECTED[error["type"]]
    if expected == "teks":
        return recast.text(key, given, item=item)
    if expected == "daftar":
        return recast.items(key, given, _unwrap(next(iter(get_args(due)), None)), laws)
    if expected.startswith("kelompok"):
        return recast.group(key, given, due, laws, item=item)
    return f"tulis {expected} sesudah `- `" if item else f"ganti isi `{key}`"


_LIMITS = {
    "too_short": ("paling sedikit {min_length} butir", "tambahkan butir yang kurang"),
    "too_long": ("paling banyak {max_length} butir", "hapus butir yang berlebih"),
    "greater_than": ("lebih besar daripada {gt}", "perbaiki angkanya"),
    "greater_than_equal": ("paling kecil {ge}", "perbaiki angkanya"),
    "less_than_equal": ("paling besar {le}", "perbaiki angkanya"),
    "string_pattern_mismatch": (
        "tidak ditulis seperti seharusnya",
        "lihat contohnya di docs/model.md",
    ),
}
"""What a value oversteps: message and hint, by the kind of pydantic's error."""


def _limit(kind: str, context: Mapping[str, Any], path: Path) -> tuple[str, str]:
    message, hint = _LIMITS.get(
        kind, ("tidak dapat dibaca", "bandingkan dengan contoh di docs/model.md")
    )
    return f"{_name(path)} {message.format_map(context)}", hint


def _name(path: Path) -> str:
    words = [str(step) for step in path if isinstance(step, str)]
    return f"`{words[-1]}`" if words else "isian ini"


def _listing(words: Iterable[str]) -> str:
    return ", ".join(f"`{word}`" for word in words)


def annotation(model: type[BaseModel], path: Path) -> Any:
    """Walk `path` through the model's annotations; None where it leaves them."""
    current: Any = model
    for step in path:
        current = _unwrap(current)
        if isinstance(step, int):
            current = next(iter(get_args(current)), None)
        elif isinstance(current, type) and issubclass(current, BaseModel):
            field = current.model_fields.get(step)
            current = field.annotation if field else None
        elif get_origin(current) is dict:
            current = get_args(current)[1]
        else:
            return None
    return _unwrap(current)


def _unwrap(annotation: Any) -> Any:
    if annotation is None:
        return None
    arguments = [each for each in get_args(annotation) if each is not type(None)]
    if type(None) in get_args(annotation) and len(arguments) == 1:
        return _unwrap(arguments[0])
    if hasattr(annotation, "__metadata__"):
        return _unwrap(annotation.__origin__)
    return annotation


def _fields(model: type[BaseModel], path: Path) -> Mapping[str, str]:
    """Return the keys that may stand at `path`, with what they mean."""
    found = annotation(model, path)
    return meanings(found) if isinstance(found, type) and issubclass(found, BaseModel) else {}


def _choices(model: type[BaseModel], path: Path) -> list[str]:
    return [str(each) for each in get_args(annotation(model, path))]
