"""The view of a text that is counted while it is read: its passages are the parts of the text."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from briefing.arabic import Direction, resolve
from briefing.document import Briefing, Paragraph, Section
from briefing.document.growing import GrowingParagraphs, ParagraphPart
from briefing.document.long_paragraphs import LENGTH
from briefing.reading.forms import PLAIN, Form, Forms, InlineMarks
from briefing.reading.passages import Passage
from briefing.reading.views import View


class PlainForms(Forms):
    """The forms of paragraphs that are text and nothing else."""

    def form(self, at: int, start: int = 0, *, whole: bool = True) -> Form:
        """Return the form of a passage."""
        return PLAIN

    def below(self, at: int) -> int:
        """Return how many blank rows part a paragraph from the next."""
        return 1

    def inlines(self, at: int, start: int, end: int) -> InlineMarks:
        """Return what is set in a passage in a way of its own."""
        return ()


class GrowingView(View):
    """A view of the whole of such a text. No more of it is looked at than what is asked for."""

    def __init__(self, briefing: Briefing, section: Section, digit: str) -> None:
        super().__init__(briefing, section, digit)
        assert isinstance(briefing.paragraphs, GrowingParagraphs)
        self._growing = briefing.paragraphs
        self._base = lru_cache(maxsize=16)(self._base_of_line)

    @property
    def paragraphs(self) -> Sequence[Paragraph]:
        """The paragraphs that are counted."""
        return self._growing

    def index_of(self, number: int | None) -> int | None:
        """Return where paragraph `number` stands; None if it is not counted."""
        return number - 1 if number is not None and 1 <= number <= len(self._growing) else None

    @property
    def forms(self) -> Forms:  # a plain text's paragraphs are nothing else
        """How the paragraphs are set: all in one way."""
        return PlainForms(())

    @property
    def has_links(self) -> bool:
        """Whether any of the paragraphs has a link: none of a plain text does."""
        return False

    @property
    def count(self) -> int:
        """The number of passages that are counted."""
        return self._growing.counted.parts

    def passage(self, index: int) -> Passage:
        """Return a passage by its index."""
        part = self._growing.part(index)
        base = None if part.line == index else self._base(part.line)
        return Passage(part.number - 1, part.start, part.start + len(part.text), base)

    def _base_of_line(self, index: int) -> Direction:
        """The direction of the line that begins in passage `index` and goes on in the next."""
        text = self._growing.part(index).text
        start = text.rfind("\n") + 1
        return resolve(text[start : start + LENGTH]).base

    def paragraph(self, index: int) -> Paragraph:
        """Return the paragraph that passage `index` is, or is a part of: all of it, however long."""
        return self._growing[self._growing.part(index).number - 1]

    def number(self, index: int) -> int:
        """Return the number of that paragraph."""
        return self._growing.part(index).number

    def ends(self, index: int) -> bool:
        """Return whether a paragraph ends with passage `index`."""
        return self._growing.part(index).ends

    def is_last(self, index: int) -> bool:
        """Return whether nothing follows on passage `index`."""
        return self._growing.part(index).is_last

    def text(self, index: int) -> str:
        """Return the text of a passage, as its author wrote it."""
        return self._growing.part(index).text

    def passage_of(self, number: int | None, start: int = 0) -> int | None:
        """Return the index of the passage that holds character `start` of paragraph `number`."""
        return None if number is None else self._growing.part_of(number, start)

    def passages_beside(self, index: int) -> range:
        """Return the indices of the passages that make up the same paragraph as passage `index`."""
        part: ParagraphPart = self._growing.part(index)
        if part.start == 0 and part.ends:
            return range(index, index + 1)
        first = self._growing.part_of(part.number) or 0
        after = self._growing.part_of(part.number + 1)
        return range(first, self.count if after is None else after)
