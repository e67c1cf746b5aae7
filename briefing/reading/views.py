"""The views of a briefing, one of which is open at a time: each section is one, and the full article."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from briefing.document import (
    FULL_KEY,
    Briefing,
    Claim,
    Paragraph,
    Section,
    Title,
    has_summary,
    is_whole,
    sections_shown,
)
from briefing.document.growing import GrowingParagraphs
from briefing.reading.forms import Forms
from briefing.settings.words import say

if TYPE_CHECKING:
    from briefing.reading.interleaving import Interleaving
    from briefing.reading.links import Link
    from briefing.reading.mentions import NameTable
    from briefing.reading.passages import Passage

#: The digit that opens the full article.
FULL_DIGIT: Final = "0"
_DIGITS: Final = "123456789"
# Characters up to which every paragraph is a passage as it is: then nothing need be looked through.
_WHOLE: Final = 1 << 15


# Characters of a title that may be cut where it stands in a row: it is said in full over its summary.
_LONG_TITLE: Final = 30


class Heading(Struct, frozen=True):
    """A line over the claims of a section, or over the bottom line."""

    text: str


class Prose(Struct, frozen=True):
    """Text that is no claim: the bottom line, or a remark of the program's own (`quiet`)."""

    text: str
    quiet: bool = False


#: What stands in the summary, one under the other.
SummaryItem = Heading | Prose | Claim


class View:
    """What one section (or the full article) shows. Two views are equal only if they are the same object.

    `digit` is the key that opens it, empty past the ninth section. Whatever takes time is found out once,
    when it is first asked for. What the article shows one under the other are passages: each a paragraph, or
    a part of a very long one.
    """

    def __init__(self, briefing: Briefing, section: Section, digit: str) -> None:
        self.briefing = briefing
        self.section = section
        self.digit = digit
        self._part = lru_cache(maxsize=16)(self._cut)
        self._item_texts: dict[int, str] = {}

    @property
    def key(self) -> str:
        """The section's key; `full` for the full article."""
        return self.section.key

    @property
    def title(self) -> str:
        """The English title, or what goes for one where there is none at all; "" if it is only Arabic."""
        if self.key == FULL_KEY:
            return say("view.full")
        return self.section.title or ("" if self.section.arabic else self._unnamed.english)

    @property
    def arabic(self) -> str:
        """The Arabic title; empty if there is none."""
        if self.key == FULL_KEY:
            return say("view.full.arabic")
        return self.section.arabic or ("" if self.section.title else self._unnamed.arabic)

    @cached_property
    def _unnamed(self) -> Title:
        """What is called a section without titles: before the first heading the document's own title."""
        briefing = self.briefing
        if len(briefing.sections) < 2 or self.section is not briefing.sections[0]:
            return Title(say("view.text"), say("view.text.arabic"))
        if briefing.origin is not None and briefing.origin.title:
            return briefing.title
        return Title(say("view.beginning"), say("view.beginning.arabic"))

    @property
    def name(self) -> str:
        """The title where there is room for one: the English one, or the Arabic if there is no other."""
        return self.title or self.arabic

    @cached_property
    def paragraphs(self) -> Sequence[Paragraph]:
        """The paragraphs, in the order of the section."""
        if self.key == FULL_KEY:
            return self.briefing.paragraphs
        return tuple(map(self.briefing.paragraph, self.section.paragraphs))

    @cached_property
    def numbers(self) -> Sequence[int]:
        """The numbers of the paragraphs, ascending."""
        return sorted(self.section.paragraphs)

    def index_of(self, number: int | None) -> int | None:
        """Return where paragraph `number` stands among `paragraphs`; None if it is not here."""
        if number is None or not self.paragraphs:
            return None
        likely = number - self.paragraphs[0].number  # most sections hold neighbours
        if 0 <= likely < len(self.paragraphs) and self.paragraphs[likely].number == number:
            return likely
        return self._indices.get(number)

    @cached_property
    def _indices(self) -> Mapping[int, int]:
        return {paragraph.number: index for index, paragraph in enumerate(self.paragraphs)}

    @cached_property
    def forms(self) -> Forms:
        """How the paragraphs are set, by their index among `paragraphs`."""
        return Forms(self.paragraphs)

    @property
    def links(self) -> tuple[Link, ...]:
        """The links in the paragraphs."""
        from briefing.reading.links import links_in

        return links_in(self.paragraphs) if self.has_links else ()

    @cached_property
    def has_links(self) -> bool:
        """Whether any of the paragraphs has a link."""
        return _have_links(self.briefing, self.paragraphs)

    # Passages.

    @cached_property
    def _passages(self) -> Sequence[Passage] | None:
        if all(len(paragraph.text) <= _WHOLE for paragraph in self.paragraphs):
            return None
        from briefing.reading.passages import passages_of

        return passages_of(self.paragraphs)

    @property
    def count(self) -> int:
        """The number of passages."""
        return len(self._passages or self.paragraphs)

    def passage(self, index: int) -> Passage:
        """Return a passage by its index."""
        if self._passages:
            return self._passages[index]
        from briefing.reading.passages import Passage

        return Passage(index, 0, len(self.paragraphs[index].text))

    def paragraph(self, index: int) -> Paragraph:
        """Return the paragraph that passage `index` is, or is a part of."""
        return self.paragraphs[self._passages[index].paragraph if self._passages else index]

    def number(self, index: int) -> int:
        """Return the number of the paragraph that passage `index` is, or is a part of."""
        return self.paragraph(index).number

    def ends(self, index: int) -> bool:
        """Return whether a paragraph ends with passage `index`."""
        passage = self.passage(index)
        return passage.end == len(self.paragraphs[passage.paragraph].text)

    def is_last(self, index: int) -> bool:
        """Return whether passage `index` is of the last paragraph."""
        return self.passage(index).paragraph == len(self.paragraphs) - 1

    def text(self, index: int) -> str:
        """Return the text of a passage, as its author wrote it."""
        return self._part(index) if self._passages else self.paragraphs[index].text

    def _cut(self, index: int) -> str:
        passage = self.passage(index)
        return self.paragraphs[passage.paragraph].text[passage.start : passage.end]

    def passage_of(self, number: int | None, start: int = 0) -> int | None:
        """Return the index of the passage that holds character `start` of paragraph `number`."""
        index = self.index_of(number)
        if index is None or not self._passages:
            return index
        return bisect_right(self._passages, (index, start), key=lambda passage: passage[:2]) - 1

    def passages_beside(self, index: int) -> range:
        """Return the indices of the passages that make up the same paragraph as passage `index`."""
        if not self._passages:
            return range(index, index + 1)
        own = self._passages[index].paragraph
        first = bisect_left(self._passages, own, key=lambda passage: passage.paragraph)
        return range(first, bisect_right(self._passages, own, key=lambda passage: passage.paragraph))

    # The summary.

    @cached_property
    def items(self) -> tuple[SummaryItem, ...]:
        """The summary: claims; for the whole article under the bottom line, and by section."""
        items: list[SummaryItem] = []
        if self.key != FULL_KEY and max(len(self.title), len(self.arabic)) > _LONG_TITLE:
            items += [Heading(self.name), *([Prose(self.arabic)] if self.title and self.arabic else ())]
        if self.shows_bottom_line:
            items += [Heading(say("summary.bottom-line")), Prose(self.briefing.bottom_line)]
        if self.key != FULL_KEY:
            items += self.section.claims
        else:
            for section in self.briefing.sections:
                if section.claims:
                    items += [Heading(section.title or section.arabic), *section.claims]
        if not self.has_summary:
            elsewhere = has_summary(self.briefing)
            items.append(Prose(say("summary.none-here" if elsewhere else "summary.none"), quiet=True))
        return tuple(items)

    @property
    def has_summary(self) -> bool:
        """Whether anything is said about it: claims or the bottom line."""
        return bool(self.section.claims) or self.shows_bottom_line

    @property
    def shows_bottom_line(self) -> bool:
        """Whether the summary begins with the bottom line: that of the whole article does."""
        return bool(self.briefing.bottom_line) and is_whole(self.briefing, self.section)

    @cached_property
    def interleaving(self) -> Interleaving:
        """What stands where when the items are read between the passages."""
        from briefing.reading.interleaving import Interleaving

        return Interleaving(self)

    def item_text(self, index: int) -> str:
        """Return the text of an item of the summary as it is shown: its white space as single spaces."""
        text = self._item_texts.get(index)
        if text is None:
            text = self._item_texts[index] = " ".join(self.items[index].text.split())
        return text

    def first_claim_on(self, number: int | None) -> int | None:
        """Return the index in `items` of the first claim that rests on paragraph `number`; None for none."""
        return None if number is None else self._first_claims.get(number)

    @cached_property
    def first_claim(self) -> int | None:
        """The index in `items` of the first claim; None if there is none."""
        return next((n for n, item in enumerate(self.items) if isinstance(item, Claim)), None)

    @cached_property
    def _first_claims(self) -> Mapping[int, int]:
        first: dict[int, int] = {}
        for index, item in enumerate(self.items):
            for citation in item.citations if isinstance(item, Claim) else ():
                first.setdefault(citation.paragraph, index)
        return first


class Outline:
    """The views of a briefing, the full article first and its sections in order, and what rests on what.

    The first view has the whole article in any case: it may be the only section. Two outlines are equal only
    if they are the same object.
    """

    def __init__(self, briefing: Briefing) -> None:
        self.briefing = briefing
        sections = sections_shown(briefing)
        before = len(sections) - len(briefing.sections)
        view: type[View] = View
        if isinstance(briefing.paragraphs, GrowingParagraphs):
            from briefing.reading.growing_view import GrowingView

            view = GrowingView
        self.views = tuple(
            view(briefing, section, _digit(index - before, section)) for index, section in enumerate(sections)
        )

    def first_event_on(self, *numbers: int | None) -> int | None:
        """Return the index of the first event on the first of these paragraphs, or else on the next."""
        found = (self._first_events.get(number) for number in numbers if number is not None)
        return next((index for index in found if index is not None), None)

    @cached_property
    def _first_events(self) -> Mapping[int, int]:
        first: dict[int, int] = {}
        for index, event in enumerate(self.briefing.events):
            for number in event.paragraphs:
                first.setdefault(number, index)
        return first

    @property
    def has_choice(self) -> bool:
        """Whether there is more than one view to open."""
        return len(self.views) > 1

    @property
    def has_summary(self) -> bool:
        """Whether anything is said about the article: claims or a bottom line."""
        return has_summary(self.briefing)

    @cached_property
    def bare(self) -> Mapping[int, tuple[tuple[int, int], ...]]:
        """The numbers of the paragraphs on which no claim rests, where any claim is made; as whole marks."""
        if not self.has_claims:
            return {}
        claims = (claim for section in self.briefing.sections for claim in section.claims)
        cited = {number for claim in claims for number in claim.paragraphs}
        return {one.number: () for one in self.briefing.paragraphs if one.number not in cited}

    @property
    def has_events(self) -> bool:
        """Whether there is a timeline."""
        return bool(self.briefing.events)

    @cached_property
    def has_links(self) -> bool:
        """Whether words anywhere in the article lead to an address."""
        return _have_links(self.briefing, self.briefing.paragraphs)

    @cached_property
    def names(self) -> NameTable:
        """The names, to be found in texts, by their indices in the briefing."""
        from briefing.reading.mentions import NameTable

        return NameTable([name.arabic for name in self.briefing.names])

    @cached_property
    def has_claims(self) -> bool:
        """Whether anything is claimed about the article."""
        return any(section.claims for section in self.briefing.sections)


def _have_links(briefing: Briefing, paragraphs: Sequence[Paragraph]) -> bool:
    """Whether paragraphs have links; a plain text, of which there may be a great deal, never has."""
    if briefing.origin is not None and briefing.origin.format == "text":
        return False
    return any(inline.kind == "link" for one in paragraphs if one.inlines for inline in one.inlines)


def _digit(index: int, section: Section) -> str:
    if section.key == FULL_KEY:
        return FULL_DIGIT
    return _DIGITS[index] if index < len(_DIGITS) else ""
