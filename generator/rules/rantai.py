"""Rules about chains of documents: each can be had somewhere, and none waits for itself."""

from __future__ import annotations

from collections.abc import Iterator

from generator.finding import Level
from generator.model.kosakata import KosakataDokumen
from generator.model.rantai import (
    diberikan,
    diminta,
    dokumen_umum,
    hasil,
    lingkaran,
    tak_terjangkau,
)
from generator.rules.registry import Complaint, Context, Scope, rule


@rule("dokumen-tanpa-asal", Level.WARNING, Scope.CATALOG)
def no_origin(context: Context) -> Iterator[Complaint]:
    """Setiap dokumen yang diminta dapat diperoleh: dari layanan, lembaga luar, atau dibuat sendiri.

    Warga yang belum punya dokumen itu harus tahu ke mana meminta. Tanpa itu ia datang ke loket
    hanya untuk bertanya, lalu datang lagi.

    Sumber: praktik katalog ini (rantai dokumen); Citizen's Charter Filipina (where to secure).
    """
    katalog = context.katalog
    made = {code for each in diberikan(katalog) for code in hasil(each.isi)}
    users: dict[str, str] = {}
    for each in diberikan(katalog):
        for code in diminta(each.isi):
            users.setdefault(code, each.id)
    for record in context.of_kind("kosakata-dokumen"):
        if not isinstance(record.data, KosakataDokumen):
            continue
        for index, document in enumerate(record.data.butir):
            known = document.penerbit_luar or document.milik_sendiri == "ya"
            if document.kode in users and not known and document.kode not in made:
                yield Complaint(
                    ("butir", index, "kode"),
                    f"“{document.nama}” diminta `{users[document.kode]}`, "
                    "tetapi tidak diketahui diperoleh dari mana",
                    "sebut `dokumen` ini di `produk` layanan yang menerbitkannya, atau isi "
                    "`penerbit_luar`, atau tulis `milik_sendiri: ya`",
                    at=record,
                )


@rule("penerbit-luar-janggal", Level.WARNING, Scope.CATALOG)
def issued_within(context: Context) -> Iterator[Complaint]:
    """Dokumen yang diterbitkan layanan di katalog ini tidak disebut terbitan lembaga luar.

    Warga yang disuruh ke lembaga luar tidak menemukan surat yang sebenarnya diurus di desanya.

    Sumber: praktik katalog ini (`penerbit_luar` hanya untuk yang tidak diberikan di sini).
    """
    katalog = context.katalog
    makers: dict[str, str] = {}
    for each in diberikan(katalog):
        for code in hasil(each.isi):
            # A service that asks for the paper changes one that was issued elsewhere.
            if code not in diminta(each.isi):
                makers.setdefault(code, each.id)
    for record in context.of_kind("kosakata-dokumen"):
        for index, document in enumerate(getattr(record.data, "butir", ())):
            if document.penerbit_luar and document.kode in makers:
                yield Complaint(
                    ("butir", index, "penerbit_luar"),
                    f"“{document.nama}” terbit dari `{makers[document.kode]}` di katalog ini",
                    "hapus `penerbit_luar`, atau perbaiki `dokumen` di `produk` layanan itu",
                    at=record,
                )


@rule("dokumen-melingkar", Level.WARNING, Scope.CATALOG)
def waits_for_itself(context: Context) -> Iterator[Complaint]:
    """Tidak ada layanan yang menunggu dokumen yang baru terbit sesudah layanan itu sendiri.

    Bila A meminta hasil B dan B meminta hasil A, warga yang belum punya keduanya tidak akan
    pernah dilayani. Dokumen yang sudah dimiliki hampir semua orang (mis. KTP-el) tidak dihitung,
    begitu pula dokumen dengan penerbit di luar katalog.

    Sumber: praktik katalog ini (rantai dokumen dihitung dari persyaratan dan produk).
    """
    katalog = context.katalog
    stuck = tak_terjangkau(katalog, dokumen_umum(katalog))
    circle = lingkaran(stuck)
    if not circle:
        return
    first = min(circle, key=lambda each: each.id)
    given = {code for each in circle for code in hasil(each.isi)}
    record = next((each for each in context.records if each.file == first.berkas), None)
    for index, item in enumerate(first.isi.persyaratan):
        if item.dokumen in given:
            name = katalog.dokumen[item.dokumen].nama if item.dokumen in katalog.dokumen else ""
            others = [f"`{each.id}`" for each in circle if each is not first]
            way = f" lewat {', '.join(others)}" if others else ""
            yield Complaint(
                ("persyaratan", index, "dokumen"),
                f"“{name or item.dokumen}” baru dapat diperoleh sesudah layanan ini sendiri{way}",
                "tambahkan layanan yang menerbitkannya pertama kali, isi `penerbit_luar` dokumen "
                "itu, atau sebut `kasus` yang memerlukannya",
                at=record,
            )
            return
