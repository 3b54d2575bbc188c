"""The flow of rows, judged: what a SOP and a cross-functional map have in common."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from generator.model.jalur import Simpul, alur, alur_utuh, dapat_selesai, susun, terjangkau
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
    """Tell which rows no path reaches, and from which no path reaches an end."""
    flow = alur_utuh(rows)
    if flow is None:
        return
    reached = terjangkau(flow, [0])
    ending = dapat_selesai(flow, [at for at, each in enumerate(rows) if each.jenis == "selesai"])
    for at, row in enumerate(rows):
        if at not in reached:
            yield Complaint(
                (*base, at, "kode"),
                f"{what} `{row.kode}` tidak pernah dicapai dari {what} pertama",
                "tuju dari `lanjut`, `ya`, atau `tidak` sebuah baris, atau hapus",
            )
        elif at not in ending:
            yield Complaint(
                (*base, at, "kode"),
                f"dari {what} `{row.kode}` tidak ada jalan ke selesai",
                "perbaiki `lanjut`, `ya`, atau `tidak` sesudahnya",
            )


def decision_faults(rows: Sequence[Simpul], base: Path, what: str) -> Iterator[Complaint]:
    """Tell which decisions do not choose: one target, one label, or none but themselves."""
    for at, (row, exits) in enumerate(zip(rows, alur(rows), strict=True)):
        if row.jenis != "keputusan":
            continue
        targets = Counter(each.ke for each in exits)
        if any(count > 1 for count in targets.values()):
            yield Complaint(
                (*base, at, "tidak"),
                f"keputusan `{row.kode}` menuju {what} yang sama bila ya dan bila tidak",
                "tulis tujuan yang berbeda, atau jadikan `jenis: proses`",
            )
        elif at in targets:
            yield Complaint(
                (*base, at, "tidak"),
                f"keputusan `{row.kode}` kembali ke dirinya sendiri",
                "tuju langkah yang memperbaiki kekurangannya",
            )


def loop_faults(rows: Sequence[Simpul], base: Path, what: str) -> Iterator[Complaint]:
    """Tell which loops close without a `no`: nothing would ever end them."""
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
