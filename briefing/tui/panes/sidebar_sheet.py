"""The sidebar laid out: the sections by key and name, vertical; or horizontal, side by side in one row."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from functools import lru_cache

from msgspec import Struct
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

from briefing.arabic import AS_WRITTEN, Direction, Line, Presentation, layout
from briefing.reading.items import SidebarItem
from briefing.reading.sidebar import SidebarContents
from briefing.tui.painting import one_line
from briefing.tui.painting import row as text_row
from briefing.tui.panes.article_sheet import BARE
from briefing.tui.panes.row import Row
from briefing.tui.panes.sheet import Looks, Sheet

_BETWEEN = 2
# Lines that a name may take, and an English one where there are many entries.
_LINES = 4
_CLOSE = 2
_MANY = 10
_CHARACTERS_A_CELL = 8
# How many paragraphs were in sight, in eighths.
_SEEN = " ▁▂▃▄▅▆▇█"
#: Some of these signs, for the help.
SOME_SEEN = "▁ ▅ █"
# Cells of a name that are worth more than its place among the others.
_NAMED = 16


class SidebarRow(Struct, frozen=True):
    """All that a row of the vertical sidebar shows: a line of an entry's English or Arabic name."""

    entry: SidebarItem
    inside: int
    presentation: Presentation


@lru_cache(maxsize=1024)
def name_lines(
    text: str, width: int, base: Direction, presentation: Presentation, most: int
) -> tuple[Line, ...]:
    """Return a name in as many lines of `width` cells as it needs, `most` at most: then it ends in `…`."""
    text = " ".join(text[: _CHARACTERS_A_CELL * most * width].split())  # no more of it can be seen
    lines = layout(text, width, base, presentation)
    if len(lines) <= most:
        return tuple(lines)
    return (*lines[: most - 1], one_line(text[lines[most - 1].start :], width, base, presentation))


class SidebarSheet(Sheet):
    """One entry for each view."""

    def __init__(self, contents: SidebarContents, width: int) -> None:
        super().__init__(width)
        self._contents = contents
        self._item = lru_cache(maxsize=256)(contents.item)
        self._name_rows = lru_cache(maxsize=256)(self._rows_of_names)

    @property
    def count(self) -> int:
        """The views."""
        return len(self._contents.views)

    @property
    def cursor(self) -> int | None:
        """The view that is open."""
        return self._contents.current

    @property
    def _is_close(self) -> bool:
        """Whether there are so many entries that each has to do with fewer rows."""
        return self.count > _MANY

    def height(self, index: int) -> int:
        """Return the rows of both names, and a blank one if there is an entry more."""
        is_spaced = not self._is_close and index < self.count - 1
        return self._name_rows(index) + is_spaced

    def _rows_of_names(self, index: int) -> int:
        return sum(map(len, self._names(self._item(index), self._contents.presentation)))

    def _names(self, entry: SidebarItem, presentation: Presentation) -> tuple[Sequence[Line], Sequence[Line]]:
        """The lines of the name beside its key and number of paragraphs, and of the Arabic one below."""
        beside = 1 + len(entry.digit or " ") + 1 + len(count_of(entry)) + 2
        most, fewer = (_CLOSE, 1) if self._is_close else (_LINES, _LINES)
        if not entry.title:  # the Arabic name takes its place, beside the key and the number
            return name_lines(entry.arabic, max(1, self.width - beside), "R", presentation, most), ()
        english = name_lines(entry.title, max(1, self.width - beside), "L", AS_WRITTEN, most)
        if not entry.arabic:
            return english, ()
        return english, name_lines(entry.arabic, max(1, self.width - 2), "R", presentation, fewer)

    def row(self, index: int, inside: int) -> SidebarRow | None:
        """Return a line of one of the names of an entry."""
        entry = self._item(index)
        if inside >= self._name_rows(index):
            return None
        return SidebarRow(entry, inside, self._contents.presentation)

    def paint(self, value: Hashable, looks: Looks) -> Row:
        """Return the English name with its key and the number of paragraphs, or the Arabic name."""
        assert isinstance(value, SidebarRow)
        entry, style = value.entry, entry_style(value.entry, looks)
        quiet = style + looks["dim"]
        mark = Segment("▌" if entry.is_open else " ", style)
        english, arabic = self._names(entry, value.presentation)
        if value.inside >= len(english):
            name = arabic[value.inside - len(english)]
            text = tuple(text_row(name, self.width - 2, style if entry.is_open else quiet))
            return Row((mark,), text, (Segment(" ", style),), blank=style)
        key, count = entry.digit or " ", count_of(entry)
        name = english[value.inside]
        seen = _SEEN[entry.seen]
        if value.inside:
            key, count, seen = " " * len(key), " " * len(count), " "
        start = (mark, Segment(key, quiet), Segment(" ", quiet))
        counted = quiet if not entry.found else style + looks["found"]
        end = (Segment(" ", quiet), Segment(count, counted), Segment(seen, quiet))
        return Row(start, tuple(text_row(name, name.width, style)), end, None if entry.title else "R", style)


def count_of(entry: SidebarItem) -> str:
    """Return the number of paragraphs, or of what a search has found there.

    Before the paragraphs stands the number of those on which no claim rests, if they are shown.
    """
    if entry.found is not None:
        return str(entry.found).rjust(len(str(entry.paragraphs))) if entry.found else "–"
    return str(entry.paragraphs) if entry.bare is None else f"{entry.bare}{BARE} {entry.paragraphs}"


class Tab(Struct, frozen=True):
    """An entry of the horizontal sidebar: its columns from the row's start, its label, its index."""

    start: int
    end: int
    label: str
    view: int


def tabs_of(contents: SidebarContents, width: int) -> tuple[Tab, ...]:
    """Return the entries side by side; without room for all names, only the open one has its own.

    Without room for that either, the open one stands alone, with its place among all of them where that
    leaves enough of its name. An entry that no key opens goes by its number.
    """
    count = len(contents.views)
    for short in (False, True):
        labels: list[str] = []
        used = 0
        for index in range(count):
            entry = contents.item(index)
            labels.append(_label(entry, index, width, named=entry.is_open or not short))
            used += cell_len(labels[-1])
            if used > width:
                break  # of thousands, only those that have room are looked at
        for between in (_BETWEEN, 1, 0) if len(labels) == count else ():
            if used + between * (count - 1) <= width:
                return tuple(_tabs(labels, between))
    place = f"{contents.current}/{count - 1} "  # the full article, which comes first, is 0
    label = _label(contents.item(contents.current), contents.current, width, named=True)
    if cell_len(label) + len(place) > width >= _NAMED + len(place):
        label = _label(contents.item(contents.current), contents.current, width - len(place), named=True)
    if cell_len(label) + len(place) <= width:
        label += place
    return (Tab(0, cell_len(label), label, contents.current),)


def tab_row(contents: SidebarContents, tabs: Iterable[Tab], looks: Looks) -> Row:
    """Return the one row of the horizontal sidebar."""
    segments: list[Segment] = []
    column = 0
    for tab in tabs:
        segments.append(Segment(" " * (tab.start - column), looks["quiet"]))
        entry = contents.item(tab.view)
        style = entry_style(entry, looks)
        *parts, _ = _parts(tab.label, entry.digit)
        segments += [Segment(part, style) for part in parts]
        segments.append(Segment(_SEEN[entry.seen], style + looks["dim"]))
        column = tab.end
    return Row(tuple(segments), blank=looks["text"])


def entry_style(entry: SidebarItem, looks: Looks) -> Style:
    """Return how an entry is written."""
    if not entry.is_open:
        return looks["text"]
    return looks["heading"] + looks["under-cursor"] if entry.has_focus else looks["heading"]


def _label(entry: SidebarItem, index: int, width: int, *, named: bool) -> str:
    key = entry.digit or ("" if named else str(index))
    if named and not entry.title:
        key = f"{key} " if key else ""
        found = f" {_found(entry)}" if entry.found else ""
        return f" {key}{one_line(entry.arabic, max(1, width - 2 - len(key)), 'R').text}{found} "
    text = " ".join(part for part in (key, entry.title if named else "", _found(entry)) if part)
    return f" {one_line(text, max(1, width - 2), 'L').text} " if text else ""


def _found(entry: SidebarItem) -> str:
    """How much a search has found there, as it stands behind a name."""
    return f"({entry.found})" if entry.found else ""


def _parts(label: str, digit: str) -> list[str]:
    """A label as what may change sides: a blank, the digit, a blank, the name, a blank."""
    first, name = label[: 2 + len(digit)], label[2 + len(digit) : -1]
    if not digit or first != f" {digit} ":
        return [" ", label[1:-1], " "]
    return [" ", digit, " ", name, " "] if name else [" ", digit, " "]


def _tabs(labels: Sequence[str], between: int) -> Iterator[Tab]:
    column = 0
    for index, label in enumerate(labels):
        if label:
            yield Tab(column, column + cell_len(label), label, index)
            column += cell_len(label) + between
