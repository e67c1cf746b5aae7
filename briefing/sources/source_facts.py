"""What a document says of where it comes from, as a briefing's provenance has it: dates in EDTF."""

from __future__ import annotations

import re

from msgspec.structs import replace

from briefing.document.controls import title_line
from briefing.document.model import Origin, Provenance
from briefing.document.written_dates import edtf_written
from briefing.exporting.tracing import address_of
from briefing.proposing.dates import dates_in
from briefing.sources.addresses import is_web_address

_LONGEST = 200  # characters in which a date is looked for


def provenance_of(origin: Origin, source: str, capture: str = "") -> Provenance:
    """Return the provenance of a document: its line, its capture, and what it says of itself.

    What it does not say, and a date that is none, is left out. Its address is that of `address_of`.
    """
    address = address_of(origin)
    return replace(
        Provenance(source, capture),
        author=_line(origin.author),
        published=edtf_of(origin.published),
        publication=_line(origin.publication),
        address=address if is_web_address(address) else "",
        accessed=edtf_of(origin.received or origin.captured),
    )


def edtf_of(written: str) -> str:
    """Return a date as a document writes it in EDTF, without the time of day; "" if that cannot be told.

    Of a day whose month might be the other number, and of a date of another calendar, it cannot.
    """
    if found := edtf_written(written):
        return found
    dates = dates_in(" ".join(written[:_LONGEST].split()))
    if len(dates) != 1 or not re.fullmatch(r"[0-9]{4}(?:-[0-9]{2}){0,2}", dates[0].edtf):
        return ""
    is_weekday = re.fullmatch(r"an? \w+day", dates[0].note)
    return dates[0].edtf if is_weekday or not dates[0].note else ""


def _line(text: str) -> str:
    return title_line(text)
