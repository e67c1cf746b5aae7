"""What is said about a quote: whether its words stand in the article, and where."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

VerdictKind = Literal["exact", "but for", "near", "another paragraph", "stitched", "absent"]


class FoundWords(Struct, frozen=True):
    """Words of the article: `[start:end]` of the text of `paragraph` (from 1)."""

    paragraph: int
    start: int
    end: int
    words: str


class Verdict(Struct, frozen=True):
    """A verdict on one quote.

    `places` are where its words stand: of *stitched* its parts in their order, else one for each place, the
    likeliest first. `but_for` says in what the spelling differs; `score` (0 to 100) how near *near* is.
    `is_certain`: what would be right can be put without asking, the `words` of the first place.
    """

    kind: VerdictKind
    places: tuple[FoundWords, ...] = ()
    but_for: tuple[str, ...] = ()
    score: float = 0.0
    is_certain: bool = False
    is_cut_short: bool = False
