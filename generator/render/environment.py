"""The template environment: everything a record says is escaped, an unknown name is an error."""

from __future__ import annotations

from functools import lru_cache

from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from generator.derive import alamat, kalimat
from generator.model import kata
from generator.render.gambar import lembar_sop, peta_nol, peta_proses, simbol

_WHOLE_WORDS = ("KTP-el", "SP4N-LAPOR!")


@lru_cache(maxsize=1)
def environment() -> Environment:
    """Return the environment that all pages share."""
    env = Environment(
        loader=PackageLoader("generator.render"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    env.globals["ke"] = _link
    for draw in (lembar_sop, simbol, peta_nol, peta_proses):
        env.globals[draw.__name__] = draw
    env.filters["tanggal"] = kalimat.tanggal
    env.filters["rupiah"] = kata.rupiah
    env.filters["kecil"] = kata.kecil
    env.filters["paragraf"] = _paragraphs
    env.filters["utuh"] = _unbroken
    env.filters["kode"] = _code
    return env


@pass_context
def _link(context: Context, address: str) -> str:
    """Return the link from this page to `address`; an outside address stays as it is."""
    if "://" in address or address.startswith(("mailto:", "tel:", "sms:")):
        return address
    return alamat.relatif(str(context["dari"]), address)


def _paragraphs(text: str) -> Markup:
    """Return plain text of several paragraphs as HTML paragraphs."""
    return Markup("").join(
        Markup("<p>{}</p>").format(" ".join(block.split())) for block in text.split("\n\n")
    )


def _code(text: str) -> Markup:
    """Return our own text as HTML, with what stands between backticks as code."""
    parts = escape(text).split("`")
    marked = (
        each if index % 2 == 0 else Markup("<code>{}</code>").format(each)
        for index, each in enumerate(parts)
    )
    return Markup("").join(marked)


def _unbroken(text: str) -> Markup:
    """Return text in which some words never break at their hyphen."""
    safe = escape(text)
    for word in _WHOLE_WORDS:
        safe = safe.replace(escape(word), Markup('<span class="nb">{}</span>').format(word))
    return safe
