// Dates as the office counts them: its own zone (data-utc, hours east of UTC), whatever the device believes.

const HARI = ["Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"];
const BULAN = ["Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember"];
const SEHARI = 864e5;

const diKantor = (e) => new Date(Date.now() + Number(e.dataset.utc) * 36e5);
const tanggal = (t) => t.toISOString().slice(0, 10);
const daftar = (teks) => (teks || "").split(" ").filter(Boolean);
const peta = (teks) => new Map(daftar(teks).map((x) => x.split("=")));
const besok = (t) => new Date(+t + SEHARI);

function tulis(t, kini) {
  const tahun = t.getUTCFullYear() === kini.getUTCFullYear() ? "" : ` ${t.getUTCFullYear()}`;
  return `${HARI[t.getUTCDay()]}, ${t.getUTCDate()} ${BULAN[t.getUTCMonth()]}${tahun}`;
}

for (const tabel of document.querySelectorAll(".jam[data-utc]")) {
  const kini = diKantor(tabel);
  const kalender = tabel.dataset.libur === undefined ? document.querySelector("[data-libur]") : tabel;
  const libur = kalender !== null && daftar(kalender.dataset.libur).includes(tanggal(kini));
  for (const baris of tabel.querySelectorAll("[data-hari]")) {
    if (!daftar(baris.dataset.hari).includes(String(kini.getUTCDay()))) continue;
    baris.classList.add("hariini");
    const tanda = document.createElement("span");
    tanda.className = libur ? "lencana l-kurang" : "lencana l-netral";
    tanda.textContent = libur ? "hari ini libur" : "hari ini";
    baris.querySelector("th").append(" ", tanda);
  }
}

// A month later is the same day of that month, or its last day.
function tambahBulan(t, banyak) {
  const hasil = new Date(t);
  hasil.setUTCDate(1);
  hasil.setUTCMonth(hasil.getUTCMonth() + banyak);
  const akhir = new Date(Date.UTC(hasil.getUTCFullYear(), hasil.getUTCMonth() + 1, 0)).getUTCDate();
  hasil.setUTCDate(Math.min(t.getUTCDate(), akhir));
  return hasil;
}

// `lama` is "2k+14h": working days (k), days (h), weeks (m), months (b), years (t), one after the other.
function selesai(mulai, lama, masuk) {
  let t = mulai;
  let kerja = false;
  for (const bagian of lama.split("+")) {
    const banyak = parseInt(bagian, 10);
    const satuan = bagian.slice(-1);
    if (satuan === "k") {
      kerja = true;
      for (let sisa = banyak; sisa > 0; ) {
        t = besok(t);
        if (masuk(t)) sisa--;
      }
    } else if (satuan === "h" || satuan === "m") t = new Date(+t + banyak * (satuan === "m" ? 7 : 1) * SEHARI);
    else t = tambahBulan(t, satuan === "t" ? 12 * banyak : banyak);
  }
  return { t, kerja };
}

function hitung(wadah) {
  const kini = diKantor(wadah);
  const libur = daftar(wadah.dataset.libur);
  const hariKerja = peta(wadah.dataset.kerja);
  const tutup = wadah.dataset.tutup ? peta(wadah.dataset.tutup) : hariKerja;
  if (!hariKerja.size || !tutup.size) return;
  const masuk = (t) => hariKerja.has(String(t.getUTCDay())) && !libur.includes(tanggal(t));
  const buka = (t) => tutup.has(String(t.getUTCDay())) && !libur.includes(tanggal(t));
  let mulai = kini;
  // A file handed in after closing counts from the next open day.
  if (buka(kini) && kini.toISOString().slice(11, 16) >= tutup.get(String(kini.getUTCDay()))) mulai = besok(mulai);
  while (!buka(mulai)) mulai = besok(mulai);
  const awal = mulai === kini ? "Berkas lengkap hari ini" : `Berkas lengkap ${tulis(mulai, kini)}`;
  for (const e of wadah.querySelectorAll("[data-lama]")) {
    if (!e.dataset.lama) {
      e.textContent = "Tanggal selesainya belum dapat dihitung.";
      continue;
    }
    const { t, kerja } = selesai(mulai, e.dataset.lama, masuk);
    // Past the last holiday that the page knows, the count would promise too early a day.
    const terlacak = !kerja || libur.some((l) => l >= tanggal(t));
    const kapan = tanggal(t) === tanggal(mulai) ? "siap hari itu juga" : `siap paling lambat ${tulis(t, kini)}`;
    e.textContent = `${awal}, ${kapan}${terlacak ? "" : " (hari libur belum dihitung)"}.`;
  }
  wadah.hidden = false;
}

const kartu = document.querySelectorAll("[data-utc][data-libur]:not(.jam)");
kartu.forEach(hitung);
// The page counts another length of time: a journey with other services.
document.addEventListener("lama", () => kartu.forEach(hitung));
