"""Rules about who keeps the promise: posts, staff, and the hours in which citizens are served."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from generator.finding import Level
from generator.model.catalog import Katalog
from generator.model.kalender import menit_jam
from generator.model.komponen import JumlahPelaksana, Kompetensi, KomponenBersama
from generator.model.sop import Sop
from generator.model.unit import Lokasi
from generator.rules.janji_bantu import tell
from generator.rules.registry import Complaint, Context, Scope, rule
from generator.rules.sop_bentuk import involves_public
from generator.rules.sop_layanan import Pasangan


def _shared(katalog: Katalog, owner: str) -> tuple[KomponenBersama, ...]:
    """Return the shared components of a unit, then of its group; or of a group."""
    unit, group = katalog.unit.get(owner), katalog.kelompok.get(owner)
    if unit is not None:
        above = katalog.kelompok_dari(owner)
        group = katalog.kelompok[above] if above else None
    found = [each.komponen_bersama for each in (unit, group) if each is not None]
    return tuple(each for each in found if each is not None)


def _skills(katalog: Katalog, pair: Pasangan) -> tuple[Kompetensi, ...]:
    owner = pair.layanan.partition("/")[0]
    own = pair.standar.kompetensi
    return own + tuple(skill for shared in _shared(katalog, owner) for skill in shared.kompetensi)


def _staff(katalog: Katalog, pair: Pasangan) -> JumlahPelaksana | None:
    owner = pair.layanan.partition("/")[0]
    found = [pair.standar.jumlah_pelaksana]
    found += [each.jumlah_pelaksana for each in _shared(katalog, owner)]
    return next((each for each in found if each is not None), None)


@lru_cache(maxsize=4096)
def _words(post: str) -> frozenset[str]:
    dropped = ("dan", "atau", "di", "pada", "yang")
    return frozenset(
        word for word in post.casefold().replace(",", " ").split() if word not in dropped
    )


def same_post(one: str, other: str) -> bool:
    """Tell whether two names mean one post: the same words, or one names the other more fully."""
    a, b = _words(one), _words(other)
    return a <= b or b <= a


def _own_posts(sop: Sop) -> Iterator[tuple[int, str]]:
    for at, actor in enumerate(sop.pelaksana):
        if not actor.luar and not actor.unit:
            yield at, actor.jabatan


def _leads(post: str) -> bool:
    """Tell whether a post is that of a head, who signs but does not serve."""
    return post.casefold().startswith(_HEADS)


_HEADS = ("kepala", "camat", "lurah", "direktur", "bupati", "wakil bupati", "sekretaris")


@rule("janji-kompetensi", Level.WARNING, Scope.CATALOG)
def skills(context: Context) -> Iterator[Complaint]:
    """Setiap jabatan di SOP punya kompetensi di standar atau di unitnya, bila kompetensi diisi.

    Jabatan yang mengerjakan layanan tetapi tidak ada syarat kemampuannya dapat diisi siapa saja.
    Pelaksana dari luar unit tidak dihitung.

    Sumber: UU 25/2009 Pasal 21 (kompetensi pelaksana); PermenPANRB 35/2012 (kualifikasi).
    """
    for pair in context.pasangan:
        known = _skills(context.katalog, pair)
        if not known or not pair.utuh or not pair.berbeda("kompetensi"):
            continue
        for at, post in _own_posts(pair.sop):
            if not any(same_post(post, each.jabatan) for each in known):
                owner = pair.layanan.partition("/")[0]
                yield tell(
                    pair,
                    ("pelaksana", at, "jabatan"),
                    f"kompetensi “{post}” belum disebut di standar maupun di `{owner}`",
                    f"tambahkan `kompetensi: [{{jabatan: {post}, uraian: …}}]`, atau samakan "
                    "nama jabatannya",
                    komponen="kompetensi",
                )


@rule("janji-jumlah-pelaksana", Level.WARNING, Scope.CATALOG)
def staff(context: Context) -> Iterator[Complaint]:
    """Jumlah pelaksana, bila diisi, cukup untuk jabatan-jabatan yang bekerja menurut SOP.

    SOP yang memerlukan lima jabatan tidak berjalan dengan dua orang; salah satu dari keduanya
    keliru. Pimpinan yang menandatangani tidak dihitung sebagai pelaksana.

    Sumber: UU 25/2009 Pasal 21 (jumlah pelaksana sesuai beban kerja); PermenPANRB 35/2012.
    """
    for pair in context.pasangan:
        staff_ = _staff(context.katalog, pair)
        posts = [each for each in _own_posts(pair.sop) if not _leads(each[1])]
        if staff_ is None or not posts or not pair.utuh or not pair.berbeda("jumlah_pelaksana"):
            continue
        if staff_.rincian:
            for at, post in posts:
                if not any(same_post(post, each.jabatan) for each in staff_.rincian):
                    yield tell(
                        pair,
                        ("pelaksana", at, "jabatan"),
                        f"“{post}” tidak ada di rincian jumlah pelaksana",
                        "tambahkan jabatan itu di `jumlah_pelaksana.rincian`, atau samakan namanya",
                        komponen="jumlah_pelaksana",
                    )
        elif staff_.jumlah is not None and staff_.jumlah < len(posts):
            yield tell(
                pair,
                ("pelaksana",),
                f"SOP memerlukan {len(posts)} jabatan, tetapi pelaksananya {staff_.jumlah} orang",
                "perbaiki `jumlah_pelaksana`, atau gabungkan jabatan yang dipegang satu orang",
                komponen="jumlah_pelaksana",
            )


@rule("janji-jam-layanan", Level.ERROR, Scope.CATALOG)
def service_hours(context: Context) -> Iterator[Complaint]:
    """Baris yang memerlukan warga selesai dalam jam layanan satu hari, bila jamnya diisi.

    Warga yang harus hadir empat jam di loket yang buka tiga jam akan disuruh kembali besok.

    Sumber: UU 25/2009 Pasal 21 (prosedur dan jangka waktu); jam layanan di `lokasi/`.
    """
    by_unit: dict[str, list[tuple[str, Lokasi]]] = {}
    for id_, place in context.katalog.lokasi.items():
        by_unit.setdefault(id_.partition("/")[0], []).append((id_.partition("/")[2], place))
    for pair in context.pasangan:
        longest = _longest_opening(pair, by_unit)
        if longest is None or not pair.berbeda("lokasi"):
            continue
        for at, row in enumerate(pair.sop.baris):
            if row.waktu is None or not involves_public(row, pair.sop):
                continue
            minutes = row.waktu.nilai * {"menit": 1, "jam": 60}.get(row.waktu.satuan, 0)
            if minutes > longest:
                yield tell(
                    pair,
                    ("baris", at, "waktu"),
                    f"baris `{row.kode}` memerlukan warga {minutes} menit, tetapi tempat "
                    f"layanan buka paling lama {longest} menit sehari",
                    "perbaiki `waktu` baris ini atau `jam` di `lokasi/`; bila keduanya benar, bagi "
                    "kegiatan itu",
                    komponen="lokasi",
                )


def _longest_opening(pair: Pasangan, by_unit: dict[str, list[tuple[str, Lokasi]]]) -> int | None:
    """Return the longest opening of a day where the service is given; None if not filled."""
    named = {each.rpartition("/")[2] for each in pair.standar.lokasi}
    places = [
        place
        for id_, place in by_unit.get(pair.layanan.partition("/")[0], ())
        if (not named or id_ in named) and (not place.layanan or pair.layanan in place.layanan)
    ]
    if any(each.selalu_buka for each in places):
        return None
    return max(
        (menit_jam(hours.tutup) - menit_jam(hours.buka) for each in places for hours in each.jam),
        default=None,
    )
