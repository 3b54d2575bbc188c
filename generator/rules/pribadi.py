"""A rule about people in what is published: figures and notices name nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.finding import Level
from generator.rules.registry import Complaint, Context, Scope, rule

_PUBLISHED = ("pengaduan", "skm", "konsultasi", "evaluasi", "pengumuman", "papan")
_CALLED = re.compile(
    r"(?<!Jalan )(?<!Jl\. )(?<!Gang )(?<!Gedung )(?<!Aula )(?<!Taman )(?<!Hari )"
    r"\b(?:Bapak|Mbah|Bpk\.?|Ibu|Pak|Bu|Mas|Mbak|[Ss]dri?\.?|Saudar[ai]|Tuan|Nyonya|Nona|Tn\.?|Ny\.?|Nn\.?"
    r"|[Aa]n\.|[Aa]\.n\.|[Aa]tas nama|[Bb]ernama|[Aa]lmarhum(?:ah)?|[Pp]elapor|[Pp]engadu"
    r"|[Pp]asien|[Kk]orban|[Pp]emohon|[Ww]arga (?:bernama|an\.|atas nama)|[Rr]esponden|[Nn]asabah)"
    r"(?:: ?| \(| )?(?:bernama |atas nama |an\. ?)?((?:(?:H|Hj|Drs|Dra|Ir|dr|Hjh)\. ?)?"
    r"[A-Z][a-z']{2,}\b(?!-)(?: [A-Z][a-z.']*(?![A-Z]))*)"
)
_LIVES = re.compile(
    r"(?<!di )(?<!ke )(?<!dari )\b([A-Z][a-z']{2,}(?: [A-Z][a-z']+)*)(?:,| \() ?RT\.? ?\d"
)
"""A name with the number of the neighbourhood: whoever lives there knows who is meant."""
_WORD = re.compile(r"[a-z']+")
_OFFICE = """bupati wali wakil gubernur camat lurah kepala sekretaris direktur ketua presiden
menteri dinas badan bagian bidang seksi kantor desa kelurahan kecamatan kabupaten kota provinsi
negara daerah pemerintah puskesmas rumah rsud posyandu sekolah dusun kampung gampong nagari pkk
kader guru bidan dokter perawat petugas lapor tim satuan penyelenggara lembaga kementerian ombudsman
wabup sekda asisten plt plh penjabat anggota staf kapolsek kapolres danramil dandim dharma
panitia forum karang rukun kades kadus sekdes kasi dukuh jalan gang blok lingkungan perumahan
wilayah warga koperasi yayasan"""
_OTHER = """umum hamil dan yang dari di rawat gawat instalasi igd bpjs jkn indonesia asing lansia
disabilitas difabel pengguna layanan ukm kandung mertua tunggal bapak ibu januari februari maret
diabetes tuberkulosis prolanis odgj suku binaan
april mei juni juli agustus september oktober november desember senin selasa rabu kamis jumat sabtu
minggu"""
_NOT_NAMES = frozenset((*_OFFICE.split(), *_OTHER.split()))
"""Words that follow a form of address and begin no person's name."""


@rule("nama-warga", Level.WARNING, Scope.CATALOG)
def citizen_named(context: Context) -> Iterator[Complaint]:
    """Rekap, survei, konsultasi, dan pengumuman tidak menyebut nama warga.

    Pelapor yang namanya terbaca tetangganya tidak akan melapor lagi, dan pasien yang namanya
    diumumkan kehilangan rahasianya untuk selamanya.

    Kata yang di katalog ini juga ditulis dengan huruf kecil, mis. "Korban Banjir", bukan nama.

    Sumber: UU 27/2022 (Pelindungan Data Pribadi); UU 14/2008 Pasal 17 (rahasia pribadi).
    """
    places, common = frozenset[str](), frozenset[str]()
    for file in context.files:
        if file.identity.kind not in _PUBLISHED:
            continue
        for path, text in file.prose:
            for match in (*_CALLED.finditer(text), *_LIVES.finditer(text)):
                places = places or _places(context)
                words = _WORD.findall(match[1].casefold())
                if words[0] in _NOT_NAMES or places.issuperset(words):
                    continue
                common = common or _common(context)
                if words[0] in common:
                    continue
                yield Complaint(
                    path,
                    f"“{match[0]}” tampak seperti nama warga",
                    "hapus nama dan alamatnya; ceritakan halnya saja, mis. `seorang pelapor`",
                    at=file,
                )
                break


def _places(context: Context) -> frozenset[str]:
    """Return every word of a name of a unit: a village may follow "warga"."""
    names = (
        name
        for unit in context.katalog.unit.values()
        for name in (unit.nama, unit.singkatan or "", *unit.alias)
    )
    return frozenset(word for name in names for word in _WORD.findall(name.casefold()))


def _common(context: Context) -> frozenset[str]:
    """Return every word that the catalog writes in small letters somewhere: none is a name."""
    return frozenset(word for file in context.files for word in _SMALL.findall(file.joined))


_SMALL = re.compile(r"\b[a-z']{3,}\b")
