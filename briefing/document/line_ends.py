"""What ends a line: LF, CRLF, and whatever else Unicode and old files have for it, all in one meaning."""

from __future__ import annotations

import re
from typing import Final

#: CR, VT, FF, FS, GS, RS, NEL, LS, PS: what else ends a line by UAX #9 (class B) or UAX #14 (BK, CR, NL).
OTHER_LINE_ENDS: Final = "\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
#: The pattern of one line end.
LINE_END: Final = rf"(?:\r\n|[\n{OTHER_LINE_ENDS}])"


def has_only_line_feeds(text: str) -> bool:
    """Return whether LF is the only line end in `text`; it takes a search for each other."""
    return not any(end in text for end in OTHER_LINE_ENDS)


def on_one_line(text: str) -> str:
    """Return `text` with a space for every line end, for what takes one line whatever is in it."""
    return re.sub(LINE_END, " ", text)


def with_line_feeds(text: str) -> str:
    """Return `text` with LF for every line end, for what goes to programs that know no other."""
    return text if has_only_line_feeds(text) else re.sub(LINE_END, "\n", text)
