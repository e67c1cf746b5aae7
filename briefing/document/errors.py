"""The one error a document can raise: a line that names the file, the place, the fault and the cure."""

from __future__ import annotations

import os
from collections.abc import Iterable

from briefing.document.controls import LINE, safe_line, shortened

_BETWEEN = 6  # the characters between the four parts

#: What the system, a decoder or a parser raises for what it is given (RecursionError is a RuntimeError, and
#: UnicodeError a ValueError). At a boundary (a file read, parsed or written) it becomes a BriefingError.
FAULTS = (OSError, RuntimeError, ValueError, MemoryError)


#: Part of what a parser says, and what the writer is told instead: the fault, and what would be right.
Rewording = tuple[str, str, str]


class BriefingError(Exception):
    """A document that cannot be read, said in one line: `<file>: <where>: <what>; <cure>`.

    `where` is left out when the fault lies in the file as a whole. The line holds no control character, no
    lone surrogate and no bidi control, whatever the file or its name held, so it can be sent to a terminal.
    It has at most `controls.LINE` characters: of the longest parts the middle is left out.
    `line` and `column` (from 1; 0: not known) say the same of a text file for programs.
    """

    def __init__(
        self, file: str, what: str, cure: str, *, where: str = "", line: int = 0, column: int = 0
    ) -> None:
        self.line, self.column = line, column
        parts = [safe_line(shortened(part, LINE)) for part in (file, where, what, cure)]
        most = _fair_share([len(part) for part in parts], LINE - _BETWEEN)
        self.file, self.where, self.what, self.cure = (shortened(part, most) for part in parts)
        place = f"{self.file}: {self.where}" if where else self.file
        super().__init__(f"{place}: {self.what}; {self.cure}")


def _fair_share(lengths: list[int], room: int) -> int:
    """Return how long a part may be so that all fit into `room`; what short ones leave goes to long ones."""
    for taken, length in enumerate(sorted(lengths)):
        share = room // (len(lengths) - taken)
        if length > share:
            return share
        room -= length
    return max(lengths)


def refused(file: str, error: BaseException, *, to: str = "read", cure: str = "") -> BriefingError:
    """Return the line for one of `FAULTS`, met where `file` was `to` be "read" or "written"."""
    if isinstance(error, BriefingError):
        return error
    give = cure or "give a UTF-8 text file"
    if isinstance(error, IsADirectoryError):
        return BriefingError(file, "is a folder", give)
    if isinstance(error, PermissionError):
        allow = {"read": "allow reading it (chmod +r) or give another file"}.get(to, give)
        return BriefingError(file, f"may not be {to}", cure or allow)
    if isinstance(error, MemoryError):
        return BriefingError(
            file, "is too large for the memory there is", cure or "split it into smaller files"
        )
    if isinstance(error, RecursionError):
        return BriefingError(file, "lists or tables nested too deep", "a briefing needs three levels")
    if isinstance(error, OSError):
        why = os.strerror(error.errno) if error.errno and not error.strerror else error.strerror or str(error)
        return BriefingError(file, f"cannot be {to} ({why})", give)
    if "digits" in str(error):
        return BriefingError(file, "a number of thousands of digits", "take it out")
    if isinstance(error, ValueError) and (
        "embedded null" in str(error) or isinstance(error, UnicodeEncodeError)
    ):
        return BriefingError(file, "is not a file name", cure or "give the name of a UTF-8 text file")
    return BriefingError(file, f"cannot be {to} ({error})", give)


def reworded(message: str, known: Iterable[Rewording], cure: str) -> tuple[str, str]:
    """Return what the writer is told for a parser's `message`: the fault, and what would be right.

    It is what the first of `known` says that is part of the message; else the message itself, and `cure`.
    """
    found = next(((what, right) for part, what, right in known if part in message), None)
    return found or (message[:1].lower() + message[1:], cure)
