"""Rules about hours: what the words say of being open, the office week, days named with dates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from generator.assemble import Record
from generator.finding import Level
from generator.model.kalender import HARI, kalender, menit_jam
from generator.model.layanan import Standar
from generator.model.pemerintah import Pemerintah
from generator.model.salah_tulis import BULAN
from generator.model.unit import Lokasi
from generator.rules.bantu import STANDAR
from generator.rules.registry import Complaint, Context, Scope, TextFile, rule

_ALWAYS = re.compile(
    r"\b(?:buka|dibuka|terbuka|melayani|dilayani|pertolongan(?: segera)?) 24 jam\b", re.IGNORECASE
)
_NOT_ALL = re.compile(
    r"\b(?:tidak|belum|bukan|rencana|berencana|menyatakan|disebut|akan|bila)\b", re.IGNORECASE
)
_UNTIL = re.compile(r"\b(?:tutup|sampai|hingga) (?:pukul|jam) (\d{1,2})[.:](\d\d)", re.IGNORECASE)


def _always(text: str | None) -> re.Match[str] | None:
    """Return where a text says plainly that a place is open day and night."""
    return _ALWAYS.search(text) if text and "24" in text and not _NOT_ALL.search(text) else None


@rule("jam-lain-kata", Level.WARNING, Scope.CATALOG)
def hours_in_words(context: Context) -> Iterator[Complaint]:
    """Kalimat "24 jam" dan "sampai pukul …" cocok dengan `jam` dan `selalu_buka` tempatnya.

    Halaman berkata tutup sementara IGD-nya buka, atau ringkasan berjanji 24 jam di tempat yang
    tutup pukul 22.00: orang yang sakit malam hari salah memilih tempat.

    Sumber: UU 25/2009 (kepastian waktu pelayanan); praktik katalog ini (jam ada di `lokasi/`).
    """
    for record in context.of_kind("lokasi"):
        if isinstance(record.data, Lokasi):
            yield from _place(record, record.data)
    for record in context.of_kind(*STANDAR):
        standard = record.data
        if not isinstance(standard, Standar) or standard.status == "dicabut":
            continue
        match = _always(standard.ringkasan)
        if match is None:
            continue
        places = _places(context, record, standard)
        closing = next(
            (
                said[0]
                for text in (*standard.catatan, *(each.catatan_jam or "" for each in places))
                if (said := _UNTIL.search(text)) and not _always(text)
            ),
            None,
        )
        closed = [each.nama for each in places if each.jam and not _day_and_night(each)]
        if closing or (closed and len(closed) == len(places)):
            why = f"catatan berkata “{closing}”" if closing else f"`jam` {closed[0]} tidak"
            yield Complaint(
                ("ringkasan",),
                f"di sini “{match[0]}”, tetapi {why}",
                "perbaiki kalimat ini; bila memang 24 jam, tulis `selalu_buka: ya` di lokasinya",
                at=record,
            )


def _places(context: Context, record: Record, standard: Standar) -> list[Lokasi]:
    owner = record.id.partition("/")[0]
    named = [each if "/" in each else f"{owner}/{each}" for each in standard.lokasi]
    found = context.katalog.lokasi
    if not named:
        named = [id_ for id_, each in found.items() if record.id in each.layanan]
    return [found[each] for each in named if each in found]


def _day_and_night(place: Lokasi) -> bool:
    days = {
        day for row in place.jam if (row.buka, row.tutup) == ("00:00", "24:00") for day in row.hari
    }
    return place.selalu_buka or len(days) == len(HARI)


_SHUT = re.compile(
    r"\bpukul \d{1,2}[.:]\d\d (?:sampai|s\.?d\.?|hingga|-|–)|(?<!tidak )(?<!tanpa )\btutup\b"
    r"|\b(?:hanya )?(?:pada )?hari kerja\b",
    re.IGNORECASE,
)
"""What a place that never shuts does not say of its hours."""


def _place(record: Record, place: Lokasi) -> Iterator[Complaint]:
    note = place.catatan_jam
    if place.selalu_buka and place.jam:
        yield Complaint(
            ("jam",),
            "`selalu_buka: ya`, tetapi `jam` diisi juga",
            "hapus salah satunya",
            at=record,
            on_key=True,
        )
    if (match := _always(note)) and not _day_and_night(place):
        yield Complaint(
            ("catatan_jam",),
            f"di sini “{match[0]}”, tetapi `selalu_buka` tidak `ya`",
            f"tulis `selalu_buka: ya`{' dan hapus `jam`' if place.jam else ''}; "
            "atau perbaiki kalimat ini",
            at=record,
        )
    shut = _SHUT.search(note or "") if place.selalu_buka else None
    if shut:
        yield Complaint(
            ("catatan_jam",),
            f"di sini “{shut[0]}”, tetapi `selalu_buka: ya`",
            "perbaiki kalimat ini, atau hapus `selalu_buka` dan tulis `jam`-nya",
            at=record,
        )
        return
    closing = _UNTIL.search(note or "")
    if closing is None:
        return
    minute = int(closing[1]) * 60 + int(closing[2])
    last = max((menit_jam(row.tutup) for row in place.jam), default=1440)
    if place.selalu_buka or minute > last:
        yield Complaint(
            ("catatan_jam",),
            f"di sini “{closing[0]}”, tetapi tempatnya "
            + ("selalu buka" if place.selalu_buka else "sudah tutup lebih awal menurut `jam`"),
            "perbaiki `jam` atau `selalu_buka`, atau kalimat ini",
            at=record,
        )


_OFFICE_ONLY = re.compile(
    r"\b(?:pada|dalam|selama|di|hanya) (?:hari dan )?jam (?:kerja|kantor|layanan|pelayanan|buka)\b",
    re.IGNORECASE,
)
_ANSWERED = re.compile(r"\b(?:dijawab|dibalas|ditanggapi|dibaca|diproses|dibuka)\b", re.IGNORECASE)
_ANYTIME = re.compile(
    r"\b24 jam\b|\bkapan (?:saja|pun)\b|\bsetiap saat\b|\bsiang malam\b", re.IGNORECASE
)


@rule("aduan-di-luar-jam", Level.WARNING, Scope.FILE, "unit", "kelompok", "pemerintah")
def out_of_hours(file: TextFile) -> Iterator[Complaint]:
    """`di_luar_jam` sebuah kanal pengaduan cocok dengan keterangannya.

    Surat yang "diterima di luar jam" tetapi hanya diserahkan di loket pada jam kerja membuat warga
    datang malam hari ke pintu yang terkunci.

    Sumber: PermenPANRB 62/2018 (pengelolaan pengaduan); praktik katalog ini.
    """
    if "jam" not in file.words and "kapan" not in file.words and "saat" not in file.words:
        return
    for path, text in file.of(("keterangan",)):
        if len(path) < 3 or path[-3] not in ("kanal", "kanal_pengaduan"):
            continue
        key = (*path[:-1], "di_luar_jam")
        after = any(each == key and said == "ya" for each, said in file.of(("di_luar_jam",)))
        if after and (match := _OFFICE_ONLY.search(text)) and not _ANSWERED.search(text):
            yield Complaint(
                path,
                f"`di_luar_jam: ya`, tetapi di sini “{match[0]}”",
                "hapus `di_luar_jam`; atau jelaskan cara mengadu di luar jam itu",
            )
        elif not after and (match := _ANYTIME.search(text)):
            yield Complaint(
                path,
                f"di sini “{match[0]}”, tetapi `di_luar_jam` tidak `ya`",
                "tulis `di_luar_jam: ya` di kanal ini, atau perbaiki kalimatnya",
            )


_WEEK = 2250
"""Minutes of work in a week: 37.5 hours."""


@rule("jam-kerja-seminggu", Level.WARNING, Scope.RECORD, "pemerintah")
def working_week(government: Pemerintah) -> Iterator[Complaint]:
    """Jam kerja seminggu, tanpa istirahat, berjumlah 37 jam 30 menit.

    Semua janji dalam jam dan hari kerja dihitung dari sini; pulang setengah jam lebih awal
    memperpanjang setiap janji tanpa terlihat.

    Sumber: Perpres 21/2023 (37 jam 30 menit seminggu, tidak termasuk istirahat).
    """
    if not government.jam_kerja:
        return
    hours = kalender(government.jam_kerja).jam
    total = sum(end - begin for day in hours for begin, end in day)
    if total == _WEEK:
        return
    each = [sum(end - begin for begin, end in day) for day in hours]
    usual = max(set(filter(None, each)), key=each.count)
    odd = next((at for at, day in enumerate(each) if day and day != usual), 0)
    row = next((at for at, one in enumerate(government.jam_kerja) if HARI[odd] in one.hari), 0)
    yield Complaint(
        ("jam_kerja", row, "pulang"),
        f"jam kerja seminggu {_hours(total)}, seharusnya {_hours(_WEEK)}",
        "perbaiki `masuk`, `pulang`, atau istirahat hari yang keliru",
    )


def _hours(minutes: int) -> str:
    hour, rest = divmod(minutes, 60)
    return f"{hour} jam {rest} menit" if rest else f"{hour} jam"


_MONTHS = "|".join(BULAN)


_WEEKDAY = re.compile(rf"\b({'|'.join(HARI)}),? (\d{{1,2}}) ({_MONTHS}) (20\d\d)\b", re.IGNORECASE)


@rule("hari-lain-tanggal", Level.WARNING, Scope.FILE)
def weekday_differs(file: TextFile) -> Iterator[Complaint]:
    """Nama hari di depan sebuah tanggal adalah hari tanggal itu.

    "Senin, 1 Desember 2026" jatuh pada Selasa: sebagian orang datang Senin, sebagian Selasa.

    Sumber: kalender; praktik (tanggal yang disalin dari tahun lalu).
    """
    if file.words.isdisjoint(HARI) or file.words.isdisjoint(BULAN):
        return
    for path, text in file.sentences:
        for match in _WEEKDAY.finditer(text):
            try:
                day = date(int(match[4]), BULAN[match[3].casefold()], int(match[2]))
            except ValueError:
                continue
            real = HARI[day.weekday()].capitalize()
            if real.casefold() != match[1].casefold():
                yield Complaint(
                    path,
                    f"“{match[0]}” jatuh pada hari {real}",
                    "perbaiki nama harinya, atau tanggalnya",
                )
