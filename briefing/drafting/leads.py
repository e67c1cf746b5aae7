"""What of an article is worth a claim, found without any program: sentences with what they carry."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Final, Literal

from msgspec import Struct

from briefing.arabic.sentence_breaks import sentence_boundaries
from briefing.document.model import Name, Paragraph
from briefing.proposing.dates import dates_in
from briefing.proposing.names import names_in
from briefing.verifying.figures.figures_in_text import figures
from briefing.verifying.speech import speech_in

Why = Literal["date", "number", "name", "speech"]
_FEW: Final = frozenset((Fraction(1), Fraction(2)))  # in words these are as often something else


class Reason(Struct, frozen=True):
    """Why a sentence is worth a look: words of it that are a date, a number, a name, or say who speaks."""

    why: Why
    words: str


class Lead(Struct, frozen=True):
    """A sentence, `[start:end]` of the text of a paragraph, and why it is worth a look."""

    paragraph: int
    start: int
    end: int
    sentence: str
    reasons: tuple[Reason, ...]


def leads(
    paragraphs: Sequence[Paragraph], numbers: Collection[int], names: Sequence[Name] = ()
) -> Iterator[Lead]:
    """Yield the sentences with a date, a number, a name or reported speech, in the order of the article.

    Args:
        paragraphs: Those of the article.
        numbers: Which of them are looked at.
        names: Those that are known already.
    """
    forms = sorted({form for name in names for form in name.arabic if form.strip()}, key=len, reverse=True)
    for paragraph in paragraphs:
        if paragraph.number not in numbers:
            continue
        text = paragraph.text
        for start, end in pairwise((0, *sentence_boundaries(text))):
            sentence = text[start:end]
            if reasons := tuple(_reasons(sentence, forms)):
                left = len(sentence) - len(sentence.lstrip())
                yield Lead(
                    paragraph.number, start + left, start + len(sentence.rstrip()), sentence.strip(), reasons
                )


def _reasons(sentence: str, forms: Sequence[str]) -> Iterator[Reason]:
    dates = dates_in(sentence)
    yield from _each("date", (sentence[one.start : one.end] for one in dates))
    numbers = [one for one in figures(sentence) if one.begins_with_digit or not one.values <= _FEW]
    free = [
        one for one in numbers if not any(date.start < one.end and one.start < date.end for date in dates)
    ]
    yield from _each("number", (sentence[one.start : one.end] for one in free))
    found = [(sentence.find(form), form) for form in forms if form in sentence]
    paired = [(one.start, sentence[one.start : one.end]) for one in names_in(sentence)]
    longer = [*(words for _, words in paired), *(form for _, form in found)]
    found = [one for one in found if not any(one[1] in words and one[1] != words for words in longer)]
    yield from _each("name", (words for _, words in sorted([*found, *paired])))
    if words := speech_in(sentence):
        yield Reason("speech", words)


def _each(why: Why, words: Iterator[str]) -> Iterator[Reason]:
    for one in dict.fromkeys(words):
        yield Reason(why, one)
