"""Textual's parser of what a terminal sends, made safe against reports that make no sense.

Textual's own ends the program for some reports (a key with sub-fields, a code beyond Unicode, a mouse that
moved by pixels in a window of no size): what comes in is anybody's, a paste without brackets included.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import suppress
from typing import Final

from textual import events
from textual._xterm_parser import XTermParser
from textual.keys import Keys
from textual.message import Message

# A key report of the Kitty protocol: the key and other keys' codes, modifiers and the kind of event, text.
_KEY: Final = re.compile(
    r"\x1b\[(?P<code>\d*)[\d:]*(;(?P<modifiers>\d*)(:(?P<event>\d*)[\d:]*)?)?(?P<text>(;[\d:]*)?)(?P<end>[u~A-S])"
)
_RELEASED: Final = "3"
# Letters that go on behind an ESC: something longer, if more comes at once.
_BEGUN: Final = frozenset("[]ONPX^_")
# Columns and rows that a window may well have.
_SIDES: Final = range(1, 100_000)


class KeyParser(XTermParser):
    """Takes any text. What makes no sense is dropped; a key counts when it goes down, not when it goes up."""

    def feed(self, data: str) -> Iterable[Message]:
        """Parse `data`, the text that came in next ("": no more will come), to the events it stands for."""
        return self._sensible(super().feed(data))

    def settle(self) -> Iterable[Message]:
        """The keys that what was begun stands for, as nothing came for a moment: an ESC is Escape."""
        if self._timeout_time is not None:
            self._timeout_time = 0.0
        return self._sensible(super().tick())

    def _sensible(self, messages: Iterable[Message]) -> Iterable[Message]:
        try:
            for message in messages:
                if not isinstance(message, events.Resize) or _is_sensible(message):
                    yield message
        except (ArithmeticError, LookupError, TypeError, ValueError):
            self._start_anew()

    @property
    def waiting(self) -> bool:
        """Whether what has come may be the beginning of something, and is a key if nothing comes soon."""
        return self._timeout_time is not None

    def _start_anew(self) -> None:
        """Forget what was begun, and the rest of what came in one piece with it."""
        self._tokens.clear()
        self._gen = self.parse(self._tokens.append)
        self._awaiting = next(self._gen)
        self._timeout_time = None

    def parse_mouse_code(self, code: str) -> Message | None:
        """The event for a report of the mouse; None for one that makes no sense."""
        if self.terminal_size is not None and not all(self.terminal_size):
            self.terminal_size = None
        if self.terminal_pixel_size is not None and not all(self.terminal_pixel_size):
            self.terminal_pixel_size = None
        return super().parse_mouse_code(code)

    def _sequence_to_key_events(self, sequence: str, alt: bool = False) -> Iterable[events.Key]:
        """The keys that a sequence stands for: Esc and a letter are two, however fast the one follows.

        Textual takes them for Alt and that letter, which nothing here is bound to, and waits for more of it:
        both keys would be lost.
        """
        letter = sequence.removeprefix("\x1b")
        if len(letter) == 1 and (alt or letter != sequence) and letter.isprintable():
            if not alt and letter in _BEGUN:
                return
            yield events.Key("escape", "\x1b")
            sequence = letter
        yield from super()._sequence_to_key_events(sequence)

    def _parse_extended_key(self, sequence: str) -> list[events.Key] | None:  # type: ignore[override]
        """The keys of a report in the Kitty protocol; None if `sequence` is none."""
        match = _KEY.fullmatch(sequence) if ":" in sequence else None
        if match is not None:
            if match["event"] == _RELEASED:
                return [_ignored(sequence)]
            sequence = f"\x1b[{match['code']};{match['modifiers'] or ''}{match['text']}{match['end']}"
        with suppress(ArithmeticError, ValueError):
            keys = super()._parse_extended_key(sequence)
            if keys is None or all(_is_text(key.character) for key in keys):
                return keys
        return [_ignored(sequence)]


def _ignored(sequence: str) -> events.Key:
    return events.Key(Keys.Ignore.value, sequence)


def _is_text(character: str | None) -> bool:
    """Whether it may stand in a text: a lone surrogate may not."""
    return character is None or not any("\ud800" <= one <= "\udfff" for one in character)


def _is_sensible(resize: events.Resize) -> bool:
    return all(side in _SIDES for side in resize.size)
