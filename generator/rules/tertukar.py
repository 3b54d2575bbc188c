"""Rules about values exchanged with a neighbour's: each is fine by itself, its sibling says no."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.assemble import Record
from generator.finding import Level
from generator.model.catalog import Katalog
from generator.model.dokumen_unit import Penetapan
from generator.model.kinerja import Evaluasi
from generator.model.layanan import Standar
from generator.model.pemerintah import Pemerintah
from generator.model.proses import Proses
from generator.model.sop import Sop
from generator.rules.bantu import STANDAR
from generator.rules.pejabat import above
from generator.rules.registry import Complaint, Context, Scope, rule
from generator.rules.sop_bentuk import SOP
from generator.source import Path

_PART = re.compile(r"[^\W\d_]+")
_SHORTEST = 4
"""A shorter part of a number, such as `SK`, names no office."""


@rule("nomor-unit-lain", Level.WARNING, Scope.CATALOG)
def number_of_another_unit(context: Context) -> Iterator[Complaint]:
    """Singkatan di nomor keputusan, SOP, dan lembar standar adalah singkatan unitnya sendiri.

    Nomor `000/007/DUKCAPIL/2021` pada keputusan Dinas Perhubungan tidak ditemukan di buku register
    mana pun, dan keputusan yang seharusnya dicabut tetap berlaku.

    Sumber: tata naskah dinas (nomor memuat kode unit); praktik, mis. rekaman yang disalin.
    """
    marks = _marks(context.katalog)
    for record in context.of_kind("penetapan", *SOP, *STANDAR):
        for path, number in _numbers(record):
            parts = {each for each in _PART.findall(number.casefold()) if len(each) >= _SHORTEST}
            named = {marks[each] for each in parts if each in marks}
            owner = record.id.partition("/")[0]
            if not named or owner not in context.katalog.unit:
                continue
            own = {each for unit in _concerned(record) for each in above(context.katalog, unit)}
            below = {each for one in named for each in above(context.katalog, one)}
            if named.isdisjoint(own) and owner not in below:
                yield Complaint(
                    path,
                    f"nomor ini memuat singkatan unit `{min(named)}`, rekaman ini milik `{owner}`",
                    "salin nomornya dari naskah unit ini sendiri",
                    at=record,
                )


def _marks(katalog: Katalog) -> dict[str, str]:
    """Return what one unit alone is called in a word: its id; what is gone has left its numbers."""
    found: dict[str, set[str]] = {}
    for id_, unit in katalog.unit.items():
        if unit.status == "dicabut":
            continue
        for name in (unit.singkatan or "", *unit.alias):
            if len(name) >= _SHORTEST and name.isalpha():
                found.setdefault(name.casefold(), set()).add(id_)
    return {name: units.pop() for name, units in found.items() if len(units) == 1}


def _numbers(record: Record) -> Iterator[tuple[Path, str]]:
    data = record.data
    if isinstance(data, Penetapan):
        yield ("nomor",), data.nomor
        for at, old in enumerate(data.mencabut):
            # What names a record of the unit has no slash after its own name.
            if old.count("/") > 1:
                yield ("mencabut", at), old.rpartition(" ")[2]
    elif isinstance(data, Sop) and data.nomor:
        yield ("nomor",), data.nomor
    elif isinstance(data, Standar):
        if data.kendali:
            yield ("kendali", "nomor"), data.kendali.nomor
        if data.nomor_keputusan:
            yield ("nomor_keputusan",), data.nomor_keputusan


def _concerned(record: Record) -> set[str]:
    """Return the unit of a record and those whose standards it sets."""
    served = record.data.menetapkan if isinstance(record.data, Penetapan) else ()
    return {each.partition("/")[0] for each in (record.id, *served)}


_YEARS = re.compile(r"(?<!\d)20\d\d(?!\d)")


@rule("sumber-lain-tahun", Level.WARNING, Scope.RECORD, "pemerintah", "evaluasi")
def source_of_another_year(record: Pemerintah | Evaluasi) -> Iterator[Complaint]:
    """Tahun yang disebut `sumber` cocok dengan tahun yang diambil darinya.

    Hari libur 2029 dari keputusan bernomor 2026, atau nilai 2023 dari hasil penilaian 2025, salah
    satunya salah ketik: loket tutup pada hari yang salah, atau nilainya milik tahun lain. Hari
    libur boleh ditetapkan setahun sebelumnya; hasil penilaian boleh terbit setahun sesudahnya.

    Sumber: praktik katalog ini, mis. tahun yang salah ketik atau sumber yang tersalin.
    """
    if isinstance(record, Evaluasi):
        said = {int(each) for each in _YEARS.findall(record.sumber)}
        if said and said.isdisjoint((record.tahun, record.tahun + 1)):
            yield Complaint(
                ("sumber",),
                f"sumber tahun {min(said)} untuk penilaian tahun {record.tahun}",
                f"sebut sumber hasil {record.tahun}, atau perbaiki `tahun`",
            )
        return
    for at, day in enumerate(record.libur.koreksi):
        year = day.tanggal.year
        said = {int(each) for each in _YEARS.findall(day.sumber or "")}
        if said and said.isdisjoint((year, year - 1)):
            yield Complaint(
                ("libur", "koreksi", at, "tanggal"),
                f"hari tahun {year}, sumbernya keputusan tahun {min(said)}",
                f"periksa tahunnya, mungkin {min(said)}; atau sebut keputusan tahun {year}",
            )


_LAPOR_SMS = "1708"
_CLAUSE = re.compile(r"[.;,]|\b(?:bila|jika|kalau|sesudah|setelah|apabila|karena)\b")


@rule("jenjang-tertukar", Level.WARNING, Scope.RECORD, "pemerintah")
def rung_of_another(government: Pemerintah) -> Iterator[Complaint]:
    """Nama, tindakan, dan tautan sebuah jenjang atau kanal pengaduan menyebut pihak yang sama.

    Jenjang "Inspektorat" yang tautannya menuju Ombudsman mengirim orang ke lembaga yang menolak
    laporan sebelum kantornya diberi tahu. Karena itu pula Ombudsman jenjang terakhir. SMS
    SP4N-LAPOR! bernomor 1708.

    Sumber: UU 37/2008 Pasal 36 (Ombudsman menolak bila belum diadukan ke instansinya); Perpres
    76/2013 (SP4N-LAPOR!).
    """
    ladder = government.jenjang_pengaduan
    marks = {each.kode: {w for w in each.kode.split("-") if len(w) > _SHORTEST} for each in ladder}
    for at, rung in enumerate(ladder):
        # A verb such as “Lapor” begins the sentence; what follows names whom.
        asked = _CLAUSE.split(rung.tindakan.replace("lapor.go", "LAPOR go"))[0].partition(" ")[2]
        for key, text in (
            ("nama", rung.nama),
            ("tindakan", " ".join(re.findall(r"\b[A-Z]\w+", asked))),
            ("tautan", rung.tautan or ""),
        ):
            words = set(_PART.findall(text.casefold()))
            others = [kode for kode, mark in marks.items() if not mark.isdisjoint(words)]
            if others and rung.kode not in others and marks[rung.kode]:
                yield Complaint(
                    ("jenjang_pengaduan", at, key),
                    f"jenjang `{rung.kode}`, tetapi {key} ini menyebut `{others[0]}`",
                    f"tulis {key} `{rung.kode}` di sini; periksa pula jenjang `{others[0]}`",
                )
    for at, (rung, after) in enumerate(pairwise(ladder)):
        if "ombudsman" in rung.nama.casefold() and "ombudsman" not in after.nama.casefold():
            yield Complaint(
                ("jenjang_pengaduan", at, "nama"),
                f"Ombudsman mendahului jenjang “{after.nama}”",
                "pindahkan jenjang ini ke paling bawah",
            )
    for at, channel in enumerate(government.kanal_pengaduan):
        name, said = channel.nama.casefold(), channel.nilai or ""
        word = {"sp4n_lapor": "LAPOR!", "ombudsman": "Ombudsman"}.get(channel.jenis, "")
        if word.strip("!").casefold() not in name:
            yield Complaint(
                ("kanal_pengaduan", at, "nama"),
                f"kanal berjenis {channel.jenis} bernama “{channel.nama}”",
                f"sebut {word} di `nama`, atau perbaiki `jenis`",
            )
        elif channel.jenis == "sms" and "lapor!" in name and said not in ("", _LAPOR_SMS):
            yield Complaint(
                ("kanal_pengaduan", at, "nilai"),
                f"nomor SMS SP4N-LAPOR! {_LAPOR_SMS}, di sini {said}",
                f'tulis `nilai: "{_LAPOR_SMS}"` dan `tautan: sms:{_LAPOR_SMS}`',
            )


_RANKS = frozenset(
    (
        *("dinas", "badan", "satuan", "kantor", "bidang", "bagian", "subbagian", "seksi"),
        *("subbidang", "urusan", "unit", "uptd", "instalasi", "direktur"),
    )
)
"""Last words of a post after which the name of its office or field goes on."""


@rule("jabatan-terpotong", Level.WARNING, Scope.CATALOG)
def post_cut_short(context: Context) -> Iterator[Complaint]:
    """Jabatan penandatangan, pengesah, dan pemilik proses ditulis utuh.

    "Kepala Bidang" saja tidak menunjuk siapa pun di dinas yang berbidang empat; dokumen yang
    disahkan "Kepala Dinas" dapat diterbitkan dinas mana pun. Draf boleh menunggu.

    Sumber: tata naskah dinas (nama jabatan ditulis lengkap); praktik, mis. salinan yang terpotong.
    """
    units = context.katalog.unit
    for record in context.of_kind("penetapan", "sop", "proses"):
        data, owner = record.data, units.get(record.id.partition("/")[0])
        draft = getattr(data, "status", "") == "draf"
        if draft or owner is None or owner.penyelenggara is None:
            continue
        head = owner.penyelenggara.penanggung_jawab
        posts: set[str] = {head} if head else set()
        if isinstance(data, Penetapan):
            key, post = "penandatangan", data.penandatangan
        elif isinstance(data, Sop):
            key, post = "disahkan_oleh", data.disahkan_oleh or ""
        else:
            assert isinstance(data, Proses)
            key, post = "pemilik_jabatan", data.pemilik_jabatan or ""
            posts |= {*owner.penyelenggara.struktur, *(each.jabatan for each in owner.pelaksana)}
        whole = sorted(each for each in posts if each.casefold().startswith(f"{post} ".casefold()))
        if post and post.split()[-1].casefold() in _RANKS and post not in posts and whole:
            yield Complaint(
                (key,),
                f"“{post}” terpotong; di unit ini ada “{whole[0]}”",
                f"tulis jabatannya utuh: {' atau '.join(f'`{each}`' for each in whole)}",
                at=record,
            )


_GIVES = re.compile(
    r"(?:me(?:nyerah|mberi|nyampai|ngembali|lapor|ngaju|limpah)kan|mengirim\w*|meneruskan"
    r"|mengantar\w*|memberi tahu\w*|serahkan|berikan|sampaikan|kirim\w*)\b",
    re.IGNORECASE,
)
_TO = re.compile(
    r"\bkepada ([^.,;()]+?)(?= (?:untuk|dan|beserta|bila|lewat|melalui|di)\b|[.,;()]|$)"
)


@rule("serah-diri-sendiri", Level.WARNING, Scope.RECORD, *STANDAR, *SOP, "proses")
def handed_to_oneself(record: Standar | Sop | Proses) -> Iterator[Complaint]:
    """Yang menyerahkan sesuatu kepada seseorang bukan orang itu sendiri.

    "Menyerahkan KTP-el kepada warga" di lajur warga berarti langkah itu tidak dikerjakan siapa
    pun: pelakunya salah salin, atau uraiannya tertukar dengan langkah lain.

    Sumber: PermenPANRB 35/2012 dan 19/2018 (pelaksana setiap kegiatan); praktik.
    """
    for path, actor, text in _steps(record):
        if actor and "kepada " in text and _GIVES.match(text):
            named = [each.casefold() for each in _TO.findall(text)]
            if actor.casefold() in named and actor.casefold() != "petugas":
                yield Complaint(
                    path,
                    f"“{actor}” menyerahkan kepada dirinya sendiri: “{text}”",
                    "perbaiki siapa yang mengerjakannya, atau kepada siapa",
                )


def _steps(record: Standar | Sop | Proses) -> Iterator[tuple[Path, str, str]]:
    """Yield where each step says what is done, who alone does it, and what."""
    if isinstance(record, Standar):
        for at, each in enumerate(record.prosedur):
            yield ("prosedur", at, "uraian"), each.pelaku or "", each.uraian
    elif isinstance(record, Sop):
        posts = {each.kode: each.jabatan for each in record.pelaksana}
        for at, row in enumerate(record.baris):
            alone = posts.get(row.pelaku[0], "") if len(row.pelaku) == 1 else ""
            yield ("baris", at, "uraian"), alone, row.uraian
    elif record.lintas_fungsi:
        lanes = {each.kode: each.nama for each in record.lintas_fungsi.lajur}
        for at, step in enumerate(record.lintas_fungsi.langkah):
            yield ("lintas_fungsi", "langkah", at, "uraian"), lanes.get(step.lajur, ""), step.uraian


@rule("bentuk-lain-produk", Level.WARNING, Scope.RECORD, *STANDAR)
def kind_of_service(standard: Standar) -> Iterator[Complaint]:
    """Layanan barang menghasilkan barang, dan layanan jasa tidak hanya menghasilkan barang.

    Penilai mencocokkan bentuk layanan dengan produknya; yang berlawanan menandakan salah satunya
    tersalin dari layanan lain.

    Sumber: UU 25/2009 Pasal 5 (barang publik, jasa publik, pelayanan administratif).
    """
    form = standard.bentuk_layanan
    if form not in ("barang", "jasa") or not standard.produk:
        return
    made = {each.bentuk for each in standard.produk}
    if (form == "barang" and "barang" not in made) or (form == "jasa" and made == {"barang"}):
        right = "barang" if form == "jasa" else "jasa" if "jasa" in made else "administratif"
        yield Complaint(
            ("bentuk_layanan",),
            f"layanan {form}, produknya {' dan '.join(sorted(made))}",
            f"tulis `bentuk_layanan: {right}`, atau perbaiki `bentuk` di `produk`",
        )


@rule("sektor-unit-lain", Level.WARNING, Scope.CATALOG)
def sector_of_another(context: Context) -> Iterator[Complaint]:
    """Sektor yang bernama jenis unit hanya dipakai unit berjenis itu.

    Ambulans rumah sakit di sektor kecamatan tidak ditemukan orang yang mencari layanan kesehatan.

    Sumber: UU 25/2009 Pasal 5 (ruang lingkup layanan); praktik katalog ini.
    """
    katalog = context.katalog
    kinds = {each.jenis for each in katalog.unit.values()}
    for record in context.of_kind(*STANDAR):
        standard = record.data
        if not isinstance(standard, Standar) or not standard.sektor:
            continue
        named = {*standard.sektor.split("-")}
        if not named <= kinds:
            continue
        owner = record.id.partition("/")[0]
        unit, group = katalog.unit.get(owner), katalog.kelompok.get(owner)
        own: Sequence[str] = group.jenis if group else (unit.jenis,) if unit else ()
        if own and named.isdisjoint(own):
            others = {
                each.isi.sektor or "" for each in katalog.layanan.values() if each.pemilik == owner
            }
            fitting = sorted(others - {"", standard.sektor})
            usual = f", mis. `sektor: {fitting[0]}`" if fitting else ""
            yield Complaint(
                ("sektor",),
                f"sektor {standard.sektor} untuk layanan sebuah {own[0]}",
                f"tulis sektor menurut isi layanannya{usual}",
                at=record,
            )


_COMMON = frozenset(
    (
        *("standar", "pelayanan", "penetapan", "perubahan", "pencabutan", "tentang", "layanan"),
        *("publik", "atas", "pada", "dan", "di", "atau", "kabupaten"),
    )
)
"""Words of a title that name no service."""
_LIKE = 2
"""So many words of a title in the name of a service tell that it is the one meant."""


@rule("keputusan-lain-layanan", Level.WARNING, Scope.CATALOG)
def decree_about_another(context: Context) -> Iterator[Complaint]:
    """Judul keputusan menyebut layanan yang ditetapkannya, bukan layanan unit lain.

    Keputusan tentang KTP-el yang menetapkan uji kendaraan tidak mengikat siapa pun: salah satunya
    tersalin dari rekaman lain.

    Sumber: UU 25/2009 Pasal 20 (standar ditetapkan penyelenggara); praktik.
    """
    katalog = context.katalog
    for record in context.of_kind("penetapan"):
        decree = record.data
        if not isinstance(decree, Penetapan) or not decree.menetapkan:
            continue
        units = {each for unit in _concerned(record) for each in above(katalog, unit)}
        title = _told(decree.tentang) - _COMMON
        own = set[str]().union(*(_service(katalog, each) for each in decree.menetapkan))
        for each in units & katalog.unit.keys():
            own |= _told(katalog.unit[each].nama)
        if not title or not title.isdisjoint(own):
            continue
        meant = [
            id_
            for id_ in katalog.layanan
            if len(title & _told(katalog.layanan[id_].isi.nama)) >= _LIKE
        ]
        if meant:
            yield Complaint(
                ("tentang",),
                f"judulnya tentang `{meant[0]}`, yang ditetapkan {', '.join(decree.menetapkan)}",
                "salin judulnya dari naskah, atau perbaiki `menetapkan`",
                at=record,
            )


def _told(text: str) -> set[str]:
    return set(re.findall(r"[\w-]+", text.casefold()))


def _service(katalog: Katalog, id_: str) -> set[str]:
    """Return every word by which a service is known."""
    found = katalog.layanan.get(id_)
    names: Sequence[str] = (found.isi.nama, *found.isi.sebutan) if found else ()
    words = set(id_.partition("/")[2].split("-"))
    return words.union(*(_told(each) for each in names))
