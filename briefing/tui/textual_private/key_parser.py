"""Textual's parser of what a terminal sends, made safe against reports that make no sense.

Textual's own ends the program for some reports (a key with sub-fields, a code beyond Unicode, a mouse that
moved by pixels in a window of no size): what comes in is anybody's, a paste without brackets included.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Final

from textual import events
from textual._xterm_parser import XTermParser
from textual.keys import Keys
from textual.message import Message

from briefing.tui.textual_private.key_report import Report, report_of
from briefing.tui.textual_private.struck_key import StruckKey

# What lam-alef's one key sends, where it sends two letters.
_LAM: Final = "\u0644"
_ALEFS: Final = frozenset("\u0622\u0623\u0625\u0627")
# Letters that go on behind an ESC: something longer, if more comes at once.
_BEGUN: Final = frozenset("[]ONPX^_")
# A control sequence (ECMA-48 5.4) that is whole, and none of a mouse, a mode or a Linux console's key, which
# the parser looks for after keys. What it does not know by then it would type, sign by sign.
_REPORT: Final = re.compile(r"\x1b\[(?![<M\[])(?![ -?]*\$y)[0-?]*[ -/]*[@-~]")
# Columns and rows that a window may well have.
_SIDES: Final = range(1, 100_000)


class KeyParser(XTermParser):
    """Takes any text. What makes no sense is dropped; a key counts when it goes down, not when it goes up."""

    def feed(self, data: str) -> Iterable[Message]:
        """Parse `data`, the text that came in next ("": no more will come), to the events it stands for."""
        return _with_lam_alef(self._sensible(super().feed(data)))

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
        keys = list(super()._sequence_to_key_events(sequence))
        yield from keys or ([_ignored(sequence)] if _REPORT.fullmatch(sequence) else ())

    def _parse_extended_key(self, sequence: str) -> list[events.Key] | None:  # type: ignore[override]
        """The keys of a report in the Kitty protocol; None if `sequence` is none."""
        with suppress(ArithmeticError, ValueError):
            report = report_of(sequence)
            if report is not None and report.ignored:
                return [_ignored(sequence)]
            keys = super()._parse_extended_key(report.sequence if report is not None else sequence)
            if keys is None:
                return None
            if report is not None:
                keys = _completed(keys, report)
            if all(_is_text(key.character) for key in keys):
                return keys
        return [_ignored(sequence)]


def _completed(keys: list[events.Key], report: Report) -> list[events.Key]:
    """The keys with what Textual leaves out of account: Caps Lock, and the place on the keyboard.

    What was typed stays what it is; the key that acts is the letter's, whatever Caps Lock makes of it.
    """
    if len(keys) != 1:
        return keys
    [key] = keys
    name = key.key
    if report.caps_lock and len(name) == 1 and len(name.swapcase()) == 1:
        name = name.swapcase()
    return (
        [StruckKey(name, key.character, report.place)] if report.place else [events.Key(name, key.character)]
    )


def _with_lam_alef(messages: Iterable[Message]) -> Iterator[Message]:
    """Make one key of the two letters that the key of lam-alef sends at once."""
    held: events.Key | None = None
    for message in messages:
        if held is not None:
            if isinstance(message, events.Key) and message.key in _ALEFS:
                text = f"{_LAM}{message.key}"
                held = None
                yield events.Key(text, text)
                continue
            yield held
            held = None
        if isinstance(message, events.Key) and message.key == _LAM and type(message) is events.Key:
            held = message
        else:
            yield message
    if held is not None:
        yield held


def _ignored(sequence: str) -> events.Key:
    return events.Key(Keys.Ignore.value, sequence)


def _is_text(character: str | None) -> bool:
    """Whether it may stand in a text: a lone surrogate may not."""
    return character is None or not any("\ud800" <= one <= "\udfff" for one in character)


def _is_sensible(resize: events.Resize) -> bool:
    return all(side in _SIDES for side in resize.size)
