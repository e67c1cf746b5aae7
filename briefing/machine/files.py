"""Bytes of a file to text: UTF-8 or one clear line."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Final

from briefing.document.errors import FAULTS, BriefingError, refused

LARGEST = 128 * 1024 * 1024  # bytes; far above any article, far below what would exhaust a small machine
_CHUNK = 1024 * 1024
#: Flags to open what is read. Without blocking: to open a pipe that nobody writes to would take for ever.
OPENING = os.O_RDONLY
for _flag in ("O_NONBLOCK", "O_CLOEXEC", "O_NOCTTY", "O_BINARY"):
    OPENING |= getattr(os, _flag, 0)


def read_text(
    path: Path, *, shown: str = "", largest: int = LARGEST, plain: bool = False, follow: bool = True
) -> str:
    """Return the text of a UTF-8 file: a byte order mark dropped, CRLF line ends as LF, nothing else changed.

    `shown` is its name in an error, else `path`. A pipe is read to its end, unless nothing comes out of it
    for some seconds or the file has to be a `plain` one. Without `follow`, no part of the path may be a link.
    Raises BriefingError if the file cannot be read, is a device, a socket or a folder, has more than
    `largest` bytes, or is not UTF-8.
    """
    shown = shown or str(path)
    return decode(read_bytes(path, shown=shown, largest=largest, plain=plain, follow=follow), shown)


def read_bytes(
    path: Path, *, shown: str = "", largest: int = LARGEST, plain: bool = False, follow: bool = True
) -> bytes:
    """Return what a file holds. Arguments are those of `read_text`; any bytes will do.

    Raises BriefingError if there is no such file, or it cannot be read, or is too large.
    """
    shown = shown or str(path)
    try:
        return _read_bytes(path, shown, largest, plain, follow)
    except FileNotFoundError:
        if os.path.lexists(path):
            raise BriefingError(shown, "is a link to what is not there", "give a UTF-8 text file") from None
        cure = "check the name, or give a document or the folder of a briefing"
        raise BriefingError(shown, "no such file", near_file(path) or _as_address(path) or cure) from None
    except FAULTS as error:
        raise refused(shown, error) from None


def is_file_there(path: Path) -> bool:
    """Return whether a file is at a path. A name that none can have (too long, a NUL), or one behind a folder
    that may not be entered, is no error here: what reads or writes it says so.
    """
    return _is_so(path.is_file)


def is_anything_there(path: Path) -> bool:
    """Return whether anything is at a path, a pipe too; as with `is_file_there`, no name is an error."""
    return _is_so(path.exists)


def is_folder_there(path: Path) -> bool:
    """Return whether a folder is at a path; as with `is_file_there`, no name is an error."""
    return _is_so(path.is_dir)


def _is_so(ask: Callable[[], bool]) -> bool:
    try:
        return ask()
    except (OSError, ValueError):
        return False


def decode(data: bytes, shown: str) -> str:
    """Return UTF-8 `data` as `read_text` does. Raises BriefingError, naming byte and line, if it is not."""
    _refuse_other_kinds(data, shown)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _not_utf8(data, error, shown) from None
    return text.removeprefix("\ufeff").replace("\r\n", "\n")


def kind_of_file(mode: int) -> str:
    """Return what a file of this `mode` (`st_mode`) is if it is no plain file: `a pipe`; or nothing."""
    kinds = (
        (stat.S_ISDIR, "a folder"),
        (stat.S_ISFIFO, "a pipe"),
        (stat.S_ISSOCK, "a socket"),
        (stat.S_ISCHR, "a device"),
        (stat.S_ISBLK, "a device"),
    )
    return "" if stat.S_ISREG(mode) else next((name for is_kind, name in kinds if is_kind(mode)), "no file")


_SCHEMA: Final = ".schema.json"


def near_file(path: Path, *, but: str = "") -> str:
    """Return `did you mean "..."?` for the file beside `path` whose name is most like its own, or nothing.

    It is never the one called `but`, nor a schema, which is nothing to open.
    """
    from briefing.document.near_miss import did_you_mean  # only a mistake needs it

    try:
        with os.scandir(path.parent) as entries:
            names = (entry.name for entry, _ in zip(entries, range(2000), strict=False))
            return did_you_mean(
                path.name,
                [name for name in names if name not in (path.name, but) and not name.endswith(_SCHEMA)],
            )
    except (OSError, ValueError):
        return ""


def _as_address(path: Path) -> str:
    """The cure for an address without its `https://`, "" for what is not like one."""
    import re  # only a mistake needs it

    host = path.parts[0] if path.parts else ""
    pattern = r"(?:www\.)?[\w-]+(?:\.[\w-]+)*\.(?:[^\W\d_]{2,}|\d{1,3})(?::\d{1,5})?"
    is_one = re.fullmatch(pattern, host) and (len(path.parts) > 1 or host.startswith("www."))
    return (
        f"if it is an address, write https://{path.as_posix()}"
        if is_one and not os.path.lexists(host)
        else ""
    )


def _read_bytes(path: Path, shown: str, largest: int, plain: bool, follow: bool) -> bytes:
    _check_kind(path.stat().st_mode, shown, plain)  # before it is opened, which makes some devices act
    descriptor = os.open(path, OPENING if follow else OPENING | getattr(os, "O_NOFOLLOW", 0))
    try:
        status = os.fstat(descriptor)
        _check_kind(status.st_mode, shown, plain)
        if not follow and not (os.path.realpath(path) == str(path) and os.path.samestat(status, path.stat())):
            raise BriefingError(shown, "was changed while it was opened", "try again")
        if stat.S_ISFIFO(status.st_mode):
            from briefing.machine.pipes import read_pipe

            data = read_pipe(descriptor, largest + 1, shown)
        else:
            data = _read_all(descriptor, status.st_size + 1, largest + 1)
    finally:
        os.close(descriptor)
    if len(data) > largest:
        raise BriefingError(shown, f"is larger than {largest / 2**20:g} MiB", "split it into smaller files")
    return data


def _read_all(descriptor: int, size: int, most: int) -> bytes:
    """Read up to `most` bytes; there should be `size`, but a file may shrink or grow meanwhile."""
    parts = []
    while most > 0 and (part := os.read(descriptor, min(size, most))):
        parts.append(part)
        most -= len(part)
        size = _CHUNK
    return b"".join(parts)


def _check_kind(mode: int, shown: str, plain: bool) -> None:
    if stat.S_ISREG(mode) or (stat.S_ISFIFO(mode) and not plain):
        return
    raise BriefingError(shown, f"is {kind_of_file(mode)}", "give a UTF-8 text file")


def _refuse_other_kinds(data: bytes, shown: str) -> None:
    """Raise BriefingError if `data` begins as no text does; what it is, is looked up only where it may be."""
    from briefing.machine.file_kinds import kind_by_beginning, may_be_no_text, wide_kind

    if may_be_no_text(data) and (kind := kind_by_beginning(data) or wide_kind(data)) is not None:
        raise BriefingError(shown, f"is {kind.name}", kind.cure, where=kind.where)


def _not_utf8(data: bytes, error: UnicodeDecodeError, shown: str) -> BriefingError:
    from briefing.machine.file_kinds import kind_of_bytes

    line = data.count(b"\n", 0, error.start) + 1
    start = data.rfind(b"\n", 0, error.start) + 1
    column = len(data[start : error.start].decode(errors="replace")) + 1
    what, where = f"byte 0x{data[error.start]:02x} is not UTF-8", f"byte {error.start} (line {line})"
    if (kind := kind_of_bytes(data)) is not None:
        return BriefingError(
            shown, f"is {kind.name}: {what}", kind.cure, where=where, line=line, column=column
        )
    cure = "save it as UTF-8 (for older Arabic files: iconv -f WINDOWS-1256 -t UTF-8)"
    return BriefingError(shown, what, cure, where=where, line=line, column=column)
