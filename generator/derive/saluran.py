"""The official channel for "this data is wrong", opened with what it is about already written."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from generator.model.pemerintah import SaluranData

BAGIAN = (
    ("persyaratan", "Dokumen"),
    ("prosedur", "Langkah"),
    ("jangka_waktu", "Waktu"),
    ("biaya", "Biaya"),
    ("produk", "Hasil"),
    ("tempat", "Tempat dan jam"),
    ("pengaduan", "Pengaduan"),
    ("dasar_hukum", "Dasar hukum"),
)
"""The parts of a service page that somebody may find wrong: key of the record and word."""


@dataclass(frozen=True, slots=True)
class Keliru:
    """How to tell that a record is wrong."""

    tautan: str
    """For the record as a whole."""
    bagian: tuple[tuple[str, str], ...]
    """Word and address of each part; empty where the channel cannot be filled in."""


def keliru(saluran: SaluranData | None, rekaman: str, nama: str, halaman: str) -> Keliru | None:
    """Return the addresses that open the channel for one record, or None without a channel."""
    if saluran is None:
        return None
    whole = _filled(saluran, rekaman, nama, halaman, "", "")
    if whole == saluran.tautan:
        return Keliru(whole, ())
    parts = tuple(
        (word, _filled(saluran, rekaman, nama, halaman, key, word)) for key, word in BAGIAN
    )
    return Keliru(whole, parts)


def _filled(
    saluran: SaluranData, rekaman: str, nama: str, halaman: str, bagian: str, kata: str
) -> str:
    address = saluran.tautan
    if "{rekaman}" in address or "{bagian}" in address:
        filled = address.replace("{rekaman}", quote(rekaman, safe=""))
        return filled.replace("{bagian}", quote(bagian, safe=""))
    subject = f"Data keliru: {rekaman}" + (f" ({bagian})" if bagian else "")
    about = f"{nama}\n{halaman}\nBagian: {kata or '...'}\nYang benar: "
    mark = "&" if "?" in address else "?"
    if saluran.jenis == "surel" and address.startswith("mailto:"):
        named = "" if "subject=" in address.lower() else f"subject={quote(subject)}&"
        text = f"{subject}\n\n{about}" if not named else about
        return f"{address}{mark}{named}body={quote(text)}"
    if saluran.jenis == "whatsapp":
        text = f"{subject}\n{about}"
        return f"{address}{mark}text={quote(text)}"
    return address
