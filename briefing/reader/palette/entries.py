"""What the palette lists over a reader: places first, then what can be done, to quit last."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache, partial

from briefing.reader.palette.entry import Entry
from briefing.reader.palette.index import Index
from briefing.reader.reader_screen import ReaderScreen
from briefing.reader.view import digits


def reader_index(screen: ReaderScreen, choose_theme: Callable[[], object]) -> Index:
    """All entries for a reader. Its places, of which there may be many, are kept for the next time."""
    return Index((*_places(screen), *_actions(screen, choose_theme)))


@lru_cache(maxsize=1)
def _places(screen: ReaderScreen) -> tuple[Entry, ...]:
    return (*_sections(screen), *_events(screen), *_names(screen))


def _sections(screen: ReaderScreen) -> Iterator[Entry]:
    for index, (section, digit) in enumerate(zip(screen.sections, digits(screen.sections), strict=True)):
        key = f"Key {digit}" if digit else ""
        show = partial(setattr, screen, "section", index)
        yield Entry(f"Section: {section.title}", show, key, arabic=section.arabic)


def _events(screen: ReaderScreen) -> Iterator[Entry]:
    for index, event in enumerate(screen.briefing.events):
        show = partial(screen.show_event, index)
        yield Entry(f"Event: {event.title}", show, f"{event.date}, {event.basis}", arabic=event.arabic)


def _names(screen: ReaderScreen) -> Iterator[Entry]:
    for name in screen.briefing.names:
        yield Entry(f"Name: {name.english}", partial(screen.show_name, name.arabic), name.role, name.arabic)


def _actions(screen: ReaderScreen, choose_theme: Callable[[], object]) -> Iterator[Entry]:
    yield Entry("Keys", screen.action_help, "Key ?")
    yield Entry("Copy the section's summary", screen.action_copy_summary, "Key c")
    yield Entry("Copy the selected claim", screen.action_copy_claim, "Key y")
    yield Entry("Harakat, shown or hidden", screen.action_switch_harakat, "Key v")
    yield Entry("Digits, as written, Western or Arabic-Indic", screen.action_switch_digits, "Key d")
    yield Entry("Lines, filled by kashida or flush right", screen.action_switch_lines, "Key f")
    yield Entry("Theme", choose_theme, "Change the current theme")
    yield Entry("Quit", screen.app.exit, "Key q")
