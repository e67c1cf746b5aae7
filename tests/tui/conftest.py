"""The reader without a terminal: keys and mouse in, painted cells out.

async with reading(size=(80, 24)) as reader:
    await reader.press("tab", "down")
    assert reader.focused == "summary"
    assert "▌" in reader.row(3)
"""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import asynccontextmanager
from functools import cache, lru_cache
from typing import Any, NamedTuple

import pytest
from rich.style import Style
from textual import events
from textual.drivers.headless_driver import HeadlessDriver
from textual.geometry import Region, Size
from textual.pilot import Pilot
from textual.widget import Widget

from briefing.arabic import Line, layout
from briefing.document import Briefing, Claim, Paragraph, Section, Title, section_index
from briefing.machine.clipboard.ways import OSC_52
from briefing.machine.terminal.depth import Depth
from briefing.reading import Reading
from briefing.reading.copying import selected_text
from briefing.sources import load_bundled
from briefing.sources.reopening import AskedFor
from briefing.tui import BriefingApp
from briefing.tui.panes.article import Article
from briefing.tui.panes.sidebar import Sidebar
from briefing.tui.panes.summary import Summary
from briefing.tui.screens.reader_screen import ReaderScreen
from tests.tui.cells import Cell, cells_of

# How often messages pass on, at most, between a key and the frame that shows its effect.
_HOPS = 4

SIZES = ((80, 24), (120, 36), (200, 60))


@pytest.fixture(autouse=True)
def _own_clipboard_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep readers of this process away from the clipboard of whoever runs the tests."""
    monkeypatch.setattr("briefing.machine.clipboard.copying.ways_here", lambda *_: (OSC_52,))


@cache
def bundled() -> Briefing:
    """The briefing that comes along."""
    return load_bundled()


def plain(*texts: str) -> Briefing:
    """Texts as a briefing of one section without claims, as a plain text file is read."""
    paragraphs = tuple(Paragraph(number, text) for number, text in enumerate(texts, 1))
    numbers = tuple(paragraph.number for paragraph in paragraphs)
    section = Section(key="text", title="Text", arabic="النص", paragraphs=numbers)
    return Briefing(
        title=Title(english="a.txt", arabic=""),
        bottom_line="",
        provenance=None,
        paragraphs=paragraphs,
        sections=(section,),
        events=(),
        names=(),
        path="a.txt",
    )


_NUMBER = re.compile(r"¶(\d+)\s*$")


class Shown(NamedTuple):
    """One row of the article's pane: a line of paragraph `number`, painted in the cells `[left:right]`.

    The blank row under a paragraph has no line; rows under the last one have no number either.
    """

    number: int | None = None
    line: Line | None = None
    left: int = 0
    right: int = 0


class Reader:
    """A running reader."""

    def __init__(self, app: BriefingApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot
        self._text_width = 80  # of the article's lines, as found last
        # What is painted now, once somebody has asked.
        self._cells: list[list[Cell]] | None = None
        self._page: list[Shown] | None = None

    # What goes in.

    async def press(self, *keys: str) -> None:
        """Press keys, by Textual's names, one after the other, each until its effect is painted."""
        for key in keys:
            self.app.simulate_key(key)
            await self.settle()

    async def write(self, text: str) -> None:
        """Type characters into a field."""
        for character in text:
            self._send(events.Key("space" if character == " " else character, character))
        await self.settle()

    async def click(self, column: int, row: int) -> None:
        """Press and release the left button, as a terminal reports it."""
        self._mouse(events.MouseDown, column, row, 1)
        self._mouse(events.MouseUp, column, row, 1)
        await self.settle()

    async def drag(self, column: int, *rows: int, released: bool = True) -> None:
        """Press the left button on the first of `rows`, move through the others, release it on the last."""
        self._mouse(events.MouseDown, column, rows[0], 1)
        for row in rows[1:]:
            await self.settle()
            self._mouse(events.MouseMove, column, row, 1)
        await self.settle()
        if released:
            self._mouse(events.MouseUp, column, rows[-1], 1)
            await self.settle()

    async def hover(self, column: int, row: int, button: int = 0) -> None:
        """Move the pointer, with a button held down or (0) without."""
        self._mouse(events.MouseMove, column, row, button)
        await self.settle()

    async def wheel(self, column: int, row: int, steps: int) -> None:
        """Turn the wheel over a cell: `steps` down, or up where it is negative."""
        for _ in range(abs(steps)):
            self._mouse(events.MouseScrollDown if steps > 0 else events.MouseScrollUp, column, row, 0)
        await self.settle()

    async def resize(self, columns: int, rows: int) -> None:
        """Give the window another size."""
        driver = self.app._driver
        assert isinstance(driver, HeadlessDriver)
        size = driver._size = Size(columns, rows)
        self._send(events.Resize(size, size))
        while self.app.screen._compositor.size != size:  # Textual waits a little for more of them
            await self.pilot.pause(0.002)
        await self.settle()

    async def settle(self) -> None:
        """Let everything happen that follows from what went in."""
        for _ in range(_HOPS):
            await self.pilot._wait_for_screen()
        await self.pilot.pause(0)  # paints
        await self.pilot.pause(0)
        self._cells, self._page = None, None

    def _mouse(self, kind: type[events.MouseEvent], column: int, row: int, button: int) -> None:
        flags: dict[str, Any] = {"shift": False, "meta": False, "ctrl": False}
        self._send(kind(None, column, row, 0, 0, button, screen_x=column, screen_y=row, **flags))

    def _send(self, event: events.Event) -> None:
        """Let the driver report an event, as it does what a terminal sends."""
        driver = self.app._driver
        assert driver is not None
        driver.send_message(event)

    # What is there.

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

    # What is painted.

    @property
    def size(self) -> tuple[int, int]:
        """Columns and rows of the window."""
        return self.app.size.width, self.app.size.height

    def cells(self) -> list[list[Cell]]:
        """Every painted cell, row by row."""
        if self._cells is None:
            strips = self.app.screen._compositor.render_strips()
            self._cells = [
                cells_of(tuple((part.text, part.style or Style.null()) for part in row)) for row in strips
            ]
        return self._cells

    def rows(self) -> list[str]:
        """The painted text, row by row."""
        return ["".join(cell.text for cell in row) for row in self.cells()]

    def row(self, y: int) -> str:
        """One painted row."""
        return self.rows()[y]

    def page(self) -> list[Shown]:
        """The rows of the article's pane, found by what is painted.

        AssertionError if they are no rows of its text that follow on one another. Columns count from the
        window's left edge, and all paragraphs must be right-to-left ones.
        """
        if self._page is None:
            self._page = self._find_page()
        return self._page

    def lines(self) -> list[tuple[int, int]]:
        """The article's lines in sight: the paragraph of each, and where in its text it begins."""
        return _places(self.page())

    def all_lines(self) -> list[tuple[int, int]]:
        """All lines of the section on show, at the width it is painted in now."""
        self.page()
        return _places(_whole(self.section, self.app.briefing, self._text_width))

    def _find_page(self) -> list[Shown]:
        region = self.region(self.article)
        painted = ["".join(cell.text for cell in row[1:-2]) for row in self.inside(self.article)[1:-1]]
        numbers = [match and int(match[1]) for match in map(_NUMBER.search, painted)]
        texts = [_NUMBER.sub("", row).strip() for row in painted]
        for width in (self._text_width, 80, *range(region.width, max(1, region.width - 14), -1)):
            whole = list(_whole(self.section, self.app.briefing, width))
            for start in range(len(whole)):
                rows = whole[start : start + len(texts)]
                rows += [Shown()] * (len(texts) - len(rows))
                if all(map(_is_painted, rows, texts, numbers)):
                    self._text_width = width
                    edge = region.x + 1 + max(len(_columns(_NUMBER.sub("", row).rstrip())) for row in painted)
                    return [
                        row._replace(left=edge - row.line.width, right=edge) if row.line else row
                        for row in rows
                    ]
        raise AssertionError(f"this is no part of {self.section.title}:\n{self.text}")

    @property
    def text(self) -> str:
        """All painted rows."""
        return "\n".join(self.rows())

    def region(self, widget: Widget) -> Region:
        """Where a pane is painted, its frame included; an empty region if it is folded away."""
        return widget.region if widget.display and all(one.display for one in widget.ancestors) else Region()

    def inside(self, widget: Widget) -> list[list[Cell]]:
        """The cells of a pane."""
        return self._in(self.region(widget))

    @property
    def window(self) -> Region:
        """Where the window stands that lies over the reader; without one, all of the screen."""
        frames = [one.region for one in self.app.screen.displayed_children if one.region]
        return self.app.screen.region if self.app.screen is self.screen else Region.from_union(frames)

    @property
    def window_text(self) -> str:
        """What is painted in that window, row by row."""
        return "\n".join("".join(cell.text for cell in row) for row in self._in(self.window))

    def _in(self, region: Region) -> list[list[Cell]]:
        rows = self.cells()[region.y : region.bottom]
        return [row[region.x : region.right] for row in rows]

    def find(self, text: str) -> tuple[int, int]:
        """The column and row where `text` is painted first; AssertionError if it is not."""
        for y, row in enumerate(self.cells()):
            columns = [x for x, cell in enumerate(row) for _ in cell.text]
            at = "".join(cell.text for cell in row).find(text)
            if at >= 0:
                return columns[at], y
        raise AssertionError(f"{text!r} is not painted:\n{self.text}")


@lru_cache(maxsize=4096)
def _lines(text: str, width: int) -> list[Line]:
    return layout(text, width)


def _whole(section: Section, briefing: Briefing, width: int) -> Iterator[Shown]:
    """All rows of a section laid out in lines of `width` cells."""
    for number in section.paragraphs:
        for line in _lines(briefing.paragraph(number).text, width):
            yield Shown(number, line)
        yield Shown(number)


def _places(rows: Iterable[Shown]) -> list[tuple[int, int]]:
    return [(row.number, row.line.start) for row in rows if row.line is not None and row.number is not None]


def _is_painted(row: Shown, text: str, number: int | None) -> bool:
    if row.line is None:
        return not text and number is None
    first = row.line.start == 0
    return row.line.text.strip() == text and number == (row.number if first else None)


def _columns(text: str) -> list[Cell]:
    return cells_of(((text, Style.null()),))


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
        reader = Reader(app, pilot)
        await reader.settle()
        await wait_for_dates(pilot)
        await reader.settle()
        yield reader


async def wait_for_dates(pilot: Pilot[Any]) -> None:
    """Wait until the timeline, which comes after the first frame, has its dates, which a thread reads."""
    for _ in range(1000):
        if pilot.app.screen.query("#timeline"):
            break
        await pilot.pause(0.01)
    else:
        raise AssertionError("the timeline does not come")
    for _ in range(_HOPS):
        await pilot.pause(0)
        await pilot.app.workers.wait_for_complete()


async def until(reader: Reader, expected: str) -> None:
    """Wait until that is painted by what goes on in the background (the palette's search, copying)."""
    for _ in range(300):
        if expected in reader.text:
            return
        await reader.pilot.pause(0.01)
        await reader.settle()
    raise AssertionError(f"{expected!r} never comes:\n{reader.text}")
