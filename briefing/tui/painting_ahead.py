"""What a later key would wait for, done while nothing else is: rows of other views, painted and kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Final

from briefing.reading import apply, contents
from briefing.reading.sidebar import sidebar_contents
from briefing.tui.panes.article import Article
from briefing.tui.panes.sidebar import Sidebar
from briefing.tui.panes.summary import Summary
from briefing.tui.textual_private.any_layout_app import AnyLayoutApp
from briefing.tui.timeline.widget import Timeline

if TYPE_CHECKING:
    from briefing.reading.contents import Contents
    from briefing.reading.state import Reading
    from briefing.tui.screens.reader_screen import ReaderScreen

# Characters up to which the other views are laid out ahead, and the seconds between one step and the next.
_SHORT: Final = 100_000
_BREATH: Final = 0.01


def paint_ahead(screen: ReaderScreen) -> None:
    """Take the steps one after the other; keys and frames come between."""
    _take(screen, steps_ahead(screen))


def paint_sidebar_ahead(screen: ReaderScreen) -> None:
    """Do so for the sidebar alone, which shows more as seen with every section that was opened."""
    _take(screen, sidebar_steps_ahead(screen))


def sidebar_steps_ahead(screen: ReaderScreen) -> Iterator[Callable[[], None]]:
    """Yield what there is to do for the sidebar, a step for each other view."""
    return _steps(screen, _paint_sidebar)


def steps_ahead(screen: ReaderScreen) -> Iterator[Callable[[], None]]:
    """Yield what there is to do: to paint what other views show from their beginning, each by itself."""
    if isinstance(screen.app, AnyLayoutApp):
        yield screen.app.prepare_keys
    yield from _steps(screen, _paint_view)


def _steps(screen: ReaderScreen, paint: Callable[[ReaderScreen, int], None]) -> Iterator[Callable[[], None]]:
    """Yield a step for each view that a key opens: those that come next before those that come first."""
    reading = screen.reading
    briefing = reading.briefing
    texts = sum(len(paragraph.text) for paragraph in briefing.paragraphs)
    claims = sum(len(claim.text) for section in briefing.sections for claim in section.claims)
    if texts + claims < _SHORT:
        keyed = [index for index, view in enumerate(reading.views) if view.digit]
        at = reading.view
        yield from (partial(paint, screen, index) for index in (*keyed[at:], *keyed[:at]))


def _paint_view(screen: ReaderScreen, index: int) -> None:
    if (there := _opened(screen, index)) is not None:
        shown = contents(there)
        screen.query_one(Article).paint_ahead(shown.between or shown.article)
        screen.query_one(Summary).paint_ahead(shown.summary)
        screen.query_one(Timeline).paint_ahead(shown.timeline)
        _paint_entries(screen, there, shown)


def _paint_sidebar(screen: ReaderScreen, index: int) -> None:
    if (there := _opened(screen, index)) is not None:
        _paint_entries(screen, there, contents(there))


def _opened(screen: ReaderScreen, index: int) -> Reading | None:
    """The reading once another view is open; None where no key opens it now."""
    reading = screen.reading
    if reading.focus != "article" or index == reading.view:
        return None
    return apply(reading, "open-view", index).reading


def _paint_entries(screen: ReaderScreen, there: Reading, shown: Contents) -> None:
    """Paint what the sidebar shows once a view is open: with what is in sight there marked as seen."""
    if (sight := screen.query_one(Article).sight_ahead(shown.between or shown.article)) is not None:
        there = apply(there, "seen", *sight).reading
    screen.query_one(Sidebar).paint_ahead(sidebar_contents(there))


def _take(screen: ReaderScreen, steps: Iterator[Callable[[], None]]) -> None:
    """Take one step; the next follows after `_BREATH` seconds."""
    step = next(steps, None)
    if step is not None:
        step()
        screen.set_timer(_BREATH, partial(_take, screen, steps))
