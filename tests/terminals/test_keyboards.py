"""Real keys, by their codes, in real terminals under layouts that are not Latin: they act by their place."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.judges import real_terminal
from tests.judges.real_terminal import RealTerminal
from tests.judges.terminals import TERMINALS
from tests.judges.xkb import CODES
from tests.needs import needs

pytestmark = [pytest.mark.xdist_group("terminals"), needs(*real_terminal.TOOLS, "setxkbmap")]

WINDOW = (100, 30)
CTRL = 37

names = pytest.mark.parametrize(
    "name", [pytest.param(name, marks=needs(*TERMINALS[name].programs)) for name in ("xterm", "kitty")]
)


@contextmanager
def keyboard(terminal: RealTerminal, layout: str) -> Iterator[None]:
    """The keyboard has another layout; afterwards it is a US one."""
    terminal.set_layout(layout)
    try:
        yield
    finally:
        terminal.set_layout("us")


@names
@pytest.mark.parametrize("layout", ["ara", "ir", "il"])
def test_q_and_ctrl_q_leave(name: str, layout: str) -> None:
    with RealTerminal(TERMINALS[name], *WINDOW) as terminal:
        for leaving in ((CODES["q"],), (CTRL, CODES["q"])):
            terminal.run("clear")
            before = terminal.start("briefing")
            with keyboard(terminal, layout), terminal.command_ending():
                if layout == "il":  # where Q is a sign: a letter tells which layout it is
                    terminal.strike(CODES["t"])
                    assert terminal.picture() != before
                terminal.strike(*leaving)


@pytest.mark.parametrize("name", [pytest.param("kitty", marks=needs(*TERMINALS["kitty"].programs))])
@pytest.mark.parametrize("layout", ["ara", "il"])
def test_in_a_field_letters_are_text_and_ctrl_acts(name: str, layout: str) -> None:
    with RealTerminal(TERMINALS[name], *WINDOW) as terminal:
        before = terminal.start("briefing")
        with keyboard(terminal, layout), terminal.command_ending():
            terminal.strike(CTRL, CODES["p"])
            opened = terminal.picture()
            assert opened != before
            for key in "qbq":
                terminal.strike(CODES[key])
            assert terminal.picture() != opened
            assert terminal.programs("-m briefing")
            terminal.strike(CTRL, CODES["q"])
