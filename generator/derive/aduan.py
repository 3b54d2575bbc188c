"""What to do when the promise is missed: the ladder of a unit, then the one outside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.derive import kalimat
from generator.derive.syarat import Taut
from generator.model.dasar import Jenjang, KanalPengaduan, Pengaduan
from generator.model.pemerintah import Pemerintah

JENIS_KANAL = {
    "tatap_muka": "Tatap muka",
    "kotak_saran": "Kotak saran",
    "telepon": "Telepon",
    "sms": "SMS",
    "whatsapp": "WhatsApp",
    "surel": "Surel",
    "situs_web": "Situs web",
    "media_sosial": "Media sosial",
    "sp4n_lapor": "SP4N-LAPOR!",
    "wbs": "Lapor pelanggaran (WBS)",
    "ombudsman": "Ombudsman",
    "surat": "Surat",
    "faks": "Faks",
}


@dataclass(frozen=True, slots=True)
class BarisJenjang:
    """One rung of the complaint ladder."""

    nama: str
    tindakan: str
    tenggat: str
    arti: str
    taut: Taut | None
    alamat: str
    sumber: str


@dataclass(frozen=True, slots=True)
class BarisKanal:
    """One way to complain."""

    jenis: str
    nama: str
    nilai: str
    taut: str
    rincian: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Aduan:
    """Complaints about one service or unit."""

    penanggung_jawab: str
    jenjang: tuple[BarisJenjang, ...]
    kanal: tuple[BarisKanal, ...]
    tahapan: tuple[str, ...]
    batas: str
    milik_unit: bool
    """False if the unit has said nothing of its own yet."""


def susun_aduan(pengaduan: Pengaduan | None, pemerintah: Pemerintah) -> Aduan:
    """Return the unit's rungs and channels, followed by those of the whole government."""
    own = pengaduan or Pengaduan()
    rungs: Sequence[Jenjang] = (*own.jenjang, *pemerintah.jenjang_pengaduan)
    # A channel that is a rung of the ladder is told once, there.
    told = {each.tautan for each in rungs if each.tautan}
    shared = [each for each in pemerintah.kanal_pengaduan if each.tautan not in told]
    channels: Sequence[KanalPengaduan] = (*own.kanal, *shared)
    return Aduan(
        penanggung_jawab=own.penanggung_jawab or "",
        jenjang=tuple(_rung(each) for each in rungs),
        kanal=tuple(_channel(each) for each in channels),
        tahapan=own.tahapan,
        batas=kalimat.durasi(own.batas) if own.batas else "",
        milik_unit=pengaduan is not None,
    )


def _rung(each: Jenjang) -> BarisJenjang:
    source = each.sumber
    return BarisJenjang(
        nama=each.nama,
        tindakan=each.tindakan,
        tenggat=" + ".join(kalimat.durasi(part) for part in each.batas),
        arti=each.batas_keterangan or "",
        taut=Taut(_shown(each.tautan), each.tautan) if each.tautan else None,
        alamat=each.alamat or "",
        sumber=(source.contoh or source.praktik or "") if source else "",
    )


def _shown(link: str) -> str:
    scheme, _, rest = link.partition(":")
    names = {"tel": "Telepon", "sms": "SMS ke", "mailto": "Surel"}
    if scheme in names:
        return f"{names[scheme]} {rest}"
    return rest.strip("/").removeprefix("www.")


def _channel(each: KanalPengaduan) -> BarisKanal:
    details = []
    if each.di_luar_jam:
        details.append("Menerima di luar jam kantor.")
    if each.keterangan:
        details.append(each.keterangan)
    if each.terakhir_diuji:
        details.append(f"Terakhir dicoba {kalimat.tanggal(each.terakhir_diuji)}.")
    return BarisKanal(
        jenis=JENIS_KANAL[each.jenis],
        nama=each.nama,
        nilai=each.nilai or "",
        taut=each.tautan or "",
        rincian=tuple(details),
    )
