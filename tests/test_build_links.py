"""The link check: every wrong link is found, no right one is."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.build.links import Survey, own_files, survey

URL = "https://uji.example/sipp/"


def checked(root: Path, **files: str) -> Survey:
    pages = {
        "index.html": '<h1 id="atas">x</h1>',
        "unit/a/index.html": '<a name="lama"></a><p id="jam buka">x</p>',
        "aset/a.css": "",
        "aset/a.js": "",
        "aset/b.js": "",
        "lampiran/surat tugas.pdf": "",
    }
    for path, text in {**pages, **files}.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return survey(root, URL, list(own_files(root)))


@pytest.mark.parametrize(
    "link",
    [
        "../unit/a/",
        "../unit/a/?tempat=desa#lama",
        "../unit/a/#jam%20buka",
        "../unit/a/index.html",
        "../",
        "..",
        ".",
        "./",
        "",
        "#",
        "?q=ktp",
        "#sini",
        "../#atas",
        "/sipp/unit/a/",
        "/sipp/",
        "https://uji.example/sipp/unit/a/#lama",
        "../lampiran/surat%20tugas.pdf",
        "../lampiran/surat tugas.pdf",
        "https://lain.example/x",
        "mailto:a@b.id",
        "tel:137",
        "sms:1708",
    ],
)
def test_a_right_link_passes(tmp_path: Path, link: str) -> None:
    page = f'<p id="sini"><a class="x" href="{link}">x</a></p>'
    assert checked(tmp_path, **{"hal/index.html": page}).broken == ()


@pytest.mark.parametrize(
    ("link", "reason"),
    [
        ("../unit/b/", "tidak ada halaman atau berkas"),
        ("../unit/a", "berakhir dengan garis miring"),
        ("../unit/A/", "tidak ada halaman atau berkas"),
        ("../unit/a/#baru", "tidak punya bagian `#baru`"),
        ("#tidak-ada", "tidak punya bagian `#tidak-ada`"),
        ("../../luar/", "keluar dari alamat situs"),
        ("/lain/", "keluar dari alamat situs"),
        ("/", "keluar dari alamat situs"),
        ("https://uji.example/sipp/hilang/", "tidak ada halaman atau berkas"),
        ("//lain.example/x", "harus berawal `https://`"),
        ("http://lain.example/", "`http:` tidak diizinkan"),
        ("javascript:alert(1)", "`javascript:` tidak diizinkan"),
        ("JaVaScRiPt:alert(1)", "`javascript:` tidak diizinkan"),
        ("data:text/html,x", "`data:` tidak diizinkan"),
        ("&#106;avascript:alert(1)", "`javascript:` tidak diizinkan"),
        ("ftp://lain.example/", "`ftp:` tidak diizinkan"),
    ],
)
@pytest.mark.parametrize(
    "form", ['<a href="{}">', "<a href='{}'>", '<a\n  href = "{}"\n>', '<A HREF="{}">']
)
def test_a_wrong_link_is_found(tmp_path: Path, link: str, reason: str, form: str) -> None:
    (broken,) = checked(tmp_path, **{"hal/index.html": form.format(link)}).broken
    assert broken.file == "hal/index.html"
    assert reason in broken.reason


@pytest.mark.parametrize(
    "page",
    [
        '<!-- <a href="hilang/">x</a> -->',
        "<script>var a = '<a href=\"hilang/\">';if(a<b)c()</script>",
        "<style>a::after{content:'<a href=\"hilang/\">'}</style>",
        '<pre><code>&lt;a href="hilang/"&gt;</code></pre>',
        '<p data-jenis=\'{"a": "<b href=hilang>"}\'>x</p>',
        '<p data-href="hilang/">x</p>',
        '<input id="q" name="hilang">',
        '<img src="data:image/svg+xml,x" alt="">',
    ],
)
def test_what_is_no_link_is_left_alone(tmp_path: Path, page: str) -> None:
    assert checked(tmp_path, **{"hal/index.html": page}).broken == ()


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        ('<img src="hilang.png" alt="">', "tidak ada halaman atau berkas"),
        ('<img srcset="../aset/a.css 1x, hilang.png 2x" alt="">', "tidak ada halaman atau berkas"),
        ('<script src="hilang.js"></script>', "tidak ada halaman atau berkas"),
        ('<script src="https://lain.example/x.js"></script>', "dari situs lain"),
        ('<link rel="stylesheet" href="https://lain.example/x.css">', "dari situs lain"),
        ('<img src="https://lain.example/x.png" alt="">', "dari situs lain"),
        ('<iframe src="data:text/html,x"></iframe>', "bukan gambar"),
        ('<form action="hilang/">', "tidak ada halaman atau berkas"),
        ('<ul data-indeks="hilang.json">', "tidak ada halaman atau berkas"),
        ('<p title="a > b"><a href="hilang/">x</a>', "tidak ada halaman atau berkas"),
        ("<a href=hilang/>x</a>", "tidak ada halaman atau berkas"),
    ],
)
def test_what_a_page_needs_is_there(tmp_path: Path, page: str, reason: str) -> None:
    (broken,) = checked(tmp_path, **{"hal/index.html": page}).broken
    assert reason in broken.reason


def test_styles_and_scripts_are_followed(tmp_path: Path) -> None:
    seen = checked(
        tmp_path,
        **{
            "hal/index.html": (
                '<link rel="stylesheet" href="../aset/a.css"><script src="../aset/a.js"></script>'
            ),
            "aset/a.css": "p{background:url(gambar.svg)} b{src:url('hilang.woff2')}",
            "aset/gambar.svg": "<svg/>",
            "aset/a.js": 'import {x} from "./b.js"; import("./hilang.js")',
            "aset/tak-dipakai.css": "p{background:url(entah.png)}",
        },
    )
    assert {(each.file, each.link) for each in seen.broken} == {
        ("aset/a.css", "hilang.woff2"),
        ("aset/a.js", "./hilang.js"),
    }
    assert {"aset/a.css", "aset/gambar.svg", "aset/a.js", "aset/b.js"} <= seen.used
    assert "aset/tak-dipakai.css" not in seen.used


def test_the_same_fault_on_many_pages_is_told_once(tmp_path: Path) -> None:
    pages = {f"hal/{number}/index.html": '<a href="../../hilang/">x</a>' for number in range(9)}
    (broken,) = checked(tmp_path, **pages).broken
    assert broken.pages == 9
    assert broken.file == "hal/0/index.html"
