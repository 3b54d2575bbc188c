"""Rules about time: the stages make sense and add up to what is promised."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from generator.finding import Level
from generator.model.dasar import Durasi, Jenjang
from generator.model.hitung import BOBOT, berlaku, kombinasi, lama_semua
from generator.model.janji import Tahap
from generator.model.kata import SATUAN
from generator.model.layanan import Standar
from generator.model.pemerintah import Pemerintah
from generator.model.unit import Kelompok, Unit
from generator.rules.bantu import STANDAR, duty, listing
from generator.rules.registry import Complaint, Scope, TextFile, rule
from generator.source import Path, Tree

_BASIC: Mapping[str, tuple[str, int]] = {
    "menit": ("menit", 1),
    "jam": ("menit", 60),
    "hari": ("hari", 1),
    "minggu": ("hari", 7),
    "hari_kerja": ("hari_kerja", 1),
    "bulan": ("bulan", 1),
    "tahun": ("bulan", 12),
}
"""Units that are the same thing in another measure; the four basic ones never mix."""


@rule("tahap-melingkar", Level.ERROR, Scope.RECORD, *STANDAR)
def circular_stages(standard: Standar) -> Iterator[Complaint]:
    """Tahap waktu tidak saling menunggu.

    Tahap yang menunggu dirinya sendiri, langsung atau lewat tahap lain, tidak pernah selesai;
    waktunya tidak dapat dijumlahkan dan halaman tidak dapat menyebut janji.

    Sumber: praktik katalog ini.
    """
    stages = standard.jangka_waktu.tahap if standard.jangka_waktu else ()
    for index in _circular(stages):
        code = stages[index].kode
        yield Complaint(
            ("jangka_waktu", "tahap", index, "sesudah"),
            f"tahap `{code}` akhirnya menunggu dirinya sendiri",
            "perbaiki `sesudah`: sebut hanya tahap yang selesai lebih dulu",
        )


def _circular(stages: Sequence[Tahap]) -> list[int]:
    """Return the stages that can never begin and that name a predecessor themselves."""
    waits: dict[int, set[str]] = {}
    codes = {each.kode for each in stages}
    for index, stage in enumerate(stages):
        if stage.sesudah is not None:
            waits[index] = set(stage.sesudah) & codes
        else:
            waits[index] = {stages[index - 1].kode} if index else set()
    done: set[str] = set()
    while ready := [index for index, before in waits.items() if before <= done]:
        for index in ready:
            done.add(stages[index].kode)
            del waits[index]
    return [index for index in waits if stages[index].sesudah]


@rule("waktu-tidak-sama", Level.ERROR, Scope.RECORD, *STANDAR)
def total_differs(standard: Standar) -> Iterator[Complaint]:
    """`total` sama dengan jumlah tahap menurut jalur terlama.

    Jumlah yang diketik tangan mudah tertinggal ketika sebuah tahap diubah. Warga lalu melihat
    dua janji, dan petugas dapat memilih yang lebih lama. Tahap yang sejajar (`sesudah`) dihitung
    sekali; satuan yang berbeda dijumlahkan sendiri-sendiri.

    Sumber: UU 25/2009 Pasal 21 (jangka waktu penyelesaian); praktik, mis. "6 hari kerja" yang
    diketik untuk tiga tingkat kantor.
    """
    time = standard.jangka_waktu
    if not time or not time.total or not time.tahap or _circular(time.tahap):
        return
    lengths = lama_semua(standard)
    if not lengths:
        return
    longest = _basic([(value, unit) for _, value, unit in lengths[-1].bagian])
    said = _basic([(time.total.nilai, time.total.satuan)])
    if longest == said:
        return
    if longest.keys() != said.keys():
        hint = "pakai satuan yang sama di semua tahap, atau hapus `total`; halaman menjumlahkannya"
    else:
        hint = f"samakan: tulis total {_words(longest)}, atau perbaiki tahapnya"
    yield Complaint(
        ("jangka_waktu", "total", "nilai"),
        f"total {_said(time.total)}, tetapi tahap-tahapnya {_words(longest)}",
        hint,
        level=Level.ERROR if longest.keys() == said.keys() else Level.WARNING,
    )


def _basic(parts: Sequence[tuple[int, str]]) -> dict[str, int]:
    out: dict[str, int] = {}
    for value, unit in parts:
        basic, factor = _BASIC[unit]
        out[basic] = out.get(basic, 0) + value * factor
    return out


def _words(length: Mapping[str, int]) -> str:
    return " + ".join(f"{value} {SATUAN[unit]}" for unit, value in length.items())


def _said(total: Durasi) -> str:
    return f"{total.nilai} {SATUAN[total.satuan]}"


@rule("waktu-tanpa-awal", Level.WARNING, Scope.RECORD, *STANDAR)
def no_start(standard: Standar) -> Iterator[Complaint]:
    """Waktu menyebut sejak kapan dihitung.

    "3 hari kerja" tidak berarti apa-apa bila warga dan petugas tidak tahu apakah dihitung sejak
    berkas diterima, sejak berkas lengkap, atau sejak retribusi dibayar.

    Sumber: PermenPANRB 15/2014 (jangka waktu dihitung sejak persyaratan lengkap); praktik.
    """
    time = standard.jangka_waktu
    if time and time.tahap and not time.dihitung_sejak and duty(standard.status):
        yield Complaint(
            ("jangka_waktu", "dihitung_sejak"),
            "waktu ini tidak menyebut sejak kapan dihitung",
            "tambahkan `dihitung_sejak: …`, mis. `dihitung_sejak: berkas lengkap`",
            on_key=True,
            anchor=("jangka_waktu",),
            level=duty(standard.status),
        )


_MADE = re.compile(
    r"\b(?:surat|akta|kutipan|kartu|kk|kia|ktp(?:-el)?|sertifikat|izin|dokumen|rekomendasi|hasil)\b"
    r".*\b(?:selesai|terbit|diterbitkan|ditandatangani|dicetak|diserahkan|jadi)\b",
    re.IGNORECASE,
)


@rule("awal-sesudah-hasil", Level.WARNING, Scope.RECORD, *STANDAR)
def starts_at_the_end(standard: Standar) -> Iterator[Complaint]:
    """Waktu dihitung sejak permohonan lengkap, bukan sejak hasilnya jadi.

    "Satu hari kerja sejak surat ditandatangani" tidak menjanjikan apa pun: berapa lama pun surat
    itu menunggu tanda tangan, janjinya tetap ditepati.

    Sumber: PermenPANRB 15/2014 (jangka waktu dihitung sejak persyaratan lengkap).
    """
    time = standard.jangka_waktu
    match = _MADE.search(time.dihitung_sejak) if time and time.dihitung_sejak else None
    if match:
        yield Complaint(
            ("jangka_waktu", "dihitung_sejak"),
            f"waktu dihitung sejak “{match[0]}”, yaitu sesudah hasilnya jadi",
            "tulis `dihitung_sejak: berkas lengkap`, atau kejadian lain di awal layanan",
        )


@rule("langkah-lebih-lama", Level.WARNING, Scope.RECORD, *STANDAR)
def step_outlasts_promise(standard: Standar) -> Iterator[Complaint]:
    """Satu langkah petugas tidak lebih lama daripada seluruh janji waktunya.

    Langkah lima jam di dalam janji dua jam: salah satunya salah ketik, dan warga menunggu menurut
    yang lebih lama.

    Sumber: UU 25/2009 Pasal 21 (prosedur dan jangka waktu saling cocok); praktik.
    """
    time = standard.jangka_waktu
    # The longest promise is no shorter than its longest stage.
    least = max((each.maks * BOBOT[each.satuan] for each in time.tahap), default=0) if time else 0
    long = [
        (index, each.waktu)
        for index, each in enumerate(standard.prosedur)
        # What the applicant does himself takes his own time.
        if each.waktu
        and each.waktu.nilai * BOBOT[each.waktu.satuan] > least
        and (each.pelaku or "").casefold() != "pemohon"
    ]
    if not long or not (lengths := lama_semua(standard)):
        return
    for index, spent in long:
        if 0 < lengths[-1].bobot < spent.nilai * BOBOT[spent.satuan]:
            yield Complaint(
                ("prosedur", index, "waktu"),
                f"langkah ini {_said(spent)}, seluruh janjinya "
                f"{_words({unit: most for _, most, unit in lengths[-1].bagian})}",
                "perbaiki `waktu` langkah ini, atau `jangka_waktu`",
            )


@rule("tahap-lain-langkah", Level.WARNING, Scope.RECORD, *STANDAR)
def stage_of_other_cases(standard: Standar) -> Iterator[Complaint]:
    """Tahap waktu berlaku dalam kasus yang menjalani langkahnya.

    Tahap dan langkah berkode sama adalah satu pekerjaan. Bila kasusnya tidak pernah sama, warga
    yang tidak diukur bidangnya dijanjikan lima hari lebih lama, dan yang diukur lima hari kurang.

    Sumber: UU 25/2009 Pasal 21 (jangka waktu untuk setiap jenis pelayanan); praktik.
    """
    steps = {each.kode: each.kasus for each in standard.prosedur if each.kasus}
    for index, stage in enumerate(standard.jangka_waktu.tahap if standard.jangka_waktu else ()):
        walked = steps.get(stage.kode)
        if not walked or not stage.kasus:
            continue
        if not any(
            berlaku(walked, choice, standard.kasus) and berlaku(stage.kasus, choice, standard.kasus)
            for choice in kombinasi(standard.kasus)
        ):
            yield Complaint(
                ("jangka_waktu", "tahap", index, "kasus"),
                f"langkah `{stage.kode}` hanya untuk {listing(walked)}, tahap ini untuk "
                f"{listing(stage.kasus)}",
                "samakan `kasus` keduanya",
            )


_ANSWER_DAYS = 60


@rule("aduan-terlalu-lama", Level.ERROR, Scope.RECORD, "unit", "kelompok", "pemerintah", *STANDAR)
def complaint_limit(record: Unit | Kelompok | Pemerintah | Standar) -> Iterator[Complaint]:
    """Pengaduan diputus paling lama 60 hari, dan tenggatnya tidak dalam hitungan menit.

    Tiga bulan untuk sebuah keluhan melanggar undang-undang; lima menit biasanya lima hari yang
    salah satuan, dan setiap jawaban lalu terhitung terlambat.

    Sumber: UU 25/2009 Pasal 50 (pengaduan diputus paling lambat 60 hari).
    """
    base: Path = ()
    ladder: tuple[Jenjang, ...] = ()
    limits: list[tuple[Path, Durasi]] = []
    if isinstance(record, Pemerintah):
        base, ladder = ("jenjang_pengaduan",), record.jenjang_pengaduan
    else:
        shared = record if isinstance(record, Standar) else record.komponen_bersama
        handling = shared.pengaduan if shared else None
        above: Path = () if isinstance(record, Standar) else ("komponen_bersama",)
        if handling:
            base, ladder = (*above, "pengaduan", "jenjang"), handling.jenjang
            if handling.batas:
                limits.append(((*above, "pengaduan", "batas"), handling.batas))
    for index, rung in enumerate(ladder):
        limits += [((*base, index, "batas", at), each) for at, each in enumerate(rung.batas)]
    for path, limit in limits:
        length = limit.nilai * BOBOT[limit.satuan]
        if length > _ANSWER_DAYS * BOBOT["hari"]:
            yield Complaint(
                (*path, "nilai" if limit.satuan in ("hari", "hari_kerja") else "satuan"),
                f"tenggat pengaduan {_said(limit)}, lebih dari {_ANSWER_DAYS} hari",
                "perbaiki `nilai` atau `satuan`-nya; 14 hari biasanya cukup",
            )
        elif length < _SHORTEST:
            yield Complaint(
                (*path, "satuan"),
                f"tenggat pengaduan hanya {_said(limit)}",
                "perbaiki `satuan`-nya: `hari_kerja` atau `hari`",
                level=Level.WARNING,
            )


_SHORTEST = 30
"""Minutes; nobody answers a complaint sooner."""


_TODAY = re.compile(
    r"\b(?:pada |di )?hari (?:itu juga|itu pula|ini juga|yang sama)\b", re.IGNORECASE
)


@rule("hari-itu-juga", Level.WARNING, Scope.FILE)
def same_day(file: TextFile) -> Iterator[Complaint]:
    """Yang menurut kalimatnya selesai hari itu juga tidak bertenggat beberapa hari.

    Warga yang membaca "hari itu juga" menunggu di tempat; tenggat empat hari di sebelahnya
    berarti ia pulang tanpa hasil, dan pengaduannya tidak dapat disebut terlambat.

    Sumber: UU 25/2009 Pasal 21 (jangka waktu yang pasti); praktik.
    """
    if "juga" not in file.words and "sama" not in file.words and "pula" not in file.words:
        return
    for path, text in file.sentences:
        match = _TODAY.search(text)
        length = _beside(file.document.part(path[:-1])) if match else None
        if match and length and not _NOT_TODAY.search(text):
            yield Complaint(
                path,
                f"di sini “{match[0]}”, tetapi waktunya {length}",
                "samakan keduanya: perbaiki waktunya, atau hapus janji itu dari kalimat ini",
            )


_NOT_TODAY = re.compile(r"\b(?:bila|jika|kecuali|bukan|tidak|sebelum|bagi|kalau)\b", re.IGNORECASE)
_DAYS = ("hari", "hari_kerja", "minggu", "bulan", "tahun")


def _beside(part: Tree) -> str | None:
    """Return the time that stands beside a text, in words, if it is more than a day."""
    if not isinstance(part, dict):
        return None
    limits = part.get("batas")
    for each in (part, part.get("waktu"), *(limits if isinstance(limits, list) else [limits])):
        if not isinstance(each, dict):
            continue
        number, unit = each.get("maks", each.get("nilai")), each.get("satuan")
        days = isinstance(number, str) and number.isdecimal() and unit in _DAYS
        if days and (number, unit) not in (("1", "hari"), ("1", "hari_kerja")):
            return f"{number} {SATUAN[str(unit)]}"
    return None
