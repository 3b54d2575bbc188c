// Finding a unit on the board: by name, kind and state, in three orders. Without script the groups
// stand closed and open by hand.

const formulir = document.querySelector("[data-papan]");
if (formulir) {
  const ket = formulir.querySelector("[data-papan-ket]");
  const kelompok = [...document.querySelectorAll("[data-kelompok]")].map((kotak) => ({
    kotak,
    terbuka: kotak.open,
    baris: [...kotak.querySelectorAll("tbody tr")],
  }));
  const urutan = {
    "": () => 0,
    nilai: (a, b) => a.dataset.nilai - b.dataset.nilai,
    segar: (a, b) => b.dataset.segar - a.dataset.segar,
  };
  const cocok = (b, { nama, jenis, kurang }) =>
    b.dataset.nama.toLowerCase().includes(nama.value.trim().toLowerCase()) &&
    (!jenis.value || b.dataset.jenis === jenis.value) &&
    (!kurang.checked || b.dataset.kurang === "1");
  const saring = () => {
    const isi = formulir.elements;
    const menyaring = isi.nama.value.trim() || isi.jenis.value || isi.kurang.checked;
    let tampil = 0;
    for (const { kotak, terbuka, baris } of kelompok) {
      for (const b of baris) b.hidden = !cocok(b, isi);
      const sisa = baris.filter((b) => !b.hidden).length;
      baris[0]?.parentElement.append(...[...baris].sort(urutan[isi.urut.value]));
      kotak.hidden = !sisa;
      kotak.open = Boolean(menyaring || isi.urut.value) || terbuka;
      tampil += sisa;
    }
    ket.textContent = menyaring ? `${tampil} unit` : "";
  };
  formulir.addEventListener("input", saring);
  formulir.addEventListener("submit", (e) => e.preventDefault());
}
