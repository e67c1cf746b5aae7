"""The timeline as markup: drawn, and as a list that says the same in words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from briefing.document import Event
from briefing.document.dates import date_in_words
from briefing.exporting.page.drawing import drawing, drawn_kind, is_cut
from briefing.exporting.page.escaping import escaped
from briefing.exporting.page.scale import NumberedEvent, dated
from briefing.exporting.page.wording import english, foreign
from briefing.exporting.tongues import Tongue

# Dates that HTML knows, too.
_PLAIN: Final = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}")
_LEGEND: Final = (
    ("day", "a day"),
    ("range", "lasted from one day to another"),
    ("period", "at some time between the brackets"),
    ("since", "since, with no end"),
    ("until", "until, with no beginning"),
    ("projected", "expected"),
)


def timeline(events: Iterable[Event], tongue: Tongue, paragraph: Callable[[int], str]) -> Iterator[str]:
    """Yield the timeline of events; `paragraph` makes a link of a paragraph's number."""
    listed = _in_order(events)
    known = {one.number: _basis(one) for one in listed}
    drawn = [one for one in listed if one.date]
    if drawn:
        yield '<div class="wide" role="region" aria-label="Timeline, drawn" tabindex="0">\n'
        yield drawing(drawn, known)
        yield f'</div>\n<p class="legend">{escaped(_legend(drawn))}</p>\n'
    if missing := len(listed) - len(drawn):
        yield f'<p class="legend">Not drawn, because the year is not known: {missing}.</p>\n'
    yield '<ol class="events">\n'
    for one in listed:
        yield _listed(one, known[one.number], tongue, paragraph)
    yield "</ol>\n"


def _in_order(events: Iterable[Event]) -> Sequence[NumberedEvent]:
    """Return the events in the order of time, numbered, those without a year or a date last."""
    found = [dated(event) for event in events]
    found.sort(key=lambda one: (one.date is None, one.first, one.last))
    return [one._replace(number=number) for number, one in enumerate(found, 1)]


def _basis(one: NumberedEvent) -> str:
    if one.event.basis == "inferred":
        return "year inferred" if one.date and one.date.year_inferred else "date inferred"
    return {"stated": "stated in the article", "projected": "a projection"}[one.event.basis]


def _legend(drawn: Sequence[NumberedEvent]) -> str:
    """What the marks mean that are there, in words."""
    kinds = {drawn_kind(one) for one in drawn}
    shapes = {
        "day": "dot",
        "range": "bar",
        "period": "diamond",
        "since": "arrow to the right",
        "until": "arrow to the left",
        "projected": "hatched band",
    }
    said = [f"{shapes[name]}: {meaning}" for name, meaning in _LEGEND if name in kinds]
    if any(one.event.basis == "inferred" for one in drawn):
        said.append("filled: stated in the article; hollow: inferred")
    if any(one.date and one.date.approximate for one in drawn):
        said.append("dashed: approximate")
    if any(one.date and one.date.uncertain for one in drawn):
        said.append("?: uncertain")
    if is_cut(drawn):
        said.append("//: time left out")
    line = "; ".join(said)
    return f"{line[0].upper()}{line[1:]}."


def _listed(one: NumberedEvent, basis: str, tongue: Tongue, paragraph: Callable[[int], str]) -> str:
    event = one.event
    label = date_in_words(event)
    when = f"<span>{escaped(label)}</span>"
    if _PLAIN.fullmatch(event.date):
        when = f'<time datetime="{event.date}">{escaped(label)}</time>'
    written = f' <code title="EDTF, ISO 8601-2">{escaped(event.date)}</code>' if event.date != label else ""
    cited = " ".join(map(paragraph, event.paragraphs))
    parts = [
        f'<p class="when">{when}{written} <span class="sure">{basis}</span> {cited}</p>',
        english("p", event.title, tongue),
        foreign("p", event.arabic, tongue, "arabic") if event.arabic else "",
        english("p", event.note, tongue, "sure") if event.note else "",
    ]
    return f'<li id="v{one.number}">{"".join(parts)}</li>\n'
