"""Promise arithmetic: longest path through stages, by case and by product."""

from __future__ import annotations

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from generator.model.hitung import BOBOT, berlaku, jumlahkan, kombinasi, lama_semua
from generator.model.janji import Sumbu, Tahap
from generator.model.layanan import Standar
from generator.rules.syarat import together


def tahap(kode: str, maks: int, satuan: str = "hari_kerja", **more: object) -> Tahap:
    return Tahap.model_validate(
        {"kode": kode, "nama": kode, "maks": str(maks), "satuan": satuan, **more}
    )


def standar(**more: object) -> Standar:
    return Standar.model_validate(
        {
            "nama": "N",
            "ringkasan": "R",
            "status": "draf",
            "diperbarui": "2026-11-24",
            "sektor": "adminduk",
            **more,
        }
    )


def test_stages_follow_one_another() -> None:
    assert jumlahkan([tahap("a", 2), tahap("b", 3)]).bagian == ((5, 5, "hari_kerja"),)


def test_a_range_keeps_both_ends() -> None:
    stages = [tahap("a", 2), tahap("b", 25, min="3")]
    assert jumlahkan(stages).bagian == ((5, 27, "hari_kerja"),)


def test_parallel_stages_count_once() -> None:
    stages = [tahap("a", 2), tahap("b", 5, sesudah=[]), tahap("c", 1, sesudah=["a", "b"])]
    assert jumlahkan(stages).bagian == ((6, 6, "hari_kerja"),)


def test_units_are_never_converted() -> None:
    stages = [tahap("a", 3), tahap("b", 6, "bulan")]
    assert jumlahkan(stages).bagian == ((3, 3, "hari_kerja"), (6, 6, "bulan"))


def test_a_cycle_ends() -> None:
    stages = [tahap("a", 2, sesudah=["b"]), tahap("b", 3, sesudah=["a"])]
    assert jumlahkan(stages).bobot >= 3 * BOBOT["hari_kerja"]


@given(st.data())
def test_the_longest_path_is_that_of_trying_all(data: st.DataObject) -> None:
    count = data.draw(st.integers(1, 6))
    codes = [f"t{index}" for index in range(count)]
    before = {
        code: data.draw(
            st.lists(st.sampled_from(codes[:index]), unique=True) if index else st.just([])
        )
        for index, code in enumerate(codes)
    }
    days = {code: data.draw(st.integers(1, 9)) for code in codes}
    stages = [tahap(code, days[code], sesudah=before[code]) for code in codes]

    def ends(code: str) -> int:
        return days[code] + max((ends(each) for each in before[code]), default=0)

    assert jumlahkan(stages).bagian == ((max(map(ends, codes)),) * 2 + ("hari_kerja",),)


SUMBU = [
    {
        "kode": "keadaan",
        "pertanyaan": "Mana?",
        "pilihan": [{"kode": "hilang", "nama": "Hilang"}, {"kode": "rusak", "nama": "Rusak"}],
    },
    {
        "kode": "umur",
        "pertanyaan": "Umur?",
        "pilihan": [{"kode": "anak", "nama": "Anak"}, {"kode": "dewasa", "nama": "Dewasa"}],
    },
]


def test_an_item_belongs_to_all_cases_of_an_axis_it_does_not_name() -> None:
    axes = [Sumbu.model_validate(each) for each in SUMBU]
    choice = {"keadaan": "hilang", "umur": "anak"}
    assert berlaku((), choice, axes)
    assert berlaku(("hilang",), choice, axes)
    assert not berlaku(("rusak",), choice, axes)
    assert berlaku(("hilang", "anak"), choice, axes)
    assert not berlaku(("hilang", "dewasa"), choice, axes)
    for codes in permutations(("hilang", "rusak", "anak")):
        assert berlaku(codes, choice, axes)


def test_times_of_cases_are_told_apart() -> None:
    service = standar(
        kasus=SUMBU[:1],
        jangka_waktu={
            "tahap": [
                {"kode": "a", "nama": "A", "maks": "1", "satuan": "hari_kerja"},
                {
                    "kode": "b",
                    "nama": "B",
                    "maks": "2",
                    "satuan": "hari_kerja",
                    "kasus": ["rusak"],
                },
            ]
        },
    )
    assert [each.bagian[0][1] for each in lama_semua(service)] == [1, 3]


def test_products_have_times_of_their_own() -> None:
    service = standar(
        produk=[{"kode": "pbg", "nama": "PBG"}, {"kode": "slf", "nama": "SLF"}],
        jangka_waktu={
            "tahap": [
                {"kode": "a", "nama": "A", "maks": "1", "satuan": "hari", "produk": ["pbg"]},
                {"kode": "b", "nama": "B", "maks": "3", "satuan": "hari", "produk": ["slf"]},
            ]
        },
    )
    assert [each.bagian for each in lama_semua(service)] == [((1, 1, "hari"),), ((3, 3, "hari"),)]


_CODES = st.lists(st.sampled_from(("a", "b", "c", "x", "y", "lain")), max_size=4)


@given(_CODES, _CODES)
def test_two_items_meet_if_some_case_has_both(one: list[str], other: list[str]) -> None:
    axes = [("satu", "abc"), ("dua", "xy")]
    standard = standar(
        kasus=[
            {
                "kode": kode,
                "pertanyaan": kode,
                "pilihan": [{"kode": each, "nama": each} for each in choices],
            }
            for kode, choices in axes
        ]
    )
    cases = kombinasi(standard.kasus)
    both = any(
        berlaku(one, choice, standard.kasus) and berlaku(other, choice, standard.kasus)
        for choice in cases
    )
    assert together(one, other, standard) == both
