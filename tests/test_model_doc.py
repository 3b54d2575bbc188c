"""docs/model.md: its examples are records, its oddities have tests, its key lists are right."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel

from generator.finding import Level
from generator.model.arti import meanings
from generator.shape import MODELS
from tests import test_contoh
from tests.bantuan import agree, check_files, lines

DOC = Path(__file__).parents[1] / "docs" / "model.md"
START, END = "<!-- mulai: dibuat dari model; jangan diubah tangan -->\n", "<!-- selesai -->"
TITLES = {
    "pemerintah": "`pemerintah.yaml`",
    "kecualian": "`kecualian.yaml`",
    "unit": "`unit/<unit>/unit.yaml`",
    "lokasi": "`unit/<unit>/lokasi/<id>.yaml`",
    "standar": "`standar/<layanan>.yaml`",
    "penetapan": "`penetapan/<id>.yaml`",
    "maklumat": "`maklumat.yaml`",
    "skm": "`skm/<periode>.yaml`",
    "evaluasi": "`evaluasi/<tahun>-<skema>.yaml`",
    "pengaduan": "`pengaduan/<tahun>.yaml`",
    "konsultasi": "`konsultasi/<tanggal>.yaml`",
    "sop": "`sop/<sop>.yaml`",
    "proses": "`proses/<KODE>.yaml`",
    "kelompok": "`pola/<kelompok>/kelompok.yaml`",
    "regulasi": "`regulasi/<id>.yaml`",
    "pengumuman": "`pengumuman/<id>.yaml`",
    "kosakata": "`kosakata/<daftar>.yaml`",
    "kosakata-dokumen": "`kosakata/dokumen.yaml`",
    "kosakata-sinonim": "`kosakata/sinonim.yaml`",
    "kosakata-bahasa": "`kosakata/bahasa.yaml`",
    "skema-penilaian": "`kosakata/skema-penilaian/<id>.yaml`",
    "pak": "`pak/<id>.yaml`",
    "catatan-papan": "`papan/<tanggal>.yaml`",
}
WORDS = {
    "_text": "teks",
    "_paragraph": "paragraf",
    "_slug": "kode",
    "_reference": "rujukan",
    "_rupiah": "rupiah",
    "_whole": "bilangan",
    "_decimal": "desimal",
    "_degrees": "derajat",
    "_day": "tanggal",
    "_clock": "jam",
    "_yes": "ya/tidak",
    "_link": "tautan",
    "_link_pattern": "pola alamat",
    "_process": "kode proses",
    "_file": "berkas",
}


def doc() -> str:
    return DOC.read_text(encoding="utf-8")


def examples() -> dict[str, str]:
    found = re.findall(
        r"^```yaml\n# catalog/(\S+)\n(.*?)^```", doc(), flags=re.MULTILINE | re.DOTALL
    )
    assert len(found) == doc().count("```yaml")
    return dict(found)


def test_every_kind_of_record_has_an_example() -> None:
    kinds = {file.split("/")[-2] if "/" in file else file for file in examples()}
    assert {"standar", "lokasi", "penetapan", "skm", "evaluasi", "regulasi", "kosakata"} <= kinds
    assert {"sop", "proses"} <= kinds
    assert "pemerintah.yaml" in kinds
    assert {"unit", "kelompok", "maklumat"} <= {Path(file).stem for file in examples()}


def test_the_examples_are_records_without_errors(tmp_path: Path) -> None:
    findings = check_files(tmp_path, examples()).findings.sorted()
    # The group of puskesmas is shown without its units, one service without its SOP.
    told = [each for each in findings if each.rule not in ("pola-tanpa-unit", "layanan-tanpa-sop")]
    assert lines(each for each in told if each.level is not Level.INFO) == []


def test_every_oddity_names_a_test_that_exists() -> None:
    named = set(re.findall(r"`(test_\d\d_\w+)`", doc()))
    written = {name for name in vars(test_contoh) if re.match(r"test_\d\d_", name)}
    assert named == written


def test_the_key_lists_are_those_of_the_models(setujui: bool) -> None:
    head, _, rest = doc().partition(START)
    shown, _, tail = rest.partition(END)
    if setujui:
        agree(DOC, head + START + key_lists() + END + tail)
        shown = key_lists()
    assert shown == key_lists()


def key_lists() -> str:
    out, told = ["\n"], set()
    for kind, title in TITLES.items():
        parts: list[tuple[str, type[BaseModel]]] = [(title, MODELS[kind])]
        for name, model in parts:
            if model in told:
                continue
            told.add(model)
            level = "###" if name == title else "####"
            out.append(f"{level} {name}\n\n| kunci | bentuk | wajib | isi |\n|---|---|---|---|\n")
            for key, field in model.model_fields.items():
                shape, inner = _form(field.annotation, field.metadata)
                need = "ya" if field.is_required() else ""
                text = " ".join(meanings(model)[key].split())
                out.append(f"| `{key}` | {shape} | {need} | {text} |\n")
                if inner:
                    parts.append((f"di dalam `{key}`", inner))
            out.append("\n")
    return "".join(out)


def _form(annotation: Any, metadata: Any = ()) -> tuple[str, type[BaseModel] | None]:
    for each in metadata:
        if word := WORDS.get(getattr(getattr(each, "func", None), "__name__", "")):
            return word, None
    arguments = [each for each in get_args(annotation) if each is not type(None)]
    if hasattr(annotation, "__metadata__"):
        return _form(annotation.__origin__, annotation.__metadata__)
    if get_origin(annotation) is Literal:
        return " · ".join(f"`{each}`" for each in arguments), None
    if get_origin(annotation) is tuple:
        shape, inner = _form(arguments[0])
        return f"daftar {shape}", inner
    if get_origin(annotation) is dict:
        return "kelompok `kode: teks`", None
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return "kelompok", annotation
    return _form(arguments[0])
