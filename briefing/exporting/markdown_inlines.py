"""A paragraph's text as Markdown that is set as its inlines are: bold, italic, struck, code, links.

CommonMark looks at the characters around `**` to tell where it begins and where it ends, and between a letter
and a sign (`كلمة**«قول»**`) it is neither. Where a mark would not be read as one, the HTML element that it
stands for is written, which GitHub and Obsidian show alike.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from heapq import heapify, heappop, heappush
from typing import Final, NamedTuple, Protocol

from briefing.document.model import Inline, InlineKind
from briefing.exporting.inlines import parted_links
from briefing.exporting.markdown_text import piece
from briefing.exporting.page.addresses import followed

_MARKS: Final = {"strong": "**", "emphasis": "*", "struck": "~~"}
_ELEMENTS: Final = {"strong": "strong", "emphasis": "em", "struck": "del", "code": "code"}
#: Of spans that begin and end together, the outermost first.
_KINDS: Final[tuple[InlineKind, ...]] = ("link", "strong", "emphasis", "struck", "code")
# What stands between backticks as it is, in a table's cell too: not these, and no blank at its ends.
_CODE: Final = re.compile(r"(?! )[^`|\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+(?<! )")
_PLAIN_ADDRESS: Final = re.compile(r"https?://[\w./?=#%+~,:@-]+", re.IGNORECASE | re.ASCII)
_ENTITY: Final = re.compile(r"&(?=#?\w+;)")
_BRACKETS: Final = re.compile("[()]")
_DEEPEST: Final = 5  # brackets within brackets


class _Span(NamedTuple):
    """`[start:end]` of a text that is set as the kind of that rank; they sort as they are written."""

    start: int
    minus_end: int  # of those that begin together, the longest first
    rank: int
    address: str

    @property
    def end(self) -> int:
        return -self.minus_end

    @property
    def kind(self) -> InlineKind:
        return _KINDS[self.rank]

    def within(self, start: int, end: int) -> _Span:
        return self._replace(start=max(start, self.start), minus_end=-min(end, self.end))


class InlineWriter(Protocol):
    """Makes Markdown of a part of a text; `begins` and `ends`: it is the block's first, its last."""

    def __call__(self, text: str, *, begins: bool, ends: bool) -> str:
        """Return the part as Markdown."""


class InlineWriters(NamedTuple):
    """How words and addresses are written; an address that is "" then leads nowhere."""

    piece: InlineWriter
    address: Callable[[str], str]


_GIVEN_OUT: Final = InlineWriters(piece, followed)


def marked(
    text: str,
    inlines: Iterable[Inline],
    start: int = 0,
    end: int | None = None,
    writers: InlineWriters = _GIVEN_OUT,
) -> str:
    """Return `[start:end]` of a text for the inside of a block, a table's cell included: one line.

    It stands at the block's start or behind a blank. As it is given out, a link to what nobody should be led
    to is only its words (`is_followed`).
    """
    end = len(text) if end is None else end
    spans = _spans(inlines, start, end, writers)
    if not spans:
        return writers.piece(text[start:end], begins=True, ends=True)
    return "".join(_Writer(text, start, end, writers).written(start, end, spans))


def is_followed(link: Inline) -> bool:
    """Return whether an inline is a link that Markdown leads along."""
    return link.kind == "link" and bool(followed(link.address))


class _Writer:
    """Writes `[start:end]` of a text once, from its start to its end."""

    def __init__(self, text: str, start: int, end: int, writers: InlineWriters) -> None:
        self._text, self._start, self._end, self._writers = text, start, end, writers
        self._taken: set[int] = set()  # where marks stand: two of them there would be read as one

    def written(self, start: int, end: int, spans: list[_Span]) -> Iterator[str]:
        """Yield a part of the text in pieces of Markdown; `spans` lie within it."""
        heapify(spans)
        at = start
        while spans:
            span, inside = heappop(spans), []
            while spans and spans[0].start < span.end:
                other = heappop(spans)
                inside.append(other.within(span.start, span.end))
                if other.end > span.end:
                    heappush(spans, other.within(span.end, other.end))
            said = self._text[span.start : span.end]
            first = span.start + len(said) - len(said.lstrip())
            last = max(first, span.start + len(said.rstrip()))  # no mark stands beside a blank inside of it
            yield self._plain(at, first)
            if first < last:
                inside = [one.within(first, last) for one in inside if one.end > first and one.start < last]
                yield from self._set(span.within(first, last), inside)
            at = last
        yield self._plain(at, end)

    def _set(self, span: _Span, inside: list[_Span]) -> Iterator[str]:
        said = self._text[span.start : span.end]
        if span.kind == "code" and not inside and _CODE.fullmatch(said):
            yield f"`{said}`"
            return
        if span.kind == "link":
            address = self._writers.address(span.address)
            if said == address and not inside and _PLAIN_ADDRESS.fullmatch(said):
                yield f"<{said}>"
                return
            begin, end = "[", f"]({_destination(address)})"
        elif span.kind in _MARKS and self._is_read(span, inside):
            begin = end = _MARKS[span.kind]
            self._taken |= {span.start, span.end}
        else:
            begin, end = f"<{_ELEMENTS[span.kind]}>", f"</{_ELEMENTS[span.kind]}>"
        yield begin
        yield from self.written(span.start, span.end, inside)
        yield end

    def _is_read(self, span: _Span, inside: list[_Span]) -> bool:
        """Whether marks around a span are read as such."""
        start, end = span.start, span.end
        if start in self._taken or end in self._taken:
            return False
        before = self._text[start - 1] if start > self._start else " "
        after = self._text[end] if end < self._end else " "
        begins = _is_inner(self._text[start]) and all(one.start > start for one in inside)
        ends = _is_inner(self._text[end - 1]) and all(one.end < end for one in inside)
        return (begins or _is_outer(before)) and (ends or _is_outer(after))

    def _plain(self, start: int, end: int) -> str:
        if start >= end:
            return ""
        return self._writers.piece(self._text[start:end], begins=start == self._start, ends=end == self._end)


def _is_inner(character: str) -> bool:
    """Whether marks are read beside it whatever stands on their other side: a letter, a digit, a harakah."""
    return unicodedata.category(character)[0] in "LNM"


def _is_outer(character: str) -> bool:
    """Whether marks are read beside it whatever they stand around: a blank, or a sign of punctuation.

    Which other signs are punctuation depends on the version of CommonMark.
    """
    return character in "\t\n$+<=>^`|~" or unicodedata.category(character) in ("Zs", *_PUNCTUATION)


_PUNCTUATION: Final = ("Pc", "Pd", "Pe", "Pf", "Pi", "Po", "Ps")


def _destination(address: str) -> str:
    """An address as where a link leads: as it is, but for brackets without a partner and for `&lt;`."""
    address = _ENTITY.sub("&amp;", address)
    depth = 0
    for sign in _BRACKETS.findall(address):
        depth += 1 if sign == "(" else -1
        if not 0 <= depth < _DEEPEST:
            return _BRACKETS.sub(r"\\\g<0>", address)
    return _BRACKETS.sub(r"\\\g<0>", address) if depth else address


def _spans(inlines: Iterable[Inline], start: int, end: int, writers: InlineWriters) -> list[_Span]:
    """The inlines within `[start:end]`: of each kind none overlaps another, and no other one cuts a link."""
    by_rank: dict[int, list[_Span]] = {}
    led = (one for one in inlines if one.kind != "link" or writers.address(one.address))
    for one in parted_links(led):
        rank, first, last = _KINDS.index(one.kind), max(start, one.start), min(end, one.end)
        if first >= last:
            continue
        known = by_rank.setdefault(rank, [])
        if one.kind == "link" or not known or known[-1].end < first:
            known.append(_Span(first, -last, rank, one.address if one.kind == "link" else ""))
        else:
            known[-1] = known[-1]._replace(minus_end=-max(last, known[-1].end))
    links = by_rank.pop(0, [])
    others = [one for spans in by_rank.values() for one in spans]
    return [*links, *(part for one in others for part in _cut(one, links))] if links else others


def _cut(span: _Span, links: list[_Span]) -> Iterator[_Span]:
    """A span in parts, none of which holds a part of a link only, unless it lies in that link."""
    at = bisect_right(links, span.start, key=lambda one: one.start) - 1
    if at >= 0 and links[at].start < span.start < links[at].end < span.end:
        yield span.within(span.start, links[at].end)
        span = span.within(links[at].end, span.end)
    at = bisect_left(links, span.end, key=lambda one: one.end)
    if at < len(links) and span.start < links[at].start < span.end < links[at].end:
        yield span.within(span.start, links[at].start)
        span = span.within(links[at].start, span.end)
    yield span
