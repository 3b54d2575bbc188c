"""Chains of documents: what a service needs is what another one gives.

The chain starts from what nobody in this catalog has to give: documents that people make
themselves or that others issue.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from graphlib import CycleError, TopologicalSorter

from generator.model.catalog import Katalog, Layanan
from generator.model.hitung import berlaku, kombinasi
from generator.model.janji import Persyaratan
from generator.model.layanan import Standar

COMMON = 5
"""A document that so many services ask for, and every so-manieth of all, people have already."""


def hasil(standar: Standar) -> tuple[str, ...]:
    """Return the documents a service gives, the main one first."""
    return tuple(dict.fromkeys(each.dokumen for each in standar.produk if each.dokumen))


def diminta(standar: Standar) -> dict[str, bool]:
    """Return the documents a service asks for; True if always and without an alternative."""
    asked: dict[str, bool] = {}
    for each in standar.persyaratan:
        if each.dokumen:
            always = each.wajib == "ya" and not each.kasus and not each.salah_satu
            asked[each.dokumen] = asked.get(each.dokumen, False) or always
    return asked


def berurutan(standar: Standar, umum: Set[str]) -> dict[str, bool]:
    """Return what a service asks for that makes it wait; True if always.

    A document is not waited for where one that people have already does as well.
    """
    easy = {
        each.salah_satu
        for each in standar.persyaratan
        if each.salah_satu and (each.dokumen is None or each.dokumen in umum)
    }
    waits = {
        each.dokumen
        for each in standar.persyaratan
        if each.dokumen in umum or not each.salah_satu or each.salah_satu not in easy
    }
    return {code: always for code, always in diminta(standar).items() if code in waits}


def diberikan(katalog: Katalog) -> list[Layanan]:
    """Return the services and patterns that are given."""
    return [each for each in katalog.layanan.values() if each.isi.status != "dicabut"]


def dokumen_umum(katalog: Katalog) -> frozenset[str]:
    """Return the documents that people have before anything begins, such as the identity card."""
    services = diberikan(katalog)
    asked: dict[str, int] = {}
    for each in services:
        for code in diminta(each.isi):
            asked[code] = asked.get(code, 0) + 1
    return frozenset(
        code for code, count in asked.items() if count >= COMMON and count * COMMON > len(services)
    )


def sumber_luar(katalog: Katalog) -> frozenset[str]:
    """Return the documents that need no service of this catalog."""
    return frozenset(
        code
        for code, each in katalog.dokumen.items()
        if each.penerbit_luar or each.milik_sendiri == "ya"
    )


def tak_terjangkau(katalog: Katalog, punya: Iterable[str] = ()) -> tuple[Layanan, ...]:
    """Return the services that nobody can ever use who begins with the documents `punya`.

    A service is within reach if in some case each document it always asks for, or one of those
    of which one is enough, is within reach; then so are the documents that case gives.
    """
    asked = [(each, diminta(each.isi).keys()) for each in diberikan(katalog)]
    made = {code for each, _ in asked for code in hasil(each.isi)}
    # What nobody makes is another fault, told by another rule.
    have = set(punya).union(sumber_luar(katalog), *(codes - made for _, codes in asked))
    ready = [each for each, codes in asked if codes <= have]
    waiting = [each for each, codes in asked if not codes <= have]
    have.update(code for each in ready for code in hasil(each.isi))
    while True:
        before = len(have)
        still = []
        for each in waiting:
            reached = list(_gained(each.isi, have))
            have.update(code for gained in reached for code in gained)
            if len(reached) < _cases(each.isi):
                still.append(each)
        if len(have) == before:
            return tuple(each for each in still if not any(True for _ in _gained(each.isi, have)))
        waiting = still


def _cases(standar: Standar) -> int:
    return sum(1 for _ in kombinasi(standar.kasus))


def _gained(standar: Standar, have: Set[str]) -> Iterator[set[str]]:
    """Yield what each case within reach gives."""
    for choice in kombinasi(standar.kasus):
        if all(any(code in have for code in group) for group in _needs(standar, choice)):
            yield {
                each.dokumen
                for each in standar.produk
                if each.dokumen and berlaku(each.kasus, choice, standar.kasus)
            }


def _needs(standar: Standar, choice: Mapping[str, str]) -> list[list[str]]:
    """Return the documents of one case; one of each group is enough."""
    groups: dict[str, list[str]] = {}
    optional: set[str] = set()
    for number, each in enumerate(standar.persyaratan):
        if each.wajib != "ya" or not berlaku(each.kasus, choice, standar.kasus):
            continue
        group = each.salah_satu or f"#{number}"
        if each.dokumen:
            groups.setdefault(group, []).append(each.dokumen)
        else:
            optional.add(group)
    return [codes for group, codes in groups.items() if group not in optional]


def lingkaran(services: Sequence[Layanan]) -> tuple[Layanan, ...]:
    """Return services of which each waits for the next and the last for the first."""
    makers = {code: each for each in reversed(services) for code in hasil(each.isi)}
    graph = {
        each.id: {
            makers[code].id
            for code in diminta(each.isi)
            if code in makers and _waits(each.isi.persyaratan, code)
        }
        for each in services
    }
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        by_id = {each.id: each for each in services}
        # The sorter names the cycle with its first member again at the end.
        return tuple(by_id[id_] for id_ in error.args[1][:-1])
    return ()


def _waits(items: Sequence[Persyaratan], code: str) -> bool:
    return any(each.dokumen == code and each.wajib == "ya" for each in items)
