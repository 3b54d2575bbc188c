"""Rules about the words of a file: what is typed must say something, once, and in one spelling."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.finding import Edit, Level
from generator.rules.bantu import key_of
from generator.rules.registry import Complaint, Scope, TextFile, rule
from generator.source import Path

_PUNCTUATION = re.compile(r"[-–—.…?~_*/\\\s]+|x{2,}|n/a|n\.a\.?", re.IGNORECASE)
_PLACEHOLDERS = frozenset(
    (
        "tidak ada",
        "nihil",
        "null",
        "none",
        "kosong",
        "tbd",
        "todo",
        "akan diisi",
        "akan dilengkapi",
        "akan menyusul",
        "menyusul",
        "belum ada",
        "belum diisi",
        "belum tersedia",
        "diisi kemudian",
        "isi di sini",
        "lorem ipsum",
    )
)
_PROSE = frozenset(
    (
        "nama",
        "ringkasan",
        "uraian",
        "teks",
        "keterangan",
        "catatan",
        "tindakan",
        "keadaan",
        "jika",
        "pelaku",
        "untuk",
        "rumus",
        "tugas",
        "alamat",
        "petunjuk",
        "jadwal",
        "dihitung_sejak",
        "mengenai",
        "pengawasan",
        "jaminan_pelayanan",
        "jaminan_keamanan",
        "tahapan",
        "jabatan",
        "janji",
        "perbaikan",
        "sanksi_kompensasi",
    )
)
"""Keys that hold words; a number alone says nothing there."""


_CHOICES = frozenset(("jenis", "kode", "bentuk", "format", "status", "sebutan", "alias", "kata"))
"""Keys that hold a word of a closed list, or words as people type them."""


@rule("isian-pengganti", Level.ERROR, Scope.FILE)
def placeholder(file: TextFile) -> Iterator[Complaint]:
    """Isian berisi keterangan, bukan tanda pengganti seperti `-`, `...`, atau `akan diisi`.

    Tanda pengganti tampil di halaman seolah-olah itu jawabannya: warga membaca "biaya: -" dan
    tidak tahu apakah gratis atau belum diketahui. Isian yang dikosongkan tampil "belum diisi".

    Sumber: PermenPANRB 15/2014 (setiap komponen standar memuat isinya); praktik pada halaman
    SIPP Nasional yang berisi "-" dan ".".
    """
    folded = file.folded
    left = "xxx" in folded or "[" in folded or not file.words.isdisjoint(_WORDS_OF_LEFTOVERS)
    for path, text in file.prose:
        if len(text) <= 20 and (kind := _kind_of(text)) and _stands_in(kind, path):
            key = key_of(path)
            what = f"butir ini di `{key}`" if isinstance(path[-1], int) else f"`{key}`"
            yield Complaint(
                path,
                f"{what} hanya berisi “{text.strip()}”",
                f"isi, atau hapus {what}; yang dikosongkan tampil sebagai “belum diisi”",
                edit=Edit("hapus"),
            )
        elif left and (match := _LEFT.search(text)):
            yield Complaint(
                path,
                f"“{match[0]}” sisa naskah yang belum diisi",
                "ganti dengan isinya, atau hapus dari teks ini",
            )


_WORDS_OF_LEFTOVERS = ("lorem", "todo", "tbd", "diisi")
_LEFT = re.compile(
    r"\bx{3,}\b|\blorem ipsum\b|\b(?:TODO|TBD)\b|\bakan diisi (?:kemudian|nanti)\b"
    r"|\[(?:isi|nama|nomor)\b[^]]*\]",
    re.IGNORECASE,
)


def _stands_in(kind: str, path: Path) -> bool:
    """Tell whether a text of such a kind says nothing where it stands."""
    if kind == "kata":
        # "Tidak ada" is a good answer to the question of a case or of a decision.
        return "pilihan" not in path and key_of(path) not in ("kata_ya", "kata_tidak")
    return kind == "tanda" or (kind == "angka" and key_of(path) in _PROSE)


@lru_cache(maxsize=4096)
def _kind_of(text: str) -> str:
    """Tell a placeholder word, a lone sign or a lone number; the same texts come many times."""
    if _PUNCTUATION.fullmatch(text):
        return "tanda"
    bare = text.strip().rstrip(".").casefold()
    if bare in _PLACEHOLDERS:
        return "kata"
    return "angka" if bare.isdecimal() else ""


_WORDS_OF_VAGUENESS = frozenset(
    (
        *("ketentuan", "aturan", "peraturan", "perundang", "undang", "kebijakan", "secepatnya"),
        *("secepat", "segera", "sesegera", "relatif", "kondisional", "situasional", "fleksibel"),
        *("tergantung", "sesuai", "sesuaikan", "disesuai", "disesuaikan", "seikhlasnya"),
        *("sukarela", "seperlunya", "sperlunya", "secukupnya", "lain", "lainnya", "dll", "dsb"),
        *("arahan", "perintah", "instruksi", "petunjuk", "permintaan", "menyesuaikan", "melihat"),
        "bergantung",
    )
)
_AS_NEEDED = re.compile(
    r" yang (?:di\w+ )?(?:perlu|diperlukan|dibutuhkan)(?: (?:oleh )?petugas)?\W*$", re.MULTILINE
)
_VAGUE = re.compile(
    r"(?:disesuaikan |sesuai |menurut |berdasarkan |mengikuti )?(?:dengan )?"
    r"(?:ketentuan|aturan|peraturan|perundang-undangan|undang-undang|kebijakan)"
    r"(?: dan (?:ketentuan|peraturan|aturan))?(?: perundang-undangan)?(?: yang berlaku)?"
    r"|sec(?:epat|epat-cepat)nya|sesegera mungkin|segera|relatif|kondisional|situasional|fleksibel"
    r"|(?:(?:waktu|lama|biaya|jadwal)(?:nya)? )?"
    r"(?:[tb]ergantung|(?:di)?sesuai(?:kan)?|menyesuaikan)(?: (?:pada|dari|dengan))?"
    r"(?: (?:kondisi|keadaan|situasi|kebutuhan|keperluan|kemampuan|antrean|kesibukan|kesepakatan"
    r"|petugas|pimpinan|pejabat|kebijaksanaan|kesiapan|kelonggaran))?"
    r"(?: (?:dan|atau) (?:kondisi|situasi|keadaan|kebutuhan))?"
    r"(?: (?:(?:di )?lapangan|petugas|kantor|yang ada|saat itu))?"
    r"|melihat (?:situasi|kondisi|keadaan)(?: (?:dan|atau) (?:kondisi|situasi|keadaan))?"
    r"|(?:(?:sesuai|atas|menurut|berdasarkan|menunggu|mengikuti|karena) )?(?:dengan )?"
    r"(?:arahan|perintah|instruksi|petunjuk|permintaan|kebijakan) (?:dari )?"
    r"(?:pimpinan|atasan|kepala(?: \w+)?|bapak \w+|ibu \w+|pejabat(?: berwenang)?)"
    r"|seikhlasnya|sukarela|se?perlunya|secukupnya|dan lain-lain|dll|dsb"
    r"|(?:dokumen|berkas|surat|data|syarat|persyaratan|kelengkapan|bukti)"
    r"(?: (?:pendukung|pelengkap|tambahan))?(?: lain(?:nya|-lain)?)?"
    r" (?:lain(?:nya|-lain)?|yang (?:di(?:anggap|pandang|rasa) )?(?:perlu|diperlukan|dibutuhkan))"
    r"(?: (?:(?:oleh )?petugas|yang (?:di(?:anggap|pandang|rasa) )?(?:perlu|diperlukan|dibutuhkan)"
    r"(?: (?:oleh )?petugas)?))?"
)


@rule("isian-kabur", Level.WARNING, Scope.FILE)
def vague(file: TextFile) -> Iterator[Complaint]:
    """Isian memberi jawaban, bukan "sesuai ketentuan yang berlaku" atau "tergantung".

    Warga datang untuk tahu berapa, berapa lama, dan apa yang dibawa. Isian yang kabur membuat
    mereka datang dua kali, dan membuka ruang tawar-menawar di loket.

    Sumber: UU 25/2009 (asas keterbukaan dan kepastian hukum); praktik pemeriksaan standar.
    """
    if file.words.isdisjoint(_WORDS_OF_VAGUENESS) and not _AS_NEEDED.search(file.folded):
        return
    for path, text in file.texts:
        if len(text) <= 60 and _is_vague(text) and key_of(path) not in _CHOICES:
            yield Complaint(
                path,
                f"`{key_of(path)}` hanya berisi “{text.strip()}”",
                "sebut keadaan, data, atau pasal yang menjadi sebabnya, yang dapat diperiksa warga"
                if path[-1] == "alasan"
                else f"sebut angka, keadaan, atau pasalnya; bila belum tahu, hapus {_part(path)}",
            )


def _part(path: Path) -> str:
    """Return what to take away: an item that is nothing without this text, or else its key."""
    whole = isinstance(path[-1], int) or (len(path) > 1 and path[-1] in ("teks", "uraian"))
    return "butir ini" if whole else "kuncinya"


@lru_cache(maxsize=4096)
def _is_vague(text: str) -> bool:
    return _VAGUE.fullmatch(text.strip().rstrip(".").casefold()) is not None


_NUMBERED = re.compile(r"\s*(?:(?:\d{1,2}|[a-zA-Z])[.)]\s+|[-•*●▪]\s+)\S")


@rule("penomoran-ganda", Level.WARNING, Scope.FILE)
def numbered_twice(file: TextFile) -> Iterator[Complaint]:
    """Butir daftar ditulis tanpa nomor; nomornya dibuat halaman.

    Nomor yang diketik tampil dua kali ("1. 1. Isi formulir") dan menjadi keliru begitu sebuah
    butir disisipkan.

    Sumber: praktik; halaman standar yang disalin dari naskah sering bernomor ganda.
    """
    for path, text in file.prose:
        found = _NUMBERED.match(text)
        if found and any(isinstance(step, int) for step in path):
            mark = text.split(maxsplit=1)[0]
            yield Complaint(
                path,
                f"nomor “{mark}” diketik di dalam butir",
                f"hapus “{mark}”; halaman memberi nomor sendiri",
                edit=Edit("kata", "", text[: found.end() - 1]),
            )


_SPELLINGS = (
    (r"(?:foto|photo)[ -]?cop[yi]|photo[ -]?kopi|foto[ -]kopi", "fotokopi"),
    (r"ijin", "izin"),
    (r"per-?ijinan", "perizinan"),
    (r"di-?ijinkan", "diizinkan"),
    (r"praktek", "praktik"),
    (r"e-?ktp|ktp elektronik", "KTP-el"),
    (r"akte", "akta"),
    (r"materai", "meterai"),
    (r"propinsi", "provinsi"),
    (r"pebruari", "Februari"),
    (r"nopember", "November"),
    (r"jadual", "jadwal"),
    (r"apotik", "apotek"),
    (r"analisa", "analisis"),
    (r"kwitansi", "kuitansi"),
    (r"resiko", "risiko"),
    (r"aktifitas", "aktivitas"),
    (r"silahkan", "silakan"),
    (r"photo", "foto"),
)
_MISSPELT = re.compile(
    r"(?<![\w@./-])(?:" + "|".join(f"({wrong})" for wrong, _ in _SPELLINGS) + r")(?![\w@-])",
    re.IGNORECASE,
)
_WORDS_OF_MISSPELLING = frozenset(
    (
        *("fotocopy", "fotocopi", "photocopy", "photocopi", "photokopi", "copy", "copi", "kopi"),
        *("photo", "ijin", "perijinan", "ijinan", "diijinkan", "ijinkan", "praktek", "ektp", "e"),
        *("elektronik", "akte", "materai", "propinsi", "pebruari", "nopember", "jadual", "apotik"),
        *("analisa", "kwitansi", "resiko", "aktifitas", "silahkan"),
    )
)
"""A file with none of these words needs no closer look."""
_FREE_SPELLING = frozenset(
    (
        "sebutan",
        "alias",
        "kata",
        "tentang",
        "tautan",
        "berkas",
        "sumber",
        "contoh",
        "contoh_pencarian",
        "sering_dicari",
        "dahulu",
        "kode",
        "lama",
    )
)
"""Keys whose text must stay as people or official titles write it."""
_QUOTED = re.compile(r"“[^“”]*”|https?://\S+")


@rule("ejaan-baku", Level.WARNING, Scope.FILE)
def spelling(file: TextFile) -> Iterator[Complaint]:
    """Kata yang sering dipakai ditulis dengan satu ejaan baku, mis. `fotokopi`, `izin`, `KTP-el`.

    Ejaan yang berbeda membuat hal yang sama tampak seperti dua syarat, dan mempersulit
    pencarian. Ejaan yang diketik warga disimpan di `sebutan` atau `alias`; judul peraturan dan
    kutipan di antara “ ” dibiarkan seperti aslinya.

    Sumber: Kamus Besar Bahasa Indonesia; Permendagri 72/2022 untuk sebutan KTP-el.
    """
    if file.words.isdisjoint(_WORDS_OF_MISSPELLING):
        return
    for path, text in file.texts:
        if _FREE_SPELLING.isdisjoint(step for step in path if isinstance(step, str)):
            match = _MISSPELT.search(text) and _MISSPELT.search(_QUOTED.sub("", text))
            if match and match.lastindex:
                right = _SPELLINGS[match.lastindex - 1][1]
                yield Complaint(
                    path,
                    f"“{match[0]}” bukan ejaan baku di katalog ini",
                    f"tulis `{right}`",
                    edit=Edit("kata", _as_cased(match[0], right), match[0]),
                )


def _as_cased(wrong: str, right: str) -> str:
    """Return the right word with the capitals of the wrong one."""
    if wrong.isupper() and len(wrong) > 1 and right.islower():
        return right.upper()
    return right[0].upper() + right[1:] if wrong[0].isupper() else right


LONG_NUMBER = re.compile(r"(?<![\d/=.])(?:\d(?:[ .]?\d){17}|\d(?:[ .]?\d){15})(?![\d]|[ .]\d)")


_MANY_DIGITS = re.compile(r"0[0 .]{14}")


@rule("nik-dalam-teks", Level.ERROR, Scope.FILE)
def identity_number(file: TextFile) -> Iterator[Complaint]:
    """Rekaman tidak memuat NIK, nomor KK (16 angka), atau NIP (18 angka).

    Sekali terbit, nomor itu tersalin ke mesin pencari dan dapat dipakai untuk menipu pemiliknya.
    Lampiran dan halaman tulisan tangan di `content/` diperiksa juga.

    Sumber: UU 27/2022 (Pelindungan Data Pribadi); UU 24/2013 (data perseorangan dilindungi).
    """
    if not _MANY_DIGITS.search(file.figures):
        return
    for path, text in file.texts:
        for match in LONG_NUMBER.finditer(text):
            digits = sum(char.isdigit() for char in match[0])
            kind = "NIP" if digits == 18 else "NIK atau nomor KK"
            yield Complaint(
                path,
                f"ada bilangan {digits} angka yang tampak seperti {kind}",
                "hapus nomornya; sebut jabatan atau nama dokumennya saja",
            )


_CITED = re.compile(
    r"\b(?:UU|PP|Perppu|Perpres|Permen[a-zA-Z]+|Perda|Perbup|Perwali|Perdes|Undang-Undang"
    r"|Peraturan [A-Z]\w+(?: [A-Z]\w+){0,4})"
    r" (?:Nomor|No\.?) ?\d+(?! ?[\d/]| (?:Tahun|Th\.?) ?\d)"
)


@rule("kutipan-tanpa-tahun", Level.WARNING, Scope.FILE)
def cited_without_year(file: TextFile) -> Iterator[Complaint]:
    """Peraturan yang disebut di dalam teks disebut dengan nomor dan tahunnya.

    Nomor peraturan berulang setiap tahun: "Perda Nomor 4" tidak menunjuk peraturan mana pun,
    sehingga warga tidak dapat memeriksanya.

    Sumber: UU 12/2011 (peraturan dikenali dari jenis, nomor, tahun, dan judul); praktik.
    """
    if " No" not in file.joined or not _CITED.search(file.joined):
        return
    for path, text in file.texts:
        if match := _CITED.search(text):
            yield Complaint(
                path,
                f"“{match[0]}” disebut tanpa tahun",
                f"tulis tahunnya, mis. “{match[0]} Tahun 2023”",
            )
