"""What the styles of an OpenDocument text say that a reader sees: how words are set, lists, quotes."""

from __future__ import annotations

import re
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element

from briefing.document.model import InlineKind, ParagraphKind
from briefing.sources.html_blocks import BULLET
from briefing.sources.list_labels import number_in
from briefing.sources.xml_trees import attribute, child, descendants, local_name, number

_KINDS: Final[dict[str, ParagraphKind]] = {
    "title": "heading",
    "quotations": "quote",
    "quote": "quote",
    "intense quote": "quote",
    "block text": "quote",
    "preformatted text": "code",
    "source code": "code",
}
_CODE: Final = frozenset(("source text", "verbatim char", "teletype"))
_CHARACTER: Final = re.compile("_([0-9a-f]{2})_")
_DEEPEST: Final = 12  # styles that are based on one another


class _OdtLevel(NamedTuple):
    """How a level of a list is numbered: way, what stands around the number, levels shown, first number.

    The way is None for bullets, and "" where nothing is shown.
    """

    way: str | None
    before: str
    after: str
    shown: int
    start: int


class OdtStyles:
    """The automatic and the named styles."""

    def __init__(self, *roots: Element | None) -> None:
        self._styles: dict[tuple[str, str], Element] = {}
        self._lists: dict[tuple[str, int], _OdtLevel] = {}
        for root in (one for one in roots if one is not None):
            for style in descendants(root, "style"):
                self._styles[attribute(style, "family"), attribute(style, "name")] = style
            for style in descendants(root, "list-style", "outline-style"):
                name = attribute(style, "name") if local_name(style) == "list-style" else _OUTLINE
                for level in style:
                    self._lists[name, number(attribute(level, "level"), 1)] = _level(level)

    def words(self, name: str) -> tuple[tuple[InlineKind, ...], bool]:
        """Return how a style sets words, and whether it hides them."""
        found: dict[str, str] = {}
        for style in self._based("text", name):
            properties = child(style, "text-properties")
            for key, said in properties.attrib.items() if properties is not None else ():
                found.setdefault(key.rpartition("}")[2], said)
        kinds: list[InlineKind] = []
        if "bold" in (found.get("font-weight"), found.get("font-weight-complex")):
            kinds.append("strong")
        if "italic" in (found.get("font-style"), found.get("font-style-complex")):
            kinds.append("emphasis")
        if found.get("text-line-through-style", "none") != "none":
            kinds.append("struck")
        names = (name, *(attribute(style, "parent-style-name") for style in self._based("text", name)))
        if not _CODE.isdisjoint(map(_plain, names)):
            kinds.append("code")
        return tuple(kinds), found.get("display") == "none"

    def paragraph(self, name: str) -> ParagraphKind:
        """Return what a paragraph of that style is."""
        names = (attribute(style, "parent-style-name") for style in self._based("paragraph", name))
        return next((_KINDS[one] for one in map(_plain, (name, *names)) if one in _KINDS), "text")

    def list_of(self, name: str) -> str:
        """Return the name of the list style that a paragraph style brings along, "" if none."""
        return next(
            filter(None, (attribute(one, "list-style-name") for one in self._based("paragraph", name))), ""
        )

    def label(self, name: str, level: int, counts: list[int]) -> str:
        """Return what stands before an item of that list style; `counts` are the numbers to its level."""
        this = self._lists.get((name, level))
        if this is None or this.way is None:
            return BULLET
        if not this.way:
            return ""
        numbers = [
            number_in(self._lists.get((name, at), this).way or "1", counts[at - 1])
            for at in range(max(1, level - this.shown + 1), level + 1)
        ]
        return f"{this.before}{'.'.join(numbers)}{this.after}".strip()

    def start(self, name: str, level: int) -> int:
        """Return the first number of a level of a list style."""
        this = self._lists.get((name, level))
        return this.start if this else 1

    def heading(self, level: int, counts: list[int]) -> str:
        """Return the number of a heading, "" if headings of that level have none."""
        this = self._lists.get((_OUTLINE, level))
        return self.label(_OUTLINE, level, counts) if this and this.way else ""

    def _based(self, family: str, name: str) -> list[Element]:
        found: list[Element] = []
        while (style := self._styles.get((family, name))) is not None and len(found) < _DEEPEST:
            found.append(style)
            name = attribute(style, "parent-style-name")
        return found


_OUTLINE: Final = "\0outline"  # no style has such a name


def _plain(name: str) -> str:
    """The name of a style as people write it, in lower case: `Source_20_Text`, `Source_Text` are one."""
    return _CHARACTER.sub(lambda code: chr(int(code[1], 16)), name).replace("_", " ").lower()


def _level(level: Element) -> _OdtLevel:
    is_number = local_name(level) in ("list-level-style-number", "outline-level-style")
    return _OdtLevel(
        attribute(level, "num-format") if is_number else None,
        attribute(level, "num-prefix"),
        attribute(level, "num-suffix"),
        number(attribute(level, "display-levels"), 1),
        number(attribute(level, "start-value"), 1),
    )
