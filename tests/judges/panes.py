"""Finds the article on the screen by what is painted alone: borders, and paragraph numbers at the right."""

import contextlib
import re
from collections.abc import Sequence
from typing import NamedTuple

from tests.judges.emulator import Cell
from tests.judges.rows import Row
from tests.judges.screen import Screen

_TOP_LEFT, _TOP_RIGHT, _BOTTOM_LEFT = frozenset("╭┌┏╔"), frozenset("╮┐┓╗"), frozenset("╰└┗╚")
_NUMBER = re.compile(r"¶(\d+)\s*$")
_SCROLL_BAR = re.compile("[\u2580-\u259f]")
# Seconds without output or work: two frames.
_QUIET = 0.05

Cells = Sequence[Sequence[Cell]]


class Pane(NamedTuple):
    """A frame: the title in its top border, and the columns and rows inside it."""

    title: str
    left: int
    right: int
    top: int
    bottom: int


def panes(cells: Cells) -> list[Pane]:
    """Return all frames that are whole, row by row and from left to right."""
    found = []
    for y, row in enumerate(cells):
        for x, cell in enumerate(row):
            if cell.text not in _TOP_LEFT:
                continue
            right = next((n for n in range(x + 1, len(row)) if row[n].text in _TOP_RIGHT), None)
            bottom = next((n for n in range(y + 1, len(cells)) if cells[n][x].text in _BOTTOM_LEFT), None)
            if right is not None and bottom is not None:
                title = "".join(c.text for c in row[x + 1 : right])
                found.append(Pane(title, x + 1, right, y + 1, bottom))
    return found


def called(cells: Cells, title: str) -> list[Pane]:
    """Return the frames whose title begins with the words `title`."""
    begins = re.compile(rf"\W*{re.escape(title)}\b")
    return [pane for pane in panes(cells) if begins.match(pane.title)]


def article_pane(cells: Cells, title: str) -> Pane:
    """Return the article's frame, the only one of that title; AssertionError if it is not."""
    found = called(cells, title)
    assert len(found) == 1, f"{len(found)} of these are {title!r}: {[pane.title for pane in panes(cells)]}"
    return found[0]


def article_rows(cells: Cells, title: str, column: int | None = None) -> tuple[list[Row], int]:
    """Return the rows of the article in the pane of that title, and the column its numbers stand in.

    `column` is where they stood before: on this screen there need not be any.
    """
    frame = article_pane(cells, title)
    numbers: dict[int, int] = {}
    columns = set() if column is None else {column}
    for y in range(frame.top, frame.bottom):
        inside = [cell.text for cell in cells[y][frame.left : frame.right]]
        inside[-1] = _SCROLL_BAR.sub(" ", inside[-1])
        if match := _NUMBER.search("".join(inside)):
            numbers[y] = int(match[1])
            columns.add(frame.left + max(n for n, text in enumerate(inside) if text == "¶"))
    assert len(columns) == 1, f"paragraph numbers stand in the columns {sorted(columns)}"
    edge = columns.pop()
    return [_row(cells[y], frame.left, edge, numbers.get(y)) for y in range(frame.top, frame.bottom)], edge


def _row(cells: Sequence[Cell], left: int, edge: int, number: int | None) -> Row:
    text = "".join(cell.text for cell in cells[left:edge]).strip()
    inked = [x for x in range(left, edge) if cells[x].text.strip() or not cells[x].text]
    return Row(text, number, inked[0], inked[-1] + 1) if inked else Row(text, number)


def read_through(screen: Screen, title: str) -> list[Row]:
    """Page through the article, which must be at its top and have the focus, and return all its rows.

    AssertionError if a page leaves rows out or the last one is never reached.
    """
    edge: int | None = None

    def page() -> list[Row]:
        nonlocal edge
        rows, edge = article_rows(screen.cells(), title, edge)
        return rows

    def press(key: str, before: list[Row] | None = None) -> list[Row]:
        screen.press(key)
        screen.wait_until_idle(_QUIET)
        rows = page()
        if rows == before:  # the machine is slow
            screen.wait_for(lambda _: page() != before)
            screen.wait_until_idle(_QUIET)
            rows = page()
        return rows

    page()
    last = press("end")
    shown = press("home")
    if shown == last:  # all of it fits on a page; or the machine is slow
        with contextlib.suppress(AssertionError):
            screen.wait_for(lambda _: page() != last, timeout=1)
        screen.wait_until_idle(_QUIET)
        shown = page()
    rows = list(shown)
    while shown != last:
        below = press("pagedown", shown)
        step = next((n for n in range(len(shown)) if shown[n:] == below[: len(below) - n]), None)
        assert step is not None, f"a page further nothing is left of the page before:\n{screen.text}"
        rows += below[len(below) - step :]
        shown = below
    return rows
