"""From a folder of records to a judged catalog: load, expand, shape, rules."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator import rules  # noqa: F401  (registers every rule)
from generator.assemble import Assembly, assemble
from generator.expand import expand
from generator.finding import Findings
from generator.load import load
from generator.model.catalog import Katalog
from generator.rules.registry import Context
from generator.rules.run import run_catalog_rules, run_file_rules, run_record_rules


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
    findings.extend(run_file_rules((identity.id, each) for identity, each in documents))
    findings.extend(run_record_rules(assembly.records))
    if assembly.katalog:
        old = check(before, today).katalog if before else None
        context = Context(assembly.katalog, assembly.records, today, old)
        findings.extend(run_catalog_rules(context, assembly.by_file))
    return Checked(findings, assembly, len(sources))
