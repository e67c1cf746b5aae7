"""The screen as an SVG in which every character keeps its cell, in browsers and in librsvg alike.

Textual's own export (Rich's) is put right here. What draws an SVG orders right-to-left text, but what is on
the screen is ordered already: the style forbids it to browsers, U+202D ... U+202C to librsvg. Rich counts
characters where `textLength` wants cells, which stretches a line that has marks, and asks the web for a font.
"""

from __future__ import annotations

import html
import re
from typing import Any, Final

from rich.cells import cell_len
from textual.app import App

# Rich's cell, and where it sets the line that letters stand on.
_WIDTH: Final = 12.2
_HEIGHT: Final = 24.4
_TOP: Final = 1.5
_RICH_BASELINE: Final = 20
# The first of these fonts, in parts of its size; the others are much the same.
_FONTS: Final = "'DejaVu Sans Mono', Menlo, 'Liberation Mono', monospace"
_ADVANCE: Final = 0.60205
_ASCENT: Final = 0.92822
_DESCENT: Final = 0.23584
# So large that the borders' lines meet from row to row, then narrowed until a character fits its cell.
_SIZE: Final = _HEIGHT / (_ASCENT + _DESCENT)
_NARROWED: Final = _WIDTH / (_ADVANCE * _SIZE)

_WEB_FONT: Final = re.compile(r"\s*@font-face\s*{[^}]*}")
_FONT: Final = re.compile(r"font-family: Fira Code, monospace;\s*font-size: 20px;")
_GROUP: Final = re.compile(r'(<g class="[^"]*-matrix")>')
_WINDOW: Final = re.compile(r' clip-path="url\(#[^)]*-clip-terminal\)"')
_TEXT: Final = re.compile(
    r'<text (?P<style>class="[^"]*-r\d+") x="(?P<x>[^"]*)" y="(?P<y>[^"]*)" textLength="[^"]*"'
    r' clip-path="[^"]*">(?P<text>[^<]*)</text>'
)
_RIGHT_TO_LEFT: Final = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_LRO: Final = "\u202d"
_PDF: Final = "\u202c"


def picture(app: App[Any], title: str) -> str:
    """Return what the running `app` shows as an SVG, under a title."""
    return keep_cells(app.export_screenshot(title=title, simplify=True))


def keep_cells(svg: str) -> str:
    """Return Rich's SVG of a screen with every character where it is on that screen."""
    style = f"font-family: {_FONTS}; font-size: {_SIZE:g}px; unicode-bidi: bidi-override; direction: ltr;"
    svg = _FONT.sub(style, _WEB_FONT.sub("", svg))
    svg = _WINDOW.sub("", svg)  # it cuts off the last row's feet
    svg = _GROUP.sub(rf'\1 transform="scale({_NARROWED:g},1)" xml:space="preserve">', svg)
    return _TEXT.sub(_keep_text, svg)


def _keep_text(match: re.Match[str]) -> str:
    """Place one piece of text by its first cell and the number of its cells."""
    escaped = match["text"]
    text = html.unescape(escaped)
    if text == "\n":  # which Rich draws, too
        return ""
    if _RIGHT_TO_LEFT.search(text):
        escaped = f"{_LRO}{escaped}{_PDF}"
    x = float(match["x"]) / _NARROWED
    y = float(match["y"]) - _RICH_BASELINE + _TOP + _ASCENT * _SIZE
    length = cell_len(text) * _WIDTH / _NARROWED
    # It is the letters that are fitted, not the gaps between them: those would part what is joined.
    fit = f'textLength="{length:g}" lengthAdjust="spacingAndGlyphs"'
    return f'<text {match["style"]} x="{x:g}" y="{y:g}" {fit}>{escaped}</text>'
