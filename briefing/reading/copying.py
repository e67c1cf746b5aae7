"""What is copied: the author's own text, never what is painted."""

from __future__ import annotations

from briefing.reading.effects import Copy, Notify
from briefing.reading.peeking import summary_text
from briefing.reading.result import Result
from briefing.reading.state import Reading, SelectedIn
from briefing.settings.words import say


def copy_summary(reading: Reading) -> Result:
    """Copy the summary of the view that is open."""
    if not reading.open.has_summary:
        here = reading.outline.has_summary
        return Result(reading, (Notify(say("summary.none-here" if here else "summary.none")),))
    from briefing.exporting import section_text  # here and below: not on the way to the first frame

    what = say("copied.summary", title=reading.open.name)
    return Result(reading, (Copy(section_text, (reading.briefing, reading.open.section), what),))


def copy_claim(reading: Reading) -> Result:
    """Copy the claim the reader stands on with the Arabic words behind it."""
    if reading.claim is None:
        return Result(reading, (Notify(say(_no_claim(reading))),))
    from briefing.exporting import claim_text

    return Result(reading, (Copy(claim_text, (reading.briefing, reading.claim), say("copied.claim")),))


def _no_claim(reading: Reading) -> str:
    """The id of the words for why there is no claim to copy."""
    if reading.open.first_claim is not None:
        return "copy.no-claim"
    return "copy.no-claims-here" if reading.outline.has_claims else "copy.no-claims"


def copy_paragraph(reading: Reading) -> Result:
    """Copy the paragraph the reader stands on in the article, with the line that says where it comes from."""
    if reading.passage is None:
        return Result(reading)
    from briefing.exporting import paragraph_text

    paragraph = reading.open.paragraph(reading.passage)
    what = say("copied.paragraph", number=paragraph.number)
    return Result(reading, (Copy(paragraph_text, (reading.briefing, paragraph), what),))


def copy_selection(reading: Reading) -> Result:
    """Copy the text that is selected."""
    if reading.selected is None:
        return Result(reading, (Notify(say("copy.nothing-selected")),))
    return Result(reading, (Copy(selected_text, (reading,), say("copied.selection")),))


def selected_text(reading: Reading) -> str:
    """Return the author's words under the selection, a blank line between items; empty for none."""
    if reading.selected is None:
        return ""
    pane, selection = reading.selected
    parts: list[str] = []
    items = selection.items
    for index in items:
        text = item_text(reading, pane, index)
        if index in (items[0], items[-1]):
            text = text[slice(*(selection.in_item(index, len(text)) or (0, 0)))]
        own, at = reading.open.interleaving.entry(index) if pane == "both" else (pane, index)
        continued = own == "article" and reading.open.passage(at).start > 0
        parts += [text] if continued or not parts else ["\n\n", text]
    return "".join(parts)


def item_text(reading: Reading, pane: SelectedIn, index: int) -> str:
    """Return the text of an item that can be selected.

    A passage is as its author wrote it; what stands in the summary has its white space as single spaces,
    as it is shown, and a claim is without its citations; the quotes shown under it are the article's words.
    """
    if pane == "both":
        return item_text(reading, *reading.open.interleaving.entry(index))
    if pane == "article":
        return reading.open.text(index)
    return summary_text(reading, index)
