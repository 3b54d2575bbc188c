"""Rules about what respondents answered and who they were: counts and names that fit together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from generator.finding import Level
from generator.model.catalog import Katalog
from generator.model.hitung_skm import skema_survei
from generator.model.kinerja import Skm
from generator.rules.registry import Complaint, Context, Scope, rule

_EXACT = 4
"""From so many decimals on, an average tells how many answered."""


@rule("skm-rata-rata-mustahil", Level.WARNING, Scope.RECORD, "skm")
def impossible_average(survey: Skm) -> Iterator[Complaint]:
    """Nilai rata-rata unsur dapat dihasilkan oleh jawaban 1 sampai 4 dari sekian penjawab.

    Dari 237 penjawab rata-rata hanya dapat berubah dengan langkah 1/237; nilai di antaranya
    berarti salah satu angka salah salin, dan unsur yang lemah tidak ketahuan. Nilai dengan kurang
    dari empat angka di belakang koma tidak cukup teliti untuk diperiksa.

    Sumber: PermenPANRB 14/2017 (nilai rata-rata = jumlah nilai dibagi banyaknya yang mengisi).
    """
    for index, each in enumerate(survey.unsur):
        count = each.penjawab if each.penjawab is not None else survey.responden
        places = -int(each.nrr.as_tuple().exponent)
        step = Decimal(1).scaleb(-places)
        if places < _EXACT or not 0 < count < 10 ** (places - 1):
            continue
        total = round(each.nrr * count)
        if abs(Decimal(total) / count - each.nrr) > step:
            yield Complaint(
                ("unsur", index, "nrr"),
                f"rata-rata {each.nrr} tidak mungkin dari {count} penjawab; "
                f"yang terdekat {round(Decimal(total) / count, places)}",
                "salin ulang `nrr` dan `penjawab` dari hasil hitungan survei ini",
            )


@rule("skm-profil-lain", Level.WARNING, Scope.CATALOG)
def cell_of_another_trait(context: Context) -> Iterator[Complaint]:
    """Setiap ciri responden disebut sekali, dan selnya jawaban ciri itu.

    Sel `Perempuan` di bawah `usia`, atau layanan dinas lain di bawah `layanan`, tersalin dari
    tabel lain: seratus orang lalu tercatat menilai layanan yang tidak mereka terima.

    Sumber: PermenPANRB 14/2017 (karakteristik responden); UU 25/2009 Pasal 38 (penilaian kinerja).
    """
    services: Mapping[str, frozenset[str]] = {}
    for record in context.of_kind("skm"):
        survey = record.data
        if not isinstance(survey, Skm):
            continue
        services = services or _services(context.katalog)
        scheme = skema_survei(context.katalog.skema, survey.selesai)
        traits = scheme.survei.profil if scheme and scheme.survei else ()
        # Whose answer a name is: of the first trait that has it.
        answers = {
            option.nama: str(each.kode) for each in reversed(traits) for option in each.pilihan
        }
        unit, seen = record.id.partition("/")[0], set[str]()
        for number, trait in enumerate(survey.profil):
            if trait.ciri in seen:
                yield Complaint(
                    ("profil", number, "ciri"),
                    f"ciri `{trait.ciri}` sudah disebut di atas",
                    "tulis ciri yang benar menurut selnya, atau hapus salah satunya",
                    at=record,
                )
            seen.add(trait.ciri)
            names: set[str] = set()
            for index, cell in enumerate(trait.sel):
                told = _foreign(cell.nama, trait.ciri, answers, services, unit)
                if cell.nama in names:
                    told = f"sel “{cell.nama}” sudah disebut di atas"
                names.add(cell.nama)
                if told:
                    yield Complaint(
                        ("profil", number, "sel", index, "nama"),
                        told,
                        f"tulis nama sel `{trait.ciri}` seperti di tabel laporannya",
                        at=record,
                    )


def _services(katalog: Katalog) -> dict[str, frozenset[str]]:
    """Return for each name of a service which units and groups give it."""
    found: dict[str, set[str]] = {}
    for each in katalog.semua_layanan():
        found.setdefault(each.isi.nama, set()).add(each.pemilik)
    for unit in katalog.unit:
        group = katalog.kelompok_dari(unit)
        for owners in found.values() if group else ():
            if group in owners:
                owners.add(unit)
    return {name: frozenset(owners) for name, owners in found.items()}


def _foreign(
    name: str,
    trait: str,
    answers: Mapping[str, str],
    services: Mapping[str, frozenset[str]],
    unit: str,
) -> str:
    """Return whose cell a name is, if it is surely not this trait's; else nothing."""
    owners, other = services.get(name), answers.get(name, trait)
    if owners and trait == "layanan" and unit not in owners:
        return f"“{name}” adalah layanan `{min(owners)}`, bukan `{unit}`"
    if owners and trait != "layanan" and name not in answers:
        return f"“{name}” nama layanan, bukan jawaban `{trait}`"
    return f"“{name}” jawaban ciri `{other}`, bukan `{trait}`" if other != trait else ""


@rule("unsur-terendah-terlewat", Level.WARNING, Scope.RECORD, "skm")
def lowest_left_alone(survey: Skm) -> Iterator[Complaint]:
    """Rencana tindak lanjut survei menyebut unsur yang nilainya paling rendah.

    Warga mengeluhkan lamanya menunggu, kantor memperbaiki ruang yang sudah mereka puji; tahun
    berikutnya nilai yang sama rendah lagi.

    Sumber: PermenPANRB 14/2017 (tindak lanjut dimulai dari unsur yang paling rendah hasilnya).
    """
    averages = {each.kode: each.nrr for each in survey.unsur}
    planned = [each.unsur for each in survey.tindak_lanjut]
    if not averages or not planned or not all(planned):
        return
    least = min(averages.values())
    lowest = [code for code, average in averages.items() if average == least]
    if not set(lowest).isdisjoint(each for each in planned if each):
        return
    at, highest = max(enumerate(planned), key=lambda each: averages.get(each[1] or "", Decimal(0)))
    if highest in averages:
        yield Complaint(
            ("tindak_lanjut", at, "unsur"),
            f"unsur {highest} bernilai {averages[highest]}; yang paling rendah, {lowest[0]} "
            f"({least}), tidak ditindaklanjuti",
            f"tulis `unsur: {lowest[0]}` bila salah salin, atau tambahkan tindak lanjut untuknya",
        )
