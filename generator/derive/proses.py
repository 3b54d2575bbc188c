"""Process maps: the level-0 page, and one page a process with all that hangs on it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.derive import alamat, kalimat
from generator.derive.alur import LangkahLajur, langkah_lintas
from generator.derive.bingkai import contoh, ubah
from generator.derive.indeks import Indeks
from generator.derive.situs import Halaman
from generator.derive.sop import punya_halaman
from generator.derive.syarat import Taut
from generator.model.catalog import Katalog, ProsesUnit
from generator.model.dasar import Dasar
from generator.model.nilai import TAK_TERBIT
from generator.model.proses import LintasFungsi, Relasi

KATEGORI: Mapping[str, tuple[str, str]] = {
    "manajerial": ("Proses manajerial", "mengarahkan dan mengawasi"),
    "inti": ("Proses inti", "nilai untuk warga"),
    "pendukung": ("Proses pendukung", "menopang dari dalam"),
}
TINGKAT = ("Peta proses, level 0", "Peta subproses, level 1")
_TREE = ("proses/", "Proses dan SOP")


@dataclass(frozen=True, slots=True)
class BarisRelasi:
    """What passes between this process and another party."""

    pihak: str
    alamat: str | None
    apa: str
    masuk: bool


@dataclass(frozen=True, slots=True)
class Pita:
    """Processes of one category at one level."""

    kode: str
    nama: str
    keterangan: str
    butir: tuple[Taut, ...]


@dataclass(frozen=True, slots=True)
class BarisPohon:
    """One process in the table from process to service."""

    kode: str
    taut: Taut
    level: int
    pemilik: str
    sop: int
    """SOPs of this process and of all below it, each once; so too the services."""
    layanan: int


@dataclass(frozen=True, slots=True)
class TampilanPeta:
    """The page of level 0."""

    pita: tuple[Pita, ...]
    misi: tuple[tuple[str, tuple[Taut, ...]], ...]
    pohon: tuple[BarisPohon, ...]
    sop: int


@dataclass(frozen=True, slots=True)
class TampilanProses:
    """Everything the template of a process shows."""

    kode: str
    nama: str
    status: str
    kata_status: str
    kategori: str
    tingkat: str
    tujuan: str
    misi: tuple[str, ...]
    pemilik: Taut | None
    pemilik_jabatan: str
    induk: tuple[Taut, ...]
    anak: tuple[Taut, ...]
    sipoc: tuple[tuple[str, tuple[str, ...]], ...]
    indikator: tuple[tuple[str, str], ...]
    risiko: tuple[str, ...]
    hukum: tuple[tuple[Taut, str], ...]
    relasi: tuple[BarisRelasi, ...]
    sop: tuple[Taut, ...]
    layanan: tuple[Taut, ...]
    lintas: LintasFungsi | None
    langkah: tuple[LangkahLajur, ...]
    """Steps of the cross-functional map."""
    catatan: tuple[str, ...]


def tampilkan_peta(indeks: Indeks) -> TampilanPeta:
    """Derive the page of level 0."""
    katalog = indeks.katalog
    top = [each for each in katalog.proses.values() if each.level == 0]
    missions: dict[str, list[Taut]] = {}
    for each in top:
        for mission in each.isi.misi:
            missions.setdefault(mission, []).append(_link(each))
    sops = _in_and_below(katalog, lambda each: _sops(each, katalog))
    services = _in_and_below(katalog, lambda each: _services(each, indeks))
    tree = []
    for each in katalog.proses.values():
        if each.isi.status == "dicabut":
            continue
        owner = each.isi.pemilik or each.unit
        tree.append(
            BarisPohon(
                kode=each.kode,
                taut=Taut(each.isi.nama, alamat.proses(each.kode)),
                level=each.level,
                pemilik=kalimat.nama_unit(katalog, owner),
                sop=sops[each.kode],
                layanan=services[each.kode],
            )
        )
    return TampilanPeta(
        pita=tuple(
            Pita(code, name, note, tuple(_link(each) for each in top if each.isi.kategori == code))
            for code, (name, note) in KATEGORI.items()
        ),
        misi=tuple((name, tuple(found)) for name, found in missions.items()),
        pohon=tuple(tree),
        sop=sum(punya_halaman(each) for each in katalog.sop.values()),
    )


def _in_and_below(katalog: Katalog, own: Callable[[ProsesUnit], Iterable[Taut]]) -> dict[str, int]:
    """Count what each process holds, those below it included: code -> number of addresses."""
    held: dict[str, set[str]] = {code: set() for code in katalog.proses}
    for each in katalog.proses.values():
        if each.isi.status == "dicabut":
            continue
        found = {one.alamat for one in own(each)}
        code = each.kode
        while code in held:
            held[code] |= found
            code = katalog.proses[code].induk
    return {code: len(found) for code, found in held.items()}


def _link(each: ProsesUnit) -> Taut:
    return Taut(each.isi.nama, alamat.proses(each.kode))


def _named(each: ProsesUnit) -> Taut:
    return Taut(f"{each.kode} {each.isi.nama}", alamat.proses(each.kode))


def tampilkan_proses(each: ProsesUnit, indeks: Indeks) -> TampilanProses:
    """Derive the page of one process."""
    katalog, isi = indeks.katalog, each.isi
    owner = isi.pemilik or each.unit
    unit = katalog.unit.get(owner)
    above: list[Taut] = []
    code = each.induk
    while found := katalog.proses.get(code):
        above.insert(0, _named(found))
        code = found.induk
    level = "Peta lintas fungsi" if isi.lintas_fungsi else None
    return TampilanProses(
        kode=each.kode,
        nama=isi.nama,
        status=isi.status,
        kata_status=kalimat.STATUS[isi.status],
        kategori=KATEGORI[isi.kategori][0],
        tingkat=level or (TINGKAT[each.level] if each.level < 2 else f"Level {each.level}"),
        tujuan=isi.tujuan or "",
        misi=isi.misi,
        pemilik=Taut(unit.nama, alamat.unit(owner)) if unit else None,
        pemilik_jabatan=isi.pemilik_jabatan or "",
        induk=tuple(above),
        anak=tuple(_named(one) for one in katalog.proses.values() if one.induk == each.kode),
        sipoc=(
            ("Pemasok", isi.sipoc.pemasok),
            ("Masukan", isi.sipoc.masukan),
            ("Proses", isi.sipoc.kegiatan),
            ("Keluaran", isi.sipoc.keluaran),
            ("Penerima", isi.sipoc.penerima),
        ),
        indikator=tuple((one.nama, one.target or "") for one in isi.indikator),
        risiko=isi.risiko,
        hukum=tuple(
            (
                Taut(
                    kalimat.dasar(Dasar(regulasi=law.regulasi, pasal=law.pasal), katalog),
                    alamat.regulasi(law.regulasi),
                ),
                law.mengenai or "",
            )
            for law in isi.dasar_hukum
        ),
        relasi=tuple(_relation(one, katalog) for one in isi.relasi),
        sop=_sops(each, katalog),
        layanan=_services(each, indeks),
        lintas=isi.lintas_fungsi,
        langkah=langkah_lintas(isi.lintas_fungsi, katalog),
        catatan=isi.catatan,
    )


def _relation(one: Relasi, katalog: Katalog) -> BarisRelasi:
    incoming = one.arah == "masuk"
    if one.proses and (found := katalog.proses.get(one.proses)):
        link = _named(found)
        return BarisRelasi(link.nama, link.alamat, one.apa, incoming)
    return BarisRelasi(one.proses or one.pihak or "", None, one.apa, incoming)


def _sops(each: ProsesUnit, katalog: Katalog) -> tuple[Taut, ...]:
    return tuple(
        Taut(sop.isi.judul, alamat.sop(sop.id))
        for sop in katalog.sop.values()
        if sop.isi.proses == each.kode and punya_halaman(sop)
    )


def _services(each: ProsesUnit, indeks: Indeks) -> tuple[Taut, ...]:
    katalog = indeks.katalog
    ids = dict.fromkeys(each.isi.layanan)
    ids |= dict.fromkeys(one.id for one in katalog.layanan.values() if one.isi.proses == each.kode)
    found = (indeks.tampil(id_) for id_ in ids)
    return tuple(Taut(one.isi.nama, alamat.layanan(one.id)) for one in found if one)


def halaman_proses(indeks: Indeks) -> Iterator[Halaman]:
    """Yield the page of level 0 and one page a process."""
    katalog = indeks.katalog
    if not katalog.proses:
        return
    sample = contoh("berlaku", indeks)
    yield Halaman(
        alamat="proses/",
        judul="Peta proses bisnis",
        deskripsi="Bagaimana pekerjaan pemerintah daerah terhubung, dari misi sampai layanan.",
        templat="peta_proses.html.j2",
        isi=tampilkan_peta(indeks),
        remah=(("Proses dan SOP", None),),
        kelas="peta-proses",
        gaya=("alur",),
        contoh=sample,
        noindex=sample,
        diperbarui=max(each.isi.diperbarui for each in katalog.proses.values()),
    )
    for each in katalog.proses.values():
        view = tampilkan_proses(each, indeks)
        draft = contoh(each.isi.status, indeks)
        above = tuple((link.nama.partition(" ")[0], link.alamat) for link in view.induk)
        yield Halaman(
            alamat=alamat.proses(each.kode),
            judul=f"{each.kode} {each.isi.nama}",
            deskripsi=f"{view.tingkat} {each.isi.nama}: {each.isi.tujuan or view.kategori}",
            templat="proses.html.j2",
            isi=view,
            remah=((_TREE[1], _TREE[0]), *above, (each.kode, None)),
            kelas="peta-proses",
            skrip=("alur",) if view.lintas else (),
            gaya=("alur",),
            contoh=draft,
            noindex=draft or each.isi.status in TAK_TERBIT,
            ubah=ubah(indeks, each.berkas),
            diperbarui=each.isi.diperbarui,
        )
