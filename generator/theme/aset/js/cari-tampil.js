// What the search page shows: a row answers by itself and says why it was found.
import { ambil } from "./dasar.js";

// Places named one by one; more wait behind a summary.
const BEBERAPA = 6;
const NOMOR_PANJANG = /\d(?:[\s./-]?\d){5,}/g;
const SUREL = /\S+@\S+/g;

const dasar = new URL(".", location.href);
export async function berkas(nama) {
  const jawab = await fetch(new URL(nama, dasar));
  if (!jawab.ok) throw new Error(String(jawab.status));
  return jawab.json();
}

function unsur(nama, isi, kelas) {
  const e = document.createElement(nama);
  if (kelas) e.className = kelas;
  e.append(...[].concat(isi));
  return e;
}

function taut(alamat, isi) {
  const a = unsur("a", isi);
  a.href = alamat;
  return a;
}

const alamatTempat = (unit, id) => `layanan/${unit.id}/${id.split("/")[1]}/`;

export async function baris(isi, { nomor, frasa }, tempat, m, akar) {
  const kantor = nomor >= m.data.layanan;
  const li = unsur("li", [], "temuan");
  li.dataset.id = kantor ? `unit/${isi.id}` : isi.id;
  const pola = m.data.daftarTempat[isi.tempat];
  const cocok = pola ? await cariTempat(pola, tempat, m) : [];
  const satu = cocok.length === 1 ? cocok[0] : undefined;
  const rincian = kantor
    ? ["Alamat, jam, dan layanannya"]
    : [isi.waktu && unsur("i", isi.waktu), isi.biaya && unsur("i", isi.biaya), isi.dokumen, satu ? satu.nama : isi.unit];
  const f = rincian.filter(Boolean).flatMap((x, i) => (i ? [" · ", x] : [x]));
  const alamat = satu ? alamatTempat(satu, isi.id) : kantor ? `unit/${isi.id}/` : `layanan/${isi.id}/`;
  li.append(taut(akar + alamat, [unsur("b", isi.nama), unsur("span", f, "f")]));
  const sebutan = frasa >= 2 && isi.sebutan[frasa - 2];
  if (sebutan && !kantor) li.append(unsur("p", `Disebut juga: “${sebutan}”`, "sebab"));
  if (pola && !satu) li.append(await pemilih(isi, pola, cocok, m, akar));
  return li;
}

// Places of a pattern that the words name; else those that lie in the district they name.
async function cariTempat(pola, tempat, m) {
  const tepat = pola.filter((n) => tempat.includes(n));
  if (tepat.length || !tempat.length) return m.baris(tepat);
  const semua = await m.baris(pola);
  return semua.filter((u) => tempat.includes(u.induk));
}

async function pemilih(isi, pola, cocok, m, akar) {
  const daftar = (semua) => {
    const urut = [...semua].sort((a, b) => a.nama.localeCompare(b.nama, "id"));
    return unsur("ul", urut.map((u) => unsur("li", taut(akar + alamatTempat(u, isi.id), u.nama))), "butir kolom");
  };
  if (cocok.length && cocok.length <= BEBERAPA) {
    return unsur("div", [unsur("p", "Pilih tempatnya:", "sebab"), daftar(cocok)], "tempatnya");
  }
  const rinci = unsur("details", unsur("summary", `Pilih tempat (${(cocok.length ? cocok : pola).length})`), "lagi tempatnya");
  const buka = async () => rinci.append(daftar(cocok.length ? cocok : await m.baris(pola)));
  rinci.addEventListener("toggle", buka, { once: true });
  const dulu = ambil("tempat");
  const ingat = dulu && (await m.baris(pola)).find((u) => u.id === dulu);
  if (!ingat) return rinci;
  const a = taut(akar + alamatTempat(ingat, isi.id), `Buka di ${ingat.nama}`);
  return unsur("div", [unsur("p", a, "sebab"), rinci], "tempatnya");
}

export function kabar(teks, { lemah, banyak, unsur: tampil }, disaring) {
  const untuk = teks ? ` untuk “${teks}”` : "";
  const pilihan = disaring ? " dengan pilihan ini" : "";
  if (!banyak) return `Tidak ada yang cocok${untuk}${pilihan}.`;
  if (lemah) return `Tidak ada yang tepat${untuk}${pilihan}. ${banyak} yang mirip.`;
  return banyak > tampil.length ? `${tampil.length} teratas${untuk}${pilihan}.` : `${banyak} hasil${untuk}${pilihan}.`;
}

// Long numbers and mail addresses are somebody's: they stay here.
export const bersihkan = (teks) => teks.replace(NOMOR_PANJANG, "[nomor]").replace(SUREL, "[surel]").slice(0, 120);

export const tautanSaluran = (pola, teks) => pola.replace("{kata}", encodeURIComponent(bersihkan(teks)));
