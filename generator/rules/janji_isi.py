"""Rules about what a SOP asks, gives and shows, against what its standard promises."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.finding import Level
from generator.model.hitung import berlaku, kombinasi
from generator.model.jalur import alur_utuh, susun, terjangkau
from generator.model.janji import Biaya, Persyaratan
from generator.model.kata import rupiah
from generator.model.layanan import Standar
from generator.model.sop import BarisSop, Sop
from generator.rules.bantu import listing
from generator.rules.janji_bantu import tell
from generator.rules.registry import Complaint, Context, Scope, rule
from generator.rules.sop_bentuk import involves_public, is_public
from generator.rules.sop_layanan import Pasangan
from generator.rules.syarat import NOT_LEVIED


def intake(sop: Sop) -> int:
    """Return how many rows are first steps: up to the one where the file is found complete.

    That is the first decision or the row where the clock starts, whichever stands lower; the
    rows below in which citizens still hand something in belong to them too.
    """
    marks = [at for at, each in enumerate(sop.baris) if each.jam_mulai or each.jenis == "keputusan"]
    clock = [at for at in marks if sop.baris[at].jam_mulai]
    last = max([*clock[:1], *marks[:1]], default=len(sop.baris) - 1)
    return last + 1


def asked_at(sop: Sop) -> list[int]:
    """Return the rows in which documents are asked: first steps, and any by the citizen."""
    first = intake(sop)
    return [at for at, each in enumerate(sop.baris) if at < first or involves_public(each, sop)]


def received_at(sop: Sop, asked: Sequence[int]) -> list[int]:
    """Return the rows in which documents come in: also those that an outside party brings."""
    outside = {each.kode for each in sop.pelaksana if each.luar or each.unit}
    more = [at for at, each in enumerate(sop.baris) if not outside.isdisjoint(each.pelaku)]
    return sorted({*asked, *more})


@rule("janji-dokumen", Level.ERROR, Scope.CATALOG)
def documents(context: Context) -> Iterator[Complaint]:
    """Dokumen yang diminta di langkah awal SOP sama dengan persyaratan di standarnya.

    Syarat yang hanya ada di SOP baru diketahui warga di loket, lalu ia pulang lagi; syarat yang
    hanya ada di standar dibawa warga tanpa pernah diperiksa. Langkah awal ialah baris sampai
    berkas dinyatakan lengkap, dan baris lain yang dikerjakan warga; dokumen juga boleh datang dari
    pihak luar, mis. sekolah atau dinas teknis. Syarat wajib diperiksa per kasus; syarat bersyarat
    boleh tidak disebut SOP; dari `salah_satu` cukup satu. SOP makro, parsial, dan generik boleh
    menyerahkannya kepada SOP lain, tetapi tidak meminta yang tidak ada di standar. Hasil layanan
    itu sendiri belum ada sebelum baris yang menghasilkannya, kecuali yang lama memang diminta.

    Sumber: UU 25/2009 Pasal 21 (persyaratan); PermenPANRB 35/2012 (mutu baku kelengkapan).
    """
    for pair in context.pasangan:
        if not pair.berbeda("persyaratan", "kasus"):
            continue
        yield from _too_early(pair, context)
        rows = asked_at(pair.sop)
        if not pair.standar.persyaratan:
            continue
        if pair.utuh and pair.sop.golongan.isi != "generik":
            yield from _unasked(pair, received_at(pair.sop, rows))
        yield from _unpromised(pair, rows)


def _unasked(pair: Pasangan, rows: Sequence[int]) -> Iterator[Complaint]:
    """Tell which documents the standard asks for and no first step receives."""
    sop, standard = pair.sop, pair.standar
    lacking: dict[tuple[str, ...], list[Mapping[str, str]]] = {}
    for choice in kombinasi(standard.kasus):
        seen = {
            code
            for at in rows
            if berlaku(sop.baris[at].kasus, choice, standard.kasus)
            for code in sop.baris[at].dokumen
        }
        groups: dict[str, list[str]] = {}
        for need in standard.persyaratan:
            if need.dokumen and _duty(need) and berlaku(need.kasus, choice, standard.kasus):
                groups.setdefault(need.salah_satu or f" {need.kode}", []).append(need.dokumen)
        for names in groups.values():
            if seen.isdisjoint(names):
                lacking.setdefault(tuple(names), []).append(choice)
    for wanted, choices in lacking.items():
        text = " atau ".join(f"`{each}`" for each in wanted)
        taken = [at for at in rows if not set(wanted).isdisjoint(sop.baris[at].dokumen)]
        if taken:
            yield _in_other_cases(pair, taken[0], text, choices)
            continue
        yield tell(
            pair,
            ("baris", rows[0], "dokumen"),
            f"syarat {text} tidak diterima di langkah awal SOP",
            f"sebut di `dokumen` baris yang menerimanya; bila syarat itu keliru, perbaiki "
            f"`dokumen` atau `kasus`-nya di standar `{pair.layanan}`, atau hapus dari sana",
            anchor=("baris", rows[0], "kode"),
            komponen="persyaratan",
        )


def _in_other_cases(
    pair: Pasangan, at: int, text: str, choices: Sequence[Mapping[str, str]]
) -> Complaint:
    """Tell of a row that receives a document, but not in every case that asks for it."""
    row, axes = pair.sop.baris[at], pair.standar.kasus
    apart = {
        choice[axis.kode]
        for choice in choices
        for axis in axes
        if any(each.kode in row.kasus for each in axis.pilihan)
        and choice[axis.kode] not in row.kasus
    }
    missing = listing(sorted(apart))
    return tell(
        pair,
        ("baris", at, "kasus"),
        f"syarat {text} diminta juga dalam kasus {missing}, tetapi baris `{row.kode}` yang "
        "menerimanya tidak",
        f"tambahkan {missing} ke `kasus` baris ini, atau hapus dari `kasus` syaratnya di standar "
        f"`{pair.layanan}`",
        komponen="persyaratan",
    )


def _duty(need: Persyaratan) -> bool:
    return need.wajib == "ya" and need.jenis != "aturan"


def _unpromised(pair: Pasangan, rows: Sequence[int]) -> Iterator[Complaint]:
    """Tell which documents a first step asks for and the standard does not name."""
    sop, standard = pair.sop, pair.standar
    cases: dict[str, list[tuple[str, ...]]] = {}
    for need in standard.persyaratan:
        if need.dokumen:
            cases.setdefault(need.dokumen, []).append(need.kasus)
    own = {each.dokumen for each in standard.produk if each.dokumen}
    for at in rows:
        row = sop.baris[at]
        for place, code in enumerate(row.dokumen):
            if code in own and code not in cases:
                continue  # told by `_too_early`, if it is wrong
            if code not in cases:
                message = f"baris `{row.kode}` meminta `{code}`, tetapi standar tidak"
            elif not _common(row.kasus, cases[code], standard):
                message = f"baris `{row.kode}` meminta `{code}` dalam kasus yang tidak memintanya"
            else:
                continue
            yield tell(
                pair,
                ("baris", at, "dokumen", place),
                message,
                f"perbaiki `kasus` syaratnya di standar `{pair.layanan}`, atau hapus di sini"
                if code in cases
                else f"tambahkan `dokumen: {code}` di `persyaratan` standar `{pair.layanan}`, "
                "atau hapus di sini",
                komponen="persyaratan",
            )


def _too_early(pair: Pasangan, context: Context) -> Iterator[Complaint]:
    """Tell which rows need the service's own product before a row makes it."""
    products: dict[str, set[str]] = {}
    for each in pair.standar.produk:
        if each.dokumen and any(each.dokumen in row.dokumen for row in pair.sop.baris):
            products.setdefault(each.dokumen, set()).add(each.kode)
    for code, makers in products.items():
        same = [each for each in context.pasangan if each.id == pair.id]
        if any(code == need.dokumen for each in same for need in each.standar.persyaratan):
            continue
        there = _once_made(pair, makers, context)
        for at, row in enumerate(pair.sop.baris):
            if code in row.dokumen and at not in there:
                yield tell(
                    pair,
                    ("baris", at, "dokumen", row.dokumen.index(code)),
                    f"baris `{row.kode}` memerlukan `{code}`, hasil layanan ini yang belum dibuat",
                    f"hapus di sini; bila yang lama diminta kembali, tambahkan `dokumen: {code}` "
                    f"di `persyaratan` standar `{pair.layanan}`",
                    komponen="persyaratan",
                )


def _once_made(pair: Pasangan, makers: set[str], context: Context) -> set[int]:
    """Return the rows in which a product may be there: those that make it and those after."""
    rows = pair.sop.baris
    made = [at for at, row in enumerate(rows) if not makers.isdisjoint(row.produk)]
    if not made:
        others = [each.sop.baris for each in context.pasangan if each.layanan == pair.layanan]
        elsewhere = any(not makers.isdisjoint(row.produk) for each in others for row in each)
        return set(range(0 if elsewhere or not pair.utuh else intake(pair.sop), len(rows)))
    flow = alur_utuh(rows)
    if flow is None:
        return set(range(made[0], len(rows)))
    _, returns = susun(flow, 0)
    back = set(returns)
    onward = [
        tuple(each for each in exits if (at, each) not in back) for at, exits in enumerate(flow)
    ]
    return terjangkau(tuple(onward), made)


def _common(row: tuple[str, ...], needs: Sequence[tuple[str, ...]], standard: Standar) -> bool:
    """Tell whether a row and a requirement have a case in common."""
    return any(
        berlaku(row, choice, standard.kasus)
        and any(berlaku(each, choice, standard.kasus) for each in needs)
        for choice in kombinasi(standard.kasus)
    )


@rule("janji-produk", Level.ERROR, Scope.CATALOG)
def products(context: Context) -> Iterator[Complaint]:
    """Setiap hasil layanan yang dijanjikan dihasilkan oleh sebuah baris SOP, dalam kasusnya.

    Hasil yang tidak dihasilkan siapa pun tidak akan sampai ke tangan warga. Bila sebuah layanan
    dijalankan beberapa SOP, cukup salah satunya menghasilkan.

    Sumber: UU 25/2009 Pasal 21 (produk pelayanan); PermenPANRB 35/2012 (mutu baku output).
    """
    making: dict[str, list[BarisSop]] = {}
    for pair in context.pasangan:
        making.setdefault(pair.layanan, []).extend(pair.sop.baris)
    for pair in context.pasangan:
        standard = pair.standar
        if not pair.utuh or not pair.berbeda("produk", "kasus"):
            continue
        for product in standard.produk:
            rows = [each for each in making[pair.layanan] if product.kode in each.produk]
            if rows and _made(rows, product.kasus, standard):
                continue
            when = "" if not rows else " untuk semua kasus yang menjanjikannya"
            yield tell(
                pair,
                ("baris",),
                f"produk `{product.kode}` ({product.nama}) tidak dihasilkan baris mana pun{when}",
                f"tulis `produk: [{product.kode}]` di baris yang menghasilkannya dalam kasus itu, "
                f"atau perbaiki `produk` standar `{pair.layanan}`",
                komponen="produk",
            )


def _made(rows: Sequence[BarisSop], kasus: tuple[str, ...], standard: Standar) -> bool:
    """Tell whether in every case of a product one of the rows yields it."""
    return all(
        any(berlaku(row.kasus, choice, standard.kasus) for row in rows)
        for choice in kombinasi(standard.kasus)
        if berlaku(kasus, choice, standard.kasus)
    )


@rule("janji-biaya", Level.ERROR, Scope.CATALOG)
def fees(context: Context) -> Iterator[Complaint]:
    """Biaya dibayar di baris SOP yang menyebutnya, dan yang gratis tidak dibayar di mana pun.

    Pungutan yang tidak ada di standar adalah pungutan liar; biaya yang tidak punya baris tidak
    jelas dibayar kapan dan kepada siapa.

    Sumber: UU 25/2009 Pasal 21 dan 31 (biaya/tarif); Perpres 87/2016 (Saber Pungli).
    """
    for pair in context.pasangan:
        standard = pair.standar
        if not pair.berbeda("biaya"):
            continue
        paid = {code for row in pair.sop.baris for code in row.biaya}
        free = {each.kode for each in standard.biaya if each.jumlah == 0}
        for at, row in enumerate(pair.sop.baris):
            for place, code in enumerate(row.biaya):
                if code in free:
                    yield tell(
                        pair,
                        ("baris", at, "biaya", place),
                        f"baris `{row.kode}` memungut `{code}`, yang di standar Rp0",
                        "hapus `biaya` baris ini, atau perbaiki `jumlah` di standar "
                        f"`{pair.layanan}`",
                        komponen="biaya",
                    )
        due = [
            each
            for each in standard.biaya
            if each.hitungan != "unit_lain"
            and (each.jumlah or each.rumus)
            and not (each.berlaku_sampai and each.berlaku_sampai < context.today)
        ]
        lacking = [each for each in due if each.kode not in paid] if pair.utuh else []
        if due and len(lacking) == len(due):
            yield tell(
                pair,
                ("baris",),
                f"biaya {', '.join(map(_named, lacking))} tidak dibayar di baris mana pun",
                _pay(pair, due[0], f"tulis `biaya: [{due[0].kode}]` di baris tempat membayarnya"),
                komponen="biaya",
            )
        else:
            for fee in lacking:
                yield tell(
                    pair,
                    ("baris",),
                    f"biaya {_named(fee)} tidak dibayar di baris mana pun",
                    _pay(pair, fee, f"tambahkan `{fee.kode}` di `biaya` baris tempat membayarnya"),
                    komponen="biaya",
                )


def _named(fee: Biaya) -> str:
    return f"`{fee.kode}` ({rupiah(fee.jumlah)})" if fee.jumlah else f"`{fee.kode}`"


def _pay(pair: Pasangan, fee: Biaya, how: str) -> str:
    """Say how a fee is written in the SOP; where the standard calls it free, only after that."""
    own = fee.dasar.regulasi if fee.dasar else None
    laws = [each.mengenai for each in pair.standar.dasar_hukum if each.regulasi == own]
    laws.append(fee.dasar.mengenai if fee.dasar else None)
    words = " ".join(filter(None, (fee.kode, fee.untuk, fee.keterangan, *laws)))
    free = any(each.jumlah == 0 for each in pair.standar.biaya) or NOT_LEVIED.search(words)
    if not free:
        return f"{how}; bila memang gratis, perbaiki `biaya` standar `{pair.layanan}`"
    return (
        f"periksa dahulu `biaya` `{fee.kode}` di standar `{pair.layanan}`, yang juga menyebut "
        f"gratis: bila gratis, tulis `jumlah: 0` atau akhiri masanya di sana; bila dibayar, {how}"
    )


@rule("janji-prosedur", Level.ERROR, Scope.CATALOG)
def procedure(context: Context) -> Iterator[Complaint]:
    """Prosedur yang dibaca warga sama dengan baris SOP yang melibatkannya.

    Bila SOP meminta warga melakukan sesuatu yang tidak ada di prosedur, ia datang tanpa persiapan;
    bila prosedur menyuruhnya melakukan sesuatu yang tidak ada di SOP, petugas tidak siap.

    Sumber: UU 25/2009 Pasal 21 (sistem, mekanisme, dan prosedur); PermenPANRB 35/2012.
    """
    for pair in context.pasangan:
        steps = pair.standar.prosedur
        if not steps or not pair.utuh or not pair.berbeda("prosedur"):
            continue
        served = {code for row in pair.sop.baris for code in row.langkah}
        for step in steps:
            if is_public(step.pelaku) and step.kode not in served:
                yield tell(
                    pair,
                    ("baris",),
                    f"langkah warga `{step.kode}` di prosedur tidak dilayani baris mana pun",
                    f"tulis `langkah: [{step.kode}]` di barisnya, atau hapus langkah itu dari "
                    f"standar `{pair.layanan}`",
                    komponen="prosedur",
                )
        for at, row in enumerate(pair.sop.baris):
            if involves_public(row, pair.sop) and not row.langkah:
                yield tell(
                    pair,
                    ("baris", at, "pelaku"),
                    f"baris `{row.kode}` melibatkan warga, tetapi tidak ada di prosedur",
                    "tulis `langkah: [<kode>]`, dan tambahkan langkahnya di `prosedur` standar "
                    f"`{pair.layanan}` bila belum ada; atau perbaiki `pelaku` baris ini",
                    komponen="prosedur",
                )
