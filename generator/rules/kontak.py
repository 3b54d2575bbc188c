"""Rules about numbers, addresses and accounts: a citizen reaches the office, not a person."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.finding import Level
from generator.rules.bantu import MEDIA_SOSIAL, link_parts
from generator.rules.registry import Complaint, Scope, TextFile, rule
from generator.source import Path

MOBILE = re.compile(r"(?<![\d.])(?:\+?62[ -]?|0)8\d{2}(?:[ .-]?\d{2,4}){2,3}(?!\d)")
PRIVATE_MAIL = re.compile(
    # Bounded on both sides, or a long word would be read again from each of its letters.
    r"(?<![\w.+-])[\w.+-]{1,64}@(?:gmail|googlemail|yahoo|ymail|hotmail|outlook|live|rocketmail|icloud|proton)"
    r"(?:mail)?\.[a-z.]+",
    re.IGNORECASE,
)


@rule("kontak-pribadi", Level.WARNING, Scope.FILE)
def private_contact(file: TextFile) -> Iterator[Complaint]:
    """Nomor dan surel yang dipasang milik kantor, bukan milik pribadi petugas.

    Nomor pribadi mati ketika petugasnya pindah, dan pengaduan warga berakhir di telepon orang
    yang mungkin diadukan. Nomor telepon seluler milik kantor ditandai `nomor_dinas: ya`. Halaman
    tulisan tangan di `content/` diperiksa juga; di sana ia galat.

    Sumber: Ombudsman RI (nomor pengaduan yang mati atau milik pribadi); UU 27/2022.
    """
    words = file.joined
    if "@" not in words and "08" not in words and "628" not in words and "62 8" not in words:
        return
    if not (MOBILE.search(words) or PRIVATE_MAIL.search(words)):
        return
    for path, text in file.texts:
        mail, number = PRIVATE_MAIL.search(text), MOBILE.search(text)
        if mail:
            yield Complaint(
                path,
                f"“{mail[0]}” tampak seperti surel pribadi",
                "pakai surel kantor (…go.id); bila belum ada, hapus",
            )
        elif number and file.beside(path, "nomor_dinas") != "ya":
            yield Complaint(
                path,
                f"“{number[0]}” tampak seperti nomor pribadi",
                "pakai nomor kantor; bila nomor ini milik kantor, tambahkan `nomor_dinas: ya`",
            )


_OFFICIAL = (".go.id", ".desa.id", ".sch.id", ".ac.id", ".mil.id", ".example")
_MESSENGERS = (".wa.me", ".whatsapp.com", ".t.me")
_LOOKS_OFFICIAL = re.compile(r"[.-](?:go|desa)[.-]?id(?![a-z])")
_ELSEWHERE = frozenset(("sumber", "saluran_data", "sistem_luar"))
"""Where an address of another owner may stand: a page that was read, a form, a national system."""


_LINKS = ("situs", "tautan", "sippn")


@rule("alamat-tidak-resmi", Level.WARNING, Scope.FILE)
def unofficial_address(file: TextFile) -> Iterator[Complaint]:
    """Tautan beralamat resmi: `go.id`, `desa.id`, milik sekolah, atau akun media sosial.

    Alamat lain dapat dibeli siapa saja ketika sewanya habis, dan warga tidak dapat membedakannya
    dari penipu. Alamat yang menyerupai `go.id`, mis. `lapor-go.id`, adalah galat di mana pun. Yang
    disebut di tengah kalimat diperiksa juga.

    Sumber: Perpres 95/2018 (SPBE) dan aturan nama domain instansi penyelenggara negara.
    """
    for path, address in file.of(_LINKS):
        host = _host(address)
        if host:
            yield from _unofficial(path, host, address, cited=not _ELSEWHERE.isdisjoint(path))
    if _ENDINGS.isdisjoint(file.words):
        return
    for path, text in file.sentences:
        if "." in text and path[-1] not in _LINKS:
            cited = not _CITED.isdisjoint(path) or _READ.search(text) is not None
            for match in _NAMED_HOST.finditer(text):
                yield from _unofficial(path, f".{match[1].lower()}", match[1], cited=cited)


_ENDINGS = frozenset(("com", "net", "org", "co", "id", "info", "site", "xyz", "online", "io", "me"))
_NAMED_HOST = re.compile(
    rf"(?<![\w@./-])(?:https?://)?((?:[a-z0-9-]{{1,63}}\.){{1,5}}(?:{'|'.join(sorted(_ENDINGS))}))"
    r"(?![\w-])",
    re.IGNORECASE,
)
_CITED = _ELSEWHERE | {"catatan_dalam", "dasar_hukum"}
_READ = re.compile(
    r"\b(?:berita|dibaca|sumber|tiruan|palsu|penipu\w*)\b|\bdiunduh dari play\.google\.com",
    re.IGNORECASE,
)
"""Words of a sentence that says where something was read."""


def _unofficial(path: Path, host: str, shown: str, *, cited: bool) -> Iterator[Complaint]:
    """Tell of a host that no public body owns; one that is only cited may be anybody's."""
    if host.endswith(_OFFICIAL):
        return
    if _LOOKS_OFFICIAL.search(host):
        yield Complaint(
            path,
            f"“{host[1:80]}” menyerupai alamat pemerintah, tetapi bukan",
            "buka alamat aslinya di situs resmi, lalu salin dari sana",
            level=Level.ERROR,
        )
    elif not cited and not host.endswith((*MEDIA_SOSIAL, *_MESSENGERS)):
        yield Complaint(
            path,
            f"“{shown[:80]}” bukan alamat resmi pemerintah",
            "pakai alamat `…go.id` atau `…desa.id`; bila belum ada, hapus",
        )


def _host(address: str) -> str:
    """Return a dot and the host of a link or a mail address; nothing for a telephone number."""
    parts = link_parts(address)
    if parts.scheme == "mailto":
        return f".{parts.path.rpartition('@')[2].lower()}"
    return f".{parts.hostname}" if parts.scheme == "https" and parts.hostname else ""


_ACCOUNT = re.compile(
    r"\b(?:rek(?:ening)?\b|transfer|setor).{0,80}?\b(?:a\.? ?n\.?|atas nama)\s+"
    r"(?!(?:Kas|Bendahara|RKUD|Rekening|Pemerintah|Pemda|Pemkab|Pemkot|Bank|Dinas|Badan|BLUD|RSU?D"
    r"|UPTD?|Kantor|Puskesmas|Desa|Kelurahan)\b)[A-Z]\w+",
    re.IGNORECASE,
)
_NAMED = re.compile(r"(?:[Aa]\.? ?[Nn]\.?|[Aa]tas [Nn]ama)\s+[A-Z]")


@rule("rekening-pribadi", Level.ERROR, Scope.FILE)
def private_account(file: TextFile) -> Iterator[Complaint]:
    """Uang dibayarkan ke kas daerah atau rekening resmi, tidak ke rekening atas nama orang.

    Pembayaran ke rekening pribadi tidak tercatat sebagai penerimaan daerah; warga tidak punya
    bukti, dan petugasnya dapat dituduh memungut liar.

    Sumber: PP 12/2019 (penerimaan daerah disetor ke Rekening Kas Umum Daerah); Perpres 87/2016.
    """
    if file.words.isdisjoint(("nama", "an", "a")):
        return
    for path, text in file.texts:
        match = _ACCOUNT.search(text)
        if match and _NAMED.search(match[0]):
            yield Complaint(
                path,
                f"“{match[0][:60]}” tampak seperti rekening pribadi",
                "sebut Rekening Kas Umum Daerah atau kanal bayar resmi, tanpa nama orang",
            )
