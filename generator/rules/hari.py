"""Rules about the order of days: reviews, decrees, pledges and plans follow one another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

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
    """Peninjauan berikutnya direncanakan sesudah peninjauan terakhir.

    Rencana yang tanggalnya sudah dilewati tidak pernah diingatkan lagi; standar menua tanpa ada
    yang tahu.

    Sumber: PermenPANRB 15/2014 (peninjauan ulang berkala); praktik, mis. tahun yang salah ketik.
    """
    review = standard.tinjau
    if review and review.terakhir and review.berikutnya and review.berikutnya <= review.terakhir:
        yield Complaint(
            ("tinjau", "berikutnya"),
            f"peninjauan berikutnya {review.berikutnya}, tidak sesudah yang terakhir, "
            f"{review.terakhir}",
            "perbaiki tahun `berikutnya`, atau hapus bila belum direncanakan",
        )


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


def _happened(file: TextFile, today: date) -> Iterator[tuple[date, str]]:
    for path, text in file.of(("terakhir", *TERJADI)):
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


def _target_end(target: str) -> date | None:
    """Return the last day of the quarter or half-year that a target names."""
    match = _QUARTER.search(target)
    if not match:
        return None
    number = _ROMAN.get(match[2].casefold()) or int(match[2])
    month = number * (3 if match[1].casefold() == "triwulan" else 6)
    if month > 12:
        return None
    year = int(match[3]) + month // 12
    return date(year, month % 12 + 1, 1) - timedelta(days=1)


@rule("tindak-lanjut-janggal", Level.WARNING, Scope.RECORD, "skm", "konsultasi", "evaluasi")
def plan_disagrees(record: Skm | Konsultasi | Evaluasi) -> Iterator[Complaint]:
    """Target, tenggat, dan keadaan sebuah tindak lanjut saling cocok.

    "Triwulan I" dengan tenggat Juni memberi dua janji; tanggal selesai pada pekerjaan yang masih
    berjalan membuat persentase tindak lanjut salah dihitung.

    Sumber: PermenPANRB 14/2017 (rencana tindak lanjut); form F-02 PEKPPP (persentase selesai).
    """
    rows: Sequence[TindakLanjut] = record.tindak_lanjut
    for index, row in enumerate(rows):
        base: Path = ("tindak_lanjut", index)
        end = _target_end(row.target)
        if end and row.tenggat and row.tenggat > end:
            yield Complaint(
                (*base, "tenggat"),
                f"“{row.target}” berakhir {end}, tenggatnya {row.tenggat}",
                f"tulis `tenggat: {end}`, atau perbaiki `target`",
            )
        if row.tanggal_selesai and row.selesai != "selesai":
            yield Complaint(
                (*base, "selesai"),
                f"selesai {row.tanggal_selesai}, tetapi keadaannya “{row.selesai}”",
                "tulis `selesai: selesai`, atau hapus `tanggal_selesai`",
                anchor=(*base, "tanggal_selesai"),
            )
