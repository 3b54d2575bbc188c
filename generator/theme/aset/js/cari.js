// Search: one list of services, fetched only when someone searches.

const $ = (id) => document.getElementById(id);
const [q, ket, mungkin, hasil, kosong, awal] = ["q", "ket", "mungkin", "hasil", "kosong", "awal"].map($);
const HENTI = new Set(
  ("apa apakah bagaimana gimana berapa dimana mana kapan cara mau ingin saya aku kami dong ya nih di ke dari dan atau yang untuk " +
    "buat bikin membuat urus ngurus mengurus minta dapat bisa tidak gak ga nya itu ini syarat syaratnya lama").split(" "),
);
const LEMAH = 0.4;
const TERBANYAK = 20;

const lipat = (t) =>
  t
    .toLowerCase()
    .normalize("NFD")
    .replace(/[^a-z0-9]+/g, " ")
    .replace(/\b(e ktp|ktp el|ektp|ktpel)\b/g, "ktp")
    .trim();

function salahSatuHuruf(a, b) {
  if (Math.abs(a.length - b.length) > 1) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  if (a.length > b.length) return a.slice(i + 1) === b.slice(i);
  if (a.length < b.length) return a.slice(i) === b.slice(i + 1);
  if (a.slice(i + 1) === b.slice(i + 1)) return true;
  return a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2);
}

class Indeks {
  constructor(layanan) {
    this.layanan = layanan;
    // word -> number of the service -> weight of the place where it stands
    this.kata = new Map();
    layanan.forEach((l, n) => {
      for (const w of lipat(l.kata).split(" ")) this.catat(w, n, 1);
      for (const w of lipat(l.nama).split(" ")) this.catat(w, n, 1.3);
    });
  }

  catat(w, n, bobot) {
    if (!this.kata.has(w)) this.kata.set(w, new Map());
    this.kata.get(w).set(n, bobot);
  }

  langka(w) {
    const ada = this.kata.get(w);
    return Math.log(1 + this.layanan.length / (ada ? ada.size : 1));
  }

  // Looser readings are tried only when no stricter one meets a word of the index.
  temukan(w) {
    const dasar = w.replace(/(nya|ku|mu)$/, "");
    for (const tepat of [w, dasar]) if (this.kata.has(tepat)) return [[tepat, 1]];
    const semua = [...this.kata.keys()];
    const depan = w.length > 2 ? semua.filter((x) => x.startsWith(w)) : [];
    if (depan.length) return depan.map((x) => [x, 0.7]);
    return w.length > 3 ? semua.filter((x) => salahSatuHuruf(x, w)).map((x) => [x, 0.6]) : [];
  }

  cari(teks) {
    const semua = lipat(teks).split(" ").filter(Boolean);
    const isi = semua.filter((w) => !HENTI.has(w));
    const nilai = new Map();
    let penuh = 0;
    for (const w of new Set(isi.length ? isi : semua)) {
      const temuan = this.temukan(w);
      penuh += temuan.length ? Math.max(...temuan.map(([x]) => this.langka(x))) : this.langka(w);
      const terbaik = new Map();
      for (const [x, mirip] of temuan) {
        for (const [n, bobot] of this.kata.get(x)) {
          terbaik.set(n, Math.max(terbaik.get(n) || 0, this.langka(x) * mirip * bobot));
        }
      }
      for (const [n, v] of terbaik) nilai.set(n, (nilai.get(n) || 0) + v);
    }
    const urut = [...nilai].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    const lemah = urut.length > 0 && urut[0][1] / penuh < LEMAH;
    return { lemah, daftar: urut.slice(0, lemah ? 3 : TERBANYAK).map(([n]) => this.layanan[n]) };
  }
}

let muatan = null;
function muat() {
  if (!muatan) {
    muatan = fetch(hasil.dataset.indeks)
      .then((r) => (r.ok ? r.json() : Promise.reject(r.status)))
      .then((d) => new Indeks(d));
    muatan.catch(() => (muatan = null));
  }
  return muatan;
}

function unsur(nama, isi, kelas) {
  const e = document.createElement(nama);
  if (kelas) e.className = kelas;
  e.append(...[].concat(isi));
  return e;
}

function baris(l) {
  const dokumen = typeof l.dokumen === "number" ? `${l.dokumen} dokumen` : l.dokumen;
  const fakta = [l.waktu, l.biaya].filter(Boolean).map((x) => unsur("i", x));
  const rinci = [...fakta, dokumen, l.unit].filter(Boolean).flatMap((x, i) => (i ? [" · ", x] : [x]));
  const a = unsur("a", [unsur("b", l.nama), unsur("span", rinci, "f")]);
  a.href = hasil.dataset.akar + l.alamat;
  const li = unsur("li", a);
  li.dataset.id = l.id;
  return li;
}

function tampil(teks, { lemah, daftar }) {
  hasil.replaceChildren(...daftar.map(baris));
  hasil.hidden = !daftar.length;
  mungkin.hidden = !lemah;
  kosong.hidden = daftar.length > 0 && !lemah;
  awal.hidden = true;
  if (!daftar.length) ket.textContent = `Tidak ada layanan untuk “${teks}”.`;
  else if (lemah) ket.textContent = `Tidak ada yang tepat untuk “${teks}”. ${daftar.length} yang mirip.`;
  else ket.textContent = `${daftar.length} layanan untuk “${teks}”.`;
}

const judul = document.title;
let giliran = 0;
async function cari() {
  const teks = q.value.trim();
  const ini = ++giliran;
  delete hasil.dataset.selesai;
  document.title = teks ? `${teks}: ${judul}` : judul;
  if (teks) {
    try {
      const indeks = await muat();
      if (ini !== giliran) return;
      tampil(teks, indeks.cari(teks));
    } catch {
      if (ini !== giliran) return;
      ket.textContent = "Pencarian tidak dapat dimuat. Periksa sambungan Anda, lalu coba lagi.";
    }
  } else {
    hasil.replaceChildren();
    hasil.hidden = mungkin.hidden = kosong.hidden = true;
    awal.hidden = false;
    ket.textContent = "";
  }
  hasil.dataset.selesai = "";
}

function tulisAlamat() {
  const teks = q.value.trim();
  history.replaceState(null, "", teks ? "?q=" + encodeURIComponent(teks) : location.pathname);
}

let jeda;
q.addEventListener("input", () => {
  clearTimeout(jeda);
  jeda = setTimeout(() => {
    tulisAlamat();
    cari();
  }, 200);
});
q.form.addEventListener("submit", (e) => {
  e.preventDefault();
  clearTimeout(jeda);
  tulisAlamat();
  cari();
  // On a phone the keyboard would go on hiding the answers.
  q.blur();
});
q.value = new URLSearchParams(location.search).get("q") || "";
cari();
