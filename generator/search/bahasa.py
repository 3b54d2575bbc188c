"""What Indonesian speech adds to the words that matter: stop words, weak words, short forms."""

from __future__ import annotations


def _kata(teks: str) -> list[str]:
    return teks.split()


HENTI = frozenset(
    _kata("""
    ada adakah adalah agar aja akan aku anda antara apa apakah apaan atau atas bagaimana bagi bah
    bahwa bakal bang banget bgmn biar bikin bisa bisakah boleh bos bro bu buat cara caranya
    coba dalam dan dapat dari daripada dek deh dengan di dia dimana dong dulu enak gan gimana
    gini gitu halo hai handak harus harusnya hendak ingin ini itu jadi jika juga kah kak kakak kalau
    kalo kami kapan kayak kayapa kayapakah ke kemana kenapa ketika kira kita kok lagi lah lalu
    langsung lewat lho lo loh maaf macam mana mas mau maukah mbak melakukan melalui membuat memiliki
    mengapa mengurus menurut mereka min minta mintain misal misalnya mohon mulai nah namun nanti
    nih nya oke oleh pada pak pake pakai pang paling para per perlu permisi pengen pingin pun saat
    saja sama sampai saya sebagai sebelum secara sedang sehingga sekali sekarang selamat selama
    seperti serta sesudah setelah siang siapa sih siap soal sore sudah supaya tahu tanya tapi
    tau telah tentang terhadap terus tetapi tiba tok tolong tuh tu ulun untuk gasan urus urusan
    ngurus ngurusin urusin diurus bikinin buatin buatkan bikinkan dibuat dibikin pagi malah
    waktu wah ya yaitu yang yuk lengkap gmn berapa bagaimanakah disini disana sini situ sana kemarin
    """)
)
"""Words that say nothing about what is wanted; left out when any other word remains."""

LEMAH: dict[str, float] = dict.fromkeys(
    _kata("""
    belum biaya jam mendaftar pendaftaran anak baru nama tinggal kerja pergi datang masuk keluar
    warga saudara keluarga bulan umur usia besar kecil hasil kasih diberi memberi terima tempat
    sendiri surat keterangan kartu habis mati jalan rumah harga murah gratis hidup buka cari
    """),
    0.6,
) | dict.fromkeys(
    _kata("""
    tidak punya syarat persyaratan dokumen berkas hari pelayanan layanan permohonan kantor lama
    dinas pemerintah tahun orang info banyak pengurusan penerbitan daftar minggu depan
    """),
    0.4,
)
"""Words that many needs share: they count for a part only."""

SINGKAT: dict[str, str] = {
    "ga": "tidak", "gak": "tidak", "gk": "tidak", "nggak": "tidak", "ngga": "tidak",
    "enggak": "tidak", "engga": "tidak", "ndak": "tidak", "nda": "tidak", "ndk": "tidak",
    "tdk": "tidak", "tak": "tidak", "kada": "tidak", "kadada": "tidak", "kd": "tidak",
    "endak": "tidak", "kagak": "tidak", "blm": "belum", "blum": "belum", "belom": "belum",
    "blom": "belum", "sdh": "sudah", "udh": "sudah", "udah": "sudah", "dah": "sudah",
    "yg": "yang", "utk": "untuk", "tuk": "untuk", "dgn": "dengan", "dg": "dengan", "dr": "dari",
    "krn": "karena", "karna": "karena", "jd": "jadi", "jg": "juga", "sy": "saya",
    "sya": "saya", "aq": "aku", "gw": "saya", "gue": "saya", "bs": "bisa", "dpt": "dapat",
    "bgt": "banget", "tp": "tapi", "trus": "terus", "trs": "terus", "klo": "kalau",
    "kl": "kalau", "lg": "lagi", "skrg": "sekarang", "skr": "sekarang", "gmana": "gimana",
    "gmn": "gimana", "bgmn": "bagaimana", "brp": "berapa", "hrs": "harus", "tlg": "tolong",
    "org": "orang", "ank": "anak", "thn": "tahun", "th": "tahun", "bln": "bulan", "tgl": "tanggal",
    "lhr": "lahir", "jln": "jalan", "rmh": "rumah", "sklh": "sekolah", "skolah": "sekolah",
    "skola": "sekolah", "sekola": "sekolah", "krj": "kerja", "srt": "surat", "sut": "surat",
    "ket": "keterangan", "no": "nomor", "nmr": "nomor", "nomer": "nomor",
    "telp": "telepon", "tlp": "telepon", "tlpn": "telepon",
    "telpon": "telepon", "telfon": "telepon", "kec": "kecamatan", "kel": "kelurahan",
    "ds": "desa", "kab": "kabupaten", "pkm": "puskesmas", "puskes": "puskesmas",
    "tj": "tanjung", "tg": "tanjung", "tjg": "tanjung", "tanjong": "tanjung", "ilir": "hilir",
    "ulu": "hulu", "i": "1", "ii": "2", "iii": "3", "iv": "4", "satu": "1", "dua": "2",
    "tiga": "3", "empat": "4", "lima": "5", "enam": "6", "tujuh": "7", "sepuluh": "10",
    "perush": "perusahaan", "bpk": "bapak", "ibuk": "ibu",
    "duit": "uang", "gpp": "",
    "assalamualaikum": "", "asalamualaikum": "", "wr": "", "wb": "",
}  # fmt: skip
"""How people write words on a phone or say them here -> the word itself."""

TANYA_KANTOR = frozenset(
    _kata("""
    jam buka tutup alamat lokasi letak kantor telepon nomor wa kontak operasional kerja
    hubungi peta situs email surel istirahat libur
    """)
)
"""Words of a question about an office itself: where, when, how to reach it."""
