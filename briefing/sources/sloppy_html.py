"""Pages that are no well-formed XML, as a tree: what is open is closed, what never was is passed over."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Final
from xml.etree.ElementTree import Element, TreeBuilder

from briefing.sources.xml_trees import MOST_ELEMENTS

_DEEPEST: Final = 100  # elements within elements
_VOID: Final = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)
#: What one of these ends if it is still open.
_ENDS: Final = {
    "p": ("p",), "li": ("li", "p"), "td": ("td", "th", "p"), "th": ("td", "th", "p"),
    "tr": ("tr", "td", "th"),
    "dt": ("dt", "dd"), "dd": ("dt", "dd"), "div": ("p",), "ul": ("p",), "ol": ("p",), "table": ("p",),
    **{f"h{level}": ("p",) for level in range(1, 7)},
}  # fmt: skip
#: What such an end does not reach beyond.
_WALLS: Final = frozenset(("ul", "ol", "table", "div", "section", "body", "blockquote", "aside", "dl"))


def sloppy_tree(text: str) -> Element:
    """Return the root of a page in whatever HTML; elements nested too deep stand beside each other."""
    parser = _Parser()
    parser.feed(text)
    parser.close()
    return parser.tree()


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._builder = TreeBuilder()
        self._builder.start("html", {})
        self._open = ["html"]
        self._count = 0

    def tree(self) -> Element:
        """The root, with whatever is still open closed."""
        self._close_to(0)
        return self._builder.close()

    def _close_to(self, depth: int) -> None:
        while len(self._open) > depth:
            self._builder.end(self._open.pop())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        tag = tag.rpartition(":")[2]
        if tag in ("html", "") or self._count > MOST_ELEMENTS:
            return
        self._end_implied(tag)
        self._count += 1
        self._builder.start(tag, {key: said or "" for key, said in attrs})
        if tag not in _VOID and len(self._open) < _DEEPEST:
            self._open.append(tag)
        else:
            self._builder.end(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element and close it."""
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close the last element of that name that is open."""
        for at in range(len(self._open) - 1, 0, -1):
            if self._open[at] == tag:
                self._close_to(at)
                return

    def handle_data(self, data: str) -> None:
        """Add text."""
        self._builder.data(data)

    def _end_implied(self, tag: str) -> None:
        ended = _ENDS.get(tag, ())
        for at in range(len(self._open) - 1, 0, -1):
            name = self._open[at]
            if name in ended:
                self._close_to(at)
                return
            if name in _WALLS:
                return
