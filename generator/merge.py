"""Laying a unit's own file over its group's pattern: key by key, lists of items by `kode`."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from typing import cast

from generator.finding import Finding, Findings, Level
from generator.layout import identify
from generator.source import Document, Path, Places, Position, Step, Tree

_OVERRIDE_ONLY = ("hapus", "alasan", "setelah")
_SAYS: Mapping[str, tuple[str, ...]] = {
    "persyaratan": ("dokumen", "teks"),
    "prosedur": ("uraian",),
    "tahap": ("nama",),
    "biaya": ("untuk",),
    "denda": ("untuk",),
    "pungutan_lain": ("nama",),
    "produk": ("nama",),
    "kasus": ("pertanyaan",),
    "pilihan": ("nama",),
    "pelaksana": ("jabatan",),
    "baris": ("uraian",),
}
"""What an item of its own must say, by list; without it an item can only change the pattern's."""
_CLOSE = 0.7
"""So alike must two codes be for one to be the other, misspelt."""

_ORIGIN = frozenset({"regulasi", "contoh", "praktik"})
"""What says where a value comes from; another origin keeps nothing of the first (its article)."""


def merge(
    pattern: Document, override: Document, locked: frozenset[str], findings: Findings
) -> Document:
    """Lay a unit's file over its group's pattern; every value keeps its own file and line."""
    merger = _Merger(override.file, locked, findings)
    data, places = merger.mapping(pattern.data, pattern.places, override.data, override.places, ())
    return Document(override.file, data, places)


class _Merger:
    """Merges trees and tells what an override may not do."""

    def __init__(self, file: str, locked: frozenset[str], findings: Findings) -> None:
        self.file = file
        self.locked = locked
        self.findings = findings

    def fault(self, rule: str, place: Position, message: str, hint: str) -> None:
        identity = identify(self.file)
        record = identity.id if identity else ""
        self.findings.add(Finding(rule, Level.ERROR, place, message, hint, record))

    def unknown(self, item: dict[str, Tree], place: Places, path: Path, hint: str) -> None:
        message = f"pola tidak punya butir `{item['kode']}` di `{path[-1]}`"
        self.fault("timpaan-kode-tak-dikenal", place.locate(("kode",)), message, hint)

    def mapping(
        self,
        base: dict[str, Tree],
        base_places: Places,
        over: dict[str, Tree],
        over_places: Places,
        path: Path,
    ) -> tuple[dict[str, Tree], Places]:
        data = dict(base)
        places = Places(over_places.here, base_places.key, dict(base_places.inside))
        for key, value in over.items():
            place = over_places.inside[key]
            if not path and key in self.locked:
                self.fault(
                    "timpaan-kunci-terkunci",
                    place.key or place.here,
                    f"`{key}` dikunci oleh pola dan tidak boleh diubah di unit",
                    f"hapus `{key}` di sini; bila pola keliru, usulkan perubahan polanya",
                )
                continue
            data[key], places.inside[key] = self.value(
                base.get(key), base_places.inside.get(key), value, place, (*path, key)
            )
        return data, places

    def value(
        self, base: Tree, base_places: Places | None, over: Tree, over_places: Places, path: Path
    ) -> tuple[Tree, Places]:
        parts = over if isinstance(over, dict) and _ORIGIN.isdisjoint(over) else None
        if base_places and isinstance(base, dict) and parts is not None:
            return self.mapping(base, base_places, parts, over_places, path)
        if isinstance(over, list) and over and all(isinstance(_code(each), str) for each in over):
            return self.items(
                base if isinstance(base, list) else [],
                base_places or Places(over_places.here),
                cast("list[dict[str, Tree]]", over),
                over_places,
                path,
            )
        return over, over_places

    def items(
        self,
        base: list[Tree],
        base_places: Places,
        over: list[dict[str, Tree]],
        over_places: Places,
        path: Path,
    ) -> tuple[list[Tree], Places]:
        """Merge two lists of items by `kode`; the pattern's order stays."""
        merged = [(each, base_places.inside[index]) for index, each in enumerate(base)]
        for index, item in enumerate(over):
            place = over_places.inside[index]
            at = self.meant(merged, item, place, path)
            if item.get("hapus") not in (None, "ya"):
                self.fault(
                    "isian-salah",
                    place.locate(("hapus",)),
                    f"“{str(item['hapus'])[:40]}” bukan jawaban untuk `hapus`",
                    "tulis `hapus: ya`, atau hapus kuncinya",
                )
            elif item.get("hapus") == "ya":
                self.remove(merged, at, item, place, path)
            elif at is None:
                if not _only_changes(item, path) or not any(_code(each) for each, _ in merged):
                    self.insert(merged, item, place)
            else:
                old, old_place = merged[at]
                own = _bare(item) | {"kode": _code(old)}
                merged[at] = self.mapping(
                    cast("dict[str, Tree]", old), old_place, own, place, (*path, at)
                )
        inside: dict[Step, Places] = {i: each for i, (_, each) in enumerate(merged)}
        return [each for each, _ in merged], Places(base_places.here, over_places.key, inside)

    def meant(
        self, merged: list[tuple[Tree, Places]], item: dict[str, Tree], place: Places, path: Path
    ) -> int | None:
        """Return the pattern's item that an item is about; tell if its code is misspelt."""
        codes = [_code(each) for each, _ in merged]
        if item["kode"] in codes:
            return codes.index(item["kode"])
        if not any(codes) or item.get("hapus") is not None:
            return None
        close = _close(item["kode"], codes)
        same = close is not None and close.replace("-", "") == str(item["kode"]).replace("-", "")
        if not same and not _only_changes(item, path):
            return None
        rest = "beri kode lain" if same else f"tambahkan `{_SAYS[str(path[-1])][0]}: …`"
        asked = f"apakah maksud Anda `{close}`?" if close else f"kode di pola: {_listing(codes)}."
        self.unknown(item, place, path, f"{asked} Bila butir ini memang baru, {rest}")
        return codes.index(close) if close else None

    def remove(
        self,
        merged: list[tuple[Tree, Places]],
        at: int | None,
        item: dict[str, Tree],
        place: Places,
        path: Path,
    ) -> None:
        if at is None:
            self.unknown(item, place, path, _suggested(item["kode"], merged, "butir ini"))
            return
        if not item.get("alasan"):
            self.fault(
                "timpaan-hapus-tanpa-alasan",
                place.locate_key(("hapus",)),
                f"butir `{item['kode']}` dihapus tanpa alasan",
                "tambahkan `alasan: …`, agar warga dan pemeriksa tahu sebabnya",
            )
        del merged[at]

    def insert(
        self, merged: list[tuple[Tree, Places]], item: dict[str, Tree], place: Places
    ) -> None:
        after = item.get("setelah")
        at = len(merged)
        if after is not None:
            codes = [_code(each) for each, _ in merged]
            if after in codes:
                at = codes.index(after) + 1
            else:
                self.fault(
                    "timpaan-kode-tak-dikenal",
                    place.locate(("setelah",)),
                    f"tidak ada butir `{after}` untuk diikuti",
                    _suggested(after, merged, "`setelah`"),
                )
        merged.insert(at, (_bare(item), place))


def _bare(item: dict[str, Tree]) -> dict[str, Tree]:
    return {key: value for key, value in item.items() if key not in _OVERRIDE_ONLY}


def _code(value: Tree) -> Tree:
    return value.get("kode") if isinstance(value, dict) else None


def _close(code: Tree, codes: list[Tree]) -> str | None:
    words = [each for each in codes if isinstance(each, str)]
    return next(iter(difflib.get_close_matches(str(code), words, n=1, cutoff=_CLOSE)), None)


def _only_changes(item: dict[str, Tree], path: Path) -> bool:
    """Tell whether an item says too little to be one of its own."""
    says = _SAYS.get(str(path[-1]))
    return says is not None and item.keys().isdisjoint(says)


_LISTED = 12


def _listing(codes: list[Tree]) -> str:
    more = ", …" if len(codes) > _LISTED else ""
    return ", ".join(f"`{each}`" for each in codes[:_LISTED]) + more


def _suggested(code: Tree, merged: list[tuple[Tree, Places]], drop: str) -> str:
    close = _close(code, [_code(each) for each, _ in merged])
    asked = f"apakah maksud Anda `{close}`?" if close else "periksa kodenya di berkas pola,"
    return f"{asked} {'Bila bukan' if close else 'atau'}{',' if close else ''} hapus {drop}"
