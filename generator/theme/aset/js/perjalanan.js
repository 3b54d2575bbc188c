// A journey with only the services somebody needs; without a choice it is all of them, as the page was made.

const $ = (id) => document.getElementById(id);
const semua = [...document.querySelectorAll("[data-perlu]")];
const kotak = semua.map((li) => li.querySelector("[name=perlu]"));
const daftar = (teks) => teks.split(" ").filter(Boolean);
const SATUAN = { t: "tahun", b: "bulan", m: "minggu", h: "hari", k: "hari kerja" };
const rupiah = (n) => `Rp${n.toLocaleString("id-ID")}`;
const tanggal = document.querySelector("[data-lama]");
const AWAL = ["n-layanan", "n-kantor", "n-biaya", "n-waktu", "n-rantai", "n-pilihan"].map((id) => [$(id), $(id).textContent]);
const lamaAwal = tanggal && tanggal.dataset.lama;

function biaya(pilih) {
  const tahu = pilih.map((li) => li.dataset.rupiah).filter(Boolean);
  if (!tahu.length) return "Belum diisi";
  const [rendah, tinggi] = [0, 1].map((i) => tahu.reduce((n, r) => n + Number(r.split("-")[i]), 0));
  const lain = tahu.length < pilih.length;
  if (!tinggi) return lain ? "Sebagian berbayar" : "Gratis";
  return (rendah < tinggi ? `${rupiah(rendah)}–${rupiah(tinggi)}` : rupiah(tinggi)) + (lain ? " dan lainnya" : "");
}

// The chain that takes longest, first service first.
function rantai(pilih) {
  const dari = new Map(pilih.map((li) => [li.dataset.perlu, li]));
  const berat = (r) => r.reduce((n, li) => n + Number(li.dataset.bobot), 0);
  const terlama = (semua) => semua.reduce((a, b) => (berat(b) > berat(a) || (berat(b) === berat(a) && b.length > a.length) ? b : a), []);
  const sampai = (li) => [...terlama(daftar(li.dataset.sesudah).filter((id) => dari.has(id)).map((id) => sampai(dari.get(id)))), li];
  return terlama(pilih.map(sampai));
}

function waktu(jalan) {
  const { lamaSatu } = jalan[0].dataset;
  if (jalan.length === 1 && (!lamaSatu || lamaSatu === "0k")) return [jalan[0].querySelector(".meta span").textContent, lamaSatu];
  // The next office may be closed by then: what is done the same day takes a working day of a chain.
  const lama = jalan.map((li) => li.dataset.lamaSatu.replace(/^0k$/, "1k"));
  const tahu = lama.filter(Boolean).join("+");
  const kata = Object.entries(SATUAN).flatMap(([s, nama]) => {
    const n = tahu.split("+").reduce((n, b) => n + (b.endsWith(s) ? parseInt(b, 10) : 0), 0);
    return n ? [`${n} ${nama}`] : [];
  });
  const lengkap = lama.every(Boolean);
  return [(kata.join(" + ") || "Belum diisi") + (kata.length && !lengkap ? " dan lainnya" : ""), lengkap ? tahu : ""];
}

function tampil() {
  const pilih = semua.filter((_, i) => kotak[i].checked);
  const dipakai = pilih.length ? pilih : semua;
  const id = new Set(dipakai.map((li) => li.dataset.perlu));
  for (const li of document.querySelectorAll("[data-oleh]")) {
    const n = daftar(li.dataset.oleh).filter((o) => id.has(o.split("<")[0]) && !id.has(o.split("<")[1])).length;
    const berapa = li.querySelector("[data-dipakai]");
    li.hidden = !n;
    berapa.hidden = n < 2;
    berapa.firstElementChild.textContent = n;
  }
  for (const li of document.querySelectorAll(".unitkel [data-kantor]")) {
    const n = dipakai.filter((x) => x.dataset.kantor === li.dataset.kantor).length;
    li.hidden = !n;
    li.querySelector("span").textContent = n;
  }
  if ($("n-kadang")) $("n-kadang").textContent = document.querySelectorAll(".lagi [data-oleh]:not([hidden])").length;
  for (const [e, isi] of AWAL) e.textContent = isi;
  // What is said of the whole journey.
  for (const e of document.querySelectorAll("[data-utuh]")) e.hidden = pilih.length > 0;
  let lama = lamaAwal;
  if (pilih.length) {
    const jalan = rantai(pilih);
    [$("n-waktu").textContent, lama] = waktu(jalan);
    $("n-rantai").textContent = jalan.length > 1 ? `rantai terpanjang, ${jalan.length} layanan` : "bila diurus bersamaan";
    $("n-layanan").textContent = pilih.length;
    $("n-kantor").textContent = new Set(pilih.map((li) => li.dataset.kantor)).size;
    $("n-biaya").textContent = biaya(pilih);
    $("n-pilihan").textContent = `Dihitung untuk ${pilih.length} layanan yang Anda pilih.`;
  }
  $("semua").hidden = !pilih.length;
  if (tanggal) tanggal.dataset.lama = lama;
  document.dispatchEvent(new Event("lama"));
  document.dispatchEvent(new Event("kasus"));
}

function tulisAlamat() {
  const alamat = new URL(location.href);
  const id = semua.filter((_, i) => kotak[i].checked).map((li) => li.dataset.perlu);
  alamat.search = id.length ? `?perlu=${id.join(",")}` : "";
  history.replaceState(null, "", alamat);
}

for (const k of kotak) {
  k.addEventListener("change", () => {
    tampil();
    tulisAlamat();
  });
}
$("semua").addEventListener("click", () => {
  for (const k of kotak) k.checked = false;
  tampil();
  tulisAlamat();
  kotak[0].focus();
});

const diminta = (new URLSearchParams(location.search).get("perlu") || "").split(",");
semua.forEach((li, i) => (kotak[i].checked = diminta.includes(li.dataset.perlu)));
if (kotak.some((k) => k.checked)) tampil();
