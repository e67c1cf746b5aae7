"""Going through the strategies: the same card in each, until somebody says which one reads right."""

from __future__ import annotations

import os
import textwrap
from collections.abc import Sequence
from functools import partial
from typing import Final, NamedTuple

from rich.color import ColorSystem
from rich.console import COLOR_SYSTEMS, Console
from rich.segment import Segment
from rich.style import Style

from briefing.doctor.card import HEIGHT, WIDTH, rows
from briefing.doctor.stage import Stage
from briefing.machine.terminal import Strategy
from briefing.machine.terminal.cells import cells_of

# The reader's dark theme; to import it would take most of a second.
_TEXT: Final = Style.parse("#d8dbe2 on #101218")
_QUIET: Final = _TEXT + Style(color="#98a0b1")
_ACCENT: Final = _TEXT + Style(color="#e0ac4a")
_MARGIN: Final = 2
_QUESTION: Final = "Is each line of Arabic as the words above it say? If not: the next card."


class Cards(NamedTuple):
    """The strategies to go through; names of the one found out, and of the one that is used; the harakat."""

    strategies: Sequence[Strategy]
    found: str
    used: str
    harakat: bool

    def note(self, name: str) -> str:
        """What is to be said of a strategy beside its name."""
        if name == self.used != self.found:
            return " (the one that is saved)"
        return " (the one used unless another is saved)" if name == self.found else ""


def choose(stage: Stage, cards: Cards) -> str | None:
    """Show the card in each strategy, from the one that is used on; returns the name picked, or None."""
    strategies = cards.strategies

    def show() -> None:
        stage.show(strategies[at], partial(_screen, cards, at))

    at = [strategy.name for strategy in strategies].index(cards.used)
    show()
    while (key := stage.key()) != "leave":
        if key == "enter":
            return strategies[at].name
        before = at
        if key in ("next", "previous"):
            at = (at + (1 if key == "next" else -1)) % len(strategies)
        elif key.isdecimal() and 1 <= int(key) <= len(strategies):
            at = int(key) - 1
        if at != before:
            show()
    return None


def _screen(cards: Cards, at: int, columns: int, height: int) -> str:
    """All that is sent for one card: every row whole, so that a strategy can treat it."""
    strategy = cards.strategies[at]
    left = columns - 2 * _MARGIN
    last = len(cards.strategies)
    title = f"Card {at + 1} of {last}: {strategy.name}"
    keys = f"Space: next   1-{last}: that card   Enter: this one reads right   q: leave"
    painted: list[list[Segment]] = [
        _row([Segment(title, _ACCENT), Segment(cards.note(strategy.name), _QUIET)], columns)
    ]
    whom = textwrap.wrap(f"For {strategy.for_whom}", max(left, 20))
    painted += [_row([Segment(line, _QUIET)], columns) for line in whom[:2]]
    painted.append(_row([Segment(_QUESTION[:left], _TEXT)], columns))
    footer = [_row([Segment(keys[:left], _ACCENT)], columns)]
    room = height - len(painted) - len(footer)
    if room > HEIGHT:
        painted.append(_row([], columns))
    if room > HEIGHT + 1:
        footer.insert(0, _row([], columns))
    for row in rows(height - len(painted) - len(footer), harakat=cards.harakat):
        if row.arabic:
            painted.append(_flush_right(row.text, columns))
        else:
            painted.append(_row([Segment(row.text[:left], _QUIET)], columns))
    painted += footer
    painted += [_row([], columns)] * (height - len(painted))
    treatment = strategy.row_treatment()
    system, is_plain = _colours(), bool(os.environ.get("NO_COLOR"))
    sent = ["\x1b[2J"]
    for number, segments in enumerate(painted[:height], 1):
        if is_plain:
            segments = [Segment(segment.text) for segment in segments]
        treated = treatment(cells_of(segments)) if treatment else segments
        sent.append(f"\x1b[{number};1H{''.join(_rendered(segment, system) for segment in treated)}")
    return "".join(sent)


def _row(segments: Sequence[Segment], columns: int) -> list[Segment]:
    """Segments behind the margin, in a row of exactly `columns` cells."""
    row = [Segment(" " * _MARGIN, _TEXT), *segments]
    return Segment.adjust_line_length(row, columns, _TEXT)


def _flush_right(text: str, columns: int) -> list[Segment]:
    """A line whose right edge is under the end of the longest explanation."""
    edge = min(columns - _MARGIN, _MARGIN + WIDTH)
    segment = Segment(text, _TEXT)
    return Segment.adjust_line_length(
        [Segment(" " * max(_MARGIN, edge - segment.cell_length), _TEXT), segment], columns, _TEXT
    )


def _rendered(segment: Segment, system: ColorSystem | None) -> str:
    style = segment.style
    return style.render(segment.text, color_system=system) if style else segment.text


def _colours() -> ColorSystem | None:
    name = Console().color_system
    return COLOR_SYSTEMS[name] if name else None
