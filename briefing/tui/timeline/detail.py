"""The selected event in full: its date and how that is known, what happened in both languages, the note."""

from __future__ import annotations

from itertools import zip_longest

from rich.segment import Segment

from briefing.settings.words import say
from briefing.tui.painting import Highlight, one_line, row
from briefing.tui.timeline.dated import Dated
from briefing.tui.timeline.glyphs import sign
from briefing.tui.timeline.palette import Palette
from briefing.tui.timeline.rows import arabic_rows, blank, english_rows

_BETWEEN = 3  # columns between English and Arabic
_MEASURE = 80  # columns that a line of text should not exceed
_NOTE_MEASURE = 100


def head_rows(dated: Dated, width: int, palette: Palette, count: str = "") -> list[list[Segment]]:
    """Return the rows that say when, how that is known and where it stands; `count` goes to the right end."""
    date = f"{sign(dated)} {dated.label}"
    known = f"{date}   {dated.basis}"
    cited = " ".join(f"¶{number}" for number in dated.event.paragraphs)
    room = width - len(count) - 2 if len(count) + 24 < width else width
    text = f"{known}   {cited}".rstrip()
    styles = (Highlight(0, len(date), palette.date), Highlight(len(known), len(text), palette.muted))
    rows = list(english_rows(text, room, palette.text, styles))
    if room < width:
        rows[0] += [blank(2, palette.text), Segment(count, palette.muted)]
    return rows


def full_rows(dated: Dated, number: int, count: int, width: int, palette: Palette) -> list[list[Segment]]:
    """Return everything about an event, number `number` of `count`, in rows of at most `width` cells."""
    rows = head_rows(dated, width, palette, say("timeline.count", number=number, count=count))
    rows += _both_languages(dated, width, palette)
    rows += english_rows(dated.event.note, min(width, _NOTE_MEASURE), palette.muted)
    return rows


def short_row(dated: Dated, width: int, palette: Palette) -> list[Segment]:
    """Return date, English and Arabic in one row, each cut off with an ellipsis if it has to be."""
    event = dated.event
    date = one_line(f"{sign(dated)} {dated.label}", max(1, width // 2), "L")
    room = width - date.width - 2
    if room < 8:
        return row(date, width, palette.date)
    if event.arabic:
        english_room = (room - _BETWEEN) // 2
        english = one_line(event.title, english_room, "L")
        arabic = one_line(event.arabic, room - _BETWEEN - english.width, "R", palette.presentation)
        english = one_line(event.title, room - _BETWEEN - arabic.width, "L")
        right = [blank(_BETWEEN, palette.text), *row(arabic, room - _BETWEEN - english.width, palette.text)]
    else:
        english, right = one_line(event.title, room, "L"), []
    return [
        *row(date, date.width, palette.date),
        blank(2, palette.text),
        *row(english, english.width, palette.text),
        *right,
    ]


def _both_languages(dated: Dated, width: int, palette: Palette) -> list[list[Segment]]:
    event = dated.event
    if not event.arabic:
        return list(english_rows(event.title, min(width, _MEASURE), palette.text))
    room = (width - _BETWEEN) // 2
    left, right = min(room, _MEASURE), min(width - _BETWEEN - room, _MEASURE)
    english = list(english_rows(event.title, left, palette.text))
    arabic = list(arabic_rows(event.arabic, right, palette.text, palette.presentation))
    between = blank(width - left - right, palette.text)
    return [
        [*(a or [blank(left, palette.text)]), between, *(b or [blank(right, palette.text)])]
        for a, b in zip_longest(english, arabic)
    ]
