"""Findings that may only follow from a file that could not be read: told, but as a remark."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple

from generator.finding import Finding, Findings, Level
from generator.layout import Identity, identify
from generator.model.catalog import Katalog
from generator.rules.kecualian import excusable
from generator.rules.registry import RULES

_SERVICE = (
    *("layanan-tanpa-sop", "butir-tak-dipakai", "dokumen-tanpa-asal", "penetapan-tidak-menyebut"),
    *("unit-tanpa-layanan", "sering-dicari-dicabut", "indikator-lain-janji", "maklumat-lain-janji"),
    *("rujukan-tak-ada", "janji-dokumen", "janji-waktu", "layanan-hilang"),
)
_OWNER = (
    *("komponen-kosong", "komponen-pengelolaan-kosong", "kewajiban-berlaku", "janji-kompetensi"),
    *("rujukan-tak-ada", "timpaan-tanpa-pola", "skm-profil-lain", "pola-tanpa-unit"),
    *("singkatan-tanpa-arti", "kontak-tak-tercatat", "butir-tak-dipakai", "unit-tanpa-layanan"),
    *("pejabat-unit-lain", "tidak-melayani-tak-dikenal", "layanan-hilang"),
)
_ALWAYS = ("lampiran-tak-dirujuk", "kecualian-tak-perlu")
"""Rules to which any file may matter."""
AKIBAT: Mapping[str, tuple[str, ...]] = {
    "unit": _OWNER,
    "kelompok": _OWNER,
    "standar": _SERVICE,
    "pola": (*_SERVICE, "timpaan-tanpa-pola"),
    "sop": ("layanan-tanpa-sop", "janji-dokumen", "janji-waktu"),
    "pola-sop": ("layanan-tanpa-sop", "timpaan-tanpa-pola"),
    "proses": ("proses-tanpa-pemilik", "proses-inti-tanpa-layanan"),
    "lokasi": ("kontak-tak-tercatat",),
    "penetapan": ("maklumat-mendahului",),
    "maklumat": ("unit-tanpa-maklumat",),
    "pengaduan": ("kegiatan-tahunan",),
    "konsultasi": ("kegiatan-tahunan",),
    "skm": ("kegiatan-tahunan",),
    "regulasi": ("regulasi-dicabut",),
    "kosakata-dokumen": ("dokumen-melingkar",),
    "skema-penilaian": ("skm-tanpa-skema", "skema-bersambung"),
}
"""By the kind of a file that gave no record: the rules that may now miss what it holds."""


_BY_NAME = ("butir-tak-dipakai", "lampiran-tak-dirujuk", "layanan-hilang")
"""Rules that may follow only if the file holds a word they name."""
_OWN = ("layanan-tanpa-sop",)
"""Rules that may follow only in the folder of the file's own unit or pattern."""
_IN_GROUP = ("unit-tanpa-layanan",)
"""Rules to which a pattern matters only in the units of its group."""


def soften(findings: Findings, broken: Mapping[str, str], katalog: Katalog) -> None:
    """Make a remark of every finding that the mending of a `broken` file may take away.

    `broken` holds the text of each, as far as it can be read.
    """
    files = [
        _Broken(file, found, broken[file]) for file in sorted(broken) if (found := identify(file))
    ]

    def softened(finding: Finding) -> Finding:
        for each in files:
            if each.file != finding.place.file and _may_follow(finding, each, katalog):
                return replace(
                    finding,
                    level=Level.INFO,
                    message=f"{finding.message} (mungkin hanya karena `{each.file}` belum terbaca)",
                    hint=f"perbaiki `{each.file}` lebih dahulu, lalu periksa lagi",
                    edit=None,
                )
        return finding

    if files:
        findings.change(softened)


class _Broken(NamedTuple):
    """A file that gave no record."""

    file: str
    identity: Identity
    text: str


def _may_follow(finding: Finding, broken: _Broken, katalog: Katalog) -> bool:
    kind = broken.identity.kind
    if kind == "kecualian":
        # Which findings it excuses nobody can tell; an error stays one until then.
        return finding.level is Level.WARNING and excusable(RULES[finding.rule])
    if finding.rule not in (*AKIBAT.get(kind, ()), *_ALWAYS):
        return False
    return _is_near(finding, broken, katalog)


def _is_near(finding: Finding, broken: _Broken, katalog: Katalog) -> bool:
    """Tell whether what a finding is about has to do with the broken file's unit or words."""
    file, owner, place = broken.file, broken.identity.owner, finding.place.file
    if finding.rule in _BY_NAME:
        return _names_one(broken.text, (place, *re.findall(r"`([^`]+)`", finding.message)))
    if finding.rule in _OWN:
        return place.startswith(f"{file.partition('/')[0]}/{owner}/")
    if finding.rule in _IN_GROUP and file.startswith("pola/"):
        return katalog.kelompok_dari(finding.record) == owner
    if finding.level is Level.INFO and finding.rule not in _IN_GROUP:
        return False
    # What patterns, lists and process maps hold matters to every unit; a unit's own to itself.
    return (
        not file.startswith("unit/")
        or broken.identity.kind == "proses"
        or not place.startswith("unit/")
        or place.startswith(f"unit/{owner}/")
        or owner in finding.message.casefold()
    )


def _names_one(text: str, words: Iterable[str]) -> bool:
    return any(re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", text) for word in words)
