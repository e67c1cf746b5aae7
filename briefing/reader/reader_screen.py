"""The one screen: it hands the briefing down to the panes, and what they say up to one another."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import ClassVar, Final

import msgspec
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.events import DescendantFocus
from textual.geometry import Size
from textual.reactive import reactive
from textual.screen import Screen
from textual.widget import Widget

from briefing.document import Briefing, Claim, Paragraph, Section
from briefing.preferences import Preferences
from briefing.printing import claim_text, section_text
from briefing.reader.article import Article, Spans
from briefing.reader.folding import CLASSES, fold
from briefing.reader.key_bar import KeyBar
from briefing.reader.keys import screen_bindings
from briefing.reader.pane import Pane, Titles
from briefing.reader.preferred import reading_of, switched
from briefing.reader.requests import CopyText, KeepPreferences, SavePicture
from briefing.reader.selecting import TextView
from briefing.reader.sidebar import Sidebar
from briefing.reader.summary import Summary
from briefing.reader.timeline import Timeline
from briefing.reader.title_bar import TitleBar
from briefing.reader.too_small import TooSmall
from briefing.reader.view import Contents, digits, evidence, occurrences, sections_shown
from briefing.reader.window_sized import WindowSized

# Characters up to which the other sections are laid out ahead, and the seconds between one step and the next.
_SHORT: Final = 100_000
_BREATH: Final = 0.01
_SUMMARY: Final = Titles("Summary", "الملخص")


class ReaderScreen(WindowSized, Screen[None]):
    """A briefing, one section at a time. `section` is the index of the one on show.

    `preferences` say how its text is painted; what they leave to the terminal depends on `shows_marks`.
    """

    AUTO_FOCUS = "#article"
    BINDINGS: ClassVar[list[BindingType]] = list(screen_bindings())

    section: reactive[int] = reactive(0, init=False, repaint=False)
    preferences: reactive[Preferences] = reactive(Preferences, init=False, repaint=False)
    shows_marks: reactive[bool] = reactive(True, init=False, repaint=False)

    def __init__(
        self,
        briefing: Briefing,
        section: int,
        size: Size,
        preferences: Preferences | None = None,
        shows_marks: bool = True,
    ) -> None:
        # In the right classes from the start, nothing needs to be styled twice before the first frame.
        super().__init__(classes=" ".join(fold(*size, "article", None).classes))
        self.briefing = briefing
        self.sections = sections_shown(briefing)
        if not any(section.claims for section in self.sections):
            self.add_class("-no-claims")
        if not briefing.events:
            self.add_class("-no-events")
        self.set_reactive(ReaderScreen.section, section)
        self.set_reactive(ReaderScreen.preferences, preferences or Preferences())
        self.set_reactive(ReaderScreen.shows_marks, shows_marks)
        self._grid_rows = ""
        self._held: Spans = {}
        self._contents = Contents(briefing)
        self._pane = (
            "article"  # the id of the pane that has the focus, or had it before the window was too small
        )

    def compose(self) -> ComposeResult:
        """Panes without content: `on_mount` hands it down."""
        yield TitleBar(id="title")
        yield Sidebar(id="sidebar")
        yield Article(id="article")
        yield Summary(id="summary")
        yield Timeline(id="timeline")
        yield KeyBar(id="keys")
        yield TooSmall(id="too-small")

    def on_mount(self) -> None:
        """Hand the briefing down."""
        self.query_one(TitleBar).title = self.briefing.title
        sidebar = self.query_one(Sidebar)
        sidebar.keys = digits(self.sections)
        sidebar.sections = self.sections
        sidebar.titles = Titles("Sections", "الأقسام")
        written = sorted(filter(None, sidebar.keys))
        self.query_one(KeyBar).digits = "-".join(dict.fromkeys((written[0], written[-1])))
        self.query_one(Article).digits = len(str(len(self.briefing.paragraphs)))
        timeline = self.query_one(Timeline)
        timeline.titles = Titles("Timeline", "التسلسل الزمني")
        timeline.events = self.briefing.events
        timeline.selected = 0 if self.briefing.events else None
        self._fold()
        self._read_as_preferred()
        self._show_section()
        self.call_after_refresh(self._lay_out_ahead)

    # Sections.

    def watch_section(self) -> None:
        """Show another section."""
        self._show_section()

    def _show_section(self) -> None:
        section = self.sections[self.section]
        article, summary = self.query_one(Article), self.query_one(Summary)
        self.query_one(Sidebar).current = self.section
        article.lit, article.cited = {}, frozenset()
        article.paragraphs, article.titles = self._content(section)
        summary.set_reactive(Summary.number, None)
        summary.items = self._contents.summary(section)
        summary.titles = _SUMMARY
        self._link()

    @on(Sidebar.Chosen)
    def _chosen(self, message: Sidebar.Chosen) -> None:
        self.section = message.index

    def action_open_section(self, index: int) -> None:
        """Show the section with that number key."""
        if str(index + 1) in digits(self.sections):
            self.section = index

    def action_open_full(self) -> None:
        """Show the full article."""
        self.section = len(self.sections) - 1

    def action_step_section(self, step: int) -> None:
        """Show the next section or the one before."""
        self.section = max(0, min(len(self.sections) - 1, self.section + step))

    # Claims and evidence: the pane that has the focus leads, the other shows what belongs to it.

    def _link(self) -> None:
        article, summary = self.query_one(Article), self.query_one(Summary)
        if article.has_focus:
            if article.number not in self._held:
                self._held = {}
            article.lit, article.cited = self._held, frozenset(self._held)
            summary.number = article.number
            self._show_event_of(article.number)
        elif summary.has_focus:
            summary.number = None
            self._light(evidence(self.briefing, summary.claim))
            self._show_event_of(*(summary.claim.paragraphs if summary.claim else ()))

    def _light(self, spans: Spans) -> None:
        """Light up words in the article and bring the first of them that it shows into sight."""
        article = self.query_one(Article)
        article.lit, article.cited = spans, frozenset(spans)
        shown = [number for number in spans if article.index_of(number) is not None]
        if shown:  # the last first: so the first is in sight in any case, and the last if there is room
            first, last = (
                choose(shown, key=lambda number: article.index_of(number) or 0) for choose in (min, max)
            )
            article.show_paragraph(last, spans[last][-1][1] - 1)
            article.show_paragraph(first, spans[first][0][0])

    @on(DescendantFocus)
    def _focus_moved(self, event: DescendantFocus) -> None:
        self._fold(event.widget.id)
        self._link()

    @on(Article.Moved)
    @on(Summary.Moved)
    def _moved(self) -> None:
        self._link()

    @on(Summary.Opened)
    def _claim_opened(self, message: Summary.Opened) -> None:
        self._go_to(message.claim.paragraphs[0], evidence(self.briefing, message.claim))

    def _go_to(self, number: int, held: Spans | None = None) -> None:
        """Put the reader on paragraph `number`, in this section or else in the full article.

        The words in `held` are lit until the reader leaves the paragraphs they stand in.
        """
        article = self.query_one(Article)
        if article.index_of(number) is None:
            self.section = len(self.sections) - 1
        self._held = held or {}
        self._focus_pane(article)
        article.go_to(number)
        self._light(self._held)

    def show_name(self, forms: tuple[str, ...]) -> None:
        """Light up a name wherever it stands, and go to the first place."""
        spans = occurrences(self.briefing, forms)
        if spans:
            self._go_to(min(spans), spans)

    # The timeline.

    def _show_event_of(self, *numbers: int | None) -> None:
        """Select the first event that rests on the first paragraph, or else on the next."""
        first = self._contents.first_events
        for number in numbers:
            if number is not None and number in first:
                self.query_one(Timeline).selected = first[number]
                return

    @on(Timeline.Ready)
    def _timeline_ready(self) -> None:
        self._fold()

    def _lay_out_ahead(self) -> None:
        """What other sections show, so that a key need not wait for it."""
        texts = sum(len(paragraph.text) for paragraph in self.briefing.paragraphs)
        claims = sum(len(claim.text) for claim in self.sections[-1].claims)
        if texts + claims < _SHORT:
            article, summary = self.query_one(Article), self.query_one(Summary)
            prepare = [partial(article.prepare, paragraph) for paragraph in self.briefing.paragraphs]
            prepare += [partial(summary.prepare, claim) for claim in self.sections[-1].claims]
            keyed = [
                section for section, key in zip(self.sections, digits(self.sections), strict=True) if key
            ]
            prepare += [partial(self._paint_ahead, section) for section in keyed]
            self._prepare(iter(prepare))

    def _paint_ahead(self, section: Section) -> None:
        article, summary = self.query_one(Article), self.query_one(Summary)
        if article.has_focus and section.paragraphs:
            paragraphs, titles = self._content(section)
            article.prepare_section(paragraphs, titles)
            if summary.text_width:
                number = section.paragraphs[0]
                summary.prepare_section(self._contents.summary(section), _SUMMARY, number)

    def _content(self, section: Section) -> tuple[tuple[Paragraph, ...], Titles]:
        """What the article's pane shows of a section, and its titles."""
        return self._contents.paragraphs(section), Titles(section.title, section.arabic)

    def _prepare(self, steps: Iterator[Callable[[], None]]) -> None:
        """Do one step of what a later key would wait for, then let others do theirs."""
        step = next(steps, None)
        if step is not None:
            step()
            self.set_timer(_BREATH, partial(self._prepare, steps))

    @on(Timeline.Selected)
    def _event_selected(self, message: Timeline.Selected) -> None:
        """Mark the paragraphs of the event."""
        article = self.query_one(Article)
        event = self.briefing.events[message.index]
        article.lit, article.cited = {}, frozenset(event.paragraphs)
        shown = (number for number in event.paragraphs if article.index_of(number) is not None)
        first = next(shown, None)
        if first is not None:
            article.show_paragraph(first)

    @on(Timeline.Opened)
    def _event_opened(self, message: Timeline.Opened) -> None:
        """Go to the event's first paragraph."""
        paragraphs = self.briefing.events[message.index].paragraphs
        if paragraphs:
            self._go_to(paragraphs[0])

    def show_event(self, index: int) -> None:
        """Select an event and go to the timeline."""
        timeline = self.query_one(Timeline)
        self._focus_pane(timeline)
        timeline.selected = index

    def action_timeline(self) -> None:
        """To the timeline, or from there to the article."""
        timeline = self.query_one(Timeline)
        if timeline.has_focus or not self.briefing.events:
            self.action_article()
        else:
            self._focus_pane(timeline)

    # Panes.

    def action_article(self) -> None:
        """To the article."""
        self._focus_pane(self.query_one(Article))

    def action_step_pane(self, step: int) -> None:
        """To the next pane or the one before; one that is folded away unfolds."""
        panes: list[Widget] = [self.query_one(Sidebar), self.query_one(Article)]
        if not self.has_class("-no-claims"):
            panes.append(self.query_one(Summary))
        if self.briefing.events:
            panes.append(self.query_one(Timeline))
        at = next((n for n, pane in enumerate(panes) if pane.has_focus), 0)
        self._focus_pane(panes[(at + step) % len(panes)])

    def _focus_pane(self, pane: Widget) -> None:
        self._fold(pane.id)  # before: what is not shown takes no focus
        if pane.focusable:
            self.set_focus(pane)  # at once: keys typed ahead are for this pane
        else:
            pane.focus()

    def on_resize(self) -> None:
        """Fold what the window has no room for."""
        self._fold()
        self.call_after_refresh(self._refocus)

    def _refocus(self) -> None:
        """What was folded away has lost the focus: it gets it back when it shows again."""
        if self.focused is None:
            self.query_one(f"#{self._pane}").focus()

    def _fold(self, pane: str | None = None) -> None:
        """Arrange the panes for the window's size and the pane that has, or is to have, the focus."""
        self._pane = pane or self._pane
        columns, rows = self.app.size
        timeline = self.query_one(Timeline)
        wanted = timeline.wanted_height(max(1, columns - 4)) + 2 if timeline.is_ready else None
        folding = fold(columns, rows, self._pane, wanted)
        for name in CLASSES:
            if self.has_class(name) != (name in folding.classes):
                self.set_class(name in folding.classes, name)
        if folding.grid_rows != self._grid_rows:
            self._grid_rows = self.styles.grid_rows = folding.grid_rows
        self.query_one(Sidebar).framed = not folding.lying

    # Reading.

    def watch_preferences(self) -> None:
        """Another setting."""
        self._read_as_preferred()

    def watch_shows_marks(self) -> None:
        """Another terminal than it seemed."""
        self._read_as_preferred()

    def _read_as_preferred(self) -> None:
        reading = reading_of(self.preferences, self.shows_marks)
        self.query_one(TitleBar).reading = reading
        for pane in self.query(Pane):
            pane.reading = reading

    def _prefer(self, key: str) -> None:
        changes, what = switched(self.preferences, key, self.shows_marks)
        self.preferences = msgspec.structs.replace(self.preferences, **changes)
        self.post_message(KeepPreferences(changes, what))

    def action_switch_harakat(self) -> None:
        """Show harakat, or hide them."""
        self._prefer("harakat")

    def action_switch_digits(self) -> None:
        """Go on to the next shapes of digits."""
        self._prefer("digits")

    def action_switch_lines(self) -> None:
        """Fill lines by kashida, or leave them flush right."""
        self._prefer("lines")

    # Copying.

    def action_copy_summary(self) -> None:
        """Copy the summary of the section on show."""
        section = self.sections[self.section]
        what = f"Summary of {section.title}"
        self.run_worker(  # of thousands of claims it takes a while
            lambda: self.post_message(CopyText(section_text(self.briefing, section), what)), thread=True
        )

    def action_copy_claim(self) -> None:
        """Copy the selected claim with the Arabic words behind it."""
        claim: Claim | None = self.query_one(Summary).claim
        if claim is None:
            self.notify("No claim is selected: Tab to the summary and choose one with the arrow keys.")
        else:
            self.post_message(CopyText(claim_text(self.briefing, claim), "Claim"))

    @on(TextView.Copy)
    def _selection_copied(self, message: TextView.Copy) -> None:
        if message.text:
            self.post_message(CopyText(message.text, "Selection"))
        else:
            self.notify("Nothing is selected: drag with the mouse, or hold Shift and use the arrow keys.")

    def action_picture(self) -> None:
        """Save the screen as a picture, without the notices on it."""
        self.app.clear_notifications()
        self.call_after_refresh(self.post_message, SavePicture(self.sections[self.section].key))

    def action_help(self) -> None:
        """Show all keys."""
        from briefing.reader.help_screen import HelpScreen

        self.app.push_screen(HelpScreen())
