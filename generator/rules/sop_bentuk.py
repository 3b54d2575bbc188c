"""Rules about the form of a SOP: one flow that can be walked, every row with its standard."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.finding import Level
from generator.model.proses import Proses
from generator.model.sop import BarisSop, PelaksanaSop, Sop
from generator.rules import sop_alur
from generator.rules.bantu import listing, suggestion
from generator.rules.registry import Complaint, Scope, rule
from generator.source import Path

SOP = ("sop", "pola-sop", "tempat-sop")
"""Record kinds that are SOPs."""

_ROWS: Path = ("baris",)
_WHAT = "baris"
_LONG = 20


@rule("sop-mulai", Level.ERROR, Scope.RECORD, *SOP)
def start(sop: Sop) -> Iterator[Complaint]:
    """SOP punya tepat satu mulai, yaitu baris pertama.

    Lembar dengan dua awal, atau awal di tengah, tidak dapat dijalankan petugas baru: ia tidak
    tahu pekerjaan mana yang didahulukan.

    Sumber: PermenPANRB 35/2012 (diagram alir, simbol kapsul); praktik penyusunan SOP.
    """
    yield from sop_alur.start_faults(sop.baris, _ROWS, _WHAT)


@rule("sop-selesai", Level.ERROR, Scope.RECORD, *SOP)
def end(sop: Sop) -> Iterator[Complaint]:
    """SOP punya sekurang-kurangnya satu selesai, dan sesudahnya tidak ada apa-apa.

    Tanpa akhir, tidak ada yang tahu kapan pekerjaan dianggap tuntas. Sebaiknya hanya satu; lebih
    dari satu sekadar catatan.

    Sumber: PermenPANRB 35/2012 (diagram alir, simbol kapsul); praktik penyusunan SOP.
    """
    yield from sop_alur.end_faults(sop.baris, _ROWS, _WHAT)
    ends = [at for at, each in enumerate(sop.baris) if each.jenis == "selesai"]
    for at in ends[1:]:
        yield Complaint(
            ("baris", at, "jenis"),
            f"SOP ini punya {len(ends)} akhir; satu lebih mudah dibaca",
            "arahkan semua jalan ke satu baris `jenis: selesai`",
            level=Level.INFO,
        )


@rule("sop-tujuan", Level.ERROR, Scope.RECORD, *SOP)
def targets(sop: Sop) -> Iterator[Complaint]:
    """Setiap `lanjut`, `ya`, dan `tidak` menuju baris yang ada, dan tidak ada baris yang buntu.

    Panah ke baris yang tidak ada hilang dari gambar; petugas berhenti di tengah jalan.

    Sumber: PermenPANRB 35/2012 (diagram alir, simbol panah).
    """
    yield from sop_alur.target_faults(sop.baris, _ROWS, _WHAT)


@rule("sop-terjangkau", Level.ERROR, Scope.RECORD, *SOP)
def reach(sop: Sop) -> Iterator[Complaint]:
    """Setiap baris dicapai dari baris pertama.

    Baris yang tidak pernah dicapai adalah pekerjaan yang tidak pernah dilakukan. Yang ditunjuk
    hanya pangkalnya; baris sesudahnya ikut tercapai bila pangkalnya dituju.

    Sumber: PermenPANRB 35/2012 (diagram alir); praktik penyusunan SOP.
    """
    yield from sop_alur.reach_faults(sop.baris, _ROWS, _WHAT)


@rule("sop-keputusan", Level.ERROR, Scope.RECORD, *SOP)
def decisions(sop: Sop) -> Iterator[Complaint]:
    """Keputusan punya tepat dua jalan keluar, berlabel, ke baris yang berbeda.

    Belah ketupat yang kedua panahnya sama tidak memutuskan apa pun; label yang sama membuat
    petugas menebak.

    Sumber: PermenPANRB 35/2012 (diagram alir bercabang, simbol belah ketupat).
    """
    yield from sop_alur.decision_faults(sop.baris, _ROWS, _WHAT)
    for at, row in enumerate(sop.baris):
        yes, no = row.kata_ya or "Ya", row.kata_tidak or "Tidak"
        if row.jenis == "keputusan" and yes.casefold() == no.casefold():
            yield Complaint(
                ("baris", at, "kata_tidak" if row.kata_tidak else "kata_ya"),
                f"kedua jalan keluar keputusan `{row.kode}` berlabel “{yes}”",
                "beri label yang berlawanan, mis. `kata_ya: Lengkap` dan `kata_tidak: Kurang`",
            )


@rule("sop-putaran", Level.ERROR, Scope.RECORD, *SOP)
def loops(sop: Sop) -> Iterator[Complaint]:
    """Panah kembali hanya lewat jalan `tidak` sebuah keputusan, dan semua baris dapat selesai.

    Putaran tanpa syarat tidak pernah berakhir dan menahan berkas warga selamanya. Baris perbaikan
    di jalan `tidak` boleh kembali dengan `lanjut`: putarannya tetap dimulai oleh `tidak`.

    Sumber: PermenPANRB 35/2012 (diagram alir bercabang); praktik penyusunan SOP.
    """
    yield from sop_alur.loop_faults(sop.baris, _ROWS, _WHAT)


@rule("sop-pelaksana", Level.ERROR, Scope.RECORD, *SOP)
def actors(sop: Sop) -> Iterator[Complaint]:
    """Setiap pelaksana mengerjakan sesuatu, dan setiap pelaku adalah pelaksana yang terdaftar.

    Kolom tanpa simbol memberi kesan bahwa seseorang terlibat padahal tidak; pelaku yang tidak
    terdaftar tidak punya kolom dan pekerjaannya hilang dari gambar.

    Sumber: PermenPANRB 35/2012 (kolom pelaksana); praktik penyusunan SOP.
    """
    known = [each.kode for each in sop.pelaksana]
    used = {code for row in sop.baris for code in row.pelaku}
    posts: dict[str, list[PelaksanaSop]] = {}
    for at, actor in enumerate(sop.pelaksana):
        if actor.kode not in used:
            yield Complaint(
                ("pelaksana", at, "kode"),
                f"pelaksana `{actor.kode}` tidak mengerjakan satu baris pun",
                f"sebut `{actor.kode}` di `pelaku` baris yang dikerjakannya; bila tidak ada, hapus",
            )
        same = posts.setdefault(actor.jabatan.casefold(), [])
        # Two units may each have such a post, but both must then say which.
        first = next((e for e in same if e.unit == actor.unit or not (e.unit and actor.unit)), None)
        if first:
            yield Complaint(
                ("pelaksana", at, "jabatan"),
                f"jabatan “{actor.jabatan}” sudah menjadi pelaksana `{first.kode}`",
                f"pakai `{first.kode}` di semua barisnya, dan hapus yang ini; bila jabatannya "
                "tersalin, tulis jabatan yang sebenarnya",
            )
        same.append(actor)
    for at, row in enumerate(sop.baris):
        for place, code in enumerate(row.pelaku):
            if code not in known:
                yield Complaint(
                    ("baris", at, "pelaku", place),
                    f"pelaku `{code}` tidak ada di `pelaksana`",
                    suggestion(code, known, f"pakai salah satu: {listing(known)}"),
                )
            elif code in row.pelaku[:place]:
                yield Complaint(
                    ("baris", at, "pelaku", place),
                    f"pelaku `{code}` disebut dua kali di baris ini",
                    "hapus salah satunya",
                )


@rule("sop-jumlah-pelaksana", Level.ERROR, Scope.RECORD, *SOP)
def actor_count(sop: Sop) -> Iterator[Complaint]:
    """SOP administratif punya paling sedikit dua pelaksana; SOP teknis tepat satu.

    Sifat SOP menentukan bentuk lembarnya: yang teknis merinci pekerjaan satu orang, yang
    administratif membagi pekerjaan di antara beberapa jabatan.

    Sumber: PermenPANRB 35/2012 (sifat SOP: teknis dan administratif).
    """
    count, kind = len(sop.pelaksana), sop.golongan.sifat
    if kind == "administratif" and count < 2:
        hint = "tulis `golongan: {sifat: teknis}`, atau tambahkan pelaksananya"
        message = "SOP administratif ini hanya punya satu pelaksana"
    elif kind == "teknis" and count > 1:
        hint = "tulis `golongan: {sifat: administratif}`, atau sisakan satu pelaksana"
        message = f"SOP teknis ini punya {count} pelaksana, seharusnya satu"
    else:
        return
    yield Complaint(("golongan", "sifat"), message, hint, anchor=("pelaksana",))


@rule("sop-mutu-baku", Level.ERROR, Scope.RECORD, *SOP)
def quality(sop: Sop) -> Iterator[Complaint]:
    """Setiap baris menyebut mutu bakunya: kelengkapan, waktu, dan output.

    Tanpa mutu baku, kegiatan tidak dapat diperiksa: tidak jelas apa yang harus ada, berapa lama,
    dan apa hasilnya. Waktu boleh kosong bila `keterangan` menjelaskan sebabnya.

    Sumber: PermenPANRB 35/2012 (mutu baku: kelengkapan, waktu, output).
    """
    for at, row in enumerate(sop.baris):
        for key, filled, remedy in (
            (
                "kelengkapan",
                row.kelengkapan or row.dokumen,
                "isi `kelengkapan: [<yang harus ada>]` atau `dokumen: [<kode>]`",
            ),
            (
                "waktu",
                row.waktu or row.keterangan,
                "isi `waktu: {nilai: 5, satuan: menit}`, atau jelaskan di `keterangan`",
            ),
            (
                "output",
                row.output or row.produk,
                "isi `output: [<hasil kegiatan>]` atau `produk: [<kode>]`",
            ),
        ):
            if not filled:
                yield Complaint(
                    ("baris", at, key),
                    f"baris `{row.kode}` tidak punya {key}",
                    remedy,
                    on_key=True,
                    anchor=("baris", at, "kode"),
                )


_VERB = re.compile(r"(?:me|ber|be[lk]|ter)[a-z]{2}", re.IGNORECASE)
_OTHER = """antre apakah bila datang dapat duduk hadir ikut ingin jatuh kembali keluar lahir lewat
lulus maju masuk minta mulai naik pergi pindah pulang rapat sampai selesai tahu tiba tinggal tunggu
turun"""
_NOUNS = """media medis meja memo mental menit menteri merek mesin meterai metode berita berkas
beras berat terang terbitan termin"""
_OTHER_VERBS = frozenset(_OTHER.split())
_NOT_VERBS = frozenset(_NOUNS.split())


def begins_with_verb(text: str) -> bool:
    """Tell whether an activity begins with what looks like a verb."""
    word = re.split(r"[^A-Za-z]", text, maxsplit=1)[0].casefold()
    return word in _OTHER_VERBS or (word not in _NOT_VERBS and bool(_VERB.match(word)))


@rule("sop-kata-kerja", Level.WARNING, Scope.RECORD, *SOP, "proses")
def verb_first(record: Sop | Proses) -> Iterator[Complaint]:
    """Kegiatan diawali kata kerja: memeriksa, menyerahkan, mencatat.

    “Berkas diperiksa” tidak menyebut siapa; “Memeriksa berkas” di kolom petugas tidak dapat
    disalahpahami.

    Sumber: PermenPANRB 35/2012 (uraian kegiatan memakai kata kerja); praktik penyusunan SOP.
    """
    if isinstance(record, Sop):
        found: list[tuple[Path, str]] = [
            (("baris", at, "uraian"), each.uraian) for at, each in enumerate(record.baris)
        ]
    else:
        steps = record.lintas_fungsi.langkah if record.lintas_fungsi else ()
        found = [
            (("lintas_fungsi", "langkah", at, "uraian"), each.uraian)
            for at, each in enumerate(steps)
        ]
    for path, text in found:
        if not begins_with_verb(text):
            yield Complaint(
                path,
                f"“{text[:40].strip()}” tidak diawali kata kerja",
                "awali dengan yang dilakukan, mis. `Memeriksa …` atau `Menyerahkan …`",
            )


_BARE = frozenset(("mulai", "selesai", "start", "stop", "end", "finish", "awal", "akhir"))


@rule("sop-kapsul", Level.WARNING, Scope.RECORD, *SOP)
def capsule(sop: Sop) -> Iterator[Complaint]:
    """Kapsul memuat kegiatan pertama dan terakhir, bukan kata “Mulai” atau “Selesai”.

    Baris yang hanya berbunyi “Mulai” menambah nomor tanpa pekerjaan, dan mutu bakunya kosong.

    Sumber: PermenPANRB 35/2012 (simbol kapsul mendeskripsikan kegiatan mulai dan berakhir),
    menurut praktik.
    """
    for at, row in enumerate(sop.baris):
        if row.uraian.strip(" .!").casefold() in _BARE:
            yield Complaint(
                ("baris", at, "uraian"),
                f"kapsul hanya berbunyi “{row.uraian}”",
                _fill_or_drop(sop.baris, at),
            )


def _fill_or_drop(rows: Sequence[BarisSop], at: int) -> str:
    """Say the two ways out of an empty capsule; without it, its neighbour is the capsule."""
    kind, last = rows[at].jenis, at == len(rows) - 1
    beside = rows[at - 1 if last else at + 1].kode
    then = f", lalu tulis `jenis: {kind}` di `{beside}`" if kind in ("mulai", "selesai") else ""
    activity = "Menyerahkan hasil" if kind == "selesai" else "Menyerahkan permohonan"
    filled = f"bila ada pekerjaannya, tulis di sini, mis. `{activity}`"
    return f"{filled}; bila tidak, hapus baris ini{then}"


@rule("sop-terpisah", Level.INFO, Scope.RECORD, *SOP)
def apart(sop: Sop) -> Iterator[Complaint]:
    """Pelaku yang bekerja bersama berdiri di kolom yang berdampingan.

    Simbol kegiatan bersama direntangkan di atas kolom para pelakunya; kolom orang lain di antara
    keduanya ikut tertutup dan gambar salah dibaca.

    Sumber: praktik penyusunan SOP (satu simbol untuk kegiatan bersama).
    """
    column = {each.kode: at for at, each in enumerate(sop.pelaksana)}
    for at, row in enumerate(sop.baris):
        places = sorted({column[code] for code in row.pelaku if code in column})
        between = set(range(places[0], places[-1])) - set(places) if places else set()
        if between:
            posts = ", ".join(sop.pelaksana[each].jabatan for each in sorted(between))
            yield Complaint(
                ("baris", at, "pelaku"),
                f"di antara para pelaku baris `{row.kode}` ada kolom {posts}",
                "pindahkan urutan `pelaksana` supaya yang bekerja bersama berdampingan",
            )


@rule("sop-panjang", Level.INFO, Scope.RECORD, *SOP)
def too_long(sop: Sop) -> Iterator[Complaint]:
    """SOP lebih dari 20 baris dibagi menjadi beberapa SOP mikro.

    Lembar yang panjang jarang dibaca sampai habis; bagian yang berdiri sendiri lebih mudah
    dilatih dan diperbaiki.

    Sumber: PermenPANRB 35/2012 (SOP makro dan mikro); praktik katalog ini untuk angka 20.
    """
    if len(sop.baris) > _LONG and sop.golongan.cakupan == "mikro":
        yield Complaint(
            ("baris", _LONG, "kode"),
            f"SOP mikro ini punya {len(sop.baris)} baris, lebih dari {_LONG}",
            "bagi menjadi beberapa SOP mikro, dan ikat dengan satu SOP `cakupan: makro`",
        )


def involves_public(row: BarisSop, sop: Sop) -> bool:
    """Tell whether the citizen takes part in a row."""
    public = {each.kode for each in sop.pelaksana if is_public(each.jabatan)}
    return bool(public.intersection(row.pelaku))


def is_public(post: str) -> bool:
    """Tell whether a post of a SOP or a procedure is the citizen."""
    return post.casefold().startswith(_PUBLIC)


_PUBLIC = ("pemohon", "warga", "masyarakat", "pelapor", "pasien", "pengunjung", "pengguna layanan")
