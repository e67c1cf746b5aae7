"""The test card: a few lines of Arabic, each under the words that say what it looks like when it is right.

The words are ASCII and have rows of their own, so that they read right however wrong the Arabic comes out.
They name what can be seen at an edge or counted, so that someone can judge who reads little Arabic.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from briefing.arabic import layout


class Sample(NamedTuple):
    """What right looks like, in ASCII, and the text to look at."""

    right: str
    text: str


SAMPLES: Final = (
    Sample("The letters touch. At the right edge: alef, one upright stroke.", "العربية"),
    Sample("Counted from right to left, the words go 1, 2, 3.", "واحد 1 اثنان 2 ثلاثة 3"),
    Sample(
        "At the right edge alef, at the left edge DICAS, the year is 2024.", "اتفاق عام 2024 على منتدى DICAS"
    ),
    Sample("Round brackets right, square ones left: all hold their word.", "(طوكيو) [واشنطن]"),
    Sample("Small signs stand above or below their letter, or are not there.", "مُدَرِّسٌ أَيْضًا"),
    Sample("Lam and alef are one shape, at the left end of both words.", "كلا بلا"),
)


_HARAKAT: Final = re.compile("[\u064b-\u0652]")
_LEFT_OUT: Final = "The signs above and below letters are left out on this terminal."


class CardRow(NamedTuple):
    """One row of the card: its text in the order of the cells, and whether it is to be set flush right."""

    text: str
    arabic: bool = False


#: The rows and columns that the whole card takes.
HEIGHT: Final = len(SAMPLES) * 3 - 1
WIDTH: Final = max(len(sample.right) for sample in SAMPLES)


def rows(height: int, *, harakat: bool = True) -> list[CardRow]:
    """The card in at most `height` rows: with air between the samples where there is room for it."""
    airy = height >= HEIGHT
    found: list[CardRow] = []
    for number, sample in enumerate(SAMPLES):
        bare = _HARAKAT.sub("", sample.text)
        if not harakat and bare != sample.text:
            sample = Sample(_LEFT_OUT, bare)
        if airy and number:
            found.append(CardRow(""))
        found += (CardRow(sample.right), CardRow(painted(sample.text), arabic=True))
    return found[: max(0, height)]


def painted(text: str) -> str:
    """A text that fits on one line as the reader paints it: joined, and in visual order."""
    (line,) = layout(text, 200, "R")
    return line.text
