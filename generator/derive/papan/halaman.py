"""Pages of the board."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive import alamat
from generator.derive.bingkai import contoh, ubah
from generator.derive.indeks import Indeks
from generator.derive.papan.daerah import papan_daerah
from generator.derive.papan.kumpul import nilai_unit, unit_dinilai
from generator.derive.papan.tampilan import papan_unit
from generator.derive.situs import Halaman

PAPAN = ("Papan mutu", "papan/")


def halaman_papan(indeks: Indeks) -> Iterator[Halaman]:
    """Yield the board of the government and of every unit on it; nothing without a pack."""
    katalog = indeks.katalog
    if not katalog.pak:
        return
    values = [nilai_unit(each, indeks) for each in unit_dinilai(indeks)]
    hidden = katalog.pemerintah.status == "contoh"
    newest = max(each.diperbarui for each in katalog.pak.values())
    yield Halaman(
        alamat=PAPAN[1],
        judul="Papan mutu",
        deskripsi="Apa yang sudah lengkap, apa yang kurang, dan apa yang dikerjakan lebih dulu.",
        templat="papan.html.j2",
        isi=papan_daerah(values, indeks),
        remah=((PAPAN[0], None),),
        skrip=("papan",),
        gaya=("papan", "kinerja"),
        noindex=True,
        contoh=hidden,
        diperbarui=newest,
    )
    for each in values:
        sample = contoh(each.unit.status, indeks)
        yield Halaman(
            alamat=alamat.papan(each.id),
            judul=f"Papan mutu {each.unit.singkatan or each.unit.nama}",
            deskripsi=f"Penilaian mandiri {each.unit.nama} dan langkah berikutnya.",
            templat="papan_unit.html.j2",
            isi=papan_unit(each, indeks),
            remah=(PAPAN, (each.unit.singkatan or each.unit.nama, None)),
            gaya=("papan", "kinerja"),
            noindex=True,
            contoh=sample,
            ubah=ubah(indeks, f"unit/{each.id}/unit.yaml"),
            diperbarui=each.unit.diperbarui,
        )
