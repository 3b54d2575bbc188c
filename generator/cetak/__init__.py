"""The print room: SOP sheets as PDF for A4 and F4, made by typst, kept until they change."""

from generator.cetak.cetak import Cetakan, jumlah, semua, simpan, tempat, tulis

__all__ = ["Cetakan", "jumlah", "semua", "simpan", "tempat", "tulis"]
