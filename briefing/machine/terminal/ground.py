"""Whether a terminal's ground is dark or light: what it is asked, answers, and reports later."""

from __future__ import annotations

import re
from typing import Final, Literal

Ground = Literal["dark", "light"]

#: The colour of the ground (OSC 11), and whether the colours in force are dark or light. BEL ends the first,
#: since it may have to pass through GNU screen in a string that ST would end.
QUESTION: Final = "\x1b]11;?\x07\x1b[?996n"
#: Have it reported when the colours change, and no longer (mode 2031). Who does not know it ignores it.
FOLLOW: Final = "\x1b[?2031h"
FOLLOW_NO_MORE: Final = "\x1b[?2031l"

_ANSWER: Final = re.compile(
    rb"\x1b\]11;(?P<colour>[^\x1b\x07]{0,64})(?:\x1b\\|\x07)|\x1b\[\?997;(?P<scheme>\d{1,4})n"
)
# One cut in two. An ESC alone is held back, as the parser of keys does too: no key waits longer for it.
_BEGUN: Final = re.compile(
    rb"\x1b(?:\](?:1(?:1(?:;[^\x1b\x07]{0,64}\x1b?)?)?)?|\[(?:\?(?:9(?:9(?:7(?:;\d{0,4})?)?)?)?)?)?\Z"
)
# These are compiled when an answer has come.
_COLOUR: Final = r"(?i)rgba?:([0-9a-f]{1,4})/([0-9a-f]{1,4})/([0-9a-f]{1,4})(?:/[0-9a-f]{1,4})?\Z"
_HEX: Final = r"(?i)#((?:[0-9a-f]{3}){1,4})\Z"
_SCHEMES: Final[dict[bytes, Ground]] = {b"1": "dark", b"2": "light"}
# From this relative luminance on, black stands out more from a ground than white does (WCAG 2).
_MIDDLE: Final = 0.179


class GroundFilter:
    """Takes what is said of the ground out of a terminal's input. `ground` is what is known of it by now.

    The colour counts as the answer to the question, once; a scheme counts whenever it is reported.
    """

    def __init__(self) -> None:
        self.ground: Ground | None = None
        self._by_colour = False
        self._answered = False
        self._held = b""

    def feed(self, data: bytes) -> bytes:
        """Return what of the input is about something else. The beginning of an answer is held back."""
        if not self._held and b"\x1b" not in data:
            return data
        data = _ANSWER.sub(self._take, self._held + data)
        begun = _BEGUN.search(data)
        self._held = begun[0] if begun else b""
        return data[: begun.start()] if begun else data

    def release(self) -> bytes:
        """Return what was held back, as nothing came for a moment; half an answer is dropped."""
        held, self._held = self._held, b""
        return held if len(held) <= len(b"\x1b[") else b""

    def answered(self) -> None:
        """Take it that all has been said that was asked: a colour no longer counts."""
        self._answered = True

    def _take(self, answer: re.Match[bytes]) -> bytes:
        if (scheme := answer["scheme"]) is not None:
            # What is said together with the colour is of no use beside it.
            if scheme in _SCHEMES and (self._answered or not self._by_colour):
                self.ground = _SCHEMES[scheme]
        elif not (self._by_colour or self._answered) and (
            ground := ground_of(answer["colour"].decode("ascii", "replace"))
        ):
            self.ground, self._by_colour = ground, True
        return b""


def ground_of(colour: str) -> Ground | None:
    """Return whether a colour as X11 writes it is dark or light: `rgb:RRRR/GGGG/BBBB`, `#RRGGBB`...

    None for what is no colour.
    """
    if match := re.match(_COLOUR, colour):
        parts = match.groups()
    elif match := re.match(_HEX, colour):
        size = len(match[1]) // 3
        parts = tuple(match[1][at : at + size] for at in range(0, 3 * size, size))
    else:
        return None
    red, green, blue = (_linear(int(part, 16) / (16 ** len(part) - 1)) for part in parts)
    return "light" if 0.2126 * red + 0.7152 * green + 0.0722 * blue > _MIDDLE else "dark"


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
