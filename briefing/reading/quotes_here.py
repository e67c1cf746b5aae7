"""The words of the article that a claim made here would quote: what is selected, or the sentence at hand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from briefing.document.model import Citation
from briefing.reading.marks import Span
from briefing.reading.state import Reading

#: Characters that can be quoted at once, in all.
MOST: Final = 10_000
# Signs that open a sentence, at most, and the blank before them.
_OPENING: Final = 20


class QuotesHere(NamedTuple):
    """Quotes by the number of their paragraph; `chosen`: they were selected, not proposed."""

    citations: tuple[Citation, ...] = ()
    chosen: bool = False

    @property
    def is_too_long(self) -> bool:
        """Whether that is more than anybody quotes."""
        return sum(len(one.quote) for one in self.citations) > MOST


def quotes_here(reading: Reading) -> QuotesHere:
    """Return what is selected of the article, paragraph by paragraph; else the sentence the reader stands on.

    On a passage as a whole that is its first sentence. There are none where there is no article, or where
    what is selected has no letter or digit.
    """
    if reading.selected is not None and reading.selected.pane != "summary":
        found = dict(_selected(reading))
        if found:
            texts = ((number, "".join(parts).strip()) for number, parts in found.items())
            return QuotesHere(tuple(Citation(*one) for one in texts if _says_something(one[1])), chosen=True)
    if reading.passage is None:
        return QuotesHere()
    text = reading.open.text(reading.passage)
    word = reading.standing_word
    quote = text[slice(*sentence_at(text, 0 if word is None else word.start))].strip()
    number = reading.open.number(reading.passage)
    return QuotesHere((Citation(number, quote),) if _says_something(quote) else ())


def _selected(reading: Reading) -> Iterator[tuple[int, list[str]]]:
    """The parts of the article that are selected, by the number of their paragraph."""
    assert reading.selected is not None
    pane, selection = reading.selected
    parts: dict[int, list[str]] = {}
    room = MOST + 1
    for index in selection.items:
        own, at = reading.open.interleaving.entry(index) if pane == "both" else (pane, index)
        if own != "article" or room <= 0:
            continue
        text = reading.open.text(at)
        slice_ = selection.in_item(index, len(text))
        part = text[slice(*(slice_ or (0, 0)))]
        room -= len(part)
        parts.setdefault(reading.open.number(at), []).append(part)
    yield from parts.items()


def sentence_at(text: str, at: int) -> Span:
    """Return the sentence of `text` that holds index `at`, as a slice, with a bracket that opens it."""
    from briefing.reading.words_in import sentence_starts

    starts = [_opened(text, start) for start, _ in sentence_starts(text)]
    starts[:1] = [0]  # what stands before the first is its own
    start = max(one for one in starts if one <= at)
    return start, min((one for one in starts if one > at), default=len(text))


def _opened(text: str, start: int) -> int:
    """Where a sentence that begins at `start` is opened, by brackets and quotation marks right before it."""
    opening = re.search(r"(?:\A|(?<=\s))[^\w\s]+\Z", text[max(0, start - _OPENING) : start])
    return start - len(opening[0]) if opening else start


def _says_something(text: str) -> bool:
    return any(map(str.isalnum, text))
