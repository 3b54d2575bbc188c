"""Rules about what SOPs, processes and standards say of each other beside the promise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.finding import Level
from generator.model.jalur import alur_utuh, terjangkau
from generator.model.nilai import TAK_TERBIT
from generator.model.proses import Proses
from generator.model.sop import Sop
from generator.rules.janji_bantu import tell
from generator.rules.janji_orang import same_post
from generator.rules.registry import Complaint, Context, Scope, rule
from generator.rules.sop_bentuk import SOP, is_public
from generator.rules.sop_layanan import Pasangan
from generator.source import Path

_WALKED = 200
"""A sheet of more rows is walked from none of its decisions: `sop-panjang` tells it is too long."""


@rule("sop-ya-tidak", Level.WARNING, Scope.RECORD, *SOP)
def swapped_exits(sop: Sop) -> Iterator[Complaint]:
    """Jalan `ya` sebuah keputusan menuju selesai; yang kembali adalah jalan `tidak`.

    Bila keduanya tertukar, berkas yang lengkap dikembalikan dan yang kurang langsung terbit.

    Sumber: PermenPANRB 35/2012 (diagram alir bercabang); praktik penyusunan SOP.
    """
    flow = alur_utuh(sop.baris) if len(sop.baris) <= _WALKED else None
    if flow is None:
        return
    ends = {at for at, each in enumerate(sop.baris) if each.jenis == "selesai"}
    for at, row in enumerate(sop.baris):
        exits = {each.kunci: each.ke for each in flow[at]}
        if row.jenis != "keputusan" or not {"ya", "tidak"} <= exits.keys():
            continue
        without = (*flow[:at], (), *flow[at + 1 :])
        if ends & terjangkau(without, [exits["tidak"]]) and not ends & terjangkau(
            without, [exits["ya"]]
        ):
            yield Complaint(
                ("baris", at, "ya"),
                f"jalan “{row.kata_ya or 'Ya'}” kembali, jalan “{row.kata_tidak or 'Tidak'}” "
                "menuju selesai",
                "tukar `ya` dan `tidak` keputusan ini",
                anchor=("baris", at, "tidak"),
            )


@rule("pemohon-di-luar", Level.WARNING, Scope.RECORD, *SOP, "proses")
def citizen_is_outside(record: Sop | Proses) -> Iterator[Complaint]:
    """Pemohon, warga, dan pasien berada di luar unit: `luar: ya`; di SOP dan di lajur peta.

    Tanpa itu, warga dihitung sebagai pegawai: lembar resmi menaruhnya di antara petugas, dan
    jumlah pelaksana tampak kurang.

    Sumber: PermenPANRB 35/2012 (kolom pelaksana); praktik katalog ini.
    """
    parties: list[tuple[Path, str, bool]] = []
    if isinstance(record, Sop):
        for at, actor in enumerate(record.pelaksana):
            parties.append((("pelaksana", at, "jabatan"), actor.jabatan, actor.luar))
    else:
        for at, lane in enumerate(record.lintas_fungsi.lajur if record.lintas_fungsi else ()):
            parties.append((("lintas_fungsi", "lajur", at, "nama"), lane.nama, lane.luar))
    for path, name, outside in parties:
        if is_public(name) and not outside:
            yield Complaint(path, f"“{name}” bukan pegawai unit ini", "tulis `luar: ya`")


def _related(one: str, other: str) -> bool:
    """Tell whether two process codes are the same or one stands above the other."""
    return f"{one}.".startswith(f"{other}.") or f"{other}.".startswith(f"{one}.")


@rule("proses-tidak-sama", Level.WARNING, Scope.CATALOG)
def process_differs(context: Context) -> Iterator[Complaint]:
    """Standar, SOP-nya, dan peta proses menyebut proses yang sama.

    Kode yang tertukar memutus jalan dari layanan ke prosesnya: penilai membuka peta perizinan dari
    layanan kependudukan, dan pemilik proses memperbaiki yang bukan miliknya.

    Sumber: PermenPANRB 19/2018 (peta lintas fungsi menjadi induk SOP).
    """
    katalog = context.katalog
    for record in context.of_kind(*SOP):
        sop = record.data
        if not isinstance(sop, Sop) or not sop.proses or sop.status in TAK_TERBIT:
            continue
        for service in sop.layanan:
            found = katalog.cari_layanan(service)
            code = found.isi.proses if found else None
            if code and not _related(code, sop.proses):
                yield Complaint(
                    ("proses",),
                    f"SOP ini menyebut `{sop.proses}`, standar `{service}` menyebut `{code}`",
                    f"tulis `proses: {code}`, atau perbaiki `proses` di standar itu",
                    at=record,
                )
    for record in context.of_kind("proses"):
        process, here = record.data, record.id.rpartition("/")[2]
        for index, service in enumerate(process.layanan if isinstance(process, Proses) else ()):
            found = katalog.cari_layanan(service)
            code = found.isi.proses if found else None
            if code and not _related(code, here):
                yield Complaint(
                    ("layanan", index),
                    f"`{service}` menyebut proses `{code}`, bukan `{here}`",
                    f"pindahkan ke `{code}`, atau tulis `proses: {here}` di standarnya",
                    at=record,
                )


@rule("proses-tidak-menyebut", Level.WARNING, Scope.CATALOG)
def process_omits(context: Context) -> Iterator[Complaint]:
    """Proses yang mendaftar layanannya menyebut semua layanan yang mengaku menjadi bagiannya.

    Layanan yang terlewat hilang dari halaman prosesnya; yang tersalin menggantikannya.

    Sumber: PermenPANRB 19/2018 (peta proses sampai layanan); praktik katalog ini.
    """
    for service in context.katalog.layanan.values():
        code = service.isi.proses
        process = context.katalog.proses.get(code) if code else None
        if process is None or not process.isi.layanan or service.isi.status == "dicabut":
            continue
        if service.id not in process.isi.layanan:
            yield Complaint(
                ("layanan",),
                f"`{service.id}` menyebut proses ini, tetapi tidak didaftar di sini",
                f"tambahkan `{service.id}` di `layanan`, atau perbaiki `proses` di standarnya",
                at=context.by_id["proses", f"{process.unit}/{process.kode}"],
            )


@rule("janji-pelaku", Level.WARNING, Scope.CATALOG)
def step_done_by_another(context: Context) -> Iterator[Complaint]:
    """Langkah standar dikerjakan oleh jabatan yang mengerjakannya juga di SOP.

    Warga menunggu di meja petugas yang menurut lembar kerjanya tidak mengerjakan langkah itu.

    Sumber: UU 25/2009 Pasal 21 (prosedur); PermenPANRB 35/2012 (kolom pelaksana).
    """
    for pair in context.pasangan:
        if not pair.berbeda("prosedur"):
            continue
        posts = {each.kode: each.jabatan for each in pair.sop.pelaksana}
        doing = _doing(pair.sop, posts)
        yield from _left_to_the_public(pair, posts)
        for step in pair.standar.prosedur:
            at, done = doing.get(step.kode, (0, set()))
            if not done or is_public(step.pelaku) or _among(step.pelaku, done):
                continue
            # A post that the SOP calls otherwise is no contradiction; one that it knows is.
            if _among(step.pelaku, set(posts.values())):
                yield tell(
                    pair,
                    ("baris", at, "pelaku"),
                    f"langkah `{step.kode}` dikerjakan “{step.pelaku}” menurut standar, di SOP "
                    f"ini {', '.join(sorted(done))}",
                    f"samakan `pelaku` di sini dan di standar `{pair.layanan}`",
                    komponen="prosedur",
                )


def _left_to_the_public(pair: Pasangan, posts: Mapping[str, str]) -> Iterator[Complaint]:
    """Tell which rows leave an officer's step, in its own words, to the public."""
    steps = {each.kode: each for each in pair.standar.prosedur if not is_public(each.pelaku)}
    for at, row in enumerate(pair.sop.baris):
        if not row.pelaku or not all(is_public(posts.get(each, "")) for each in row.pelaku):
            continue
        for code in row.langkah:
            if code in steps and _one_verb(row.uraian, steps[code].uraian):
                yield tell(
                    pair,
                    ("baris", at, "pelaku"),
                    f"langkah `{code}` dikerjakan “{steps[code].pelaku}” menurut standar, di "
                    "baris ini oleh pemohon",
                    f"tulis petugasnya di `pelaku` baris ini, atau perbaiki `pelaku` langkah itu "
                    f"di standar `{pair.layanan}`",
                    komponen="prosedur",
                )


_SHORT = 3


def _one_verb(row: str, step: str) -> bool:
    """Tell whether both begin with one verb, as "Menerbitkan" and "Terbitkan" do."""
    verbs = (each.casefold().partition(" ")[0] for each in (row, step))
    short, long = sorted(verbs, key=len)
    # The prefix may swallow the first letter of the stem.
    return len(short) > _SHORT and long.endswith(short[1:])


def _doing(sop: Sop, posts: Mapping[str, str]) -> dict[str, tuple[int, set[str]]]:
    """Return who does each step of the standard, with the first row that serves it."""
    found: dict[str, tuple[int, set[str]]] = {}
    for at, row in enumerate(sop.baris):
        for code in row.langkah:
            _, done = found.setdefault(code, (at, set()))
            done.update(posts[each] for each in row.pelaku if each in posts)
    return found


def _among(post: str, posts: Iterable[str]) -> bool:
    return any(same_post(post, each) for each in posts)


_AFTER = {"lanjutan": "prasyarat", "prasyarat": "lanjutan"}


@rule("sop-kaitan-berlawanan", Level.WARNING, Scope.CATALOG)
def each_after_the_other(context: Context) -> Iterator[Complaint]:
    """Bila SOP ini lanjutan SOP lain, SOP lain itu prasyaratnya.

    Dua SOP yang masing-masing mengaku sesudah yang lain tidak dapat dimulai.

    Sumber: PermenPANRB 35/2012 (keterkaitan SOP).
    """
    for record in context.of_kind(*SOP):
        related = record.data.keterkaitan if isinstance(record.data, Sop) else ()
        for at, each in enumerate(related):
            other = context.katalog.sop.get(each.sop) if each.sop else None
            if each.jenis not in _AFTER or other is None:
                continue
            back = [link.jenis for link in other.isi.keterkaitan if link.sop == record.id]
            if each.jenis in back:
                yield Complaint(
                    ("keterkaitan", at, "jenis"),
                    f"`{each.sop}` juga menyebut SOP ini `{each.jenis}`",
                    f"tulis `jenis: {_AFTER[each.jenis]}` di salah satunya",
                    at=record,
                )
