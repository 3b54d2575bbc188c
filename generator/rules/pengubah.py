"""Rules about who changes or repeals a law."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.assemble import Record
from generator.finding import Level
from generator.model.regulasi import Regulasi
from generator.rules.registry import Complaint, Context, Scope, rule
from generator.source import Path


@rule("pencabut-lebih-tua", Level.ERROR, Scope.CATALOG)
def older_repeals(context: Context) -> Iterator[Complaint]:
    """Peraturan dicabut atau diubah oleh peraturan lain yang lebih muda.

    Rujukan yang terbalik mengirim orang yang memperbaiki standar ke peraturan yang lebih lama
    daripada yang sudah mati.

    Sumber: UU 12/2011 (peraturan baru mencabut atau mengubah yang lama).
    """
    laws = context.katalog.regulasi
    for record in context.of_kind("regulasi"):
        law = record.data
        if not isinstance(law, Regulasi) or not law.tahun:
            continue
        named: list[tuple[Path, str]] = []
        if law.dicabut_oleh:
            named.append((("dicabut_oleh",), law.dicabut_oleh))
        named += [(("diubah_oleh", at), each) for at, each in enumerate(law.diubah_oleh)]
        for path, id_ in named:
            new = laws.get(id_)
            if id_ == record.id:
                yield Complaint(
                    path,
                    "peraturan ini tidak dapat mengubah atau mencabut dirinya sendiri",
                    "tulis id peraturan baru yang mengubah atau mencabutnya",
                    at=record,
                )
            elif new and path == ("dicabut_oleh",) and _only_amends(new, law):
                yield Complaint(
                    path,
                    f"{new.sebutan} mengubah peraturan ini, bukan mencabutnya",
                    f"tulis `status: diubah` dan `diubah_oleh: [{id_}]`",
                    at=record,
                )
            elif new and new.tahun and new.tahun < law.tahun:
                yield Complaint(
                    path,
                    f"{new.sebutan} lebih tua daripada {law.sebutan}",
                    "cari peraturan baru yang mencabut atau mengubahnya, lalu tulis id-nya",
                    at=record,
                )


def _only_amends(new: Regulasi, law: Regulasi) -> bool:
    """Tell whether the title of a law says that it amends another one."""
    match = _AMENDS.match(new.tentang)
    return match is not None and match.groups() == (law.nomor, str(law.tahun))


_AMENDS = re.compile(r"^Perubahan(?: \w+)? atas .*?Nomor (\w{1,12}) Tahun (\d{4})")


@rule("perubahan-tak-tercatat", Level.WARNING, Scope.CATALOG)
def amendment_unlisted(context: Context) -> Iterator[Complaint]:
    """Peraturan perubahan tercatat di `diubah_oleh` peraturan yang diubahnya.

    Bila tidak, standar yang bersandar pada peraturan lama tidak pernah diminta ditinjau, dan
    tarif atau syarat lama terus diminta.

    Sumber: UU 12/2011 (judul peraturan perubahan menyebut yang diubahnya).
    """
    laws = context.katalog.regulasi
    for record in context.of_kind("regulasi"):
        new = record.data
        match = _AMENDS.match(new.tentang) if isinstance(new, Regulasi) else None
        if not isinstance(new, Regulasi) or not match or new.status == "dicabut":
            continue
        old = _law(laws, new.jenis, match[1], int(match[2]))
        listing = [id_ for id_, each in laws.items() if record.id in each.diubah_oleh]
        alike = [each for each in listing if laws[each].jenis == new.jenis]
        if alike and old not in listing:
            yield Complaint(
                ("tentang",),
                f"judulnya mengubah Nomor {match[1]} Tahun {match[2]}, padahal yang mencatatnya "
                f"sebagai pengubah {laws[alike[0]].sebutan}",
                f"baca naskahnya: perbaiki nomor dan tahun di `tentang`, atau pindahkan "
                f"`{record.id}` dari `diubah_oleh` `{alike[0]}` ke peraturan yang benar",
                at=record,
            )
        elif old and laws[old].status != "dicabut" and old not in listing:
            # A wrong entry in its stead is told where it is.
            if any(_unrelated(laws, old, each) for each in laws[old].diubah_oleh):
                continue
            yield Complaint(
                ("diubah_oleh",),
                f"{new.sebutan} mengubah peraturan ini, tetapi tidak disebut di sini",
                f"tambahkan `{record.id}` di `diubah_oleh`, dan tulis `status: diubah`",
                at=context.by_id["regulasi", old],
                anchor=("status",),
            )


_OMNIBUS = re.compile(
    r"Cipta Kerja|Pengganti Undang-Undang|Penyesuaian|Harmonisasi|Pelaporan|Ketentuan Umum"
)
_SUBJECT = re.compile(r"[a-z]{4,}")
_VAGUE = frozenset(
    (
        *("tentang", "atas", "antara", "terhadap", "bagi", "untuk", "dalam", "nomor", "tahun"),
        *("pedoman", "petunjuk", "teknis", "tata", "cara", "penyelenggaraan", "pelaksanaan"),
        *("peraturan", "perubahan", "undang", "pengelolaan", "penyusunan", "penetapan"),
    )
)
_RANKS = {"UU": 4, "Perppu": 4, "PP": 3, "Perpres": 2, "Perda": 1, "Perbup": 0, "Perwali": 0}


def _unrelated(laws: Mapping[str, Regulasi], id_: str, by: str) -> str:
    """Return why one law can hardly have changed or repealed another; empty if it can."""
    law, new = laws[id_], laws.get(by)
    if new is None or new.jenis.startswith("Putusan"):
        return ""
    amends = _AMENDS.match(new.tentang)
    if amends and new.jenis == law.jenis:
        named = _law(laws, new.jenis, amends[1], int(amends[2]))
        # Where the law named does not list it either, its number may be misspelt.
        if named == id_:
            return ""
        if named and by in laws[named].diubah_oleh and by != law.dicabut_oleh:
            return f"mengubah Nomor {amends[1]} Tahun {amends[2]}"
    kinds = [each.jenis.partition(" ")[0] for each in (law, new)]
    if _RANKS.get(kinds[1], 9) < _RANKS.get(kinds[0], -1):
        return f"{kinds[1]} tidak dapat mengubah {kinds[0]}"
    alike = not own_words(law.tentang).isdisjoint(own_words(new.tentang))
    akin = alike or _OMNIBUS.search(new.tentang)
    return "" if akin else f"tentang {new.tentang}"


def own_words(title: str) -> set[str]:
    """Return the words of a title that say what it is about."""
    return set(_SUBJECT.findall(title.casefold())) - _VAGUE


@rule("pengubah-lain-perkara", Level.WARNING, Scope.CATALOG)
def changed_by_a_stranger(context: Context) -> Iterator[Complaint]:
    """Yang mengubah atau mencabut sebuah peraturan berurusan dengan peraturan itu.

    UU tentang bencana tidak mengubah UU tentang kependudukan; biasanya angka nomornya tertukar,
    dan perubahan yang sebenarnya tidak pernah dibaca siapa pun. Peraturan yang lebih rendah pun
    tidak mengubah yang lebih tinggi.

    Sumber: UU 12/2011 (judul peraturan perubahan menyebut yang diubahnya; jenjang peraturan).
    """
    laws = context.katalog.regulasi
    for record in context.of_kind("regulasi"):
        law = record.data
        if not isinstance(law, Regulasi):
            continue
        yield from _another_subject(context, record)
        named: list[tuple[Path, str]] = [
            (("diubah_oleh", at), each) for at, each in enumerate(law.diubah_oleh)
        ]
        if law.dicabut_oleh:
            named.append((("dicabut_oleh",), law.dicabut_oleh))
        for path, by in named:
            why = _unrelated(laws, record.id, by)
            if why:
                right = [each for each in _amending(laws, law) if each not in law.diubah_oleh]
                change = path[0] == "diubah_oleh" and right
                yield Complaint(
                    path,
                    f"`{by}`: {why}; peraturan ini {law.sebutan} tentang {law.tentang}",
                    f"ganti `{by}` dengan `{right[0]}`"
                    if change
                    else f"hapus `{by}` dari sini, atau ganti dengan id peraturan yang benar",
                    at=record,
                )


def _another_subject(context: Context, record: Record) -> Iterator[Complaint]:
    """Tell if a title names a law by its number, but by another subject than it has."""
    laws = context.katalog.regulasi
    new = laws[record.id]
    match = _AMENDS.match(new.tentang)
    old = _law(laws, new.jenis, match[1], int(match[2])) if match else None
    _, sign, said = new.tentang.rpartition(" tentang ")
    if old and sign and own_words(said).isdisjoint(own_words(laws[old].tentang)):
        yield Complaint(
            ("tentang",),
            f"judulnya mengubah {laws[old].sebutan} tentang {said}, padahal itu tentang "
            f"{laws[old].tentang}",
            f"baca naskahnya: perbaiki nomor atau judul di sini, atau `tentang` di `{old}`",
            at=record,
        )


def _amending(laws: Mapping[str, Regulasi], law: Regulasi) -> Iterator[str]:
    """Yield the laws whose titles say that they amend this one."""
    for id_, each in laws.items():
        match = _AMENDS.match(each.tentang) if each.jenis == law.jenis else None
        if match and (match[1], match[2]) == (law.nomor, str(law.tahun)):
            yield id_


def _law(laws: Mapping[str, Regulasi], kind: str, number: str, year: int) -> str | None:
    """Return the one law of that kind, number and year; None if none or several."""
    found = [
        id_
        for id_, each in laws.items()
        if each.jenis == kind and each.nomor == number and each.tahun == year
    ]
    return found[0] if len(found) == 1 else None
