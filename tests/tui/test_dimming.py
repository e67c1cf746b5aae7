"""What stands behind a window: nearer to its ground, never bold, whatever the terminal can show."""

from __future__ import annotations

import pytest
from rich.style import Style

from briefing.machine.terminal.depth import Depth
from briefing.tui.dimming import dimmed

BEHIND = Style(color="#ffffff", bgcolor="#808080", bold=True)
GROUND, QUIET = "#000000", "#444444"


@pytest.mark.parametrize("depth", ["truecolor", "256"])
@pytest.mark.parametrize(
    ("share", "color", "ground"), [(0.5, "#808080", "#404040"), (1.0, "#000000", "#000000")]
)
def test_colours_go_that_part_of_the_way(depth: Depth, share: float, color: str, ground: str) -> None:
    found = dimmed(BEHIND, GROUND, QUIET, share, depth)
    assert found.color is not None
    assert found.bgcolor is not None
    assert (found.color.name, found.bgcolor.name) == (color, ground)


def test_what_has_no_colour_gets_none() -> None:
    found = dimmed(Style(underline=True), GROUND, QUIET, 0.5, "truecolor")
    assert (found.color, found.bgcolor, found.underline) == (None, None, True)


def test_of_few_colours_letters_have_one_quiet_one() -> None:
    assert dimmed(BEHIND, GROUND, QUIET, 0.5, "standard") == Style(color=QUIET, bgcolor=GROUND)


def test_without_colours_letters_are_faint() -> None:
    assert dimmed(BEHIND, GROUND, QUIET, 0.5, "none") == Style(dim=True)


@pytest.mark.parametrize("depth", ["none", "standard", "truecolor"])
def test_what_is_not_to_be_dimmed_stays_as_it_is(depth: Depth) -> None:
    assert dimmed(BEHIND, GROUND, QUIET, 0.0, depth) is BEHIND
