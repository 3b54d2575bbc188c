"""What the search knows: titles, everyday names, units; one entry a service, one a unit."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from generator.derive import alamat, kalimat
from generator.derive.daftar import semua
from generator.derive.indeks import Indeks
from generator.derive.situs import Entri
from generator.model.catalog import Layanan


def entri(indeks: Indeks) -> Iterator[Entri]:
    """Yield the entries of all services and patterns, then of all units."""
    for service in semua(indeks):
        unit = kalimat.nama_unit(indeks.katalog, service.pemilik)
        yield Entri(
            id=service.id,
            nama=service.isi.nama,
            alamat=alamat.layanan(service.id),
            unit=unit,
            kata=lipat([service.isi.nama, *service.isi.sebutan, *_words(service, indeks), unit]),
            waktu=kalimat.waktu(service.isi),
            biaya=kalimat.biaya(service.isi, indeks.hari_ini),
            dokumen=_documents(service),
        )
    for id_, record in indeks.katalog.unit.items():
        if record.status != "dicabut":
            yield Entri(
                id=f"unit/{id_}",
                nama=record.nama,
                alamat=alamat.unit(id_),
                unit=record.singkatan or "",
                kata=lipat([record.nama, record.singkatan or "", *record.alias]),
            )


def _words(service: Layanan, indeks: Indeks) -> Iterator[str]:
    yield from (each.nama for each in service.isi.produk)
    events = indeks.katalog.kosakata.get("peristiwa", {})
    yield from (events[code].nama for code in service.isi.peristiwa if code in events)


def _documents(service: Layanan) -> int | None:
    return len(service.isi.persyaratan) or None


def lipat(texts: Iterable[str]) -> str:
    """Return the distinct words of `texts`, lower case, without accents, in order."""
    plain = unicodedata.normalize("NFKD", " ".join(texts)).encode("ascii", "ignore").decode()
    return " ".join(dict.fromkeys(re.findall(r"[a-z0-9]+", plain.lower())))
