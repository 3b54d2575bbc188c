"""Words, affixes and units, as people write them."""

from __future__ import annotations

import pytest

from generator.search.imbuhan import calon
from generator.search.jarak import jarak, mirip
from generator.search.lipat import lipat
from tests.search.contoh import BAHAN


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("Gmn cara Bikin KTP??", ["gimana", "cara", "bikin", "ktp"]),
        ("jum’at", ["jumat"]),
        ("café é", ["cafe", "e"]),
        ("Tj. Selor Ilir", ["tanjung", "selor", "hilir"]),
        ("Mara II", ["mara", "2"]),
        ("sdh ndak aktif", ["sudah", "tidak", "aktif"]),
    ],
)
def test_words_are_folded(typed: str, words: list[str]) -> None:
    assert lipat(typed) == words


@pytest.mark.parametrize(
    ("word", "root"),
    [
        ("ngurus", "urus"),
        ("nambahin", "tambah"),
        ("nyuci", "cuci"),
        ("minjam", "pinjam"),
        ("mengurus", "urus"),
        ("menulis", "tulis"),
        ("kehilangan", "hilang"),
        ("kelahiran", "lahir"),
        ("perpindahan", "pindah"),
        ("ditera", "tera"),
        ("syaratnya", "syarat"),
        ("bikinin", "bikin"),
        ("memperpanjang", "panjang"),
        ("baulah", "ulah"),
    ],
)
def test_affixes_lead_to_the_root(word: str, root: str) -> None:
    assert root in calon(word)


def test_short_words_have_no_candidates() -> None:
    assert calon("ini") == []
    assert all(len(each) >= 3 for each in calon("dikan"))


def test_several_words_that_mean_one_thing_are_one_unit() -> None:
    units = BAHAN.pengurai.urai("kartu tanda penduduk lenyap")
    assert [each.kata for each in units] == [("kartu", "tanda", "penduduk"), ("lenyap",)]
    assert units[0].kelompok == BAHAN.pengurai.urai("ektp")[0].kelompok


def test_stop_words_go_unless_nothing_else_is_left() -> None:
    assert [each.kata for each in BAHAN.pengurai.urai("saya mau akta di Bulungan")] == [("akta",)]
    assert BAHAN.pengurai.urai("mau apa")


@pytest.mark.parametrize("typed", ["mara 1", "Mara I", "mara satu", "MARA-I"])
def test_a_place_is_known_in_every_spelling(typed: str) -> None:
    [unit] = BAHAN.pengurai.urai(typed)
    assert unit.tempat


@pytest.mark.parametrize(
    ("one", "other", "far"),
    [
        ("akta", "akta", 0),
        ("kluarga", "keluarga", 1),
        ("kelaurga", "keluarga", 1),
        ("ab", "xyz", 2),
    ],
)
def test_letters_apart(one: str, other: str, far: int) -> None:
    assert jarak(one, other, 1) == far


def test_the_nearest_words_are_taken_for_a_slip() -> None:
    assert mirip("kelahran", ["kelahiran", "kematian", "lahir"]) == ["kelahiran"]
    assert mirip("kk", ["kkk"]) == []
