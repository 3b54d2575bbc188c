"""The rules: importing this room registers all of them."""

from generator.rules import (
    bacaan,
    biaya,
    hukum,
    kewajiban,
    kode,
    perubahan,
    pengumuman,
    pola,
    kinerja,
    rantai,
    rujukan,
    survei,
    teks,
    usia,
    waktu,
    wilayah,
)

__all__ = [
    "bacaan",
    "biaya",
    "hukum",
    "kewajiban",
    "kode",
    "perubahan",
    "pengumuman",
    "pola",
    "rantai",
    "rujukan",
    "survei",
    "teks",
    "usia",
    "kinerja",
    "waktu",
    "wilayah",
]
