"""The heading font, cut to what headings need; built, never committed.

The hyphen is left out: Jakarta draws it so long that "KTP-el" reads like a dash, so the browser
takes that one sign from the body font, as it does with signs that no heading has. The licence (OFL)
travels in the font's own name table.
"""

import io
from pathlib import Path

import fontpkg_plus_jakarta_sans
from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

BERKAS = "PlusJakartaSans[wght].ttf"
HURUF = {*range(0x20, 0x7F), *map(ord, "éÉ–—‘’“”…·×°²")} - set(map(ord, "-#$*<=>@[\\]^_`{|}~"))
TEBAL = (500, 800)
# 0 copyright, 1-6 family and style, 13 and 14 licence
NAMA = [0, 1, 2, 3, 4, 5, 6, 13, 14]


def potong_huruf(tujuan: Path) -> None:
    """Write the heading font as WOFF2 to the file `tujuan`; the same bytes every time."""
    sumber = fontpkg_plus_jakarta_sans.ROOT / "files" / BERKAS
    # A fresh time stamp would change the file with every build.
    huruf = TTFont(sumber, recalcTimestamp=False)

    pilihan = subset.Options(
        layout_features=["kern", "mark", "ccmp", "locl"],
        name_IDs=NAMA,
        name_languages=[0x409],
        notdef_outline=True,
        hinting=False,
        recalc_timestamp=False,
    )
    pemotong = subset.Subsetter(pilihan)
    pemotong.populate(unicodes=HURUF)
    pemotong.subset(huruf)
    # After the cut: the subsetter stumbles over glyphs that lost their variations here.
    huruf = instancer.instantiateVariableFont(huruf, {"wght": TEBAL})
    huruf.flavor = "woff2"

    isi = io.BytesIO()
    huruf.save(isi)
    tujuan.parent.mkdir(parents=True, exist_ok=True)
    tujuan.write_bytes(isi.getvalue())
