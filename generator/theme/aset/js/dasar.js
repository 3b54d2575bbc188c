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
  addEventListener("load", () => {
    const hemat = navigator.connection && navigator.connection.saveData;
    if (!hemat) setTimeout(() => navigator.serviceWorker.register(new URL("../../sw.js", import.meta.url)).catch(() => {}), 3000);
  });
}

let dibuka = [];
addEventListener("beforeprint", () => {
  dibuka = [...document.querySelectorAll("details:not([open], .tak-cetak)")];
  for (const d of dibuka) d.open = true;
});
addEventListener("afterprint", () => {
  for (const d of dibuka) d.open = false;
});
