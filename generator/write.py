"""The edge where files go out: write what differs, remove what is stale, or only say what would.

A folder that this room owns carries a marker file; a folder without it, unless empty, is somebody
else's and is never touched.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

MARKER = ".katalog"
"""Name of the file that marks a folder as ours."""
_MARKER_TEXT = b"Folder ini ditulis ulang oleh `katalog`; jangan menyimpan apa pun di sini.\n"

Content = str | bytes | Path
"""What a file holds: text, bytes, or the file to copy."""


class NotOurs(Exception):
    """The folder holds files and does not carry our marker."""


class UnsafePath(ValueError):
    """A path of the tree would leave the folder, or hide in it."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What a write did, or would do: paths below the folder, in order."""

    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    kept: int = 0
    """How many files were right already."""

    def __bool__(self) -> bool:
        return bool(self.new or self.changed or self.removed)

    @property
    def all(self) -> list[str]:
        """Every path that differs, in order."""
        return sorted((*self.new, *self.changed, *self.removed))


def write(root: Path, tree: Mapping[str, Content], *, check: bool = False) -> Changes:
    """Make the folder `root` hold exactly the files of `tree`; with `check`, only compare.

    Raises UnsafePath for a path that leaves the folder, NotOurs for a folder that this room did
    not make, OSError if the disk refuses.
    """
    for path in tree:
        refuse_unsafe(path)
    claim(root, check=check)
    wanted = {path: _bytes(content) for path, content in tree.items()}
    present = set(_files(root)) if root.is_dir() else set()
    removed = sorted(present - wanted.keys())
    if not check:
        for path in removed:
            (root / path).unlink()
    new, changed = [], []
    for path, content in wanted.items():
        if path not in present:
            new.append(path)
        elif (root / path).is_symlink() or (root / path).read_bytes() != content:
            changed.append(path)
        else:
            continue
        if not check:
            _put(root, path, content)
    if not check:
        drop_empty_folders(root)
    kept = len(wanted) - len(new) - len(changed)
    return Changes(tuple(sorted(new)), tuple(sorted(changed)), tuple(removed), kept)


def put_new(file: Path, text: str) -> None:
    """Write a file that is not there yet. Raises FileExistsError if it is."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("x", encoding="utf-8") as handle:
        handle.write(text)


def put_if_changed(file: Path, text: str, *, check: bool = False) -> bool:
    """Write a single file if it differs, or with `check` only compare; tell whether it differs."""
    content = text.encode()
    if file.is_file() and file.read_bytes() == content:
        return False
    if not check:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    return True


def claim(root: Path, *, check: bool = False) -> None:
    """Take the folder `root` as ours: make it, or see that it is empty or carries our marker.

    Raises NotOurs if it is somebody else's.
    """
    if root.is_symlink() or (root.exists() and not root.is_dir()):
        raise NotOurs(root)
    if root.is_dir() and any(root.iterdir()) and not (root / MARKER).is_file():
        raise NotOurs(root)
    if not check:
        root.mkdir(parents=True, exist_ok=True)
        marker = root / MARKER
        if not marker.is_file():
            marker.write_bytes(_MARKER_TEXT)


def refuse_unsafe(path: str) -> None:
    """Raise UnsafePath unless `path` is a plain relative path with forward slashes."""
    parts = path.split("/")
    if (
        not path
        or "\\" in path
        or ":" in parts[0]
        or any(not part or part.startswith(".") or not part.isprintable() for part in parts)
    ):
        raise UnsafePath(path)


def _bytes(content: Content) -> bytes:
    if isinstance(content, Path):
        return content.read_bytes()
    return content.encode() if isinstance(content, str) else content


def _files(root: Path, below: str = "") -> Iterator[str]:
    """Yield the path of every file, and of every link, whatever it leads to."""
    for entry in sorted((root / below).iterdir()):
        path = f"{below}{entry.name}"
        if entry.is_dir() and not entry.is_symlink():
            yield from _files(root, f"{path}/")
        elif path != MARKER:
            yield path


def _put(root: Path, path: str, content: bytes) -> None:
    target = root / path
    if target.is_symlink():
        target.unlink()
    elif target.is_dir():
        shutil.rmtree(target)
    for parent in reversed(target.relative_to(root).parents[:-1]):
        folder = root / parent
        if folder.is_symlink() or folder.is_file():
            folder.unlink()
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)


def drop_empty_folders(root: Path) -> None:
    """Remove every folder below `root` that holds nothing."""
    folders = [each for each in root.rglob("*") if each.is_dir() and not each.is_symlink()]
    for folder in sorted(folders, reverse=True):
        if not any(folder.iterdir()):
            folder.rmdir()
