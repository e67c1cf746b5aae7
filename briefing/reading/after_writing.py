"""Where the reader stands once something is written: on what was written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.document import FULL_KEY, Claim
from briefing.reading.effects import Reveal
from briefing.reading.linking import event_selected, linked
from briefing.reading.moving import follow, open_view
from briefing.reading.result import Result
from briefing.reading.state import Reading
from briefing.writing import edits

if TYPE_CHECKING:
    from briefing.writing.edits import Edit


def after(reading: Reading, edit: Edit) -> Result:
    """Return the reading on what an edit has written, in a briefing that has it; else as it is."""
    claim = _claim(reading, edit)
    if claim is not None:
        return _on_claim(reading, claim)
    if isinstance(edit, edits.AddEvent | edits.ChangeEvent):
        events = reading.briefing.events
        at = next((at for at in range(len(events))[::-1] if _is_event(edit, events[at].title, at)), None)
        return Result(reading) if at is None else event_selected(reading.changed(selected=None), at)
    if isinstance(edit, edits.BeginSection) and reading.open.key != FULL_KEY:
        views = reading.views
        return open_view(
            reading, next((at for at, one in enumerate(views) if one.key == edit.key), reading.view)
        )
    if isinstance(edit, edits.AddName):
        return Result(reading.changed(selected=None))
    return Result(reading)


def _is_event(edit: edits.AddEvent | edits.ChangeEvent, title: str, at: int) -> bool:
    if isinstance(edit, edits.ChangeEvent):
        return at == edit.index
    return " ".join(title.split()) == " ".join(edit.event.title.split())


def _claim(reading: Reading, edit: Edit) -> Claim | None:
    """The claim that was written; None if none was, or it is gone again."""
    key = edit.to_section if isinstance(edit, edits.MoveClaim) else getattr(edit, "section", "")
    section = next((one for one in reading.briefing.sections if one.key == key), None)
    if section is None:
        return None
    claims = section.claims
    if isinstance(edit, edits.AddClaim):
        text = " ".join(edit.text.split())
        return next((one for one in claims[::-1] if " ".join(one.text.split()) == text), None)
    at = edit.to_index if isinstance(edit, edits.MoveClaim) else getattr(edit, "index", -1)
    changed = isinstance(edit, edits.ChangeClaim | edits.MoveClaim | edits.AcceptClaim)
    return claims[at] if changed and 0 <= at < len(claims) else None


def _on_claim(reading: Reading, claim: Claim) -> Result:
    """Stand on a claim: in the summary, or in the article on its evidence, as if one came from the claim."""
    index = next((at for at, one in enumerate(reading.open.items) if one is claim), None)
    if index is None:
        return Result(reading)
    shown = Reveal("summary", index)
    reading = reading.changed(selected=None)
    if reading.focus == "summary":
        return linked(reading.changed(item=index, trail=None)).asking(shown)
    if reading.focus == "article" and claim.paragraphs:
        return follow(reading, "summary", index, claim.paragraphs[0]).asking(shown)
    return Result(reading.changed(item=index), (shown,))
