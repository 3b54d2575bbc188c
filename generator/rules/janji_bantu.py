"""Where a contradiction between a SOP and a standard is told."""

from __future__ import annotations

from generator.rules.registry import Complaint
from generator.rules.sop_layanan import Pasangan
from generator.source import Path


def tell(
    pair: Pasangan,
    path: Path,
    message: str,
    hint: str,
    *,
    komponen: str,
    anchor: Path | None = None,
) -> Complaint:
    """Return a complaint at the SOP; or where a place's standard differs in `komponen`.

    A place that overrides the standard only still follows the SOP of its pattern.
    """
    if pair.record is None:
        assert pair.tempat is not None
        words = message.removeprefix("SOP ini ")
        here = pair.beda(komponen)
        if pair.tempat.places.locate(here).file != pair.tempat.file:  # something was taken away
            here = ("diperbarui",)
        own = "/sop/".join(pair.id.split("/"))
        hint = f"samakan dengan polanya; atau tulis SOP tempat ini di `unit/{own}.yaml`: {hint}"
        return Complaint(here, f"SOP `{pair.id}`: {words}", hint, at=pair.tempat)
    if len(pair.sop.layanan) > 1:
        message = f"{message} (layanan `{pair.layanan}`)"
    return Complaint(path, message, hint, at=pair.record, anchor=anchor, on_key=anchor is not None)
