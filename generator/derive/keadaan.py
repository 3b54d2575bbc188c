"""What the answer card says for each case: time, latest day, fee, number of documents."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from generator.derive import kalimat
from generator.derive.syarat import Syarat, jumlah_dokumen
from generator.model.hitung import Lama, berlaku, kombinasi, lama_kasus, lama_semua
from generator.model.janji import Sumbu
from generator.model.layanan import Standar

T = TypeVar("T")

_SPELLED = 12
"""Without JavaScript so many cases are spelled out; more would bury the page."""
_LETTERS = {"hari_kerja": "k", "hari": "h", "minggu": "m", "bulan": "b", "tahun": "t"}
_SAME_DAY = {"menit": 480, "jam": 8}
"""What is this short ends on the day it began."""


@dataclass(frozen=True, slots=True)
class Keadaan:
    """One case spelled out, for readers without JavaScript and for print."""

    nama: str
    waktu: str
    biaya: str
    dokumen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MenurutKasus:
    """Values of the card with the cases they hold for; empty where all cases agree.

    Cases are codes separated by spaces, as the page's script reads them.
    """

    waktu: tuple[tuple[str, str], ...] = ()
    biaya: tuple[tuple[str, str], ...] = ()
    dokumen: tuple[tuple[str, str], ...] = ()
    lama: tuple[tuple[str, str], ...] = ()
    """Length of time as the script counts it, as in "2k+14h"; empty text if it cannot."""
    satu_per_satu: tuple[Keadaan, ...] = ()


def menurut_kasus(standar: Standar, today: date, syarat: Sequence[Syarat]) -> MenurutKasus:
    """Return what the card says once the cases are chosen."""
    axes = standar.kasus
    if not axes:
        return MenurutKasus()

    def time(choice: Mapping[str, str]) -> str:
        return kalimat.waktu_dari(lama_kasus(standar, choice), standar)

    def fee(choice: Mapping[str, str]) -> str:
        return kalimat.biaya_dari(
            [row for row in standar.biaya if berlaku(row.kasus, choice, axes)], today
        )

    def count(choice: Mapping[str, str]) -> str:
        return kalimat.dokumen(jumlah_dokumen(standar, choice))

    return MenurutKasus(
        waktu=terbagi(axes, time),
        biaya=terbagi(axes, fee),
        dokumen=terbagi(axes, count) if standar.persyaratan else (),
        lama=terbagi(axes, lambda choice: hitungan(lama_kasus(standar, choice))),
        satu_per_satu=_spelled(standar, syarat, time, fee),
    )


def _spelled(
    standar: Standar,
    syarat: Sequence[Syarat],
    time: Callable[[Mapping[str, str]], str],
    fee: Callable[[Mapping[str, str]], str],
) -> tuple[Keadaan, ...]:
    axes = standar.kasus
    choices = list(kombinasi(axes))
    if len(choices) > _SPELLED:
        return ()
    names = {each.kode: each.nama for axis in axes for each in axis.pilihan}
    return tuple(
        Keadaan(
            nama=", ".join(names[code] for code in choice.values()),
            waktu=time(choice),
            biaya=fee(choice),
            dokumen=tuple(each.nama for each in syarat if berlaku(each.kasus, choice, axes)),
        )
        for choice in choices
    )


def lama_terpanjang(standar: Standar) -> str:
    """Return the longest time of all cases as the script counts it."""
    return hitungan(lama_semua(standar))


def hitungan(found: Sequence[Lama]) -> str:
    """Return the longest of `found` for the page's script: "0k" is the same day, "" unknown."""
    if not found:
        return ""
    parts = []
    for _, longest, unit in found[-1].bagian:
        if unit in _LETTERS:
            parts.append(f"{longest}{_LETTERS[unit]}")
        elif longest > _SAME_DAY[unit]:
            return ""
    return "+".join(parts) or "0k"


def terbagi(
    axes: Sequence[Sumbu], value: Callable[[Mapping[str, str]], T]
) -> tuple[tuple[T, str], ...]:
    """Return each value with the cases it belongs to, in as few pieces as the axes allow."""
    found = [(choice, value(choice)) for choice in kombinasi(axes)]
    if len({each for _, each in found}) < 2:
        return ()
    for axis in axes:
        pieces = _by_axis(axis, found)
        if pieces is not None:
            return pieces
    first, second = axes
    rows: list[tuple[T, str]] = []
    for each in first.pilihan:
        here = [pair for pair in found if pair[0][first.kode] == each.kode]
        if len({one for _, one in here}) == 1:
            rows.append((here[0][1], each.kode))
        else:
            pieces = _by_axis(second, here) or ()
            rows.extend((one, f"{each.kode} {codes}") for one, codes in pieces)
    return tuple(rows)


def _by_axis(
    axis: Sumbu, found: Sequence[tuple[Mapping[str, str], T]]
) -> tuple[tuple[T, str], ...] | None:
    """Return the values by the codes of one axis, or None if another axis matters too."""
    by_code: dict[str, T] = {}
    for choice, value in found:
        if by_code.setdefault(choice[axis.kode], value) != value:
            return None
    codes: dict[T, list[str]] = {}
    for code, value in by_code.items():
        codes.setdefault(value, []).append(code)
    return tuple((value, " ".join(names)) for value, names in codes.items())
