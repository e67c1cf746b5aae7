"""Going through the mentions of a name one by one, and what is said of the name that the reader stands on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.reading.effects import Notify, Reveal
from briefing.reading.linking import linked
from briefing.reading.marks import Spans, occurrences
from briefing.reading.moving import beside, open_item
from briefing.reading.result import Result
from briefing.reading.selection import Place
from briefing.settings.words import say

if TYPE_CHECKING:
    from briefing.document import Name
    from briefing.reading.state import Reading

_BETWEEN: Final = " · "


class Walk(NamedTuple):
    """The mentions of a name that the reader goes through, and at which they are.

    `stops` are a paragraph's number and a slice of it each, in the order of the article. It goes on as long
    as `spans` are the ones that are lit.
    """

    name: str
    spans: Spans
    stops: tuple[tuple[int, int, int], ...]
    at: int


def show_name(reading: Reading, forms: Sequence[str]) -> Result:
    """Light a name up wherever one of its Arabic `forms` stands, and go to the first place."""
    spans = occurrences(reading.briefing, forms)
    stops = tuple((number, *span) for number in sorted(spans) for span in spans[number])
    if not stops:
        return Result(reading, (Notify(say("names.nowhere")),))
    known = (name.english for name in reading.briefing.names if set(forms) & {*name.arabic})
    return _stopped(reading, Walk(next(known, ""), spans, stops, 0))


def walk_of(reading: Reading) -> Walk | None:
    """Return the mentions that the reader goes through; None if they have left them."""
    walk = reading.walk
    return walk if walk is not None and walk.spans is reading.pinned else None


def open_or_next(reading: Reading) -> Result:
    """From a mention to the next, from the name stood on too; elsewhere as `open_item` has it."""
    if reading.focus == "article":
        if walk_of(reading) is not None:
            return step_mention(reading, 1)
        if (name := name_here(reading)) is not None:
            return _from_here(show_name(reading, name.arabic).reading, reading)
    return open_item(reading)


def _from_here(walking: Reading, before: Reading) -> Result:
    """Go to the first mention behind the word that the reader stood on before all were lit.

    What is written together with a name stands before it in that word.
    """
    walk, place = walking.walk, before.standing_word
    if walk is None or place is None or before.number is None:
        return Result(walking)
    end = place.end + before.open.passage(place.item).start
    passed = sum((number, start) < (before.number, end) for number, start, _ in walk.stops)
    return _stopped(before, walk._replace(at=passed % len(walk.stops)))


def step_mention(reading: Reading, step: int) -> Result:
    """Go to the next mention (1) or the one before (-1), round and round."""
    walk = walk_of(reading)
    if walk is None:
        return Result(reading)
    return _stopped(reading, walk._replace(at=(walk.at + step) % len(walk.stops)))


def switch_names(reading: Reading) -> Result:
    """Light up all names in the article, or no longer."""
    return Result(reading.changed(shows_names=not reading.shows_names))


def _stopped(reading: Reading, walk: Walk) -> Result:
    number, start, end = walk.stops[walk.at]
    gone = beside(reading, number)
    index = gone.open.passage_of(number, start)
    if index is None:
        return Result(reading)
    before = gone.open.passage(index).start
    place = Place(index, start - before, end - before)
    there = linked(
        gone.changed(passage=index, word=place, focus="article", pinned=walk.spans, trail=None, walk=walk)
    )
    return there.asking(Reveal("article", index, place.start))


def name_here(reading: Reading) -> Name | None:
    """Return the name that a word stood on in the article belongs to; of several, the longest mention's."""
    place, names = reading.standing_word, reading.briefing.names
    if place is None or not names:
        return None
    found = reading.outline.names.mentions(reading.open.text(place.item))
    here = [one for one in found if one.start < place.end and one.end > place.start]
    return names[max(here, key=lambda one: one.end - one.start).name] if here else None


def status(reading: Reading) -> str:
    """Return what is said under the article: the name stood on, its role, which of its mentions it is."""
    walk, name = walk_of(reading), name_here(reading)
    parts: list[str] = []
    if walk is not None:
        parts = [walk.name, say("names.place-of", number=walk.at + 1, count=len(walk.stops))]
    if name is not None and (walk is None or walk.name == name.english):
        parts = [name.english, *parts[1:], name.role]
    elif name is not None:
        parts = [name.english, name.role]
    return _BETWEEN.join(filter(None, parts))
