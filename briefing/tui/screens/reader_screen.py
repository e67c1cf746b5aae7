"""The reader's screen: it draws what a reading contains, and does the actions that are asked for."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Final

from msgspec.structs import replace
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.events import DescendantFocus
from textual.geometry import Region

from briefing.reading import Do, Effect, Notify, Result, Reveal, apply, contents
from briefing.reading.at_hand import at_hand
from briefing.reading.interleaving import shown_at
from briefing.reading.offering import nothing_for, offered
from briefing.reading.sidebar import sidebar_contents
from briefing.reading.state import PaneName, Reading
from briefing.settings.words import in_use
from briefing.tui.arrangement import arrangement
from briefing.tui.arranging import arrange
from briefing.tui.bindings import screen_bindings
from briefing.tui.counting import Counting
from briefing.tui.panes.article import Article
from briefing.tui.panes.key_bar import KeyBar
from briefing.tui.panes.pane import Pane
from briefing.tui.panes.sidebar import Sidebar
from briefing.tui.panes.summary import Summary
from briefing.tui.panes.title_bar import TitleBar
from briefing.tui.panes.together import Together
from briefing.tui.panes.too_small import TooSmall
from briefing.tui.textual_private.kept_rows import KeptRows
from briefing.tui.textual_private.own_size import OwnSizeScreen
from briefing.tui.timeline import Timeline

if TYPE_CHECKING:
    from textual.timer import Timer
    from textual.widgets import Input

    from briefing.document import Briefing
    from briefing.settings.positions import Position
    from briefing.tui.field import Field
    from briefing.tui.panes.paragraph_bar import ParagraphBar
    from briefing.tui.searching import Searching

# Seconds after a key in which the next one may come at once.
_PAUSED: Final = 0.05
CarryOut = Callable[[Effect], Awaitable[object] | None]
_ASK: Final = Do("paragraph")


def _arranged(reading: Reading) -> tuple[object, ...]:
    """What the arrangement of the panes depends on beside window and focus."""
    return reading.way, reading.zen, reading.preferences.scrolling


class ReaderScreen(KeptRows, OwnSizeScreen[None]):
    """Shows `reading`, as it was opened and then changes. What else it asks for, `carry_out` sees to."""

    BINDINGS: ClassVar[list[BindingType]] = screen_bindings()

    def __init__(self, opened: Result, carry_out: CarryOut) -> None:
        reading, self._effects = opened
        self.AUTO_FOCUS = f"#{reading.focus}"  # type: ignore[misc]  # Textual asks the screen itself
        super().__init__()
        self.reading = reading
        self._carry_out = carry_out
        self._title, self._keys = TitleBar(id="title"), KeyBar(id="keys")
        self._sidebar = Sidebar(id="sidebar", act=self.do)
        self._article = Article(id="article", act=self.do)
        self._summary = Summary(id="summary", act=self.do)
        self._together = Together(self._article, self._summary)
        self._timeline = Timeline(id="timeline", act=self.do)
        self._panes: dict[PaneName, Pane] = {
            "sidebar": self._sidebar,
            "article": self._article,
            "summary": self._summary,
            "timeline": self._timeline,
        }
        self.counting = Counting(self, carry_out, lambda: self._article.waits_for_end)
        self._offered = offered(reading.outline)
        self._searching: Searching | None = None
        self._field: ParagraphBar | None = None  # what is asked in the footer's place
        self._pause: Timer | None = None
        self._opening: Awaitable[object] | None = None  # what the next key waits for

    def compose(self) -> ComposeResult:
        """Panes without contents: `on_mount` hands them down."""
        side_by_side = (self._sidebar, self._article, self._summary)
        yield self._title
        yield from reversed(side_by_side) if in_use().mirrored else side_by_side
        yield self._timeline
        yield self._keys
        yield TooSmall(id="too-small")

    def on_mount(self) -> None:
        """Hand the contents down."""
        self._fold()
        self._draw()
        self._see_to(self._effects)
        self._draw_sidebar()
        self.call_after_refresh(self._paint_ahead if self.reading.counted is None else self.counting.go_on)

    # The reading.

    def do(self, name: str, *arguments: Any) -> None:
        """Do an action of the reading, show what has become of it, and see to the effects."""
        before = self.reading
        self.reading, effects = apply(before, name, *arguments)
        if self.reading is not before and self.is_mounted:
            if _arranged(before) != _arranged(self.reading):
                self._fold()
            self._follow_focus()
            self._draw()
        self._see_to(effects)
        if self.reading is not before and self.is_mounted:
            self._draw_sidebar(opens=self.reading.view != before.view)
            if self.reading.seen is not before.seen:
                self._paint_sidebar_later()
        if self.reading.search is not None and self.reading.search is not before.search:
            self._the_search().go_on()

    def reload(self, briefing: Briefing) -> None:
        """Put another state of the briefing under what is read: the reader stays where they are."""
        from briefing.reading.reloading import reloaded
        from briefing.tui.reloading import held, put_back

        holds, before = held(self), self.reading
        now = self.reading = reloaded(before, briefing)
        self._offered = offered(now.outline)
        self._fold()
        self._follow_focus()
        self._draw()
        put_back(holds, before, now)
        self._draw_sidebar()
        if now.search is not None:
            self._the_search().go_on()
        counts, self.counting.goes_on = self.counting.goes_on, now.counted is not None
        if now.counted is None or not counts:
            self.call_after_refresh(self._paint_ahead if now.counted is None else self.counting.go_on)

    def _see_to(self, effects: Sequence[Effect]) -> None:
        reveals: list[Reveal] = []
        for effect in effects:
            if isinstance(effect, Reveal):
                pane, item = shown_at(self.reading, effect.pane, effect.item)
                reveals.append(replace(effect, pane=pane, item=item))
        self._together.reveal(reveals)
        for effect in effects:
            if effect == _ASK:
                self._ask_paragraph()
            elif not isinstance(effect, Reveal):
                self._opening = self._carry_out(effect) or self._opening

    async def action_do(self, name: str, *arguments: Any) -> None:
        """Do an action that a key is bound to. A field it opens is there before the next key is taken."""
        self.do(name, *arguments)
        opening, self._opening = self._opening, None
        if opening is not None:
            await opening
            if self._field is not None:
                self.set_focus(self._field.field)

    def _draw(self) -> None:
        """Give every pane but the sidebar its contents; one for which nothing has changed does nothing."""
        shown = contents(self.reading)
        self._title.contents = shown.title
        self._keys.view_keys = shown.view_keys
        self._keys.offered = self._offered - nothing_for(self.reading.open)
        self._keys.hand = at_hand(self.reading)
        self._article.contents = shown.between or shown.article
        self._summary.contents = shown.summary
        self._timeline.contents = shown.timeline
        self._keys.search = shown.search
        if shown.search is not None and self._searching is not None:
            self._searching.drawn(shown.search)

    def _draw_sidebar(self, *, opens: bool = False) -> None:
        """Give the sidebar its contents. If a view `opens`, they say already what of that is in sight now."""
        if opens and (sight := self._article.new_sight()) is not None:
            self.reading = apply(self.reading, "seen", *sight).reading
        self._sidebar.contents = sidebar_contents(self.reading)

    # The field in the footer's place.

    def _ask_paragraph(self) -> None:
        """Ask for the number of a paragraph, if there are any."""
        from briefing.reading.paragraph_numbers import range_words

        numbers = range_words(self.reading)
        if self._field is None and numbers:
            from briefing.tui.panes.paragraph_bar import ParagraphBar  # Textual's field takes a while

            self._field = ParagraphBar(numbers)
            self._keys.display = False
            self._opening = self.mount(self._field)

    def action_close_field(self) -> None:
        """Give its row back to the footer."""
        if self._field is not None:
            self._field.remove()
            self._field, self._keys.display = None, True
            self._follow_focus()

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Go to the paragraph whose number was typed, or say what is wrong with it."""
        from briefing.reading.paragraph_numbers import fault, number_typed

        if not message.value.strip():
            self.action_close_field()
        elif wrong := fault(self.reading, message.value):
            self._carry_out(Notify(wrong))
        else:
            self.action_close_field()
            self.do("go-to", number_typed(message.value))

    # The focus, and what folds away.

    def _follow_focus(self) -> None:
        """Give Textual's focus to the pane that has the reading's; a field that is open keeps it."""
        wanted = self._pane_of(self.reading.focus)
        if self.is_searching:
            self._fold()
            return  # keys are for the field
        if self.focused is wanted or self._field is not None:
            return
        self._fold()  # before: what is not shown takes no focus
        if wanted.focusable:
            self.set_focus(wanted)  # at once: keys typed ahead are for this pane
        else:
            wanted.focus()

    def _pane_of(self, focus: PaneName) -> Pane:
        """The pane that has the focus when that text has it: one may show both."""
        both = self.reading.way == "interleaved" and focus == "summary"
        return self._article if both else self._panes[focus]

    @on(DescendantFocus)
    def _focus_moved(self) -> None:
        """Have the reading follow Textual's focus, which a click has moved."""
        if self.focused is not None and self.focused.id in self.reading.panes:
            if self.is_searching:
                self._close_search()
            if self.focused is not self._pane_of(self.reading.focus):
                self.do("focus", self.focused.id)
            self._fold()

    def on_resize(self) -> None:
        """Fold what the window has no room for."""
        self._fold()
        self.call_after_refresh(self._refocus)

    def _refocus(self) -> None:
        """Give the focus back to a pane that lost it while the window had no room for the pane; join them."""
        self._together.join()
        if self.focused is None:
            (self._open_field or self._pane_of(self.reading.focus)).focus()

    @property
    def _open_field(self) -> Field | None:
        """The field that is open in the footer's place."""
        if self._field is not None:
            return self._field.field
        return self._searching.field if self._searching is not None else None

    @on(Timeline.Ready)
    def _timeline_ready(self, message: Timeline.Ready) -> None:
        if self._timeline.is_ready and len(message.order) == len(self.reading.briefing.events):
            self.do("dates-read", message.order)  # else they are those of a briefing that was reloaded since
            self._fold()
            if self.reading.counted is None:
                self.call_after_refresh(self._paint_ahead)

    def _fold(self) -> None:
        """Arrange the panes for the window's size and the pane that has, or is to have, the focus."""
        columns, rows = self.app.size
        timeline = self._timeline
        can_draw = timeline.is_loaded or timeline.is_ready
        wanted = timeline.wanted_height(max(1, columns - 4)) + 2 if can_draw else None
        reading = self.reading
        mirrored = in_use().mirrored
        arranged = arrangement(
            columns,
            rows,
            reading.focus,
            wanted,
            reading.outline,
            way=reading.way,
            zen=reading.zen,
            mirrored=mirrored,
        )
        arrange(self, (self._title, *self._panes.values(), self._keys), arranged)
        sidebar = self._sidebar
        sidebar.framed = not arranged.is_horizontal
        for pane in (self._article, self._summary):
            pane.framed = not reading.zen
            pane.is_centred = arranged.is_alone
        both = reading.outline.has_claims and not arranged.has_one_text
        self._together.switch(both and reading.preferences.scrolling == "together")
        if mirrored:  # horizontal it is the first row of the grid, vertical its last column
            beside = self._summary if arranged.is_horizontal else self._article
            if arranged.is_horizontal != (self.children.index(sidebar) < self.children.index(beside)):
                if arranged.is_horizontal:
                    self.move_child(sidebar, before=beside)
                else:
                    self.move_child(sidebar, after=beside)

    # Searching.

    @property
    def is_searching(self) -> bool:
        """Whether a search is being typed."""
        return self._searching is not None and self._searching.is_open

    async def open_search(self) -> None:
        """Open the field of the search in place of the keys; it has the focus when this returns."""
        await self._the_search().open()

    def give_focus_back(self) -> None:
        """Give the focus to the pane that has the reading's, once the field is closed."""
        self._follow_focus()

    def _close_search(self) -> None:
        self._the_search().close()

    def _the_search(self) -> Searching:
        if self._searching is None:
            from briefing.tui.searching import Searching  # not on the way to the first frame

            self._searching = Searching(self)
        return self._searching

    @property
    def row_of_word(self) -> int:
        """The row of the screen in which the word stands that the reader stands on in the article."""
        word, pane = self.reading.standing_word, self._article
        row = pane.region.y + pane.has_frame + pane.cursor_row(word.start if word is not None else 0)
        return max(0, min(row, self.size.height - 1))

    @property
    def beside_the_article(self) -> Region:
        """Where the summary stands beside the article; an empty region if it does not."""
        both = self._summary.display and self._article.display
        return self._summary.region if both else Region()

    def position(self, position: Position) -> Position:
        """Return where the reader stands, as a position of the same text as `position`."""
        from briefing.reading.returning import position_of

        return position_of(self.reading, position, self._article.place_on_top)

    # What a later key would wait for.

    def _paint_ahead(self) -> None:
        if self._timeline.is_ready:  # else once it is
            from briefing.tui.painting_ahead import paint_ahead

            paint_ahead(self)

    def _paint_sidebar_later(self) -> None:
        """Paint ahead what the sidebar shows next, once the reader has paused."""
        if self._pause is not None:
            self._pause.stop()
        if self._timeline.is_ready and self.reading.counted is None:
            self._pause = self.set_timer(_PAUSED, self._paint_sidebar_ahead)

    def _paint_sidebar_ahead(self) -> None:
        from briefing.tui.painting_ahead import paint_sidebar_ahead

        paint_sidebar_ahead(self)
