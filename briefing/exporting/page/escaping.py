"""A document's text as HTML: every character as the author wrote it, as far as HTML can carry it.

HTML has no place for controls but tab and line ends, nor for lone surrogates: they are shown as
`visible_controls` shows them, and counted by `not_carried`. So none acts where a page's source is shown in
a terminal. A carriage return goes in as a reference, since a parser makes a line feed of a plain one.
"""

from __future__ import annotations

import re
from typing import Final

from briefing.document import visible_controls

# Strings that `re` keeps compiled: one search finds that most texts have none of these.
_LOST: Final = "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]"
_CONTROLS: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def escaped(text: str) -> str:
    """Return a text as the content of an element."""
    if re.search(_LOST, text):
        text = re.sub(_LOST, lambda match: visible_controls(match.group()), text)
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace("\r", "&#13;")


def quoted(text: str) -> str:
    """Return a text as the value of an attribute, between double quotes."""
    return f'"{escaped(text).replace(chr(34), "&quot;")}"'


def not_carried(text: str) -> int:
    """Return how many characters of a text HTML cannot carry."""
    return len(re.findall(_LOST, text))


def windows_title(text: str) -> str:
    """Return a text as the title of a window, where controls would act on what stands beside it."""
    return escaped(" ".join(_CONTROLS.sub(" ", text).split()))
