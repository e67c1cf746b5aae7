"""How a passage is set: as a heading, an item, a quote, code, a row or a note; and what is set in it."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import islice
from typing import Final, get_args

from msgspec import Struct
from msgspec.structs import replace

from briefing.arabic import Direction, layout
from briefing.document.model import InlineKind, Paragraph, ParagraphKind
from briefing.reading.marks import Span, cut, merged

#: What is set in a text in ways of its own: the slices of each kind, kinds without any missing.
InlineMarks = tuple[tuple[InlineKind, tuple[Span, ...]], ...]

_INLINES: Final[tuple[InlineKind, ...]] = get_args(InlineKind)
# Cells that a label takes, a blank with it: a sign, a number, and at most.
_SIGN: Final = 2
_NUMBER: Final = 4
_LABEL: Final = 12
# Paragraphs back to which the label is looked for of an item that goes on, or a side, that one after it too.
_BACK: Final = 100
# Rows by which the columns of a table are measured, cells of them all at most, and characters of one cell.
_ROWS: Final = 64
_WIDEST: Final = 200
_FAR: Final = 1 << 16
#: Cells between two columns.
GAP: Final = 3


class Form(Struct, frozen=True):
    """How a passage is set. `kind`, `level` and `label` are its paragraph's.

    `hang` are the cells that the label takes, a blank with them, also where it stood before an earlier
    paragraph of the same item. Of a row, `columns` are the cells that each column of its table wants (none:
    it cannot be set in columns), and `base` is the side that the table begins at. Of anything else, `base` is
    `"R"` where it has no letter that tells a side, and the text around it begins at the right.
    """

    kind: ParagraphKind = "text"
    level: int = 0
    label: str = ""
    hang: int = 0
    columns: tuple[int, ...] = ()
    base: Direction = "L"


#: Of a paragraph that is nothing else.
PLAIN: Final = Form()


class Forms:
    """The forms of the paragraphs of a view, by their index in it; each is found out when it is asked for."""

    def __init__(self, paragraphs: Sequence[Paragraph]) -> None:
        self._paragraphs = paragraphs
        self._table = lru_cache(maxsize=64)(self._measured_table)
        self._all_inlines = lru_cache(maxsize=64)(self._merged_inlines)

    def form(self, at: int, start: int = 0, *, whole: bool = True) -> Form:
        """Return the form of a passage that begins at `start` of a paragraph, and is `whole` or a part."""
        one = self._paragraphs[at]
        if one.kind == "text" and not one.label:
            return PLAIN
        hang = _hang(one.label) if one.label else self._hang_before(at)
        form = Form(one.kind, one.level, "" if start else one.label, hang)
        if one.kind not in ("row", "code") and len(one.text) <= _WIDEST and direction(one.text) is None:
            form = replace(form, base=self._side(at))
        if one.kind == "row" and whole:
            columns, base = self._table(self._starts[bisect_right(self._starts, at) - 1])
            return replace(form, columns=columns, base=base)
        return form

    def below(self, at: int) -> int:
        """Return how many blank rows part a paragraph from the next; 0 for the last."""
        if at + 1 >= len(self._paragraphs):
            return 0
        kind, after = self._paragraphs[at].kind, self._paragraphs[at + 1]
        if after.kind == "heading":
            return 1 if kind == "heading" else 2
        if after.kind != kind:
            return 1
        if kind == "row":
            return int(self._starts[bisect_right(self._starts, at + 1) - 1] == at + 1)
        return 0 if kind in ("item", "note") and after.label else 1

    def inlines(self, at: int, start: int, end: int) -> InlineMarks:
        """Return what is set in ways of its own in `[start:end]` of a paragraph, counted from there."""
        if not self._paragraphs[at].inlines:
            return ()
        found = ((kind, cut(spans, start, end)) for kind, spans in self._all_inlines(at))
        return tuple(
            (kind, tuple((a - start, b - start) for a, b in spans)) for kind, spans in found if spans
        )

    def _merged_inlines(self, at: int) -> InlineMarks:
        one = self._paragraphs[at]
        by_kind: dict[InlineKind, list[Span]] = {}
        for inline in one.inlines:
            by_kind.setdefault(inline.kind, []).append((inline.start, inline.end))
        return tuple((kind, merged(by_kind[kind])) for kind in _INLINES if kind in by_kind)

    def _hang_before(self, at: int) -> int:
        """The cells of the label that stood before an earlier paragraph of the same item or note."""
        one = self._paragraphs[at]
        kind = "item" if one.is_code_in_item else one.kind
        if kind not in ("item", "note"):
            return 0
        for before in reversed(self._paragraphs[max(0, at - _BACK) : at]):
            is_of_kind = before.kind == kind or before.is_code_in_item
            if before.label and is_of_kind and before.level == one.level:
                return _hang(before.label)
        return _SIGN

    def _side(self, at: int) -> Direction:
        """The side at which the text around a paragraph begins: before it, or else after it."""
        before, after = range(max(0, at - _BACK), at), range(at + 1, min(at + _BACK, len(self._paragraphs)))
        around = (self._paragraphs[other] for other in (*reversed(before), *after))
        found = (direction(one.text[:_WIDEST]) for one in around if one.kind != "code")
        return next((side for side in found if side is not None), "L")

    # Tables.

    @cached_property
    def _starts(self) -> list[int]:
        """The indices of the first rows of all tables.

        Nothing parts two tables that follow on one another but that two rows in a row have another number of
        cells; a single one that has joins cells of its table.
        """
        starts: list[int] = []
        last, own = -2, 0
        for at, one in enumerate(self._paragraphs):
            if one.kind != "row":
                continue
            cells = one.text.count("\t")
            if at != last + 1 or (cells != own and self._cells(at + 1) == cells):
                starts.append(at)
                own = cells
            last = at
        return starts

    def _cells(self, at: int) -> int:
        """One less than the cells of the row there, -1 if there is none."""
        is_row = at < len(self._paragraphs) and self._paragraphs[at].kind == "row"
        return self._paragraphs[at].text.count("\t") if is_row else -1

    def _measured_table(self, start: int) -> tuple[tuple[int, ...], Direction]:
        """The columns of the table that begins there, by its first rows; none if they would be too wide."""
        rows = list(islice(self._rows(start), _ROWS))
        base = _base("\n".join(rows))
        columns: list[int] = []
        for row in rows:
            for number, cell in enumerate(row.split("\t")):
                if number == len(columns):
                    columns.append(1)
                columns[number] = max(columns[number], _width(cell))
            if sum(columns) > _WIDEST:
                return (), base
        return tuple(columns), base

    def _rows(self, start: int) -> Iterator[str]:
        following = bisect_right(self._starts, start)
        end = self._starts[following] if following < len(self._starts) else len(self._paragraphs)
        for at in range(start, end):
            if self._paragraphs[at].kind != "row":
                return
            yield self._paragraphs[at].text


def direction(text: str) -> Direction | None:
    """Return the direction of the first letter of a text (UAX #9 rule P2, isolates not left out), if any."""
    for letter in text:
        if (found := unicodedata.bidirectional(letter)) in ("L", "R", "AL"):
            return "L" if found == "L" else "R"
    return None


def _hang(label: str) -> int:
    width = _width(label)
    return _SIGN if width <= 1 else max(_NUMBER, min(_LABEL, width + 1))


def _width(text: str) -> int:
    """The cells of a text of one line; as good as endless if it has more."""
    if len(text) > _WIDEST:
        return _WIDEST
    first, *more = layout(text, _FAR)
    return _WIDEST if more else first.width


def _base(text: str) -> Direction:
    """The direction of most letters."""
    directions = [unicodedata.bidirectional(letter) for letter in text[: _ROWS * _WIDEST]]
    rtl = directions.count("R") + directions.count("AL")
    return "R" if rtl > directions.count("L") else "L"
