"""Rules about what the law forbids an office to do, however well the rest of its record reads."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.finding import Level
from generator.rules.registry import Complaint, Scope, TextFile, rule
from generator.source import Path

_ELSEWHERE = frozenset(
    (
        *("sebutan", "alias", "dasar_hukum", "dasar", "sumber", "riwayat", "catatan_dalam"),
        *("risiko", "peringatan", "jenjang"),
    )
)
"""Parts that say what people type, what a law says, what was, or what could go wrong."""


class Ban(NamedTuple):
    """One practice that is forbidden."""

    words: tuple[frozenset[str], ...]
    """Without one of each, a record or a sentence says nothing of it; looking is quicker."""
    act: re.Pattern[str]
    """How the practice is told as something to be done."""
    law: str
    hint: str
    of: tuple[str, ...] = ()
    """Only records with one of these in their id; a sentence there need not name its subject."""
    under: frozenset[str] = frozenset()
    """Only texts under one of these keys."""
    refuses: bool = False
    """The practice is itself a denial, as in "is not served"."""


def ban(
    words: str,
    act: str,
    law: str,
    hint: str,
    *of: str,
    under: tuple[str, ...] = (),
    refuses: bool = False,
) -> Ban:
    """Return a ban; `words` are groups joined by a plus, `act` a pattern of either case."""
    groups = tuple(frozenset(group.split()) for group in words.split("+"))
    return Ban(groups, re.compile(act, re.IGNORECASE), law, hint, of, frozenset(under), refuses)


_DEPOSIT = r"\b(?:uang muka|deposit|uang jaminan)\b"
_EMERGENCY = "UU 17/2023 Pasal 174 melarang mendahulukan uang dan administrasi pada gawat darurat"
_HELP_FIRST = (
    "tulis bahwa pasien gawat darurat ditolong lebih dulu; biaya dan kartu diurus sesudahnya"
)
_PAYING = r"\b(?:membayar|melunasi|menyetor\w*|menitipkan|mendaftar|mengurus)\b"
_HELPED = r"\bdi(?:tangani|tolong|periksa|obati|layani)\b"
_WHO = r"\b(?:nama|identitas|alamat|data)(?: dan \w+)? (?:pelapor|pengadu)\b"
_NOT_DENIED = (
    "(?<!tidak )(?<!tidak boleh )(?<!tidak pernah )(?<!tidak dapat )(?<!tak )(?<!tak boleh )"
    "(?<!tak pernah )"
)
"""Before a denial: nobody is refused."""
_BANS = (
    ban(
        "darurat igd + muka deposit jaminan membayar melunasi menyetor menitipkan mendaftar"
        " mengurus",
        rf"\b(?:darurat|igd)\b.*{_DEPOSIT}|{_DEPOSIT}.*\b(?:darurat|igd)\b"
        rf"|\bdarurat\b.*{_PAYING}.*\b(?:dulu|dahulu|sebelum (?:di|men))",
        _EMERGENCY,
        _HELP_FIRST,
    ),
    ban(
        "muka deposit jaminan sebelum setelah sesudah",
        rf"{_DEPOSIT}|(?:{_PAYING}|\bjaminan\b|\bkartu\b).*\bsebelum (?:\w+ ){{0,2}}{_HELPED}"
        rf"|{_HELPED} (?:setelah|sesudah)\b.*(?:{_PAYING}|\bjaminan\b|\bkartu\b)",
        _EMERGENCY,
        _HELP_FIRST,
        "igd",
        "darurat",
    ),
    ban(
        "didamaikan mendamaikan dipertemukan berdamai + korban",
        r"\bkorban\b.*\b(?:didamaikan|mendamaikan|dipertemukan dengan (?:pelaku|terlapor)"
        r"|berdamai)\b|\b(?:didamaikan|mendamaikan)\b.*\bkorban\b",
        "UU 12/2022 Pasal 23 melarang menyelesaikan kekerasan seksual di luar peradilan",
        "hapus; tulis bahwa korban tidak dipertemukan atau didamaikan tanpa kehendaknya",
    ),
    ban(
        "otp pin sandi password cvv verifikasi",
        r"\b(?:kirim(?:kan)?|mengirim(?:kan)?|sebut(?:kan)?|menyebut(?:kan)?|beri(?:kan)?"
        r"|memberi(?:kan)?|serahkan|menyerahkan|tulis(?:kan)?|menulis(?:kan)?|minta|meminta"
        r"|mencatat|catat|sampaikan|menyampaikan)\b[^.;]*"
        r"\b(?:kode otp|otp|pin|kata sandi|password|cvv"
        r"|kode verifikasi)\b(?! (?:tanda|penghargaan|ke (?:nomor|surel)[^.;]*\bAnda|yang"
        r" (?:mudah|sulit))\b)",
        "kode rahasia tidak diminta petugas mana pun (UU 27/2022); yang memintanya penipu",
        "hapus kalimat ini; bila perlu, peringatkan warga agar tidak memberikannya",
    ),
    ban(
        "ditahan disimpan ditinggal ditinggalkan jaminan"
        " + ktp ktp-el kk ijazah stnk keluarga paspor sertifikat bpkb",
        r"(?<!fotokopi )(?<!salinan )\b(?:ktp(?:-el)?|kk|ijazah|stnk|kartu keluarga|paspor"
        r"|sertifikat|bpkb)\b[^.;]*"
        r"\b(?:ditahan(?! (?:polisi|perusahaan|kejaksaan)\b)|disimpan (?:petugas|loket)"
        r"|ditinggal(?:kan)? di"
        r"|dijadikan jaminan(?! (?:kredit|utang|di (?:bank|perusahaan))\b)"
        r"|sebagai jaminan)\b",
        "UU 25/2009 Pasal 34 melarang pelaksana mempersulit; dokumen asli tidak ditahan",
        "tulis bahwa dokumen asli dilihat lalu dikembalikan saat itu juga",
    ),
    ban(
        "hasil hiv + diberitahukan disampaikan diberikan dikirim",
        r"\b(?:hasil (?:tes|pemeriksaan|laboratorium)|hiv)\b(?! (?:lapangan|kebersihan|air"
        r"|kesehatan hewan)\b)[^.;]*\b(?:diberitahukan|disampaikan"
        r"|diberikan|dikirim) (?:kepada|ke) (?:kua|kedua keluarga|keluarga|desa|sekolah|atasan"
        r"|perusahaan|tetangga)\b",
        "rahasia kesehatan hanya bagi yang diperiksa (UU 17/2023)",
        "tulis bahwa hasilnya hanya diberitahukan kepada yang diperiksa",
    ),
    ban(
        "pelapor pengadu + diumumkan disebarkan ditayangkan disampaikan diberitahukan diberikan"
        " mengirim menyampaikan memberitahukan memberi memberikan menyerahkan",
        rf"{_WHO}[^.;]*\b(?:diumumkan|disebarkan|ditayangkan"
        r"|(?:disampaikan|diberitahukan|diberikan) kepada (?:terlapor|petugas|yang))"
        r"|\b(?:mengirim|menyampaikan|memberitahukan|memberi(?:kan)?|menyerahkan)\b[^.;]*"
        rf"{_WHO}[^.;]*\bkepada\b",
        "identitas pelapor dirahasiakan (UU 25/2009; praktik SP4N-LAPOR!)",
        "tulis bahwa identitas pelapor dirahasiakan",
    ),
    ban(
        "disebarkan difoto diumumkan dipublikasikan diperjualbelikan ditempel dibuka diberikan"
        " terbuka + medis pribadi identitas nama nik",
        r"\b(?:rekam medis|data (?:pribadi|medis)|nik|(?:identitas|nama) (?:korban|pasien|anak))\b"
        r"[^.;]*\b(?:di(?:tulis|letakkan|tempel) di tempat terbuka|disebarkan|difoto|diumumkan"
        r"|dipublikasikan|diperjualbelikan|ditempel"
        r"|(?:dibuka|diberikan) kepada (?:siapa|orang lain|pihak lain)"
        r"(?! (?:hanya )?dengan (?:izin tertulis|surat kuasa"
        r"|persetujuan) ?(?:tertulis )?pasien))\b",
        "data pribadi tidak disebarkan (UU 27/2022)",
        "tulis bahwa data itu dirahasiakan, dan siapa yang boleh membukanya",
    ),
    ban(
        "jkn bpjs + membayar ditagihkan",
        r"\b(?:peserta|pasien)(?: peserta)? (?:JKN|BPJS)\b[^.;]*\b(?:diminta )?membayar\b(?!"
        r" (?:iuran|selisih)\b)"
        r"|\bditagihkan kepada (?:peserta|pasien) (?:JKN|BPJS)\b",
        "peserta JKN tidak membayar yang ditanggung JKN (Perpres 82/2018)",
        "tulis bahwa peserta JKN tidak membayar; sebut apa yang di luar tanggungan",
    ),
    ban(
        "seragam buku lks sumbangan + syarat dibeli beli membeli",
        r"\b(?:seragam|buku|lks|sumbangan)\b[^.;]*\b(?:dijadikan syarat|syarat diterima"
        r"|wajib dibeli)\b"
        r"|\b(?:beli|membeli)\b[^.;]*\b(?:seragam|lks)\b[^.;]*\b(?:sekolah|koperasi|komite)\b",
        "PP 17/2010 Pasal 181 melarang pendidik menjual buku dan seragam",
        "tulis bahwa seragam dan buku boleh dibeli di mana pun dan bukan syarat",
    ),
    ban(
        "membaca calistung",
        r"\b(?:dites|tes|diuji|ujian|seleksi)\b[^.;]*\b(?:membaca|calistung)\b",
        "PP 17/2010 Pasal 69 melarang tes membaca, menulis, dan berhitung untuk masuk SD",
        "hapus tesnya; masuk SD menurut umur dan tempat tinggal",
        "spmb",
        "ppdb",
    ),
    ban(
        "umur 19 + dispensasi orang",
        r"\b(?:camat|kepala desa|lurah|kua)\b[^.;]*\b(?:memberi"
        r"|menerbitkan)\w*\b(?:(?!\b(?:bahwa|sedangkan)\b)[^.;])*\bdispensasi"
        r" umur\b|\b(?:di bawah|belum) (?:umur )?19 tahun\b[^.;]*\b(?:cukup|dengan) \w* ?izin orang"
        r" tua\b",
        "menikah di bawah 19 tahun hanya dengan dispensasi pengadilan (UU 16/2019)",
        "tulis bahwa dispensasi umur diminta ke pengadilan agama atau pengadilan negeri",
    ),
    ban(
        "petugas pegawai perantara calo penghulu perangkat desa lurah"
        " + uang pembayaran retribusi dibayar dititipkan disetor"
        " + melalui lewat kepada diterima menerima",
        r"\b(?:uang|pembayaran|retribusi)\b[^.;]*\b(?:melalui|lewat|kepada|diterima) "
        r"(?:petugas(?! kasir)|pegawai(?! PT Pos)|perantara|calo)\b|\bpetugas menerima uang\b"
        r"|\b(?:dibayar|dititipkan|disetor)\b[^.;,]*\b(?:kepada|lewat|melalui) "
        r"(?:penghulu|petugas (?!kasir)|pegawai|perangkat|kepala desa|lurah|perantara|calo)\b",
        "penerimaan daerah disetor ke kas daerah, tidak lewat orang (PP 12/2019)",
        "tulis bank, kasir resmi, atau kanal pembayarannya, dan bukti bayarnya",
    ),
    ban(
        "pasien orang warga + ditolak dipulangkan dilayani ditangani",
        r"\b(?:pasien|orang|warga)\b[^.;]*\b(?:tanpa|tidak (?:membawa|punya|memiliki))\b[^.;]*"
        rf"\b(?:{_NOT_DENIED}(?:ditolak|dipulangkan)|tidak (?:dilayani|ditangani))\b",
        _EMERGENCY,
        _HELP_FIRST,
        "igd",
        "darurat",
        refuses=True,
    ),
    ban(
        "disabilitas berkebutuhan lansia hamil + diterima dilayani mendaftar ditolak didaftar",
        r"\b(?:disabilitas|berkebutuhan khusus|lansia|hamil)\b[^.;]*\b(?:"
        rf"{_NOT_DENIED}(?<!yang )(?<!permohonannya )ditolak"
        r"|tidak (?:dapat |boleh |bisa )?(?:diterima|dilayani|mendaftar|didaftar))\b",
        "UU 8/2016 dan UU 25/2009 Pasal 29 melarang menolak kelompok rentan",
        "tulis bantuan apa yang disediakan bagi mereka",
        refuses=True,
    ),
    ban(
        "pengaduan laporan aduan pengadu pelapor + hanya dituntut polisi didenda sanksi",
        r"\b(?:pengaduan|laporan|aduan)\b[^.;]*\bhanya (?:diterima|ditanggapi)\b[^.;]*"
        r"\b(?:bermeterai|datang sendiri|tertulis)\b"
        rf"|\b(?:pengadu|pelapor)\b[^.;]*\b{_NOT_DENIED}(?:dituntut|dilaporkan ke polisi|didenda"
        r"|dikenai sanksi)\b",
        "UU 25/2009 Pasal 18 dan 40 menjamin setiap orang boleh mengadu",
        "tulis semua jalan mengadu; pengadu tidak diancam dan tidak perlu meterai",
        refuses=True,
    ),
    ban(
        "hanya didahulukan dulu + pendukung simpatisan partai kerabat keluarga pejabat kenalan suku"
        " pendatang asli",
        r"\bwarga asli\b[^.;]*\b(?:didahulukan|lebih dulu|hanya)\b"
        r"|\bhanya\b[^.;]*\b(?:(?<!dokumen )(?<!bukti )(?<!lunak )pendukung|simpatisan"
        r"|anggota partai|suku(?! cadang))\b"
        r"|\b(?:pendukung|simpatisan|anggota partai|kerabat|kenalan|keluarga (?:pejabat|pegawai)"
        r"|pejabat)\b[^.;]*\bdidahulukan\b",
        "UU 25/2009 Pasal 4 melarang membedakan warga",
        "tulis urutan yang sama bagi semua; yang didahulukan hanya kelompok rentan",
    ),
    ban(
        "ditolak menolak + alasan penjelasan pemberitahuan",
        rf"\b{_NOT_DENIED}(?:ditolak|menolak)\b[^.;]*\btanpa (?:alasan|penjelasan|pemberitahuan)\b",
        "penolakan disertai alasan tertulis (UU 30/2014 Pasal 55)",
        "tulis bahwa alasan penolakan diberitahukan secara tertulis",
        refuses=True,
    ),
    ban(
        "menunggak melunasi melunasinya membayar pengantar + dulu dahulu sebelum menunggu",
        r"\b(?:menunggak|melunasi(?:nya)?|membayar)\b[^.;]*\b(?:dulu|dahulu|sebelum)\b"
        r"|\bmenunggu surat\b",
        "pertolongan tidak menunggu pajak atau surat (UU 24/2007 Pasal 26; UU 25/2009 Pasal 34)",
        "tulis bahwa pertolongan diberikan lebih dulu; surat menyusul",
        *("bencana", "pemadam", "kebakaran", "kekerasan", "ambulans"),
    ),
    ban(
        "lunas + pbb pajak iuran sumbangan",
        r"\blunas\b[^.;]*\b(?:pbb|pajak|iuran|sumbangan)\b",
        "melunasi pajak atau iuran bukan syarat surat ini (UU 25/2009 Pasal 34, tidak mempersulit)",
        "hapus syarat ini",
        *("ktp", "kk-", "akta", "/kia", "domisili", "sktm", "skck", "belum-menikah", "kematian"),
        *("kelahiran", "pindah", "nikah"),
        under=("persyaratan",),
    ),
    ban(
        "dibolehkan diperbolehkan",
        r"\b(?:calo|uang muka|menolak pasien|pungutan|tanpa tanda terima|tanpa cap)\b[^.;]*"
        r"\b(?:dibolehkan|diperbolehkan)\b",
        "yang dilarang tertulis dibolehkan",
        "tulis “dilarang”, atau hapus kalimat ini",
    ),
    ban(
        "pertolongan ditolong + menunggu ditunda setelah menghalangi menunda depan",
        r"\b(?:ada|dengan) syarat (?:administrasi )?di depan\b"
        r"|\bpertolongan (?:menunggu|ditunda|diberikan setelah)\b"
        r"|\b(?:menghalangi|menunda) pertolongan\b",
        _EMERGENCY,
        _HELP_FIRST,
    ),
)
_WARNED = re.compile(
    r"\b(?:jangan|dilarang|larangan|waspada\w*|laporkan|melaporkan|adukan|mengadu bila|kerahasiaan"
    r"|penipu\w*|kirim pengaduan|(?:bila|jika|kalau) (?:ada (?:pungutan|petugas|yang)|petugas)"
    r"|(?:dapat|boleh) (?:diadukan|mengadu|dipidana)|bukan petugas|abaikan|tolak (?:setiap|siapa)"
    r"|merasa|telanjur)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:tidak|tak|tanpa|bukan|menolak|tiada|mustahil|belum (?:pernah|tentu)|(?:bebas|dibebaskan)"
    r" dari)\b(?![ ](?:kartu|jaminan|kepesertaan|tanda)\b)"
    r"(?:[ ,]+[\w-]+){0,8}$",
    re.IGNORECASE,
)
"""A denial a few words before; to be without a card denies nothing."""


@rule("praktik-terlarang", Level.WARNING, Scope.FILE)
def forbidden_practice(file: TextFile) -> Iterator[Complaint]:
    """Rekaman tidak menyuruh melakukan yang dilarang peraturan.

    Uang muka di gawat darurat, korban kekerasan yang didamaikan dengan pelakunya, KTP asli yang
    ditahan, kode OTP atau PIN yang diminta, dan nama pelapor yang diumumkan: kalimat seperti itu
    dapat merenggut nyawa, uang, atau keselamatan warga. Begitu pula menolak kelompok rentan, pilih
    kasih, mengancam pengadu, dan menolak tanpa alasan. Yang menyebut larangannya tidak ditegur.

    Sumber: UU 25/2009 Pasal 4, 18, 29, 34, dan 40; UU 17/2023 Pasal 174; UU 12/2022 Pasal 23; UU
    8/2016; UU 27/2022; UU 16/2019; UU 30/2014; PP 17/2010; PP 12/2019; Perpres 82/2018;
    praktik.
    """
    return broken(file, _BANS)


def broken(file: TextFile, bans: Iterable[Ban]) -> Iterator[Complaint]:
    """Tell of the sentences that do what is banned, and neither deny it nor warn of it."""
    words = file.words
    bans = [
        each
        for each in bans
        if not any(group.isdisjoint(words) for group in each.words)
        and (not each.of or any(part in file.id for part in each.of))
    ]
    for path, text in file.prose if bans else ():
        if _ELSEWHERE.isdisjoint(path) and (told := _told(path, text, bans)):
            yield Complaint(path, *told)


def _told(path: Path, text: str, bans: list[Ban]) -> tuple[str, str] | None:
    folded = text.casefold()
    for each in bans:
        if each.under and each.under.isdisjoint(path):
            continue
        if not all(any(word in folded for word in group) for group in each.words):
            continue
        match = each.act.search(text)
        denied = match and not each.refuses and _DENIED.search(text[: match.end()])
        if match and not denied and not _WARNED.search(text):
            return f"“{match[0]}”: {each.law}", each.hint
    return None
