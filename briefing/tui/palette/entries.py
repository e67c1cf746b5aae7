"""What the palette lists over a reader: places first, then what can be done, to quit last."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from typing import Final

from briefing.reading.offering import offered, words_for
from briefing.reading.views import Outline
from briefing.reading.ways import WAYS
from briefing.settings.keymap import bound
from briefing.settings.words import say
from briefing.tui.palette.entry import PaletteEntry
from briefing.tui.palette.index import Index
from briefing.tui.panes.pane import Act

# The actions that are worth a line of their own, in this order; themes come before the last.
_LISTED: Final = (
    *("help", "source", "names", "links", "copy-summary", "copy-claim", "copy-paragraph"),
    *("add-claim", "add-event", "add-name", "begin-section", "bottom-line", "edit", "delete", "undo", "redo"),
    *("zen", "switch-harakat", "switch-digits", "switch-lines", "editor", "watch", "picture"),
    "quit",
)


def reader_index(outline: Outline, act: Act, choose_theme: Callable[[], object]) -> Index:
    """Return all entries for a reader. Its places, of which there may be many, are kept for the next time."""
    actions = [*_actions(outline, act)]
    theme = PaletteEntry(say("palette.theme"), choose_theme, say("palette.theme.detail"))
    return Index((*_places(outline, act), *_ways(outline, act), *actions[:-1], theme, actions[-1]))


@lru_cache(maxsize=1)
def _places(outline: Outline, act: Act) -> tuple[PaletteEntry, ...]:
    return (*_views(outline, act), *_events(outline, act), *_names(outline, act))


def _views(outline: Outline, act: Act) -> Iterator[PaletteEntry]:
    for index, view in enumerate(outline.views if outline.has_choice else ()):
        key = say("palette.key", key=view.digit) if view.digit else ""
        name = say("palette.section", title=view.title or index)  # the first is the full article
        forms = () if view.title else (view.arabic,)  # to be found by what it is called
        yield PaletteEntry(name, partial(act, "open-view", index), key, forms, view.arabic)


def _events(outline: Outline, act: Act) -> Iterator[PaletteEntry]:
    for index, event in enumerate(outline.briefing.events):
        name = say("palette.event", title=event.title)
        detail = f"{event.date}, {say(f'basis.{event.basis}')}"
        yield PaletteEntry(name, partial(act, "show-event", index), detail, arabic=event.arabic)


def _names(outline: Outline, act: Act) -> Iterator[PaletteEntry]:
    for name in outline.briefing.names:
        shown = say("palette.name", name=name.english)
        yield PaletteEntry(shown, partial(act, "show-name", name.arabic), name.role, name.arabic)


def _ways(outline: Outline, act: Act) -> Iterator[PaletteEntry]:
    key = next(one.written for one in bound() if one.action == "next-way")
    for way in WAYS if outline.has_summary else ():
        yield PaletteEntry(
            say(f"palette.way.{way}"), partial(act, "take-way", way), say("palette.key", key=key)
        )


def _actions(outline: Outline, act: Act) -> Iterator[PaletteEntry]:
    keys = {one.action: one.written for one in bound()}
    for name in filter(offered(outline).__contains__, _LISTED):
        yield PaletteEntry(words_for(name, outline), partial(act, name), say("palette.key", key=keys[name]))
