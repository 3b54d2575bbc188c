"""Rules about decrees and laws that contradict themselves or each other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from generator.finding import Level
from generator.model.dokumen_unit import Maklumat, Penetapan
from generator.model.kinerja import Evaluasi, Konsultasi, Skm
from generator.model.nilai import TAK_TERBIT
from generator.model.regulasi import Regulasi
from generator.rules.bantu import named_period
from generator.rules.registry import Complaint, Context, Scope, rule
from generator.rules.syarat import LATE, LENGTH, lengths, said_length


@rule("penetapan-janggal", Level.ERROR, Scope.CATALOG)
def decree_contradicts(context: Context) -> Iterator[Complaint]:
    """Keputusan tidak mencabut dirinya sendiri, dan ditandatangani jabatan yang menetapkannya.

    Keputusan Kepala Dinas yang ditandatangani orang lain dapat digugat; yang mencabut dirinya
    sendiri tidak mengikat siapa pun sejak hari pertama.

    Sumber: UU 30/2014 (keputusan dibuat pejabat yang berwenang); praktik, mis. salah salin.
    """
    for record in context.of_kind("penetapan"):
        decree = record.data
        if not isinstance(decree, Penetapan):
            continue
        for index, old in enumerate(decree.mencabut):
            if old in (record.id, record.id.partition("/")[2]):
                yield Complaint(
                    ("mencabut", index),
                    "keputusan ini mencabut dirinya sendiri",
                    "sebut keputusan lama yang dicabut, atau hapus",
                    at=record,
                )
        if not _signs(decree):
            post = decree.jenis.partition(" ")[2]
            yield Complaint(
                ("penandatangan",),
                f"{decree.jenis} ditandatangani “{decree.penandatangan}”",
                f"tulis `{post} …` yang menandatangani, atau perbaiki `jenis`",
                at=record,
                level=Level.WARNING,
            )


_OFFICES = frozenset(
    (
        *("dinas", "badan", "bagian", "bidang", "seksi", "satuan", "kantor", "inspektorat"),
        *("upt", "uptd", "puskesmas", "sekolah", "instalasi", "desa", "kecamatan", "kelurahan"),
    )
)
"""What a head may be the head of; a decree of one kind is not signed by the head of another."""


def _signs(decree: Penetapan) -> bool:
    """Tell whether the post that signs may be the one whose decree it is."""
    first, _, post = decree.jenis.casefold().partition(" ")
    office = post.split()
    signed = decree.penandatangan.casefold().split()
    if first != "keputusan" or not office:
        return True
    if office[0] not in signed:
        return False
    of = _OFFICES.intersection(office)
    after = signed[signed.index(office[0]) + 1 :][:1]
    return not of or _OFFICES.isdisjoint(after) or not of.isdisjoint(after)


@rule("penetapan-nomor-ganda", Level.ERROR, Scope.CATALOG)
def decree_number_twice(context: Context) -> Iterator[Complaint]:
    """Nomor keputusan dipakai satu kali di unitnya.

    Dua keputusan bernomor sama tidak dapat dicari: warga yang menunjuk nomornya dapat dijawab
    dengan naskah yang lain.

    Sumber: tata naskah dinas (satu naskah satu nomor); praktik, mis. tahun lama yang tersalin.
    """
    first: dict[tuple[str, str], str] = {}
    for record in context.of_kind("penetapan"):
        if not isinstance(record.data, Penetapan):
            continue
        unit, _, slug = record.id.partition("/")
        number = re.sub(r"\s+", "", record.data.nomor.casefold())
        other = first.setdefault((unit, number), slug)
        if other != slug:
            yield Complaint(
                ("nomor",),
                f"nomor ini sudah dipakai keputusan `{other}`",
                "periksa nomor kedua naskah, lalu perbaiki yang salah",
                at=record,
            )


_YEAR = re.compile(r"(?:^|-)((?:19|20)\d\d)(?=-|$)")


@rule("tahun-bukan-berkasnya", Level.ERROR, Scope.CATALOG)
def year_is_not_the_files(context: Context) -> Iterator[Complaint]:
    """Tahun di dalam rekaman sama dengan tahun pada nama berkasnya; juga jenis dan nomor peraturan.

    Berkas `2023-ombudsman` yang berisi tahun 2022 tampil dua kali pada 2022 dan hilang dari 2023;
    peraturan yang jenis, nomor, atau tahunnya beda dari id-nya dikutip keliru di setiap standar.
    Begitu pula survei `2026-semester-1` yang harinya di semester lain, dan berita acara yang
    nomornya lebih tua daripada forumnya.

    Sumber: praktik katalog ini (letak berkas menentukan id).
    """
    yield from _another_law(context)
    for record in context.of_kind("evaluasi", "regulasi"):
        data = record.data
        if not isinstance(data, Evaluasi | Regulasi) or not data.tahun:
            continue
        name = record.id.rpartition("/")[2]
        years = _YEAR.findall(name)
        if len(years) == 1 and int(years[0]) != data.tahun:
            yield Complaint(
                ("tahun",),
                f"tahunnya {data.tahun}, nama berkasnya `{name}`",
                f"tulis `tahun: {years[0]}`, atau ganti nama berkasnya",
                at=record,
            )
    for record in context.of_kind("skm"):
        survey, named = record.data, named_period(record.id)
        if not isinstance(survey, Skm) or not named:
            continue
        # A survey may begin a little early and end a little late.
        outside = survey.selesai < named[0] or survey.mulai >= named[1]
        if outside and survey.mulai.replace(day=1) <= survey.selesai:
            yield Complaint(
                ("mulai",),
                f"survei {survey.mulai} sampai {survey.selesai}, nama berkasnya "
                f"`{record.id.partition('/')[2]}`",
                "perbaiki `mulai` dan `selesai`, atau ganti nama berkasnya",
                at=record,
                level=Level.WARNING,
            )
    for record in context.of_kind("konsultasi"):
        forum, held = record.data, _DAY.search(record.id)
        minutes = forum.berita_acara or "" if isinstance(forum, Konsultasi) else ""
        year = _YEAR_LAST.search(minutes)
        if held and year and int(year[1]) < int(held[1]):
            yield Complaint(
                ("berita_acara",),
                f"nomornya bertahun {year[1]}, forumnya diadakan {held[0][1:]}",
                "salin nomornya dari naskah berita acara, atau perbaiki nama berkas ini",
                at=record,
                level=Level.WARNING,
            )


_DAY = re.compile(r"/(\d{4})-\d\d-\d\d$")
_YEAR_LAST = re.compile(r"/((?:19|20)\d\d)(?!\d)")


_ID = re.compile(r"(.+?)-(\d\w*)-((?:19|20)\d\d)")
_SURE = 3
"""So many laws of one kind under one head of id make that head the rule."""


def _another_law(context: Context) -> Iterator[Complaint]:
    """Tell which laws have another number or kind than their id says."""
    parts = {id_: match for id_ in context.katalog.regulasi if (match := _ID.fullmatch(id_))}
    kinds: dict[str, Counter[str]] = {}
    heads: dict[str, Counter[str]] = {}
    for id_, match in parts.items():
        kind = context.katalog.regulasi[id_].jenis
        kinds.setdefault(match[1], Counter())[kind] += 1
        heads.setdefault(kind, Counter())[match[1]] += 1
    for id_, match in parts.items():
        law, at = context.katalog.regulasi[id_], context.by_id["regulasi", id_]
        number = (law.nomor or "").casefold().lstrip("0")
        if number.isalnum() and number != match[2].lstrip("0"):
            yield Complaint(
                ("nomor",),
                f"nomornya {law.nomor}, nama berkasnya `{id_}`",
                f"tulis `nomor: '{match[2]}'`, atau ganti nama berkasnya beserta rujukannya",
                at=at,
            )
        usual = kinds[match[1]].most_common(1)[0][0]
        # One that stands alone under its head is told by the other laws of its kind.
        head = heads[law.jenis].most_common(1)[0][0]
        if usual != law.jenis or (head != match[1] and heads[law.jenis][head] >= _SURE):
            yield Complaint(
                ("jenis",),
                f"jenisnya {law.jenis}, nama berkasnya `{id_}`",
                f"tulis `jenis: {usual}`, atau ganti nama berkasnya beserta rujukannya"
                if usual != law.jenis
                else "tulis jenis menurut naskahnya, atau ganti nama berkasnya beserta rujukannya",
                at=at,
                level=Level.WARNING,
            )


@rule("maklumat-lain-janji", Level.WARNING, Scope.CATALOG)
def pledge_promises_otherwise(context: Context) -> Iterator[Complaint]:
    """Waktu yang dijanjikan maklumat dijanjikan juga oleh standar unit itu.

    Maklumat digantung di ruang tunggu: "dalam satu jam" di dinding dan dua jam di standar berarti
    setiap warga yang dilayani menurut standar merasa dibohongi. Begitu pula "lewat dua jam" di
    kalimat sanksinya.

    Sumber: UU 25/2009 Pasal 22 (maklumat memuat janji sesuai standar); praktik.
    """
    for record in context.of_kind("maklumat"):
        pledge = record.data
        if not isinstance(pledge, Maklumat) or pledge.status in TAK_TERBIT:
            continue
        said = LENGTH.search(pledge.janji or "")
        late = LATE.search(pledge.sanksi_kompensasi or "")
        if not (said or late):
            continue
        promised = {
            length
            for each in context.katalog.semua_layanan()
            if each.pemilik == record.id and each.isi.status != "dicabut"
            for length in lengths(each.isi)
        }
        for key, match in (("janji", said), ("sanksi_kompensasi", late)):
            if promised and match and said_length(match) not in promised:
                yield Complaint(
                    (key,),
                    f"maklumat menjanjikan “{match[0]}”, tidak satu pun standar unit ini begitu",
                    "samakan dengan `jangka_waktu` standarnya, atau `waktu` langkah yang dimaksud",
                    at=record,
                )
