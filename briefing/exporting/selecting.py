"""Words of the article as the W3C's Web Annotation Data Model selects them: by themselves, and by position.

Positions count Unicode code points (as the model demands) in the article as the text of its paragraphs in
order, two LF between them; `briefing export -f text` numbers the same paragraphs.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import Any, Final

from briefing.document import Paragraph

_BETWEEN: Final = "\n\n"  # what stands between two paragraphs where positions are counted
_CONTEXT: Final = 32  # characters of a prefix and a suffix

#: A slice of a text: the index of its first character, and the index after its last.
Span = tuple[int, int]


def text_of(paragraphs: Sequence[Paragraph]) -> str:
    """Return the text in which positions are counted: all paragraphs, two LF between them."""
    return _BETWEEN.join(paragraph.text for paragraph in paragraphs)


class Selecting:
    """The selectors of an article's `paragraphs`, which are numbered from 1.

    With `has_quotes` words are given with those around them; with `is_whole` their position is known.
    """

    def __init__(self, paragraphs: Sequence[Paragraph], *, has_quotes: bool, is_whole: bool) -> None:
        self._paragraphs, self._has_quotes, self._is_whole = paragraphs, has_quotes, is_whole
        self.text = text_of(paragraphs)
        lengths = (len(one.text) + len(_BETWEEN) for one in paragraphs)
        self._starts = tuple(accumulate(lengths, initial=0))

    def quote(self, number: int, words: str) -> list[dict[str, Any]]:
        """Return the selectors of `words` where they first stand in a paragraph, else of the words alone."""
        start = self._paragraph_text(number).find(words) if words else -1
        if start >= 0:
            return self.span(number, (start, start + len(words)))
        return [{"type": "TextQuoteSelector", "exact": words}] if words and self._has_quotes else []

    def paragraph(self, number: int) -> list[dict[str, Any]]:
        """Return the selectors of a whole paragraph; none if there is no such one."""
        text = self._paragraph_text(number)
        return self.span(number, (0, len(text))) if text else []

    def span(self, number: int, span: Span) -> list[dict[str, Any]]:
        """Return the selectors of a slice of a paragraph's text."""
        own, begins = self._paragraph_text(number), self._starts[number - 1]
        start, end = begins + span[0], begins + span[1]
        selectors: list[dict[str, Any]] = []
        if self._has_quotes:
            words = own[span[0] : span[1]]
            before, after = own[max(0, span[0] - _CONTEXT) : span[0]], own[span[1] : span[1] + _CONTEXT]
            if self._stands_again(f"{before}{words}{after}"):  # other paragraphs tell it from its like
                before = self.text[max(0, start - _CONTEXT) : start]
                after = self.text[end : end + _CONTEXT]
            quote = {"type": "TextQuoteSelector", "exact": words, "prefix": before, "suffix": after}
            selectors.append(quote)
        if self._is_whole:
            selectors.append({"type": "TextPositionSelector", "start": start, "end": end})
        return selectors

    def _paragraph_text(self, number: int) -> str:
        return self._paragraphs[number - 1].text if 1 <= number <= len(self._paragraphs) else ""

    def _stands_again(self, words: str) -> bool:
        return self.text.find(words, self.text.find(words) + 1) >= 0
