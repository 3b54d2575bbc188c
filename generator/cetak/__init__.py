"""The print room: SOP sheets as PDF for A4 and F4, made by typst, kept until they change."""

from generator.cetak.cetak import Cetakan, jumlah, semua, simpan, tempat, tulis
from generator.cetak.simpanan import buang_lama

__all__ = ["Cetakan", "buang_lama", "jumlah", "semua", "simpan", "tempat", "tulis"]
