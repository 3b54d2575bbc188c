"""From a frozen catalog and a day to the site: pure, nothing is read or written here."""

from generator.derive.bangun import Aturan, derive

__all__ = ["Aturan", "derive"]
