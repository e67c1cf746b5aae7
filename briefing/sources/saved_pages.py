"""What programs that save and archive pages note in them: the address that a page came from, and when."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Final, NamedTuple

_ADDRESS: Final = r"(https?://[^\s<>\"']+)"
_SINGLE_FILE: Final = re.compile(
    rf"\s*Page saved with SingleFile\s+url:\s*{_ADDRESS}(?:\s+saved date:[ \t]*([^\n]+))?"
)
_BROWSER: Final = re.compile(rf"\s*saved from url=\(\d+\){_ADDRESS}")
_HTTRACK: Final = re.compile(r"\s*Mirrored from (\S+) by HTTrack[^\]]*\],?\s*([^\n]+)")
_WAYBACK: Final = re.compile(r"\s*FILE ARCHIVED ON (\d\d:\d\d:\d\d \w{3} \d\d, \d{4}) AND RETRIEVED FROM THE")
# Where archives put a page: behind the time, which they count in UTC.
_ARCHIVED: Final = re.compile(
    r"https?://(?:web\.archive\.org/web|archive\.(?:ph|is|today|fo|li|md|vn)|arquivo\.pt/wayback)/"
    r"(\d{4})\.?(\d\d)\.?(\d\d)-?(\d\d)(\d\d)(\d\d)(?:[a-z]{2}_)?/(https?://?.+)",
    re.IGNORECASE,
)
# `Thu Nov 26 2026 12:00:00 GMT+0300 (Arabian Standard Time)`, as scripts write a date.
_DATES: Final = (
    (re.compile(r"\w{3} (\w{3} \d\d? \d{4} \d\d:\d\d:\d\d GMT[+-]\d{4})"), "%b %d %Y %H:%M:%S GMT%z"),
    (re.compile(r"\w{3}, (\d\d? \w{3} \d{4} \d\d:\d\d:\d\d GMT)"), "%d %b %Y %H:%M:%S GMT"),
    (re.compile(r"(\d\d:\d\d:\d\d \w{3} \d\d, \d{4})"), "%H:%M:%S %b %d, %Y"),
    (re.compile(r"(\d{14})\d{0,3}"), "%Y%m%d%H%M%S"),
)
_LONGEST: Final = 100


class Saved(NamedTuple):
    """From where and when a page was saved; "" for what is not known. `at` is in ISO 8601, or as written."""

    address: str = ""
    at: str = ""


def saved_by_comment(text: str) -> Saved:
    """Return what a comment of a page says of its saving."""
    if found := _SINGLE_FILE.match(text):
        return Saved(found[1], _time(found[2] or ""))
    if found := _BROWSER.match(text):
        return Saved(found[1])
    if found := _HTTRACK.match(text):
        return Saved(found[1] if "://" in found[1] else f"http://{found[1]}", _time(found[2]))
    if found := _WAYBACK.match(text):
        return Saved(at=_time(found[1]))
    return Saved()


def saved_by_values(said: Mapping[str, str], root: Mapping[str, str]) -> Saved:
    """Return what its `<meta>` elements (Save Page WE) or its root (WebScrapBook) say of its saving."""
    address = said.get("savepage-url", "") or root.get("data-scrapbook-source", "")
    at = said.get("savepage-date", "") or root.get("data-scrapbook-create", "")
    return Saved(address if re.fullmatch(_ADDRESS, address) else "", _time(at))


def out_of_archive(address: str) -> Saved:
    """Return the address that a page had before an archive took it in, and when that was, by its new one."""
    found = _ARCHIVED.fullmatch(address)
    if not found:
        return Saved(address)
    year, month, day, hour, minute, second = found.groups()[:6]
    own = re.sub(r"^(https?):/+", r"\1://", found[7])
    return Saved(own, f"{year}-{month}-{day}T{hour}:{minute}:{second}+00:00")


def _time(written: str) -> str:
    """A time in ISO 8601, in UTC where no zone is written; as it is written if it is none that is known."""
    written = " ".join(written.split())[:_LONGEST]
    for pattern, form in _DATES:
        if found := pattern.match(written):
            try:
                time = datetime.strptime(found[1], form)
            except ValueError:  # no such day, or names of another language
                continue
            return time.isoformat() if time.tzinfo else f"{time.isoformat()}+00:00"
    return written
