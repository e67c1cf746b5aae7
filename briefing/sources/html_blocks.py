"""A tree of HTML as paragraphs: blocks, white space and inline elements as a browser shows them.

The tree is one of ElementTree's or of lxml's; it is walked without recursion, however deep it is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Set
from itertools import islice
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from briefing.document.model import InlineKind, Paragraph, ParagraphKind
from briefing.sources.addresses import followable
from briefing.sources.runs import Runs

_HIDDEN: Final = frozenset((
    "head", "title", "script", "style", "template", "noscript", "svg", "math", "iframe", "object", "embed",
    "audio", "video", "canvas", "select", "button", "input", "textarea", "datalist", "dialog", "map",
    "rp",
))  # fmt: skip
_BLOCKS: Final = frozenset((
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div",
    "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5",
    "h6", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre",
    "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
))  # fmt: skip
_INLINES: Final[dict[str, InlineKind]] = {
    "b": "strong", "strong": "strong", "i": "emphasis", "em": "emphasis", "cite": "emphasis",
    "var": "emphasis", "dfn": "emphasis", "code": "code", "kbd": "code", "samp": "code", "tt": "code",
    "s": "struck", "del": "struck", "strike": "struck", "a": "link",
}  # fmt: skip
_HEADING: Final = re.compile("h([1-6])")
# What HTML calls white space; a no-break space is none.
_SPACE: Final = " \t\n\r\f"
_SPACES: Final = re.compile(f"[{_SPACE}]+")
# What is taken off the ends of other paragraphs than those of text.
_TRIMMED: Final[dict[str, str]] = {"code": "\n", "row": " \n"}
#: Before an item of a list without numbers.
BULLET: Final = "•"
# What a table of data has no cells of; characters that hardly a cell has; elements of a table looked at.
_PLACED: Final = frozenset(("table", "ul", "ol", "h1", "h2", "h3", "h4", "blockquote", "article", "section"))
_LONG_CELL: Final = 600
_LOOKED_AT: Final = 4000
# Styles that take an element from the page.
_UNSEEN: Final = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d]))", re.IGNORECASE
)


_NONE: Final[Mapping[Any, str]] = MappingProxyType({})


class _Frame(NamedTuple):
    """A block that is open: what its text becomes."""

    kind: ParagraphKind
    level: int
    label: str = ""


def paragraphs_of(
    root: Any, *, base: str = "", left_out: Set[Any] = frozenset(), notes: Mapping[Any, str] = _NONE
) -> list[Paragraph]:
    """Return the paragraphs below an element; their numbers are all 0.

    Headings have the level of their element, items that of their list. The rows of a table have a tab between
    cells. An empty line that `<br>` makes parts paragraphs. What no browser shows (scripts, forms, media) is
    left out, and the elements in `left_out`. `base` is the address that relative ones of links start from;
    "" leaves such links without one. `notes` are the elements that are footnotes, and what each begins with.
    """
    return _Walk(base, notes).paragraphs(root, left_out)


def is_hidden(element: Any) -> bool:
    """Return whether an element is there to be shown to nobody, by its tag or by what it says of itself."""
    return _tag(element) in _HIDDEN or hides_itself(element)


def hides_itself(element: Any) -> bool:
    """Return whether an element that could be shown says that it is not to be.

    A whole page that does so is shown by its scripts once it is loaded.
    """
    if element.tag in ("html", "body"):
        return False
    if element.get("hidden") is not None:
        return True
    style = element.get("style")
    return bool(style) and bool(_UNSEEN.search(style))


class _Walk:
    """The walk over one tree: the text of the paragraph at hand, and what is open around it."""

    def __init__(self, base: str, notes: Mapping[Any, str]) -> None:
        self._base = base
        self._notes = notes
        self._done: list[Paragraph] = []
        self._runs = Runs()
        self._open: list[tuple[InlineKind, int, str]] = []  # kind, start, address
        self._depths: Counter[str] = Counter()  # open elements of each kind; only the outermost counts
        self._frames: list[_Frame] = [_Frame("text", 0)]
        self._lists: list[int | None] = []
        self._quotes = 0
        self._cells = 0  # of the row at hand
        self._row = 0  # rows that are open
        self._layouts: list[bool] = []  # of the tables that are open: whether it only places what is in it
        self._kept = 0  # elements that are open in which white space counts
        self._blank = True  # the line at hand
        self._labelled = 0  # frames whose label has been shown

    def paragraphs(self, root: Any, left_out: Set[Any] = frozenset()) -> list[Paragraph]:
        for event, element, tag in _events(root, left_out):
            if event == "start":
                self._start(element, tag)
                self._add(element.text)
            else:
                if tag:
                    self._end(element, tag)
                if element is not root:
                    self._add(element.tail)
        self._flush()
        return self._done

    def _start(self, element: Any, tag: str) -> None:
        if tag == "br":
            self._break()
        elif tag in _INLINES:
            kind = _INLINES[tag]
            self._depths[kind] += 1
            if self._depths[kind] == 1 and not (kind == "code" and self._kept):  # all of that is code
                address = followable(element.get("href", ""), self._base) if kind == "link" else ""
                self._open.append((kind, self._runs.length, address))
        if tag == "pre":
            self._kept += 1
        if tag in ("td", "th") and self._row:
            if self._cells:
                self._append("\t")
            self._cells += 1
            return
        if tag == "table" and not self._row:
            self._layouts.append(_is_layout(element))
        if tag not in _BLOCKS or (self._row and tag != "tr"):
            if tag in _BLOCKS:
                self._add(" ")
            return
        self._flush()
        self._frames.append(self._frame(element, tag))

    def _frame(self, element: Any, tag: str) -> _Frame:
        if element in self._notes:
            return _Frame("note", 0, self._notes[element])
        around = self._frames[-1]
        heading = _HEADING.fullmatch(tag)
        if heading:
            return _Frame("heading", int(heading[1]))
        if tag in ("ul", "ol", "menu", "dl"):
            start = element.get("start", "1") if tag == "ol" else None
            self._lists.append(
                None if start is None else int(start) if re.fullmatch(r"-?\d{1,6}", start) else 1
            )
        elif tag == "li":
            return _Frame("item", max(1, len(self._lists)), self._label())
        elif tag == "blockquote":
            self._quotes += 1
            return _Frame("quote", self._quotes)
        elif tag == "pre":
            return around._replace(kind="code") if around.kind == "item" else _Frame("code", 0)
        elif tag == "tr" and self._layouts and not self._layouts[-1]:  # a row alone only places as well
            self._row += 1
            self._cells = 0
            return _Frame("row", 0)
        return around

    def _break(self) -> None:
        """A line ends; after an empty one a paragraph does. In a table's row a line end is a space."""
        if self._row:
            self._add(" ")
        elif self._blank and not self._kept:
            self._flush()
        else:
            self._append("\n")
            self._blank = True

    def _label(self) -> str:
        if not self._lists or self._lists[-1] is None:
            return BULLET
        number = self._lists[-1]
        self._lists[-1] = number + 1
        return f"{number}."

    def _end(self, element: Any, tag: str) -> None:
        if tag in _INLINES:
            self._close(_INLINES[tag])
        if tag == "pre":
            self._kept -= 1
        if tag not in _BLOCKS or (self._row and tag in ("td", "th")):
            return
        if self._row and tag != "tr":
            return
        self._flush()
        if len(self._frames) > 1:
            self._frames.pop()
            self._labelled = min(self._labelled, len(self._frames))
        if tag in ("ul", "ol", "menu", "dl") and self._lists:
            self._lists.pop()
        elif tag == "blockquote":
            self._quotes -= 1
        elif tag == "tr" and self._row:
            self._row -= 1
        elif tag == "table" and self._layouts:
            self._layouts.pop()

    def _close(self, kind: InlineKind) -> None:
        self._depths[kind] -= 1
        if self._depths[kind]:
            return
        for at, (opened, start, address) in enumerate(self._open):
            if opened == kind:
                del self._open[at]
                self._runs.mark(start, kind, address)
                return

    def _add(self, text: str | None) -> None:
        if not text:
            return
        if self._kept:
            self._append(text.replace("\r\n", "\n"))
            return
        text = _SPACES.sub(" ", text)
        if self._runs.last in ("", " ", "\n", "\t"):
            text = text.lstrip(_SPACE)
        if text:
            self._append(text)

    def _append(self, text: str) -> None:
        if text in ("\n", "\t") and not self._kept:
            self._runs.drop_spaces()
        self._runs.add(text)
        self._blank = self._blank and not text.strip()

    def _flush(self) -> None:
        """End the paragraph at hand; what is open inside it goes on in the next."""
        for kind, start, address in self._open:
            self._runs.mark(start, kind, address)
        frame = self._frames[-1]
        text, inlines = self._runs.trimmed(_TRIMMED.get(frame.kind, _SPACE))
        if text.strip():
            self._done.append(Paragraph(0, text, frame.kind, frame.level, frame.label, inlines))
            if frame.label:  # it stands before the first paragraph of an item only
                for at in range(self._labelled, len(self._frames)):
                    self._frames[at] = self._frames[at]._replace(label="")
                self._labelled = len(self._frames)
        self._runs, self._blank = Runs(), True
        self._open = [(kind, 0, address) for kind, _, address in self._open]


def _events(root: Any, left_out: Set[Any]) -> Iterator[tuple[str, Any, str]]:
    """Each element's start and end, without what is hidden, whose tail still counts."""
    waiting: list[tuple[Any, str, Iterator[Any]]] = []
    tag = _tag(root)
    yield "start", root, tag
    waiting.append((root, tag, iter(root)))
    while waiting:
        element, tag, children = waiting[-1]
        inner = next(children, None)
        if inner is None:
            waiting.pop()
            yield "end", element, tag
            continue
        name = _tag(inner)
        if not name or inner in left_out or is_hidden(inner):
            yield "end", inner, ""
            continue
        yield "start", inner, name
        waiting.append((inner, name, iter(inner)))


def _tag(element: Any) -> str:
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def _is_layout(table: Any) -> bool:
    """Whether a table only places what is in it on a page, as old pages have it.

    Then its cells hold blocks, empty lines or long texts, or no row of it has two.
    """
    most = 0
    for element in islice(table.iter(), 1, _LOOKED_AT):
        tag = _tag(element)
        if tag in _PLACED or (tag in ("td", "th") and sum(_tag(inner) == "p" for inner in element) > 1):
            return True
        if len(element.text or "") > _LONG_CELL or (tag == "br" and _ends_empty_line(element)):
            return True
        if tag == "tr":
            most = max(most, sum(_tag(inner) in ("td", "th") for inner in element))
    return most < 2


def _ends_empty_line(element: Any) -> bool:
    """Whether a `<br>` comes right after another, in a tree that knows what comes before."""
    previous = element.getprevious() if hasattr(element, "getprevious") else None
    return previous is not None and _tag(previous) == "br" and not (previous.tail or "").strip()
