"""Findings that may only follow from a file that could not be read: told, but as a remark."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from generator.finding import Finding, Findings, Level
from generator.layout import Identity, identify
from generator.rules.kecualian import excusable
from generator.rules.registry import RULES

_SERVICE = (
    *("layanan-tanpa-sop", "butir-tak-dipakai", "dokumen-tanpa-asal", "penetapan-tidak-menyebut"),
    *("unit-tanpa-layanan", "sering-dicari-dicabut", "indikator-lain-janji", "maklumat-lain-janji"),
    *("rujukan-tak-ada", "janji-dokumen", "janji-waktu"),
)
_OWNER = (
    *("komponen-kosong", "komponen-pengelolaan-kosong", "kewajiban-berlaku", "janji-kompetensi"),
    *("rujukan-tak-ada", "timpaan-tanpa-pola", "skm-profil-lain", "pola-tanpa-unit"),
    *("singkatan-tanpa-arti", "kontak-tak-tercatat", "butir-tak-dipakai", "unit-tanpa-layanan"),
    *("pejabat-unit-lain", "tidak-melayani-tak-dikenal"),
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


def soften(findings: Findings, broken: Collection[str]) -> None:
    """Make a remark of every finding that the mending of a `broken` file may take away."""
    identities = {file: found for file in sorted(broken) if (found := identify(file))}

    def softened(finding: Finding) -> Finding:
        if finding.level is Level.INFO:
            return finding
        for file, identity in identities.items():
            if file != finding.place.file and _may_follow(finding, file, identity):
                return replace(
                    finding,
                    level=Level.INFO,
                    message=f"{finding.message} (mungkin hanya karena `{file}` belum terbaca)",
                    hint=f"perbaiki `{file}` lebih dahulu, lalu periksa lagi",
                    edit=None,
                )
        return finding

    if identities:
        findings.change(softened)


def _may_follow(finding: Finding, file: str, broken: Identity) -> bool:
    if broken.kind == "kecualian":
        # Which findings it excuses nobody can tell; an error stays one until then.
        return finding.level is Level.WARNING and excusable(RULES[finding.rule])
    if finding.rule not in (*AKIBAT.get(broken.kind, ()), *_ALWAYS):
        return False
    # What patterns, lists and process maps hold matters to every unit; a unit's own to itself.
    if not file.startswith("unit/") or broken.kind == "proses":
        return True
    place = finding.place.file
    return (
        not place.startswith("unit/")
        or place.startswith(f"unit/{broken.owner}/")
        or broken.owner in finding.message.casefold()
    )
