"""From a file of answers to a computed survey, with everything the catalog knows about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path

from generator.assemble import assemble
from generator.expand import expand
from generator.finding import Finding, Findings, Level
from generator.load import load
from generator.model.catalog import Katalog
from generator.model.hitung_skm import hitung, skema_survei
from generator.model.skema import SkemaPenilaian
from generator.skm.baca import baca
from generator.skm.jawaban import periksa, profil
from generator.skm.tulis import Survei


class Ditolak(Exception):
    """What was asked cannot be computed; the text says why and what to do."""


@dataclass(frozen=True, slots=True)
class Permintaan:
    """What the officer says about the survey."""

    unit: str | None = None
    mulai: date | None = None
    selesai: date | None = None
    populasi: int | None = None
    bobot: tuple[str, ...] = ()


def skema_untuk(katalog: Katalog, day: date) -> SkemaPenilaian:
    """Return the survey scheme in force; raises Ditolak if the catalog has none."""
    scheme = skema_survei(katalog.skema, day)
    if scheme is None or scheme.survei is None:
        raise Ditolak(
            f"tidak ada skema survei untuk tahun {day.year} di `kosakata/skema-penilaian/`"
        )
    return scheme


def jalankan(
    path: Path, katalog: Katalog, asked: Permintaan, today: date
) -> tuple[Survei | None, list[Finding]]:
    """Judge and compute the answers in `path`; no survey where a cell is wrong.

    Raises Ditolak, or TakTerbaca if the file cannot be read.
    """
    scheme = skema_untuk(katalog, asked.selesai or today)
    assert scheme.survei is not None
    if asked.unit and asked.unit not in katalog.unit:
        raise Ditolak(f"unit `{asked.unit}` tidak ada di katalog")
    table = baca(path)
    answers, findings = periksa(table, scheme.survei, _services(katalog, asked.unit), path.name)
    if any(each.level is Level.ERROR for each in findings):
        return None, findings
    weights = _weights(asked.bobot, answers.unsur)
    try:
        found = hitung(answers.responden, answers.unsur, scheme, weights)
    except ValueError as error:
        raise Ditolak(f"tidak seorang pun menjawab unsur `{error}`") from None
    survey = Survei(
        hasil=found,
        skema=scheme,
        profil=profil(answers, scheme.survei),
        tambahan=answers.tambahan,
        bobot=weights,
        populasi=asked.populasi,
        mulai=asked.mulai,
        selesai=asked.selesai,
        diabaikan=answers.diabaikan,
        kosong=answers.kosong,
    )
    return survey, findings


def _services(katalog: Katalog, unit: str | None) -> dict[str, str]:
    """Return what a file may say of a service of this unit: id, last part of it, or name."""
    words: dict[str, str] = {}
    for each in katalog.semua_layanan():
        if unit is None or each.pemilik == unit:
            name = each.isi.nama
            for said in (each.id, each.slug, name):
                words[said.casefold()] = name
    return words


def _weights(given: tuple[str, ...], codes: tuple[str, ...]) -> dict[str, Decimal] | None:
    if not given:
        return None
    found: dict[str, Decimal] = {}
    for each in given:
        code, _, value = each.partition("=")
        try:
            found[code] = Decimal(value.replace(",", "."))
        except InvalidOperation:
            raise Ditolak(f"tulis bobot sebagai `--bobot waktu=0.20`, bukan “{each}”") from None
    if missing := [code for code in codes if code not in found]:
        raise Ditolak(f"tambahkan bobot untuk {', '.join(missing)}")
    if abs(sum(found.values(), Decimal(0)) - 1) > Decimal("0.001"):
        raise Ditolak(f"bobot berjumlah {sum(found.values())}, bukan 1")
    return found


def muat(root: Path, today: date) -> Katalog:
    """Return the catalog without judging it; raises Ditolak if it cannot be put together."""
    findings = Findings()
    documents = [(each.identity, each.document) for each in load(root, findings)]
    katalog = assemble(expand(documents, findings), today, findings).katalog
    if katalog is None:
        raise Ditolak("katalog belum punya `pemerintah.yaml` yang benar; jalankan `katalog check`")
    return katalog
