"""Rules about the boards of past days: a history that cannot be, or that is rewritten."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from generator.finding import Level
from generator.model.papan import CatatanPapan
from generator.rules.registry import Complaint, Context, Scope, rule
from generator.source import Path


@rule("papan-janggal", Level.ERROR, Scope.RECORD, "catatan-papan")
def impossible(record: CatatanPapan) -> Iterator[Complaint]:
    """Catatan papan menyebut setiap unit dan paket sekali, dan bagiannya tidak melebihi semuanya.

    Dua nilai untuk satu unit pada satu hari membuat grafik yang tidak dapat dipercaya.

    Sumber: praktik katalog ini.
    """
    every = record.daerah.layanan
    for key in ("lengkap", "ditetapkan", "ditinjau"):
        if (count := getattr(record.daerah, key)) > every:
            yield Complaint(
                ("daerah", key),
                f"`{key}` {count} melebihi `layanan` {every}",
                f"perbaiki `{key}` atau `layanan`",
            )
    yield from _twice([each.unit for each in record.unit], ("unit",), "unit")
    for index, each in enumerate(record.unit):
        packs = [row.paket for row in each.nilai]
        yield from _twice(packs, ("unit", index, "nilai"), "paket")


def _twice(ids: Sequence[str], path: Path, key: str) -> Iterator[Complaint]:
    for index, id_ in enumerate(ids):
        if id_ in ids[:index]:
            yield Complaint(
                (*path, index, key), f"{key} `{id_}` sudah disebut di atas", "hapus salah satunya"
            )


@rule("papan-hari", Level.ERROR, Scope.CATALOG)
def not_yet(context: Context) -> Iterator[Complaint]:
    """Catatan papan berasal dari hari yang sudah lewat, paling lambat hari ini.

    Nilai untuk hari yang belum tiba adalah rencana; di grafik ia tampak sebagai hasil.

    Sumber: praktik katalog ini.
    """
    for record in context.of_kind("catatan-papan"):
        if date.fromisoformat(record.id) > context.today:
            yield Complaint(
                ("daerah",),
                f"hari {record.id} belum tiba",
                "hapus berkas ini; `katalog laporan --catat` mencatat keadaan hari ini",
                at=record,
                on_key=True,
            )


@rule("papan-berubah", Level.WARNING, Scope.CHANGE)
def rewritten(context: Context) -> Iterator[Complaint]:
    """Catatan papan yang sudah terbit tidak diubah dan tidak dihapus.

    Riwayat yang dapat ditulis ulang tidak membuktikan apa pun, kepada pimpinan maupun penilai.

    Sumber: praktik katalog ini.
    """
    old = context.before.papan if context.before else {}
    for day, record in old.items():
        file = f"papan/{day}.yaml"
        if context.katalog.papan.get(day) != record and file not in context.broken:
            gone = "hilang" if day not in context.katalog.papan else "berubah"
            yield Complaint(
                (),
                f"catatan papan {day} sudah terbit dan sekarang {gone}",
                "kembalikan isinya; keadaan hari ini dicatat di berkas baru",
                file=file,
            )
