"""Rules about notices: they begin before they end, and do not stay for ever."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from generator.finding import Level
from generator.model.pengumuman import Pengumuman
from generator.rules.registry import Complaint, Context, Scope, rule

_KEPT = timedelta(days=90)


@rule("pengumuman-masa", Level.ERROR, Scope.RECORD, "pengumuman")
def ends_before_it_begins(notice: Pengumuman) -> Iterator[Complaint]:
    """Pengumuman selesai pada atau sesudah hari mulainya.

    Pengumuman yang selesai sebelum mulai tidak pernah tampil, dan warga datang ke loket yang
    tutup.

    Sumber: praktik katalog ini (pengumuman hilang sendiri sesudah `selesai`).
    """
    if notice.selesai < notice.mulai:
        yield Complaint(
            ("selesai",),
            f"selesai {notice.selesai} mendahului mulai {notice.mulai}",
            "tukar tanggalnya, atau perbaiki tahunnya",
        )


@rule("pengumuman-lewat", Level.INFO, Scope.CATALOG)
def long_over(context: Context) -> Iterator[Complaint]:
    """Pengumuman yang sudah lama lewat dihapus dari katalog.

    Berkas lama membuat petugas berikutnya menyalin pengumuman yang salah; riwayatnya tetap
    tersimpan di repositori.

    Sumber: praktik katalog ini.
    """
    for record in context.of_kind("pengumuman"):
        notice = record.data
        if isinstance(notice, Pengumuman) and notice.selesai + _KEPT < context.today:
            yield Complaint(
                ("selesai",),
                f"pengumuman ini sudah lewat sejak {notice.selesai}",
                "hapus berkasnya",
                at=record,
            )
