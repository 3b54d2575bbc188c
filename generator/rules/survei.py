"""Rules about satisfaction surveys: named elements, honest arithmetic, enough respondents.

Every threshold comes from the scheme in force when the survey ended.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.assemble import Record
from generator.finding import Level
from generator.model.hitung_skm import indeks_survei, kelas, sampel, skema_survei
from generator.model.kinerja import Skm
from generator.model.skema import AturanSurvei, SkemaPenilaian
from generator.rules.bantu import listing, named_period
from generator.rules.registry import Complaint, Context, Scope, rule


def _surveys(context: Context) -> Iterator[tuple[Record, Skm, SkemaPenilaian, AturanSurvei]]:
    """Yield every survey with the scheme by which it is judged."""
    for record in context.of_kind("skm"):
        survey = record.data
        assert isinstance(survey, Skm)
        scheme = skema_survei(context.katalog.skema, survey.selesai)
        if scheme and scheme.survei:
            yield record, survey, scheme, scheme.survei


@rule("skm-tanpa-skema", Level.WARNING, Scope.CATALOG)
def no_scheme(context: Context) -> Iterator[Complaint]:
    """Setiap survei punya skema yang berlaku pada tahun survei itu selesai.

    Tanpa skema, mutu dan bobotnya tidak dapat diperiksa, dan survei lama akan dinilai dengan
    tabel baru.

    Sumber: praktik katalog ini (skala adalah data bertanggal, bukan tetapan).
    """
    for record in context.of_kind("skm"):
        survey = record.data
        if isinstance(survey, Skm) and not skema_survei(context.katalog.skema, survey.selesai):
            yield Complaint(
                ("selesai",),
                f"tidak ada skema survei yang berlaku pada tahun {survey.selesai.year}",
                "tambahkan skemanya di `kosakata/skema-penilaian/`, atau perbaiki tanggalnya",
                at=record,
            )


@rule("skm-mutu-tidak-cocok", Level.ERROR, Scope.CATALOG)
def grade_differs(context: Context) -> Iterator[Complaint]:
    """Mutu (A sampai D) sesuai dengan nilai indeks menurut tabel konversi.

    Mutu yang lebih tinggi dari nilainya menyesatkan warga dan penilai: 76,60 adalah C, bukan B.

    Sumber: PermenPANRB 14/2017 (tabel nilai persepsi), seperti di `kosakata/skema-penilaian/`.
    """
    for record, survey, scheme, _ in _surveys(context):
        right = kelas(scheme, survey.ikm)
        if right and right.label != survey.mutu:
            yield Complaint(
                ("mutu",),
                f"indeks {survey.ikm} bermutu {right.label}, di sini tertulis {survey.mutu}",
                f"tulis `mutu: {right.label}`, atau perbaiki `ikm`",
                at=record,
            )


@rule("skm-nilai-tidak-cocok", Level.WARNING, Scope.CATALOG)
def index_differs(context: Context) -> Iterator[Complaint]:
    """Indeks yang dilaporkan dapat dihitung ulang dari nilai unsurnya.

    Bobot 0,11 menghilangkan satu persen nilai, dan nilai tertimbang sering dibulatkan dahulu,
    maka selisih kecil dimaklumi, kecuali angkanya sama dan hanya tertukar tempat. Dengan bobot
    `persis` selisihnya hanya pembulatan nilai yang ditulis. Selisih yang lebih besar berarti ada
    angka yang salah salin. Galat bila mutunya berbeda menurut semua cara.

    Sumber: PermenPANRB 14/2017 (indeks = jumlah nilai rata-rata kali bobot, kali 25).
    """
    for record, survey, scheme, rules in _surveys(context):
        again = indeks_survei(survey, rules)
        if survey.metode_bobot not in again:
            continue
        own, near = again[survey.metode_bobot], _rounding(survey, rules)
        # Another way to round the weight is told by a rule of its own.
        if any(abs(each - survey.ikm) <= near for each in again.values()):
            continue
        exact = survey.metode_bobot == "persis" or sorted(str(own)) == sorted(str(survey.ikm))
        if not exact and abs(own - survey.ikm) <= rules.selisih_wajar:
            continue
        grades = {found.label for each in again.values() if (found := kelas(scheme, each))}
        yield Complaint(
            ("ikm",),
            f"indeks {survey.ikm}, tetapi dari nilai unsurnya {own}",
            f"tulis `ikm: {own}`, atau perbaiki nilai di `unsur`",
            at=record,
            level=Level.WARNING if survey.mutu in grades else Level.ERROR,
        )


def _rounding(survey: Skm, rules: AturanSurvei) -> Decimal:
    """Return how far the index may be off because averages and index are written rounded."""
    lost = max((_step(each.nrr) for each in survey.unsur), default=Decimal(0)) / 2
    return lost * rules.pengali + _step(survey.ikm) / 2 + Decimal("0.01")


def _step(number: Decimal) -> Decimal:
    """Return the smallest step between numbers with as many decimals; two at least."""
    return Decimal(1).scaleb(min(int(number.as_tuple().exponent), -2))


@rule("skm-pembulatan-bobot", Level.INFO, Scope.CATALOG)
def rounding_undeclared(context: Context) -> Iterator[Complaint]:
    """Cara membulatkan bobot (persis, 0,111, atau 0,11) sama dengan yang dipakai laporan.

    Dengan bobot 0,11 unit yang sempurna hanya mendapat 99; dua unit tidak dapat dibandingkan
    bila yang satu memakai 1/9 dan yang lain 0,11 tanpa berkata begitu.

    Sumber: PermenPANRB 14/2017 (bobot = satu dibagi banyaknya unsur); laporan yang diterbitkan.
    """
    for record, survey, _, rules in _surveys(context):
        again, near = indeks_survei(survey, rules), _rounding(survey, rules)
        own = again.get(survey.metode_bobot)
        if own is None or abs(own - survey.ikm) <= near:
            continue
        off = {name: abs(each - survey.ikm) for name, each in again.items()}
        fitting = min(off, key=lambda each: off[each])
        if off[fitting] <= near:
            yield Complaint(
                ("metode_bobot",),
                f"indeks {survey.ikm} cocok dengan bobot {fitting}, "
                f"bukan {survey.metode_bobot} ({own})",
                f'tulis `metode_bobot: "{fitting}"`',
                at=record,
                on_key=True,
                anchor=("ikm",),
            )


@rule("skm-bobot", Level.ERROR, Scope.RECORD, "skm")
def weights_do_not_add_up(survey: Skm) -> Iterator[Complaint]:
    """Bobot unsur, bila ditulis sendiri, ditulis untuk semua unsur dan berjumlah satu.

    Bobot yang berjumlah kurang dari satu menurunkan indeks semua unit tanpa sebab.

    Sumber: PermenPANRB 14/2017 (unit boleh membobot unsur sendiri asal jumlahnya satu).
    """
    given = [each.bobot for each in survey.unsur if each.bobot is not None]
    if not given:
        return
    total = sum(given, Decimal(0))
    if len(given) != len(survey.unsur):
        missing = [each.kode for each in survey.unsur if each.bobot is None]
        yield Complaint(
            ("unsur",),
            f"{len(missing)} unsur tanpa bobot, yang lain berbobot",
            f"tambahkan `bobot` untuk {listing(missing)}, atau hapus semua `bobot`",
        )
    elif abs(total - 1) > Decimal("0.001"):
        yield Complaint(
            ("unsur",),
            f"bobot unsur berjumlah {total}, bukan 1",
            "perbaiki `bobot`; bila sama rata, hapus semua `bobot`",
        )


@rule("skm-unsur-kurang", Level.WARNING, Scope.CATALOG)
def elements_missing(context: Context) -> Iterator[Complaint]:
    """Survei memuat kesembilan unsur; unsur tambahan bernama.

    Unsur yang tidak ditampilkan biasanya yang nilainya paling rendah; justru itu yang perlu
    diketahui warga.

    Sumber: PermenPANRB 14/2017 (sembilan unsur survei kepuasan masyarakat).
    """
    for record, survey, _, rules in _surveys(context):
        if survey.status == "draf":
            continue
        known = [each.kode for each in rules.unsur]
        present = {each.kode for each in survey.unsur}
        missing = [each for each in known if each not in present]
        if missing:
            yield Complaint(
                ("unsur",),
                f"{len(missing)} dari {len(known)} unsur tidak ada",
                f"tambahkan butir `kode: …` untuk {listing(missing)}",
                at=record,
                on_key=True,
                anchor=("status",),
            )
        for index, each in enumerate(survey.unsur):
            if each.kode not in known and not each.nama:
                yield Complaint(
                    ("unsur", index, "kode"),
                    f"unsur `{each.kode}` tidak ada di skemanya dan tidak bernama",
                    f"tambahkan `nama`, atau pakai salah satu: {listing(known)}",
                    at=record,
                )


@rule("skm-nomor-tertukar", Level.WARNING, Scope.CATALOG)
def numbers_swapped(context: Context) -> Iterator[Complaint]:
    """Nomor unsur (U1 sampai U9) cocok dengan namanya, dan sama di semua survei sebuah unit.

    Pengaduan dan sarana bernomor U8 dan U9 menurut naskah, tetapi tertukar di banyak formulir.
    Bila sebuah unit berganti formulir, nilai keduanya mudah tertukar tanpa ketahuan.

    Sumber: PermenPANRB 14/2017; formulir dan laporan yang memakai urutan lain.
    """
    before: dict[tuple[str, str], str] = {}
    ordered = sorted(_surveys(context), key=lambda each: (each[0].id, each[1].mulai))
    for record, survey, _, rules in sorted(ordered, key=lambda each: each[1].mulai):
        allowed = {each.kode: each.nomor for each in rules.unsur}
        owner = record.id.partition("/")[0]
        used: dict[str, str] = {}
        for index, each in enumerate(survey.unsur):
            if not each.nomor:
                continue
            path = ("unsur", index, "nomor")
            numbers = allowed.get(each.kode, ())
            last = before.get((owner, each.kode))
            if numbers and each.nomor not in numbers:
                message = f"unsur {each.kode} bernomor {each.nomor}"
                hint = f"nomornya {' atau '.join(numbers)}; periksa juga nilainya"
            elif each.nomor in used:
                message = f"nomor {each.nomor} sudah dipakai unsur {used[each.nomor]}"
                hint = "cocokkan dengan formulir survei ini"
            elif last and last != each.nomor:
                message = f"unsur {each.kode} bernomor {each.nomor}, di survei sebelumnya {last}"
                hint = "pastikan nilai pengaduan dan sarana tidak tertukar, lalu samakan nomornya"
            else:
                used[each.nomor] = each.kode
                before[owner, each.kode] = each.nomor
                continue
            used.setdefault(each.nomor, each.kode)
            before[owner, each.kode] = each.nomor
            yield Complaint(path, message, hint, at=record)


@rule("skm-responden", Level.WARNING, Scope.CATALOG)
def too_few_respondents(context: Context) -> Iterator[Complaint]:
    """Banyaknya responden cukup untuk banyaknya pengguna, dan tidak melebihinya.

    Hasil dari terlalu sedikit orang dapat berbalik hanya karena kebetulan. Yang menjawab sebuah
    unsur tidak lebih banyak daripada respondennya.

    Sumber: PermenPANRB 14/2017 (besar sampel menurut Krejcie dan Morgan).
    """
    for record, survey, _, rules in _surveys(context):
        for index, each in enumerate(survey.unsur):
            if each.penjawab is not None and each.penjawab > survey.responden:
                yield Complaint(
                    ("unsur", index, "penjawab"),
                    f"{each.penjawab} menjawab unsur {each.kode}, respondennya {survey.responden}",
                    "perbaiki `penjawab` atau `responden`; salah satunya salah ketik",
                    at=record,
                    level=Level.ERROR,
                )
        if survey.populasi is None:
            continue
        needed = sampel(rules.sampel, survey.populasi)
        if survey.responden > survey.populasi:
            yield Complaint(
                ("responden",),
                f"responden {survey.responden} melebihi populasi {survey.populasi}",
                "perbaiki `responden` atau `populasi`",
                at=record,
            )
        elif survey.responden < needed:
            yield Complaint(
                ("responden",),
                f"responden {survey.responden}, untuk populasi {survey.populasi} perlu {needed}",
                "perbaiki angkanya bila salah ketik; bila benar, sebut di `tindak_lanjut`",
                at=record,
            )


@rule("skm-profil-kecil", Level.ERROR, Scope.CATALOG)
def small_cells(context: Context) -> Iterator[Complaint]:
    """Sel profil responden yang berisi terlalu sedikit orang disembunyikan.

    Satu-satunya responden lulusan S3 di sebuah desa dikenal tetangganya; jumlah sekecil itu
    mengumumkan data pribadi. Jumlah selnya tidak lebih dan tidak kurang dari respondennya.

    Sumber: UU 27/2022 (Pelindungan Data Pribadi); batasnya di `kosakata/skema-penilaian/`.
    """
    for record, survey, _, rules in _surveys(context):
        for number, trait in enumerate(survey.profil):
            for index, cell in enumerate(trait.sel):
                if cell.jumlah is not None and 0 < cell.jumlah < rules.sel_terkecil:
                    yield Complaint(
                        ("profil", number, "sel", index, "jumlah"),
                        f"sel “{cell.nama}” berisi kurang dari {rules.sel_terkecil} orang",
                        "hapus `jumlah`-nya, atau gabungkan selnya dengan yang lain",
                        at=record,
                    )
            rest = survey.responden - sum(each.jumlah or 0 for each in trait.sel)
            hidden = [each for each in trait.sel if each.jumlah is None]
            if len(hidden) == 1 and 0 < rest < rules.sel_terkecil:
                yield Complaint(
                    ("profil", number, "sel", trait.sel.index(hidden[0])),
                    f"sel “{hidden[0].nama}” tersembunyi, tetapi dapat dihitung dari yang lain",
                    "sembunyikan juga sel terkecil berikutnya",
                    at=record,
                )
            known = [each.jumlah for each in trait.sel if each.jumlah is not None]
            if sum(known) > survey.responden:
                yield Complaint(
                    ("profil", number, "sel"),
                    f"profil {trait.ciri} berjumlah {sum(known)}, respondennya {survey.responden}",
                    "perbaiki jumlahnya",
                    at=record,
                )
            elif not hidden and rest > 0:
                yield Complaint(
                    ("profil", number, "sel"),
                    f"profil {trait.ciri} berjumlah {sum(known)}, respondennya {survey.responden}",
                    "perbaiki jumlahnya; yang tidak menjawab ditulis sebagai sel sendiri",
                    at=record,
                    level=Level.WARNING,
                )


@rule("skm-masa", Level.ERROR, Scope.RECORD, "skm")
def survey_days(survey: Skm) -> Iterator[Complaint]:
    """Survei selesai sesudah dimulai.

    Masa survei yang terbalik membuat hasilnya tidak dapat ditaruh pada tahun mana pun.

    Sumber: PermenPANRB 14/2017 (periode survei); praktik.
    """
    if survey.selesai < survey.mulai:
        yield Complaint(
            ("selesai",),
            f"survei selesai {survey.selesai} sebelum dimulai {survey.mulai}",
            "tukar `mulai` dan `selesai`",
        )


@rule("skm-bertindih", Level.WARNING, Scope.CATALOG)
def surveys_overlap(context: Context) -> Iterator[Complaint]:
    """Dua survei di satu unit tidak meliputi hari yang sama.

    Responden pada hari yang bertindih dihitung dua kali, dan naik turunnya indeks tidak berarti
    apa-apa. Survei tahunan boleh merangkum survei semester, dan dua survei boleh sewaktu bila
    layanannya lain.

    Sumber: PermenPANRB 14/2017 (periode survei); praktik, mis. tanggal mulai yang salah ketik.
    """
    seen: dict[str, list[tuple[Record, Skm]]] = {}
    for record in context.of_kind("skm"):
        survey = record.data
        if not isinstance(survey, Skm):
            continue
        others = seen.setdefault(record.id.partition("/")[0], [])
        for other, earlier in others:
            if _twice(survey, earlier):
                strays = _strays(other, earlier) and not _strays(record, survey)
                key = "selesai" if strays and earlier.mulai < survey.mulai else "mulai"
                at, name = (other, record.id) if strays else (record, other.id)
                own, theirs = (earlier, survey) if strays else (survey, earlier)
                yield Complaint(
                    (key,),
                    f"survei ini {own.mulai} sampai {own.selesai}, `{name}` {theirs.mulai} sampai "
                    f"{theirs.selesai}",
                    "perbaiki `mulai` atau `selesai` salah satunya",
                    at=at,
                )
        others.append((record, survey))


def _twice(one: Skm, other: Skm) -> bool:
    """Tell whether two surveys ask about the same services on the same days."""
    if other.selesai < one.mulai or one.selesai < other.mulai:
        return False
    if set(one.layanan) != set(other.layanan) and set(one.layanan).isdisjoint(other.layanan):
        return False
    long, short = sorted((one, other), key=lambda each: each.mulai - each.selesai)
    within = long.mulai <= short.mulai and short.selesai <= long.selesai
    sums_up = within and long.jenis_periode != short.jenis_periode
    return not sums_up


def _strays(record: Record, survey: Skm) -> bool:
    """Tell whether a survey leaves the period that its file is named after."""
    named = named_period(record.id)
    return named is not None and not named[0] <= survey.mulai <= survey.selesai < named[1]
