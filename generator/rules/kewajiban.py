"""Rules about duties: what a standard of a given status must state, and whence it comes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from generator.finding import Level
from generator.model.catalog import Katalog
from generator.model.dasar import Dasar, terisi
from generator.model.komponen import KOMPONEN, KOMPONEN_PUBLIK
from generator.model.layanan import Standar
from generator.model.unit import TANPA_KEWAJIBAN, Kelompok, Unit
from generator.rules.bantu import PENGELOLAAN, STANDAR, duty, in_force, key_of
from generator.rules.registry import Complaint, Context, Scope, TextFile, rule
from generator.source import Path


@rule("komponen-kosong", Level.WARNING, Scope.RECORD, *STANDAR)
def empty_component(standard: Standar) -> Iterator[Complaint]:
    """Enam komponen yang menyangkut warga terisi: syarat, prosedur, waktu, biaya, hasil, pengaduan.

    Tanpa salah satunya, warga harus datang hanya untuk bertanya. Galat untuk standar yang
    berlaku, peringatan untuk contoh dan yang sedang ditinjau, tidak ada untuk draf.

    Sumber: UU 25/2009 Pasal 21; PermenPANRB 15/2014 (komponen penyampaian pelayanan).
    """
    level = duty(standard.status)
    if level is None:
        return
    for component in KOMPONEN_PUBLIK:
        if not terisi(getattr(standard, component)):
            yield Complaint(
                (component,),
                f"komponen `{component}` ({KOMPONEN[component].lower()}) belum diisi",
                f"tambahkan `{component}:` beserta isinya"
                if component != "biaya"
                else "tambahkan baris `biaya`; bila gratis, satu baris dengan `jumlah: 0`",
                on_key=True,
                anchor=("status",),
                level=level,
            )


@rule("komponen-pengelolaan-kosong", Level.INFO, Scope.CATALOG)
def empty_management(context: Context) -> Iterator[Complaint]:
    """Delapan komponen pengelolaan terisi, di layanan atau sekali di `komponen_bersama` unitnya.

    Standar tanpa kedelapan komponen ini dinilai belum lengkap, dan warga tidak tahu siapa yang
    mengawasi dan apa jaminannya. Yang kosong di semua layanan sebuah unit dilaporkan sekali, di
    berkas unitnya.

    Sumber: UU 25/2009 Pasal 21; PermenPANRB 15/2014 (komponen pengelolaan pelayanan).
    """
    by_owner: dict[str, list[tuple[Standar, Complaint]]] = {}
    for record in context.of_kind("standar", "pola"):
        standard = record.data
        if not isinstance(standard, Standar) or not context.berlaku_kini(record):
            continue
        if duty(standard.status):
            pending = Complaint(
                ("dasar_hukum",), "", "", at=record, on_key=True, anchor=("status",)
            )
            by_owner.setdefault(record.id.partition("/")[0], []).append((standard, pending))
    for owner, standards in by_owner.items():
        missing = {
            component: [each for each in standards if not terisi(getattr(each[0], component))]
            for component in PENGELOLAAN
        }
        shared = [
            component
            for component, found in missing.items()
            if component != "dasar_hukum" and len(found) == len(standards)
        ]
        holder = context.by_id.get(("unit", owner)) or context.by_id.get(("kelompok", owner))
        if shared and holder:
            yield Complaint(
                ("komponen_bersama",),
                f"belum diisi untuk semua layanan di sini: {', '.join(shared)}",
                f"tambahkan di `komponen_bersama`: {', '.join(f'`{each}: …`' for each in shared)}",
                at=holder,
                on_key=True,
                anchor=("status",),
            )
        for component, found in missing.items():
            if component in shared and holder:
                continue
            for _, pending in found:
                yield Complaint(
                    (component,),
                    f"komponen `{component}` ({KOMPONEN[component].lower()}) belum diisi",
                    "tambahkan `dasar_hukum: [{regulasi: <id di folder regulasi/>}]`"
                    if component == "dasar_hukum"
                    else f"tambahkan `{component}:` di sini, atau di `komponen_bersama` unitnya",
                    at=pending.at,
                    on_key=True,
                    anchor=("status",),
                )


@rule("kewajiban-berlaku", Level.ERROR, Scope.RECORD, *STANDAR)
def duties_in_force(standard: Standar) -> Iterator[Complaint]:
    """Standar yang berlaku menyebut penetapan, dasar hukum, dua kanal pengaduan, dan tinjauan.

    Standar baru mengikat setelah ditetapkan; warga yang dirugikan harus dapat menunjuk
    keputusannya, mengadu lewat lebih dari satu jalan, dan tahu kapan standar itu ditinjau.

    Sumber: UU 25/2009 Pasal 20 dan 36; PermenPANRB 15/2014 (penetapan, peninjauan ulang).
    """
    if standard.status != "berlaku":
        return
    if not standard.penetapan:
        yield _missing("penetapan", "keputusan yang menetapkannya", "<id di folder penetapan/>")
    if not standard.dasar_hukum:
        yield _missing("dasar_hukum", "dasar hukumnya", "[{regulasi: <id di folder regulasi/>}]")
    if not standard.tinjau or not standard.tinjau.terakhir:
        yield _missing("tinjau", "kapan terakhir ditinjau", "{terakhir: <tahun-bulan-hari>}")
    kinds = {each.jenis for each in standard.pengaduan.kanal} if standard.pengaduan else set()
    if len(kinds) < 2:
        yield Complaint(
            ("pengaduan", "kanal"),
            f"standar yang berlaku perlu dua macam kanal pengaduan, di sini {len(kinds)}",
            "tambahkan kanal lain di `pengaduan.kanal`, mis. `jenis: kotak_saran`; yang berlaku "
            "untuk semua layanan unit ini, di `komponen_bersama` berkas `unit.yaml`-nya",
            on_key=True,
            anchor=("status",),
        )


def _missing(key: str, what: str, example: str) -> Complaint:
    return Complaint(
        (key,),
        f"standar yang berlaku belum menyebut {what}",
        f"tambahkan `{key}: {example}`, atau ubah `status`",
        on_key=True,
        anchor=("status",),
    )


@rule("pengaduan-tanpa-kanal", Level.WARNING, Scope.RECORD, "unit", "kelompok")
def shared_complaints_nowhere(record: Unit | Kelompok) -> Iterator[Complaint]:
    """Pengaduan yang ditulis sekali untuk semua layanan menyebut ke mana warga mengadu.

    Batas waktu dan tahapan tanpa satu kanal pun menjanjikan jawaban atas pengaduan yang tidak
    dapat disampaikan; kekurangannya berulang di setiap layanan unit itu.

    Sumber: UU 25/2009 Pasal 36 (penyelenggara menyediakan sarana pengaduan).
    """
    shared = record.komponen_bersama
    if shared and shared.pengaduan and not shared.pengaduan.kanal:
        yield Complaint(
            ("komponen_bersama", "pengaduan", "kanal"),
            "pengaduan bersama ini tidak menyebut satu kanal pun",
            "tambahkan `kanal:` di sini, mis. `jenis: tatap_muka` dan `jenis: kotak_saran`",
            on_key=True,
            anchor=("komponen_bersama", "pengaduan"),
        )


@rule("profil-desa", Level.WARNING, Scope.CATALOG)
def village_profile(context: Context) -> Iterator[Complaint]:
    """Standar yang diberikan desa menyebut pejabat penanggung jawab dan petugasnya.

    Di desa, warga mencari orang, bukan loket: tanpa jabatan penanggung jawab dan petugas, ia
    tidak tahu siapa yang menandatangani dan siapa yang menerima berkas. Galat untuk yang berlaku.

    Sumber: Permendagri 2/2017 (Standar Pelayanan Minimal Desa, tujuh unsur per layanan).
    """
    for record in context.of_kind(*STANDAR):
        standard = record.data
        if not isinstance(standard, Standar) or not duty(standard.status):
            continue
        if not _given_by_village(record.id.partition("/")[0], context.katalog):
            continue
        for key, what in (
            ("pejabat_penanggung_jawab", "pejabat penanggung jawab"),
            ("petugas", "petugas yang melayani"),
        ):
            if not getattr(standard, key):
                yield Complaint(
                    (key,),
                    f"standar yang diberikan desa belum menyebut {what}",
                    f"tambahkan `{key}: <jabatan>`",
                    at=record,
                    on_key=True,
                    anchor=("status",),
                    level=in_force(standard.status),
                )


def _given_by_village(owner: str, katalog: Katalog) -> bool:
    if owner in katalog.kelompok:
        return "desa" in katalog.kelompok[owner].jenis
    return owner in katalog.unit and katalog.unit[owner].jenis == "desa"


@rule("unit-tanpa-layanan", Level.INFO, Scope.CATALOG)
def unit_without_service(context: Context) -> Iterator[Complaint]:
    """Setiap unit yang wajib berstandar memberi sekurang-kurangnya satu layanan di katalog.

    Unit tanpa layanan tampak seolah-olah tidak melayani siapa pun.

    Sumber: UU 25/2009 Pasal 20 (penyelenggara wajib menyusun standar pelayanan).
    """
    owners = {each.pemilik for each in context.katalog.semua_layanan()}
    helpers = {
        unit for each in context.katalog.layanan.values() for unit in each.isi.unit_pelaksana
    }
    for record in context.of_kind("unit"):
        unit = context.katalog.unit.get(record.id)
        if not unit or unit.status == "dicabut" or unit.jenis in TANPA_KEWAJIBAN:
            continue
        if record.id not in owners and record.id not in helpers:
            yield Complaint(
                ("nama",),
                "unit ini belum punya satu pun standar layanan",
                "buat berkas di folder `standar/` unit ini; contohnya di panduan, Membaca rekaman",
                at=record,
            )


@rule("sumber-belum-disebut", Level.WARNING, Scope.RECORD, *STANDAR)
def no_source(standard: Standar) -> Iterator[Complaint]:
    """Syarat, waktu, dan biaya menyebut sumbernya: peraturan, contoh, atau praktik.

    Pembaca harus tahu apakah "3 hari kerja" itu perintah peraturan atau contoh dari daerah lain.
    Standar yang sudah ditetapkan dengan keputusan bersumber pada keputusan itu.

    Sumber: UU 14/2008 (informasi yang benar dan tidak menyesatkan); praktik katalog ini.
    """
    if standard.penetapan or not duty(standard.status):
        return
    time = standard.jangka_waktu
    stages = time.tahap if time else ()
    shared = standard.sumber
    lacking: dict[str, list[Path]] = {"persyaratan": [], "jangka_waktu": [], "biaya": []}
    if not shared.persyaratan:
        lacking["persyaratan"] = [
            ("persyaratan", index, "kode")
            for index, need in enumerate(standard.persyaratan)
            if not need.sumber and not need.dasar
        ]
    if not shared.jangka_waktu:
        lacking["jangka_waktu"] = [
            ("jangka_waktu", "tahap", index, "kode")
            for index, stage in enumerate(stages)
            if not stage.sumber
        ]
    if not shared.biaya:
        lacking["biaya"] = [
            ("biaya", index, "kode")
            for index, row in enumerate(standard.biaya)
            if not row.sumber and not row.dasar
        ]
    for component, paths in lacking.items():
        if paths:
            yield Complaint(
                paths[0],
                f"{len(paths)} butir `{component}` tidak menyebut sumber",
                _origin(component, _law_named(standard, component)),
            )


_GENERAL = "uu-25-2009"
"""Every standard stands on it; it sets no requirement, time or fee of one service."""


def _law_named(standard: Standar, component: str) -> str | None:
    """Return the law that most likely says it: of items beside, else of the standard."""
    items = () if component == "jangka_waktu" else getattr(standard, component)
    beside = [each.dasar for each in items]
    laws = [each.regulasi for each in (*beside, *standard.dasar_hukum) if isinstance(each, Dasar)]
    return next((each for each in laws if each != _GENERAL), None)


def _origin(component: str, law: str | None) -> str:
    ways = [f"`{{regulasi: {law}}}` bila peraturan itu mengaturnya"] if law else []
    ways += ["`{contoh: …}` bila meniru daerah lain", "`{praktik: …}` bila kebiasaan di loket"]
    return f"di `sumber:`, sesudah `{component}:`, tulis {', '.join(ways[:-1])}, atau {ways[-1]}"


_POSTS = (
    "pelaku",
    "penanggung_jawab",
    "jabatan",
    "penandatangan",
    "pejabat_penanggung_jawab",
    "petugas",
    "struktur",
    "disahkan_oleh",
    "pemilik_jabatan",
    "disetujui_oleh",
    "lajur",
)
_NAMED_POSTS = ("lajur", "jenjang")
"""Lists of posts in which each is called by `nama`."""
_PERSON = re.compile(
    r"(?:^|[\s(])(?:(?:Drs|Dra|Ir|Hj?|Bpk|Sdri?|dr|drg|Ns|Apt|Prof|Dr)\.\s*[A-Z]"
    r"|(?:Bpk|Bapak|Ibu|Pak|Bu|Sdri?|Saudar[ai])\s+[A-Z][a-z]+)"
    r"|,\s*(?:S\.\s?[A-Z]|M\.\s?[A-Z]|A\.\s?Md|S[EHT]\b|M[MH]\b|SSTP\b|AP\b|SKM\b|S\.?Sos|S\.?Pd)"
    r"|[a-z] (?:S\.\s?(?:Sos|IP|STP|H|E|T|Kom|Pd|Kep|AP|KM|Si)|M\.\s?(?:Si|Kes|Pd|AP|Kom))\b"
)
_NAMES = """abdul abdullah achmad adi aditya agung agus ahmad aisyah aminah andi andri anita anton
ari arief arif aris asep astuti ayu bambang budi budiman cahyono dedi dedy deni denny
dewi dian dimas dina dwi edi edy eka eko endang erna fajar fatimah fauzi fitri fitriani
gunawan hadi halimah handoko hari hartono hasan hendra hendri herman heru hidayat husein
ibrahim ika iman imam indah irawan irfan irwan ismail iwan joko kartika kurniawan kusuma
lestari lina lukman maria marlina maulana maya mega muhamad muhammad mulyadi mulyono
nugroho nur nurul pratama prasetyo purnomo putra putri rachmat rahayu rahman rahmat
ratna rahmawati rini rina riyanto rizki rizky rosita rudi rudy rusdi sari saputra
saputri setiawan setyawan siti slamet sri sudirman sugeng suharto sulaiman sulistyo
sumarni supriyadi suryadi suryani susanto susilo sutrisno syahrul taufik teguh titik
tono tri umar usman utami wahyudi wahyuni wati wibowo widodo wijaya winarno wulandari
yanti yanto yudi yuliana yulianti yuni yusuf zainal zulkifli"""
_GIVEN = frozenset(_NAMES.split())
"""Names that people bear."""
_ALSO_WORDS = """adi ari eka fajar hari ika imam iman indah kartika kusuma lestari mega nur pratama
putra putri sari titik tri utami"""
_FIRST = _GIVEN.difference(_ALSO_WORDS.split())
"""Names with which no post or firm begins; the others are words too: the imam of a mosque."""


_NAMED_PLACE = re.compile(r"\b(?:RSU?D|Rumah Sakit|Puskesmas|Perpustakaan|Stadion) .*")
"""Places that carry a person's name."""


@lru_cache(maxsize=4096)
def _names_person(text: str) -> bool:
    """Tell whether a post is a person; the same posts come many times."""
    post = _NAMED_PLACE.sub("", text)
    words = post.replace(".", " ").split()
    named = [each.casefold() in _GIVEN for each in words]
    bare = words[:1] and words[0].casefold() in _FIRST and all(each[0].isupper() for each in words)
    # One such name may be a place's; two beside each other are a person's.
    return bool(bare or any(map(all, pairwise(named))) or _PERSON.search(post))


@rule("jabatan-bukan-nama", Level.ERROR, Scope.FILE)
def person_for_post(file: TextFile) -> Iterator[Complaint]:
    """Penanggung jawab dan pelaku disebut dengan jabatan, bukan nama orang.

    Nama menjadi salah begitu pejabatnya berganti, dan mengumumkan data pribadi tanpa perlu. Begitu
    pula yang menyetujui sebuah kecualian, dan yang menerima aduan di setiap jenjang.

    Sumber: UU 27/2022 (Pelindungan Data Pribadi); praktik.
    """
    for path, text in file.of((*_POSTS, "nama")):
        key = key_of(path)
        if key == "nama":
            if path[-3:-2] and path[-3] in _NAMED_POSTS:
                key = str(path[-3])
            else:
                continue
        if _names_person(text):
            yield Complaint(
                path,
                f"`{key}` tampak seperti nama orang",
                "tulis jabatannya saja, mis. `Kepala Seksi Pelayanan`",
            )
