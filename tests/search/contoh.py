"""A small set of services and offices to search in."""

from __future__ import annotations

from generator.derive.situs import Entri
from generator.search.berkas import Bahan


def entri(id_: str, nama: str, *frasa: str, **more: object) -> Entri:
    """Return a service with its sayings."""
    return Entri(id_, nama, f"layanan/{id_}/", "", id_.partition("/")[0], frasa, **more)  # type: ignore[arg-type]


BAHAN = Bahan(
    layanan=(
        entri("capil/akta", "Kutipan akta kelahiran", "akta lahir", "mau sekolah belum ada akta"),
        entri("capil/kk", "Kartu Keluarga (KK) baru", "pecah KK", "KK pengantin baru"),
        entri("capil/ktp-baru", "Perekaman KTP-el baru", "KTP pertama", "umur 17 tahun"),
        entri("capil/ktp-hilang", "Penggantian KTP-el hilang/rusak", "KTP hilang", "KTP patah"),
        entri("desa/domisili", "Surat keterangan domisili", "surat tempat tinggal",
              tempat=("desa-a", "desa-b"), tingkat="desa"),
        entri("pkm/berobat", "Rawat jalan di puskesmas", "berobat", "periksa dokter"),
    ),
    unit=(
        Entri("unit/capil", "Dinas Kependudukan", "unit/capil/", "", "capil", ("Dukcapil",)),
        Entri("unit/desa-a", "Desa Mara I", "unit/desa-a/", "", "desa-a", ("Mara Satu",),
              induk="kec-x", nama_tempat=("Mara I", "Mara Satu")),
        Entri("unit/desa-b", "Desa Salim Batu", "unit/desa-b/", "", "desa-b", (),
              induk="kec-x", nama_tempat=("Salim Batu",)),
        Entri("unit/kec-x", "Kecamatan Peso", "unit/kec-x/", "", "kec-x", nama_tempat=("Peso",)),
        Entri("unit/pkm-x", "Puskesmas Peso", "unit/pkm-x/", "", "pkm-x", nama_tempat=("Peso",)),
    ),
    sinonim=(
        ("KTP-el", "KTP", "e-KTP", "ektp", "kartu tanda penduduk"),
        ("KK", "kartu keluarga"),
        ("hilang", "kehilangan", "lenyap"),
        ("akta", "akte"),
    ),
    henti=("Bulungan",),
)  # fmt: skip
