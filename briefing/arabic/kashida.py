"""Lines justified the Arabic way: kashida (U+0640) between letters that join.

Where it goes follows the order of preference that Arabic typesetting programs share: behind a kashida the
author wrote; behind seen and sad; before a final teh marbuta, heh or dal; a final alef, tah, lam, kaf or gaf;
a beh that a final reh or yeh follows; a final waw, ain, qaf or feh; any other final letter. Of two places
equally good the one nearer to the word's end is taken, and a word is stretched in one place only.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from briefing.arabic.cell import Cell
from briefing.arabic.harakat import HARAKAT
from briefing.arabic.joining import ALEFS, JOINING_LETTERS, LAM
from briefing.arabic.unicode_tables import RIGHT_JOINING

KASHIDA: Final = "\u0640"
#: Cells that a word may grow by.
MOST: Final = 3

_SEEN_AND_SAD: Final = frozenset(
    "سشصض\u069a\u069b\u069c\u069d\u069e\u06fa\u06fb\u075c\u076d\u0770\u077d\u077e"
)
_BEHS: Final = frozenset("بتثنيئپٹی\u0680\u067a\u067b\u067c\u067d\u067f\u06bc\u06bd\u06d0")
_REHS_AND_YEHS: Final = frozenset("رزيىئژڑیے")
_FINAL: Final = (
    frozenset("ةهدذ\u06c0\u06c1\u06c2\u06c3\u06d5\u0688\u0689\u06be"),
    frozenset("اأإآٱطظلكکگ\u06aa\u06ad"),
    frozenset("وؤعغقف\u06c6\u06c7\u06c8\u06cb\u06a4\u06a7\u06a8"),
)
_FINAL_RANKS: Final = (2, 3, 5)
_AFTER_KASHIDA, _AFTER_SEEN, _BEFORE_BEH, _OTHER = 0, 1, 4, 6

# Hamza, ZWNJ and ZWJ stand in words and are never stretched.
_LETTERS: Final = "".join(sorted(JOINING_LETTERS | {"\u0621", "\u200c", "\u200d"}))
_WORD: Final = re.compile(f"[{_LETTERS}{HARAKAT}]+")
_MARKS: Final = re.compile(f"[{HARAKAT}]+")
_ENDS: Final = frozenset(RIGHT_JOINING)


class _Place(NamedTuple):
    """Where a word may be stretched: how good that is (0 the best), and behind which character."""

    rank: int
    after: int


def justified(
    cells: Sequence[Cell], text: str, offset: int, missing: int, *, vocalised: bool
) -> Sequence[Cell]:
    """Return the cells of a line of the paragraph `text`, which begins at `offset`, `missing` cells wider.

    Or as they are, where the line's words, at most `MOST` cells for each, cannot fill it. Words with marks
    are stretched only if `vocalised`, that is, if their marks are not painted. A kashida counts with the
    letter before it.
    """
    if not cells or missing <= 0:
        return cells
    numbers = {cell.start - offset: number for number, cell in enumerate(cells) if cell.rtl}
    start = min(cell.start for cell in cells) - offset
    end = max(cell.end for cell in cells) - offset
    places: list[_Place] = []
    for word in _WORD.finditer(text, start, end):
        place = _best(text, word.start(), word.end(), numbers, vocalised=vocalised)
        if place is not None:
            places.append(place)
    if len(places) * MOST < missing:
        return cells
    stretched = list(cells)
    for place, length in zip(places, _shares(places, missing), strict=True):
        if length:
            number = numbers[place.after]
            cell = cells[number]
            stretched[number] = cell._replace(text=KASHIDA * length + cell.text, width=cell.width + length)
    return stretched


def _best(text: str, start: int, end: int, shown: dict[int, int], *, vocalised: bool) -> _Place | None:
    """The best place in the word `text[start:end]`, if it has one."""
    word = text[start:end]
    if _MARKS.search(word) and not vocalised:
        return None
    at = [start + index for index, letter in enumerate(word) if not _MARKS.match(letter)]
    letters = [text[index] for index in at]
    if "".join(letters[-3:]) == "لله":  # the name of God is never stretched
        return None
    best = None
    for index in range(len(letters) - 1):
        before, behind = letters[index : index + 2]
        if not _joins(before, behind) or at[index] not in shown or at[index + 1] not in shown:
            continue  # lam-alef is one cell: its alef is not shown by itself
        rank = _rank(letters, index)
        if rank is not None and (best is None or rank <= best.rank):
            best = _Place(rank, at[index])
    if best is not None and len(letters) == 2:  # a word this short is stretched last
        return best._replace(rank=best.rank + _OTHER + 1)
    return best


def _joins(before: str, behind: str) -> bool:
    return (
        before in JOINING_LETTERS
        and before not in _ENDS
        and behind in JOINING_LETTERS
        and not (before == LAM and behind in ALEFS)
    )


def _rank(letters: Sequence[str], index: int) -> int | None:
    """How good a place the one behind letter `index` is; None if none is taken there."""
    before, behind = letters[index : index + 2]
    if before == KASHIDA:
        return _AFTER_KASHIDA
    if before in _SEEN_AND_SAD:
        return _AFTER_SEEN
    follows = letters[index + 2 : index + 3]
    if follows and _joins(behind, follows[0]):
        ends = index + 3 == len(letters) or not _joins(follows[0], letters[index + 3])
        return _BEFORE_BEH if behind in _BEHS and follows[0] in _REHS_AND_YEHS and ends else None
    if behind == KASHIDA:
        return None
    for rank, group in zip(_FINAL_RANKS, _FINAL, strict=True):
        if behind in group:
            return rank
    return _OTHER


def _shares(places: Sequence[_Place], missing: int) -> list[int]:
    """How many cells each word grows by: all by one before any by two; the best first, else far apart."""
    full, rest = divmod(missing, len(places))
    shares = [full] * len(places)
    chosen: list[int] = []
    waiting = set(range(len(places)))
    for _ in range(rest):
        word = min(waiting, key=lambda one: (places[one].rank, -_distance(one, chosen, len(places)), -one))
        waiting.remove(word)
        chosen.append(word)
        shares[word] += 1
    return shares


def _distance(word: int, chosen: Sequence[int], count: int) -> int:
    return min((abs(word - other) for other in chosen), default=count)
