"""The numbers and bullets of a Word document, which stand in none of its paragraphs: they are counted."""

from __future__ import annotations

import re
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element

from briefing.sources.html_blocks import BULLET
from briefing.sources.list_labels import number_in
from briefing.sources.xml_trees import attribute, child, descendants, local_name, number, value

_LEVELS: Final = range(9)
_PLACE: Final = re.compile("%([1-9])")
_LONGEST: Final = 40  # characters of a label


class _WordLevel(NamedTuple):
    """How one level of a list is numbered: the way, the label (`%1.%2`), and the first number."""

    way: str
    label: str
    start: int


class DocxNumbering:
    """Counts on, as Word does: lists with one abstract definition share their numbers unless one restarts."""

    def __init__(self, root: Element | None) -> None:
        self._abstract: dict[str, dict[int, _WordLevel]] = {}
        self._lists: dict[str, str] = {}  # the abstract definition of each list
        self._own: dict[str, dict[int, _WordLevel]] = {}
        self._restarts: dict[str, dict[int, int]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        if root is None:
            return
        styles: dict[str, str] = {}
        for one in descendants(root, "abstractNum"):
            key = attribute(one, "abstractNumId")
            self._abstract[key] = _levels(one)
            styles[value(one, "styleLink")] = key
        for one in descendants(root, "abstractNum"):
            linked = styles.get(value(one, "numStyleLink"))
            if linked is not None and value(one, "numStyleLink"):
                self._abstract[attribute(one, "abstractNumId")] = self._abstract[linked]
        for one in descendants(root, "num"):
            key = attribute(one, "numId")
            self._lists[key] = value(one, "abstractNumId")
            self._own[key] = {
                level: found
                for over in one
                if local_name(over) == "lvlOverride"
                for level, found in _levels(over).items()
            }
            self._restarts[key] = {
                number(attribute(over, "ilvl")): number(value(over, "startOverride"))
                for over in one
                if child(over, "startOverride") is not None
            }

    def label(self, key: str, level: int) -> str:
        """Return what stands before the next paragraph of that list and level (from 0)."""
        abstract = self._lists.get(key)
        if abstract is None:
            return BULLET
        levels = {**self._abstract.get(abstract, {}), **self._own.get(key, {})}
        counts = self._counts.setdefault(abstract, {})
        restarts = self._restarts.get(key, {})
        if level in restarts:
            counts[level] = restarts.pop(level) - 1
        this = levels.get(level)
        if this is None or this.way == "bullet":
            return BULLET if this is None or this.label.strip() else ""  # a blank one goes on with an item
        counts[level] = counts.get(level, this.start - 1) + 1
        for deeper in _LEVELS[level + 1 :]:
            counts.pop(deeper, None)
        if this.way == "none":
            return ""

        def shown(place: re.Match[str]) -> str:
            at = int(place[1]) - 1
            one = levels.get(at, this)
            return number_in(one.way, counts.get(at, one.start))

        return _PLACE.sub(shown, this.label).strip()[:_LONGEST]


def _levels(element: Element) -> dict[int, _WordLevel]:
    return {
        number(attribute(level, "ilvl")): _WordLevel(
            value(level, "numFmt") or "decimal",
            value(level, "lvlText")[:_LONGEST],
            number(value(level, "start") or "1"),
        )
        for level in element
        if local_name(level) == "lvl"
    }
