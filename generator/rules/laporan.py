"""Rules about what is published: where it hangs, when, and figures copied from another report."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from datetime import date, timedelta

from generator.assemble import Record
from generator.finding import Level
from generator.model.kinerja import Evaluasi, Konsultasi, RekapPengaduan, Skm
from generator.model.layanan import Media
from generator.model.salah_tulis import BULAN
from generator.rules.bantu import MEDIA_SOSIAL, STANDAR, link_parts, named_period
from generator.rules.registry import Complaint, Context, Scope, rule

_ONLINE = ("sippn", "situs_web", "media_sosial")
_SHOWN = ("banner_poster", "papan_pengumuman", "layar_tv_kiosk")


@rule("media-janggal", Level.WARNING, Scope.CATALOG)
def where_it_is_published(context: Context) -> Iterator[Complaint]:
    """Media daring bertautan ke media itu, media di kantor berletak, dan tanggalnya mungkin.

    Penilai yang tidak dapat membuka tautan atau menemukan papannya menganggap hasilnya tidak
    pernah diumumkan. Hasil survei tidak diumumkan sebelum surveinya mulai, dan belum diumumkan
    pada hari yang belum tiba.

    Sumber: form F-02 PEKPPP (media publikasi beserta buktinya); praktik katalog ini.
    """
    for record in context.of_kind("skm", "pengaduan", "konsultasi", "maklumat", *STANDAR):
        media: Sequence[Media] = record.data.media_publikasi  # type: ignore[attr-defined]
        if not media:
            continue
        begun = _begun(record)
        for index, each in enumerate(media):
            for key, told, hint in (*_place(each), *_days(each, begun, context.today)):
                path = ("media_publikasi", index, key)
                if record.places.locate(path).file == record.file:
                    anchor = ("media_publikasi", index, "jenis")
                    yield Complaint(path, told, hint, at=record, anchor=anchor)


def _place(media: Media) -> Iterator[tuple[str, str, str]]:
    kind, link = media.jenis, media.tautan
    if kind in _ONLINE and not link:
        told = f"media `{kind}` tidak bertautan"
        yield "tautan", told, "tambahkan `tautan: <alamat halamannya>`, atau perbaiki `jenis`"
    elif kind in _SHOWN and not (media.letak or link or media.bukti):
        told = f"media `{kind}` tidak menyebut letaknya"
        yield "letak", told, "tambahkan `letak: <ruang atau dinding mana>`, atau `bukti`"
    host = (link_parts(link).hostname or "") if link and link.startswith("http") else ""
    if host and kind in ("sippn", "situs_web") and (real := _kind_of(host)) != kind:
        told = f"media `{kind}`, tetapi tautannya ke {host}"
        yield "jenis", told, f"tulis `jenis: {real}`, atau salin tautan yang benar"


def _kind_of(host: str) -> str:
    if f".{host}".endswith(MEDIA_SOSIAL):
        return "media_sosial"
    return "sippn" if host.startswith("sippn.") else "situs_web"


def _begun(record: Record) -> date | None:
    """Return the day before which there was nothing to publish."""
    name = record.id.rpartition("/")[2]
    if isinstance(record.data, Skm):
        return record.data.mulai
    if isinstance(record.data, RekapPengaduan):
        return date(int(name), 1, 1)
    return date.fromisoformat(name) if isinstance(record.data, Konsultasi) else None


def _days(media: Media, begun: date | None, today: date) -> Iterator[tuple[str, str, str]]:
    day = media.tanggal
    if day and day > today:
        hint = "perbaiki tahun atau bulannya; yang belum dipasang belum ditulis"
        yield "tanggal", f"{day} belum tiba", hint
    elif day and begun and day < begun:
        told = f"diumumkan {day}, sebelum yang diumumkan mulai, {begun}"
        yield "tanggal", told, "perbaiki tahun atau bulan `tanggal`"


@rule("angka-tersalin", Level.WARNING, Scope.CATALOG)
def copied_figures(context: Context) -> Iterator[Complaint]:
    """Dua laporan tidak berisi angka yang persis sama.

    Rekap tahun ini yang disalin dari tahun lalu, atau dari kantor tetangga, sampai rata-rata
    harinya pun sama, menceritakan keadaan yang bukan keadaannya.

    Sumber: form F-02 PEKPPP (angka yang diumumkan); praktik, mis. berkas yang disalin lalu lupa
    diisi.
    """
    found: dict[tuple[str, tuple[Hashable, ...]], list[Record]] = defaultdict(list)
    for record in context.of_kind("skm", "pengaduan", "konsultasi", "evaluasi"):
        if figures := _figures(record):
            found[record.kind, figures].append(record)
    for (kind, _), records in found.items():
        first, *others = sorted(records, key=lambda each: each.id.rpartition("/")[2])
        for record in others:
            yield Complaint(
                (_MAIN[kind],),
                f"angka di sini semuanya sama dengan `{first.id}`",
                "salin angka masa ini dari catatannya sendiri; bila belum ada, hapus berkas ini",
                at=record,
            )


_MAIN = {"skm": "ikm", "pengaduan": "diterima", "konsultasi": "peserta", "evaluasi": "dimensi"}


def _figures(record: Record) -> tuple[Hashable, ...]:
    """Return the figures of a report, if they are too many to be the same by chance."""
    data = record.data
    if isinstance(data, Skm) and len(data.unsur) > 2:
        return data.ikm, data.responden, tuple(each.nrr for each in data.unsur)
    if isinstance(data, RekapPengaduan) and data.diterima > 9 and data.rata_rata_hari:
        sorts = tuple(each.jumlah for each in data.menurut_jenis)
        counts = (data.diterima, data.selesai, data.tepat_waktu, data.lewat_lapor)
        return (*counts, data.rata_rata_hari, sorts) if None not in counts or sorts else ()
    if isinstance(data, Konsultasi) and len(data.peserta) > 2:
        return tuple((each.unsur, each.jumlah) for each in data.peserta), data.kesepakatan
    if isinstance(data, Evaluasi) and len(data.dimensi) > 2:
        return data.nilai, tuple(each.nilai for each in data.dimensi)
    return ()


_MONTH = re.compile(rf"\b({'|'.join(BULAN)})(?: (20\d\d))?\b", re.IGNORECASE)
_WHOLE = re.compile(
    r"\b(?:setahun|sepanjang tahun|tahun penuh|satu tahun|12 bulan)\b", re.IGNORECASE
)


@rule("rekap-belum-waktunya", Level.ERROR, Scope.CATALOG)
def before_its_time(context: Context) -> Iterator[Complaint]:
    """Angka setahun dan hasil konsultasi tidak ada sebelum masanya lewat.

    Rekap yang "sampai Desember" pada bulan November berisi angka karangan, dan kantor lain yang
    jujur tampak lebih buruk. Angka tahun berjalan boleh ditulis sampai bulan ini.

    Sumber: form F-02 PEKPPP (angka yang diumumkan); praktik, mis. rekap yang disiapkan lebih dulu.
    """
    today = context.today
    for record in context.of_kind("pengaduan", "konsultasi"):
        name, data = record.id.rpartition("/")[2], record.data
        if name > today.isoformat()[: len(name)]:
            yield Complaint(
                ("status",),
                f"{name} belum tiba",
                "ganti nama berkasnya dengan waktu yang benar, atau hapus",
                at=record,
            )
        elif isinstance(data, RekapPengaduan) and name == str(today.year) and data.sumber:
            late = next(
                (each for each in _MONTH.finditer(data.sumber) if _later(each, today)), None
            )
            if said := late or _WHOLE.search(data.sumber):
                yield Complaint(
                    ("sumber",),
                    f"rekap {name} menyebut “{said[0]}”, padahal hari ini {today}",
                    "tulis angka sampai bulan yang sudah lewat dan sebut bulannya, atau hapus "
                    "berkas ini sampai tahunnya berakhir",
                    at=record,
                    level=Level.WARNING,
                )


def _later(match: re.Match[str], today: date) -> bool:
    return (int(match[2] or today.year), BULAN[match[1].casefold()]) > (today.year, today.month)


_LONGEST = {"bulanan": 40, "triwulan": 125, "semester": 220, "tahunan": 400}
"""Days that a survey of a kind lasts at most, with some room to begin early and end late."""
_ROOM = timedelta(days=62)


@rule("survei-lain-periode", Level.WARNING, Scope.CATALOG)
def survey_of_another_period(context: Context) -> Iterator[Complaint]:
    """Masa sebuah survei muat dalam `jenis_periode`-nya dan dalam periode nama berkasnya.

    Survei semester yang "mulai" tahun lalu tampak berlangsung delapan belas bulan: hasilnya
    dihitung pada dua tahun, dan naik turunnya indeks tidak berarti apa-apa. Survei yang diulang
    setiap triwulan tidak mungkin berlangsung setengah tahun.

    Sumber: PermenPANRB 14/2017 (periode survei); praktik, mis. tahun yang salah ketik.
    """
    for record in context.of_kind("skm"):
        survey = record.data
        if not isinstance(survey, Skm) or survey.selesai < survey.mulai:
            continue
        named = named_period(record.id)
        kind = survey.jenis_periode
        if named and (stray := _stray(survey, *named)):
            key, day = stray
            yield Complaint(
                (key,),
                f"survei {survey.mulai} sampai {survey.selesai}, nama berkasnya "
                f"`{record.id.partition('/')[2]}`",
                f"periksa tahunnya, mungkin `{key}: {day}`; atau ganti nama berkasnya",
                at=record,
            )
        elif kind and (days := (survey.selesai - survey.mulai).days) > _LONGEST[kind]:
            yield Complaint(
                ("mulai",),
                f"survei {kind} berlangsung {days} hari",
                "perbaiki tahun atau bulan `mulai` atau `selesai`, atau perbaiki `jenis_periode`",
                at=record,
            )


def _stray(survey: Skm, first: date, after: date) -> tuple[str, str] | None:
    """Return which end of a survey lies far out of a period, and the day it may well be.

    One wholly outside is told by `tahun-bukan-berkasnya`.
    """
    if survey.selesai < first or survey.mulai >= after:
        return None
    for key, day in (("mulai", survey.mulai), ("selesai", survey.selesai)):
        if not first - _ROOM <= day <= after + _ROOM:
            return key, f"{first.year}{day.isoformat()[4:]}"
    return None
