"""Ten errands from a village hall: a stick, a phone-sized window, no network, two taps.

The words are how people say it, none taken from the records; the answer is the first result.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.peramban.conftest import ROOT, built

pytestmark = pytest.mark.peramban

VILLAGE = "desa-long-bia"
ERRANDS = {
    "dompet saya dicuri ktp ikut hilang": "disdukcapil/ktp-el-hilang-rusak",
    "bayi baru lahir belum ada surat": "disdukcapil/akta-kelahiran",
    "mau pindah ke tarakan": "disdukcapil/pindah-keluar",
    "nikah di kua butuh surat apa": "desa-kelurahan/pengantar-nikah",
    "bapak meninggal urus warisan tanah": "desa-kelurahan/suket-ahli-waris",
    "surat miskin buat sekolah anak": "desa-kelurahan/sktm",
    "buka warung perlu izin": "dpmptsp/nib-oss",
    "berobat pakai bpjs di puskesmas": "puskesmas/rawat-jalan-puskesmas",
    "anak pindah sekolah": "disdikbud/mutasi-siswa",
    "bayar pajak tanah": "bapenda/pbb-bayar",
}


@pytest.fixture(scope="session")
def stick(bersama: Path) -> Path:
    more = ("--luring", "--unit", VILLAGE)
    return built(bersama / "edisi-bulungan", *more, catalog=ROOT / "catalog")


@pytest.fixture(scope="module")
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(viewport={"width": 360, "height": 800}, offline=True)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("words", ERRANDS)
def test_an_errand_is_finished_in_two_taps(words: str, page: Page, stick: Path) -> None:
    page.goto((stick / "index.html").as_uri())
    page.fill("#q", words)
    page.keyboard.press("Enter")  # the first tap: Cari
    first = page.wait_for_selector("#hasil [data-id]")
    assert first
    assert first.get_attribute("data-id") == ERRANDS[words]
    page.click("#hasil [data-id] a >> nth=0")  # the second
    page.wait_for_url(f"**/layanan/{ERRANDS[words]}/**")
    answers = page.query_selector_all(".jawab .besar")
    assert len([each for each in answers if each.is_visible()]) == 4
    assert page.query_selector(".centang li, #dokumen p")


def test_the_stick_is_small_enough_to_send(stick: Path) -> None:
    assert stick.with_name(f"{stick.name}.zip").stat().st_size < 5_000_000
