"""What a terminal answers when it is asked what it is: told apart from the keys among which it arrives."""

from __future__ import annotations

import re
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

#: Does the terminal order text itself, and can it be told not to (DECRQM of BDSM); its name (XTVERSION); its
#: kind and version (DA2); what every terminal answers, and so the end (DA1).
QUESTION: Final = "\x1b[8$p\x1b[>0q\x1b[>c\x1b[c"

#: The same to GNU screen itself: its kind and version.
QUESTION_TO_SCREEN: Final = "\x1b[>c"
_SCREEN: Final = 83

# No answer is longer than this: what is, is input of another kind, and not held back.
_ANSWER: Final = re.compile(
    rb"\x1b\[8;(?P<bidi>\d)\$y"
    rb"|\x1bP>\|(?P<name>[^\x1b\x07]{0,256})(?:\x1b\\|\x07)"
    rb"|\x1b\[>(?P<kind>[\d;]{0,64})c"
    rb"|\x1b\[\?[\d;]{0,256}(?P<end>c)"
)
# An answer cut in two; what could as well be the beginning of a key is in the first group.
_BEGUN: Final = re.compile(
    rb"(\x1b(?:\[|P|\[8;?)?)\Z|\x1b(?:\[[?>][\d;]{0,256}|\[8;\d\$?|P>(?:\|[^\x1b\x07]{0,256}\x1b?)?)\Z"
)


# How often nothing may come before the answers are whole, and in the middle of one, of at most so many bytes.
# One that never ends would take every key after it for a part of it.
_PATIENCE: Final = 5
_PATIENCE_WITHIN: Final = 10
_LONGEST: Final = 300


class Answers(Struct, frozen=True):
    """What a terminal said.

    `bidi` is its state of mode 8 (0 not known to it, 1 set, 2 reset, 3 and 4 for ever so), `kind` the numbers
    of its secondary device attributes, `screen` GNU screen's version, as 50000 for 5.0.0, if that answered
    for itself. `complete` is whether all was said that it will say.
    """

    bidi: int = 0
    name: str = ""
    kind: tuple[int, ...] = ()
    screen: int = 0
    complete: bool = False


class AnswerFilter:
    """Takes the answers to `QUESTION` out of a terminal's input, whenever they come.

    Where none is `expected`, answers to what others asked are taken out still, if they come in one piece.
    """

    def __init__(self, *, expected: bool = True) -> None:
        self.answers = Answers(complete=not expected)
        self._held = b""
        self._waited = 0  # how often nothing came
        self._silent = False  # so often that no more is to be expected

    @property
    def holds_back(self) -> bool:
        """Whether something was held back that may be the beginning of an answer, or a key."""
        return bool(self._held)

    def feed(self, data: bytes) -> bytes:
        """Return what of the input is no answer. What may be the beginning of one is held back."""
        self._waited = 0
        data = _ANSWER.sub(self._take, self._held + data)
        begun = None if self.answers.complete else _BEGUN.search(data)
        self._held = begun[0] if begun and len(begun[0]) <= _LONGEST else b""
        return data[: begun.start()] if begun else data

    def release(self) -> bytes:
        """Return what was held back and was a key after all: to be called when nothing came for a moment."""
        begun = _BEGUN.search(self._held)
        self._waited += 1
        self._silent = self._silent or self._waited >= _PATIENCE
        if begun is None or begun[1] is None:
            if self._waited >= _PATIENCE_WITHIN:
                self._held = b""
            return b""
        if not self.answers.complete and not self._silent:
            return b""  # the terminal is about to say something, or more
        self._held = b""
        return begun[1]

    def _take(self, answer: re.Match[bytes]) -> bytes:
        said, self._silent = self.answers, False
        if answer["bidi"]:
            said = replace(said, bidi=int(answer["bidi"]))
        elif answer["name"] is not None:
            name = answer["name"].decode(errors="replace")
            said = replace(said, name="".join(filter(str.isprintable, name)))
        elif answer["kind"] is not None:
            kind = tuple(int(part) for part in answer["kind"].split(b";") if part)
            if kind[:1] == (_SCREEN,):  # what its own terminal says counts, before or after
                said = replace(said, screen=kind[1] if kind[1:] else 0, kind=said.kind or kind)
            else:
                said = replace(said, kind=kind)
        self.answers = replace(said, complete=said.complete or answer["end"] is not None)
        return b""
