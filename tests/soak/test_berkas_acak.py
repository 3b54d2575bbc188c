"""Ten thousand broken files: none crashes the check, none hangs it, each finding can be acted on.

Guided by coverage: a file that reaches a line of the reader or the shaper that none reached before
is kept, and broken further.
"""

from __future__ import annotations

import os
import random
import sys
import time
from datetime import date
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from generator import load
from generator.assemble import assemble
from generator.expand import expand
from generator.finding import Findings
from generator.layout import identify
from generator.rules.registry import TextFile
from generator.rules.run import run_file_rules, run_record_rules
from generator.source import Document
from generator.yamltext import read
from tests.jahat import HOSTILE, REFUSED

pytestmark = pytest.mark.soak
ROOT = Path(__file__).parent.parent.parent
FILES = int(os.environ.get("SOAK_BERKAS", "10000"))
TODAY = date(2026, 11, 24)
WATCHED = ("yamltext.py", "shape.py", "expand.py", "load.py", "nilai.py", "salah_tulis.py")
PIECES = (
    *(each.encode() for each in (*HOSTILE, *REFUSED)),
    *b"\x00 \t \r \n : - ? # & * ! | > ' \" % @ ` { } [ ] , \xff \xfe \xc3".split(b" "),
    *(
        b"<<: ",
        b"&a ",
        b"*a",
        b"!!python/object:x ",
        b"---\n",
        b"...\n",
        b"%YAML 1.1\n",
        b"? ",
        b"\n\n",
    ),
    *(b"nama: ", b"kode: x", b"- ", b"jumlah: 50.000\n", b"24-11-2026", b"  " * 40, b"[" * 30),
    b"x" * 300,
)


def judge(raw: bytes, file: str) -> Findings:
    findings = Findings()
    identity = identify(file)
    assert identity
    text = load._decode(raw, file, findings)
    if text is None:
        return findings
    data, places, faults = read(text, file)
    for fault in faults:
        load._add(findings, *fault)
    document = Document(file, data, places)
    if data:
        assembly = assemble(expand([(identity, document)], findings), TODAY, findings)
        findings.extend(run_file_rules([TextFile(identity, document)]))
        findings.extend(run_record_rules(assembly.records))
    return findings


def broken(raw: bytes, other: bytes, chance: random.Random) -> bytes:
    for _ in range(chance.choice((1, 1, 2, 3, 8))):
        at = chance.randrange(len(raw) + 1)
        end = min(len(raw), at + chance.choice((0, 1, 1, 4, 40, 400)))
        piece = chance.choice(
            (
                chance.choice(PIECES),
                bytes(chance.randrange(256) for _ in range(chance.randrange(6))),
                other[(start := chance.randrange(len(other) + 1)) : start + chance.randrange(200)],
                raw[at:end] * 2,
            )
        )
        raw = raw[:at] + piece + raw[end:]
    return raw[: 64 * 1024]


def test_broken_files_are_judged_and_never_crash() -> None:
    chance = random.Random(24112026)
    seeds = [
        (path.relative_to(catalog).as_posix(), path.read_bytes())
        for catalog in (ROOT / "tests/teladan/catalog", ROOT / "tests/rules/_dasar")
        for path in sorted(catalog.rglob("*.yaml"))
    ]
    reached: set[tuple[str, int]] = set()
    fresh = False

    def watch(frame: FrameType, event: str, _: Any) -> Any:
        nonlocal fresh
        name = frame.f_code.co_filename.rpartition("/")[2]
        if name not in WATCHED:
            return None
        if event == "line" and (name, frame.f_lineno) not in reached:
            reached.add((name, frame.f_lineno))
            fresh = True
        return watch

    started = len(seeds)
    for number in range(FILES):
        file, raw = chance.choice(seeds)
        changed = broken(raw, chance.choice(seeds)[1], chance)
        fresh = False
        guided = number % 4 == 0  # watching is slow
        if guided:
            sys.settrace(watch)
        began = time.monotonic()
        try:
            found = judge(changed, file).sorted()
        except BaseException:
            sys.settrace(None)
            print(file, changed)
            raise
        finally:
            sys.settrace(None)
        if not guided:
            assert time.monotonic() - began < 1, (file, changed)
        for each in found:
            assert each.place.file == file
            assert each.place.line >= 1
            assert each.place.column >= 1
            assert each.hint.strip()
            assert each.message.strip()
        if fresh:
            seeds.append((file, changed))
    assert len(seeds) > started


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
def test_no_file_holds_the_check_up(name: str) -> None:
    raw = HEAVY[name]
    assert len(raw) <= load.MAX_BYTES
    began = time.process_time()
    judge(raw, "unit/dinas-contoh/standar/izin-contoh.yaml")
    assert time.process_time() - began < 2  # under 1 on a machine that does nothing else
