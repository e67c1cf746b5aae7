"""A draft held against its article: what is proved, what is there already, and what may not come in."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from briefing.document.model import Paragraph, Section
from briefing.drafting.answer import Answer
from briefing.drafting.claim_gate import ClaimGate
from briefing.drafting.event_gate import EventGate
from briefing.drafting.name_gate import NameGate
from briefing.drafting.new_sections import new_sections
from briefing.drafting.outcome import NewSection, Outcome
from briefing.drafting.texts import plain
from briefing.sources.shape import BriefingFile


def outcome(
    answers: Sequence[Answer],
    written: BriefingFile,
    paragraphs: Sequence[Paragraph],
    numbers: Collection[int],
    only: int | None = None,
) -> Outcome:
    """Return what becomes of `answers`.

    Args:
        answers: All of them, in the order of the article's parts.
        written: The briefing as it is.
        paragraphs: Those of the article.
        numbers: The paragraphs that were handed over; nothing else may be cited.
        only: The index of the one section that claims may come into.
    """
    drafts = [answer.draft for answer in answers]
    asked = frozenset(numbers)
    made: tuple[NewSection, ...] = ()
    if not written.sections:
        made = new_sections([one for draft in drafts for one in draft.sections], len(paragraphs))
    sections = written.sections or tuple(
        Section(one.key, one.title, one.arabic, one.paragraphs) for one in made
    )
    of_claims = ClaimGate(sections, written.names, paragraphs, asked, only)
    of_events = EventGate(written.events, paragraphs, asked)
    of_names = NameGate(written.names, [written.title.arabic, *(one.text for one in paragraphs)])
    claims = [one for draft in drafts for one in draft.claims]
    events = [one for draft in drafts for one in draft.events]
    names = [one for draft in drafts for one in draft.names]
    return Outcome(
        tuple(of_claims.judged(one, at) for at, one in enumerate(claims, 1)),
        tuple(of_events.judged(one, at) for at, one in enumerate(events, 1)),
        tuple(of_names.judged(one, at) for at, one in enumerate(names, 1)),
        made,
        " ".join(dict.fromkeys(text for draft in drafts if (text := plain(draft.bottom_line)))),
        tuple(fault for answer in answers for fault in answer.faults),
    )
