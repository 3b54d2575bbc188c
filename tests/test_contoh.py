"""Eighteen published standards, in our words: the model holds the odd thing of each without loss.

The oddities, the fields that hold them and these tests are listed in docs/model.md.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from generator.assemble import Record
from generator.finding import Findings, Level
from generator.layout import Identity
from generator.model.dasar import Bagian, terisi
from generator.model.hitung import Lama, berlaku, jumlahkan, lama_semua, tahap_untuk
from generator.model.janji import Biaya, Persyaratan
from generator.model.komponen import KOMPONEN, KOMPONEN_PUBLIK
from generator.model.kosakata import KosakataDokumen
from generator.model.layanan import Standar
from generator.model.regulasi import Regulasi
from generator.model.unit import Lokasi
from generator.rules.registry import TextFile
from generator.rules.run import run_file_rules, run_record_rules
from generator.shape import shape
from generator.source import Document
from generator.yamltext import read
from tests.bantuan import lines

HERE = Path(__file__).parent
FILES = sorted(each for each in (HERE / "contoh").rglob("*.yaml") if "buruk" not in each.parts)
KINDS = {"contoh": "standar", "lokasi": "lokasi", "regulasi": "regulasi"}


@cache
def judged(path: Path) -> tuple[Bagian | None, Findings]:
    findings = Findings()
    data, places, faults = read(path.read_text(encoding="utf-8"), path.name)
    assert faults == []
    document = Document(path.name, data, places)
    kind = KINDS[path.parent.name]
    model = shape(kind, document, findings, path.stem)
    findings.extend(run_file_rules([TextFile(Identity(kind, f"unit/{path.stem}"), document)]))
    if model:
        findings.extend(run_record_rules([Record(kind, path.stem, path.name, model, places)]))
    return model, findings


def standard(name: str) -> Standar:
    model, _ = judged(HERE / "contoh" / f"{name}.yaml")
    assert isinstance(model, Standar)
    return model


def needed(service: Standar, **chosen: str) -> list[Persyaratan]:
    return [each for each in service.persyaratan if berlaku(each.kasus, chosen, service.kasus)]


def codes(needs: list[Persyaratan]) -> set[str]:
    return {each.kode for each in needs}


def only_time(service: Standar) -> Lama:
    (length,) = lama_semua(service)
    return length


def fees_on(service: Standar, day: date) -> dict[str, Biaya]:
    return {
        row.kode: row
        for row in service.biaya
        if (row.berlaku_mulai or date.min) <= day <= (row.berlaku_sampai or date.max)
    }


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_example_is_a_record_without_errors(path: Path) -> None:
    model, findings = judged(path)
    assert model is not None
    assert lines(each for each in findings.sorted() if each.level is Level.ERROR) == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_example_names_documents_of_the_shipped_list(path: Path) -> None:
    model, _ = judged(path)
    text = (HERE.parent / "catalog/kosakata/dokumen.yaml").read_text(encoding="utf-8")
    listed = KosakataDokumen.model_validate(read(text, "dokumen.yaml")[0])
    if isinstance(model, Standar):
        named = {each.dokumen for each in (*model.persyaratan, *model.produk) if each.dokumen}
        assert named <= {each.kode for each in listed.butir}


def test_01_stages_with_a_range_and_two_units_of_time() -> None:
    service = standard("01-pbg-pematangsiantar")
    assert only_time(service).bagian == ((8, 30, "hari_kerja"), (6, 6, "bulan"))
    time = service.jangka_waktu
    assert time is not None
    assert [each.unit for each in time.tahap] == ["putr", "putr", None, None]


def test_01_a_fee_that_another_unit_calculates() -> None:
    (row,) = standard("01-pbg-pematangsiantar").biaya
    assert (row.hitungan, row.unit, row.jumlah) == ("unit_lain", "putr", None)


def test_02_products_with_a_procedure_and_a_time_of_their_own() -> None:
    service = standard("02-pbg-pertelaan-metro")
    assert service.jangka_waktu is not None
    times = {
        product.kode: jumlahkan(tahap_untuk(service.jangka_waktu, {}, (), product.kode)).bagian
        for product in service.produk
    }
    assert times == {
        "pbg": ((1, 1, "hari"),),
        "slf": ((3, 3, "hari"),),
        "sbkbg": ((3, 3, "hari"),),
    }
    steps = {
        product.kode: [step.kode for step in service.prosedur if product.kode in step.produk]
        for product in service.produk
    }
    assert len(steps["pbg"]) == 4
    assert steps["slf"] == steps["sbkbg"] == ["unggah", "terbit-slf"]


def test_02_many_typed_channels_and_a_system_outside() -> None:
    service = standard("02-pbg-pertelaan-metro")
    assert service.pengaduan is not None
    assert len(service.pengaduan.kanal) == 9
    assert len({each.jenis for each in service.pengaduan.kanal}) == 6
    assert [each.nama for each in service.sistem_luar] == ["SIMBG"]


def test_03_conditions_legal_forms_and_a_rule_that_is_no_document() -> None:
    service = standard("03-pbg-seruyan")
    assert {each.kode: each.jika for each in service.persyaratan if each.jika} == {
        "kuasa": "tidak dapat mengurus sendiri",
        "sewa": "tanah disewa",
        "lingkungan": "bangunan berdampak pada lingkungan sekitar",
        "struktur": "bangunan tiga lantai atau lebih, atau menara",
    }
    person = codes(needed(service, pemohon="perorangan"))
    for form, proof in (("pt", "akta-pt"), ("cv", "akta-cv"), ("koperasi", "akta-koperasi")):
        assert codes(needed(service, pemohon=form)) - person == {"akta", proof}
    (rule,) = [each for each in service.persyaratan if each.jenis == "aturan"]
    assert rule.rangkap == 2
    assert codes([each for each in service.persyaratan if each.meterai]) == {
        "permohonan",
        "kuasa",
        "sewa",
    }


def test_04_a_profession_and_a_kind_of_licence_choose_the_papers() -> None:
    service = standard("04-izin-nakes-sambas")
    doctor = needed(service, profesi="dokter", permohonan="ketiga")
    assert {"sip-pertama", "sip-kedua", "organisasi"} <= codes(doctor)
    intern = codes(needed(service, profesi="dokter", permohonan="internsip"))
    assert "komite" in intern
    assert "jejaring" not in intern
    midwife = codes(needed(service, profesi="bidan", permohonan="kedua"))
    assert "sip-pertama" in midwife
    assert midwife.isdisjoint({"sip-kedua", "komite", "str-dokter"})
    # 16 numbered lines in the source; two of them name two papers each.
    every = {need.kode for need in service.persyaratan} - {"str-bidan"}
    assert len(every) == 18


def test_04_the_number_of_a_decree_that_is_not_in_the_catalog() -> None:
    service = standard("04-izin-nakes-sambas")
    assert service.nomor_keputusan == "960/DPMPTSP/2021"
    assert service.penetapan is None


def test_05_every_paper_is_a_scan_of_the_original() -> None:
    service = standard("05-sip-bidan-grobogan")
    forms = {each.bentuk for each in service.persyaratan if each.kode not in ("formulir", "foto")}
    assert forms == {"pindai_asli"}
    form = service.persyaratan[0]
    assert form.meterai
    assert form.formulir is not None
    identity = [each.kode for each in service.persyaratan if each.salah_satu == "identitas"]
    assert identity == ["ktp", "perekaman"]


def test_06_hours_here_working_days_there_and_when_the_clock_starts() -> None:
    billboard, midwife = standard("06-reklame-inhil"), standard("06-sip-bidan-inhil")
    assert only_time(billboard).bagian == ((3, 3, "jam"),)
    assert only_time(midwife).bagian == ((5, 5, "hari_kerja"),)
    assert billboard.jangka_waktu is not None
    assert billboard.jangka_waktu.dihitung_sejak == "persyaratan dinyatakan lengkap dan benar"


def test_06_a_free_service_with_a_tax_due_elsewhere() -> None:
    service = standard("06-reklame-inhil")
    assert [row.jumlah for row in service.biaya] == [0]
    assert [each.nama for each in service.pungutan_lain] == ["Pajak reklame"]
    assert "pajak" in codes(list(service.persyaratan))


def test_06_two_services_that_are_nearly_one_are_two_cases() -> None:
    service = standard("06-sip-bidan-inhil")
    facility = codes(needed(service, tempat="sarana"))
    assert facility - codes(needed(service, tempat="mandiri")) == {"pimpinan"}


def test_07_five_services_on_one_page_are_two_questions() -> None:
    service = standard("07-reklame-tabanan")
    assert [axis.kode for axis in service.kasus] == ["ukuran", "permohonan"]
    assert "titik" in codes(needed(service, ukuran="besar", permohonan="izin"))
    assert "titik" not in codes(needed(service, ukuran="kecil", permohonan="izin"))


def test_07_a_law_cited_without_its_year() -> None:
    law, _ = judged(HERE / "contoh/regulasi/07-perda-sinjai.yaml")
    assert isinstance(law, Regulasi)
    assert (law.nomor, law.tahun) == ("4", None)


def test_08_one_published_page_is_two_records_that_name_each_other() -> None:
    move, copy = standard("08-mutasi-siswa-bintan"), standard("08-legalisasi-ijazah-bintan")
    assert move.nomor_keputusan == copy.nomor_keputusan == "216 TAHUN 2024"
    assert move.terkait == ("disdik-bintan/legalisasi-ijazah",)
    assert codes(needed(move, tujuan="luar")) - codes(needed(move, tujuan="dalam")) == {"rayon"}
    assert [step.pelaku for step in copy.prosedur][-2:] == ["Kepala Dinas", "Petugas loket"]


def test_09_a_return_loop_and_who_signs_when_the_head_is_away() -> None:
    service = standard("09-dispensasi-nikah-bangka-selatan")
    steps = {step.kode: step for step in service.prosedur}
    loop, away = steps["periksa"].jika
    assert loop.kembali_ke == "serahkan"
    assert away.kembali_ke is None
    assert "Kepala seksi" in away.tindakan
    assert "Sekretaris kecamatan" in steps["sekcam"].jika[0].tindakan
    assert only_time(service).bagian == ((10, 10, "menit"),)


def test_09_an_empty_fee_is_unknown_not_free() -> None:
    service = standard("09-dispensasi-nikah-sampung")
    assert service.biaya == ()
    _, findings = judged(HERE / "contoh/09-dispensasi-nikah-sampung.yaml")
    told = [each.message for each in findings.sorted() if each.rule == "komponen-kosong"]
    assert "komponen `biaya` (biaya/tarif) belum diisi" in told


def test_09_hours_live_at_the_place_and_posts_are_counted() -> None:
    place, _ = judged(HERE / "contoh/lokasi/09-loket-sampung.yaml")
    assert isinstance(place, Lokasi)
    assert [(each.buka, each.tutup) for each in place.jam] == [
        ("08:00", "14:00"),
        ("08:00", "10:30"),
    ]
    staff = standard("09-dispensasi-nikah-sampung").jumlah_pelaksana
    assert staff is not None
    assert staff.jumlah == sum(each.jumlah for each in staff.rincian) == 4


def test_09_the_article_behind_a_rule_of_days() -> None:
    law = standard("09-dispensasi-nikah-sampung").dasar_hukum[-1]
    assert (law.regulasi, law.pasal) == ("pma-19-2018", "Pasal 7 ayat (4)")


def test_10_a_time_field_that_holds_no_time() -> None:
    service = standard("10-pengantar-nikah-sungai-pinang")
    assert service.jangka_waktu is not None
    assert service.jangka_waktu.tahap == ()
    assert service.jangka_waktu.catatan is not None
    assert not terisi(service.jangka_waktu)


def test_10_who_sets_a_standard_is_not_who_serves() -> None:
    service = standard("10-pengantar-nikah-sungai-pinang")
    assert service.unit_penetap == "kec-sungai-pinang"
    assert service.unit_pelaksana == ("kelurahan-sungai-pinang",)
    civil = codes(needed(service, riwayat="cerai-mati"))
    assert "akta-kematian" in civil
    assert "akta-cerai" not in civil


def test_10_a_time_for_each_applicant_once_the_papers_are_complete() -> None:
    time = standard("10-perkawinan-menteng").jangka_waktu
    assert time is not None
    assert time.dihitung_sejak == "berkas lengkap"
    assert time.tahap[0].keterangan == "Per pemohon."


def test_11_papers_and_fee_by_payer() -> None:
    service = standard("11-loket-maridan")
    assert codes(needed(service, penjamin="bpjs", kunjungan="lama")) == {"kartu-berobat", "bpjs"}
    assert codes(needed(service, penjamin="umum", kunjungan="baru")) == {"ktp", "kk"}
    fees = {row.kode: row for row in service.biaya}
    assert fees["bpjs"].jumlah == 0
    assert fees["umum"].jumlah is None
    assert fees["umum"].dasar is not None
    assert only_time(service).bagian == ((3, 5, "menit"),)


def test_11_three_kinds_of_days_at_the_counter() -> None:
    place, _ = judged(HERE / "contoh/lokasi/11-loket-maridan.yaml")
    assert isinstance(place, Lokasi)
    assert [each.tutup for each in place.jam] == ["12:00", "11:00", "12:30"]


def test_12_fees_by_class_until_the_day_the_service_became_free() -> None:
    service = standard("12-uji-kir-bontang")
    before, after = fees_on(service, date(2024, 1, 4)), fees_on(service, date(2024, 1, 5))
    assert {code: row.jumlah for code, row in before.items()} == {
        "penumpang": 45000,
        "kecil": 65000,
        "besar": 85000,
        "gandengan": 95000,
        "kartu": 25000,
    }
    assert [row.jumlah for row in after.values()] == [0]
    laws = {row.dasar.regulasi for row in service.biaya if row.dasar}
    assert laws == {"perwali-bontang-3-2022", "uu-1-2022"}


def test_12_five_cases_of_one_test() -> None:
    service = standard("12-uji-kir-bontang")
    assert len(service.kasus[0].pilihan) == 5
    assert "buku-uji" in codes(needed(service, uji="berkala"))
    assert codes(needed(service, uji="mutasi-keluar")) == {"ktp", "bpkb", "mutasi", "kartu-induk"}


def test_13_three_levels_add_up_to_the_total() -> None:
    service = standard("13-kk-sendangsoko")
    assert only_time(service).bagian == ((6, 6, "hari_kerja"),)
    assert service.jangka_waktu is not None
    assert service.jangka_waktu.total is not None
    assert service.jangka_waktu.total.nilai == 6
    assert [each.unit for each in service.jangka_waktu.tahap] == [
        "desa-sendangsoko",
        "kec-jakenan",
        "disdukcapil-pati",
    ]


def test_13_a_fine_for_being_late_is_not_the_fee() -> None:
    service = standard("13-kk-sendangsoko")
    assert [row.jumlah for row in service.biaya] == [0]
    assert [(fine.untuk, fine.jumlah) for fine in service.denda] == [
        ("terlambat lebih dari 30 hari", 50000)
    ]
    assert "akte" in service.sebutan


def test_14_document_control_and_papers_asked_only_if_needed() -> None:
    service = standard("14-pbb-ppr")
    assert service.kendali is not None
    assert (service.kendali.nomor, service.kendali.revisi) == ("SP-PPR-01", 0)
    assert service.kendali.tanggal_efektif == date(2021, 1, 18)
    assert [each.kode for each in service.persyaratan if each.wajib == "bersyarat"] == ["kuasa"]


def test_15_one_record_gives_the_whole_standard_and_its_public_extract() -> None:
    service = standard("15-keterangan-manisrejo")
    present = [
        code for code in KOMPONEN if terisi(getattr(service, code)) or code == "jumlah_pelaksana"
    ]
    assert present == list(KOMPONEN)
    assert [code for code in present if code in KOMPONEN_PUBLIK] == [
        "persyaratan",
        "prosedur",
        "jangka_waktu",
        "biaya",
        "produk",
        "pengaduan",
    ]
    assert service.media_publikasi[0].jenis == "situs_web"


def test_16_an_article_and_a_form_for_a_single_paper() -> None:
    service = standard("16-kk-palu")
    form = service.persyaratan[0]
    assert form.dasar is not None
    assert (form.dasar.regulasi, form.dasar.pasal) == ("perpres-96-2018", "Pasal 4")
    assert form.formulir is not None
    assert form.formulir.nama == "F-1.01"


def test_16_five_cases_share_one_procedure() -> None:
    service = standard("16-kk-palu")
    assert all(step.kasus == () for step in service.prosedur)
    assert codes(needed(service, pemohon="wna", keadaan="hilang-rusak")) == {
        "biodata",
        "kehilangan",
        "kitap",
    }
