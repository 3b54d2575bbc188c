"""Rules about lists and sums: words that mislead a search, head-counts, budgets, days."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.assemble import Record
from generator.finding import Level
from generator.model.kalender import libur_nasional
from generator.model.kata import rupiah
from generator.model.komponen import JumlahPelaksana
from generator.model.kosakata import KosakataSinonim
from generator.model.layanan import Standar
from generator.model.pemerintah import Pemerintah
from generator.model.unit import Kelompok, Unit
from generator.rules.bantu import STANDAR
from generator.rules.registry import Complaint, Context, Scope, rule
from generator.source import Path


@rule("jumlah-rincian", Level.ERROR, Scope.RECORD, "unit", "kelompok", *STANDAR)
def staff_sum(record: Unit | Kelompok | Standar) -> Iterator[Complaint]:
    """`jumlah` pelaksana sama dengan jumlah rinciannya per jabatan.

    Dua angka untuk satu hal: penilai menghitung yang satu, warga membaca yang lain.

    Sumber: UU 25/2009 Pasal 21 (jumlah pelaksana).
    """
    path: Path = ("jumlah_pelaksana",)
    staff: JumlahPelaksana | None
    if isinstance(record, Standar):
        staff = record.jumlah_pelaksana
    else:
        path = ("komponen_bersama", *path)
        shared = record.komponen_bersama
        staff = shared.jumlah_pelaksana if shared else None
    total = sum(each.jumlah for each in staff.rincian) if staff else 0
    if staff and staff.rincian and staff.jumlah is not None and staff.jumlah != total:
        yield Complaint(
            (*path, "jumlah"),
            f"jumlah {staff.jumlah}, rinciannya {total}",
            f"tulis `jumlah: {total}`, atau perbaiki rinciannya",
        )


@rule("anggaran-janggal", Level.WARNING, Scope.RECORD, "unit")
def budget_sum(unit: Unit) -> Iterator[Complaint]:
    """Anggaran para pelaksana tidak melebihi anggaran penyelenggaraan unitnya.

    Satu nol yang hilang membuat laporan keterbukaan memuat angka yang mustahil. Tahunnya empat
    angka, tidak jauh sesudah dan tidak lama sebelum rekaman ini ditulis.

    Sumber: UU 25/2009 Pasal 23 (profil penyelenggara dan pelaksana memuat anggaran).
    """
    whole = unit.penyelenggara.anggaran if unit.penyelenggara else None
    parts = sum(each.anggaran or 0 for each in unit.pelaksana)
    if whole is not None and parts > whole:
        yield Complaint(
            ("penyelenggara", "anggaran"),
            f"anggaran unit {rupiah(whole)}, anggaran pelaksananya saja {rupiah(parts)}",
            "periksa banyaknya angka nol di `penyelenggara.anggaran` dan `pelaksana[].anggaran`",
        )
    year = unit.penyelenggara.tahun_anggaran if unit.penyelenggara else None
    near = range(unit.diperbarui.year - 5, unit.diperbarui.year + 2)
    if year and year.isdigit() and int(year) not in near:
        yield Complaint(
            ("penyelenggara", "tahun_anggaran"),
            f"tahun anggaran {year}, rekaman ini diperbarui {unit.diperbarui}",
            f"tulis tahun anggaran itu, mis. `{unit.diperbarui.year}`, beserta anggarannya",
        )


@rule("sinonim-ganda", Level.WARNING, Scope.RECORD, "kosakata-sinonim")
def synonym_twice(words: KosakataSinonim) -> Iterator[Complaint]:
    """Satu kata berada di satu kelompok sinonim saja.

    Kata yang berada di dua kelompok menyamakan keduanya: orang yang mencari "pindah" mendapat
    semua layanan yang menyebut alamat.

    Sumber: praktik katalog ini (pencarian menyamakan semua kata sekelompok).
    """
    first: dict[str, tuple[int, str]] = {}
    for index, group in enumerate(words.butir):
        for at, word in enumerate(group.kata):
            other, head = first.setdefault(word.casefold(), (index, group.kata[0]))
            if other != index:
                yield Complaint(
                    ("butir", index, "kata", at),
                    f"“{word}” sudah ada di kelompok “{head}”",
                    "hapus dari salah satu kelompok, atau gabungkan keduanya bila memang sama",
                )


@rule("sebutan-layanan-lain", Level.WARNING, Scope.CATALOG)
def nickname_of_another(context: Context) -> Iterator[Complaint]:
    """Sebutan yang seluruhnya ada di nama sebuah layanan tidak dipakai layanan lain di unit itu.

    Warga yang mengetik "KTP hilang" lalu mendapat kartu anak menyangka layanannya tidak ada.

    Sumber: praktik katalog ini (sebutan diberi bobot tinggi dalam pencarian).
    """
    said: dict[tuple[str, str], dict[str, tuple[Record, int]]] = {}
    for record in context.of_kind("standar", "pola"):
        standard = record.data
        if not isinstance(standard, Standar) or standard.status == "dicabut":
            continue
        for index, word in enumerate(standard.sebutan):
            owner = record.id.partition("/")[0]
            said.setdefault((owner, word.casefold()), {})[record.id] = (record, index)
    for (_, word), users in said.items():
        if len(users) == 1:
            continue
        # It belongs to the service whose name says all of it; what no name says, all may share.
        rightful = next((each for each in users if _says(users[each][0], word)), None)
        for id_, (record, index) in users.items():
            if rightful and id_ != rightful and not _says(record, word):
                yield Complaint(
                    ("sebutan", index),
                    f"“{word}” juga sebutan `{rightful}`",
                    "sisakan di layanan yang dimaksud warga dengan kata itu",
                    at=record,
                )


def _says(record: Record, word: str) -> bool:
    """Tell whether the name of a service holds every word of a nickname."""
    name = set(re.findall(r"\w+", getattr(record.data, "nama", "").casefold()))
    return name.issuperset(re.findall(r"\w+", word))


@rule("layanan-lain-kata", Level.WARNING, Scope.CATALOG)
def sentence_names_another(context: Context) -> Iterator[Complaint]:
    """Layanan yang dirujuk sebuah keadaan adalah layanan yang disebut kalimatnya.

    Langkah yang berkata "mengurus akta kematian" dan tautan menuju akta kelahiran mengirim keluarga
    yang berduka ke halaman yang salah.

    Sumber: praktik katalog ini (`layanan` di `jika` dan `pungutan_lain` menjadi tautan).
    """
    known = context.katalog.layanan
    alike: dict[tuple[str, str], list[str]] = {}
    for id_ in known:
        owner, _, slug = id_.partition("/")
        alike.setdefault((owner, slug.partition("-")[0]), []).append(id_)
    for record in context.of_kind(*STANDAR):
        if not isinstance(record.data, Standar):
            continue
        for path, named, sentence in _sentences(record.data):
            owner, _, slug = named.partition("/")
            others = alike.get((owner, slug.partition("-")[0]), [])
            if named not in known or len(others) == 1:
                continue
            said = " ".join(_WORD.findall(sentence.casefold()))
            right = [each for each in others if f" {_phrase(each)} " in f" {said} "]
            if len(right) != 1 or named in right or " " not in _phrase(right[0]):
                continue
            own, their = (_telling(each, known[each].isi) for each in (named, right[0]))
            if (own - their).isdisjoint(said.split()):
                yield Complaint(
                    path,
                    f"kalimatnya menyebut {_phrase(right[0])}, rujukannya `{named}`",
                    f"tulis `layanan: {right[0]}`; bila rujukannya benar, perbaiki kalimatnya",
                    at=record,
                )


_WORD = re.compile(r"\w+")
_ARRANGING = re.compile(r"\b(?:mengurus|urus|diurus|mendaftar|daftar|membuat|buat)\b")


def _phrase(id_: str) -> str:
    return id_.partition("/")[2].replace("-", " ")


def _telling(id_: str, standard: Standar) -> set[str]:
    return set(_WORD.findall(f"{_phrase(id_)} {standard.nama.casefold()}"))


def _sentences(standard: Standar) -> Iterator[tuple[Path, str, str]]:
    """Yield each reference to a service that has a sentence, with its path and the sentence."""
    for at, step in enumerate(standard.prosedur):
        for index, case in enumerate(step.jika):
            if case.layanan:
                # What a step only checks is not what it sends people to arrange.
                task = step.uraian if _ARRANGING.search(step.uraian.casefold()) else ""
                path: Path = ("prosedur", at, "jika", index, "layanan")
                yield path, case.layanan, f"{task} {case.keadaan} {case.tindakan or ''}"
    for at, charge in enumerate(standard.pungutan_lain):
        if charge.layanan:
            path = ("pungutan_lain", at, "layanan")
            yield path, charge.layanan, f"{charge.nama} {charge.keterangan or ''}"


@rule("sering-dicari-dicabut", Level.WARNING, Scope.CATALOG)
def front_page_is_withdrawn(context: Context) -> Iterator[Complaint]:
    """Layanan di halaman depan masih diberikan, dan disebut satu kali.

    Tautan terbesar di situs ini membawa warga ke layanan yang sudah berakhir.

    Sumber: praktik katalog ini (`sering_dicari` tampil di halaman depan).
    """
    listed = context.katalog.pemerintah.sering_dicari
    for index, id_ in enumerate(listed):
        found = context.katalog.cari_layanan(id_)
        if found and found.isi.status == "dicabut":
            told = f"`{id_}` sudah dicabut"
            hint = f"ganti dengan `{found.isi.pengganti}`" if found.isi.pengganti else "hapus"
        elif id_ in listed[:index]:
            told, hint = f"`{id_}` sudah disebut di atas", "hapus salah satunya"
        else:
            continue
        yield Complaint(
            ("sering_dicari", index), told, hint, at=context.by_id["pemerintah", "pemerintah"]
        )


@rule("libur-tanpa-akibat", Level.WARNING, Scope.RECORD, "pemerintah")
def strikes_nothing(government: Pemerintah) -> Iterator[Complaint]:
    """Hari yang dicoret dari daftar libur memang ada di daftar nasional.

    Coretan pada hari yang salah tidak mencoret apa pun: loket yang buka tetap tampak libur, dan
    janji "3 hari kerja" dihitung lebih lama.

    Sumber: SKB Tiga Menteri tentang hari libur nasional; daftar nasional di paket `holidays`.
    """
    struck = [
        (index, each) for index, each in enumerate(government.libur.koreksi) if not each.libur
    ]
    if not struck:
        return
    years = {each.tanggal.year for _, each in struck}
    national = libur_nasional(years, cuti_bersama=government.libur.cuti_bersama)
    for index, each in struck:
        if each.tanggal not in national:
            yield Complaint(
                ("libur", "koreksi", index, "tanggal"),
                f"{each.tanggal} bukan hari libur nasional, jadi tidak ada yang dicoret",
                "perbaiki tanggalnya menurut keputusan di `sumber`, atau hapus butir ini",
            )


@rule("terkait-diri", Level.WARNING, Scope.CATALOG)
def related_to_itself(context: Context) -> Iterator[Complaint]:
    """Layanan terkait adalah layanan lain, disebut satu kali.

    Tautan "sering diurus bersama" yang kembali ke halaman yang sama membuang satu kesempatan
    memberi tahu warga apa yang diurus berikutnya.

    Sumber: praktik katalog ini.
    """
    for record in context.of_kind(*STANDAR):
        related = record.data.terkait if isinstance(record.data, Standar) else ()
        for index, id_ in enumerate(related):
            if id_ in (record.id, record.pattern) or id_ in related[:index]:
                yield Complaint(
                    ("terkait", index),
                    f"`{id_}` adalah layanan ini sendiri, atau sudah disebut",
                    "sebut layanan lain yang diurus bersama, atau hapus",
                    at=record,
                )
