"""Rules about a change: a promise is not made worse in silence, no service loses its address."""

from __future__ import annotations

from collections.abc import Iterator

from generator.finding import Level
from generator.model.catalog import Layanan
from generator.model.hitung import Lama, lama_semua
from generator.model.kata import SATUAN, rupiah
from generator.model.layanan import Standar
from generator.model.nilai import TAK_TERBIT
from generator.rules.bantu import STANDAR
from generator.rules.registry import Complaint, Context, Scope, rule
from generator.source import Path


@rule("janji-memburuk", Level.WARNING, Scope.CHANGE)
def worse_promise(context: Context) -> Iterator[Complaint]:
    """Biaya yang naik, waktu yang memanjang, atau syarat yang bertambah disertai alasan.

    Warga memegang janji yang lama. Perubahan yang merugikan harus punya keputusan baru
    (`penetapan`) atau sekurang-kurangnya catatan di `riwayat`, agar dapat dipertanyakan.

    Sumber: UU 25/2009 Pasal 20 (standar disusun bersama masyarakat); PermenPANRB 16/2017 (forum
    konsultasi publik).
    """
    if context.before is None:
        return
    for record in context.of_kind(*STANDAR):
        new = record.data
        if not isinstance(new, Standar) or record.version or new.status in TAK_TERBIT:
            continue
        old = context.before.cari_layanan(record.id)
        if old is None or old.isi.status in TAK_TERBIT or _explained(old.isi, new):
            continue
        hint = (
            "tambahkan butir `riwayat` yang menjelaskan perubahan ini, atau `penetapan` yang baru"
        )
        for path, message in _worse(old.isi, new):
            yield Complaint(path, message, hint, at=record)


def _explained(old: Standar, new: Standar) -> bool:
    if new.penetapan and new.penetapan != old.penetapan:
        return True
    return any(entry not in old.riwayat for entry in new.riwayat)


def _worse(old: Standar, new: Standar) -> Iterator[tuple[Path, str]]:
    before = {row.kode: row for row in old.biaya}
    for index, row in enumerate(new.biaya):
        was = before.get(row.kode)
        if row.jumlah and was is None and old.biaya:
            yield ("biaya", index, "jumlah"), f"biaya baru `{row.kode}`: {rupiah(row.jumlah)}"
        elif was and was.jumlah is not None and (row.jumlah or 0) > was.jumlah:
            change = f"dari {rupiah(was.jumlah)} menjadi {rupiah(row.jumlah or 0)}"
            yield ("biaya", index, "jumlah"), f"biaya `{row.kode}` naik {change}"
    old_times, new_times = lama_semua(old), lama_semua(new)
    if old_times and new_times and new_times[-1].bobot > old_times[-1].bobot:
        change = f"dari {_words(old_times[-1])} menjadi {_words(new_times[-1])}"
        yield ("jangka_waktu", "tahap"), f"waktu memanjang {change}"
    asked = {need.kode for need in old.persyaratan}
    if asked:
        for index, need in enumerate(new.persyaratan):
            if need.kode not in asked and need.jenis != "aturan":
                yield ("persyaratan", index, "kode"), f"syarat baru: `{need.kode}`"


def _words(length: Lama) -> str:
    return " + ".join(f"{most} {SATUAN[unit]}" for _, most, unit in length.bagian)


@rule("layanan-hilang", Level.ERROR, Scope.CHANGE)
def vanished(context: Context) -> Iterator[Complaint]:
    """Layanan dan unit yang pernah terbit tidak hilang: dicabut, dipindah, atau digabung.

    Alamatnya sudah tersimpan di telepon warga, di poster, dan di mesin pencari. Yang dipindah
    disebut di `dahulu` rekaman barunya; yang berakhir tetap ada dengan `status: dicabut`.

    Sumber: UU 25/2009 Pasal 23 (sistem informasi pelayanan publik); praktik katalog ini.
    """
    if context.before is None:
        return
    moved = {
        old
        for record in context.of_kind("unit", *STANDAR)
        if isinstance(record.data, Standar) or record.kind == "unit"
        for old in getattr(record.data, "dahulu", ())
    }
    after = context.katalog
    for service in context.before.semua_layanan():
        if service.isi.status == "draf" or service.id in moved:
            continue
        if after.cari_layanan(service.id) or service.berkas in context.broken:
            continue
        if _gone_with_reason(service, context):
            continue
        yield Complaint(
            (),
            f"layanan `{service.id}` pernah terbit dan sekarang tidak ada",
            f"tulis `dahulu: [{service.id}]` di berkas barunya, atau kembalikan berkas ini dengan "
            "`status: dicabut`",
            file=service.berkas,
        )
    for unit in context.before.unit:
        file = f"unit/{unit}/unit.yaml"
        if unit not in after.unit and unit not in moved and file not in context.broken:
            yield Complaint(
                (),
                f"unit `{unit}` pernah terbit dan sekarang tidak ada",
                f"tulis `dahulu: [{unit}]` di unit barunya, atau kembalikan berkas ini dengan "
                "`status: dicabut`",
                file=file,
            )


def _gone_with_reason(service: Layanan, context: Context) -> bool:
    """Tell whether a place is gone for a stated reason, or because its unit or pattern is."""
    unit = context.katalog.unit.get(service.pemilik)
    if service.pola is None:
        return False
    if unit is None or unit.status == "dicabut" or service.slug in unit.tidak_melayani:
        return True
    return not context.katalog.cari_layanan(service.pola)
