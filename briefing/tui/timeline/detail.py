"""The selected event in full: its date and how that is known, what happened in both languages, the note."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import zip_longest

from rich.segment import Segment
from rich.style import Style

from briefing.document.citing import cited
from briefing.settings.words import in_use, say
from briefing.tui.painting import Highlight, one_line, row
from briefing.tui.panes.cross_references import leading_to
from briefing.tui.panes.row import in_order
from briefing.tui.timeline.dated import DatedEvent
from briefing.tui.timeline.glyphs import sign
from briefing.tui.timeline.rows import arabic_rows, blank, english_rows, own_rows
from briefing.tui.timeline.timeline_looks import TimelineLooks

_PLAIN = Style.null()
_BETWEEN = 3  # columns between English and Arabic
_MEASURE = 80  # columns that a line of text should not exceed
_NOTE_MEASURE = 100
# FSI and PDI: between them, `12 Jun 2024` stays as it is in a line that runs from right to left.
_FIELD, _FIELD_ENDS = "\u2068", "\u2069"


def head_rows(dated: DatedEvent, width: int, looks: TimelineLooks, count: str = "") -> list[list[Segment]]:
    """Return the rows that say when, how that is known and where it stands.

    Each number of a paragraph leads there; the one that the reader has come to (`looks.at`) stands out.

    Args:
        dated: The event.
        width: The most cells of a row.
        looks: The looks to paint with.
        count: What to say at the end of how many events there are; may be empty.
    """
    paragraphs, at = dated.event.paragraphs, looks.at
    fields = _fields(sign(dated), " ", dated.label, "   ", dated.basis, "   ", cited(paragraphs))
    date, known, numbers = (len("".join(fields[:end])) for end in (3, 5, 6))
    text = "".join(fields).rstrip()
    styles = [Highlight(0, date, looks.date), Highlight(known, len(text), looks.muted)]
    for index, number in enumerate(paragraphs):
        start = text.index(cited([number]), numbers)
        numbers = start + len(cited([number]))
        styles.append(
            Highlight(start, numbers, leading_to(number) + (looks.within if index == at else _PLAIN))
        )
    if at is not None and len(paragraphs) > 1:
        place = _fields(say("citations.place", number=at + 1, count=len(paragraphs)))[0]
        styles.append(Highlight(len(text), len(text) + 1 + len(place), looks.muted))
        text = f"{text} {place}"
    room = width - len(count) - 2 if len(count) + 24 < width else width
    rows = list(own_rows(text, room, looks.text, styles))
    if room < width:
        counted = [blank(2, looks.text), Segment(count, looks.muted)]
        rows[0] = [*counted[::-1], *rows[0]] if in_use().mirrored else [*rows[0], *counted]
    return rows


def full_rows(
    dated: DatedEvent, number: int, count: int, width: int, looks: TimelineLooks
) -> list[list[Segment]]:
    """Return everything about an event, number `number` of `count`, in rows of at most `width` cells."""
    rows = head_rows(dated, width, looks, say("timeline.count", number=number, count=count))
    rows += _both_languages(dated, width, looks)
    return rows + _padded(
        english_rows(dated.event.note, min(width, _NOTE_MEASURE), looks.muted, looks.found(dated.event.note)),
        width,
    )


def short_row(dated: DatedEvent, width: int, looks: TimelineLooks) -> list[Segment]:
    """Return date, English and Arabic in one row, each cut off with an ellipsis if it has to be.

    The date is the last to be cut: what is left of one would be another.
    """
    event = dated.event
    fields = _fields(sign(dated), " ", dated.label)
    date = one_line("".join(fields), width, "R" if in_use().mirrored else "L")
    room = width - date.width - 2
    if room < 8:
        return row(date, width, looks.date)
    if event.arabic and room >= 8 + _BETWEEN + 8:
        english_room = (room - _BETWEEN) // 2
        english = one_line(event.title, english_room, "L")
        arabic = one_line(event.arabic, room - _BETWEEN - english.width, "R", looks.presentation)
        english = one_line(event.title, room - _BETWEEN - arabic.width, "L")
        right = [
            blank(_BETWEEN, looks.text),
            *row(arabic, room - _BETWEEN - english.width, looks.text, looks.found(event.arabic)),
        ]
    else:
        english = one_line(event.title, room, "L")
        right = [blank(room - english.width, looks.text)] if in_use().mirrored else []
    when = [row(date, date.width, looks.date), [blank(2, looks.text)]]
    texts = [*row(english, english.width, looks.text, looks.found(event.title)), *right]
    return [*in_order([*when, texts], mirrored=in_use().mirrored)]


def _fields(*fields: str) -> list[str]:
    """Fields of a row, and the blanks between them; in a mirrored interface fit for a line from the right."""
    if not in_use().mirrored:
        return [*fields]
    return [field if field.isspace() else f"{_FIELD}{field}{_FIELD_ENDS}" for field in fields]


def _padded(rows: Iterable[list[Segment]], width: int) -> list[list[Segment]]:
    """Rows of a text that begins at the left, in a mirrored interface too: there in exactly `width` cells."""
    if not in_use().mirrored:
        return [*rows]
    return [Segment.adjust_line_length(row, width, row[-1].style if row else None) for row in rows]


def _both_languages(dated: DatedEvent, width: int, looks: TimelineLooks) -> list[list[Segment]]:
    event = dated.event
    if not event.arabic:
        return _padded(
            english_rows(event.title, min(width, _MEASURE), looks.text, looks.found(event.title)), width
        )
    room = (width - _BETWEEN) // 2
    left, right = min(room, _MEASURE), min(width - _BETWEEN - room, _MEASURE)
    english = list(english_rows(event.title, left, looks.text, looks.found(event.title)))
    arabic = list(arabic_rows(event.arabic, right, looks.text, looks.presentation, looks.found(event.arabic)))
    between = blank(width - left - right, looks.text)
    return [
        [*(a or [blank(left, looks.text)]), between, *(b or [blank(right, looks.text)])]
        for a, b in zip_longest(english, arabic)
    ]
