"""Pages of SOPs and processes: every picture has its equal text, every file its place."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from generator.check import check
from generator.derive import derive
from generator.derive.proses import TampilanPeta
from generator.derive.situs import Situs
from generator.derive.sop import jalur_utama
from generator.model.catalog import ProsesUnit, SopTempat
from generator.model.proses import Proses
from generator.render.pages import render
from tests.bantuan import DASAR, TODAY
from tests.draw.muat import CONTOH, sop

HOSTILE = '<b onclick="x">&amp; {{ 7*7 }} *tebal* [tautan](javascript:x)'


def process(**more: object) -> Proses:
    return Proses.model_validate(
        {
            "nama": f"Penataan {HOSTILE}",
            "status": "contoh",
            "diperbarui": "2026-11-24",
            "kategori": "inti",
            **more,
        }
    )


@pytest.fixture(scope="module")
def situs() -> Situs:
    katalog = check(DASAR, TODAY).katalog
    assert katalog
    owner = next(iter(katalog.unit))
    hostile = sop(CONTOH[1]).model_copy(update={"judul": HOSTILE, "proses": "UJI.01.01"})
    places = [
        SopTempat(f"{owner}/satu", hostile, "x.yaml"),
        SopTempat(f"{owner}/dua", sop(CONTOH[0]), "x.yaml"),
        SopTempat(f"{owner}/tempat", sop(CONTOH[0]), "x.yaml", pola=f"{owner}/dua"),
    ]
    cross = {
        "lajur": [{"kode": "a", "nama": "Warga"}, {"kode": "b", "nama": HOSTILE}],
        "langkah": [
            {"kode": "s", "uraian": "Memohon", "lajur": "a", "jenis": "mulai", "serah": HOSTILE},
            {
                "kode": "p", "uraian": HOSTILE, "lajur": "b", "jenis": "keputusan",
                "tidak": "s", "sop": f"{owner}/tempat",
            },
            {"kode": "t", "uraian": "Menerima", "lajur": "a", "jenis": "selesai"},
        ],
    }  # fmt: skip
    relation = [{"proses": "UJI.01.01", "arah": "keluar", "apa": "Data"}]
    relation.append({"pihak": HOSTILE, "arah": "masuk", "apa": HOSTILE})
    processes = {
        "UJI.01": process(misi=[HOSTILE]),
        "UJI.01.01": process(lintas_fungsi=cross),
        "UJI.02": process(kategori="pendukung", relasi=relation),
    }
    return derive(
        replace(
            katalog,
            sop={each.id: each for each in places},
            proses={code: ProsesUnit(code, owner, each, "x") for code, each in processes.items()},
        ),
        TODAY,
    )


@pytest.fixture(scope="module")
def tree(situs: Situs) -> dict[str, str]:
    return {
        path: text for path, text in render(situs).items() if path.startswith(("sop/", "proses/"))
    }


def test_addresses(tree: dict[str, str], situs: Situs) -> None:
    owner = next(iter(situs.katalog.unit))
    assert set(tree) == {
        "sop/index.md",
        *(f"sop/{owner}/satu/{file}" for file in ("index.md", "sop.svg", "sop.bpmn")),
        *(f"sop/{owner}/dua/{file}" for file in ("index.md", "sop.svg", "sop.bpmn")),
        "proses/index.md", "proses/peta.svg",
        "proses/UJI.01/index.md", "proses/UJI.01/peta.svg",
        "proses/UJI.01.01/index.md", "proses/UJI.01.01/peta.svg", "proses/UJI.01.01/peta.bpmn",
        "proses/UJI.02/index.md", "proses/UJI.02/peta.svg",
    }  # fmt: skip


def test_every_picture_has_its_equal_text(tree: dict[str, str]) -> None:
    pages = {path: text for path, text in tree.items() if path.endswith(".md")}
    assert sum("aria-describedby" in text for text in pages.values()) >= 5
    for path, text in pages.items():
        for described in re.findall(r'aria-describedby="([^"]+)"', text):
            inside = re.search(rf'id="{described}">(.*?)</div>', text, re.DOTALL)
            assert inside, (path, described)
            assert len(re.sub(r"<[^>]+>", "", inside[1])) > 20
        for picture in re.findall(r'<svg class="(?:lebar|sempit|utuh)"[^>]*>', text):
            assert re.search(r'role="group" aria-label="[^"]+"', picture), path


def test_nothing_escapes_and_nothing_is_left_to_markdown(tree: dict[str, str]) -> None:
    for path, text in tree.items():
        body = text.partition("\n---\n")[2] if path.endswith(".md") else text
        assert "<b onclick" not in body, path
        assert "style=" not in body, path
        if path.endswith(".md"):
            assert not re.search(r"\n\s*\n|\n[ \t]", body.strip()), path


def test_steps_and_sheet_say_the_same(tree: dict[str, str], situs: Situs) -> None:
    owner = next(iter(situs.katalog.unit))
    text = tree[f"sop/{owner}/dua/index.md"]
    assert len(re.findall(r'<li id="langkah-\d+">', text)) == 12
    assert text.count('<td class="no">') == 12
    assert 'href="#langkah-1">kembali ke langkah 1</a>' in text
    assert "Bila kuota penuh lanjut ke langkah 11." in text
    for name in ("sop.svg", "sop.bpmn", "sop-a4.pdf", "sop-f4.pdf"):
        assert f'href="{name}"' in text


def test_a_step_leads_to_the_page_of_its_pattern(tree: dict[str, str], situs: Situs) -> None:
    owner = next(iter(situs.katalog.unit))
    assert (
        f'<a class="bisa" href="../../sop/{owner}/dua/" aria-label="'
        in tree["proses/UJI.01.01/index.md"]
    )


def test_time_of_the_main_path() -> None:
    record = sop(CONTOH[0])
    assert jalur_utama(record) == "2 hari kerja + 5 jam 40 menit"


def test_a_process_counts_what_hangs_below_it(situs: Situs) -> None:
    view = next(each.isi for each in situs.halaman if isinstance(each.isi, TampilanPeta))
    assert [(each.kode, each.sop) for each in view.pohon] == [
        ("UJI.01", 1), ("UJI.01.01", 1), ("UJI.02", 0),
    ]  # fmt: skip
