"""Rules about what a law is cited for: its own matter, and its own amounts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.finding import Level
from generator.model.janji import Biaya, PungutanLain
from generator.model.kata import rupiah
from generator.model.layanan import Standar
from generator.rules.bantu import listing
from generator.rules.pengubah import own_words
from generator.rules.registry import Complaint, Context, Scope, TextFile, rule
from generator.source import Path

_ENOUGH = 2
"""Fewer words of a title many laws share."""
_MOST = 3
"""So many laws a hint can name."""


@rule("mengenai-peraturan-lain", Level.WARNING, Scope.CATALOG)
def cited_for_another_matter(context: Context) -> Iterator[Complaint]:
    """Peraturan dikutip mengenai perkaranya sendiri, bukan mengenai judul peraturan lain.

    Permenkes tentang puskesmas yang dikutip "mengenai penempatan tenaga kerja" tidak memuat satu
    pasal pun tentang itu: biasanya id-nya tersalin, dan pemeriksa menyangka layanannya tidak
    berdasar.

    Sumber: UU 25/2009 Pasal 21 (dasar hukum); UU 12/2011 (judul menyebut perkaranya).
    """
    cited: dict[tuple[str, str], list[tuple[TextFile, Path]]] = {}
    for file in context.files:
        for path, text in file.of(("mengenai",)):
            if law := file.beside(path, "regulasi"):
                cited.setdefault((law, text), []).append((file, path))
    laws = context.katalog.regulasi
    titles = {id_: own_words(each.tentang) for id_, each in laws.items()}
    in_force = {id_: titles[id_] for id_, each in laws.items() if each.status != "dicabut"}
    for (law, text), places in cited.items():
        matter = own_words(text)
        if law not in laws or len(matter) < _ENOUGH or not matter.isdisjoint(titles[law]):
            continue
        right = _meant(in_force, matter)
        for file, path in places if right else ():
            yield Complaint(
                (*path[:-1], "regulasi"),
                f"`{law}` tentang {laws[law].tentang[:80]}, di sini dikutip mengenai “{text[:60]}”",
                f"tulis {listing(right)}; bila `{law}` benar, perbaiki `mengenai`",
                at=file,
            )


def _meant(titles: Mapping[str, set[str]], matter: set[str]) -> list[str]:
    """Return the few laws in force whose own title says all that a law is cited for."""
    found = [id_ for id_, title in titles.items() if matter <= title]
    return found if len(found) <= _MOST else []


_RUPIAH = re.compile(r"\bRp ?([1-9]\d{0,2}(?:\.\d{3})+)(?!\d)")
_SHARED = 2
"""So many words must a fee and a sentence about its law have in common."""


@rule("tarif-lain-peraturan", Level.WARNING, Scope.CATALOG)
def fee_of_its_law(context: Context) -> Iterator[Complaint]:
    """Jumlah yang dipungut sama dengan yang tercatat pada peraturannya.

    Catatan peraturan berkata Rp600.000 dan standar Rp60.000: warga membawa uang yang kurang, atau
    membayar yang tidak seharusnya.

    Sumber: UU 25/2009 Pasal 31 (biaya menurut peraturan); praktik, mis. nol yang hilang.
    """
    amounts = {
        id_: notes
        for id_, law in context.katalog.regulasi.items()
        if (notes := [each for each in law.catatan if _RUPIAH.search(each)])
    }
    for record in context.of_kind("standar", "pola") if amounts else ():
        standard = record.data
        if not isinstance(standard, Standar):
            continue
        fees: list[tuple[Path, Biaya | PungutanLain, str]] = [
            (("biaya", at), each, each.untuk) for at, each in enumerate(standard.biaya)
        ]
        fees += [
            (("pungutan_lain", at), each, each.nama)
            for at, each in enumerate(standard.pungutan_lain)
        ]
        for path, row, name in fees:
            law = row.dasar.regulasi if row.dasar and row.jumlah else ""
            for note in amounts.get(law, ()):
                told = {int(each.replace(".", "")) for each in _RUPIAH.findall(note)}
                shared = own_words(name) & own_words(note)
                if len(shared) >= _SHARED and row.jumlah not in told:
                    yield Complaint(
                        (*path, "jumlah"),
                        f"di sini {rupiah(row.jumlah or 0)}, menurut catatan `{law}` "
                        f"{' atau '.join(rupiah(each) for each in sorted(told))}",
                        f"baca pasalnya, lalu perbaiki `jumlah` di sini atau catatan `{law}`",
                        at=record,
                    )
