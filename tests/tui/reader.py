"""The reader without a terminal: keys and mouse in, painted cells out.

async with reading(size=(80, 24)) as reader:
    await reader.press("tab", "down")
    assert reader.focused == "summary"
    assert "▌" in reader.row(3)
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from textual.pilot import Pilot

from briefing.document import Briefing, Claim, Section, section_index
from briefing.machine.terminal.depth import Depth
from briefing.reading import Reading
from briefing.reading.copying import selected_text
from briefing.sources.reopening import AskedFor
from briefing.tui import BriefingApp
from briefing.tui.panes.article import Article
from briefing.tui.panes.sidebar import Sidebar
from briefing.tui.panes.summary import Summary
from briefing.tui.screens.reader_screen import ReaderScreen
from tests.tui.briefings import bundled
from tests.tui.pages import Shown, find_page, places, whole
from tests.tui.painted import Painted
from tests.tui.reader_input import Input
from tests.tui.settling import settle

SIZES = ((80, 24), (120, 36), (200, 60))


class Reader(Input, Painted):
    """A running reader."""

    def __init__(self, app: BriefingApp, pilot: Pilot[None]) -> None:
        Input.__init__(self, app, pilot)
        Painted.__init__(self, app)
        self._text_width = 80  # of the article's lines, as found last
        self._page: list[Shown] | None = None  # what is painted now, once somebody has asked

    async def settle(self) -> None:
        """Let everything happen that follows from what went in."""
        await super().settle()
        self.forget()
        self._page = None

    @property
    def screen(self) -> ReaderScreen:
        """The reader's screen, also while another lies over it."""
        found = self.app.screen_stack[0]
        assert isinstance(found, ReaderScreen)
        return found

    @property
    def article(self) -> Article:
        return self.screen.query_one(Article)

    @property
    def summary(self) -> Summary:
        return self.screen.query_one(Summary)

    @property
    def sidebar(self) -> Sidebar:
        return self.screen.query_one(Sidebar)

    @property
    def focused(self) -> str | None:
        """The id of the widget that keys go to."""
        return self.app.focused.id if self.app.focused is not None else None

    @property
    def reading(self) -> Reading:
        """The reading behind the screen."""
        return self.screen.reading

    @property
    def sections(self) -> list[Section]:
        """The sections that can be opened."""
        return [view.section for view in self.reading.views]

    @property
    def section(self) -> Section:
        """The section on show."""
        return self.reading.open.section

    @property
    def number(self) -> int | None:
        """The number of the paragraph that the reader stands on."""
        return self.reading.number

    @property
    def claim(self) -> Claim | None:
        """The claim that the reader stands on."""
        return self.reading.claim

    @property
    def selected(self) -> str:
        """The author's words that are selected."""
        return selected_text(self.reading)

    @property
    def event(self) -> int:
        """The index of the event selected in the timeline; -1 for none."""
        selected = self.reading.event
        return -1 if selected is None else selected

    def page(self) -> list[Shown]:
        """The rows of the article's pane, found by what is painted.

        AssertionError if they are no rows of its text that follow on one another. Columns count from the
        window's left edge, and all paragraphs must be right-to-left ones.
        """
        if self._page is None:
            region = self.region(self.article)
            inner = [row[1:-1] for row in self.inside(self.article)[1:-1]]
            widths = (self._text_width, 80, *range(region.width, max(1, region.width - 14), -1))
            found = find_page(inner, region.x + 1, self.section, self.app.briefing, widths)
            assert found, f"this is no part of {self.section.title}:\n{self.text}"
            self._text_width, self._page = found
        return self._page

    def lines(self) -> list[tuple[int, int]]:
        """The article's lines in sight: the paragraph of each, and where in its text it begins."""
        return places(self.page())

    def all_lines(self) -> list[tuple[int, int]]:
        """All lines of the section on show, at the width it is painted in now."""
        self.page()
        return places(whole(self.section, self.app.briefing, self._text_width))


@asynccontextmanager
async def reading(
    briefing: Briefing | None = None,
    *,
    size: tuple[int, int] = (120, 36),
    section: str | None = "1",
    light: bool = False,
    theme: str | None = None,
    depth: Depth | None = None,
    asked: AskedFor | None = None,
) -> AsyncIterator[Reader]:
    """Open a briefing (None: the bundled one) in a window of that size, and wait until all of it is there.

    It is opened at the section asked for by `section`; None: where it opens by itself.
    """
    briefing = briefing or bundled()
    index = None if section is None else section_index(briefing, section)
    app = BriefingApp(briefing, index, light=light, theme=theme, depth=depth, asked=asked)
    async with app.run_test(size=size, notifications=True) as pilot:
        await wait_for_dates(pilot)
        reader = Reader(app, pilot)
        for _ in range(100):
            if _is_measured(reader.article) and _is_measured(reader.summary):
                break
            await asyncio.sleep(0.004)
            await reader.settle()
        yield reader


def _is_measured(pane: Article | Summary) -> bool:
    """Whether a pane knows how many rows it has; a large text is measured as long as it is read."""
    sheet = pane._sheet
    large = sheet is None or not sheet.is_measured_whole or sheet.count > 100
    return large or not pane.page or pane.is_measured


async def wait_for_dates(pilot: Pilot[Any]) -> None:
    """Wait until the timeline, which comes after the first frame, has its dates, which a thread reads."""
    await settle(pilot.app)
    for _ in range(2000):
        if pilot.app.screen.query("#timeline"):
            break
        await asyncio.sleep(0.005)
        await settle(pilot.app)
    else:
        raise AssertionError("the timeline does not come")
    await pilot.app.workers.wait_for_complete()
    await settle(pilot.app)


async def until(reader: Reader, expected: str) -> None:
    """Wait until that is painted by what goes on in the background (the palette's search, copying)."""
    for _ in range(300):
        if expected in reader.text:
            return
        await asyncio.sleep(0.01)
        await reader.settle()
    raise AssertionError(f"{expected!r} never comes:\n{reader.text}")
