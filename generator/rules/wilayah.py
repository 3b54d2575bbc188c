"""Rules about names, codes, time zones and points on the map."""

from __future__ import annotations

import re
from collections.abc import Iterator
from statistics import median

from generator.assemble import Record
from generator.finding import Level
from generator.model.layanan import Standar
from generator.model.pemerintah import Pemerintah
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
    """Kode wilayah unik, sesuai jenis unitnya, dan meneruskan kode induknya.

    Kode dipakai menyambung data dengan sistem lain; kode yang tertukar mengirim data desa ini
    ke desa lain. Kode Kemendagri (65.01) dan kode BPS (6502) memang berbeda. Bagian keempat kode
    Kemendagri diawali 1 untuk kelurahan dan 2 untuk desa.

    Sumber: Permendagri tentang kode dan data wilayah administrasi pemerintahan; Perpres 39/2019
    (kode referensi).
    """
    seen: dict[tuple[str, str], str] = {}
    told: set[tuple[str, str]] = set()
    for key, holder, right in _outvoted(context):
        told.add((holder.id, key))
        hint = f'tulis `{key}: "{right}"`'
        message = f"kode {getattr(holder.data, key)}, padahal unit di bawahnya berkode {right}"
        yield Complaint((key,), message, hint, at=holder)
    for record in context.of_kind("unit"):
        unit = record.data
        if not isinstance(unit, Unit) or unit.status == "dicabut":
            continue
        yield from _shape(record, unit)
        for key, dot in _CODES:
            code = _code(record, key)
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
            upper = _above(context, unit, key)
            above = _code(upper, key) if upper else None
            if not upper or not above or (upper.id, key) in told:
                continue
            if code == above or code.startswith(above + dot):
                continue
            if upper.kind == "pemerintah" and unit.jenis == "kabupaten":
                hint = "cocokkan keduanya dengan daftar resmi, lalu perbaiki yang salah"
                message = f"kode {above}, di `{record.file}` {code}"
                yield Complaint((key,), message, hint, at=upper)
            else:
                fitting = next(_continued(context, key, code, dot), None)
                hint = (
                    f"bila kode ini benar, tulis `induk: {fitting}`; bila induknya benar, kode di "
                    f"sini berawal `{above}{dot}`"
                    if fitting
                    else f"kode di sini berawal `{above}{dot}`; periksa kode ini, `induk`, dan "
                    f"`{key}` di `{upper.file}`"
                )
            message = f"kode {code} tidak meneruskan kode induknya, {above}"
            yield Complaint((key,), message, hint, at=record)


_CODES = (("kode_kemendagri", "."), ("kode_bps", ""))
_LEVELS = {"kabupaten": 2, "kecamatan": 3, "kelurahan": 4, "desa": 4}
"""How many parts a code has, for the kinds of units that are an area."""
_BPS_LENGTHS = (0, 0, 4, 7, 10)
_FIRST = {"kelurahan": "1", "desa": "23"}
"""With which digit the last part begins; a customary village has a 3."""


def _code(record: Record, key: str) -> str | None:
    code: str | None = getattr(record.data, key)
    return code


def _continued(context: Context, key: str, code: str, dot: str) -> Iterator[str]:
    """Yield the districts whose code another code continues."""
    for record in context.of_kind("unit"):
        unit, above = record.data, _code(record, key)
        district = isinstance(unit, Unit) and unit.jenis == "kecamatan"
        if district and above and code.startswith(above + dot):
            yield record.id


def _above(context: Context, unit: Unit, key: str) -> Record | None:
    """Return who holds the code that a unit's own must continue."""
    parent = context.by_id.get(("unit", unit.induk)) if unit.induk else None
    return parent if parent and _code(parent, key) else context.by_id.get(_GOVERNMENT)


_GOVERNMENT = ("pemerintah", "pemerintah")


def _outvoted(context: Context) -> Iterator[tuple[str, Record, str]]:
    """Yield codes that no unit below continues, while they all continue another."""
    below: dict[tuple[str, str], list[str]] = {}
    holders = {record.id: record for record in context.of_kind("unit", "pemerintah")}
    for record in context.of_kind("unit"):
        unit = record.data
        for key, _ in _CODES if isinstance(unit, Unit) and unit.status != "dicabut" else ():
            if isinstance(unit, Unit) and (code := _code(record, key)):
                for id_ in {unit.induk or "", "pemerintah"} & holders.keys():
                    below.setdefault((key, id_), []).append(code)
    for (key, id_), codes in below.items():
        own = _code(holders[id_], key)
        heads = {each[: len(own)] for each in codes} if own else set()
        if own in heads or len(heads) != 1:
            continue
        if len(codes) > 1:
            yield key, holders[id_], heads.pop()


def _shape(record: Record, unit: Unit) -> Iterator[Complaint]:
    """Tell of a code that no unit of this kind can have."""
    parts = _LEVELS.get(unit.jenis)
    if not parts:
        return
    code = unit.kode_kemendagri
    if code and code.count(".") + 1 != parts:
        yield Complaint(
            ("kode_kemendagri",),
            f"kode {code} terdiri atas {code.count('.') + 1} bagian, kode {unit.jenis} {parts}",
            "salin kode lengkapnya dari daftar resmi, atau perbaiki `jenis`",
            at=record,
        )
    elif code and unit.jenis in _FIRST and code[9] not in _FIRST[unit.jenis]:
        right = f"{code[:9]}{_FIRST[unit.jenis][0]}{code[10:]}"
        yield Complaint(
            ("kode_kemendagri",),
            f"kode {code} bukan kode {unit.jenis}: bagian keempatnya diawali {code[9]}",
            f"periksa di daftar resmi, mungkin `{right}`; atau perbaiki `jenis`",
            at=record,
        )
    if unit.kode_bps and len(unit.kode_bps) != _BPS_LENGTHS[parts]:
        yield Complaint(
            ("kode_bps",),
            f"kode BPS {unit.kode_bps} bukan {_BPS_LENGTHS[parts]} angka",
            "salin kode lengkapnya dari daftar resmi, atau perbaiki `jenis`",
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
    north, east = place.lintang, place.bujur
    if north and east and _in_indonesia(float(east), float(north)):
        yield Complaint(
            ("lintang",),
            f"lintang {north} dan bujur {east} tertukar",
            f"tulis `lintang: '{east}'` dan `bujur: '{north}'`",
            level=Level.ERROR,
        )
        return
    for key, text, least, most in (
        ("lintang", north, _SOUTH, _NORTH),
        ("bujur", east, _WEST, _EAST),
    ):
        if text and not least <= float(text) <= most:
            yield Complaint(
                (key,),
                f"{key} {text} berada di luar Indonesia",
                "salin ulang dari peta; periksa koma, tanda minus, dan apakah keduanya tertukar",
            )


def _in_indonesia(north: float, east: float) -> bool:
    return _SOUTH <= north <= _NORTH and _WEST <= east <= _EAST


_FAR = 3.0
"""Degrees, more than any regency is wide from its middle."""
_ENOUGH = 3


@rule("titik-terpencil", Level.WARNING, Scope.CATALOG)
def point_far_off(context: Context) -> Iterator[Complaint]:
    """Titik sebuah lokasi berada di dekat lokasi lain daerah ini.

    Tanda minus yang hilang memindahkan kantor ratusan kilometer, dan warga yang menekan “Rute”
    diantar ke sana.

    Sumber: praktik; daerah ini tidak selebar itu.
    """
    points: list[tuple[Record, dict[str, float]]] = []
    for record in context.of_kind("lokasi"):
        place = record.data
        if isinstance(place, Lokasi) and place.lintang and place.bujur:
            north, east = float(place.lintang), float(place.bujur)
            if _in_indonesia(north, east):  # else `titik-di-luar` speaks
                points.append((record, {"lintang": north, "bujur": east}))
    for key in ("lintang", "bujur") if len(points) >= _ENOUGH else ():
        middle = median(each[key] for _, each in points)
        for record, point in points:
            if abs(point[key] - middle) > _FAR:
                mirrored = abs(-point[key] - middle) <= _FAR
                hint = f"tulis `{key}: '{-point[key]}'`" if mirrored else "salin ulang dari peta"
                yield Complaint(
                    (key,),
                    f"{key} {point[key]} jauh dari lokasi lain daerah ini, sekitar {middle:.1f}",
                    hint,
                    at=record,
                )


_ZONES = {
    "WIB": (*range(11, 20), 21, *range(31, 37), 61, 62),
    "WITA": (51, 52, 53, 63, 64, 65, *range(71, 77)),
    "WIT": (81, 82, *range(91, 98)),
}
"""Time zone by the first two figures of an area's code: its province."""


def _zone(government: Pemerintah) -> str | None:
    province = (government.kode_kemendagri or "0")[:2]
    return next((zone for zone, codes in _ZONES.items() if int(province) in codes), None)


@rule("zona-provinsi", Level.ERROR, Scope.RECORD, "pemerintah")
def zone_of_province(government: Pemerintah) -> Iterator[Complaint]:
    """Zona waktu daerah adalah zona provinsinya menurut kode wilayah.

    Dengan zona yang salah, "buka sekarang" dan semua jam bergeser satu jam bagi setiap warga.

    Sumber: Keppres 41/1987 (pembagian wilayah waktu); Kepmendagri tentang kode wilayah.
    """
    zone = _zone(government)
    if zone and zone != government.zona_waktu:
        yield Complaint(
            ("zona_waktu",),
            f"kode wilayah {government.kode_kemendagri} berada di {zone}",
            f"tulis `zona_waktu: {zone}`, atau perbaiki `kode_kemendagri`",
        )


@rule("zona-waktu", Level.WARNING, Scope.CATALOG)
def foreign_zone(context: Context) -> Iterator[Complaint]:
    """Jam di dalam teks memakai zona waktu daerah ini.

    "Sampai 15.00 WIB" di daerah WITA membuat warga datang satu jam terlambat; biasanya teksnya
    disalin dari daerah lain.

    Sumber: Keppres 41/1987 (pembagian wilayah waktu); praktik.
    """
    government = context.katalog.pemerintah
    own = government.zona_waktu
    if _zone(government) not in (None, own):
        return
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


@rule("kecamatan-lain-nama", Level.WARNING, Scope.CATALOG)
def named_after_another_district(context: Context) -> Iterator[Complaint]:
    """Unit berada di sebuah kecamatan; yang bernama kecamatan, di kecamatan itu.

    Puskesmas Bunyu yang tercatat di Tanjung Selor muncul di daftar kecamatan yang salah; warga
    menyeberang pulau untuk berobat. `di_kecamatan` yang menunjuk kelurahan bernama sama membuat
    unit itu tidak muncul di mana pun.

    Sumber: praktik, mis. `di_kecamatan` yang tersalin dari unit lain.
    """
    units = context.katalog.unit
    districts = {
        _folded(each.nama).removeprefix("kecamatan "): id_
        for id_, each in units.items()
        if each.jenis == "kecamatan"
    }
    for record in context.of_kind("unit"):
        unit = record.data
        if not isinstance(unit, Unit) or not unit.di_kecamatan:
            continue
        at = units.get(unit.di_kecamatan)
        if at and at.jenis != "kecamatan":
            named = districts.get(_folded(at.nama).partition(" ")[2])
            yield Complaint(
                ("di_kecamatan",),
                f"`{unit.di_kecamatan}` ({at.nama}) berjenis {at.jenis}, bukan kecamatan",
                f"tulis id kecamatannya{f', mis. `{named}`' if named else ''}",
                at=record,
            )
            continue
        # A village may bear the name of another district.
        if unit.jenis in ("desa", "kelurahan"):
            continue
        words = _folded(unit.nama).split()[-6:]
        tails = (" ".join(words[at:]) for at in range(1, len(words)))
        own = next((districts[each] for each in tails if each in districts), None)
        if own and own != unit.di_kecamatan:
            yield Complaint(
                ("di_kecamatan",),
                f"“{unit.nama}” bernama kecamatan `{own}`, tetapi tercatat di "
                f"`{unit.di_kecamatan}`",
                f"tulis `di_kecamatan: {own}`, atau periksa namanya",
                at=record,
            )
