// Dates as the office counts them: its own zone (data-utc, hours east of UTC), whatever the device believes.

const HARI = ["Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"];
const BULAN = ["Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember"];
const SEHARI = 864e5;

const diKantor = (e) => new Date(Date.now() + Number(e.dataset.utc) * 36e5);
const tulis = (t) => `${HARI[t.getUTCDay()]}, ${t.getUTCDate()} ${BULAN[t.getUTCMonth()]}`;
const tanggal = (t) => t.toISOString().slice(0, 10);
const daftar = (teks) => (teks || "").split(" ").filter(Boolean);

for (const tabel of document.querySelectorAll(".jam[data-utc]")) {
  const kini = diKantor(tabel);
  const libur = daftar(tabel.dataset.libur).includes(tanggal(kini));
  for (const baris of tabel.querySelectorAll("[data-hari]")) {
    if (!daftar(baris.dataset.hari).includes(String(kini.getUTCDay()))) continue;
    baris.classList.add("hariini");
    const tanda = document.createElement("span");
    tanda.className = libur ? "lencana l-kurang" : "lencana l-netral";
    tanda.textContent = libur ? "hari ini libur" : "hari ini";
    baris.querySelector("th").append(" ", tanda);
  }
}

for (const e of document.querySelectorAll("[data-hari-kerja]")) {
  const hari = daftar(e.dataset.hari || "1 2 3 4 5");
  const libur = daftar(e.dataset.libur);
  const masuk = (t) => hari.includes(String(t.getUTCDay())) && !libur.includes(tanggal(t));
  let t = diKantor(e);
  let awal = "Berkas lengkap hari ini";
  while (!masuk(t)) {
    t = new Date(+t + SEHARI);
    awal = `Berkas lengkap ${tulis(t)}`;
  }
  for (let sisa = Number(e.dataset.hariKerja); sisa > 0; ) {
    t = new Date(+t + SEHARI);
    if (masuk(t)) sisa--;
  }
  // Past the last holiday that the page knows, the count would promise too early a day.
  const terlacak = libur.some((l) => l >= tanggal(t));
  e.textContent = `${awal}, selesai paling lambat ${tulis(t)}${terlacak ? "" : " (hari libur belum dihitung)"}.`;
  e.hidden = false;
}
