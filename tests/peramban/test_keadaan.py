"""My case, my list: the card follows the case, dates follow the office, shared text reads well."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.peramban.conftest import ROOT

pytestmark = pytest.mark.peramban

KTP = "layanan/disdukcapil/ktp-el-hilang-rusak/"
JAM = (ROOT / "generator/theme/aset/js/jam.js").read_text("utf-8")
CARD = """<!doctype html><p id="j" data-utc="8" data-kerja="{kerja}"
data-libur="2026-12-24 2026-12-25 2027-01-01" {tutup} hidden>
<span data-lama="{lama}"></span></p><script type="module">{jam}</script>"""
WEEK = "1=16:00 2=16:00 3=16:00 4=16:00 5=16:30"
HOURS = 'data-tutup="1=15:30 2=15:30 3=15:30 4=15:30 5=11:00"'


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    # A device that believes it is in London must still count the office's days.
    context = chromium.new_context(
        viewport={"width": 360, "height": 800}, timezone_id="Europe/London"
    )
    yield context.new_page()
    context.close()


def promise(page: Page, now: str, lama: str, tutup: str = HOURS, kerja: str = WEEK) -> str:
    page.clock.set_fixed_time(now)
    page.set_content(CARD.format(kerja=kerja, tutup=tutup, lama=lama, jam=JAM))
    page.wait_for_selector("#j")
    return page.inner_text("#j")


@pytest.mark.parametrize(
    ("now", "lama", "told"),
    [
        # Tuesday 08.00 WITA is midnight in London.
        ("2026-11-24T00:00:00Z", "1k", "Berkas lengkap hari ini, siap paling lambat Rabu, 25 N"),
        # Monday 23.30 in London is Tuesday 07.30 WITA.
        ("2026-11-23T23:30:00Z", "1k", "Berkas lengkap hari ini, siap paling lambat Rabu, 25 N"),
        # After closing the file counts from the next day.
        ("2026-11-24T07:30:00Z", "1k", "Berkas lengkap Rabu, 25 November, siap paling lambat K"),
        # Friday after eleven: Monday.
        ("2026-11-27T03:00:00Z", "3k", "Senin, 30 November, siap paling lambat Kamis, 3 D"),
        # Sunday.
        ("2026-11-29T02:00:00Z", "1k", "Senin, 30 November, siap paling lambat Selasa, 1 D"),
        # Christmas, its joint leave and the weekend are no working days.
        ("2026-12-23T02:00:00Z", "1k", "Berkas lengkap hari ini, siap paling lambat Senin, 28 D"),
        # The same day; working days and days mixed; a month without that day.
        ("2026-11-24T02:00:00Z", "0k", "Berkas lengkap hari ini, siap hari itu juga."),
        ("2026-11-24T02:00:00Z", "2k+14h", "siap paling lambat Kamis, 10 Desember."),
        ("2026-12-31T02:00:00Z", "2b", "siap paling lambat Minggu, 28 Februari 2027."),
        # Past the last holiday known the page says so.
        ("2026-12-30T02:00:00Z", "5k", "(hari libur belum dihitung)."),
        ("2026-11-24T02:00:00Z", "", "Tanggal selesainya belum dapat dihitung."),
    ],
)  # fmt: skip
def test_the_latest_day(page: Page, now: str, lama: str, told: str) -> None:
    assert told in promise(page, now, lama)


def test_a_place_without_hours_keeps_the_governments(page: Page) -> None:
    assert "hari ini" in promise(page, "2026-11-24T07:59:00Z", "1k", "")
    assert "Rabu" in promise(page, "2026-11-24T08:00:00Z", "1k", "")


def test_a_week_of_six_days_counts_saturday(page: Page) -> None:
    six = " ".join(f"{day}=14:00" for day in range(1, 7))
    assert "paling lambat Sabtu, 28 N" in promise(page, "2026-11-27T02:00:00Z", "1k", "", six)
    assert "paling lambat Senin, 30 N" in promise(page, "2026-11-27T02:00:00Z", "1k")


def test_the_card_follows_the_case_and_the_address_keeps_it(page: Page, alamat: str) -> None:
    page.goto(alamat + KTP)
    page.check("[data-sumbu] input[value=hilang]")
    assert page.url.endswith("?kasus=hilang")
    visible = page.eval_on_selector_all(
        ".centang li", "each => each.filter(e => e.offsetParent).map(e => e.innerText)"
    )
    assert any("polisi" in each for each in visible)
    assert not any("KTP-el yang rusak" in each for each in visible)
    page.click("[data-kasus-hapus]")
    assert "kasus" not in page.url


def test_no_choice_contradicts_what_the_card_said_before(page: Page, alamat: str) -> None:
    """Each value of a case lies within the range the page shows without a choice."""
    page.goto(f"{alamat}layanan/puskesmas/rawat-jalan/")
    assert "Gratis sampai" in page.inner_text(".jawab")
    values = set()
    for radio in page.query_selector_all("[data-sumbu] input"):
        radio.check()
        card = page.eval_on_selector_all(
            ".jawab .besar", "each => each.filter(e => e.offsetParent).map(e => e.innerText)"
        )
        assert len(card) == 4
        values.add(card[1])
    assert values == {"Gratis", "Rp15.000"}


def test_without_scripts_every_case_has_its_section(chromium: Browser, alamat: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{alamat}layanan/puskesmas/rawat-jalan/")
    told = [each.inner_text() for each in page.query_selector_all("section.tanpa-js")]
    context.close()
    assert len(told) == 2
    assert "Gratis" in told[0]
    assert "Rp15.000" in told[1]
    assert all("Bawa:" in each for each in told)


def test_shared_text_reads_well(page: Page, alamat: str) -> None:
    page.add_init_script(
        "Object.defineProperty(navigator, 'clipboard',"
        " {value: {writeText: async teks => { window.tersalin = teks }}})"
    )
    page.goto(f"{alamat}{KTP}?kasus=hilang#dokumen")
    page.click("[data-aksi=salin]")
    page.wait_for_function("window.tersalin")
    text = page.evaluate("window.tersalin")
    lines = text.split("\n")
    assert lines[0] == "*Penggantian KTP-el hilang atau rusak*"
    assert "Keadaan: Hilang" in lines
    for start in ("Waktu: ", "Biaya: ", "Tempat: ", "Bawa (", "Datang ke:", "- Surat"):
        assert any(each.startswith(start) for each in lines), start
    assert any("siap" in each for each in lines)
    assert any("Jalan Keteladanan" in each for each in lines)
    assert f"{alamat}{KTP}?kasus=hilang" in lines
    assert not re.search(r"undefined|null|  |\n\n\n", text)


def test_the_short_print_is_a5_and_holds_only_my_case(
    page: Page, alamat: str, tmp_path: Path
) -> None:
    page.goto(f"{alamat}{KTP}?kasus=hilang")
    page.evaluate("document.documentElement.classList.add('ringkas-cetak')")
    pdf = page.pdf(prefer_css_page_size=True)
    boxes = {tuple(map(float, each.split())) for each in
             re.findall(rb"/MediaBox ?\[([^\]]+)\]", pdf)}  # fmt: skip
    assert {(round(box[2]), round(box[3])) for box in boxes} == {(420, 595)}
    page.evaluate("document.documentElement.classList.add('ringkas-cetak')")
    page.emulate_media(media="print")
    assert not page.is_visible("#hukum")
    assert page.is_visible(".centang li:has-text('polisi')")
    assert not page.is_visible(".centang li:has-text('KTP-el yang rusak')")
