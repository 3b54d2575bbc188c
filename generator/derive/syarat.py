"""What to bring, by case: documents with where to get each, conditions, and rules of the file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.derive import alamat, kalimat
from generator.derive.indeks import Indeks
from generator.model import kata
from generator.model.catalog import Layanan
from generator.model.hitung import berlaku, kombinasi
from generator.model.janji import Butir, Persyaratan
from generator.model.layanan import Standar


@dataclass(frozen=True, slots=True)
class Taut:
    """A name with the address of its page."""

    nama: str
    alamat: str


@dataclass(frozen=True, slots=True)
class Syarat:
    """One line of the checklist, or one condition."""

    kode: str
    nama: str
    rincian: tuple[str, ...] = ()
    kasus: tuple[str, ...] = ()
    hanya_jika: str = ""
    bila: str = ""
    """The condition under which alone it is asked for, as in "Hanya bila diwakilkan."."""
    asal: Taut | None = None
    """The service of this catalog that gives the document."""
    sumber: str = ""


@dataclass(frozen=True, slots=True)
class DaftarSyarat:
    """All requirements of one service, ready to show."""

    dokumen: tuple[Syarat, ...] = ()
    ketentuan: tuple[Syarat, ...] = ()
    """Conditions that are no document, then rules about the file."""
    jumlah: str = kalimat.BELUM
    """How many documents to bring, as in "2 dokumen" or "2–4 dokumen"."""
    terisi: bool = False


def hanya_jika(butir: Butir, standar: Standar) -> str:
    """Return for which cases an item holds, as in "Hanya jika hilang"; empty if for all."""
    if not butir.kasus:
        return ""
    named = set(butir.kasus)
    groups = []
    for axis in standar.kasus:
        words = [kata.kecil(each.nama) for each in axis.pilihan if each.kode in named]
        if words and len(words) < len(axis.pilihan):
            groups.append(kata.daftar(words, "atau"))
    return f"Hanya jika {', dan '.join(groups)}." if groups else ""


def daftar_syarat(layanan: Layanan, indeks: Indeks, unit: str) -> DaftarSyarat:
    """Return the requirements of a service as seen at `unit`."""
    standar = layanan.isi
    documents: list[Syarat] = []
    conditions: list[Syarat] = []
    for group in _groups(standar.persyaratan):
        lines = [_line(each, layanan, indeks, unit) for each in group]
        if group[0].dokumen or (group[0].formulir and group[0].jenis != "aturan"):
            documents.append(_joined(lines))
        else:
            conditions.extend(lines)
    return DaftarSyarat(
        dokumen=tuple(documents),
        ketentuan=tuple(conditions),
        jumlah=_count(standar),
        terisi=bool(standar.persyaratan),
    )


def _groups(items: Sequence[Persyaratan]) -> list[list[Persyaratan]]:
    """Put neighbours of which one is enough together."""
    groups: list[list[Persyaratan]] = []
    for item in items:
        last = groups[-1][0] if groups else None
        same = last and item.salah_satu and item.salah_satu == last.salah_satu
        if same and last and item.kasus == last.kasus and bool(item.dokumen) == bool(last.dokumen):
            groups[-1].append(item)
        else:
            groups.append([item])
    return groups


def _line(item: Persyaratan, layanan: Layanan, indeks: Indeks, unit: str) -> Syarat:
    details = []
    form = kalimat.bentuk(item)
    if form:
        details.append(f"{form}.")
    condition = ""
    if item.wajib == "bersyarat" and item.jika:
        condition = f"Hanya bila {kata.kecil(item.jika)}."
        details.append(condition)
    source_name, link = _origin(item, layanan, indeks, unit)
    if source_name:
        details.append(f"Diterbitkan oleh {source_name}.")
    if item.keterangan:
        details.append(_sentence(item.keterangan))
    if item.formulir:
        details.append(f"Formulir {item.formulir.nama}.")
    source = kalimat.sumber(item.sumber, indeks.katalog) if item.sumber else ""
    if item.dasar:
        source = kalimat.dasar(item.dasar, indeks.katalog)
    return Syarat(
        kode=item.kode,
        nama=nama_syarat(item, indeks),
        rincian=tuple(details),
        kasus=item.kasus,
        hanya_jika=hanya_jika(item, layanan.isi),
        bila=condition,
        asal=link,
        sumber=source,
    )


def _joined(lines: list[Syarat]) -> Syarat:
    if len(lines) == 1:
        return lines[0]
    first = lines[0]
    details = [f"{each.nama}: {' '.join(each.rincian)}" for each in lines if each.rincian]
    return Syarat(
        kode=first.kode,
        nama=kata.daftar([each.nama for each in lines], "atau"),
        rincian=("Cukup salah satu.", *details),
        kasus=first.kasus,
        hanya_jika=first.hanya_jika,
        bila=first.bila if all(each.bila for each in lines) else "",
        asal=next((each.asal for each in lines if each.asal), None),
        sumber=first.sumber,
    )


def _sentence(text: str) -> str:
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "?", "!")) else f"{text}."


def nama_syarat(item: Persyaratan, indeks: Indeks) -> str:
    """Return the name of a requirement as people read it."""
    if item.teks:
        return item.teks
    document = indeks.katalog.dokumen.get(item.dokumen or "")
    return document.nama if document else str(item.dokumen)


def _origin(
    item: Persyaratan, layanan: Layanan, indeks: Indeks, unit: str
) -> tuple[str, Taut | None]:
    """Return who outside issues a document, and the service of this catalog that gives it."""
    if not item.dokumen:
        return "", None
    makers = indeks.penghasil.get(item.dokumen, ())
    if makers and not any(each.dokumen == item.dokumen for each in layanan.isi.produk):
        id_ = indeks.setempat(makers[0], unit)
        service = indeks.tampil(id_)
        if service:
            return "", Taut(service.isi.nama, alamat.layanan(id_))
    document = indeks.katalog.dokumen.get(item.dokumen)
    return (document.penerbit_luar or "" if document else ""), None


def _count(standar: Standar) -> str:
    if not standar.persyaratan:
        return kalimat.BELUM
    counts = [jumlah_dokumen(standar, choice) for choice in kombinasi(standar.kasus)]
    return kalimat.dokumen(min(counts), max(counts))


def jumlah_dokumen(standar: Standar, choice: Mapping[str, str]) -> int:
    """Return how many documents one case always needs."""
    return sum(
        berlaku(group[0].kasus, choice, standar.kasus)
        for group in _groups(standar.persyaratan)
        if group[0].dokumen and any(each.wajib == "ya" for each in group)
    )
