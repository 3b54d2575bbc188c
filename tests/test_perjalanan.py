"""Journeys and chains: documents make the order; what is unknown is not counted."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.check import check
from generator.derive.daftar import yang_termasuk
from generator.derive.indeks import Indeks, susun
from generator.derive.perjalanan import Perjalanan, perjalanan
from generator.model.rantai import dokumen_umum, tak_terjangkau
from tests.bantuan import TODAY

CATALOG = Path(__file__).parents[1] / "catalog"


@pytest.fixture(scope="module")
def indeks() -> Indeks:
    katalog = check(CATALOG, TODAY).katalog
    assert katalog
    return susun(katalog, TODAY)


def journey(code: str, indeks: Indeks) -> Perjalanan:
    return perjalanan(yang_termasuk("peristiwa", code, indeks), indeks)


def steps(found: Perjalanan) -> dict[str, int]:
    return {each.id: number for number, stops in enumerate(found.langkah) for each in stops} | {
        each.id: -1 for each in found.bebas
    }


def test_what_everyone_has_makes_no_order(indeks: Indeks) -> None:
    assert dokumen_umum(indeks.katalog) == {"kk", "ktp-el"}


def test_after_a_death_papers_follow_one_another(indeks: Indeks) -> None:
    order = steps(journey("meninggal", indeks))
    chain = (
        "desa-kelurahan/suket-kematian",
        "disdukcapil/akta-kematian",
        "desa-kelurahan/suket-ahli-waris",
        "bapenda/bphtb",
    )
    assert [order[each] for each in chain] == sorted({order[each] for each in chain})


def test_a_first_identity_card_comes_before_its_digital_form(indeks: Indeks) -> None:
    order = steps(journey("usia-17", indeks))
    assert order["disdukcapil/ktp-el-baru"] < order["disdukcapil/ikd"]


@pytest.mark.parametrize("code", ["lahir", "menikah", "pindah", "usaha", "kehilangan-dokumen"])
def test_every_service_stands_once_and_after_what_it_waits_for(code: str, indeks: Indeks) -> None:
    found = journey(code, indeks)
    services = {each.id: each for each in yang_termasuk("peristiwa", code, indeks)}
    order = steps(found)
    assert sorted(order) == sorted(services)
    names = {each.isi.nama: id_ for id_, each in services.items()}
    for stops in found.langkah:
        for stop in stops:
            assert all(order[names[maker]] < order[stop.id] for _, maker in stop.sesudah)


def test_a_total_says_what_it_leaves_out(indeks: Indeks) -> None:
    found = journey("usaha", indeks)
    assert found.biaya == "Sebagian berbayar" or found.biaya.endswith("dan lainnya")
    assert found.biaya_rinci


def test_the_same_day_counts_as_a_day_within_a_chain(indeks: Indeks) -> None:
    found = journey("lahir", indeks)
    assert found.lama.count("k") == len(found.rantai)
    assert "0k" not in found.lama


def test_nobody_waits_for_ever(indeks: Indeks) -> None:
    assert tak_terjangkau(indeks.katalog, dokumen_umum(indeks.katalog)) == ()
