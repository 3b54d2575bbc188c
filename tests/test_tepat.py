"""The page of a SOP says whether the promise is kept, with the sum, as the rules would."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.check import check
from generator.derive.tepat import Tepat, panjang, tepat
from generator.model.catalog import Katalog
from generator.model.jalur import Ukuran
from generator.model.kalender import SEPANJANG_WAKTU, Kalender
from tests.bantuan import DASAR, HERE, TODAY, lay

RULES = HERE / "rules"
SOP = "dinas-contoh/izin-contoh"


def judged(folder: Path, case: str) -> tuple[Katalog, Tepat]:
    katalog = check(lay(folder, DASAR, RULES / case), TODAY).katalog
    assert katalog
    found = tepat(katalog.sop[SOP].isi, katalog)
    assert found
    return katalog, found


@pytest.mark.parametrize(
    ("case", "word", "total", "promise", "meaning"),
    [
        ("janji-waktu/accept", "Sesuai janji", "1 hari kerja 4 jam 25 menit", "3 hari kerja",
         "Sisa 1 hari kerja 3 jam 5 menit."),
        ("janji-waktu/reject", "Melewati janji", "3 hari kerja 4 jam 25 menit", "3 hari kerja",
         "Kelebihan 4 jam 25 menit."),
        ("janji-waktu/reject-hari-kalender", "Melewati janji", "1 hari kerja 4 jam 25 menit",
         "2 hari, paling sedikit 0 hari kerja (bila mulai Jumat sore)",
         "Kelebihan 1 hari kerja 4 jam 25 menit."),
        ("janji-longgar/reject", "Janjinya longgar", "1 hari kerja 4 jam 25 menit",
         "14 hari kerja", "Janjinya lebih dari 5 kali waktu yang diperlukan."),
    ],
)  # fmt: skip
def test_verdict(
    tmp_path: Path, case: str, word: str, total: str, promise: str, meaning: str
) -> None:
    _, found = judged(tmp_path, case)
    worst = found.terberat
    assert worst.tanda[0] == word
    assert (worst.jumlah, worst.janji, worst.arti) == (total, promise, meaning)
    assert worst.suku[0].waktu == "20 menit"


def test_one_rework_is_shown_and_not_counted(tmp_path: Path) -> None:
    _, found = judged(tmp_path, "janji-waktu/reject-ulang")
    assert found.terberat.ulang == (
        "Bila langkah 4 mengembalikan ke langkah 3 satu kali, bertambah 3 hari kerja 5 jam; "
        "ini tidak dihitung dalam janji."
    )


def test_the_gravest_case_comes_first(tmp_path: Path) -> None:
    _, found = judged(tmp_path, "janji-waktu/reject-kasus")
    assert [(each.kasus, each.putusan) for each in found.hitungan] == [
        ("Hilang", "melewati"),
        ("Baru", "sesuai"),
    ]


def test_nothing_to_weigh(tmp_path: Path) -> None:
    katalog, _ = judged(tmp_path, "janji-waktu/accept")
    sop = katalog.sop[SOP].isi
    assert tepat(sop.model_copy(update={"layanan": ()}), katalog) is None
    unmarked = tuple(each.model_copy(update={"jam_mulai": False}) for each in sop.baris)
    assert tepat(sop.model_copy(update={"baris": unmarked}), katalog) is None
    no_end = tuple(each.model_copy(update={"jam_selesai": False}) for each in sop.baris)
    shut = tepat(sop.model_copy(update={"baris": no_end}), katalog)
    assert shut
    assert shut.terberat.tanda[0] == "Belum dapat dihitung"
    assert tepat(sop, replace(katalog, layanan={})) is None


def test_lengths_in_words() -> None:
    office = Kalender()
    assert panjang(Ukuran(), office) == "0 menit"
    assert panjang(Ukuran(450 + 61, 2, 1), office) == "1 bulan 2 hari 1 hari kerja 1 jam 1 menit"
    assert panjang(Ukuran(1441), SEPANJANG_WAKTU) == "1 hari 1 menit"
