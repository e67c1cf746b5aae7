"""The running reader, on each terminal that is sent something else: what is seen there is what was painted.

All widgets take part, repainted in parts: panes, title, timeline, help and palette over them, a notification.
"""

from collections.abc import Iterator
from functools import cache

import pytest
from rich.segment import Segment
from rich.style import Style

from tests.judges.emulator import Cell
from tests.judges.fribidi import SONAME
from tests.machine.terminal import models
from tests.machine.terminal.conftest import Asked
from tests.needs import needs_library

pytestmark = needs_library(SONAME)

#: What the reader says in itself, and what every window says.
READER, WINDOW = "of 7", "Esc closes"
#: Keys, and what is on the screen once the last one has had its effect.
WALK = (
    ("down down", "Mar 2024?"),
    ("2", "DICAS goals"),
    ("tab down end", "DICAS goals"),
    ("t right right", READER),
    ("?", WINDOW),
    ("?", READER),
    ("ctrl+p c r i t i c", "critic"),
    ("escape", READER),
    ("0 pagedown", "Full article"),
    ("c", "Sent to the terminal"),
)


@cache
def walked(name: str) -> list[list[list[Cell]]]:
    """The screens along the walk, as a terminal that shows what it is sent would have them."""
    screens = []
    with Asked(["--bidi", name]) as screen:
        screen.wait_for("Mar 2024?")
        for keys, wanted in WALK:
            for key in keys.split():
                screen.press(key)
                screen.wait_until_idle(0.03)
            screen.wait_for(wanted)
            if wanted == READER:  # which is seen behind a window too
                screen.wait_for(lambda seen: WINDOW not in seen.text)
            screen.wait_until_idle()
            screens.append(screen.cells())
    return screens


def rows(name: str) -> Iterator[list[Segment]]:
    for cells in walked(name):
        for row in cells:
            yield [Segment(cell.text, _style(cell)) for cell in row if cell.text]


def _style(cell: Cell) -> Style:
    ground = "default" if cell.bg == "default" else f"#{cell.bg}"
    return Style(bold=cell.bold, italic=cell.italic, underline=cell.underline, bgcolor=ground)


@pytest.mark.parametrize("name", ["kitty", "qterminal", "marks"])
def test_every_row_is_seen_as_it_was_painted(name: str) -> None:
    model = models.MODELS[name]
    for sent, painted in zip(rows(name), rows("plain"), strict=True):
        assert "".join(model(sent)) == "".join(models.obedient(painted))
