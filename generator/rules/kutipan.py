"""Rules about what a law is cited for: its own matter, not another law's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from generator.finding import Level
from generator.model.regulasi import Regulasi
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
    berdasar. Begitu pula bila kutipan yang sama di rekaman lain menunjuk satu peraturan lain.

    Sumber: UU 25/2009 Pasal 21 (dasar hukum); UU 12/2011 (judul menyebut perkaranya).
    """
    cited: dict[tuple[str, str], list[tuple[TextFile, Path]]] = {}
    for file in context.files:
        for path, text in file.of(("mengenai",)):
            if law := file.beside(path, "regulasi"):
                cited.setdefault((law, text), []).append((file, path))
    usual: dict[str, Counter[str]] = {}
    for (law, text), places in cited.items():
        usual.setdefault(text, Counter())[law] = len({file.id for file, _ in places})
    laws = context.katalog.regulasi
    titles = {id_: own_words(f"{each.judul} {each.tentang}") for id_, each in laws.items()}
    for (law, text), places in cited.items():
        matter = own_words(text)
        if law not in laws or len(matter) < _ENOUGH or not matter.isdisjoint(titles[law]):
            continue
        right = _meant(laws, law, matter) or _elsewhere(usual[text], law)
        for file, path in places if right else ():
            yield Complaint(
                (*path[:-1], "regulasi"),
                f"`{law}` tentang {laws[law].tentang[:80]}, di sini dikutip mengenai “{text[:60]}”",
                f"tulis {listing(right)}; bila `{law}` benar, perbaiki `mengenai`",
                at=file,
            )


def _meant(laws: Mapping[str, Regulasi], cited: str, matter: set[str]) -> list[str]:
    """Return the few laws in force whose own title says all that a law is cited for."""
    found = [
        id_
        for id_, each in laws.items()
        if id_ != cited and each.status != "dicabut" and matter <= own_words(each.tentang)
    ]
    return found if len(found) <= _MOST else []


def _elsewhere(usual: Counter[str], cited: str) -> list[str]:
    """Return the one law that other records cite for the very same; this one only here."""
    others = [each for each in usual if each != cited]
    return others if len(others) == 1 and usual[cited] == 1 < usual[others[0]] else []
