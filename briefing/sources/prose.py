"""Text written over several lines of a `briefing.toml`, as the one line it is meant to be."""

from __future__ import annotations

import re
from typing import Any

from briefing.document.line_ends import LINE_END, has_only_line_feeds

_DEEPEST = 32  # levels of lists and tables; a briefing needs seven
_VERBATIM = ("quote", "captured")  # words of the article and the capture: their line ends are theirs


def joined_lines(data: Any, levels: int = _DEEPEST) -> Any:
    """Return parsed TOML with the lines of each text joined by a space, but for quotes and captured lines.

    Raises RecursionError if there are more than `levels` of lists and tables.
    """
    if isinstance(data, str):
        if "\n" not in data and has_only_line_feeds(data):
            return data
        return " ".join(line.strip() for line in re.split(LINE_END, data) if line.strip())
    if not isinstance(data, dict | list):
        return data
    if not levels:
        raise RecursionError
    if isinstance(data, list):
        return [joined_lines(value, levels - 1) for value in data]
    return {
        key: value if key in _VERBATIM else joined_lines(value, levels - 1) for key, value in data.items()
    }
