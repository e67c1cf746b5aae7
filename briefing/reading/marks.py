"""What is marked in the article, by the role that each mark plays."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final, Literal, get_args

from briefing.document import Briefing, Claim, Event

#: `name`: a name that the briefing knows. `evidence`: words to light up. `citation`: paragraphs that are
#: cited, whose numbers are marked. `bare`: paragraphs on which no claim rests, which have a sign beside their
#: numbers. `hit`: what a search has found, `current-hit` the one that the reader has come to. Where two marks
#: overlap, the later of these lies over the earlier.
Role = Literal["name", "evidence", "citation", "bare", "hit", "current-hit"]

#: A slice of a text: the index of its first character, and the index after its last.
Span = tuple[int, int]

#: Slices of paragraphs, by paragraph number: in order, none touching another. None: all of the paragraph.
Spans = Mapping[int, tuple[Span, ...]]

Marks = Mapping[Role, Spans]

#: What is marked in one text, in the order of the roles: the slices of each role, none if it is all of the
#: text. A role that marks nothing there is missing. The values are equal if the same is marked.
TextMarks = tuple[tuple[Role, tuple[Span, ...]], ...]

#: Returns what is marked in a text for what its words are: in order, no span touching another.
Finder = Callable[[str], tuple[Span, ...]]

_ROLES: Final[tuple[Role, ...]] = get_args(Role)

NO_SPANS: Final[Spans] = {}
NO_MARKS: Final[Marks] = {}


def evidence(briefing: Briefing, claim: Claim | None) -> Spans:
    """Return the words behind `claim` (None: no claim): the first occurrence of each quote it cites.

    Where a quote was not given out, that is all of the paragraph.
    """
    found: dict[int, list[Span]] = {}
    for citation in claim.citations if claim else ():
        text = briefing.paragraph(citation.paragraph).text
        words = citation.quote or text
        start = text.find(words)
        if start >= 0:
            found.setdefault(citation.paragraph, []).append((start, start + len(words)))
    return {number: merged(spans) for number, spans in found.items()}


def occurrences(briefing: Briefing, forms: Iterable[str]) -> Spans:
    """Return everywhere that one of the Arabic `forms` of a name stands in the article, as words of it."""
    from briefing.reading.mentions import NameTable  # when a name is looked for

    table = NameTable([tuple(forms)])
    found = ((paragraph.number, table.spans(paragraph.text)) for paragraph in briefing.paragraphs)
    return {number: spans for number, spans in found if spans}


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return slices in order that cover the same as `spans`, none of them touching another."""
    result: list[Span] = []
    for start, end in sorted(spans):
        if result and start <= result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return tuple(result)


def marks_in(marks: Marks, number: int, start: int, end: int) -> TextMarks:
    """Return what is marked in `[start:end]` of paragraph `number`, counted from there."""
    found: list[tuple[Role, tuple[Span, ...]]] = []
    for role in _ROLES if marks else ():
        spans = marks.get(role, NO_SPANS).get(number)
        inside = tuple((a - start, b - start) for a, b in cut(spans or (), start, end))
        if inside or spans == ():
            found.append((role, inside))
    return tuple(found)


def in_order(*found: tuple[Role, tuple[Span, ...]]) -> TextMarks:
    """Return what is found in one text by several, in the order of the roles."""
    return tuple(sorted(found, key=lambda one: _ROLES.index(one[0]))) if len(found) > 1 else found


def cut(spans: Sequence[Span], start: int, end: int) -> tuple[Span, ...]:
    """Return what of `spans` (in order, none touching another) lies in `[start:end]`, cut at its ends."""
    if not spans:
        return ()
    first = bisect_right(spans, start, key=lambda span: span[1])
    last = bisect_left(spans, end, key=lambda span: span[0])
    return tuple((max(a, start), min(b, end)) for a, b in spans[first:last])


def marks_of_evidence(spans: Spans) -> Marks:
    """Return the marks for evidence: its words are lit, and the paragraphs they stand in count as cited."""
    return {"evidence": spans, "citation": dict.fromkeys(spans, ())} if spans else NO_MARKS


def marks_of_event(event: Event) -> Marks:
    """Return the marks for an event: the paragraphs it rests on."""
    return {"citation": dict.fromkeys(event.paragraphs, ())}
