"""Rules about excuses, and what an excuse does: a finding stays in sight but blocks nothing.

An excuse is a debt with a date. What keeps the catalog readable, safe or whole is never excused.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from generator.finding import Finding, Findings, Level
from generator.model.kecualian import ButirKecualian
from generator.rules.bantu import suggestion
from generator.rules.registry import RULES, Complaint, Context, Rule, Scope, described, rule

PRIVATE = ("nik-dalam-teks", "kontak-pribadi", "rekening-pribadi", "jabatan-bukan-nama")
"""What must not be published for a single day."""
WHOLE = (
    *("id-bentrok", "kode-ganda", "kelompok-bentrok", "dahulu-bentrok", "proses-kode-ganda"),
    *("rujukan-tak-ada", "pemilik-tak-ada", "induk-tak-ada", "induk-melingkar", "proses-induk"),
    *("kasus-tak-dikenal", "langkah-tak-dikenal", "tidak-melayani-tak-dikenal"),
    *("kunci-terkunci-tak-dikenal", "tahap-melingkar", "dokumen-melingkar", "evaluasi-skema"),
    *("versi-tanpa-tanggal", "kode-wilayah", "peta-alur", "peta-lajur", "peta-relasi"),
    *("sop-mulai", "sop-selesai", "sop-keputusan", "sop-tujuan", "sop-terjangkau", "sop-putaran"),
    *("sop-pelaksana", "sop-kaitan-diri", "isian-pengganti", "layanan-hilang"),
)
"""What pages, drawings and addresses stand on."""


def excusable(found: Rule) -> bool:
    """Tell whether findings of a rule can be excused at all."""
    of_excuses = found.id.startswith("kecualian-")
    return found.check is not None and not of_excuses and found.id not in (*PRIVATE, *WHOLE)


def _excuses(context: Context) -> tuple[tuple[int, ButirKecualian], ...]:
    listed = context.katalog.kecualian
    return tuple(enumerate(listed.butir)) if listed else ()


@rule("kecualian-tak-dikenal", Level.ERROR, Scope.CATALOG)
def unknown_excuse(context: Context) -> Iterator[Complaint]:
    """Kecualian menyebut berkas dan aturan yang ada.

    Kecualian yang salah ketik tidak mengecualikan apa pun, dan orang mengira temuannya sudah
    diputuskan.

    Sumber: praktik katalog ini (docs/model.md, bagian Kecualian).
    """
    for index, excuse in _excuses(context):
        at = context.by_id["kecualian", "kecualian"]
        files = [each.document.file for each in context.files]
        if excuse.rekaman not in files and excuse.rekaman not in context.broken:
            yield Complaint(
                ("butir", index, "rekaman"),
                f"berkas `{excuse.rekaman[:80]}` tidak ada di katalog",
                suggestion(excuse.rekaman, files, "salin alamat berkas dari laporan pemeriksaan"),
                at=at,
            )
        if excuse.aturan not in RULES:
            yield Complaint(
                ("butir", index, "aturan"),
                f"aturan `{excuse.aturan}` tidak ada",
                suggestion(excuse.aturan, RULES, "salin id aturan dari laporan pemeriksaan"),
                at=at,
            )


@rule("kecualian-terlarang", Level.ERROR, Scope.CATALOG)
def forbidden_excuse(context: Context) -> Iterator[Complaint]:
    """Yang tidak terbaca, berbahaya, merusak keutuhan katalog, atau pribadi tidak dikecualikan.

    Berkas yang tidak terbaca tidak dapat diterbitkan, dan nomor pribadi yang tayang sehari saja
    tidak dapat ditarik lagi.

    Sumber: UU 27/2022 (pelindungan data pribadi); praktik katalog ini.
    """
    for index, excuse in _excuses(context):
        found = RULES.get(excuse.aturan)
        if found and not excusable(found):
            yield Complaint(
                ("butir", index, "aturan"),
                f"temuan `{found.id}` tidak dapat dikecualikan",
                "hapus butir ini, lalu perbaiki rekamannya",
                at=context.by_id["kecualian", "kecualian"],
            )


@rule("kecualian-lewat", Level.WARNING, Scope.CATALOG)
def overdue_excuse(context: Context) -> Iterator[Complaint]:
    """Kecualian belum lewat hari terakhirnya.

    Sesudah hari itu temuannya berlaku lagi, dengan tingkat semula. Kecualian yang boleh lewat
    begitu saja menjadi izin untuk selamanya.

    Sumber: praktik katalog ini (docs/model.md, bagian Kecualian).
    """
    for index, excuse in _excuses(context):
        if excuse.berakhir < context.today:
            yield Complaint(
                ("butir", index, "berakhir"),
                f"kecualian ini berakhir {excuse.berakhir}; temuannya berlaku lagi",
                "perbaiki rekamannya dan hapus butir ini, atau minta persetujuan dengan hari baru",
                at=context.by_id["kecualian", "kecualian"],
            )


_A_YEAR = timedelta(days=366)


@rule("kecualian-terlalu-lama", Level.WARNING, Scope.CATALOG)
def excuse_for_ever(context: Context) -> Iterator[Complaint]:
    """Kecualian berakhir paling lama setahun lagi.

    Kecualian adalah utang yang bertanggal; yang berakhir sepuluh tahun lagi tidak pernah dibayar,
    dan orang yang menyetujuinya sudah pindah.

    Sumber: praktik katalog ini (docs/model.md, bagian Kecualian).
    """
    for index, excuse in _excuses(context):
        if excuse.berakhir - context.today > _A_YEAR:
            yield Complaint(
                ("butir", index, "berakhir"),
                f"kecualian ini baru berakhir {excuse.berakhir}",
                "perbaiki tahunnya; kecualian paling lama setahun, lalu dimintakan lagi",
                at=context.by_id["kecualian", "kecualian"],
            )


_UNNEEDED = "kecualian-tak-perlu"
described(
    _UNNEEDED,
    Level.WARNING,
    """Setiap kecualian mengecualikan temuan yang masih ada, dan hanya disebut sekali.

    Kecualian yang tertinggal menyembunyikan kesalahan yang sama bila kelak terulang, tanpa ada
    yang memutuskannya lagi.

    Sumber: praktik katalog ini (docs/model.md, bagian Kecualian).
    """,
)


def excuse(findings: Findings, context: Context) -> None:
    """Lower what is excused to a remark that says until when and why; tell unneeded excuses."""
    known: dict[tuple[str, str], int] = {}
    listed = dict(_excuses(context))
    for index, each in listed.items():
        rule_ = RULES.get(each.aturan)
        if each.berakhir < context.today or rule_ is None or not excusable(rule_):
            continue
        if known.setdefault((each.rekaman, each.aturan), index) != index:
            findings.add(_unneeded(context, index, "kecualian ini sudah disebut di atasnya"))
    met = set()

    def lowered(finding: Finding) -> Finding:
        index = known.get((finding.place.file, finding.rule))
        if index is None:
            return finding
        met.add(index)
        told = f"dikecualikan sampai {listed[index].berakhir}: {listed[index].alasan}"
        message = f"{finding.message} ({told})"
        return replace(finding, level=Level.INFO, message=message, edit=None)

    findings.change(lowered)
    for (_, rule_id), index in known.items():
        if index not in met:
            message = f"aturan `{rule_id}` tidak menemukan apa pun lagi di berkas itu"
            findings.add(_unneeded(context, index, message))


def _unneeded(context: Context, index: int, message: str) -> Finding:
    place = context.by_id["kecualian", "kecualian"].places.locate(("butir", index))
    return Finding(_UNNEEDED, Level.WARNING, place, message, "hapus butir ini", "kecualian")
