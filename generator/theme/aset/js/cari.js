// The search page: what is asked stands in the address, what is found in #hasil.
import { Mesin } from "./cari-mesin.js";
import { bersihkan, berkas, baris, kabar, tautanSaluran } from "./cari-tampil.js";

const $ = (id) => document.getElementById(id);
const [q, ket, mungkin, hasil, kosong, awal, lagi, bukan] = ["q", "ket", "mungkin", "hasil", "kosong", "awal", "lagi", "bukan"].map($);
const form = q.form;
const saring = [...form.elements].filter((e) => e.dataset.saring !== undefined);
const SEMENTARA = 160;
const judul = document.title;

let muatan;
function mesin() {
  muatan ||= berkas(hasil.dataset.indeks).then((data) => new Mesin(data, berkas));
  muatan.catch(() => (muatan = undefined));
  return muatan;
}

// The choices as the index names them.
function pilihan() {
  return saring.filter((e) => (e.type === "checkbox" ? e.checked : e.value)).map((e) => `=${e.dataset.saring}${e.type === "checkbox" ? "" : e.value}`);
}

function alamat() {
  const isi = new URLSearchParams();
  if (q.value.trim()) isi.set("q", q.value.trim());
  for (const e of saring) if (e.type === "checkbox" ? e.checked : e.value) isi.set(e.name, e.value);
  return `${isi}` ? `?${isi}` : location.pathname;
}

function bacaAlamat() {
  const isi = new URLSearchParams(location.search);
  q.value = isi.get("q") || "";
  for (const e of saring) {
    if (e.type === "checkbox") e.checked = isi.has(e.name);
    else e.value = [...e.options].some((o) => o.value === isi.get(e.name)) ? isi.get(e.name) : "";
  }
  const rincian = form.querySelector("details");
  if (rincian && pilihan().length) rincian.open = true;
}

let giliran = 0;
async function cari() {
  const ini = ++giliran;
  const teks = q.value.trim();
  const syarat = pilihan();
  delete hasil.dataset.selesai;
  document.title = teks ? `${teks}: ${judul}` : judul;
  try {
    const temuan = teks || syarat.length ? await tanya(teks, syarat) : undefined;
    if (ini !== giliran) return;
    tampil(teks, temuan, syarat.length > 0);
  } catch {
    if (ini !== giliran) return;
    hasil.replaceChildren();
    awal.hidden = false;
    ket.textContent = "Pencarian tidak dapat dimuat. Periksa sambungan Anda, atau pilih dari daftar di bawah.";
  }
  hasil.dataset.selesai = "";
}

async function tanya(teks, syarat) {
  const m = await mesin();
  const lulus = await m.saring(syarat);
  const temuan = teks ? await m.cari(teks, lulus) : await m.semua(lulus);
  const nomor = temuan.urutan.map((x) => x.nomor).slice(0, temuan.lemah ? 3 : 200);
  const awal = m.indeks.sekaligus;
  const pertama = await m.baris(nomor.slice(0, awal));
  const jadi = (isi, i, dari) => baris(isi, temuan.urutan[dari + i], temuan.tempat, m, hasil.dataset.akar);
  const sisa = nomor.slice(awal);
  const selebihnya = async () => Promise.all((await m.baris(sisa)).map((b, i) => jadi(b, i, awal)));
  return { lemah: temuan.lemah, banyak: nomor.length, unsur: await Promise.all(pertama.map((b, i) => jadi(b, i, 0))), selebihnya };
}

let selebihnya;
function tampil(teks, temuan, disaring) {
  const unsur = temuan ? temuan.unsur : [];
  selebihnya = temuan && temuan.selebihnya;
  hasil.replaceChildren(...unsur);
  hasil.hidden = !unsur.length;
  lagi.hidden = !temuan || temuan.banyak <= unsur.length;
  mungkin.hidden = !unsur.length || !temuan.lemah;
  kosong.hidden = !temuan || (unsur.length > 0 && !temuan.lemah);
  bukan.hidden = !temuan || !teks || !kosong.hidden;
  awal.hidden = Boolean(temuan);
  ket.textContent = temuan ? kabar(teks, temuan, disaring) : "";
  for (const a of document.querySelectorAll("a[data-saluran]")) a.href = tautanSaluran(a.dataset.saluran, teks);
  for (const e of document.querySelectorAll("[data-kata]")) e.textContent = bersihkan(teks);
}

// Typing rewrites one entry of the history; what was sent, chosen or opened stays in it.
function tulis(tetap) {
  const baru = alamat();
  if (tetap && baru !== history.state?.tetap) history.pushState({ tetap: baru }, "", baru);
  else history.replaceState(history.state, "", baru);
}

let jeda;
q.addEventListener("focus", () => mesin().catch(() => {}), { once: true });
q.addEventListener("input", () => {
  clearTimeout(jeda);
  jeda = setTimeout(() => {
    tulis(false);
    cari();
  }, SEMENTARA);
});
form.addEventListener("submit", (e) => {
  e.preventDefault();
  clearTimeout(jeda);
  tulis(true);
  cari();
  // On a phone the keyboard would go on hiding the answers.
  if (matchMedia("(pointer: coarse)").matches) q.blur();
});
form.addEventListener("change", (e) => {
  if (!saring.includes(e.target)) return;
  tulis(true);
  cari();
});
lagi.addEventListener("click", async () => {
  const baru = await selebihnya();
  hasil.append(...baru);
  lagi.hidden = true;
  baru[0]?.querySelector("a").focus();
});
addEventListener("popstate", () => {
  bacaAlamat();
  cari();
});
// Arrow keys walk from the box through the answers and back.
document.addEventListener("keydown", (e) => {
  const turun = { ArrowDown: 1, ArrowUp: -1 }[e.key];
  const daftar = [q, ...hasil.querySelectorAll("li > a")];
  const kini = daftar.indexOf(document.activeElement);
  if (!turun || kini < 0 || e.altKey || e.ctrlKey || e.metaKey || !daftar[kini + turun]) return;
  e.preventDefault();
  daftar[kini + turun].focus();
});
bacaAlamat();
history.replaceState({ tetap: alamat() }, "");
cari();
