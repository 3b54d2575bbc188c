// SOP page: steps to read, or the official sheet. A phone opens the steps, a wide screen the sheet.

const saklar = document.querySelector(".ganti");
const tampilan = [...document.querySelectorAll("[data-tampil]")];

function tampilkan(nama) {
  for (const t of tampilan) t.hidden = t.dataset.tampil !== nama;
  for (const b of saklar.querySelectorAll("button")) b.setAttribute("aria-pressed", b.dataset.lihat === nama);
}

function menurutAlamat() {
  if (location.hash.startsWith("#langkah-")) tampilkan("langkah");
  else if (location.hash === "#lembar" || matchMedia("(min-width:60rem)").matches) tampilkan("lembar");
  else tampilkan("langkah");
}

saklar.addEventListener("click", (e) => {
  if (e.target.dataset.lihat) tampilkan(e.target.dataset.lihat);
});
// Before the jump, or the target would still be hidden.
document.addEventListener("click", (e) => {
  if (e.target.closest('a[href^="#langkah-"]')) tampilkan("langkah");
});
addEventListener("hashchange", menurutAlamat);
let sebelum = null;
addEventListener("beforeprint", () => {
  sebelum = saklar.querySelector("[aria-pressed=true]").dataset.lihat;
  tampilkan("lembar");
});
addEventListener("afterprint", () => tampilkan(sebelum));
menurutAlamat();
