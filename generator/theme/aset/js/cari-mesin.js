// The ranking, as generator/search/peringkat.py: no page, no network of its own.
import { Pengurai, mirip } from "./cari-urai.js";
import { FRASA, IndeksBagian, IndeksUtuh, LAIN, LANGKAH, NORMA } from "./cari-indeks.js";

// Columns to rows; a column that is empty throughout was left out.
function baca(kolom) {
  const pecah = (teks) => (teks ? teks.split("\n") : []);
  return kolom.nama.map((_, i) => {
    const b = Object.fromEntries(Object.keys(kolom).map((k) => [k, kolom[k][i]]));
    return { ...b, sebutan: pecah(b.sebutan), lain: pecah(b.lain) };
  });
}

export class Mesin {
  // `ambil` fetches a part of a large index by its name.
  constructor(data, ambil) {
    this.data = data;
    this.setelan = data.setelan;
    this.pengurai = new Pengurai(data.bahasa, data.setelan, data.sinonim, data.tempat);
    this.indeks = data.baris
      ? new IndeksUtuh(baca(data.baris), this.pengurai, data.layanan)
      : new IndeksBagian(data, async (nama) => {
          const isi = await ambil(nama);
          return Array.isArray(isi) ? isi : baca(isi);
        });
  }

  // Documents in order: {nomor, cakup, mirip, frasa}; `lulus` lets pass what the filters allow.
  async cari(teks, lulus = () => true) {
    const { layanan } = this.data;
    const { lemah: batas, jauh } = this.setelan;
    const satuan = this.pengurai.urai(teks);
    const hasil = await this.nilai(satuan);
    const semua = hasil.filter((x) => lulus(x.nomor));
    const layan = semua.filter((x) => x.nomor < layanan);
    const kantor = semua.filter((x) => x.nomor >= layanan && x.cakup >= batas);
    const ditanya = (await this.#kantor(satuan, layan[0], hasil)).filter((x) => lulus(x.nomor));
    const tempat = satuan.filter((s) => s.tempat).flatMap((s) => this.data.tempatUnit[s.kelompok.slice(1)]);
    if (ditanya.length) {
      const sudah = new Set(ditanya.map((x) => x.nomor));
      const sisa = kantor.filter((x) => !sudah.has(x.nomor)).slice(0, 3);
      return { lemah: false, urutan: [...ditanya, ...layan, ...sisa], tempat };
    }
    const lemah = !layan.length || layan[0].cakup < batas || layan[0].mirip < jauh;
    return { lemah, urutan: [...layan, ...kantor.slice(0, 3)], tempat };
  }

  // What the filters let pass, as a test of a document's number; undefined if nothing is asked.
  async saring(syarat) {
    if (!syarat.length) return undefined;
    const himpunan = await Promise.all(syarat.map((nama) => this.indeks.himpunan(nama)));
    return (nomor) => himpunan.every((h) => h.has(nomor));
  }

  // Every service that passes, without a query.
  async semua(lulus) {
    const urutan = [];
    for (let nomor = 0; nomor < this.data.layanan; nomor++) if (lulus(nomor)) urutan.push({ nomor, frasa: LAIN });
    return { lemah: false, urutan, tempat: [] };
  }

  baris(nomor) {
    return this.indeks.ambilBaris(nomor);
  }

  // Offices a query is about: it names one, and asks nothing of it but itself.
  async #kantor(satuan, terbaik, hasil) {
    const { yakin } = this.setelan;
    const nama = satuan.filter((s) => !s.kata.every((k) => this.pengurai.tanya.has(k)));
    if (!nama.length || (nama.length === satuan.length && terbaik && terbaik.cakup >= yakin)) return [];
    const semua = nama.length < satuan.length ? await this.nilai(nama) : hasil;
    return semua.filter((x) => x.nomor >= this.data.layanan && x.cakup >= yakin).slice(0, 3);
  }

  async nilai(satuan) {
    const { setelan, indeks } = this;
    const calon = satuan.map((s) => this.#calon(s));
    await indeks.muat(calon.flatMap((c) => [...c.keys()]));
    const tas = new Map();
    const frasa = new Map();
    let penuh = 0;
    satuan.forEach(({ bobot }, i) => {
      let tertinggi = 0;
      const terbaik = new Map();
      const sering = new Map();
      const disebut = new Map();
      for (const [kata, bagian] of calon[i]) {
        const nilai = indeks.idf.get(kata) * bagian;
        if (nilai > tertinggi) tertinggi = nilai;
        for (const letak of indeks.letak.get(kata)) {
          const f = Math.floor(letak / NORMA);
          const d = Math.floor(f / FRASA);
          const ke = f % FRASA;
          const bidang = ke === LAIN ? setelan.lain : ke ? 1 : setelan.judul;
          const n = nilai * bobot;
          const nBidang = n * Math.min(1, bidang);
          if (nBidang > (terbaik.get(d) || 0)) terbaik.set(d, nBidang);
          sering.set(d, (sering.get(d) || 0) + bagian * bidang);
          if (ke !== LAIN && n > (disebut.get(letak) || 0)) disebut.set(letak, n);
        }
      }
      penuh += bobot * (calon[i].size ? tertinggi : setelan.asing);
      for (const [d, n] of terbaik) {
        const [cakup, inti] = tas.get(d) || [0, 0];
        tas.set(d, [cakup + n, inti + (n * sering.get(d)) / (sering.get(d) + setelan.jenuh)]);
      }
      for (const [l, n] of disebut) frasa.set(l, (frasa.get(l) || 0) + n);
    });
    return this.#urut(penuh, tas, frasa);
  }

  #urut(penuh, tas, frasa) {
    const { panjang, inti, frasa: bobot } = this.setelan;
    const dekat = new Map();
    for (const [letak, nilai] of frasa) {
      const f = Math.floor(letak / NORMA);
      const d = Math.floor(f / FRASA);
      const ukuran = Math.max((letak % NORMA) * LANGKAH, nilai);
      const mirip = nilai / (penuh ** panjang * ukuran ** (1 - panjang));
      if (!dekat.has(d) || mirip > dekat.get(d)[0]) dekat.set(d, [mirip, f % FRASA]);
    }
    const hasil = [];
    for (const [nomor, [nilai, pokok]] of tas) {
      const [mirip, ke] = dekat.get(nomor) || [0, LAIN];
      const cakup = nilai / penuh;
      hasil.push({ nomor, nilai: cakup + (inti * pokok) / penuh + bobot * mirip, cakup, mirip, frasa: ke });
    }
    return hasil.sort((a, b) => b.nilai - a.nilai || a.nomor - b.nomor);
  }

  // Words of the index that a unit may mean, each with its share.
  #calon({ kata, kelompok }) {
    const { setelan, indeks } = this;
    const hasil = new Map();
    const tunggal = kata.length === 1;
    const beri = (k, bagian) => indeks.ada(k) && !hasil.has(k) && hasil.set(k, bagian);
    if (kelompok) beri(kelompok, tunggal ? setelan.sinonim : 1);
    for (const k of kata) beri(k, tunggal ? 1 : setelan.bagian);
    if (!tunggal) return hasil;
    const akar = this.pengurai.calon(kata[0]);
    for (const k of akar) beri(k, setelan.imbuhan);
    for (const k of akar) if (this.pengurai.ragam.has(k)) beri(this.pengurai.ragam.get(k), setelan.imbuhan);
    if (hasil.size) return hasil;
    const depan = [kata[0], ...akar].filter((k) => k.length >= 3);
    for (const k of indeks.kata) if (depan.some((d) => k.startsWith(d))) beri(k, setelan.awalan);
    if (!hasil.size) for (const k of mirip(kata[0], indeks.kata)) beri(k, setelan.salah);
    return hasil;
  }
}
