"""What the styles of a Word document say that a reader sees: headings, quotes, code, bold, lists."""

from __future__ import annotations

import re
from itertools import islice
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element

from briefing.document.model import ParagraphKind
from briefing.sources.xml_trees import attribute, child, descendants, value

_HEADING: Final = re.compile(r"(?:heading|überschrift|titre|título|заголовок|عنوان)\s*([1-9])", re.IGNORECASE)
_KINDS: Final[dict[str, ParagraphKind]] = {
    "quote": "quote", "intense quote": "quote", "block text": "quote",
    "html preformatted": "code", "source code": "code", "preformatted text": "code", "macro text": "code",
    "article item": "item", "article quote": "quote", "article code": "code", "article note": "note",
}  # fmt: skip
_DEEP_LIST: Final = re.compile(r"list (?:bullet|number|continue) ([2-5])")
_CODE: Final = frozenset(
    ("verbatim char", "source text", "article code words", "html code", "html typewriter", "html sample")
)
_CONTENTS: Final = re.compile(r"(?:toc|contents) ?[1-9]|table of figures", re.IGNORECASE)
_MOST: Final = 4100  # styles of a document; Word itself writes no more
_DEEPEST: Final = 12  # styles that are based on one another


class Style(NamedTuple):
    """A paragraph's or run's style with all that it is based on; `level` 0 is no heading's."""

    level: int = 0
    kind: ParagraphKind = "text"
    is_contents: bool = False
    is_code: bool = False  # the words of a run
    run: tuple[Element, ...] = ()  # properties of its runs, the nearest first
    numbering: Element | None = None
    depth: int = 0  # of a list within lists, from 0, where only the name says it


class DocxStyles:
    """The styles by their ids."""

    def __init__(self, root: Element | None) -> None:
        styles = islice(descendants(root, "style"), _MOST) if root is not None else ()
        self._styles = {attribute(one, "styleId"): one for one in styles}
        self._known: dict[str, Style] = {}

    def __getitem__(self, key: str) -> Style:
        if key not in self._known:
            self._known[key] = self._found(key)
        return self._known[key]

    def _found(self, key: str) -> Style:
        found = Style()
        for _ in range(_DEEPEST):
            style = self._styles.get(key)
            if style is None:
                break
            name = value(style, "name").strip().lower().replace("_", " ")
            paragraph, run = child(style, "pPr"), child(style, "rPr")
            if not found.level:
                found = found._replace(level=_level(name, value(paragraph, "outlineLvl")))
            if found.kind == "text":
                found = found._replace(kind=_KINDS.get(name, "text"))
            found = found._replace(is_code=found.is_code or name in _CODE)
            if not found.depth and (deep := _DEEP_LIST.fullmatch(name)):
                found = found._replace(depth=int(deep[1]) - 1)
            if found.numbering is None:
                found = found._replace(numbering=child(paragraph, "numPr"))
            found = found._replace(is_contents=found.is_contents or bool(_CONTENTS.fullmatch(name)))
            if run is not None:
                found = found._replace(run=(*found.run, run))
            key = value(style, "basedOn")
        return found


def _level(name: str, outline: str) -> int:
    named = _HEADING.fullmatch(name)
    if named:
        return int(named[1])
    if name == "title":
        return 1
    return outline_level(outline)


def outline_level(outline: str) -> int:
    """Return the level of a heading by its outline level as Word counts them, 0 if it is none."""
    return int(outline) + 1 if len(outline) == 1 and outline in "012345678" else 0
