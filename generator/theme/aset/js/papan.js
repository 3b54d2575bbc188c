// Filters of the board: by kind of unit, and only what still lacks something. Without script all rows show.

const formulir = document.querySelector("[data-papan]");
if (formulir) {
  const baris = [...document.querySelectorAll("[data-jenis]")];
  const ket = formulir.querySelector("[data-papan-ket]");
  const saring = () => {
    const jenis = formulir.elements.jenis.value;
    const kurang = formulir.elements.kurang.checked;
    for (const b of baris) {
      b.hidden = (jenis && b.dataset.jenis !== jenis) || (kurang && b.dataset.kurang === "0");
    }
    const tampil = document.querySelectorAll(".matriks tbody tr:not([hidden])").length;
    ket.textContent = jenis || kurang ? `${tampil} baris tampil di matriks` : "";
  };
  formulir.addEventListener("change", saring);
  formulir.addEventListener("submit", (e) => e.preventDefault());
  saring();
}
