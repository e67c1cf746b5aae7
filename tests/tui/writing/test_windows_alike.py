"""All windows over the reader go away in one manner, and Ctrl+Z stops the job from all of them."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from briefing.document import Briefing
from briefing.settings import Preferences
from briefing.sources import load
from briefing.tui import BriefingApp
from briefing.tui.textual_private.see_through import SeeThroughScreen
from tests.tui.reader import Reader
from tests.tui.test_addresses import linked

#: The keys that open each window, and its class. The last of several windows lies over the one before.
WINDOWS = {
    "help": (("question_mark",), "HelpScreen"),
    "palette": (("ctrl+p",), "PaletteScreen"),
    "links": (("a",), "LinksScreen"),
    "source": (("i",), "SourceScreen"),
    "names": (("m",), "NamesScreen"),
    "copies": (("C",), "CopyScreen"),
    "keys of a list": (("C", "question_mark"), "WindowKeys"),
    "word": (("1", "down", "w", "K"), "LookupScreen"),
    "slip": (("V",), "SlipScreen"),
    "keys of a slip": (("V", "f1"), "WindowKeys"),
}


def top(reader: Reader) -> str:
    """The window on top, by its class."""
    return type(reader.app.screen).__name__


@asynccontextmanager
async def windowed(own: Path, name: str, size: tuple[int, int] = (120, 36)) -> AsyncIterator[Reader]:
    """Open the reader with one of the windows over it."""
    briefing: Briefing = linked("https://a.example/") if name == "links" else load(str(own))
    preferences = Preferences(lookup=f"{sys.executable} -c print('word') {{bare}}", lookups="off")
    app = BriefingApp(briefing, preferences=preferences)
    async with app.run_test(size=size) as pilot:
        reader = Reader(app, pilot)
        await reader.settle()
        keys, expected = WINDOWS[name]
        await reader.press(*keys)
        assert top(reader) == expected
        await app.workers.wait_for_complete()  # what is listed may come later
        await reader.settle()
        yield reader


def test_no_window_is_left_out() -> None:
    kinds: list[type[object]] = [SeeThroughScreen]
    for kind in kinds:
        kinds += kind.__subclasses__()
    ends = {kind.__name__ for kind in kinds if not kind.__subclasses__()}
    assert ends <= {expected for _, expected in WINDOWS.values()}


@pytest.fixture
def stops(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """How often the job was to be stopped."""
    stops: list[str] = []
    monkeypatch.setattr(BriefingApp, "action_suspend_process", lambda _: stops.append("stopped"))
    return stops


@pytest.mark.parametrize("name", WINDOWS)
async def test_ctrl_z_stops_the_job_and_a_click_beside_the_window_closes_it(
    own: Path, name: str, stops: list[str]
) -> None:
    async with windowed(own, name) as reader:
        shown, window, stack = reader.window_text, reader.window, len(reader.app.screen_stack)
        await reader.press("ctrl+z")
        assert stops == ["stopped"]
        assert reader.window_text == shown
        await reader.click(window.x + 5, window.y)  # on its frame
        assert len(reader.app.screen_stack) == stack
        await reader.click(*next((x, y) for x, y in ((0, 35), (0, 0)) if not window.contains(x, y)))
        assert len(reader.app.screen_stack) == stack - 1


async def test_ctrl_z_stops_the_job_while_something_is_searched_for(own: Path, stops: list[str]) -> None:
    async with windowed(own, "help") as reader:
        await reader.press("escape", "slash")
        await reader.write("abc")
        shown = reader.rows()
        await reader.press("ctrl+z")
        assert stops == ["stopped"]
        assert reader.rows() == shown
