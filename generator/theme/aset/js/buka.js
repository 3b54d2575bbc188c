// "Buka sekarang" beside each table of hours, in the office's own zone; without this script the table says it all.

const diKantor = (e) => new Date(Date.now() + Number(e.dataset.utc) * 36e5);
const menit = (jam) => {
  const [a, b] = jam.split(/[.:]/).map(Number);
  return a * 60 + b;
};
const RENTANG = /(\d{1,2}[.:]\d{2})\s*[–-]\s*(\d{1,2}[.:]\d{2})/;
const NAMA = ["Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"];

function jamHari(tabel, hari) {
  for (const baris of tabel.querySelectorAll("[data-hari]")) {
    if (!baris.dataset.hari.split(" ").includes(String(hari))) continue;
    const cocok = RENTANG.exec(baris.querySelector("td").textContent);
    if (cocok) return { buka: cocok[1], tutup: cocok[2] };
  }
  return null;
}

function keadaan(tabel, libur) {
  const kini = diKantor(tabel);
  const pukul = kini.getUTCHours() * 60 + kini.getUTCMinutes();
  for (let maju = 0; maju < 15; maju += 1) {
    const hari = new Date(+kini + maju * 864e5);
    const jam = libur.includes(hari.toISOString().slice(0, 10)) ? null : jamHari(tabel, hari.getUTCDay());
    if (!jam) continue;
    if (maju === 0 && pukul >= menit(jam.buka) && pukul < menit(jam.tutup)) return { buka: true, teks: `Buka sekarang, sampai pukul ${jam.tutup}` };
    if (maju === 0 && pukul >= menit(jam.buka)) continue;
    const kapan = maju === 0 ? "hari ini" : maju === 1 ? "besok" : NAMA[hari.getUTCDay()];
    return { buka: false, teks: `Tutup sekarang. Buka ${kapan} pukul ${jam.buka}` };
  }
  return null;
}

for (const kotak of document.querySelectorAll("[data-libur]")) {
  const libur = kotak.dataset.libur.split(" ").filter(Boolean);
  for (const tabel of kotak.querySelectorAll(".jam[data-utc]")) {
    const hasil = keadaan(tabel, libur);
    if (!hasil) continue;
    const p = document.createElement("p");
    p.className = "j1";
    const tanda = document.createElement("span");
    tanda.className = hasil.buka ? "lencana l-baik" : "lencana l-netral";
    tanda.textContent = `${hasil.teks} ${kotak.dataset.zona || ""}`.trim();
    p.append(tanda);
    tabel.before(p);
  }
}
