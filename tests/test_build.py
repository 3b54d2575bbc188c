"""A whole build: with either engine, always the same bytes, and the old site on any fault."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from rich.console import Console

from generator.build import engine, run, stage
from generator.build.run import Result, Stopped, build, stage_only
from generator.build.show import Show
from generator.build.workspace import Workspace
from generator.write import MARKER
from tests.pembangkit import bangkitkan

ROOT = Path(__file__).parent.parent
TODAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def katalog(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A catalog of three services; never changed."""
    return bangkitkan(tmp_path_factory.mktemp("katalog") / "catalog", 3)


@pytest.fixture
def space(katalog: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """A workspace in a folder of its own, with content and a copy of the catalog."""
    shutil.copytree(katalog, tmp_path / "catalog")
    shutil.copytree(ROOT / "content", tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    return Workspace.of(Path("catalog"), Path("site"))


def quiet() -> Show:
    return Show(Console(quiet=True))


def built(space: Workspace, name: engine.Engine = "mkdocs") -> Result:
    return build(space, TODAY, name, quiet())


def tree(root: Path) -> dict[str, str]:
    """Every file below `root` with a digest of its bytes."""
    return {
        each.relative_to(root).as_posix(): hashlib.sha256(each.read_bytes()).hexdigest()
        for each in sorted(root.rglob("*"))
        if each.is_file()
    }


def katalog_command(
    *arguments: str, cwd: Path, env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **(env or {})}
    return subprocess.run(
        [sys.executable, "-m", "generator", *arguments],
        cwd=cwd,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_builds_a_whole_site(space: Workspace) -> None:
    result = built(space)
    assert result.ok, result.findings
    site = space.out
    assert 'data-id="dinas-1/layanan-0"' in (
        site / "layanan/dinas-1/layanan-0/index.html"
    ).read_text("utf-8")
    files = set(tree(site))
    assert {"404.html", "robots.txt", "sitemap.xml", "cari/indeks.json", MARKER} <= files
    assert result.site
    assert result.site.pages == sum(each.endswith(".html") for each in files)


def test_ships_nothing_that_no_page_uses(space: Workspace) -> None:
    built(space)
    files = tree(space.out)
    shipped = [each for each in files if each.startswith(("assets/", "search/"))]
    for word in ("lunr", "search", ".map", "workers", "LICENSE"):
        assert not [each for each in shipped if word in each], word
    assert not [each for each in files if each.endswith(".gz")]
    assert [each for each in files if each.startswith("assets/javascripts/bundle")]


def test_sample_data_is_kept_from_search_engines(space: Workspace) -> None:
    built(space)
    assert "Disallow: /\n" in (space.out / "robots.txt").read_text()


def test_an_old_address_leads_to_the_new_one(space: Workspace) -> None:
    service = space.catalog / "unit/dinas-1/standar/layanan-1.yaml"
    service.write_text(service.read_text() + "dahulu: [dinas-1/nama-lama]\n")
    result = built(space)
    assert result.ok, result.findings
    stub = (space.out / "layanan/dinas-1/nama-lama/index.html").read_text("utf-8")
    assert '<article data-id="dinas-1/layanan-1">' in stub
    assert 'content="0; url=../layanan-1/"' in stub
    assert (
        '<link rel="canonical" href="https://sipp.uji.example/layanan/dinas-1/layanan-1/">' in stub
    )


def test_quick_pages_are_the_engines_own_bytes(space: Workspace) -> None:
    """Setting whole pages aside spares the engine's parsers and changes nothing."""
    assert stage_only(space, TODAY, quiet()).staged
    for way in ("quick", "plain"):
        command = [sys.executable, "-P", ROOT / "generator/build/engine_process.py", "mkdocs"]
        subprocess.run([*command, space.config, space.base / way, way], check=True)
    assert tree(space.base / "quick") == tree(space.base / "plain")


def test_properdocs_builds_the_same_site(space: Workspace) -> None:
    assert built(space).ok
    one = {path: (space.out / path).read_text("utf-8", "replace") for path in tree(space.out)}
    result = built(space, "properdocs")
    assert result.ok, result.findings
    other = {path: (space.out / path).read_text("utf-8", "replace") for path in tree(space.out)}
    assert one.keys() == other.keys()
    # The engine signs the pages that wear its own chrome; the worker carries a hash of all pages.
    sign = 'content="{0}, mkdocs-material'
    signed = {path for path in one if sign.format("mkdocs-1.6.1") in one[path]}
    assert {path for path in one if one[path] != other[path]} == signed | {"sw.js"}


CLOCK = """\
import os, time
_time, _ns = time.time, time.time_ns
if "GESER" in os.environ:
    _by = int(os.environ["GESER"])
    time.time = lambda: _time() + _by
    time.time_ns = lambda: _ns() + _by * 10**9
"""


def test_same_bytes_whatever_hash_seed_clock_zone_or_locale(katalog: Path, tmp_path: Path) -> None:
    shim = tmp_path / "jam"
    shim.mkdir()
    (shim / "sitecustomize.py").write_text(CLOCK)
    trees = []
    for number, env in enumerate(
        (
            {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C", "GESER": "0"},
            {
                "PYTHONHASHSEED": "4242",
                "TZ": "Asia/Makassar",
                "LC_ALL": "C.UTF-8",
                "LANG": "id_ID.UTF-8",
                "GESER": str(-(10**8)),
            },
        )
    ):
        folder = tmp_path / f"tempat-{number}" / ("dalam" * number)
        shutil.copytree(katalog, folder / "catalog")
        env["PYTHONPATH"] = os.pathsep.join((str(shim), str(ROOT)))
        done = katalog_command("build", "--today", "2026-11-24", cwd=folder, env=env)
        assert done.returncode == 0, done.stderr
        trees.append(tree(folder / "site"))
        assert str(folder).encode() not in b"".join(
            each.read_bytes() for each in (folder / "site").rglob("*") if each.is_file()
        )
    assert trees[0] == trees[1]


def test_a_faulty_record_leaves_the_old_site(space: Workspace) -> None:
    built(space)
    before = tree(space.out)
    service = space.catalog / "unit/dinas-1/standar/layanan-1.yaml"
    service.write_text(service.read_text().replace("status: contoh", "status: entah"))
    done = katalog_command("build", "--today", "2026-11-24", cwd=space.out.parent)
    assert done.returncode == 1
    assert "catalog/unit/dinas-1/standar/layanan-1.yaml:3:9: galat[isian-salah]" in done.stderr
    assert "tidak berubah" in done.stderr
    assert tree(space.out) == before


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("# Judul\n\n[ke mana](tidak-ada.md)\n", "tidak-ada.md"),
        ('<div><a href="../hilang/">x</a></div>\n', "`../hilang/`: tidak ada halaman"),
        ('<div><a href="http://polos.example/">x</a></div>\n', "`http:` tidak diizinkan"),
        ('<div><a href="../layanan/#tidak-ada">x</a></div>\n', "tidak punya bagian `#tidak-ada`"),
        ('<div><img src="https://lain.example/a.png" alt=""></div>\n', "dari situs lain"),
        ("---\ntemplate: tidak-ada.html\n---\nx\n", "tidak-ada.html"),
        ("---\ntitle: Rusak\ndescription: Dari nol: satu\n---\nx\n", "tidak dapat dibaca"),
    ],
)
def test_a_faulty_page_leaves_the_old_site(space: Workspace, text: str, said: str) -> None:
    assert built(space).ok
    before = tree(space.out)
    (space.content / "rusak.md").write_text(text)
    result = built(space)
    assert not result.ok
    assert [each for each in result.findings if said in each.message], result.findings
    assert {each.rule for each in result.findings} == {"mesin-situs"}
    assert tree(space.out) == before
    assert sorted(each.name for each in space.out.parent.iterdir()) == [
        "build",
        "catalog",
        "content",
        "site",
    ]


def test_the_finding_names_the_page(space: Workspace) -> None:
    (space.content / "rusak.md").write_text("[ke mana](tidak-ada.md)\n")
    result = built(space)
    ((folder, (found,)),) = result.by_origin(space)
    assert found.place.file == "rusak.md"
    assert folder == space.content


def test_a_fault_of_the_frame_is_told_once(
    space: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    original = stage.settings_of

    def settings(*arguments: object) -> dict[str, object]:
        found = original(*arguments)  # type: ignore[arg-type]
        found["extra"]["menu"] = [{"nama": "Hilang", "alamat": "hilang/"}]
        return found

    monkeypatch.setattr(stage, "settings_of", settings)
    (found,) = built(space).findings
    assert "hilang/" in found.message
    assert "halaman lain)" in found.message


def test_a_hand_written_page_may_not_hide_a_record(space: Workspace) -> None:
    (space.content / "layanan").mkdir()
    (space.content / "layanan/index.md").write_text("# Lain\n")
    (found,) = built(space).findings
    assert "beralamat sama" in found.message
    assert found.place.file == "layanan/index.md"


def test_refuses_to_replace_a_folder_it_did_not_make(space: Workspace) -> None:
    space.out.mkdir()
    (space.out / "skripsi.docx").write_text("milik orang")
    done = katalog_command("build", "--today", "2026-11-24", cwd=space.out.parent)
    assert done.returncode == 2
    assert "tidak ditimpa" in done.stderr
    assert tree(space.out).keys() == {"skripsi.docx"}


@pytest.mark.parametrize("out", ["catalog", "catalog/situs", "content", "build", "."])
def test_refuses_to_replace_what_it_builds_from(space: Workspace, out: str) -> None:
    before = tree(space.catalog)
    with pytest.raises(Stopped, match="bertumpuk"):
        built(Workspace.of(Path("catalog"), Path(out)))
    assert tree(space.catalog) == before


def test_an_engine_that_is_not_there_is_told(
    space: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine.importlib.util, "find_spec", lambda _: None)
    with pytest.raises(engine.EngineFailed, match="make venv-dev"):
        engine.run("properdocs", space.config, space.base / "site")


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (errno.ENOSPC, "Ruang simpan penuh"),
        (errno.EROFS, "Tidak boleh menulis"),
        (errno.EACCES, "Tidak boleh menulis"),
        (errno.EIO, "Gagal membaca atau menulis"),
    ],
)
@pytest.mark.parametrize("where", ["stage", "run", "finish"])
def test_a_disk_that_refuses_is_told_in_one_sentence(
    space: Workspace, monkeypatch: pytest.MonkeyPatch, code: int, said: str, where: str
) -> None:
    assert built(space).ok
    before = tree(space.out)

    def refuse(*_: object, **__: object) -> None:
        raise OSError(code, os.strerror(code), "situs/halaman.html")

    monkeypatch.setattr(run, where, refuse)
    with pytest.raises(Stopped) as told:
        built(space)
    assert said in str(told.value)
    assert "tidak berubah" in str(told.value)
    assert tree(space.out) == before


def test_the_engine_tells_what_the_disk_refuses(space: Workspace) -> None:
    stage_only(space, TODAY, quiet())
    blocked = space.base / "berkas"
    blocked.write_text("bukan folder")
    with pytest.raises(NotADirectoryError) as told:
        engine.run("mkdocs", space.config, blocked / "site")
    assert told.value.errno == errno.ENOTDIR


def test_an_engine_that_dies_is_told(space: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    stage_only(space, TODAY, quiet())
    script = space.base / "mati.py"
    script.write_text("import sys; print('selamat tinggal'); sys.exit(3)")
    monkeypatch.setattr(engine, "_PROCESS", script)
    with pytest.raises(engine.EngineFailed, match="selamat tinggal"):
        engine.run("mkdocs", space.config, space.base / "site")


def test_two_builds_at_once_take_turns(space: Workspace) -> None:
    here = space.out.parent
    command = [sys.executable, "-m", "generator", "build", "--today", "2026-11-24"]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    both = [
        subprocess.Popen(command, cwd=here, env=env, stderr=subprocess.PIPE, encoding="utf-8")
        for _ in range(2)
    ]
    told = [each.communicate()[1] for each in both]
    assert [each.returncode for each in both] == [0, 0], told
    assert sum("menunggu" in each for each in told) == 1
    assert sorted(each.name for each in here.iterdir()) == ["build", "catalog", "content", "site"]


def test_mkdocs_builds_the_stage_by_itself(space: Workspace) -> None:
    """What the README promises: `katalog stage && mkdocs build --strict`."""
    here = space.out.parent
    (here / "generator").symlink_to(ROOT / "generator")
    shutil.copy(ROOT / "mkdocs.yml", here)
    done = katalog_command("stage", "--today", "2026-11-24", cwd=here)
    assert done.returncode == 0, done.stderr
    assert not (here / "build/mkdocs.yml").exists()
    for _ in range(2):
        subprocess.run(
            [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"],
            cwd=here,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"},
            check=True,
        )
    assert (here / "site/layanan/dinas-1/layanan-0/index.html").is_file()
    # And what MkDocs made may be replaced.
    done = katalog_command("build", "--today", "2026-11-24", cwd=here)
    assert done.returncode == 0, done.stderr


def test_another_site_has_a_stage_of_its_own(space: Workspace) -> None:
    default = space.base
    other = Workspace.of(Path("catalog"), Path("build/teladan/site"))
    assert other.base != default
    assert default in other.base.parents
    assert stage_only(space, TODAY, quiet()).ok is False
    before = tree(default / "docs")
    assert built(other).ok
    assert tree(default / "docs") == before
    assert not (default.parent / "site").exists()


def test_the_font_is_cut_once(space: Workspace) -> None:
    stage_only(space, TODAY, quiet())
    (font,) = space.cache.glob("huruf-*")
    before = font.stat().st_mtime_ns
    staged = stage_only(space, TODAY, quiet()).staged
    assert staged
    assert not staged.changes
    assert font.stat().st_mtime_ns == before


def test_attachments_are_published(space: Workspace) -> None:
    ours = ROOT / "tests/teladan/catalog"
    for name in ("formulir", "lampiran"):
        shutil.copytree(ours / name, space.catalog / name)
    (space.catalog / "lampiran/.rahasia.pdf").write_bytes(b"%PDF-1.4 rahasia")
    result = built(space)
    assert result.ok, result.checked.findings.sorted()
    files = tree(space.out)
    for name in ("formulir", "lampiran"):
        assert {each.name for each in (ours / name).iterdir()} <= {
            path.rpartition("/")[2] for path in files if path.startswith(f"{name}/")
        }
    assert not [each for each in files if "rahasia" in each]


def test_a_missing_catalog_is_wrong_use(tmp_path: Path) -> None:
    done = katalog_command("build", "--catalog", "tidak-ada", cwd=tmp_path)
    assert done.returncode == 2
    assert "tidak ada" in done.stderr
