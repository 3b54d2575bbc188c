"""Rules about what two records, or two places of one, say of the same thing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from generator.assemble import Record
from generator.finding import Level
from generator.model.hitung import BOBOT
from generator.model.kata import SATUAN
from generator.model.kinerja import RekapPengaduan
from generator.model.layanan import Standar
from generator.model.proses import Proses
from generator.model.unit import Unit
from generator.rules.bantu import STANDAR
from generator.rules.janji_bantu import tell
from generator.rules.registry import Complaint, Context, Scope, rule
from generator.rules.syarat import NUMBER, lengths, said_length
from generator.rules.ucapan import basic, words
from generator.source import Path

_PERCENT = re.compile(r"(?<![\d,])(\d{1,3}(?:,\d{1,4})?) ?(?:persen\b|%)")


@rule("persen-berbeda", Level.WARNING, Scope.CATALOG)
def percent_differs(context: Context) -> Iterator[Complaint]:
    """Persen sebuah pungutan sama dengan yang tertulis di layanan tempat membayarnya.

    Warga yang menyiapkan 20 persen lalu ditagih 25 menyangka diperas; salah satu rekaman tertinggal
    ketika perdanya berubah.

    Sumber: UU 1/2022 (tarif pajak dan retribusi ditetapkan dengan Perda); praktik katalog ini.
    """
    for record in context.of_kind(*STANDAR):
        standard = record.data
        if not isinstance(standard, Standar) or context.lewat(record):
            continue
        for index, levy in enumerate(standard.pungutan_lain):
            paid = context.katalog.cari_layanan(levy.layanan) if levy.layanan else None
            said = set(_PERCENT.findall(levy.rumus or ""))
            there = (
                {each for row in paid.isi.biaya for each in _PERCENT.findall(row.rumus or "")}
                if paid
                else set()
            )
            if said and there and said.isdisjoint(there):
                yield Complaint(
                    ("pungutan_lain", index, "rumus"),
                    f"di sini {min(said)} persen, di `{levy.layanan}` {min(there)} persen",
                    "baca pasal tarifnya, lalu samakan kedua rekaman",
                    at=record,
                )


_VALID = re.compile(rf"\bberlaku {NUMBER}", re.IGNORECASE)
_EACH = re.compile(r"(?:setiap|tiap) (hari|minggu|bulan|tahun)\b", re.IGNORECASE)
_EVERY = re.compile(rf"\b(?:setiap|tiap|sekali dalam) {NUMBER}", re.IGNORECASE)


@rule("masa-berlaku-berbeda", Level.WARNING, Scope.CATALOG)
def validity_differs(context: Context) -> Iterator[Complaint]:
    """Masa berlaku sebuah dokumen dikatakan sama oleh yang menerbitkan dan yang memintanya.

    Warga yang memegang rujukan 90 hari ditolak loket yang menulis 30. KTP-el yang di satu layanan
    berlaku selamanya tidak berlaku lima tahun di layanan lain. Ringkasan, pilihan kasus, dan
    catatan ("setiap enam bulan") pun tidak berkata lain daripada `produk`-nya sendiri.

    Sumber: UU 25/2009 Pasal 21 (persyaratan dan produk yang pasti); praktik katalog ini.
    """
    yield from _products_differ(context)
    yield from _units_differ(context)
    given: dict[str, set[tuple[int, str]]] = {}
    for service in context.katalog.layanan.values():
        for each in service.isi.produk:
            valid = each.masa_berlaku.durasi if each.masa_berlaku else None
            if each.dokumen and valid and service.isi.status != "dicabut":
                given.setdefault(each.dokumen, set()).add((valid.nilai, str(valid.satuan)))
    for record in context.of_kind(*STANDAR):
        standard = record.data
        if not isinstance(standard, Standar) or context.lewat(record):
            continue
        for index, need in enumerate(standard.persyaratan):
            known = given.get(need.dokumen or "")
            match = _VALID.search(need.keterangan or "") if known else None
            if match and known and said_length(match) not in known:
                told = ", ".join(sorted(f"{number} {unit}" for number, unit in known))
                yield Complaint(
                    ("persyaratan", index, "keterangan"),
                    f"di sini “{match[0]}”, yang menerbitkannya menulis {told}",
                    "samakan dengan `masa_berlaku` di layanan yang menerbitkan dokumen ini; bila "
                    "kalimat ini yang benar, perbaiki di sana",
                    at=record,
                )
        yield from _sentences_differ(record, standard)


def _products_differ(context: Context) -> Iterator[Complaint]:
    """Tell of a paper that lasts for ever from some services and a while from another."""
    lasting: dict[str, str] = {}
    for id_, service in context.katalog.layanan.items():
        for each in service.isi.produk:
            if each.dokumen and each.masa_berlaku and each.masa_berlaku.selamanya:
                lasting.setdefault(each.dokumen, id_)
    for record in context.of_kind("standar", "pola") if lasting else ():
        standard = record.data
        if not isinstance(standard, Standar) or context.lewat(record):
            continue
        for at, each in enumerate(standard.produk):
            term = each.masa_berlaku.durasi if each.masa_berlaku else None
            if term and (other := lasting.get(each.dokumen or "")):
                yield Complaint(
                    ("produk", at, "masa_berlaku", "durasi"),
                    f"`{each.dokumen}` di sini berlaku {words((term.nilai, str(term.satuan)))}, di "
                    f"`{other}` selamanya",
                    f"tulis `selamanya: ya`, atau perbaiki di `{other}`; bila surat ini memang "
                    "lain, sebut keadaannya di `keterangan`",
                    at=record,
                )


def _units_differ(context: Context) -> Iterator[Complaint]:
    """Tell of one paper among those of a name that lasts as many months as the others years."""
    terms: dict[tuple[str, str, int], list[tuple[Record, Path, str]]] = {}
    for record in context.of_kind("standar", "pola"):
        standard = record.data
        if not isinstance(standard, Standar) or context.lewat(record):
            continue
        for at, each in enumerate(standard.produk):
            term = each.masa_berlaku.durasi if each.masa_berlaku else None
            if term:
                name = " ".join(each.nama.split()[:3])
                alike = (record.id.partition("/")[0], name, term.nilai)
                path: Path = ("produk", at, "masa_berlaku", "durasi", "satuan")
                terms.setdefault(alike, []).append((record, path, str(term.satuan)))
    for (_, name, number), found in terms.items():
        common, count = Counter(unit for _, _, unit in found).most_common(1)[0]
        for record, path, unit in found if count >= _AGREEING else ():
            if unit != common:
                yield Complaint(
                    path,
                    f"di sini {number} {unit}, di {count} layanan {name} lain {number} {common}",
                    f"tulis `satuan: {common}`; bila memang lain, sebut sebabnya di `keterangan`",
                    at=record,
                )


_AGREEING = 2
"""So many others must say the same before one is told that it differs."""


def _sentences_differ(record: Record, standard: Standar) -> Iterator[Complaint]:
    """Tell which sentences name another round than the validity of all that is given."""
    own = {
        at: (each.masa_berlaku.durasi.nilai, str(each.masa_berlaku.durasi.satuan))
        for at, each in enumerate(standard.produk)
        if each.masa_berlaku and each.masa_berlaku.durasi
    }
    if len(set(own.values())) != 1:
        return
    product, term = next(iter(own.items()))
    said = [
        (path, match[0], said_length(match))
        for path, text in _rounds(standard)
        if (match := _EVERY.search(text))
    ]
    # "Setiap tahun" of a case is the round of its paper; elsewhere it may be of anything.
    said += [
        (path, match[0], (1, match[1].casefold()))
        for path, text in _rounds(standard)
        if path[0] == "kasus" and (match := _EACH.match(text))
    ]
    unit = basic(term)[1]
    wrong = [each for each in said if basic(each[2])[1] == unit and basic(each[2]) != basic(term)]
    length: Path = ("produk", product, "masa_berlaku", "durasi")
    told = f"berlaku {words(term)}"
    if len(wrong) > 1 and len(wrong) == len(said):
        # When all sentences agree, the field is the one that strays.
        key = "satuan" if wrong[0][2][0] == term[0] else "nilai"
        lines = ", ".join(str(record.places.locate(path).line) for path, _, _ in wrong)
        yield Complaint(
            (*length, key),
            f"{told}, tetapi kalimat di baris {lines} menyebut “{wrong[0][1]}”",
            f"perbaiki `durasi` di sini; bila `durasi` benar, perbaiki kalimat di baris {lines}",
            at=record,
        )
        return
    # Looking for a place reads the record once more.
    line = record.places.locate(length).line if wrong else 0
    for path, quote, _ in wrong:
        yield Complaint(
            path,
            f"di sini “{quote}”, hasilnya {told} (baris {line})",
            f"perbaiki kalimat ini; bila kalimat ini benar, perbaiki `durasi` di baris {line}"
            if len(wrong) < len(said)
            else f"bila kalimat ini benar, perbaiki `durasi` di baris {line}; bila tidak, perbaiki "
            "kalimat ini",
            at=record,
        )


def _rounds(standard: Standar) -> Iterator[tuple[Path, str]]:
    """Yield the sentences that may say how often one comes back."""
    yield ("ringkasan",), standard.ringkasan
    for at, axis in enumerate(standard.kasus):
        for index, each in enumerate(axis.pilihan):
            yield ("kasus", at, "pilihan", index, "nama"), each.nama
            yield ("kasus", at, "pilihan", index, "keterangan"), each.keterangan or ""
    for at, note in enumerate(standard.catatan):
        yield ("catatan", at), note


@rule("rata-rata-mustahil", Level.WARNING, Scope.CATALOG)
def mean_beyond_limit(context: Context) -> Iterator[Complaint]:
    """Bila semua pengaduan selesai tepat waktu, rata-ratanya tidak melebihi tenggatnya.

    Koma yang hilang, 39 untuk 3,9, membuat unit yang rajin tampak lalai, atau sebaliknya.

    Sumber: PermenPANRB 62/2018 (tenggat pengaduan); form F-02 PEKPPP (angka yang diumumkan).
    """
    for record in context.of_kind("pengaduan"):
        figures = record.data
        unit = context.katalog.unit.get(record.id.partition("/")[0])
        shared = unit.komponen_bersama if unit else None
        limit = shared.pengaduan.batas if shared and shared.pengaduan else None
        if not isinstance(figures, RekapPengaduan) or not limit or not figures.rata_rata_hari:
            continue
        # Holidays and weekends at most double the days.
        days = 2 * limit.nilai * BOBOT[limit.satuan] / BOBOT["hari"]
        all_on_time = figures.selesai and figures.tepat_waktu == figures.selesai
        if all_on_time and figures.rata_rata_hari > max(days, 2):
            yield Complaint(
                ("rata_rata_hari",),
                f"semua tepat waktu, tetapi rata-ratanya {figures.rata_rata_hari} hari; "
                f"tenggatnya {limit.nilai} {SATUAN[limit.satuan]}",
                "periksa komanya, atau perbaiki `tepat_waktu`",
                at=record,
            )


@rule("janji-waktu-langkah", Level.WARNING, Scope.CATALOG)
def step_takes_longer(context: Context) -> Iterator[Complaint]:
    """Baris SOP tidak lebih lama daripada waktu langkah yang dilayaninya di standar.

    Warga membaca "15 menit" di halaman dan menunggu 45 menit yang tertulis di lembar petugas.

    Sumber: UU 25/2009 Pasal 21 (prosedur dan jangka waktu); PermenPANRB 35/2012 (mutu baku waktu).
    """
    for pair in context.pasangan:
        if not pair.berbeda("prosedur"):
            continue
        rows: dict[str, list[int]] = {}
        for at, row in enumerate(pair.sop.baris):
            for code in row.langkah:
                rows.setdefault(code, []).append(at)
        for step in pair.standar.prosedur:
            serving = rows.get(step.kode, [])
            spent = pair.sop.baris[serving[0]].waktu if len(serving) == 1 else None
            if not step.waktu or not spent:
                continue
            longest = step.waktu.nilai * BOBOT[step.waktu.satuan]
            if spent.nilai * BOBOT[spent.satuan] > longest:
                yield tell(
                    pair,
                    ("baris", serving[0], "waktu"),
                    f"baris ini {spent.nilai} {SATUAN[spent.satuan]}, langkah `{step.kode}` di "
                    f"standar {step.waktu.nilai} {SATUAN[step.waktu.satuan]}",
                    f"samakan `waktu` di sini dan di standar `{pair.layanan}`",
                    komponen="prosedur",
                )


_DONE_IN = re.compile(rf"\b(?:terbit|selesai|dijawab) dalam {NUMBER}", re.IGNORECASE)


@rule("indikator-lain-janji", Level.WARNING, Scope.CATALOG)
def indicator_differs(context: Context) -> Iterator[Complaint]:
    """Ukuran proses yang menyebut waktu memakai waktu yang dijanjikan layanannya.

    Proses yang diukur tiga hari dan layanan yang berjanji satu hari: petugas memenuhi ukurannya
    sambil melanggar janjinya.

    Sumber: PermenPANRB 19/2018 (indikator proses); PermenPANRB 15/2014 (jangka waktu).
    """
    for record in context.of_kind("proses"):
        process, code = record.data, record.id.rpartition("/")[2]
        if not isinstance(process, Proses):
            continue
        said = [
            (index, match)
            for index, each in enumerate(process.indikator)
            if (match := _DONE_IN.search(each.nama))
        ]
        promised = _promised(context, process, code) if said else set()
        for index, match in said:
            if promised and said_length(match) not in promised:
                yield Complaint(
                    ("indikator", index, "nama"),
                    f"tidak satu pun layanan proses ini berjanji {match[1]} {match[2]}",
                    "samakan dengan `jangka_waktu` layanannya",
                    at=record,
                )


def _promised(context: Context, process: Proses, code: str) -> set[tuple[int, str]]:
    """Return the lengths that the services of a process, and of those below it, promise."""
    return {
        length
        for service in context.katalog.layanan.values()
        if service.id in process.layanan or f"{service.isi.proses}.".startswith(f"{code}.")
        for length in lengths(service.isi)
    }


@rule("alias-ganda", Level.WARNING, Scope.CATALOG)
def alias_twice(context: Context) -> Iterator[Complaint]:
    """Sebutan sebuah unit bukan nama, singkatan, atau sebutan unit lain.

    Orang yang mencari "capil" dan mendapat kantor pajak mengira kantornya pindah.

    Sumber: praktik katalog ini (alias dipakai pencarian dan pemilih tempat).
    """
    own = {
        name.casefold(): id_
        for id_, unit in context.katalog.unit.items()
        for name in (unit.nama, unit.singkatan or "")
        if name
    }
    first: dict[str, str] = {}
    for record in context.of_kind("unit"):
        unit = record.data
        if not isinstance(unit, Unit) or unit.status == "dicabut":
            continue
        for index, alias in enumerate(unit.alias):
            word = alias.casefold()
            other = own.get(word) or first.setdefault(word, record.id)
            if other != record.id:
                yield Complaint(
                    ("alias", index),
                    f"“{alias}” sudah menjadi sebutan `{other}`",
                    "sisakan di unit yang dimaksud warga; yang lain diberi pembeda",
                    at=record,
                )
