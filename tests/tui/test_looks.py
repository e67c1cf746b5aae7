"""The table of looks: whole, with no look that nothing uses, and what is marked seen with any colours."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any, Final, get_args

import pytest
from rich.color import Color, ColorSystem
from rich.style import Style
from textual.theme import BUILTIN_THEMES, Theme

import briefing.tui
from briefing.document.model import InlineKind
from briefing.machine.terminal.depth import Depth
from briefing.machine.terminal.ground import Ground
from briefing.machine.terminal.palette_256 import nearest_colour
from briefing.reading.marks import Role
from briefing.tui import few_colours, themes
from briefing.tui.looks import NAMES, looks_in
from briefing.tui.own_colours import own_colours
from briefing.tui.panes.article_sheet import _ROLE_LOOKS
from tests.reading.conftest import Walk
from tests.tui.panes.test_sheets import article, looks, painted

#: Marked by a sign beside the number of its paragraph.
BY_SIGN: Final = {"bare"}
#: What is laid over the words of the article or of a claim, and over the numbers of paragraphs.
OVER_WORDS: Final = (
    *sorted({*_ROLE_LOOKS.values(), *get_args(InlineKind)}),
    *("emphasis-rtl", "word", "word-in-block", "selected", "found"),
)
OVER_NUMBERS: Final = (_ROLE_LOOKS["citation"], "number-under-cursor")

FEW: Final = (few_colours.DARK, few_colours.LIGHT)
MANY: Final = (themes.DARK, themes.LIGHT, *(BUILTIN_THEMES[one] for one in themes.THEMES[len(themes.OWN) :]))
CASES: Final = [
    *(pytest.param(theme, "truecolor", id=theme.name) for theme in MANY),
    *(pytest.param(theme, "256", id=f"{theme.name}, of 256") for theme in MANY),
    *(
        pytest.param(one, "standard", id=f"{one.name}, of 16")
        for one in (few_colours.DARK, few_colours.LIGHT)
    ),
    pytest.param(themes.DARK, "none", id="without colours"),
]


def variables(theme: Theme) -> dict[str, str]:
    """The colours of a theme by name, as the application has them."""
    found = themes.DARK.variables | theme.to_color_system().generate() | theme.variables
    return found if theme.name in themes.OWN else found | own_colours(found)


def seen(style: Style, depth: Depth) -> tuple[Any, ...]:
    """What tells one style from another where there are so many colours."""
    attributes = (style.bold, style.dim, style.italic, style.underline, style.reverse, style.strike)
    return (_seen(style.color, depth), _seen(style.bgcolor, depth), *map(bool, attributes))


def _seen(colour: Color | None, depth: Depth) -> Any:
    if colour is None or depth == "truecolor":
        return colour and colour.get_truecolor()
    if depth == "256":
        red, green, blue = colour.get_truecolor()
        return nearest_colour((red, green, blue))
    return colour.downgrade(ColorSystem.STANDARD).number


def test_each_role_has_a_look_or_a_sign() -> None:
    assert {*_ROLE_LOOKS} | BY_SIGN == {*get_args(Role)}, "say in article_sheet.py how each shows"
    assert {*OVER_WORDS} - {*NAMES} == set(), "looks that the table in briefing/tui/looks.py lacks"


@pytest.mark.parametrize(("theme", "depth"), CASES)
def test_what_is_marked_is_told_from_what_is_not(theme: Theme, depth: Depth) -> None:
    styles = looks_in(variables(theme), depth)
    for plain, over in (("text", OVER_WORDS), ("quiet", OVER_NUMBERS)):
        under = styles[plain]
        alike = [name for name in over if seen(under + styles[name], depth) == seen(under, depth)]
        assert alike == [], f"these show nothing over {plain}"


@pytest.mark.parametrize(("theme", "depth"), CASES)
def test_no_two_roles_look_alike_over_words(theme: Theme, depth: Depth) -> None:
    styles = looks_in(variables(theme), depth)
    over = {role: seen(styles["text"] + styles[look], depth) for role, look in _ROLE_LOOKS.items()}
    del over["citation"]  # over the numbers of paragraphs
    alike = [(one, other) for one, other in combinations(over, 2) if over[one] == over[other]]
    assert alike == [], "one cannot be told from the other: give it another look in tui/looks.py"


def test_a_paragraph_under_no_claim_shows_that_an_event_rests_on_it() -> None:
    walk = Walk(section=None).go("show-resting").go("show-event", 2)
    assert painted(article(walk), 4, 0).endswith("¶5□")
    assert looks(article(walk), 4, 0)["cited"] == "¶5"


# What the program paints with.


def strings() -> Iterator[str]:
    """Every string written in the screen's files that deal with looks, but the table's own."""
    room = Path(briefing.tui.__file__).parent
    texts = [one.read_text("utf-8") for one in room.rglob("*.py") if one != room / "looks.py"]
    nodes = (node for text in texts if "look" in text for node in ast.walk(ast.parse(text)))
    return (one.value for one in nodes if isinstance(one, ast.Constant) and isinstance(one.value, str))


def test_the_table_has_no_look_that_nothing_uses() -> None:
    assert {*NAMES} - {*strings()} - {*get_args(InlineKind)} == set()


def test_each_name_of_a_theme_stands_for_one_on_a_terminal_of_any_ground() -> None:
    dark, light = themes.OWN
    grounds: tuple[Ground, ...] = ("dark", "light")
    on_dark, on_light = ({one: themes.theme_named(one, ground) for one in themes.NAMES} for ground in grounds)
    assert on_dark == {**{name: name for name in themes.THEMES}, "auto": dark, "dark": dark, "light": light}
    assert on_light == {**on_dark, "auto": light}
    assert themes.theme_named("auto", None) == dark


@pytest.mark.parametrize("theme", [few_colours.DARK, few_colours.LIGHT], ids=lambda theme: theme.name)
def test_every_colour_of_the_few_is_said_and_has_a_name(theme: Theme) -> None:
    named = {f"#{r}{g}{b}" for r in ("00", "aa") for g in ("00", "aa") for b in ("00", "aa")}
    named |= {f"#{r}{g}{b}" for r in ("55", "ff") for g in ("55", "ff") for b in ("55", "ff")}
    grounds = {theme.background, theme.surface, theme.panel}
    letters = {theme.foreground, theme.primary, theme.secondary, theme.accent}
    letters |= {theme.success, theme.warning, theme.error}
    assert len(grounds) == 1
    assert grounds | letters | set(theme.variables.values()) <= named
    assert not grounds & letters
    assert theme.dark == (grounds == {"#000000"})
