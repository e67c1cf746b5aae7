"""Another state of the briefing under a screen that goes on: every row stays where it was, if it is there."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefing.reading.followed import Followed
from briefing.tui.panes.article import Article
from briefing.tui.panes.item_view import ItemView
from briefing.tui.panes.sidebar import Sidebar
from briefing.tui.panes.summary import Summary

if TYPE_CHECKING:
    from briefing.reading import Reading
    from briefing.tui.screens.reader_screen import ReaderScreen


class Held(NamedTuple):
    """What stays in a pane: item number `item` of `of`, and the rows from its first to the upper edge."""

    pane: ItemView
    of: str
    item: int
    rows: int


def held(screen: ReaderScreen) -> list[Held]:
    """Return what stays where it is in each pane: what the reader stands on, else what is on top."""
    found: list[Held] = []
    reading = screen.reading
    for kind, of in ((Sidebar, "sidebar"), (Article, "article"), (Summary, "summary")):
        pane = screen.query_one(kind)
        if pane.held_item is None:
            continue
        index, rows = pane.held_item
        if of == "article" and reading.way == "interleaved":
            of, index = reading.open.interleaving.entry(index)
        elif isinstance(pane, Summary):
            index = pane.item_of(index)
        found.append(Held(pane, of, index, rows))
    return found


def put_back(holds: list[Held], before: Reading, after: Reading) -> None:
    """Scroll each pane so that what was held stands where it stood, the pane with the focus last.

    So it has the last word where panes scroll together.
    """
    followed = Followed(before.outline, after.outline)
    for pane, of, index, rows in sorted(holds, key=lambda one: one.pane.id == after.focus):
        found = _followed(followed, of, index, before, after)
        if found is None:
            continue
        if isinstance(pane, Article) and after.way == "interleaved":
            if of == "summary" and not after.open.interleaving.has(found):
                continue
            found = after.open.interleaving.position(of, found)
        elif of == "summary" and not isinstance(pane, Summary):
            continue  # the text of another language now
        if isinstance(pane, Summary):
            position = pane.position_of(found)
            if position is None:
                continue
            found = position
        pane.hold_at(found, rows)


def _followed(followed: Followed, of: str, index: int, before: Reading, after: Reading) -> int | None:
    if of == "sidebar":
        found = followed.view(index)
        return after.view if found is None else found
    if of == "summary":
        return followed.item(before.open, index, after.open)
    return followed.passage(before.open, index, after.open)
