"""What no rule of loading forbids: some of it mistakes, most of it for a person to judge."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefing.document.citing import cited_in_sentence
from briefing.document.controls import shortened
from briefing.document.model import Claim, Event, Name, Paragraph
from briefing.sources.fault import Fault, Steps
from briefing.verifying.dates import uncarried_parts
from briefing.verifying.estimates import likelihoods, mixed
from briefing.verifying.examined import Examined
from briefing.verifying.finding import Level
from briefing.verifying.negation import lost_negation
from briefing.verifying.numbers import uncarried
from briefing.verifying.quoting import Quote
from briefing.verifying.speech import lost_speaker
from briefing.verifying.unreviewed import unreviewed


class Remark(NamedTuple):
    """A fault of that level at a value of the briefing."""

    level: Level
    fault: Fault


def remarks(examined: Examined, quotes: list[Quote]) -> Iterator[Remark]:
    """Yield what is to be said of a briefing with an article, beside mistakes of loading and quotes."""
    written, paragraphs = examined.written, examined.paragraphs
    if written is None or paragraphs is None:
        return
    by_claim: dict[Steps, list[Quote]] = {}
    for quote in quotes:
        by_claim.setdefault(quote.steps[:4], []).append(quote)
    for at, section in enumerate(written.sections):
        for claim_at, claim in enumerate(section.claims):
            where = f'section "{section.key}", claim {claim_at + 1}'
            steps = ("sections", at, "claims", claim_at)
            yield from claim_remarks(claim, where, steps, by_claim.get(steps, []), paragraphs, written.names)
    for sentence in mixed(written.bottom_line):
        yield Remark("remark", _mixed("top level", ("bottom_line",), sentence))
    for at, event in enumerate(written.events):
        if not examined.shaped.is_guessed(("events", at, "date")):
            yield from _of_event(examined, event, at)
    yield from (Remark("remark", fault) for fault in unreviewed(examined))
    yield from _uncovered(examined)


def claim_remarks(
    claim: Claim,
    where: str,
    steps: Steps,
    quotes: Sequence[Quote],
    paragraphs: Sequence[Paragraph],
    names: Sequence[Name],
) -> Iterator[Remark]:
    """Yield what is to be said of one claim, given its judged `quotes` and the `names` of its briefing.

    `where` and `steps` are its place, in words and in the file.
    """
    at = (*steps, "text")
    if claim.drafted:
        cure = "read it against its quotes, and take `drafted` out if it is right"
        what = "a program drafted this claim, and nobody has accepted it"
        yield Remark("remark", Fault("draft", where, what, cure, (*steps, "drafted")))
    if quotes:
        around = [_text_of(paragraphs, quote.paragraph) for quote in quotes]
        for one in uncarried(claim.text, [quote.words for quote in quotes], around):
            if one.is_in_paragraphs:
                what = f'the number "{one.written}" stands in what it cites, but not in the words it quotes'
                cure = "quote the words that give it as well"
            else:
                what, cure = (
                    f'the number "{one.written}" is not in what it cites',
                    "cite what gives it, or leave it out",
                )
            yield Remark("mistake" if one.is_certain else "remark", Fault("number", where, what, cure, at))
    for quote in quotes:
        for place in quote.verdict.places[:1] if quote.verdict.kind in ("exact", "but for") else ():
            text = _text_of(paragraphs, place.paragraph)
            if word := lost_negation(claim.text, text, place.start):
                what = f'in ¶{place.paragraph} "{word}", right before the words it quotes, denies them'
                yield Remark("remark", Fault("negation", where, what, "quote that word, and deny it too", at))
            if speaker := lost_speaker(claim.text, text, place.start, place.end, names):
                what = (
                    f'¶{place.paragraph} has this from somebody ("{speaker}"), and the claim does not say so'
                )
                yield Remark("remark", Fault("attribution", where, what, "say in the claim who said it", at))
                break
    for sentence in mixed(claim.text):
        yield Remark("remark", _mixed(where, at, sentence))
    terms = set(likelihoods(claim.text))
    if claim.likelihood and terms and claim.likelihood not in terms:
        what = f'likelihood is "{claim.likelihood}", and the text says "{next(iter(terms))}"'
        yield Remark("remark", Fault("estimate", where, what, "say the same in both", (*steps, "likelihood")))


def _of_event(examined: Examined, event: Event, index: int) -> Iterator[Remark]:
    texts = [_text_of(examined.paragraphs or (), number) for number in event.paragraphs]
    for part in uncarried_parts(event.date, [text for text in texts if text]) if any(texts) else ():
        what = f"no paragraph that it cites gives the {part}"
        cure = 'cite the one that does, or mark what is inferred, as in "2024?-06" or "2024-06-?09"'
        level: Level = "mistake" if event.basis == "stated" else "remark"
        yield Remark(level, Fault("event-date", f"event {index + 1}", what, cure, ("events", index, "date")))


def _uncovered(examined: Examined) -> Iterator[Remark]:
    written, paragraphs = examined.written, examined.paragraphs
    if written is None or paragraphs is None or not written.sections:
        return
    in_sections = {number for section in written.sections for number in section.paragraphs}
    cited = {n for section in written.sections for claim in section.claims for n in claim.paragraphs}
    outside = [one.number for one in paragraphs if one.number not in in_sections]
    silent = [one.number for one in paragraphs if one.number in in_sections and one.number not in cited]
    if outside and not any(
        examined.shaped.is_guessed(("sections", at)) for at in range(len(written.sections))
    ):
        cure = "add them to the sections they belong to"
        yield Remark(
            "remark", Fault("coverage", "sections", f"{_listed(outside)} in no section", cure, ("sections",))
        )
    if silent:
        cure = "make claims of them, if they matter"
        yield Remark(
            "remark", Fault("coverage", "sections", f"{_listed(silent)} under no claim", cure, ("sections",))
        )


def _listed(numbers: list[int]) -> str:
    shown = cited_in_sentence(numbers[:20])
    more = f" and {len(numbers) - 20} more" if len(numbers) > 20 else ""
    return f"{shown}{more} {'are' if len(numbers) > 1 else 'is'}"


def _mixed(where: str, steps: Steps, sentence: str) -> Fault:
    what = f'likelihood and confidence are mixed in one sentence ("{shortened(sentence, 60)}")'
    return Fault("estimate", where, what, "give them a sentence each", steps)


def _text_of(paragraphs: Sequence[Paragraph], number: int) -> str:
    return paragraphs[number - 1].text if 1 <= number <= len(paragraphs) else ""
