"""The screen as an SVG that is right in browsers and in librsvg, with right-to-left text in it.

Textual's own export (Rich's) is put right here. Programs that draw SVG order right-to-left text, but what is on
the screen is ordered already: the style forbids it to browsers, U+202D ... U+202C to librsvg. Rich counts
characters where `textLength` wants cells, which stretches a line that has marks, and asks the web for a font.
"""

from __future__ import annotations

import html
import re
from typing import Final

from rich.cells import cell_len
from textual.app import App

# What Rich makes a cell of; and the part of its size by which a character of these fonts advances.
_CELL: Final = 12.2
_FONTS: Final = "'DejaVu Sans Mono', Menlo, 'Liberation Mono', 'Courier New', monospace"
_ADVANCE: Final = 0.60205

_TEXT: Final = re.compile(r'(<text class="[^"]*-r\d+" [^>]*textLength=")[^"]*("[^>]*>)([^<]*)(?=</text>)')
_RIGHT_TO_LEFT: Final = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_WEB_FONT: Final = re.compile(r"\s*@font-face\s*{[^}]*}")
_FONT: Final = re.compile(r"font-family: Fira Code, monospace;\s*font-size: 20px;")
_LRO: Final = "\u202d"
_PDF: Final = "\u202c"


def picture(app: App[object], title: str) -> str:
    """Return what the running `app` shows as an SVG, under a title."""
    return keep_order(app.export_screenshot(title=title, simplify=True))


def keep_order(svg: str) -> str:
    """Return Rich's SVG of a screen with every character in the cell it has on that screen."""
    svg = _WEB_FONT.sub("", svg)
    svg = _FONT.sub(
        f"font-family: {_FONTS}; font-size: {_CELL / _ADVANCE:g}px; "
        "unicode-bidi: bidi-override; direction: ltr; white-space: pre;",
        svg,
    )
    return _TEXT.sub(_keep_text, svg)


def _keep_text(match: re.Match[str]) -> str:
    before, after, escaped = match.groups()
    text = html.unescape(escaped)
    if _RIGHT_TO_LEFT.search(text):
        escaped = f"{_LRO}{escaped}{_PDF}"
    # Not the gaps between letters are fitted, which would part what is joined, but the letters.
    return f'{before}{cell_len(text) * _CELL:g}" lengthAdjust="spacingAndGlyphs{after}{escaped}'
