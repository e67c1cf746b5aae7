"""Writing while reading: what is to be filled in or written, where the reader stands.

Nothing is written here: an action returns a slip to be filled in (`OpenSlip`) or an edit (`Write`).
"""

from __future__ import annotations

from typing import NamedTuple

from briefing.document import FULL_KEY, Claim, Event, Section
from briefing.document.given import arrival
from briefing.document.model import Citation, Name
from briefing.reading.effects import Effect, Notify, OpenSlip, Turn, Write
from briefing.reading.quotes_here import QuotesHere, quotes_here
from briefing.reading.result import Result
from briefing.reading.slips import BASES, KINDS, Slip, SlipField
from briefing.reading.state import Reading
from briefing.reading.views import Heading, Prose
from briefing.settings.words import say


class ClaimPlace(NamedTuple):
    """Where a claim stands: the key of its section, and its index (`at`) in it."""

    section: str
    at: int


# What is new.


def add_claim(reading: Reading) -> Result:
    """Fill in a claim whose evidence is what is selected, or the sentence at hand."""
    quotes = quotes_here(reading)
    if amiss := _amiss(quotes):
        return _said(reading, amiss)
    beside = reading.claim and place_of(reading, reading.claim)
    slip = Slip(
        "add-claim",
        (SlipField("text"),),
        quotes.citations,
        proposed=not quotes.chosen,
        section=section_here(reading, quotes.citations),
        beside=beside or None,
        beside_text=reading.claim.text if beside and reading.claim else "",
    )
    return _open(reading, slip)


def add_event(reading: Reading) -> Result:
    """Fill in an event: its date is the first in what is selected, or else in the sentence at hand."""
    quotes = quotes_here(reading)
    if amiss := _amiss(quotes):
        return _said(reading, amiss)
    date, basis, note = _date_in(quotes.citations)
    fields = _event_fields(Event(date, "", note=note, basis=basis))  # type: ignore[arg-type]
    slip = Slip("add-event", fields, quotes.citations, proposed=not quotes.chosen)
    return _open(reading, slip)


def _date_in(citations: tuple[Citation, ...]) -> tuple[str, str, str]:
    """The date that the words carry, its basis and a note; the first that is one, or what is said of none."""
    from briefing.proposing.dates import dates_in

    found = [one for citation in citations for one in dates_in(citation.quote)]
    if not found:
        return "", "stated", ""
    first = next((one for one in found if one.edtf), found[0])
    return first.edtf, "inferred" if "X" in first.edtf or first.note else "stated", first.note


def add_name(reading: Reading) -> Result:
    """Fill in a name of which what is selected, or this word, is the Arabic form; a known one is changed."""
    from briefing.reading.standing_word import this_word

    form = " ".join(this_word(reading).split())
    if not form or (reading.selected is not None and reading.selected.pane == "summary"):
        return _said(reading, "desk.no-words")
    known = next((at for at, one in enumerate(reading.briefing.names) if form in one.arabic), None)
    if known is not None:
        return _open(reading, name_slip(reading, known))
    fields = _name_fields(Name(KINDS[0], "", (form,)))  # type: ignore[arg-type]
    return _open(reading, Slip("add-name", fields, (Citation(reading.number or 0, form),)))


def begin_section(reading: Reading) -> Result:
    """Fill in the title of a section that begins at the paragraph the reader stands on."""
    number = reading.number
    if number is None:
        return _said(reading, "desk.no-paragraph")
    beginning = next((one for one in reading.briefing.sections if one.paragraphs[:1] == (number,)), None)
    if beginning is not None and _is_stored(reading):
        return _open(reading, section_slip(beginning))
    paragraph = reading.briefing.paragraph(number)
    arabic = " ".join(paragraph.text.split()) if paragraph.kind == "heading" else ""
    slip = Slip("begin-section", (SlipField("title"), SlipField("arabic", arabic)), paragraph=number)
    return _open(reading, slip)


def bottom_line(reading: Reading) -> Result:
    """Fill in the bottom line, or change it."""
    return _open(reading, _bottom_line_slip(reading))


def _bottom_line_slip(reading: Reading) -> Slip:
    return Slip("set-bottom-line", (SlipField("text", _joined(reading.briefing.bottom_line)),))


# What the reader stands on.


def edit(reading: Reading) -> Result:
    """Change what the reader stands on: a claim, an event, a title, the bottom line."""
    slip = _slip_here(reading)
    return _said(reading, "desk.nothing-here") if slip is None else _open(reading, slip)


def _slip_here(reading: Reading) -> Slip | None:
    briefing = reading.briefing
    if reading.focus == "timeline" and reading.event is not None:
        return Slip("change-event", _event_fields(briefing.events[reading.event]), index=reading.event)
    if reading.focus == "sidebar":
        section = reading.open.section
        if section.key != FULL_KEY:
            return section_slip(section)
        title = briefing.title
        return Slip("set-title", (SlipField("title", title.english), SlipField("arabic", title.arabic)))
    claim = claim_here(reading)
    if claim is not None:
        place = place_of(reading, claim)
        if place is None:
            return None
        fields = (SlipField("text", _joined(claim.text)),)
        return Slip("change-claim", fields, claim.citations, section=place.section, index=place.at)
    if reading.focus == "summary" and reading.item is not None:
        return _slip_of_item(reading, reading.item)
    return None


def _slip_of_item(reading: Reading, index: int) -> Slip | None:
    """The slip of a heading, or of the bottom line, in the summary."""
    items, item = reading.open.items, reading.open.items[index]
    if item.text in (reading.briefing.bottom_line, say("summary.bottom-line")):
        return _bottom_line_slip(reading)
    if isinstance(item, Heading | Prose):
        claim = next((one for one in items[index:] if isinstance(one, Claim)), None)
        place = place_of(reading, claim) if claim is not None else None
        if place is not None:
            return section_slip(reading.briefing.section(place.section))
    return None


def delete(reading: Reading) -> Result:
    """Take out what the reader stands on; it can be undone."""
    from briefing.writing.edits import DeleteClaim, DeleteEvent, JoinSection, SetBottomLine

    if reading.focus == "timeline" and reading.event is not None:
        return _write(reading, DeleteEvent(reading.event))
    if reading.focus == "sidebar" and reading.open.key != FULL_KEY:
        return _write(reading, JoinSection(reading.open.key))
    claim = claim_here(reading)
    place = None if claim is None else place_of(reading, claim)
    if place is not None:
        return _write(reading, DeleteClaim(*place))
    slip = _slip_here(reading) if reading.focus == "summary" else None
    if slip is not None and slip.kind == "set-bottom-line":
        return _write(reading, SetBottomLine(""))
    return _said(reading, "desk.nothing-here")


def undo(reading: Reading) -> Result:
    """Take the last edit back."""
    return Result(reading, (Turn("undo"),))


def redo(reading: Reading) -> Result:
    """Make the edit again that was taken back last."""
    return Result(reading, (Turn("redo"),))


def move_claim(reading: Reading, step: int) -> Result:
    """Move the claim one on (`step` 1) or back (-1), at an end of its section into the one beside."""
    from briefing.writing.edits import MoveClaim

    claim = claim_here(reading)
    place = None if claim is None else place_of(reading, claim)
    if place is None:
        return _said(reading, "desk.no-claim")
    sections = reading.briefing.sections
    own = next(at for at, one in enumerate(sections) if one.key == place.section)
    to = place.at + step
    if 0 <= to < len(sections[own].claims):
        return _write(reading, MoveClaim(*place, place.section, to))
    if not 0 <= own + step < len(sections):
        return _said(reading, "desk.first-claim" if step < 0 else "desk.last-claim")
    beside = sections[own + step]
    return _write(reading, MoveClaim(*place, beside.key, 0 if step > 0 else len(beside.claims)))


def accept(reading: Reading) -> Result:
    """Take a claim that a program drafted for one's own."""
    from briefing.writing.edits import AcceptClaim

    claim = claim_here(reading)
    place = None if claim is None else place_of(reading, claim)
    if claim is None or place is None:
        return _said(reading, "desk.no-claim")
    if not claim.drafted:
        return _said(reading, "desk.not-drafted")
    return _write(reading, AcceptClaim(*place))


# Names, in their window.


def name_slip(reading: Reading, index: int) -> Slip:
    """Return the slip in which a name is changed."""
    name = reading.briefing.names[index]
    return Slip("change-name", _name_fields(name), (), index=index)


def delete_name(reading: Reading, name: Name) -> Result:
    """Take a name out, if it is there still: the file may have been read anew behind the window."""
    from briefing.writing.edits import DeleteName

    names = reading.briefing.names
    return _write(reading, DeleteName(names.index(name))) if name in names else _said(reading, "desk.no-name")


def edit_name(reading: Reading, name: Name) -> Result:
    """Change a name, if it is there still."""
    names = reading.briefing.names
    if name not in names:
        return _said(reading, "desk.no-name")
    return _open(reading, name_slip(reading, names.index(name)))


# Where things stand.


def claim_here(reading: Reading) -> Claim | None:
    """Return the claim that the reader stands on, or in the article the one that led here."""
    if reading.focus == "summary":
        return reading.claim
    trail = reading.trail
    led = trail is not None and trail.number == reading.number
    return reading.claim if led and trail is not None and trail.origin is reading.claim else None


def place_of(reading: Reading, claim: Claim) -> ClaimPlace | None:
    """Return where a claim stands; None if it is not in the briefing."""
    for section in reading.briefing.sections:
        for index, one in enumerate(section.claims):
            if one is claim:
                return ClaimPlace(section.key, index)
    return None


def section_here(reading: Reading, citations: tuple[Citation, ...]) -> str:
    """Return the key of the section that a claim on these words belongs to: the open one, if it has them.

    "" if there is none.
    """
    numbers = [one.paragraph for one in citations]
    stored = [one for one in reading.briefing.sections if one.key == reading.open.key]
    for section in (*stored, *reading.briefing.sections):
        if all(number in section.paragraphs for number in numbers):
            return section.key
    return next((one.key for one in reading.briefing.sections if numbers[0] in one.paragraphs), "")


def section_slip(section: Section) -> Slip:
    """Return the slip in which the titles of a section are changed."""
    fields = (SlipField("title", section.title), SlipField("arabic", section.arabic))
    return Slip("rename-section", fields, section=section.key)


def _event_fields(event: Event) -> tuple[SlipField, ...]:
    return (
        SlipField("date", event.date),
        SlipField("title", _joined(event.title)),
        SlipField("basis", event.basis, BASES),
        SlipField("note", _joined(event.note)),
    )


def _name_fields(name: Name) -> tuple[SlipField, ...]:
    return (
        SlipField("english", name.english),
        SlipField("kind", name.kind, KINDS),
        SlipField("role", _joined(name.role)),
        SlipField("forms", " ، ".join(name.arabic)),
    )


def _is_stored(reading: Reading) -> bool:
    """Whether what is read is a briefing, whose sections somebody has named."""
    return arrival(reading.briefing) is None


def _joined(text: str) -> str:
    return " ".join(text.split())


def _amiss(quotes: QuotesHere) -> str:
    """The id of the words for what is wrong with quotes, "" if nothing is."""
    if not quotes.citations:
        return "desk.no-words"
    return "desk.too-long" if quotes.is_too_long else ""


def _said(reading: Reading, words: str) -> Result:
    return Result(reading, (Notify(say(words)),))


def _open(reading: Reading, slip: Slip) -> Result:
    effects: tuple[Effect, ...] = (OpenSlip(slip),)
    return Result(reading, effects)


def _write(reading: Reading, edit: object) -> Result:
    return Result(reading, (Write(edit),))  # type: ignore[arg-type]
