"""The empty answer sheet: one row per respondent, one column per element."""

from __future__ import annotations

import csv
import io
from datetime import datetime

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.worksheet.datavalidation import DataValidation

from generator.model.skema import AturanSurvei, SkemaPenilaian

_ROWS = 2000
_DAY = datetime(2000, 1, 1)  # noqa: DTZ001  (a workbook that says the same on every day)


def kolom(rules: AturanSurvei) -> tuple[str, ...]:
    """Return the column names of the answer sheet."""
    return (*(each.kode for each in rules.unsur), *(each.kode for each in rules.profil))


def templat_csv(scheme: SkemaPenilaian) -> str:
    """Return the answer sheet as CSV: the head only."""
    assert scheme.survei is not None
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow(kolom(scheme.survei))
    return out.getvalue()


def templat_xlsx(scheme: SkemaPenilaian) -> bytes:
    """Return the answer sheet as a workbook that refuses wrong answers while typing."""
    rules = scheme.survei
    assert rules is not None
    book = Workbook()
    book.properties.creator, book.properties.created, book.properties.modified = "", _DAY, _DAY
    sheet = book.worksheets[0]
    sheet.title = "Jawaban"
    sheet.freeze_panes = "A2"
    low, high = rules.jawaban_terendah, rules.jawaban_tertinggi
    answers = DataValidation(
        type="whole", operator="between", formula1=str(low), formula2=str(high), allow_blank=True
    )
    answers.error = f"Isi {low} sampai {high}, atau kosongkan."
    sheet.add_data_validation(answers)
    for index, name in enumerate(kolom(rules), start=1):
        cell = sheet.cell(1, index, name)
        cell.font = Font(bold=True)
        letter = cell.column_letter
        sheet.column_dimensions[letter].width = 15
        if index <= len(rules.unsur):
            answers.add(f"{letter}2:{letter}{_ROWS}")
            element = rules.unsur[index - 1]
            words = "\n".join(element.jawaban)
            cell.comment = Comment(f"{element.pertanyaan or element.nama}\n{words}", "katalog")
        else:
            trait = rules.profil[index - 1 - len(rules.unsur)]
            choices = ",".join(each.nama for each in trait.pilihan)
            if choices and len(choices) < 250:
                listed = DataValidation(type="list", formula1=f'"{choices}"', allow_blank=True)
                sheet.add_data_validation(listed)
                listed.add(f"{letter}2:{letter}{_ROWS}")
    _guide(book, rules)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _guide(book: Workbook, rules: AturanSurvei) -> None:
    guide = book.create_sheet("Petunjuk")
    guide.column_dimensions["A"].width = 24
    guide.column_dimensions["B"].width = 90
    rows = [
        ("Satu baris", "satu responden. Jawaban yang tidak diisi dikosongkan."),
        ("Unsur", "disebut dengan nama, karena nomor U8 dan U9 tertukar di antara formulir."),
        ("Unsur tambahan", "beri judul kolom unsur_<nama>, mis. unsur_kebersihan."),
        ("Kolom lain", "saran dan nama tidak dibaca dan tidak keluar dari berkas ini."),
        ("Sesudah diisi", "jalankan: katalog skm <berkas> --unit <unit> --periode <periode>"),
    ]
    for element in rules.unsur:
        words = "; ".join(element.jawaban)
        rows.append((element.kode, f"{element.pertanyaan or element.nama} {words}"))
    for trait in rules.profil:
        names = "; ".join(each.nama for each in trait.pilihan) or "id atau nama layanan"
        rows.append((trait.kode, names))
    for row in rows:
        guide.append(row)
