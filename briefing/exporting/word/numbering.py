"""Numbers and labels that stand before paragraphs and are no part of their text."""

from __future__ import annotations

from typing import Final

from docx.document import Document

from briefing.document import Paragraph
from briefing.exporting.word.elements import Element, add, carried, tag

_ABSTRACT: Final = "900"  # the template's own are below
_FIRST: Final = 1000
_INDENT: Final = 840
_HANGING: Final = 600  # less: LibreOffice puts the number of a text from right to left outside of it
_STEP: Final = 360
_DEEPEST: Final = 20
_MOST_LABELS: Final = 2000  # more definitions than that Word does not take


class Numbering:
    """Numbers paragraphs as `¶7`, and behind it what a document shows before one (`•`, `3.`, `[1]`)."""

    def __init__(self, document: Document) -> None:
        self._root: Element = document.part.numbering_part.element
        self._next = _FIRST
        self._following: tuple[int, str] | None = None  # number and key of a list that goes on
        abstract = self._root.makeelement(tag("abstractNum"), {tag("abstractNumId"): _ABSTRACT})
        self._root.insert(0, abstract)
        add(abstract, "multiLevelType", val="singleLevel")
        _add_level(abstract, "¶%1", 1)

    def add(self, properties: Element, one: Paragraph) -> bool:
        """Put its number before a paragraph whose properties these are; returns whether there is room."""
        is_plain = not one.label and one.level < 2
        if is_plain and self._following and self._following[0] == one.number:
            key = self._following[1]
        elif self._next - _FIRST < _MOST_LABELS:
            key = self._defined(one, is_plain)
        else:
            return False
        self._following = (one.number + 1, key) if is_plain else None
        numbered = add(properties, "numPr")
        add(numbered, "ilvl", val="0")
        add(numbered, "numId", val=key)
        return True

    def _defined(self, one: Paragraph, is_plain: bool) -> str:
        key = str(self._next)
        self._next += 1
        number = add(self._root, "num", numId=key)
        add(number, "abstractNumId", val=_ABSTRACT)
        override = add(number, "lvlOverride", ilvl="0")
        add(override, "startOverride", val=str(one.number))
        if not is_plain:
            label = carried(" ".join(one.label.split())).replace("%", "\N{FULLWIDTH PERCENT SIGN}")
            level = max(1, min(one.level, _DEEPEST)) if one.kind == "item" else 1
            _add_level(override, f"¶%1 · {label}" if label else "¶%1", level, one.number)
        return key


def _add_level(parent: Element, text: str, depth: int, start: int = 1) -> None:
    level = add(parent, "lvl", ilvl="0")
    add(level, "start", val=str(start))
    add(level, "numFmt", val="decimal")
    add(level, "lvlText", val=text)
    add(level, "lvlJc", val="left")
    indent = str(_INDENT + _STEP * (depth - 1))
    add(add(level, "pPr"), "ind", left=indent, hanging=str(_HANGING))
    run = add(level, "rPr")
    add(run, "color", val="7F7F7F")
    add(run, "sz", val="16")
    add(run, "szCs", val="16")
