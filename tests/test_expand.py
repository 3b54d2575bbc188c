"""Inheritance: what is set once reaches every record and keeps the place it came from."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.check import Checked
from generator.model.layanan import Standar
from generator.promise import PROMISE, changed_parts, fingerprint
from generator.yamltext import read
from tests.bantuan import DASAR, check_files, lines

PATTERN = "pola/desa/standar/surat-usaha.yaml"
OVERRIDE = "unit/desa-satu/standar/surat-usaha.yaml"
GROUP = "pola/desa/kelompok.yaml"
UNIT = "unit/desa-satu/unit.yaml"


def base(file: str) -> str:
    return (DASAR / file).read_text(encoding="utf-8")


def place(checked: Checked, id_: str) -> Standar:
    assert checked.katalog is not None
    found = checked.katalog.cari_layanan(id_)
    assert found is not None
    return found.isi


def where(checked: Checked, id_: str, *path: str | int) -> tuple[str, int]:
    (record,) = [
        each for each in checked.assembly.records if each.id == id_ and each.version is None
    ]
    position = record.places.locate(path)
    return position.file, position.line


def line_of(text: str, start: str) -> int:
    return next(n for n, row in enumerate(text.splitlines(), 1) if row.strip().startswith(start))


def test_a_unit_without_files_gives_the_pattern_as_it_is(tmp_path: Path) -> None:
    checked = check_files(tmp_path, {})
    assert place(checked, "desa-satu/surat-usaha") is place(checked, "desa/surat-usaha")
    assert checked.katalog is not None
    service = checked.katalog.tempat["desa-dua/surat-usaha"]
    assert (service.pola, service.ditimpa, service.berkas) == ("desa/surat-usaha", False, PATTERN)


def test_a_fee_changed_in_one_village_changes_only_there(tmp_path: Path) -> None:
    checked = check_files(
        tmp_path,
        {OVERRIDE: "ditinjau_terhadap: belum\nbiaya:\n  - kode: gratis\n    jumlah: 5000\n"},
    )
    assert place(checked, "desa-satu/surat-usaha").biaya[0].jumlah == 5000
    assert place(checked, "desa-satu/surat-usaha").biaya[0].untuk == "Semua pemohon"
    assert place(checked, "desa-dua/surat-usaha").biaya[0].jumlah == 0
    assert place(checked, "desa/surat-usaha").biaya[0].jumlah == 0


def test_another_source_takes_the_place_of_the_patterns_as_a_whole(tmp_path: Path) -> None:
    checked = check_files(
        tmp_path,
        {
            OVERRIDE: "ditinjau_terhadap: belum\nsumber:\n  biaya: {praktik: Kebiasaan desa ini}\n",
        },
    )
    here = place(checked, "desa-satu/surat-usaha").sumber
    pattern = place(checked, "desa/surat-usaha").sumber
    assert here.biaya is not None
    assert (here.biaya.praktik, here.biaya.contoh) == ("Kebiasaan desa ini", None)
    assert here.persyaratan == pattern.persyaratan


def test_each_value_of_an_overridden_place_knows_its_own_file_and_line(tmp_path: Path) -> None:
    checked = check_files(
        tmp_path,
        {OVERRIDE: "ditinjau_terhadap: belum\nbiaya:\n  - kode: gratis\n    jumlah: 5000\n"},
    )
    text = base(PATTERN)
    id_ = "desa-satu/surat-usaha"
    assert where(checked, id_, "biaya", 0, "jumlah") == (OVERRIDE, 4)
    assert where(checked, id_, "biaya", 0, "untuk") == (PATTERN, line_of(text, "untuk:"))
    assert where(checked, id_, "ringkasan") == (PATTERN, 2)
    assert where(checked, id_, "pengawasan", 0) == (
        GROUP,
        line_of(base(GROUP), "- Sekretaris desa memeriksa"),
    )


def test_a_fault_in_a_pattern_is_told_once_at_the_pattern(tmp_path: Path) -> None:
    broken = base(PATTERN).replace("satuan: menit", "satuan: menitt")
    checked = check_files(
        tmp_path,
        {PATTERN: broken, OVERRIDE: "ditinjau_terhadap: belum\ncatatan: [Tutup hari Jumat.]\n"},
    )
    assert lines(checked.findings.sorted(), "isian-salah") == [
        (
            f"{PATTERN}:{line_of(broken, 'satuan:')}:15 error[isian-salah] "
            "“menitt” bukan pilihan untuk `satuan` | apakah maksud Anda `menit`?"
        )
    ]


def test_a_fault_in_an_override_is_told_at_the_override(tmp_path: Path) -> None:
    checked = check_files(
        tmp_path,
        {OVERRIDE: "ditinjau_terhadap: belum\nbiaya:\n  - kode: gratis\n    jumlah: 5.000\n"},
    )
    (finding,) = [each for each in checked.findings.sorted() if each.rule == "isian-salah"]
    assert (finding.place.file, finding.place.line) == (OVERRIDE, 4)
    assert finding.record == "desa-satu/surat-usaha"


def test_shared_components_come_from_the_unit_then_from_its_group(tmp_path: Path) -> None:
    unit = base(UNIT) + "komponen_bersama:\n  pengawasan: [Camat memeriksa setiap bulan.]\n"
    checked = check_files(tmp_path, {UNIT: unit})
    own = place(checked, "desa-satu/surat-usaha")
    assert own.pengawasan == ("Camat memeriksa setiap bulan.",)
    assert own.jaminan_keamanan == ("Berkas disimpan di lemari terkunci.",)
    assert place(checked, "desa-dua/surat-usaha").pengawasan != own.pengawasan
    assert where(checked, "desa-satu/surat-usaha", "pengawasan") == (UNIT, unit.count("\n"))


def test_a_service_keeps_the_component_it_states_itself(tmp_path: Path) -> None:
    own = base("unit/dinas-contoh/standar/izin-contoh.yaml") + "pengawasan: [Diawasi bupati.]\n"
    checked = check_files(tmp_path, {"unit/dinas-contoh/standar/izin-contoh.yaml": own})
    service = place(checked, "dinas-contoh/izin-contoh")
    assert service.pengawasan == ("Diawasi bupati.",)
    assert service.jaminan_keamanan == ("Berkas disimpan di lemari terkunci.",)


def test_an_item_is_added_after_another_or_at_the_end(tmp_path: Path) -> None:
    checked = check_files(
        tmp_path,
        {
            OVERRIDE: "ditinjau_terhadap: belum\n"
            "persyaratan:\n"
            "  - {kode: foto, teks: Foto tempat usaha}\n"
            "  - {kode: kk, teks: Kartu keluarga, setelah: ktp}\n"
        },
    )
    needs = place(checked, "desa-satu/surat-usaha").persyaratan
    assert [need.kode for need in needs] == ["ktp", "kk", "foto"]


def test_an_item_is_removed_with_a_reason(tmp_path: Path) -> None:
    checked = check_files(
        tmp_path,
        {
            OVERRIDE: "ditinjau_terhadap: belum\n"
            "persyaratan:\n"
            "  - {kode: ktp, hapus: ya, alasan: Petugas mengenal warganya.}\n"
        },
    )
    assert place(checked, "desa-satu/surat-usaha").persyaratan == ()
    assert len(place(checked, "desa-dua/surat-usaha").persyaratan) == 1
    assert not checked.findings.blocking


@pytest.mark.parametrize("answer", ["yes", "tidak", "[ya]"])
def test_an_item_is_not_removed_by_another_word_than_ya(tmp_path: Path, answer: str) -> None:
    checked = check_files(
        tmp_path,
        {
            OVERRIDE: "ditinjau_terhadap: belum\n"
            "persyaratan:\n"
            f"  - {{kode: ktp, hapus: {answer}, alasan: Petugas mengenal warganya.}}\n"
        },
    )
    (finding,) = [each for each in checked.findings.sorted() if each.rule == "isian-salah"]
    assert finding.hint == "tulis `hapus: ya`, atau hapus kuncinya"
    assert (finding.place.file, finding.place.line) == (OVERRIDE, 3)
    assert len(place(checked, "desa-satu/surat-usaha").persyaratan) == 1


def test_a_locked_key_stays_as_the_pattern_says(tmp_path: Path) -> None:
    checked = check_files(tmp_path, {OVERRIDE: "ditinjau_terhadap: belum\nnama: Surat lain\n"})
    assert place(checked, "desa-satu/surat-usaha").nama == "Surat keterangan usaha"
    assert checked.findings.blocking


def test_a_refused_service_has_no_place(tmp_path: Path) -> None:
    unit = base(UNIT) + "tidak_melayani:\n  surat-usaha: Diurus kecamatan.\n"
    checked = check_files(tmp_path, {UNIT: unit})
    assert checked.katalog is not None
    assert set(checked.katalog.tempat) == {"desa-dua/surat-usaha"}


def test_a_withdrawn_unit_has_no_places(tmp_path: Path) -> None:
    unit = base(UNIT).replace("status: contoh", "status: dicabut")
    checked = check_files(tmp_path, {UNIT: unit})
    assert checked.katalog is not None
    assert set(checked.katalog.tempat) == {"desa-dua/surat-usaha"}


def test_a_service_of_its_own_beside_the_patterns_stays_a_service(tmp_path: Path) -> None:
    own = base(PATTERN).replace("Surat keterangan usaha", "Surat jalan ternak")
    checked = check_files(tmp_path, {"unit/desa-satu/standar/surat-jalan.yaml": own})
    assert checked.katalog is not None
    assert "desa-satu/surat-jalan" in checked.katalog.layanan
    # It takes the components of the group all the same.
    assert place(checked, "desa-satu/surat-jalan").pengaduan is not None


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("biaya", "jumlah: 0", "jumlah: 5000"),
        ("waktu", "maks: 15", "maks: 20"),
        ("dokumen", "dokumen: ktp-el", "dokumen: izin-contoh"),
        ("kanal", "- kode: loket", "- kode: daring"),
        ("dasar hukum", "- regulasi: uu-25-2009", "- regulasi: uu-1-2022"),
    ],
)
def test_a_fingerprint_tells_which_part_of_the_promise_changed(
    part: str, old: str, new: str
) -> None:
    text = base(PATTERN)
    assert text.count(old) == 1
    before = fingerprint(read(text, "a")[0])
    after = fingerprint(read(text.replace(old, new), "a")[0])
    assert changed_parts(before, after) == [part]
    assert part in PROMISE


def test_remarks_and_sources_do_not_change_a_fingerprint() -> None:
    text = base(PATTERN)
    more = text.replace("maks: 15", "maks: 15\n      keterangan: Bila ramai, satu jam.")
    assert fingerprint(read(text, "a")[0]) == fingerprint(read(more, "a")[0])
    assert fingerprint(read(text + "catatan: [A]\n", "a")[0]) == fingerprint(read(text, "a")[0])


def test_a_reviewed_override_is_told_what_changed_and_what_to_type(tmp_path: Path) -> None:
    reviewed = fingerprint(read(base(PATTERN), "a")[0])
    override = f"ditinjau_terhadap: {reviewed}\ncatatan: [Tutup hari Jumat.]\n"
    before = check_files(tmp_path / "a", {OVERRIDE: override})
    assert lines(before.findings.sorted(), "pola-berubah") == []
    dearer = base(PATTERN).replace("jumlah: 0", "jumlah: 5000")
    now = fingerprint(read(dearer, "a")[0])
    after = check_files(tmp_path / "b", {OVERRIDE: override, PATTERN: dearer})
    assert lines(after.findings.sorted(), "pola-berubah") == [
        (
            f"{OVERRIDE}:1:20 warning[pola-berubah] pola berubah sejak ditinjau: biaya | "
            f"bandingkan dengan pola, lalu tulis `ditinjau_terhadap: {now}`"
        )
    ]


def test_an_inherited_fault_of_many_places_is_told_once(tmp_path: Path) -> None:
    group = base(GROUP).replace("jenis: kotak_saran", "jenis: kotak_sarang")
    units = {
        f"unit/desa-{n}/unit.yaml": base(UNIT)
        .replace("Desa Satu", f"Desa {n}")
        .replace("2001", f"2{n}")
        .replace("9902010001", f"9902010{n}")
        + "komponen_bersama:\n  pengawasan: [Camat memeriksa.]\n"
        for n in range(100, 180)
    }
    checked = check_files(tmp_path, {GROUP: group, **units})
    assert len(lines(checked.findings.sorted(), "isian-salah")) == 1
