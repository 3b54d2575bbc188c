"""Rules about patterns: overrides are wanted, reviewed, and used."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.expand import FAMILIES
from generator.finding import Edit, Level
from generator.model.hitung import BOBOT
from generator.model.janji import JangkaWaktu, Tahap
from generator.model.layanan import Standar
from generator.model.sop import Sop
from generator.model.unit import Kelompok, Unit
from generator.promise import changed_parts
from generator.rules.bantu import suggestion
from generator.rules.registry import Complaint, Context, Scope, TextFile, rule
from generator.rules.ucapan import words
from generator.source import Path, Tree

_FAMILIES = {family.place: family for family in FAMILIES}


@rule("pola-berubah", Level.WARNING, Scope.CATALOG)
def pattern_changed(context: Context) -> Iterator[Complaint]:
    """Berkas yang menimpa pola sudah ditinjau terhadap pola yang sekarang.

    Bila pola menambah syarat atau mengubah biaya, unit yang menimpanya harus memutuskan apakah
    itu juga berlaku padanya; bila tidak, dua janji yang berbeda beredar tanpa ada yang tahu.

    Sumber: praktik katalog ini.
    """
    for record in context.of_kind(*_FAMILIES):
        if not record.override or not isinstance(record.data, Standar | Sop):
            continue
        family = _FAMILIES[record.kind]
        now = context.katalog.sidik.get(f"{family.prefix}{record.pattern}")
        said = record.data.ditinjau_terhadap
        if now is None or said == now:
            continue
        if said is None or said.count("-") != len(family.promise) - 1:
            message = "timpaan ini belum ditinjau terhadap polanya"
        else:
            parts = changed_parts(said, now, family.promise)
            message = f"pola berubah sejak ditinjau: {', '.join(parts)}"
        yield Complaint(
            ("ditinjau_terhadap",),
            message,
            f"bandingkan dengan pola, lalu tulis `ditinjau_terhadap: {now}`",
            at=record,
            on_key=said is None,
            anchor=(),
            edit=Edit("isi", now, judge=True) if said is not None else None,
        )


_BESIDE = frozenset(("ditinjau_terhadap", "diperbarui", "riwayat", "status"))
"""Keys of an override that are its own, even if they equal the pattern's."""


@rule("timpaan-tanpa-beda", Level.WARNING, Scope.CATALOG)
def override_repeats(context: Context) -> Iterator[Complaint]:
    """Berkas yang menimpa pola hanya memuat yang berbeda.

    Isi yang diulang tidak ikut berubah ketika pola diperbaiki, sehingga unit itu tertinggal
    tanpa sengaja.

    Sumber: praktik katalog ini.
    """
    patterns = {(file.identity.kind, file.id): file for file in context.files}
    for record in context.of_kind(*_FAMILIES):
        override = context.by_file.get(record.file) if record.override else None
        pattern = patterns.get((_FAMILIES[record.kind].pattern, record.pattern or ""))
        if override and pattern:
            for path in _repeated(override, pattern):
                item = isinstance(path[-1], int)
                yield Complaint(
                    path,
                    "butir ini sama dengan butir di polanya"
                    if item
                    else f"`{path[-1]}` sama dengan isi polanya",
                    "hapus butir ini" if item else f"hapus `{path[-1]}`; isinya datang dari pola",
                    at=override,
                    on_key=not item,
                    edit=Edit("hapus"),
                )


def _repeated(override: TextFile, pattern: TextFile) -> Iterator[Path]:
    for key, value in override.document.data.items():
        base = pattern.document.data.get(key)
        if key in _BESIDE or base is None:
            continue
        if value == base:
            yield (key,)
        elif isinstance(value, list) and isinstance(base, list):
            by_code = {code: each for each in base if (code := _code(each))}
            for index, item in enumerate(value):
                code = _code(item)
                if code and _adds_nothing(item, by_code.get(code)):
                    yield (key, index)


def _code(item: Tree) -> str | None:
    code = item.get("kode") if isinstance(item, dict) else None
    return code if isinstance(code, str) else None


def _adds_nothing(item: Tree, base: Tree) -> bool:
    if not isinstance(item, dict) or not isinstance(base, dict):
        return False
    return all(base.get(key) == value for key, value in item.items() if key != "setelah")


_WHY = re.compile(
    r"\b(?:karena|sebab|agar|supaya|akibat|sehingga|lebih lama|panjang|bertambah|ditambah|naik"
    r"|menjadi)\b",
    re.IGNORECASE,
)
_TIME = re.compile(r"\b(?:waktu\w*|lama\w*|hari|jam|menit|menunggu)\b", re.IGNORECASE)


@rule("timpaan-lebih-lama", Level.WARNING, Scope.CATALOG)
def override_takes_longer(context: Context) -> Iterator[Complaint]:
    """Unit yang menjanjikan waktu lebih lama daripada polanya mengatakan sebabnya.

    Warga di satu desa menunggu dua kali lebih lama daripada tetangganya untuk surat yang sama;
    tanpa sebab yang tertulis, itu biasanya angka yang salah ketik.

    Sumber: UU 25/2009 Pasal 4 (persamaan perlakuan); praktik katalog ini.
    """
    for record in context.of_kind("tempat"):
        base = context.katalog.layanan.get(record.pattern or "") if record.override else None
        file, standard = context.by_file.get(record.file), record.data
        if base is None or file is None or not isinstance(standard, Standar):
            continue
        usual = {each.kode: each for each in (base.isi.jangka_waktu or JangkaWaktu()).tahap}
        for at, stage in enumerate((standard.jangka_waktu or JangkaWaktu()).tahap):
            before = usual.get(stage.kode)
            if before and _longer(stage, before) and not _explained(file):
                here: Path = ("jangka_waktu", "tahap", at)
                own = record.places.locate((*here, "maks")).file == record.file
                yield Complaint(
                    (*here, "maks" if own else "satuan"),
                    f"tahap `{stage.kode}` {words((stage.maks, stage.satuan))}, di polanya "
                    f"{words((before.maks, before.satuan))}",
                    "perbaiki angkanya, atau tulis sebabnya di `keterangan` tahap ini",
                    at=record,
                )


def _longer(stage: Tahap, usual: Tahap) -> bool:
    return stage.maks * BOBOT[stage.satuan] > usual.maks * BOBOT[usual.satuan]


def _explained(file: TextFile) -> bool:
    """Tell whether an override says somewhere why it takes longer."""
    keys = ("keterangan", "catatan", "catatan_dalam", "isi", "alasan")
    return any(
        _WHY.search(text) and ("jangka_waktu" in path or _TIME.search(text))
        for path, text in file.of(keys)
    )


@rule("tidak-melayani-tak-dikenal", Level.ERROR, Scope.CATALOG)
def refuses_unknown(context: Context) -> Iterator[Complaint]:
    """`tidak_melayani` menyebut layanan pola kelompoknya, dan tidak sekaligus menimpanya.

    Nama yang salah eja tidak mengecualikan apa pun; warga tetap dikirim ke kantor yang tidak
    memberi layanan itu.

    Sumber: praktik katalog ini.
    """
    patterns: dict[str, set[str]] = {}
    for service in context.katalog.layanan:
        owner, _, slug = service.partition("/")
        patterns.setdefault(owner, set()).add(slug)
    own_files = {file.id: file for file in context.files if file.identity.kind == "standar"}
    for record in context.of_kind("unit"):
        unit = record.data
        if not isinstance(unit, Unit) or record.id not in context.katalog.unit:
            continue
        group = context.katalog.kelompok_dari(record.id)
        known = patterns.get(group or "", set())
        for slug in unit.tidak_melayani:
            if slug not in known and not _broken_pattern(context, group, slug):
                yield Complaint(
                    ("tidak_melayani", slug),
                    f"pola unit ini tidak punya layanan `{slug}`",
                    suggestion(slug, known, f"hapus `{slug}`"),
                    at=record,
                    on_key=True,
                )
            elif f"{record.id}/{slug}" in own_files:
                yield Complaint(
                    (),
                    "unit ini tidak melayani layanan ini, tetapi punya berkas timpaannya",
                    f"hapus berkas ini, atau hapus `{slug}` dari `tidak_melayani` di `unit.yaml`",
                    at=own_files[f"{record.id}/{slug}"],
                )


def _broken_pattern(context: Context, group: str | None, slug: str) -> bool:
    return f"pola/{group}/standar/{slug}.yaml" in context.broken


@rule("pola-tanpa-unit", Level.WARNING, Scope.CATALOG)
def pattern_without_unit(context: Context) -> Iterator[Complaint]:
    """Setiap kelompok pola punya sekurang-kurangnya satu unit, dan setiap pola satu tempat.

    Pola tanpa tempat tampil sebagai layanan yang tidak dapat didatangi di mana pun.

    Sumber: praktik katalog ini.
    """
    kinds = {unit.jenis for unit in context.katalog.unit.values() if unit.status != "dicabut"}
    used = {place.pola for place in context.katalog.tempat.values()}
    empty = set()
    for record in context.of_kind("kelompok"):
        group = record.data
        if isinstance(group, Kelompok) and kinds.isdisjoint(group.jenis):
            empty.add(record.id)
            yield Complaint(
                ("jenis",),
                "tidak ada unit berjenis ini di katalog",
                "periksa `jenis`, atau tambahkan unitnya di `unit/`",
                at=record,
            )
    for record in context.of_kind("pola"):
        if record.id not in used and record.id.partition("/")[0] not in empty:
            data = record.data
            if isinstance(data, Standar) and data.status != "dicabut":
                yield Complaint(
                    ("nama",),
                    "tidak satu unit pun memberi layanan ini",
                    "tulis `status: dicabut`, atau periksa `tidak_melayani` di unit-unitnya",
                    at=record,
                )


_KEY_WORDS = {key.replace("_", " "): key for key in Standar.model_fields} | {
    "syarat": "persyaratan",
    "tarif": "biaya",
    "waktu": "jangka_waktu",
    "langkah": "prosedur",
}
_CLAUSE = re.compile(r"(?:[.;:]|,? (?:tetapi|sedangkan|namun)) ")
_STATE = re.compile(
    r"^(?P<apa>[\w` ,]+?) (?P<tidak>tidak |belum |tak )?(?:(?P<kunci>dikunci|terkunci)"
    r"|(?:boleh|dapat|bebas) (?:ditimpa|diubah|diganti))\b",
    re.IGNORECASE,
)
_ASIDE = frozenset(("juga", "kunci", "isi", "semua", "selalu", "sengaja"))


@rule("kunci-lain-kata", Level.WARNING, Scope.RECORD, "kelompok")
def locked_in_words(group: Kelompok) -> Iterator[Complaint]:
    """Catatan kelompok tentang kunci yang dikunci atau boleh ditimpa cocok dengan `terkunci`.

    "Biaya dikunci" tanpa `biaya` di `terkunci` membiarkan setiap kantor menulis tarifnya sendiri,
    dan tidak seorang pun menyadarinya karena catatannya berkata lain.

    Sumber: praktik katalog ini.
    """
    for at, note in enumerate(group.catatan):
        for said, key, locked in _claims(note):
            if locked != (key in group.terkunci):
                here = "tidak ada" if locked else "ada"
                cure = f"tambahkan `- {key}` di" if locked else f"hapus `{key}` dari"
                yield Complaint(
                    ("catatan", at),
                    f"di sini “{said}”, tetapi `{key}` {here} di `terkunci`",
                    f"{cure} `terkunci`, atau perbaiki kalimat ini",
                )


def _claims(note: str) -> Iterator[tuple[str, str, bool]]:
    """Yield what a note says of keys: its words, a key, and whether it is said to be locked.

    A clause whose subject names anything but keys speaks of something else, such as a cupboard.
    """
    for clause in _CLAUSE.split(note):
        match = _STATE.search(clause)
        if match is None:
            continue
        names = re.split(r",|\bdan\b|\bserta\b", re.sub("[`_]", " ", match["apa"]).casefold())
        words = [" ".join(each for each in name.split() if each not in _ASIDE) for name in names]
        keys = [_KEY_WORDS.get(each) for each in words if each]
        locked = bool(match["kunci"]) != bool(match["tidak"])
        if all(keys):
            yield from ((match[0], key, locked) for key in keys if key)
