"""What can be done in the windows over the reader, key by key."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import reduce
from typing import Final

from briefing.settings.keymap import written
from briefing.settings.words import say
from briefing.tui.screens.keys_screen import KeyLine, KeysScreen

#: Keys, and the id of the words for what they do.
Keys = tuple[tuple[str, ...], str]

_PAGED: Final[tuple[Keys, ...]] = (
    (("pagedown", "space"), "action.page-on"),
    (("pageup", "shift+space"), "action.page-back"),
)
_SCROLLED: Final[tuple[Keys, ...]] = (
    (("down", "j"), "window.row-on"),
    (("up", "k"), "window.row-back"),
    *_PAGED,
    (("home", "g"), "window.start"),
    (("end", "G"), "window.end"),
)
_STEPPED: Final[tuple[Keys, ...]] = (
    (("down", "j"), "window.next"),
    (("up", "k"), "window.previous"),
    (("home", "g"), "action.first-item"),
    (("end", "G"), "action.last-item"),
)

#: The keys of each window, by its name in the table of words.
WINDOWS: Final[Mapping[str, tuple[Keys, ...]]] = {
    "links": (
        *_STEPPED,
        *_PAGED,
        (("enter", "y"), "window.links.take"),
        (("escape", "a"), "window.close"),
    ),
    "copy-menu": (
        *_STEPPED,
        (("pagedown", "space"), "window.copy-menu.on"),
        (("pageup", "shift+space"), "window.copy-menu.back"),
        (("m", "tab"), "window.copy-menu.markdown"),
        (("s",), "window.copy-menu.source"),
        (("enter", "y"), "window.copy-menu.take"),
        (("escape", "C"), "window.close"),
    ),
    "source": (
        *_SCROLLED,
        (("enter",), "window.source.enter"),
        (("c", "y"), "window.copy"),
        (("escape", "i"), "window.close"),
    ),
    "names": (
        *_STEPPED,
        *_PAGED,
        (("enter",), "window.names.take"),
        (("E",), "window.names.edit"),
        (("D",), "window.names.delete"),
        (("c", "y"), "window.copy"),
        (("escape", "m"), "window.close"),
    ),
    "palette": (
        (("down",), "window.next"),
        (("up",), "window.previous"),
        (("pagedown",), "action.page-on"),
        (("pageup",), "action.page-back"),
        (("home",), "action.first-item"),
        (("end",), "action.last-item"),
        (("enter",), "window.palette.take"),
        (("f1",), "window.slip.keys"),
        (("escape", "ctrl+p"), "window.close"),
    ),
    "slip": (
        (("enter",), "window.slip.save"),
        (("ctrl+l",), "window.slip.beside"),
        (("tab", "down"), "window.slip.next"),
        (("shift+tab", "up"), "window.slip.previous"),
        (("pagedown", "pageup"), "window.slip.quotes-on"),
        (("f1",), "window.slip.keys"),
        (("escape",), "window.slip.close"),
    ),
}


class WindowKeys(KeysScreen):
    """The keys of one window."""

    def __init__(self, window: str) -> None:
        super().__init__()
        self._window = window

    def groups(self) -> Iterator[tuple[str, list[KeyLine]]]:
        """Return the window's title and its keys."""
        yield (
            say(f"{self._window}.title"),
            [(_written(keys), say(words)) for keys, words in WINDOWS[self._window]],
        )


def _written(keys: tuple[str, ...]) -> str:
    return reduce(lambda first, other: say("key.or", first=first, other=other), map(written, keys))
