"""From what a terminal answers, and what the environment says, to which terminal it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, MutableMapping
from typing import TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.structs import replace

from briefing.machine.session import INSIDE, Multiplexer, multiplexer_here
from briefing.machine.terminal.answers import Answers
from briefing.machine.terminal.multiplexer import Client
from briefing.machine.terminal.strategies import PLAIN, Strategy, strategy

if TYPE_CHECKING:
    from briefing.machine.terminal.fitted_cells import Widths

Environment = Mapping[str, str]


class Terminal(Struct, frozen=True):
    """The terminal the program runs on.

    `name` is empty where it could not be told, `version` where the terminal does not say. `how` says in a few
    words by what it was recognised. `shows_marks`: it paints marks (harakat) where they belong;
    `marks_have_cells`: it gives each of them, and each format character, a cell.
    """

    name: str = ""
    version: str = ""
    how: str = "nothing told which one it is"
    multiplexer: Multiplexer | None = None
    strategy: Strategy = PLAIN
    shows_marks: bool = True
    marks_have_cells: bool = False

    @property
    def widths(self) -> Widths:
        """How it counts what terminals count differently."""
        from briefing.machine.terminal.fitted_cells import Widths  # Unicode's tables: not before the question

        return Widths(
            _SIGNS_HAVE_CELLS.get(self.name),
            self.marks_have_cells,
            relays=self.multiplexer is not None,
            adds_up=self.name in _ADDING_UP,
        )


class _Known(Struct, frozen=True):
    """A terminal that is known by name."""

    name: str
    strategy: str = PLAIN.name
    shows_marks: bool = True


_VTE: Final = _Known("VTE", "explicit")
_KONSOLE: Final = _Known("Konsole", "konsole")
_MLTERM: Final = _Known("mlterm", "mlterm")
# kitty lays some marks out in cells of their own where it reverses a word.
_KITTY: Final = _Known("kitty", "kitty", shows_marks=False)
# QTerminal paints no marks at all.
_QTERMINAL: Final = _Known("QTerminal", "qterminal", shows_marks=False)
_XTERM: Final = _Known("xterm")
_URXVT: Final = _Known("urxvt")
_ALACRITTY: Final = _Known("alacritty", shows_marks=False)
_FOOT: Final = _Known("foot", shows_marks=False)
_ST: Final = _Known("st", shows_marks=False)
_TERMINOLOGY: Final = _Known("terminology", shows_marks=False)
# These order nothing; the browser that they are shown in does, unless they paint on a canvas.
_XTERM_JS: Final = _Known("xterm.js", "marks")
_HTERM: Final = _Known("hterm", "marks")
_WEZTERM: Final = _Known("WezTerm")
_GHOSTTY: Final = _Known("ghostty")
# It orders text itself; nobody has seen a way to tell it not to.
_COSMIC: Final = _Known("COSMIC Terminal")
_TERMINAL_APP: Final = _Known("Terminal.app", "terminal-app")

# By the name they answer with (XTVERSION), in lower case.
_BY_NAME: Final = {
    "konsole": _KONSOLE, "kitty": _KITTY, "xterm": _XTERM, "foot": _FOOT, "vte": _VTE, "mlterm": _MLTERM,
    "terminology": _TERMINOLOGY, "rxvt-unicode": _URXVT, "qterminal": _QTERMINAL, "alacritty": _ALACRITTY,
    "xterm.js": _XTERM_JS, "hterm": _HTERM, "wezterm": _WEZTERM, "ghostty": _GHOSTTY,
    "cosmic-term": _COSMIC,
}  # fmt: skip

# By the secondary device attributes.
_BY_KIND: Final[Mapping[tuple[int, ...], _Known]] = {
    (0, 115, 0): _QTERMINAL, (24, 279, 0): _MLTERM, (0, 276, 0): _XTERM_JS, (0, 256, 0): _HTERM,
}  # fmt: skip
_VTES: Final = ((65,), (61,))
_KONSOLES: Final = ((0, 115, 0), (1, 115, 0))
_BY_FIRST_OF_KIND: Final = {41: _XTERM, 65: _VTE, 85: _URXVT}

# Whether signs that enclose digits (U+06DD) have a cell; where the terminal asks the system, it may change.
_SIGNS_HAVE_CELLS: Final = {
    **dict.fromkeys(("xterm", "urxvt", "mlterm"), True),
    **dict.fromkeys(("VTE", "kitty", "Konsole", "QTerminal"), False),
}

# Those in which a cluster covers its neighbours: in foot 1.13 a thumb with a skin tone has four cells.
_ADDING_UP: Final = frozenset({_FOOT.name})

# By TERM, which every terminal sets anew: a name of its own there is beyond doubt.
_BY_TERM: Final = {
    "mlterm": _MLTERM, "xterm-kitty": _KITTY, "alacritty": _ALACRITTY, "foot": _FOOT, "st": _ST,
    "rxvt": _URXVT, "linux": _Known("Linux console"), "xterm-ghostty": _GHOSTTY, "wezterm": _WEZTERM,
}  # fmt: skip

# By TERM_PROGRAM, for those that say nothing else; a multiplexer sets its own.
_BY_TERM_PROGRAM: Final = {"ghostty": _GHOSTTY, "WezTerm": _WEZTERM, "cosmic-term": _COSMIC}
# By variables that a terminal sets and everything started from it inherits, another terminal too.
_BY_VARIABLE: Final = (
    ("KITTY_WINDOW_ID", _KITTY),
    ("KONSOLE_VERSION", _KONSOLE),
    ("MLTERM", _MLTERM),
    ("VTE_VERSION", _VTE),
)
# By the program that runs the shell: those that set no variable.
_BY_PROGRAM: Final = {"qterminal": _QTERMINAL}
# What a multiplexer puts into TERM.
# From this version on screen gives every combining and every format character a column.
_SCREEN_COUNTS_MARKS: Final = 50000
# States of mode 8.
_SET, _RESET = 1, 2
_OBEYS: Final = (_SET, _RESET)


def recognised_at_once(environment: Environment) -> Terminal | None:
    """Return the terminal where the environment alone decides; None where the terminal has to be asked."""
    term = environment.get("TERM", "")
    for name, known in _BY_TERM.items():
        if term == name or term.startswith(f"{name}-"):
            return _terminal(known, f"TERM={term}")
    if environment.get("TERM_PROGRAM") == "Apple_Terminal" and not term.startswith(INSIDE):
        return _terminal(_TERMINAL_APP, "TERM_PROGRAM=Apple_Terminal")
    return None


def leave_out_lost_colours(environment: MutableMapping[str, str]) -> None:
    """Have 256 colours used inside GNU screen, though its terminal has more (COLORTERM is inherited).

    screen 4 takes the three numbers of a colour for attributes: all would be faint and without colours.
    """
    if multiplexer_here(environment) == "screen":
        environment.pop("COLORTERM", None)


def recognise(answers: Answers, environment: Environment, client: Client | None = None) -> Terminal:
    """Return the terminal that gave `answers`, for a program with this `environment`.

    `client` is what tmux tells of the terminal it is shown on.
    """
    inside = multiplexer_here(environment) or _multiplexer_answering(answers)
    if inside == "tmux":
        return _behind_tmux(environment, client)
    if inside == "screen":
        # Answers are the outer terminal's: the question was passed through.
        found = _by_answers(answers, environment) if not _multiplexer_answering(answers) else None
        return _behind("screen", found or _by_variables(environment), answers.screen)
    at_once = recognised_at_once(environment)
    found = at_once or _by_answers(answers, environment)
    if found is None and not answers.complete:  # else it is none of those that set the variables
        found = _by_variables(environment)
    return found or _by_term_program(environment) or Terminal()


def with_strategy(terminal: Terminal, name: str) -> Terminal:
    """Return the terminal with the strategy that somebody chose; "auto" leaves it as it is.

    Raises ValueError for a name not known.
    """
    if name == "auto":
        return terminal
    return replace(terminal, strategy=strategy(name, terminal.multiplexer))


def _terminal(known: _Known, how: str, version: str = "") -> Terminal:
    return Terminal(known.name, version, how, None, strategy(known.strategy), known.shows_marks)


def _multiplexer_answering(answers: Answers) -> Multiplexer | None:
    if answers.kind[:1] == (84,) or answers.name.startswith("tmux"):
        return "tmux"
    return "screen" if answers.kind[:1] == (83,) else None


def _by_answers(answers: Answers, environment: Environment) -> Terminal | None:
    """The terminal by what it said itself."""
    name, version = _named(answers.name)
    known = _BY_NAME.get(name.lower())
    if known is _VTE:
        version = _vte_version(version)
    if known and known.strategy not in (PLAIN.name, "explicit"):
        return _terminal(known, f"it says: {answers.name}", version)
    if answers.bidi in _OBEYS:
        if not name and (answers.kind[:1] in _VTES or environment.get("VTE_VERSION")):
            name, version = "VTE", _vte_version(*map(str, answers.kind[1:2]))
        how = "it says that it orders text and can be told not to (BDSM)"
        found = strategy("explicit")
        if answers.bidi == _RESET:
            found = replace(found, after="")  # it is told already, and is left so
        return Terminal(name, version, how, None, found, known.shows_marks if known else True)
    if known and known.strategy == PLAIN.name:
        return _terminal(known, f"it says: {answers.name}", version)
    if name:
        return Terminal(name, version, f"it says: {answers.name}")
    return _by_kind(answers, environment)


def _by_kind(answers: Answers, environment: Environment) -> Terminal | None:
    kind = ";".join(map(str, answers.kind))
    known = _BY_KIND.get(answers.kind)
    if answers.kind in _KONSOLES and environment.get("KONSOLE_VERSION"):
        known = _KONSOLE  # one of before 2022: it does not say its name
    known = known or _BY_FIRST_OF_KIND.get(answers.kind[0] if answers.kind else -1)
    if known is None and answers.kind[:1] in _VTES and _vte_version(*map(str, answers.kind[1:2])):
        known = _VTE
    if known is None or known is _VTE:  # a VTE of before 2019, or with its BiDi off: it knows no BDSM
        version = _vte_version(*map(str, answers.kind[1:2]))
        return Terminal("VTE", version, f"its device attributes {kind}") if known else None
    return _terminal(known, f"its device attributes {kind}")


def _behind_tmux(environment: Environment, client: Client | None) -> Terminal:
    if client is None:
        return _behind("tmux", _by_variables(environment))
    name, version = _named(client.name)
    known = _BY_NAME.get(name.lower())
    if known:
        outer: Terminal | None = _terminal(known, f"tmux says: {client.name}", version)
    elif name:
        outer = Terminal(name, version, f"tmux says: {client.name}")
    else:
        started_in = {**(client.environment or environment), "TERM": client.term}
        outer = recognised_at_once(started_in) or _by_variables(started_in) or _by_program(client.programs)
    found = _behind("tmux", outer)
    if found.strategy.name == _KONSOLE.strategy and not client.passes:
        # Letters come out in order at least, though not all joined.
        how = f"{found.how}; tmux would have to pass on what it needs: set -g allow-passthrough on"
        return replace(found, how=how, strategy=strategy("marks", "tmux"))
    return found


def _by_variables(environment: Environment) -> Terminal | None:
    told = [(variable, known) for variable, known in _BY_VARIABLE if environment.get(variable)]
    if len(told) != 1:
        return None
    variable, known = told[0]
    return _terminal(known, f"{variable}={environment[variable]}")


def _by_term_program(environment: Environment) -> Terminal | None:
    program = environment.get("TERM_PROGRAM", "")
    known = _BY_TERM_PROGRAM.get(program)
    if known is None:
        return None
    return _terminal(known, f"TERM_PROGRAM={program}", environment.get("TERM_PROGRAM_VERSION", ""))


def _by_program(programs: Iterable[str]) -> Terminal | None:
    for program in programs:
        if known := _BY_PROGRAM.get(program):
            return _terminal(known, f"started by {program}")
    return None


def _behind(inside: Multiplexer, outer: Terminal | None, version: int = 0) -> Terminal:
    """The terminal as it is to be treated inside a multiplexer, which swallows `CSI 8 l`.

    `version` is screen's, as 50000 for 5.0.0; 0: not known.
    """
    outer = outer or Terminal()
    name = outer.strategy.name
    if name == "explicit" and inside == "tmux":
        name = "override"
    counts_marks = inside == "screen" and version >= _SCREEN_COUNTS_MARKS
    if name == "marks" and counts_marks:
        name = "qterminal"
    return replace(
        outer,
        multiplexer=inside,
        strategy=strategy(name, inside),
        shows_marks=outer.shows_marks and not counts_marks,
        marks_have_cells=counts_marks,
    )


def _named(said: str) -> tuple[str, str]:
    """Name and version out of `kitty(0.26.5)`, `Konsole 22.12.3` and the like."""
    match = re.match(r"\s*([^\s(]*)[\s(]*([^\s)]*)", said)
    return (match[1], match[2]) if match else ("", "")


def _vte_version(said: str = "") -> str:
    """VTE says 7006 for 0.70.6, and 8401 for 0.84.1; "" for what is no such number."""
    if not said.isdecimal() or int(said) < 1000:
        return ""
    major, minor = divmod(int(said), 100)
    return f"0.{major}.{minor}"
