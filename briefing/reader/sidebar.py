"""The sidebar: the sections by key and name, the one on show marked; one row where width is short."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import ClassVar, NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import reactive

from briefing.document import Section
from briefing.reader.item_view import ItemView
from briefing.reader.painting import one_line
from briefing.reader.painting import row as text_row
from briefing.reader.same import Same

_BETWEEN = 2


class Tab(NamedTuple):
    """Where an entry stands in the lying sidebar, in columns, and what it says."""

    start: int
    end: int
    label: str


class Sidebar(ItemView):
    """One entry for each of `sections`, its key before its name; `current` is the index of the one shown."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,l", "move(1)", "Next", show=False),
        Binding("left,h", "move(-1)", "Previous", show=False),
        Binding("enter", "screen.article", "Read it", show=False),
    ]

    sections: reactive[tuple[Section, ...]] = reactive((), repaint=False)
    keys: reactive[tuple[str, ...]] = reactive((), repaint=False)
    current: reactive[int] = reactive(0, repaint=False)

    class Chosen(Message):
        """The reader wants the section of that index."""

        def __init__(self, index: int) -> None:
            self.index = index
            super().__init__()

    def state(self) -> Hashable:
        """The sections besides, and the one on show."""
        return (super().state(), Same(self.sections), Same(self.keys), self.current)

    def watch_sections(self) -> None:
        """Show other sections."""
        self.replace_items()

    def watch_current(self, before: int, current: int) -> None:
        """Mark another section as the one on show."""
        self.set_reactive(Sidebar.cursor, current)
        if not self.framed:
            self.repaint()
            return
        if self.is_mounted:
            self.show_item(current)
        self.repaint_item(before)
        self.repaint_item(current)

    def watch_cursor(self, before: int | None, cursor: int | None) -> None:
        """The section the cursor goes to is shown at once."""
        super().watch_cursor(before, cursor)
        if self.cursor is not None and self.cursor != self.current:
            self.post_message(self.Chosen(self.cursor))

    def count_items(self) -> int:
        """The sections."""
        return len(self.sections)

    def item_height(self, index: int, width: int) -> int:
        """The English name, the Arabic under it, and a blank row if there is one more."""
        return 1 + bool(self.sections[index].arabic) + (index < len(self.sections) - 1)

    def item_row(self, index: int, row_: int, width: int) -> Sequence[Segment]:
        """The English name with the number of paragraphs, or the Arabic name."""
        section = self.sections[index]
        if row_ >= 1 + bool(section.arabic):
            return ()
        current = index == self.current
        style = self._style(index)
        quiet = style + self.looks["dim"]
        mark = Segment("▌" if current else " ", style)
        if row_ == 1:
            name = one_line(section.arabic, max(1, width - 2), "R", self.reading)
            return [mark, *text_row(name, width - 2, style if current else quiet), Segment(" ", style)]
        count = str(len(section.paragraphs))
        key = f"{self._key(index)} "
        room = width - 1 - len(key) - len(count) - 2
        return [
            mark,
            Segment(key, quiet),
            *text_row(one_line(section.title, max(1, room), "L"), room, style),
            Segment(f" {count} ", quiet),
        ]

    def _key(self, index: int) -> str:
        return self.keys[index] if index < len(self.keys) else " "

    def _style(self, index: int) -> Style:
        if index != self.current:
            return self.looks["text"]
        return self.looks["heading"] + self.looks["under-cursor"] if self.has_focus else self.looks["heading"]

    def action_move(self, step: int) -> None:
        """To the next section or the one before; entries are short, none is gone through."""
        index = self._next_selectable((self.cursor or 0) + step, step)
        if index is not None:
            self.cursor = index

    # Lying.

    def count_rows(self) -> int:
        """All rows of the standing sidebar, or the one of the lying one."""
        return super().count_rows() if self.framed else 1

    def paint_row(self, row: int) -> Iterable[Segment]:
        """One row of the standing sidebar, or all of the lying one."""
        if self.framed:
            return super().paint_row(row)
        quiet = self.looks["quiet"]
        segments: list[Segment] = []
        column = 0
        for index, tab in enumerate(self._tabs(self.text_width)):
            if tab.label:
                segments.append(Segment(" " * (tab.start - column), quiet))
                segments.append(Segment(tab.label, self._style(index)))
                column = tab.end
        return segments

    def _tabs(self, width: int) -> list[Tab]:
        """The entries side by side; without room for all names, only the current one has its own."""
        count = len(self.sections)
        for short in (False, True):
            labels: list[str] = []
            used = 0
            for index, section in enumerate(self.sections):
                name = "" if short and index != self.current else section.title
                labels.append(self._label(index, name, width))
                used += len(labels[-1])
                if used > width:
                    break
            for between in (_BETWEEN, 1, 0) if len(labels) == count else ():
                if used + between * (count - 1) <= width:
                    return list(self._place(labels, between))
        only = self._label(self.current, self.sections[self.current].title, width)
        return list(self._place([only if i == self.current else "" for i in range(count)], 0))

    def _label(self, index: int, name: str, width: int) -> str:
        key = self._key(index).strip()
        text = " ".join(part for part in (key, name) if part)
        return f" {one_line(text, max(1, width - 2), 'L').text} " if text else ""

    @staticmethod
    def _place(labels: Sequence[str], between: int) -> Iterator[Tab]:
        column = 0
        for label in labels:
            yield Tab(column, column + len(label), label)
            column += len(label) + (between if label else 0)

    def row_clicked(self, row: int, column: int) -> None:
        """The cursor goes to the entry."""
        if self.framed:
            super().row_clicked(row, column)
            return
        for index, tab in enumerate(self._tabs(self.text_width)):
            if tab.start <= column < tab.end:
                self.item_clicked(index)
