"""Rules about coverage: services, SOPs and processes that lack each other, told once per unit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.assemble import Record
from generator.finding import Level
from generator.rules.bantu import listing
from generator.rules.registry import Complaint, Context, Scope, rule

_NAMED = 5
"""So many are named in a finding; the page of coverage lists them all."""


def _per_owner(
    context: Context, gaps: Mapping[str, tuple[str, ...]], totals: Mapping[str, int], words: str
) -> Iterator[tuple[Record, str, list[str]]]:
    """Yield for each unit or group with a gap its record, "2 dari 7 layanan …: a, b", and all."""
    for owner, found in sorted(gaps.items()):
        holder = context.by_id.get(("unit", owner)) or context.by_id.get(("kelompok", owner))
        if holder is None:
            continue
        names = [each.rpartition("/")[2] for each in found]
        more = f", dan {len(names) - _NAMED} lagi" if len(names) > _NAMED else ""
        text = f"{len(names)} dari {totals[owner]} {words}: {listing(names[:_NAMED])}{more}"
        yield holder, text, names


def _tell(found: Iterable[tuple[Record, str, list[str]]], hint: str) -> Iterator[Complaint]:
    """Tell what is lacking; `{satu}` in a hint is the first, `{pemilik}` and `{folder}` whose."""
    for holder, text, names in found:
        folder = f"{'unit' if holder.kind == 'unit' else 'pola'}/{holder.id}"
        said = hint.format(satu=names[0], pemilik=holder.id, folder=folder)
        yield Complaint(("nama",), text, said, at=holder)


@rule("layanan-tanpa-sop", Level.WARNING, Scope.CATALOG)
def service_without_sop(context: Context) -> Iterator[Complaint]:
    """Setiap layanan dijalankan menurut sebuah SOP.

    Tanpa SOP, cara melayani bergantung pada siapa yang sedang bertugas. Dihitung per unit;
    rinciannya di halaman papan cakupan.

    Sumber: PermenPANRB 35/2012; PermenPANRB 15/2014 (SOP menjalankan standar pelayanan).
    """
    seen = context.cakupan
    words = "layanan di sini belum punya SOP"
    yield from _tell(
        _per_owner(context, seen.layanan_tanpa_sop, seen.layanan, words),
        "tulis SOP-nya di folder `{folder}/sop/`, dengan `layanan: [{pemilik}/{satu}]`",
    )


@rule("sop-tanpa-layanan", Level.WARNING, Scope.CATALOG)
def sop_without_service(context: Context) -> Iterator[Complaint]:
    """Setiap SOP menyebut layanan yang dijalankannya, kecuali SOP generik.

    SOP yang tidak terhubung ke layanan tidak ikut diperiksa terhadap janji, dan warga tidak
    menemukannya dari halaman layanan.

    Sumber: PermenPANRB 35/2012 (isi SOP: generik dan spesifik); praktik katalog ini.
    """
    seen = context.cakupan
    words = "SOP di sini tidak menyebut layanan"
    yield from _tell(
        _per_owner(context, seen.sop_tanpa_layanan, seen.sop, words),
        "tambahkan `layanan: [{pemilik}/<layanan>]` di `{folder}/sop/{satu}.yaml`, atau "
        "`golongan: {{isi: generik}}`",
    )


@rule("sop-tanpa-proses", Level.WARNING, Scope.CATALOG)
def sop_without_process(context: Context) -> Iterator[Complaint]:
    """Setiap SOP menyebut kode proses bisnis tempatnya bernaung.

    Proses bisnis mendahului SOP; SOP tanpa kode tidak tampak di peta siapa pun.

    Sumber: PermenPANRB 19/2018 (peta lintas fungsi sebagai induk SOP).
    """
    seen = context.cakupan
    words = "SOP di sini tidak menyebut kode proses"
    yield from _tell(
        _per_owner(context, seen.sop_tanpa_proses, seen.sop, words),
        "tambahkan `proses: <kode>` di `{folder}/sop/{satu}.yaml`",
    )


@rule("proses-tanpa-pemilik", Level.WARNING, Scope.CATALOG)
def process_without_owner(context: Context) -> Iterator[Complaint]:
    """Setiap proses menyebut jabatan pemiliknya.

    Proses tanpa pemilik tidak diperbaiki siapa pun bila ukurannya meleset.

    Sumber: PermenPANRB 19/2018 (pemilik proses).
    """
    seen = context.cakupan
    words = "proses di sini tidak menyebut jabatan pemiliknya"
    yield from _tell(
        _per_owner(context, seen.proses_tanpa_pemilik, seen.proses, words),
        "tambahkan `pemilik_jabatan: <jabatan>` di `{folder}/proses/{satu}.yaml`",
    )


@rule("proses-inti-tanpa-layanan", Level.WARNING, Scope.CATALOG)
def core_without_service(context: Context) -> Iterator[Complaint]:
    """Setiap proses inti yang tidak punya subproses menghasilkan layanan.

    Proses inti memberi nilai kepada warga; bila tidak ada layanannya, ia mungkin pendukung, atau
    layanannya belum ditulis. Layanan yang menyebut kode proses ini juga dihitung.

    Sumber: PermenPANRB 19/2018 (proses inti memberi nilai kepada pengguna luar).
    """
    seen = context.cakupan
    words = "proses di sini berkategori inti tanpa layanan"
    yield from _tell(
        _per_owner(context, seen.inti_tanpa_layanan, seen.proses, words),
        "tambahkan `layanan: [{pemilik}/<layanan>]` di `{folder}/proses/{satu}.yaml`, atau ubah "
        "`kategori`",
    )
