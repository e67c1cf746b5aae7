"""The screen as an SVG in which every character keeps its cell, in browsers and in librsvg alike.

Textual's own export (Rich's) is put right here. What draws an SVG orders right-to-left text, but what is on
the screen is ordered already: the style forbids it to browsers, U+202D ... U+202C to librsvg. Rich counts
characters where `textLength` wants cells, which stretches a line that has marks, and asks the web for a font.

What a monospaced font may lack is drawn with another font, letters of another width and all: so it gets a
place of its own, and moves nothing else.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any, Final

from rich.cells import cell_len
from textual.app import App

from briefing.tui.painting import label

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

# Part of what that font has; a test compares. Of Arabic all forms, and the marks of everyday writing.
IN_FONT: Final = (
    "\u0020-\u007e\u00a0-\u01c3\u0391-\u03a1\u03a3-\u03ce\u0400-\u045f"
    "\u060c\u061b\u061f\u0621-\u063a\u0640-\u0655\u0660-\u066c\u06f0-\u06f9"
    "\u2010-\u2023\u2026\u2030-\u2037\u2039\u203a\u2190-\u21ff\u2500-\u25ff"
    "\ufb52-\ufb81\ufb8a-\ufb95\ufe70-\ufe74\ufe76-\ufefc"
)
_LACKING: Final = re.compile(f"[^{IN_FONT}]")

# What XML 1.0 has no way to write.
_NOT_IN_XML: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_WEB_FONT: Final = re.compile(r"\s*@font-face\s*{[^}]*}")
_FONT: Final = re.compile(r"font-family: Fira Code, monospace;\s*font-size: 20px;")
_TITLE_FONT: Final = "font-family: arial"
_GROUP: Final = re.compile(r'(<g class="[^"]*-matrix")>')
_WINDOW: Final = re.compile(r' clip-path="url\(#[^)]*-clip-terminal\)"')
_TEXT: Final = re.compile(
    r'<text (?P<style>class="[^"]*-r\d+") x="(?P<x>[^"]*)" y="(?P<y>[^"]*)" textLength="[^"]*"'
    r' clip-path="[^"]*">(?P<text>[^<]*)</text>'
)
_RIGHT_TO_LEFT: Final = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
# resvg places marks by the rules of the first script in a text: behind Latin letters, on wrong letters.
_MARK: Final = re.compile("[\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]")
_RIGHT: Final = _RIGHT_TO_LEFT.pattern[1:-1]
_LATIN: Final = "A-Za-z\u00aa-\u02af\u0370-\u052f"
_SCRIPTS: Final = re.compile(f"[^{_RIGHT}]*[{_LATIN}][^{_RIGHT}]*|[^{_LATIN}]+", re.DOTALL)
_LRO: Final = "\u202d"
_PDF: Final = "\u202c"


def picture(app: App[Any], title: str) -> str:
    """Return what the running `app` shows as an SVG, under a title."""
    return keep_cells(app.export_screenshot(title=label(title), simplify=True))


def keep_cells(svg: str) -> str:
    """Return Rich's SVG of a screen with every character where it is on that screen."""
    style = f"font-family: {_FONTS}; font-size: {_SIZE:g}px; unicode-bidi: bidi-override; direction: ltr;"
    svg = _NOT_IN_XML.sub("\ufffd", svg)
    svg = _FONT.sub(style, _WEB_FONT.sub("", svg))
    svg = svg.replace(_TITLE_FONT, f"font-family: arial, {_FONTS}")
    svg = _WINDOW.sub("", svg)  # it cuts off the last row's feet
    svg = _GROUP.sub(rf'\1 transform="scale({_NARROWED:g},1)" xml:space="preserve">', svg)
    return _TEXT.sub(_keep_text, svg)


def _keep_text(match: re.Match[str]) -> str:
    """Place one text of Rich's by its first cell and the number of its cells."""
    text = html.unescape(match["text"])
    if text == "\n":  # which Rich draws, too
        return ""
    x, y = float(match["x"]), float(match["y"]) - _RICH_BASELINE + _TOP + _ASCENT * _SIZE
    texts = []
    for piece in chain.from_iterable(map(_by_script, _pieces(text))):
        width = cell_len(piece) * _WIDTH
        if not piece.isspace():
            texts.append(_placed(piece, match["style"], x / _NARROWED, y, width / _NARROWED))
        x += width
    return "".join(texts)


def _placed(text: str, style: str, x: float, y: float, length: float) -> str:
    escaped = html.escape(text).replace(" ", "\xa0")
    if _RIGHT_TO_LEFT.search(text):
        escaped = f"{_LRO}{escaped}{_PDF}"
    # It is the letters that are fitted, not the gaps between them: those would part what is joined.
    fit = f'textLength="{length:g}" lengthAdjust="spacingAndGlyphs"'
    return f'<text {style} x="{x:g}" y="{y:g}" {fit}>{escaped}</text>'


def _by_script(text: str) -> Sequence[str]:
    """The text in parts of one script each, if it has marks."""
    return _SCRIPTS.findall(text) if _MARK.search(text) else (text,)


def _pieces(text: str) -> Iterator[str]:
    """The text in parts: as long as the font has all of it, else one letter with its marks."""
    if not _LACKING.search(text):
        yield text
        return
    known = ""
    for cluster in _clusters(text):
        if _LACKING.search(cluster):
            if known:
                yield known
            yield cluster
            known = ""
        else:
            known += cluster
    if known:
        yield known


def _clusters(text: str) -> Iterator[str]:
    cluster = ""
    for character in text:
        if cluster and cell_len(character):
            yield cluster
            cluster = ""
        cluster += character
    yield cluster
