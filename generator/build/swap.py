"""Replace a published folder as a whole: build beside it, then exchange the two in one step."""

from __future__ import annotations

import ctypes
import errno
import fcntl
import os
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from generator.write import MARKER, claim

_FRESH = ".baru-"
_OLD = ".lama-"
_PATIENCE = 2.0
"""Seconds a dying process may still hold its half-built folder."""
_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


@contextmanager
def exclusive(lock: Path, waiting: Callable[[], None] = lambda: None) -> Iterator[None]:
    """Hold the lock file; call `waiting` once if another process has it, then wait."""
    lock.parent.mkdir(parents=True, exist_ok=True)
    with lock.open("a") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            waiting()
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield


@contextmanager
def fresh(out: Path) -> Iterator[Path]:
    """Give an empty folder beside `out`; if it is not swapped in, it is removed again.

    First mends what a killed build left. Raises NotOurs if `out` is somebody else's folder.
    """
    recover(out)
    claim(out, check=True)
    out.parent.mkdir(parents=True, exist_ok=True)
    folder = out.with_name(f"{out.name}{_FRESH}{os.getpid()}")
    folder.mkdir()
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_SH)
        claim(folder)
        yield folder
    finally:
        # After a swap this is the old site.
        with suppress(OSError):
            _remove(folder)
        os.close(handle)


def swap(new: Path, out: Path) -> None:
    """Put the folder `new` in the place of `out`; what was there is then at `new`.

    At every moment `out` is one whole version, or, where the system cannot exchange two names,
    missing for an instant that the next start would mend.
    """
    if not out.exists():
        new.rename(out)
    elif not _exchange(new, out):
        old = out.with_name(f"{out.name}{_OLD}{os.getpid()}")
        out.rename(old)
        new.rename(out)
        old.rename(new)


def recover(out: Path) -> None:
    """Mend what killed builds left beside `out`: a moved-away site comes back, leftovers go."""
    if not out.parent.is_dir():
        return
    old = sorted(_beside(out, _OLD))
    if old and not out.exists():
        old.pop().rename(out)
    for leftover in (*old, *_beside(out, _FRESH)):
        if _abandoned(leftover):
            with suppress(OSError):
                _remove(leftover)


def _beside(out: Path, mark: str) -> list[Path]:
    return [
        each
        for each in out.parent.iterdir()
        if each.name.startswith(out.name + mark)
        and each.name[len(out.name + mark) :].isdecimal()
        and each.is_dir()
        and not each.is_symlink()
        and ((each / MARKER).is_file() or not any(each.iterdir()))
    ]


def _abandoned(folder: Path) -> bool:
    """Tell whether nobody builds in `folder` any more."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return False
    try:
        give_up = time.monotonic() + _PATIENCE
        while True:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                if time.monotonic() > give_up:
                    return False
                time.sleep(0.05)
            else:
                return True
    finally:
        os.close(handle)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two names in one step; False where the system or the disk cannot."""
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    done = renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE)
    if done == 0:
        return True
    code = ctypes.get_errno()
    if code in (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP):
        return False
    raise OSError(code, os.strerror(code), str(other))


def _remove(folder: Path) -> None:
    """Remove a folder of ours, its marker last: killed midway, it is still known as ours."""
    for each in folder.iterdir():
        if each.is_dir() and not each.is_symlink():
            shutil.rmtree(each, ignore_errors=True)
        elif each.name != MARKER:
            each.unlink(missing_ok=True)
    shutil.rmtree(folder, ignore_errors=True)
