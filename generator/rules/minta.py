"""Rules about what a standard asks or gives against what its own sentences say of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from textwrap import shorten

from generator.finding import Level
from generator.model.janji import Langkah, Persyaratan
from generator.model.kosakata import Dokumen
from generator.model.layanan import Standar
from generator.rules.bantu import STANDAR
from generator.rules.registry import Complaint, Context, Scope, TextFile, rule
from generator.rules.sop_bentuk import SOP
from generator.rules.syarat import together
from generator.source import Path


def _sentences(standard: Standar) -> Iterator[tuple[Path, str]]:
    """Yield what citizens read about asking and doing: notes, requirements, steps, what is new."""
    if standard.ringkasan:
        yield ("ringkasan",), standard.ringkasan
    yield from _asked(standard)
    for at, step in enumerate(standard.prosedur):
        yield ("prosedur", at, "uraian"), step.uraian
        if step.keterangan:
            yield ("prosedur", at, "keterangan"), step.keterangan
    for at, note in enumerate(standard.catatan):
        yield ("catatan", at), note
    for at, change in enumerate(standard.riwayat[:1]):
        yield ("riwayat", at, "isi"), change.isi


def _asked(standard: Standar) -> Iterator[tuple[Path, str]]:
    for at, need in enumerate(standard.persyaratan):
        if need.teks:
            yield ("persyaratan", at, "teks"), need.teks
        if need.keterangan:
            yield ("persyaratan", at, "keterangan"), need.keterangan


_DENIED = re.compile(
    r" (?:sudah )?tidak (?:lagi |perlu )?"
    r"(?:diminta|diperlukan|disyaratkan|dibutuhkan|dibawa|menjadi syarat)\b([^.;]*)",
    re.IGNORECASE,
)
_END = re.compile(r"[.;:]")
_FAR = 200
"""So many letters before a denial may name what it denies."""
_UNLESS = re.compile(
    r"\b(?:bila|jika|kecuali|bagi|untuk|kalau|selama|di sini|karena|setelah"
    r"|sesudah|sebelum|saat|ketika|hanya)\b"
)
_OBJECT = re.compile(r" (?!lagi\b|dan\b|atau\b|sejak\b|maka\b|sehingga\b)\w")
"""What follows "tidak diminta" is the thing itself: then what stands before it is another."""
_BEFORE = re.compile(
    r".*\b(?:sehingga|karena|maka|tetapi|bahwa|agar) |\b(?:sejak|mulai) [^,]*?\d{4},? |\bkini "
)
_ANY = frozenset(("dokumen", "berkas", "surat", "syarat", "persyaratan", "apa", "pun"))
_EMPTY = frozenset(("dan", "atau", "yang", "lagi", "asli", "pemohon", "syarat", "surat", "kutipan"))
_WORD = re.compile(r"\w+(?:-\w+)?")


@rule("syarat-disangkal", Level.WARNING, Scope.CATALOG)
def asked_but_denied(context: Context) -> Iterator[Complaint]:
    """Yang disebut tidak diminta di sebuah kalimat tidak ada di daftar persyaratan.

    Catatan berkata rekomendasi organisasi profesi tidak lagi menjadi syarat, daftar syarat masih
    memintanya: warga yang percaya catatan disuruh pulang, yang percaya daftar mengurus sia-sia.

    Sumber: UU 25/2009 Pasal 21 (persyaratan yang pasti); praktik, mis. syarat lama yang kembali.
    """
    documents = context.katalog.dokumen
    for record in context.of_kind(*STANDAR):
        standard = record.data
        if not isinstance(standard, Standar):
            continue
        for path, text in _sentences(standard):
            if " tidak " not in text:
                continue
            for what, quote in _denials(text):
                said = shorten(quote, 80, placeholder="…")
                for place, asked in _against(standard, documents, path, what):
                    here, there = (record.places.locate(each).line for each in (place, path))
                    yield Complaint(
                        place,
                        f"{asked}, padahal `{_where(path)}` menyebut “{said}”",
                        f"samakan baris {here} dan baris {there}; hapus yang keliru",
                        at=record,
                    )


def _where(path: Path) -> str:
    return ".".join(str(each) for each in path if isinstance(each, str))


def _denials(text: str) -> Iterator[tuple[set[str], str]]:
    """Yield the words of each thing that a text says is not asked, with the words that say so."""
    for match in _DENIED.finditer(text):
        before = _END.split(text[max(0, match.start() - _FAR) : match.start()])[-1]
        phrase = _BEFORE.sub("", before.casefold()).strip()
        after = match[1].casefold()
        if not phrase or _UNLESS.search(phrase) or _UNLESS.search(after):
            continue
        if not match[0].endswith(f"syarat{match[1]}") and _OBJECT.match(after):
            continue
        bare = re.sub(r"\([^)]*\)", "", phrase)
        parts = [set(_WORD.findall(each)) for each in re.split(r", (?:dan |atau )?| atau ", bare)]
        head = parts[0] - {*_WORD.findall(bare.split(",")[0].split(" atau ")[0])[-1:]}
        for at, part in enumerate(parts):
            yield (part | head if at else part), f"{before}{match[0]}".strip()


def _against(
    standard: Standar, documents: Mapping[str, Dokumen], said: Path, what: set[str]
) -> Iterator[tuple[Path, str]]:
    """Yield the requirements, and steps that send people for it, which contradict a denial."""
    named = what - _EMPTY
    speaker: Persyaratan | Langkah | None = None
    if said[0] == "persyaratan":
        speaker = standard.persyaratan[int(said[1])]
    elif said[0] == "prosedur":
        speaker = standard.prosedur[int(said[1])]
    for at, need in enumerate(standard.persyaratan):
        if need is speaker or need.wajib != "ya" or need.jenis == "aturan":
            continue
        if speaker and not together(speaker.kasus, need.kasus, standard):
            continue
        any_paper = not (what - _ANY) and need.dokumen
        if any_paper or (named and _called(need, documents, named)):
            key = "dokumen" if need.dokumen else "teks"
            yield ("persyaratan", at, key), f"syarat `{need.kode}` diminta"
    if len(named) == 1:
        wanted = re.compile(rf"\burus (?:dulu )?{re.escape(next(iter(named)))}\b", re.IGNORECASE)
        for at, step in enumerate(standard.prosedur):
            for index, case in enumerate(step.jika):
                if wanted.search(case.tindakan or ""):
                    yield ("prosedur", at, "jika", index, "tindakan"), "warga disuruh mengurusnya"


def _called(need: Persyaratan, documents: Mapping[str, Dokumen], named: set[str]) -> bool:
    """Tell whether a requirement goes by all these words; a copy is not the paper itself."""
    if "fotokopi" in named and not (need.bentuk or "fotokopi").startswith("fotokopi"):
        return False
    document = documents.get(need.dokumen or "")
    names = [need.teks, *((document.nama, *document.alias) if document else ())]
    words = [set(_WORD.findall((each or "").casefold())) for each in names]
    return any(named - {"fotokopi"} <= each for each in words if each)


_NOT_THIS = re.compile(r"\bbukan ((?:\w+ ){1,3}\w+|\w+ \w+)", re.IGNORECASE)


@rule("hasil-disangkal", Level.WARNING, Scope.RECORD, *STANDAR)
def given_but_denied(standard: Standar) -> Iterator[Complaint]:
    """Nama layanan dan hasilnya bukan sesuatu yang menurut catatan standar itu bukan hasilnya.

    Catatan berkata "surat ini bukan sertifikat hak milik" dan hasilnya bernama sertifikat hak
    milik: warga membayar atau menolak orang lain karena menyangka punya hak yang tidak ada.

    Sumber: UU 25/2009 Pasal 21 (produk pelayanan); praktik.
    """
    named: list[tuple[Path, str]] = [(("nama",), standard.nama)]
    named += [(("produk", at, "nama"), each.nama) for at, each in enumerate(standard.produk)]
    for path, text in _sentences(standard):
        if "bukan " not in text or path[0] in ("riwayat", "prosedur"):
            continue
        for match in _NOT_THIS.finditer(text):
            denied = _longest(match[1].casefold().split(), [name for _, name in named])
            for place, name in named if denied else ():
                if name.casefold().startswith(denied):
                    yield Complaint(
                        place,
                        f"“{name}”, padahal `{_where(path)}` menyebut “bukan {denied}”",
                        "tulis nama hasilnya yang sebenarnya, atau perbaiki kalimat itu",
                    )


def _longest(words: list[str], names: list[str]) -> str:
    """Return the most words, at least two, with which one of the names begins."""
    for length in range(len(words), 1, -1):
        start = " ".join(words[:length])
        if any(each.casefold().startswith(start) for each in names):
            return start
    return ""


_CERTIFIED = re.compile(r"\b(?:(?:di|ter|me)legalis|legalisir)", re.IGNORECASE)
_CERTIFIED_STEMS = ("dilegalis", "terlegalis", "melegalis", "legalisir")
_NOT_CERTIFIED = re.compile(r"\b(?:tidak|tanpa|bukan|jangan)\b", re.IGNORECASE)
_CARD_CERTIFIED = re.compile(
    r"\bKTP(?:-el)?(?: (?!dan\b|atau\b|serta\b|beserta\b|dengan\b)\w+){0,3} \w{0,3}legalis"
    r"|legalis\w*(?: fotokopi)? KTP",
    re.IGNORECASE,
)


@rule("ktp-dilegalisir", Level.WARNING, Scope.FILE, *STANDAR, *SOP)
def card_certified(file: TextFile) -> Iterator[Complaint]:
    """KTP-el tidak diminta dilegalisir.

    KTP-el tidak perlu dilegalisir di mana pun; warga yang disuruh melegalisirnya mengantre di
    Disdukcapil untuk cap yang tidak boleh diminta.

    Sumber: Permendagri 104/2019 Pasal 19 ayat (6).
    """
    if not any(stem in file.folded for stem in _CERTIFIED_STEMS):
        return
    for path, text in file.texts:
        if not _CERTIFIED.search(text.replace("_", " ")) or _NOT_CERTIFIED.search(text):
            continue
        if path[0] not in ("persyaratan", "baris", "prosedur"):
            continue
        if _CARD_CERTIFIED.search(text) or (path[0] == "persyaratan" and _is_card(file, path)):
            yield Complaint(
                path,
                "KTP-el diminta dilegalisir, padahal tidak perlu di mana pun",
                "tulis `bentuk: fotokopi`"
                if path[-1] == "bentuk"
                else "hapus kata itu; cukup diperlihatkan, atau `bentuk: fotokopi`",
            )


def _is_card(file: TextFile, path: Path) -> bool:
    needs = file.document.data.get("persyaratan")
    at = path[1]
    need = needs[at] if isinstance(needs, list) and isinstance(at, int) else None
    return isinstance(need, dict) and "ktp-el" in (need.get("dokumen"), need.get("kode"))


_RENEWED = re.compile(
    r"ubah|ganti|baru|panjang|baik|betul|pindah|mutasi|rusak|hilang|ulang|legalis|balik|pecah"
    r"|cabut|batal|sahan\b|kedua|duplikat|salin|aktivasi|bayar|mutakhir",
    re.IGNORECASE,
)


@rule("syarat-hasil-mutlak", Level.WARNING, Scope.CATALOG)
def asks_everyone_for_its_result(context: Context) -> Iterator[Complaint]:
    """Layanan yang namanya menerbitkan sebuah dokumen tidak meminta dokumen itu sebagai syarat.

    Akta kelahiran yang diminta untuk membuat akta kelahiran tidak dapat dimiliki pemohon yang
    pertama kali; biasanya kode dokumen syaratnya salah salin. Penggantian dan perubahan memang
    meminta yang lama; sebut itu di `teks` syaratnya.

    Sumber: UU 25/2009 (persyaratan yang dapat dipenuhi); praktik, mis. kode yang salah salin.
    """
    for record in context.of_kind(*STANDAR):
        standard = record.data
        if not isinstance(standard, Standar) or _RENEWED.search(standard.nama):
            continue
        given = {each.dokumen for each in standard.produk if each.dokumen}
        for at, need in enumerate(standard.persyaratan):
            if need.dokumen not in given or need.teks or need.salah_satu or need.wajib != "ya":
                continue
            if not any(
                need.dokumen == each.dokumen and together(need.kasus, each.kasus, standard)
                for each in standard.produk
            ):
                continue
            document = context.katalog.dokumen.get(need.dokumen)
            names = (document.nama, *document.alias) if document else ()
            called = (each.partition(" (")[0].casefold() for each in names)
            if any(each in standard.nama.casefold() for each in called):
                yield Complaint(
                    ("persyaratan", at, "dokumen"),
                    f"pemohon dimintai `{need.dokumen}`, yang baru terbit dari layanan ini",
                    "perbaiki `dokumen` syarat ini; bila maksudnya yang lama, sebut di `teks`",
                    at=record,
                )


_PROXY = re.compile(
    r"\b(?:menitip\w*|(?:di)?titipkan|mewakilkan|diwakilkan)"
    r"|\btidak (?:perlu|harus) (?:datang|hadir)",
    re.IGNORECASE,
)
_NO_PROXY = re.compile(r"\b(?:tidak (?:dapat|boleh|bisa)|ambil|pengambilan|hasil)\b", re.IGNORECASE)
_BODY = re.compile(
    r"\b(?:mengukur (?:tinggi|berat|tekanan)|menimbang|memeriksa (?:pasien|tubuh|kesehatan|badan)"
    r"|merekam (?:sidik|wajah|iris|foto)|menyuntik|mengimunisasi|mewawancarai)|\btekanan darah\b",
    re.IGNORECASE,
)


@rule("kehadiran-dititipkan", Level.WARNING, Scope.RECORD, *STANDAR)
def sent_instead_of_coming(standard: Standar) -> Iterator[Complaint]:
    """Layanan yang memeriksa atau merekam tubuh pemohon tidak berkata cukup dititipkan.

    Warga yang menitipkan KTP-el kepada keluarga tidak dapat diukur tinggi dan tekanan darahnya;
    keluarganya pulang tanpa hasil.

    Sumber: UU 25/2009 Pasal 21 (syarat dan prosedur saling cocok); praktik.
    """
    for path, text in ((("ringkasan",), standard.ringkasan or ""), *_asked(standard)):
        low = text.casefold()
        if not ("itip" in low or "wakil" in low or "tidak" in low):
            continue
        match = _PROXY.search(text)
        if not match or _NO_PROXY.search(text):
            continue
        if body := next((each for each in standard.prosedur if _BODY.search(each.uraian)), None):
            yield Complaint(
                path,
                f"“{match[0]}”, padahal langkah `{body.kode}` memeriksa pemohon",
                "tulis bahwa pemohon datang sendiri, atau sebut keadaan yang boleh diwakilkan di "
                "`jika` syaratnya",
            )


_ASKED = re.compile(
    r"(?:^|[.;] )((?:Surat|Rekomendasi|Fotokopi|KTP|KK|Akta|Ijazah|Pas foto|SKCK|Pengantar)\b"
    r"[^.;:]{0,120}?) (?:diminta|menjadi syarat|disyaratkan|wajib dibawa|harus dibawa)\b"
    r"(?! (?:oleh|sendiri oleh|petugas|dinas|di|kembali|dari|bank|sekolah|disetarakan)\b)"
)
_ASKING = ("diminta", "syarat", "dibawa")
_BARE = _EMPTY | _ANY | {"fotokopi", "salinan", "keterangan"}
"""Words before the one that tells which paper is meant."""
_NOT_ALWAYS = re.compile(
    r"\b(?:tidak|tak|belum|dulu|jarang|bila|jika|hanya|kecuali|boleh|yang|sebagian|masih|juga)\b"
)


@rule("syarat-tak-terdaftar", Level.WARNING, Scope.CATALOG)
def asked_but_not_listed(context: Context) -> Iterator[Complaint]:
    """Yang menurut sebuah catatan diminta ada di daftar persyaratan.

    "Rekomendasi organisasi profesi menjadi syarat" di catatan, sedangkan daftar syarat tidak
    memuatnya: warga tidak tahu mana yang benar. Sering kata “tidak” hilang dari catatan itu.

    Sumber: UU 25/2009 Pasal 21 (persyaratan yang pasti).
    """
    for record in context.of_kind(*STANDAR):
        standard = record.data
        if not isinstance(standard, Standar) or not standard.persyaratan:
            continue
        for path, text in _sentences(standard):
            if path[0] == "persyaratan" or not any(word in text for word in _ASKING):
                continue
            match = _ASKED.search(text)
            if not match or _NOT_ALWAYS.search(match[1]):
                continue
            named = (each.casefold() for each in _WORD.findall(match[1]))
            head = next((each for each in named if each not in _BARE), None)
            if head and head not in _listed(standard, context.katalog.dokumen):
                yield Complaint(
                    path,
                    f"“{shorten(match[1], 60, placeholder='…')}” diminta menurut kalimat ini, "
                    "tetapi tidak ada di `persyaratan`",
                    "tulis “tidak diminta” bila kata itu hilang; bila memang diminta, tambahkan di "
                    "`persyaratan` dengan `dasar`-nya",
                    at=record,
                )


def _listed(standard: Standar, documents: Mapping[str, Dokumen]) -> set[str]:
    """Return every word by which the requirements go."""
    names: list[str] = []
    for need in standard.persyaratan:
        document = documents.get(need.dokumen or "")
        names += filter(None, (need.teks, need.keterangan))
        names += (document.nama, *document.alias) if document else ()
    return {each.casefold() for name in names for each in _WORD.findall(name)}
