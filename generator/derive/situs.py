"""What a site is, before it is text: pages by address, redirects, search entries."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from generator.model.catalog import Katalog
from generator.model.pemerintah import Pemerintah


@dataclass(frozen=True, slots=True)
class Halaman:
    """One page: where it stands, what it shows, and what its frame needs."""

    alamat: str
    """From the site's root, with a slash at the end; empty for the home page."""
    judul: str
    deskripsi: str
    templat: str
    """Template name under `render/templates/`."""
    isi: Any = None
    """The view the template shows."""
    remah: tuple[tuple[str, str | None], ...] = ()
    """Breadcrumb after "Beranda": name and address; the page itself has no address."""
    kelas: str = ""
    skrip: tuple[str, ...] = ()
    gaya: tuple[str, ...] = ()
    """Style sheets of the theme that only this page needs."""
    noindex: bool = False
    contoh: bool = False
    ubah: str | None = None
    """Address in the forge's web editor."""
    diperbarui: date | None = None


@dataclass(frozen=True, slots=True)
class Alihan:
    """An old address that leads to a new one and keeps the id."""

    dari: str
    ke: str
    id: str
    judul: str


@dataclass(frozen=True, slots=True)
class Entri:
    """What the search knows about one service or unit."""

    id: str
    nama: str
    alamat: str
    unit: str
    pemilik: str
    """Id of the unit or group that gives the service."""
    frasa: tuple[str, ...] = ()
    """What people call it, or what they need when they need it."""
    lain: tuple[str, ...] = ()
    """Other text to be found by, at less weight."""
    waktu: str = ""
    biaya: str = ""
    dokumen: str = ""
    gratis: bool = False
    daring: bool = False
    tingkat: str = ""
    """Id of the group of units, or `-` for the government's own."""
    peristiwa: tuple[str, ...] = ()
    tempat: tuple[str, ...] = ()
    """For a pattern: ids of the units that give it."""
    induk: str = ""
    """For a unit: the district it lies in, or the unit above."""
    nama_tempat: tuple[str, ...] = ()
    """For a unit with the name of a place: that name and its other spellings."""


@dataclass(frozen=True, slots=True)
class Pencarian:
    """All that the search index is made of."""

    layanan: tuple[Entri, ...] = ()
    unit: tuple[Entri, ...] = ()
    sinonim: tuple[tuple[str, ...], ...] = ()
    henti: tuple[str, ...] = ()
    """Words that mean nothing here: the government's own name."""


@dataclass(frozen=True, slots=True)
class Situs:
    """The whole site, derived from the catalog as of one day."""

    katalog: Katalog
    hari_ini: date
    halaman: tuple[Halaman, ...]
    alihan: tuple[Alihan, ...] = ()
    pencarian: Pencarian = Pencarian()
    bingkai: Mapping[str, Any] = field(default_factory=dict)
    """Frame of every page, handed to the theme as `extra`."""

    @property
    def pemerintah(self) -> Pemerintah:
        """The government whose site this is."""
        return self.katalog.pemerintah

    @property
    def alamat(self) -> frozenset[str]:
        """Every address that exists."""
        return frozenset(each.alamat for each in self.halaman)
