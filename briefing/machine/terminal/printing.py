"""Text that is printed on a terminal, outside the reader: ordered and joined where the terminal does not.

A terminal that orders text itself is sent it as it is; another gets rows that are painted, as the reader's
are. Files and pipes get the text unchanged.
"""

from __future__ import annotations

import os
import select
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Final, TextIO

if TYPE_CHECKING:
    from briefing.arabic import Direction, Line, Presentation
    from briefing.machine.terminal.recognising import Terminal
    from briefing.machine.terminal.strategies import RowTreatment

_Paint = Callable[[str], Iterable[str]]

_COLUMNS: Final = 80  # where the terminal does not say how many it has
_MOST: Final = 1000
#: Embeddings, overrides, isolates and marks: without Arabic letters too they are obeyed, and never sent.
_CONTROLS: Final = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def is_terminal(stream: TextIO | None) -> bool:
    """Return whether `stream` is a terminal that a row can be painted on."""
    try:
        return bool(stream and stream.isatty()) and os.environ.get("TERM") not in ("dumb", "", None)
    except ValueError:  # closed
        return False


def printed(lines: Iterable[str], stream: TextIO | None, base: Direction | None = None) -> Iterator[str]:
    """Return lines without their ends as `stream` needs them, one after the other; a line may become several.

    `base` is the direction of all of them, as of the program's own words; None finds that of each. Where it
    is no terminal, or a line has no right-to-left text and no bidi control, that is the line itself. What is
    typed while the terminal is asked which one it is may be lost.
    """
    paint: _Paint | None = None
    for line in lines:
        if line.isascii() or not _is_ordered(line):
            yield line
        else:
            paint = paint or _painting(stream, base=base)
            yield from paint(line)


def filled(lines: Iterable[str], stream: TextIO | None, width: int | None) -> Iterator[str]:
    """Return lines as `printed` does, broken between words where they are wider than `width` cells.

    On a terminal its own width is the most, and what None means. One that orders text itself breaks the
    lines that are as wide as it is.
    """
    from briefing.machine.filling import wrapped

    on_terminal = is_terminal(stream)
    columns = _columns(stream) if on_terminal else _MOST
    width = min(width or columns, columns) if on_terminal else width or columns
    paint: _Paint | None = None
    for line in lines:
        if not on_terminal or line.isascii() or not _is_ordered(line):
            yield from wrapped(line, width)
        else:
            paint = paint or _painting(stream, width)
            yield from paint(line)


def _is_ordered(line: str) -> bool:
    """Return whether a line is not shown in the order of its characters: letters or controls say so."""
    from briefing.machine.terminal.cells import RIGHT_TO_LEFT

    return bool(RIGHT_TO_LEFT.search(line)) or any(one in _CONTROLS for one in line)


def _painting(stream: TextIO | None, width: int | None = None, base: Direction | None = None) -> _Paint:
    """What makes of a line the rows that are sent where `stream` goes, `width` cells wide if it is that."""
    if not is_terminal(stream) or _orders_text(terminal := _terminal()):
        if width is None or width >= _columns(stream):
            return lambda line: (line,)
        from briefing.machine.filling import wrapped

        return partial(wrapped, width=width)
    treatment = terminal.strategy.row_treatment()
    width = width or _columns(stream)
    return partial(_rows, width=width, shown=_presentation(terminal), treatment=treatment, base=base)


def _presentation(terminal: Terminal) -> Presentation:
    from briefing.arabic import AS_WRITTEN, Presentation

    return AS_WRITTEN if terminal.shows_marks else Presentation(harakat=False)


def _rows(
    line: str, width: int, shown: Presentation, treatment: RowTreatment | None, base: Direction | None
) -> Iterator[str]:
    from briefing.arabic import layout

    for laid in layout(line, width, base, presentation=shown):
        yield _row(laid, width, treatment)


def _row(line: Line, width: int, treatment: RowTreatment | None) -> str:
    """A line flush with the side it begins at, as it is sent."""
    text = " " * (width - line.width) * (line.base == "R") + line.text
    text = text.rstrip(" ")
    if treatment is None:
        return text
    from rich.color import ColorSystem
    from rich.segment import Segment

    from briefing.machine.terminal.cells import cells_of

    sent = treatment(cells_of([Segment(text)]))
    return "".join(
        one.style.render(one.text, color_system=ColorSystem.TRUECOLOR) if one.style else one.text
        for one in sent
    )


def _terminal() -> Terminal:
    """The terminal, by what it answers if it can be asked, else by the environment."""
    from briefing.machine.terminal.answers import Answers
    from briefing.machine.terminal.recognising import recognise, recognised_at_once

    at_once = recognised_at_once(os.environ)
    if at_once is None and _can_be_asked():
        from briefing.machine.terminal.terminal_search import find_out

        return find_out()
    return at_once or recognise(Answers(), os.environ)


def _can_be_asked() -> bool:
    """Whether the answer comes to this program, and nothing that was typed ahead is in its way.

    To a job in the background it does not come: the terminal stops who asks from there.
    """
    if sys.platform == "win32" or not (sys.stdin and sys.stdin.isatty() and sys.stdout.isatty()):
        return False
    try:
        if os.tcgetpgrp(sys.stdin.fileno()) != os.getpgrp():
            return False
    except OSError:  # not the terminal of this session
        return False
    return not select.select([sys.stdin], [], [], 0)[0]


def _orders_text(terminal: Terminal) -> bool:
    """Whether the terminal orders and joins text itself, unless it is told not to.

    A terminal that was told so before and is left so has a strategy that gives nothing back.
    """
    strategy = terminal.strategy
    return bool(strategy.before and (strategy.after or strategy.last))


def _columns(stream: TextIO | None) -> int:
    try:
        columns = os.get_terminal_size(stream.fileno()).columns if stream else 0
    except (OSError, ValueError):
        columns = 0
    return min(columns, _MOST) or _COLUMNS
