// Checklist: ticks stay on this device, one list per service.
import { ambil, simpan } from "./dasar.js";

const kotak = [...document.querySelectorAll(".centang input")];
const hitung = document.querySelector(".hitung");
const pemilik = document.querySelector("[data-id]");
const kunci = "centang:" + (pemilik ? pemilik.dataset.id : location.pathname);

function tampil() {
  const menunggu =
    document.querySelector("[data-sumbu]") &&
    document.querySelector(".centang [data-kasus]") &&
    !document.documentElement.hasAttribute("data-kasus-lengkap");
  // What is asked for only under a condition counts once it is ticked.
  const terlihat = kotak.filter((k) => !k.closest("[hidden]") && (k.checked || !k.closest("[data-bila]")));
  const siap = terlihat.filter((k) => k.checked).length;
  if (hitung) {
    if (menunggu) hitung.textContent = "Jawab pertanyaan di atas, daftar ini menyesuaikan.";
    else if (siap && siap === terlihat.length) hitung.textContent = hitung.dataset.siap || "Semua dokumen siap.";
    else hitung.textContent = `${siap} dari ${terlihat.length} dokumen siap.`;
  }
}

const ingat = (ambil(kunci) || "").split(",");
for (const k of kotak) {
  k.checked = ingat.includes(k.id);
  k.addEventListener("change", () => {
    const dicentang = kotak.filter((x) => x.checked).map((x) => x.id).join(",");
    simpan(kunci, dicentang);
    if (pemilik) simpan("nama:" + pemilik.dataset.id, dicentang && document.querySelector("h1").textContent.replace(/\s+/g, " ").trim());
    tampil();
  });
}
document.addEventListener("kasus", tampil);
tampil();
