"""PDF: pages of A4 with bookmarks, footnotes with the quotes, links both ways and a drawn timeline.

typst sets it. What a document says goes to it as JSON, which no markup is made of; it reads no file but its
own and the fonts, and asks no network. The fonts are those that come along, so that a document looks the
same wherever it is made: Noto Naskh Arabic for Arabic, Persian and Urdu, and typst's own for Latin, Greek,
Cyrillic and Hebrew letters. What none of them has is a box, and named at the end of the document.

Lines from right to left are copied and searched as they were written (`paper/layer`); a line that is found in
no text, as one of cells beside each other, as far as it goes: marks and numbers may come out of order there.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import typst

from briefing.document.errors import BriefingError
from briefing.exporting.chosen import Chosen
from briefing.exporting.paper.content import Content
from briefing.exporting.paper.coverage import missing
from briefing.exporting.paper.layer import readable
from briefing.exporting.paper.said import texts_said

_TEMPLATE: Final = Path(__file__).parent.parent / "paper" / "paper.typ"
_MOST: Final = 8_000_000  # characters of an article; 5.5 million took 30 s and 1.4 GB
_MOST_SAID: Final = 1_000_000  # characters whose lines are said as they were written; that takes a minute
_NAMED: Final = 8
_CURE: Final = "choose a section of it (--section), or another form (docx, html, text)"


def written(chosen: Chosen, font_folder: Path, tell: Callable[[str], object] | None = None) -> bytes:
    """Return the document, in the fonts of a folder beside those that typst has of its own.

    `tell` gets a line if boxes stand for characters that are in no font.
    Raises BriefingError for a text that is too long, or one that typst cannot set; ModuleNotFoundError,
    when imported, without typst.
    """
    name = chosen.briefing.path
    size = sum(len(one.text) for one in chosen.paragraphs)
    if size > _MOST:
        raise BriefingError(name, f"is longer than the {_MOST:,} characters that a PDF may have", _CURE)
    fonts = _fonts(font_folder)
    data = Content(chosen).data()
    try:
        data["missing"] = boxes = missing("".join(_texts(data)), fonts)
        if boxes and tell:
            named = ", ".join(f"U+{ord(one):04X}" for one in boxes[:_NAMED]) + "…" * (len(boxes) > _NAMED)
            tell(f"{name}: boxes stand for what is in no font of the PDF ({named}); docx or html shows them")
        given = {"data": json.dumps(data, ensure_ascii=False)}
        compiler = typst.Compiler(_TEMPLATE, _TEMPLATE.parent, fonts, sys_inputs=given)
        made = compiler.compile(format="pdf")
    except RuntimeError as error:
        why = next(iter(str(error).splitlines()), "typst does not say why")
        raise BriefingError(name, f"cannot be set as PDF ({why})", _CURE) from None
    whole = made if isinstance(made, bytes) else b"".join(made or ())
    if size <= _MOST_SAID:
        return readable(whole, texts_said(data))
    if tell:
        tell(f"{name}: is long for a PDF: words with harakat may be copied from it out of order; {_CURE}")
    return whole


def _fonts(folder: Path) -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, font_paths=[folder])


def _texts(data: object) -> Iterator[str]:
    """Yield every text in data as JSON holds it."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for value in data.values():
            yield from _texts(value)
    elif isinstance(data, list):
        for value in data:
            yield from _texts(value)
