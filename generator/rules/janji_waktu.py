"""Rules about the promised time: what a SOP's rows need against what its standard promises."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from generator.finding import Level
from generator.model.dasar import Durasi
from generator.model.hitung import BOBOT, Lama
from generator.model.kalender import Kalender
from generator.model.kata import SATUAN
from generator.model.layanan import Standar
from generator.model.tepat import JanjiKasus, hitung_kasus, kalender_sop, panjang
from generator.rules.bantu import listing
from generator.rules.janji_bantu import tell
from generator.rules.registry import Complaint, Context, Scope, rule
from generator.rules.sop_layanan import Pasangan


@rule("janji-jam", Level.ERROR, Scope.CATALOG)
def clock_rows(context: Context) -> Iterator[Complaint]:
    """SOP menandai baris tempat janji waktu mulai dan berhenti dihitung, untuk setiap kasus.

    Janji “3 hari kerja sejak berkas lengkap” baru dapat diperiksa bila SOP menunjukkan di mana
    berkas dinyatakan lengkap (`jam_mulai`) dan di mana hasilnya selesai (`jam_selesai`). SOP makro
    dan parsial boleh tidak menandainya.

    Sumber: PermenPANRB 15/2014 (jangka waktu) dan 35/2012 (mutu baku waktu); praktik katalog ini.
    """
    for pair, _, judged in _judged(context):
        rows = pair.sop.baris
        starts = [at for at, each in enumerate(rows) if each.jam_mulai]
        if not _promises(pair.standar) or not (pair.utuh or starts):
            continue
        if len(starts) != 1:
            yield tell(
                pair,
                ("baris",),
                f"{len(starts) or 'tidak ada'} baris bertanda `jam_mulai`, seharusnya satu",
                "tulis `jam_mulai: ya` hanya di baris tempat janji mulai dihitung: "
                f"{_since(pair.standar)}",
                komponen="jangka_waktu",
            )
        elif not any(each.jam_selesai for each in rows):
            yield tell(
                pair,
                ("baris",),
                "tidak ada baris bertanda `jam_selesai`",
                "tulis `jam_selesai: ya` di baris yang menyelesaikan layanan",
                komponen="jangka_waktu",
            )
        else:
            shut = [each.nama for each in judged if each.putusan == "buntu"]
            if shut:
                yield tell(
                    pair,
                    ("baris", starts[0], "jam_mulai"),
                    "dari sini tidak ada jalan ke `jam_selesai`" + _in_case(", ".join(shut)),
                    "tulis `jam_selesai: ya` di baris yang menyelesaikan kasus itu, atau perbaiki "
                    "`kasus` baris sesudahnya",
                    komponen="jangka_waktu",
                )


@rule("janji-waktu", Level.ERROR, Scope.CATALOG)
def promised_time(context: Context) -> Iterator[Complaint]:
    """Jalur terlama SOP, termasuk menunggu dan langkah pihak luar, muat dalam janji waktu.

    Janji yang lebih singkat daripada pekerjaannya pasti dilanggar, dan warga yang datang pada
    hari yang dijanjikan pulang dengan tangan kosong. Dihitung per kasus dan produk, dari awal
    baris `jam_mulai` sampai akhir baris `jam_selesai`, menurut jam kerja kantor. Panah kembali
    tidak dihitung; satu kali perbaikan disebut di temuan. Hari kalender dalam janji dihitung
    menurut hari mulai terburuk: 2 hari sejak Jumat sore tidak memuat satu hari kerja pun.

    Sumber: UU 25/2009 Pasal 21 (jangka waktu penyelesaian); PermenPANRB 35/2012 (mutu baku);
    jam kerja menurut Perpres 21/2023 kecuali `jam_kerja` di pemerintah.yaml berbunyi lain.
    """
    for pair, calendar, judged in _judged(context):
        broken: dict[str, tuple[JanjiKasus, list[str]]] = {}
        for each in judged:
            if each.putusan == "melewati":
                text = _arithmetic(pair, each, calendar)
                broken.setdefault(text, (each, []))[1].append(each.nama)
        for text, (case, names) in broken.items():
            at = _longest_row(pair, case)
            yield tell(
                pair,
                ("baris", at, "waktu"),
                f"SOP ini lebih lama daripada janjinya{_in_case(_some(names))}: {text}",
                f"periksa dahulu `waktu` dan `tunggu` baris `{pair.sop.baris[at].kode}`, yang "
                f"terlama{_which(pair, case)}; bila benar, singkatkan, atau ubah `jangka_waktu` di "
                f"standar `{pair.layanan}` dengan sumbernya",
                komponen="jangka_waktu",
            )


@rule("janji-longgar", Level.INFO, Scope.CATALOG)
def padded(context: Context) -> Iterator[Complaint]:
    """Janji waktu tidak lebih dari lima kali jalur terlama SOP-nya.

    Janji yang terlalu longgar selalu ditepati dan tidak berarti apa-apa: warga menunggu seminggu
    untuk pekerjaan satu jam. Boleh jadi ada antrean yang belum ditulis sebagai `tunggu`.

    Sumber: UU 25/2009 Pasal 4 (kecepatan, kemudahan, dan keterjangkauan); praktik katalog ini.
    """
    for pair, calendar, judged in _judged(context):
        loose = [each for each in judged if each.putusan == "longgar"]
        if loose:
            worst = max(loose, key=_looseness)
            assert worst.jalur is not None
            yield tell(
                pair,
                ("baris", worst.jalur.baris[-1], "jam_selesai"),
                f"janji {_promise(worst.janji)} lebih dari lima kali jalur terlamanya"
                f"{_in_case(worst.nama)}, {panjang(worst.jalur.lama, calendar)}",
                "singkatkan janjinya di standar, atau tulis menunggu yang sebenarnya sebagai "
                "`tunggu`",
                komponen="jangka_waktu",
            )


_UNIT_SLIP = 60
"""So many times its work, a promise is no longer padded: its unit of time is another."""


@rule("janji-salah-satuan", Level.WARNING, Scope.CATALOG)
def wrong_unit(context: Context) -> Iterator[Complaint]:
    """Janji waktu tidak puluhan kali lipat pekerjaannya menurut SOP.

    "30 hari kerja" untuk surat yang selesai dalam 25 menit biasanya 30 menit yang salah satuan;
    warga menunggu enam pekan atau tidak jadi datang.

    Sumber: UU 25/2009 Pasal 21 (jangka waktu penyelesaian); praktik, mis. satuan yang tersalin.
    """
    for pair, calendar, judged in _judged(context):
        loose = [each for each in judged if each.putusan == "longgar"]
        worst = max(loose, key=_looseness, default=None)
        service = context.katalog.cari_layanan(pair.layanan)
        if worst is None or service is None or _looseness(worst) < _UNIT_SLIP:
            continue
        at = next((each for each in context.records if each.file == service.berkas), None)
        assert worst.jalur is not None
        if at:
            yield Complaint(
                ("jangka_waktu", "tahap", 0, "satuan"),
                f"janji {_promise(worst.janji)}{_in_case(worst.nama)}, pekerjaannya menurut SOP "
                f"`{pair.id}` {panjang(worst.jalur.lama, calendar)}",
                "periksa `maks` dan `satuan` di sini, lalu `waktu` di SOP itu; bila memang "
                "menunggu selama itu, tulis sebagai `tunggu` di SOP",
                at=at,
            )


def _looseness(case: JanjiKasus) -> float:
    assert case.selisih is not None
    return case.selisih.tersedia / max(case.selisih.perlu, 1)


def _which(pair: Pasangan, case: JanjiKasus) -> str:
    """Ask also whether the rows of one case stand in the right one."""
    assert case.jalur is not None
    own = [row for at in case.jalur.baris if (row := pair.sop.baris[at]).kasus]
    return f", dan `kasus` baris {listing(row.kode for row in own)}" if own else ""


def _longest_row(pair: Pasangan, case: JanjiKasus) -> int:
    """Return the row on the path that takes the longest: where shortening begins."""
    assert case.jalur is not None
    rows = pair.sop.baris

    def minutes(at: int) -> int:
        spent = [each for each in (rows[at].waktu, rows[at].tunggu) if each]
        return sum(each.nilai * BOBOT[each.satuan] for each in spent)

    return max(case.jalur.baris, key=minutes)


def _promises(standard: Standar) -> bool:
    return bool(standard.jangka_waktu and standard.jangka_waktu.tahap)


def _since(standard: Standar) -> str:
    time = standard.jangka_waktu
    return time.dihitung_sejak if time and time.dihitung_sejak else "lihat `dihitung_sejak`"


@lru_cache(maxsize=1)
def _judged(context: Context) -> tuple[tuple[Pasangan, Kalender, list[JanjiKasus]], ...]:
    """Return every pair with its calendar and cases: three rules ask for the same."""
    found = []
    for pair in context.pasangan:
        if not pair.berbeda("jangka_waktu", "kasus"):
            continue
        calendar = kalender_sop(pair.sop, context.katalog.pemerintah)
        found.append((pair, calendar, hitung_kasus(pair.sop, pair.standar, calendar)))
    return tuple(found)


def _in_case(names: str) -> str:
    return f" untuk {names}" if names else ""


def _some(names: Sequence[str]) -> str:
    shown = " · ".join(each for each in names[:3] if each)
    return f"{shown}, dan {len(names) - 3} kasus lain" if len(names) > 3 else shown


def _arithmetic(pair: Pasangan, case: JanjiKasus, calendar: Kalender) -> str:
    """Return the sum as a person would write it: rows, total, promise."""
    assert case.jalur is not None
    assert case.selisih is not None
    rows = [pair.sop.baris[at] for at in case.jalur.baris]
    last = len(rows) - 1
    parts = []
    for step, row in enumerate(rows):
        times = [_words(row.waktu)] if row.waktu else []
        if row.tunggu and step < last:
            times.append(f"tunggu {_words(row.tunggu)}")
        if times:
            parts.append(f"`{row.kode}` {' + '.join(times)}")
    text = f"{', '.join(parts)} = {panjang(case.jalur.lama, calendar)}"
    text += f"; janji {_promise(case.janji)}"
    if case.selisih.hari:
        day = calendar.hari_terburuk(case.selisih.hari)
        text += f" = {case.selisih.hari_kerja} hari kerja bila mulai {day.capitalize()} sore"
    if case.jalur.ulang:
        at, arrow = case.jalur.ulang
        text += (
            f"; satu perbaikan dari `{pair.sop.baris[at].kode}` kembali ke "
            f"`{pair.sop.baris[arrow.ke].kode}` menambah "
            f"{panjang(case.jalur.lama_ulang, calendar)}, tidak dihitung"
        )
    return text


def _words(length: Durasi) -> str:
    return f"{length.nilai} {SATUAN[length.satuan]}"


def _promise(promise: Lama) -> str:
    return " + ".join(f"{longest} {SATUAN[unit]}" for _, longest, unit in promise.bagian)
