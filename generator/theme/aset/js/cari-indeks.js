// Where each word stands: built here from the texts of a small catalog (as generator/search/indeks.py
// does), or fetched in parts of a large one. A place is (document * FRASA + phrase) * NORMA + length.

export const FRASA = 64;
export const NORMA = 16;
export const LANGKAH = 0.75;
export const LAIN = 1;
const bulat = (n) => Math.round(n * 1000) / 1000;

// All in memory: rows are [.., title, .., other units, sayings] of services, then of units.
export class IndeksUtuh {
  constructor(dokumen, pengurai, layanan) {
    this.sekaligus = 10;
    this.baris = dokumen;
    this.layanan = layanan;
    const urai = dokumen.map((d) => frasa(d, pengurai));
    const semua = new Set();
    for (const d of urai) for (const [, satuan] of d) for (const s of satuan) for (const k of s.kata) semua.add(k);
    const akar = new Map();
    for (const k of semua) akar.set(k, [k, ...pengurai.calon(k).filter((c) => semua.has(c))]);
    const df = new Map();
    for (const d of urai) {
      const disebut = new Set();
      for (const [ke, satuan] of d) {
        for (const s of satuan) {
          s.nama = s.kata.length > 1 ? s.kata.flatMap((k) => akar.get(k)) : akar.get(s.kata[0]);
          if (s.kelompok) s.nama = [...s.nama, s.kelompok];
          for (const k of s.nama) {
            if (!df.has(k)) df.set(k, 0);
            if (ke !== LAIN) disebut.add(k);
          }
        }
      }
      for (const k of disebut) df.set(k, df.get(k) + 1);
    }
    this.idf = new Map();
    this.letak = new Map();
    this.kata = [...df.keys()].sort();
    for (const k of this.kata) {
      this.idf.set(k, bulat(Math.log(1 + urai.length / Math.max(1, df.get(k)))));
      this.letak.set(k, []);
    }
    urai.forEach((d, nomor) => {
      for (const [ke, satuan] of d) {
        let norma = 0;
        const ada = new Set();
        for (const s of satuan) {
          let tertinggi = 0;
          for (const k of s.nama) {
            tertinggi = Math.max(tertinggi, this.idf.get(k));
            ada.add(k);
          }
          norma += tertinggi * s.bobot;
        }
        const n = Math.min(NORMA - 1, Math.max(1, Math.floor(norma / LANGKAH + 0.5)));
        for (const k of ada) this.letak.get(k).push((nomor * FRASA + ke) * NORMA + n);
      }
    });
  }

  ada(kata) {
    return this.letak.has(kata);
  }

  async muat() {}

  async himpunan(nama) {
    return new Set([...Array(this.layanan).keys()].filter((n) => tanda(this.baris[n]).includes(nama)));
  }

  async ambilBaris(nomor) {
    return nomor.map((n) => this.baris[n]);
  }
}

function frasa({ nama, lain, sebutan }, pengurai) {
  const semua = [[0, pengurai.urai(nama)], [LAIN, lain.flatMap((t) => pengurai.urai(t))]];
  sebutan.slice(0, FRASA - 2).forEach((t, i) => semua.push([i + 2, pengurai.urai(t)]));
  return semua.filter(([, satuan]) => satuan.length);
}

// What a filter can ask of a service, named as generator/search/berkas.py names it in a large index.
function tanda({ id, tanda = 0, peristiwa = "", tempat = -1 }) {
  const pemilik = id.split("/")[0];
  const hasil = [`=u:${pemilik}`, `=t:${tempat < 0 ? "-" : pemilik}`, ...peristiwa.split(" ").map((p) => `=p:${p}`)];
  return [...hasil, ...(tanda & 1 ? ["=gratis"] : []), ...(tanda & 2 ? ["=daring"] : [])];
}

// In parts: the words are here, what stands under them and the rows come when they are needed.
export class IndeksBagian {
  constructor({ kata, idf, bagian, blok, versi }, ambil) {
    // As many rows as a browser fetches at once: each lies in a file of its own.
    this.sekaligus = 6;
    this.kata = kata.split(" ");
    this.idf = { get: (k) => idf[this.#nomor(k)] / 1000 };
    this.bagian = bagian;
    this.blok = blok;
    this.ambil = (nama) => ambil(`${versi}/${nama}.json`);
    this.letak = new Map();
    this.diminta = new Map();
  }

  // The words are in order: looking one up is quicker than a map of all, made for one query.
  #nomor(kata) {
    let awal = 0;
    let akhir = this.kata.length;
    while (awal < akhir) {
      const tengah = (awal + akhir) >> 1;
      if (this.kata[tengah] < kata) awal = tengah + 1;
      else akhir = tengah;
    }
    return this.kata[awal] === kata ? awal : -1;
  }

  ada(kata) {
    return this.#nomor(kata) >= 0;
  }

  #sekali(nama) {
    if (!this.diminta.has(nama)) this.diminta.set(nama, this.ambil(nama));
    return this.diminta.get(nama);
  }

  async muat(kata) {
    const perlu = new Map();
    for (const k of kata) {
      const nomor = this.#nomor(k);
      if (this.letak.has(k) || nomor < 0) continue;
      let b = this.bagian.length - 1;
      while (this.bagian[b] > nomor) b--;
      perlu.set(b, [...(perlu.get(b) || []), [k, nomor]]);
    }
    await Promise.all(
      [...perlu].map(async ([b, daftar]) => {
        const isi = await this.#sekali(`k${b}`);
        for (const [k, nomor] of daftar) {
          let n = 0;
          this.letak.set(k, isi[nomor - this.bagian[b]].map((d) => (n += d)));
        }
      }),
    );
  }

  async himpunan(nama) {
    await this.muat([nama]);
    return new Set(this.letak.get(nama) || []);
  }

  async ambilBaris(nomor) {
    return Promise.all(
      nomor.map(async (n) => (await this.#sekali(`b${Math.floor(n / this.blok)}`))[n % this.blok]),
    );
  }
}
