"""The query set: fair to the records, and answered by them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.check import check
from generator.derive import derive
from generator.model.catalog import Katalog
from generator.search.peringkat import Peringkat
from tests.search.kueri import baca
from tests.search.ukur import bahan, himpunan, skor

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def katalog() -> Katalog:
    found = check(ROOT / "catalog", date(2026, 11, 24)).katalog
    assert found
    return found


def test_no_query_is_copied_from_a_record(katalog: Katalog) -> None:
    said = {text.lower() for each in katalog.layanan.values() for text in each.isi.sebutan}
    assert [each.teks for each in baca() if each.teks.lower() in said] == []


def test_every_query_is_asked_once_and_answered_by_something_that_exists(katalog: Katalog) -> None:
    queries = baca()
    assert len({each.teks for each in queries}) == len(queries) >= 300
    known = {each.slug for each in katalog.layanan.values()} | set(katalog.unit)
    assert {one for each in queries for one in each.jawaban} <= known
    assert {each.slug for each in katalog.layanan.values()} <= {
        one for each in queries for one in each.jawaban
    }


def test_every_set_reaches_what_was_asked(katalog: Katalog) -> None:
    whole = bahan(derive(katalog, date(2026, 11, 24)).pencarian)
    ranking = Peringkat(whole.indeks(), whole.pengurai)
    for name, queries in himpunan(baca()).items():
        found = [
            [whole.baris[each.dokumen].id for each in ranking.jawab(one.teks).urutan]
            for one in queries
        ]
        result = skor(queries, found)
        assert result.satu >= 0.85, name
        assert result.tiga >= 0.95, name
        assert result.kosong == 0, name
