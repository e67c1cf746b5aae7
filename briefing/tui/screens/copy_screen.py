"""The menu of what can be copied, and under it what would be put on the clipboard."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.segment import Segment
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Click
from textual.strip import Strip

from briefing.arabic import Line, Presentation, layout
from briefing.exporting.singles import Manner
from briefing.reading import Copy
from briefing.reading.copy_menu import Entry
from briefing.settings.words import in_use, say
from briefing.tui.looks import looks_of
from briefing.tui.painting import label, line_segments, one_line
from briefing.tui.painting import row as text_row
from briefing.tui.panes.row import Row, placed
from briefing.tui.screens.window import ListedWindow, framed, mirror_titles
from briefing.tui.scrolling import WheelScrolled

# Characters of a text that are laid out for the preview: hundreds of rows.
_SHOWN = 20_000
# Rows at least that the preview keeps in a low window.
_PREVIEW = 3


class CopyList(WheelScrolled, can_focus=True):
    """One row for each of `entries`, and under a line the text of the one at the cursor, from row `top`."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "CopyList { height: 1fr; }"

    def __init__(self, entries: Sequence[Entry], presentation: Presentation) -> None:
        super().__init__()
        self._entries = entries
        self._presentation = presentation
        self._made: dict[tuple[int, Manner], str] = {}
        self._laid: tuple[int, int, Manner, list[Line]] | None = None
        self.cursor, self.manner = 0, Manner()

    @property
    def copy(self) -> Copy:
        """What is copied as things stand."""
        return self._entries[self.cursor].copy(self.manner)

    # Moving.

    @property
    def _listed(self) -> int:
        """Rows of the list in sight."""
        return max(1, min(len(self._entries), self.size.height - _PREVIEW - 1))

    @property
    def _first(self) -> int:
        """The entry in the first row."""
        return max(0, self.cursor - self._listed + 1)

    @property
    def page(self) -> int:
        """Rows of the preview in sight."""
        return max(1, self.size.height - self._listed - 1)

    def validate_top(self, top: int) -> int:
        """Keep the last rows at the lower edge."""
        return max(0, min(top, len(self._lines()) - self.page))

    def put(self, cursor: int, manner: Manner) -> None:
        """Show another entry, or the same in another manner."""
        self.cursor, self.manner, self.top = max(0, min(cursor, len(self._entries) - 1)), manner, 0
        self.refresh()

    def on_click(self, event: Click) -> None:
        """Go to an entry."""
        place = event.get_content_offset(self)
        event.stop()
        if place is not None and place.y < self._listed:
            self.put(place.y + self._first, self.manner)

    # The text of the preview.

    def _lines(self) -> list[Line]:
        """What would be copied, laid out; a text that takes long is made in a thread meanwhile."""
        width, key = max(1, self.size.width - 2), (self.cursor, self.manner)
        if key not in self._made:
            if self._entries[self.cursor].takes_long:
                self.run_worker(lambda: self._make_later(key), thread=True, exclusive=True)
                return layout(say("copy-menu.making"), width)
            self._made[key] = self.copy.text[:_SHOWN]
        if self._laid is None or self._laid[:3] != (width, *key):
            lines = [
                line
                for text in self._made[key].splitlines() or [""]
                for line in layout(label(text), width, None, self._presentation)
            ]
            self._laid = (width, *key, lines)
        return self._laid[3]

    def _make_later(self, key: tuple[int, Manner]) -> None:
        text = self._entries[key[0]].copy(key[1]).text[:_SHOWN]
        self.app.call_from_thread(self._there, key, text)

    def _there(self, key: tuple[int, Manner], text: str) -> None:
        self._made[key] = text
        self.refresh()

    # Painting.

    def render_line(self, y: int) -> Strip:
        """The row (Textual's line API)."""
        looks, width = looks_of(self), self.size.width
        if y < self._listed:
            row = self._entry_row(y + self._first, width)
        elif y == self._listed:
            row = Row(fill=(Segment("─" * width, looks["frame"]),))
        else:
            row = self._preview_row(y - self._listed - 1 + self.top)
        return Strip(placed(row, width, mirrored=in_use().mirrored), width)

    def _entry_row(self, index: int, width: int) -> Row:
        looks, current = looks_of(self), index == self.cursor
        text = looks["heading"] + looks["under-cursor"] if current else looks["text"]
        start = (Segment("▌ " if current else "  ", text),)
        room = max(2, width - 2)
        words = one_line(label(self._entries[index].name), room, "R" if in_use().mirrored else "L")
        return Row(start, tuple(text_row(words, room, text)), blank=text)

    def _preview_row(self, at: int) -> Row:
        text, lines = looks_of(self)["text"], self._lines()
        if at >= len(lines):
            return Row(blank=text)
        segments = tuple(line_segments(lines[at], text))
        blank = (Segment(" ", text),)
        return Row(blank, segments, blank, base=lines[at].base, blank=text)


class CopyScreen(ListedWindow[Copy]):
    """Lies over the reader until something is copied, which is its result, or nothing (Esc)."""

    DEFAULT_CSS = f"""
    CopyScreen {{ align: center middle; background: $background 70%; }}
    {framed("copy-menu")}
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,C,q", "close", show=False),
        Binding("enter,y,ctrl+c", "take", show=False),
        Binding("down,j", "move(1)", show=False),
        Binding("up,k", "move(-1)", show=False),
        Binding("home,g", "move(-99)", show=False),
        Binding("end,G", "move(99)", show=False),
        Binding("pagedown,space", "preview(1)", show=False),
        Binding("pageup,shift+space", "preview(-1)", show=False),
        Binding("m,tab", "switch_form", show=False),
        Binding("s", "switch_source", show=False),
    ]
    window = "copy-menu"

    def __init__(self, entries: Sequence[Entry], presentation: Presentation) -> None:
        super().__init__()
        self._list = CopyList(entries, presentation)

    def compose(self) -> ComposeResult:
        """The list in a frame."""
        with Vertical(id="copy-menu") as box:
            box.border_title = Content(say("copy-menu.title"))
            mirror_titles(box)
            yield self._list

    def on_mount(self) -> None:
        """Say what is chosen."""
        self._put(0, Manner())
        self._list.focus()

    def _put(self, cursor: int, manner: Manner) -> None:
        self._list.put(cursor, manner)
        form = say("copy-menu.markdown" if manner.markdown else "copy-menu.text")
        source = say("copy-menu.sourced" if manner.sourced else "copy-menu.bare")
        box = self.query_one("#copy-menu")
        box.border_title = Content(f"{say('copy-menu.title')} · {form} · {source}")
        box.border_subtitle = Content(say("copy-menu.keys"))

    def action_take(self) -> None:
        """Copy what is shown."""
        self.dismiss(self._list.copy)

    def action_move(self, step: int) -> None:
        """Entries on, or back."""
        self._put(self._list.cursor + step, self._list.manner)

    def action_preview(self, pages: int) -> None:
        """Screenfuls of the preview on, or back."""
        self._list.top += pages * self._list.page

    def action_switch_form(self) -> None:
        """Text or Markdown."""
        manner = self._list.manner
        self._put(self._list.cursor, manner._replace(markdown=not manner.markdown))

    def action_switch_source(self) -> None:
        """With the source or without."""
        manner = self._list.manner
        self._put(self._list.cursor, manner._replace(sourced=not manner.sourced))
