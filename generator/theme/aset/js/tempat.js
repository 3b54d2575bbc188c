// Picker of places on a pattern's page: a native select built from the plain list of links below it.
import { ambil, simpan } from "./dasar.js";

const bagian = document.querySelector("[data-tempat]");
const pilih = bagian.querySelector("select");
const kantor = bagian.querySelector(".kantor");
const tautan = new Map([...bagian.querySelectorAll("a[data-unit]")].map((a) => [a.dataset.unit, a]));
const isian = [...document.querySelectorAll("[data-isi]")].map((e) => [e, e.dataset.isi, e.textContent]);

function indukDari(a) {
  const daftar = a.closest("ul");
  const judul = daftar && daftar.previousElementSibling;
  return judul && judul.matches("h3, h4") ? judul.textContent : "";
}

pilih.add(new Option("Pilih di sini", ""));
let kelompok = null;
for (const [unit, a] of tautan) {
  const induk = indukDari(a);
  if (!kelompok || kelompok.label !== induk) {
    kelompok = induk ? document.createElement("optgroup") : pilih;
    if (induk) kelompok.label = induk;
    if (induk) pilih.append(kelompok);
  }
  kelompok.append(new Option(a.textContent, unit));
}

function isi() {
  const a = tautan.get(pilih.value);
  const nilai = a ? { nama: a.textContent, induk: indukDari(a) } : {};
  for (const [e, kunci, semula] of isian) e.textContent = nilai[kunci] || semula;
  for (const t of bagian.querySelectorAll("[data-isi-tautan]")) if (a) t.href = a.href;
  if (kantor) kantor.hidden = !a;
}

pilih.addEventListener("change", () => {
  simpan("tempat", pilih.value);
  isi();
});
const diminta = new URLSearchParams(location.search).get("tempat") || ambil("tempat");
if (tautan.has(diminta)) pilih.value = diminta;
isi();
