"""A paragraph's text as markup: what is set in it, its links, and the words that claims rest on.

The elements stand inside the text and none of them has a direction or an edge of its own: so order and
joining of the letters are those of the text without them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from briefing.document import Paragraph
from briefing.document.model import Inline, InlineKind
from briefing.exporting.page.addresses import followed
from briefing.exporting.page.escaping import escaped, quoted
from briefing.exporting.page.evidence import QuotedStretch, QuotedWords, quoted_stretches

_ELEMENTS: Final[tuple[tuple[InlineKind, str], ...]] = (
    ("strong", "strong"),
    ("emphasis", "em"),
    ("struck", "s"),
    ("code", "code"),
)
# Where none of these is, a browser shows and copies the text as it is, and no blanks at the ends of lines.
_SPACED: Final = re.compile(r"[\t\n\r\f]|  |\A | \Z")


class _Run(NamedTuple):
    """`[start:end]` of a text, and the inline it is set as, if it is."""

    start: int
    end: int
    inline: Inline | None


class Marked:
    """A paragraph whose text is written once, from its start to its end, in one part or several."""

    def __init__(self, paragraph: Paragraph, quotes: Sequence[QuotedWords] = ()) -> None:
        self._text = paragraph.text
        self._quotes = quotes
        self._named: set[str] = set()
        self._inlines = {
            kind: [one for one in paragraph.inlines if one.kind == kind and one.start < one.end]
            for kind in {one.kind for one in paragraph.inlines}
        }

    @property
    def name(self) -> str:
        """The class of the element around the text: `w` keeps white space that a browser would join."""
        return "t w" if _SPACED.search(self._text) else "t"

    def whole(self) -> str:
        """Return the markup of all of the text."""
        return self.part(0, len(self._text))

    def part(self, start: int, end: int) -> str:
        """Return the markup of `[start:end]`."""
        if not self._quotes and not self._inlines:
            return escaped(self._text[start:end])
        return "".join(self._links(start, end))

    def _links(self, start: int, end: int) -> Iterator[str]:
        for run in _runs(self._inlines.get("link", ()), start, end):
            address = followed(run.inline.address) if run.inline else ""
            inner = "".join(self._evidence(run.start, run.end, linked=bool(address)))
            if address:
                yield f'<a class="out" href={quoted(address)} rel="noreferrer nofollow">{inner}</a>'
            elif run.inline:
                yield f'<span class="no-link" title={quoted(run.inline.address)}>{inner}</span>'
            else:
                yield inner

    def _evidence(self, start: int, end: int, *, linked: bool) -> Iterator[str]:
        for stretch in quoted_stretches(self._quotes, start, end):
            inner = self._set(stretch.start, stretch.end, 0)
            yield self._marked(stretch, inner, linked=linked) if stretch.quotes else inner

    def _marked(self, stretch: QuotedStretch, inner: str, *, linked: bool) -> str:
        """Words that claims rest on: linked to the one that quotes least, named for each that begins here."""
        claims = sorted({quote.claim for quote in stretch.quotes})
        nearest = min(stretch.quotes, key=lambda quote: (quote.end - quote.start, quote.claim))
        if not linked:  # there are no links within links
            said = f"Claim{'s' * (len(claims) > 1)} {', '.join(map(str, claims))}"
            inner = f'<a href="#c{nearest.claim}" title="{said}">{inner}</a>'
        ended = sorted({one.claim for one in stretch.quotes if one.end == stretch.end})
        numbers = f' data-ends="{",".join(map(str, ended))}"' if ended and self._may_end(stretch.end) else ""
        ids = [one.id for one in stretch.quotes if one.id not in self._named]
        self._named.update(ids)
        names = " ".join(f"e{claim}" for claim in claims)
        first = f' id="{ids[0]}"' if ids else ""
        inner = f'<mark{first} class="{names}"{numbers}>{inner}</mark>'
        for name in ids[1:]:
            inner = f'<span id="{name}" class="{names}">{inner}</span>'
        return inner

    def _may_end(self, at: int) -> bool:
        """Whether numbers may be printed there: not inside a word, whose letters they would part."""
        return not (self._text[at - 1 : at].isalnum() and self._text[at : at + 1].isalnum())

    def _set(self, start: int, end: int, layer: int) -> str:
        while layer < len(_ELEMENTS) and not self._inlines.get(_ELEMENTS[layer][0]):
            layer += 1
        if layer == len(_ELEMENTS):
            return escaped(self._text[start:end])
        kind, element = _ELEMENTS[layer]
        return "".join(
            _within(element if run.inline else "", self._set(run.start, run.end, layer + 1))
            for run in _runs(self._inlines[kind], start, end)
        )


def cells(text: str) -> Iterator[tuple[int, int]]:
    """Yield the slice of each cell in the text of a row."""
    start = 0
    for cell in text.split("\t"):
        yield start, start + len(cell)
        start += len(cell) + 1


def _within(element: str, inner: str) -> str:
    return f"<{element}>{inner}</{element}>" if element else inner


def _runs(inlines: Iterable[Inline], start: int, end: int) -> Iterator[_Run]:
    """Yield `[start:end]` cut into what is set and what is not; of inlines that overlap the earlier wins."""
    key: Callable[[Inline], tuple[int, int]] = lambda one: (one.start, -one.end)  # noqa: E731
    at = start
    for one in sorted(inlines, key=key):
        first, last = max(at, one.start), min(end, one.end)
        if first >= last:
            continue
        if at < first:
            yield _Run(at, first, None)
        yield _Run(first, last, one)
        at = last
    if at < end:
        yield _Run(at, end, None)
