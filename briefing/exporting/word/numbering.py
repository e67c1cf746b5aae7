"""Numbers and labels that stand before paragraphs and are no part of their text."""

from __future__ import annotations

from typing import Final

from docx.document import Document

from briefing.document import Paragraph
from briefing.exporting.word.elements import Element, add, carried, tag

_ABSTRACT: Final = "900"  # the template's own are below
_FIRST: Final = 1000
#: How far a numbered paragraph is set in, in twentieths of a point.
INDENT: Final = 840
_HANGING: Final = 600  # less: LibreOffice puts the number of a text from right to left outside of it
_STEP: Final = 360
_DEEPEST: Final = 9  # levels of a list in Word
_MOST_LABELS: Final = 2000  # more definitions than that Word does not take


class ParagraphNumbering:
    """Numbers paragraphs as `¶7`, and behind it what a document shows before one (`•`, `3.`, `[1]`)."""

    def __init__(self, document: Document) -> None:
        self._root: Element = document.part.numbering_part.element
        self._next = _FIRST
        self._following: tuple[int, str] | None = None  # number and key of a list that goes on
        abstract = self._root.makeelement(tag("abstractNum"), {tag("abstractNumId"): _ABSTRACT})
        self._root.insert(0, abstract)
        add(abstract, "multiLevelType", val="multilevel")
        for depth in range(1, _DEEPEST + 1):
            _add_level(abstract, f"¶%{depth}", depth)

    def add(self, properties: Element, one: Paragraph) -> bool:
        """Put its number before a paragraph whose properties these are; returns whether there is room."""
        depth = max(1, min(one.level, _DEEPEST)) if one.kind == "item" else 1
        is_plain = not one.label and depth == 1
        if is_plain and self._following and self._following[0] == one.number:
            key = self._following[1]
        elif self._next - _FIRST < _MOST_LABELS:
            key = self._defined(one, depth)
        else:
            return False
        self._following = (one.number + 1, key) if is_plain else None
        numbered = add(properties, "numPr")
        add(numbered, "ilvl", val=str(depth - 1))
        add(numbered, "numId", val=key)
        return True

    def _defined(self, one: Paragraph, depth: int) -> str:
        key = str(self._next)
        self._next += 1
        number = add(self._root, "num", numId=key)
        add(number, "abstractNumId", val=_ABSTRACT)
        override = add(number, "lvlOverride", ilvl=str(depth - 1))
        add(override, "startOverride", val=str(one.number))
        if one.label:
            label = carried(" ".join(one.label.split())).replace("%", "\N{FULLWIDTH PERCENT SIGN}")
            _add_level(override, f"¶%{depth} · {label}", depth, one.number)
        return key


def _add_level(parent: Element, text: str, depth: int, start: int = 1) -> None:
    level = add(parent, "lvl", ilvl=str(depth - 1))
    add(level, "start", val=str(start))
    add(level, "numFmt", val="decimal")
    add(level, "lvlText", val=text)
    add(level, "lvlJc", val="left")
    indent = str(INDENT + _STEP * (depth - 1))
    add(add(level, "pPr"), "ind", left=indent, hanging=str(_HANGING))
    run = add(level, "rPr")
    add(run, "color", val="7F7F7F")
    add(run, "sz", val="16")
    add(run, "szCs", val="16")
