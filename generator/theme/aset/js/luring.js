// What this device has kept: pages for days without network, those with ticks first.
import { ambil } from "./dasar.js";

const $ = (id) => document.getElementById(id);
const akar = new URL("../", location.href);
const dari = new URLSearchParams(location.search).get("dari");

function baris({ alamat, nama, dicentang }) {
  const li = document.createElement("li");
  const a = document.createElement("a");
  const b = document.createElement("b");
  b.textContent = nama;
  a.href = alamat;
  a.append(b);
  if (dicentang) {
    const f = document.createElement("span");
    f.className = "f";
    f.textContent = `${dicentang} dokumen sudah dicentang`;
    a.append(f);
  }
  li.append(a);
  return li;
}

const jumlah = (id) => (ambil("centang:" + id) || "").split(",").filter(Boolean).length;

function halaman(alamat, html) {
  const isi = new DOMParser().parseFromString(html, "text/html");
  const h1 = isi.querySelector("h1");
  const artikel = isi.querySelector("article[data-id]");
  if (!h1 || !artikel) return [];
  return [{ alamat, nama: h1.textContent.replace(/\s+/g, " ").trim(), dicentang: jumlah(artikel.dataset.id) }];
}

// Ticked lists whose pages are not kept: on a stick none are, they are all there.
function daftar(ada) {
  const sudah = new Set(ada.map((x) => x.alamat));
  return Object.keys(localStorage)
    .filter((k) => k.startsWith("nama:"))
    .map((k) => k.slice(5))
    .map((id) => ({ alamat: new URL(`layanan/${id}/`, akar).href, nama: ambil("nama:" + id), dicentang: jumlah(id) }))
    .filter((x) => x.dicentang && !sudah.has(x.alamat));
}

async function tampil() {
  let ada = [];
  if ("caches" in window && location.protocol !== "file:") {
    const simpanan = await caches.open("halaman");
    const semua = (await simpanan.keys()).map(async (k) => halaman(k.url, await (await simpanan.match(k)).text()));
    ada = (await Promise.all(semua)).flat();
    // Who was sent here has no network: a button that leads back here helps nobody.
    $("cari").hidden = dari !== null && !(await caches.match($("cari").href));
  }
  try {
    ada.push(...daftar(ada));
  } catch {}
  ada.sort((a, b) => b.dicentang - a.dicentang || a.nama.localeCompare(b.nama, "id"));
  $("tersimpan").replaceChildren(...ada.map(baris));
  $("tersimpan").hidden = !ada.length;
  $("nihil").hidden = ada.length > 0;
}

const diminta = new URL(dari || "", akar);
if (dari !== null && diminta.href.startsWith(akar.href)) {
  $("ulang").href = diminta.href;
  $("gagal").hidden = false;
}
tampil();
