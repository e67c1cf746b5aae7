"""The runs of a paragraph in visual order, as python-bidi resolves them (UAX #9, rules P2 to N2, and L2).

python-bidi runs the algorithm and is right, but hands back only a reordered string. Here it is asked for the
permutation instead: behind every run of characters that must share a level stands a *number* written in tag
characters (U+E0020 and up). Those are Boundary Neutral: no rule sees them and they ride with the character
before them. In what comes back, the numbers stand in visual order; one that reads forwards rode at an even
level, one that reads backwards at an odd one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

from bidi import get_base_level, get_display

from briefing.arabic.characters import Coding, is_format, is_noncharacter

Direction = Literal["L", "R"]

_CODES: Final = {
    "L": "l", "R": "r", "AL": "a", "EN": "e", "AN": "d", "NSM": "n", "WS": "w", "S": "s", "B": "b",
    "LRE": "x", "RLE": "x", "LRO": "x", "RLO": "x", "PDF": "x",
    "LRI": "i", "RLI": "i", "FSI": "i", "PDI": "i",
}  # fmt: skip


def _class(character: str) -> str:
    bidi_class = unicodedata.bidirectional(character)
    category = unicodedata.category(character)
    if bidi_class == "BN":
        return "c" if category == "Cc" else "z"
    if not bidi_class:  # Unicode names defaults for what is not assigned: python-bidi has all but these
        return "c" if is_noncharacter(character) else "z" if is_format(character) else "u"
    if category == "Cs":
        return "o"  # as U+FFFD, which is painted for it
    if bidi_class == "ON" and category in ("Ps", "Pe"):
        return "k"
    return _CODES.get(bidi_class, "o")


# The part a character plays here: a letter of `_CODES`; or `k` a bracket (rule N0), `u` a character newer
# than Python's tables, `o` any other class that takes part in the rules, `z` Boundary Neutral and never
# painted (ZWJ, soft hyphen), `c` Boundary Neutral but painted (a picture of a control or noncharacter).
_CLASSES: Final = Coding(_class)

# Neighbours of one class, with no bidi control between them, get one level (rules W1 to W7, N1, N2 treat
# them alike); a mark takes what its base gets (W1), except behind an isolate control. Neutrals that are no
# brackets get the level of the letters on both sides of them (N1).
_RUN: Final = re.compile(
    "|".join(f"{strong}[{strong}n]*+(?:[wo][won]*+{strong}[{strong}n]*+)*+" for strong in "arl")
    + r"|e[en]*|d[dn]*|w+n*|i|x|z+|c+|.n*",
    re.DOTALL,
)
_STRONG: Final = re.compile(r"[lraiu]")
_CONTROL: Final = re.compile(r"[ixb]")

_FIRST_DIGIT: Final = "".join(map(chr, range(0xE0060, 0xE0080)))
_NEXT_DIGITS: Final = "".join(map(chr, range(0xE0020, 0xE0060)))
_FIRST_VALUE: Final = {digit: value for value, digit in enumerate(_FIRST_DIGIT)}
_NEXT_VALUE: Final = {digit: value for value, digit in enumerate(_NEXT_DIGITS)}
_NOT_TAGS: Final = re.compile(r"[^\U000E0020-\U000E007F]+")
_GUARD: Final = "\u0300"
_RLI: Final = "\u2067"
_FSI: Final = "\u2068"
_PDI: Final = "\u2069"
_PDF: Final = "\u202c"
_SURROGATES: Final = re.compile("[\ud800-\udfff]")
# Embeddings and isolates no deeper never reach the limit of 125 levels (rule BD2): each adds two at most.
_SHALLOW: Final = 60


class Run(NamedTuple):
    """Neighbouring characters of one direction: `text[start:end]`, read right to left if `rtl`."""

    start: int
    end: int
    rtl: bool


def bidi_classes(text: str) -> str:
    """For each character of `text` a letter for the part it plays in the algorithm."""
    return _CLASSES.encode(text).decode("latin-1")


def first_strong(text: str, classes: str) -> Direction:
    """The paragraph's direction by rules P2 and P3."""
    first = _STRONG.search(classes)
    if first and first.group() in "iu":
        return "R" if get_base_level(_no_surrogates(text)) == 1 else "L"
    return "R" if first and first.group() in "ra" else "L"


class Levels:
    """Resolves a paragraph, or stretches of it. `classes` are its `bidi_classes`.

    Brackets from the index `unpaired` on are no pairs to rule N0.
    """

    def __init__(self, text: str, classes: str, unpaired: int | None = None) -> None:
        self._text = text
        self._classes = classes
        self._unpaired = len(text) if unpaired is None else unpaired
        self._isolates = _isolates(text, classes) if "i" in classes else {}

    def runs(self, start: int, end: int, base: Direction, before: str = "", behind: str = "") -> list[Run]:
        """The runs of `text[start:end]`, a paragraph or what an isolate holds, from left to right.

        `before` and `behind` are resolved with it, but left out. What an isolate holds is resolved by
        itself, as rules X5a to X5c would have it: python-bidi, given the whole, looks into an isolate when
        it searches for the strong type before a bracket (rule N0).
        """
        # Explicit controls at the very end change nothing, but would lift the guard to their level.
        end = start + len(self._classes[start:end].rstrip("xzb"))
        quiet = start + len(self._classes[start:end].rstrip("xzbc"))
        depth = 2 if end - start <= 32 * 64 else 3 if end - start <= 32 * 64**2 else 5
        spans: list[tuple[int, int]] = []
        probe = [before]
        position = start
        while position < end:
            match = _RUN.match(self._classes, position, end)
            assert match is not None  # the pattern matches anything
            begin, position = match.span()
            code = self._classes[begin]
            if code == "z" or (code == "x" and begin >= quiet):
                continue
            probe.append(self._sample(code, begin, position))
            if code != "x":
                probe.append(_number(len(spans), depth))
                spans.append((begin, position))
            position = self._isolates.get(begin, position)
        # The guard takes the last character's level (W1) and keeps L1 off the numbers.
        probe.extend((behind, _GUARD))
        shown = _NOT_TAGS.sub("", get_display(_no_surrogates("".join(probe)), base_dir=base))
        runs: list[Run] = []
        for run in _read(shown, depth, spans):
            inside: list[Run] = []
            if run.start in self._isolates:
                stop = self._isolates[run.start]
                inside = self.runs(run.end, stop, self._isolated_base(run.start, stop))
            runs.extend([*inside, run] if run.rtl else [run, *inside])
        return runs

    def _sample(self, code: str, start: int, end: int) -> str:
        """What stands for a run of characters in the text that python-bidi is given."""
        if code in "sb":
            return "!"  # a neutral that L1 leaves alone: L1 is for lines
        if code == "k" and start >= self._unpaired:
            return "!" * (end - start)
        if code in "oku":
            return self._text[start:end]  # marks and all: a marked comma is two commas to W4
        return "" if code == "c" else self._text[start]  # one for the whole run: no rule counts them

    def _isolated_base(self, initiator: int, stop: int) -> Direction:
        kind = self._text[initiator]
        if kind == _FSI:
            return first_strong(self._text[initiator + 1 : stop], self._classes[initiator + 1 : stop])
        return "R" if kind == _RLI else "L"


def _no_surrogates(text: str) -> str:
    """`text` as Rust can take it: a lone surrogate is no character."""
    return text if text.isascii() else _SURROGATES.sub("\ufffd", text)


def _isolates(text: str, classes: str) -> dict[int, int]:
    """Where what each isolate initiator opens ends: at its PDI, or at the paragraph's end (rule BD9).

    None are given if they or embeddings are nested so deep that the limit of levels may matter.
    """
    ends: dict[int, int] = {}
    waiting: list[int] = []  # isolates and embeddings that are open, outermost first
    for match in _CONTROL.finditer(classes):
        at = match.start()
        kind = classes[at]
        if kind == "b":
            break
        if text[at] == _PDF:
            if waiting and classes[waiting[-1]] == "x":
                waiting.pop()
        elif text[at] != _PDI:
            waiting.append(at)
        elif any(classes[opened] == "i" for opened in waiting):
            while classes[waiting[-1]] == "x":
                waiting.pop()
            ends[waiting.pop()] = at
        if len(waiting) > _SHALLOW:
            return {}
    unclosed = (at for at in waiting if classes[at] == "i")
    return ends | dict.fromkeys(unclosed, len(classes.rstrip("b")))


def _number(value: int, depth: int) -> str:
    digits = ""
    for _ in range(depth - 1):
        value, digit = divmod(value, 64)
        digits = _NEXT_DIGITS[digit] + digits
    return _FIRST_DIGIT[value] + digits


def _read(shown: str, depth: int, spans: list[tuple[int, int]]) -> Iterator[Run]:
    """The runs that the numbers in `shown` name, in its order."""
    for at in range(0, len(shown), depth):
        number = shown[at : at + depth]
        rtl = number[0] not in _FIRST_VALUE
        if rtl:
            number = number[::-1]
        value = _FIRST_VALUE[number[0]]
        for digit in number[1:]:
            value = value * 64 + _NEXT_VALUE[digit]
        yield Run(*spans[value], rtl)
