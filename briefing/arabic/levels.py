"""The level runs of a paragraph in visual order, as python-bidi resolves them (UAX #9, P2 to N2, and L2).

python-bidi implements the algorithm, but returns only a reordered string, no levels. So the string that it
is given (the *probe*) has a number after each group of characters that must have the same level, written in
tag characters (U+E0020 and up). Those are Boundary Neutral: no rule looks at them, and they get the level
of the character before them. In the string that is returned the numbers are in visual order; a number that
reads forwards is at an even level, one that reads backwards at an odd one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

from bidi import get_base_level, get_display

from briefing.arabic.characters import CodeTable, is_format, is_noncharacter

#: Left to right, right to left: of a paragraph (rules P2, P3) or of a line.
Direction = Literal["L", "R"]

_CODES: Final = {
    "L": "l", "R": "r", "AL": "a", "EN": "e", "AN": "d", "NSM": "n", "WS": "w", "S": "s", "B": "b",
    "LRE": "x", "RLE": "x", "LRO": "x", "RLO": "x", "PDF": "x",
    "LRI": "i", "RLI": "i", "FSI": "i", "PDI": "i",
}  # fmt: skip


def _class(character: str) -> str:
    """Return the letter for a character's bidirectional class (see `_CODE_TABLE`)."""
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


# A letter for each bidirectional class: one of `_CODES`; or `k` a bracket (rule N0), `u` a character newer
# than Python's tables, `o` any other neutral or number separator, `z` Boundary Neutral and never painted
# (ZWJ, soft hyphen), `c` Boundary Neutral but painted (a picture of a control or noncharacter).
_CODE_TABLE: Final = CodeTable(_class)

# Characters that must have the same level. Neighbours of one class, with no bidi control between them, do
# (rules W1 to W7, N1, N2 treat them alike); a mark has the level of its base (W1), except after an isolate
# control. Neutrals that are no brackets get the level of the letters on both sides of them (N1).
_ONE_LEVEL: Final = re.compile(
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
# Nested no deeper, embeddings and isolates do not reach the limit of 125 levels (rule BD2): each adds two
# at most.
_MAX_NESTING: Final = 60


class LevelRun(NamedTuple):
    """A level run (rule BD7) or a part of one: `text[start:end]`, at an odd level if `rtl`, else an even."""

    start: int
    end: int
    rtl: bool


def bidi_classes(text: str) -> str:
    """Return a letter for the bidirectional class of each character of `text` (see `_CODE_TABLE`)."""
    return _CODE_TABLE.encode(text).decode("latin-1")


def paragraph_direction(text: str, classes: str) -> Direction:
    """Return the direction of a paragraph (rules P2, P3), given its `bidi_classes`."""
    first = _STRONG.search(classes)
    if first and first.group() in "iu":
        return "R" if get_base_level(_no_surrogates(text)) == 1 else "L"
    return "R" if first and first.group() in "ra" else "L"


class Levels:
    """Finds the level runs of a paragraph, or of parts of it.

    Args:
        text: The paragraph.
        classes: Its `bidi_classes`.
        unpaired_from: The index in `text` from which on rule N0 pairs no brackets; None if it pairs all.
    """

    def __init__(self, text: str, classes: str, unpaired_from: int | None = None) -> None:
        self._text = text
        self._classes = classes
        self._unpaired_from = len(text) if unpaired_from is None else unpaired_from
        self._isolate_ends = _isolate_ends(text, classes) if "i" in classes else {}

    def runs(
        self, start: int, end: int, base: Direction, before: str = "", after: str = ""
    ) -> list[LevelRun]:
        """Return the level runs of `text[start:end]` in visual order, from left to right (rule L2).

        The content of an isolate is resolved by itself, as rules X5a to X5c have it: python-bidi, given the
        whole, looks into isolates when it searches for the strong type before a bracket (rule N0).

        Args:
            start: Where the paragraph, a piece of it or the content of an isolate begins.
            end: Where it ends (exclusive).
            base: The direction of the paragraph, or of the isolate.
            before: Text that is resolved as if it came before, but is not in the result.
            after: Text that is resolved as if it came after, but is not in the result.

        Returns:
            Runs whose slices count in the paragraph. Characters that rule X9 removes may be in none.
        """
        # Explicit controls at the very end have no effect, but the guard would get their level.
        end = start + len(self._classes[start:end].rstrip("xzb"))
        visible_end = start + len(self._classes[start:end].rstrip("xzbc"))
        depth = 2 if end - start <= 32 * 64 else 3 if end - start <= 32 * 64**2 else 5
        spans: list[tuple[int, int]] = []
        probe = [before]
        position = start
        while position < end:
            match = _ONE_LEVEL.match(self._classes, position, end)
            assert match is not None  # the pattern matches anything
            begin, position = match.span()
            code = self._classes[begin]
            if code == "z" or (code == "x" and begin >= visible_end):
                continue
            probe.append(self._probe_text(code, begin, position))
            if code != "x":
                probe.append(_encode_number(len(spans), depth))
                spans.append((begin, position))
            position = self._isolate_ends.get(begin, position)
        # The guard gets the last character's level (W1), and L1 would reset the level of the numbers
        # without it.
        probe.extend((after, _GUARD))
        reordered = _NOT_TAGS.sub("", get_display(_no_surrogates("".join(probe)), base_dir=base))
        runs: list[LevelRun] = []
        for run in _decode_runs(reordered, depth, spans):
            inner: list[LevelRun] = []
            if run.start in self._isolate_ends:
                stop = self._isolate_ends[run.start]
                inner = self.runs(run.end, stop, self._isolate_base(run.start, stop))
            runs.extend([*inner, run] if run.rtl else [run, *inner])
        return runs

    def _probe_text(self, code: str, start: int, end: int) -> str:
        """Return what represents `text[start:end]`, of the class `code`, in the probe."""
        if code in "sb":
            return "!"  # a neutral that L1, which is for lines, does not reset
        if code == "k" and start >= self._unpaired_from:
            return "!" * (end - start)
        if code in "oku":
            return self._text[start:end]  # marks and all: a marked comma is two commas to W4
        return "" if code == "c" else self._text[start]  # one character for all: no rule counts them

    def _isolate_base(self, initiator: int, stop: int) -> Direction:
        """Return the direction of the isolate from `initiator` to `stop` (rules X5a to X5c)."""
        kind = self._text[initiator]
        if kind == _FSI:
            return paragraph_direction(self._text[initiator + 1 : stop], self._classes[initiator + 1 : stop])
        return "R" if kind == _RLI else "L"


def _no_surrogates(text: str) -> str:
    """Return `text` with U+FFFD for lone surrogates, which python-bidi (in Rust) does not take."""
    return text if text.isascii() else _SURROGATES.sub("\ufffd", text)


def _isolate_ends(text: str, classes: str) -> dict[int, int]:
    """Return where each isolate ends (its PDI, or the paragraph's end: rule BD9), by its initiator's index.

    The result is empty if isolates and embeddings are nested so deep that the limit of levels may matter.
    """
    ends: dict[int, int] = {}
    opened: list[int] = []  # initiators of open isolates and embeddings, outermost first
    for match in _CONTROL.finditer(classes):
        at = match.start()
        kind = classes[at]
        if kind == "b":
            break
        if text[at] == _PDF:
            if opened and classes[opened[-1]] == "x":
                opened.pop()
        elif text[at] != _PDI:
            opened.append(at)
        elif any(classes[initiator] == "i" for initiator in opened):
            while classes[opened[-1]] == "x":
                opened.pop()
            ends[opened.pop()] = at
        if len(opened) > _MAX_NESTING:
            return {}
    unclosed = (at for at in opened if classes[at] == "i")
    return ends | dict.fromkeys(unclosed, len(classes.rstrip("b")))


def _encode_number(value: int, depth: int) -> str:
    """Return a number as `depth` tag characters; the first is of another range than the rest."""
    digits = ""
    for _ in range(depth - 1):
        value, digit = divmod(value, 64)
        digits = _NEXT_DIGITS[digit] + digits
    return _FIRST_DIGIT[value] + digits


def _decode_runs(reordered: str, depth: int, spans: list[tuple[int, int]]) -> Iterator[LevelRun]:
    """Yield the level runs whose numbers are in `reordered` (tag characters only), in that order."""
    for at in range(0, len(reordered), depth):
        number = reordered[at : at + depth]
        rtl = number[0] not in _FIRST_VALUE
        if rtl:
            number = number[::-1]
        value = _FIRST_VALUE[number[0]]
        for digit in number[1:]:
            value = value * 64 + _NEXT_VALUE[digit]
        yield LevelRun(*spans[value], rtl)
