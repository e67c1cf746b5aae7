"""iCalendar (RFC 5545) of the events: all-day entries, each saying how exact and how sure its date is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final
from uuid import NAMESPACE_URL, uuid5

from briefing.document import Event, visible_controls
from briefing.document.citing import cited
from briefing.document.dates import EventDate, date_or_none
from briefing.document.days import Day
from briefing.document.line_ends import with_line_feeds
from briefing.exporting.chosen import Chosen
from briefing.exporting.plain import source_line

_OCTETS: Final = 75  # of a line, without its end
_LAST: Final = Day(9999, 12, 31)
_EPOCH: Final = (
    "19700101T000000Z"  # for what nobody recorded when it was made: output does not change by itself
)
# A side of an interval that is one day, qualified or not.
_ONE_DAY: Final = re.compile(r"[?~%]?-?\d{4}[?~%]?-[?~%]?\d\d[?~%]?-[?~%]?\d\d[?~%]?")
_BASIS: Final = {
    "stated": "The date is stated in the article.",
    "inferred": "The date is inferred: the article gives a part of it.",
    "projected": "The date is projected: an expectation.",
}


def written(chosen: Chosen) -> bytes:
    """Return a calendar as UTF-8, lines ended by CR LF.

    A day with a time of day is an entry at that time: of UTC if the date says how far it is from that, else
    wherever the calendar is. A month, a year or an interval is one from its first day to its last. None takes
    up time. Of an
    open interval the known day stands. What has no day at all (`XXXX-06-10`), or one that a calendar cannot
    have, is a journal entry without a date. What is uncertain, approximate or expected is tentative.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//briefing//export//EN", "CALSCALE:GREGORIAN"]
    lines.append(f"X-WR-CALNAME:{_text(chosen.briefing.title.shown)}")
    seen: Counter[str] = Counter()
    for event in chosen.events:
        lines += _entry(chosen, event, seen)
    lines.append("END:VCALENDAR")
    return b"".join(_folded(line) for line in lines)


def _entry(chosen: Chosen, event: Event, seen: Counter[str]) -> Iterator[str]:
    date = date_or_none(event)
    days = _days(date)
    kind = "VEVENT" if days else "VJOURNAL"
    name = "\n".join((chosen.briefing.title.shown, event.date, event.title, event.arabic))
    seen[name] += 1
    unique = uuid5(NAMESPACE_URL, f"{name}\n{seen[name]}".encode(errors="replace").decode())
    yield f"BEGIN:{kind}"
    yield f"UID:{unique}"
    yield f"DTSTAMP:{_stamp(chosen)}"
    if days:
        first, last = days
        time = _time(date) if date else ""
        yield f"DTSTART:{time}" if time else f"DTSTART;VALUE=DATE:{_day(first)}"
        if last != _LAST and not time:
            yield f"DTEND;VALUE=DATE:{_day(Day.from_ordinal(last.toordinal() + 1))}"
    unsure = bool(date and (date.uncertain or date.approximate)) or event.basis != "stated"
    label = date.label if date else event.date
    exact = date is not None and date.precision == "day" and not unsure and days is not None
    yield f"SUMMARY;LANGUAGE=en:{_text(event.title if exact else f'{event.title} ({label})')}"
    yield f"DESCRIPTION:{_text(_description(chosen, event, date))}"
    if days:
        yield f"STATUS:{'TENTATIVE' if unsure else 'CONFIRMED'}"
        yield "TRANSP:TRANSPARENT"
    yield f"END:{kind}"


def _days(date: EventDate | None) -> tuple[Day, Day] | None:
    """The first and the last day of an entry; None if there is no day that a calendar can have."""
    if date is None:
        return None
    first, last = date.start or date.end, date.end or date.start
    if first is None or last is None or first.year < 1 or last > _LAST:
        return None
    return (first, first) if date.start is None or date.end is None else (first, last)


def _time(date: EventDate) -> str:
    """The day and the time of a date that has one, "" of any other."""
    if date.seconds is None or date.start is None or date.start != date.end:
        return ""
    days, seconds = divmod(date.seconds, 86_400)
    day = Day.from_ordinal(date.start.toordinal() + days)
    is_utc = re.search(r"T.*(?:Z|[+-]\d\d(?::?\d\d)?)$", date.edtf) is not None
    time = f"{seconds // 3600:02}{seconds // 60 % 60:02}{seconds % 60:02}"
    return f"{_day(day)}T{time}{'Z' * is_utc}" if day.year >= 1 and day <= _LAST else ""


def _description(chosen: Chosen, event: Event, date: EventDate | None) -> str:
    lines = [event.arabic, event.note, _BASIS[event.basis], _extent(event, date)]
    if date and date.uncertain:
        lines.append(f"Uncertain: {', '.join(date.uncertain)}.")
    if date and date.approximate:
        lines.append(f"Approximate: {', '.join(date.approximate)}.")
    lines.append(f"EDTF {event.date} {cited(event.paragraphs)}".strip())
    lines.append(source_line(chosen.briefing))
    return "\n".join(line for line in lines if line)


def _extent(event: Event, date: EventDate | None) -> str:
    """What the days of an entry are, where they are not simply those of what happened."""
    if date is None or (date.start is None and date.end is None):
        return "No day is known."
    are_days = all(_ONE_DAY.fullmatch(side) for side in event.date.split("/") if side.strip(".") != "")
    if date.end is None:
        first = "the first day" if are_days else "the first day that it may have begun on"
        return f"This is {first}; the end is open or not known."
    if date.start is None:
        last = "the last day" if are_days else "the last day that it may have ended on"
        return f"This is {last}; the beginning is open or not known."
    if date.precision == "day" or ("/" in event.date and are_days):
        return ""
    return "From the first day that it may be to the last."


def _stamp(chosen: Chosen) -> str:
    origin = chosen.briefing.origin
    found = re.match(r"(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d):(\d\d)", origin.received if origin else "")
    return "{}{}{}T{}{}{}Z".format(*found.groups()) if found else _EPOCH


def _day(day: Day) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"


def _text(text: str) -> str:
    text = visible_controls(with_line_feeds(text))
    return re.sub(r"[\\;,]", r"\\\g<0>", text).replace("\n", "\\n")


def _folded(line: str) -> bytes:
    """A content line in as many as it takes (section 3.1), with no character cut in two."""
    parts, part, room = [], bytearray(), _OCTETS
    for character in line:
        data = character.encode()
        if len(part) + len(data) > room:
            parts.append(bytes(part))
            part, room = bytearray(), _OCTETS - 1  # the blank that a line goes on with
        part += data
    return b"\r\n ".join([*parts, bytes(part)]) + b"\r\n"
