"""What the terminal itself says of its letters: how many cells they take, and in kitty which font it uses."""

from __future__ import annotations

import os
import re
import select
import sys
import time
from typing import Final

from msgspec import Struct

if sys.platform != "win32":
    import termios
    import tty

#: A lam-alef, and a letter with two marks: one cell each, where they are counted as the reader counts.
_LAM_ALEF: Final = "\ufefb"
_MARKED: Final = "\ufe91\u064e\u0651"
#: Seconds to wait for the answers, here and over a network.
_NEAR: Final = 0.3
_FAR: Final = 1.0

_KITTY_FONT: Final = "\x1bP+q6b697474792d71756572792d666f6e745f66616d696c79\x1b\\"  # kitty-query-font_family
_END: Final = "\x1b[c"
_ANSWER: Final = re.compile(
    rb"\x1b\[\d+;(?P<column>\d+)R"
    rb"|\x1bP[01]\+r(?:[0-9A-Fa-f]+=(?P<font>(?:[0-9A-Fa-f]{2})*))?[^\x1b]*\x1b\\"
    rb"|\x1b\[\?[\d;]*(?P<end>c)"
)


class Measured(Struct, frozen=True):
    """The cells that a lam-alef and a letter with marks take (None: it does not say); its font, or ""."""

    lam_alef: int | None = None
    marked_letter: int | None = None
    font: str = ""


def measure(input_file: int, output_file: int, *, kitty: bool, far: bool) -> tuple[Measured, bytes]:
    """Ask the terminal, at the start of a free row. Returns also what was typed meanwhile."""
    try:
        modes = termios.tcgetattr(input_file)
    except termios.error:
        return Measured(), b""
    tty.setcbreak(input_file, termios.TCSANOW)
    try:
        asked = f"\r{_LAM_ALEF}\x1b[6n\r{_MARKED}\x1b[6n\r\x1b[K{_KITTY_FONT if kitty else ''}{_END}"
        os.write(output_file, asked.encode())
        return _understood(_said(input_file, _FAR if far else _NEAR))
    finally:
        termios.tcsetattr(input_file, termios.TCSANOW, modes)


def _said(input_file: int, seconds: float) -> bytes:
    said = b""
    deadline = time.monotonic() + seconds
    while not any(match["end"] for match in _ANSWER.finditer(said)):
        if not select.select([input_file], [], [], max(0.0, deadline - time.monotonic()))[0]:
            break
        data = os.read(input_file, 4096)
        if not data:
            break
        said += data
    return said


def _understood(said: bytes) -> tuple[Measured, bytes]:
    answers = list(_ANSWER.finditer(said))
    cells = [int(answer["column"]) - 1 for answer in answers if answer["column"]]
    fonts = [bytes.fromhex(answer["font"].decode()) for answer in answers if answer["font"]]
    font = fonts[0].decode(errors="replace") if fonts else ""
    lam_alef, marked = cells if len(cells) == 2 else (None, None)
    printable = "".join(filter(str.isprintable, font))
    return Measured(lam_alef, marked, printable), _ANSWER.sub(b"", said)
