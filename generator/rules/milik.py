"""Rules about what points at one office or at one paper: it does not stand in two records."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import NamedTuple

from generator.finding import Level
from generator.model.catalog import Layanan
from generator.rules.nomor import digits
from generator.rules.registry import Complaint, Context, Scope, TextFile, rule
from generator.source import Path


def _number(text: str) -> str:
    """Return a number or an address to compare; nothing for what all the country dials."""
    found = digits(text)
    if len(found) >= 7:
        return found
    return text.casefold() if "@" in text else ""


def _same(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip("/")


def _coded(text: str) -> str:
    """Return the number of a paper if it says whose it is; “1 Tahun 2026” many have."""
    words = set(re.findall(r"[a-z]{4,}", text.casefold())) - {"tahun", "nomor"}
    return _same(text) if words else ""


def _decree(text: str) -> str:
    """Return the number of a decree; an id in its stead counts within its own unit only."""
    return _coded(text) if "/" in text else ""


def _page(text: str) -> str:
    """Return a link to compare; the front page of a site is the page of many."""
    return _same(text) if text.rstrip("/").count("/") > _FRONT else ""


_FRONT = 2
"""So many slashes a link to the front page has."""


class _Tanda(NamedTuple):
    """A key whose value points at one thing only."""

    kinds: tuple[str, ...]
    path: tuple[str, ...]
    """Where it stands, without the numbers in lists."""
    what: str
    read: Callable[[str], str] = _same
    kin: bool = False
    """Parent and child, and who shares a building, may share it."""
    unless: tuple[str, ...] = ()
    """Two records with these keys alike are about the same thing."""
    within: bool = False
    """Two records of one unit may not share it either."""
    group: bool = False
    """The units of one group may share it: all villages have one task."""
    among: tuple[str, ...] = ()
    """Only units of these kinds each have one of their own; empty means all."""
    common: int = 0
    """From so many units on it is all the regency's; 0 means never."""


_TANDA = (
    _Tanda(("unit",), ("sippn",), "halaman SIPPN"),
    _Tanda(("unit",), ("situs",), "situs", kin=True),
    _Tanda(("unit",), ("singkatan",), "singkatan"),
    _Tanda(("unit",), ("penyelenggara", "motto"), "motto", group=True, kin=True, common=3),
    _Tanda(("unit",), ("penyelenggara", "tugas"), "tugas", group=True),
    # Offices take the vision of the regent; a village head and a hospital have their own.
    _Tanda(("unit",), ("penyelenggara", "visi"), "visi", among=("desa", "rumah-sakit")),
    _Tanda(("unit", "lokasi"), ("kontak", "nilai"), "kontak", _number, kin=True),
    _Tanda(("lokasi",), ("lintang",), "titik di peta", kin=True, unless=("bertempat_di",)),
    _Tanda(("standar", "pola"), ("sippn",), "halaman SIPPN", within=True),
    _Tanda(("standar", "pola"), ("kendali", "nomor"), "nomor dokumen", within=True),
    _Tanda(("regulasi",), ("tautan",), "naskah", within=True),
    _Tanda(("penetapan", "maklumat"), ("nomor",), "nomor", _coded, unless=("tanggal",)),
    _Tanda(("penetapan",), ("mencabut",), "keputusan lama", _decree),
    _Tanda(("penetapan",), ("berkas",), "naskah", unless=("nomor",), within=True),
    _Tanda(("penetapan",), ("tautan",), "naskah", unless=("nomor",), within=True),
    _Tanda(("maklumat",), ("berkas",), "naskah"),
    _Tanda(("maklumat",), ("media_publikasi", "tautan"), "halaman", _page, kin=True, common=3),
    _Tanda(("skm",), ("media_publikasi", "tautan"), "halaman", _page, kin=True, common=3),
    _Tanda(("konsultasi",), ("berita_acara",), "berita acara", within=True),
    _Tanda(("konsultasi",), ("berkas",), "berita acara", within=True),
    _Tanda(("evaluasi",), ("berkas",), "laporan", unless=("tahun",), within=True),
    _Tanda(("evaluasi",), ("tautan",), "laporan", unless=("tahun",), within=True),
)
_BY_KIND: dict[str, list[_Tanda]] = defaultdict(list)
for _each in _TANDA:
    for _kind in _each.kinds:
        _BY_KIND[_kind].append(_each)

_Holder = tuple[TextFile, Path, str]


@rule("satu-pemilik", Level.WARNING, Scope.CATALOG)
def held_by_two(context: Context) -> Iterator[Complaint]:
    """Yang menunjuk satu kantor atau satu naskah tidak tertulis pada dua.

    Nomor telepon, situs, halaman SIPPN, titik di peta, dan nomor berita acara yang tersalin dari
    rekaman tetangga lolos setiap uji, karena semuanya hidup: warga menelepon kantor desa lain.
    Unit dan induknya boleh berbagi nomor, situs, dan gedung. Motto, tugas, visi, halaman maklumat,
    dan keputusan yang dicabut pun milik satu unit; unit satu kelompok boleh bertugas sama.

    Sumber: praktik, mis. rekaman yang disalin dari tetangga lalu tidak diganti seluruhnya.
    """
    held: dict[tuple[int, str], list[_Holder]] = defaultdict(list)
    for file in context.files:
        for sign in _BY_KIND.get(file.identity.kind, ()):
            data = file.document.data
            if data.get("status") == "dicabut" or (
                sign.among and data.get("jenis") not in sign.among
            ):
                continue
            for path, text in file.of((sign.path[-1],)):
                if tuple(step for step in path if step.__class__ is str) != sign.path:
                    continue
                value = sign.read(text)
                if sign.path == ("lintang",):
                    value += f" {file.document.data.get('bujur')}"
                holders = held[_TANDA.index(sign), value] if value else []
                # In one record it may stand many times; once is told.
                if not holders or holders[-1][0] is not file:
                    holders.append((file, path, text))
    for (index, value), holders in held.items():
        sign = _TANDA[index]
        if len(holders) > 1 and not 0 < sign.common <= len(holders):
            yield from _claims(context, sign, value, holders)


def _claims(
    context: Context, sign: _Tanda, value: str, holders: list[_Holder]
) -> Iterator[Complaint]:
    """Tell each holder of a sign of another one, unless the sign is plainly its own."""
    usual = _usual(context, sign, value, holders)
    for file, path, text in holders:
        if _owner(file) == usual:
            continue
        apart = (each[0] for each in holders if _apart(context, sign, file, each[0]))
        other = next(apart, None)
        if other and not _names(text, file, other):
            yield Complaint(
                path,
                f"{sign.what} “{text[:60]}” tertulis juga di `{other.document.file}`",
                f"tulis {sign.what} yang sebenarnya; salah satunya tersalin dari yang lain",
                at=file,
            )


def _usual(context: Context, sign: _Tanda, value: str, holders: list[_Holder]) -> str | None:
    """Return the one unit in whose records a sign stands more often than in any other's."""
    count = {_owner(file): 0 for file, _, _ in holders}
    if len(count) < 2:
        return None
    for file in context.files:
        if (owner := _owner(file)) in count:
            count[owner] += sum(sign.read(text) == value for _, text in file.texts)
    first, second = sorted(count, key=lambda each: -count[each])[:2]
    return first if count[first] > count[second] else None


def _names(text: str, file: TextFile, other: TextFile) -> bool:
    """Tell whether a sign names the owner of this record, and not the other's."""
    words = set(re.split(r"[^a-z0-9-]+", text.casefold()))
    return _owner(file) in words and _owner(other) not in words


def _owner(file: TextFile) -> str:
    return file.id.partition("/")[0]


def _apart(context: Context, sign: _Tanda, one: TextFile, other: TextFile) -> bool:
    """Tell whether two records may not share a sign."""
    if one.id == other.id and one.identity.kind == other.identity.kind:
        return False
    mine, theirs = _owner(one), _owner(other)
    if mine == theirs and not sign.within:
        return False
    if sign.unless and all(
        one.document.data.get(key) == other.document.data.get(key) is not None
        for key in sign.unless
    ):
        return False
    if sign.group and _grouped(context, mine) == _grouped(context, theirs) is not None:
        return False
    return not (sign.kin and (_near(context, one, theirs) or _near(context, other, mine)))


def _grouped(context: Context, owner: str) -> str | None:
    return context.katalog.kelompok_dari(owner) if owner in context.katalog.unit else None


def _near(context: Context, file: TextFile, other: str) -> bool:
    """Tell whether a record's unit or building is another's child."""
    unit = context.katalog.unit.get(_owner(file))
    return other in ((unit.induk if unit else None), file.document.data.get("bertempat_di"))


@rule("ringkasan-tersalin", Level.WARNING, Scope.CATALOG)
def summary_of_another(context: Context) -> Iterator[Complaint]:
    """Dua layanan yang namanya lain tidak berbagi satu ringkasan.

    Ringkasan adalah kalimat pertama di halaman dan di hasil pencarian. Yang tersalin dari layanan
    lain membuat warga mengurus hal yang tidak ia perlukan.

    Sumber: praktik, mis. rekaman yang disalin dari layanan lain lalu tidak diganti seluruhnya.
    """
    first: dict[str, Layanan] = {}
    for service in context.katalog.layanan.values():
        other = first.setdefault(_same(service.isi.ringkasan), service)
        if other is service or _same(other.isi.nama) == _same(service.isi.nama):
            continue
        copied, kept = sorted((service, other), key=_speaks_of_itself)
        record = context.by_id.get(
            ("pola" if copied.pemilik in context.katalog.kelompok else "standar", copied.id)
        )
        if record:
            yield Complaint(
                ("ringkasan",),
                f"ringkasan ini ringkasan “{kept.isi.nama}” (`{kept.id}`)",
                f"tulis apa yang diperoleh warga dari “{copied.isi.nama}”",
                at=record,
            )


def _speaks_of_itself(service: Layanan) -> int:
    """Return how many words of a service's names its summary uses."""
    names = " ".join((service.isi.nama, *service.isi.sebutan)).casefold()
    return len({*names.split()} & {*re.findall(r"[\w-]+", service.isi.ringkasan.casefold())})


_PAPERS = ("maklumat", "skm", "evaluasi", "konsultasi", "penetapan")
_TOGETHER = {"konsultasi", "penetapan"}
"""The minutes of a forum may belong to the decree that follows it."""


@rule("lampiran-dua-naskah", Level.WARNING, Scope.CATALOG)
def one_file_two_papers(context: Context) -> Iterator[Complaint]:
    """Satu berkas lampiran adalah satu macam naskah: maklumat, laporan survei, atau keputusan.

    Warga yang membuka maklumat dan mendapat laporan survei menyangka maklumatnya tidak ada;
    penilai menghitungnya kosong.

    Sumber: UU 25/2009 Pasal 22 (maklumat dipublikasikan); praktik, mis. nama berkas tersalin.
    """
    used: dict[str, list[tuple[TextFile, str]]] = defaultdict(list)
    for file in context.files:
        if file.identity.kind in _PAPERS:
            paper = file.document.data.get("berkas")
            if isinstance(paper, str):
                used[paper].append((file, file.identity.kind))
    for paper, users in used.items():
        kinds = [kind for _, kind in users]
        if len(set(kinds)) < 2 or set(kinds) == _TOGETHER:
            continue
        named = {kind for kind in kinds if kind in paper}
        most = max(kinds.count(kind) for kind in kinds)
        for file, kind in users:
            other = next(each for each, its in users if its != kind)
            right = kind in named if named else kinds.count(kind) == most > len(kinds) / 2
            if not right:
                yield Complaint(
                    ("berkas",),
                    f"`{paper}` adalah naskah {other.identity.kind} `{other.id}`",
                    f"tulis berkas naskah {kind} ini sendiri",
                    at=file,
                )
