"""The catalog as open data: the same records as the pages, for programs."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from typing import Any

from generator.derive import alamat, kalimat
from generator.derive.situs import Situs
from generator.model.dasar import Bagian


def data_files(situs: Situs) -> dict[str, str]:
    """Return the files below `data/`: path -> text."""
    katalog = situs.katalog
    base = katalog.pemerintah.alamat_situs
    return {
        "data/layanan.json": _json(
            {"id": id_, "alamat": f"{base}{alamat.layanan(id_)}", **_record(each.isi)}
            for id_, each in katalog.layanan.items()
        ),
        "data/unit.json": _json(
            {"id": id_, "alamat": f"{base}{alamat.unit(id_)}", **_record(each)}
            for id_, each in katalog.unit.items()
        ),
        "data/regulasi.json": _json(
            {"id": id_, "alamat": f"{base}{alamat.regulasi(id_)}", **_record(each)}
            for id_, each in katalog.regulasi.items()
        ),
        "data/tempat.csv": _places(situs),
    }


def _record(model: Bagian) -> dict[str, Any]:
    # `alamat` is a key of some records too; the page's address wins.
    values = model.model_dump(mode="json", exclude_defaults=True)
    return {key: value for key, value in values.items() if key != "alamat"}


def _json(rows: Iterable[dict[str, Any]]) -> str:
    lines = ",\n".join(json.dumps(row, ensure_ascii=False, sort_keys=False) for row in rows)
    return f"[\n{lines}\n]\n"


def _places(situs: Situs) -> str:
    """One row for each service at each place that gives it."""
    katalog, out = situs.katalog, io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(["id", "layanan", "unit", "waktu", "biaya", "status", "pola", "ditimpa"])
    for service in katalog.semua_layanan():
        if service.pemilik in katalog.unit:
            table.writerow(
                [
                    service.id,
                    _cell(service.isi.nama),
                    _cell(katalog.unit[service.pemilik].nama),
                    kalimat.waktu(service.isi),
                    kalimat.biaya(service.isi, situs.hari_ini),
                    service.isi.status,
                    service.pola or "",
                    "ya" if service.ditimpa else "tidak",
                ]
            )
    return out.getvalue()


def _cell(text: str) -> str:
    # A spreadsheet runs a cell that begins like a formula; the quote makes it text.
    return f"'{text}" if text.startswith(("=", "+", "-", "@")) else text
