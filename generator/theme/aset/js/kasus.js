// Case picker. One radio group per axis ([data-sumbu]); any element may name the cases it belongs to.

const sumbu = [...document.querySelectorAll("[data-sumbu]")];
const radio = sumbu.flatMap((s) => [...s.querySelectorAll("input[type=radio]")]);
const sumbuDari = new Map(radio.map((r) => [r.value, r.closest("[data-sumbu]")]));
const hapus = document.querySelector("[data-kasus-hapus]");

// An axis without a choice hides nothing; `belum` is what such an axis counts for.
function cocok(kode, dipilih, belum) {
  const perSumbu = new Map();
  for (const k of kode.split(" ")) {
    const s = sumbuDari.get(k);
    if (s) perSumbu.set(s, [...(perSumbu.get(s) || []), k]);
  }
  return [...perSumbu].every(([s, kasus]) => (dipilih.has(s) ? kasus.includes(dipilih.get(s).value) : belum));
}

function terapkan() {
  const dipilih = new Map(radio.filter((r) => r.checked).map((r) => [sumbuDari.get(r.value), r]));
  const lengkap = dipilih.size === sumbu.length;
  document.documentElement.toggleAttribute("data-kasus-lengkap", lengkap);
  for (const e of document.querySelectorAll("[data-kasus]")) {
    e.hidden = !cocok(e.dataset.kasus, dipilih, true);
  }
  for (const e of document.querySelectorAll("[data-kasus-terpilih]")) {
    e.hidden = !cocok(e.dataset.kasusTerpilih, dipilih, false);
  }
  // One answer may be enough to know this value, whatever the other question's answer is.
  for (const e of document.querySelectorAll("[data-belum-kasus]")) {
    e.hidden = lengkap || e.closest("dd,h3,p").querySelector("[data-kasus-terpilih]:not([hidden])") !== null;
  }
  for (const r of radio) r.closest("label").classList.toggle("terpilih", r.checked);
  if (hapus) hapus.hidden = !dipilih.size;
  document.dispatchEvent(new Event("kasus"));
}

function tulisAlamat() {
  const alamat = new URL(location.href);
  alamat.searchParams.delete("kasus");
  const kode = radio.filter((r) => r.checked).map((r) => r.value);
  // Written by hand: URLSearchParams would turn the comma into %2C, ugly on a poster.
  if (kode.length) alamat.search += (alamat.search ? "&" : "?") + "kasus=" + kode.join(",");
  history.replaceState(null, "", alamat);
}

for (const s of sumbu) {
  s.addEventListener("change", () => {
    terapkan();
    tulisAlamat();
  });
}
if (hapus) {
  hapus.addEventListener("click", () => {
    for (const r of radio) r.checked = false;
    terapkan();
    tulisAlamat();
    radio[0].focus();
  });
}

const diminta = (new URLSearchParams(location.search).get("kasus") || "").split(",");
// A browser that restores forms may bring back a choice that the address does not name.
for (const r of radio) r.checked = diminta.includes(r.value);
terapkan();
