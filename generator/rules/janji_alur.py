"""Rules about the way through a SOP, against the steps and cases of its standard."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import pairwise

from generator.finding import Level
from generator.model.hitung import berlaku, kombinasi
from generator.model.jalur import Alur, alur_utuh, terjangkau
from generator.model.layanan import Standar
from generator.model.sop import Sop
from generator.rules.bantu import listing
from generator.rules.janji_bantu import tell
from generator.rules.registry import Complaint, Context, Scope, rule
from generator.rules.sop_layanan import Pasangan
from generator.rules.syarat import together


def _serving(sop: Sop) -> Mapping[str, Sequence[int]]:
    """Return the rows that serve each step of the standard."""
    found: dict[str, list[int]] = {}
    for at, row in enumerate(sop.baris):
        for code in row.langkah:
            found.setdefault(code, []).append(at)
    return found


@rule("janji-kembali", Level.WARNING, Scope.CATALOG)
def way_back(context: Context) -> Iterator[Complaint]:
    """Langkah yang di standar kembali ke langkah lain, di SOP kembali ke baris langkah itu.

    Kendaraan yang tidak lulus diperbaiki, lalu diuji lagi; bila SOP meneruskannya ke pencetakan
    kartu, yang tidak memenuhi syarat terbit tanpa diperiksa. Yang dilihat jalan `tidak` keputusan
    yang melayani langkah itu; permohonan yang berakhir di sana boleh diajukan dari awal.

    Sumber: UU 25/2009 Pasal 21 (prosedur); PermenPANRB 35/2012 (diagram alir bercabang).
    """
    for pair in context.pasangan:
        steps = [step for step in pair.standar.prosedur if any(e.kembali_ke for e in step.jika)]
        flow = alur_utuh(pair.sop.baris) if steps and pair.berbeda("prosedur") else None
        if flow is None:
            continue
        serving = _serving(pair.sop)
        for step in steps:
            codes = [each.kembali_ke for each in step.jika if each.kembali_ke]
            back = {at for code in codes for at in serving.get(code, ())}
            found = _passes(pair.sop, flow, serving.get(step.kode, ()), back) if back else None
            if found:
                decision, after = (pair.sop.baris[at] for at in found)
                rows = listing(pair.sop.baris[at].kode for at in sorted(back - {found[1]} or back))
                yield tell(
                    pair,
                    ("baris", found[1], "lanjut"),
                    f"jalan “{decision.kata_tidak or 'Tidak'}” dari `{decision.kode}` tidak "
                    f"kembali lewat {rows}, padahal di standar langkah `{step.kode}` kembali ke "
                    f"{listing(codes)}",
                    f"arahkan `lanjut` di `{after.kode}`, atau `tidak` di `{decision.kode}`, "
                    f"supaya `{decision.kode}` dijalani lagi lewat {rows}; atau perbaiki "
                    f"`kembali_ke` di standar `{pair.layanan}`",
                    komponen="prosedur",
                    anchor=("baris", found[0], "tidak"),
                )


def _passes(sop: Sop, flow: Alur, rows: Sequence[int], back: Set[int]) -> tuple[int, int] | None:
    """Return a decision whose `no` goes past the rows it should lead back to, and where it errs."""
    decisions = [at for at in rows if sop.baris[at].jenis == "keputusan"]
    made = {at for at, row in enumerate(sop.baris) if row.produk}
    ahead = tuple(() if at in decisions else exits for at, exits in enumerate(flow))
    short = tuple(() if at in back else exits for at, exits in enumerate(ahead))
    first: tuple[int, int] | None = None
    for at in decisions:
        start = next(each.ke for each in flow[at] if each.kunci == "tidak")
        # From the first row a citizen applies anew; there a shorter way back is no contradiction.
        skipped = 0 not in back and at in (seen := terjangkau(short, [start])) and not seen & back
        reached = terjangkau(ahead, [start])
        # What is made above the decision is what it judges.
        if skipped or any(each > at for each in reached & made):
            first = first or (at, start)
        elif reached & back:
            return None
    return first


@rule("janji-kasus", Level.ERROR, Scope.CATALOG)
def cases_agree(context: Context) -> Iterator[Complaint]:
    """Baris SOP berlaku dalam kasus langkah, produk, dan biaya yang disebutnya.

    Bangunan jadi ditinjau petugas; bila barisnya ditulis untuk rumah yang belum dibangun, tidak
    ada yang meninjau, dan pemilik tanah kosong menunggu peninjauan. Langkah dan biaya juga
    dilayani dalam setiap kasusnya.

    Sumber: UU 25/2009 Pasal 21 (prosedur); PermenPANRB 35/2012; praktik katalog ini (kasus).
    """
    for pair in context.pasangan:
        standard = pair.standar
        if not standard.kasus or not pair.berbeda("kasus", "prosedur", "produk", "biaya"):
            continue
        yield from _other_case(pair)
        yield from _left_out(pair)


_KEYS = (("langkah", "prosedur"), ("produk", "produk"), ("biaya", "biaya"))
"""What a row names, and where the standard holds it."""


def _items(standard: Standar, key: str) -> Mapping[str, Sequence[str]]:
    """Return the cases of each step, product or fee that has any."""
    return {each.kode: each.kasus for each in getattr(standard, key) if each.kasus}


def _other_case(pair: Pasangan) -> Iterator[Complaint]:
    """Tell which rows name what belongs to cases that they have not."""
    for key, component in _KEYS:
        items = _items(pair.standar, component)
        for at, row in enumerate(pair.sop.baris):
            for code in getattr(row, key) if row.kasus else ():
                cases = items.get(code)
                if cases is None or together(row.kasus, cases, pair.standar):
                    continue
                yield tell(
                    pair,
                    ("baris", at, "kasus"),
                    f"baris `{row.kode}` untuk {listing(row.kasus)}, {key} `{code}` di standar "
                    f"untuk {listing(cases)}",
                    f"tulis `kasus: [{', '.join(cases)}]` di sini; atau perbaiki `kasus` "
                    f"`{code}` di standar `{pair.layanan}`",
                    komponen=component,
                )


def _left_out(pair: Pasangan) -> Iterator[Complaint]:
    """Tell which steps and fees some row serves, but in a case of theirs none."""
    axes = pair.standar.kasus
    names = {case.kode: case.nama for axis in axes for case in axis.pilihan}
    for key, component in (_KEYS[0], _KEYS[2]):
        for item in getattr(pair.standar, component):
            rows = [at for at, row in enumerate(pair.sop.baris) if item.kode in getattr(row, key)]
            if not rows or not all(pair.sop.baris[at].kasus for at in rows):
                continue
            served = [pair.sop.baris[at].kasus for at in rows]
            bare = [
                choice
                for choice in kombinasi(axes)
                if berlaku(item.kasus, choice, axes)
                and not any(berlaku(each, choice, axes) for each in served)
            ]
            whole = sum(berlaku(item.kasus, choice, axes) for choice in kombinasi(axes))
            if bare and len(bare) < whole:  # with none in common, the row itself is told
                case = ", ".join(names[code] for code in bare[0].values())
                yield tell(
                    pair,
                    ("baris", rows[0], "kasus"),
                    f"{key} `{item.kode}` tidak dilayani baris mana pun untuk {case}",
                    "tambahkan kasusnya di sini; atau perbaiki `kasus` "
                    f"`{item.kode}` di standar `{pair.layanan}`",
                    komponen=component,
                )


@rule("janji-urutan", Level.WARNING, Scope.CATALOG)
def order_agrees(context: Context) -> Iterator[Complaint]:
    """Baris SOP mengikuti urutan langkah di standarnya.

    Warga yang membaca "bayar, lalu terbit" dan di loket diminta menunggu terbit dulu mengira ada
    yang disembunyikan. Dua langkah yang tidak pernah ditempuh bersama tidak dibandingkan.

    Sumber: UU 25/2009 Pasal 21 (sistem, mekanisme, dan prosedur); PermenPANRB 35/2012.
    """
    for pair in context.pasangan:
        if not pair.berbeda("prosedur"):
            continue
        serving = _serving(pair.sop)
        steps = [each for each in pair.standar.prosedur if each.kode in serving]
        for step, after in pairwise(steps):
            late, early = serving[step.kode], serving[after.kode]
            if late[0] <= early[-1] or not together(step.kasus, after.kasus, pair.standar):
                continue
            yield tell(
                pair,
                ("baris", late[0], "langkah"),
                f"langkah `{step.kode}` dilayani sesudah `{after.kode}`, di standar sebelumnya",
                f"perbaiki `langkah` di sini atau di `{pair.sop.baris[early[-1]].kode}`; atau "
                f"tukar urutan kedua langkah di standar `{pair.layanan}`",
                komponen="prosedur",
            )
