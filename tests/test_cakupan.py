"""The page of coverage: every service with its SOP and process, every missing pair named."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from generator.check import check
from generator.derive import derive
from generator.derive.cakupan import ADA, SEBAGIAN, papan_cakupan
from generator.model.cakupan import cakupan
from generator.model.catalog import Katalog
from generator.render.pages import render
from tests.bantuan import DASAR, lay

TODAY = date(2026, 11, 24)
RULES = DASAR.parent


def katalog(target: Path, *layers: str) -> Katalog:
    found = check(lay(target, DASAR, *(RULES / each for each in layers)), TODAY).katalog
    assert found is not None
    return found


def test_a_catalog_without_gaps_says_so(tmp_path: Path) -> None:
    view = papan_cakupan(katalog(tmp_path))
    assert [each.banyak for each in view.kurang] == [0] * 5
    assert view.angka[0] == ("2 dari 2", "layanan punya SOP")
    assert {each.keadaan for each in view.pemilik} == {ADA}


def test_every_missing_pair_is_named(tmp_path: Path) -> None:
    found = katalog(
        tmp_path,
        "layanan-tanpa-sop/reject",
        "sop-tanpa-layanan/reject",
        "proses-inti-tanpa-layanan/reject",
    )
    view = papan_cakupan(found)
    assert {each.kode: each.butir for each in view.kurang if each.banyak} == {
        "layanan-tanpa-sop": (("Dinas Contoh", ("Izin uji",)),),
        "sop-tanpa-layanan": (("Dinas Contoh", ("Penerbitan izin contoh",)),),
        "proses-inti-tanpa-layanan": (("Dinas Contoh", ("CTH.01.03 Penyuluhan",)),),
    }
    owner = next(each for each in view.pemilik if each.nama == "Dinas Contoh")
    assert owner.keadaan == SEBAGIAN
    assert owner.angka == "1 dari 2 layanan lengkap"


def test_a_service_finds_its_process_by_itself_by_the_process_or_by_its_sop(tmp_path: Path) -> None:
    rows = cakupan(katalog(tmp_path)).baris
    assert rows["dinas-contoh"][0].proses == "CTH.01.01"
    assert rows["desa"][0].sop == ("desa/surat-usaha",)


def test_the_page_tells_by_word_and_icon(tmp_path: Path) -> None:
    site = derive(katalog(tmp_path, "layanan-tanpa-sop/reject"), TODAY)
    text = render(site)["papan/cakupan/index.md"]
    assert "Belum ada SOP" in text
    assert re.search(r'<span class="lencana l-baik"><svg[^>]*>.*?</svg>Ada</span>', text)
    assert "1 belum" in text
    assert 'href="../../layanan/dinas-contoh/izin-uji/"' in text
