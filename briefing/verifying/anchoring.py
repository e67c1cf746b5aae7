"""What became of anchored citations in an article that may have changed: same, moved, or orphan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, Literal, NamedTuple

from briefing.document.errors import BriefingError
from briefing.document.model import Paragraph
from briefing.sources.fault import Fault
from briefing.verifying.anchors import Anchor, around, read_anchors
from briefing.verifying.examined import Examined
from briefing.verifying.finding import Finding, Region
from briefing.verifying.quoting import Quote

_MOST: Final = 50  # places of one quote that are compared


class Fate(NamedTuple):
    """What became of a citation. `paragraph` and `offset` are where it stands now: as before if it is *same*,
    0 and -1 if it is an *orphan*. `why` says in a few words what is another, "" if nothing is.
    """

    kind: Literal["same", "moved", "orphan"]
    paragraph: int
    offset: int
    why: str = ""


def fate(anchor: Anchor, paragraphs: Sequence[Paragraph]) -> Fate:
    """Return what became of an anchored quote in the `paragraphs` of today.

    *Same* is what is found first in its paragraph, at the offset and between the words that it was.
    """
    own = paragraphs[anchor.paragraph - 1].text if 1 <= anchor.paragraph <= len(paragraphs) else ""
    first = own.find(anchor.exact)
    if first == anchor.offset and _context(anchor, own, first) == 2:
        return Fate("same", anchor.paragraph, first)
    places = [
        (_context(anchor, paragraph.text, at), paragraph.number == anchor.paragraph, paragraph.number, at)
        for paragraph in paragraphs
        for at in _occurrences(anchor.exact, paragraph.text)
    ]
    if not places:
        return Fate("orphan", 0, -1, "its words are no longer in the article")
    places.sort(reverse=True)
    alike = [place for place in places if place[:2] == places[0][:2]]
    if len(alike) > 1:
        why = f"its words stand in {len(places)} places now, and which of them was meant cannot be told"
        return Fate("orphan", 0, -1, why)
    context, is_own, number, at = places[0]
    if paragraphs[number - 1].text.find(anchor.exact) != at:
        why = "its words stand there a second time now, before the place that was meant"
        return Fate("orphan", 0, -1, why)
    if not is_own:
        why = f"stands in ¶{number} now"
    elif at != anchor.offset:
        why = (
            f"stands {abs(at - anchor.offset)} characters {'later' if at > anchor.offset else 'earlier'} now"
        )
    else:
        why = "stands between other words now"
    return Fate(
        "moved", number, at, why if context == 2 or "between" in why else f"{why}, between other words"
    )


def anchor_findings(examined: Examined, quotes: Sequence[Quote]) -> Iterator[Finding]:
    """Yield each citation that is no longer the same, and how many were never anchored, if any were."""
    if not examined.is_folder:
        return
    try:
        kept = read_anchors(examined.path.parent)
    except BriefingError as error:
        yield Finding("unreadable", "mistake", error.file, Region(), error.where, error.what, error.cure)
        return
    if kept is None or examined.paragraphs is None:
        return
    by_words = {(one.paragraph, one.exact): one for one in kept[0]}
    without = 0
    for quote in quotes:
        anchor = by_words.get((quote.paragraph, quote.words))
        if anchor is None:
            without += 1
            continue
        now = fate(anchor, examined.paragraphs)
        if now.kind == "same":
            continue
        what = f"its evidence is {'an orphan' if now.kind == 'orphan' else 'moved'}: {now.why}"
        cure = (
            "agree to it with --anchor, or cite other words"
            if now.kind == "moved"
            else "cite the words that carry the claim now, or drop it"
        )
        yield _finding(
            examined, Fault(f"anchor-{now.kind}", quote.where, what, cure, (*quote.steps, "quote"))
        )
    if without:
        what = f"{without} {'citation has' if without == 1 else 'citations have'} no anchor yet"
        region = examined.region(("sections",))
        cure = "anchor them with --anchor"
        yield Finding("anchor-missing", "remark", examined.file, region, "sections", what, cure)


def _finding(examined: Examined, fault: Fault) -> Finding:
    region = examined.region(fault.steps)
    return Finding(fault.rule, "mistake", examined.file, region, fault.where, fault.what, fault.cure)


def _context(anchor: Anchor, text: str, at: int) -> int:
    """How much of what stood around the quote stands around it at `at`: 0, 1 or 2 sides."""
    prefix, suffix = around(text, at, at + len(anchor.exact))
    return (prefix == anchor.prefix) + (suffix == anchor.suffix)


def _occurrences(words: str, text: str) -> Iterator[int]:
    at = text.find(words)
    for _ in range(_MOST):
        if at < 0:
            return
        yield at
        at = text.find(words, at + 1)
