"""The crash log: what kind of fault, when, and where in the code; never a message or a value.

An exception's message and the variables around it may hold a document's text. Its type, and the names of the
files and functions it went through, do not.
"""

from __future__ import annotations

import os
import stat
import sys
import time
from pathlib import Path
from types import TracebackType
from typing import Final

from briefing.machine.state_folder import state_folder

#: Bytes at which the log begins anew, and characters of one entry.
_LIMIT: Final = 100_000
_ENTRY: Final = 20_000
_FRAMES: Final = 60
_CHAIN: Final = 8


def crash_log_path() -> Path:
    """Return where the log is, in the user's folder for states. Raises OSError if there is no such folder."""
    return state_folder() / "crash.log"


def write_entry(error: BaseException) -> Path:
    """Add what `error` was, and return the log, which only its owner can read; or raise OSError."""
    path = crash_log_path()
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    add_private_line(path, entry(error)[:_ENTRY], limit=_LIMIT)
    return path


def entry(error: BaseException) -> str:
    """Return the entry for `error`: versions, then each exception of its chain and where it went through."""
    lines = [f"--- {time.strftime('%Y-%m-%d %H:%M:%S %z')} {_versions()}"]
    seen: set[int] = set()
    one: BaseException | None = error
    while one is not None and id(one) not in seen and len(seen) < _CHAIN:
        seen.add(id(one))
        lines += [kind_of_error(one), *_frames(one.__traceback__)]
        inner = getattr(one, "error", None)  # Textual's WorkerFailed holds what failed
        one = inner if isinstance(inner, BaseException) else one.__cause__ or one.__context__
        if one is not None:
            lines.append("while, or because of:")
    return "\n".join(lines) + "\n"


def kind_of_error(error: BaseException) -> str:
    """Return what kind of exception it is, as `module.Name`; of a system error also which (ENOSPC)."""
    name = type(error).__qualname__ if type(error).__module__ == "builtins" else _full_name(type(error))
    if isinstance(error, OSError) and error.errno is not None:
        import errno

        return f"{name} {errno.errorcode.get(error.errno, error.errno)}"
    if isinstance(error, BaseExceptionGroup):
        return f"{name} of {', '.join(kind_of_error(one) for one in error.exceptions[:_CHAIN])}"
    return name


def add_private_line(path: Path, text: str, *, limit: int | None = None) -> None:
    """Add `text` to a file that only its owner can read; a file past `limit` bytes begins anew.

    Raises OSError if it cannot be written, or is no file: nothing waits for whoever reads a pipe.
    """
    careful = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0)
    descriptor = os.open(path, os.O_CREAT | os.O_APPEND | os.O_WRONLY | careful, 0o600)
    with os.fdopen(descriptor, "ab") as file:
        state = os.fstat(descriptor)
        if not stat.S_ISREG(state.st_mode):
            raise FileExistsError("it is no file")
        if stat.S_IMODE(state.st_mode) & 0o077 and hasattr(os, "fchmod"):
            os.fchmod(descriptor, 0o600)
        if limit is not None and state.st_size > limit:
            os.ftruncate(descriptor, 0)
        file.write(text.encode(errors="backslashreplace"))


def _full_name(type_: type) -> str:
    return f"{type_.__module__}.{type_.__qualname__}"


def _versions() -> str:
    from importlib.metadata import version

    found = []
    for package in ("briefing", "textual"):
        try:
            found.append(f"{package} {version(package)}")
        except Exception:  # a broken installation may be what the fault is
            found.append(f"{package} of unknown version")
    return ", ".join((*found, f"Python {sys.version.partition(' ')[0]}", sys.platform))


def _frames(trace: TracebackType | None) -> list[str]:
    lines = []
    while trace is not None:
        code = trace.tb_frame.f_code
        lines.append(f"  {_place(code.co_filename)}:{trace.tb_lineno} {code.co_name}")
        trace = trace.tb_next
    if len(lines) > _FRAMES:  # a recursion: its beginning and its end tell
        half = _FRAMES // 2
        lines[half:-half] = [f"  ({len(lines) - _FRAMES} more)"]
    return lines


def _place(file: str) -> str:
    """A source file from its package on: where it is installed may name people."""
    parts = Path(file).parts
    for root in ("site-packages", "dist-packages"):
        if root in parts:
            return "/".join(parts[parts.index(root) + 1 :])
    if "briefing" in parts:
        return "/".join(parts[len(parts) - 1 - parts[::-1].index("briefing") :])
    return "/".join(parts[-2:])
