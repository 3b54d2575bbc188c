"""Addresses: where each record's page stands, from the site's root, with a slash at the end.

Part of the contract: no public address ever dies.
"""

from __future__ import annotations

from posixpath import relpath


def layanan(id_: str) -> str:
    """Address of a service, pattern or place."""
    return f"layanan/{id_}/"


def versi(id_: str, day: str) -> str:
    """Address of the version that took force on `day`."""
    return f"layanan/{id_}/{day}/"


def unit(id_: str) -> str:
    """Address of a unit."""
    return f"unit/{id_}/"


def sektor(id_: str) -> str:
    """Address of a sector's list."""
    return f"sektor/{id_}/"


def peristiwa(id_: str) -> str:
    """Address of a life event's list."""
    return f"peristiwa/{id_}/"


def sop(id_: str) -> str:
    """Address of a SOP."""
    return f"sop/{id_}/"


def proses(code: str) -> str:
    """Address of a process, by its dotted code."""
    return f"proses/{code}/"


def papan(id_: str) -> str:
    """Address of a unit's board."""
    return f"papan/{id_}/"


def poster(id_: str) -> str:
    """Path of a unit's survey poster."""
    return f"unit/{id_}/poster-skm.pdf"


def regulasi(id_: str) -> str:
    """Address of a regulation."""
    return f"regulasi/{id_}/"


def aturan(id_: str) -> str:
    """Address of a rule's explanation."""
    return f"panduan/aturan/{id_}/"


def relatif(dari: str, ke: str) -> str:
    """Return the link from the page at `dari` to the address `ke`; both from the site's root."""
    target, mark, anchor = ke.partition("#")
    if target == dari and mark:
        return f"#{anchor}"
    path = relpath(f"/{target}", f"/{dari}") if target else relpath("/", f"/{dari}")
    slash = "/" if (target.endswith("/") or not target) and not path.endswith("/") else ""
    return f"{path}{slash}{mark}{anchor}"
