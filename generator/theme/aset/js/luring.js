// Without network: the pages that this device has kept, those with ticks first.
import { ambil } from "./dasar.js";

const daftar = document.getElementById("tersimpan");

function baris(alamat, html) {
  const isi = new DOMParser().parseFromString(html, "text/html");
  const h1 = isi.querySelector("h1");
  const artikel = isi.querySelector("article[data-id]");
  if (!h1 || !artikel) return null;
  const dicentang = (ambil("centang:" + artikel.dataset.id) || "").split(",").filter(Boolean).length;
  const li = document.createElement("li");
  const a = document.createElement("a");
  const b = document.createElement("b");
  b.textContent = h1.textContent.replace(/\s+/g, " ").trim();
  a.href = alamat;
  a.append(b);
  if (dicentang) {
    const f = document.createElement("span");
    f.className = "f";
    f.textContent = `${dicentang} dokumen sudah dicentang`;
    a.append(f);
  }
  li.append(a);
  return { li, dicentang, nama: b.textContent };
}

async function tampil() {
  if (!("caches" in window)) return;
  const simpanan = await caches.open("halaman");
  const kunci = await simpanan.keys();
  const semua = await Promise.all(kunci.map(async (k) => baris(k.url, await (await simpanan.match(k)).text())));
  const ada = semua.filter(Boolean).sort((a, b) => b.dicentang - a.dicentang || a.nama.localeCompare(b.nama, "id"));
  daftar.replaceChildren(...ada.map((x) => x.li));
  daftar.hidden = !ada.length;
  document.getElementById("nihil").hidden = ada.length > 0;
}

const akar = new URL("../", location.href);
const diminta = new URL(new URLSearchParams(location.search).get("dari") || "", akar);
if (diminta.href.startsWith(akar.href) && diminta.href !== akar.href) {
  const ulang = document.getElementById("ulang");
  ulang.href = diminta.href;
  ulang.hidden = false;
}
tampil();
