"""The strategies: what a terminal has to be sent so that it shows a row of painted cells as it was painted.

What the reader paints is joined and in visual order already. Some terminals order it once more: those are
told not to, or are sent what they turn into the right thing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.structs import replace

from briefing.machine.session import Multiplexer
from briefing.machine.wrapping import passed_through

if TYPE_CHECKING:
    from rich.segment import Segment

    from briefing.machine.terminal.cells import SentCell

# Rows that a terminal has at most, for what must be sent for each.
_ROWS: Final = 120

#: Turns the cells of a whole row, from column 0, into what is sent. A segment without style is sent raw.
RowTreatment = Callable[[Sequence["SentCell"]], Iterable["Segment"]]


class Strategy(Struct, frozen=True):
    """One way to get painted cells onto a terminal as they are.

    `before` is sent right before the alternate screen is entered, at the start and whenever the program
    comes back. `last` is sent right before it is left and `after` right after: they give the terminal its own
    behaviour back. `treatment` names what rows with right-to-left text go through (empty: they are sent as
    they are). `untried`: nobody has seen it work yet.
    """

    name: str
    for_whom: str
    before: str = ""
    last: str = ""
    after: str = ""
    treatment: str = ""
    untried: bool = False

    @property
    def late(self) -> str:
        """What is sent instead of `before` on the alternate screen; it clears the screen, if anything."""
        return f"{self.before}\x1b[2J" if self.before else ""

    def row_treatment(self) -> RowTreatment | None:
        """What turns a row's cells into what is sent; None: rows are sent as they are, at no cost."""
        return _treatment(self.treatment) if self.treatment else None


PLAIN: Final = Strategy(
    "plain", "terminals that show what they are sent: xterm, alacritty, foot, and most others"
)

#: All strategies by name, the plain one first.
STRATEGIES: Final = {
    strategy.name: strategy
    for strategy in (
        PLAIN,
        # VTE keeps the mode by row, set when the row is made: so it goes before the alternate screen's. The
        # row that the shell goes on in has it too: the cursor goes to that row's start to set it back.
        Strategy(
            "explicit",
            "VTE (GNOME Terminal, xfce4-terminal, Tilix, Ptyxis) and others that obey BDSM, CSI 8 l",
            before="\x1b[8l",
            after="\r\x1b[8h",
        ),
        Strategy(
            "konsole",
            "Konsole",
            before="\x1b]50;BidiRenderingEnabled=false\x07",
            after="\x1b]50;BidiRenderingEnabled=true\x07",
        ),
        # Given back after the alternate screen, it leaves pieces of that one on the main screen.
        Strategy(
            "mlterm",
            "mlterm",
            before="\x1b]5379;use_ctl=false\x07",
            last="\x1b]5379;use_ctl=true\x07",
        ),
        Strategy("kitty", "kitty, which reverses every word", treatment="words"),
        Strategy("qterminal", "QTerminal, which reorders cells that look alike", treatment="colours"),
        Strategy("override", "VTE inside tmux: a U+202D before each row's letters", treatment="override"),
        Strategy(
            "marks", "xterm.js, hterm, Konsole inside tmux: a U+200E behind every letter", treatment="marks"
        ),
        Strategy(
            "terminal-app", "Terminal.app, by its published description", treatment="overrides", untried=True
        ),
    )
}


def strategy(name: str, multiplexer: Multiplexer | None = None) -> Strategy:
    """Return the strategy of that name, as it is needed inside `multiplexer`.

    Raises ValueError, naming all there are, for a name not known.
    """
    if name not in STRATEGIES:
        raise ValueError(f'there is no strategy "{name}"; the strategies are {", ".join(STRATEGIES)}')
    found = STRATEGIES[name]
    if multiplexer is None:
        return found
    if found.treatment == "colours":
        # tmux and screen may send fewer colours than they are sent.
        return replace(found, treatment="faintness")
    if found.name == "explicit" and multiplexer == "screen":
        # Its terminal keeps the mode by row, and screen has made all of its rows already.
        return replace(
            found,
            before=passed_through(_on_every_row(found.before), multiplexer),
            last=passed_through(_on_every_row("\x1b[8h"), multiplexer),
            after="",
        )
    if found.before.startswith("\x1b]"):
        # After the alternate screen tmux is about to redraw all, and drops what it should pass on.
        return replace(
            found,
            before=passed_through(found.before, multiplexer),
            last=passed_through(found.last or found.after, multiplexer),
            after="",
        )
    return found


def _on_every_row(mode: str) -> str:
    """A mode set on each row of the terminal, wherever the cursor is; of a lower one the last row has it."""
    return "\x1b7" + "".join(f"\x1b[{row};1H{mode}" for row in range(1, _ROWS + 1)) + "\x1b8"


def _treatment(name: str) -> RowTreatment:
    # Only one of them is ever needed.
    if name == "words":
        from briefing.machine.terminal.kitty_words import reversed_words

        return reversed_words
    if name in ("colours", "faintness"):
        from briefing.machine.terminal.neighbours import by_colour, by_faintness

        return by_colour if name == "colours" else by_faintness
    from briefing.machine.terminal.format_characters import with_marks, with_override, with_overrides

    return {"marks": with_marks, "override": with_override, "overrides": with_overrides}[name]
