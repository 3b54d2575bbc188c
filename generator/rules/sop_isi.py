"""Rules about a SOP against itself: its labels, columns, rows, days, kind and title."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from generator.finding import Level
from generator.model.jalur import Alur, alur, terjangkau
from generator.model.proses import Proses
from generator.model.sop import BarisSop, Sop
from generator.rules.registry import Complaint, Context, Scope, rule
from generator.rules.sop_bentuk import SOP
from generator.rules.sop_layanan import Pasangan

_LACKING = """tidak belum kurang bukan tanpa ditolak gagal batal keliru salah cacat rusak palsu ragu
berbeda habis kosong ganda buram bermasalah terlambat lewat"""
_WELL = """lengkap lulus sesuai cocok memenuhi benar baik sah layak setuju disetujui diterima
sama"""
LACK, _WHOLE = frozenset(_LACKING.split()), frozenset(_WELL.split())
"""First words of a label: what is not as it should be, and what is."""


def _first(label: str) -> str:
    return label.casefold().split(maxsplit=1)[0].strip(",.;")


def _swapped(row: BarisSop) -> bool:
    """Tell whether the label of `yes` denies and that of `no` does not, unless it is so asked."""
    yes, no = _first(row.kata_ya or "ya"), _first(row.kata_tidak or "tidak")
    if no not in LACK and _affirmed(row):
        return True
    if no in LACK or yes == no or not (yes in LACK or no in _WHOLE):
        return False
    if _denies_a_thing(row.kata_ya or ""):
        return False
    return LACK.isdisjoint(re.findall(r"\w+", row.uraian.casefold()))


def _denies_a_thing(label: str) -> bool:
    """Tell whether a label denies what may well be bad, as in "tidak sengketa"."""
    words = re.findall(r"\w+", label.casefold())
    denied = len(words) > 1 and words[0] in ("tidak", "belum", "bukan", "tanpa")
    return denied and GOOD.isdisjoint(words) and words[1:] != ["ada"]


_FREE = LACK | {"atau", "bebas", "bersih", "dari", "lolos", "lepas", "selain"}
"""Words of a question that turn what follows, or name the other way too."""


def _affirmed(row: BarisSop) -> bool:
    """Tell whether the label of `no` says again what is asked, and that of `yes` does not."""
    if not (row.kata_ya and row.kata_tidak):
        return False
    yes, no = (f" {each.casefold()} " for each in (row.kata_ya, row.kata_tidak))
    for sentence in row.uraian.casefold().split("?")[:-1]:
        asked = f" {re.split('[:;,]', sentence)[-1].strip()} "
        repeated = asked.endswith(no) or asked.startswith(no)
        if repeated and yes not in asked and _FREE.isdisjoint(set(asked.split()) - set(no.split())):
            return True
    return False


@rule("sop-label", Level.WARNING, Scope.RECORD, *SOP)
def labels(sop: Sop) -> Iterator[Complaint]:
    """Label jalan `ya` dan `tidak` menjawab pertanyaan keputusannya.

    Bila "Kurang" tertulis di panah menuju pencetakan, berkas yang lengkap dikembalikan dan yang
    kurang dicetak; begitu pula bila jawaban "aman?" adalah "Aman" di jalan `tidak`. Pertanyaan yang
    menanyakan kekurangan ("belum terdaftar?") boleh dijawab "Belum" di jalan `ya`. Tanpa
    pertanyaan di `uraian`, "Ya" tidak menjawab apa pun: kedua labelnya ditulis.

    Sumber: PermenPANRB 35/2012 (diagram alir bercabang, simbol belah ketupat); praktik.
    """
    for at, row in enumerate(sop.baris):
        if row.jenis != "keputusan":
            continue
        yes, no = row.kata_ya or "Ya", row.kata_tidak or "Tidak"
        if _swapped(row):
            yield Complaint(
                ("baris", at, "kata_ya" if row.kata_ya else "kata_tidak"),
                f"jalan `ya` keputusan `{row.kode}` berlabel “{yes}”, jalan `tidak` “{no}”",
                f"tukar labelnya: `kata_ya: {no}` dan `kata_tidak: {yes}`; bila memang itu yang "
                "ditanyakan, tulis pertanyaannya di `uraian`",
            )
        elif not (row.kata_ya and row.kata_tidak) and not _asks(row.uraian):
            yield Complaint(
                ("baris", at, "kata_ya" if row.kata_tidak else "kata_tidak"),
                f"keputusan `{row.kode}` tidak bertanya: “Ya” dan “Tidak” tidak menjawab apa pun",
                "tulis `kata_ya` dan `kata_tidak`, mis. `Lengkap` dan `Kurang`; atau akhiri "
                "`uraian` dengan pertanyaan, mis. `…: lengkap?`",
                on_key=True,
                anchor=("baris", at, "kode"),
            )


_BACK = re.compile(
    r"\b(?:mengembalikan|kembalikan|dikembalikan|menolak|ditolak|melengkapi|dilengkapi|memperbaiki"
    r"|diperbaiki|kekurangan\w*|penolakan"
    r"|membatalkan|dibatalkan|membetulkan|mengulang\w*)\b",
    re.IGNORECASE,
)
GOOD = _WHOLE | frozenset(
    (
        *("terdaftar", "jelas", "wajar", "cukup", "berhak", "tercatat", "hadir", "tepat", "asli"),
        *("siap", "terpenuhi", "lunas", "dikenal", "aman", "tersedia", "stabil", "sehat", "padam"),
    )
)
_QUESTION = re.compile(r"(\w+)\?")
_REMEDY = re.compile(
    r"\b(?:meminta|permintaan|memanggil|pertolongan|ambulans|pemadam|rujuk\w*|merujuk"
    r"|mengganti|menambah|menunda|menunggu|mengosongkan|mengungsi\w*|mengamankan|menghentikan)\b",
    re.IGNORECASE,
)


def _asks_for_good(row: BarisSop) -> bool:
    """Tell whether `yes` surely means that all is well."""
    yes, no = (row.kata_ya or "ya").casefold(), (row.kata_tidak or "tidak").casefold()
    good = _first(yes) in GOOD
    # "Aman" and "Belum aman" say it whatever the question.
    if good and no.endswith(f" {yes}") and _first(no) in LACK:
        return True
    if not LACK.isdisjoint(re.findall(r"\w+", row.uraian.casefold())):
        return False
    asked = _QUESTION.findall(row.uraian.casefold())
    return good or (_first(yes) == "ya" and bool(asked) and asked[-1] in GOOD)


@rule("sop-jalan-tertukar", Level.WARNING, Scope.RECORD, *SOP)
def good_is_returned(sop: Sop) -> Iterator[Complaint]:
    """Jalan `ya` keputusan yang menanyakan kelengkapan tidak menuju pengembalian berkas.

    Bila jalan “Lengkap” menuju “Mengembalikan berkas” dan jalan “Kurang” menuju pencetakan, petugas
    yang menurut pada lembarnya menolak orang yang berhak. Begitu pula bila “Aman” kembali ke baris
    di atasnya, atau baru memanggil bantuan, sedangkan “Belum aman” langsung melewatinya; dan bila
    “Perlu” melewati baris yang dijalani “Tidak perlu”.

    Sumber: PermenPANRB 35/2012 (diagram alir bercabang); praktik penyusunan SOP.
    """
    flow = alur(sop.baris)
    for at, row in enumerate(sop.baris):
        to = {each.kunci: each.ke for each in flow[at]}
        if row.jenis != "keputusan" or not row.tidak or len(to) != _WAYS:
            continue
        yes, no = to["ya"], to["tidak"]
        idle = _first(row.kata_ya or "ya") in _NEEDED and _passes(flow, at, no, yes)
        if idle or (_asks_for_good(row) and _exchanged(sop, flow, at, yes, no)):
            good, bad = sop.baris[yes].uraian, sop.baris[no].uraian
            yield Complaint(
                ("baris", at, "ya" if row.ya else "tidak"),
                f"jalan “{row.kata_ya or 'Ya'}” menuju “{good}”, jalan "
                f"“{row.kata_tidak or 'Tidak'}” menuju “{bad}”",
                "tukar `ya` dan `tidak` keputusan ini",
            )


_WAYS = 2
_NEEDED = frozenset(("perlu", "diperlukan", "dibutuhkan", "gawat"))


def _exchanged(sop: Sop, flow: Alur, at: int, yes: int, no: int) -> bool:
    good, bad = sop.baris[yes].uraian, sop.baris[no].uraian
    if yes < at < no:
        return True
    if _BACK.search(good) and not _BACK.search(bad):
        return True
    # The good way passes the remedy, which the bad way leaves out.
    remedied = _REMEDY.search(good) and not _REMEDY.search(bad)
    return bool(remedied) and _passes(flow, at, yes, no)


def _passes(flow: Alur, at: int, first: int, second: int) -> bool:
    """Tell whether one way of a decision goes through a row, and the other straight past it."""
    onward = tuple(tuple(each for each in exits if each.kunci != "tidak") for exits in flow)
    return at < first < second and second in terjangkau(onward, [first])


def _asks(text: str) -> bool:
    return "?" in text or "apakah" in text.casefold()


@rule("sop-kolom-tertukar", Level.WARNING, Scope.RECORD, *SOP)
def columns(sop: Sop) -> Iterator[Complaint]:
    """Kode pelaksana tidak berbunyi jabatan pelaksana lain.

    Bila `pemohon` berjabatan "Petugas loket" dan `loket` berjabatan "Pemohon", setiap baris
    menyuruh orang yang keliru.

    Sumber: PermenPANRB 35/2012 (kolom pelaksana); praktik, mis. dua jabatan yang tertukar.
    """
    posts = [frozenset(re.findall(r"\w+", each.jabatan.casefold())) for each in sop.pelaksana]
    for at, actor in enumerate(sop.pelaksana):
        code = set(actor.kode.split("-"))
        if code & posts[at]:
            continue
        other = next(
            (
                each
                for index, each in enumerate(sop.pelaksana)
                if code <= posts[index] and each.kode not in posts[index]
            ),
            None,
        )
        if other:
            yield Complaint(
                ("pelaksana", at, "jabatan"),
                f"pelaksana `{actor.kode}` berjabatan “{actor.jabatan}”, `{other.kode}` "
                f"“{other.jabatan}”",
                "tukar jabatannya, atau perbaiki yang tersalin",
            )


@rule("sop-baris-kembar", Level.WARNING, Scope.RECORD, *SOP, "proses")
def rows(record: Sop | Proses) -> Iterator[Complaint]:
    """Setiap baris menyebut kegiatannya sendiri, dan keterangannya tidak membantah waktunya.

    Dua baris yang berbunyi sama biasanya satu yang tersalin. "Waktu tidak dihitung" di samping
    waktu, atau "Menunggu …" tanpa lama menunggu, membuat jumlahnya tidak dapat dipercaya. Di peta
    lintas fungsi, satu lajur tidak mengerjakan langkah yang sama dua kali.

    Sumber: PermenPANRB 35/2012 (uraian kegiatan dan mutu baku waktu); PermenPANRB 19/2018; praktik.
    """
    if isinstance(record, Proses):
        yield from _steps_twice(record)
        return
    first: dict[str, str] = {}
    for at, row in enumerate(record.baris):
        other = first.setdefault(row.uraian.casefold(), row.kode)
        if other != row.kode:
            yield Complaint(
                ("baris", at, "uraian"),
                f"uraian ini sama dengan uraian baris `{other}`",
                "tulis kegiatan baris ini, atau hapus salah satunya",
            )
        note = (row.keterangan or "").casefold()
        if row.waktu and note.startswith("waktu tidak dihitung"):
            yield Complaint(
                ("baris", at, "waktu"),
                "keterangan berkata waktu tidak dihitung, tetapi baris ini punya `waktu`",
                "hapus `waktu`, atau perbaiki `keterangan`",
            )
        elif row.waktu and not row.tunggu and note.startswith("menunggu "):
            yield Complaint(
                ("baris", at, "keterangan"),
                "keterangan berkata menunggu, tetapi lamanya tidak disebut",
                "tambahkan `tunggu: {nilai: 1, satuan: jam}` menurut keadaannya, atau perbaiki "
                "`keterangan`",
            )


def _steps_twice(process: Proses) -> Iterator[Complaint]:
    first: dict[tuple[str, str], str] = {}
    for at, step in enumerate(process.lintas_fungsi.langkah if process.lintas_fungsi else ()):
        other = first.setdefault((step.lajur, step.uraian.casefold()), step.kode)
        if other != step.kode:
            yield Complaint(
                ("lintas_fungsi", "langkah", at, "uraian"),
                f"uraian ini sama dengan uraian langkah `{other}` di lajur yang sama",
                "tulis kegiatan langkah ini, atau hapus salah satunya",
            )


@rule("sop-tahun-nomor", Level.WARNING, Scope.RECORD, "sop", "pola-sop")
def year_of_number(sop: Sop) -> Iterator[Complaint]:
    """Tahun di nomor SOP adalah tahun ia disusun, direvisi, atau mulai berlaku.

    Nomor tahun lain biasanya tersalin dari lembar lama, atau tanggalnya yang salah ketik.

    Sumber: PermenPANRB 35/2012 (nomor SOP menurut tata naskah dinas).
    """
    days = [d for d in (sop.tanggal_pembuatan, sop.tanggal_revisi, sop.tanggal_efektif) if d]
    said = re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", (sop.nomor or "")[:200])
    if days and said and all(str(day.year) not in said for day in days):
        years = ", ".join(sorted({str(day.year) for day in days}))
        yield Complaint(
            ("nomor",),
            f"nomor ini bertahun {said[-1]}, tanggal SOP-nya tahun {years}",
            "perbaiki nomornya atau tanggalnya menurut naskah yang disahkan",
        )


_IN_FORCE = ("berlaku", "ditinjau", "revisi")
_YEAR = timedelta(days=366)


@rule("sop-masa", Level.WARNING, Scope.CATALOG)
def state_and_days(context: Context) -> Iterator[Complaint]:
    """Status SOP cocok dengan tanggalnya.

    SOP "berlaku" yang baru efektif tahun depan, revisi yang belum disahkan, atau draf yang sudah
    bernomor dan efektif: petugas tidak tahu lembar mana yang dipakai hari ini.

    Sumber: PermenPANRB 35/2012 (tanggal pembuatan, tanggal revisi, tanggal efektif, pengesahan).
    """
    for record in context.of_kind("sop", "pola-sop"):
        sop = record.data
        if not isinstance(sop, Sop):
            continue
        made, revised, valid = sop.tanggal_pembuatan, sop.tanggal_revisi, sop.tanggal_efektif
        if valid and valid > context.today and sop.status in _IN_FORCE:
            key, message = "tanggal_efektif", f"SOP berstatus {sop.status} baru efektif {valid}"
            hint = "perbaiki tahunnya, atau tulis `status: disahkan` sampai hari itu"
        elif valid and valid > sop.diperbarui and sop.status == "berlaku":
            key, message = (
                "tanggal_efektif",
                (f"SOP berlaku sejak {valid}, padahal berkas ini terakhir diubah {sop.diperbarui}"),
            )
            hint = "perbaiki `tanggal_efektif`, atau `diperbarui` menjadi hari isinya diubah"
        elif valid and revised and revised > valid and sop.status in ("berlaku", "disahkan"):
            key, message = "tanggal_revisi", f"direvisi {revised}, sesudah disahkan {valid}"
            hint = "perbaiki tanggal yang salah; bila revisinya belum disahkan, `status: revisi`"
        elif valid and sop.nomor and sop.status in ("draf", "contoh"):
            key, message = "status", f"SOP {sop.status} ini bernomor dan efektif sejak {valid}"
            hint = "tulis `status: berlaku`, atau hapus `nomor` dan `tanggal_efektif`"
        elif made and valid and not revised and valid - made > _YEAR:
            key, message = "tanggal_pembuatan", f"disusun {made}, baru efektif {valid}"
            hint = "perbaiki tahunnya, atau tambahkan `tanggal_revisi`"
        else:
            continue
        yield Complaint((key,), message, hint, at=record)


@rule("sop-golongan", Level.WARNING, Scope.CATALOG)
def kind_of_sop(context: Context) -> Iterator[Complaint]:
    """Golongan SOP cocok dengan isinya: makro mengikat mikro, generik melayani beberapa layanan.

    SOP yang keliru digolongkan tidak diperiksa terhadap janji layanannya: makro, parsial, dan
    generik dikecualikan dari sebagian pemeriksaan.

    Sumber: PermenPANRB 35/2012 (cakupan, kelengkapan, dan isi SOP).
    """
    bound: set[str] = set()
    for id_, each in context.katalog.sop.items():
        parts = [link.sop for link in each.isi.keterkaitan if link.jenis == "bagian_makro"]
        bound.update(filter(None, parts))
        if parts:
            bound.add(id_)
    for record in context.of_kind("sop", "pola-sop"):
        sop = record.data
        if not isinstance(sop, Sop) or sop.status == "dicabut":
            continue
        if sop.golongan.cakupan == "makro" and record.id not in bound:
            key, message = "cakupan", "SOP makro ini tidak terkait dengan satu SOP mikro pun"
            hint = "tulis `cakupan: mikro`, atau sebut SOP mikronya dengan `jenis: bagian_makro`"
        elif sop.golongan.isi == "generik" and len(sop.layanan) == 1:
            key, message = "isi", "SOP generik ini hanya menjalankan satu layanan"
            hint = "tulis `isi: spesifik`, atau sebut layanan lainnya di `layanan`"
        else:
            continue
        yield Complaint(("golongan", key), message, hint, at=record)
    for pair in context.pasangan:
        if pair.record and pair.sop.golongan.kelengkapan == "parsial" and _makes_all(pair):
            yield Complaint(
                ("golongan", "kelengkapan"),
                f"SOP parsial ini menghasilkan semua produk `{pair.layanan}`",
                "tulis `kelengkapan: final`, atau hapus `produk` baris yang bukan pekerjaannya",
                at=pair.record,
            )


def _makes_all(pair: Pasangan) -> bool:
    made = {code for row in pair.sop.baris for code in row.produk}
    return bool(pair.standar.produk) and made >= {each.kode for each in pair.standar.produk}
