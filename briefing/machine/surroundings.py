"""The environment made harmless: variables that libraries take on trust, before those are imported.

Textual has variables for those who develop with it: they name code to import, keys to press, files to write
(with the document's text) and machines to connect to, and a value that makes no sense ends in a traceback.
What a reader may want of them stays, as far as it makes sense.
"""

from __future__ import annotations

from collections.abc import Callable, MutableMapping
from typing import Final

#: Of the terminal's size the terminal itself is asked, also when it changes.
_SIZE: Final = ("COLUMNS", "LINES")

_FOR_READERS: Final[dict[str, Callable[[str], bool]]] = {
    "TEXTUAL_COLOR_SYSTEM": lambda value: value in ("auto", "standard", "256", "truecolor"),
    "TEXTUAL_ANIMATIONS": lambda value: value.lower() in ("none", "basic", "full"),
    "TEXTUAL_DISABLE_KITTY_KEY": lambda value: value in ("", "0", "1"),
    "TEXTUAL_ALLOW_SIGNALS": lambda _: True,
    "TEXTUAL_SMOOTH_SCROLL": lambda value: value in ("0", "1"),
    "TEXTUAL_FPS": lambda value: _is_number(value, 1, 1000),
    "TEXTUAL_DRIVER": lambda value: value == "textual.drivers.web_driver:WebDriver",  # under textual-serve
    "ESCDELAY": lambda value: _is_number(value, 1, 10_000),
    "UNICODE_VERSION": lambda value: value in ("auto", "latest"),
    "TTY_COMPATIBLE": lambda value: value in ("0", "1"),
    "TTY_INTERACTIVE": lambda value: value in ("0", "1"),
}


def make_harmless(environment: MutableMapping[str, str]) -> None:
    """Take out of `environment` what is not for readers, makes no sense, or is the terminal's to say."""
    for name in [*environment]:
        sensible = _FOR_READERS.get(name)
        if name == "NO_COLOR" and not environment[name]:
            del environment[name]  # by its convention it says nothing then, to Textual it would
            continue
        if (
            name in _SIZE
            or (name.startswith("TEXTUAL") and sensible is None)
            or (sensible is not None and not sensible(environment[name]))
        ):
            del environment[name]


def _is_number(text: str, least: int, most: int) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= 5 and least <= int(text) <= most
