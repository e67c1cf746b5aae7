"""The verdict on a quote, from *exact* down to *absent*."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from briefing.arabic.folding import Span
from briefing.document.model import Paragraph
from briefing.verifying.differences import differences
from briefing.verifying.spelling import MARKS, Spelling, at_words
from briefing.verifying.verdict import FoundWords, Verdict

# Characters of folded article that are looked through for all quotes of a check that are not exact: seconds.
_EFFORT: Final = 400_000_000
_LONGEST: Final = 10_000  # characters of a quote that is looked for in another spelling
_MOST_PLACES: Final = 20
_LEAST_UNSPACED: Final = 8  # letters of a quote that is looked for whatever its spaces


class Judge:
    """Gives verdicts on quotes from the same `paragraphs`."""

    def __init__(self, paragraphs: Sequence[Paragraph]) -> None:
        self._paragraphs = paragraphs
        self._spellings: dict[tuple[int, bool], Spelling] = {}
        self._left = _EFFORT
        self._size = sum(len(paragraph.text) for paragraph in paragraphs)

    def verdict(self, quote: str, number: int) -> Verdict:
        """Return the verdict on a `quote` said to stand in paragraph `number`, which may not exist."""
        own = self._paragraphs[number - 1] if 1 <= number <= len(self._paragraphs) else None
        if not quote.strip():
            return Verdict("absent")
        if own is not None and (start := own.text.find(quote)) >= 0:
            return Verdict("exact", (FoundWords(own.number, start, start + len(quote), quote),))
        if len(quote) > _LONGEST or self._left < 0:
            return self._elsewhere_exactly(quote) or Verdict("absent", is_cut_short=True)
        self._left -= 2 * self._size
        return (
            (self._but_for(quote, [own]) if own is not None else None)
            or self._elsewhere_exactly(quote)
            or self._elsewhere_but_for(quote)
            or self._in_parts_or_near(quote, number)
        )

    def spelling(self, paragraph: Paragraph, *, spaced: bool = True) -> Spelling:
        """Return a paragraph's spelling, made once."""
        key = (paragraph.number, spaced)
        if key not in self._spellings:
            self._spellings[key] = Spelling(paragraph.text, spaced=spaced)
        return self._spellings[key]

    def _elsewhere_exactly(self, quote: str) -> Verdict | None:
        places = tuple(
            FoundWords(paragraph.number, start, start + len(quote), quote)
            for paragraph in self._paragraphs
            if (start := paragraph.text.find(quote)) >= 0
        )
        return Verdict("another paragraph", places[:_MOST_PLACES]) if places else None

    def _elsewhere_but_for(self, quote: str) -> Verdict | None:
        found = self._but_for(quote, self._paragraphs)
        return Verdict("another paragraph", found.places, found.but_for) if found else None

    def _but_for(self, quote: str, paragraphs: Sequence[Paragraph]) -> Verdict | None:
        """The verdict if the quote stands in `paragraphs` in another spelling."""
        for spaced in (True, False):
            words = Spelling(quote, spaced=spaced).folded
            if not words or (not spaced and len(words) < _LEAST_UNSPACED):
                continue
            places: list[FoundWords] = []
            for paragraph in paragraphs:
                for span in self.spelling(paragraph, spaced=spaced).places(words):
                    places.append(_found(paragraph, _with_marks(quote, paragraph.text, span)))
                    if len(places) == _MOST_PLACES:
                        break
            # Where whole words fit, parts of others are not meant.
            whole = [place for place in places if _is_whole(place, self._paragraphs)]
            places = whole or places
            if places:
                is_certain = bool(whole) and len({place.words for place in places}) == 1
                but_for = differences(quote, places[0].words)
                return Verdict("but for", tuple(places), but_for, is_certain=is_certain)
        return None

    def _in_parts_or_near(self, quote: str, number: int) -> Verdict:
        from briefing.verifying.nearest import nearest  # takes rapidfuzz, which only a mistake needs
        from briefing.verifying.stitching import has_ellipsis, stitched

        spellings = [(paragraph.number, self.spelling(paragraph)) for paragraph in self._paragraphs]
        spellings.sort(key=lambda pair: pair[0] != number)
        if has_ellipsis(quote) and (parts := stitched(quote, spellings)):
            return Verdict("stitched", parts)
        near = nearest(Spelling(quote).folded, spellings)
        if near is not None and near.score >= _SURE:
            return _near(near.found, near.score)
        if parts := stitched(quote, spellings):
            return Verdict("stitched", parts)
        return _near(near.found, near.score) if near is not None else Verdict("absent")


_SURE: Final = 90.0  # a score from which on a quote is a slip of the pen, not a patchwork


def _near(found: FoundWords, score: float) -> Verdict:
    return Verdict("near", (found,), score=round(score, 1))


def _found(paragraph: Paragraph, span: Span) -> FoundWords:
    return FoundWords(paragraph.number, span.start, span.end, paragraph.text[span.start : span.end])


def _is_whole(place: FoundWords, paragraphs: Sequence[Paragraph]) -> bool:
    return at_words(paragraphs[place.paragraph - 1].text, Span(place.start, place.end))


def _with_marks(quote: str, text: str, span: Span) -> Span:
    """The span with the quotation marks around it where the quote has some there."""
    start, end = span
    inner = quote.strip()
    if inner[:1] in MARKS and text[start - 1 : start] in MARKS and start:
        start -= 1
    if inner[-1:] in MARKS and text[end : end + 1] and text[end] in MARKS:
        end += 1
    return Span(start, end)
