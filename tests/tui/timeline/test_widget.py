import threading
from collections.abc import Iterable
from typing import Any, ClassVar

import pytest
from msgspec.structs import replace
from rich.style import Style
from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.geometry import Region
from textual.pilot import Pilot
from textual.screen import Screen
from textual.strip import Strip

from briefing.document import Event
from briefing.reading import Reading, apply, contents, open_reading
from briefing.sources import load_bundled
from briefing.tui.bindings import screen_bindings
from briefing.tui.timeline import Timeline, widget
from briefing.tui.timeline.dated import DatedEvent, date_events
from briefing.tui.timeline.legend import legend
from tests.tiers import some_of
from tests.tui import settling
from tests.tui.settling import press, settle
from tests.tui.timeline.samples import BUNDLED, event


class HostScreen(Screen[None]):
    """Does the actions of a reading that keys are bound to."""

    BINDINGS: ClassVar[list[BindingType]] = screen_bindings()
    app: "Host"

    def action_do(self, name: str) -> None:
        self.app.act(name)


class Host(App[None]):
    """A screen that holds the timeline, at a height of so many rows, and keeps what is done in it."""

    def __init__(self, events: Iterable[Event] = BUNDLED, rows: int = 7) -> None:
        super().__init__()
        self.rows = rows
        self.said: list[tuple[str, int]] = []
        self.reading = self._reading(events)

    def _reading(self, events: Iterable[Event]) -> Reading:
        opened = open_reading(replace(load_bundled(), events=tuple(events))).reading
        return opened.changed(event=None, focus="timeline")

    def get_default_screen(self) -> Screen[None]:
        return HostScreen()

    def compose(self) -> ComposeResult:
        yield Timeline(act=self.act)

    def on_mount(self) -> None:
        self.timeline.styles.height = self.rows + 2
        self.draw()
        self.timeline.focus()

    @property
    def timeline(self) -> Timeline:
        return self.query_one(Timeline)

    def draw(self) -> None:
        self.timeline.contents = contents(self.reading).timeline

    def act(self, name: str, *arguments: Any) -> None:
        """Do an action, and say which event it has selected or opened."""
        before = self.reading.event
        if name in ("open", "open-event"):
            opened = arguments[0] if arguments else before
            self.said += [] if opened is None else [("opened", opened)]
            return
        self.reading = apply(self.reading, name, *arguments).reading
        if self.reading.event is not None and self.reading.event != before:
            self.said.append(("selected", self.reading.event))
        self.draw()

    def on_timeline_ready(self, message: Timeline.Ready) -> None:
        self.act("dates-read", message.order)

    def select(self, event: int | None) -> None:
        """Have an event selected by another pane."""
        self.reading = self.reading.changed(event=event)
        self.draw()

    def show(self, *events: Event) -> None:
        """Show other events."""
        self.reading = self._reading(events)
        self.draw()

    def blur(self) -> None:
        """Take the focus away."""
        self.reading = self.reading.changed(focus="article")
        self.draw()


async def settled(pilot: Pilot[None]) -> Timeline:
    """The timeline, once the dates are there."""
    await settle(pilot.app)
    await pilot.app.workers.wait_for_complete()
    await settle(pilot.app)
    return pilot.app.query_one(Timeline)


def painted(timeline: Timeline, y: int) -> Strip:
    """Row `y` of the content, without the frame and the blank columns."""
    width = timeline.size.width
    (strip,) = timeline.render_lines(Region(0, y + 1, width, 1))
    return strip.crop(2, width - 2)


def lines(timeline: Timeline) -> list[str]:
    return [painted(timeline, y).text for y in range(timeline.page)]


def styles_of(timeline: Timeline, y: int, text: str) -> set[Style]:
    """The styles in which `text` is painted in row `y`."""
    column = painted(timeline, y).text.index(text)
    strip = painted(timeline, y).crop(column, column + len(text))
    return {segment.style for segment in strip if segment.style}


def words(text: str) -> list[str]:
    """The pieces of a text that no line break parts."""
    return text.replace("-", "- ").split()


async def click(pilot: Pilot[None], x: int, y: int) -> None:
    origin = pilot.app.query_one(Timeline).region
    await settling.click(pilot.app, origin.x + x + 2, origin.y + y + 1)  # the border, and a blank column


async def test_right_and_left_step_through_all_events_in_date_order() -> None:
    app = Host(events=reversed(BUNDLED))
    async with app.run_test(size=(120, 12)) as pilot:
        await settled(pilot)
        await press(app, *["right"] * len(BUNDLED))
        assert app.said == [("selected", index) for index in reversed(range(len(BUNDLED)))]
        await press(app, "right", "l")
        assert len(app.said) == len(BUNDLED)
        app.said.clear()
        await press(app, *["h"] * (len(BUNDLED) - 1))
        assert app.said == [("selected", index) for index in range(1, len(BUNDLED))]


async def test_home_end_and_enter() -> None:
    app = Host()
    async with app.run_test(size=(120, 12)) as pilot:
        await settled(pilot)
        await press(app, "enter")
        assert app.said == []
        await press(app, "end", "enter", "home", "enter")
        assert app.said == [("selected", 6), ("opened", 6), ("selected", 0), ("opened", 0)]


async def test_left_without_a_selection_begins_at_the_end() -> None:
    app = Host()
    async with app.run_test(size=(120, 12)) as pilot:
        await settled(pilot)
        await press(app, "left")
        assert app.said == [("selected", 6)]


async def test_what_the_screen_selects_is_not_said_back() -> None:
    app = Host()
    async with app.run_test(size=(120, 12)) as pilot:
        timeline = await settled(pilot)
        app.select(5)
        await settle(app)
        assert app.said == []
        assert any("11 Jun 2024?" in line for line in lines(timeline))


@pytest.mark.parametrize(
    ("size", "rows"), some_of(((80, 24), 3), ((80, 24), 6), ((120, 36), 7), ((200, 60), 13), ((46, 80), 76))
)
async def test_every_event_can_be_clicked_on_and_opened(size: tuple[int, int], rows: int) -> None:
    app = Host(rows=rows)
    async with app.run_test(size=size) as pilot:
        timeline = await settled(pilot)
        for index, dated in enumerate(date_events(BUNDLED)):
            app.said.clear()
            app.select(None)
            await settle(app)
            seen = lines(timeline)
            words = dated.label.split(" ")
            names = [" ".join(words[:count]) for count in range(len(words), 0, -1)]
            names = [*names[:1], *(f"{name}{end}" for name in names for end in ("", ","))]
            places = [
                (f" {line} ".index(f" {name} "), y)
                for name in names
                for y, line in enumerate(seen)
                if f" {name} " in f" {line} "
            ]
            # Where there is no room for a label, there is the mark.
            x, y = places[0] if places else (seen[1].index("░"), 1)
            await click(pilot, x, y)
            await click(pilot, x, y)
            assert app.said == [("selected", index), ("opened", index)]


async def test_clicks_on_a_shared_cell_go_through_its_events() -> None:
    app = Host(rows=3)
    async with app.run_test(size=(120, 12)) as pilot:
        timeline = await settled(pilot)
        column = lines(timeline)[1].index("◎")
        for _ in range(3):
            await click(pilot, column, 1)
        assert app.said == [("selected", 4), ("selected", 3), ("selected", 4)]


async def test_a_click_on_the_text_opens_it() -> None:
    app = Host()
    async with app.run_test(size=(120, 12)) as pilot:
        await settled(pilot)
        app.select(2)
        await settle(app)
        await click(pilot, 5, 5)
        assert app.said == [("opened", 2)]


async def test_a_click_on_nothing_does_nothing() -> None:
    app = Host()
    async with app.run_test(size=(120, 12)) as pilot:
        timeline = await settled(pilot)
        await click(pilot, lines(timeline)[1].index("╱"), 1)
        await click(pilot, -2, -1)
        assert app.said == []


async def test_a_quiet_row_until_the_dates_are_there(monkeypatch: pytest.MonkeyPatch) -> None:
    may_read = threading.Event()

    def slow(events: Iterable[Event]) -> tuple[DatedEvent, ...]:
        may_read.wait(10)
        return date_events(events)

    monkeypatch.setattr(widget, "events_in_order", slow)
    app = Host()
    async with app.run_test(size=(120, 12)) as pilot:
        await settle(app)
        try:
            assert lines(app.timeline)[0].strip() == "Reading the dates…"
            assert "".join(lines(app.timeline)[1:]).strip() == ""
            await press(app, "right", "down", "pagedown", "end", "enter")
            await click(pilot, 3, 0)
            assert app.said == []
        finally:
            may_read.set()
        timeline = await settled(pilot)
        assert "2014" in lines(timeline)[0]


async def test_other_events_take_the_place_of_the_first() -> None:
    app = Host()
    async with app.run_test(size=(120, 12)) as pilot:
        timeline = await settled(pilot)
        await press(app, "end")
        app.show(event("1999-01-01"))
        timeline = await settled(pilot)
        assert timeline.selected is None
        assert "1 Jan 1999" in lines(timeline)[0]
        assert "2014" not in "".join(lines(timeline))


async def test_no_events() -> None:
    app = Host(events=())
    async with app.run_test(size=(120, 12)) as pilot:
        timeline = await settled(pilot)
        assert lines(timeline)[0].strip() == "No events"
        assert timeline.wanted_height(116) == 1
        await press(app, "right", "down", "space", "enter")
        await click(pilot, 3, 0)
        assert app.said == []


async def test_a_date_nobody_can_read_is_listed_and_kills_nothing() -> None:
    app = Host(events=(event("2024-06-10"), event("some day\x1b[2J")))
    async with app.run_test(size=(120, 12)) as pilot:
        timeline = await settled(pilot)
        await press(app, "right", "right", "enter")
        assert app.said == [("selected", 0), ("selected", 1), ("opened", 1)]
        assert any("some day" in line for line in lines(timeline))
        assert "\x1b" not in "".join(lines(timeline))


@pytest.mark.parametrize("rows", some_of(3, 1, 2, 6, 10))
async def test_every_row_fills_the_width(rows: int) -> None:
    app = Host(rows=rows)
    async with app.run_test(size=(80, 24)) as pilot:
        timeline = await settled(pilot)
        for width in (40, 62, 63, 64, 80, 120, 201):
            await settling.resize(app, width, 24)
            await settle(app)
            for index in range(len(BUNDLED)):
                app.select(index)
                assert timeline.size.width == width
                assert all(painted(timeline, y).cell_length == width - 4 for y in range(rows))


async def test_the_list_follows_the_selection_and_down_reads_on() -> None:
    app = Host(rows=5)
    async with app.run_test(size=(46, 12)) as pilot:
        timeline = await settled(pilot)
        labels = [dated.label for dated in date_events(BUNDLED)]
        for label in labels:
            await press(app, "right")
            assert any(label in line for line in lines(timeline))
        app.select(0)
        await press(app, "down")
        seen = []
        for _ in range(80):
            seen += lines(timeline)
            timeline.action_scroll_on()
        assert timeline.selected == 6
        flat = " ".join(" ".join(line.rstrip(" ↑↓↕") for line in seen).split())
        assert all(label in flat for label in labels)
        assert all(word in flat for one in BUNDLED for word in words(one.title + " " + one.note))


async def test_down_and_the_wheel_read_a_text_that_is_longer_than_the_pane() -> None:
    app = Host(rows=3)
    async with app.run_test(size=(80, 24)) as pilot:
        timeline = await settled(pilot)
        app.select(4)
        await settle(app)
        seen = [lines(timeline)[2]]
        for key in ["down"] * 12:
            await press(app, key)
            seen.append(lines(timeline)[2])
        assert all(word in " ".join(seen) for word in BUNDLED[4].note.split())
        await press(app, "pageup", "up", "k")
        assert lines(timeline)[2] != seen[-1]
        await press(app, "right")
        assert "11 Jun 2024?" in lines(timeline)[2]
        assert lines(timeline)[:2] != seen[:2]
        assert app.said == [("selected", 5)]


async def test_the_selected_event_stands_out_without_colour() -> None:
    app = Host(rows=3)
    async with app.run_test(size=(120, 12)) as pilot:
        timeline = await settled(pilot)
        app.select(5)
        await settle(app)
        assert all(style.reverse and style.bold for style in styles_of(timeline, 0, "11 Jun"))
        assert not any(style.reverse or style.bold for style in styles_of(timeline, 0, "Apr"))
        app.blur()
        await settle(app)
        assert all(style.underline and style.bold for style in styles_of(timeline, 0, "11 Jun"))
        assert not any(style.underline for style in styles_of(timeline, 0, "Apr"))


async def test_the_mark_of_the_selected_event_stands_out_too() -> None:
    app = Host(rows=3)
    async with app.run_test(size=(120, 12)) as pilot:
        timeline = await settled(pilot)
        reversed_: dict[int, str] = {}
        for index in (1, 3, 4, 6):
            app.select(index)
            await settle(app)
            strip = painted(timeline, 1)
            reversed_[index] = "".join(s.text for s in strip if s.style and s.style.reverse)
        assert {index: text.strip("░") for index, text in reversed_.items()} == {
            1: "├◇┤",
            3: "○━◎",
            4: "◎",
            6: "",
        }
        assert reversed_[6]


async def test_another_theme_repaints() -> None:
    app = Host(rows=3)
    async with app.run_test(size=(120, 12)) as pilot:
        timeline = await settled(pilot)
        before = styles_of(timeline, 0, "Apr")
        app.theme = "textual-light"
        await settle(app)
        assert styles_of(timeline, 0, "Apr") != before


async def test_the_height_wanted_is_the_same_before_and_after_the_dates_are_read() -> None:
    app = Host()
    async with app.run_test(size=(120, 12)) as pilot:
        before = [app.timeline.wanted_height(width) for width in (46, 76, 116, 196)]
        timeline = await settled(pilot)
        assert [timeline.wanted_height(width) for width in (46, 76, 116, 196)] == before
        assert 8 <= before[2] <= 13


def test_the_legend_names_every_sign() -> None:
    signs = {sign for entry in legend() for sign in entry.signs}
    assert signs >= set("●○◆◇◎◉├┤━┄░╱")
    assert all(entry.meaning and entry.word for entry in legend())
