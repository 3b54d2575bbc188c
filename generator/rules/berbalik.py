"""A rule about a change: a sentence is not turned round, nor a guarantee dropped, in silence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from generator.assemble import Record
from generator.finding import Level
from generator.model.catalog import Katalog
from generator.model.dasar import Bagian
from generator.model.layanan import Standar
from generator.rules.bantu import STANDAR
from generator.rules.perubahan import explained
from generator.rules.registry import Complaint, Context, Scope, rule
from generator.source import Path, Text

_TURNING = {
    **{
        each: each for each in ("tidak", "tanpa", "bukan", "jangan", "dilarang", "hanya", "kecuali")
    },
    **{each: each for each in ("sebelum", "wajib", "boleh", "gratis", "terakhir", "didahulukan")},
    **dict.fromkeys(("sesudah", "setelah"), "sesudah"),
}
"""Words that turn a sentence round when they come or go."""
_GUARANTEES = ("jaminan_pelayanan", "jaminan_keamanan", "kode_etik")
_ELSEWHERE = frozenset(("riwayat", "catatan_dalam", "sumber", "sebutan", "alias", "dasar_hukum"))
_WORD = re.compile(r"\w+(?:-\w+)?")
_ALIKE = 0.5
"""Two sentences with this share of words in common are one sentence, changed."""
_SHORTEST = 3
"""Words; a name or a code has fewer."""


@rule("kalimat-berbalik", Level.WARNING, Scope.CHANGE)
def turned_round(context: Context) -> Iterator[Complaint]:
    """Kalimat tidak berbalik artinya, dan jaminan tidak hilang, tanpa alasan yang dicatat.

    Satu kata “tidak” yang terhapus mengubah "data korban tidak disebarkan" menjadi ancaman, dan
    dalam perubahan yang panjang tidak ada yang melihatnya. Yang diperiksa kata seperti tidak,
    tanpa, hanya, sebelum, dan sesudah, di standar, pola, unit, dan kelompok; standar yang
    perubahannya dicatat di `riwayat` tidak ditegur.

    Sumber: UU 25/2009 Pasal 20 (perubahan standar dibahas dengan masyarakat); praktik.
    """
    if context.before is None:
        return
    for record in context.records:
        old = _before(context.before, record)
        if old is None or old == record.data:
            continue
        new = record.data
        if isinstance(old, Standar) and isinstance(new, Standar) and explained(old, new):
            continue
        yield from _turned(record, old)


def _before(katalog: Katalog, record: Record) -> Bagian | None:
    """Return what the record was before the change."""
    if record.kind in STANDAR:
        found = katalog.cari_layanan(record.id)
        return found.isi if found and not record.version else None
    holders: Mapping[str, Mapping[str, Bagian]] = {
        "unit": katalog.unit,
        "kelompok": katalog.kelompok,
    }
    return holders.get(record.kind, {}).get(record.id)


def _turned(record: Record, old: Bagian) -> Iterator[Complaint]:
    was = {text: path for path, text in _texts(old.model_dump(), ())}
    now = {text: path for path, text in _texts(record.data.model_dump(), ())}
    gone = [text for text in was if text not in now]
    for text, path in now.items():
        if text in was or record.places.locate(path).file != record.file:
            continue
        like = max(gone, key=lambda each: _shared(each, text), default="")
        if not like or _shared(like, text) < _ALIKE:
            continue
        gone.remove(like)
        lost, more = _signs(like) - _signs(text), _signs(text) - _signs(like)
        if lost or more:
            what = [f"“{each}” hilang" for each in lost] + [f"“{each}” bertambah" for each in more]
            yield Complaint(
                path,
                f"dahulu “{like[:100]}”: kata {', '.join(what)}",
                "bila salah hapus, kembalikan kata itu; bila memang berubah, catat sebabnya di "
                "`riwayat` standarnya atau di usulan perubahan ini",
                at=record,
            )
    for text in gone:
        place = was[text][:-1]
        # What a record inherits is told where it is written.
        own = record.places.locate(place).file == record.file and record.places.holds(place)
        if own and not set(_GUARANTEES).isdisjoint(place):
            yield Complaint(
                place,
                f"jaminan “{text[:100]}” hilang",
                "kembalikan; bila memang dicabut, catat sebabnya di usulan perubahan ini",
                at=record,
            )


def _texts(value: object, path: Path) -> Iterator[Text]:
    """Yield the sentences of a record."""
    if isinstance(value, str):
        if len(value.split()) >= _SHORTEST:
            yield path, value
    elif isinstance(value, dict):
        for key, each in value.items():
            if key not in _ELSEWHERE:
                yield from _texts(each, (*path, key))
    elif isinstance(value, list | tuple):
        for at, each in enumerate(value):
            yield from _texts(each, (*path, at))


def _shared(one: str, other: str) -> float:
    first, second = (set(_WORD.findall(each.casefold())) for each in (one, other))
    return len(first & second) / max(len(first | second), 1)


def _signs(text: str) -> Counter[str]:
    words = _WORD.findall(text.casefold())
    return Counter(_TURNING[each] for each in words if each in _TURNING)
