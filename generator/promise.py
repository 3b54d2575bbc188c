"""What a pattern promises, in short: a fingerprint that tells which part of it has changed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

from generator.source import Tree

Promise = Mapping[str, tuple[str, ...]]
"""Names of the parts of a pattern that matter to others, and the keys of each."""

PROMISE: Promise = {
    "biaya": ("biaya", "denda", "pungutan_lain"),
    "waktu": ("jangka_waktu",),
    "dokumen": ("persyaratan",),
    "kanal": ("kanal",),
    "dasar hukum": ("dasar_hukum",),
}
"""The parts of a pattern that a citizen pays, waits for, brings, or relies on."""

PROMISE_SOP: Promise = {"pelaksana": ("pelaksana",), "kegiatan": ("baris",)}
"""The parts of a SOP pattern that a unit relies on."""


def fingerprint(tree: Mapping[str, Tree], promise: Promise = PROMISE) -> str:
    """Return a short text that changes when the promise of a pattern does.

    One group of four hex digits for each part of `promise`, so that a reader of two
    fingerprints knows which part changed. Sources and remarks do not count.
    """
    groups = []
    for keys in promise.values():
        part = json.dumps([_without_remarks(tree.get(key)) for key in keys], sort_keys=True)
        groups.append(hashlib.sha256(part.encode()).hexdigest()[:4])
    return "-".join(groups)


def changed_parts(old: str, new: str, promise: Promise = PROMISE) -> list[str]:
    """Return the names of the promise's parts in which two fingerprints differ."""
    pairs = zip(promise, old.split("-"), new.split("-"), strict=False)
    return [name for name, before, after in pairs if before != after]


def _without_remarks(value: Tree) -> Tree:
    if isinstance(value, dict):
        return {
            key: _without_remarks(each)
            for key, each in value.items()
            if key not in ("sumber", "keterangan", "catatan")
        }
    if isinstance(value, list):
        return [_without_remarks(each) for each in value]
    return value
