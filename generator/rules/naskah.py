"""Rules about numbers, years and articles of laws and decrees, written in two places."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generator.finding import Level
from generator.model.dokumen_unit import Maklumat, Penetapan
from generator.model.regulasi import Regulasi
from generator.rules.bantu import STANDAR
from generator.rules.hari import written_days
from generator.rules.registry import Complaint, Context, Scope, TextFile, rule
from generator.rules.sop_bentuk import SOP
from generator.source import Path

_YEAR = re.compile(r"(?:^|[/.\s-])((?:19|20)\d\d)$")
_IN_NUMBER = re.compile(r"/((?:19|20)\d\d)(?!\d)")


@rule("nomor-lain-tahun", Level.WARNING, Scope.RECORD, "penetapan", "maklumat")
def number_of_another_year(record: Penetapan | Maklumat) -> Iterator[Complaint]:
    """Tahun pada nomor keputusan sama dengan tahun tanggalnya, dan yang dicabut tidak lebih muda.

    Nomor berakhir `/2025` pada keputusan bertanggal 2024 tidak ditemukan di buku register mana
    pun; warga yang menunjuknya dianggap salah. Begitu pula nomor dan tanggal di berita acaranya.

    Sumber: tata naskah dinas (nomor memuat tahun penetapan); praktik, mis. tahun salah ketik.
    """
    minutes = (record.berita_acara or "") if isinstance(record, Penetapan) else ""
    of_minutes, held = _IN_NUMBER.search(minutes), next(written_days(minutes), None)
    if of_minutes and held and int(of_minutes[1]) != held.year:
        yield Complaint(
            ("berita_acara",),
            f"bertanggal tahun {held.year}, tetapi nomornya bertahun {of_minutes[1]}",
            "salin nomor dan tanggalnya dari naskah berita acara",
        )
    day = record.tanggal
    if not day:
        return
    year = _YEAR.search(record.nomor or "")
    if year and int(year[1]) != day.year:
        yield Complaint(
            ("tanggal",),
            f"ditetapkan {day}, tetapi nomornya berakhir {year[1]}",
            f"baca naskahnya: perbaiki tahun di `tanggal`, atau tulis nomor yang berakhir "
            f"{day.year}",
        )
    for at, old in enumerate(record.mencabut if isinstance(record, Penetapan) else ()):
        year = _YEAR.search(old)
        if year and "/" in old and int(year[1]) > day.year:
            yield Complaint(
                ("mencabut", at),
                f"mencabut keputusan tahun {year[1]}, padahal ini ditetapkan {day}",
                "baca naskahnya: perbaiki tahun keputusan yang dicabut, atau `tanggal` ini",
            )


_HOST = 2
"""So many slashes stand before a path."""


@rule("naskah-kembar", Level.WARNING, Scope.CATALOG)
def paper_twice(context: Context) -> Iterator[Complaint]:
    """Satu peraturan ditulis satu kali, dengan tautan naskahnya sendiri.

    Dua peraturan yang menautkan satu naskah membuat salah satunya terbuka ke naskah yang salah;
    warga membaca pasal peraturan lain.

    Sumber: UU 12/2011 (peraturan dikenali dari jenis, nomor, dan tahun); praktik, mis. salah salin.
    """
    seen: dict[tuple[str, ...], str] = {}
    for record in context.of_kind("regulasi"):
        law = record.data
        if not isinstance(law, Regulasi):
            continue
        link = (law.tautan or "").rstrip("/")
        # The front page of a site is the text of no law.
        if link.count("/") > _HOST:
            other = seen.setdefault(("tautan", link), record.id)
            if other != record.id:
                yield Complaint(
                    ("tautan",),
                    f"tautan ini sudah menjadi naskah `{other}`",
                    "tulis alamat naskah yang ini, atau hapus `tautan` sampai diketahui",
                    at=record,
                )
        if law.nomor and law.tahun:
            other = seen.setdefault((law.jenis, law.nomor, str(law.tahun)), record.id)
            if other != record.id:
                yield Complaint(
                    ("nomor",),
                    f"{law.sebutan} sudah ditulis di `{other}`",
                    "perbaiki `nomor` atau `tahun`, atau hapus salah satunya dan ganti rujukannya",
                    at=record,
                )


_GAZETTE = re.compile(r"\b(?:Lembaran|Berita) (?:Negara|Daerah)\b[^.;]{0,60}? Tahun (\d{4})\b")
_ENACTED = re.compile(r"\b[Dd]itetapkan (?:pada |tanggal )*([^.;,]{8,24})")


@rule("tahun-naskah", Level.WARNING, Scope.RECORD, "regulasi")
def year_of_gazette(law: Regulasi) -> Iterator[Complaint]:
    """Tahun sebuah peraturan cocok dengan lembaran dan hari penetapannya.

    Lembaran Daerah Tahun 2025 untuk Perda 2016 adalah lembaran peraturan lain; yang memeriksa
    dasar hukum membaca naskah yang salah.

    Sumber: UU 12/2011 (penetapan dan pengundangan); praktik, mis. salah salin.
    """
    for key, texts in (("sumber", law.sumber), ("catatan", law.catatan)):
        for at, text in enumerate(texts):
            # A law of December may stand in the gazette of the next year.
            printed = [int(each) for each in _GAZETTE.findall(text)] if key == "sumber" else []
            wrong = [each for each in printed if law.tahun and each - law.tahun not in (0, 1)]
            if law.tahun and text.startswith("Ditetapkan") and (match := _ENACTED.match(text)):
                days = written_days(match[1])
                wrong += [each.year for each in days if each.year != law.tahun]
            if wrong:
                yield Complaint(
                    (key, at),
                    f"di sini tahun {wrong[0]}, sedangkan `tahun` peraturan ini {law.tahun}",
                    "perbaiki tahun yang salah ketik; atau hapus bila ini tentang peraturan lain",
                )


_ARTICLE = re.compile(r"\bPasal (\d{2,3}[A-Z]?)\b")
_ENOUGH = 2
"""So often an article is cited before another that looks like it is called a slip."""


@rule("pasal-salah-ketik", Level.WARNING, Scope.CATALOG)
def article_misspelt(context: Context) -> Iterator[Complaint]:
    """Pasal yang disebut sekali bukan pasal lain dari peraturan itu dengan angka tertukar.

    "Pasal 97A" yang seharusnya "Pasal 79A" tidak ada di peraturannya: dasar pungutan atau syarat
    tidak dapat diperiksa siapa pun.

    Sumber: praktik (angka yang tertukar); UU 25/2009 Pasal 21 (dasar hukum).
    """
    cited: dict[str, list[tuple[str, TextFile, Path]]] = {}
    for file in context.files:
        for path, text in file.of(("pasal",)):
            if law := file.beside(path, "regulasi"):
                for article in _ARTICLE.findall(text):
                    cited.setdefault(law, []).append((article, file, path))
    for law, places in cited.items():
        often = Counter(article for article, _, _ in places)
        by_figures: dict[str, list[str]] = {}
        for article in often:
            by_figures.setdefault("".join(sorted(article)), []).append(article)
        alike = [each for each in by_figures.values() if len(each) > 1]
        for article, file, path in places if alike else ():
            others = next((each for each in alike if article in each), [])
            usual = max(others, key=lambda each: often[each], default=article)
            if often[article] > 1 or often[usual] < _ENOUGH:
                continue
            if any(each == usual and where is file for each, where, _ in places):
                yield Complaint(
                    path,
                    f"Pasal {article} hanya disebut di sini; rekaman ini juga menyebut Pasal "
                    f"{usual} dari `{law}`",
                    f"baca peraturannya; bila angkanya tertukar, tulis `Pasal {usual}`",
                    at=file,
                )


class _Cited(NamedTuple):
    """An article as one place cites it."""

    file: TextFile
    path: Path
    law: str
    article: str
    about: frozenset[str]

    def contradicts(self, other: _Cited) -> bool:
        """Tell whether two places find the same article, on the same matter, in two laws."""
        if self.article != other.article or self.law == other.law:
            return False
        # No two laws of one record both have an inserted article of the same number.
        return bool(self.about and self.about == other.about) or bool(
            _INSERTED.search(self.article)
        )


_INSERTED = re.compile(r"\bPasal \d{1,3}[A-Z]\b")


@rule("pasal-peraturan-lain", Level.WARNING, Scope.CATALOG)
def article_of_another_law(context: Context) -> Iterator[Complaint]:
    """Pasal yang sama tentang hal yang sama berasal dari satu peraturan, juga di SOP-nya.

    Bila dasar hukum menyebut Pasal 79A sebuah undang-undang dan baris biaya Pasal 79A peraturan
    lain, warga yang memeriksanya membuka peraturan yang tidak memuat pasal itu.

    Sumber: UU 25/2009 Pasal 21 (dasar hukum); praktik, mis. dasar yang tersalin ke baris lain.
    """
    cited = [(file, _citations(file)) for file in context.files]
    often = Counter((each.law, each.article) for _, places in cited for each in places)
    of_service = {file.id: places for file, places in cited if file.identity.kind in STANDAR}
    for file, own in cited:
        others = list(own)
        if own and file.identity.kind in SOP:
            services = [text for _, text in file.of(("layanan",))]
            others += [each for id_ in services for each in of_service.get(id_, ())]
        read = {each.path: each for each in own}
        told = {(each.law, each.article, each.about): each for each in reversed(others)}
        by_article: dict[str, list[_Cited]] = {}
        for each in told.values():
            by_article.setdefault(each.article, []).append(each)
        for each in own:
            laws = by_article[each.article]
            odd_to = [other for other in laws if each.contradicts(other)]
            # The basis of an item and where it was read are one place.
            beside = read.get((*each.path[:-2], _BESIDE.get(each.path[-2], ""), "pasal"))
            if beside and beside.article == each.article and beside.law != each.law:
                odd_to.append(beside)
            other = max(odd_to, key=lambda it: often[it.law, it.article], default=None)
            if other and _gives_way(each, other, often):
                yield _two_laws(each, other)


_BESIDE: Mapping[str | int, str] = {"dasar": "sumber", "sumber": "dasar"}


def _gives_way(each: _Cited, other: _Cited, often: Counter[tuple[str, str]]) -> bool:
    """Tell whether the first is cited less often; of two alike the later in the file gives way."""
    mine, theirs = often[each.law, each.article], often[other.law, other.article]
    if mine != theirs or other.file is not each.file:
        return mine <= theirs
    return other.file.places.locate(other.path) < each.file.places.locate(each.path)


def _citations(file: TextFile) -> list[_Cited]:
    return [
        _Cited(
            file,
            path,
            law,
            article,
            frozenset(re.findall(r"\w+", (file.beside(path, "mengenai") or "").casefold())),
        )
        for path, article in file.of(("pasal",))
        if (law := file.beside(path, "regulasi"))
    ]


def _two_laws(each: _Cited, other: _Cited) -> Complaint:
    line = other.file.places.locate(other.path).line
    there = f"baris {line}"
    if other.file is not each.file:
        there = f"`{other.file.document.file}` {there}"
    return Complaint(
        (*each.path[:-1], "regulasi"),
        f"{each.article} di sini dari `{each.law}`, di {there} dari `{other.law}`",
        f"baca pasalnya; tulis `regulasi: {other.law}` di sini, atau perbaiki `pasal`; bila yang "
        f"di sini benar, perbaiki {there}",
        at=each.file,
    )


_OF_OLD = frozenset(("catatan", "catatan_dalam", "riwayat", "sumber", "mengenai", "contoh"))
_GONE = re.compile(
    r"\b(?:di)?(?:cabut|ganti|hapus)|\bmengganti|\btidak berlaku|\blama\b|\bdahulu\b"
)


@rule("kalimat-peraturan-dicabut", Level.WARNING, Scope.CATALOG)
def repealed_in_words(context: Context) -> Iterator[Complaint]:
    """Kalimat tidak bersandar pada peraturan yang sudah dicabut.

    "Survei menurut PermenPANRB 16/2014" menyuruh petugas memakai cara yang sudah diganti. Yang
    menceritakan pencabutannya, dan `riwayat` serta `catatan`, memang menyebutnya.

    Sumber: UU 12/2011 (pencabutan peraturan); praktik, mis. kalimat yang tidak ikut diperbarui.
    """
    laws = context.katalog.regulasi
    gone = {
        (each.nomor.casefold(), str(each.tahun)): (each, each.dicabut_oleh)
        for each in laws.values()
        if each.status == "dicabut" and each.nomor and each.tahun
    }
    for file in context.files:
        if file.identity.kind in ("regulasi", "penetapan") or not gone:
            continue
        words = file.words
        for (number, year), (law, successor) in gone.items():
            if year not in words or number not in words:
                continue
            for path in _naming(file, law):
                new = laws.get(successor) if successor else None
                by = f" oleh {new.sebutan}" if new else ""
                yield Complaint(
                    path,
                    f"{law.sebutan} sudah dicabut{by}",
                    f"tulis {new.sebutan} sesudah membaca isinya, atau sebut bahwa sudah dicabut"
                    if new
                    else "hapus, atau sebut bahwa peraturan ini sudah dicabut",
                    at=file,
                )


def _naming(file: TextFile, law: Regulasi) -> Iterator[Path]:
    names = [each.replace(" ", "").casefold() for each in (law.sebutan, law.judul)]
    for path, text in file.sentences:
        if str(law.tahun) not in text or not _OF_OLD.isdisjoint(path):
            continue
        closed = text.replace(" ", "").casefold()
        if any(each in closed for each in names) and not _GONE.search(text.casefold()):
            yield path
