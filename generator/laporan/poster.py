"""The survey poster: what a unit must hang on its wall, from its newest survey."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from generator.derive import alamat
from generator.derive.indeks import susun
from generator.derive.kinerja import kinerja_unit
from generator.derive.survei import SurveiTampil
from generator.laporan.naskah import simpanan
from generator.model.catalog import Katalog

_TRAITS = 2
"""Traits on the poster: sex and education; more would not be read from a distance."""


def isi_poster(katalog: Katalog, unit: str, survey: SurveiTampil) -> dict[str, Any]:
    """Return the data of the poster."""
    government = katalog.pemerintah
    shown = [trait for trait in survey.profil if trait[0] in ("Jenis kelamin", "Pendidikan")]
    return {
        "instansi": government.nama,
        "unit": katalog.unit[unit].nama,
        "contoh": survey.contoh or government.status == "contoh",
        "judul": survey.judul,
        "masa": survey.masa,
        "ikm": survey.ikm,
        "skala": survey.skala_indeks,
        "mutu": survey.mutu,
        "arti": survey.arti,
        "responden": survey.responden,
        "unsur": [
            {
                "nama": each.nama,
                "nilai": each.nilai,
                "mutu": each.mutu,
                "panjang": float(each.panjang.rstrip("%")),
                "rendah": each.rendah,
            }
            for each in survey.unsur
        ],
        "profil": [
            {"nama": name, "sel": [list(cell) for cell in cells]} for name, cells in shown[:_TRAITS]
        ],
        "tindak": [
            {"masalah": each.masalah, "kegiatan": each.kegiatan, "target": each.target}
            for each in survey.tindak[:3]
        ],
        "alamat": f"{government.alamat_situs}{alamat.unit(unit)}",
    }


def poster_semua(katalog: Katalog, today: date, cache: Path) -> Mapping[str, Path]:
    """Return the posters of all units with a survey: path in the site -> file."""
    indeks = susun(katalog, today)
    found: dict[str, Path] = {}
    for unit in katalog.unit:
        surveys = kinerja_unit(unit, indeks).survei
        if surveys and surveys[0].unsur:
            data = isi_poster(katalog, unit, surveys[0])
            found[alamat.poster(unit)] = simpanan("poster", data, cache)
    return found
