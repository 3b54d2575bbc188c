"""Runs the rules; every complaint becomes a finding at the place where the author acts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.assemble import Record
from generator.finding import Finding
from generator.rules.registry import RULES, Check, Complaint, Context, Rule, Scope
from generator.source import Document, Places, Position


def run_file_rules(documents: Iterable[tuple[str, Document]]) -> Iterator[Finding]:
    """Judge the text trees of files; each comes with its record id."""
    rules = _with_scope(Scope.FILE)
    for record_id, document in documents:
        for each, check in rules:
            for complaint in check(document):
                yield _finding(each, complaint, document.places, record_id)


def run_record_rules(records: Iterable[Record]) -> Iterator[Finding]:
    """Judge shaped records one by one."""
    rules = _with_scope(Scope.RECORD)
    for record in records:
        for each, check in rules:
            if not each.kinds or record.kind in each.kinds:
                for complaint in check(record.data):
                    yield _finding(each, complaint, record.places, record.id)


def run_catalog_rules(context: Context, records: Mapping[str, Record]) -> Iterator[Finding]:
    """Judge the catalog as a whole, and against the catalog before a change if there is one."""
    rules = _with_scope(Scope.CATALOG)
    if context.before is not None:
        rules += _with_scope(Scope.CHANGE)
    for each, check in rules:
        for complaint in check(context):
            record = records.get(complaint.file)
            places = record.places if record else Places(Position(complaint.file))
            yield _finding(each, complaint, places, record.id if record else "")


def _with_scope(scope: Scope) -> list[tuple[Rule, Check]]:
    return [
        (each, each.check)
        for each in RULES.values()
        if each.scope is scope and each.check is not None
    ]


def _finding(rule: Rule, complaint: Complaint, places: Places, record: str) -> Finding:
    locate = places.locate_key if complaint.on_key else places.locate
    return Finding(
        rule.id,
        rule.level if complaint.level is None else complaint.level,
        locate(complaint.path),
        complaint.message,
        complaint.hint,
        record,
    )
