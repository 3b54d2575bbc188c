"""Tree to model: what is wrong is told in the officers' words, with something to type."""

from __future__ import annotations

import pytest
from pydantic import BaseModel

from generator.finding import Findings
from generator.model.arti import meanings
from generator.model.layanan import Standar
from generator.shape import MODELS, shape
from generator.source import Document
from generator.yamltext import read
from tests.bantuan import lines

HEAD = "nama: Izin\nringkasan: Izin uji.\nstatus: draf\ndiperbarui: 2026-11-01\nsektor: umum\n"


def told(body: str, kind: str = "standar", head: str = HEAD) -> list[str]:
    data, places, faults = read(head + body, "a.yaml")
    assert faults == []
    findings = Findings()
    result = shape(kind, Document("a.yaml", data, places), findings, "a/b")
    assert (result is None) == bool(len(findings))
    return [each.removeprefix("a.yaml:") for each in lines(findings.sorted())]


def test_a_right_record_is_a_frozen_model() -> None:
    data, places, _ = read(HEAD, "a.yaml")
    model = shape("standar", Document("a.yaml", data, places), Findings(), "a/b")
    assert isinstance(model, Standar)
    with pytest.raises(ValueError, match="frozen"):
        model.nama = "Lain"  # type: ignore[misc]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "persyartan: []\n",
            (
                "6:1 error[kunci-tak-dikenal] kunci `persyartan` tidak dikenal di sini | "
                "apakah maksud Anda `persyaratan`?"
            ),
        ),
        (
            "qqqqq: 1\n",
            (
                "6:1 error[kunci-tak-dikenal] kunci `qqqqq` tidak dikenal di sini | "
                "hapus, atau cari kunci yang tepat di docs/model.md"
            ),
        ),
        (
            "tinjau: {tanggal: 2026-01-01}\n",
            (
                "6:10 error[kunci-tak-dikenal] kunci `tanggal` tidak dikenal di sini | "
                "hapus, atau pakai salah satu dari: `berikutnya`, "
                "`berita_acara`, `catatan`, `terakhir`"
            ),
        ),
        (
            "kanal:\n  - keterangan: Datang.\n",
            (
                "7:5 error[kunci-wajib] kunci `kode` belum diisi | "
                "tambahkan `kode: …` (Kode di `kosakata/kanal.yaml`, mis. `loket`)"
            ),
        ),
        (
            "kanal:\n  - kode:\n",
            (
                "7:5 error[kunci-wajib] kunci `kode` belum diisi | "
                "tambahkan `kode: …` (Kode di `kosakata/kanal.yaml`, mis. `loket`)"
            ),
        ),
        (
            "bentuk_layanan: administrasi\n",
            (
                "6:17 error[isian-salah] “administrasi” bukan pilihan untuk `bentuk_layanan` | "
                "apakah maksud Anda `administratif`?"
            ),
        ),
        (
            "bentuk_layanan: lain\n",
            (
                "6:17 error[isian-salah] “lain” bukan pilihan untuk `bentuk_layanan` | "
                "pilih salah satu: `barang`, `jasa`, `administratif`"
            ),
        ),
        (
            "sasaran: [perusahaan]\n",
            (
                "6:11 error[isian-salah] “perusahaan” bukan pilihan untuk `sasaran` | "
                "pilih salah satu: `perorangan`, `badan_usaha`, `instansi`, `kelompok_rentan`"
            ),
        ),
        (
            "persyaratan: KTP\n",
            (
                "6:14 error[isian-salah] `persyaratan` harus berupa daftar | "
                "tulis `persyaratan:` lalu satu butir per baris, diawali `- `; "
                "kuncinya `kode: …`, `kasus: …`, `dokumen: …`, `teks: …`"
            ),
        ),
        (
            "persyaratan:\n  - KTP\n",
            (
                "7:5 error[isian-salah] tiap butir `persyaratan` harus berupa kelompok "
                "`kunci: isi` | tulis `- kode: …`, lalu kunci lainnya sejajar di baris bawahnya: "
                "`kasus: …`, `dokumen: …`, `teks: …`"
            ),
        ),
        (
            "jangka_waktu: 3 hari\n",
            (
                "6:15 error[isian-salah] `jangka_waktu` harus berupa kelompok `kunci: isi` | "
                "tulis `jangka_waktu: {total: {nilai: 3, satuan: hari}}`"
            ),
        ),
        (
            "proses: [a]\n",
            (
                "6:9 error[isian-salah] `proses` harus berupa teks | "
                "tulis `proses: a`: satu teks, bukan daftar"
            ),
        ),
        (
            "proses: ['Syarat: KTP']\n",
            (
                "6:9 error[isian-salah] `proses` harus berupa teks | "
                'tulis `proses: "Syarat: KTP"`: satu teks, bukan daftar'
            ),
        ),
        (
            "catatan: 'Bawa: KTP'\n",
            (
                "6:10 error[isian-salah] `catatan` harus berupa daftar | tulis `catatan:` lalu "
                'satu butir per baris, diawali `- `: `- "Bawa: KTP"`'
            ),
        ),
        (
            "proses: ''\n",
            (
                "6:9 error[isian-salah] `proses`: isian ini kosong | "
                "isi, atau hapus kuncinya bila belum tahu"
            ),
        ),
        (
            "penetapan: SK 1\n",
            (
                "6:12 error[isian-salah] `penetapan`: “SK 1” bukan kode yang sah | "
                "tulis `penetapan: sk-1`"
            ),
        ),
        (
            "kasus:\n  - kode: a\n    pertanyaan: Apa?\n    pilihan: [{kode: b, nama: B}]\n",
            (
                "9:14 error[isian-salah] `pilihan` paling sedikit 2 butir | "
                "tambahkan butir yang kurang"
            ),
        ),
        (
            "biaya: [{kode: a, untuk: Umum, jumlah: Rp5000}]\n",
            (
                "6:40 error[isian-salah] `jumlah`: “Rp5000” bukan bilangan bulat | "
                "tulis `jumlah: 5000`"
            ),
        ),
        (
            "biaya: [{kode: a, untuk: Umum, jumlah: -1}]\n",
            (
                "6:40 error[isian-salah] `jumlah`: “-1” bukan bilangan bulat | "
                "tulis angka saja, rupiah penuh tanpa titik dan tanpa “Rp”, mis. `50000`"
            ),
        ),
        (
            "berlaku_mulai: 24-11-2026\n",
            (
                "6:16 error[isian-salah] `berlaku_mulai`: “24-11-2026” bukan tanggal yang ada di "
                "kalender | tulis `berlaku_mulai: 2026-11-24`"
            ),
        ),
        (
            "jangka_waktu: {total: {nilai: 0, satuan: hari}}\n",
            "6:31 error[isian-salah] `nilai` paling kecil 1 | perbaiki angkanya",
        ),
        (
            "sippn: javascript:alert(1)\n",
            (
                "6:8 error[isian-salah] `sippn`: “javascript:alert(1)” bukan tautan yang boleh "
                "dipasang | awali dengan `https://`, `mailto:`, `tel:`, atau `sms:`, tanpa spasi"
            ),
        ),
        (
            "sippn: https://operator:Rahasia2026@sippn.example/unit\n",
            (
                "6:8 error[isian-salah] `sippn`: tautan ini memuat nama pengguna atau kata sandi "
                "| hapus bagian sebelum `@`; ganti kata sandinya, karena sudah terkirim"
            ),
        ),
    ],
)
def test_a_fault_is_told_at_its_place_with_what_to_type(body: str, expected: str) -> None:
    assert told(body) == [expected]


def test_all_faults_of_a_record_are_told_at_once() -> None:
    found = told("persyartan: []\nproses: ''\nbiaya: x\n", head="nama: Izin\n")
    assert len(found) == 7
    assert sum("kunci-wajib" in each for each in found) == 4


@pytest.mark.parametrize(
    "written", ["50.000", "50_000", "50,000", "5e4", "+5", "٥", "1" * 16, "Rp50000", "50000,-"]
)
def test_an_amount_has_one_spelling(written: str) -> None:
    assert len(told(f"biaya: [{{kode: a, untuk: Umum, jumlah: '{written}'}}]\n")) == 1


@pytest.mark.parametrize(
    "written", ["2026-2-3", "2026-02-30", "20260203", "2026-W06-2", "2026-02-03T00:00", "kemarin"]
)
def test_a_day_has_one_spelling(written: str) -> None:
    assert len(told(f"berlaku_mulai: {written}\n")) == 1


@pytest.mark.parametrize("written", ["yes", "no", "Ya", "true", "1", "y"])
def test_yes_has_one_spelling(written: str) -> None:
    assert len(told(f"persyaratan: [{{kode: a, teks: Foto, meterai: {written}}}]\n")) == 1


@pytest.mark.parametrize("kind", sorted(MODELS))
def test_every_field_of_every_model_is_explained_in_indonesian(kind: str) -> None:
    todo: list[type[BaseModel]] = [MODELS[kind]]
    seen = set()
    while todo:
        model = todo.pop()
        if model in seen:
            continue
        seen.add(model)
        for name, meaning in meanings(model).items():
            assert meaning, f"{model.__name__}.{name} has no description"
        schema = model.model_json_schema()
        assert schema["additionalProperties"] is False


@pytest.mark.parametrize("kind", sorted(MODELS))
@pytest.mark.parametrize("body", ["a: 1\n", "nama: {a: b}\n", "status: [a]\nnama: [[]]\n"])
def test_any_tree_is_judged_without_an_exception(kind: str, body: str) -> None:
    assert told(body, kind, head="")
