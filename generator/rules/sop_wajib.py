"""Rules about the duties of a SOP: approval, dates, numbers, and the codes of its standards."""

from __future__ import annotations

from collections.abc import Iterator

from generator.assemble import Record
from generator.finding import Level
from generator.model.layanan import Standar
from generator.model.sop import Sop
from generator.rules.bantu import listing, suggestion
from generator.rules.registry import Complaint, Context, Scope, rule
from generator.rules.sop_bentuk import SOP
from generator.source import Path

APPROVED = ("disahkan", "berlaku")
"""Statuses of a SOP that someone has signed."""


@rule("sop-pengesahan", Level.ERROR, Scope.RECORD, *SOP)
def approval(sop: Sop) -> Iterator[Complaint]:
    """SOP yang disahkan menyebut nomor, tanggal, pengesah, dan dasar hukumnya.

    Lembar tanpa nomor dan pengesah tidak mengikat siapa pun, dan petugas tidak tahu versi mana
    yang harus dipakai. Draf, contoh, dan yang sedang direvisi belum diminta.

    Sumber: PermenPANRB 35/2012 (bagian identitas SOP).
    """
    if sop.status not in APPROVED:
        return
    for key, what, example in (
        ("nomor", "nomornya", "<nomor menurut tata naskah dinas>"),
        ("tanggal_pembuatan", "kapan selesai disusun", "<tahun-bulan-hari>"),
        ("tanggal_efektif", "kapan mulai berlaku", "<tahun-bulan-hari>"),
        ("disahkan_oleh", "siapa yang mengesahkan", "<jabatan>"),
        ("dasar_hukum", "dasar hukumnya", "[{regulasi: <id di folder regulasi/>}]"),
    ):
        if not getattr(sop, key):
            yield Complaint(
                (key,),
                f"SOP berstatus {sop.status} belum menyebut {what}",
                f"tambahkan `{key}: {example}`, atau ubah `status`",
                on_key=True,
                anchor=("status",),
            )


@rule("sop-tanggal", Level.ERROR, Scope.RECORD, *SOP)
def dates(sop: Sop) -> Iterator[Complaint]:
    """SOP berlaku sesudah selesai disusun, dan direvisi sesudah itu pula.

    Tanggal yang terbalik membuat orang ragu versi mana yang sah.

    Sumber: PermenPANRB 35/2012 (tanggal pembuatan, tanggal revisi, tanggal efektif).
    """
    made = sop.tanggal_pembuatan
    if made is None:
        return
    for key, what in (("tanggal_efektif", "berlaku"), ("tanggal_revisi", "direvisi")):
        day = getattr(sop, key)
        if day and day < made:
            yield Complaint(
                (key,),
                f"SOP {what} {day}, sebelum selesai disusun {made}",
                f"perbaiki `{key}` atau `tanggal_pembuatan`",
            )


@rule("sop-nomor-ganda", Level.ERROR, Scope.CATALOG)
def same_number(context: Context) -> Iterator[Complaint]:
    """Nomor SOP dipakai satu kali.

    Dua lembar bernomor sama tidak dapat dirujuk dalam keputusan, teguran, atau pemeriksaan.

    Sumber: PermenPANRB 35/2012 (nomor SOP menurut tata naskah dinas).
    """
    first: dict[str, str] = {}
    for record in context.of_kind(*SOP):
        sop = record.data
        # A place that overrides only some rows keeps its pattern's number, which is told there.
        if not isinstance(sop, Sop) or not sop.nomor or _from_pattern(record):
            continue
        other = first.setdefault(" ".join(sop.nomor.casefold().split()), record.id)
        if other != record.id:
            yield Complaint(
                ("nomor",),
                f"nomor “{sop.nomor}” sudah dipakai SOP `{other}`",
                "beri nomor yang berbeda",
                at=record,
            )


def _from_pattern(record: Record) -> bool:
    return record.kind == "tempat-sop" and record.places.locate(("nomor",)).file != record.file


@rule("sop-kaitan-diri", Level.ERROR, Scope.CATALOG)
def related_to_itself(context: Context) -> Iterator[Complaint]:
    """Keterkaitan menyebut SOP lain, satu kali, dan bagian makro mengikat mikro ke makronya.

    Kaitan ke diri sendiri, atau antara dua lembar yang sama-sama mikro atau makro, tidak menuntun
    ke mana pun. SOP yang sudah ada di katalog disebut dengan idnya, bukan judulnya.

    Sumber: PermenPANRB 35/2012 (keterkaitan; SOP makro dan mikro).
    """
    titles = {each.isi.judul.casefold(): id_ for id_, each in context.katalog.sop.items()}
    for record in context.of_kind(*SOP):
        sop = record.data
        if not isinstance(sop, Sop):
            continue
        seen: set[str] = set()
        for at, each in enumerate(sop.keterkaitan):
            if each.sop is None:
                if (known := titles.get((each.judul or "").casefold())) and known != record.id:
                    yield Complaint(
                        ("keterkaitan", at, "judul"),
                        f"SOP berjudul ini ada di katalog: `{known}`",
                        f"ganti `judul` dengan `sop: {known}`",
                        at=record,
                        level=Level.WARNING,
                    )
                continue
            other = context.katalog.sop.get(each.sop)
            if each.sop in (record.id, record.pattern):
                message, hint = "SOP ini terkait dengan dirinya sendiri", "hapus kaitan ini"
            elif each.sop in seen:
                message, hint = f"SOP `{each.sop}` disebut dua kali", "hapus salah satunya"
            elif each.jenis == "bagian_makro" and other and _alike(sop, other.isi):
                kind = sop.golongan.cakupan
                message = f"SOP ini dan `{each.sop}` sama-sama SOP {kind}"
                hint = "tulis `golongan: {cakupan: makro}` di SOP induknya saja, atau ubah `jenis`"
            else:
                seen.add(each.sop)
                continue
            yield Complaint(("keterkaitan", at, "sop"), message, hint, at=record)


def _alike(one: Sop, other: Sop) -> bool:
    return one.golongan.cakupan == other.golongan.cakupan


@rule("sop-kode-standar", Level.ERROR, Scope.CATALOG)
def unknown_codes(context: Context) -> Iterator[Complaint]:
    """Kode kasus, langkah, produk, dan biaya di baris SOP ada di standar layanannya.

    Kode yang salah eja memutus SOP dari standar: waktunya tidak ikut dihitung, dan halaman tidak
    dapat menunjukkan baris mana yang melayani langkah mana.

    Sumber: PermenPANRB 15/2014 dan 35/2012 (SOP menjalankan standar pelayanan); praktik katalog.
    """
    known: dict[tuple[str, str], tuple[Record, dict[str, set[str]]]] = {}
    served: dict[str, list[str]] = {}
    for pair in context.pasangan:
        record = pair.record
        if record is None:
            continue
        served.setdefault(record.id, []).append(pair.layanan)
        _, codes = known.setdefault((record.kind, record.id), (record, {}))
        for key, found in _codes(pair.standar).items():
            codes.setdefault(key, set()).update(found)
    for record, codes in known.values():
        sop = record.data
        assert isinstance(sop, Sop)
        for at, row in enumerate(sop.baris):
            for key, found in codes.items():
                for place, code in enumerate(getattr(row, key)):
                    if code not in found:
                        where = listing(served[record.id])
                        yield _unknown(record, ("baris", at, key, place), code, found, where)


def _codes(standard: Standar) -> dict[str, set[str]]:
    return {
        "kasus": {case.kode for axis in standard.kasus for case in axis.pilihan},
        "langkah": {each.kode for each in standard.prosedur},
        "produk": {each.kode for each in standard.produk},
        "biaya": {
            each.kode for each in (*standard.biaya, *standard.denda, *standard.pungutan_lain)
        },
    }


def _unknown(record: Record, path: Path, code: str, known: set[str], where: str) -> Complaint:
    names, key = sorted(known), str(path[-2])
    otherwise = f"pakai salah satu: {listing(names)}" if names else f"hapus `{key}` baris ini"
    return Complaint(
        path,
        f"{key} `{code}` tidak ada di standar layanan SOP ini",
        f"{suggestion(code, names, otherwise)}; bila di standar {where} kodenya yang hilang atau "
        "berubah, perbaiki di sana",
        at=record,
    )
