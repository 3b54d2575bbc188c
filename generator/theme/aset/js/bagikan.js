// Share: WhatsApp text, copy, short print.

const teks = (e) => e.textContent.replace(/\s+/g, " ").trim();
const tampak = (e) => !e.closest("[hidden]");

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
  const syarat = jika && jika.offsetParent ? ` (${teks(jika).replace(/\.$/, "")})` : "";
  return "- " + teks(d.querySelector("b")) + syarat;
}

function ringkasan() {
  const baris = [`*${teks(document.querySelector("h1"))}*`];
  const kasus = [...document.querySelectorAll("[data-sumbu] input:checked")].map((r) => r.dataset.nama);
  if (kasus.length) baris.push("Keadaan: " + kasus.join(", "));
  for (const sel of document.querySelectorAll(".jawab dl > div")) {
    const nilai = [...sel.querySelectorAll(".besar")].filter(tampak).map(teks).join(" / ");
    if (tampak(sel) && nilai) baris.push(`${teks(sel.querySelector("dt"))}: ${nilai}`);
  }
  const dokumen = [...document.querySelectorAll(".centang li")].filter(tampak);
  if (dokumen.length) baris.push("", "Bawa:", ...dokumen.map(satuDokumen));
  const wadah = document.querySelector(".aksi[data-catatan]");
  baris.push("", location.href.split("#")[0]);
  if (wadah) baris.push(wadah.dataset.catatan);
  return baris.join("\n");
}

const kerja = {
  wa: () => (location.href = "https://wa.me/?text=" + encodeURIComponent(ringkasan())),
  async salin() {
    try {
      await navigator.clipboard.writeText(ringkasan());
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
