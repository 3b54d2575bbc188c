"""Rules about a standard against itself: what it asks for, what its steps do, how long it says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.finding import Level
from generator.model.dasar import Durasi
from generator.model.hitung import lama_semua
from generator.model.janji import Biaya, Persyaratan
from generator.model.layanan import Standar
from generator.rules.bantu import STANDAR
from generator.rules.registry import Complaint, Scope, rule
from generator.source import Path

_COPY = re.compile(r"\b(?:cukup|boleh|hanya) (?:dengan )?(?:fotokopi|salinan)\b", re.IGNORECASE)
_ORIGINAL = re.compile(r"\b(?:harus|wajib|hanya) asli\b|\bbukan fotokopi\b", re.IGNORECASE)


@rule("bentuk-bertentangan", Level.WARNING, Scope.RECORD, *STANDAR)
def form_contradicts(standard: Standar) -> Iterator[Complaint]:
    """Kalimat pada sebuah syarat tidak membantah `bentuk`-nya.

    "Asli" di daftar dan "cukup fotokopi" di keterangannya membuat warga pulang mengambil yang
    satu lagi.

    Sumber: UU 25/2009 Pasal 21 (persyaratan yang pasti); praktik.
    """
    for index, need in enumerate(standard.persyaratan):
        asked = need.bentuk or ""
        for key, text in (("keterangan", need.keterangan), ("teks", need.teks)):
            low = (text or "").casefold()
            if not text or not ("asli" in low or "fotokopi" in low or "salinan" in low):
                continue
            copy = asked.startswith("asli") and _COPY.search(text)
            original = asked.startswith("fotokopi") and _ORIGINAL.search(text)
            if match := copy or original:
                yield Complaint(
                    ("persyaratan", index, key),
                    f"`bentuk: {asked}`, tetapi di sini tertulis “{match[0]}”",
                    "perbaiki `bentuk`, atau hapus kalimat itu",
                )


def together(one: Sequence[str], other: Sequence[str], standard: Standar) -> bool:
    """Tell whether some citizen meets both items: the axes of cases bind each by itself."""
    if not one or not other:
        return True
    for axis in standard.kasus:
        codes = {each.kode for each in axis.pilihan}
        ours, theirs = codes.intersection(one), codes.intersection(other)
        if ours and theirs and ours.isdisjoint(theirs):
            return False
    return True


@rule("syarat-kembar", Level.WARNING, Scope.RECORD, *STANDAR)
def asked_twice(standard: Standar) -> Iterator[Complaint]:
    """Satu dokumen diminta satu kali kepada satu orang, atau bedanya disebut di `teks`.

    Dua baris "Kartu Keluarga" membuat warga membawa dua, atau bertanya yang mana; biasanya kode
    dokumen yang satu salah salin.

    Sumber: UU 25/2009 Pasal 21 (persyaratan yang pasti); praktik katalog ini.
    """
    papers = [each.dokumen for each in standard.persyaratan if each.dokumen]
    if len(set(papers)) == len(papers):
        return
    asked: dict[tuple[str, str | None], list[Persyaratan]] = {}
    for index, need in enumerate(standard.persyaratan):
        if not need.dokumen:
            continue
        others = asked.setdefault((need.dokumen, need.teks), [])
        for other in others:
            if _one_form(need, other) and together(need.kasus, other.kasus, standard):
                yield Complaint(
                    ("persyaratan", index, "dokumen"),
                    f"`{need.dokumen}` sudah diminta di syarat `{other.kode}`",
                    "perbaiki `dokumen`, hapus salah satunya, atau sebut bedanya di `teks`",
                )
                break
        else:
            others.append(need)


def _one_form(need: Persyaratan, other: Persyaratan) -> bool:
    # The original to be shown and a copy to be kept are two papers.
    return len({(each.bentuk or "").partition("_")[0] for each in (need, other)} - {""}) < 2


_NEW = re.compile(
    r"(?:\w+ )?(?:baru|pertama)(?: kali)?|(?:belum (?:punya|pernah)|akan) .*",
    re.IGNORECASE,
)
_OF_OTHERS = re.compile(
    r"\b(?:orang tua|wali|suami|istri|pasangan|keluarga|orang lain|ditumpangi)\b", re.IGNORECASE
)


@rule("syarat-hasil-sendiri", Level.WARNING, Scope.RECORD, *STANDAR)
def asks_for_its_own_result(standard: Standar) -> Iterator[Complaint]:
    """Pemohon baru tidak dimintai dokumen yang baru akan diterbitkan layanan ini.

    Syarat perpanjangan yang salah kasus menutup pintu bagi semua orang yang belum pernah punya.

    Sumber: UU 25/2009 (persyaratan yang dapat dipenuhi); praktik, mis. kasus yang tertukar.
    """
    newcomers = {
        each.kode for axis in standard.kasus for each in axis.pilihan if _NEW.fullmatch(each.nama)
    }
    for index, need in enumerate(standard.persyaratan):
        met = [code for code in need.kasus if code in newcomers]
        if not need.dokumen or not met or need.salah_satu or need.wajib != "ya":
            continue
        if _OF_OTHERS.search(need.teks or ""):
            continue
        if any(
            each.dokumen == need.dokumen and together(need.kasus, each.kasus, standard)
            for each in standard.produk
        ):
            yield Complaint(
                ("persyaratan", index, "kasus"),
                f"kasus `{met[0]}` dimintai `{need.dokumen}`, yang baru terbit dari layanan ini",
                "perbaiki `kasus` syarat ini, atau hapus syaratnya",
            )


@rule("langkah-melompat", Level.WARNING, Scope.RECORD, *STANDAR)
def returns_forward(standard: Standar) -> Iterator[Complaint]:
    """`kembali_ke` menunjuk langkah ini atau yang sebelumnya.

    Langkah yang "diulang" tetapi letaknya di depan melewati pemeriksaan di antaranya: berkas yang
    kurang langsung terbit.

    Sumber: PermenPANRB 15/2014 (sistem, mekanisme, dan prosedur); praktik katalog ini.
    """
    order = {each.kode: at for at, each in enumerate(standard.prosedur)}
    for index, step in enumerate(standard.prosedur):
        for at, each in enumerate(step.jika):
            if each.kembali_ke and order.get(each.kembali_ke, 0) > index:
                yield Complaint(
                    ("prosedur", index, "jika", at, "kembali_ke"),
                    f"`{each.kembali_ke}` ada sesudah langkah `{step.kode}`, bukan sebelumnya",
                    "sebut langkah yang diulang, yaitu langkah ini atau yang di atasnya",
                )


_PAYS = re.compile(r"^(?:mem)?bayar\b", re.IGNORECASE)


@rule("bayar-yang-gratis", Level.WARNING, Scope.RECORD, *STANDAR)
def pays_for_nothing(standard: Standar) -> Iterator[Complaint]:
    """Langkah membayar hanya ada dalam kasus yang memang membayar.

    Pasien jaminan yang dikirim ke kasir membayar yang sudah ditanggung; pasien umum yang tidak
    diberi tahu berdiri di antrean obat tanpa bukti bayar.

    Sumber: UU 25/2009 Pasal 21 (prosedur dan biaya saling cocok); praktik, mis. kasus tertukar.
    """
    due: list[Sequence[str]] = [each.kasus for each in standard.biaya if not _free(each)]
    due += [each.kasus for each in (*standard.denda, *standard.pungutan_lain)]
    if not standard.biaya:
        return
    for index, step in enumerate(standard.prosedur):
        if not _PAYS.search(step.uraian):
            continue
        if not any(together(step.kasus, each, standard) for each in due):
            key = "kasus" if step.kasus else "uraian"
            yield Complaint(
                ("prosedur", index, key),
                f"langkah `{step.kode}` membayar, tetapi dalam kasus ini tidak ada biaya, denda, "
                "atau pungutan lain",
                "perbaiki `kasus` langkah ini, atau tulis yang dibayar di `biaya`, `denda`, atau "
                "`pungutan_lain`",
            )


def _free(row: Biaya) -> bool:
    return row.jumlah == 0 and row.hitungan == "tetap"


NOT_LEVIED = re.compile(
    r"\btidak (?:lagi )?(?:dikenai|dikenakan|dipungut)\b|\bbebas (?:biaya|retribusi)\b"
    r"|\bretribusi(?:nya)? (?:sudah )?dihapus\b|\btanpa biaya\b|\bgratis\b",
    re.IGNORECASE,
)


@rule("berbayar-kata-gratis", Level.WARNING, Scope.RECORD, *STANDAR)
def paid_but_said_free(standard: Standar) -> Iterator[Complaint]:
    """Baris biaya yang berjumlah tidak disebut gratis oleh peraturan yang mendasarinya.

    Bila peraturannya berkata tidak dikenai dan jumlahnya Rp250.000, loket memungut tanpa hak.

    Sumber: UU 25/2009 Pasal 31 (biaya ditetapkan dengan peraturan); praktik.
    """
    for index, row in enumerate(standard.biaya):
        if not row.jumlah or not row.dasar:
            continue
        named = (row.dasar.regulasi, row.dasar.pasal)
        same = (each for each in standard.dasar_hukum if (each.regulasi, each.pasal) == named)
        said = " ".join(each.mengenai or "" for each in (row.dasar, *same))
        if match := NOT_LEVIED.search(said):
            yield Complaint(
                ("biaya", index, "jumlah"),
                f"baris ini berjumlah, padahal dasarnya disebut “{match[0]}”",
                "tulis `jumlah: 0`, atau perbaiki `mengenai` peraturannya",
            )


_DEADLINE = re.compile(r"paling lambat (\d+) (hari kerja|hari|minggu|bulan|jam)\b", re.IGNORECASE)


@rule("tenggat-bertentangan", Level.WARNING, Scope.RECORD, *STANDAR)
def deadline_contradicts(standard: Standar) -> Iterator[Complaint]:
    """Tenggat di sebuah syarat sama dengan yang disebut dasar hukumnya di standar ini.

    "Paling lambat 60 hari" di syarat dan "30 hari" di dasar hukum membuat warga yang mengikuti
    syarat didenda.

    Sumber: UU 25/2009 Pasal 21; praktik, mis. tenggat lama yang tertinggal di satu tempat.
    """
    told: dict[str, tuple[str, str]] = {}
    for law in standard.dasar_hukum:
        if match := _DEADLINE.search(law.mengenai or ""):
            told.setdefault(law.regulasi, (match[1], match[2].casefold()))
    for index, need in enumerate(standard.persyaratan):
        match = _DEADLINE.search(need.teks or "")
        known = told.get(need.dasar.regulasi) if need.dasar else None
        if match and known and known != (match[1], match[2].casefold()):
            yield Complaint(
                ("persyaratan", index, "teks"),
                f"di sini “{match[0]}”, di `dasar_hukum` {known[0]} {known[1]}",
                "baca pasalnya, lalu samakan keduanya",
            )


_NUMBERS = "nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh"
COUNTED = _NUMBERS.split()
"""The numbers up to ten in words, each at its own index."""
_UNIT = {"hari kerja": "hari_kerja"}
NUMBER = rf"(\d{{1,6}}|{'|'.join(COUNTED[1:])}) (menit|jam|hari kerja|hari|minggu|bulan|tahun)\b"
LENGTH = re.compile(rf"\b{NUMBER}", re.IGNORECASE)
"""A length of time in a sentence."""


def said_length(match: re.Match[str]) -> tuple[int, str]:
    """Return a length of time in a sentence as records write it."""
    number, unit = match[1].casefold(), match[2].casefold()
    return COUNTED.index(number) if number in COUNTED else int(number), _UNIT.get(unit, unit)


def lengths(standard: Standar) -> set[tuple[int, str]]:
    """Return every length of time that a standard promises: stages, their sums, steps."""
    time = standard.jangka_waktu
    sums = [each.bagian[0] for each in lama_semua(standard) if len(each.bagian) == 1]
    parts: list[Durasi | None] = [each.waktu for each in standard.prosedur]
    found = {(each.maks, str(each.satuan)) for each in (time.tahap if time else ())}
    parts.append(time.total if time else None)
    found |= {(longest, unit) for _, longest, unit in sums}
    return found | {(each.nilai, str(each.satuan)) for each in parts if each}


LATE = re.compile(
    r"\b(?:lewat|melewati|lebih (?:dari|lama dari|lama daripada)|melebihi|terlambat dari"
    rf"|(?:belum|tidak|tak) (?:\w+ ){{1,4}}(?:dalam|sesudah|setelah|selama|lewat)) {NUMBER}",
    re.IGNORECASE,
)
"""A length of time after which something is late."""


_BECAME = re.compile(rf"\b(?:waktu|lama|tunggu)\b[^.;]{{0,120}}?\bmenjadi {NUMBER}", re.IGNORECASE)


@rule("riwayat-lain-janji", Level.WARNING, Scope.RECORD, *STANDAR)
def history_disagrees(standard: Standar) -> Iterator[Complaint]:
    """Waktu yang menurut perubahan terakhir "menjadi" sekian adalah waktu yang dijanjikan sekarang.

    Riwayat berkata turun menjadi 20 menit dan janji menyebut 200: salah satunya salah ketik, dan
    warga akan menagih yang lebih singkat.

    Sumber: UU 25/2009 Pasal 21 (jangka waktu); praktik katalog ini (`riwayat` dibaca warga).
    """
    for index, change in enumerate(standard.riwayat):
        match = _BECAME.search(change.isi)
        if match is None:
            continue
        if said_length(match) not in lengths(standard):
            path: Path = ("riwayat", index, "isi")
            yield Complaint(
                path,
                f"perubahan terakhir berkata “{match[0]}”, tetapi `jangka_waktu` berkata lain",
                "perbaiki `jangka_waktu`; atau catat perubahan yang lebih baru di `riwayat`",
            )
        return


_SHEETS = 12
_LEAST = 500
_SMALL = re.compile(
    r"meter|m2|m²|lembar|liter|kg|kilo|kwh|ekor|buah|titik|menit|jam", re.IGNORECASE
)
"""What is charged by such a measure may cost less."""


@rule("jumlah-janggal", Level.WARNING, Scope.RECORD, *STANDAR)
def odd_amount(standard: Standar) -> Iterator[Complaint]:
    """Banyaknya lembar dan rupiah masuk akal.

    "40 lembar foto" dan "Rp15" biasanya satu angka yang terselip atau ribuan yang hilang; warga
    mencetak foto sia-sia, dan kasir memungut menurut ingatan.

    Sumber: praktik (angka yang salah ketik).
    """
    for index, need in enumerate(standard.persyaratan):
        if need.rangkap and need.rangkap > _SHEETS:
            yield Complaint(
                ("persyaratan", index, "rangkap"),
                f"syarat `{need.kode}` meminta {need.rangkap} rangkap",
                "periksa angkanya; sebut alasannya di `keterangan` bila memang sebanyak itu",
            )
    for index, row in enumerate(standard.biaya):
        by_measure = row.satuan and _SMALL.search(row.satuan)
        if row.jumlah and row.jumlah < (100 if by_measure else _LEAST):
            yield Complaint(
                ("biaya", index, "jumlah"),
                f"biaya `{row.kode}` hanya Rp{row.jumlah}",
                f"tulis rupiah penuh tanpa titik, mis. `jumlah: {row.jumlah}000`",
            )


@rule("pilihan-kembar", Level.ERROR, Scope.RECORD, *STANDAR)
def same_answer(standard: Standar) -> Iterator[Complaint]:
    """Jawaban sebuah pertanyaan berbeda namanya.

    Warga yang melihat dua tombol "Baru" memilih salah satunya tanpa tahu syarat mana yang berlaku.

    Sumber: praktik katalog ini (`kasus` dipilih warga di halaman).
    """
    for axis_at, axis in enumerate(standard.kasus):
        seen: set[str] = set()
        for at, each in enumerate(axis.pilihan):
            if each.nama.casefold() in seen:
                yield Complaint(
                    ("kasus", axis_at, "pilihan", at, "nama"),
                    f"“{each.nama}” sudah menjadi jawaban lain pertanyaan ini",
                    f"tulis nama jawaban `{each.kode}` yang berbeda",
                )
            seen.add(each.nama.casefold())


@rule("riwayat-tidak-urut", Level.WARNING, Scope.RECORD, *STANDAR)
def history_out_of_order(standard: Standar) -> Iterator[Complaint]:
    """Riwayat ditulis dari yang terbaru.

    Tahun yang salah ketik membuat perubahan terakhir tampak paling lama, dan warga menyangka
    syarat lama masih berlaku.

    Sumber: praktik katalog ini (halaman menampilkan riwayat menurut urutannya).
    """
    for at, (newer, older) in enumerate(pairwise(standard.riwayat)):
        if newer.tanggal < older.tanggal:
            yield Complaint(
                ("riwayat", at, "tanggal"),
                f"{newer.tanggal} di atas {older.tanggal}, yang lebih baru",
                "perbaiki tanggalnya, atau pindahkan; yang terbaru paling atas",
            )
