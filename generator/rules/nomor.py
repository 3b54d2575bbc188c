"""Rules about numbers and addresses that disagree: what is read, what is dialled, whose it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from generator.finding import Level
from generator.model.catalog import Katalog
from generator.rules.bantu import link_parts
from generator.rules.pejabat import above
from generator.rules.registry import Complaint, Context, Scope, TextFile, rule
from generator.source import Path, Tree


def digits(text: str) -> str:
    """Return a number as it is dialled within the country."""
    digits = re.sub(r"\D", "", text)
    return f"0{digits[2:]}" if digits.startswith("62") else digits


def _pairs(tree: Tree, path: Path = ()) -> Iterator[tuple[Path, str, str]]:
    """Yield every part of a record that holds both a value to read and a link to follow."""
    if isinstance(tree, dict):
        value, link = tree.get("nilai"), tree.get("tautan")
        if isinstance(value, str) and isinstance(link, str):
            yield path, value, link
        for key, each in tree.items():
            yield from _pairs(each, (*path, key))
    elif isinstance(tree, list):
        for index, each in enumerate(tree):
            yield from _pairs(each, (*path, index))


_MAY_BE_READ = re.compile(r"\d{3}|@|\.[a-z]")
_SITE = re.compile(r"(?:https?://)?(?:www\.)?([a-z0-9-]+(?:\.[a-z0-9-]+)+)/?")


@rule("kontak-beda-tautan", Level.WARNING, Scope.FILE)
def dials_another(file: TextFile) -> Iterator[Complaint]:
    """Nomor, surel, dan alamat situs yang dibaca sama dengan yang dihubungi tautannya.

    Warga yang menyalin nomor dari papan menelepon kantor lain daripada yang menekan tombol di
    ponselnya; satu dari keduanya salah ketik.

    Sumber: Ombudsman RI (nomor pengaduan yang tidak tersambung); praktik katalog ini.
    """
    if not any(sign in file.joined for sign in ("tel:", "sms:", "mailto:", "https:")):
        return
    if not any(_MAY_BE_READ.search(text) for _, text in file.of(("nilai",))):
        return
    for path, value, link in _pairs(file.document.data):
        scheme, _, rest = link.partition(":")
        target = rest.partition("?")[0]
        # What is read may hold more: an extension, a second number.
        if scheme in ("tel", "sms"):
            same = digits(target) in digits(value)
        elif scheme == "mailto":
            same = target.casefold() in value.casefold()
        else:
            site = _SITE.fullmatch(value.casefold())
            target = (link_parts(link).hostname or "").removeprefix("www.")
            same = not site or site[1] == target
        if not same:
            yield Complaint(
                (*path, "nilai"),
                f"tertulis “{value}”, tetapi tautannya menghubungi “{target}”",
                "cobalah keduanya, lalu samakan `nilai` dan `tautan`",
            )


_PHONE = re.compile(r"\(0\d{2,3}\) ?\d[\d -]{4,10}\d|(?<![\d.,/-])0\d{2,3}-\d{5,8}(?!\d)")
_MAYBE_PHONE = re.compile(r"0(?<!\d0)\d{2,3}[-)]")
"""Begins with a letter of its own, which is looked for quickly; most records have none."""
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[a-z0-9-]+(?:\.[a-z0-9-]+)+", re.IGNORECASE)
_SHORT = re.compile(
    r"\b(?:telepon|SMS|hubungi|panggil|WhatsApp)(?: ke)?(?: nomor)? (\d{3,5})(?!\d|[.,/-]\d)",
    re.IGNORECASE,
)
_CALLED = ("telepon", "sms", "hubungi", "panggil", "whatsapp")
_HELD = ("nilai", "tautan")
_KEPT = frozenset(("kontak", "kanal", "kanal_pengaduan"))


class _Contact(NamedTuple):
    written: str
    owners: frozenset[str]


@lru_cache(maxsize=1)
def _recorded(context: Context) -> Mapping[str, _Contact]:
    """Return every number and mail address that a record keeps as a contact, with whose it is."""
    found: dict[str, _Contact] = {}
    for file in context.files:
        owner = file.id.partition("/")[0]
        for path, text in file.texts:
            if path[-1] in _HELD and _KEPT.intersection(path):
                words = text.removeprefix("mailto:").partition("?")[0]
                contact = digits(text) if _PHONE.search(text) else words.casefold()
                known = found.get(contact, _Contact(words, frozenset()))
                found[contact] = known._replace(owners=known.owners | {owner})
    return found


_SPOKEN = ("standar", "pola", "unit", "kelompok", "lokasi")
_OWN = frozenset(("kanal", "jenjang", "tahapan", "petunjuk", "catatan_jam"))
"""Keys under which a text tells how to reach this very office, no other."""


@rule("kontak-tak-tercatat", Level.WARNING, Scope.CATALOG)
def unknown_number(context: Context) -> Iterator[Complaint]:
    """Nomor dan surel kantor di dalam kalimat tercatat juga sebagai kontak di katalog ini.

    Nomor di dalam kalimat tidak pernah diuji: dua angka yang tertukar di nomor ambulans baru
    ketahuan pada malam yang paling buruk. Kontak yang tercatat punya tanggal uji. Nomor di `kanal`
    sebuah layanan adalah kontak unitnya sendiri, atasannya, atau unit pelaksananya. Nomor pendek,
    mis. 1708, dibandingkan dengan yang tercatat: angkanya sama tetapi urutannya lain.

    Sumber: Ombudsman RI (nomor yang mati atau keliru); praktik katalog ini.
    """
    yield from _exchanged(context)
    for file in context.files:
        if file.identity.kind not in _SPOKEN or not (
            "@" in file.joined or _MAYBE_PHONE.search(file.joined)
        ):
            continue
        for path, text in file.texts:
            if path[-1] in _HELD or "://" in text or _OWN.isdisjoint(path):
                continue
            said = {digits(each): each for each in _PHONE.findall(text)}
            said |= {each.casefold().rstrip("."): each.rstrip(".") for each in _MAIL.findall(text)}
            known = _recorded(context) if said else {}
            ours = _ours(context.katalog, file.id)
            for each, written in said.items():
                contact = known.get(each)
                if contact is None:
                    told = f"“{written}” tidak tercatat sebagai kontak di katalog ini"
                elif path[0] == "kanal" and ours.isdisjoint(contact.owners):
                    others = ", ".join(f"`{owner}`" for owner in sorted(contact.owners))
                    told = f"“{written}” adalah kontak {others}, bukan unit ini"
                else:
                    continue
                yield Complaint(path, told, _right(each, known, ours), at=file)


def _exchanged(context: Context) -> Iterator[Complaint]:
    """Tell of short numbers with the digits of a recorded one in another order."""
    for file in context.files:
        if file.identity.kind not in (*_SPOKEN, "pemerintah") or file.words.isdisjoint(_CALLED):
            continue
        for path, text in file.sentences:
            for said in _SHORT.findall(text):
                known = _recorded(context)
                meant = [key for key in known if key.isdigit() and sorted(key) == sorted(said)]
                if meant and said not in known:
                    yield Complaint(
                        path,
                        f"“{said}” tidak tercatat sebagai kontak, yang tercatat {meant[0]}",
                        f"apakah maksud Anda `{meant[0]}`?",
                        at=file,
                    )


def _right(said: str, known: Mapping[str, _Contact], ours: frozenset[str]) -> str:
    """Return a hint with the contacts of the unit; which of them is meant, the officer knows."""
    kind = str.isdigit if said.isdigit() else re.compile("@").search
    own = [each.written for key, each in known.items() if kind(key) and ours & each.owners]
    record = "catat di `kontak` unitnya sesudah diuji"
    return f"yang tercatat di sini {', '.join(sorted(own)[:6])}; atau {record}" if own else record


def _ours(katalog: Katalog, service: str) -> frozenset[str]:
    """Return whose contacts a service's channel may name."""
    found = katalog.cari_layanan(service)
    owner = service.partition("/")[0]
    units = {owner}
    if owner in katalog.kelompok:
        units |= {each for each in katalog.unit if katalog.kelompok_dari(each) == owner}
    if found:
        units |= {*found.isi.unit_pelaksana, found.isi.unit_penetap or found.pemilik}
    above = {katalog.unit[each].induk or each for each in units if each in katalog.unit}
    return frozenset(units | above | {"pemerintah"})


_LINKED = frozenset(("kanal", "kontak", "situs"))


@rule("tautan-unit-lain", Level.WARNING, Scope.CATALOG)
def address_of_another(context: Context) -> Iterator[Complaint]:
    """Tautan kanal dan kontak sebuah unit tidak menunjuk halaman atau situs unit lain.

    Antrean yang dipesan warga di tautan yang tersalin terdaftar di puskesmas lain; di loket
    namanya tidak ada.

    Sumber: praktik katalog ini, mis. alamat antrean yang tersalin dari rekaman tetangga.
    """
    units = context.katalog.unit
    sites = {link_parts(each.situs).hostname: id_ for id_, each in units.items() if each.situs}
    for file in context.files:
        own = file.id.partition("/")[0]
        if own not in units or "https://" not in file.joined:
            continue
        for path, text in file.texts:
            if not text.startswith("https://") or path[0] not in _LINKED:
                continue
            parts = link_parts(text)
            words = {*parts.path.split("/"), *(parts.hostname or "").split(".")} & units.keys()
            site = sites.get(parts.hostname)
            strange = {site} - {*above(context.katalog, own)} if site else set()
            if (words and not words & {own, units[own].induk}) or strange:
                other = min(words or strange)
                yield Complaint(
                    path,
                    f"tautan ini menyebut `{other}`, rekaman ini milik `{own}`",
                    "salin alamat halaman unit ini sendiri, lalu bukalah untuk mencoba",
                    at=file,
                )


@rule("kanal-unit-lain", Level.WARNING, Scope.CATALOG)
def channel_of_another(context: Context) -> Iterator[Complaint]:
    """Nomor pengaduan sebuah unit bukan nomor yang hanya tercatat sebagai kontak unit lain.

    Kanal yang tersalin utuh dari rekaman tetangga lolos setiap uji: nomornya hidup dan dijawab,
    oleh kantor yang tidak berwenang.

    Sumber: UU 25/2009 Pasal 36 (penyelenggara mengelola pengaduannya); praktik katalog ini.
    """
    units = context.katalog.unit
    numbers: dict[str, set[str]] = {}
    channels: list[tuple[TextFile, Path, str]] = []
    for file in context.files:
        if file.identity.kind not in _SPOKEN:
            continue
        for path, text in file.of(("nilai",)):
            if _PHONE.search(text):
                if "kontak" in path:
                    numbers.setdefault(digits(text), set()).add(file.id.partition("/")[0])
                elif "kanal" in path:
                    channels.append((file, path, text))
    for file, path, text in channels:
        owners, own = numbers.get(digits(text), set()), file.id.partition("/")[0]
        above = units[own].induk if own in units else None
        kin = {own, above} | {each for each in owners if each in units and units[each].induk == own}
        if owners and own in units and owners.isdisjoint(kin):
            yield Complaint(
                path,
                f"“{text}” adalah kontak `{min(owners)}`, bukan `{own}`",
                "pakai nomor unit ini sendiri, beserta tautannya",
                at=file,
            )


_NUMBERS = ("telepon", "sms", "whatsapp", "faks")
_REACHED = (*_NUMBERS, "surel", "media_sosial", "situs_web")
_SCHEMES = {
    "telepon": ("tel",),
    "sms": ("sms",),
    "whatsapp": ("https",),
    "faks": ("tel",),
    "surel": ("mailto",),
    "media_sosial": ("https",),
    "situs_web": ("https",),
    **dict.fromkeys(("tatap_muka", "kotak_saran", "surat"), ("https",)),
}
_WAYS = frozenset(_SCHEMES)


@rule("kontak-beda-jenis", Level.WARNING, Scope.FILE, "unit", "kelompok", "lokasi", "pemerintah")
def way_contradicts(file: TextFile) -> Iterator[Complaint]:
    """Jenis sebuah kontak cocok dengan isinya: nomor untuk telepon, alamat `@` untuk surel.

    Nomor telepon yang berjenis surel tidak dapat ditekan warga di ponselnya, dan telepon tanpa
    nomor tidak dapat dihubungi siapa pun.

    Sumber: Ombudsman RI (nomor pengaduan yang tidak tersambung); praktik katalog ini.
    """
    for path, kind in file.of(("jenis",)):
        if path[-1] != "jenis" or kind not in _WAYS or _KEPT.isdisjoint(path):
            continue
        told = _contradiction(kind, file.beside(path, "nilai"), file.beside(path, "tautan"))
        if told:
            yield Complaint(
                path, told, "perbaiki `jenis`, atau tulis `nilai` dan `tautan` kontaknya"
            )


def _contradiction(kind: str, value: str | None, link: str | None) -> str:
    """Return what about a contact does not fit its kind; nothing if all does."""
    scheme = link.partition(":")[0] if link else ""
    if scheme and scheme not in _SCHEMES[kind]:
        return f"jenisnya {kind}, tautannya `{scheme}:`"
    if value is None:
        return f"jenisnya {kind}, tanpa nomor atau alamat" if kind in _REACHED and not link else ""
    if kind in _NUMBERS and len(digits(value)) < 3:
        return f"jenisnya {kind}, isinya “{value[:60]}” bukan nomor"
    if kind == "surel" and "@" not in value:
        return f"jenisnya surel, isinya “{value[:60]}” tanpa `@`"
    if kind in ("media_sosial", "situs_web") and _PHONE.search(value):
        return f"jenisnya {kind}, isinya “{value[:60]}” nomor telepon"
    return ""
