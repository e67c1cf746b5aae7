"""Paragraphs as blocks of Markdown as people write them: headings, lists, quotes, code, tables, footnotes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from itertools import groupby
from typing import Final, NamedTuple

from briefing.document.model import Paragraph, ParagraphKind
from briefing.exporting.markdown_inlines import InlineWriters, marked
from briefing.sources.article_words import kept, writers_of
from briefing.sources.html_blocks import BULLET
from briefing.sources.markdown_signs import sign_text

_DEEPEST: Final = 15  # levels of lists and quotes that have signs of their own
_HEADINGS: Final = 6
_NUMBER: Final = re.compile(r"[0-9]{1,9}([.)])")
_FENCED: Final = re.compile("`{3,}")
_FOOTNOTE: Final = re.compile(r"\[([1-9][0-9]{0,3})\]")
_REFERENCE: Final = re.compile(r"\\\[([1-9][0-9]{0,3})\\\]")  # such a sign in a text, as it is written
_INDENT: Final = "    "  # of what belongs to a footnote


def are_footnotes(paragraphs: Sequence[Paragraph]) -> bool:
    """Return whether the notes of a document stand at its end and are numbered as Markdown's are: `[1]`..."""
    notes = _last_notes(paragraphs)
    labels = [one.label for one in notes if one.label]
    return bool(notes) and bool(notes[0].label) and labels == [f"[{n}]" for n in range(1, len(labels) + 1)]


def _last_notes(paragraphs: Sequence[Paragraph]) -> Sequence[Paragraph]:
    at = len(paragraphs)
    while at and paragraphs[at - 1].kind == "note":
        at -= 1
    return paragraphs[at:]


class _List(NamedTuple):
    """A list that is open: the column at which what is in its items begins, and how they are marked."""

    column: int
    marker: str


class BlockWriter:
    """Writes paragraphs once. Those whose numbers are in `as_it_is` are kept as they are, in a `<pre>`.

    With `has_footnotes` the notes at the end are footnotes, and the first `[1]` in a text leads to the first.
    """

    def __init__(self, as_it_is: Set[int], *, has_footnotes: bool = False) -> None:
        self._as_it_is = as_it_is
        self._has_footnotes = has_footnotes
        self._next = 1  # the footnote that is referred to next
        self._lists: list[_List] = []

    def text(self, paragraphs: Sequence[Paragraph]) -> str:
        """Return all of it, a blank line between blocks."""
        notes = len(_last_notes(paragraphs)) if self._has_footnotes else 0
        text = paragraphs[: len(paragraphs) - notes]
        blocks = [*self._blocks(text), *map(self._footnote, paragraphs[len(text) :])]
        return "\n\n".join(blocks) + "\n"

    def _blocks(self, paragraphs: Sequence[Paragraph]) -> Iterator[str]:
        for kind, together in groupby(paragraphs, self._kind):
            if kind == "item":
                yield "".join(self._items(together)).strip("\n")
            elif kind == "row":
                for _, rows in groupby(together, lambda row: row.text.count("\t")):
                    yield "\n".join(self._table([*rows]))
            elif kind == "quote":
                yield "".join(self._quotes(together))
            else:
                yield from map(self._block, together)

    def _kind(self, one: Paragraph) -> ParagraphKind | None:
        """What of Markdown's own a paragraph is; None: it only says itself what it is."""
        if one.number in self._as_it_is:
            return None
        if one.kind in ("item", "quote"):
            return one.kind if 1 <= one.level <= _DEEPEST else None
        if one.kind == "heading":
            return one.kind if 1 <= one.level <= _HEADINGS else None
        is_bare = not (one.level or one.label)
        if one.kind == "code":
            return self._kind_of_code(one)
        if one.kind == "row":
            return one.kind if is_bare and "\n" not in one.text else None
        return None if one.kind == "note" or one.level else "text"

    def _kind_of_code(self, one: Paragraph) -> ParagraphKind | None:
        """What code is: a block of its own, or one in an item of a list."""
        if one.inlines or "\r" in one.text:
            return None
        if not one.level:
            return None if one.label else "code"
        is_named = one.label in ("", BULLET) or _NUMBER.fullmatch(one.label) is not None
        return "item" if is_named and one.level <= _DEEPEST else None

    def _block(self, one: Paragraph) -> str:
        kind = self._kind(one)
        if kind == "code":
            return _fenced(one.text)
        if kind == "heading":
            return f"{'#' * one.level} {self._said(one, writers_of('heading'))}"
        if kind == "text":
            return self._said(one)
        if one.number in self._as_it_is or one.kind in ("code", "row"):
            is_code = one.kind == "code" and not (one.level or one.label)
            return kept(one, "" if is_code else one.kind)
        return sign_text(one.kind, one.level, self._label(one.label)) + self._words(one, writers_of("lines"))

    def _said(self, one: Paragraph, writers: InlineWriters | None = None, *, is_named: bool = False) -> str:
        """The words of a paragraph, behind its label, unless it `is_named` otherwise."""
        words = self._words(one, writers or writers_of("lines"))
        return words if is_named or not one.label else sign_text(None, 0, self._label(one.label)) + words

    def _words(self, one: Paragraph, writers: InlineWriters, start: int = 0, end: int | None = None) -> str:
        if self._has_footnotes:
            writers = writers._replace(piece=_Referring(writers, self))
        return marked(one.text, one.inlines, start, end, writers)

    def referred(self, written: str) -> str:
        """Return a piece of Markdown with a reference where a footnote's sign stands for the first time."""

        def reference(found: re.Match[str]) -> str:
            if int(found[1]) != self._next:
                return found[0]
            self._next += 1
            return f"[^{found[1]}]"

        return _REFERENCE.sub(reference, written)

    def _label(self, label: str) -> str:
        return writers_of("label").piece(label, begins=True, ends=True)

    def _items(self, items: Iterator[Paragraph]) -> Iterator[str]:
        """The items of lists, each with the line ends before it."""
        self._lists = []
        for one in items:
            number = _NUMBER.fullmatch(one.label)
            if not one.label and len(self._lists) >= one.level:  # it goes on in the item before it
                del self._lists[one.level :]
                said = _fenced(one.text) if one.kind == "code" else self._said(one)
                yield _indented(f"\n\n{said}", self._lists[-1].column)
                continue
            if not one.label:
                self._lists = []
                if one.kind == "code":
                    yield f"\n\n{kept(one, 'code')}"
                    continue
                sign = sign_text(one.kind, one.level, "")
                yield f"\n\n{sign}{self._words(one, writers_of('lines'))}"
                continue
            marker = one.label if number else "-"
            kind = number[1] if number else "-"
            is_next = len(self._lists) >= one.level and self._lists[one.level - 1].marker == kind
            is_inner = len(self._lists) == one.level - 1 > 0 and kind == "-"
            del self._lists[one.level - 1 :]
            column = self._lists[-1].column if self._lists else 0
            outer = one.level - 1 - len(self._lists)  # lists without an item of their own
            self._lists += [_List(column + 2 * (at + 1), "-") for at in range(outer)]
            inner = column + 2 * outer + len(marker) + 1
            self._lists.append(_List(inner, kind))
            is_named = bool(number) or one.label == BULLET
            said = _fenced(one.text) if one.kind == "code" else self._said(one, is_named=is_named)
            yield "\n" if is_next or is_inner else "\n\n"
            yield f"{' ' * column}{'- ' * outer}{marker} {_indented(said, inner)}"

    def _quotes(self, quotes: Iterator[Paragraph]) -> Iterator[str]:
        """Quotes, those of one level in one block."""
        before = 0
        for one in quotes:
            sign = "> " * one.level
            if before:
                yield f"\n{sign.rstrip()}\n" if before == one.level else "\n\n"
            yield sign + self._said(one).replace("\n", f"\n{sign}")
            before = one.level

    def _table(self, rows: Sequence[Paragraph]) -> Iterator[str]:
        """A table; as the first row is its head, whose cells the others have as many of."""
        for at, row in enumerate(rows):
            cells, start = [], 0
            for cell in row.text.split("\t"):
                cells.append(self._words(row, writers_of("cell"), start, start + len(cell)))
                start += len(cell) + 1
            yield f"| {' | '.join(cells)} |"
            if not at:
                yield f"|{' --- |' * len(cells)}"

    def _footnote(self, one: Paragraph) -> str:
        words = _indented(self._words(one, writers_of("lines")), len(_INDENT))
        return f"[^{one.label[1:-1]}]: {words}" if one.label else _INDENT + words


class _Referring:
    """Writes pieces of text with references to footnotes in them."""

    def __init__(self, writers: InlineWriters, blocks: BlockWriter) -> None:
        self._piece, self._blocks = writers.piece, blocks

    def __call__(self, text: str, *, begins: bool, ends: bool) -> str:
        return self._blocks.referred(self._piece(text, begins=begins, ends=ends))


def _indented(text: str, column: int) -> str:
    """A block with its further lines, and those after a blank one, at a column."""
    return re.sub(r"\n(?=[^\n])", "\n" + " " * column, text)


def _fenced(code: str) -> str:
    fence = "`" * max((3, *(len(run) + 1 for run in _FENCED.findall(code))))
    return f"{fence}\n{code}\n{fence}"
