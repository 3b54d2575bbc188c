"""Rules about what comes round: reviews of other records, yearly duties, laws that change."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.assemble import Record
from generator.finding import Level
from generator.model.catalog import Katalog
from generator.model.dokumen_unit import Maklumat, Penetapan
from generator.model.layanan import Standar
from generator.model.nilai import TAK_TERBIT
from generator.model.proses import Proses
from generator.model.sop import Sop
from generator.rules.registry import Complaint, Context, Scope, rule
from generator.rules.usia import REVIEW_MONTHS, months_later

_YEAR_MONTHS = 12


def _last(record: Record) -> tuple[str, date, int, str] | None:
    """Return the key and day of the last review, after how many months the next is due, and how."""
    data = record.data
    if isinstance(data, Sop) and data.status in ("disahkan", "berlaku"):
        days = {
            key: day
            for key in ("tanggal_pembuatan", "tanggal_efektif", "tanggal_revisi")
            if (day := getattr(data, key))
        }
        if days:
            key = max(days, key=lambda each: days[each])
            return key, days[key], _YEAR_MONTHS, "evaluasi SOP ini, lalu tulis `tanggal_revisi`"
    if isinstance(data, Proses) and data.status == "berlaku":
        how = "cocokkan dengan susunan organisasi sekarang, lalu tulis `diperbarui`"
        return "diperbarui", data.diperbarui, _YEAR_MONTHS, how
    if isinstance(data, Maklumat) and data.status == "berlaku" and data.tanggal:
        how = "tinjau bersama standarnya, lalu tulis `tanggal` maklumat yang baru"
        return "tanggal", data.tanggal, REVIEW_MONTHS, how
    return None


@rule("tinjau-berkala", Level.INFO, Scope.CATALOG)
def review_due(context: Context) -> Iterator[Complaint]:
    """SOP dan peta proses dievaluasi setiap tahun, maklumat ditinjau setiap tiga tahun.

    Lembar SOP yang tidak pernah dievaluasi memuat langkah yang sudah tidak dijalankan; peta
    proses lama menunjuk unit yang sudah dilebur.

    Sumber: PermenPANRB 35/2012 (evaluasi SOP) dan 19/2018 (pemantauan peta proses); PermenPANRB
    15/2014 (maklumat mengikuti standar, ditinjau paling lama tiga tahun).
    """
    for record in context.of_kind("sop", "pola-sop", "tempat-sop", "proses", "maklumat"):
        if found := _last(record):
            key, last, months, how = found
            if months_later(last, months) < context.today:
                yield Complaint(
                    (key,), f"terakhir {last}, lebih dari {months} bulan yang lalu", how, at=record
                )


def _newest(katalog: Katalog, unit: str) -> Iterator[tuple[str, str, date | None]]:
    """Yield what a unit does every year, with where it is recorded and the last day of it."""
    surveys = (each.selesai for id_, each in katalog.skm.items() if id_.startswith(f"{unit}/"))
    yield "survei kepuasan", "skm/<periode>.yaml", max(surveys, default=None)
    days = (
        date.fromisoformat(id_.partition("/")[2])
        for id_ in katalog.konsultasi
        if id_.startswith(f"{unit}/")
    )
    yield "forum konsultasi publik", "konsultasi/<tanggal>.yaml", max(days, default=None)
    years = (int(id_[-4:]) for id_ in katalog.pengaduan if id_.startswith(f"{unit}/"))
    last = max(years, default=None)
    yield "angka pengaduan", "pengaduan/<tahun>.yaml", date(last, 12, 31) if last else None


@rule("kegiatan-tahunan", Level.INFO, Scope.CATALOG)
def yearly_duties(context: Context) -> Iterator[Complaint]:
    """Unit dengan standar berlaku mengadakan survei, konsultasi, dan rekap pengaduan tiap tahun.

    Tanpa itu, janji layanan tidak pernah dibandingkan dengan yang dialami warga.

    Sumber: PermenPANRB 14/2017 (survei sekurang-kurangnya setahun sekali); PermenPANRB 16/2017
    (konsultasi publik); form F-02 PEKPPP.
    """
    katalog = context.katalog
    owners = {each.pemilik for each in katalog.semua_layanan() if each.isi.status == "berlaku"}
    for record in context.of_kind("unit"):
        if record.id not in owners:
            continue
        for what, where, last in _newest(katalog, record.id):
            if last is None or months_later(last, _YEAR_MONTHS) < context.today:
                since = f"terakhir {last}" if last else "belum pernah direkam"
                yield Complaint(
                    ("nama",),
                    f"{what} setahun terakhir belum ada ({since})",
                    f"rekam di `unit/{record.id}/{where}`",
                    at=record,
                )


@rule("regulasi-diubah", Level.WARNING, Scope.CATALOG)
def amended_law(context: Context) -> Iterator[Complaint]:
    """Standar ditinjau lagi bila peraturan yang disebutnya diubah sesudah peninjauan terakhir.

    Pasal yang berubah sering mengubah syarat atau biaya; standar lama lalu meminta yang sudah
    tidak perlu.

    Sumber: PermenPANRB 15/2014 (peninjauan ulang bila dasar hukum berubah).
    """
    laws = context.katalog.regulasi
    for record, refers in context.acuan:
        standard = record.data
        if not isinstance(standard, Standar) or standard.status in TAK_TERBIT:
            continue
        if not context.berlaku_kini(record):
            continue
        reviewed = (standard.tinjau and standard.tinjau.terakhir) or standard.diperbarui
        for path, kind, id_ in refers:
            law = laws.get(id_) if kind == "regulasi" else None
            for changer in law.diubah_oleh if law else ():
                new = laws.get(changer)
                if law and new and new.tahun and new.tahun > reviewed.year:
                    yield Complaint(
                        path,
                        f"{law.sebutan} diubah oleh {new.sebutan}, sesudah ditinjau {reviewed}",
                        "baca perubahannya, tinjau standar ini, lalu tulis `tinjau.terakhir`",
                        at=record,
                    )


@rule("penetapan-belum-lengkap", Level.WARNING, Scope.CATALOG)
def decree_incomplete(context: Context) -> Iterator[Complaint]:
    """Keputusan yang berlaku bertanggal, dan standarnya dibahas dahulu dengan masyarakat.

    Keputusan tanpa tanggal tidak dapat dicari di lemari arsip, dan umurnya tidak dapat dihitung.
    Standar yang tidak pernah dibahas dengan warga dinilai tanpa pelibatan masyarakat. Tanggal
    yang hilang adalah galat; draf belum diminta apa-apa.

    Sumber: PermenPANRB 15/2014 (pembahasan bersama masyarakat, berita acara, penetapan).
    """
    held = {id_.partition("/")[0] for id_ in context.katalog.konsultasi}
    for record in context.of_kind("penetapan"):
        decree = record.data
        if not isinstance(decree, Penetapan) or decree.status != "berlaku":
            continue
        if not decree.tanggal:
            yield Complaint(
                ("tanggal",),
                "keputusan yang berlaku belum menyebut tanggalnya",
                "tambahkan `tanggal: <tahun-bulan-hari>` dari naskahnya, atau ubah `status`",
                at=record,
                on_key=True,
                anchor=("status",),
                level=Level.ERROR,
            )
        if (
            decree.menetapkan
            and not decree.berita_acara
            and record.id.partition("/")[0] not in held
        ):
            yield Complaint(
                ("berita_acara",),
                "keputusan ini menetapkan standar tanpa pembahasan dengan masyarakat",
                "tambahkan `berita_acara: <nomor>`, atau rekam forumnya di folder `konsultasi/`",
                at=record,
                on_key=True,
                anchor=("status",),
            )
