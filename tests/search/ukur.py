"""Measure the search of a built site as a citizen meets it: `python -m tests.search.ukur`.

Chromium opens /cari/?q=… for every query; the same queries go to Material's search and MiniSearch.
The table is printed, and with `--tulis` written into docs/search.md.
"""

from __future__ import annotations

import argparse
import re
import shutil
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from playwright.sync_api import Browser, Page

from generator.check import check
from generator.derive import derive
from generator.derive.situs import Pencarian
from generator.search.berkas import Bahan
from generator.search.indeks import FRASA
from generator.search.peringkat import Peringkat
from tests.search import banding, besar
from tests.search.kueri import Kueri, baca
from tests.search.peramban import Situs, layani, peramban, perlambat, persentil, tanya

HARI = date(2026, 11, 24)
LAPORAN = Path("docs/search.md")
TANDA = re.compile(r"(<!-- ukur -->\n).*?(<!-- /ukur -->)", re.DOTALL)
LAMBAT = 4
"""Times that the processor is slowed down."""


@dataclass(frozen=True, slots=True)
class Skor:
    """How well a search answers a set of queries."""

    banyak: int
    satu: float
    """Share with the answer first."""
    tiga: float
    """Share with the answer among the first three."""
    mrr: float
    kosong: float
    """Share without any result."""

    def __str__(self) -> str:
        """Return the figures as a row of a table."""
        return f"{self.satu:.3f} / {self.tiga:.3f} / {self.mrr:.3f} / {self.kosong:.3f}"


def skor(asked: Sequence[Kueri], found: Sequence[Sequence[str]]) -> Skor:
    """Score results, ids in order, against the answers of the queries."""
    ranks = []
    for query, ids in zip(asked, found, strict=True):
        last = [each.rpartition("/")[2] for each in ids[:10]]
        ranks.append(next((at for at, each in enumerate(last, 1) if each in query.jawaban), 0))
    many = max(1, len(ranks))
    return Skor(
        len(ranks),
        sum(rank == 1 for rank in ranks) / many,
        sum(0 < rank <= 3 for rank in ranks) / many,
        sum(1 / rank for rank in ranks if rank) / many,
        sum(not ids for ids in found) / many,
    )


def bahan(pencarian: Pencarian) -> Bahan:
    """Return what the index of a site is made of."""
    return Bahan(pencarian.layanan, pencarian.unit, pencarian.sinonim, pencarian.henti)


def tanpa_diri(bahan: Bahan) -> tuple[int, float, float]:
    """Put each saying, taken out of its record, as a query: how many, first, among three."""
    ranking = Peringkat(bahan.indeks(), bahan.pengurai)
    many = first = three = 0
    for doc, each in enumerate(bahan.dokumen[: len(bahan.layanan)]):
        for at, text in enumerate(each.frasa, start=2):
            answer = ranking.jawab(text, frozenset({doc * FRASA + at}))
            ids = [one.dokumen for one in answer.urutan[:3]]
            many += 1
            first += ids[:1] == [doc]
            three += doc in ids
    return many, first / many, three / many


def himpunan(queries: Iterable[Kueri]) -> dict[str, list[Kueri]]:
    """Return the sets that are reported apart."""
    sets: dict[str, list[Kueri]] = defaultdict(list)
    for each in queries:
        if not each.jawaban:
            continue
        if each.gelombang == 1:
            sets["1, terlihat" if not each.tersembunyi else "1, tersembunyi"].append(each)
        else:
            sets[str(each.gelombang)].append(each)
    return dict(sorted(sets.items()))


def baris_skor(queries: Sequence[Kueri], engines: dict[str, dict[str, list[str]]]) -> Iterator[str]:
    """Yield the table of engines by sets, then ours by phenomenon."""
    sets = himpunan(queries)
    yield "| mesin | " + " | ".join(f"{name} ({len(each)})" for name, each in sets.items()) + " |"
    yield "|---" * (len(sets) + 1) + "|"
    for engine, found in engines.items():
        cells = [skor(each, [found[one.teks] for one in each]) for each in sets.values()]
        yield f"| {engine} | " + " | ".join(map(str, cells)) + " |"
    yield ""
    yield "| gejala (mesin ini) | kueri | pertama | tiga teratas |"
    yield "|---|---|---|---|"
    kinds: dict[str, list[Kueri]] = defaultdict(list)
    for one in queries:
        if one.jawaban:
            kinds[one.fenomena].append(one)
    ours = next(iter(engines.values()))
    for kind, each in sorted(kinds.items()):
        result = skor(each, [ours[one.teks] for one in each])
        yield f"| {kind} | {result.banyak} | {result.satu:.3f} | {result.tiga:.3f} |"


def kecepatan(page: Page, site: Situs, queries: Sequence[str]) -> tuple[float, float]:
    """Return p50 and p95 of a query in milliseconds, typed into an open page on a slow phone."""
    tanya(page, site.alamat, "ktp")
    perlambat(page, LAMBAT)
    times: list[float] = page.evaluate(
        """async (queries) => {
          const { Mesin } = await import(new URL("../aset/js/cari-mesin.js", location.href));
          const mesin = new Mesin(await (await fetch("indeks.json")).json());
          const times = [];
          for (const each of queries) {
            const start = performance.now();
            await mesin.cari(each);
            times.push(performance.now() - start);
          }
          return times;
        }""",
        list(queries),
    )
    perlambat(page, 1)
    return persentil(times, 0.5), persentil(times, 0.95)


def polos(browser: Browser) -> Page:
    """Return a page without a service worker, which would fetch for later what nobody asked."""
    return browser.new_context(service_workers="block").new_page()


def dingin(page: Page, site: Situs, teks: str, kali: int = 1) -> tuple[int, float]:
    """Return bytes over the page, and milliseconds, from a cold visit's typing to its result."""
    page.goto(f"{site.alamat}cari/")
    page.wait_for_load_state("networkidle")
    before = site.berat()
    scripts = sum(size for path, size in before.items() if "/cari" in path and path[-3:] == ".js")
    perlambat(page, kali)
    # Timed in the page: how long the tool that types takes is not the site's doing.
    page.evaluate(
        """() => {
          const hasil = document.getElementById("hasil");
          addEventListener("input", () => (window.mulai = performance.now()), { once: true });
          new MutationObserver(() => {
            if (hasil.querySelector("[data-id]")) window.jadi ??= performance.now();
          }).observe(hasil, { childList: true });
        }"""
    )
    page.fill("#q", teks)
    page.press("#q", "Enter")
    page.wait_for_selector("#hasil[data-selesai] [data-id]")
    spent: float = page.evaluate("window.jadi - window.mulai")
    perlambat(page, 1)
    return scripts + sum(site.berat().values()), spent


def ukuran_besar(page: Page, built: Path, whole: Bahan, jumlah: int) -> Iterator[str]:
    """Yield what a search costs among very many services."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "situs"
        shutil.copytree(built / "cari", copy / "cari")
        shutil.copytree(built / "aset", copy / "aset")
        files, size = besar.tulis(copy / "cari", whole, jumlah)
        yield f"- {jumlah:,} layanan: {files:,} berkas, {size / 1e6:.0f} MB seluruhnya"
        with layani(copy) as site:
            for text in ("ktp hilang", "surat pindah ke tarakan", "anak mau masuk sd"):
                assert page.context.browser
                fresh = polos(page.context.browser)
                weight, spent = dingin(fresh, site, text)
                fresh.close()
                yield f"- “{text}”: {weight / 1000:.0f} KB sampai hasil pertama, {spent:.0f} ms"


def kalimat_awal(asked: int, services: int) -> Iterator[str]:
    """Yield what the figures are."""
    yield f"Diukur pada {asked} kueri dan {services} layanan."
    yield "Isi sel: pertama / tiga teratas / MRR@10 / tanpa hasil."
    yield ""


def ukur(built: Path, catalog: Path, jumlah: int) -> list[str]:
    """Measure everything; return the report's lines."""
    katalog = check(catalog, HARI).katalog
    assert katalog
    found = derive(katalog, HARI).pencarian
    queries = baca()
    asked = [each.teks for each in queries if each.jawaban]
    whole = bahan(found)
    with layani(built) as site, peramban() as browser:
        page = browser.new_page()
        ours = {each: tanya(page, site.alamat, each) for each in asked}
        none = [tanya(page, site.alamat, each.teks) for each in queries if not each.jawaban]
        p50, p95 = kecepatan(page, site, asked)
        site.berat()
        weight, spent = dingin(polos(browser), site, "ktp hilang", LAMBAT)
        engines = {
            "**mesin ini**": ours,
            "Material 9.8.1, bawaan": dict(
                zip(asked, banding.material(browser, found.layanan, asked), strict=True)
            ),
        }
        folder = Path(tempfile.gettempdir()) / "minisearch-uji"
        mini = banding.minisearch(folder, found.layanan, asked)
        if mini is not None:
            engines["MiniSearch 7, awalan + mirip, OR, bobot"] = dict(zip(asked, mini, strict=True))
        lines = [*kalimat_awal(len(asked), len(found.layanan)), *baris_skor(queries, engines), ""]
        if mini is None:
            lines.append("MiniSearch tidak diukur: Node.js atau paketnya tidak ada di mesin ini.\n")
        many, first, three = tanpa_diri(whole)
        few = sum(len(each) <= 3 for each in none)
        slow = f"prosesor {LAMBAT} kali lebih lambat"
        lines += [
            f"- Tiap sebutan dicabut lalu dijadikan kueri ({many}): {first:.3f} / {three:.3f}",
            f"- Kueri tanpa jawaban ({len(none)}): {few} menampilkan paling banyak tiga",
            f"- Satu kueri, {slow}: p50 {p50:.1f} ms, p95 {p95:.1f} ms",
            f"- Kunjungan dingin, {slow}: {weight / 1000:.1f} KB (gzip) di atas halaman sampai",
            f"  hasil pertama, {spent:.0f} ms sejak diketik",
        ]
        if jumlah:
            lines += ukuran_besar(page, built, whole, jumlah)
    return lines


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--situs", type=Path, default=Path("site"), help="folder of the built site")
    parser.add_argument("--catalog", type=Path, default=Path("catalog"))
    parser.add_argument("--besar", type=int, default=0, help="also measure so many services")
    parser.add_argument("--tulis", action="store_true", help=f"write the table into {LAPORAN}")
    options = parser.parse_args()
    report = "\n".join(ukur(options.situs, options.catalog, options.besar))
    print(report)
    if options.tulis:
        text = LAPORAN.read_text("utf-8")
        LAPORAN.write_text(TANDA.sub(lambda mark: f"{mark[1]}{report}\n{mark[2]}", text), "utf-8")


if __name__ == "__main__":
    main()
