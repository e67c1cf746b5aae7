"""The verdict on each quote of a briefing, and what is said of those that are not exact."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from briefing.document.citing import cited_in_sentence
from briefing.document.controls import shortened
from briefing.document.model import Paragraph, Section
from briefing.document.near_miss import word_list
from briefing.document.toml_literal import literal
from briefing.sources.fault import Steps
from briefing.sources.shape import BriefingFile
from briefing.verifying.differences import INVISIBLE, invisible_names
from briefing.verifying.verdict import Verdict
from briefing.verifying.verdicts import Judge

_SHOWN: Final = 60  # characters of a quote that are repeated


class Quote(NamedTuple):
    """One citation of a briefing: which it is, and what leads to it in the file."""

    where: str
    steps: Steps
    section: Section
    paragraph: int
    words: str
    verdict: Verdict


def judged_quotes(written: BriefingFile, paragraphs: tuple[Paragraph, ...]) -> Iterator[Quote]:
    """Yield every quote with its verdict, in the order of the file."""
    judge = Judge(paragraphs)
    known: dict[tuple[int, str], Verdict] = {}
    for at, section in enumerate(written.sections):
        for claim_at, claim in enumerate(section.claims):
            for cited_at, citation in enumerate(claim.citations):
                key = (citation.paragraph, citation.quote)
                if key not in known:
                    known[key] = judge.verdict(citation.quote, citation.paragraph)
                where = f'section "{section.key}", claim {claim_at + 1}, citation {cited_at + 1}'
                steps = ("sections", at, "claims", claim_at, "citations", cited_at)
                yield Quote(where, steps, section, citation.paragraph, citation.quote, known[key])


def said_of(quote: Quote) -> tuple[str, str]:
    """Return what is wrong with a quote whose verdict is not *exact*, and what would be right."""
    verdict, number = quote.verdict, quote.paragraph
    if not quote.words.strip():
        return "the quote is empty", f"copy the words of ¶{number} that carry the claim"
    shown = f'the quote "{shortened(quote.words, _SHOWN)}"'
    places = verdict.places
    if verdict.kind == "but for":
        return (
            f"{shown} stands in ¶{number} but for {_in_what(quote)}",
            f"write {literal(places[0].words)}",
        )
    if verdict.kind == "another paragraph":
        return _in_another(quote, shown)
    if verdict.kind == "stitched":
        numbers = sorted({place.paragraph for place in places})
        what = f"{shown} is put together of words from {len(places)} places ({cited_in_sentence(numbers)})"
        parts = "; ".join(f"¶{place.paragraph} {literal(place.words)}" for place in places)
        return what, f"cite each by itself: {parts}"
    if verdict.kind == "near":
        at = "" if places[0].paragraph == number else f" of ¶{places[0].paragraph}"
        what = f"{shown} is not in ¶{number}, but words{at or ' there'} are near ({verdict.score:g} of 100)"
        also = f", and cite ¶{places[0].paragraph}" if at else ""
        return what, f"write {literal(places[0].words)}{also}, if they are meant"
    if verdict.is_cut_short:
        return (
            f"{shown} is not in ¶{number}",
            "there is too much text to look for its like; copy the words exactly",
        )
    return (
        f"{shown} stands nowhere in the article",
        f"copy the words of ¶{number} that carry the claim, or drop it",
    )


def _in_another(quote: Quote, shown: str) -> tuple[str, str]:
    places = quote.verdict.places
    numbers = sorted({place.paragraph for place in places})
    but_for = quote.verdict.but_for
    what = f"{shown} is not in ¶{quote.paragraph} but in {cited_in_sentence(numbers)}"
    what += f", but for {_in_what(quote)}" if but_for else ""
    own = [number for number in numbers if number in quote.section.paragraphs]
    to_cite = own[0] if own else numbers[0]
    cure = f"write paragraph = {to_cite}" if len(numbers) == 1 or own else "cite the one that is meant"
    if but_for:
        cure += f" and quote = {literal(places[0].words)}"
    if not own:
        cure += ", and add it to the section's paragraphs"
    return what, cure


def _in_what(quote: Quote) -> str:
    """In what a quote is spelt in another way than the article; what nobody sees is named."""
    said = []
    for what in quote.verdict.but_for:
        names = invisible_names(quote.words, quote.verdict.places[0].words) if what == INVISIBLE else ""
        said.append(f"{what} ({names})" if names else what)
    return word_list(said).replace('"', "").replace(" or ", " and ")
