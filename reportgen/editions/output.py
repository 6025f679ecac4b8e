"""Writes finished files: all of them whole, or none and a problem that says why."""

from __future__ import annotations

import errno
import os
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from reportgen.problems import Place, Problem, ReportError

OTHER_FOLDER = "choose another folder with `--out`"


@dataclass(frozen=True, slots=True)
class Finished:
    """A file that is ready to be written, and the seconds that it took to make."""

    path: Path
    data: bytes
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Written:
    """A file that was written: its path, its size in bytes and the seconds that it took."""

    path: Path
    size: int
    seconds: float


def clashes(files: Iterable[Finished]) -> Iterator[Problem]:
    """Files that would overwrite one another, because two reports have one name."""
    seen: set[Path] = set()
    for file in files:
        if file.path in seen:
            hint = "rename one of the reports, or build them into different folders with `--out`"
            message = f"two reports would be written to `{file.path}`"
            yield Problem("clash", message, Place(os.fspath(file.path)), hint)
        seen.add(file.path)


def write_all(files: Iterable[Finished], elsewhere: str = OTHER_FOLDER) -> list[Written]:
    """Write every file, making folders as needed. Raises ReportError; then older files are as they were.

    `elsewhere` is what to do where they cannot be written: how the command takes another folder.

    All are first written under another name beside their own and renamed at the end, so that neither a full disk nor
    an interruption leaves half a file or half a batch.
    """
    staged: list[tuple[str, Written]] = []
    path = Path()
    try:
        for file in files:
            path, start = file.path, time.perf_counter()
            temporary = _stage(file)
            seconds = file.seconds + time.perf_counter() - start
            staged.append((temporary, Written(path, len(file.data), seconds)))
        for temporary, written in staged:
            path = written.path
            os.replace(temporary, path)
    except OSError as error:
        raise ReportError([_problem(path, error, elsewhere)]) from None
    finally:
        for temporary, _ in staged:
            with suppress(OSError):
                os.unlink(temporary)
    return [written for _, written in staged]


def _stage(file: Finished) -> str:
    """The file under another name, in its own folder."""
    if file.path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    file.path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(prefix=f".{file.path.name[:100]}.", dir=file.path.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(file.data)
        os.chmod(temporary, 0o666 & ~_umask())
    except BaseException:
        with suppress(OSError):
            os.unlink(temporary)
        raise
    return temporary


def _problem(path: Path, error: OSError, elsewhere: str) -> Problem:
    """The operating system's reason in our words, where it is one that a person can act on."""
    folder = path.parent
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            message, hint = "the disk is full", f"make room, or {elsewhere}"
        case errno.EISDIR:
            message, hint = "a folder of this name is in the way", f"rename it, or {elsewhere}"
        case errno.EEXIST | errno.ENOTDIR:
            message, hint = f"`{folder}` cannot be a folder, because a file is in the way", elsewhere
        case errno.EACCES | errno.EPERM | errno.EROFS:
            message, hint = f"the folder `{folder}` may not be written to", elsewhere
        case _:
            reason = (error.strerror or str(error)).lower()
            message, hint = f"the file cannot be written ({reason})", elsewhere
    return Problem("write", message, Place(os.fspath(path)), hint)


def _umask() -> int:
    """The permissions that new files are to lack; it can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
