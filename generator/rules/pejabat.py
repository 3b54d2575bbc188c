"""Rules about posts: the head of this unit, not of another; one spelling for one post."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.assemble import Record
from generator.finding import Edit, Level
from generator.model.catalog import Katalog
from generator.model.dokumen_unit import Maklumat, Penetapan
from generator.model.kinerja import Evaluasi, Konsultasi, Skm
from generator.model.komponen import KomponenBersama
from generator.model.layanan import Standar
from generator.model.proses import Proses
from generator.model.sop import Sop
from generator.model.unit import TANPA_KEWAJIBAN, Kelompok, Unit
from generator.rules.registry import Complaint, Context, Scope, TextFile, rule
from generator.source import Path


def _heads(record: Record) -> Iterator[tuple[Path, str | None]]:
    """Yield the posts in a record that are its own unit's head, or those above."""
    data = record.data
    if isinstance(data, Maklumat | Penetapan):
        yield ("penandatangan",), data.penandatangan
    elif isinstance(data, Sop):
        yield ("disahkan_oleh",), data.disahkan_oleh
    elif isinstance(data, Standar):
        yield ("pejabat_penanggung_jawab",), data.pejabat_penanggung_jawab
    elif isinstance(data, Proses):
        yield ("pemilik_jabatan",), data.pemilik_jabatan
    elif isinstance(data, Unit):
        yield from _unit_heads(data)
    elif isinstance(data, Skm | Konsultasi | Evaluasi):
        for index, row in enumerate(data.tindak_lanjut):
            yield ("tindak_lanjut", index, "penanggung_jawab"), row.penanggung_jawab


def _unit_heads(unit: Unit) -> Iterator[tuple[Path, str | None]]:
    """Yield the posts that a unit lists as its own, and who answers its complaints."""
    if unit.penyelenggara:
        yield ("penyelenggara", "penanggung_jawab"), unit.penyelenggara.penanggung_jawab
        for index, post in enumerate(unit.penyelenggara.struktur):
            yield ("penyelenggara", "struktur", index), post
    for index, each in enumerate(unit.pelaksana):
        yield ("pelaksana", index, "jabatan"), each.jabatan
    shared = unit.komponen_bersama
    for index, skill in enumerate(shared.kompetensi if shared else ()):
        yield ("komponen_bersama", "kompetensi", index, "jabatan"), skill.jabatan
    if shared and shared.pengaduan:
        path: Path = ("komponen_bersama", "pengaduan")
        yield (*path, "penanggung_jawab"), shared.pengaduan.penanggung_jawab
        for index, rung in enumerate(shared.pengaduan.jenjang):
            yield (*path, "jenjang", index, "nama"), rung.nama


def above(katalog: Katalog, unit: str) -> Iterator[str]:
    """Yield a unit and those above it."""
    seen: set[str] = set()
    at: str | None = unit
    while at and at not in seen:
        seen.add(at)
        yield at
        at = katalog.unit[at].induk if at in katalog.unit else None


def _responsible(katalog: Katalog, record: Record) -> set[str]:
    """Return the units whose head may sign a record."""
    owner = record.id.partition("/")[0]
    units = {owner}
    if owner in katalog.kelompok:
        units = {each for each in katalog.unit if katalog.kelompok_dari(each) == owner}
    data = record.data
    if isinstance(data, Proses):
        units = {data.pemilik} if data.pemilik else units
    services = data.layanan if isinstance(data, Sop) else ()
    standards = [found.isi for each in services if (found := katalog.cari_layanan(each))]
    standards += [data] if isinstance(data, Standar) else []
    units |= {each.unit_penetap for each in standards if each.unit_penetap}
    return {each for unit in units for each in above(katalog, unit)}


def unit_names(katalog: Katalog) -> dict[str, str]:
    """Return the unit of each name, abbreviation and title of its head, for `led`."""
    return {
        name.casefold(): id_
        for id_, each in katalog.unit.items()
        for name in (each.singkatan, *_called(each.nama))
        if name
    }


_HEADS = {
    "kecamatan": ("camat",),
    "kelurahan": ("lurah",),
    "desa": ("kades",),
    "puskesmas": ("kapus", "kapuskesmas"),
    "dinas": ("kadis", "kadin"),
    "badan": ("kaban",),
}
"""What the head of some units is called, with the name of the place or the task."""
_TITLES = frozenset(title for titles in _HEADS.values() for title in titles)


def _called(name: str) -> Iterator[str]:
    """Yield a unit's name, as it is and without its rank, and the short titles of its head."""
    yield name
    rank, _, rest = name.partition(" ")
    if rank.casefold() in ("uptd", "upt", "upta", "blud"):
        name = rest
        yield name
    kind, _, place = name.partition(" ")
    for title in _HEADS.get(kind.casefold(), ()):
        yield f"{title} {place}"


@rule("pejabat-unit-lain", Level.WARNING, Scope.CATALOG)
def head_of_another(context: Context) -> Iterator[Complaint]:
    """Penandatangan, pengesah, dan penanggung jawab memimpin unit ini atau atasannya.

    Nama kantor yang tersalin dari rekaman lain membuat naskahnya tidak sah, dan warga yang
    mengadu dikirim ke pimpinan yang tidak berwenang. Begitu pula jabatan di struktur, kompetensi,
    dan jenjang pengaduan sebuah unit.

    Sumber: UU 30/2014 (pejabat yang berwenang); PermenPANRB 35/2012 (pengesahan SOP); praktik.
    """
    katalog = context.katalog
    names = unit_names(katalog)
    for record in context.of_kind(
        "maklumat",
        "penetapan",
        "sop",
        "pola-sop",
        "tempat-sop",
        "standar",
        "tempat",
        "proses",
        "unit",
        "skm",
        "konsultasi",
        "evaluasi",
    ):
        for path, post in _heads(record):
            told = led(post or "", names)
            leads = path[-1] in ("penandatangan", "disahkan_oleh", "penanggung_jawab")
            if post and not told and leads and (kind := _kind_led(katalog, post, record)):
                yield Complaint(
                    path,
                    f"“{post[:60]}” memimpin {kind}, sedangkan rekaman ini bukan milik {kind}",
                    "tulis jabatan pimpinan unit ini, atau atasannya",
                    at=record,
                )
            if told and not _may_sign(katalog, told, record):
                owner = record.id.partition("/")[0]
                keeper = record.data.pemilik if isinstance(record.data, Proses) else None
                own = keeper or owner
                name = katalog.unit[own].nama if own in katalog.unit else own
                yield Complaint(
                    path,
                    f"“{post}” memimpin `{told}`, bukan `{own}` atau atasannya",
                    f"tulis jabatan di {name} atau atasannya; bila jabatannya benar, perbaiki "
                    f"`induk` `{own}` atau unit yang disebut",
                    at=record,
                )


def _may_sign(katalog: Katalog, unit: str, record: Record) -> bool:
    """Tell whether the head of a unit may stand in a record: its own, or one above.

    Of what is not signed, one within the owner may answer too, as a village within a district.
    """
    if unit in _responsible(katalog, record):
        return True
    signed = isinstance(record.data, Maklumat | Penetapan | Sop | Proses)
    return not signed and record.id.partition("/")[0] in above(katalog, unit)


_KIND_LED = {
    "camat": ("kecamatan",),
    "lurah": ("kelurahan", "desa"),
    "kepala desa": ("desa", "kelurahan"),
    "kades": ("desa", "kelurahan"),
    "kepala puskesmas": ("puskesmas",),
    "inspektur": ("inspektorat",),
    "kepala dinas": ("dinas",),
    "kepala badan": ("badan",),
}
"""The kind of unit that a head of some title leads; ward and village have a rule of their own."""


def _kind_led(katalog: Katalog, post: str, record: Record) -> str | None:
    """Return the kind of unit whose head signs, if none who may sign is of it."""
    if not isinstance(record.data, Maklumat | Penetapan | Sop | Unit):
        return None
    words = f"{post.casefold()} "
    kinds = next((each for title, each in _KIND_LED.items() if words.startswith(f"{title} ")), ())
    units = [katalog.unit[each] for each in _responsible(katalog, record) if each in katalog.unit]
    return kinds[0] if kinds and units and all(each.jenis not in kinds for each in units) else None


_SUBORDINATE = re.compile(
    r"^(?:sekretaris(?! (?:daerah|dprd|dewan)\b)|kasi|kabid|kasub\w*|sekcam|seklur|sekdes|wakil"
    r"|staf|petugas|operator|analis|pengadministrasi|kepala (?:bidang|seksi|subbidang|sub ?bagian"
    r"|sub bidang|tata usaha|urusan|dusun|instalasi|ruang\w*))\b",
    re.IGNORECASE,
)


@rule("penandatangan-bawahan", Level.WARNING, Scope.CATALOG)
def signed_by_subordinate(context: Context) -> Iterator[Complaint]:
    """Maklumat dan keputusan ditandatangani pimpinan unit, bukan sekretaris atau kepala bidangnya.

    Janji yang ditandatangani bawahan tidak mengikat pimpinan: warga yang menagihnya disuruh
    menunggu pimpinan. Yang menandatangani atas nama, sebagai pelaksana tugas, atau pelaksana
    harian disebut demikian (a.n., Plt., Plh.).

    Sumber: UU 25/2009 Pasal 22 (maklumat penyelenggara); UU 30/2014 (wewenang dan mandat).
    """
    for record in context.of_kind("maklumat", "penetapan"):
        signer = record.data.penandatangan if isinstance(record.data, Maklumat | Penetapan) else ""
        if not signer or not _SUBORDINATE.match(signer):
            continue
        owner = record.id.partition("/")[0]
        unit, group = context.katalog.unit.get(owner), context.katalog.kelompok.get(owner)
        kinds = (unit.jenis,) if unit else group.jenis if group else ()
        head = (unit.penyelenggara.penanggung_jawab if unit and unit.penyelenggara else None) or ""
        if kinds and not set(kinds) & set(TANPA_KEWAJIBAN) and head.casefold() != signer.casefold():
            yield Complaint(
                ("penandatangan",),
                f"“{signer[:60]}” bukan pimpinan unit ini",
                f"tulis {head or 'jabatan pimpinan unit ini'}; bila ia mewakili, tulis `a.n.`, "
                "`Plt.`, atau `Plh.` di depan jabatan pimpinannya",
                at=record,
            )


_NAME_WORDS = 16
"""No unit has a longer name; a post of a thousand words is not read to its end."""


def led(post: str, names: Mapping[str, str]) -> str | None:
    """Return the unit whose name ends a post, as in “Kepala Dinas Kesehatan”; the longest name."""
    words = post.casefold().split()[-_NAME_WORDS:]
    # The name of an office alone is no post, but “Camat Andai Hulu” is.
    first = 0 if words and words[0] in _TITLES else 1
    found = (names.get(" ".join(words[at:])) for at in range(first, len(words)))
    return next((each for each in found if each), None)


_POSTS = frozenset(
    (
        *("pejabat_penanggung_jawab", "petugas", "pelaku", "penandatangan", "penanggung_jawab"),
        *("jabatan", "disahkan_oleh", "jenis"),
    )
)
_HEADED = {"kelurahan": ("Lurah", "kepala desa"), "desa": ("Kepala Desa", "lurah")}


@rule("kepala-desa-lurah", Level.WARNING, Scope.CATALOG)
def village_or_ward(context: Context) -> Iterator[Complaint]:
    """Desa dipimpin kepala desa, kelurahan dipimpin lurah.

    Kelurahan adalah perangkat daerah: keputusannya Keputusan Lurah atau Camat. Jabatan yang
    tertukar membuat surat ditandatangani orang yang tidak ada.

    Sumber: UU 6/2014 (desa); UU 23/2014 dan PP 17/2018 (kelurahan).
    """
    for file in context.files:
        unit = context.katalog.unit.get(file.id.partition("/")[0])
        if unit is None or unit.jenis not in _HEADED:
            continue
        right, wrong = _HEADED[unit.jenis]
        if wrong not in file.folded:
            continue
        for path, text in file.texts:
            said = text.casefold()
            keys = {step for step in path if isinstance(step, str)}
            if wrong in said and right.casefold() not in said and _POSTS & keys:
                yield Complaint(
                    path,
                    f"{unit.jenis} ini dipimpin {right}, di sini tertulis “{text[:60]}”",
                    f"tulis {right}",
                    at=file,
                )


_SHORT = 7
"""In shorter words one letter makes another word: `Bidan`, `Bidang`."""


def _slip(word: str, other: str) -> bool:
    """Tell whether two words differ by one letter: changed, left out, or two exchanged."""
    if word == other or abs(len(word) - len(other)) > 1 or min(len(word), len(other)) < _SHORT:
        return False
    start = next(
        (at for at, (a, b) in enumerate(zip(word, other, strict=False)) if a != b),
        min(len(word), len(other)),
    )
    left, right = word[start:], other[start:]
    if len(left) != len(right):
        longer, shorter = sorted((left, right), key=len, reverse=True)
        return longer[1:] == shorter
    return left[1:] == right[1:] or (left[2:] == right[2:] and left[:2] == right[1::-1])


_Gap = tuple[tuple[str, ...], tuple[str, ...]]
"""A post with one word left out: what stands before it, and after."""


def _gaps(post: str) -> Iterator[tuple[_Gap, str]]:
    words = tuple(post.casefold().split()[:_NAME_WORDS])
    for at, word in enumerate(words):
        yield (words[:at], words[at + 1 :]), word


def _near(post: str, gaps: Mapping[_Gap, Mapping[str, str]]) -> str | None:
    """Return the known post that `post` is a slip of."""
    for gap, word in _gaps(post):
        for other, known in gaps.get(gap, {}).items():
            if _slip(word, other):
                return known
    return None


def _own_posts(katalog: Katalog, owner: str) -> frozenset[str]:
    """Return the posts that a unit and its group name in their components."""
    unit, found = katalog.unit.get(owner), set[str]()
    group = katalog.kelompok_dari(owner) if unit else owner
    holders: list[Unit | Kelompok | None] = [unit, katalog.kelompok.get(group or "")]
    for holder in holders:
        shared: KomponenBersama | None = holder.komponen_bersama if holder else None
        if shared:
            found |= {each.jabatan for each in shared.kompetensi}
            staff = shared.jumlah_pelaksana
            found |= {each.jabatan for each in staff.rincian} if staff else set()
    return frozenset(found)


@rule("jabatan-salah-ketik", Level.WARNING, Scope.CATALOG)
def post_misspelt(context: Context) -> Iterator[Complaint]:
    """Satu jabatan ditulis dengan satu ejaan di seluruh rekaman unitnya.

    "Verivikator" di samping "Verifikator" tampak sebagai dua jabatan: kompetensinya tidak
    ditemukan, dan jumlah pelaksananya salah dihitung.

    Sumber: PermenPANRB 35/2012 (pelaksana disebut menurut jabatan); praktik katalog ini.
    """
    posts: dict[str, frozenset[str]] = {}
    for file in context.files:
        if file.identity.kind not in _WITH_POSTS:
            continue
        owner = file.id.partition("/")[0]
        if owner not in posts:
            posts[owner] = _own_posts(context.katalog, owner)
        if posts[owner]:
            yield from _misspelt(file, posts[owner])


_WITH_POSTS = ("standar", "pola", "sop", "pola-sop")


def _misspelt(file: TextFile, known: frozenset[str]) -> Iterator[Complaint]:
    gaps: dict[_Gap, dict[str, str]] = {}
    for post in sorted(known):
        for gap, word in _gaps(post):
            gaps.setdefault(gap, {})[word] = post
    for path, text in file.texts:
        if path[-1] in ("pelaku", "jabatan") and text not in known:
            right = _near(text, gaps)
            if right:
                yield Complaint(
                    path,
                    f"“{text}” hampir sama dengan jabatan “{right}” di unit ini",
                    f"tulis `{right}`",
                    at=file,
                    edit=Edit("isi", right, judge=True),
                )
