"""Standard output and standard error: all of what is printed gets there, or one error is raised."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterable, Iterator
from typing import Final, Literal, TextIO

_PIECE: Final = 1 << 16  # characters, about, that are written at a time


def write_output(data: bytes) -> bool:
    """Write `data` to standard output, and what waits there to be written; returns whether it is still read.

    That whoever reads a pipe has enough is no error. Raises OSError, whose `strerror` says why, for anything
    else; from then on what is printed is lost.
    """
    if sys.stdout is None:
        raise OSError(errno.EBADF, "standard output is closed")
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except OSError as error:
        # What is left in the buffer would fail once more, with a traceback, when Python ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):
            raise
        return False
    return True


def write_text(text: str, *, wraps: bool = False, width: int | None = None, is_own: bool = False) -> bool:
    """Write `text` to standard output: in a pipe as it is, on a terminal as that shows it right.

    With `wraps` its lines are broken between words where they are wider than `width` cells (in a pipe None
    leaves them as they are; a terminal's own width is the most). What `is_own`, the program's, is set from
    the left, even if a line begins with an Arabic name. It is UTF-8 whatever the locale. Returns whether it
    is still read, and raises OSError, as `write_output` does.
    """
    pieces = _wrapped(text, sys.stdout, width) if wraps else _pieces(text, sys.stdout, is_own)
    return all(write_output(piece.encode(errors="replace")) for piece in pieces)


def write_error(line: str, stream: TextIO | None) -> None:
    """Write a line of a message to `stream`, standard error as it was when the program started.

    A terminal gets UTF-8 and what it shows right, anything else what its encoding can say. Raises OSError or
    ValueError if it is closed or full.
    """
    if stream is None:
        return
    encoding = "utf-8" if stream.isatty() else stream.encoding
    shown = "".join(_pieces(f"{line}\n", stream))
    stream.flush()
    stream.buffer.write(shown.encode(encoding, "backslashreplace"))
    stream.buffer.flush()


def _wrapped(text: str, stream: TextIO | None, width: int | None) -> Iterator[str]:
    """`text` as `stream` needs it, in lines of at most `width` cells, in pieces."""
    from briefing.machine.terminal.printing import filled

    is_terminal = stream is not None and stream.isatty()
    if width is None and not is_terminal:
        yield text
        return
    *lines, end = text.split("\n")
    yield from _joined(filled(lines, stream, width))
    if end:
        yield from filled([end], stream, width)


def _pieces(text: str, stream: TextIO | None, is_own: bool = True) -> Iterator[str]:
    """`text` as `stream` needs it, in pieces."""
    if text.isascii() or stream is None or not stream.isatty():
        yield text
        return
    from briefing.machine.terminal.printing import printed  # most of what is printed needs none of it

    *lines, end = text.split("\n")
    base: Literal["L"] | None = "L" if is_own else None
    yield from _joined(printed(lines, stream, base))
    if end:
        yield from printed([end], stream, base)


def _joined(rows: Iterable[str]) -> Iterator[str]:
    """Rows with their line ends, so many at a time."""
    waiting: list[str] = []
    size = 0
    for row in rows:
        waiting += (row, "\n")
        size += len(row)
        if size > _PIECE:
            yield "".join(waiting)
            waiting.clear()
            size = 0
    yield "".join(waiting)
