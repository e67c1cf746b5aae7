"""Standing on a word of the article: moving by words and by sentences, and leaving it again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal

from briefing.reading.effects import Reveal
from briefing.reading.linking import linked
from briefing.reading.marks import Span
from briefing.reading.moving import opened
from briefing.reading.result import Result
from briefing.reading.selection import Place
from briefing.reading.state import Reading
from briefing.reading.views import View

Unit = Literal["word", "sentence"]

# Passages without any word that one step passes over, and characters before a part of a line that are looked
# at for how a sentence before it ends.
_PASSED: Final = 500
_BEFORE: Final = 400


def stand(reading: Reading, place: Place) -> Result:
    """Stand on a word of the article. What was selected there is so no longer: "this word" is another."""
    selected = reading.selected
    if selected is not None and selected.pane == "article":
        selected = None
    there = linked(reading.changed(passage=place.item, word=place, selected=selected))
    return there.asking(Reveal("article", place.item, place.start, stays=True))


def stand_on(reading: Reading, index: int, start: int) -> Result:
    """Stand on the word that holds character `start` of passage `index`; leave any word if there is none."""
    from briefing.reading.words_in import words_in

    if not 0 <= index < reading.open.count:
        return Result(reading)
    word = next((word for word in words_in(reading.open.text(index)) if word[0] <= start < word[1]), None)
    return leave_word(reading) if word is None else stand(reading, Place(index, *word))


def leave_word(reading: Reading) -> Result:
    """Stand on the passage as a whole."""
    return Result(reading if reading.word is None else reading.changed(word=None))


def step_unit(reading: Reading, unit: Unit, step: int) -> Result:
    """Stand on the next word (`step` 1) or the one before (-1), or on a sentence's first.

    From a passage as a whole it is the first in it, or the last before it. From the end of a section it goes
    on in the next.
    """
    view, index, place = reading.open, reading.passage, reading.standing_word
    if index is None or not view.count:
        return Result(reading)
    if place is not None or step > 0:
        starts = _starts(view, index, unit)
        if place is not None and step > 0:
            starts = [one for one in starts if one[0] > place.start]
        elif place is not None:
            starts = [one for one in starts if one[0] < place.start]
        if starts:
            return stand(reading, Place(index, *starts[0 if step > 0 else -1]))
    found = _beyond(view, index, unit, step)
    if found is not None:
        return stand(reading, found)
    beside = reading.view + step
    if reading.view == 0 or not 1 <= beside < len(reading.views):
        return Result(reading)
    next_view = reading.views[beside]
    found = _beyond(next_view, -1 if step > 0 else next_view.count, unit, step)
    return Result(reading) if found is None else stand(opened(reading, beside), found)


def _beyond(view: View, index: int, unit: Unit, step: int) -> Place | None:
    """The first place after a passage (`step` 1), or the last before it, as far as a step reaches."""
    last = view.count - 1
    for other in range(index + step, max(-1, min(last + 1, index + step * _PASSED)), step):
        starts = _starts(view, other, unit)
        if starts:
            return Place(other, *starts[0 if step > 0 else -1])
    return None


def _starts(view: View, index: int, unit: Unit) -> Sequence[Span]:
    """The words of a passage, or the first of each sentence that begins in it."""
    from briefing.reading.words_in import sentence_starts, words_in  # their tables, when they are needed

    text, passage = view.text(index), view.passage(index)
    if unit == "word":
        return words_in(text)
    goes_on = passage.start > 0 and passage.base is not None
    return sentence_starts(text, view.text(index - 1)[-_BEFORE:] if goes_on else "")
