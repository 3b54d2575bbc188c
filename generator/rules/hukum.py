"""Rules about laws and decrees: in force, complete, and in agreement with the standards."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from generator.finding import Edit, Level
from generator.model.dokumen_unit import Maklumat, Penetapan
from generator.model.layanan import Standar
from generator.model.nilai import TAK_TERBIT
from generator.model.regulasi import Regulasi
from generator.model.unit import Unit
from generator.rules.acuan import references
from generator.rules.bantu import STANDAR, in_force
from generator.rules.registry import Complaint, Context, Scope, rule
from generator.source import Path

_OTHERS = ("unit", "kelompok", "lokasi", "pemerintah", "sop", "pola-sop", "tempat-sop", "proses")


@rule("regulasi-dicabut", Level.WARNING, Scope.CATALOG)
def repealed_law(context: Context) -> Iterator[Complaint]:
    """Rekaman tidak bersandar pada peraturan yang sudah dicabut.

    Syarat dari peraturan yang mati masih diminta bertahun-tahun, mis. rekomendasi organisasi
    profesi untuk izin praktik. Galat untuk standar yang berlaku. Versi yang sudah diganti dan
    tarif yang sudah berakhir memang menyebut peraturan pada masanya.

    Sumber: UU 12/2011 (pencabutan peraturan); PermenPANRB 15/2014 (peninjauan ulang bila dasar
    hukum berubah).
    """
    laws, today = context.katalog.regulasi, context.today
    repealed = {id_ for id_, law in laws.items() if law.status == "dicabut"}
    if not repealed:
        return
    for record in context.of_kind(*STANDAR, *_OTHERS):
        status = getattr(record.data, "status", "contoh")
        if status in TAK_TERBIT or context.lewat(record):
            continue
        for path, kind, id_ in references(record.data):
            if kind == "regulasi" and id_ in repealed and not _ended(record.data, path, today):
                successor = laws[id_].dicabut_oleh
                by = laws.get(successor) if successor else None
                yield Complaint(
                    path,
                    f"{laws[id_].sebutan} sudah dicabut" + (f" oleh {by.sebutan}" if by else ""),
                    f"periksa lalu ganti dengan `{successor}`"
                    if successor
                    else "cari penggantinya, atau hapus rujukan ini",
                    at=record,
                    level=in_force(status),
                    edit=Edit("isi", successor, judge=True) if by and successor else None,
                )


def _ended(data: object, path: Path, today: date) -> bool:
    """Tell whether a reference stands in a fee that is no longer asked."""
    if not isinstance(data, Standar) or path[0] != "biaya" or not isinstance(path[1], int):
        return False
    until = data.biaya[path[1]].berlaku_sampai
    return until is not None and until < today


@rule("regulasi-tanpa-pencabut", Level.WARNING, Scope.RECORD, "regulasi")
def repealed_by_nobody(law: Regulasi) -> Iterator[Complaint]:
    """Peraturan yang dicabut menyebut pencabutnya, dan yang diubah menyebut pengubahnya.

    Tanpa itu, orang yang memperbaiki standar tidak tahu peraturan mana yang harus dibaca.

    Sumber: UU 12/2011 (pencabutan dan perubahan disebut dalam peraturan baru).
    """
    if law.status == "dicabut" and not law.dicabut_oleh and not law.catatan:
        yield Complaint(
            ("status",),
            "peraturan ini dicabut, tetapi pencabutnya tidak disebut",
            "tambahkan `dicabut_oleh: <id di folder regulasi/>`, atau sebabnya di `catatan`",
        )
    if law.status == "diubah" and not law.diubah_oleh and not law.catatan:
        yield Complaint(
            ("status",),
            "peraturan ini diubah, tetapi pengubahnya tidak disebut",
            "tambahkan `diubah_oleh: [<id di folder regulasi/>]`, atau sebabnya di `catatan`",
        )
    told = law.status.replace("_", " ")
    if law.status != "dicabut" and law.dicabut_oleh:
        yield Complaint(
            ("dicabut_oleh",),
            f"peraturan ini dicabut oleh `{law.dicabut_oleh}`, tetapi statusnya masih {told}",
            "tulis `status: dicabut`, atau hapus `dicabut_oleh`",
        )
    elif law.status in ("berlaku", "belum_dicek") and law.diubah_oleh:
        yield Complaint(
            ("status",),
            f"peraturan ini diubah oleh `{law.diubah_oleh[0]}`, tetapi statusnya {told}",
            "tulis `status: diubah`, atau hapus `diubah_oleh`",
        )


@rule("regulasi-tanpa-tahun", Level.INFO, Scope.CATALOG)
def law_without_year(context: Context) -> Iterator[Complaint]:
    """Peraturan yang dirujuk punya nomor dan tahun.

    Peraturan tanpa nomor atau tahun tidak dapat dicari warga. Galat bila standar yang berlaku
    bersandar padanya; bila tidak, sekadar pengingat.

    Sumber: UU 12/2011 (peraturan dikenali dari jenis, nomor, tahun, dan judul).
    """
    binding = {
        id_
        for record in context.of_kind(*STANDAR)
        if isinstance(record.data, Standar) and record.data.status == "berlaku"
        for _, kind, id_ in references(record.data)
        if kind == "regulasi"
    }
    for record in context.of_kind("regulasi"):
        law = record.data
        if not isinstance(law, Regulasi):
            continue
        for key, value in (("nomor", law.nomor), ("tahun", law.tahun)):
            if not value and law.jenis not in ("UUD", "UUD 1945"):
                yield Complaint(
                    (key,),
                    f"peraturan ini tidak menyebut {key}nya",
                    f"tambahkan `{key}: …` bila sudah diketahui",
                    at=record,
                    on_key=True,
                    anchor=("jenis",),
                    level=Level.ERROR if record.id in binding else Level.INFO,
                )


@rule("penetapan-tidak-menyebut", Level.ERROR, Scope.CATALOG)
def decree_disagrees(context: Context) -> Iterator[Complaint]:
    """Standar dan keputusan yang menetapkannya saling menyebut.

    Standar yang mengaku ditetapkan oleh keputusan yang tidak menyebutnya belum mengikat siapa
    pun; keputusan yang menyebut standar tanpa balasan berarti standar di katalog tertinggal.

    Sumber: PermenPANRB 15/2014 (penetapan standar pelayanan dengan keputusan).
    """
    decrees = context.katalog.penetapan
    named: set[tuple[str, str]] = set()
    for record in context.of_kind(*STANDAR):
        standard = record.data
        if not isinstance(standard, Standar):
            continue
        decree = context.katalog.penetapan_dari(record.id.partition("/")[0], standard)
        if decree is None:
            continue
        # A decree may set a pattern for all its places at once.
        named.update((decree, each) for each in (record.id, record.pattern) if each)
        if not {record.id, record.pattern} & set(decrees[decree].menetapkan):
            yield Complaint(
                ("penetapan",),
                f"keputusan `{decree}` tidak menyebut layanan ini",
                f"tambahkan `{record.id}` di `menetapkan` keputusan itu, atau perbaiki `penetapan`",
                at=record,
            )
    for record in context.of_kind("penetapan"):
        decree_ = record.data
        if not isinstance(decree_, Penetapan) or decree_.status != "berlaku":
            continue
        for index, service in enumerate(decree_.menetapkan):
            found = context.katalog.cari_layanan(service)
            if found and found.isi.status != "dicabut" and (record.id, service) not in named:
                key = record.id.partition("/")[2]
                yield Complaint(
                    ("menetapkan", index),
                    f"standar `{service}` tidak menyebut keputusan ini",
                    f"tambahkan `penetapan: {key}` di standar itu, atau hapus butir ini",
                    at=record,
                )


@rule("penetapan-dicabut", Level.ERROR, Scope.CATALOG)
def decree_repealed(context: Context) -> Iterator[Complaint]:
    """Standar yang berlaku bersandar pada keputusan yang berlaku; yang dicabut berkata begitu.

    Keputusan yang dicabut tidak mengikat; petugas dapat menolak standar yang dipegang warga.

    Sumber: UU 30/2014 (keputusan berlaku sampai dicabut); PermenPANRB 15/2014.
    """
    for record in context.of_kind(*STANDAR):
        standard = record.data
        # An older version rightly names the decree of its time, one to come that of the future.
        if not isinstance(standard, Standar) or standard.status != "berlaku":
            continue
        if not context.berlaku_kini(record):
            continue
        decree = context.katalog.penetapan_dari(record.id.partition("/")[0], standard)
        if decree and context.katalog.penetapan[decree].status in ("dicabut", "draf"):
            yield Complaint(
                ("penetapan",),
                f"keputusan `{decree}` berstatus {context.katalog.penetapan[decree].status}",
                "tulis `penetapan` yang berlaku, atau ubah `status` standar ini",
                at=record,
            )
    yield from _repealed_but_in_force(context)


def _repealed_but_in_force(context: Context) -> Iterator[Complaint]:
    for record in context.of_kind("penetapan"):
        decree = record.data
        if not isinstance(decree, Penetapan) or decree.status != "berlaku":
            continue
        for named in decree.mencabut:
            old = named if "/" in named else f"{record.id.partition('/')[0]}/{named}"
            found = context.katalog.penetapan.get(old)
            if found and found.status == "berlaku":
                yield Complaint(
                    ("status",),
                    f"keputusan `{record.id}` mencabut keputusan ini, di sini masih berlaku",
                    "tulis `status: dicabut`, atau hapus dari `mencabut` keputusan itu",
                    at=context.by_id["penetapan", old],
                )


@rule("maklumat-belum-lengkap", Level.WARNING, Scope.RECORD, "maklumat")
def pledge_incomplete(pledge: Maklumat) -> Iterator[Complaint]:
    """Maklumat memuat tiga pernyataan: janji, perbaikan, serta sanksi dan kompensasi.

    Maklumat yang hanya berjanji tidak memberi warga apa pun ketika janji itu dilanggar. Galat
    untuk maklumat yang berlaku; sanksi yang tidak disebut dalam kata-kata yang dikenal, peringatan.

    Sumber: UU 25/2009 Pasal 22; PermenPANRB 15/2014 (isi maklumat pelayanan).
    """
    if pledge.status in TAK_TERBIT:
        return
    for key, what in (
        ("janji", "kesanggupan melayani sesuai standar"),
        ("perbaikan", "kesanggupan memperbaiki terus-menerus"),
        ("sanksi_kompensasi", "kesediaan menerima sanksi dan memberi kompensasi"),
    ):
        if not getattr(pledge, key):
            yield Complaint(
                (key,),
                f"maklumat belum memuat {what}",
                f"tambahkan `{key}: …`",
                on_key=True,
                anchor=("status",),
                level=in_force(pledge.status),
            )
    said = (pledge.sanksi_kompensasi or "").casefold()
    if said and not any(word in said for word in _PUNISHED):
        yield Complaint(
            ("sanksi_kompensasi",),
            "kalimat ini tidak menyebut sanksi yang siap diterima",
            "tulis mis. `Bila tidak sesuai standar, kami siap menerima sanksi dan …`",
        )
    if _only_sanction(said):
        yield Complaint(
            ("sanksi_kompensasi",),
            "kalimat ini berakhir pada sanksi; kompensasi bagi warga belum disebut",
            "tambahkan yang didapat warga, mis. `… dan mengantar dokumen Anda tanpa biaya`",
            level=in_force(pledge.status),
        )


_PUNISHED = ("sanksi", "hukuman", "teguran", "ditegur", "tindakan disiplin")
_SANCTION = re.compile(r"\bsanksi(?: sesuai [\w\s-]{1,120})?[.\s]*$", re.IGNORECASE)


def _only_sanction(text: str) -> bool:
    """Tell whether a pledge ends at the sanction, before it gives the citizen anything."""
    gives = any(word in text.casefold() for word in ("kompensasi", "ganti"))
    return not gives and bool(_SANCTION.search(text[-200:]))


@rule("unit-tanpa-maklumat", Level.INFO, Scope.CATALOG)
def no_pledge(context: Context) -> Iterator[Complaint]:
    """Unit yang punya standar berlaku mengumumkan maklumat pelayanan.

    Maklumat adalah janji pimpinan; tanpanya standar hanya dokumen di laci.

    Sumber: UU 25/2009 Pasal 22 (penyelenggara wajib menyusun dan memublikasikan maklumat).
    """
    owners = {
        each.pemilik for each in context.katalog.semua_layanan() if each.isi.status == "berlaku"
    }
    for record in context.of_kind("unit"):
        unit = record.data
        if record.id not in owners or not isinstance(unit, Unit):
            continue
        group = context.katalog.kelompok_dari(record.id)
        if record.id not in context.katalog.maklumat and group not in context.katalog.maklumat:
            yield Complaint(
                ("nama",),
                "unit ini punya standar yang berlaku, tetapi belum punya maklumat pelayanan",
                f"buat `unit/{record.id}/maklumat.yaml`",
                at=record,
            )
