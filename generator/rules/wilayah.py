"""Rules about names, codes, time zones and points on the map."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.assemble import Record
from generator.finding import Level
from generator.model.layanan import Standar
from generator.model.unit import Lokasi, Unit
from generator.rules.registry import Complaint, Context, Scope, rule


def _folded(name: str) -> str:
    return re.sub(r"[\W_]+", " ", name.casefold()).strip()


@rule("nama-ganda", Level.WARNING, Scope.CATALOG)
def same_name(context: Context) -> Iterator[Complaint]:
    """Nama layanan unik di unitnya; nama unit unik di katalog.

    Dua hasil pencarian dengan nama yang sama membuat warga memilih yang salah.

    Sumber: praktik katalog ini.
    """
    first: dict[tuple[str, str], Record] = {}
    for record in context.of_kind("unit", "standar", "pola"):
        data = record.data
        if not isinstance(data, Unit | Standar) or data.status == "dicabut" or record.version:
            continue
        scope = "" if record.kind == "unit" else record.id.partition("/")[0]
        yield from _name_complaint(first, scope, record, data.nama)
        if record.kind == "standar" and scope in context.katalog.unit:
            group = context.katalog.kelompok_dari(scope)
            other = first.get((group, _folded(data.nama))) if group else None
            if other:
                yield _same(record, other)


def _name_complaint(
    first: dict[tuple[str, str], Record], scope: str, record: Record, name: str
) -> Iterator[Complaint]:
    other = first.setdefault((scope, _folded(name)), record)
    if other.id != record.id:
        yield _same(record, other)


def _same(record: Record, other: Record) -> Complaint:
    hint = "tambahkan pembedanya di `nama`"
    if record.kind != "unit":
        hint += ", atau gabungkan keduanya dengan `kasus`"
    return Complaint(
        ("nama",),
        f"nama ini sama dengan nama `{other.id}`",
        hint,
        at=record,
    )


@rule("kode-wilayah", Level.ERROR, Scope.CATALOG)
def area_codes(context: Context) -> Iterator[Complaint]:
    """Kode wilayah unik dan meneruskan kode induknya, baik kode Kemendagri maupun kode BPS.

    Kode dipakai menyambung data dengan sistem lain; kode yang tertukar mengirim data desa ini
    ke desa lain. Kode Kemendagri (65.01) dan kode BPS (6502) memang berbeda.

    Sumber: Permendagri tentang kode dan data wilayah administrasi pemerintahan; Perpres 39/2019
    (kode referensi).
    """
    seen: dict[tuple[str, str], str] = {}
    units = context.katalog.unit
    for record in context.of_kind("unit"):
        unit = record.data
        if not isinstance(unit, Unit) or unit.status == "dicabut":
            continue
        for key, dot in (("kode_kemendagri", "."), ("kode_bps", "")):
            code: str | None = getattr(unit, key)
            if not code:
                continue
            other = seen.setdefault((key, code), record.id)
            if other != record.id:
                yield Complaint(
                    (key,),
                    f"kode {code} sudah dipakai `{other}`",
                    "periksa kode kedua unit di daftar resmi",
                    at=record,
                )
            parent = units.get(unit.induk) if unit.induk else None
            above: str | None = getattr(parent, key) if parent else None
            above = above or getattr(context.katalog.pemerintah, key)
            if above and code != above and not code.startswith(above + dot):
                yield Complaint(
                    (key,),
                    f"kode {code} tidak meneruskan kode induknya, {above}",
                    f"kode di sini berawal `{above}{dot}`; periksa kode dan `induk`",
                    at=record,
                )


_ZONE = re.compile(r"(?<![\w-])(WIB|WITA|WIT)(?![\w-])")


_SOUTH, _NORTH, _WEST, _EAST = -11.5, 6.5, 94.5, 141.5
"""A little more than Indonesia, from Rote to Sabang and from Sabang to Merauke."""


@rule("titik-di-luar", Level.WARNING, Scope.RECORD, "lokasi")
def point_elsewhere(place: Lokasi) -> Iterator[Complaint]:
    """Titik sebuah lokasi berada di Indonesia.

    Tanda minus atau koma yang tergeser mengirim warga yang menekan “Rute” ke laut atau ke negeri
    lain.

    Sumber: letak Indonesia, 6° Lintang Utara sampai 11° Lintang Selatan dan 95° sampai 141° Bujur
    Timur.
    """
    for key, text, least, most in (
        ("lintang", place.lintang, _SOUTH, _NORTH),
        ("bujur", place.bujur, _WEST, _EAST),
    ):
        if text and not least <= float(text) <= most:
            yield Complaint(
                (key,),
                f"{key} {text} berada di luar Indonesia",
                "salin ulang dari peta; periksa koma, tanda minus, dan apakah keduanya tertukar",
            )


@rule("zona-waktu", Level.WARNING, Scope.CATALOG)
def foreign_zone(context: Context) -> Iterator[Complaint]:
    """Jam di dalam teks memakai zona waktu daerah ini.

    "Sampai 15.00 WIB" di daerah WITA membuat warga datang satu jam terlambat; biasanya teksnya
    disalin dari daerah lain.

    Sumber: Keppres 41/1987 (pembagian wilayah waktu); praktik.
    """
    own = context.katalog.pemerintah.zona_waktu
    for file in context.files:
        if "WI" not in file.joined or not _ZONE.search(file.joined):
            continue
        for path, text in file.texts:
            match = next((each for each in _ZONE.finditer(text) if each[1] != own), None)
            if match and path != ("zona_waktu",):
                yield Complaint(
                    path,
                    f"teks ini menyebut {match[1]}, daerah ini {own}",
                    f"ubah jamnya ke {own}; jam buka ditulis di `lokasi/`, tanpa zona",
                    at=file,
                )
