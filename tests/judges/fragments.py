"""Judges right-to-left text outside the article: names, titles, labels, each known in its logical form."""

import re
from collections.abc import Collection, Iterator
from functools import lru_cache

from tests.judges.panes import Cells, Pane
from tests.judges.rows import seen

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
# Between two texts of one row: a border, an arrow, a mark, or more than one blank.
_BETWEEN = re.compile("[\u2190-\u21ff\u2500-\u25ff]+|  +")


def fragments(cells: Cells, without: Pane | None = None) -> set[str]:
    """Return the right-to-left texts on the screen, row by row, without those inside the frame `without`."""
    found: set[str] = set()
    for y, row in enumerate(cells):
        texts = [cell.text for cell in row]
        if without is not None and without.top <= y < without.bottom:
            texts[without.left : without.right] = [" "] * (without.right - without.left)
        parts = (part.strip() for part in _BETWEEN.split("".join(texts)))
        found.update(part for part in parts if _RIGHT_TO_LEFT.search(part))
    return found


def unexplained(shown: Collection[str], texts: Collection[str]) -> set[str]:
    """Return those of the fragments that are no line of any of `texts`, whole or wrapped or shortened."""
    explained = {line for text in texts for line in _lines(text)}
    return set(shown) - explained


@lru_cache(maxsize=256)
def _lines(text: str) -> frozenset[str]:
    return frozenset(_possible_lines(text))


def _possible_lines(text: str) -> Iterator[str]:
    starts = [0, *(match.end() for match in re.finditer(r"\s+", text))]
    ends = [*(match.start() for match in re.finditer(r"\s+", text)), len(text)]
    for start in starts:
        for end in ends:
            if start < end:
                yield seen(text, start, end, base=1)
    for end in range(1, len(text)):
        yield seen(f"{text[:end].rstrip()}…", base=1)


def covers(shown: Collection[str], text: str) -> bool:
    """Return whether lines among the fragments, one after the other, show all of `text`."""
    starts = {0}
    for match in re.finditer(r"\s+|$", text):
        if any(seen(text, start, match.start(), base=1) in shown for start in starts):
            starts.add(match.end())
    return len(text) in starts
