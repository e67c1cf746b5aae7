"""The order of a paragraph's characters on the screen: the Unicode Bidirectional Algorithm, with maps.

python-bidi runs the algorithm (UAX #9) and is right, but hands back only a reordered string. Here it is asked
for the permutation instead: behind every run of characters that must share a level stands a *number* written
in tag characters (U+E0020 and up). Those are Boundary Neutral: no rule sees them and they ride with the
character before them. In what comes back, the numbers stand in visual order, and a number that reads forwards
rode at an even level, one that reads backwards at an odd one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cached_property
from typing import Final, Literal, NamedTuple

from bidi import get_base_level, get_display

Direction = Literal["L", "R"]

#: Format characters (category Cf) that a reader does see, as a sign with a cell of its own.
VISIBLE_FORMAT: Final = frozenset(
    "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"
)

_CODES: Final = {
    "L": "l", "R": "r", "AL": "a", "EN": "e", "AN": "d", "NSM": "n", "WS": "w", "S": "s", "B": "b",
    "LRE": "x", "RLE": "x", "LRO": "x", "RLO": "x", "PDF": "x",
    "LRI": "i", "RLI": "i", "FSI": "i", "PDI": "i",
}  # fmt: skip


class _Classes(dict[int, str]):
    """One letter for the part a character plays here, for `str.translate`; filled as characters turn up.

    Letters are those of `_CODES`; besides: `o` any other class that takes part in the rules, `z` Boundary
    Neutral and never painted (ZWJ, soft hyphen), `c` Boundary Neutral but painted (a control's picture).
    """

    def __missing__(self, codepoint: int) -> str:
        character = chr(codepoint)
        bidi_class = unicodedata.bidirectional(character)
        if bidi_class == "BN":
            code = "c" if unicodedata.category(character) == "Cc" else "z"
        else:
            code = _CODES.get(bidi_class, "o")
        self[codepoint] = code
        return code


_CLASSES: Final = _Classes()

# Neighbours of one class, with no bidi control between them, get one level (rules W1 to W7, N1, N2 treat
# them alike); a mark takes what its base gets (W1), except behind an isolate control.
_RUN: Final = re.compile(r"a[an]*|r[rn]*|l[ln]*|e[en]*|d[dn]*|w+n*|i|x|z+|c+|.n*", re.DOTALL)
# Rule L1: up to a separator or the line's end, and the white space that goes to the paragraph's level.
_SEGMENT: Final = re.compile(r"([^sb]*?)([wixz]*(?:[sb]|\Z))")
_RIGHT_TO_LEFT: Final = re.compile(r"[radxi]")

_FIRST_DIGIT: Final = "".join(map(chr, range(0xE0060, 0xE0080)))
_NEXT_DIGITS: Final = "".join(map(chr, range(0xE0020, 0xE0060)))
_FIRST_VALUE: Final = {digit: value for value, digit in enumerate(_FIRST_DIGIT)}
_NEXT_VALUE: Final = {digit: value for value, digit in enumerate(_NEXT_DIGITS)}
_NOT_TAGS: Final = re.compile(r"[^\U000E0020-\U000E007F]+")
_GUARD: Final = "\u0300"
_RLI: Final = "\u2067"
_FSI: Final = "\u2068"
_PDI: Final = "\u2069"
_SURROGATES: Final = re.compile("[\ud800-\udfff]")
# So few embeddings and isolates never reach the depth limit of 125 levels (rule BD2).
_FEW_CONTROLS: Final = 60


class Run(NamedTuple):
    """Neighbouring characters of one direction: `text[start:end]`, read right to left if `rtl`."""

    start: int
    end: int
    rtl: bool


def is_format(character: str) -> bool:
    """Whether `character` works in the algorithms only and never has a cell (bidi controls, ZWJ...)."""
    return unicodedata.category(character) == "Cf" and character not in VISIBLE_FORMAT


class Resolved:
    """One paragraph's resolved levels, as far as a reader of the line needs them.

    `base` is the paragraph's direction (rules P2, P3, or as it was asked for).
    """

    def __init__(self, text: str, base: Direction | None = None) -> None:
        self.text = text
        self.base: Direction = base or _first_strong(text)
        self._classes = text.translate(_CLASSES)
        self._visual = self._resolve()

    def _resolve(self) -> list[Run]:
        """Rules X1 to N2 and L2 for the whole paragraph: its runs, from left to right."""
        classes = self._classes
        if self.base == "L" and not _RIGHT_TO_LEFT.search(classes):
            return [Run(0, len(classes), False)] if classes else []
        few = classes.count("i") + classes.count("x") <= _FEW_CONTROLS
        isolates = _isolates(self.text, classes) if few and "i" in classes else {}
        return self._resolve_slice(0, len(classes), self.base, isolates)

    def _resolve_slice(self, start: int, end: int, base: Direction, isolates: dict[int, int]) -> list[Run]:
        """The runs of `text[start:end]`, a paragraph or what an isolate holds, from left to right.

        What an isolate holds is resolved by itself, as rules X5a to X5c would have it: python-bidi, given the
        whole, looks into an isolate when it searches for the strong type before a bracket (rule N0).
        """
        # Explicit controls at the very end change nothing, but would lift the guard to their level.
        end = start + len(self._classes[start:end].rstrip("xzb"))
        depth = 2 if end - start <= 32 * 64 else 3 if end - start <= 32 * 64**2 else 5
        spans: list[tuple[int, int]] = []
        probe: list[str] = []
        position = start
        while position < end:
            match = _RUN.match(self._classes, position, end)
            assert match is not None  # the pattern matches anything
            begin, position = match.span()
            code = self._classes[begin]
            if code == "z":
                continue
            if code == "s" or code == "b":
                probe.append("!")  # a neutral that L1 leaves alone: L1 is for lines, below
            elif code == "o":
                probe.append(self.text[begin:position])  # marks and all: a marked comma is two commas to W4
            elif code != "c":
                probe.append(self.text[begin])  # one stands for the whole run: no rule counts them
            if code != "x":
                probe.append(_number(len(spans), depth))
                spans.append((begin, position))
            position = isolates.get(begin, position)
        probe.append(_GUARD)  # takes the last character's level (W1) and keeps L1 off the numbers
        shown = _NOT_TAGS.sub("", get_display(_no_surrogates("".join(probe)), base_dir=base))
        runs: list[Run] = []
        for run in _read(shown, depth, spans):
            inside: list[Run] = []
            if run.start in isolates:
                stop = isolates[run.start]
                inside = self._resolve_slice(run.end, stop, self._isolated_base(run.start, stop), isolates)
            runs.extend([*inside, run] if run.rtl else [run, *inside])
        return runs

    def _isolated_base(self, initiator: int, stop: int) -> Direction:
        kind = self.text[initiator]
        if kind == _FSI:
            return _first_strong(self.text[initiator + 1 : stop])
        return "R" if kind == _RLI else "L"

    def line_runs(self, start: int, end: int) -> list[Run]:
        """The runs of the line `text[start:end]` from left to right (rules L1, L2), with format characters.

        Two characters stand to each other as they do in the whole paragraph, since that depends only on the
        levels between them. White space at the line's end, and before a tab, goes to the paragraph's level.
        """
        rtl = self.base == "R"
        pieces: list[list[Run]] = []
        position = start
        while position < end:
            match = _SEGMENT.match(self._classes, position, end)
            assert match is not None  # the pattern matches anything
            split, position = match.end(1), match.end()
            if match.start() < split:
                pieces.append(self._clip(match.start(), split))
            if split < position:
                pieces.append([Run(split, position, rtl)])
        if rtl:
            pieces.reverse()
        return [run for piece in pieces for run in piece]

    def _clip(self, start: int, end: int) -> list[Run]:
        return [
            Run(max(run.start, start), min(run.end, end), run.rtl)
            for run in self._visual
            if run.start < end and run.end > start
        ]

    def line_order(self, start: int, end: int) -> list[int]:
        """Indices into `text` of the line `text[start:end]` from left to right, format characters left out.

        UAX #9 rules L1 and L2. Raises nothing: an empty or reversed slice gives an empty list.
        """
        hidden = self._hidden
        order: list[int] = []
        for run in self.line_runs(start, end):
            indices = range(run.end - 1, run.start - 1, -1) if run.rtl else range(run.start, run.end)
            order.extend(i for i in indices if i not in hidden)
        return order

    @cached_property
    def order(self) -> list[int]:
        """Indices into `text` from left to right were the paragraph one line, format characters left out."""
        return self.line_order(0, len(self.text))

    @cached_property
    def rtl(self) -> list[bool]:
        """For each character of `text`, were the paragraph one line: is its level odd?

        A character that rule X9 removes has no level and takes that of the one before it.
        """
        rtl: list[bool | None] = [None] * len(self.text)
        for run in self.line_runs(0, len(self.text)):
            rtl[run.start : run.end] = [run.rtl] * (run.end - run.start)
        result: list[bool] = []
        before = self.base == "R"
        for value in rtl:
            before = before if value is None else value
            result.append(before)
        return result

    @cached_property
    def _hidden(self) -> frozenset[int]:
        return frozenset(at for at, character in enumerate(self.text) if is_format(character))


def resolve(text: str, base: Direction | None = None) -> Resolved:
    """Resolve one paragraph (UAX #9, rules P2 to L2).

    `base` is the paragraph's direction, `"L"` or `"R"`; None finds it (rules P2, P3: the first strong
    character, isolates skipped, else `"L"`). Paragraph separators do not end it: split before (rule P1).
    """
    return Resolved(text, base)


def _first_strong(text: str) -> Direction:
    """Rules P2 and P3."""
    return "R" if text and get_base_level(_no_surrogates(text)) == 1 else "L"


def _no_surrogates(text: str) -> str:
    """`text` as Rust can take it: a lone surrogate is no character."""
    return text if text.isascii() else _SURROGATES.sub("\ufffd", text)


def _isolates(text: str, classes: str) -> dict[int, int]:
    """Where what each isolate initiator opens ends: at its PDI, or at the paragraph's end (rule BD9)."""
    ends: dict[int, int] = {}
    waiting: list[int] = []
    for match in re.finditer("[ib]", classes):
        at = match.start()
        if classes[at] == "b":
            break
        if text[at] != _PDI:
            waiting.append(at)
        elif waiting:
            ends[waiting.pop()] = at
    return ends | dict.fromkeys(waiting, len(classes.rstrip("b")))


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
