"""Which rules an officer reads together: the sections of the guide's list."""

from __future__ import annotations

from collections.abc import Mapping

from generator.rules.registry import Rule

TEMA: Mapping[str, tuple[str, ...]] = {
    "Berkas dan bentuk isian": ("bacaan",),
    "Kata dan bahasa": ("teks", "ejaan", "utuh", "bahasa", "salinan", "sintaks"),
    "Standar pelayanan": (
        *("syarat", "minta", "kasus_kata", "kode", "kewajiban", "terbuka", "cocok", "rantai"),
        "pantangan",
        "kebalikan",
    ),
    "Biaya dan waktu": (
        *("biaya", "gratis", "pungutan", "denda", "waktu", "hari", "berkala", "usia", "umur"),
        *("ucapan", "satuan_kata"),
    ),
    "Peraturan dan keputusan": ("hukum", "keputusan", "naskah", "pengubah", "kutipan"),
    "SOP": ("sop_alur", "sop_bentuk", "sop_cocok", "sop_isi", "sop_lain", "sop_wajib"),
    "Janji standar dan SOP": ("janji_alur", "janji_isi", "janji_orang", "janji_waktu"),
    "Peta proses dan cakupan": ("peta", "peta_isi", "cakupan"),
    "Unit, tempat, dan kontak": (
        "wilayah",
        "tempat",
        "jam_kata",
        "kontak",
        "nomor",
        "milik",
        "tetangga",
        "susunan",
        "pejabat",
        "aduan",
    ),
    "Survei, penilaian, dan papan": (
        *(
            "survei",
            "jawaban",
            "skala",
            "penilaian",
            "kinerja",
            "laporan",
            "pribadi",
            "papan",
            "paket",
        ),
        "angka_kata",
    ),
    "Pola dan timpaan": ("pola",),
    "Daftar dan rujukan": ("daftar", "hitungan", "kosakata", "rujukan", "tertukar"),
    "Pengumuman, perubahan, dan kecualian": (
        "pengumuman",
        "tutup",
        "perubahan",
        "berbalik",
        "kecualian",
    ),
}
"""Section by module, in the order of reading."""
_OF_MODULE = {module: theme for theme, modules in TEMA.items() for module in modules}


def tema(rule: Rule) -> str:
    """Return the section of a rule; a module without one is a KeyError, told by the tests."""
    # What reading and shaping find by themselves has no check of its own.
    module = rule.check.__module__.rpartition(".")[2] if rule.check else "bacaan"
    return _OF_MODULE[module]
