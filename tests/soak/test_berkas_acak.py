"""Broken files: none crashes the check, none hangs it, each finding can be acted on."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest

from generator import load
from generator.check import check
from tests.bantuan import DASAR, lay, write
from tests.jahat import HOSTILE, REFUSED

pytestmark = pytest.mark.soak
ROOT = Path(__file__).parent.parent.parent
FILES = int(os.environ.get("SOAK_BERKAS", "10000"))
MINUTES = 60
TODAY = date(2026, 11, 24)
WORDS = (
    *(": ", "- ", "? ", "# ", "&a ", "*a", "!!x ", "<<: ", "---\n", "...\n", "| ", ">- ", "\t"),
    *("'", '"', "[", "]", "{", "}", "50.000", "24-11-2026", "08.00", "ya", "tidak", "berlaku"),
    *("kode: ", "status: ", "uu-25-2009", "izin-contoh", "dinas-contoh", "hapus: ya", "kasus: ["),
)


def test_guided_fuzzing_finds_no_crash(tmp_path: Path) -> None:
    """Guided by coverage: whatever stands in one file, the check of the whole catalog answers."""
    acak = pytest.importorskip(
        "tests.soak.acak", reason="atheris has no wheel for this machine", exc_type=ImportError
    )
    catalog = lay(tmp_path / "catalog", DASAR)
    corpus = tmp_path / "bibit"
    for number, seed in enumerate(acak.seeds()):
        write(corpus, {f"{number:04}": seed})
    entries = [*(word.encode() for word in WORDS), *(text.encode()[:60] for text in HOSTILE)]
    entries += [sign.encode() for sign in REFUSED]
    escaped = ("".join(f"\\x{byte:02x}" for byte in entry) for entry in entries)
    (tmp_path / "kata").write_text("".join(f'"{each}"\n' for each in escaped), "utf-8")
    limits = [
        f"-runs={FILES}",
        f"-max_total_time={60 * MINUTES}",
        "-max_len=16384",
        "-timeout=5",
        "-rss_limit_mb=4096",
    ]
    options = [
        *limits,
        f"-dict={tmp_path / 'kata'}",
        f"-artifact_prefix={tmp_path}/",
        "-verbosity=1",
    ]
    done = subprocess.run(
        [sys.executable, "-m", "tests.soak.acak", catalog, *options, corpus],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    told = done.stdout + done.stderr
    assert done.returncode == 0, told[-6000:]
    runs = re.search(r"Done (\d+) runs in (\d+) second", told)
    assert runs, told[-2000:]
    print(runs[0])
    assert int(runs[1]) >= FILES


HEAD = b"nama: Izin contoh\nringkasan: Uji.\nstatus: contoh\ndiperbarui: 2026-11-01\nsektor: umum\n"
BOMB = b"a: &a [x,x,x,x,x,x,x,x,x]\n" + b"".join(
    b"%c: &%c [%s]\n" % (98 + n, 98 + n, b",".join([b"*%c" % (97 + n)] * 9)) for n in range(20)
)
HEAVY = {
    "alias bomb": BOMB,
    "deep": HEAD + b"kasus: " + b"[" * 100_000,
    "deep block": HEAD + b"".join(b" " * n + b"a:\n" for n in range(700)),
    "many unknown keys": HEAD + b"".join(b"kunci%d: x\n" % n for n in range(15_000)),
    "one long line": HEAD + b"catatan: [" + b"x, " * 80_000 + b"]\n",
    "one long word": HEAD + b"catatan_dalam: ['" + b"x" * 250_000 + b"']\n",
    "many items": HEAD + b"sebutan:\n" + b"  - foto copy ijin\n" * 13_000,
    "many steps": HEAD + b"prosedur:\n" + b"  - {kode: a, uraian: x}\n" * 9_000,
    "open quote": HEAD + b"catatan: '" + b"a\n " * 80_000,
    "digits": HEAD + b"catatan: ['" + b"0812 3456 7890 " * 16_000 + b"']\n",
    "numbers": HEAD + b"catatan: ['" + b"1 " * 120_000 + b"']\n",
    "prices": HEAD + b"catatan: ['" + b"gratis Rp rek a.n. " * 12_000 + b"']\n",
    "hours": HEAD + b"catatan: ['" + b"08.00 - 08." * 20_000 + b"']\n",
    "mails": HEAD + b"catatan: ['" + b"a.b-c" * 50_000 + b"@']\n",
    "escapes": HEAD + b'catatan: ["' + b"\\x41" * 60_000 + b'"]\n',
    "tabs": HEAD + b"\t" * 250_000,
    "new lines": b"\n" * 250_000,
    "not text": bytes(range(256)) * 1000,
    "many documents": b"---\na: b\n" * 25_000,
    "questions": b"? " * 120_000,
}


@pytest.mark.parametrize("name", HEAVY)
def test_no_file_holds_the_check_up(name: str, tmp_path: Path) -> None:
    raw = HEAVY[name]
    assert len(raw) <= load.MAX_BYTES
    write(lay(tmp_path, DASAR), {"unit/dinas-contoh/standar/izin-contoh.yaml": raw})
    began = time.process_time()
    check(tmp_path, TODAY)
    assert time.process_time() - began < 2  # under 1 on a machine that does nothing else
