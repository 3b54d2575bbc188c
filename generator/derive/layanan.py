"""The page of one service: answer first, then everything that explains the answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from generator.derive import alamat, baris, kalimat
from generator.derive.aduan import Aduan, susun_aduan
from generator.derive.baris import Baris, BarisLangkah
from generator.derive.indeks import Indeks
from generator.derive.keadaan import MenurutKasus, lama_terpanjang, menurut_kasus
from generator.derive.keputusan import Keputusan, keputusan_layanan
from generator.derive.komponen import Komponen, komponen_pengelolaan
from generator.derive.media import MediaTampil, media
from generator.derive.pengumuman import Kabar, kabar_layanan
from generator.derive.saluran import Keliru, keliru
from generator.derive.singkatan import arti_singkatan
from generator.derive.syarat import DaftarSyarat, Taut, daftar_syarat
from generator.derive.tempat import Tempat, tempat_layanan
from generator.model import kata
from generator.model.catalog import Layanan
from generator.model.dasar import Dasar, Formulir, Sumber
from generator.model.hitung import BOBOT, Lama, lama_semua
from generator.model.janji import Sumbu
from generator.model.layanan import Standar


@dataclass(frozen=True, slots=True)
class Kartu:
    """The four answers above the fold."""

    waktu: str
    waktu_rinci: str
    tergantung: bool
    """True if the time depends on the case or the product."""
    biaya: str
    biaya_rinci: str
    dokumen: str
    tempat: str
    tempat_rinci: str
    lama: str
    """Longest time as the page's script counts it; empty if it cannot."""
    libur: str
    tutup: str
    """When the first place closes: day=hour, Sunday 0; empty if its hours are unknown."""
    kasus: MenurutKasus
    contoh_waktu: bool
    """True if the time was taken from elsewhere."""


@dataclass(frozen=True, slots=True)
class BarisHukum:
    """One regulation of the legal basis, with its state."""

    judul: str
    tentang: str
    pasal: str
    mengenai: str
    alamat: str
    status: str
    keterangan: str


@dataclass(frozen=True, slots=True)
class Versi:
    """One dated version of the standard."""

    tanggal: str
    alamat: str
    kini: bool
    nanti: bool


@dataclass(frozen=True, slots=True)
class TampilanLayanan:
    """Everything the template of a service shows."""

    id: str
    nama: str
    ringkasan: str
    status: str
    kata_status: str
    status_rinci: tuple[str, ...]
    kartu: Kartu
    sumbu: tuple[Sumbu, ...]
    syarat: DaftarSyarat
    sumber: dict[str, tuple[str, str] | None]
    """Source of each component: words and link, or None."""
    langkah: tuple[BarisLangkah, ...]
    tempat: tuple[Tempat, ...]
    tahap: tuple[Baris, ...]
    waktu_total: str
    dihitung_sejak: str
    jadwal: str
    catatan_waktu: str
    biaya: tuple[Baris, ...]
    denda: tuple[Baris, ...]
    pungutan: tuple[Baris, ...]
    produk: tuple[Baris, ...]
    formulir: tuple[Formulir, ...]
    aduan: Aduan
    hukum: tuple[BarisHukum, ...]
    komponen: tuple[Komponen, ...]
    spm_desa: tuple[tuple[str, str], ...]
    kanal: tuple[tuple[str, str, str], ...]
    sistem: tuple[Taut, ...]
    catatan: tuple[str, ...]
    catatan_dalam: tuple[str, ...]
    versi: tuple[Versi, ...]
    riwayat: tuple[tuple[str, str, str], ...]
    terkait: tuple[Taut, ...]
    kerja: tuple[Taut, ...]
    """How the office does it: its SOPs, and the process it belongs to."""
    unit: Taut
    pola: Taut | None
    ditimpa: bool
    pengganti: Taut | None
    kabar: tuple[Kabar, ...]
    penetapan: Keputusan | None
    media: tuple[MediaTampil, ...]
    sippn: str
    """Its page in the national system."""
    sebutan: tuple[str, ...]
    singkatan: tuple[tuple[str, str], ...]
    """Abbreviations on the page, with what they stand for."""
    lengkap: str
    """The page's full address, for prints."""
    keliru: Keliru | None
    """Where to tell that something here is wrong."""


def tampilkan(layanan: Layanan, indeks: Indeks, tempat_unit: str | None = None) -> TampilanLayanan:
    """Derive the page of a service; `tempat_unit` is the unit where a pattern's place is."""
    isi, katalog = layanan.isi, indeks.katalog
    unit = tempat_unit or layanan.pemilik
    syarat = daftar_syarat(layanan, indeks, unit)
    tempat = tempat_layanan(layanan, indeks, unit)
    waktu = isi.jangka_waktu
    page = f"{katalog.pemerintah.alamat_situs}{alamat.layanan(layanan.id)}"
    return TampilanLayanan(
        id=layanan.id,
        nama=isi.nama,
        ringkasan=isi.ringkasan,
        status=isi.status,
        kata_status=kalimat.STATUS[isi.status],
        status_rinci=tuple(_status_line(layanan)),
        kartu=_card(layanan, indeks, syarat, tempat, unit),
        sumbu=isi.kasus,
        syarat=syarat,
        sumber=_sources(isi, indeks),
        langkah=tuple(baris.langkah(isi, indeks, unit)),
        tempat=tempat,
        tahap=tuple(baris.tahap(isi, indeks)),
        waktu_total=kalimat.waktu(isi),
        dihitung_sejak=(waktu.dihitung_sejak or "") if waktu else "",
        jadwal=(waktu.jadwal or "") if waktu else "",
        catatan_waktu=(waktu.catatan or "") if waktu else "",
        biaya=tuple(baris.biaya(isi, indeks)),
        denda=tuple(baris.denda(isi, indeks)),
        pungutan=tuple(baris.pungutan(isi, indeks, unit)),
        produk=tuple(baris.produk(isi)),
        formulir=isi.formulir,
        aduan=susun_aduan(isi.pengaduan, katalog.pemerintah),
        hukum=tuple(_law(each, indeks) for each in isi.dasar_hukum),
        komponen=komponen_pengelolaan(isi),
        spm_desa=tuple(_village(isi)),
        kanal=tuple(_channels(isi, indeks)),
        sistem=tuple(Taut(each.nama, each.tautan or "") for each in isi.sistem_luar),
        catatan=isi.catatan,
        catatan_dalam=isi.catatan_dalam,
        versi=tuple(_versions(layanan, indeks)),
        riwayat=tuple(
            (kalimat.tanggal(each.tanggal), each.tanggal.isoformat(), each.isi)
            for each in isi.riwayat
        ),
        terkait=tuple(taut_layanan(isi.terkait, indeks, unit)),
        kerja=tuple(_work(layanan, indeks)),
        unit=_owner(unit, indeks),
        pola=next(taut_layanan([layanan.pola], indeks, ""), None) if layanan.pola else None,
        ditimpa=layanan.ditimpa,
        pengganti=(
            next(taut_layanan([isi.pengganti], indeks, unit), None) if isi.pengganti else None
        ),
        kabar=kabar_layanan(layanan, unit, [each.id for each in tempat if each.id], indeks),
        penetapan=keputusan_layanan(layanan, indeks),
        media=media(isi.media_publikasi),
        sippn=isi.sippn or "",
        sebutan=isi.sebutan,
        singkatan=arti_singkatan(isi, katalog),
        lengkap=page,
        keliru=keliru(katalog.pemerintah.saluran_data, layanan.id, isi.nama, page),
    )


def taut_layanan(ids: Iterable[str], indeks: Indeks, unit: str) -> Iterator[Taut]:
    """Yield links to services, at `unit` where it gives them itself."""
    for each in ids:
        id_ = indeks.setempat(each, unit)
        if service := indeks.tampil(id_):
            yield Taut(service.isi.nama, alamat.layanan(id_))


def _status_line(layanan: Layanan) -> Iterator[str]:
    review = layanan.isi.tinjau
    if layanan.berlaku_sejak and layanan.versi:
        yield f"Berlaku sejak {kalimat.tanggal(layanan.berlaku_sejak)}"
    if review and review.terakhir:
        yield f"Ditinjau {kalimat.tanggal(review.terakhir)}"
    if review and review.berikutnya:
        yield f"Ditinjau lagi {kalimat.tanggal(review.berikutnya)}"


def _card(
    layanan: Layanan,
    indeks: Indeks,
    syarat: DaftarSyarat,
    tempat: tuple[Tempat, ...],
    unit: str,
) -> Kartu:
    isi = layanan.isi
    times = lama_semua(isi)
    waktu = isi.jangka_waktu
    always_open = any(each.selalu_buka for each in tempat)
    length = "" if always_open else lama_terpanjang(isi)
    cases = menurut_kasus(isi, indeks.hari_ini, syarat.dokumen)
    counted = length or any(text for text, _ in cases.lama)
    detail = []
    if waktu and waktu.dihitung_sejak and times:
        detail.append(f"sejak {waktu.dihitung_sejak}")
    others = [each.unit for each in tempat[1:]]
    return Kartu(
        waktu=kalimat.waktu(isi),
        waktu_rinci=", ".join(detail),
        tergantung=len(times) > 1,
        biaya=kalimat.biaya(isi, indeks.hari_ini),
        biaya_rinci=_fee_detail(isi),
        dokumen=syarat.jumlah,
        tempat=kalimat.nama_unit(indeks.katalog, unit),
        tempat_rinci=f"atau {kata.daftar(list(dict.fromkeys(others)), 'atau')}" if others else "",
        lama=length,
        libur=" ".join(_closed(indeks, times)) if counted else "",
        tutup=next((each.tutup for each in tempat if each.tutup), ""),
        kasus=replace(cases, lama=()) if always_open else cases,
        contoh_waktu=_from_elsewhere(isi),
    )


def _closed(indeks: Indeks, times: Sequence[Lama]) -> Iterator[str]:
    """Yield the closed days that a promise made in the next weeks can meet."""
    longest = times[-1].bobot // BOBOT["hari"] if times else 366
    end = indeks.hari_ini + timedelta(days=90 + 2 * longest)
    yield from (day.isoformat() for day in indeks.libur if day <= end)


def _fee_detail(isi: Standar) -> str:
    if isi.pungutan_lain:
        names = [kata.kecil(each.nama) for each in isi.pungutan_lain]
        return f"belum termasuk {kata.daftar(names)}"
    if isi.biaya and all(each.jumlah == 0 for each in isi.biaya):
        return "tidak dipungut biaya (Rp0)"
    if any(each.jumlah is None and each.hitungan == "tetap" for each in isi.biaya):
        return "besarnya belum diisi"
    return ""


def _from_elsewhere(isi: Standar) -> bool:
    source = isi.sumber.jangka_waktu
    return bool(source and not source.regulasi) or any(
        each.sumber and not each.sumber.regulasi
        for each in (isi.jangka_waktu.tahap if isi.jangka_waktu else ())
    )


def _sources(isi: Standar, indeks: Indeks) -> dict[str, tuple[str, str] | None]:
    found: dict[str, tuple[str, str] | None] = {}
    for name in type(isi.sumber).model_fields:
        source: Sumber | None = getattr(isi.sumber, name)
        found[name] = (
            (kalimat.sumber(source, indeks.katalog), source.tautan or "") if source else None
        )
    return found


def _law(each: Dasar, indeks: Indeks) -> BarisHukum:
    law = indeks.katalog.regulasi.get(each.regulasi)
    if law is None:
        return BarisHukum(each.regulasi, "", each.pasal or "", each.mengenai or "", "", "", "")
    changed = [
        other.sebutan if (other := indeks.katalog.regulasi.get(id_)) else id_
        for id_ in ((law.dicabut_oleh,) if law.dicabut_oleh else law.diubah_oleh)
    ]
    word = {"dicabut": "Sudah dicabut", "diubah": "Sudah diubah"}.get(law.status, "")
    state = f"{word} oleh {kata.daftar(changed)}" if word and changed else word
    return BarisHukum(
        judul=law.judul,
        tentang=law.tentang,
        pasal=each.pasal or "",
        mengenai=each.mengenai or "",
        alamat=alamat.regulasi(each.regulasi),
        status=law.status,
        keterangan=state,
    )


def _village(isi: Standar) -> Iterator[tuple[str, str]]:
    if isi.pejabat_penanggung_jawab:
        yield "Pejabat penanggung jawab", isi.pejabat_penanggung_jawab
    if isi.petugas:
        yield "Petugas", isi.petugas


def _channels(isi: Standar, indeks: Indeks) -> Iterator[tuple[str, str, str]]:
    words = indeks.katalog.kosakata.get("kanal", {})
    for each in isi.kanal:
        name = words[each.kode].nama if each.kode in words else each.kode
        yield name, each.keterangan or "", each.tautan or ""


def _versions(layanan: Layanan, indeks: Indeks) -> Iterator[Versi]:
    for day, _, _ in reversed(layanan.versi):
        yield Versi(
            tanggal=kalimat.tanggal(day),
            alamat=alamat.versi(layanan.id, day.isoformat()),
            kini=day == layanan.berlaku_sejak,
            nanti=day > indeks.hari_ini,
        )


def _owner(unit: str, indeks: Indeks) -> Taut:
    if found := indeks.katalog.unit.get(unit):
        return Taut(found.nama, alamat.unit(unit))
    group = indeks.katalog.kelompok[unit]
    return Taut(group.nama_tempat, "unit/")


def _work(layanan: Layanan, indeks: Indeks) -> Iterator[Taut]:
    katalog = indeks.katalog
    codes: dict[str | None, None] = {layanan.isi.proses: None}
    for id_ in indeks.sop.get(layanan.pola or layanan.id, ()):
        sop = katalog.sop[id_].isi
        codes[sop.proses] = None
        yield Taut(f"SOP {kata.kecil(sop.judul)}", alamat.sop(id_))
    for code in codes:
        if code and (process := katalog.proses.get(code)):
            yield Taut(f"Proses {code} {process.isi.nama}", alamat.proses(code))
