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
    standar: Path = ("nama",),
    anchor: Path | None = None,
) -> Complaint:
    """Return a complaint at the SOP; or at `standar`, where only a place's standard differs."""
    if pair.record is None:
        words = message.removeprefix("SOP ini ")
        return Complaint(standar, f"SOP `{pair.id}`: {words}", hint, at=pair.tempat)
    if len(pair.sop.layanan) > 1:
        message = f"{message} (layanan `{pair.layanan}`)"
    return Complaint(path, message, hint, at=pair.record, anchor=anchor, on_key=anchor is not None)
