"""The official channel for "this data is wrong" or "not found", opened with the matter written."""

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

KATA = "{kata}"
"""Stands in the channel's address for the words that were typed."""


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


def tak_ketemu(saluran: SaluranData | None) -> str:
    """Return the address of the channel for a search that failed; empty without a channel.

    It has `KATA` where the words typed go, unless the channel takes none.
    """
    if saluran is None:
        return ""
    address = saluran.tautan
    text = quote("Saya mencari: ") + KATA
    if KATA in address:
        return address.replace("{rekaman}", "pencarian").replace("{bagian}", "")
    if _is_mail(saluran):
        return _with_query(address, _subject(address, "Pencarian tidak ketemu"), f"body={text}")
    if saluran.jenis == "whatsapp":
        return _with_query(address, f"text={text}")
    return address


def _filled(
    saluran: SaluranData, rekaman: str, nama: str, halaman: str, bagian: str, kata: str
) -> str:
    address = saluran.tautan
    values = {"{rekaman}": rekaman, "{bagian}": bagian, KATA: kata}
    if any(each in address for each in values):
        for each, value in values.items():
            address = address.replace(each, quote(value, safe=""))
        return address
    subject = f"Data keliru: {rekaman}" + (f" ({bagian})" if bagian else "")
    about = f"{nama}\n{halaman}\nBagian: {kata or '...'}\nYang benar: "
    if _is_mail(saluran):
        named = _subject(address, subject)
        text = about if named else f"{subject}\n\n{about}"
        return _with_query(address, named, f"body={quote(text)}")
    if saluran.jenis == "whatsapp":
        return _with_query(address, "text=" + quote(f"{subject}\n{about}"))
    return address


def _is_mail(saluran: SaluranData) -> bool:
    return saluran.jenis == "surel" and saluran.tautan.startswith("mailto:")


def _subject(address: str, subject: str) -> str:
    """Return the subject as a part of a query; a subject of the government's own stays."""
    return "" if "subject=" in address.lower() else f"subject={quote(subject)}"


def _with_query(address: str, *parts: str) -> str:
    mark = "&" if "?" in address else "?"
    return address + mark + "&".join(part for part in parts if part)
