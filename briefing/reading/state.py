"""The state of a reading: which view is open, where the reader stands in it, and what is marked."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, Self

from msgspec import Struct
from msgspec.structs import replace

from briefing.document import Briefing, Claim
from briefing.document.growing import Counted
from briefing.reading.jumps import NO_JUMPS, Jumps
from briefing.reading.marks import NO_MARKS, NO_SPANS, Marks, Spans
from briefing.reading.selection import Place, Selection
from briefing.reading.trail import Trail
from briefing.reading.views import Outline, View
from briefing.settings import Preferences
from briefing.settings.choices import ReadingWay

if TYPE_CHECKING:
    from briefing.reading.mentioning import Walk
    from briefing.reading.search import Search
    from briefing.settings.paragraph_ranges import ParagraphRanges
    from briefing.settings.positions import Position

PaneName = Literal["sidebar", "article", "summary", "timeline"]
#: The panes whose text can be selected.
TextPane = Literal["article", "summary"]
#: What a selection is in: one of these, or both in one pane, where its items are positions.
SelectedIn = Literal["article", "summary", "both"]


class Selected(NamedTuple):
    """What is selected, and the pane it is selected in."""

    pane: SelectedIn
    selection: Selection


class Stood(Struct, frozen=True):
    """Where the reader stood in a view that was left: on which passage, and on which item of its summary."""

    passage: int | None
    item: int | None


#: No view was left yet.
NO_PLACES: Final[Mapping[int, Stood]] = MappingProxyType({})


class Reading(Struct, frozen=True):
    """A briefing being read. It knows no screen: the same state can be painted, spoken or printed.

    `view` is the index of the open view in `views`, `focus` the pane that keys go to. The reader stands on
    `passage` (an index into the view's passages), `item` (into its summary; None: not there yet) and
    `event` (into the briefing's events); `places` are where they stood in views that were left, by the
    views' indices. `pinned` is evidence that stays lit until the reader leaves the paragraphs it stands in;
    `word` is the word that the reader has come to by words or sentences, on the passage they stood on then.
    `peeked` are the claims whose quotes are shown under them. `trail` says how far the reader has gone
    through the paragraphs of a claim or an event. `marks` are on show in the article, and claims that rest
    on paragraph number `linked` are marked in the summary. `order` are the events' indices in the order of
    time, empty until their dates are read. `counted` says how far a large text is counted; None for any
    other. `shows_resting`: it is shown where no claim rests, and which rest on little. `shows_marks`: whether
    the terminal puts harakat where they belong. `search` is what is searched for, None if nothing is. `jumps`
    are where the reader was before each jump, `walk` the mentions of a name gone through last;
    `shows_names`: all names in the article are lit. `seen` are the paragraphs that were in sight to their
    end, `awaited` is where the reader stood the last time, until it is counted. `zen`: only the text shows.
    """

    outline: Outline
    view: int = 0
    focus: PaneName = "article"
    passage: int | None = None
    item: int | None = None
    event: int | None = None
    word: Place | None = None
    places: Mapping[int, Stood] = NO_PLACES
    pinned: Spans = NO_SPANS
    trail: Trail | None = None
    marks: Marks = NO_MARKS
    linked: int | None = None
    peeked: frozenset[Claim] = frozenset()
    shows_resting: bool = False
    selected: Selected | None = None
    order: tuple[int, ...] = ()
    preferences: Preferences = Preferences()
    shows_marks: bool = True
    counted: Counted | None = None
    search: Search | None = None
    jumps: Jumps = NO_JUMPS
    walk: Walk | None = None
    shows_names: bool = False
    seen: ParagraphRanges = ()
    awaited: Position | None = None
    zen: bool = False

    @property
    def briefing(self) -> Briefing:
        """The briefing that is read."""
        return self.outline.briefing

    @property
    def views(self) -> tuple[View, ...]:
        """What can be opened."""
        return self.outline.views

    @property
    def open(self) -> View:
        """The view that is open."""
        return self.views[self.view]

    @property
    def number(self) -> int | None:
        """The number of the paragraph the reader stands on in the article."""
        return None if self.passage is None else self.open.number(self.passage)

    @property
    def standing_word(self) -> Place | None:
        """The word the reader stands on in the article; None: on a passage as a whole."""
        return self.word if self.word is not None and self.word.item == self.passage else None

    @property
    def claim(self) -> Claim | None:
        """The claim the reader stands on in the summary."""
        item = None if self.item is None else self.open.items[self.item]
        return item if isinstance(item, Claim) else None

    @property
    def way(self) -> ReadingWay:
        """How article and summary are read. Where there is no summary, there is but one way."""
        return self.preferences.way if self.outline.has_summary else "side-by-side"

    @property
    def home(self) -> TextPane:
        """The pane that one comes back to from elsewhere."""
        return "summary" if self.way == "english" else "article"

    @property
    def panes(self) -> tuple[PaneName, ...]:
        """The panes there are, in the order that Tab goes through them; in zen only those of the text.

        Read in one language, the text of the other is none of them: only a citation or an event leads there.
        """
        texts: list[PaneName] = [self.home]
        if self.outline.has_summary and self.way == "side-by-side":
            texts.append("summary")
        if self.zen:
            return tuple(texts)
        before: tuple[PaneName, ...] = ("sidebar",) if self.outline.has_choice else ()
        after: tuple[PaneName, ...] = ("timeline",) if self.briefing.events else ()
        return (*before, *texts, *after)

    def changed(self, **values: object) -> Self:
        """Return this reading with other values."""
        return replace(self, **values)
