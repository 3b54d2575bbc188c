"""Rules about notices: they begin before they end, and do not stay for ever."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from generator.finding import Level
from generator.model.pengumuman import Pengumuman
from generator.model.salah_tulis import BULAN
from generator.rules.registry import Complaint, Context, Scope, rule

_KEPT = timedelta(days=90)
_LONG = timedelta(days=183)


@rule("pengumuman-masa", Level.ERROR, Scope.RECORD, "pengumuman")
def ends_before_it_begins(notice: Pengumuman) -> Iterator[Complaint]:
    """Pengumuman selesai pada atau sesudah hari mulainya, dan tidak tampil berbulan-bulan.

    Pengumuman yang selesai sebelum mulai tidak pernah tampil, dan warga datang ke loket yang
    tutup. Yang tampil setahun biasanya salah tahun: loket dikira tutup padahal sudah buka. Begitu
    pula pengumuman yang ditulis lebih dari setahun sebelum mulainya.

    Sumber: praktik katalog ini (pengumuman hilang sendiri sesudah `selesai`).
    """
    if notice.selesai < notice.mulai:
        yield Complaint(
            ("selesai",),
            f"selesai {notice.selesai} mendahului mulai {notice.mulai}",
            "tukar tanggalnya, atau perbaiki tahunnya",
        )
    elif notice.selesai - notice.mulai > _LONG:
        yield Complaint(
            ("selesai",),
            f"pengumuman ini tampil {(notice.selesai - notice.mulai).days} hari",
            "perbaiki tahunnya; yang berlaku selama itu ditulis di standar atau `jam` lokasinya",
            level=Level.WARNING,
        )
    elif notice.mulai - notice.diperbarui > 2 * _LONG:
        yield Complaint(
            ("diperbarui",),
            f"ditulis {notice.diperbarui}, baru mulai {notice.mulai}",
            "perbaiki tahun `diperbarui`, atau tahun `mulai` dan `selesai`",
            level=Level.WARNING,
        )


_COUNT = "sehari|seharian|(?:\\d{1,2}|satu|dua|tiga|empat|lima|enam|tujuh) hari"
_FOR_DAYS = re.compile(
    rf"(?<!dalam )(?<!paling lama )(?<!tiap )\b({_COUNT})\b"
    r"(?![- ](?:hari|kerja|lagi|sebelum|sesudah|setelah)\b)",
    re.IGNORECASE,
)
_NEXT_DAY = re.compile(
    r"\b(?:hari berikutnya|keesokan(?: hari)?nya|esok hari|besok)\b", re.IGNORECASE
)
_NUMBER = {
    word: at for at, word in enumerate(("satu", "dua", "tiga", "empat", "lima", "enam", "tujuh"), 1)
}


@rule("pengumuman-lain-lama", Level.WARNING, Scope.RECORD, "pengumuman")
def shut_for_other_days(notice: Pengumuman) -> Iterator[Complaint]:
    """Layanan tutup atau terganggu selama yang disebut judulnya.

    "Tutup sehari" yang tampil sebulan membuat loket yang sudah buka dijauhi warga; yang hilang
    sehari lebih awal membuat mereka datang ke loket yang tutup. Sabtu dan Minggu boleh dihitung
    atau tidak.

    Sumber: praktik katalog ini (pengumuman tampil dari `mulai` sampai `selesai`).
    """
    length = (notice.selesai - notice.mulai).days + 1
    if notice.tingkat == "info" or not 0 < length <= _LONG.days:
        return
    worked = sum((notice.mulai + timedelta(each)).weekday() < 5 for each in range(length))
    match, said = _FOR_DAYS.search(notice.judul), 1
    if match:
        count = match[1].casefold().split()[0]
        said = int(count) if count.isdigit() else _NUMBER.get(count, 1)
    elif notice.tingkat == "tutup":
        match = _NEXT_DAY.search(notice.isi)
    right = worked <= said <= length if match and match.string == notice.judul else worked <= said
    if match and not right:
        last = notice.mulai + timedelta(said - 1)
        yield Complaint(
            ("selesai",),
            f"di sini “{match[0]}”, tetapi berlaku {length} hari",
            f"tulis `selesai: {last}`, atau perbaiki kalimatnya",
        )


@rule("pengumuman-dicabut", Level.WARNING, Scope.CATALOG)
def about_what_is_gone(context: Context) -> Iterator[Complaint]:
    """Pengumuman menyangkut unit dan layanan yang masih ada.

    Pengumuman tentang layanan yang sudah dicabut tampil di halaman yang tidak dibuka siapa pun;
    layanan penggantinya tetap tampak biasa.

    Sumber: praktik katalog ini (pengumuman tampil di unit, layanan, atau lokasi yang disebut).
    """
    for record in context.of_kind("pengumuman"):
        notice = record.data
        if not isinstance(notice, Pengumuman):
            continue
        found = [("unit", at, context.katalog.unit.get(id_)) for at, id_ in enumerate(notice.unit)]
        for key, at, gone in (
            *found,
            *(
                ("layanan", at, service.isi)
                for at, id_ in enumerate(notice.layanan)
                if (service := context.katalog.cari_layanan(id_))
            ),
        ):
            if gone and gone.status == "dicabut":
                hint = f"tulis penggantinya, `{gone.pengganti}`" if gone.pengganti else "hapus"
                yield Complaint((key, at), f"“{gone.nama}” sudah dicabut", hint, at=record)


@rule("pengumuman-lewat", Level.INFO, Scope.CATALOG)
def long_over(context: Context) -> Iterator[Complaint]:
    """Pengumuman yang sudah lama lewat dihapus dari katalog.

    Berkas lama membuat petugas berikutnya menyalin pengumuman yang salah; riwayatnya tetap
    tersimpan di repositori.

    Sumber: praktik katalog ini.
    """
    for record in context.of_kind("pengumuman"):
        notice = record.data
        if not isinstance(notice, Pengumuman) or notice.selesai < notice.mulai:
            continue  # a year mistyped; the notice may well be of today
        if notice.selesai + _KEPT < context.today:
            yield Complaint(
                ("selesai",),
                f"pengumuman ini sudah lewat sejak {notice.selesai}",
                "hapus berkasnya",
                at=record,
            )


@rule("pengumuman-layanan-lain", Level.WARNING, Scope.CATALOG)
def names_another_service(context: Context) -> Iterator[Complaint]:
    """Layanan yang disebut judul pengumuman adalah layanan yang terkena.

    Pengumuman tentang SKTM di halaman pengantar nikah tidak dibaca orang yang memerlukannya, dan
    menakuti orang yang tidak terkena.

    Sumber: praktik katalog ini (pengumuman tampil di unit, layanan, atau lokasi yang disebut).
    """
    for record in context.of_kind("pengumuman"):
        notice = record.data
        if not isinstance(notice, Pengumuman) or not notice.layanan:
            continue
        title = f"{notice.judul} {notice.judul.casefold()}"
        met = {each for id_ in notice.layanan for each in (id_, _pattern(context, id_))}
        named: dict[str, str] = {}
        for service in context.katalog.layanan.values():
            for name in (service.isi.nama, *service.isi.sebutan):
                if _sure(name) and _says(title, (_plain(name),)):
                    named.setdefault(service.id, name)
        if named and not context.broken and named.keys().isdisjoint(met):
            id_ = min(named)
            yield Complaint(
                ("layanan", 0),
                f"judulnya menyebut {named[id_]}, tetapi yang terkena `{notice.layanan[0]}`",
                f"tulis `{id_}`, atau perbaiki judulnya",
                at=record,
            )


def _pattern(context: Context, id_: str) -> str:
    service = context.katalog.cari_layanan(id_)
    return (service and service.pola) or id_


def _sure(name: str) -> bool:
    """Tell whether a name of a service can mean little else: an abbreviation, or some words."""
    return len(name) > 2 and (name.isupper() or " " in name)


def _plain(name: str) -> str:
    """Return several words in lower case; an abbreviation as it is."""
    return name.casefold() if " " in name else name


@rule("pengumuman-unit-lain", Level.WARNING, Scope.CATALOG)
def names_another_unit(context: Context) -> Iterator[Complaint]:
    """Unit yang disebut judul pengumuman adalah unit yang terkena.

    Loket yang tutup tetap tampak buka, dan loket lain yang buka tampak tutup, bila tempatnya salah
    salin.

    Sumber: praktik katalog ini (pengumuman tampil di unit, layanan, atau lokasi yang disebut).
    """
    units = context.katalog.unit
    for record in context.of_kind("pengumuman"):
        notice = record.data
        if not isinstance(notice, Pengumuman):
            continue
        about = [*notice.unit, *notice.layanan, *notice.lokasi]
        met = {each.partition("/")[0] for each in about}
        places = [context.katalog.lokasi.get(each) for each in notice.lokasi]
        hosts = {each.bertempat_di for each in places if each}
        named = {
            id_
            for id_, unit in units.items()
            if id_ not in hosts and _says(notice.judul, (unit.nama, unit.singkatan or ""))
        }
        # A pattern is met at all its units.
        met |= {id_ for id_ in named if context.katalog.kelompok_dari(id_) in met}
        if about and named and named.isdisjoint(met):
            key = "lokasi" if notice.lokasi else "layanan" if notice.layanan else "unit"
            yield Complaint(
                (key, 0),
                f"judulnya menyebut `{min(named)}`, tetapi yang terkena `{min(met)}`",
                f"tulis {key} milik `{min(named)}`, atau perbaiki judulnya",
                at=record,
            )


def _says(text: str, names: tuple[str, ...]) -> bool:
    return any(
        each and each in text and re.search(rf"\b{re.escape(each)}\b", text) for each in names
    )


@rule("pengumuman-tempat-lain", Level.WARNING, Scope.CATALOG)
def names_another_place(context: Context) -> Iterator[Complaint]:
    """Tempat yang disebut judul pengumuman adalah lokasi yang terkena.

    "Loket di MPP tutup" yang dipasang pada kantor menutup tempat yang justru buka, dan warga tetap
    datang ke loket yang tutup.

    Sumber: praktik katalog ini (pengumuman tampil di unit, layanan, atau lokasi yang disebut).
    """
    for record in context.of_kind("pengumuman"):
        notice = record.data
        if not isinstance(notice, Pengumuman) or not notice.lokasi or context.broken:
            continue
        owners = {each.partition("/")[0] for each in notice.lokasi}
        common = _of_any_place(context, owners)
        title = _words(notice.judul) - common
        places = {
            id_: _words(f"{place.nama} {id_.partition('/')[2]}")
            for id_, place in context.katalog.lokasi.items()
            if id_.partition("/")[0] in owners
        }
        met = {word for each in notice.lokasi for word in places.pop(each, ())}
        named = {id_: title & words - _FURNITURE for id_, words in places.items()}
        other = max(sorted(named), key=lambda each: len(named[each]), default="")
        if other and named[other] and title.isdisjoint(met):
            yield Complaint(
                ("lokasi", 0),
                f"judulnya menyebut “{' '.join(sorted(named[other]))}”, tetapi yang terkena "
                f"`{notice.lokasi[0]}`",
                f"tulis `{other}`, atau perbaiki judulnya",
                at=record,
            )


_FURNITURE = frozenset(("loket", "meja", "ruang", "gedung", "pos"))
"""What every place may have; it tells no place from another."""
_SMALL_WORDS = frozenset(("di", "dan", "ke", "untuk", "pada", "lantai", "layanan", "pelayanan"))


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z0-9]{2,}", text.casefold())) - _SMALL_WORDS


def _of_any_place(context: Context, owners: set[str]) -> frozenset[str]:
    """Return the words of the units' own names and the region's."""
    units = [each for id_ in owners if (each := context.katalog.unit.get(id_))]
    names = [f"{each.nama} {each.singkatan or ''}" for each in units]
    return _words(" ".join((context.katalog.pemerintah.sebutan_daerah, *names)))


_DATED = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(BULAN)})(?: (\d{{4}}))?", re.IGNORECASE)


@rule("pengumuman-lain-tanggal", Level.WARNING, Scope.RECORD, "pengumuman")
def notice_names_other_day(notice: Pengumuman) -> Iterator[Complaint]:
    """Hari yang disebut judul pengumuman berada di antara `mulai` dan `selesai`.

    Pengumuman "mulai 1 Desember" yang baru tampil 10 Desember, atau hilang sebelum harinya, tidak
    dibaca orang yang memerlukannya.

    Sumber: praktik katalog ini (pengumuman tampil dari `mulai` sampai `selesai`).
    """
    for day, month, year in _DATED.findall(notice.judul):
        try:
            named = date(int(year or notice.mulai.year), BULAN[month.casefold()], int(day))
        except ValueError:
            continue
        if not year and named < notice.mulai and notice.selesai.year > notice.mulai.year:
            named = named.replace(year=notice.selesai.year)
        if notice.selesai < notice.mulai or notice.mulai <= named <= notice.selesai:
            continue
        key = "mulai" if named < notice.mulai else "selesai"
        yield Complaint(
            (key,),
            f"judulnya menyebut {named}, `{key}` {getattr(notice, key)}",
            f"tulis `{key}: {named}`, atau perbaiki judulnya",
        )
        return
