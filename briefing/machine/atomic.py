"""A file written whole or not at all: whoever reads it meanwhile, or after a failure, sees the old one.

Raises OSError and nothing else; what it says to people is the caller's.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import time
from pathlib import Path

from briefing.machine.ending.way_out import no_longer, on_the_way_out

# Seconds in which somebody has to open the other end of a pipe with a name.
_PATIENCE = 2.0
_RANDOM = 6  # bytes of the temporary file's name that nobody else has
_HEXADECIMAL = frozenset("0123456789abcdef")
_NAME = 60  # characters of a file's name that its temporary file takes over


def write(path: Path, data: bytes, *, mode: int | None = None, follow: bool = True) -> None:
    """Write `data` to `path`: to a file beside it that then takes its place, and is on the disk before.

    `mode` is that of the file; without it, what was there keeps its own, and a new one gets what the umask
    leaves. A link stays one and what it leads to is written; without `follow` the link itself is replaced. A
    device or a pipe is written to as it is; a file that may not be written stays, though its folder would let
    another take its place. Raises OSError if that fails; then what was there still is, and nothing else.
    """
    try:
        there = _status(path, follow=follow)
        if there is not None and stat.S_ISDIR(there.st_mode):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if there is not None and follow and not stat.S_ISREG(there.st_mode):
            _pour(path, data, there)
            return
        # Not Path.resolve: that raises RuntimeError for a link to itself, which has raised OSError by now.
        target = Path(os.path.realpath(path)) if follow else path
        if there is not None and follow and not os.access(path, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        _replace(target, data, there if there is not None and stat.S_ISREG(there.st_mode) else None, mode)
    except ValueError:  # a NUL in the name
        raise OSError(errno.EINVAL, "it is no file name") from None


def tidy(path: Path) -> None:
    """Remove what killed writes of `path` left beside it. No other write of it may be going on."""
    beginning = f".{path.name[:_NAME]}."
    with contextlib.suppress(OSError):
        for left in list(path.parent.iterdir()):
            ending = left.name.removeprefix(beginning)
            if ending != left.name and len(ending) == 2 * _RANDOM and _HEXADECIMAL.issuperset(ending):
                left.unlink()


def _status(path: Path, *, follow: bool) -> os.stat_result | None:
    try:
        return path.stat(follow_symlinks=follow)
    except FileNotFoundError:
        return None


def _replace(target: Path, data: bytes, there: os.stat_result | None, mode: int | None) -> None:
    beside = target.with_name(f".{target.name[:_NAME]}.{os.urandom(_RANDOM).hex()}")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
    if mode is None and there is not None:
        mode = stat.S_IMODE(there.st_mode) & 0o777
    # Nobody else reads it before it is known who may.
    descriptor = os.open(beside, flags, 0o666 if mode is None else 0o600)
    on_the_way_out(beside.unlink)
    try:
        with open(descriptor, "wb") as file:  # noqa: PTH123 - a descriptor, not a path
            file.write(data)
            file.flush()
            _same_owner(descriptor, there)
            if mode is not None:
                beside.chmod(mode)
            _to_disk(descriptor)
        beside.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise
    finally:
        no_longer(beside.unlink)
    _folder_to_disk(target.parent)


def _same_owner(descriptor: int, there: os.stat_result | None) -> None:
    """Leave a file to whom it belongs, where the system lets us: root may write another's."""
    if there is not None and hasattr(os, "fchown") and there.st_uid != os.geteuid():
        with contextlib.suppress(OSError):
            os.fchown(descriptor, there.st_uid, there.st_gid)


def _to_disk(descriptor: int) -> None:
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):  # a file system that has no such thing
            raise


def _folder_to_disk(folder: Path) -> None:
    """Sync the folder, so that the new name is on the disk too; errors are ignored, the file is in place."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _pour(path: Path, data: bytes, there: os.stat_result) -> None:
    """Write to a device or a pipe."""
    descriptor = _opened(path, is_pipe=stat.S_ISFIFO(there.st_mode))
    with open(descriptor, "wb") as file:  # noqa: PTH123 - a descriptor, not a path
        file.write(data)


def _opened(path: Path, *, is_pipe: bool) -> int:
    """Open it for writing. A pipe without a reader is waited for a limited time."""
    if not is_pipe:
        return os.open(path, os.O_WRONLY | getattr(os, "O_NOCTTY", 0))
    end = time.monotonic() + _PATIENCE
    while True:
        try:
            descriptor = os.open(path, os.O_WRONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        except OSError as error:
            if error.errno != errno.ENXIO:
                raise
            if time.monotonic() > end:
                raise OSError(errno.ENXIO, "nobody reads from this pipe") from None
            time.sleep(0.02)
        else:
            os.set_blocking(descriptor, True)
            return descriptor
