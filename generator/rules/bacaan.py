"""Explanations of what reading, inheritance and shaping find by themselves."""

from generator.finding import Level
from generator.rules.registry import described

_E = Level.ERROR

described(
    "yaml-rusak",
    _E,
    """Berkas dapat dibaca sebagai YAML.

    Satu kurung atau tanda kutip yang tidak ditutup membuat seluruh rekaman hilang dari situs.
    Temuan menunjuk tempat yang harus diperbaiki, mis. kurung yang dibuka.

    Sumber: spesifikasi YAML 1.2; praktik katalog ini.
    """,
)
described(
    "yaml-tab",
    _E,
    """Baris menjorok dengan spasi, bukan tab.

    YAML melarang tab di depan baris, karena lebarnya berbeda di setiap penyunting.

    Sumber: spesifikasi YAML 1.2; praktik katalog ini.
    """,
)
described(
    "yaml-terpotong",
    _E,
    """Teks yang memuat `#` diapit tanda kutip.

    Sesudah spasi, `#` berarti keterangan bagi petugas dan tidak dibaca: “Lantai 1, loket #5”
    terbit sebagai “Lantai 1, loket”, dan warga tidak menemukan loketnya.

    Sumber: spesifikasi YAML 1.2 (keterangan dimulai dengan `#`); praktik katalog ini.
    """,
)
described(
    "yaml-sisa-gabungan",
    _E,
    """Rekaman tidak memuat tanda gabungan Git yang belum selesai.

    `<<<<<<<`, `=======`, dan `>>>>>>>` muncul bila dua orang mengubah baris yang sama. Satu di
    antara keduanya harus dipilih oleh orang; selama tandanya masih ada, rekaman tidak terbaca.

    Sumber: praktik Git; praktik katalog ini.
    """,
)
described(
    "yaml-jangkar",
    _E,
    """Rekaman tidak memakai jangkar (`&`) atau rujukan (`*`).

    Isi yang dirujuk tidak terlihat di tempat pemakaiannya, sehingga pemeriksa bisa terkecoh.
    Yang sama untuk banyak unit disimpan di `pola/` atau `komponen_bersama`.

    Sumber: spesifikasi YAML 1.2; praktik katalog ini.
    """,
)
described(
    "yaml-gabung",
    _E,
    """Rekaman tidak memakai kunci gabung (`<<`).

    Kunci gabung menyembunyikan isi; pewarisan dilakukan oleh `pola/` dan terlihat di halaman.

    Sumber: spesifikasi YAML 1.2; praktik katalog ini.
    """,
)
described(
    "yaml-tag",
    _E,
    """Rekaman tidak memakai tanda jenis (`!…`).

    Jenis isian ditentukan oleh kuncinya. Tanda jenis dapat dipakai untuk menjalankan perintah.

    Sumber: spesifikasi YAML 1.2; praktik katalog ini.
    """,
)
described(
    "yaml-kunci-ganda",
    _E,
    """Setiap kunci ditulis satu kali dalam kelompoknya.

    Bila sebuah kunci ditulis dua kali, tidak jelas mana yang dijanjikan kepada warga.

    Sumber: spesifikasi YAML 1.2; praktik katalog ini.
    """,
)
described(
    "yaml-kunci-panjang",
    _E,
    """Kunci adalah satu kata, paling panjang 200 huruf.

    Kunci yang panjang hampir selalu teks yang kehilangan tanda kutipnya.

    Sumber: spesifikasi YAML 1.2; praktik katalog ini.
    """,
)
described(
    "yaml-terlalu-dalam",
    _E,
    """Isian bertingkat paling dalam 20.

    Tidak ada rekaman yang memerlukannya; berkas seperti itu memberatkan pemeriksaan.

    Sumber: spesifikasi YAML 1.2; praktik katalog ini.
    """,
)
described(
    "yaml-kosong",
    _E,
    """Berkas rekaman berisi sesuatu.

    Berkas kosong tidak menjadi halaman, padahal tampak seolah-olah sudah diisi.

    Sumber: spesifikasi YAML 1.2; praktik katalog ini.
    """,
)
described(
    "yaml-bukan-rekaman",
    _E,
    """Isi berkas berbentuk `kunci: isi`.

    Berkas yang berisi daftar atau teks saja tidak dapat dibaca sebagai rekaman.

    Sumber: spesifikasi YAML 1.2; praktik katalog ini.
    """,
)
described(
    "yaml-beberapa-dokumen",
    _E,
    """Satu berkas berisi satu rekaman.

    Rekaman kedua sesudah `---` akan terlewat oleh pembaca.

    Sumber: spesifikasi YAML 1.2; praktik katalog ini.
    """,
)
described(
    "berkas-bukan-utf8",
    _E,
    """Berkas disimpan sebagai UTF-8.

    Pengodean lain mengubah huruf, mis. tanda hubung menjadi tanda tanya.

    Sumber: praktik; RFC 3629 (UTF-8).
    """,
)
described(
    "berkas-terlalu-besar",
    _E,
    """Berkas rekaman paling besar 256 KiB.

    Satu standar layanan tidak pernah sebesar itu; rinciannya dipindahkan ke lampiran.

    Sumber: praktik katalog ini.
    """,
)
described(
    "berkas-tak-dikenal",
    _E,
    """Setiap berkas berada di tempat yang dikenal.

    Berkas di tempat lain tidak menjadi halaman, dan pengirimnya tidak pernah tahu.

    Sumber: praktik katalog ini.
    """,
)
described(
    "berkas-tautan",
    _E,
    """Katalog berisi berkas biasa, bukan tautan simbolik.

    Tautan dapat menunjuk berkas di luar katalog.

    Sumber: praktik katalog ini.
    """,
)
described(
    "nama-berkas",
    _E,
    """Nama berkas aman di semua komputer.

    Nama yang hanya beda huruf besar, atau yang dipakai Windows, merusak salinan katalog.

    Sumber: praktik; nama yang dicadangkan Windows.
    """,
)
described(
    "karakter-kendali",
    _E,
    """Rekaman tidak memuat karakter kendali.

    Karakter itu tidak terlihat dan merusak halaman, cetakan, dan berkas data.

    Sumber: praktik; Unicode Technical Report 36 (keamanan tulisan).
    """,
)
described(
    "karakter-tersembunyi",
    _E,
    """Rekaman tidak memuat huruf tak terlihat atau pembalik arah tulisan.

    Huruf seperti itu membuat yang dibaca pemeriksa berbeda dari yang diterbitkan.

    Sumber: praktik; Unicode Technical Report 36 (keamanan tulisan).
    """,
)
described(
    "kunci-tak-dikenal",
    _E,
    """Setiap kunci dikenal di tempatnya.

    Kunci yang salah eja tidak pernah sampai ke halaman; isinya hilang tanpa suara.

    Sumber: praktik katalog ini (docs/model.md).
    """,
)
described(
    "kunci-wajib",
    _E,
    """Kunci yang wajib diisi.

    Tanpa nama, ringkasan, atau status, sebuah layanan tidak dapat ditampilkan.

    Sumber: praktik katalog ini (docs/model.md).
    """,
)
described(
    "isian-salah",
    _E,
    """Setiap isian berbentuk seperti yang diminta kuncinya.

    Uang, waktu, dan tanggal yang ditulis dengan satu cara dapat dihitung dan dibandingkan.

    Sumber: praktik katalog ini (docs/model.md).
    """,
)
described(
    "timpaan-kunci-terkunci",
    _E,
    """Unit tidak menimpa kunci yang dikunci polanya.

    Yang dikunci berlaku sama untuk semua unit karena peraturan; mengubahnya di satu unit
    membuat warga diperlakukan berbeda.

    Sumber: praktik katalog ini; PermenPANRB 15/2014 (setiap unit menetapkan standarnya).
    """,
)
described(
    "timpaan-tanpa-pola",
    _E,
    """Berkas yang menimpa pola berada di unit yang memakai pola itu, dengan nama yang sama.

    Timpaan yang disalin ke unit lain, atau yang namanya salah ketik, tidak menimpa apa-apa:
    perbedaan yang dikira sudah diumumkan tidak pernah tampil.

    Sumber: praktik katalog ini.
    """,
)
described(
    "timpaan-hapus-tanpa-alasan",
    _E,
    """Butir pola yang dihapus di satu unit disertai alasan.

    Tanpa alasan, pemeriksa tidak dapat membedakan keputusan dari kelalaian.

    Sumber: praktik katalog ini; PermenPANRB 15/2014 (setiap unit menetapkan standarnya).
    """,
)
described(
    "timpaan-kode-tak-dikenal",
    _E,
    """Timpaan merujuk butir yang ada di polanya.

    Kode yang keliru membuat timpaan tidak berpengaruh apa-apa.

    Sumber: praktik katalog ini; PermenPANRB 15/2014 (setiap unit menetapkan standarnya).
    """,
)
described(
    "pemerintah-belum-ada",
    _E,
    """Katalog punya `pemerintah.yaml`.

    Nama daerah, zona waktu, dan kanal pengaduan semua halaman berasal dari sana; tanpanya situs
    tidak dapat dibuat dan hubungan antarrekaman tidak dapat diperiksa.

    Sumber: praktik katalog ini (docs/model.md).
    """,
)
described(
    "temuan-terlalu-banyak",
    _E,
    """Sebuah berkas punya paling banyak 200 temuan.

    Laporan yang panjangnya ribuan baris tidak dibaca siapa pun, dan satu berkas rusak tidak boleh
    menenggelamkan temuan berkas lain.

    Sumber: praktik katalog ini.
    """,
)
described(
    "lampiran-jenis",
    _E,
    """Lampiran dan formulir adalah PDF, PNG, atau JPG sungguhan, tanpa perintah di dalamnya.

    SVG, PDF berskrip, dan berkas yang akhirannya tidak cocok dengan isinya dapat menjalankan
    perintah di komputer warga yang membukanya.

    Sumber: praktik; OWASP (File Upload Cheat Sheet).
    """,
)
described(
    "lampiran-terlalu-besar",
    _E,
    """Lampiran paling besar 5 MiB.

    Warga membuka katalog dari telepon dengan kuota; formulir dua halaman tidak perlu sebesar itu.

    Sumber: praktik katalog ini.
    """,
)
described(
    "lampiran-tak-ada",
    _E,
    """Setiap berkas yang dirujuk rekaman ada di `formulir/` atau `lampiran/`.

    Tombol unduh yang tidak mengunduh apa pun membuat warga datang hanya untuk meminta formulir.

    Sumber: praktik katalog ini (semua tautan diperiksa sebelum diterbitkan).
    """,
)
described(
    "lampiran-tak-dirujuk",
    Level.INFO,
    """Setiap lampiran dirujuk sekurang-kurangnya satu rekaman.

    Berkas yang tidak dirujuk tetap terbit dan dapat ditemukan, padahal mungkin formulir lama atau
    salinan yang memuat data pribadi.

    Sumber: UU 27/2022 (Pelindungan Data Pribadi); praktik katalog ini.
    """,
)
