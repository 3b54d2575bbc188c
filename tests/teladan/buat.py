"""Writes the performance of Teladan: surveys, evaluations, complaints, consultations, boards.

Twelve units, three survey periods, evaluations by four schemes, boards of four days; the same
numbers every time, from one seed. Run: `python -m tests.teladan.buat`.
`tests/test_teladan_kinerja.py` compares.
"""

from __future__ import annotations

import json
import random
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from generator.laporan.catatan import sebagai_rekaman as catatan_papan
from generator.model.hitung_skm import bulat, hitung, kelas, sampel, skema_tahun
from generator.model.papan import CatatanPapan, KeadaanLayanan, NilaiMandiri, NilaiPaket
from generator.model.skema import SkemaPenilaian
from generator.skm.jalankan import muat
from generator.skm.jawaban import Jawaban, profil
from generator.skm.tulis import Survei, sebagai_rekaman

SEED = 20261124
HERE = Path(__file__).parent / "catalog"
REAL = Path(__file__).parents[2] / "catalog"
UP = "../../../../../../catalog/skema"

UNITS: Mapping[str, tuple[float, float, int, str]] = {
    "disdukcapil": (3.45, 0.07, 4200, "Kepala Bidang Pendaftaran Penduduk"),
    "dpmptsp": (3.50, 0.05, 900, "Kepala Bidang Perizinan"),
    "rsud-teladan": (2.92, 0.08, 800, "Kepala Instalasi Rawat Jalan"),
    "bapenda": (3.22, 0.04, 1500, "Kepala Bidang Penagihan"),
    "dinkes": (3.30, 0.02, 220, "Kepala Bidang Sumber Daya Kesehatan"),
    "satpolpp": (2.48, 0.22, 150, "Kepala Bidang Ketertiban"),
    "uptd-pkb": (3.05, 0.09, 640, "Kepala UPTD"),
    "kec-andai-hilir": (3.12, 0.05, 400, "Sekretaris Kecamatan"),
    "kec-andai-hulu": (3.34, -0.02, 360, "Sekretaris Kecamatan"),
    "kel-ibarat": (3.28, 0.04, 180, "Sekretaris Kelurahan"),
    "pkm-andai-hilir": (3.36, 0.03, 1100, "Kepala Tata Usaha"),
    "desa-umpama-jaya": (3.55, 0.04, 120, "Sekretaris Desa"),
}
"""Mean answer, change per period, users per period, post that is responsible."""
PERIODS = (
    ("2025-semester-1", date(2025, 1, 6), date(2025, 6, 30), "semester"),
    ("2025-semester-2", date(2025, 7, 1), date(2025, 12, 19), "semester"),
    ("2026-semester-1", date(2026, 1, 5), date(2026, 6, 30), "semester"),
)
CADENCE = {"kel-ibarat": "triwulan", "desa-umpama-jaya": "tahunan", "pkm-andai-hilir": "bulanan"}
BEGUN = {
    "kel-ibarat": (date(2025, 4, 7), date(2025, 10, 1), date(2026, 4, 6)),
    "pkm-andai-hilir": (date(2025, 6, 2), date(2025, 12, 1), date(2026, 6, 1)),
}
"""When those asked, who ask more often than twice a year; a survey is no longer than its round."""
LEAN = {
    "persyaratan": 0.05,
    "prosedur": 0.0,
    "waktu": -0.22,
    "biaya": 0.30,
    "produk": 0.04,
    "kompetensi": 0.02,
    "perilaku": 0.10,
    "pengaduan": -0.06,
    "sarpras": -0.16,
}
WORK = {
    "persyaratan": ("Daftar syarat berbeda antara loket dan situs.", "Menyamakan lembar syarat."),
    "prosedur": ("Pemohon pindah loket dua kali.", "Menggabungkan loket periksa dan serah."),
    "waktu": ("Antrean panjang pada Senin pagi.", "Membuka loket kedua dan antrean daring."),
    "biaya": ("Tarif tidak terpampang di loket.", "Memasang papan tarif."),
    "produk": ("Salah ketik nama pada hasil.", "Pemohon memeriksa ketikan sebelum dicetak."),
    "kompetensi": ("Petugas baru belum hafal syarat.", "Pelatihan singkat setiap bulan."),
    "perilaku": ("Sapaan petugas kurang ramah.", "Latihan sapa dan rotasi loket."),
    "pengaduan": ("Pengadu tidak mendapat nomor.", "Kartu nomor untuk setiap pengaduan."),
    "sarpras": ("Kursi tunggu kurang.", "Menambah kursi dan jalur landai."),
}
LATE = ("kec-andai-hulu", "2026-semester-1")
"""One plan is overdue on purpose."""


def noise(chance: random.Random) -> float:
    """Return a draw around 0 (twelve uniform draws), the same on every version of Python."""
    return sum(chance.random() for _ in range(12)) - 6


def answers(
    chance: random.Random, mean: float, people: int, codes: Sequence[str]
) -> list[dict[str, int]]:
    rows = []
    for _ in range(people):
        mood = noise(chance) * 0.25
        row = {}
        for code in codes:
            value = mean + LEAN.get(code, 0.0) + mood + noise(chance) * 0.45
            if chance.random() < 0.985:
                row[code] = min(4, max(1, int(value + 0.5)))
        rows.append(row)
    return rows


def traits(
    chance: random.Random, people: int, scheme: SkemaPenilaian, services: Sequence[str]
) -> dict[str, Counter[str]]:
    assert scheme.survei
    found: dict[str, Counter[str]] = {}
    for trait in scheme.survei.profil:
        names = [each.nama for each in trait.pilihan] or list(services)
        weights = [1 / (1 + 0.6 * abs(index - len(names) / 2.6)) for index in range(len(names))]
        total = sum(weights)
        counts: Counter[str] = Counter()
        for _ in range(people):
            pick, at = chance.random() * total, 0
            while pick > weights[at]:
                pick -= weights[at]
                at += 1
            counts[names[at]] += 1
        found[trait.kode] = counts
    return found


def quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def plan(code: str, period: int, first: bool, post: str, late: bool) -> Iterator[str]:
    problem, work = WORK[code]
    target, due = (
        ("Triwulan III 2025", date(2025, 9, 30)),
        ("Triwulan I 2026", date(2026, 3, 31)),
        ("Triwulan III 2026", date(2026, 9, 30))
        if late
        else ("Triwulan I 2027", date(2027, 3, 31)),
    )[period]
    yield f"  - unsur: {code}"
    yield f"    masalah: {quoted(problem)}"
    yield f"    kegiatan: {quoted(work)}"
    yield f"    target: {target}"
    yield f"    tenggat: {due}"
    yield f"    penanggung_jawab: {quoted(post)}"
    if period < 2:
        done = date(due.year, due.month - 1, 20 if first else 12)
        yield "    selesai: selesai"
        yield f"    tanggal_selesai: {done}"
        yield f"    tautan: https://organisasi.teladan.example/tindak-lanjut/{done}"
        if first:
            yield "    berkas: lampiran/laporan-skm.pdf"
    else:
        yield f"    selesai: {'berjalan' if first or late else 'belum'}"


def media(kinds: Sequence[str], day: date) -> Iterator[str]:
    yield "media_publikasi:"
    for kind in kinds:
        yield f"  - jenis: {kind}"
        if kind in ("situs_web", "media_sosial"):
            yield "    tautan: https://organisasi.teladan.example/hasil"
        else:
            yield "    letak: Ruang tunggu"
            yield "    bukti: lampiran/poster-terpasang.png"
        yield f"    tanggal: {day}"


def surveys(chance: random.Random, catalog: Any) -> Iterator[tuple[str, str]]:
    for unit, (mean, change, users, post) in UNITS.items():
        services = [each.isi.nama for each in catalog.semua_layanan() if each.pemilik == unit] or [
            "Layanan"
        ]
        for number, (name, first, last, cadence) in enumerate(PERIODS):
            scheme = skema_tahun(catalog.skema, "survei-kepuasan", last.year)
            assert scheme
            assert scheme.survei
            codes = [each.kode for each in scheme.survei.unsur]
            extra = ("kebersihan",) if unit == "uptd-pkb" and number == 2 else ()
            people = sampel(scheme.survei.sampel, users) + int(chance.random() * 12)
            people = min(people, users)
            rows = answers(chance, mean + change * number, people, [*codes, *extra])
            weights = {code: Decimal("0.1") for code in (*codes, *extra)} if extra else None
            found = hitung(rows, [*codes, *extra], scheme, weights)
            told = Jawaban(tuple(rows), (), ciri=traits(chance, people, scheme, services))
            begun = BEGUN[unit][number] if unit in BEGUN else first
            survey = Survei(
                found, scheme, profil(told, scheme.survei), extra, weights, users, begun, last
            )
            day = date(last.year + (last.month == 12), 1 if last.month == 12 else 7, 15)
            text = sebagai_rekaman(
                survey, day, "0.11" if unit == "bapenda" else "persis", f"{UP}/skm.json", "berlaku"
            )
            lines = text.rstrip("\n").split("\n")
            often = CADENCE.get(unit, cadence)
            lines.insert(lines.index(f"selesai: {last}") + 1, f"jenis_periode: {often}")
            if unit in ("disdukcapil", "dpmptsp"):
                lines = numbered(lines, codes)
            if unit == "disdukcapil":
                lines += ["layanan: [disdukcapil/ktp-el-hilang-rusak]"] if number == 2 else []
                lines += ["tautan: https://disdukcapil.teladan.example/skm"]
                lines += ["berkas: lampiran/laporan-skm.pdf"]
            lowest = sorted(codes, key=lambda code: found.nrr[code])[:2]
            lines.append("tindak_lanjut:")
            for index, code in enumerate(lowest):
                lines += plan(code, number, index == 0, post, (unit, name) == LATE and index == 0)
            if unit not in ("satpolpp", "kel-ibarat"):
                lines += media(("banner_poster", "situs_web", "media_sosial")[: 1 + number], day)
            yield f"unit/{unit}/skm/{name}.yaml", "\n".join(lines) + "\n"


def numbered(lines: Sequence[str], codes: Sequence[str]) -> list[str]:
    out = []
    for line in lines:
        out.append(line)
        code = line.removeprefix("  - kode: ")
        if code in codes and code != line:
            out.append(f"    nomor: U{codes.index(code) + 1}")
    return out


def evaluation(
    scheme: SkemaPenilaian, key: str, year: int, value: Decimal, extra: Sequence[str] = ()
) -> str:
    found = kelas(scheme, value)
    lines = [
        f"# yaml-language-server: $schema={UP}/evaluasi.json",
        f"lembaga: {scheme.lembaga}",
        f"skema: {quoted(scheme.nama)}",
        f"kode_skema: {key}",
        f"tahun: {year}",
        "lingkup: unit",
        f"nilai: {value}",
    ]
    if found:
        lines.append(f"label: {quoted(found.label)}")
        lines += [f"zona: {found.zona}"] if found.zona else []
    lines += [
        "status: berlaku",
        "keyakinan: terkonfirmasi",
        f"sumber: Lampiran hasil penilaian {year} untuk Kabupaten Teladan",
        *extra,
        f"diperbarui: {year + 1}-02-02",
    ]
    return "\n".join(lines) + "\n"


def evaluations(chance: random.Random, catalog: Any) -> Iterator[tuple[str, str]]:
    schemes = catalog.skema
    for unit, (mean, change, _, post) in UNITS.items():
        good = (mean - 2.4) / 1.2
        old = bulat(Decimal(str(round(45 + 45 * good + noise(chance) * 2, 2))))
        new = bulat(Decimal(str(round(52 + 42 * good + noise(chance) * 2, 2))))
        index = bulat(Decimal(str(round(2.1 + 2.4 * good + 4 * change + noise(chance) * 0.1, 2))))
        yield (
            f"unit/{unit}/evaluasi/2021-ombudsman.yaml",
            evaluation(schemes["ombudsman-2021"], "ombudsman-2021", 2021, old),
        )
        extra: list[str] = []
        scheme = schemes["ombudsman-2022"]
        if unit == "disdukcapil":
            extra.append("dimensi:")
            # The parts differ, and with their weights they make the whole.
            lengths = [Decimal(len(each.nama)) / 4 for each in scheme.dimensi]
            pairs = zip(lengths, scheme.dimensi, strict=True)
            middle = sum((length * each.bobot for length, each in pairs), Decimal(0)) / 100
            for length, each in zip(lengths, scheme.dimensi, strict=True):
                extra += [f"  - nama: {each.nama}", f"    bobot: {each.bobot}"]
                extra.append(f"    nilai: {bulat(new - middle + length)}")
            extra.append("berkas: lampiran/hasil-ombudsman-2023.pdf")
        if unit == "satpolpp":
            extra += [
                "tindak_lanjut:",
                "  - masalah: Maklumat tidak menyebut kompensasi.",
                "    kegiatan: Menetapkan maklumat baru.",
                "    target: Triwulan II 2024",
                "    tenggat: 2024-06-30",
                f"    penanggung_jawab: {post}",
                "    selesai: selesai",
                "    tanggal_selesai: 2024-05-02",
            ]
        yield (
            f"unit/{unit}/evaluasi/2023-ombudsman.yaml",
            evaluation(scheme, "ombudsman-2022", 2023, min(new, Decimal("97.20")), extra),
        )
        if unit in ("rsud-teladan", "dinkes"):
            lines = [f"label: {quoted('Kualitas Tinggi Tanpa Maladministrasi')}"]
            yield (
                f"unit/{unit}/evaluasi/2025-ombudsman.yaml",
                evaluation(schemes["ombudsman-2025"], "ombudsman-2025", 2025, new, lines),
            )
        yield (
            f"unit/{unit}/evaluasi/2025-pekppp.yaml",
            evaluation(schemes["pekppp-2022"], "pekppp-2022", 2025, min(index, Decimal("4.92"))),
        )


def complaints(chance: random.Random) -> Iterator[tuple[str, str]]:
    for unit, (mean, _, users, _) in UNITS.items():
        for year in (2024, 2025):
            received = 8 + int(users / 60 * (0.6 + chance.random()))
            settled = received - int(chance.random() * 3)
            on_time = settled - int((4 - mean) * 3 * chance.random())
            asked = int(received * 0.4)
            hope = int(received * 0.15)
            lines = [
                f"# yaml-language-server: $schema={UP}/pengaduan.json",
                "status: berlaku",
                f"diperbarui: {year + 1}-01-20",
                f"diterima: {received}",
                f"selesai: {settled}",
                f"tepat_waktu: {max(0, on_time)}",
                f"rata_rata_hari: {round(2 + (4 - mean) * 5 * chance.random(), 1)}",
                "menurut_jenis:",
                f"  - {{jenis: pengaduan, jumlah: {received - asked - hope}}}",
                f"  - {{jenis: aspirasi, jumlah: {hope}}}",
                f"  - {{jenis: permintaan_informasi, jumlah: {asked}}}",
                f"lewat_lapor: {int(received * 0.3)}",
            ]
            if chance.random() < 0.7:
                lines += ["perbaikan:", "  - Loket antrean khusus lansia dibuka setiap hari."]
            if unit not in ("satpolpp", "kel-ibarat"):
                lines += media(("papan_pengumuman", "situs_web"), date(year + 1, 1, 20))
            lines.append("sumber: Rekap SP4N-LAPOR! dan buku pengaduan")
            yield f"unit/{unit}/pengaduan/{year}.yaml", "\n".join(lines) + "\n"


FORUMS = (
    ("disdukcapil", "2026-02-18", "tatap_muka", ("pengguna", "tokoh", "akademisi", "usaha", "lsm")),
    ("dpmptsp", "2026-03-11", "campuran", ("pengguna", "usaha", "akademisi", "media")),
    ("rsud-teladan", "2026-04-22", "daring", ("pengguna", "lsm")),
    ("desa-umpama-jaya", "2026-01-15", "siaran", ("pengguna", "tokoh")),
    ("kec-andai-hilir", "2025-10-08", "tatap_muka", ("pengguna", "tokoh", "lsm")),
)


def consultations(chance: random.Random) -> Iterator[tuple[str, str]]:
    for index, (unit, day, way, parts) in enumerate(FORUMS):
        lines = [
            f"# yaml-language-server: $schema={UP}/konsultasi.json",
            "status: berlaku",
            f"diperbarui: {day}",
            "topik: Waktu layanan dan kompensasi bila terlambat",
            f"cara: {way}",
            "peserta:",
        ]
        lines += [
            f"  - {{unsur: {each}, jumlah: {4 + int(chance.random() * 14)}}}" for each in parts
        ]
        lines += [
            "kesepakatan:",
            "  - Waktu layanan dihitung sejak berkas lengkap.",
            "  - Berkas yang terlambat diantar ke rumah.",
            f"berita_acara: 000/{index + 11}/FKP/{day[:4]}",
            "tindak_lanjut:",
            "  - masalah: Kompensasi belum dikenal warga.",
            "    kegiatan: Memasang maklumat di setiap loket.",
            "    target: Triwulan III 2026",
            "    tenggat: 2026-09-30",
            f"    penanggung_jawab: {UNITS[unit][3]}",
            "    selesai: selesai",
            "    tanggal_selesai: 2026-08-14",
        ]
        if index == 0:
            lines += ["layanan: [disdukcapil/ktp-el-hilang-rusak]", "seluruh_layanan: ya"]
            lines += ["berkas: lampiran/berita-acara-fkp.pdf"]
            lines += media(("situs_web",), date.fromisoformat(day))
        yield f"unit/{unit}/konsultasi/{day}.yaml", "\n".join(lines) + "\n"


HISTORY = (date(2025, 11, 28), date(2026, 2, 27), date(2026, 5, 29), date(2026, 8, 28))
BASE = {"uu-25-2009": 62, "publikasi-ombudsman": 48, "pekppp": 34, "teladan": 20}
"""Percent by pack at the start of the history, for a middling unit."""


def history(chance: random.Random, catalog: Any) -> Iterator[tuple[str, str]]:
    """Yield boards of past days: rising, some units faster, one that slips once."""
    for number, day in enumerate(HISTORY):
        units = []
        for unit, (mean, change, _, _) in UNITS.items():
            scores = []
            for id_, pack in catalog.pak.items():
                if pack.jenis_unit and catalog.unit[unit].jenis not in pack.jenis_unit:
                    continue
                step = (3 + 60 * change) * number + noise(chance) * 2.6
                value = BASE[id_] + (mean - 3.1) * 25 + step
                if (unit, number) == ("bapenda", 2):
                    value -= 9
                share = Decimal(str(round(min(100.0, max(0.0, value)), 1)))
                scores.append(NilaiPaket(paket=id_, persen=share))
            units.append(NilaiMandiri(unit=unit, nilai=tuple(scores)))
        services = 24 + number
        state = KeadaanLayanan(
            layanan=services,
            lengkap=9 + 4 * number,
            ditetapkan=14 + number,
            ditinjau=6 + 5 * number,
        )
        record = CatatanPapan(daerah=state, unit=tuple(units[: 9 + number]))
        schema = "../../../../catalog/skema/catatan-papan.json"
        yield f"papan/{day}.yaml", catatan_papan(record, schema)


def files() -> dict[str, str]:
    """Return every file this script writes, by path below the catalog."""
    catalog = muat(HERE, date(2026, 11, 24))
    chance = random.Random(SEED)
    made = dict(surveys(chance, catalog))
    made |= dict(evaluations(chance, catalog))
    made |= dict(complaints(chance))
    made |= dict(consultations(chance))
    made |= dict(history(chance, catalog))
    return {path: updated(text) for path, text in made.items()}


def updated(text: str) -> str:
    """Return a record whose `diperbarui` is not older than what it tells to be done."""
    done = re.findall(r"tanggal_selesai: (\S+)", text)
    return (
        re.sub(r"(?m)^diperbarui: (\S+)$", lambda told: f"diperbarui: {max(told[1], *done)}", text)
        if done
        else text
    )


def main() -> None:
    """Write the files."""
    for path, text in files().items():
        target = HERE / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
