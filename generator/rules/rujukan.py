"""Rules about references: what a record names exists, and no chain bites its tail."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from generator.assemble import Record
from generator.finding import Level
from generator.layout import identify
from generator.model.layanan import Standar
from generator.model.unit import Kelompok, Unit
from generator.rules.bantu import suggestion
from generator.rules.registry import Complaint, Context, Scope, rule

_SUGGESTIONS = 30
_LISTS = ("kanal", "sektor", "peristiwa", "akses-rentan", "unsur-masyarakat")
_ADDED = ("regulasi", "dokumen")
_WHERE = {
    "regulasi": "tambahkan `regulasi/{id}.yaml`, atau perbaiki id-nya",
    "dokumen": "tambahkan `kode: {id}` di `kosakata/dokumen.yaml`, atau pakai `teks:`",
    "unit": "periksa nama folder di `unit/`",
    "layanan": "periksa nama berkas di `unit/<unit>/standar/` atau `pola/<kelompok>/standar/`",
    "penetapan": "tambahkan `penetapan/{id}.yaml` di folder unit ini, atau hapus kuncinya",
    "sop": "periksa nama berkas di `unit/<unit>/sop/` atau `pola/<kelompok>/sop/`",
    "proses": "periksa nama berkas di `unit/<unit>/proses/`",
    "skema-penilaian": "periksa nama berkas di `kosakata/skema-penilaian/`",
    "pak": "periksa nama berkas di `pak/`",
    "lokasi": "periksa nama berkas di `unit/<unit>/lokasi/`, atau hapus kuncinya",
}


class _Known:
    """What exists, also where its file is broken, and which lists are there to compare with."""

    def __init__(self, context: Context) -> None:
        katalog = context.katalog
        broken: dict[str, set[str]] = {}
        for file in context.broken:
            if identity := identify(file):
                broken.setdefault(identity.kind, set()).add(identity.id)
        units = {*katalog.unit, *broken.get("unit", ())}
        services = {*katalog.layanan, *katalog.tempat}
        services |= broken.get("standar", set()) | broken.get("pola", set())
        self.ids: dict[str, Collection[str]] = {
            "regulasi": {*katalog.regulasi, *broken.get("regulasi", ())},
            "unit": units,
            "layanan": services,
            "penetapan": {*katalog.penetapan, *broken.get("penetapan", ())},
            "lokasi": {*katalog.lokasi, *broken.get("lokasi", ())},
            "skema-penilaian": {*katalog.skema, *broken.get("skema-penilaian", ())},
            "pak": {*katalog.pak, *broken.get("pak", ())},
            "sop": {*katalog.sop, *broken.get("sop", ()), *broken.get("pola-sop", ())},
            "proses": {*katalog.proses, *_codes(broken.get("proses", ()))},
        }
        if "kosakata-dokumen" not in broken:
            self.ids["dokumen"] = katalog.dokumen.keys()
        for name in _LISTS:
            if f"kosakata/{name}.yaml" not in context.broken:
                self.ids[name] = katalog.kosakata.get(name, {}).keys()
        self.told = 0
        self.documents = katalog.dokumen

    def called(self, id_: str) -> str:
        """Return a hint that names the document which people call so, if there is one."""
        words = id_.replace("-", " ").casefold()
        for code, document in self.documents.items():
            if words in (each.casefold() for each in (document.nama, *document.alias)):
                return f"apakah maksud Anda `{code}`?"
        return ""

    def has(self, kind: str, id_: str, record: Record) -> bool:
        """Tell whether `id_` exists; a code alone stands for a record of the own unit."""
        if kind not in self.ids:
            return True
        known = self.ids[kind]
        if kind in ("penetapan", "lokasi"):
            if "/" in id_:
                return id_ in known
            owners = [record.id.partition("/")[0]]
            if isinstance(record.data, Standar) and record.data.unit_penetap:
                owners.append(record.data.unit_penetap)
            return any(f"{owner}/{id_}" in known for owner in owners)
        return id_ in known

    def hint(self, kind: str, id_: str, record: Record) -> str:
        """Return what to type instead of an id that does not exist."""
        otherwise = _WHERE.get(kind, f"lihat daftar di `kosakata/{kind}.yaml`").format(id=id_)
        # A catalog with hundreds of wrong ids must not take minutes to be told so.
        self.told += 1
        known = self.ids[kind] if self.told <= _SUGGESTIONS else ()
        if kind in ("penetapan", "lokasi"):
            owner = record.id.partition("/")[0]
            known = [each.partition("/")[2] for each in known if each.startswith(f"{owner}/")]
        elif kind == "layanan" and "/" in id_:
            owner, _, slug = id_.partition("/")
            elsewhere = sorted(each for each in known if each.endswith(f"/{slug}"))
            if elsewhere:
                return f"apakah maksud Anda `{elsewhere[0]}`?"
            known = [each for each in known if each.startswith(f"{owner}/")]
        hint = self.called(id_) if kind == "dokumen" else ""
        hint = hint or suggestion(id_, sorted(known), otherwise)
        # A law or document that looks alike may still be another one.
        return (
            hint if hint == otherwise or kind not in _ADDED else f"{hint} Bila bukan, {otherwise}"
        )


@rule("rujukan-tak-ada", Level.ERROR, Scope.CATALOG)
def dangling(context: Context) -> Iterator[Complaint]:
    """Setiap rujukan menunjuk rekaman yang ada: peraturan, dokumen, kanal, unit, layanan.

    Rujukan yang keliru menjadi tautan mati: dasar hukum yang tidak dapat dibuka, dokumen yang
    tidak diketahui cara mengurusnya.

    Sumber: praktik katalog ini (semua tautan diperiksa sebelum diterbitkan).
    """
    known = _Known(context)
    for record, refers in context.acuan:
        for path, kind, id_ in refers:
            if kind != "induk" and not known.has(kind, id_, record):
                yield Complaint(
                    path,
                    f"{kind} `{id_}` tidak ada di katalog",
                    known.hint(kind, id_, record),
                    at=record,
                )


def _codes(ids: Iterable[str]) -> Iterator[str]:
    return (each.rpartition("/")[2] for each in ids)


_NEEDS_PARENT = ("kelurahan", "desa", "puskesmas", "uptd", "bagian-setda")


@rule("induk-tak-ada", Level.ERROR, Scope.CATALOG)
def no_parent(context: Context) -> Iterator[Complaint]:
    """Induk sebuah unit ada; desa, kelurahan, UPTD, puskesmas, dan bagian menyebut induknya.

    Tanpa induk, warga yang mengadu tidak tahu siapa atasan yang harus dituju, dan desa tidak
    muncul di bawah kecamatannya.

    Sumber: UU 23/2014 dan UU 6/2014 (susunan perangkat daerah dan desa).
    """
    known = _Known(context)
    for record in context.of_kind("unit"):
        unit = record.data
        if not isinstance(unit, Unit):
            continue
        if unit.induk and not known.has("unit", unit.induk, record):
            yield Complaint(
                ("induk",),
                f"unit induk `{unit.induk}` tidak ada di katalog",
                known.hint("unit", unit.induk, record),
                at=record,
            )
        elif not unit.induk and unit.jenis in _NEEDS_PARENT:
            yield Complaint(
                ("induk",),
                f"{unit.jenis} ini tidak menyebut unit induknya",
                "tambahkan `induk: <id unit>`",
                at=record,
                on_key=True,
                anchor=("jenis",),
            )


@rule("induk-melingkar", Level.ERROR, Scope.CATALOG)
def circular_parents(context: Context) -> Iterator[Complaint]:
    """Unit tidak menjadi induk dirinya sendiri, langsung atau lewat unit lain.

    Susunan yang melingkar tidak punya puncak: jenjang pengaduan tidak pernah berakhir.

    Sumber: praktik katalog ini.
    """
    parents = {id_: unit.induk for id_, unit in context.katalog.unit.items()}
    done: set[str] = set()
    for start in parents:
        chain: dict[str, None] = {}
        above: str | None = start
        while above is not None and above not in done and above not in chain:
            chain[above] = None
            above = parents.get(above)
        if above in chain:
            circle = list(chain)[list(chain).index(above) :]
            first = circle.index(min(circle))
            circle = [*circle[first:], *circle[:first]]
            yield Complaint(
                ("induk",),
                f"susunan ini melingkar: {' → '.join([*circle, circle[0]])}",
                "perbaiki `induk` salah satu unit itu",
                at=context.by_id["unit", circle[0]],
            )
        done.update(chain)


@rule("pemilik-tak-ada", Level.ERROR, Scope.CATALOG)
def no_owner(context: Context) -> Iterator[Complaint]:
    """Rekaman berada di folder unit atau kelompok yang ada.

    Layanan di folder tanpa `unit.yaml` tidak punya pemilik: halamannya tidak dapat menyebut
    kantor mana yang melayani.

    Sumber: praktik katalog ini.
    """
    folders: dict[str, set[str]] = {
        "unit": {*context.katalog.unit},
        "pola": {*context.katalog.kelompok},
    }
    for path in context.broken:
        if (identity := identify(path)) and identity.kind in ("unit", "kelompok"):
            folders["unit" if identity.kind == "unit" else "pola"].add(identity.id)
    told = set()
    for file in context.files:
        top, _, rest = file.document.file.partition("/")
        owner = rest.partition("/")[0]
        if top in folders and owner not in folders[top] and (top, owner) not in told:
            told.add((top, owner))
            name = "unit.yaml" if top == "unit" else "kelompok.yaml"
            yield Complaint(
                (),
                f"folder `{top}/{owner}/` tidak punya `{name}`",
                suggestion(owner, folders[top], f"buat `{top}/{owner}/{name}`"),
                at=file,
            )


@rule("id-bentrok", Level.ERROR, Scope.CATALOG)
def clashing_ids(context: Context) -> Iterator[Complaint]:
    """Unit dan kelompok tidak memakai id yang sama.

    Keduanya berbagi alamat `/layanan/<id>/`; satu halaman akan menimpa yang lain.

    Sumber: praktik katalog ini (alamat halaman).
    """
    for record in context.of_kind("kelompok"):
        if record.id in context.katalog.unit:
            yield Complaint(
                ("nama",),
                f"`{record.id}` adalah id unit sekaligus id kelompok",
                f"ganti nama folder `pola/{record.id}/`",
                at=record,
            )


@rule("kelompok-bentrok", Level.ERROR, Scope.CATALOG)
def group_overlap(context: Context) -> Iterator[Complaint]:
    """Setiap jenis unit termasuk paling banyak satu kelompok.

    Bila dua kelompok mengaku jenis yang sama, tidak jelas pola mana yang berlaku di unit itu.

    Sumber: praktik katalog ini.
    """
    first: dict[str, str] = {}
    for record in context.of_kind("kelompok"):
        group = record.data
        if isinstance(group, Kelompok):
            for index, kind in enumerate(group.jenis):
                other = first.setdefault(kind, record.id)
                if other != record.id:
                    yield Complaint(
                        ("jenis", index),
                        f"jenis `{kind}` sudah termasuk kelompok `{other}`",
                        f"hapus `{kind}` dari salah satu kelompok",
                        at=record,
                    )


@rule("kunci-terkunci-tak-dikenal", Level.ERROR, Scope.RECORD, "kelompok")
def unknown_locked_key(group: Kelompok) -> Iterator[Complaint]:
    """`terkunci` menyebut kunci yang ada di standar.

    Kunci yang salah eja tidak mengunci apa pun; unit dapat mengubah yang seharusnya sama.

    Sumber: praktik katalog ini.
    """
    known: Mapping[str, object] = Standar.model_fields
    for index, key in enumerate(group.terkunci):
        if key not in known:
            yield Complaint(
                ("terkunci", index),
                f"standar tidak punya kunci `{key}`",
                suggestion(key, known, f"hapus `{key}`, atau cari kunci standar di docs/model.md"),
            )
