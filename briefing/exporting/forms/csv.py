"""CSV (RFC 4180) of the events, for a sheet."""

from __future__ import annotations

import csv
import io
from typing import Final

from briefing.document import visible_controls
from briefing.document.dates import date_or_none
from briefing.document.days import Day
from briefing.exporting.chosen import Chosen

_HEAD: Final = ("date", "from", "to", "basis", "event", "original", "paragraphs", "note")
# What makes a formula of a cell in Excel, LibreOffice and Google Sheets when it comes first.
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\n", "＝", "＋", "－", "＠")


def written(chosen: Chosen, *, bom: bool = False) -> bytes:
    """Return it as UTF-8, lines ended by CR LF; with `bom` Excel takes it for UTF-8.

    `from` and `to` are the first and the last day (ISO 8601), empty where they are open or not known. A cell
    that a sheet would take for a formula gets an apostrophe before it: no document's text is computed.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(_HEAD)
    for event in chosen.events:
        date = date_or_none(event)
        first, last = (_iso(day) if day else "" for day in (date.start, date.end)) if date else ("", "")
        paragraphs = " ".join(map(str, event.paragraphs))
        cells = (event.date, first, last, event.basis, event.title, event.arabic, paragraphs, event.note)
        writer.writerow(map(_cell, cells))
    return ("\ufeff" * bom + out.getvalue()).encode()


def _iso(day: Day) -> str:
    return f"{'-' * (day.year < 0)}{abs(day.year):04}-{day.month:02}-{day.day:02}"


def _cell(text: str) -> str:
    text = visible_controls(text.replace("\r\n", "\n").replace("\r", "\n"))
    return f"'{text}" if text.startswith(_FORMULA) else text
