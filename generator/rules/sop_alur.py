"""The flow of rows, judged: what a SOP and a cross-functional map have in common."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.model.jalur import (
    Alur,
    Panah,
    Simpul,
    alur,
    alur_utuh,
    susun,
    terjangkau,
)
from generator.rules.bantu import listing, suggestion
from generator.rules.registry import Complaint
from generator.source import Path

MEMBER = ("lanjut", "ya", "tidak")


def start_faults(rows: Sequence[Simpul], base: Path, what: str) -> Iterator[Complaint]:
    """Tell where the flow does not begin with one start in its first row."""
    starts = [at for at, each in enumerate(rows) if each.jenis == "mulai"]
    if not starts:
        yield Complaint(
            (*base, 0, "kode"),
            f"tidak ada {what} `jenis: mulai`",
            f"tulis `jenis: mulai` di {what} pertama, `{rows[0].kode}`",
        )
    for at in starts[1:] if starts[:1] == [0] else starts:
        yield Complaint(
            (*base, at, "jenis"),
            f"{what} `{rows[at].kode}` berjenis mulai, tetapi bukan {what} pertama",
            f"mulai hanya satu, di {what} paling atas; di sini pakai `jenis: proses`",
        )


def end_faults(rows: Sequence[Simpul], base: Path, what: str) -> Iterator[Complaint]:
    """Tell if the flow has no end, or an end that leads on."""
    ends = [at for at, each in enumerate(rows) if each.jenis == "selesai"]
    if not ends:
        yield Complaint(
            (*base, len(rows) - 1, "kode"),
            f"tidak ada {what} `jenis: selesai`",
            f"tulis `jenis: selesai` di {what} terakhir, `{rows[-1].kode}`",
        )
    for at in ends:
        if rows[at].lanjut:
            yield Complaint(
                (*base, at, "lanjut"),
                f"{what} `{rows[at].kode}` berjenis selesai, tetapi masih berlanjut",
                "hapus `lanjut`, atau tulis `jenis: proses`",
            )


def target_faults(rows: Sequence[Simpul], base: Path, what: str) -> Iterator[Complaint]:
    """Tell which arrows lead to a row that does not exist, or off the sheet."""
    codes = [each.kode for each in rows]
    known = set(codes)
    for at, row in enumerate(rows):
        for key in MEMBER:
            target = getattr(row, key)
            if target and target not in known:
                yield Complaint(
                    (*base, at, key),
                    f"`{key}` menuju {what} `{target}` yang tidak ada",
                    suggestion(target, codes, f"pakai salah satu: {listing(codes)}"),
                )
    last = rows[-1]
    key = {"keputusan": "ya", "selesai": ""}.get(last.jenis, "lanjut")
    if key and not getattr(last, key):
        yield Complaint(
            (*base, len(rows) - 1, "kode"),
            f"sesudah {what} terakhir, `{last.kode}`, tidak ada apa-apa lagi",
            f"tulis `jenis: selesai`, atau sebut `{key}: <kode>`",
        )


def reach_faults(rows: Sequence[Simpul], base: Path, what: str) -> Iterator[Complaint]:
    """Tell which rows no path reaches; from which none reaches an end, `loop_faults` tells.

    Only causes are told: a row is silent if another unreached row leads to it, or if a decision
    that does not choose names it already.
    """
    flow = alur_utuh(rows)
    if flow is None:
        return
    same = any(_chooses_nothing(row, exits) for row, exits in zip(rows, flow, strict=True))
    lost = _unreached(flow)
    for at in () if same and len(lost) == 1 else lost:
        yield Complaint(
            (*base, at, "kode"),
            f"{what} `{rows[at].kode}` tidak pernah dicapai dari {what} pertama",
            "tuju dari `lanjut`, `ya`, atau `tidak` sebuah baris, atau hapus",
        )


def _unreached(flow: Alur) -> list[int]:
    """Return the rows that no path reaches, without those that follow from another of them."""
    reached = terjangkau(flow, [0])
    after = {at: terjangkau(flow, [at]) for at in range(len(flow)) if at not in reached}
    return [
        at
        for at, ours in after.items()
        if all(at <= other and other in ours for other, theirs in after.items() if at in theirs)
    ]


def decision_faults(rows: Sequence[Simpul], base: Path, what: str) -> Iterator[Complaint]:
    """Tell which decisions do not choose: one target, one label, or none but themselves."""
    flow = alur(rows)
    for at, (row, exits) in enumerate(zip(rows, flow, strict=True)):
        if row.jenis != "keputusan":
            continue
        if _chooses_nothing(row, exits):
            lost = [rows[each].kode for each in _unreached(flow)]
            meant = (
                f"yang satu mungkin `{lost[0]}`, yang kini tidak dicapai; "
                if len(lost) == 1
                else ""
            )
            yield Complaint(
                (*base, at, "tidak"),
                f"keputusan `{row.kode}` menuju {what} yang sama bila ya dan bila tidak",
                f"{meant}tulis tujuan yang berbeda, atau jadikan `jenis: proses`",
            )
        elif any(each.ke == at for each in exits):
            yield Complaint(
                (*base, at, "tidak"),
                f"keputusan `{row.kode}` kembali ke dirinya sendiri",
                "tuju langkah yang memperbaiki kekurangannya",
            )


def _chooses_nothing(row: Simpul, exits: Sequence[Panah]) -> bool:
    """Tell whether a decision leads to one row, whatever is decided."""
    return row.jenis == "keputusan" and len({each.ke for each in exits}) < len(exits)


def loop_faults(rows: Sequence[Simpul], base: Path, what: str) -> Iterator[Complaint]:
    """Tell which loops close without a `no`: nothing would ever end them.

    So no row is without a way to an end: from one that is, `ya` and `lanjut` run in a circle.
    """
    flow = alur_utuh(rows)
    if flow is None:
        return
    forward = tuple(tuple(each for each in exits if each.kunci != "tidak") for exits in flow)
    seen: set[int] = set()
    for start in range(len(rows)):
        if start in seen:
            continue
        order, returns = susun(forward, start)
        for at, each in returns:
            if at not in seen:
                yield Complaint(
                    (*base, at, each.kunci),
                    f"{what} `{rows[at].kode}` kembali ke `{rows[each.ke].kode}` tanpa syarat",
                    "putaran hanya boleh lewat jalan `tidak` sebuah keputusan",
                )
        seen.update(order)
