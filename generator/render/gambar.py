"""Drawings of SOPs and processes for pages, and the files that stand beside the pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from generator.derive import alamat
from generator.derive.proses import TampilanPeta, TampilanProses
from generator.derive.situs import Situs
from generator.derive.sop import TampilanSop
from generator.draw import svg
from generator.draw.bpmn import bpmn
from generator.draw.cells import cells
from generator.draw.chain import Band, Item, Relation, children, relations, value_chain
from generator.draw.cross import Map, cross
from generator.draw.flow import of_cross, of_sop
from generator.draw.place import Box, layout
from generator.draw.reading import reading
from generator.draw.sheet import Columns, compose
from generator.draw.size import for_sheet

Link = Callable[[str], str]
COLUMNS = Columns()
_BOX = {"keputusan": Box(-30, -20, 30, 20)}


@dataclass(frozen=True, slots=True)
class SelLembar:
    """A lane's cell of the sheet."""

    svg: Markup
    lebar: int
    tinggi: int


@dataclass(frozen=True, slots=True)
class Lembar:
    """What the web sheet of a SOP needs beside its texts."""

    lajur: tuple[str, ...]
    sel: tuple[tuple[SelLembar, ...], ...]
    bacaan: tuple[str, ...]


def lembar_sop(view: TampilanSop) -> Lembar:
    """Draw the sheet of a SOP into the cells of its table."""
    flow = of_sop(view.sop)
    grid = cells(layout(flow, for_sheet(len(flow.lanes))))
    return Lembar(
        lajur=flow.lanes,
        sel=tuple(
            tuple(SelLembar(Markup(cell.svg), cell.width, cell.height) for cell in row)  # noqa: S704
            for row in grid
        ),
        bacaan=reading(flow, [_spoken(row.waktu) for row in view.baris]),
    )


def _spoken(time: str) -> str:
    return "" if time == "-" else time


def simbol(kind: str) -> Markup:
    """Return the outline of a symbol for legends and step lists, around 0, 0."""
    shape = svg.outline(kind, _BOX.get(kind, Box(-28, -14, 28, 14)), attributes=' class="bt"')
    return Markup(shape.strip())  # noqa: S704  (our own outline)


@dataclass(frozen=True, slots=True)
class Gambar:
    """A map on a page: its pictures and its equal text."""

    judul: str
    svg: Markup
    """One picture, or a wide one and one for phones."""
    bacaan: tuple[str, ...]


@pass_context
def peta_nol(context: Context, view: TampilanPeta) -> Gambar:
    """Draw level 0 for wide screens and for phones."""
    link = _linker(context)
    picture = _twice(lambda narrow: _level_0(view, link, narrow=narrow), "Peta proses level 0")
    words = tuple(
        f"{band.nama}, {band.keterangan}: {'; '.join(one.nama for one in band.butir)}."
        for band in view.pita
        if band.butir
    )
    return Gambar("Peta level 0", picture, words)


def _twice(draw: Callable[[bool], Map], title: str) -> Markup:
    """Return a picture for wide screens and one for phones; the style sheet shows one of them."""
    return _inline(draw(False), title, "lebar") + _inline(draw(True), title, "sempit")


def _level_0(view: TampilanPeta, link: Link, *, narrow: bool) -> Map:
    bands = [
        Band(
            band.nama,
            band.keterangan,
            band.kode == "inti",
            tuple(Item(one.nama, link(one.alamat)) for one in band.butir),
        )
        for band in view.pita
        if band.butir
    ]
    return value_chain(bands, narrow=narrow)


def _linker(context: Context) -> Link:
    here = str(context["dari"])
    return lambda address: alamat.relatif(here, address)


def _inline(found: Map, title: str, kind: str) -> Markup:
    markup = (
        f'<svg class="{kind}" viewBox="0 0 {found.width:g} {found.height:g}" '
        f'width="{found.width:g}" height="{found.height:g}" role="group" '
        f'aria-label="{escape(title)}">{found.svg}</svg>'
    )
    return Markup(markup)  # noqa: S704  (draw escapes every text)


@pass_context
def peta_proses(context: Context, view: TampilanProses) -> tuple[Gambar, ...]:
    """Draw every map that a process has: subprocesses, cross-functional, relations."""
    return tuple(_maps(view, _linker(context)))


def _maps(view: TampilanProses, link: Link) -> Iterator[Gambar]:
    if view.lintas:
        picture = _inline(_cross(view, link), view.nama, "utuh")
        yield Gambar("Peta lintas fungsi", picture, _cross_words(view))
    if view.anak:
        items = _children(view, link)
        picture = _twice(
            lambda narrow: children(view.nama, items, narrow=narrow), f"Subproses {view.nama}"
        )
        words = (f"{view.nama} terdiri atas: {'; '.join(one.nama for one in view.anak)}.",)
        yield Gambar("Peta subproses", picture, words)
    if view.relasi:
        picture = _twice(
            lambda narrow: _relations(view, link, narrow=narrow), f"Hubungan {view.nama}"
        )
        yield Gambar("Peta relasi", picture, _relation_words(view))


def _children(view: TampilanProses, link: Link) -> list[Item]:
    return [Item(one.nama, link(one.alamat)) for one in view.anak]


def _cross(view: TampilanProses, link: Link) -> Map:
    assert view.lintas
    links = {each.nomor - 1: link(each.sop.alamat) for each in view.langkah if each.sop}
    return cross(of_cross(view.lintas), links)


def _relations(view: TampilanProses, link: Link, *, narrow: bool = False) -> Map:
    found = [
        Relation(one.pihak, one.apa, one.masuk, link(one.alamat) if one.alamat else None)
        for one in view.relasi
    ]
    return relations(view.nama, found, narrow=narrow)


def _cross_words(view: TampilanProses) -> tuple[str, ...]:
    assert view.lintas
    sentences = reading(of_cross(view.lintas))
    return tuple(
        f"{sentence} Yang diserahkan: {step.serah}." if step.serah else sentence
        for sentence, step in zip(sentences, view.lintas.langkah, strict=True)
    )


def _relation_words(view: TampilanProses) -> tuple[str, ...]:
    return tuple(
        f"{'Menerima dari' if one.masuk else 'Memberi kepada'} {one.pihak}: {one.apa}."
        for one in view.relasi
    )


def berkas_gambar(situs: Situs) -> dict[str, str]:
    """Return the drawings beside the pages: path -> text."""
    tree: dict[str, str] = {}
    for page in situs.halaman:
        if isinstance(page.isi, TampilanSop):
            tree[f"{page.alamat}sop.svg"] = sop_svg(page.isi)
            tree[f"{page.alamat}sop.bpmn"] = sop_bpmn(page.isi)
        elif isinstance(page.isi, TampilanProses):
            tree |= _process_files(page.alamat, page.isi)
        elif isinstance(page.isi, TampilanPeta):
            found = _level_0(page.isi, _from(page.alamat), narrow=False)
            tree[f"{page.alamat}peta.svg"] = _file(found, page.judul, page.deskripsi)
    return tree


def sop_svg(view: TampilanSop) -> str:
    """Return the official sheet of a SOP as a file."""
    flow = of_sop(view.sop)
    page = compose(flow, [row.sel for row in view.baris], for_sheet(len(flow.lanes)), COLUMNS)
    words = reading(flow, [_spoken(row.waktu) for row in view.baris])
    return svg.sheet(page, f"SOP {view.judul}", " ".join(words))


def sop_bpmn(view: TampilanSop) -> str:
    """Return the BPMN file of a SOP."""
    notes = [
        " ".join(
            f"{name}: {text.rstrip('.')}."
            for name, text in (
                ("Waktu", _spoken(row.waktu)),
                ("Kelengkapan", row.kelengkapan),
                ("Output", row.output),
                ("Keterangan", row.keterangan),
            )
            if text
        )
        for row in view.baris
    ]
    return bpmn(of_sop(view.sop), view.id, view.judul, notes)


def _from(address: str) -> Link:
    return lambda to: alamat.relatif(address, to)


def _process_files(address: str, view: TampilanProses) -> dict[str, str]:
    link = _from(address)
    if view.lintas:
        words = " ".join(_cross_words(view))
        notes = [f"Diserahkan: {step.serah}." if step.serah else "" for step in view.lintas.langkah]
        return {
            f"{address}peta.svg": _file(_cross(view, link), view.nama, words),
            f"{address}peta.bpmn": bpmn(of_cross(view.lintas), view.kode, view.nama, notes),
        }
    if view.anak:
        words = "; ".join(one.nama for one in view.anak)
        return {
            f"{address}peta.svg": _file(
                children(view.nama, _children(view, link)), view.nama, f"Subproses: {words}."
            )
        }
    words = " ".join(_relation_words(view))
    return {f"{address}peta.svg": _file(_relations(view, link), view.nama, words or view.nama)}


def _file(found: Map, title: str, words: str) -> str:
    return svg.document(found.svg, found.width, found.height, title, words, name="peta")
