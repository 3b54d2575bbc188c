"""Rules about process maps: the tree of codes, relations, and maps across functions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from generator.finding import Level
from generator.layout import identify
from generator.model.proses import Proses, Relasi
from generator.rules import sop_alur
from generator.rules.bantu import listing, suggestion
from generator.rules.registry import Complaint, Context, Scope, rule
from generator.source import Path

_STEPS: Path = ("lintas_fungsi", "langkah")
_WHAT = "langkah"


@rule("proses-induk", Level.ERROR, Scope.CATALOG)
def parent(context: Context) -> Iterator[Complaint]:
    """Setiap proses punya induk: kode tanpa angka terakhir ada di katalog, sampai level 0.

    Tingkat yang terlewat memutus pohon: warga dan penilai tidak dapat menelusuri layanan sampai
    ke misi. Kode berjenjang, jadi pohonnya tidak dapat melingkar.

    Sumber: PermenPANRB 19/2018 (peta proses, peta subproses).
    """
    known = set(context.katalog.proses)
    for path in context.broken:
        if (identity := identify(path)) and identity.kind == "proses":
            known.add(identity.slug)
    for record in context.of_kind("proses"):
        code = record.id.rpartition("/")[2]
        above = code.rpartition(".")[0]
        if "." in above and above not in known:
            yield Complaint(
                ("nama",),
                f"proses `{code}` tidak punya induk: `{above}` tidak ada di katalog",
                f"buat `proses/{above}.yaml`, atau perbaiki kode berkas ini",
                at=record,
            )


@rule("proses-kode-ganda", Level.ERROR, Scope.CATALOG)
def same_code(context: Context) -> Iterator[Complaint]:
    """Satu kode proses dipakai satu unit saja.

    Kode adalah alamat halaman proses; bila dua unit memakainya, salah satunya hilang.

    Sumber: PermenPANRB 19/2018 (kode proses); praktik katalog ini.
    """
    first: dict[str, str] = {}
    for record in context.of_kind("proses"):
        unit, _, code = record.id.rpartition("/")
        other = first.setdefault(code, unit)
        if other != unit:
            yield Complaint(
                ("nama",),
                f"kode `{code}` sudah dipakai unit `{other}`",
                "beri kode lain, atau pindahkan ke unit pemiliknya dengan `pemilik`",
                at=record,
            )


@rule("proses-kategori", Level.WARNING, Scope.CATALOG)
def category(context: Context) -> Iterator[Complaint]:
    """Subproses berkategori sama dengan induknya: inti, manajerial, atau pendukung.

    Proses pendukung di bawah proses inti tampak seolah-olah melayani warga langsung.

    Sumber: PermenPANRB 19/2018 (kelompok proses inti, pendukung, dan lainnya); praktik.
    """
    for record in context.of_kind("proses"):
        process = record.data
        above = context.katalog.proses.get(record.id.rpartition("/")[2].rpartition(".")[0])
        if isinstance(process, Proses) and above and above.isi.kategori != process.kategori:
            yield Complaint(
                ("kategori",),
                f"kategori {process.kategori}, tetapi induknya `{above.kode}` {above.isi.kategori}",
                f"tulis `kategori: {above.isi.kategori}`, atau pindahkan ke induk lain",
                at=record,
            )


@rule("peta-relasi", Level.ERROR, Scope.CATALOG)
def relations(context: Context) -> Iterator[Complaint]:
    """Relasi antarproses disebut di kedua sisi: yang keluar di sini masuk di sana.

    Peta relasi yang hanya disebut satu pihak berarti pihak lain tidak tahu bahwa ia menerima
    atau harus memberi. Yang berpindah (`apa`) berbunyi sama di kedua sisi, dan arahnya berlawanan.

    Sumber: PermenPANRB 19/2018 (peta relasi).
    """
    processes = context.katalog.proses
    for record in context.of_kind("proses"):
        process, code = record.data, record.id.rpartition("/")[2]
        if not isinstance(process, Proses):
            continue
        for at, each in enumerate(process.relasi):
            other = processes.get(each.proses) if each.proses else None
            if each.proses == code:
                yield Complaint(
                    ("relasi", at, "proses"),
                    "proses ini berelasi dengan dirinya sendiri",
                    "sebut proses lain, atau hapus relasi ini",
                    at=record,
                )
            elif other:
                there = [back for back in other.isi.relasi if back.proses == code]
                if told := _one_sided(each, code, other.kode, there):
                    key, message, hint = told
                    # Two wordings of one thing are a slip; a missing or turned arrow is none.
                    level = Level.WARNING if key == "apa" else None
                    yield Complaint(("relasi", at, key), message, hint, at=record, level=level)


def _one_sided(
    here: Relasi, code: str, other: str, there: Sequence[Relasi]
) -> tuple[str, str, str] | None:
    """Return how a relation differs from what the other side says of it: key, message, hint."""
    file, what = f"`proses/{other}.yaml`", here.apa.casefold()
    back = "masuk" if here.arah == "keluar" else "keluar"
    added = f"tambahkan `{{proses: {code}, arah: {back}, apa: {here.apa}}}` di {file}"
    opposite = [each for each in there if each.arah != here.arah]
    if any(each.apa.casefold() == what for each in opposite):
        return None
    if any(each.apa.casefold() == what for each in there):
        message = f"di sini dan di `{other}`, “{here.apa}” sama-sama {here.arah}"
        hint = f"tulis `arah: {back}` di sini atau di {file}; yang memberi `keluar`"
        return "arah", message, hint
    if opposite:
        message = f"di sini “{here.apa}”, di `{other}` “{opposite[0].apa}”"
        return "apa", message, f"samakan kedua `apa`; bila memang dua hal, {added}"
    message = f"relasi {here.arah} dengan `{other}` tidak disebut balik di sana"
    return "proses", message, f"{added}, atau perbaiki `proses` di sini"


@rule("peta-alur", Level.ERROR, Scope.RECORD, "proses")
def flow(process: Proses) -> Iterator[Complaint]:
    """Peta lintas fungsi dapat dijalankan seperti SOP: satu mulai, ada selesai, tidak buntu.

    Peta ini induk SOP; cacat di sini diwarisi setiap SOP di bawahnya. Berlaku aturan yang sama:
    mulai di langkah pertama, semua langkah dicapai dan dapat selesai, keputusan menuju dua
    langkah berbeda, dan panah kembali hanya lewat `tidak`.

    Sumber: PermenPANRB 19/2018 (peta lintas fungsi); PermenPANRB 35/2012 untuk alirnya.
    """
    if process.lintas_fungsi is None:
        return
    steps = process.lintas_fungsi.langkah
    yield from sop_alur.start_faults(steps, _STEPS, _WHAT)
    yield from sop_alur.end_faults(steps, _STEPS, _WHAT)
    yield from sop_alur.target_faults(steps, _STEPS, _WHAT)
    yield from sop_alur.reach_faults(steps, _STEPS, _WHAT)
    yield from sop_alur.decision_faults(steps, _STEPS, _WHAT)
    yield from sop_alur.loop_faults(steps, _STEPS, _WHAT)
    for at, each in enumerate(steps):
        if each.jenis != "keputusan" and each.ya:
            yield Complaint(
                (*_STEPS, at, "ya"),
                f"langkah `{each.kode}` memakai `ya`, tetapi bukan keputusan",
                "tulis `jenis: keputusan` beserta `tidak`, atau ganti dengan `lanjut`",
            )
        elif each.jenis == "keputusan" and each.lanjut:
            yield Complaint(
                (*_STEPS, at, "lanjut"),
                f"keputusan `{each.kode}` memakai `lanjut`",
                "ganti `lanjut` dengan `ya`",
            )


@rule("peta-lajur", Level.ERROR, Scope.RECORD, "proses")
def lanes(process: Proses) -> Iterator[Complaint]:
    """Setiap lajur mengerjakan sesuatu, dan setiap langkah berada di lajur yang terdaftar.

    Lajur kosong menyebut pihak yang tidak berbuat apa-apa; langkah tanpa lajur tidak tergambar.

    Sumber: PermenPANRB 19/2018 (peta lintas fungsi).
    """
    if process.lintas_fungsi is None:
        return
    cross = process.lintas_fungsi
    known = [each.kode for each in cross.lajur]
    used = Counter(each.lajur for each in cross.langkah)
    for at, lane in enumerate(cross.lajur):
        if lane.kode not in used:
            yield Complaint(
                ("lintas_fungsi", "lajur", at, "kode"),
                f"lajur `{lane.kode}` tidak mengerjakan satu langkah pun",
                "hapus, atau pindahkan langkahnya ke lajur ini",
            )
    for at, step in enumerate(cross.langkah):
        if step.lajur not in known:
            yield Complaint(
                (*_STEPS, at, "lajur"),
                f"lajur `{step.lajur}` tidak ada di `lajur`",
                suggestion(step.lajur, known, f"pakai salah satu: {listing(known)}"),
            )


@rule("misi-tak-dikenal", Level.WARNING, Scope.CATALOG)
def mission_of_nobody(context: Context) -> Iterator[Complaint]:
    """Misi yang didukung sebuah proses ada di antara misi unitnya atau pemerintah daerahnya.

    Misi yang tersalin dari daerah lain membuat proses tampak mendukung janji yang tidak dibuat
    siapa pun di sini.

    Sumber: PermenPANRB 19/2018 (peta proses diturunkan dari visi dan misi).
    """
    units = context.katalog.unit
    known = {
        id_: tuple(each.penyelenggara.misi) if each.penyelenggara else ()
        for id_, each in units.items()
    }
    government = known.get(context.katalog.pemerintah.unit or "", ())
    for record in context.of_kind("proses"):
        process = record.data
        if not isinstance(process, Proses) or not process.misi:
            continue
        owners = (record.id.partition("/")[0], process.pemilik or "")
        all_known = {*government, *(each for owner in owners for each in known.get(owner, ()))}
        for at, text in enumerate(process.misi if government else ()):
            if text not in all_known:
                yield Complaint(
                    ("misi", at),
                    "misi ini tidak ada di `penyelenggara.misi` pemerintah daerah atau unit ini",
                    suggestion(
                        text,
                        all_known,
                        "salin kalimat misinya persis dari sana, atau "
                        "tambahkan di sana bila memang misinya",
                    ),
                    at=record,
                )
