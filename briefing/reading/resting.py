"""What rests on a paragraph, and on how much a claim rests.

Evidence is weak, as far as the data alone can tell, where a quote is only a word or two, or where its words
stand in their paragraph more than once, so that it is not certain which of them are meant.
"""

from __future__ import annotations

from briefing.document import Briefing, Claim
from briefing.reading.effects import Notify, Reveal
from briefing.reading.linking import event_selected, linked
from briefing.reading.result import Result
from briefing.reading.state import Reading
from briefing.reading.views import Outline, View
from briefing.settings.words import say

# Words of a quote that are no more than a mention.
_FEW = 2


def to_claim(reading: Reading) -> Result:
    """From the article to the claim that led here, or else to the first that rests on this paragraph.

    In the summary to the next claim that rests on the paragraph the reader stands on in the article.
    """
    number = reading.number
    if reading.focus == "summary":
        others = [item for item in _claims_on(reading.open, number) if item != reading.item]
        if not others:
            return Result(reading, (Notify(say("claim.no-other", number=number)),))
        after = [item for item in others if reading.item is None or item > reading.item]
        return _stand_on(reading, (after or others)[0])
    trail = reading.trail
    if trail is not None and trail.number == number:
        if not isinstance(trail.origin, Claim):
            index = reading.briefing.events.index(trail.origin)
            there = event_selected(reading.changed(focus="timeline"), index)
            return Result(there.reading.changed(trail=trail), there.effects)
        if reading.claim is trail.origin and reading.item is not None:
            return _stand_on(reading, reading.item)
    items = _claims_on(reading.open, number)
    if not items:
        here = "claim.none-on" if reading.outline.has_claims else "copy.no-claims"
        return Result(reading, (Notify(say(here, number=number)),))
    return _stand_on(reading, items[0])


def _claims_on(view: View, number: int | None) -> list[int]:
    """The claims of a view's summary that rest on a paragraph, by index."""
    items = enumerate(view.items)
    return [at for at, item in items if isinstance(item, Claim) and number in item.paragraphs]


def _stand_on(reading: Reading, item: int) -> Result:
    """To a claim of the open view; the trail goes on from there if it is that claim's."""
    trail = reading.trail if item == reading.item else None
    there = linked(reading.changed(focus="summary", item=item, trail=trail))
    return Result(there.reading, (*there.effects, Reveal("summary", item), *weak_words(there.reading)))


def switch_signs(reading: Reading) -> Result:
    """Show on which paragraphs no claim rests and which claims have weak evidence; or no longer."""
    if not reading.outline.has_claims:
        return Result(reading, (Notify(say("copy.no-claims")),))
    after = reading.changed(shows_resting=not reading.shows_resting)
    if not after.shows_resting:
        return Result(after, (Notify(say("resting.off")),))
    view = reading.open
    claims = [item for item in view.items if isinstance(item, Claim)]
    said = say(
        "resting.on",
        bare=bare_count(reading.outline, view),
        paragraphs=len(view.section.paragraphs),
        weak=sum(is_weak(reading.briefing, claim) for claim in claims),
        claims=len(claims),
    )
    return Result(after, (Notify(said),))


def bare_count(outline: Outline, view: View) -> int:
    """Return how many paragraphs of a view have no claim that rests on them."""
    return sum(number in outline.bare for number in view.section.paragraphs)


def is_weak(briefing: Briefing, claim: Claim) -> bool:
    """Return whether any evidence of a claim is weak."""
    return bool(weakness(briefing, claim))


def weakness(briefing: Briefing, claim: Claim) -> tuple[str, ...]:
    """Return why the evidence of a claim is weak, in words, citation by citation; nothing if none is."""
    reasons: list[str] = []
    for citation in claim.citations:
        number, quote = citation.paragraph, citation.quote
        times = briefing.paragraph(number).text.count(quote)
        words = len(quote.split())
        if quote and words <= _FEW:
            reasons.append(say(f"weak.words.{words}", number=number))
        if quote and times > 1:
            reasons.append(say("weak.times", number=number, times=times))
    return tuple(dict.fromkeys(reasons))


def weak_words(reading: Reading) -> tuple[Notify, ...]:
    """Return what is said of the claim the reader stands on while signs of evidence are shown."""
    claim = reading.claim
    if not reading.shows_resting or claim is None or not (why := weakness(reading.briefing, claim)):
        return ()
    return (Notify(say("weak.why", why="; ".join(why))),)
