"""Rules about how the government is built: what a unit is, whom it serves under, who is there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.finding import Level
from generator.model.catalog import Layanan
from generator.model.pemerintah import Pemerintah
from generator.model.unit import Kelompok, Unit
from generator.rules.registry import Complaint, Context, Scope, TextFile, rule
from generator.source import Path

KIND_BY_WORD: Mapping[str, tuple[str, ...]] = {
    **{each: (each,) for each in ("dinas", "badan", "satuan", "kecamatan", "kelurahan", "desa")},
    **{each: (each,) for each in ("inspektorat", "sekretariat", "puskesmas")},
    **dict.fromkeys(("rsud", "rsd"), ("rumah-sakit",)),
    "uptd": ("uptd", "puskesmas", "rumah-sakit"),
}
_ABOVE: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("dinas", "badan", "satuan", "kecamatan", "sekretariat"), ("kabupaten",)),
    "inspektorat": ("kabupaten",),
    "bagian-setda": ("sekretariat",),
    "kelurahan": ("kecamatan",),
    "desa": ("kecamatan",),
    "puskesmas": ("dinas",),
    "uptd": ("dinas", "badan"),
    "rumah-sakit": ("dinas", "kabupaten"),
}


@rule("jenis-lain-nama", Level.WARNING, Scope.CATALOG)
def kind_contradicts(context: Context) -> Iterator[Complaint]:
    """Jenis unit cocok dengan kata pertama namanya, dan induknya unit yang membawahinya.

    Dinas yang tercatat sebagai kabupaten, atau di bawah sebuah kecamatan, hilang dari daftar
    tempat warga mencarinya, dan kewajibannya tidak dihitung. Nama dan pertanyaan sebuah kelompok
    menyebut jenis unitnya.

    Sumber: PP 18/2016 (perangkat daerah) dan PP 17/2018 (kecamatan); UU 6/2014 (desa).
    """
    units = context.katalog.unit
    yield from _groups(context)
    for record in context.of_kind("unit"):
        unit = record.data
        if not isinstance(unit, Unit) or unit.status == "dicabut":
            continue
        first = unit.nama.split()[0].casefold()
        kinds = KIND_BY_WORD.get(first, (unit.jenis,))
        above = units.get(unit.induk or "")
        if unit.jenis not in kinds:
            yield Complaint(
                ("jenis",),
                f"“{unit.nama}” berjenis {unit.jenis}",
                f"tulis `jenis: {kinds[0]}`, atau perbaiki `nama`",
                at=record,
            )
        elif above and above.jenis not in _ABOVE.get(unit.jenis, (above.jenis,)):
            yield Complaint(
                ("induk",),
                f"{unit.jenis} di bawah `{unit.induk}`, sebuah {above.jenis}",
                f"tulis id {' atau '.join(_ABOVE[unit.jenis])} yang membawahinya",
                at=record,
            )


def _groups(context: Context) -> Iterator[Complaint]:
    """Tell of a group whose words are about another kind of unit."""
    for record in context.of_kind("kelompok"):
        group = record.data
        if not isinstance(group, Kelompok):
            continue
        for key in ("nama", "nama_tempat", "pilih"):
            text: str = getattr(group, key)
            words = text.casefold()
            foreign = any(word in words for word in _GROUPED if word not in group.jenis)
            if foreign and not any(word in words for word in group.jenis):
                yield Complaint(
                    (key,),
                    f"“{text}”, tetapi jenis unitnya {', '.join(group.jenis)}",
                    f"sebut {' atau '.join(group.jenis)} di `{key}`, atau perbaiki `jenis`",
                    at=record,
                )


_GROUPED = ("desa", "kelurahan", "kecamatan", "puskesmas")
_WORDS = 3
"""A shorter post, such as “Kepala Bidang”, every office has."""


@rule("jabatan-unit-lain", Level.WARNING, Scope.CATALOG)
def post_of_another(context: Context) -> Iterator[Complaint]:
    """Penanggung jawab dan pelaksana sebuah unit bukan jabatan yang hanya ada di unit lain.

    Rencana perbaikan loket yang menjadi tanggung jawab kepala instalasi rumah sakit tidak pernah
    dikerjakan siapa pun.

    Sumber: UU 25/2009 Pasal 21 (pelaksana); praktik, mis. rekaman yang disalin dari unit lain.
    """
    posts: dict[str, set[str]] = {}
    for id_, unit in context.katalog.unit.items():
        own = {each.jabatan for each in unit.pelaksana}
        own |= set(unit.penyelenggara.struktur) if unit.penyelenggara else set()
        for post in own:
            posts.setdefault(post, set()).add(id_)
    known = {id_ for owners in posts.values() for id_ in owners}
    for file in context.files:
        owner = file.id.partition("/")[0]
        if owner not in known:
            continue
        for path, text in file.of(("penanggung_jawab", "jabatan")):
            owners = posts.get(text, {owner})
            # What the record of the unit itself lists is only known to be listed there.
            kin = {owner, context.katalog.unit[owner].induk}
            kin |= {each for each in owners if context.katalog.unit[each].induk == owner}
            if len(text.split()) >= _WORDS and owners.isdisjoint(kin) and _held(path):
                yield Complaint(
                    path,
                    f"“{text}” jabatan di `{min(owners)}`, bukan di `{owner}`",
                    "tulis jabatan di unit ini, seperti di `penyelenggara.struktur`",
                    at=file,
                )


def _held(path: Path) -> bool:
    """Tell whether a post stands where a unit names one of its own."""
    return path[0] in ("tindak_lanjut", "komponen_bersama", "pengaduan", "jumlah_pelaksana")


_LISTS = {
    "jabatan": ("pelaksana", "rincian"),
    "nama": ("jenjang", "kanal"),
}
"""Lists that name each post, rung or channel once, with the key of its name."""


@rule("jabatan-ganda", Level.WARNING, Scope.FILE, "unit", "kelompok")
def named_twice(file: TextFile) -> Iterator[Complaint]:
    """Pelaksana, rincian jabatan, jenjang, dan kanal pengaduan masing-masing disebut sekali.

    Satu jabatan dengan dua tugas berbeda biasanya dua jabatan yang satu namanya tersalin: yang
    kedua tidak tampak di mana pun.

    Sumber: UU 25/2009 Pasal 23 (profil pelaksana); praktik katalog ini.
    """
    for key, lists in _LISTS.items():
        first: dict[tuple[Path, str], Path] = {}
        for path, text in file.of((key,)):
            if len(path) < 3 or path[-1] != key or path[-3] not in lists:
                continue
            other = first.setdefault((path[:-2], text), path)
            if other != path:
                yield Complaint(
                    path,
                    f"“{text}” sudah disebut di atas",
                    "tulis yang sebenarnya di sini, atau gabungkan keduanya",
                )


@rule("layanan-dua-pelaksana", Level.WARNING, Scope.CATALOG)
def service_held_twice(context: Context) -> Iterator[Complaint]:
    """Selama ada layanan unit yang belum dipegang siapa pun, tidak ada yang dipegang dua pelaksana.

    Daftar yang tersalin memberi satu layanan dua pejabat dan layanan lain tidak satu pun: keluhan
    tentang yang kedua tidak sampai kepada siapa pun. Layanan yang memang dipegang berdua boleh,
    bila semua yang lain ada pemegangnya.

    Sumber: UU 25/2009 Pasal 23 (profil pelaksana); praktik, mis. id layanan yang tersalin.
    """
    own: dict[str, list[Layanan]] = {}
    for service in context.katalog.layanan.values():
        if service.isi.status != "dicabut":
            own.setdefault(service.pemilik, []).append(service)
    for record in context.of_kind("unit"):
        unit = record.data
        if not isinstance(unit, Unit) or len(unit.pelaksana) < _TWO or context.broken:
            continue
        held: dict[str, list[int]] = {}
        for at, each in enumerate(unit.pelaksana):
            for id_ in each.layanan:
                held.setdefault(id_, []).append(at)
        left = [each for each in own.get(record.id, ()) if each.id not in held]
        for id_, holders in held.items():
            if len(holders) < _TWO or not left:
                continue
            at, missing = _meant(unit, id_, holders, left)
            lines = " dan ".join(
                str(record.places.locate(_held_at(unit, each, id_)).line) for each in holders
            )
            yield Complaint(
                _held_at(unit, at, id_),
                f"`{id_}` dipegang “{unit.pelaksana[holders[0]].jabatan}” dan "
                f"“{unit.pelaksana[holders[-1]].jabatan}”, sedangkan `{missing.id}` belum "
                "dipegang siapa pun",
                f"tulis `{missing.id}` di salah satunya, baris {lines}, menurut tugasnya; bila "
                f"`{id_}` memang dipegang berdua, tambahkan `{missing.id}` pada pemegangnya",
                at=record,
            )


_TWO = 2


def _held_at(unit: Unit, at: int, id_: str) -> Path:
    return ("pelaksana", at, "layanan", unit.pelaksana[at].layanan.index(id_))


def _meant(unit: Unit, id_: str, holders: list[int], left: list[Layanan]) -> tuple[int, Layanan]:
    """Return the holder among whose services this one is the stranger, and which one is missing.

    Of two alike it is the one whose task speaks most of a service nobody holds, then the last.
    """
    words = set(id_.partition("/")[2].split("-"))

    def kin(at: int) -> int:
        others = (each.partition("/")[2] for each in unit.pelaksana[at].layanan if each != id_)
        return sum(not words.isdisjoint(each.split("-")) for each in others)

    def shared(at: int, service: Layanan) -> int:
        post, said = unit.pelaksana[at], service.isi
        task = set(_STEM.findall(f"{post.jabatan} {post.tugas or ''}".casefold()))
        return len(task & set(_STEM.findall(f"{said.nama} {said.ringkasan}".casefold())))

    return max(
        ((at, each) for at in reversed(holders) for each in left),
        key=lambda pair: (-kin(pair[0]), shared(*pair)),
    )


_STEM = re.compile(r"[a-z]{5,}")


_CITIES_FROM = 71
"""Second part of an area code from which it is a city's, not a regency's."""


@rule("nama-daerah", Level.WARNING, Scope.RECORD, "pemerintah")
def government_of_two_names(government: Pemerintah) -> Iterator[Complaint]:
    """Nama pemerintah, nama pendek, dan sebutan daerahnya menyebut daerah yang sama.

    Kabupaten yang di satu tempat disebut kota tampil dengan dua nama di setiap halaman. Bagian
    kedua kode wilayah kabupaten di bawah 71, kota mulai 71.

    Sumber: Kepmendagri tentang kode wilayah; praktik katalog ini.
    """
    named, full = government.sebutan_daerah, government.nama
    second = (government.kode_kemendagri or "").partition(".")[2]
    if not full.casefold().endswith(named.casefold()):
        yield Complaint(
            ("sebutan_daerah",),
            f"di sini “{named}”, namanya “{full}”",
            "samakan: nama berakhir dengan sebutan daerahnya",
        )
    elif government.nama_pendek.casefold() not in named.casefold():
        yield Complaint(
            ("nama_pendek",),
            f"“{government.nama_pendek}” tidak ada di “{named}”",
            "tulis nama daerahnya tanpa kata Kabupaten atau Kota",
        )
    elif second.isdigit() and (int(second) >= _CITIES_FROM) != named.startswith("Kota "):
        kind = "kota" if int(second) >= _CITIES_FROM else "kabupaten"
        yield Complaint(
            ("kode_kemendagri",),
            f"kode ini kode {kind}, sebutan daerahnya “{named}”",
            "perbaiki kode wilayah, atau sebutan dan nama daerahnya",
        )
