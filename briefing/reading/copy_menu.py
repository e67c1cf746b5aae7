"""What can be copied from where the reader stands, each thing with the text that it would be."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from briefing.exporting import singles
from briefing.exporting.lists import names_lines, timeline_lines
from briefing.exporting.singles import Rendition
from briefing.reading.copying import selected_text
from briefing.reading.effects import Copy
from briefing.reading.mentioning import name_here
from briefing.reading.quotes_here import quotes_here
from briefing.reading.standing_word import this_word
from briefing.reading.state import Reading
from briefing.settings.words import say


class Copyable(NamedTuple):
    """A thing that can be copied: its id, its name for people, and what makes its text of a `Rendition`.

    `takes_long`: of a large text that may take seconds.
    """

    id: str
    name: str
    make: Callable[..., str]
    arguments: tuple[Any, ...]
    takes_long: bool = False

    def copy(self, rendition: Rendition) -> Copy:
        """Return what puts it on the clipboard."""
        return Copy(self.make, (*self.arguments, rendition), self.name)


def entries(reading: Reading) -> tuple[Copyable, ...]:
    """Return what is at hand, the smallest first; the whole briefing always is."""
    return tuple(_entries(reading))


def _entries(reading: Reading) -> Iterator[Copyable]:
    briefing, is_large = reading.briefing, reading.counted is not None

    def entry(kind: str, make: Callable[..., str], *arguments: Any, **values: Any) -> Copyable:
        takes_long = is_large and kind in ("summary", "whole")
        return Copyable(kind, say(f"copy-menu.{kind}", **values), make, (briefing, *arguments), takes_long)

    if reading.selected is not None and (words := selected_text(reading)):
        yield entry("selection", singles.words_text, words)
    elif reading.focus == "article" and reading.standing_word is not None and (word := this_word(reading)):
        yield entry("word", singles.words_text, word)
    if reading.claim is not None:
        yield entry("claim", singles.claim_text, reading.claim)
    claim = reading.claim if reading.focus == "summary" else None
    here = quotes_here(reading)
    citations = here.citations if claim is None else claim.citations
    if citations and (claim is not None or not here.is_too_long):
        yield entry("quote", singles.quotes_text, citations)
    if reading.passage is not None:
        paragraph = reading.open.paragraph(reading.passage)
        yield entry("paragraph", singles.paragraph_text, paragraph, number=paragraph.number)
    if reading.open.has_summary:
        yield entry("summary", singles.summary_text, reading.view, title=reading.open.name)
    if reading.event is not None:
        yield entry("event", singles.line_text, timeline_lines([briefing.events[reading.event]])[0])
    if (name := name_here(reading)) is not None:
        yield entry("name", singles.line_text, names_lines([name])[0])
    yield entry("whole", singles.whole_text)
