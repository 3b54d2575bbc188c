"""Rules about what a process says of itself, and of the units and SOPs that carry it out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from generator.finding import Level
from generator.model.jalur import alur
from generator.model.proses import Proses
from generator.rules.pejabat import led, unit_names
from generator.rules.registry import Complaint, Context, Scope, rule
from generator.rules.sop_isi import GOOD, LACK
from generator.rules.susunan import KIND_BY_WORD
from generator.source import Path


@rule("proses-kembar", Level.WARNING, Scope.CATALOG)
def told_of_another(context: Context) -> Iterator[Complaint]:
    """Nama dan tujuan sebuah proses bukan nama dan tujuan proses lain.

    Dua proses yang berbunyi sama biasanya satu berkas yang disalin lalu lupa diganti; penilai tidak
    dapat membedakan keduanya di peta.

    Sumber: PermenPANRB 19/2018 (peta proses); praktik, mis. berkas yang disalin.
    """
    first: dict[tuple[str, str], str] = {}
    for record in context.of_kind("proses"):
        process, code = record.data, record.id.rpartition("/")[2]
        if not isinstance(process, Proses) or process.status == "dicabut":
            continue
        for key, text in (("nama", process.nama), ("tujuan", process.tujuan)):
            other = first.setdefault((key, text.casefold()), code) if text else code
            if other != code:
                yield Complaint(
                    (key,),
                    f"{key} ini sama dengan {key} proses `{other}`",
                    f"tulis {key} proses ini sendiri, atau gabungkan kedua proses",
                    at=record,
                )


_PERCENT = re.compile(r"(\d+)(?:[.,]\d+)? ?(?:persen\b|%)")


@rule("proses-ukuran", Level.WARNING, Scope.RECORD, "proses")
def measures(process: Proses) -> Iterator[Complaint]:
    """Kegiatan pokok proses 3 sampai 7, ukurannya tidak berulang, dan targetnya mungkin dicapai.

    "950 persen" yang seharusnya 95 membuat proses selalu merah; ukuran yang tertulis dua kali
    dengan target berbeda tidak dapat dipenuhi.

    Sumber: PermenPANRB 19/2018 (SIPOC dan indikator proses); praktik katalog ini.
    """
    count = len(process.sipoc.kegiatan)
    if count and not 3 <= count <= 7:
        yield Complaint(
            ("sipoc", "kegiatan"),
            f"kegiatan pokoknya {count}, sebaiknya 3 sampai 7",
            "tulis kegiatan yang terlewat" if count < 3 else "gabungkan yang serupa",
        )
    seen: set[str] = set()
    for at, each in enumerate(process.indikator):
        match = _PERCENT.search(each.target or "")
        grows = re.search(r"\b(?:naik|meningkat|tumbuh|kenaikan|capaian)", each.nama.casefold())
        if match and len(match[1]) < 7 and int(match[1]) > 100 and not grows:
            yield Complaint(
                ("indikator", at, "target"),
                f"target {match[0]}, lebih dari seluruhnya",
                "periksa banyaknya angka nol; paling besar 100 persen",
            )
        if each.nama.casefold() in seen:
            yield Complaint(
                ("indikator", at, "nama"),
                "ukuran ini sudah ada di atasnya",
                "hapus salah satunya, atau tulis ukuran yang seharusnya",
            )
        seen.add(each.nama.casefold())


@rule("peta-lajur-unit", Level.WARNING, Scope.CATALOG)
def lane_of_another(context: Context) -> Iterator[Complaint]:
    """Lajur bernama unitnya, pihak luar bukan unit, dan SOP langkahnya milik proses ini.

    Lajur "Dinas Sosial" yang bertaut ke dinas lain mengirim pekerjaan ke kantor yang tidak
    mengerjakannya.

    Sumber: PermenPANRB 19/2018 (peta lintas fungsi); praktik katalog ini.
    """
    katalog, names = context.katalog, unit_names(context.katalog)
    for record in context.of_kind("proses"):
        process, code = record.data, record.id.rpartition("/")[2]
        if not isinstance(process, Proses) or process.lintas_fungsi is None:
            continue
        lanes = {each.kode: each for each in process.lintas_fungsi.lajur}
        holder = process.pemilik or record.id.partition("/")[0]
        faults: list[tuple[Path, str, str]] = []
        for at, lane in enumerate(process.lintas_fungsi.lajur):
            path, told = ("lintas_fungsi", "lajur", at), led(f"lajur {lane.nama}", names)
            if lane.luar and lane.unit:
                message = f"lajur `{lane.kode}` pihak luar, tetapi menyebut unit `{lane.unit}`"
                faults.append(((*path, "luar"), message, "hapus `luar`, atau hapus `unit`"))
            elif lane.unit and told and told != lane.unit:
                message = f"lajur “{lane.nama}” ialah `{told}`, di sini `unit: {lane.unit}`"
                faults.append(
                    ((*path, "unit"), message, f"tulis `unit: {told}`, atau perbaiki `nama`")
                )
            elif (unit := katalog.unit.get(lane.unit or "")) and _other_kind(lane.nama, unit.jenis):
                message = f"lajur “{lane.nama}” menyebut `{lane.unit}`, sebuah {unit.jenis}"
                faults.append(((*path, "unit"), message, "tulis id unitnya, atau perbaiki `nama`"))
        for at, step in enumerate(process.lintas_fungsi.langkah):
            lane_, sop = lanes.get(step.lajur), katalog.sop.get(step.sop or "")
            here = ("lintas_fungsi", "langkah", at, "sop")
            if lane_ is None or sop is None:
                continue
            own = sop.isi.proses or code
            if lane_.luar:
                message = f"SOP `{step.sop}` di lajur pihak luar “{lane_.nama}”"
                faults.append((here, message, "perbaiki `lajur` langkah ini, atau hapus `sop`"))
            elif lane_.unit == holder and not _related(own, code):
                message = f"SOP `{step.sop}` milik proses `{own}`, bukan `{code}`"
                hint = f"sebut SOP proses ini, atau perbaiki `proses: {code}` di SOP itu"
                faults.append((here, message, hint))
        yield from (Complaint(path, told_, hint, at=record) for path, told_, hint in faults)


_PLACES = ("kecamatan", "kelurahan", "desa", "puskesmas", "rsud", "rsd", "inspektorat")


def _other_kind(name: str, kind: str) -> bool:
    """Tell whether a lane is named after kinds of units, none of them this one."""
    words = name.casefold().removeprefix("kantor ").split()
    if words[0] not in _PLACES:
        return False
    named = {each for word in words if word in _PLACES for each in KIND_BY_WORD[word]}
    return kind not in named


def _related(one: str, other: str) -> bool:
    return f"{one}.".startswith(f"{other}.") or f"{other}.".startswith(f"{one}.")


_BACK = re.compile(
    r"(?:me(?:nolak|mbatalkan|mperbaiki|mbetulkan|lengkapi|ngembalikan|mperjelas|nunda|mperbarui)"
    r"|mengurus)\b"
    r"|.*\b(?:kekurangan|penolakan|dikembalikan|ditolak|diperbaiki|dilengkapi|berkas kembali"
    r"|daftar perbaikan|lebih dahulu|(?:mencari|memilih|menunjukkan|mengubah)\b.* lain)\b",
    re.IGNORECASE,
)
"""How a step that does not go on begins, or what it says anywhere."""
_MORE = """boleh berlaku padan dikabulkan diberikan memadai tunggal menyelesaikan mampu mencukupi"""
_GRANTED = GOOD.union(_MORE.split())
_HARM = frozenset(("mengganggu", "melanggar", "merugikan", "melebihi", "membahayakan"))
"""What it is good not to do."""


def _asks_for_good(question: str) -> bool:
    """Tell whether the answer yes to "whether …" surely means that all is well."""
    words = re.findall(r"[\w-]+", question.casefold().rpartition("apakah ")[2])
    harmless = any(one == "tidak" and other in _HARM for one, other in pairwise(words))
    return harmless or (not _GRANTED.isdisjoint(words) and LACK.isdisjoint(words))


@rule("peta-jalan-tertukar", Level.WARNING, Scope.RECORD, "proses")
def good_is_refused(process: Proses) -> Iterator[Complaint]:
    """Jalan `ya` sebuah keputusan di peta tidak menuju penolakan atau perbaikan berkas.

    Bila "apakah lokasi sesuai rencana" dijawab ya lalu ditolak, dan dijawab tidak lalu disetujui,
    peta ini menyuruh petugas memutus terbalik, dan SOP di bawahnya ikut terbalik.

    Sumber: PermenPANRB 19/2018 (peta lintas fungsi); praktik.
    """
    steps = process.lintas_fungsi.langkah if process.lintas_fungsi else ()
    flow = alur(steps)
    for at, step in enumerate(steps):
        to = {each.kunci: steps[each.ke].uraian for each in flow[at]}
        if step.jenis != "keputusan" or to.keys() != {"ya", "tidak"}:
            continue
        refused = _BACK.match(to["ya"]) and not _BACK.match(to["tidak"])
        if refused and _asks_for_good(step.uraian):
            yield Complaint(
                ("lintas_fungsi", "langkah", at, "ya" if step.ya else "tidak"),
                f"bila ya, “{to['ya']}”; bila tidak, “{to['tidak']}”",
                "tukar tujuan `ya` dan `tidak` keputusan ini",
            )
