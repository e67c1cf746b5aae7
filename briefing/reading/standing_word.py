"""The word that "this word" means: to be searched for, or to be looked up."""

from __future__ import annotations

from briefing.reading.selection import word_at
from briefing.reading.state import Reading


def this_word(reading: Reading) -> str:
    """Return the word the reader stands on in the article, as its author wrote it; "" if there is none.

    It is what is selected, if that is within one line; else the word come to by words or by sentences; else
    the first word of the passage.
    """
    from briefing.reading.copying import selected_text

    if reading.selected is not None and reading.selected.pane == "article":
        selected = selected_text(reading).strip()
        if selected and "\n" not in selected:
            return selected
    if reading.passage is None:
        return ""
    text, place = reading.open.text(reading.passage), reading.standing_word
    if place is not None:
        return text[place.start : place.end]
    first = next((at for at, character in enumerate(text) if character.isalnum()), None)
    return "" if first is None else text[slice(*word_at(text, first))]
