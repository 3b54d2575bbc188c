"""Rules about sentences that promise the opposite, because one small word is lost."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.finding import Level
from generator.model.layanan import Standar
from generator.rules.pantangan import ban, broken
from generator.rules.registry import Complaint, Context, Scope, TextFile, rule
from generator.source import Path

_ASSURED = ("jaminan_pelayanan", "jaminan_keamanan")
_LEFT_OUT = "tulis “tidak …” bila kata itu hilang; bila memang begitu, hapus kalimat ini"
_OPPOSITES = (
    ban(
        "salah kesalahan keliru kekeliruan + biaya dibayar dipungut tambahan",
        r"\b(?:salah|keliru|kesalahan|kekeliruan)\b[^.;]*\b(?:kantor|petugas|laboratorium"
        r"|diperbaiki|dibetulkan)\b[^.;]*"
        r"\b(?:dengan biaya|dibayar|dipungut|dengan syarat tambahan)\b",
        "kesalahan kantor dibetulkan tanpa biaya dan tanpa syarat tambahan",
        "tulis “tanpa biaya” atau “tanpa syarat tambahan”",
    ),
    ban(
        "dipungut biaya",
        r"\bdipungut (?:biaya|retribusi|bayaran)\b|\bdengan biaya\b",
        "memungut bukan jaminan",
        _LEFT_OUT,
        under=_ASSURED,
    ),
    ban(
        "pungutan uang biaya + ada",
        r"(?<!bila )(?<!jika )(?<!mungkin )\bada (?:pungutan|biaya tambahan"
        r"|uang (?:administrasi|saksi|pendaftaran|rokok|tunggu))\b",
        "pungutan tidak dijanjikan",
        _LEFT_OUT,
    ),
    ban(
        "memihak menghakimi berkepentingan",
        r"\b(?:dan|yang|secara|dengan) (?:memihak|menghakimi)\b"
        r"|\b(?:dan|secara|dengan|(?:petugas|pejabat|pemeriksa|penilai) yang|oleh (?:\w+ )?yang)"
        r" berkepentingan\b",
        "petugas tidak memihak dan tidak menghakimi",
        _LEFT_OUT,
    ),
    ban(
        "agar supaya sehingga + menunggu disalahgunakan melewati terlambat tertunda terganggu"
        " tertukar kehilangan tercecer bocor mengantre",
        r"\b(?:agar|supaya|sehingga)\b(?:(?!\b(?:bila|terhindar)\b)[^.;,])*"
        r"\b(?:menunggu(?! (?:sebentar|dengan nyaman|di rumah)\b)"
        r"|disalahgunakan|melewati batas|terlambat|tertunda|terganggu|tertukar"
        r"|kehilangan|tercecer|(?<!yang )bocor|mengantre ulang)\b",
        "akibat buruk tidak diupayakan",
        _LEFT_OUT,
    ),
    ban(
        "petugas + menjual memaksa membiarkan meminta",
        r"\bpetugas(?:[ ,]+\w+){0,3} (?:menjual jasa|memaksa|membiarkan"
        r"|meminta (?:uang|imbalan))\b",
        "itu justru dilarang bagi petugas",
        _LEFT_OUT,
    ),
    ban(
        "lansia disabilitas hamil rentan + akhir terakhir selesai ditolak dilayani",
        r"\b(?:lansia|disabilitas|hamil|rentan)\b[^.;]*\b(?:paling akhir"
        r"|(?:dilayani|dipanggil|ditangani|diproses|urutan|giliran|antrean) (?:yang )?terakhir"
        r"|(?<!yang )(?<!permohonannya )ditolak"
        r"|sampai antrean lain selesai|sesudah (?:yang|pemohon) lain)\b",
        "kelompok rentan didahulukan (UU 25/2009 Pasal 29)",
        "tulis “didahulukan”",
    ),
    ban(
        "mengeluh mengadu protes + terakhir dipindahkan akhir",
        r"\b(?:mengeluh|mengadu|protes)\b[^.;]*"
        r"\b(?:(?:dilayani|dipanggil|ditangani|diproses|urutan|giliran|antrean) (?:yang )?terakhir"
        r"|paling akhir(?! \w+ (?:hari|bulan)\b)|dipindahkan ke (?:urutan|antrean|belakang))\b",
        "yang mengadu tidak dihukum",
        "tulis apa yang dilakukan kantor bagi yang mengeluh",
        refuses=True,
    ),
    ban(
        "dipersulit",
        r"\b(?:pelapor|pengadu|warga)\b[^.;]*\bdipersulit\b",
        "yang mengadu tidak dipersulit",
        _LEFT_OUT,
    ),
    ban(
        "disebarkan difoto diumumkan diberikan dibuka disalahgunakan dicampur keberadaan",
        r"\b(?:disebarkan|difoto(?! hanya dengan persetujuan)|(?<!yang )diumumkan(?! dengan nomor)"
        r"|(?<!bila data )(?<!apa yang )disalahgunakan|dicampur(?! (?:di ruang khusus"
        r"|dengan pelarut))"
        r"|diberikan kepada (?:pihak lain|unit)(?! hanya dengan surat kuasa)|dibuka kepada"
        r" (?:siapa|orang lain|pihak(?! yang berwenang))"
        r"|diberi tahu keberadaan)\b",
        "jaminan keamanan menjanjikan yang sebaliknya",
        _LEFT_OUT,
        under=("jaminan_keamanan",),
    ),
    ban(
        "selama + berubah dibatasi dipecah digabung dicabut berakhir",
        r"^selama\b[^.;]*\b(?:berubah|dibatasi|dipecah|digabung|dicabut|berakhir)\b",
        "sesuatu tidak berlaku selama ia berubah",
        "tulis “selama … tidak berubah”, atau “sampai … berubah”",
        under=("masa_berlaku",),
    ),
)


@rule("kata-tidak-hilang", Level.WARNING, Scope.FILE)
def promised_the_opposite(file: TextFile) -> Iterator[Complaint]:
    """Kalimat tidak menjanjikan kebalikannya karena kata “tidak” atau “tanpa” hilang.

    “Data korban disebarkan”, “kesalahan kantor diperbaiki dengan biaya”, “berlaku selama data
    berubah”: satu kata yang hilang membalik jaminan menjadi ancaman, dan halaman resmi
    mengatakannya.

    Sumber: UU 25/2009 Pasal 15, 21, dan 34 (kewajiban penyelenggara, jaminan, perilaku
    pelaksana); praktik.
    """
    return broken(file, _OPPOSITES)


_LITTLE = ("tidak boleh ", "tidak lagi ", "tidak pernah ", "tidak perlu ", "tidak ")


@rule("kalimat-berlawanan", Level.WARNING, Scope.CATALOG)
def said_both_ways(context: Context) -> Iterator[Complaint]:
    """Satu kalimat tidak ditulis dengan “tidak” di satu tempat dan tanpa “tidak” di tempat lain.

    “Waktu menunggu blangko tidak dihitung” di satu SOP dan “dihitung” di SOP lain: salah satunya
    kehilangan kata itu, dan warga yang membaca yang keliru dirugikan.

    Sumber: praktik katalog ini (kalimat yang sama dipakai di pola, timpaan, standar, dan SOP).
    """
    denied: dict[str, tuple[TextFile, Path]] = {}
    for file in context.files:
        for path, text in file.sentences if "tidak" in file.words else ():
            if "tidak " in text:
                folded = text.casefold()
                for words in _LITTLE:
                    if folded.count(words) == 1:
                        denied.setdefault(folded.replace(words, ""), (file, path))
    lengths = {len(text) for text in denied}
    for file in context.files:
        for path, text in file.sentences:
            if len(text) not in lengths or text.casefold() not in denied or "tidak " in text:
                continue
            other, there = denied[text.casefold()]
            yield _contrary(file, path, other, there)


def _contrary(file: TextFile, path: Path, other: TextFile, there: Path) -> Complaint:
    line = other.places.locate(there).line
    return Complaint(
        path,
        f"kalimat ini kebalikan dari baris {line} {other.document.file}, yang berkata “tidak”",
        "periksa mana yang benar; bila kata “tidak” hilang di sini, tulis kembali",
        at=file,
    )


_BEFORE = re.compile(r"\bsebelum (?:meng|mem|men|me|ber|di)?(\w{4,})", re.IGNORECASE)
_AFTER = re.compile(
    r"\b(?:diurus|diajukan|dimohon\w*|menyusul|boleh|cukup|dapat)\b[^.;]{0,60}?"
    r"\b(?:setelah|sesudah) (?:meng|mem|men|me|ber|di)?(\w{4,})",
    re.IGNORECASE,
)
_ENDING = re.compile(r"(?:kan|nya|an|i)$")


@rule("sebelum-sesudah", Level.WARNING, Scope.RECORD, "standar", "pola")
def before_or_after(standard: Standar) -> Iterator[Complaint]:
    """Yang menurut ringkasan harus ada sebelum sesuatu tidak diurus sesudahnya.

    Izin yang "diperoleh sebelum membangun" tetapi menurut catatan "boleh diurus setelah bangunan
    selesai": warga yang percaya catatan bangunannya disegel.

    Sumber: UU 25/2009 Pasal 21 (prosedur yang pasti); praktik.
    """
    needed = {_stem(word): word for word in _BEFORE.findall(standard.ringkasan or "")}
    if not needed:
        return
    texts: list[tuple[Path, str]] = [
        (("catatan", at), text) for at, text in enumerate(standard.catatan)
    ]
    texts += [
        (("prosedur", at, "keterangan"), each.keterangan)
        for at, each in enumerate(standard.prosedur)
        if each.keterangan
    ]
    for path, text in texts:
        match = _AFTER.search(text)
        if match and _stem(match[1]) in needed and "tidak" not in text[: match.end()]:
            yield Complaint(
                path,
                f"di sini “{match[0][:80]}”, ringkasannya berkata sebelum",
                "samakan kalimat ini dengan `ringkasan`",
            )


def _stem(word: str) -> str:
    return _ENDING.sub("", word.casefold())
