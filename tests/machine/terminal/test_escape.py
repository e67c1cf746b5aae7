"""Escape is a key of its own, whatever the terminal has said: what is typed next is not Alt and a key."""

import time
from typing import Final

import pytest

from tests.machine.terminal.conftest import Asked
from tests.tiers import some_of

pytestmark = pytest.mark.whole

#: What a terminal says that never comes to the end of its answers; and one that says nothing at all.
CUT_SHORT: Final = "\x1b[>84;0;0c"
NOTHING: Final = ""
#: Seconds between Escape and the next key: as somebody types who does not hurry.
BETWEEN: Final = 0.2


@pytest.mark.parametrize(
    ("opened", "answers"),
    some_of(((), CUT_SHORT), (("?",), NOTHING), ((), NOTHING), (("ctrl+p",), NOTHING), some=2),
)
def test_q_after_escape_ends(opened: tuple[str, ...], answers: str) -> None:
    with Asked() as screen:
        screen.wait_for_question()
        screen.send(answers)
        screen.wait_until_idle()
        screen.press(*opened)
        screen.wait_until_idle()
        for _ in range(4):  # on a busy machine one pause may be too short
            screen.press("escape")
            time.sleep(BETWEEN)
            screen.press("q")
            if screen._exits_within(2.0):
                break
        assert screen.wait_for_exit(0.1) == 0
