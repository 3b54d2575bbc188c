"""Makes a catalog of N synthetic services, the same every time, for benchmark and soak.

The services are as long as real ones (about 6 KB): two cases, ten documents, nine steps, stages,
fees, every management component. Call `bangkitkan(folder, 2000)`, or from a shell:
`python -m tests.pembangkit FOLDER 2000`.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path
from typing import Any

import yaml

HARI = "2026-11-24"
PER_UNIT = 50

_HAL = ["surat", "izin", "kartu", "akta", "rekomendasi", "pengesahan", "legalisasi", "salinan"]
_BENDA = ["usaha", "bangunan", "kendaraan", "tanah", "warga", "keluarga", "sekolah", "kapal"]
_SIFAT = ["baru", "ulang", "hilang", "sementara", "tetap", "mandiri", "bersama", "daerah"]
_KERJA = ["memeriksa", "mencatat", "mencocokkan", "menandatangani", "menyerahkan", "mengukur"]
_DOKUMEN = ["kk", "ktp-el", "surat-kuasa", "pasfoto"]
_SEKTOR = ["adminduk", "kesehatan", "pendidikan", "sosial", "perizinan", "pertanian"]
_PERISTIWA = ["lahir", "sekolah", "menikah", "pindah", "usaha", "sakit", "kerja", "meninggal"]
_LISTS = {
    "kanal": ["loket", "daring"],
    "sektor": _SEKTOR,
    "peristiwa": _PERISTIWA,
    "akses-rentan": ["kursi-roda"],
    "dokumen": _DOKUMEN,
    "sinonim": ["surat", "kartu"],
}


def bangkitkan(root: Path, services: int, seed: int = 1) -> Path:
    """Write the catalog below `root` and return it."""
    chance = random.Random(seed)
    for name, codes in _LISTS.items():
        _put(root / f"kosakata/{name}.yaml", _vocabulary(name, codes))
    _put(root / "pemerintah.yaml", _government())
    for number in range(1, 21):
        _put(root / f"regulasi/perda-uji-{number}-2020.yaml", _law(number))
    _put(root / "unit/kab-uji/unit.yaml", _unit("Kabupaten Uji", "kabupaten", None))
    _put(root / "unit/kec-uji/unit.yaml", _unit("Kecamatan Uji", "kecamatan", "kab-uji"))
    _put(root / "unit/desa-uji/unit.yaml", _unit("Desa Uji", "desa", "kec-uji"))
    for start in range(0, services, PER_UNIT):
        unit = f"dinas-{start // PER_UNIT + 1}"
        name = f"Dinas {_words(chance, 3).title()} {start // PER_UNIT + 1}"
        _put(root / f"unit/{unit}/unit.yaml", _unit(name, "dinas", "kab-uji"))
        _put(root / f"unit/{unit}/lokasi/loket.yaml", _place(name))
        for number in range(start, min(start + PER_UNIT, services)):
            _put(root / f"unit/{unit}/standar/layanan-{number}.yaml", _service(chance, number))
    return root


def _put(file: Path, record: dict[str, Any]) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    text = yaml.safe_dump(record, allow_unicode=True, sort_keys=False, width=110)
    file.write_text(text, "utf-8")


def _vocabulary(name: str, codes: list[str]) -> dict[str, Any]:
    if name == "sinonim":
        items: list[dict[str, Any]] = [{"kata": [code, f"{code} warga"]} for code in codes]
    else:
        items = [{"kode": code, "nama": code.replace("-", " ").capitalize()} for code in codes]
    if name == "dokumen":
        items = [{**each, "penerbit_luar": "Kantor lain"} for each in items]
    return {"judul": name.capitalize(), "diperbarui": HARI, "butir": items}


def _government() -> dict[str, Any]:
    return {
        "nama": "Pemerintah Kabupaten Uji",
        "nama_pendek": "Uji",
        "sebutan_daerah": "Kabupaten Uji",
        "nama_situs": "SIPP Uji",
        "slogan": "Standar pelayanan",
        "pengelola": "Bagian Organisasi",
        "status": "contoh",
        "diperbarui": HARI,
        "alamat_situs": "https://sipp.uji.example/",
        "zona_waktu": "WITA",
        "unit": "kab-uji",
        "repositori": {
            "alamat": "https://forge.example/uji/katalog",
            "ubah": "https://forge.example/uji/katalog/edit/main/catalog/{berkas}",
        },
    }


def _law(number: int) -> dict[str, Any]:
    return {
        "jenis": "Perda Kabupaten Uji",
        "nomor": str(number),
        "tahun": "2020",
        "tentang": f"Pelayanan Daerah Bagian {number}",
        "status": "berlaku",
        "diperbarui": HARI,
    }


def _unit(name: str, kind: str, parent: str | None) -> dict[str, Any]:
    record = {"nama": name, "jenis": kind, "induk": parent, "status": "contoh", "diperbarui": HARI}
    return {key: value for key, value in record.items() if value}


def _place(name: str) -> dict[str, Any]:
    return {
        "nama": f"Loket {name}",
        "status": "contoh",
        "diperbarui": HARI,
        "jam": [
            {"hari": ["senin", "selasa", "rabu", "kamis"], "buka": "08:00", "tutup": "16:00"},
            {"hari": ["jumat"], "buka": "08:00", "tutup": "16:30", "istirahat": "11.30-13.30"},
        ],
    }


def _words(chance: random.Random, count: int) -> str:
    lists = (_HAL, _BENDA, _SIFAT)
    return " ".join(chance.choice(lists[index % 3]) for index in range(count))


def _sentence(chance: random.Random, count: int) -> str:
    return f"{_words(chance, count).capitalize()}."


def _service(chance: random.Random, number: int) -> dict[str, Any]:
    name = f"{_words(chance, 3).capitalize()} {number}"
    return {
        "nama": name,
        "ringkasan": f"Untuk warga yang perlu {_words(chance, 9)}.",
        "status": "contoh",
        "diperbarui": HARI,
        "sebutan": list(dict.fromkeys(f"{_words(chance, 2)} {number}" for _ in range(6))),
        "sektor": chance.choice(_SEKTOR),
        "peristiwa": [chance.choice(_PERISTIWA)],
        "kanal": [{"kode": "loket"}, {"kode": "daring", "keterangan": _sentence(chance, 6)}],
        "kasus": [
            {
                "kode": "keadaan",
                "pertanyaan": "Baru atau ulang?",
                "pilihan": [{"kode": "baru", "nama": "Baru"}, {"kode": "ulang", "nama": "Ulang"}],
            }
        ],
        "dasar_hukum": [
            {"regulasi": f"perda-uji-{index}-2020", "mengenai": _words(chance, 6)}
            for index in sorted(chance.sample(range(1, 21), 4))
        ],
        "persyaratan": [_document(chance, index) for index in range(10)],
        "prosedur": [_step(chance, index) for index in range(9)],
        "jangka_waktu": {
            "dihitung_sejak": "berkas lengkap",
            "tahap": [
                {
                    "kode": f"tahap-{index}",
                    "nama": _words(chance, 3).capitalize(),
                    "maks": str(chance.randint(1, 7)),
                    "satuan": "hari_kerja",
                }
                for index in range(3)
            ],
        },
        "biaya": [_fee(chance, case) for case in ("baru", "ulang")],
        "produk": [
            {
                "kode": "hasil",
                "nama": name,
                "masa_berlaku": {"durasi": {"nilai": "5", "satuan": "tahun"}},
            }
        ],
        **_management(chance),
    }


def _document(chance: random.Random, index: int) -> dict[str, Any]:
    item: dict[str, Any] = {"kode": f"syarat-{index}"}
    if index < len(_DOKUMEN):
        item["dokumen"] = _DOKUMEN[index]
    else:
        item["teks"] = _words(chance, 5).capitalize()
    item |= {"bentuk": "fotokopi", "rangkap": "1", "keterangan": _sentence(chance, 8)}
    if index > 6:
        item["kasus"] = [chance.choice(["baru", "ulang"])]
    return item


def _step(chance: random.Random, index: int) -> dict[str, Any]:
    step: dict[str, Any] = {
        "kode": f"langkah-{index}",
        "uraian": f"{chance.choice(_KERJA).capitalize()} {_words(chance, 9)}.",
        "pelaku": "Pemohon" if index % 4 == 0 else "Petugas loket",
        "waktu": {"nilai": str(chance.randint(5, 40)), "satuan": "menit"},
    }
    if index == 2:
        step["jika"] = [
            {
                "keadaan": "berkas kurang",
                "tindakan": "petugas memberi catatan tertulis",
                "kembali_ke": "langkah-0",
            }
        ]
    return step


def _fee(chance: random.Random, case: str) -> dict[str, Any]:
    return {
        "kode": f"tarif-{case}",
        "kasus": [case],
        "untuk": f"Permohonan {case}",
        "jumlah": str(chance.randrange(10_000, 200_000, 5_000)),
        "jenis": "retribusi",
        "dasar": {"regulasi": "perda-uji-1-2020", "pasal": f"Pasal {chance.randint(2, 90)}"},
    }


def _management(chance: random.Random) -> dict[str, Any]:
    return {
        "sarpras": [
            {"nama": each}
            for each in dict.fromkeys(_words(chance, 3).capitalize() for _ in range(6))
        ],
        "kompetensi": [
            {"jabatan": "Petugas loket", "uraian": _sentence(chance, 10)},
            {"jabatan": "Kepala seksi", "uraian": _sentence(chance, 10)},
        ],
        "pengawasan": [_sentence(chance, 8) for _ in range(2)],
        "pengaduan": {
            "penanggung_jawab": "Sekretaris",
            "kanal": [{"kode": "kotak", "jenis": "kotak_saran", "nama": "Kotak saran di loket"}],
            "tahapan": [_sentence(chance, 7) for _ in range(3)],
        },
        "jumlah_pelaksana": {"jumlah": "4"},
        "jaminan_pelayanan": [_sentence(chance, 9) for _ in range(2)],
        "jaminan_keamanan": [_sentence(chance, 9)],
        "evaluasi_kinerja": {"uraian": [_sentence(chance, 9)], "frekuensi": "setiap bulan"},
        "sumber": {
            part: {"praktik": f"Kebiasaan {_words(chance, 4)}"}
            for part in ("persyaratan", "prosedur", "jangka_waktu", "produk")
        },
    }


if __name__ == "__main__":
    bangkitkan(Path(sys.argv[1]), int(sys.argv[2]))
