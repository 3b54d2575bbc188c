// Words of a query, as generator/search/{lipat,imbuhan,urai,jarak}.py read them: both must agree.

const KUTIP = /['’‘\u0060´]/g;
const BUKAN_ASCII = /[^\x00-\x7f]/;
const pecah = (teks) => (teks ? teks.split(" ") : []);

export class Pengurai {
  constructor({ henti, lemah, singkat, tanya, akhiran, awalan }, { tempat: bobotTempat, angka }, sinonim, tempat) {
    this.henti = new Set(pecah(henti));
    this.tanya = new Set(pecah(tanya));
    this.lemah = new Map(Object.entries(lemah).flatMap(([n, kata]) => pecah(kata).map((k) => [k, +n])));
    this.singkat = new Map(Object.entries(singkat));
    this.akhiran = akhiran;
    this.awalan = {};
    for (const a of awalan) (this.awalan[a[0][0]] ||= []).push(a);
    this.bobotTempat = bobotTempat;
    this.angka = angka;
    this.ragam = new Map();
    this.awal = new Set();
    this.terpanjang = 1;
    for (const [tanda, kelompok] of [["~", sinonim], ["@", tempat]]) {
      kelompok.forEach((ragam, n) => ragam.forEach((r) => this.#catat(r, tanda + n)));
      if (tanda === "@") kelompok.flat().forEach((r) => this.#catat(r.replaceAll(" ", ""), this.ragam.get(r)));
    }
  }

  #catat(ragam, nama) {
    if (this.ragam.has(ragam)) return;
    this.ragam.set(ragam, nama);
    this.awal.add(ragam.split(" ")[0]);
    this.terpanjang = Math.max(this.terpanjang, ragam.split(" ").length);
  }

  lipat(teks) {
    let polos = teks.toLowerCase().replace(KUTIP, "");
    if (BUKAN_ASCII.test(polos)) polos = polos.normalize("NFKD").replace(/\p{M}/gu, "");
    return (polos.match(/[a-z0-9]+/g) || []).map((k) => this.singkat.get(k) ?? k).filter(Boolean);
  }

  urai(teks) {
    const kata = this.lipat(teks);
    const satuan = this.#satuan(kata, this.henti);
    return satuan.length ? satuan : this.#satuan(kata, new Set());
  }

  #satuan(kata, henti) {
    const satuan = new Map();
    for (let i = 0; i < kata.length; ) {
      let n = this.awal.has(kata[i]) ? Math.min(this.terpanjang, kata.length - i) : 1;
      while (n > 1 && !this.ragam.has(kata.slice(i, i + n).join(" "))) n--;
      const bagian = kata.slice(i, i + n);
      const nama = bagian.join(" ");
      i += n;
      if ((n > 1 || !henti.has(nama)) && !satuan.has(nama)) {
        const kelompok = this.ragam.get(nama);
        const tempat = Boolean(kelompok && kelompok[0] === "@");
        satuan.set(nama, { kata: bagian, kelompok, tempat, bobot: tempat ? this.bobotTempat : this.#bobot(bagian) });
      }
    }
    return [...satuan.values()];
  }

  #bobot([kata, ...lagi]) {
    if (lagi.length) return 1;
    return kata.length === 1 || /^\d+$/.test(kata) ? this.angka : this.lemah.get(kata) || 1;
  }

  // Words that `kata` may come from.
  calon(kata) {
    const ada = new Set();
    let lapis = [kata];
    for (let i = 0; i < 3 && lapis.length; i++) {
      const baru = [];
      for (const k of lapis) this.#tanpaSatu(k, ada, baru);
      lapis = baru;
    }
    ada.delete(kata);
    return [...ada];
  }

  #tanpaSatu(kata, ada, baru) {
    const catat = (k) => {
      if (k.length < 3 || ada.has(k)) return;
      ada.add(k);
      baru.push(k);
    };
    if (kata.length < 4) return;
    for (const a of this.akhiran) if (kata.endsWith(a)) catat(kata.slice(0, -a.length));
    for (const [awal, ganti] of this.awalan[kata[0]] || []) {
      if (kata.startsWith(awal)) for (const g of ganti) catat(g + kata.slice(awal.length));
    }
  }
}

// Letters changed, added, left out or swapped; above `batas`, just more.
function jarak(a, b, batas) {
  let dulu = [];
  let tadi = [];
  let kini = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    [dulu, tadi, kini] = [tadi, kini, [i]];
    let terkecil = i;
    for (let j = 1; j <= b.length; j++) {
      let n = Math.min(tadi[j] + 1, kini[j - 1] + 1, tadi[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) n = Math.min(n, dulu[j - 2] + 1);
      kini.push(n);
      if (n < terkecil) terkecil = n;
    }
    if (terkecil > batas) return batas + 1;
  }
  return kini[b.length];
}

export function mirip(kata, semua) {
  if (kata.length < 4) return [];
  const batas = kata.length >= 7 ? 2 : 1;
  const dekat = [[], []];
  for (const k of semua) {
    if (Math.abs(k.length - kata.length) > batas) continue;
    if (kata[0] !== k[0] && kata[1] !== k[1] && kata[0] !== k[1] && kata[1] !== k[0]) continue;
    const n = jarak(kata, k, batas);
    if (n <= batas) dekat[Math.max(n, 1) - 1].push(k);
  }
  return dekat[0].length ? dekat[0] : dekat[1];
}
