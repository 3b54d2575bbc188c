// Loaded on every page: the store of the other modules, the colour switch, and details opened for paper.

export function ambil(kunci) {
  try {
    return localStorage.getItem(kunci);
  } catch {
    return null;
  }
}

// A private window or a full disk may refuse; the page must go on without memory.
export function simpan(kunci, nilai) {
  try {
    if (nilai) localStorage.setItem(kunci, nilai);
    else localStorage.removeItem(kunci);
  } catch {}
}

const akar = document.documentElement;
const tombolTema = document.querySelectorAll("[data-tema-pilih]");

function tandaiTema() {
  const kini = akar.dataset.tema || "";
  for (const b of tombolTema) b.setAttribute("aria-pressed", b.dataset.temaPilih === kini);
}

for (const b of tombolTema) {
  b.addEventListener("click", () => {
    const pilihan = b.dataset.temaPilih;
    simpan("tema", pilihan);
    if (pilihan) akar.dataset.tema = pilihan;
    else delete akar.dataset.tema;
    tandaiTema();
  });
}
tandaiTema();

// A notice that is over goes, also where the page is older than its end.
const kini = new Date();
const hariIni = new Date(kini - kini.getTimezoneOffset() * 6e4).toISOString().slice(0, 10);
for (const k of document.querySelectorAll("[data-sampai]")) if (k.dataset.sampai < hariIni) k.remove();

// Kept for later without network; only once the page is there, so that nobody waits for it.
if ("serviceWorker" in navigator && isSecureContext) {
  const pekerja = navigator.serviceWorker;
  const pertama = !pekerja.controller;
  const pesan = (isi) => pekerja.ready.then((siap) => siap.active.postMessage(isi));
  // What the page stands on came before the worker that is to keep it.
  const terlihat = () => pesan([location.href, ...performance.getEntriesByType("resource").map((r) => r.name)]);
  const daftar = () => pekerja.register(new URL("../../sw.js", import.meta.url)).then(() => pertama && terlihat());
  const hemat = navigator.connection && navigator.connection.saveData;
  if (!hemat) addEventListener("load", () => setTimeout(() => daftar().catch(() => {}), 3000));
  // The search is kept for whoever searches, ticks a list, asks what is kept, or installs; see docs/adr/0007.
  let diminta;
  const simpanCari = () => (diminta ||= pesan("cari"));
  if (document.querySelector("#hasil,#tersimpan") || matchMedia("(display-mode:standalone)").matches) simpanCari();
  addEventListener("input", (e) => e.target.matches("#q,.centang input") && simpanCari());
  addEventListener("appinstalled", simpanCari);
}

let dibuka = [];
addEventListener("beforeprint", () => {
  dibuka = [...document.querySelectorAll("details:not([open], .tak-cetak)")];
  for (const d of dibuka) d.open = true;
});
addEventListener("afterprint", () => {
  for (const d of dibuka) d.open = false;
});
