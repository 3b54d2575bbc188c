"""Rules about a change: a promise is not made worse in silence, no service loses its address."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.assemble import Record
from generator.finding import Level
from generator.layout import identify
from generator.model.catalog import Layanan
from generator.model.hitung import BOBOT, Lama, lama_semua
from generator.model.janji import JangkaWaktu
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
        if record.pattern and not record.override:
            continue
        old = context.before.cari_layanan(record.id)
        if old is None or old.isi.status in TAK_TERBIT or explained(old.isi, new):
            continue
        hint = _remedy(record, context.today)
        told = _told_at_pattern(record, context)
        for paths, message in _worse(old.isi, new):
            own = [path for path in paths if record.places.locate(path).file == record.file]
            if own or message not in told:
                # A value that an override no longer sets stands in the pattern; it acts there.
                yield Complaint(own[0] if own else (), message, hint, at=record)


def explained(old: Standar, new: Standar) -> bool:
    """Tell whether a change has a new decree, or an entry in the history."""
    if new.penetapan and new.penetapan != old.penetapan:
        return True
    return any(entry not in old.riwayat for entry in new.riwayat)


def _remedy(record: Record, today: date) -> str:
    entry = f"{{tanggal: {today}, isi: …}}"
    history = record.places.inside.get("riwayat")
    if history and history.here.file == record.file:
        told = f"tambahkan butir `- {entry}` di `riwayat`"
    else:
        told = f"tambahkan `riwayat: [{entry}]`"
    return f"{told} yang menjelaskan perubahan ini, atau `penetapan` yang baru"


def _told_at_pattern(record: Record, context: Context) -> set[str]:
    """Return what is said, or explained, at the pattern of a place."""
    old = context.before.layanan.get(record.pattern or "") if context.before else None
    new = context.katalog.layanan.get(record.pattern or "")
    return {message for _, message in _worse(old.isi, new.isi)} if old and new else set()


def _worse(old: Standar, new: Standar) -> Iterator[tuple[list[Path], str]]:
    """Yield what became worse, with the places that may make it so, the likeliest first."""
    before = {row.kode: row for row in old.biaya}
    for index, row in enumerate(new.biaya):
        was = before.get(row.kode)
        if row.jumlah and was is None and old.biaya:
            yield [("biaya", index, "jumlah")], f"biaya baru `{row.kode}`: {rupiah(row.jumlah)}"
        elif was and was.jumlah is not None and (row.jumlah or 0) > was.jumlah:
            change = f"dari {rupiah(was.jumlah)} menjadi {rupiah(row.jumlah or 0)}"
            yield [("biaya", index, "jumlah")], f"biaya `{row.kode}` naik {change}"
    old_times, new_times = lama_semua(old), lama_semua(new)
    if old_times and new_times and new_times[-1].bobot > old_times[-1].bobot:
        change = f"dari {_words(old_times[-1])} menjadi {_words(new_times[-1])}"
        yield list(_longer(old, new)), f"waktu memanjang {change}"
    asked = {need.kode for need in old.persyaratan}
    if asked:
        for index, need in enumerate(new.persyaratan):
            if need.kode not in asked and need.jenis != "aturan":
                yield [("persyaratan", index, "kode")], f"syarat baru: `{need.kode}`"


def _longer(old: Standar, new: Standar) -> Iterator[Path]:
    """Yield where a time may have grown: the stages that did, then any that changed."""
    before = {each.kode: each for each in (old.jangka_waktu or JangkaWaktu()).tahap}
    stages = list(enumerate((new.jangka_waktu or JangkaWaktu()).tahap))
    for at, stage in stages:
        was = before.get(stage.kode)
        if was is None or stage.maks * BOBOT[stage.satuan] > was.maks * BOBOT[was.satuan]:
            yield from (("jangka_waktu", "tahap", at, key) for key in ("maks", "satuan"))
    changed = [at for at, stage in stages if before.get(stage.kode) != stage]
    yield from (("jangka_waktu", "tahap", at) for at in changed)
    yield ("jangka_waktu", "tahap")


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
    unread = {(each.kind, each.id) for file in context.broken if (each := identify(file))}
    for service in context.before.semua_layanan():
        if service.isi.status == "draf" or service.id in moved:
            continue
        if after.cari_layanan(service.id) or not unread.isdisjoint(_holders(service)):
            continue
        if not _gone_with_reason(service, context):
            yield _lost(service)
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


def _holders(service: Layanan) -> set[tuple[str, str]]:
    """Return the files, by kind and id, without which nobody can tell whether a service is gone."""
    if service.pola is None:
        return {("standar", service.id), ("pola", service.id)}
    return {("standar", service.id), ("kelompok", service.pola.partition("/")[0])}


def _lost(service: Layanan) -> Complaint:
    """Say so where the officer acts: a place of a pattern hangs on its unit, not the pattern."""
    message = f"layanan `{service.id}` pernah terbit dan sekarang tidak ada"
    if service.pola:
        file = f"unit/{service.pemilik}/unit.yaml"
        back = f"kembalikan `jenis` unit ini yang dahulu, agar pola `{service.pola}` berlaku lagi"
    else:
        file, back = service.berkas, "kembalikan berkas ini dengan `status: dicabut`"
    renamed = f"tulis `dahulu: [{service.id}]` di berkas barunya, atau {back}"
    return Complaint((), message, renamed, file=file)


def _gone_with_reason(service: Layanan, context: Context) -> bool:
    """Tell whether a place is gone for a stated reason, or because its unit or pattern is."""
    unit = context.katalog.unit.get(service.pemilik)
    if service.pola is None:
        return False
    if unit is None or unit.status == "dicabut" or service.slug in unit.tidak_melayani:
        return True
    return not context.katalog.cari_layanan(service.pola)
