"""The program in real terminals, by what a person sees: right while it runs, the shell as before after it."""

from collections.abc import Callable, Iterable

import pytest

from tests.judges import ocr, real_terminal
from tests.judges.terminals import TERMINALS
from tests.needs import needs, needs_file
from tests.terminals.expected import RIGHT, WRONG
from tests.terminals.visit import REORDERING, Visit

pytestmark = [
    pytest.mark.xdist_group("terminals"),  # the visits are made once, in one process
    needs(*real_terminal.TOOLS, *ocr.TOOLS, "tmux", "screen"),
    needs_file(ocr.ARABIC, "/usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf"),
]

Visits = Callable[[str], Visit]

#: Where it is not called like the terminal.
STRATEGY = {"VTE": "explicit"}
ORDERING = ("VTE", "Konsole", "mlterm", "QTerminal")  # kitty reverses words one by one


def every(names: Iterable[str]) -> pytest.MarkDecorator:
    """A test for each of some terminals that are installed."""
    return pytest.mark.parametrize(
        "name", [pytest.param(name, marks=needs(*TERMINALS[name].programs)) for name in names]
    )


@every(TERMINALS)
def test_the_program_reads_right(visits: Visits, name: str) -> None:
    shown = visits(name).shown["program"]
    assert shown.right, f"{shown}\n{shown.article.seen}"


@every(REORDERING)
def test_the_terminal_is_recognised(visits: Visits, name: str) -> None:
    assert visits(name).strategies["program"] == STRATEGY.get(name, name.lower())


@every(sorted({*TERMINALS} - {*REORDERING}))
def test_a_terminal_that_orders_nothing_is_left_alone(visits: Visits, name: str) -> None:
    assert set(visits(name).strategies.values()) == {"plain"}


@every(TERMINALS)
def test_stopped_and_resumed(visits: Visits, name: str) -> None:
    seen = visits(name)
    assert seen.left["stopped"] == (2, 2)
    assert seen.shown["resumed"].right, str(seen.shown["resumed"])


@every(TERMINALS)
@pytest.mark.parametrize("way", ["left", "killed"])
def test_the_shell_is_as_before(visits: Visits, name: str, way: str) -> None:
    times, wanted = visits(name).left[way]
    assert times == wanted


@every(TERMINALS)
def test_inside_of_a_multiplexer(visits: Visits, name: str) -> None:
    seen = visits(name)
    inside = {step: shown for step, shown in seen.shown.items() if "tmux" in step or "screen" in step}
    assert len(inside) >= 2
    assert not {step: str(shown) for step, shown in inside.items() if not shown.right}
    left = {way: seen.left[way] for way in seen.left if "tmux" in way or "screen" in way}
    assert all(times >= wanted for times, wanted in left.values()), left


@every(REORDERING)
def test_without_the_strategy_it_reads_wrong(visits: Visits, name: str) -> None:
    assert visits(name).shown["plain"].article.error > WRONG


@every(ORDERING)
def test_the_shell_orders_arabic_by_itself(visits: Visits, name: str) -> None:
    assert visits(name).shell.error < RIGHT


@every(sorted({*TERMINALS} - {*ORDERING}))
def test_the_shell_does_not_order_arabic(visits: Visits, name: str) -> None:
    assert visits(name).shell.error > WRONG
