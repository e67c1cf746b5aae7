"""Peeking at evidence: the Arabic words that a claim quotes, in place under it."""

from __future__ import annotations

from msgspec import Struct

from briefing.document import Claim
from briefing.reading.effects import Notify, Reveal
from briefing.reading.result import Result
from briefing.reading.state import Reading
from briefing.reading.views import View
from briefing.settings.words import say


class Quoted(Struct, frozen=True):
    """A quote under its claim: the number of its paragraph, and its slice of the text of both."""

    number: int
    start: int
    end: int


def with_quotes(text: str, claim: Claim) -> tuple[str, tuple[Quoted, ...]]:
    """Return the `text` of a claim with its quotes under it, a line each, and where they stand in that.

    A quote that is cited twice from one paragraph stands there once.
    """
    quotes: list[Quoted] = []
    for number, quote in dict.fromkeys((one.paragraph, one.quote) for one in claim.citations if one.quote):
        text += "\n"
        quotes.append(Quoted(number, len(text), len(text) + len(quote)))
        text += quote
    return text, tuple(quotes)


def summary_text(reading: Reading, index: int) -> str:
    """Return the text of an item of the open view's summary, as it is shown: quotes included, if they are."""
    return shown_text(reading.open, index, reading.peeked)[0]


def shown_text(view: View, index: int, peeked: frozenset[Claim]) -> tuple[str, tuple[Quoted, ...]]:
    """Return the text of an item of a view's summary, and its quotes if they are shown (`peeked`)."""
    text, item = view.item_text(index), view.items[index]
    if peeked and isinstance(item, Claim) and item in peeked:
        return with_quotes(text, item)
    return text, ()


def peek(reading: Reading) -> Result:
    """Show the Arabic words behind the claim the reader stands on, under it; or hide them again."""
    claim, index = reading.claim, reading.item
    if claim is None or index is None:
        return Result(reading, (Notify(say("peek.none")),))
    if not any(one.quote for one in claim.citations):
        return Result(reading, (Notify(say("peek.not-given")),))
    selected = reading.selected
    if selected is not None and selected.pane != "article":
        selected = None  # what was selected may be gone
    after = reading.changed(peeked=reading.peeked ^ {claim}, selected=selected)
    end = len(summary_text(after, index)) - 1
    return Result(after, (Reveal("summary", index, end), Reveal("summary", index)))
