"""What each pane shows of a reading: all that it paints, as values that are equal if what is painted is.

A pane gets one of these and its size in cells. It paints each row from the value of one item, and nothing
else of the reading reaches the code that paints: so the rows can be kept under the values they were painted
from, and nothing that matters can be left out of the key.
"""

from __future__ import annotations

from collections.abc import Sequence
from types import ModuleType
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

from briefing.arabic import Presentation
from briefing.document import Briefing, Claim, Event, Origin, Title
from briefing.document.given import arrival
from briefing.document.growing import Counted
from briefing.reading.items import ClaimItem, PassageItem, TextItem
from briefing.reading.marks import Finder, Marks, Role, Span, TextMarks, in_order, marks_in
from briefing.reading.peeking import shown_text
from briefing.reading.preferring import presentation
from briefing.reading.selection import Place, Selection
from briefing.reading.sidebar import SidebarContents, sidebar_contents
from briefing.reading.state import PaneName, Reading
from briefing.reading.titles import Titles, titles_of
from briefing.reading.trail import Trail
from briefing.reading.views import Heading, View
from briefing.settings.words import say

if TYPE_CHECKING:
    from briefing.reading.interleaved import InterleavedContents
    from briefing.reading.lit import Lit
    from briefing.reading.search import Finds


class ArticleContents(Struct, frozen=True):
    """The passages of the open view. `number_digits`: how many digits the longest paragraph number has.

    `marks` are known by paragraph; what `finders` find, by role, is marked wherever it stands, text by text.
    `counted` says how far a large text is counted; None for one that is there as a whole. `word` is the one
    that the reader stands on, `status` is said in the frame.
    """

    titles: Titles
    view: View
    cursor: int | None
    marks: Marks
    selection: Selection | None
    has_focus: bool
    number_digits: int
    presentation: Presentation
    counted: Counted | None = None
    lit: Lit | None = None
    word: Place | None = None
    finders: tuple[tuple[Role, Finder], ...] = ()
    status: str = ""

    @property
    def hits(self) -> Sequence[int]:
        """The passages in which something is found, ascending."""
        return self.lit.items if self.lit is not None else ()

    def hit_places(self, index: int) -> Sequence[int]:
        """Return where in a passage the hits begin."""
        return self.lit.places(self.view.text(index)) if self.lit is not None else ()

    def item(self, index: int) -> PassageItem:
        """Return a passage by its index in the view."""
        passage, forms = self.view.passage(index), self.view.forms
        text, number = self.view.text(index), self.view.number(index)
        ends, last = self.view.ends(index), self.view.is_last(index)
        return PassageItem(
            text,
            passage.base,
            number if passage.start == 0 else None,
            ends and not last,
            in_order(
                *((role, spans) for role, find in self.finders if (spans := find(text))),
                *marks_in(self.marks, number, passage.start, passage.end),
                *_lit(self.lit, text, index),
            ),
            _selected(self.selection, index, text),
            index == self.cursor and self.has_focus,
            forms.below(passage.paragraph) if not last else 1,
            forms.form(passage.paragraph, passage.start, whole=ends and passage.start == 0),
            forms.inlines(passage.paragraph, passage.start, passage.end),
            (self.word.start, self.word.end) if self.word is not None and self.word.item == index else None,
        )


class SummaryContents(Struct, frozen=True):
    """The claims of the open view, and what stands between them."""

    titles: Titles
    view: View
    cursor: int | None
    linked: int | None
    selection: Selection | None
    has_focus: bool
    presentation: Presentation
    trail: Trail | None = None
    peeked: frozenset[Claim] = frozenset()
    shows_weak: bool = False
    lit: Lit | None = None

    @property
    def hits(self) -> Sequence[int]:
        """The items in which something is found, ascending."""
        return self.lit.items if self.lit is not None else ()

    def hit_places(self, index: int) -> Sequence[int]:
        """Return where in an item's text the hits begin."""
        return self.lit.places(self.view.item_text(index)) if self.lit is not None else ()

    def item(self, index: int) -> ClaimItem | TextItem:
        """Return an item of the summary by its index."""
        item = self.view.items[index]
        if not isinstance(item, Claim):
            text = self.view.item_text(index)
            kind = "heading" if isinstance(item, Heading) else "quiet" if item.quiet else "prose"
            marks = _lit(self.lit, text, index) if kind == "prose" else ()
            return TextItem(text, kind, _selected(self.selection, index, text), marks)
        citations = item.paragraphs
        text, quotes = shown_text(self.view, index, self.peeked)
        current = index == self.cursor
        return ClaimItem(
            text,
            citations,
            self.linked if self.linked in citations else None,
            _selected(self.selection, index, text),
            current,
            current and self.has_focus,
            self.trail.at if self.trail is not None and self.trail.origin is item and current else None,
            quotes,
            self.shows_weak and _is_weak(self.view.briefing, item),
            _lit(self.lit, text, index),
            item.drafted,
            item.likelihood,
            item.confidence,
        )


class TimelineContents(Struct, frozen=True):
    """The events of the briefing, and the index of the one selected.

    `at` says which of its paragraphs the reader has come to by way of it, counted from 0; None: none yet.
    """

    titles: Titles
    events: tuple[Event, ...]
    selected: int | None
    has_focus: bool
    presentation: Presentation
    at: int | None = None
    finds: Finds | None = None


class TitleContents(NamedTuple):
    """The title of the briefing in both languages.

    `encoding` is its text's, if it is not the usual one, `counting` how far a large text is counted.
    """

    title: Title
    presentation: Presentation
    encoding: str = ""
    counting: str = ""


class SearchContents(Struct, frozen=True):
    """What is said of a search: what was typed, which hit the reader is at, and how it is looked for."""

    typed: str
    said: str
    whole_words: bool = False
    regex: bool = False


class Contents(Struct, frozen=True):
    """What a whole screen shows. `view_keys` are the keys that open a view, the first and the last: `0-4`.

    `between` is what the article's pane shows where claims are read between the paragraphs.
    """

    title: TitleContents
    sidebar: SidebarContents
    article: ArticleContents
    summary: SummaryContents
    timeline: TimelineContents
    view_keys: str
    search: SearchContents | None = None
    between: InterleavedContents | None = None


def contents(reading: Reading) -> Contents:
    """Return what each pane shows of a reading.

    Equal readings give equal contents. The work does not grow with the length of the article: items are made
    one by one, when a pane asks for them.
    """
    shown, view = presentation(reading), reading.open
    titles = Titles(view.title, view.arabic)
    counted = reading.counted
    lit: ModuleType | None = None
    if reading.search is not None:
        from briefing.reading import lit as lighting  # not on the way to the first frame

        lit = lighting
    longest = counted.number_digits if counted is not None else len(str(len(reading.briefing.paragraphs)))
    article = ArticleContents(
        titles,
        view,
        reading.passage,
        _marks(reading),
        _selection(reading, "article"),
        reading.focus == "article",
        longest,
        shown,
        counted,
        lit.lit_in_article(reading) if lit is not None else None,
        reading.standing_word,
        _finders(reading),
        _status(reading),
    )
    summary = SummaryContents(
        titles_of("summary"),
        view,
        reading.item,
        reading.linked,
        _selection(reading, "summary"),
        reading.focus == "summary",
        shown,
        reading.trail,
        reading.peeked,
        reading.shows_resting,
        lit.lit_in_summary(reading) if lit is not None else None,
    )
    between = None
    if reading.way == "interleaved":
        from briefing.reading.interleaved import interleaved  # few read so

        between = interleaved(reading, article, summary)
    return Contents(
        TitleContents(reading.briefing.title, shown, _encoding(reading), _counting(reading)),
        sidebar_contents(reading),
        article,
        summary,
        TimelineContents(
            titles_of("timeline"),
            reading.briefing.events,
            reading.event,
            reading.focus == "timeline",
            shown,
            _place_in_event(reading),
            reading.search.query if reading.search is not None and reading.search.query else None,
        ),
        _view_keys(reading),
        _search(reading),
        between,
    )


def _lit(lit: Lit | None, text: str, index: int) -> TextMarks:
    return lit.marks(text, index) if lit is not None else ()


def _search(reading: Reading) -> SearchContents | None:
    """Return what is said of the search."""
    search = reading.search
    if search is None:
        return None
    from briefing.reading.search_words import said_of

    return SearchContents(search.typed, said_of(reading, search), search.whole_words, search.regex)


def _counting(reading: Reading) -> str:
    """Return how far a large text is counted; "" once all of it is, and for any other."""
    counted = reading.counted
    return "" if counted is None or counted.percent == 100 else say("title.counting", percent=counted.percent)


def _encoding(reading: Reading) -> str:
    """Return what the encoding of a document's text is called and how that is known; "" for plain UTF-8."""
    known: Counted | Origin | None = reading.counted or arrival(reading.briefing)
    if known is None or not known.encoding or (known.encoding == "UTF-8" and not known.lost):
        return ""
    return say(f"encoding.{known.encoding_from}", encoding=known.encoding)


def _place_in_event(reading: Reading) -> int | None:
    """Return which of the selected event's paragraphs the reader has come to by way of it."""
    trail, event = reading.trail, reading.event
    here = trail is not None and event is not None and trail.origin is reading.briefing.events[event]
    return trail.at if trail is not None and here else None


def _selection(reading: Reading, pane: PaneName) -> Selection | None:
    selected = reading.selected
    return selected.selection if selected is not None and selected.pane == pane else None


def _selected(selection: Selection | None, index: int, text: str) -> Span | None:
    return selection.in_item(index, len(text)) if selection is not None else None


def _marks(reading: Reading) -> Marks:
    """What is marked by paragraph: what the reader's place has lit, and what stays marked once asked for."""
    return {**reading.marks, "bare": reading.outline.bare} if reading.shows_resting else reading.marks


def _finders(reading: Reading) -> tuple[tuple[Role, Finder], ...]:
    """What is marked for what its words are, looked for in a passage when that comes into sight."""
    return (("name", reading.outline.names.spans),) if reading.shows_names else ()


def _is_weak(briefing: Briefing, claim: Claim) -> bool:
    from briefing.reading.resting import is_weak  # few ask for it

    return is_weak(briefing, claim)


def _status(reading: Reading) -> str:
    """What is said of the name that the reader stands on."""
    if reading.standing_word is None:
        return ""
    from briefing.reading.mentioning import status  # not on the way to the first frame

    return status(reading)


def _view_keys(reading: Reading) -> str:
    keys = sorted(view.digit for view in reading.views[:10] if view.digit)
    return "-".join(dict.fromkeys((keys[0], keys[-1])))
