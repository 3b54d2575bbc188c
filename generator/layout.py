"""The catalog's folders: which file is which record, and what its id is."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from datetime import date
from itertools import product

RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)
"""Names that Windows keeps for devices."""
SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_YEAR = r"(?:19|20)\d\d"
_DAY = rf"{_YEAR}-\d\d-\d\d"

_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern.replace("SLUG", SLUG).replace("HARI", _DAY).replace("TAHUN", _YEAR)))
    for kind, pattern in (
        ("pemerintah", r"pemerintah\.yaml"),
        ("kecualian", r"kecualian\.yaml"),
        ("unit", r"unit/(?P<a>SLUG)/unit\.yaml"),
        ("lokasi", r"unit/(?P<a>SLUG)/lokasi/(?P<b>SLUG)\.yaml"),
        (
            "standar",
            r"unit/(?P<a>SLUG)/standar/(?P<b>SLUG)(?:@(?P<versi>HARI))?\.yaml",
        ),
        ("penetapan", r"unit/(?P<a>SLUG)/penetapan/(?P<b>SLUG)\.yaml"),
        ("maklumat", r"unit/(?P<a>SLUG)/maklumat\.yaml"),
        ("skm", r"unit/(?P<a>SLUG)/skm/(?P<b>SLUG)\.yaml"),
        ("evaluasi", r"unit/(?P<a>SLUG)/evaluasi/(?P<b>SLUG)\.yaml"),
        ("pengaduan", r"unit/(?P<a>SLUG)/pengaduan/(?P<b>TAHUN)\.yaml"),
        ("konsultasi", r"unit/(?P<a>SLUG)/konsultasi/(?P<b>(?P<hari>HARI))\.yaml"),
        ("sop", r"unit/(?P<a>SLUG)/sop/(?P<b>SLUG)\.yaml"),
        ("proses", r"unit/(?P<a>SLUG)/proses/(?P<b>[A-Z]{2,6}(?:\.\d\d){1,4})\.yaml"),
        ("kelompok", r"pola/(?P<a>SLUG)/kelompok\.yaml"),
        ("pola", r"pola/(?P<a>SLUG)/standar/(?P<b>SLUG)\.yaml"),
        ("pola-sop", r"pola/(?P<a>SLUG)/sop/(?P<b>SLUG)\.yaml"),
        ("maklumat", r"pola/(?P<a>SLUG)/maklumat\.yaml"),
        ("regulasi", r"regulasi/(?P<a>SLUG)\.yaml"),
        ("pengumuman", r"pengumuman/(?P<a>SLUG)\.yaml"),
        ("skema-penilaian", r"kosakata/skema-penilaian/(?P<a>SLUG)\.yaml"),
        ("pak", r"pak/(?P<a>SLUG)\.yaml"),
        ("catatan-papan", r"papan/(?P<a>(?P<hari>HARI))\.yaml"),
        ("kosakata-dokumen", r"kosakata/(?P<a>dokumen)\.yaml"),
        ("kosakata-sinonim", r"kosakata/(?P<a>sinonim)\.yaml"),
        ("kosakata-bahasa", r"kosakata/(?P<a>bahasa)\.yaml"),
        ("kosakata", r"kosakata/(?P<a>kanal|sektor|peristiwa|akses-rentan|unsur-masyarakat)\.yaml"),
    )
)

PLACES = """\
pemerintah.yaml, kecualian.yaml, unit/<unit>/unit.yaml, unit/<unit>/lokasi/<id>.yaml,
unit/<unit>/standar/<layanan>.yaml, unit/<unit>/penetapan/<id>.yaml, unit/<unit>/maklumat.yaml,
unit/<unit>/skm/<periode>.yaml, unit/<unit>/evaluasi/<id>.yaml,
unit/<unit>/pengaduan/<tahun>.yaml, unit/<unit>/konsultasi/<tanggal>.yaml,
unit/<unit>/sop/<sop>.yaml,
unit/<unit>/proses/<KODE>.yaml, pola/<kelompok>/kelompok.yaml,
pola/<kelompok>/standar/<layanan>.yaml, pola/<kelompok>/sop/<sop>.yaml, regulasi/<id>.yaml,
pengumuman/<id>.yaml, kosakata/<daftar>.yaml, kosakata/skema-penilaian/<id>.yaml, pak/<id>.yaml,
papan/<tanggal>.yaml"""
"""The places a record may stand in, for hints and the guide."""
_FOLDERS = tuple(dict.fromkeys(re.findall(r"([a-z-]+)/", PLACES)))


@dataclass(frozen=True, slots=True)
class Identity:
    """What a file is: its kind, its id, and the day a dated version takes force."""

    kind: str
    id: str
    version: str | None = None

    @property
    def owner(self) -> str:
        """Id of the unit or group in whose folder the file stands."""
        return self.id.partition("/")[0]

    @property
    def slug(self) -> str:
        """The last part of the id."""
        return self.id.rpartition("/")[2]


def identify(file: str) -> Identity | None:
    """Return what the file at `file` (relative to the catalog) is, or None if it is no record.

    A name with a day that no calendar has is none.
    """
    for kind, pattern in _KINDS:
        if match := pattern.fullmatch(file):
            parts = match.groupdict()
            id_ = "/".join(part for part in (parts.get("a"), parts.get("b")) if part)
            day = parts.get("versi") or parts.get("hari")
            if day and not _is_day(day):
                return None
            return Identity(kind, id_ or kind, parts.get("versi"))
    return None


def place_of(kind: str) -> str:
    """Return the place of a kind of record, as a hint."""
    pattern = next(each.pattern for known, each in _KINDS if known == kind)
    plain = re.sub(r"\(\?:@.*?\)\)\?", "", pattern).replace("\\", "")
    folder = re.sub(r"(?<=^unit/)\(.*?\)(?=/)", "<unit>", plain)
    return re.sub(r"\(\?P<.*?\)(?=[/.])", "<nama>", folder)


def places(file: str) -> str:
    """Return the places, as a hint, that a file in this folder may have been meant for."""
    top = file.partition("/")[0]
    every = PLACES.replace("\n", " ").split(", ")
    return ", ".join([each for each in every if each.startswith(f"{top}/")] or every)


def meant(file: str) -> str | None:
    """Return the place that a misnamed file was surely meant for, or None."""
    *folders, name = file.split("/")
    stem = _ENDING.sub("", name)
    if stem == name or len(folders) > _DEEPEST:
        return None
    ways = [dict.fromkeys((each, _slug(each), _folder(each))) for each in folders]
    names = dict.fromkeys((stem, _slug(stem), stem.upper()))
    for *above, last in product(*ways, names):
        tried = "/".join((*above, f"{last}.yaml"))
        if tried != file and identify(tried):
            return tried
    return None


def copied(file: str) -> str | None:
    """Return the record of which a file is a copy, by the name that computers give copies."""
    folder, _, name = file.rpartition("/")
    stem = _ENDING.sub("", name)
    plain = _COPY.sub("", stem)
    original = f"{folder}/{plain}.yaml".lstrip("/")
    return original if plain != stem and identify(original) else None


_COPY = re.compile(
    r"^(?:copy of|salinan(?: dari)?) +"
    r"|(?: *\(\d+\)| *[-_ ] *(?:copy|salinan|kopi|cadangan|backup)(?: *\(?\d+\)?)?)+$",
    re.IGNORECASE,
)
_ENDING = re.compile(r"(?:\.(?:ya?ml|txt))+$", re.IGNORECASE)
_DEEPEST = 3
"""No record stands in more folders than this."""


def impossible_day(file: str) -> str | None:
    """Return the day in a file's name that no calendar has, or None."""
    match = re.search(_DAY, file.rpartition("/")[2])
    return match[0] if match and not _is_day(match[0]) else None


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9@]+", "-", name.lower()).strip("-")


def _folder(name: str) -> str:
    return next(iter(difflib.get_close_matches(name.lower(), _FOLDERS, n=1, cutoff=0.7)), name)


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
