"""Texts as runs: in each of them one direction, one language and one look.

Word takes the direction of blanks, signs and digits from their run (`w:rtl`), where Unicode takes it from
the letters around them. So a text is cut where it changes its direction: in a paragraph from right to left,
words from left to right are a run of their own from their first letter to the last letter or digit.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final, NamedTuple

from briefing.document.right_to_left import RIGHT_TO_LEFT
from briefing.exporting.tongues import TextDirection
from briefing.exporting.word.elements import Element, add, add_text

_R: Final = f"[{RIGHT_TO_LEFT}\U00010800-\U00010fff\U0001e800-\U0001efff]"
_L: Final = rf"(?!{_R})[^\W\d_]"
_NO_R: Final = f"[^{_R[1:-1]}]"
_LEFT_IN_RIGHT: Final = re.compile(rf"{_L}(?:{_NO_R}*(?:{_L}|[0-9]))?")
_RIGHT_IN_LEFT: Final = re.compile(rf"{_R}(?:(?:{_R}|[\W\d_])*(?:{_R}|[0-9]))?")
_CODE_WORDS: Final = "ArticleCodeWords"
_LOOKS: Final = {"strong": ("b", "bCs"), "emphasis": ("i", "iCs"), "struck": ("strike",)}


class DirectionRun(NamedTuple):
    """`[start:end]` of a text, and whether it runs from right to left."""

    start: int
    end: int
    is_right: bool


def add_runs(parent: Element, text: str, way: TextDirection, *, style: str = "", lang: str = "") -> None:
    """Add a text to a paragraph or a link of direction `way`.

    `style` is a character style's id, `lang` the language of what is written from right to left.
    """
    for start, end, is_right in parts_of(text, way):
        add_run(parent, text[start:end], is_right=is_right, style=style, lang=lang)


def add_run(
    parent: Element,
    text: str,
    *,
    is_right: bool,
    style: str = "",
    lang: str = "",
    kinds: Collection[str] = (),
) -> None:
    """Add a text of one direction; `kinds` are those of inlines."""
    run = add(parent, "r")
    properties = add(run, "rPr")
    if style or "code" in kinds:
        add(properties, "rStyle", val=_CODE_WORDS if "code" in kinds else style)
    for kind, names in _LOOKS.items():
        for name in names if kind in kinds else ():
            add(properties, name)
    if is_right:
        add(properties, "rtl")
        if lang:
            add(properties, "lang", bidi=lang)
    add_text(run, text)


def parts_of(text: str, way: TextDirection) -> list[DirectionRun]:
    """Return a text of a paragraph of direction `way` in parts of one direction."""
    other, is_right = (_LEFT_IN_RIGHT, True) if way == "rtl" else (_RIGHT_IN_LEFT, False)
    at, parts = 0, []
    for match in other.finditer(text):
        if match.start() > at:
            parts.append(DirectionRun(at, match.start(), is_right))
        at = match.end()
        parts.append(DirectionRun(match.start(), at, not is_right))
    if at < len(text):
        parts.append(DirectionRun(at, len(text), is_right))
    return parts
