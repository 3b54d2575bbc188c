"""Whether a SOP keeps the time its service promises, as a citizen reads it: verdict and sum."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.derive import kalimat
from generator.model import kata
from generator.model.catalog import Katalog
from generator.model.hitung import Lama
from generator.model.jalur import Ukuran
from generator.model.kalender import Kalender
from generator.model.sop import BarisSop, Sop
from generator.model.tepat import (
    LONGGAR,
    JanjiKasus,
    Putusan,
    hitung_kasus,
    kalender_sop,
    panjang,
)

KATA: Mapping[Putusan, tuple[str, str, str]] = {
    "buntu": ("Belum dapat dihitung", "seru", "l-netral"),
    "melewati": ("Melewati janji", "silang", "l-buruk"),
    "longgar": ("Janjinya longgar", "seru", "l-kurang"),
    "sesuai": ("Sesuai janji", "cek", "l-baik"),
}
"""Words, icon and colour of each verdict."""
_BERAT: tuple[Putusan, ...] = ("buntu", "melewati", "longgar", "sesuai")
"""The gravest first: one case that breaks its promise is what the page tells."""


@dataclass(frozen=True, slots=True)
class Suku:
    """One row in the sum."""

    nomor: int
    uraian: str
    waktu: str


@dataclass(frozen=True, slots=True)
class Hitungan:
    """The sum for cases that share path and promise."""

    kasus: str
    """Where there are several: the service and the cases."""
    putusan: Putusan
    suku: tuple[Suku, ...]
    jumlah: str
    janji: str
    arti: str
    """What is left of the promise, or by how much it is broken."""
    ulang: str
    """What one rework adds; empty if nothing on the path is done again."""

    @property
    def tanda(self) -> tuple[str, str, str]:
        """Words, icon and colour of the verdict."""
        return KATA[self.putusan]


@dataclass(frozen=True, slots=True)
class Tepat:
    """The verdict on a SOP: its gravest sum first."""

    hitungan: tuple[Hitungan, ...]

    @property
    def terberat(self) -> Hitungan:
        """The sum that decides."""
        return self.hitungan[0]


def tepat(sop: Sop, katalog: Katalog) -> Tepat | None:
    """Return the verdict, or None where nothing is promised or the promise's clock is unmarked."""
    calendar = kalender_sop(sop, katalog.pemerintah)
    found = [each for service in sop.layanan for each in _sums(sop, service, katalog, calendar)]
    found.sort(key=lambda each: each[0])
    return Tepat(tuple(each for _, each in found)) if found else None


def _sums(
    sop: Sop, service: str, katalog: Katalog, calendar: Kalender
) -> Iterator[tuple[tuple[int, float], Hitungan]]:
    found = katalog.cari_layanan(service)
    if found is None:
        return
    groups: dict[tuple[object, ...], list[JanjiKasus]] = {}
    for each in hitung_kasus(sop, found.isi, calendar):
        groups.setdefault((each.jalur, each.janji), []).append(each)
    for group in groups.values():
        first = group[0]
        whose = [found.isi.nama] if len(sop.layanan) > 1 else []
        if len(groups) > 1:
            whose.append(_named(each.nama for each in group))
        order = (_BERAT.index(first.putusan), -_use(first))
        yield order, _sum(sop, first, ": ".join(whose), calendar)


def _named(names: Iterable[str], most: int = 4) -> str:
    all_ = list(names)
    rest = [f"{len(all_) - most} kasus lain"] if len(all_) > most else []
    return kata.daftar([*all_[:most], *rest])


def _use(case: JanjiKasus) -> float:
    """Return how much of the promise the path uses."""
    return case.selisih.perlu / max(case.selisih.tersedia, 1) if case.selisih else 0.0


def _sum(sop: Sop, case: JanjiKasus, whose: str, calendar: Kalender) -> Hitungan:
    if case.jalur is None or case.selisih is None:
        none = "Dari awal hitungan tidak ada jalan ke langkah yang menyelesaikan layanan."
        return Hitungan(whose, case.putusan, (), "", kalimat.lama(case.janji), none, "")
    path = case.jalur
    parts = [
        Suku(at + 1, sop.baris[at].uraian, time)
        for at in path.baris
        if (time := _time(sop.baris[at], last=at == path.baris[-1]))
    ]
    return Hitungan(
        kasus=whose,
        putusan=case.putusan,
        suku=tuple(parts),
        jumlah=panjang(path.lama, calendar),
        janji=_promise(case, calendar),
        arti=_meaning(case, calendar),
        ulang=_rework(case, calendar),
    )


def _time(row: BarisSop, *, last: bool) -> str:
    work = [kalimat.durasi(row.waktu)] if row.waktu else []
    # Waiting after the row where the clock stops is no longer the promise's.
    wait = [f"tunggu {kalimat.durasi(row.tunggu)}"] if row.tunggu and not last else []
    return " + ".join(work + wait)


def _promise(case: JanjiKasus, calendar: Kalender) -> str:
    assert case.selisih is not None
    longest = Lama(tuple((most, most, unit) for _, most, unit in case.janji.bagian))
    text = kalimat.lama(longest)
    if case.selisih.hari:
        day = calendar.hari_terburuk(case.selisih.hari)
        held = kata.angka(case.selisih.hari_kerja)
        text += f", paling sedikit {held} hari kerja (bila mulai {day.capitalize()} sore)"
    return text


def _meaning(case: JanjiKasus, calendar: Kalender) -> str:
    assert case.selisih is not None
    spare = case.selisih.tersedia - case.selisih.perlu
    if case.putusan == "melewati":
        return f"Kelebihan {panjang(Ukuran(-spare), calendar)}."
    if case.putusan == "longgar":
        return f"Janjinya lebih dari {LONGGAR} kali waktu yang diperlukan."
    return f"Sisa {panjang(Ukuran(spare), calendar)}." if spare else "Tepat sama dengan janjinya."


def _rework(case: JanjiKasus, calendar: Kalender) -> str:
    assert case.jalur is not None
    if case.jalur.ulang is None:
        return ""
    at, arrow = case.jalur.ulang
    added = panjang(case.jalur.lama_ulang, calendar)
    return (
        f"Bila langkah {at + 1} mengembalikan ke langkah {arrow.ke + 1} satu kali, "
        f"bertambah {added}; ini tidak dihitung dalam janji."
    )
