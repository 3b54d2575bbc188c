"""Results as text: the arithmetic on screen, the contract in JSON, the record in YAML."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from generator.model.hitung_skm import Hasil, bobot_sama, bulat, kelas_unsur, sampel
from generator.model.kinerja import ProfilResponden
from generator.model.skema import SkemaPenilaian


@dataclass(frozen=True, slots=True)
class Survei:
    """A computed survey with what the officer says about it."""

    hasil: Hasil
    skema: SkemaPenilaian
    profil: tuple[ProfilResponden, ...] = ()
    tambahan: tuple[str, ...] = ()
    bobot: Mapping[str, Decimal] | None = None
    populasi: int | None = None
    mulai: date | None = None
    selesai: date | None = None
    diabaikan: tuple[str, ...] = ()
    kosong: int = 0


def sebagai_json(survey: Survei) -> str:
    """Return `{n, nrr, ikm, mutu}`, the last two by way of weighting."""
    found = survey.hasil
    return json.dumps(
        {
            "n": found.n,
            "nrr": {code: float(bulat(each, 4)) for code, each in found.nrr.items()},
            "ikm": {method: float(bulat(each)) for method, each in found.ikm.items()},
            "mutu": dict(found.mutu),
        },
        ensure_ascii=False,
    )


def angka(value: Fraction | Decimal, digits: int = 2) -> str:
    """Return a number with a decimal comma."""
    return str(bulat(value, digits)).replace(".", ",")


def sebagai_teks(survey: Survei) -> str:
    """Return the arithmetic, step by step, as a statistician would check it."""
    found, scheme = survey.hasil, survey.skema
    rules = scheme.survei
    assert rules is not None
    names = {each.kode: each.nama for each in rules.unsur}
    factor = str(rules.pengali.normalize())
    out = [f"{found.n} responden, {len(found.nrr)} unsur, skema {scheme.nama}.", ""]
    if survey.populasi is not None:
        needed = sampel(rules.sampel, survey.populasi)
        verdict = "cukup" if found.n >= needed else "kurang"
        out += [f"Sampel: {survey.populasi} pengguna, perlu {needed} responden: {verdict}.", ""]
    out.append("1. Nilai rata-rata (NRR) = jumlah nilai : banyaknya yang menjawab")
    for code, average in found.nrr.items():
        grade = kelas_unsur(scheme, average)
        out.append(
            f"   {names.get(code, code):<44} {found.jumlah[code]:>5} : {found.penjawab[code]:<5}"
            f" = {angka(average, 3)}  {grade.label if grade else ''}"
        )
    total = sum(found.nrr.values(), Fraction(0))
    out += ["", f"2. Indeks = jumlah (NRR × bobot) × {factor}"]
    if survey.bobot:
        terms = " + ".join(
            f"{angka(each, 3)} × {angka(survey.bobot[code], 3)}" for code, each in found.nrr.items()
        )
        value = next(iter(found.ikm.values()))
        out.append(f"   bobot sendiri: ({terms}) × {factor} = {angka(value)}")
    else:
        for method, weight in bobot_sama(rules, len(found.nrr)).items():
            shown = f"1/{len(found.nrr)}" if weight.numerator == 1 else angka(weight, 3)
            out.append(
                f"   bobot {method:<7} {angka(total, 3)} × {shown} × {factor}"
                f" = {angka(found.ikm[method])}  mutu {found.mutu.get(method, '?')}"
            )
    lowest = sorted(found.nrr, key=lambda code: found.nrr[code])[:3]
    out += [
        "",
        "3. Unsur terendah: "
        + "; ".join(f"{names.get(code, code)} ({angka(found.nrr[code])})" for code in lowest)
        + ".",
    ]
    out += _profile(survey)
    if survey.kosong:
        out.append(f"{survey.kosong} sel tanpa jawaban tidak ikut dihitung.")
    if survey.diabaikan:
        out.append(f"Kolom yang tidak dibaca: {', '.join(survey.diabaikan)}.")
    return "\n".join(out)


def _profile(survey: Survei) -> list[str]:
    if not survey.profil:
        return []
    rules = survey.skema.survei
    assert rules is not None
    names = {each.kode: each.nama for each in rules.profil}
    out = ["", f"4. Responden (sel di bawah {rules.sel_terkecil} orang disembunyikan)"]
    for trait in survey.profil:
        cells = "; ".join(
            f"{each.nama} {'disembunyikan' if each.jumlah is None else each.jumlah}"
            for each in trait.sel
        )
        out.append(f"   {names[trait.ciri]}: {cells}.")
    return [*out, ""]


def sebagai_rekaman(
    survey: Survei, today: date, method: str = "persis", schema: str = "", status: str = "draf"
) -> str:
    """Return the record of the survey as YAML, ready for `skm/<periode>.yaml`."""
    found = survey.hasil
    first = survey.mulai or today
    last = survey.selesai or today
    out = [f"# yaml-language-server: $schema={schema}"] if schema else []
    out += [
        f"status: {status}",
        f"diperbarui: {today}",
        f"mulai: {first}",
        f"selesai: {last}",
        f"responden: {found.n}",
    ]
    if survey.populasi is not None:
        out.append(f"populasi: {survey.populasi}")
    out += [
        f'metode_bobot: "{method}"' if method[0].isdigit() else f"metode_bobot: {method}",
        f"ikm: {bulat(found.ikm[method])}",
        f"mutu: {found.mutu[method]}",
        "unsur:",
    ]
    for code, average in found.nrr.items():
        out += [f"  - kode: {code}"]
        if code in survey.tambahan:
            out.append(f"    nama: {code.replace('-', ' ').capitalize()}")
        # Six digits, or the index computed again from the record could differ in its last one.
        out.append(f"    nrr: {bulat(average, 6).normalize():f}")
        if survey.bobot:
            out.append(f"    bobot: {survey.bobot[code]}")
        if found.penjawab[code] != found.n:
            out.append(f"    penjawab: {found.penjawab[code]}")
    if survey.profil:
        out.append("profil:")
        for trait in survey.profil:
            out += [f"  - ciri: {trait.ciri}", "    sel:"]
            for cell in trait.sel:
                out.append(f"      - nama: {json.dumps(cell.nama, ensure_ascii=False)}")
                if cell.jumlah is not None:
                    out.append(f"        jumlah: {cell.jumlah}")
    return "\n".join(out) + "\n"
