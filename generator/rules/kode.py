"""Rules about codes: unique in their list, named where they exist, cases that lead somewhere."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Sequence

from generator.finding import Level
from generator.model.hitung import berlaku, kombinasi
from generator.model.janji import Butir
from generator.model.layanan import Standar
from generator.rules.bantu import STANDAR, listing, suggestion
from generator.rules.registry import Complaint, Scope, TextFile, rule
from generator.rules.syarat import together
from generator.source import Path


@rule("kode-ganda", Level.ERROR, Scope.FILE)
def duplicate_code(file: TextFile) -> Iterator[Complaint]:
    """Setiap kode dipakai satu kali dalam daftarnya; kode kasus satu kali di seluruh standar.

    Kode adalah alamat sebuah butir: timpaan unit, langkah yang diulang, dan laporan warga
    merujuk kode. Bila dua butir berkode sama, yang berubah bisa butir yang salah.

    Sumber: praktik katalog ini.
    """
    first: dict[tuple[Path, str], Path] = {}
    for path, text in file.of(("kode",)):
        if len(path) < 3 or path[-1] != "kode" or not isinstance(path[-2], int):
            continue
        # The answers of all case questions share one list of codes.
        group = ("kasus", "pilihan") if path[-3] == "pilihan" else path[:-2]
        seen = first.setdefault((group, text), path)
        if seen is not path:
            line = file.places.locate(seen).line
            yield Complaint(
                path,
                f"kode `{text}` sudah dipakai di baris {line}",
                "beri kode lain, atau gabungkan kedua butir",
            )


def _items(standard: Standar) -> Iterator[tuple[str, Path, Sequence[Butir]]]:
    time = standard.jangka_waktu
    yield "syarat", ("persyaratan",), standard.persyaratan
    yield "langkah", ("prosedur",), standard.prosedur
    yield "tahap", ("jangka_waktu", "tahap"), time.tahap if time else ()
    yield "biaya", ("biaya",), standard.biaya
    yield "denda", ("denda",), standard.denda
    yield "pungutan", ("pungutan_lain",), standard.pungutan_lain
    yield "produk", ("produk",), standard.produk


@rule("kasus-tak-dikenal", Level.ERROR, Scope.RECORD, *STANDAR)
def unknown_case(standard: Standar) -> Iterator[Complaint]:
    """Butir hanya menyebut kasus yang ada di `kasus` standar ini.

    Butir dengan kasus yang tidak ada tidak pernah tampil untuk siapa pun: syaratnya hilang dari
    halaman, dan warga baru mengetahuinya di loket.

    Sumber: praktik katalog ini.
    """
    known = [case.kode for axis in standard.kasus for case in axis.pilihan]
    for what, base, items in _items(standard):
        for index, item in enumerate(items):
            for at, case in enumerate(item.kasus):
                if case not in known:
                    yield Complaint(
                        (*base, index, "kasus", at),
                        f"{what} `{item.kode}` menyebut kasus `{case}` yang tidak ada",
                        suggestion(
                            case,
                            known,
                            f"pakai salah satu kasus: {listing(known)}"
                            if known
                            else "hapus `kasus`, atau tambahkan kasusnya di `kasus:` standar ini",
                        ),
                    )


@rule("langkah-tak-dikenal", Level.ERROR, Scope.RECORD, *STANDAR)
def unknown_step(standard: Standar) -> Iterator[Complaint]:
    """Rujukan di dalam standar menunjuk butir yang ada: langkah, tahap, produk, dan kanal.

    `kembali_ke` yang keliru membuat alur terputus di gambar; `sesudah` yang keliru membuat waktu
    salah dijumlahkan.

    Sumber: praktik katalog ini.
    """
    steps = [each.kode for each in standard.prosedur]
    products = [each.kode for each in standard.produk]
    channels = [each.kode for each in standard.kanal]
    for index, step in enumerate(standard.prosedur):
        base: Path = ("prosedur", index)
        yield from _unknown("produk", (*base, "produk"), step.produk, products)
        yield from _unknown("kanal", (*base, "kanal"), step.kanal, channels)
        for at, exception in enumerate(step.jika):
            if exception.kembali_ke:
                path: Path = (*base, "jika", at, "kembali_ke")
                yield from _unknown("langkah", path, (exception.kembali_ke,), steps, one=True)
    if standard.jangka_waktu:
        stages = [each.kode for each in standard.jangka_waktu.tahap]
        for index, stage in enumerate(standard.jangka_waktu.tahap):
            base = ("jangka_waktu", "tahap", index)
            yield from _unknown("produk", (*base, "produk"), stage.produk, products)
            yield from _unknown("tahap", (*base, "sesudah"), stage.sesudah or (), stages)


def _unknown(
    what: str, path: Path, named: Iterable[str], known: Sequence[str], *, one: bool = False
) -> Iterator[Complaint]:
    for at, code in enumerate(named):
        if code not in known:
            yield Complaint(
                path if one else (*path, at),
                f"{what} `{code}` tidak ada di standar ini",
                suggestion(
                    code,
                    known,
                    f"pakai salah satu: {listing(known)}"
                    if known
                    else f"hapus, atau tambahkan {what} itu di standar ini",
                ),
            )


@rule("pilihan-tunggal", Level.WARNING, Scope.RECORD, *STANDAR)
def lone_alternative(standard: Standar) -> Iterator[Complaint]:
    """Kelompok `salah_satu` berisi paling sedikit dua syarat, yang dapat berlaku bagi satu orang.

    Satu syarat yang sendirian dalam kelompok "pilih salah satu" tampil sebagai pilihan tanpa
    pilihan; biasanya kode kelompoknya salah ketik, atau `kasus`-nya kasus orang lain. Dari dua
    kelompok sendirian yang kodenya mirip, yang ditunjuk satu saja: yang kata-katanya tidak dipakai
    di tempat lain, kalau tidak yang bawah.

    Sumber: praktik katalog ini.
    """
    groups: dict[str, list[int]] = {}
    for index, item in enumerate(standard.persyaratan):
        if item.salah_satu:
            groups.setdefault(item.salah_satu, []).append(index)
    alone = {group: members[0] for group, members in groups.items() if len(members) == 1}
    told: set[str] = set()
    for group in sorted(alone, key=lambda each: (_spelt(each, standard), -alone[each])):
        if group in told:
            continue
        others = [each for each in groups if each != group]
        meant = difflib.get_close_matches(group, others, n=1, cutoff=0.8)
        told.update(meant)
        yield Complaint(
            ("persyaratan", alone[group], "salah_satu"),
            f"hanya satu syarat berada di kelompok `{group}`",
            f"apakah maksud Anda `{meant[0]}`?"
            if meant
            else "hapus `salah_satu`, atau beri kode yang sama pada butir lain",
        )
    for group, members in groups.items():
        if len(members) > 1 and any(standard.persyaratan[at].kasus for at in members):
            yield from _never_together(standard, group, members)


def _spelt(code: str, standard: Standar) -> int:
    """Return how many words of a code occur in what the standard says: a slip's do not."""
    said = " ".join(
        f"{each.dokumen or ''} {each.teks or ''} {each.keterangan or ''} {' '.join(each.kasus)}"
        for each in standard.persyaratan
    )
    words = frozenset(said.casefold().replace("-", " ").split())
    return len(words.intersection(code.split("-")))


def _never_together(standard: Standar, group: str, members: list[int]) -> Iterator[Complaint]:
    """Tell which alternatives nobody can choose from: the others are for other cases."""
    needs = standard.persyaratan
    for at in members:
        others = [needs[each] for each in members if each != at]
        if not any(together(needs[at].kasus, each.kasus, standard) for each in others):
            yield Complaint(
                ("persyaratan", at, "kasus"),
                f"tidak seorang pun dapat memilih: syarat lain kelompok `{group}` untuk kasus lain",
                f"periksa `kasus` di sini dan di `{others[0].kode}`; samakan, atau hapus "
                "`salah_satu` bila bukan pilihan",
            )


@rule("kasus-tanpa-hasil", Level.WARNING, Scope.RECORD, *STANDAR)
def case_without_result(standard: Standar) -> Iterator[Complaint]:
    """Setiap kasus mendapat sesuatu: sekurang-kurangnya satu produk.

    Pemohon yang memilih kasusnya dan melihat hasil kosong tidak tahu untuk apa ia datang;
    biasanya `kasus` sebuah produk salah salin.

    Sumber: UU 25/2009 Pasal 21 (produk pelayanan); praktik katalog ini.
    """
    if not standard.kasus or not all(each.kasus for each in standard.produk):
        return
    for choice in kombinasi(standard.kasus) if standard.produk else ():
        if not any(berlaku(each.kasus, choice, standard.kasus) for each in standard.produk):
            yield Complaint(
                ("produk",),
                f"kasus {listing(choice.values())} tidak mendapat satu produk pun",
                "perbaiki `kasus` sebuah produk, atau tambahkan produk kasus itu",
                on_key=True,
            )
            return
