"""The ways to read: side by side, between each other, one language alone; and zen, which is only the text."""

from __future__ import annotations

from typing import Final, get_args

from msgspec.structs import replace

from briefing.reading.effects import Keep, Notify, Reveal
from briefing.reading.moving import focus
from briefing.reading.result import Result
from briefing.reading.state import PaneName, Reading
from briefing.settings.choices import ReadingWay
from briefing.settings.words import say

#: In the order that the key goes through them.
WAYS: Final[tuple[ReadingWay, ...]] = get_args(ReadingWay)


def next_way(reading: Reading) -> Result:
    """Read in the next way, also the next time; where there is no summary, that is said."""
    return take_way(reading, WAYS[(WAYS.index(reading.way) + 1) % len(WAYS)])


def take_way(reading: Reading, way: ReadingWay) -> Result:
    """Read in that way, also the next time. What the reader stands on stays in sight."""
    if not reading.outline.has_summary:
        return Result(reading, (Notify(say("summary.none")),))
    taken = reading.changed(preferences=replace(reading.preferences, way=way), selected=None)
    there = _at_home(taken) if taken.focus in ("article", "summary") else Result(taken)
    shown = _where_one_stands(there.reading)
    return there.asking(*shown, Keep({"way": way}, say(f"now.way.{way}")))


def switch_zen(reading: Reading) -> Result:
    """Show only the text, or all again. How to get out is said on the way in."""
    if reading.zen:
        left = reading.changed(zen=False)
        return Result(left, _where_one_stands(left))
    entered = _at_home(reading.changed(zen=True))
    return entered.asking(*_where_one_stands(entered.reading), Notify(say("now.zen")))


def leave(reading: Reading) -> Result:
    """Leave the search; where there is none, the word the reader stands on; else go back to the text."""
    if reading.search is not None:
        return Result(reading.changed(search=None))
    if reading.focus == "article" and reading.standing_word is not None:
        return Result(reading.changed(word=None))
    return to_text(reading)


def to_text(reading: Reading) -> Result:
    """Back to the text; from there out of zen."""
    if reading.zen and reading.focus in _texts(reading):
        return switch_zen(reading)
    return focus(reading, reading.home)


def _at_home(reading: Reading) -> Result:
    """Give the focus to a text that is shown in this way: to the one that has it, if it is."""
    return focus(reading, reading.focus if reading.focus in _texts(reading) else reading.home)


def _texts(reading: Reading) -> tuple[PaneName, ...]:
    """The texts that are shown in this way without anything having led to them."""
    if reading.way == "interleaved":
        return ("article", "summary")
    return tuple(pane for pane in reading.panes if pane in ("article", "summary"))


def _where_one_stands(reading: Reading) -> tuple[Reveal, ...]:
    """What brings what the reader stands on into sight, where it is laid out otherwise than before."""
    passage, item = reading.passage, reading.item
    shown = () if passage is None else (Reveal("article", passage),)
    if item is None:
        return shown
    others = (Reveal("summary", item),)
    if reading.way == "interleaved":  # in one pane what has the focus
        return others if reading.focus == "summary" else shown
    return (*shown, *others)
