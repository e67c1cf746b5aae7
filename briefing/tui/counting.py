"""A large text counted on while it is read: a few milliseconds at a time, keys and frames come between."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from briefing.document.growing import GrowingParagraphs
from briefing.reading import Effect, Notify
from briefing.settings.words import say

if TYPE_CHECKING:
    from briefing.tui.screens.reader_screen import ReaderScreen

# Seconds in which is counted at a time, also where somebody waits for the end, and those between.
_COUNTING: Final = 0.016
_HURRIED: Final = 0.05
_PAUSE: Final = 0.002
_SAID: Final = 0.1  # seconds after which it is said anew how far it is counted


class Counting:
    """Counts on in the text that a screen shows, and tells the screen's reading how far it is."""

    def __init__(
        self, screen: ReaderScreen, carry_out: Callable[[Effect], object], waits: Callable[[], bool]
    ) -> None:
        """`waits` tells whether who reads waits for the end, and for nothing else."""
        self._screen = screen
        self._carry_out = carry_out
        self._waits = waits
        self._said = 0.0
        #: Whether there is more to count.
        self.goes_on = screen.reading.counted is not None

    def stop(self) -> None:
        """Leave the text as far as it is counted, and say nothing of it."""
        self.goes_on = False
        if (counted := self._screen.reading.counted) is not None:
            self._screen.do("counted", replace(counted, percent=100))

    def go_on(self) -> None:
        """Count on for a moment, and again after a pause, until all is counted."""
        reading = self._screen.reading
        paragraphs, before = reading.briefing.paragraphs, reading.counted
        if not self.goes_on or not isinstance(paragraphs, GrowingParagraphs):
            return
        stop = monotonic() + (_HURRIED if self._waits() else _COUNTING)
        while self.goes_on:
            self.goes_on = paragraphs.count_on()
            if monotonic() >= stop:
                break
        now = paragraphs.counted
        if before is None or not self.goes_on or now.percent == 100 or monotonic() > self._said + _SAID:
            self._said = monotonic()
            self._screen.do("counted", now)
        if self.goes_on:
            self._screen.set_timer(_PAUSE, self.go_on)
            return
        if now.lost:
            self._carry_out(Notify(say("notice.lost", encoding=now.encoding, count=now.lost)))
        if now.is_shorter:
            self._carry_out(Notify(say("notice.shorter")))
