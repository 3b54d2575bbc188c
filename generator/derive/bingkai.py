"""The frame of the pages: names, menu, footer, and what every page asks about itself."""

from __future__ import annotations

from typing import Any

from generator.derive.indeks import Indeks
from generator.model.catalog import Katalog


def bingkai(katalog: Katalog) -> dict[str, Any]:
    """Return what the theme needs to know of the government."""
    government = katalog.pemerintah
    return {
        "pemerintah": {
            "nama": government.nama,
            "nama_pendek": government.nama_pendek,
            "nama_situs": government.nama_situs,
            "slogan": government.slogan,
            "pengelola": government.pengelola,
        },
        "contoh": government.status == "contoh",
        "menu": [
            {"nama": "Layanan", "alamat": "layanan/"},
            {"nama": "Unit", "alamat": "unit/"},
            {"nama": "Desa dan kelurahan", "alamat": "unit/#desa"},
            *([{"nama": "Proses dan SOP", "alamat": "proses/"}] if katalog.proses else []),
            {"nama": "Mengadu", "alamat": "panduan/mengadu/"},
        ],
        "kaki": [
            {
                "judul": "Tidak menemukan yang Anda cari?",
                "tautan": [
                    {"nama": "Cari layanan", "alamat": "cari/"},
                    {"nama": "Tersimpan di perangkat Anda", "alamat": "luring/"},
                    {"nama": "Layanan menurut sektor", "alamat": "sektor/"},
                    {"nama": "Layanan menurut peristiwa hidup", "alamat": "peristiwa/"},
                    {"nama": "Peraturan", "alamat": "regulasi/"},
                ],
            },
            {
                "judul": "Tentang situs ini",
                "tautan": [
                    {"nama": "Tentang katalog ini", "alamat": "tentang/"},
                    {"nama": "Aksesibilitas", "alamat": "aksesibilitas/"},
                    {"nama": "Privasi", "alamat": "privasi/"},
                    *([{"nama": "Papan mutu", "alamat": "papan/"}] if katalog.pak else []),
                    {"nama": "Panduan petugas", "alamat": "panduan/"},
                    {"nama": "Data terbuka", "alamat": "data/"},
                ],
            },
        ],
        "lapor": {"nama": "Tanya atau lapor di SP4N-LAPOR!", "tautan": "https://www.lapor.go.id"},
    }


def ubah(indeks: Indeks, file: str) -> str | None:
    """Return the address of a record in the forge's web editor, if there is a forge."""
    forge = indeks.katalog.pemerintah.repositori
    return forge.ubah.replace("{berkas}", file) if forge else None


def contoh(status: str, indeks: Indeks) -> bool:
    """Tell whether a page shows sample data: its own, or that of the whole government."""
    return status == "contoh" or indeks.katalog.pemerintah.status == "contoh"
