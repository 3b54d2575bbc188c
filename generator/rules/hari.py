"""Rules about the order of days: reviews, decrees, pledges and plans follow one another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from generator.assemble import Record
from generator.finding import Level
from generator.model.dokumen_unit import Maklumat, Penetapan
from generator.model.kinerja import Evaluasi, Konsultasi, Skm, TindakLanjut
from generator.model.layanan import Standar
from generator.model.salah_tulis import BULAN
from generator.rules.bantu import STANDAR, TERJADI
from generator.rules.registry import Complaint, Context, Scope, TextFile, rule
from generator.source import Path


@rule("tinjau-mundur", Level.WARNING, Scope.RECORD, *STANDAR)
def next_review_first(standard: Standar) -> Iterator[Complaint]:
    """Peninjauan berikutnya direncanakan sesudah peninjauan terakhir, dalam tiga tahun.

    Rencana yang tanggalnya sudah dilewati tidak pernah diingatkan lagi; standar menua tanpa ada
    yang tahu.

    Sumber: PermenPANRB 15/2014 (peninjauan ulang berkala); praktik, mis. tahun yang salah ketik.
    """
    review = standard.tinjau
    if not review or not review.terakhir or not review.berikutnya:
        return
    if review.berikutnya <= review.terakhir:
        yield Complaint(
            ("tinjau", "berikutnya"),
            f"peninjauan berikutnya {review.berikutnya}, tidak sesudah yang terakhir, "
            f"{review.terakhir}",
            "perbaiki tahun `berikutnya`, atau hapus bila belum direncanakan",
        )
    elif review.berikutnya - review.terakhir > _REVIEWED_WITHIN:
        yield Complaint(
            ("tinjau", "berikutnya"),
            f"peninjauan berikutnya {review.berikutnya}, lebih dari tiga tahun sesudah "
            f"{review.terakhir}",
            "perbaiki tahun `berikutnya`; standar ditinjau paling lambat tiga tahun sekali",
        )


_REVIEWED_WITHIN = timedelta(days=3 * 366)


@rule("diperbarui-tertinggal", Level.WARNING, Scope.CATALOG)
def update_lags(context: Context) -> Iterator[Complaint]:
    """`diperbarui` tidak lebih tua daripada kejadian yang diceritakan rekaman itu.

    Rekaman yang menyebut peninjauan Juni tetapi "diperbarui" Maret salah satunya keliru; warga
    dan penilai tidak tahu apakah isinya yang baru atau yang lama. Angka pengaduan setahun ditulis
    sesudah tahunnya berakhir.

    Sumber: PermenPANRB 13/2017 (informasi pelayanan yang mutakhir); praktik katalog ini.
    """
    for file in context.files:
        updated = _day(file.document.data.get("diperbarui"))
        if not updated:
            continue
        newest = max(_happened(file, context.today), default=None)
        if newest and newest[0] > updated:
            yield _lags(file, f"rekaman ini menyebut {newest[0]} di `{newest[1]}`", newest[0])
        elif file.identity.kind == "pengaduan":
            year = int(file.id[-4:])
            # Of the running year the figures so far may be told.
            if updated.year <= year < context.today.year:
                yield _lags(file, f"angka tahun {year} baru lengkap sesudahnya", date(year, 12, 31))
        elif file.identity.kind == "evaluasi":
            judged = str(file.document.data.get("tahun"))
            if judged.isdigit() and updated.year < int(judged) <= context.today.year:
                yield _lags(file, f"penilaian ini tahun {judged}", date(int(judged), 1, 1))
        elif file.identity.kind == "konsultasi":
            held = _day(file.id.rpartition("/")[2])
            if held and updated < held <= context.today:
                yield _lags(file, f"konsultasi ini pada {held}", held)


def _happened(file: TextFile, today: date) -> Iterator[tuple[date, str]]:
    ends = ("selesai",) if file.identity.kind == "skm" else ()
    for path, text in file.of(("terakhir", *TERJADI, *ends)):
        if (day := _day(text)) and day <= today:
            yield day, str(path[-1])


def _lags(file: TextFile, why: str, day: date) -> Complaint:
    return Complaint(
        ("diperbarui",),
        f"`diperbarui` lebih tua daripada isinya: {why}",
        f"tulis hari isinya terakhir diubah, `{day}` atau sesudahnya; atau perbaiki tanggal itu",
        at=file,
    )


def _day(text: object) -> date | None:
    try:
        return date.fromisoformat(str(text))
    except ValueError:
        return None


_WRITTEN = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(BULAN)}) (\d{{4}})\b", re.IGNORECASE)


def written_days(text: str) -> Iterator[date]:
    """Yield the days that a text names in words, as in “28 Januari 2026”."""
    for day, month, year in _WRITTEN.findall(text):
        try:
            yield date(int(year), BULAN[month.casefold()], int(day))
        except ValueError:
            continue


@rule("penetapan-urutan", Level.WARNING, Scope.CATALOG)
def decree_order(context: Context) -> Iterator[Complaint]:
    """Standar dibahas dahulu, lalu ditetapkan, lalu berlaku.

    Keputusan yang lebih muda daripada hari berlakunya mengikat warga surut; berita acara yang
    lebih muda daripada keputusannya berarti pembahasannya hanya di atas kertas.

    Sumber: PermenPANRB 15/2014 (pembahasan, penetapan, penerapan).
    """
    decrees = context.katalog.penetapan
    for record in context.of_kind("penetapan"):
        decree = record.data
        if isinstance(decree, Penetapan) and decree.tanggal and decree.berita_acara:
            after = [each for each in written_days(decree.berita_acara) if each > decree.tanggal]
            if after:
                yield Complaint(
                    ("berita_acara",),
                    f"dibahas {after[0]}, sesudah ditetapkan {decree.tanggal}",
                    "periksa kedua tanggal di naskahnya, lalu perbaiki yang salah ketik",
                    at=record,
                )
    for record in context.of_kind(*STANDAR):
        standard = record.data
        if not isinstance(standard, Standar) or not standard.berlaku_mulai:
            continue
        found = context.katalog.penetapan_dari(record.id.partition("/")[0], standard)
        decided = decrees[found].tanggal if found else None
        if decided and decided > standard.berlaku_mulai:
            yield Complaint(
                ("berlaku_mulai",),
                f"berlaku sejak {standard.berlaku_mulai}, tetapi keputusan `{found}` "
                f"baru ditetapkan {decided}",
                f"perbaiki `tanggal` keputusan itu, atau tulis `berlaku_mulai` {decided} atau "
                "sesudahnya",
                at=record,
            )


@rule("maklumat-mendahului", Level.WARNING, Scope.CATALOG)
def pledge_first(context: Context) -> Iterator[Complaint]:
    """Maklumat ditetapkan sesudah standar pelayanannya.

    Maklumat berjanji melayani menurut standar yang telah ditetapkan; yang lebih tua daripada
    semua keputusannya menjanjikan sesuatu yang belum ada. Bila sebuah keputusan mencabut yang
    lama, standar pertamanya tidak diketahui dan maklumatnya tidak dinilai.

    Sumber: UU 25/2009 Pasal 22; PermenPANRB 15/2014 (maklumat dibuat sesudah standar ditetapkan).
    """
    decided = _decided(context)
    for record in context.of_kind("maklumat"):
        pledge = record.data
        first = min(decided.get(record.id, ()), default=date.min)
        if isinstance(pledge, Maklumat) and pledge.tanggal and pledge.tanggal < first:
            yield Complaint(
                ("tanggal",),
                f"maklumat dari {pledge.tanggal}, standar pertamanya baru ditetapkan {first}",
                "periksa tanggal kedua naskah, lalu perbaiki yang salah ketik",
                at=record,
            )


def _decided(context: Context) -> dict[str, list[date]]:
    """Return for each owner of services since when their standards are known to be set."""
    found: dict[str, list[date]] = {}
    for decree in context.katalog.penetapan.values():
        day = decree.tanggal if decree.tanggal and not decree.mencabut else date.min
        for service in decree.menetapkan:
            found.setdefault(service.partition("/")[0], []).append(day)
    return found


_QUARTER = re.compile(r"\b(triwulan|semester) (IV|III|II|I|[1-4]) (20\d\d)\b", re.IGNORECASE)
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def _target(target: str) -> tuple[date, date] | None:
    """Return the first and last day of the quarter or half-year that a target names."""
    match = _QUARTER.search(target)
    if not match:
        return None
    number = _ROMAN.get(match[2].casefold()) or int(match[2])
    length = 3 if match[1].casefold() == "triwulan" else 6
    if number * length > 12:
        return None
    year, month = int(match[3]), number * length
    last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    return date(year, month - length + 1, 1), last


def _begun(record: Record) -> date:
    """Return the first day on which what a plan answers to was known."""
    if isinstance(record.data, Skm):
        return record.data.mulai
    if isinstance(record.data, Evaluasi):
        return _day(f"{record.data.tahun:04d}-01-01") or date.min
    return _day(record.id.rpartition("/")[2]) or date.min


@rule("tindak-lanjut-janggal", Level.WARNING, Scope.CATALOG)
def plan_disagrees(context: Context) -> Iterator[Complaint]:
    """Target, tenggat, dan keadaan sebuah tindak lanjut saling cocok.

    "Triwulan I" dengan tenggat Juni memberi dua janji; tanggal selesai pada pekerjaan yang masih
    berjalan membuat persentase tindak lanjut salah dihitung. Yang selesai bertanggal, dan tidak
    selesai sebelum survei, konsultasi, atau penilaiannya sendiri.

    Sumber: PermenPANRB 14/2017 (rencana tindak lanjut); form F-02 PEKPPP (persentase selesai).
    """
    for record in context.of_kind("skm", "konsultasi", "evaluasi"):
        data = record.data
        assert isinstance(data, Skm | Konsultasi | Evaluasi)
        begun = _begun(record)
        for index, row in enumerate(data.tindak_lanjut):
            base: Path = ("tindak_lanjut", index)
            for key, message, hint in (*_plan_days(row, begun), *_plan_state(row)):
                anchor = (*base, "tanggal_selesai")
                yield Complaint((*base, key), message, hint, at=record, anchor=anchor)


def _plan_days(row: TindakLanjut, begun: date) -> Iterator[tuple[str, str, str]]:
    target = _target(row.target)
    if target and row.tenggat and not target[0] <= row.tenggat <= target[1]:
        yield (
            "tenggat",
            f"“{row.target}” mulai {target[0]} dan berakhir {target[1]}, tenggatnya {row.tenggat}",
            f"tulis `tenggat: {target[1]}`, atau perbaiki `target`",
        )
    elif row.tenggat and row.tenggat < begun:
        yield (
            "tenggat",
            f"tenggat {row.tenggat} mendahului yang ditindaklanjuti, {begun}",
            "perbaiki tahun `tenggat`",
        )
    if row.tanggal_selesai and row.tanggal_selesai < begun:
        yield (
            "tanggal_selesai",
            f"selesai {row.tanggal_selesai}, sebelum yang ditindaklanjuti mulai, {begun}",
            "perbaiki tahun atau bulan `tanggal_selesai` menurut buktinya",
        )


def _plan_state(row: TindakLanjut) -> Iterator[tuple[str, str, str]]:
    if row.tanggal_selesai and row.selesai != "selesai":
        yield (
            "selesai",
            f"selesai {row.tanggal_selesai}, tetapi keadaannya “{row.selesai}”",
            "tulis `selesai: selesai`, atau hapus `tanggal_selesai`",
        )
    elif row.selesai == "selesai" and not row.tanggal_selesai:
        yield (
            "selesai",
            "selesai, tetapi tidak bertanggal",
            "tambahkan `tanggal_selesai: <tahun-bulan-hari>`, atau tulis keadaan yang sebenarnya",
        )
