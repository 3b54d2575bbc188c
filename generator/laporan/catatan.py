"""The board of today as a record, so that tomorrow there is something to compare with."""

from __future__ import annotations

from generator.derive.indeks import Indeks
from generator.derive.papan.daerah import keadaan_layanan
from generator.derive.papan.kumpul import nilai_unit, unit_dinilai
from generator.model.hitung_skm import bulat
from generator.model.papan import CatatanPapan, NilaiMandiri, NilaiPaket


def catatan(indeks: Indeks) -> CatatanPapan:
    """Return today's board: a score for each unit whose standards are in force."""
    values = [nilai_unit(each, indeks) for each in unit_dinilai(indeks)]
    return CatatanPapan(
        daerah=keadaan_layanan(indeks),
        unit=tuple(
            NilaiMandiri(
                unit=each.id,
                nilai=tuple(
                    NilaiPaket(paket=pack.id, persen=bulat(pack.persen, 1)) for pack in each.pak
                ),
            )
            for each in values
            if each.dinilai and each.pak
        ),
    )


def sebagai_rekaman(record: CatatanPapan, schema: str) -> str:
    """Return the record as its file, one line for each score."""
    state = record.daerah
    lines = [
        f"# yaml-language-server: $schema={schema}",
        "# Ditulis `katalog laporan --catat`; tidak diubah dengan tangan.",
        "daerah:",
        *(f"  {key}: {getattr(state, key)}" for key in type(state).model_fields),
        *(["unit:"] if record.unit else []),
    ]
    for each in record.unit:
        lines += [f"  - unit: {each.unit}", "    nilai:"]
        lines += [f"      - {{paket: {row.paket}, persen: {row.persen}}}" for row in each.nilai]
    return "\n".join(lines) + "\n"
