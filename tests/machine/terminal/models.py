"""What terminals are documented, and were seen, to do to a row of cells that they are sent.

Each takes the segments that are sent and gives back the cells that are seen, as the texts of cells from left
to right. FriBidi orders, HarfBuzz tells a run's direction, as in the terminals themselves.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

import uharfbuzz as hb
from rich.segment import Segment
from rich.style import Style

from tests.judges import fribidi

Pair = tuple[str, Style | None]
_MIRRORS = {
    "(": ")",
    ")": "(",
    "[": "]",
    "]": "[",
    "{": "}",
    "}": "{",
    "<": ">",
    ">": "<",
    "«": "»",
    "»": "«",
}
_CURSOR = re.compile(r"\x1b\[\d+G")


def pairs(segments: Iterable[Segment]) -> list[Pair]:
    """Cells: a base with what has no width behind it, and its style."""
    cells: list[Pair] = []
    for text, style, _ in segments:
        for character in _CURSOR.sub("", text):
            if cells and unicodedata.category(character) in ("Mn", "Me", "Cf"):
                cells[-1] = cells[-1][0] + character, cells[-1][1]
            else:
                cells.append((character, style))
    return cells


def texts(cells: Iterable[Pair]) -> list[str]:
    """The cells' texts without format characters."""
    return ["".join(c for c in text if not fribidi.is_format(c)) for text, _ in cells]


def obedient(segments: Iterable[Segment]) -> list[str]:
    """Shows what it is sent: xterm, and VTE, Konsole and mlterm once they are told."""
    return texts(pairs(segments))


def vte_in_tmux(segments: Iterable[Segment]) -> list[str]:
    """Orders the row as one left-to-right paragraph (VTE's implicit mode)."""
    return texts(_ordered(pairs(segments)))


def qterminal(segments: Iterable[Segment]) -> list[str]:
    """Orders each run of cells that look alike by itself."""
    runs = (list(run) for _, run in groupby(pairs(segments), _look))
    return texts(cell for run in runs for cell in _ordered(run))


def kitty(segments: Iterable[Segment]) -> list[str]:
    """Gives each run of one face, between blanks and borders, to HarfBuzz, which guesses its direction."""
    seen: list[str] = []
    for face, run in groupby(pairs(segments), _face):
        word = texts(run)
        if face is not None and _guessed("".join(word)) == "rtl":
            word = [_MIRRORS.get(text, text) for text in reversed(word)]
        seen += word
    return seen


def _guessed(text: str) -> str:
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    return str(buffer.direction)


def _face(cell: Pair) -> tuple[bool, bool] | None:
    text, style = cell
    if text[0] == " " or "\u2500" <= text[0] <= "\u259f":
        return None
    return (bool(style.bold), bool(style.italic)) if style else (False, False)


def _look(cell: Pair) -> tuple[object, ...]:
    style = cell[1] or Style.null()
    return style.color, style.bgcolor, style.bold, style.dim, style.italic, style.underline, style.reverse


def _ordered(cells: list[Pair]) -> Iterator[Pair]:
    """The cells in the order and with the brackets that UAX #9 gives them in a left-to-right paragraph."""
    text = "".join(text for text, _ in cells)
    at = [number for number, (cell, _) in enumerate(cells) for _ in cell]
    levels = fribidi.levels(text, 0)
    seen = dict.fromkeys(at[index] for index in fribidi.order(text, base=0))
    first = {number: index for index, number in reversed(list(enumerate(at)))}
    for number in seen:
        cell, style = cells[number]
        yield (_MIRRORS.get(cell, cell) if levels[first[number]] % 2 else cell), style


Model = Callable[[Iterable[Segment]], list[str]]

#: The terminal that each strategy is for.
MODELS: dict[str, Model] = {
    "plain": obedient,
    "explicit": obedient,
    "konsole": obedient,
    "mlterm": obedient,
    "kitty": kitty,
    "qterminal": qterminal,
    "override": vte_in_tmux,
    "marks": vte_in_tmux,
    "terminal-app": vte_in_tmux,
}
