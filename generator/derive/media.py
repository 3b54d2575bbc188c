"""Where something is made public, as pages tell it: in words, and with what proves it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.derive import kalimat
from generator.model.layanan import Media

MEDIA: Mapping[str, str] = {
    "sippn": "SIPP Nasional",
    "situs_web": "situs web",
    "media_sosial": "media sosial",
    "aplikasi": "aplikasi",
    "banner_poster": "poster",
    "leaflet": "selebaran",
    "papan_pengumuman": "papan pengumuman",
    "layar_tv_kiosk": "layar di ruang tunggu",
    "lainnya": "media lain",
}


@dataclass(frozen=True, slots=True)
class MediaTampil:
    """One place with what an evaluator wants to see of it."""

    nama: str
    letak: str
    sejak: str
    tautan: str
    bukti: str


def media(rows: Iterable[Media]) -> tuple[MediaTampil, ...]:
    """Return each place with where, since when, its address and its proof."""
    return tuple(
        MediaTampil(
            MEDIA[each.jenis],
            each.letak or "",
            kalimat.tanggal(each.tanggal) if each.tanggal else "",
            each.tautan or "",
            each.bukti or "",
        )
        for each in rows
    )
