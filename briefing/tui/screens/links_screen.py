"""The links of a section over the reader: their words, where they stand, and where they lead to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from msgspec.structs import replace
from rich.segment import Segment
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from briefing.arabic import layout
from briefing.document.citing import cited
from briefing.reading.links import Link
from briefing.settings.words import in_use, say
from briefing.tui.looks import looks_of
from briefing.tui.painting import label, line_segments, one_line
from briefing.tui.painting import row as text_row
from briefing.tui.panes.row import Row, in_order, placed
from briefing.tui.screens.window import ListedWindow, framed, mirror_titles
from briefing.tui.scrolling import WheelScrolled, thumb

# Rows of the whole address under the list, the line between them not counted; characters of it at most.
_WHOLE = 4
_LONGEST = 4000
_BETWEEN = 2


class LinkList(WheelScrolled, can_focus=True):
    """One row for each of `links`, and under them the whole address of the one at `cursor`."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "LinkList { height: 1fr; }"

    cursor: reactive[int] = reactive(0)

    class Taken(Message):
        """The address of the link at the cursor is wanted."""

    def __init__(self, links: Sequence[Link]) -> None:
        super().__init__()
        self._links = links
        self._digits = len(str(max(link.number for link in links)))

    # Moving.

    def validate_cursor(self, cursor: int) -> int:
        """Stay on what there is."""
        return max(0, min(cursor, len(self._links) - 1))

    def validate_top(self, top: int) -> int:
        """Keep the last rows at the lower edge."""
        return max(0, min(top, len(self._links) - self.page))

    def watch_cursor(self, cursor: int) -> None:
        """Keep it in sight."""
        self.top = max(min(self.top, cursor), cursor - self.page + 1)

    @property
    def page(self) -> int:
        """Rows of the list in sight."""
        return max(1, self.size.height - _WHOLE - 1)

    def on_resize(self) -> None:
        """Keep the cursor in sight."""
        self.watch_cursor(self.cursor)

    def on_click(self, event: Click) -> None:
        """Go to a link; twice: take its address."""
        place = event.get_content_offset(self)
        event.stop()
        if place is not None and place.y < self.page and place.y + self.top < len(self._links):
            self.cursor = place.y + self.top
            if event.chain > 1:
                self.post_message(self.Taken())

    # Painting.

    def render_line(self, y: int) -> Strip:
        """The row (Textual's line API)."""
        looks, width = looks_of(self), self.size.width
        if y < self.page:
            row = self._link_row(y + self.top, max(0, width - 1))
            bar = looks["thumb" if y in thumb(len(self._links), self.page, self.top) else "text"]
            row = replace(row, end=(*row.end, Segment(" ", bar)), blank=row.blank or looks["text"])
        elif y == self.page:
            row = Row(fill=(Segment("─" * width, looks["frame"]),))
        else:
            row = self._address_row(y - self.page - 1, max(1, width - 2))
        return Strip(placed(row, width, mirrored=in_use().mirrored), width)

    def _link_row(self, index: int, width: int) -> Row:
        """Where a link stands, its words flush with the side they begin at, and its address."""
        looks = looks_of(self)
        if index >= len(self._links):
            return Row(blank=looks["text"])
        link, current = self._links[index], index == self.cursor
        text, quiet = looks["text"], looks["quiet"]
        if current:
            text, quiet = (style + looks["under-cursor"] for style in (looks["heading"], quiet))
        number = cited([link.number]).ljust(self._digits + 2)
        start = (Segment("▌" if current else " ", text), Segment(number, quiet))
        room = max(2, width - 1 - len(number) - _BETWEEN)
        words = one_line(label(link.words), room // 2)
        address = one_line(_cut(label(link.address[:_LONGEST]), room - room // 2), room - room // 2, "L")
        pieces = [
            text_row(words, room // 2, text),
            [Segment(" " * _BETWEEN, text)],
            line_segments(address, quiet),
        ]
        return Row(start, in_order(pieces, mirrored=in_use().mirrored), blank=text)

    def _address_row(self, at: int, width: int) -> Row:
        """A line of the whole address; if there are more than there is room for, the last ends in `…`."""
        looks = looks_of(self)
        address = label(self._links[self.cursor].address[:_LONGEST])
        lines = layout(address, width, "L")
        if at >= len(lines):
            return Row(blank=looks["text"])
        line = lines[at]
        if at == _WHOLE - 1 and len(lines) > _WHOLE:
            line = one_line(address[line.start :], width, "L")
        text = looks["text"]
        return Row((Segment(" ", text),), tuple(line_segments(line, text)), base="L", blank=text)


def _cut(address: str, width: int) -> str:
    """An address cut off where its cells end, not where a line may break: that is often before the host."""
    return f"{address[: width - 1]}…" if address.isascii() and len(address) > width else address


class LinksScreen(ListedWindow[Link]):
    """Lies over the reader until the address of a link is taken, which is its result, or none (Esc)."""

    DEFAULT_CSS = f"""
    LinksScreen {{ align: center middle; background: $background 70%; }}
    {framed("links")}
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,a,q", "close", show=False),
        Binding("enter,y,ctrl+c", "take", show=False),
        Binding("down,j", "move(1)", show=False),
        Binding("up,k", "move(-1)", show=False),
        Binding("pagedown,space", "move_page(1)", show=False),
        Binding("pageup,shift+space", "move_page(-1)", show=False),
        Binding("home,g", "move_to(0)", show=False),
        Binding("end,G", "move_to(-1)", show=False),
    ]
    window = "links"

    def __init__(self, links: Sequence[Link]) -> None:
        super().__init__()
        self._links = links
        self._list = LinkList(links)

    def compose(self) -> ComposeResult:
        """The list in a frame."""
        with Vertical(id="links") as box:
            box.border_title = Content(say("links.title"))
            box.border_subtitle = Content(say("links.keys"))
            mirror_titles(box)
            yield self._list

    def on_mount(self) -> None:
        """No higher than what there is to show."""
        self.query_one("#links").styles.height = min(24, len(self._links) + _WHOLE + 3)
        self._list.focus()

    @on(LinkList.Taken)
    def _taken(self) -> None:
        self.action_take()

    def action_take(self) -> None:
        """Take the address at the cursor."""
        self.dismiss(self._links[self._list.cursor])

    def action_move(self, step: int) -> None:
        """The next link (1) or the one before (-1)."""
        self._list.cursor += step

    def action_move_page(self, pages: int) -> None:
        """Screenfuls on, or back."""
        self._list.cursor += pages * self._list.page

    def action_move_to(self, index: int) -> None:
        """To the first link (0) or to the last (-1)."""
        self._list.cursor = index if index >= 0 else len(self._links) - 1
