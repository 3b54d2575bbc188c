"""Typed values: each accepts one spelling, so that a record means the same to everyone.

YAML gives text only (`load`), hence every type here starts from text. An error carries the
Indonesian message in its template and the remedy under `petunjuk`.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from generator.model import salah_tulis

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_REFERENCE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*(?:/[a-z0-9]+(?:-[a-z0-9]+)*)?")
_PROCESS = re.compile(r"[A-Z]{2,6}(?:\.[0-9]{2}){1,4}")
# Editors use these too, and refuse a backslash before a sign that needs none.
_PLAIN = r"""[^\s<>"'`\\]*"""
_LINK = re.compile(rf"[Hh][Tt][Tt][Pp][Ss]://[A-Za-z0-9.-]+(?::[0-9]+)?(?:[/?#]{_PLAIN})?")
_SECRET = re.compile(r"[A-Za-z]+://[^/?#]*@")
_MAIL = re.compile(rf"mailto:[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{{2,}}(?:\?{_PLAIN})?")
_PHONE = re.compile(r"(?:tel|sms):\+?[0-9]{2,15}")
_DEGREES = re.compile(r"-?[0-9]{1,3}\.[0-9]{3,7}")
_CLOCK = re.compile(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]|24:00")
_RELATIVE_FILE = re.compile(r"(?:formulir|lampiran)/[A-Za-z0-9._/-]+\.(?:pdf|png|jpg|jpeg)")
_DAY = re.compile(r"(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}")
_DIGITS = re.compile(r"[0-9]{1,15}")
_DECIMAL = re.compile(r"[0-9]{1,6}(?:\.[0-9]{1,6})?")

TEXT_MAX = 600
PARAGRAPH_MAX = 6000


def wrong(
    kind: str, message: str, hint: str, instead: str | None = None, at: str | None = None
) -> PydanticCustomError:
    """Make an error whose message and remedy are in the officers' language.

    `instead` is the right spelling, where the wrong one leaves no doubt; `at` the key to blame
    where several are judged together.
    """
    context = {"pesan": message, "petunjuk": hint}
    if instead:
        context["ganti"] = instead
    if at:
        context["di"] = at
    return PydanticCustomError(kind, "{pesan}", context)


def _text(value: str) -> str:
    text = " ".join(value.split())
    if not text:
        raise wrong("teks_kosong", "isian ini kosong", "isi, atau hapus kuncinya bila belum tahu")
    if len(text) > TEXT_MAX:
        raise wrong(
            "teks_panjang",
            f"isian ini {len(text)} huruf, paling banyak {TEXT_MAX}",
            "ringkas menjadi satu atau dua kalimat",
        )
    return text


def _paragraph(value: str) -> str:
    blocks = [" ".join(block.split()) for block in re.split(r"\n\s*\n", value)]
    text = "\n\n".join(block for block in blocks if block)
    if not text:
        raise wrong("teks_kosong", "isian ini kosong", "isi, atau hapus kuncinya bila belum tahu")
    if len(text) > PARAGRAPH_MAX:
        raise wrong(
            "teks_panjang",
            f"isian ini {len(text)} huruf, paling banyak {PARAGRAPH_MAX}",
            "pindahkan rinciannya ke lampiran",
        )
    return text


@lru_cache(maxsize=4096)
def _slug(value: str) -> str:
    if len(value) > 80 or not _SLUG.fullmatch(value):
        raise wrong(
            "kode",
            f"“{value[:60]}” bukan kode yang sah",
            "pakai huruf kecil, angka, dan tanda hubung, mis. `surat-pindah`",
            salah_tulis.code(value),
        )
    return value


def _reference(value: str) -> str:
    if len(value) > 160 or not _REFERENCE.fullmatch(value):
        raise wrong(
            "rujukan",
            f"“{value[:60]}” bukan rujukan layanan yang sah",
            "tulis `<unit>/<layanan>`, mis. `disdukcapil/ktp-el-baru`",
        )
    return value


def _process(value: str) -> str:
    if not _PROCESS.fullmatch(value):
        raise wrong(
            "kode_proses",
            f"“{value[:60]}” bukan kode proses yang sah",
            "tulis huruf besar lalu angka dua-dua, mis. `BLG.01.02`",
        )
    return value


def _digits(value: object, kind: str, example: str) -> object:
    if isinstance(value, str):
        if not _DIGITS.fullmatch(value):
            raise wrong(
                kind,
                f"“{value[:40]}” bukan bilangan bulat",
                f"tulis angka saja, {example}",
                salah_tulis.amount(value, free=kind == "rupiah"),
            )
        return int(value)
    return value


def _rupiah(value: object) -> object:
    # Pydantic alone reads the text "50.000" as fifty; here a dot groups thousands.
    return _digits(value, "rupiah", "rupiah penuh tanpa titik dan tanpa “Rp”, mis. `50000`")


def _whole(value: object) -> object:
    return _digits(value, "bilangan", "mis. `3`")


def _decimal(value: object) -> object:
    if isinstance(value, str) and not _DECIMAL.fullmatch(value):
        raise wrong(
            "desimal",
            f"“{value[:40]}” bukan bilangan",
            "pakai titik desimal, mis. `84.69`",
            salah_tulis.decimal(value),
        )
    return value


def _day(value: object) -> object:
    if isinstance(value, str):
        if _DAY.fullmatch(value):
            try:
                return date.fromisoformat(value)
            except ValueError:
                pass
        raise wrong(
            "tanggal",
            f"“{value[:40]}” bukan tanggal yang ada di kalender",
            "tulis tahun-bulan-hari, mis. `2026-11-24`",
            salah_tulis.day(value),
        )
    return value


def _clock(value: str) -> str:
    if not _CLOCK.fullmatch(value):
        raise wrong(
            "jam",
            f"“{value[:40]}” bukan jam",
            "tulis jam:menit 24 jam, mis. `08:00`",
            salah_tulis.clock(value),
        )
    return value


def _yes(value: object) -> object:
    if isinstance(value, str):
        if value not in ("ya", "tidak"):
            raise wrong(
                "ya_tidak",
                f"“{value[:40]}” bukan jawaban",
                "tulis `ya` atau `tidak`",
                salah_tulis.yes_or_no(value),
            )
        return value == "ya"
    return value


def _link(value: str) -> str:
    if _SECRET.match(value):
        raise wrong(
            "tautan_sandi",
            "tautan ini memuat nama pengguna atau kata sandi",
            "hapus bagian sebelum `@`; ganti kata sandinya, karena sudah terkirim",
        )
    if len(value) > 500 or not (
        _LINK.fullmatch(value) or _MAIL.fullmatch(value) or _PHONE.fullmatch(value)
    ):
        raise wrong(
            "tautan",
            f"“{value[:60]}” bukan tautan yang boleh dipasang",
            "awali dengan `https://`, `mailto:`, `tel:`, atau `sms:`, tanpa spasi",
        )
    return value


def _link_pattern(value: str) -> str:
    filled = value.replace("{berkas}", "unit/a/unit.yaml")
    if "{berkas}" not in value or not _LINK.fullmatch(filled) or "{" in filled or len(value) > 500:
        raise wrong(
            "pola_tautan",
            f"“{value[:60]}” bukan pola alamat penyunting",
            "awali dengan `https://` dan sebut `{berkas}`, "
            "mis. `https://forge.example/x/edit/main/{berkas}`",
        )
    return value


def _degrees(value: str) -> str:
    if not _DEGREES.fullmatch(value):
        raise wrong(
            "derajat",
            f"“{value[:40]}” bukan derajat desimal",
            "tulis dengan titik dan tiga sampai tujuh angka di belakangnya, "
            "mis. lintang `2.8375` dan bujur `117.3653`",
        )
    return value


def _file(value: str) -> str:
    if not _RELATIVE_FILE.fullmatch(value) or ".." in value or "//" in value:
        raise wrong(
            "berkas",
            f"“{value[:60]}” bukan alamat berkas di dalam katalog",
            "simpan PDF, PNG, atau JPG di `formulir/` atau `lampiran/`, mis. `formulir/f-1-02.pdf`",
        )
    return value


def _spelling(*patterns: re.Pattern[str], number: str = "") -> WithJsonSchema:
    """Tell editors how a value is spelled; they read bare digits as a number, which is the same."""
    alternatives = "|".join(each.pattern for each in patterns)
    if number:
        types = [number, "string"]
        return WithJsonSchema({"type": types, "minimum": 0, "pattern": f"^(?:{alternatives})$"})
    return WithJsonSchema({"type": "string", "pattern": f"^(?:{alternatives})$"})


_SOMETHING = WithJsonSchema({"type": "string", "pattern": r"\S"})

Teks = Annotated[str, AfterValidator(_text), _SOMETHING]
"""One line of plain text, white space folded, at most 600 characters."""
Paragraf = Annotated[str, AfterValidator(_paragraph), _SOMETHING]
"""Plain text of one or more paragraphs, at most 6,000 characters."""
Kode = Annotated[str, AfterValidator(_slug), _spelling(_SLUG)]
"""A code, unique in its list: lower case letters, digits, hyphens."""
Rujukan = Annotated[str, AfterValidator(_reference), _spelling(_REFERENCE)]
"""A record's id: `<unit>/<layanan>` or a code alone."""
KodeProses = Annotated[str, AfterValidator(_process), _spelling(_PROCESS)]
"""A dotted code of a process: capitals, then numbers of two digits."""
Rupiah = Annotated[int, BeforeValidator(_rupiah), Field(ge=0), _spelling(_DIGITS, number="integer")]
"""Whole rupiah, digits only."""
Bilangan = Annotated[
    int, BeforeValidator(_whole), Field(ge=0), _spelling(_DIGITS, number="integer")
]
"""A whole number, digits only."""
Desimal = Annotated[Decimal, BeforeValidator(_decimal), _spelling(_DECIMAL, number="number")]
"""A number with a decimal point."""
Tanggal = Annotated[date, BeforeValidator(_day), _spelling(_DAY)]
"""A day as YYYY-MM-DD."""
Jam = Annotated[str, AfterValidator(_clock), _spelling(_CLOCK)]
"""A time of day as HH:MM; 24:00 is the end of the day."""
YaTidak = Annotated[bool, BeforeValidator(_yes), WithJsonSchema({"enum": ["ya", "tidak"]})]
"""`ya` or `tidak`, nothing else."""
Tautan = Annotated[str, AfterValidator(_link), _spelling(_LINK, _MAIL, _PHONE)]
"""An address with scheme https, mailto, tel or sms."""
PolaTautan = Annotated[
    str,
    AfterValidator(_link_pattern),
    WithJsonSchema({"type": "string", "pattern": r"^https://.*\{berkas\}"}),
]
"""An https address in which `{berkas}` stands for the path of a file."""
Derajat = Annotated[str, AfterValidator(_degrees), _spelling(_DEGREES)]
"""Decimal degrees north of the equator or east of Greenwich, as they stand in a map's address."""
Berkas = Annotated[str, AfterValidator(_file), _spelling(_RELATIVE_FILE)]
"""Path of a form or an attachment inside the catalog."""

Satuan = Literal["menit", "jam", "hari", "hari_kerja", "minggu", "bulan", "tahun"]
Status = Literal["draf", "contoh", "berlaku", "ditinjau", "dicabut"]
TAK_TERBIT = ("draf", "dicabut")
"""Statuses under which a record promises nothing: not yet, or no more."""
Hari = Literal["senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu"]
Keyakinan = Literal["terkonfirmasi", "sebagian", "ingatan"]
"""How sure a fact is: seen at a source, partly seen, or from general knowledge only."""
