"""Rules about the ladder of complaints: who answers first, and by when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.finding import Level
from generator.model.dasar import Durasi, Jenjang
from generator.model.hitung import BOBOT
from generator.model.kata import SATUAN
from generator.model.layanan import Standar
from generator.model.unit import Kelompok, Unit
from generator.rules.bantu import STANDAR
from generator.rules.registry import Complaint, Scope, rule
from generator.source import Path


class _Tangga(NamedTuple):
    """The ladder of one record, where it stands, and by when the whole is settled."""

    path: Path
    rungs: Sequence[Jenjang]
    whole: Durasi | None


def _ladder(record: Unit | Kelompok | Standar) -> _Tangga | None:
    if isinstance(record, Standar):
        handling = record.pengaduan
        path: Path = ("pengaduan",)
    else:
        shared = record.komponen_bersama
        handling, path = shared.pengaduan if shared else None, ("komponen_bersama", "pengaduan")
    return _Tangga((*path, "jenjang"), handling.jenjang, handling.batas) if handling else None


@rule("jenjang-lewat-batas", Level.WARNING, Scope.RECORD, "unit", "kelompok", *STANDAR)
def slower_than_the_whole(record: Unit | Kelompok | Standar) -> Iterator[Complaint]:
    """Jenjang pengaduan di bawah jenjang lain menjawab dalam tenggat seluruh pengaduannya.

    Kepala seksi yang boleh menjawab dalam 25 hari kerja, sedangkan pengaduan selesai dalam 14
    hari, membuat tenggatnya lewat sebelum camat mendengarnya. Jenjang teratas boleh lebih lama,
    karena biasanya atasan di luar unit.

    Sumber: UU 25/2009 Pasal 50 (tenggat penyelesaian pengaduan); praktik, mis. angka salah ketik.
    """
    ladder = _ladder(record)
    if not ladder or not ladder.whole:
        return
    whole = _length(ladder.whole)
    for index, rung in enumerate(ladder.rungs[:-1]):
        if sum(map(_length, rung.batas)) > whole:
            slowest = max(range(len(rung.batas)), key=lambda at: _length(rung.batas[at]))
            yield Complaint(
                (*ladder.path, index, "batas", slowest, "nilai"),
                f"jenjang `{rung.kode}` menjawab dalam {' + '.join(map(_said, rung.batas))}, "
                f"padahal seluruh pengaduan selesai dalam {_said(ladder.whole)}",
                f"tulis tenggat jenjang ini, paling lama {_said(ladder.whole)}; atau perbaiki "
                "`batas` seluruh pengaduannya",
            )


def _length(limit: Durasi) -> int:
    return limit.nilai * BOBOT[limit.satuan]


def _said(limit: Durasi) -> str:
    return f"{limit.nilai} {SATUAN[limit.satuan]}"


_RANKS = (
    re.compile(r"^(?:petugas|staf|pelaksana|loket|meja|operator)\b", re.IGNORECASE),
    re.compile(
        r"^(?:kasi|kabid|kasub\w*|kepala (?:seksi|bidang|subbagian|sub bagian|subbidang|tata usaha"
        r"|urusan|instalasi|ruang\w*)|sekretaris (?!daerah\b))\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"^(?:camat|lurah|direktur|inspektur|kepala (?:dinas|badan|kantor|satuan|puskesmas|desa"
        r"|upt\w*))\b",
        re.IGNORECASE,
    ),
    re.compile(r"\b(?:bupati|wali kota|sekretaris daerah|inspektorat)\b", re.IGNORECASE),
    re.compile(r"\bombudsman\b", re.IGNORECASE),
)
"""Who may answer, from below."""


def _rank(name: str) -> int | None:
    return next((at for at, each in enumerate(_RANKS) if each.search(name)), None)


@rule("jenjang-terbalik", Level.WARNING, Scope.RECORD, "unit", "kelompok", *STANDAR)
def subordinate_after_head(record: Unit | Kelompok | Standar) -> Iterator[Complaint]:
    """Jenjang pengaduan naik: petugas, kepala seksi atau bidang, pimpinan, lalu yang di luar.

    Warga yang belum puas pada jawaban camat dan lalu disuruh ke petugas loket berputar di tempat.

    Sumber: UU 25/2009 Pasal 40 sampai 50 (pengaduan kepada penyelenggara, lalu ombudsman).
    """
    ladder = _ladder(record)
    highest, above = -1, ""
    for index, rung in enumerate(ladder.rungs if ladder else ()):
        rank = _rank(rung.nama)
        if ladder and rank is not None and rank < highest:
            yield Complaint(
                (*ladder.path, index, "nama"),
                f"“{rung.nama}” baru didatangi sesudah “{above}”",
                f"pindahkan jenjang ini ke depan “{above}”",
            )
            return
        if rank is not None and rank > highest:
            highest, above = rank, rung.nama
