// Share: WhatsApp text, copy, short print.

const teks = (e) => e.textContent.replace(/\s+/g, " ").trim();
const tampak = (e) => !e.closest("[hidden]");
const semua = (pilih, di = document) => [...di.querySelectorAll(pilih)].filter(tampak);

function pesan(isi) {
  let p = document.querySelector(".pesan");
  if (!p) {
    p = document.createElement("div");
    p.className = "pesan";
    p.setAttribute("role", "status");
    document.body.append(p);
  }
  p.hidden = false;
  p.textContent = isi;
  clearTimeout(pesan.jeda);
  pesan.jeda = setTimeout(() => (p.hidden = true), 5000);
}

// Before a case is chosen the list holds documents that not everyone needs; each then says for whom.
function satuDokumen(d) {
  const jika = d.querySelector(".hanya-jika");
  const syarat = [jika && jika.offsetParent ? teks(jika) : "", d.dataset.bila || ""].filter(Boolean);
  return `- ${teks(d.querySelector("b"))}${syarat.length ? ` (${syarat.join(" ").replace(/\.$/, "")})` : ""}`;
}

function alamatHalaman() {
  const kini = new URL(location.href);
  const resmi = document.querySelector("link[rel=canonical]");
  // A page read from a stick has an address that nobody else can open.
  const alamat = kini.protocol === "file:" && resmi ? new URL(resmi.href) : kini;
  alamat.search = kini.search;
  alamat.hash = "";
  return alamat.href.replace(/%2C/g, ",");
}

function tempat() {
  const kantor = document.querySelector(".kantor:not([hidden]) h3");
  if (kantor) return [teks(kantor)];
  return semua("#tempat [data-bagi]").flatMap((e) => {
    if (e.querySelector(".belum")) return [];
    if (!e.matches("table")) return [teks(e)];
    return semua("tr", e).map((r) => `${teks(r.querySelector("th").firstChild)} ${teks(r.querySelector("td"))}`);
  });
}

function ringkasan() {
  const baris = [`*${teks(document.querySelector("h1"))}*`];
  const kasus = [...document.querySelectorAll("[data-sumbu] input:checked")].map((r) => r.dataset.nama);
  if (kasus.length) baris.push("Keadaan: " + kasus.join(", "));
  const dokumen = semua(".centang li");
  let jumlah = "";
  for (const sel of semua(".jawab dl > div")) {
    const nilai = semua(".besar", sel).map(teks).join(" / ");
    if (dokumen.length && sel.querySelector('[href="#dokumen"]')) jumlah = nilai;
    else if (nilai) baris.push(`${teks(sel.querySelector("dt"))}: ${nilai}`);
  }
  baris.push(...semua(".jawab__kaki span").map(teks).filter(Boolean));
  if (dokumen.length) baris.push("", `Bawa${jumlah ? ` (${jumlah})` : ""}:`, ...dokumen.map(satuDokumen));
  const ke = tempat();
  if (ke.length) baris.push("", "Datang ke:", ...ke);
  const wadah = document.querySelector(".aksi[data-catatan]");
  baris.push("", alamatHalaman());
  if (wadah) baris.push(wadah.dataset.catatan);
  return baris.join("\n");
}

// Pages opened from a stick have no clipboard of the new kind.
function salinLama(isi) {
  const kotak = document.createElement("textarea");
  kotak.value = isi;
  kotak.className = "sr";
  document.body.append(kotak);
  kotak.select();
  const jadi = document.execCommand("copy");
  kotak.remove();
  if (!jadi) throw new Error("copy");
}

const kerja = {
  wa: () => (location.href = "https://wa.me/?text=" + encodeURIComponent(ringkasan())),
  async salin() {
    const isi = ringkasan();
    try {
      await (navigator.clipboard ? navigator.clipboard.writeText(isi) : Promise.reject(new Error("clipboard"))).catch(() => salinLama(isi));
      pesan("Teks disalin. Tempel di WhatsApp atau SMS.");
    } catch {
      pesan("Teks tidak dapat disalin di peramban ini.");
    }
  },
  cetak() {
    document.documentElement.classList.add("ringkas-cetak");
    print();
  },
};

document.addEventListener("click", (e) => {
  const tombol = e.target.closest("[data-aksi]");
  if (!tombol || !(tombol.dataset.aksi in kerja)) return;
  e.preventDefault();
  kerja[tombol.dataset.aksi]();
});
addEventListener("afterprint", () => document.documentElement.classList.remove("ringkas-cetak"));
