"""Runs the rules; every complaint becomes a finding at the place where the author acts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.assemble import Record
from generator.finding import Finding
from generator.rules.registry import RULES, Check, Complaint, Context, Rule, Scope, TextFile
from generator.source import Places, Position


def run_file_rules(files: Iterable[TextFile]) -> Iterator[Finding]:
    """Judge the text trees of files."""
    rules = _with_scope(Scope.FILE)
    by_kind: dict[str, list[tuple[Rule, Check]]] = {}
    for file in files:
        kind = file.identity.kind
        if kind not in by_kind:
            by_kind[kind] = _for_kind(rules, kind)
        for each, check in by_kind[kind]:
            for complaint in check(file):
                yield _finding(each, complaint, file.places, file.id)


def run_record_rules(records: Iterable[Record]) -> Iterator[Finding]:
    """Judge shaped records one by one."""
    rules = _with_scope(Scope.RECORD)
    by_kind: dict[str, list[tuple[Rule, Check]]] = {}
    for record in records:
        if record.kind not in by_kind:
            by_kind[record.kind] = _for_kind(rules, record.kind)
        for each, check in by_kind[record.kind]:
            for complaint in check(record.data):
                yield _finding(each, complaint, record.places, record.id)


def run_catalog_rules(context: Context) -> Iterator[Finding]:
    """Judge the catalog as a whole, and against the catalog before a change if there is one."""
    rules = _with_scope(Scope.CATALOG)
    if context.before is not None:
        rules += _with_scope(Scope.CHANGE)
    for each, check in rules:
        for complaint in check(context):
            at = complaint.at
            places = at.places if at else Places(Position(complaint.file))
            yield _finding(each, complaint, places, at.id if at else "")


def _with_scope(scope: Scope) -> list[tuple[Rule, Check]]:
    return [
        (each, each.check)
        for each in RULES.values()
        if each.scope is scope and each.check is not None
    ]


def _for_kind(rules: list[tuple[Rule, Check]], kind: str) -> list[tuple[Rule, Check]]:
    return [(each, check) for each, check in rules if not each.kinds or kind in each.kinds]


def _finding(rule: Rule, complaint: Complaint, places: Places, record: str) -> Finding:
    path = complaint.path
    if complaint.anchor is not None and not places.holds(path):
        path = complaint.anchor
    locate = places.locate_key if complaint.on_key else places.locate
    return Finding(
        rule.id,
        rule.level if complaint.level is None else complaint.level,
        locate(path),
        complaint.message,
        complaint.hint,
        record,
        complaint.edit,
    )
