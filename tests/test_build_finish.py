"""What a site gets beside the engine's pages: sitemap, robots, redirects."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from generator.build.finish import finish, redirect, robots, sitemap
from generator.build.stage import Staged
from generator.derive.situs import Alihan, Halaman, Situs
from generator.model.catalog import Katalog
from generator.model.pemerintah import Pemerintah
from generator.write import Changes

DAY = date(2026, 11, 24)


def government(status: str) -> Pemerintah:
    return Pemerintah.model_validate(
        {
            "nama": "Pemerintah Kabupaten Uji",
            "nama_pendek": "Uji",
            "sebutan_daerah": "Kabupaten Uji",
            "nama_situs": "SIPP Uji",
            "slogan": "Standar",
            "pengelola": "Bagian Organisasi",
            "status": status,
            "diperbarui": "2026-11-24",
            "alamat_situs": "https://uji.example/sipp/",
            "zona_waktu": "WITA",
            "unit": "kab-uji",
        }
    )


def page(address: str, *, noindex: bool = False, day: date | None = DAY) -> Halaman:
    return Halaman(address, "J", "D", "t", noindex=noindex, diperbarui=day)


def situs(*pages: Halaman, status: str = "berlaku", alihan: tuple[Alihan, ...] = ()) -> Situs:
    return Situs(Katalog(government(status)), DAY, pages, alihan)


def staged(**meta: dict[str, object]) -> Staged:
    handwritten = {f"{name}.md": each for name, each in meta.items()}
    return Staged(frozenset(handwritten), Changes(), handwritten=handwritten)


def test_the_sitemap_lists_what_may_be_found_with_its_day() -> None:
    site = situs(
        page("unit/b/"),
        page(""),
        page("layanan/rahasia/", noindex=True),
        page("cari/", day=None),
    )
    text = sitemap(site, staged(tentang={"diperbarui": DAY}, privasi={"noindex": True}))
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    urls = ET.fromstring(text).findall("s:url", names)
    rows = [
        (each.findtext("s:loc", "", names), each.findtext("s:lastmod", "", names)) for each in urls
    ]
    assert rows == [
        ("https://uji.example/sipp/", "2026-11-24"),
        ("https://uji.example/sipp/cari/", ""),
        ("https://uji.example/sipp/tentang/", "2026-11-24"),
        ("https://uji.example/sipp/unit/b/", "2026-11-24"),
    ]


@pytest.mark.parametrize(
    ("status", "last"),
    [("contoh", "Disallow: /"), ("berlaku", "Sitemap: https://uji.example/sipp/sitemap.xml")],
)
def test_robots_may_come_once_the_data_is_real(status: str, last: str) -> None:
    assert robots(situs(status=status)).splitlines()[-1] == last


def test_a_redirect_escapes_what_records_say() -> None:
    moved = Alihan("layanan/a/lama/", "layanan/a/baru/", "a/baru", '<b>"Nama" & lain</b>')
    text = redirect(moved, situs())
    assert "<b>" not in text
    assert 'href="../baru/"' in text
    assert 'href="https://uji.example/sipp/layanan/a/baru/"' in text


def test_a_redirect_never_hides_a_page(tmp_path: Path) -> None:
    kept = tmp_path / "layanan/a/baru/index.html"
    kept.parent.mkdir(parents=True)
    kept.write_text("<p>halaman</p>")
    moved = Alihan("layanan/a/baru/", "layanan/a/lain/", "a/lain", "Lain")
    found = finish(tmp_path, situs(page("layanan/a/baru/"), alihan=(moved,)), staged()).findings
    assert "masih dipakai halaman lain" in found[0].message
    assert found[0].record == "a/lain"
    assert kept.read_text() == "<p>halaman</p>"


def test_a_redirect_to_nowhere_is_a_finding(tmp_path: Path) -> None:
    moved = Alihan("layanan/a/lama/", "layanan/a/hilang/", "a/hilang", "Hilang")
    (found,) = finish(tmp_path, situs(alihan=(moved,)), staged()).findings
    assert "tidak ada halaman" in found.message
    assert "halaman lain)" not in found.message
