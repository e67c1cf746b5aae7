"""The exact characters that go to a terminal for given cells: the promise of each strategy."""

import pytest
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from briefing.machine.session import Multiplexer
from briefing.machine.terminal import STRATEGIES, strategy
from briefing.machine.terminal.cells import cells_of
from briefing.tui.textual_private.sent_colours import send_colours

# U+FE8D alef, U+FEDF lam, U+FECC ain, U+FEE2 meem, as painted for "العم (a)" in a right-to-left paragraph.
ROW = "(a) \ufee2\ufecc\ufedf\ufe8d"
STYLE = Style(bgcolor="#102030")

#: Sent before the alternate screen, as the last thing on it, and after it.
AROUND = {
    "plain": ("", "", ""),
    "explicit": ("\x1b[8l", "", "\r\x1b[8h"),
    "konsole": ("\x1b]50;BidiRenderingEnabled=false\x07", "", "\x1b]50;BidiRenderingEnabled=true\x07"),
    "mlterm": ("\x1b]5379;use_ctl=false\x07", "\x1b]5379;use_ctl=true\x07", ""),
    "kitty": ("", "", ""),
    "qterminal": ("", "", ""),
    "override": ("", "", ""),
    "marks": ("", "", ""),
    "terminal-app": ("", "", ""),
}

GROUND, OTHER, FAINT = "\x1b[48;2;16;32;48m", "\x1b[48;2;16;32;47m", "\x1b[2m\x1b[48;2;16;32;48m"
END = "\x1b[0m"
AS_IT_IS = f"{GROUND}{ROW}{END}"

ROWS = {
    "plain": AS_IT_IS,
    "explicit": AS_IT_IS,
    "konsole": AS_IT_IS,
    "mlterm": AS_IT_IS,
    "kitty": f"{GROUND}(a) \ufe8d\ufedf\ufecc\ufee2{END}",
    "qterminal": (
        f"{GROUND}(a){END}{OTHER} {END}"
        f"{GROUND}\ufee2{END}{OTHER}\ufecc{END}{GROUND}\ufedf{END}{OTHER}\ufe8d{END}"
    ),
    "override": f"{GROUND}(a) \u202d{ROW[4:]}{END}",
    "marks": f"{GROUND}(a) \ufee2\u200e\ufecc\u200e\ufedf\u200e\ufe8d\u200e{END}",
    "terminal-app": f"{GROUND}(a) {END}{GROUND}\u202d\ufee2\ufecc\ufedf\ufe8d\u202c{END}\x1b[9G",
}


def rendered(name: str, row: str, multiplexer: Multiplexer | None = None) -> str:
    segments = [Segment(row, STYLE)]
    treatment = strategy(name, multiplexer).row_treatment()
    strip = Strip(segments if treatment is None else treatment(cells_of(segments)))
    console = Console(color_system="truecolor", force_terminal=True, _environ={})
    send_colours(console, "truecolor")
    return strip.render(console)


def test_every_strategy_is_listed_here() -> None:
    assert list(AROUND) == list(ROWS) == list(STRATEGIES)


@pytest.mark.parametrize("name", AROUND)
def test_what_is_sent_around(name: str) -> None:
    found = STRATEGIES[name]
    assert (found.before, found.last, found.after) == AROUND[name]


@pytest.mark.parametrize("name", ROWS)
def test_what_is_sent_for_a_row(name: str) -> None:
    assert rendered(name, ROW) == ROWS[name]


def test_a_word_that_kitty_would_reverse_keeps_its_marks_and_exchanges_its_brackets() -> None:
    # Painted from left to right: a bracket, teh, beh with a fatha, a bracket.
    assert rendered("kitty", "(\ufe97\ufe90\u064e)") == f"{GROUND}(\ufe90\u064e\ufe97){END}"


def test_a_word_that_kitty_would_reverse_either_way_is_parted_by_its_weight() -> None:
    bold = f"\x1b[1m{GROUND}"
    assert rendered("kitty", "\ufe97\ufe90DICAS") == f"{GROUND}\ufe90\ufe97{END}{bold}DICAS{END}"


def test_inside_tmux_and_screen() -> None:
    konsole = "]50;BidiRenderingEnabled=false\x07"
    assert strategy("konsole", "tmux").before == f"\x1bPtmux;\x1b\x1b{konsole}\x1b\\"
    assert strategy("konsole", "tmux").last == f"\x1bPtmux;\x1b\x1b{konsole.replace('false', 'true')}\x1b\\"
    assert strategy("konsole", "tmux").after == ""
    assert strategy("konsole", "screen").before == f"\x1bP\x1b{konsole}\x1b\\"
    assert strategy("mlterm", "screen").last == "\x1bP\x1b]5379;use_ctl=true\x07\x1b\\"
    assert rendered("qterminal", "ab \ufe97\ufe90", "tmux") == (
        f"{GROUND}ab {END}{FAINT}\ufe97{END}{GROUND}\ufe90{END}"
    )
    assert rendered("kitty", ROW, "tmux") == ROWS["kitty"]


def test_what_is_sent_when_it_turns_out_late() -> None:
    # VTE keeps the mode by row: those that are there already take it when they are cleared.
    assert STRATEGIES["explicit"].late == "\x1b[8l\x1b[2J"
    assert STRATEGIES["kitty"].late == ""


def test_an_unknown_name_tells_those_there_are() -> None:
    with pytest.raises(ValueError, match='there is no strategy "vte"; the strategies are plain, explicit'):
        strategy("vte")
