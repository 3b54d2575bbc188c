"""Rules about a SOP against its services, its units and the hours in which it is used."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.finding import Level
from generator.model.layanan import Standar
from generator.model.sop import PelaksanaSop, Sop
from generator.rules.bantu import listing
from generator.rules.pejabat import above, led, unit_names
from generator.rules.registry import Complaint, Context, Scope, rule
from generator.rules.sop_bentuk import SOP
from generator.rules.syarat import LENGTH, said_length
from generator.rules.ucapan import words
from generator.source import Path

_FILLERS = """penerbitan pelayanan layanan surat pembuatan pengurusan pendaftaran permohonan
pengajuan dan atau di untuk yang dengan dari ke karena pada oleh dalam"""
_FILLED = frozenset(_FILLERS.split())


def _words(text: str) -> set[str]:
    return set(re.findall(r"[a-z0-9]+", text.casefold())) - _FILLED


@rule("sop-judul-lain", Level.WARNING, Scope.CATALOG)
def title_of_another(context: Context) -> Iterator[Complaint]:
    """Judul SOP menyebut layanannya, dan judul serta peringatannya bukan milik SOP lain.

    Judul yang tersalin membuat petugas membuka lembar yang keliru; peringatan unit lain menyebut
    akibat yang tidak dapat terjadi di sini.

    Sumber: PermenPANRB 35/2012 (judul SOP menurut kegiatannya); praktik, mis. lembar yang disalin.
    """
    first: dict[str, str] = {}
    warned: dict[str, str] = {}
    for record in context.of_kind("sop", "pola-sop"):
        sop = record.data
        if not isinstance(sop, Sop):
            continue
        other = first.setdefault(sop.judul.casefold(), record.id)
        if other != record.id:
            yield Complaint(
                ("judul",),
                f"judul ini sama dengan judul SOP `{other}`",
                "tulis judul menurut kegiatan SOP ini; bila keduanya satu, hapus salah satunya",
                at=record,
            )
        owner = record.id.partition("/")[0]
        for at, text in enumerate(sop.peringatan):
            other = warned.setdefault(text.casefold(), record.id)
            if other.partition("/")[0] != owner:
                yield Complaint(
                    ("peringatan", at),
                    f"peringatan ini sama dengan peringatan SOP `{other}`",
                    "tulis akibatnya bila SOP ini tidak dijalankan; atau perbaiki SOP itu",
                    at=record,
                )
    for pair in context.pasangan:
        known = _words(pair.standar.nama).union(*(_words(e) for e in pair.standar.sebutan))
        known |= _words(pair.layanan.rpartition("/")[2])
        own = _words(pair.sop.judul)
        if pair.record and pair.utuh and own and known and own.isdisjoint(known):
            yield Complaint(
                ("judul",),
                f"judul ini tidak menyebut satu kata pun dari “{pair.standar.nama}”",
                f"samakan judul dengan kegiatannya, atau perbaiki `layanan`: `{pair.layanan}`",
                at=pair.record,
            )


@rule("sop-hukum-lain", Level.WARNING, Scope.CATALOG)
def other_law(context: Context) -> Iterator[Complaint]:
    """SOP dan standar yang dijalankannya berdiri di atas sekurang-kurangnya satu peraturan sama.

    Dasar hukum yang sama sekali lain biasanya tersalin dari SOP lain; pemeriksa menyangka
    layanannya tidak berdasar.

    Sumber: PermenPANRB 35/2012 (dasar hukum SOP); UU 25/2009 Pasal 21 (dasar hukum).
    """
    for pair in context.pasangan:
        own = {each.regulasi for each in pair.sop.dasar_hukum if each.regulasi}
        above_ = {each.regulasi for each in pair.standar.dasar_hukum if each.regulasi}
        if pair.record and own and above_ and own.isdisjoint(above_):
            yield Complaint(
                ("dasar_hukum",),
                f"tidak satu pun peraturan di sini disebut standar `{pair.layanan}`",
                f"standar itu menyebut {listing(sorted(above_)[:5])}; perbaiki yang keliru: yang "
                "di sini, atau `dasar_hukum` standar itu",
                at=pair.record,
            )


@rule("sop-lain-standar", Level.WARNING, Scope.CATALOG)
def named_on_both_sides(context: Context) -> Iterator[Complaint]:
    """Standar yang menyebut SOP-nya dan SOP yang menyebut layanannya saling menunjuk.

    Dari halaman layanan warga dan petugas membuka SOP layanan lain, dan waktunya tidak dihitung
    terhadap janjinya. SOP makro, parsial, dan milik tempat tidak perlu disebut standarnya.

    Sumber: PermenPANRB 15/2014 dan 35/2012 (SOP menjalankan standar pelayanan); praktik katalog.
    """
    katalog = context.katalog
    for record in context.of_kind("standar", "pola"):
        service = katalog.layanan.get(record.id)
        if service is None or not context.berlaku_kini(record):
            continue
        for index, code in enumerate(service.isi.sop):
            sop = katalog.sop.get(code)
            if sop and record.id not in sop.isi.layanan:
                yield Complaint(
                    ("sop", index),
                    f"SOP `{code}` tidak menyebut layanan ini, tetapi "
                    f"{listing(sop.isi.layanan) or 'tidak satu pun'}",
                    f"sebut SOP yang menjalankannya; atau tambahkan `{record.id}` di `layanan` "
                    "SOP itu",
                    at=record,
                )
    for pair in context.pasangan:
        named = pair.standar.sop
        if pair.record is None or pair.record.kind != "sop" or not pair.utuh:
            continue
        if named and pair.id not in named:
            yield Complaint(
                ("layanan", pair.sop.layanan.index(pair.layanan)),
                f"standar `{pair.layanan}` menyebut SOP {listing(named)}, bukan SOP ini",
                f"perbaiki `layanan` di sini, atau tambahkan `{pair.id}` di `sop` standar itu",
                at=pair.record,
            )


@rule("sop-siang-malam", Level.WARNING, Scope.CATALOG)
def around_the_clock(context: Context) -> Iterator[Complaint]:
    """SOP siang malam dijalankan di tempat yang selalu buka, dan sebaliknya.

    Waktu SOP yang bukan `sepanjang_waktu` dihitung menurut jam kantor; pasien yang datang malam
    mendapat janji yang tidak pernah dihitung.

    Sumber: UU 25/2009 Pasal 21 (jangka waktu); jam layanan di `lokasi/`; praktik katalog ini.
    """
    for pair in context.pasangan:
        places = [context.katalog.lokasi.get(each) for each in pair.standar.lokasi]
        open_ = [each.selalu_buka for each in places if each]
        if not open_ or pair.record is None or len(set(open_)) > 1:
            continue
        if pair.sop.sepanjang_waktu and not open_[0]:
            message = "tetapi tempat layanannya tidak selalu buka"
            message = f"SOP ini dijalankan siang malam, {message}"
            hint = "tulis `selalu_buka: ya` di lokasinya; bila tidak, hapus `sepanjang_waktu`"
        elif open_[0] and not pair.sop.sepanjang_waktu:
            message = "tempat layanannya buka siang malam, tetapi SOP ini menurut jam kantor"
            hint = "tambahkan `sepanjang_waktu: ya`, atau perbaiki `selalu_buka` lokasinya"
        else:
            continue
        yield Complaint(("sepanjang_waktu",), message, hint, at=pair.record, anchor=("layanan",))


@rule("sop-pelaksana-unit", Level.WARNING, Scope.CATALOG)
def unit_of_a_column(context: Context) -> Iterator[Complaint]:
    """Pelaksana dari unit lain menyebut unitnya, di luar unit ini, dan sesuai jabatannya.

    Petugas unit lain yang tercatat sebagai pegawai sendiri dihitung sebagai pelaksana sendiri, dan
    unit yang sebenarnya mengerjakan tidak tahu bahwa ia ditunggu.

    Sumber: PermenPANRB 35/2012 (kolom pelaksana); praktik katalog ini.
    """
    names = unit_names(context.katalog)
    for record in context.of_kind(*SOP):
        sop, owner = record.data, record.id.partition("/")[0]
        for at, actor in enumerate(sop.pelaksana if isinstance(sop, Sop) else ()):
            told = led(actor.jabatan, names)
            wrong = _column(actor, owner, told, set(above(context.katalog, owner)))
            if wrong:
                key, message, hint = wrong
                yield Complaint(
                    ("pelaksana", at, key),
                    f"pelaksana `{actor.kode}` {message}",
                    hint,
                    at=record,
                    anchor=("pelaksana", at, "jabatan"),
                )


def _column(
    actor: PelaksanaSop, owner: str, told: str | None, own: set[str]
) -> tuple[str, str, str] | None:
    """Return where a column errs about its unit, what is wrong and how to mend it."""
    if actor.unit and actor.unit == owner:
        return "unit", "menyebut unit ini sendiri sebagai unit lain", "hapus `unit` dan `luar`"
    if actor.unit and not actor.luar:
        return "luar", f"dari unit `{actor.unit}`, tetapi tidak `luar`", "tambahkan `luar: ya`"
    if told and told not in own and told != actor.unit and not (actor.luar and not actor.unit):
        said = f"`unit: {actor.unit}`" if actor.unit else "tercatat di unit ini"
        return "unit", f"“{actor.jabatan}” dari `{told}`, {said}", f"tulis `unit: {told}`"
    if told and told not in own and not actor.unit:
        return "unit", f"“{actor.jabatan}” tidak menyebut unitnya", f"tambahkan `unit: {told}`"
    return None


_CONTENT = re.compile(r"[a-z]{5,}")
_IDLE = frozenset(
    (
        "paling",
        "sejak",
        "bulan",
        "tahun",
        "menit",
        "minggu",
        "kerja",
        "dalam",
        "lambat",
        "menghitung",
    )
)
_ABOUT = 2
"""So many words make two sentences speak of one thing."""


@rule("tenggat-lain-sop", Level.WARNING, Scope.CATALOG)
def limit_in_words_differs(context: Context) -> Iterator[Complaint]:
    """Batas waktu yang disebut sebuah baris SOP adalah yang disebut standarnya tentang hal itu.

    Petugas yang menghitung enam bulan dan warga yang membaca tiga bulan berselisih di loket;
    permohonan yang masih dalam waktunya ditolak, atau yang lewat diterima.

    Sumber: UU 25/2009 Pasal 21 (prosedur dan waktu yang pasti); praktik.
    """
    for pair in context.pasangan:
        if pair.record is None:
            continue
        limits = [
            (path, _about(text), case, said_length(match))
            for path, text, case in _rows(pair.sop)
            if (match := LENGTH.search(text))
        ]
        promised = _promised(pair.standar) if limits else []
        for path, own, case, length in limits:
            like = [each for each in promised if each[0] & case or len(each[0] & own) >= _ABOUT]
            known = {each[1] for each in promised}
            same = [each for each in like if each[1][1] == length[1]]
            if same and length not in known:
                yield Complaint(
                    path,
                    f"di sini {words(length)}, standar `{pair.layanan}` berkata "
                    f"{words(same[0][1])}",
                    "samakan keduanya menurut peraturannya",
                    at=pair.record,
                )


def _rows(sop: Sop) -> Iterator[tuple[Path, str, set[str]]]:
    """Yield the sentences of each row, with the words of the cases it is for."""
    for at, row in enumerate(sop.baris):
        case = _about(" ".join(row.kasus))
        yield ("baris", at, "uraian"), row.uraian, case
        yield ("baris", at, "keterangan"), row.keterangan or "", case


def _about(text: str) -> set[str]:
    return set(_CONTENT.findall(text.casefold())) - _IDLE


def _promised(standard: Standar) -> list[tuple[set[str], tuple[int, str]]]:
    """Return what each sentence of a standard is about, and the length of time it names."""
    texts = [standard.ringkasan, *standard.catatan]
    for need in standard.persyaratan:
        texts += (need.teks or "", need.keterangan or "")
    for step in standard.prosedur:
        texts += (step.uraian, step.keterangan or "")
    texts += [each.keterangan or "" for axis in standard.kasus for each in axis.pilihan]
    return [
        (_about(sentence), said_length(match))
        for text in texts
        for sentence in re.split(r"(?<=[.;]) ", text)
        for match in LENGTH.finditer(sentence)
    ]
