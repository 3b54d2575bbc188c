"""Rules about the life of a record: versions, reviews, retirement, old addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from generator.assemble import Record
from generator.finding import Level
from generator.model.layanan import Standar
from generator.model.sop import Sop
from generator.model.unit import Unit
from generator.rules.bantu import STANDAR, TERJADI
from generator.rules.registry import Complaint, Context, Scope, rule

REVIEW_MONTHS = 36


def months_later(day: date, months: int) -> date:
    """Return the day so many months after another."""
    index = day.year * 12 + day.month - 1 + months
    # A day that the month lacks (29 February) moves to one that every month has.
    return date(index // 12, index % 12 + 1, min(day.day, 28))


@rule("tinjau-kadaluarsa", Level.WARNING, Scope.CATALOG)
def review_overdue(context: Context) -> Iterator[Complaint]:
    """Standar yang berlaku ditinjau paling lambat tiga tahun sekali, pada tanggal yang dijanjikan.

    Standar yang tidak ditinjau meminta syarat dari peraturan lama dan menjanjikan waktu yang
    tidak lagi dipenuhi.

    Sumber: PermenPANRB 15/2014 (peninjauan ulang paling lama tiga tahun); form F-02 PEKPPP
    menilai tinggi peninjauan setiap tahun.
    """
    today = context.today
    for record in context.of_kind(*STANDAR):
        standard = record.data
        if not isinstance(standard, Standar) or not standard.tinjau:
            continue
        if not context.berlaku_kini(record):
            continue
        if standard.status not in ("berlaku", "ditinjau"):
            continue
        last, planned = standard.tinjau.terakhir, standard.tinjau.berikutnya
        if planned and planned < today and (not last or last < planned):
            yield Complaint(
                ("tinjau", "berikutnya"),
                f"peninjauan yang direncanakan {planned} sudah lewat",
                "tinjau, lalu tulis `terakhir` dan tanggal `berikutnya` yang baru",
                at=record,
            )
        elif last and months_later(last, REVIEW_MONTHS) < today:
            yield Complaint(
                ("tinjau", "terakhir"),
                f"terakhir ditinjau {last}, lebih dari tiga tahun yang lalu",
                "tinjau bersama warga, lalu tulis tanggalnya di `terakhir`",
                at=record,
            )


@rule("tanggal-di-depan", Level.ERROR, Scope.CATALOG)
def updated_in_future(context: Context) -> Iterator[Complaint]:
    """Yang ditulis sesudah terjadi tidak bertanggal di masa depan: pembaruan, uji, tinjauan.

    "Terakhir diperbarui" di halaman berasal dari sini; tanggal yang belum tiba membuat semua
    tanggal lain diragukan. Keputusan dan maklumat berlaku sesudah ditandatangani, dan hasil survei
    ada sesudah surveinya selesai.

    Sumber: praktik katalog ini.
    """
    yield from _not_yet(context)
    for record in context.records:
        updated = getattr(record.data, "diperbarui", None)
        if isinstance(updated, date) and updated > context.today:
            yield Complaint(
                ("diperbarui",),
                f"tanggal {updated} belum tiba",
                f"tulis hari perubahan ini, mis. `diperbarui: {context.today}`",
                at=record,
            )
        year = getattr(record.data, "tahun", None)
        if isinstance(year, int) and year > context.today.year:
            yield Complaint(
                ("tahun",), f"tahun {year} belum tiba", "perbaiki angka tahunnya", at=record
            )
        reviewed = record.data.tinjau if isinstance(record.data, Standar) else None
        if reviewed and reviewed.terakhir and reviewed.terakhir > context.today:
            yield Complaint(
                ("tinjau", "terakhir"),
                f"peninjauan {reviewed.terakhir} belum terjadi",
                "pindahkan ke `berikutnya`",
                at=record,
            )


_SIGNED = {"penetapan": "tanggal", "maklumat": "tanggal", "skm": "selesai"}


def _not_yet(context: Context) -> Iterator[Complaint]:
    """Tell which days of tests, visits, signatures and surveys have not come."""
    now = context.today.isoformat()
    for file in context.files:
        done = file.document.data.get("status") == "berlaku"
        signed = _SIGNED.get(file.identity.kind, "") if done else ""
        for path, text in file.of((*TERJADI, signed)):
            told = path[-1] != signed or len(path) == 1
            if told and _ISO_DAY.fullmatch(text) and text > now:
                yield Complaint(
                    path,
                    f"{text} belum tiba",
                    "perbaiki tahun atau bulannya; yang baru direncanakan belum ditulis di sini",
                    at=file,
                )


_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@rule("versi-tanpa-tanggal", Level.ERROR, Scope.CATALOG)
def undated_version(context: Context) -> Iterator[Complaint]:
    """Berkas utama sebuah standar berversi menyebut `berlaku_mulai`; versinya, hari pada namanya.

    Tanpa tanggal, situs tidak tahu versi mana yang berlaku hari ini, dan janji lama bisa tampil
    sebagai janji sekarang.

    Sumber: UU 25/2009 Pasal 23 (informasi standar pelayanan yang mutakhir); praktik katalog ini.
    """
    versions: dict[str, dict[str, Record]] = {}
    for record in context.of_kind("standar"):
        if record.version:
            versions.setdefault(record.id, {})[record.version] = record
            since = record.data.berlaku_mulai if isinstance(record.data, Standar) else None
            if since and since.isoformat() != record.version:
                yield Complaint(
                    ("berlaku_mulai",),
                    f"berlaku mulai {since}, nama berkasnya {record.version}",
                    f"tulis `berlaku_mulai: {record.version}`, atau ganti nama berkasnya",
                    at=record,
                )
    for record in context.of_kind("standar", "tempat"):
        if record.version or record.id not in versions or not isinstance(record.data, Standar):
            continue
        since = record.data.berlaku_mulai
        if since is None:
            yield Complaint(
                ("berlaku_mulai",),
                "standar ini punya versi bertanggal, tetapi tidak menyebut sejak kapan berlaku",
                "tambahkan `berlaku_mulai: <tahun-bulan-hari>`",
                at=record,
                on_key=True,
                anchor=("status",),
            )
        elif since.isoformat() in versions[record.id]:
            yield Complaint(
                ("berlaku_mulai",),
                f"versi {since} sudah ada di berkas `{record.id.partition('/')[2]}@{since}.yaml`",
                "beri tanggal yang berbeda, atau hapus berkas versi itu",
                at=record,
            )


@rule("dicabut-tanpa-pengganti", Level.WARNING, Scope.RECORD, "unit", *STANDAR)
def withdrawn_without_pointer(record: Standar | Unit) -> Iterator[Complaint]:
    """Layanan atau unit yang dicabut menyebut penggantinya, atau catatan ke mana warga pergi.

    Warga yang membuka alamat lama harus menemukan jalan, bukan jalan buntu.

    Sumber: UU 25/2009 (kepastian layanan); praktik katalog ini (alamat tidak pernah mati).
    """
    if record.status == "dicabut" and not record.pengganti and not record.catatan:
        yield Complaint(
            ("status",),
            "dicabut tanpa `pengganti` atau `catatan`",
            "tambahkan `pengganti: <id>`, atau `catatan` yang menyebut ke mana warga pergi",
        )


_SOP = ("sop", "pola-sop", "tempat-sop")


@rule("dahulu-bentrok", Level.ERROR, Scope.CATALOG)
def old_id_clash(context: Context) -> Iterator[Complaint]:
    """Id lama di `dahulu` tidak dipakai rekaman lain, dan diakui satu rekaman saja.

    Alamat lama hanya dapat dialihkan ke satu halaman; bila dua mengakuinya, warga bisa sampai
    di layanan yang salah.

    Sumber: praktik katalog ini (alamat tidak pernah mati).
    """
    katalog = context.katalog
    live = {
        "layanan": {*katalog.layanan, *katalog.tempat},
        "sop": katalog.sop.keys(),
        "unit": {*katalog.unit, *katalog.kelompok},
    }
    claimed: dict[tuple[str, str], str] = {}
    for record in context.of_kind("unit", *STANDAR, *_SOP):
        data = record.data
        if not isinstance(data, Standar | Unit | Sop):
            continue
        # A place inherits its pattern's history; that is the pattern's claim, not its own.
        if record.kind in ("tempat", "tempat-sop") and _inherited(record):
            continue
        kind = "sop" if record.kind in _SOP else "unit" if record.kind == "unit" else "layanan"
        for index, old in enumerate(data.dahulu):
            other = claimed.setdefault((kind, old), record.id)
            if old in live[kind]:
                yield Complaint(
                    ("dahulu", index),
                    f"id lama `{old}` masih dipakai rekaman yang ada",
                    f"hapus `{old}` dari `dahulu`, atau pindahkan rekaman itu",
                    at=record,
                )
            elif other != record.id:
                yield Complaint(
                    ("dahulu", index),
                    f"id lama `{old}` sudah diakui `{other}`",
                    f"hapus `{old}` dari `dahulu` salah satunya",
                    at=record,
                )


def _inherited(record: Record) -> bool:
    return record.places.locate(("dahulu",)).file != record.file or not record.override
