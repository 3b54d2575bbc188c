"""Plain language: officialese with the plain word, and what abbreviations stand for."""

from __future__ import annotations

from generator.model.dasar import Bagian
from generator.model.nilai import Tanggal, Teks, YaTidak


class KataKantor(Bagian):
    """A word of offices, and what people say."""

    kata: Teks
    """Kata atau frasa kantor, huruf kecil."""
    ganti: Teks
    """Kata sehari-hari yang dianjurkan."""


class Singkatan(Bagian):
    """An abbreviation."""

    nama: Teks
    """Singkatannya, seperti ditulis di rekaman, mis. `NIB`."""
    arti: Teks
    """Kepanjangannya, dalam bahasa warga."""
    umum: YaTidak = False
    """`ya` bila hampir semua orang mengenalnya, sehingga tidak perlu dijelaskan."""


class KosakataBahasa(Bagian):
    """The lists that the plain-language rules and the pages use."""

    judul: Teks
    """Nama daftar."""
    diperbarui: Tanggal
    """Hari isi berkas ini terakhir diubah."""
    kata: tuple[KataKantor, ...] = ()
    """Kata kantor dengan gantinya."""
    singkatan: tuple[Singkatan, ...] = ()
    """Singkatan dengan artinya; yang tidak umum dijelaskan di halaman yang memakainya."""
