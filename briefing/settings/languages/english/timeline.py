"""What is said in the timeline, and what its signs and those of the panes mean, by id."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

ENGLISH: Final[Mapping[str, str]] = {
    "timeline.reading": "Reading the dates…",
    "timeline.none": "No events",
    "timeline.no-year": "year unknown",
    "timeline.none-here": "This text comes without a timeline.",
    "timeline.count": "{number} of {count}",
    "basis.stated": "stated",
    "basis.inferred": "inferred",
    "basis.year": "year inferred",
    "basis.projected": "projection",
    "sign.day": "on that day",
    "sign.day.word": "day",
    "sign.period": "at some time in that month or year",
    "sign.period.word": "month or year",
    "sign.range": "from the one day to the other",
    "sign.range.word": "range",
    "sign.stated": "filled: the text states the date",
    "sign.stated.word": "stated",
    "sign.inferred": "hollow: the date, or its year, is inferred",
    "sign.inferred.word": "inferred",
    "sign.projection": "expected then",
    "sign.projection.word": "projection",
    "sign.several": "more than one event at this place",
    "sign.several.word": "several",
    "sign.gap": "a long time left out; on either side the scale may differ",
    "sign.gap.word": "gap",
    "sign.since": "from then on, its end is open",
    "sign.until": "until then, its beginning is open",
    "sign.tick": "the first day of the month or year below it",
    "sign.uncertain": "behind a day, month or year: that part is uncertain",
    "sign.circa": "about that date",
    "sign.count": "so many events have that date",
    "sign.more": "there is more of the text, that way",
    "sign.seen": "how much of the section was in sight: some, most, all",
    "sign.claim": "a claim",
    "sign.linked": "a claim that rests on the paragraph you stand on",
    "sign.current": "what you stand on",
    "sign.bare": "a paragraph on which no claim rests, once u is pressed",
    "sign.weak": "a claim that rests on little, once u is pressed",
    "sign.citation": "the paragraph it rests on: click to go there",
}
