"""The page of one SOP: its promise, its rows, its identity block, and what it belongs to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.derive import alamat, kalimat
from generator.derive.alur import Cabang, cabang, tautan_sop
from generator.derive.indeks import Indeks
from generator.derive.situs import Halaman
from generator.derive.syarat import Taut
from generator.derive.tepat import Tepat, tepat
from generator.model import kata
from generator.model.catalog import Katalog, SopTempat
from generator.model.dasar import Dasar, Durasi
from generator.model.hitung import BOBOT, Lama
from generator.model.jalur import alur
from generator.model.sop import BarisSop, Keterkaitan, Sop

STATUS: Mapping[str, str] = {
    **kalimat.STATUS,
    "reviu": "Sedang direviu",
    "disahkan": "Disahkan, belum berlaku",
    "revisi": "Sedang direvisi",
}
KAITAN: Mapping[str, str] = {
    "lanjutan": "lanjutan",
    "prasyarat": "prasyarat",
    "terkait": "terkait",
    "bagian_makro": "bagian dari SOP makro",
}
SIMBOL: Mapping[str, str] = {
    "mulai": "Kapsul",
    "selesai": "Kapsul",
    "proses": "Kotak",
    "keputusan": "Belah ketupat",
}


@dataclass(frozen=True, slots=True)
class BarisLembar:
    """One row of the sheet in words."""

    nomor: int
    uraian: str
    jenis: str
    simbol: str
    pelaku: str
    kelengkapan: str
    waktu: str
    output: str
    keterangan: str
    cabang: tuple[Cabang, ...]
    langkah: tuple[Taut, ...]
    """Steps of the service standard that this row serves."""

    @property
    def sel(self) -> tuple[str, ...]:
        """The text cells of the sheet, in its order."""
        return (
            str(self.nomor),
            self.uraian,
            self.kelengkapan,
            self.waktu,
            self.output,
            self.keterangan,
        )


@dataclass(frozen=True, slots=True)
class TampilanSop:
    """Everything the template of a SOP shows."""

    id: str
    judul: str
    status: str
    kata_status: str
    instansi: str
    unit: Taut
    sop: Sop
    baris: tuple[BarisLembar, ...]
    jalur: str
    """Time of the main path."""
    tepat: Tepat | None
    """Whether the longest path keeps the promise; None where there is nothing to weigh."""
    janji: tuple[tuple[Taut, str], ...]
    """Services it carries out, with the time they promise."""
    proses: Taut | None
    identitas: tuple[tuple[str, tuple[str, ...]], ...]
    """The items of the identity block after institution and title: name and lines."""
    kaitan: tuple[tuple[str, Taut | None, str], ...]
    hukum: tuple[tuple[Taut, str], ...]
    tempat: tuple[str, ...]
    """For a pattern: the kinds of places it is the SOP of."""
    pengganti: Taut | None
    catatan: tuple[str, ...]


def punya_halaman(each: SopTempat) -> bool:
    """Tell whether a SOP has a page: units' own and patterns, not the places of patterns."""
    return each.pola is None


def tampilkan_sop(each: SopTempat, katalog: Katalog) -> TampilanSop:
    """Derive the page of a SOP."""
    sop = each.isi
    owner = each.pemilik
    unit = katalog.unit.get(owner)
    group = katalog.kelompok.get(owner)
    name = unit.nama if unit else group.nama_tempat if group else owner
    address = alamat.unit(owner) if unit else "unit/"
    places = sum(other.pola == each.id for other in katalog.sop.values())
    return TampilanSop(
        id=each.id,
        judul=sop.judul,
        status=sop.status,
        kata_status=STATUS[sop.status],
        instansi=f"Pemerintah {katalog.pemerintah.sebutan_daerah}",
        unit=Taut(name, address),
        sop=sop,
        baris=tuple(_rows(sop, katalog)),
        jalur=jalur_utama(sop),
        tepat=tepat(sop, katalog),
        janji=tuple(_promises(sop, katalog)),
        proses=_process(sop, katalog),
        identitas=identitas(sop, katalog),
        kaitan=tuple(_related(other, katalog) for other in sop.keterkaitan),
        hukum=tuple(
            (
                Taut(
                    kalimat.dasar(Dasar(regulasi=law.regulasi, pasal=law.pasal), katalog),
                    alamat.regulasi(law.regulasi),
                ),
                law.mengenai or "",
            )
            for law in sop.dasar_hukum
        ),
        tempat=(f"{places} tempat",) if places else (),
        pengganti=tautan_sop(sop.pengganti, katalog),
        catatan=sop.catatan,
    )


def identitas(sop: Sop, katalog: Katalog) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the identity block after institution and title; an unknown item has no line."""
    day = kalimat.tanggal
    made, revised, valid = sop.tanggal_pembuatan, sop.tanggal_revisi, sop.tanggal_efektif
    laws = tuple(
        kalimat.dasar(Dasar(regulasi=law.regulasi, pasal=law.pasal), katalog)
        + (f": {law.mengenai}" if law.mengenai else "")
        for law in sop.dasar_hukum
    )
    related = []
    for other in sop.keterkaitan:
        kind, link, title = _related(other, katalog)
        related.append(f"{link.nama if link else title} ({kind})")
    return (
        ("Nomor SOP", (sop.nomor,) if sop.nomor else ()),
        ("Tanggal pembuatan", (day(made),) if made else ()),
        ("Tanggal revisi", (day(revised),) if revised else ()),
        ("Tanggal efektif", (day(valid),) if valid else ()),
        ("Disahkan oleh", (sop.disahkan_oleh,) if sop.disahkan_oleh else ()),
        ("Dasar hukum", laws),
        ("Kualifikasi pelaksana", sop.kualifikasi_pelaksana),
        ("Keterkaitan", tuple(related)),
        ("Peralatan dan perlengkapan", sop.peralatan),
        ("Peringatan", sop.peringatan),
        ("Pencatatan dan pendataan", sop.pencatatan),
    )


def _related(other: Keterkaitan, katalog: Katalog) -> tuple[str, Taut | None, str]:
    link = tautan_sop(other.sop, katalog)
    return KAITAN[other.jenis], link, other.judul or other.sop or ""


def _process(sop: Sop, katalog: Katalog) -> Taut | None:
    found = katalog.proses.get(sop.proses or "")
    return Taut(f"{found.kode} {found.isi.nama}", alamat.proses(found.kode)) if found else None


def _promises(sop: Sop, katalog: Katalog) -> Iterator[tuple[Taut, str]]:
    for id_ in sop.layanan:
        if service := katalog.cari_layanan(id_):
            yield Taut(service.isi.nama, alamat.layanan(id_)), kalimat.waktu(service.isi)


def _rows(sop: Sop, katalog: Katalog) -> Iterator[BarisLembar]:
    posts = {each.kode: each.jabatan for each in sop.pelaksana}
    steps = _steps(sop, katalog)
    products = _products(sop, katalog)
    for number, (row, exits) in enumerate(zip(sop.baris, alur(sop.baris), strict=True), 1):
        papers = [katalog.dokumen[code].nama for code in row.dokumen if code in katalog.dokumen]
        gives = [products[code] for code in row.produk if code in products]
        yield BarisLembar(
            nomor=number,
            uraian=row.uraian,
            jenis=row.jenis,
            simbol=SIMBOL[row.jenis],
            pelaku=kata.daftar([posts.get(code, code) for code in row.pelaku]),
            kelengkapan=_listed([*papers, *row.kelengkapan]),
            waktu=_time(row),
            output=_listed([*row.output, *gives]),
            keterangan=row.keterangan or "",
            cabang=cabang(exits, number - 1, row.kata_ya, row.kata_tidak),
            langkah=tuple(steps[code] for code in row.langkah if code in steps),
        )


def _listed(items: list[str]) -> str:
    return "; ".join(dict.fromkeys(item.rstrip(".") for item in items))


def _time(row: BarisSop) -> str:
    work = kalimat.durasi(row.waktu) if row.waktu else "-"
    return f"{work} (menunggu {kalimat.durasi(row.tunggu)})" if row.tunggu else work


def _steps(sop: Sop, katalog: Katalog) -> dict[str, Taut]:
    found: dict[str, Taut] = {}
    for id_ in sop.layanan:
        if service := katalog.cari_layanan(id_):
            for step in service.isi.prosedur:
                found[step.kode] = Taut(step.uraian, f"{alamat.layanan(id_)}#langkah")
    return found


def _products(sop: Sop, katalog: Katalog) -> dict[str, str]:
    found: dict[str, str] = {}
    for id_ in sop.layanan:
        if service := katalog.cari_layanan(id_):
            found |= {each.kode: each.nama for each in service.isi.produk}
    return found


def jalur_utama(sop: Sop) -> str:
    """Return the time from the first row to the end where every answer is yes."""
    return _time_of(sop, _main(sop))


def _main(sop: Sop) -> list[int]:
    numbers = {each.kode: at for at, each in enumerate(sop.baris)}
    path: list[int] = []
    at: int | None = 0
    while at is not None and at < len(sop.baris) and at not in path:
        path.append(at)
        row = sop.baris[at]
        if row.jenis == "selesai" and not row.lanjut:
            break
        target = row.ya if row.jenis == "keputusan" else row.lanjut
        at = numbers.get(target) if target else at + 1
    return path


def _time_of(sop: Sop, path: list[int]) -> str:
    total: dict[str, int] = {}
    for at in path:
        row = sop.baris[at]
        if row.waktu:
            _add(total, row.waktu)
        if row.tunggu:
            _add(total, row.tunggu)
    hours, minutes = divmod(total.pop("menit", 0), 60)
    if hours:
        total["jam"] = hours
    if minutes:
        total["menit"] = minutes
    units = sorted(total, key=lambda unit: -BOBOT[unit])
    if not units:
        return kalimat.BELUM
    text = kalimat.lama(Lama(tuple((total[unit], total[unit], unit) for unit in units)))
    return text.replace(" jam + ", " jam ")


def _add(total: dict[str, int], span: Durasi) -> None:
    unit, factor = ("menit", 60) if span.satuan == "jam" else (span.satuan, 1)
    total[unit] = total.get(unit, 0) + span.nilai * factor


def halaman_sop(indeks: Indeks) -> Iterator[Halaman]:
    """Yield the list of SOPs and the page of each one that has a page."""
    katalog = indeks.katalog
    sample = katalog.pemerintah.status == "contoh"
    shown = [each for each in katalog.sop.values() if punya_halaman(each)]
    if not shown:
        return
    forge = katalog.pemerintah.repositori
    owners: dict[str, list[SopTempat]] = {}
    for each in shown:
        owners.setdefault(each.pemilik, []).append(each)
    groups = []
    for owner, found in owners.items():
        unit = katalog.unit.get(owner)
        group = katalog.kelompok.get(owner)
        name = unit.nama if unit else group.nama_tempat if group else owner
        rows = [(each.isi.judul, alamat.sop(each.id), jalur_utama(each.isi)) for each in found]
        groups.append((name, tuple(sorted(rows))))
    yield Halaman(
        alamat="sop/",
        judul="SOP administrasi pemerintahan",
        deskripsi=f"{len(shown)} SOP: siapa mengerjakan apa, berapa lama, dan apa hasilnya.",
        templat="daftar_sop.html.j2",
        isi=tuple(sorted(groups)),
        remah=(("Proses dan SOP", "proses/"), ("SOP", None)),
        contoh=sample,
        noindex=sample,
    )
    for each in shown:
        view = tampilkan_sop(each, katalog)
        draft = sample or each.isi.status == "contoh"
        yield Halaman(
            alamat=alamat.sop(each.id),
            judul=f"SOP {kata.kecil(each.isi.judul)}",
            deskripsi=f"SOP {each.isi.judul}, {view.unit.nama}: {len(view.baris)} langkah.",
            templat="sop.html.j2",
            isi=view,
            remah=(
                ("Proses dan SOP", "proses/"),
                ("SOP", "sop/"),
                (each.isi.judul, None),
            ),
            kelas="halaman-sop",
            skrip=("alur", "bagikan"),
            gaya=("alur",),
            contoh=draft,
            noindex=draft or each.isi.status in ("draf", "reviu", "dicabut"),
            ubah=forge.ubah.replace("{berkas}", each.berkas) if forge else None,
            diperbarui=each.isi.diperbarui,
        )
