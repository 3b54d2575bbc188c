"""From a folder of records to a judged catalog: load, expand, shape, rules."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator import rules  # noqa: F401  (registers every rule)
from generator.assemble import Assembly, assemble
from generator.expand import expand
from generator.finding import Finding, Findings, Level
from generator.lampiran import look
from generator.load import load, text_of
from generator.model.catalog import Katalog
from generator.rules.akibat import soften
from generator.rules.kecualian import excuse
from generator.rules.registry import Context, TextFile
from generator.rules.run import run_catalog_rules, run_file_rules, run_record_rules
from generator.source import Position
from generator.tulisan import look_at_pages


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found: the findings, and the catalog if it can be put together."""

    findings: Findings
    assembly: Assembly
    files: int
    """How many record files were read."""

    @property
    def katalog(self) -> Katalog | None:
        """The catalog, or None if `pemerintah.yaml` is missing or wrong."""
        return self.assembly.katalog


def check(root: Path, today: date, before: Path | None = None) -> Checked:
    """Judge every record under `root` as of `today`; nothing stops at the first fault.

    With `before`, the folder of the catalog before the change, the rules about changes run too.
    Raises NotADirectoryError if a folder does not exist.
    """
    findings = Findings()
    sources = load(root, findings)
    documents = [(source.identity, source.document) for source in sources]
    expansion = expand(documents, findings)
    assembly = assemble(expansion, today, findings)
    look(root, (document for _, document in documents), findings)
    look_at_pages(root, findings)
    files = tuple(TextFile(identity, document) for identity, document in documents)
    told = {each.place.file for each in findings.sorted()}
    if assembly.katalog is None:
        _government(told, findings)
    findings.extend(run_file_rules(files))
    findings.extend(run_record_rules(assembly.records))
    if assembly.katalog:
        old = check(before, today).katalog if before else None
        seen = told | {each.document.file for each in files}
        broken = frozenset(seen - {each.file for each in assembly.records})
        context = Context(assembly.katalog, assembly.records, files, today, broken, old)
        findings.extend(run_catalog_rules(context))
        excuse(findings, context)
        soften(findings, {file: text_of(root, file) for file in broken}, assembly.katalog)
    return Checked(findings, assembly, len(sources))


def _government(told: set[str], findings: Findings) -> None:
    """Say why records are not held against each other: nobody knows whose they are."""
    if "pemerintah.yaml" in told:
        level = Level.INFO
        message = "selama berkas ini belum terbaca, rekaman belum dibandingkan satu sama lain"
        hint = "perbaiki berkas ini lebih dahulu, lalu periksa lagi"
    else:
        level = Level.ERROR
        message = "katalog ini tidak punya `pemerintah.yaml`"
        hint = "buat `pemerintah.yaml` di folder katalog; contohnya di docs/model.md"
    place = Position("pemerintah.yaml")
    findings.add(Finding("pemerintah-belum-ada", level, place, message, hint))
