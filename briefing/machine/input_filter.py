"""What a terminal sends, kept within bounds before it is taken apart into keys.

A paste is cut to a length that a field can hold; answers that nobody asked for (OSC, DCS, APC) are dropped;
what is begun and never ended is given up after a moment; and of a flood most is left out.
"""

from __future__ import annotations

import re
import time
from codecs import getincrementaldecoder
from typing import Final

#: The most characters that a field for long texts holds: of what comes in at once, typed or pasted, no more
#: is kept anywhere. A field of one row, that of the search or of the palette, holds `LONGEST_LINE`.
LONGEST: Final = 20_000
LONGEST_LINE: Final = 1000
#: The most characters of a paste that are passed on: the field in which it ends sees that there were more.
PASTE: Final = LONGEST + 1
#: The keys that end something, which no flood may push aside: Q in any layout, Ctrl+C, Ctrl+Q.
ENDING: Final = frozenset("qQ\u0636\u0439\x03\x11")

# Strings, not compiled patterns: most of them are not needed on the way to the first frame.
_PASTE_START: Final = "\x1b[200~"
_PASTE_END: Final = "\x1b[201~"
# An ESC and one of these letters is a key too (Alt): an answer goes on in a way of its own.
_BEGINNING: Final = (
    r"(?P<paste>\x1b\[200~)"
    r"|(?P<string>\x1b(?:\](?=\d)|P(?=[\d;?>!=$+|])|_(?=G)))"
    r"|(?P<sequence>\x1b\[[ -?]{64,})"
)
_PASTE_STOP: Final = r"\x1b\[201~"
# No answer has Ctrl+C or Ctrl+Q in it: somebody presses them.
_STRING_STOP: Final = r"\x1b\\|[\x07\x18\x1a\x9c\x03\x11]"
_SEQUENCE_STOP: Final = r"[^ -?]"
# A chunk may end within any of them.
_CUT: Final = r"\x1b{1,3}(?:[\]P_]|\[[ -?]{0,63})?\Z"
_CUT_STOP: Final = r"\x1b(?:\[(?:2(?:0(?:1)?)?)?)?\Z"
_SILENCE: Final = 1.0  # seconds after which a paste is over that has no end
_SHORT_SILENCE: Final = 0.3  # the same for an answer
_LONE: Final = 8  # characters that come by themselves in such a silence: somebody is typing

_SIZE: Final = r"\x1b\[48;([\d:;]*)t"  # a report of the window's: rows, columns, and both in pixels
# What the next report makes void: where the mouse was, what size the window had.
_PASSED: Final = r"(\x1b\[<(?:3[2-9]|[45]\d|6[0-3]);)\d{1,9};\d{1,9}[Mm](?=\1)|\x1b\[48;[\d:;]*t(?=\x1b\[48;)"
# ESC and a letter are one key; many and a letter are a flood, and then that letter.
_FLOODED: Final = rf"(?<!\x1b)\x1b{{3,}}(?=[{''.join(sorted(ENDING))}])"
# Q, and Ctrl+C, as Kitty's protocol reports them: by the letter, or by its place in another layout.
_REPORTED: Final = (
    r"\[(?:113|1590|1081|\d+:\d*:113)[\d:]*(?:;[\d:]*){0,2}u"
    r"|\[(?:99|\d+:\d*:99)[\d:]*;5(?:;[\d:]*)?u"
)
_NOTHING: Final = "\x1b[?2026;0$y"  # a report that says nothing, and ends what the parser has begun

_KEY: Final = r"(?s:\x1b\[[ -?]*[@-~]|\x1bO.|\x1b?[^\x1b]|\x1b)"
_MANY: Final = 128  # keys at once: nobody types so fast
_KEPT: Final = 32  # of them, from the beginning and from the end


class InputFilter:
    """Bytes of a terminal, made text for the parser of keys. Keeps no more than a paste may have."""

    def __init__(self) -> None:
        self._decode = getincrementaldecoder("utf-8")("replace").decode
        self._state = ""  # of what is left out or collected now: paste, string or sequence
        self._held = ""  # what may be the beginning or the end of it, cut in two
        self._collected = ""
        self._length = 0
        self._last = ""  # the chunk that came last
        self._time = time.monotonic()

    def feed(self, data: bytes, *, crowded: bool = False) -> str:
        """Return what of `data` is to be parsed. `crowded`: keys are waiting, and more would be too many."""
        chunk = self._decode(data)
        self._last, self._time = chunk[: _LONE + 1], time.monotonic()
        text, self._held = self._held + chunk, ""
        if not (self._state or crowded or "\x1b" in text):
            return text
        passed = []
        while text:
            kept, text = self._without_state(text) if not self._state else self._within_state(text)
            passed.append(kept)
        keys = re.sub(_FLOODED, _NOTHING, re.sub(_PASSED, "", re.sub(_SIZE, _possible, "".join(passed))))
        return _thinned(keys) if crowded and len(keys) > _MANY else keys

    def tick(self) -> str:
        """Return what is released, because nothing came for a moment."""
        if not self._state:
            released, self._held = self._held, ""
            return released
        silence = _SILENCE if self._state == "paste" else _SHORT_SILENCE
        if time.monotonic() - self._time < silence:
            return ""
        lone = self._last if len(self._last) <= _LONE and self._length > _LONE else ""
        return self._end(lone)

    def _without_state(self, text: str) -> tuple[str, str]:
        """What of `text` is passed on, and what is to be looked at next."""
        begun = re.search(_BEGINNING, text)
        if begun is None:
            cut = re.search(_CUT, text)
            if cut is None:
                return text.replace(_PASTE_END, ""), ""
            self._held = cut[0]
            return text[: cut.start()].replace(_PASTE_END, ""), ""
        self._state = begun.lastgroup or ""
        self._length = 0
        return text[: begun.start()].replace(_PASTE_END, ""), text[begun.end() :]

    def _within_state(self, text: str) -> tuple[str, str]:
        stops = {"paste": _PASTE_STOP, "string": _STRING_STOP, "sequence": _SEQUENCE_STOP}
        stop = re.search(stops[self._state], text)
        if stop is None:
            cut = re.search(_CUT_STOP, text)
            self._held = cut[0] if cut else ""
            inside = text[: cut.start()] if cut else text
            self._collect(inside)
            return "", ""
        self._collect(text[: stop.start()])
        # An ESC is no end of a sequence, but the beginning of the next.
        after = stop.start() if stop[0] in ("\x1b", "\x03", "\x11") else stop.end()
        return self._end(""), text[after:]

    def _collect(self, text: str) -> None:
        self._length += len(text)
        if self._state == "paste":
            self._collected += text.replace("\x1b", "")[: PASTE - len(self._collected)]

    def _end(self, lone: str) -> str:
        """End the sequence that is held back; return what is parsed in its place, and `lone` after it."""
        paste = self._state == "paste"
        text, self._collected, self._held, self._state = self._collected, "", "", ""
        return f"{_PASTE_START}{text}{_PASTE_END}{lone}" if paste else lone


def _possible(report: re.Match[str]) -> str:
    """A report of a size that a window can have; of another nothing, or Textual divides by zero."""
    numbers = [number.partition(":")[0] for number in report[1].split(";")]
    right = len(numbers) == 4 and all(len(number) < 6 and int(number or 0) > 0 for number in numbers)
    return report[0] if right else ""


def _thinned(keys: str) -> str:
    """The first and the last of many keys, and between them what ends something."""
    tokens = re.findall(_KEY, keys)
    between = [token for token in dict.fromkeys(tokens[_KEPT:-_KEPT]) if _ends(token.lstrip("\x1b"))]
    return "".join(tokens[:_KEPT] + between + tokens[-_KEPT:]) if len(tokens) > 2 * _KEPT else keys


def _ends(key: str) -> bool:
    return key in ENDING or re.fullmatch(_REPORTED, key) is not None
