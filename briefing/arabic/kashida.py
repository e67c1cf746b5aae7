"""Justifies lines by kashida (U+0640) between Arabic letters that join.

Where in a word it goes follows the order of preference that Arabic typesetting programs share: after a
kashida that the author wrote; after seen and sad; before a final teh marbuta, heh or dal; before a final
alef, tah, lam, kaf or gaf; before a beh that a final reh or yeh follows; before a final waw, ain, qaf or
feh; before any other final letter. Of two candidates of the same rank the one nearer to the end of the word
is taken. A word is stretched only once.
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
#: The most cells that a word may grow by.
MAX_GROWTH: Final = 3

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

# Hamza, ZWNJ and ZWJ are part of words but never stretched.
_LETTERS: Final = "".join(sorted(JOINING_LETTERS | {"\u0621", "\u200c", "\u200d"}))
_WORD: Final = re.compile(f"[{_LETTERS}{HARAKAT}]+")
_MARKS: Final = re.compile(f"[{HARAKAT}]+")
_RIGHT_JOINING: Final = frozenset(RIGHT_JOINING)


class _Candidate(NamedTuple):
    """Where a word may be stretched: the rank (0 is the best), and the index of the character before."""

    rank: int
    after: int


def justified(
    cells: Sequence[Cell], text: str, offset: int, missing: int, *, unmarked: bool
) -> Sequence[Cell]:
    """Return the cells of a line, made `missing` cells wider by kashida.

    They are returned unchanged if that takes more than `MAX_GROWTH` cells for each word that can be
    stretched. A kashida is part of the cell of the letter before it.

    Args:
        cells: The cells of the line in visual order.
        text: The paragraph that the line is of.
        offset: The index where the paragraph begins in the text that was laid out.
        missing: The number of cells to add.
        unmarked: Whether harakat are not painted; words with harakat are stretched only then.
    """
    if not cells or missing <= 0:
        return cells
    numbers = {cell.start - offset: number for number, cell in enumerate(cells) if cell.rtl}
    start = min(cell.start for cell in cells) - offset
    end = max(cell.end for cell in cells) - offset
    candidates: list[_Candidate] = []
    for word in _WORD.finditer(text, start, end):
        candidate = _best_candidate(text, word.start(), word.end(), numbers, unmarked=unmarked)
        if candidate is not None:
            candidates.append(candidate)
    if len(candidates) * MAX_GROWTH < missing:
        return cells
    stretched = list(cells)
    for candidate, length in zip(candidates, _growths(candidates, missing), strict=True):
        if length:
            number = numbers[candidate.after]
            cell = cells[number]
            stretched[number] = cell._replace(text=KASHIDA * length + cell.text, width=cell.width + length)
    return stretched


def _best_candidate(
    text: str, start: int, end: int, cell_numbers: dict[int, int], *, unmarked: bool
) -> _Candidate | None:
    """Return where to stretch the word `text[start:end]`, None if nowhere.

    `cell_numbers` has the cells of the line by the index in `text` where each starts.
    """
    word = text[start:end]
    if _MARKS.search(word) and not unmarked:
        return None
    at = [start + index for index, letter in enumerate(word) if not _MARKS.match(letter)]
    letters = [text[index] for index in at]
    if "".join(letters[-3:]) == "لله":  # the name of God is never stretched
        return None
    best = None
    for index in range(len(letters) - 1):
        before, after = letters[index : index + 2]
        if not _joins(before, after) or at[index] not in cell_numbers or at[index + 1] not in cell_numbers:
            continue  # lam-alef is one cell: its alef has none
        rank = _rank(letters, index)
        if rank is not None and (best is None or rank <= best.rank):
            best = _Candidate(rank, at[index])
    if best is not None and len(letters) == 2:  # a word this short is stretched last
        return best._replace(rank=best.rank + _OTHER + 1)
    return best


def _joins(before: str, after: str) -> bool:
    """Return whether two neighbouring letters join, and not as lam-alef."""
    return (
        before in JOINING_LETTERS
        and before not in _RIGHT_JOINING
        and after in JOINING_LETTERS
        and not (before == LAM and after in ALEFS)
    )


def _rank(letters: Sequence[str], index: int) -> int | None:
    """Return the rank of a kashida after letter `index`, None if there can be none."""
    before, after = letters[index : index + 2]
    if before == KASHIDA:
        return _AFTER_KASHIDA
    if before in _SEEN_AND_SAD:
        return _AFTER_SEEN
    follows = letters[index + 2 : index + 3]
    if follows and _joins(after, follows[0]):
        ends = index + 3 == len(letters) or not _joins(follows[0], letters[index + 3])
        return _BEFORE_BEH if after in _BEHS and follows[0] in _REHS_AND_YEHS and ends else None
    if after == KASHIDA:
        return None
    for rank, group in zip(_FINAL_RANKS, _FINAL, strict=True):
        if after in group:
            return rank
    return _OTHER


def _growths(candidates: Sequence[_Candidate], missing: int) -> list[int]:
    """Return the cells that each word grows by: by rank, then far apart; all by one before any by two."""
    full, rest = divmod(missing, len(candidates))
    growths = [full] * len(candidates)
    chosen: list[int] = []
    unchosen = set(range(len(candidates)))
    for _ in range(rest):
        word = min(
            unchosen, key=lambda one: (candidates[one].rank, -_distance(one, chosen, len(candidates)), -one)
        )
        unchosen.remove(word)
        chosen.append(word)
        growths[word] += 1
    return growths


def _distance(word: int, chosen: Sequence[int], count: int) -> int:
    """Return how many words away the nearest chosen one is, `count` if none is."""
    return min((abs(word - other) for other in chosen), default=count)
