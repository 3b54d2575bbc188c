"""Rules about money: every rupiah has an owner, a basis and a time, and free means free."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from generator.finding import Level
from generator.model.hitung import berlaku, kombinasi
from generator.model.janji import Biaya, Persyaratan
from generator.model.kata import rupiah
from generator.model.layanan import Standar
from generator.rules.bantu import STANDAR, duty, in_force
from generator.rules.registry import Complaint, Context, Scope, TextFile, rule

_EVERYONE = re.compile(
    r"(?:untuk )?(?:semua|seluruh|setiap)(?: (?:orang|pemohon|warga|pasien|layanan|kasus|masyarakat"
    r"|peserta|pengguna))?|umum|layanan ini",
    re.IGNORECASE,
)
_PAID_PROOF = re.compile(
    r"(?:bukti|tanda|struk|kuitansi|slip)(?: \w+){0,2} (?:retribusi|biaya|tarif|administrasi|pnbp)",
    re.IGNORECASE,
)


_ALL = re.compile(r"(?:semua|seluruh|setiap)\b", re.IGNORECASE)


def _for_all(row: Biaya, other: Biaya) -> bool:
    """Tell whether a row means everyone, also the case that `other` charges by one measure."""
    if _EVERYONE.fullmatch(row.untuk):
        return True
    by = _folded(row.satuan or "")
    same_measure = bool(by) and by == _folded(other.satuan or "")
    one_of_all = bool(other.kasus) and not row.kasus
    return same_measure and one_of_all and bool(_ALL.match(row.untuk))


def _free(row: Biaya) -> bool:
    return row.jumlah == 0 and row.hitungan == "tetap"


def _paid(row: Biaya) -> bool:
    return bool(row.jumlah) or row.hitungan == "rumus"


def _same_days(left: Biaya, right: Biaya) -> bool:
    left_from, left_to = left.berlaku_mulai or date.min, left.berlaku_sampai or date.max
    right_from, right_to = right.berlaku_mulai or date.min, right.berlaku_sampai or date.max
    return left_from <= right_to and right_from <= left_to


def _same_cases(left: Biaya, right: Biaya, standard: Standar) -> bool:
    """Tell whether some citizen pays by both rows."""
    for axis in standard.kasus:
        codes = {case.kode for case in axis.pilihan}
        ours, theirs = codes.intersection(left.kasus), codes.intersection(right.kasus)
        if ours and theirs and ours.isdisjoint(theirs):
            return False
    return True


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


@rule("gratis-tapi-berbayar", Level.ERROR, Scope.RECORD, *STANDAR)
def free_but_paid(standard: Standar) -> Iterator[Complaint]:
    """Layanan yang gratis tidak sekaligus berbayar, dan tidak meminta bukti bayar.

    Dua baris yang bertentangan, atau "gratis" dengan syarat bukti bayar retribusi, membuat warga
    tidak tahu harus membawa uang atau tidak; itulah tempat pungutan liar tumbuh.

    Sumber: UU 25/2009 Pasal 21 (biaya/tarif); praktik, mis. izin reklame yang gratis tetapi
    meminta bukti bayar retribusi.
    """
    paid = [row for row in standard.biaya if _paid(row)]
    for index, row in enumerate(standard.biaya):
        if not _free(row):
            continue
        for other in paid:
            same_people = _for_all(row, other) or _folded(row.untuk) == _folded(other.untuk)
            if same_people and _same_days(row, other) and _same_cases(row, other, standard):
                yield Complaint(
                    ("biaya", index, "jumlah"),
                    f"`{row.kode}` gratis, tetapi `{other.kode}` berbayar untuk hal yang sama",
                    "bedakan `untuk`, `kasus`, atau masanya; pajak di tempat lain masuk "
                    "`pungutan_lain`",
                )
                break
    if paid or not any(_free(row) for row in standard.biaya) or standard.pungutan_lain:
        return
    for index, need in enumerate(standard.persyaratan):
        if _PAID_PROOF.search(_said(need)):
            yield Complaint(
                ("persyaratan", index, "teks" if need.teks else "dokumen"),
                f"biaya gratis, tetapi syarat `{need.kode}` meminta bukti bayar",
                "tulis pungutannya di `pungutan_lain`, atau hapus syarat ini",
            )


def _said(need: Persyaratan) -> str:
    return " ".join((need.teks or "", (need.dokumen or "").replace("-", " ")))


@rule("biaya-tanpa-dasar", Level.WARNING, Scope.RECORD, *STANDAR)
def fee_without_basis(standard: Standar) -> Iterator[Complaint]:
    """Biaya di atas nol, rumus biaya, dan denda menyebut peraturan yang menetapkannya.

    Orang yang dimintai uang harus dapat memeriksa siapa yang memutuskan besarnya. Pungutan
    tanpa dasar hukum adalah pungutan liar. Untuk standar yang berlaku, ini galat.

    Sumber: UU 25/2009 Pasal 31 (penetapan biaya); UU 1/2022 (retribusi ditetapkan dengan Perda).
    """
    level = in_force(standard.status)
    hint = (
        "tambahkan `dasar: {regulasi: <id di folder regulasi/>}`: Perda, atau Perdes untuk tarif "
        "desa; bila tidak ada, jangan dipungut: `jumlah: 0`"
    )
    for index, row in enumerate(standard.biaya):
        if _paid(row) and not row.dasar:
            what = rupiah(row.jumlah) if row.jumlah else "dihitung dengan rumus"
            yield Complaint(
                ("biaya", index, "jumlah" if row.jumlah else "rumus"),
                f"biaya `{row.kode}` ({what}) tidak menyebut dasar hukumnya",
                hint,
                level=level,
            )
    for index, fine in enumerate(standard.denda):
        if fine.jumlah and not fine.dasar:
            yield Complaint(
                ("denda", index, "jumlah"),
                f"denda `{fine.kode}` ({rupiah(fine.jumlah)}) tidak menyebut dasar hukumnya",
                hint,
                level=level,
            )


@rule("biaya-belum-diisi", Level.WARNING, Scope.RECORD, *STANDAR)
def fee_unstated(standard: Standar) -> Iterator[Complaint]:
    """Setiap baris biaya menyebut jumlah, rumus, atau unit yang menghitungnya.

    Baris tanpa jumlah tampil "belum diisi", bukan gratis. Warga perlu tahu berapa uang yang
    dibawa. Untuk standar yang berlaku, ini galat.

    Sumber: UU 25/2009 Pasal 21 (biaya/tarif).
    """
    level = duty(standard.status)
    if level is None:
        return
    for index, row in enumerate(standard.biaya):
        if row.jumlah is None and row.hitungan == "tetap":
            yield Complaint(
                ("biaya", index, "jumlah"),
                f"biaya `{row.kode}` belum menyebut jumlah",
                "isi `jumlah: <rupiah>`; `jumlah: 0` bila gratis",
                on_key=True,
                anchor=("biaya", index, "kode"),
                level=level,
            )


@rule("masa-tarif", Level.ERROR, Scope.RECORD, *STANDAR)
def fee_days(standard: Standar) -> Iterator[Complaint]:
    """Masa tarif tidak terbalik, dan satu hal punya satu tarif pada satu hari.

    Bila tarif lama dan baru berlaku pada hari yang sama, loket dapat memilih yang lebih mahal.

    Sumber: UU 1/2022 (tarif ditetapkan dan ditinjau dengan Perda); praktik, mis. uji KIR yang
    gratis sejak 5 Januari 2024 sementara tarif lama masih tampil.
    """
    for index, row in enumerate(standard.biaya):
        if row.berlaku_mulai and row.berlaku_sampai and row.berlaku_mulai > row.berlaku_sampai:
            yield Complaint(
                ("biaya", index, "berlaku_sampai"),
                f"tarif `{row.kode}` berakhir sebelum mulai berlaku",
                "tukar `berlaku_mulai` dan `berlaku_sampai`",
            )
            continue
        for other in standard.biaya[:index]:
            if _same_thing(row, other, standard) and _same_days(row, other):
                yield Complaint(
                    ("biaya", index, "untuk"),
                    f"tarif `{row.kode}` dan `{other.kode}` berlaku pada hari yang sama untuk "
                    f"“{row.untuk}”",
                    f"akhiri tarif lama dengan `berlaku_sampai`, atau hapus `{other.kode}`",
                )


@rule("tarif-lintas-versi", Level.WARNING, Scope.CATALOG)
def fee_outlives_version(context: Context) -> Iterator[Complaint]:
    """Tarif dalam sebuah versi berakhir sebelum versi berikutnya mulai.

    Bila versi 2026 berkata tarifnya berlaku sampai akhir 2027, padahal versi 2027 bertarif lain,
    warga memegang dua angka untuk hari yang sama.

    Sumber: UU 1/2022 (tarif ditetapkan dan ditinjau dengan Perda); praktik katalog ini.
    """
    by_file = {each.file: each for each in context.of_kind(*STANDAR)}
    for service in context.katalog.layanan.values():
        for (_, standard, file), (start, _, _) in pairwise(service.versi):
            for index, row in enumerate(standard.biaya):
                if file in by_file and row.berlaku_sampai and row.berlaku_sampai >= start:
                    yield Complaint(
                        ("biaya", index, "berlaku_sampai"),
                        f"tarif `{row.kode}` masih berlaku {start}, ketika versi berikutnya mulai",
                        f"tulis `berlaku_sampai: {start - timedelta(days=1)}`",
                        at=by_file[file],
                    )


def _same_thing(row: Biaya, other: Biaya, standard: Standar) -> bool:
    return (
        _folded(row.untuk) == _folded(other.untuk)
        and row.jenis == other.jenis
        and _folded(row.satuan or "") == _folded(other.satuan or "")
        and _free(row) == _free(other)
        and _same_cases(row, other, standard)
    )


@rule("tarif-kadaluarsa", Level.WARNING, Scope.CATALOG)
def no_fee_today(context: Context) -> Iterator[Complaint]:
    """Sekurang-kurangnya satu baris biaya berlaku hari ini.

    Bila semua tarif sudah berakhir atau belum mulai, halaman tidak dapat menjawab "berapa hari
    ini" dan warga membayar menurut ingatan petugas.

    Sumber: UU 25/2009 Pasal 21 (biaya/tarif); praktik.
    """
    for record in context.of_kind(*STANDAR):
        standard = record.data
        if not isinstance(standard, Standar) or not standard.biaya or standard.status == "dicabut":
            continue
        if not context.berlaku_kini(record) or any(
            _in_force(row, context.today) for row in standard.biaya
        ):
            continue
        yield Complaint(
            ("biaya",),
            "tidak ada baris biaya yang berlaku hari ini",
            "tambahkan tarif yang berlaku sekarang dengan `berlaku_mulai`",
            at=record,
            on_key=True,
        )


@rule("tarif-terputus", Level.WARNING, Scope.CATALOG)
def fee_gap(context: Context) -> Iterator[Complaint]:
    """Setiap kasus yang punya tarif punya tarif sejak hari pertama versinya, dan hari ini.

    Selama tarif baru belum mulai dan yang lama sudah berakhir, loket tidak punya angka: warga
    dipungut menurut ingatan petugas.

    Sumber: UU 25/2009 Pasal 21 (biaya/tarif yang pasti); praktik, mis. bulan yang salah ketik.
    """
    for record in context.of_kind(*STANDAR):
        standard = record.data
        if not isinstance(standard, Standar) or context.lewat(record):
            continue
        if standard.status == "dicabut" or not any(each.berlaku_mulai for each in standard.biaya):
            continue
        day = max(standard.berlaku_mulai or date.min, context.today)
        told: set[int] = set()
        for choice in kombinasi(standard.kasus):
            rows = [
                (index, each)
                for index, each in enumerate(standard.biaya)
                if berlaku(each.kasus, choice, standard.kasus)
            ]
            ended = [at for at, each in rows if (each.berlaku_sampai or date.max) < day]
            if rows and len(ended) == len(rows) and ended[-1] not in told:
                told.add(ended[-1])
                yield Complaint(
                    ("biaya", ended[-1], "berlaku_sampai"),
                    f"sesudah {standard.biaya[ended[-1]].berlaku_sampai} tidak ada tarif untuk "
                    "kasus ini",
                    "perbaiki `berlaku_sampai`, atau tambahkan tarif penggantinya",
                    at=record,
                )
            later = [at for at, each in rows if (each.berlaku_mulai or date.min) > day]
            if later and later[0] not in told and not any(_in_force(row, day) for _, row in rows):
                told.add(later[0])
                since = standard.biaya[later[0]].berlaku_mulai
                yield Complaint(
                    ("biaya", later[0], "berlaku_mulai"),
                    f"sejak {day} belum ada tarif untuk kasus ini; yang ini baru mulai {since}",
                    f"perbaiki `berlaku_mulai`, atau tambahkan tarif yang berlaku pada {day}",
                    at=record,
                )


def _in_force(row: Biaya, today: date) -> bool:
    return (row.berlaku_mulai or date.min) <= today <= (row.berlaku_sampai or date.max)


_PAID = ("biaya", "denda", "pungutan_lain")
_WORDS_OF_UNOFFICIAL = ("seikhlasnya", "sikhlasnya", "sukarela", "uang", "kasih")
UNOFFICIAL = re.compile(
    r"\bse?ikhlasnya|\bsukarela\b|\buang (?:lelah|rokok|terima kasih|jasa|transpor|makan)\b"
    r"|\btanda terima kasih\b",
    re.IGNORECASE,
)


@rule("pungutan-tak-resmi", Level.ERROR, Scope.FILE, "standar", "pola")
def unofficial_levy(file: TextFile) -> Iterator[Complaint]:
    """Biaya, denda, dan pungutan lain tidak memuat uang lelah atau bayaran seikhlasnya.

    Bayaran tanpa tarif adalah pungutan liar: warga yang tidak memberi dilayani belakangan, dan
    katalog ini seolah-olah membenarkannya.

    Sumber: UU 25/2009 (biaya ditetapkan dengan peraturan dan diumumkan); praktik.
    """
    if file.words.isdisjoint(_WORDS_OF_UNOFFICIAL):
        return
    for path, text in file.texts:
        if path[0] in _PAID and (match := UNOFFICIAL.search(text)):
            yield Complaint(
                path,
                f"“{match[0]}” adalah bayaran tanpa tarif, yaitu pungutan liar",
                "hapus; tulis hanya tarif yang ada peraturannya di `dasar`",
            )


@rule("pemungut-lain", Level.WARNING, Scope.CATALOG)
def levied_by_another(context: Context) -> Iterator[Complaint]:
    """Pungutan lain dipungut unit yang melayani pungutan itu.

    BPHTB yang menurut rekaman dipungut BPBD membuat warga mencari loket pajak di kantor bencana.
    Yang dibandingkan nama pungutan dengan nama layanan di katalog, dan `unit` dengan `layanan`.

    Sumber: UU 25/2009 Pasal 21 (biaya yang pasti); praktik, mis. id unit yang tertukar.
    """
    giving: dict[str, set[str]] = {}
    for id_, service in context.katalog.layanan.items():
        for word in _NAMES.findall(service.isi.nama):
            giving.setdefault(word, set()).add(id_.partition("/")[0])
    for record in context.of_kind("standar", "pola"):
        standard = record.data
        for at, each in enumerate(standard.pungutan_lain if isinstance(standard, Standar) else ()):
            if not each.unit:
                continue
            names = [giving[word] for word in _NAMES.findall(each.nama) if word in giving]
            owners = {each.layanan.partition("/")[0]} if each.layanan else set().union(*names)
            if owners and each.unit not in owners and len(owners) == 1:
                owner = min(owners)
                yield Complaint(
                    ("pungutan_lain", at, "unit"),
                    f"“{each.nama}” dipungut `{each.unit}`, layanannya ada di `{owner}`",
                    f"tulis `unit: {owner}`, atau perbaiki `layanan`-nya",
                    at=record,
                )


_NAMES = re.compile(r"\b[A-Z]{3,}\b")
"""Taxes are known by their capitals: BPHTB, PBB, PKB."""
