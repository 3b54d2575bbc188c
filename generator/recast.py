"""What an officer typed, put into the shape that is due there: hints that can be copied."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple, TypeGuard, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.model.dasar import Durasi
from generator.model.nilai import Teks
from generator.yamlslip import quoted

_SHOWN = 60
_TIME = re.compile(
    r"(?:paling lama |maksimal |maks\. ?)?(?P<count>[1-9]\d{0,3})(?: ?\([\w ]{1,30}\))? ?"
    r"(?P<unit>menit|jam|hari kerja|hari_kerja|hari kalender|hari|minggu|bulan|tahun)",
    re.IGNORECASE,
)
_CODE = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")


_READ_OTHERWISE = re.compile(r"[-?:,\[\]{}#&*!|>'\"%@`]|[^\n]*(?:: | #|:$)")
"""A text that YAML takes for something else unless it is quoted."""


def _readable(text: str) -> str:
    """Return a text as it may stand in a record, quoted only if it must be."""
    return quoted(text) if _READ_OTHERWISE.match(text) else text[:_SHOWN]


def text(key: str, given: object, *, item: bool) -> str:
    """Say how to write a text where a group or a list stands."""
    at = "- " if item else f"{key}: "
    if isinstance(given, list) and len(given) == 1 and isinstance(given[0], str):
        return f"tulis `{at}{_readable(given[0])}`: satu teks, bukan daftar"
    if isinstance(given, dict) and given:
        name, value = next(iter(given.items()))
        if len(given) == 1 and isinstance(value, str):
            whole = f"{name}: {value}"
            return f"apit teks yang memuat titik dua dengan tanda kutip: `{at}{quoted(whole)}`"
        return f"tulis satu teks sesudah `{at.strip()}`; teks bertitik dua diapit tanda kutip"
    return f"tulis satu teks sesudah `{at if item else at.strip()}`"


def items(key: str, given: object, due: object, laws: Collection[str]) -> str:
    """Say how to write a list, whose items are `due`, where something else stands."""
    plain = f"tulis `{key}:` lalu satu butir per baris, diawali `- `"
    if isinstance(given, dict) and given and not _is_group(due):
        return f"{plain}; {text(key, given, item=True)}"
    if isinstance(given, dict) and given:
        first = next(iter(given))
        return f"{plain}: `- {first}: …`, kunci lainnya sejajar dengan `{first}`"
    return _listed(key, given, due, plain, laws) if isinstance(given, str) and given else plain


def _listed(key: str, given: str, due: object, plain: str, laws: Collection[str]) -> str:
    if given.startswith("-"):
        return f"{plain} dengan spasi: `- {given[1:_SHOWN].partition(' - ')[0].strip()}`"
    if _is_group(due):
        told = _filled(due, given, laws)
        return f"tulis `{key}: [{told}]`" if told else f"{plain}; kuncinya {_keys(due)}"
    if all(map(_CODE.fullmatch, re.split(r" *, *", given))):
        return f"tulis `{key}: [{given[:_SHOWN]}]`"
    return f"{plain}: `- {_readable(given)}`"


def group(key: str, given: object, due: object, laws: Collection[str], *, item: bool) -> str:
    """Say how to write a group of keys where a text or a list stands."""
    at = "- " if item else f"{key}: "
    if not _is_group(due):
        return f"tulis `{at.strip()}` lalu kunci-kuncinya di baris bawah, menjorok dua spasi"
    if isinstance(given, str) and (told := _filled(due, given, laws)):
        return f"tulis `{at}{told}`"
    if item:
        first = next(iter(due.model_fields))
        others = _keys(due, but=first)
        rest = "lalu kunci lainnya sejajar di baris bawahnya" + (f": {others}" if others else "")
        return f"tulis `- {first}: …`, {rest}"
    if isinstance(given, list) and len(given) == 1 and isinstance(given[0], dict):
        return f"hapus `- ` di bawah `{key}:`, karena isinya satu kelompok, bukan daftar"
    return f"tulis `{key}:` lalu di baris bawah, menjorok dua spasi, kuncinya: {_keys(due)}"


_MANY = 8
"""Of a larger group the keys that must be there are named, and a few others."""
_FEW = 4


def _keys(due: type[BaseModel], but: str = "") -> str:
    fields = due.model_fields
    names = list(fields)
    if len(names) > _MANY:
        needed = [name for name in names if fields[name].is_required()]
        names = [*needed, *(name for name in names if name not in needed)][: max(_FEW, len(needed))]
    return ", ".join(f"`{name}: …`" for name in names if name != but)


def _filled(due: type[BaseModel], given: str, laws: Collection[str]) -> str | None:
    """Return the group that says what the text says, if that is plain."""
    if "regulasi" in due.model_fields and (cited := law(given, laws)):
        return f"{{regulasi: {cited.id}}}"
    if measure := _measure(given):
        time = "{{nilai: {}, satuan: {}}}".format(*measure)
        if due is Durasi:
            return time
        inner = next((name for name, each in _groups(due.model_fields) if each is Durasi), None)
        return f"{{{inner}: {time}}}" if inner else None
    needed = [name for name, each in due.model_fields.items() if each.is_required()]
    if len(needed) == 1 and _is_text(due.model_fields[needed[0]]):
        return f"{{{needed[0]}: {quoted(given)}}}"
    return None


def number(key: str, given: object, beside: Collection[str]) -> str | None:
    """Say how to write a number and its unit where both stand after one key."""
    measure = _measure(given) if isinstance(given, str) and "satuan" in beside else None
    return "tulis `{}: {}` dan `satuan: {}`".format(key, *measure) if measure else None


def _measure(given: str) -> tuple[str, str] | None:
    """Return the count and the unit of a time."""
    match = _TIME.fullmatch(given.strip())
    if match is None:
        return None
    return match["count"], match["unit"].lower().replace("hari kalender", "hari").replace(" ", "_")


class Law(NamedTuple):
    """A law cited in words."""

    id: str
    known: bool
    """True if the catalog has it."""


_CITED = re.compile(
    r"(?P<kind>[a-z][a-z-]*(?: [a-z]+){0,6}?)(?: nomor| no\.?)? ?(?P<number>\d{1,3})"
    r"(?: ?/ ?| tahun | th\.? ?)(?P<year>(?:19|20)\d\d)(?: tentang .*)?"
)
_SPELT = {
    "undang-undang": "uu",
    "peraturan pemerintah": "pp",
    "peraturan presiden": "perpres",
    "instruksi presiden": "inpres",
    "peraturan daerah": "perda",
    "peraturan bupati": "perbup",
    "peraturan menteri dalam negeri": "permendagri",
}
_NATIONAL = ("uu", "pp", "perppu", "perpres", "inpres")
_LOCAL = ("perda", "perbup", "perwali", "perdes")


def law(given: object, laws: Collection[str]) -> Law | None:
    """Return the id of a law that is cited as in "UU 8 Tahun 2016"; `laws` are the catalog's."""
    match = _CITED.fullmatch(given.strip().lower()) if isinstance(given, str) else None
    if match is None:
        return None
    words = match["kind"]
    for spelt, short in _SPELT.items():
        words = words.replace(spelt, short)
    kind, end = words.partition(" ")[0], f"-{match['number']}-{match['year']}"
    same = [each for each in laws if each.startswith(f"{kind}-") and each.endswith(end)]
    if len(same) == 1:
        return Law(same[0], known=True)
    if kind in _LOCAL:
        return Law(f"{kind}-<daerah>{end}", known=False)
    national = kind in _NATIONAL or kind.startswith("permen")
    return Law(f"{kind}{end}", known=False) if national else None


def _groups(fields: Mapping[str, FieldInfo]) -> Iterator[tuple[str, object]]:
    for name, each in fields.items():
        for part in (each.annotation, *get_args(each.annotation)):
            yield name, part


_CURLY = "“”„‟‘’‚‛"


def curly(given: object) -> str | None:
    """Say how to write a value or a key inside the quotation marks of a word processor."""
    if not isinstance(given, str) or not given or (given[0] + given[-1]).strip(_CURLY):
        return None
    plain = given.strip(_CURLY + " ")
    if not plain:
        return None
    return f'ganti tanda kutip {given[0]} {given[-1]} dengan `"`, atau hapus: tulis `{plain[:60]}`'


def _is_text(field: FieldInfo) -> bool:
    """Tell whether a field takes any text, rather than a code, a word of a list or a day."""
    return field.annotation is str and all(each in field.metadata for each in get_args(Teks)[1:])


def _is_group(due: object) -> TypeGuard[type[BaseModel]]:
    return isinstance(due, type) and issubclass(due, BaseModel)
