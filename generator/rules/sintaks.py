"""Rules about signs meant for a machine, in texts meant for people."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.finding import Level
from generator.rules.registry import Complaint, Scope, TextFile, rule

_SIGNS = ("<", "[", "*", "__", "{", "&")
"""One of these, or a word for a script, stands in all the pattern finds; looking is quicker."""
_TAGS = (
    "a|audio|b|body|br|button|center|div|em|embed|font|form|h[1-6]|hr|html|i|iframe|img|input|li"
    "|link|marquee|meta|object|ol|p|script|span|strong|style|svg|t[dhr]|table|u|ul|video"
)
_SYNTAX = re.compile(
    rf"</?(?:{_TAGS})(?:[\s/][^<>]{{0,200}})?>"
    r"|<!--|!?\[[^\]\n]{1,80}\]\([^)\s]{1,200}\)"
    r"|\*\*[^*\s][^*]{0,80}\*\*|(?<!\w)__[^_\s][^_]{0,80}__(?!\w)"
    r"|\{\{.{0,80}?\}\}|\{%.{0,80}?%\}|&(?:[a-z]{2,8}|#\d{1,6});|javascript:",
    re.IGNORECASE,
)


@rule("tanda-mesin", Level.WARNING, Scope.FILE)
def machine_syntax(file: TextFile) -> Iterator[Complaint]:
    """Teks ditulis sebagai kalimat biasa, tanpa tanda HTML, Markdown, atau templat.

    Tanda seperti `<b>`, `[di sini](…)`, `**tebal**`, `&nbsp;`, atau `{{ … }}` tidak dijalankan;
    warga membacanya sebagaimana tertulis. Biasanya ia tersalin dari situs lain; kadang ditulis
    orang yang berniat buruk.

    Sumber: praktik katalog ini (isi rekaman ditampilkan, tidak dijalankan).
    """
    if "javascript" not in file.words and not any(sign in file.joined for sign in _SIGNS):
        return
    for path, text in file.texts:
        match = _SYNTAX.search(text)
        if match:
            yield Complaint(
                path,
                f"“{match[0][:60]}” tampil sebagaimana tertulis; tanda ini tidak dijalankan",
                "hapus tandanya, tulis kalimat biasa; alamat ditulis di isian `tautan`",
            )
