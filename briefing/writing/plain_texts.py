"""Texts as a `briefing.toml` holds them: prose is one line, a quote is kept as it is."""

from __future__ import annotations

import re
from typing import Final

from briefing.document.line_ends import LINE_END

_SURROGATES: Final = "[\ud800-\udfff]"


def line(text: str) -> str:
    """Return prose as it is read again: its lines joined by spaces, nothing blank at its ends."""
    lines = re.split(LINE_END, verbatim(text))
    return " ".join(one.strip() for one in lines if one.strip())


def verbatim(text: str) -> str:
    """Return a text as it is, but for halves of characters, which no UTF-8 file can hold: U+FFFD."""
    return re.sub(_SURROGATES, "\ufffd", text)
