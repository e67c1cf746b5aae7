"""A date as documents write it of themselves, in ISO 8601 or English, as EDTF."""

from __future__ import annotations

import re
from typing import Final

from briefing.document.date_names import ENGLISH
from briefing.document.edtf_syntax import looks_like_edtf

# Years of this time in the Hijri and the Iranian calendar.
_OTHERS: Final = range(1300, 1501)
_LONGEST: Final = 200  # characters in which a date is looked for
# YYYY, YYYY-MM, YYYY-MM-DD (or without hyphens), and the time of day, which does not count.
_ISO: Final = (
    r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?|([0-9]{2})([0-9]{2}))?"
    r"(?:[T ][0-9:.,]+ ?(?:Z|UTC|[+-][0-9:]+)?)?"
)
_MONTHS: Final = [name.lower() for name in ENGLISH.months]
_MONTH: Final = (
    r"(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY: Final = r"([0-9]{1,2})(?:st|nd|rd|th)?"
# Each with the places of year, month and day among its groups.
_ENGLISH: Final = (
    (rf"\b{_DAY} (?:of )?{_MONTH},? ([0-9]{{4}})\b", (3, 2, 1)),
    (rf"\b{_MONTH} {_DAY},? ([0-9]{{4}})\b", (3, 1, 2)),
    (rf"\A{_MONTH},? ([0-9]{{4}})\Z", (2, 1)),
)


def edtf_written(text: str) -> str:
    """Return a date in ISO 8601 or English as EDTF, without the time of day; "" if it is none of these."""
    text = " ".join(text[:_LONGEST].split())
    if iso := re.fullmatch(_ISO, text):
        return _date(*(part for part in iso.groups() if part))
    for pattern, places in _ENGLISH:
        if found := re.search(pattern, text, re.IGNORECASE):
            year, month, *day = (found[at] for at in places)
            number = _MONTHS.index(month[:3].lower()) + 1
            return _date(year, f"{number:02}", *(f"{int(one):02}" for one in day))
    return ""


def _date(*parts: str) -> str:
    text = "-".join(parts)
    return text if looks_like_edtf(text) and int(parts[0]) not in _OTHERS and parts[0] != "0000" else ""
