"""Rules about what is left from copying: other regions, hours, prices in the wrong place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import chain
from string import ascii_lowercase

from generator.finding import Level
from generator.model.kosakata import Dokumen
from generator.model.layanan import Standar
from generator.rules.bantu import STANDAR, key_of
from generator.rules.registry import Complaint, Context, Scope, TextFile, rule
from generator.source import Path

_REGIONS = (
    "Berau|Kutai Barat|Kutai Kartanegara|Kutai Timur|Mahakam Ulu|Paser|Penajam Paser Utara"
    "|Balikpapan|Bontang|Samarinda|Bulungan|Malinau|Nunukan|Tana Tidung|Tarakan|Banjar|Banjarbaru"
    "|Banjarmasin|Barito \\w+|Balangan|Kotabaru|Tabalong|Tanah Bumbu|Tanah Laut|Tapin|Kapuas"
    "|Katingan|Kotawaringin \\w+|Lamandau|Seruyan|Palangka ?[Rr]aya|Pontianak|Singkawang|Sambas"
    "|Sanggau|Sintang|Ketapang|Kubu Raya|Jakarta(?: \\w+)?|Surabaya|Bandung|Semarang|Yogyakarta"
    "|Surakarta|Malang|Bogor|Depok|Bekasi|Tangerang|Medan|Palembang|Makassar|Denpasar|Manado|Palu"
    "|Padang|Pekanbaru|Batam|Sleman|Bantul|Banyuwangi|Sidoarjo|Gresik|Sumedang|Tegal|Kendal|Pati"
    "|Grobogan|Kebumen|Madiun|Ponorogo|Sinjai|Tabanan|Badung|Bangka \\w+|Bintan|Metro|Karo"
)
_OTHER = re.compile(
    r"(?:Kabupaten|Kab\.|Kota|Pemkab|Pemkot|Pemerintah (?:Kabupaten|Kota)|Bupati|Wali ?[Kk]ota"
    r"|Perbup|Perwali|Dinas [A-Z]\w+|Disdukcapil|RSUD)"
    rf"(?: (?:Kabupaten|Kab\.|Kota))? ({_REGIONS})\b"
)
_MAY_NAME_OTHERS = frozenset(
    (
        "sumber",
        "contoh",
        "riwayat",
        "catatan",
        "catatan_dalam",
        "alias",
        "tentang",
        "dasar",
        "alamat",
    )
)


@rule("daerah-lain", Level.WARNING, Scope.CATALOG)
def other_region(context: Context) -> Iterator[Complaint]:
    """Rekaman menyebut daerah ini sendiri, bukan daerah tempat naskahnya disalin.

    "Bawa ke Disdukcapil Kota Palu" mengirim warga ke kantor yang salah, dan menunjukkan bahwa
    syarat lainnya pun belum diperiksa. Daerah lain boleh disebut di `sumber`, `riwayat`, dan
    `catatan`.

    Sumber: praktik; nama daerah lain sering tertinggal di standar yang disalin.
    """
    own = context.katalog.pemerintah.nama_pendek.casefold()
    copied = {each for file in context.files for each in _copied_from(file)} - {own}
    for file in context.files:
        if file.identity.kind == "regulasi":
            continue
        copies = any(each in file.folded for each in copied)
        if not copies and not _OTHER.search(file.joined):
            continue
        for path, text in file.texts:
            if not _MAY_NAME_OTHERS.isdisjoint(path):
                continue
            named = (each for each in _NAMED.finditer(text) if each[1].casefold() in copied)
            others = (each for each in _OTHER.finditer(text) if each[1].casefold() != own)
            match = next(chain(named, others), None)
            if match:
                yield Complaint(
                    path,
                    f"“{match[0]}” adalah daerah lain",
                    f"tulis nama daerah ini, {context.katalog.pemerintah.sebutan_daerah}; "
                    "bila memang contoh, pindahkan ke `sumber`",
                    at=file,
                )


@rule("nama-daerah-salah-ketik", Level.WARNING, Scope.CATALOG)
def own_name_misspelt(context: Context) -> Iterator[Complaint]:
    """Nama daerah ini ditulis tanpa salah ketik.

    Nama sendiri yang salah eja pada alamat atau nama kantor membuat pembaca ragu akan isi lainnya,
    dan pencarian tidak menemukannya.

    Sumber: praktik.
    """
    own = context.katalog.pemerintah.nama_pendek.casefold()
    if " " in own or len(own) < _LONG_ENOUGH:
        return
    slips = _slips(own)
    for file in context.files:
        if file.words.isdisjoint(slips):
            continue
        for path, text in file.texts:
            words = (each.strip(".,;:()") for each in text.split())
            wrong = next((each for each in words if each.casefold() in slips), "")
            if wrong[:1].isupper():
                yield Complaint(
                    path,
                    f"“{wrong}” salah ketik dari nama daerah ini",
                    f"tulis {context.katalog.pemerintah.nama_pendek}",
                    at=file,
                )


_LONG_ENOUGH = 6
"""A shorter name is one slip away from too many words."""


@lru_cache(maxsize=4)
def _slips(name: str) -> frozenset[str]:
    """Return every word with one letter too few, too many or wrong, or two swapped."""
    ends = [(name[:at], name[at:]) for at in range(len(name) + 1)]
    slips = {a + b[1:] for a, b in ends if b}
    slips |= {a + b[1] + b[0] + b[2:] for a, b in ends if len(b) > 1}
    slips |= {a + sign + b for a, b in ends for sign in ascii_lowercase}
    slips |= {a + sign + b[1:] for a, b in ends if b for sign in ascii_lowercase}
    return frozenset(slips - {name})


_NAMED = re.compile(r"\b(?:Kabupaten|Kab\.|Kota) ([A-Z]\w+)")


def _copied_from(file: TextFile) -> Iterator[str]:
    """Yield the regions that a record names as its example: none of them is this one."""
    for _, text in file.of(("contoh",)):
        yield from (each[1].casefold() for each in _NAMED.finditer(text))


_CLOCK = re.compile(r"[.:]00 ?[-–a-z]")
_HOURS = re.compile(
    r"\b\d{1,2}[.:]\d\d\s*(?:-|–|s\.?\s?/?\s?d\.?|sampai(?: dengan)?|hingga)\s*(?:pukul |jam )?"
    r"\d{1,2}[.:]\d\d\b"
)


@rule("jam-di-isian-lain", Level.WARNING, Scope.FILE, "standar", "pola")
def hours_elsewhere(file: TextFile) -> Iterator[Complaint]:
    """Jam layanan ditulis di `lokasi/`, tidak di prosedur, waktu, atau keterangan.

    Jam yang ditulis di dua tempat tidak pernah berubah bersamaan; warga yang membaca jam lama
    datang saat loket sudah tutup.

    Sumber: praktik, mis. standar puskesmas yang menulis jam di dalam sel prosedur.
    """
    figures = file.figures
    if not (".00" in figures or ":00" in figures) or not _CLOCK.search(figures):
        return
    for path, text in file.texts:
        match = _HOURS.search(text)
        if match and "riwayat" not in path and key_of(path) != "istirahat":
            yield Complaint(
                path,
                f"jam “{match[0]}” tertulis di `{key_of(path)}`",
                "pindahkan ke `jam:` di `lokasi/` unit ini, lalu hapus dari sini",
            )


_FREE = re.compile(
    r"\bgratis\b|tidak dipungut|bebas (?:biaya|retribusi)|tanpa biaya|cuma-cuma", re.IGNORECASE
)
_AMOUNT = re.compile(r"\bRp\.? ?[1-9]\d")


@rule("gratis-dengan-jumlah", Level.WARNING, Scope.FILE, *STANDAR)
def free_with_amount(file: TextFile) -> Iterator[Complaint]:
    """Satu kalimat tidak menyebut gratis sekaligus jumlah uang.

    "Gratis, administrasi Rp10.000" adalah pungutan. Jumlah ditulis di `biaya`, denda di `denda`,
    pajak di `pungutan_lain`, masing-masing dengan dasar hukumnya.

    Sumber: UU 25/2009 Pasal 21 (biaya/tarif); praktik.
    """
    if "Rp" not in file.joined or not _FREE.search(file.joined):
        return
    for path, text in file.texts:
        free, amount = _FREE.search(text), _AMOUNT.search(text)
        if free and amount and "riwayat" not in path:
            yield Complaint(
                path,
                f"isian ini menyebut “{free[0]}” sekaligus jumlah uang",
                "tulis jumlahnya di `biaya`, `denda`, atau `pungutan_lain`; hapus dari sini",
            )


_FORM = re.compile(r"^(?:fotokopi|salinan|scan|pindaian|asli|surat asli)\s+|\s+(?:asli|pemohon)$")


@rule("dokumen-tanpa-kode", Level.INFO, Scope.CATALOG)
def listed_as_text(context: Context) -> Iterator[Complaint]:
    """Syarat dan hasil yang ada di daftar dokumen ditulis dengan kodenya.

    Hanya dokumen yang berkode yang mendapat tautan "cara mengurusnya" dan masuk hitungan rantai
    layanan; yang ditulis sebagai teks membuat warga mencari sendiri.

    Sumber: praktik katalog ini (`kosakata/dokumen.yaml`).
    """
    known = _by_name(context)
    for record in context.of_kind("standar", "pola"):
        standard = record.data
        if not isinstance(standard, Standar):
            continue
        said: list[tuple[Path, str]] = [
            (("persyaratan", index, "teks"), each.teks)
            for index, each in enumerate(standard.persyaratan)
            if each.teks and not each.dokumen and each.jenis != "aturan"
        ]
        said += [
            (("produk", index, "nama"), each.nama)
            for index, each in enumerate(standard.produk)
            if not each.dokumen and each.bentuk == "dokumen"
        ]
        for path, text in said:
            code = known.get(_FORM.sub("", text.casefold().rstrip(".")).strip())
            if code:
                yield Complaint(
                    path,
                    f"“{text[:60]}” ada di daftar dokumen",
                    f"tulis `dokumen: {code}`; asli atau fotokopi masuk `bentuk`",
                    at=record,
                )


@rule("dokumen-lain-teks", Level.WARNING, Scope.CATALOG)
def text_names_another(context: Context) -> Iterator[Complaint]:
    """`teks` dan `kode` syarat, `nama` hasil, dan `dokumen`-nya menyebut dokumen yang sama.

    "KTP-el" yang kodenya `kk` menautkan warga ke cara mengurus KK, dan SOP menghitung dokumen
    yang keliru. Hasil "Kutipan akta kematian" yang berkode `akta-kelahiran` tidak ditemukan orang
    yang memintanya.

    Sumber: praktik katalog ini (`dokumen` memberi tautan, `teks` menjelaskan yang mana).
    """
    known = _by_name(context)
    documents = context.katalog.dokumen
    for record in context.of_kind("standar", "pola"):
        standard = record.data
        if not isinstance(standard, Standar):
            continue
        named = [
            ("persyaratan", at, each.kode, each.dokumen, each.teks)
            for at, each in enumerate(standard.persyaratan)
        ]
        named += [
            ("produk", at, each.kode, each.dokumen, each.nama)
            for at, each in enumerate(standard.produk)
        ]
        for key, at, id_, own, text in named:
            if not own or own not in documents:
                continue
            code = _other_paper(known, documents[own], text.casefold()) if text else None
            what, said = "teksnya" if key == "persyaratan" else "namanya", text or ""
            if not code and id_ in documents and _siblings(id_, own):
                code, what, said = id_, "kodenya", id_
            if key == "produk" and not code and text and not _shares(text, documents[own]):
                code, what = _nearest(text, documents), "namanya"
            if code:
                yield Complaint(
                    (key, at, "dokumen"),
                    f"{what} “{said[:60]}”, tetapi dokumennya `{own}`",
                    f"tulis `dokumen: {code}`; bila `{own}` benar, perbaiki {what}",
                    at=record,
                )


def _siblings(one: str, other: str) -> bool:
    """Tell whether two codes differ in their last word only: akta-kematian, akta-kelahiran."""
    (head, sign, last), (other_head, _, other_last) = (
        each.rpartition("-") for each in (one, other)
    )
    return bool(sign) and head == other_head and last != other_last


def _other_paper(known: dict[str, str], own: Dokumen, text: str) -> str | None:
    """Return the paper whose name begins a text that names its own paper less."""
    words = _SIGN.split(text)[0].split()
    # The longest name at the head of the text, in at most six words.
    heads = (" ".join(words[:length]) for length in range(min(6, len(words)), 0, -1))
    head = next((each for each in heads if each in known), "")
    if not head or known[head] == own.kode:
        return None
    said, other = set(_WORD.findall(text)), set(_WORD.findall(head))
    names = [set(_WORD.findall(each.casefold())) for each in (own.nama, *own.alias)]
    # "SIP dari tempat lain" may well be `sip-lama`: its own name says as much of the text.
    if any(each <= said or len(each & said) >= len(other) for each in names):
        return None
    # A word of its code is enough, unless the other name says all that this one does and more.
    code = set(own.kode.split("-")) & said
    return known[head] if code < other else None


_GENERIC = """surat keterangan kartu izin rekomendasi bukti kutipan salinan dokumen hasil tanda
dan atau untuk yang dari"""
_COMMON = frozenset(_GENERIC.split())


def _content(*names: str) -> set[str]:
    return {word for name in names for word in _WORD.findall(name.casefold())} - _COMMON


def _shares(text: str, paper: Dokumen) -> bool:
    """Tell whether a product and its paper have any telling word in common."""
    return not _content(text).isdisjoint(_content(paper.nama, *paper.alias, paper.kode))


def _nearest(text: str, documents: Mapping[str, Dokumen]) -> str | None:
    """Return the paper that has most telling words of a text, if it has two or all."""
    said = _content(text)
    best = max(
        documents.values(),
        key=lambda each: len(said & _content(each.nama, *each.alias, each.kode)),
        default=None,
    )
    shared = said & _content(best.nama, *best.alias, best.kode) if best else set()
    return best.kode if best and len(shared) >= min(2, len(said)) > 0 else None


_WORD = re.compile(r"\w+")
_SIGN = re.compile(r"[,;:(]")


def _by_name(context: Context) -> dict[str, str]:
    found: dict[str, str] = {}
    documents: list[Dokumen] = list(context.katalog.dokumen.values())
    for each in documents:
        for name in (each.nama, *each.alias):
            found.setdefault(name.casefold(), each.kode)
    return found
