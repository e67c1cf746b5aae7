"""The doctor in a terminal: the card in each strategy, a choice that is saved, the terminal given back."""

import re
import signal
import sys
import termios
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.doctor.card import HEIGHT, rows
from briefing.machine.terminal import STRATEGIES
from tests.judges.screen import Screen
from tests.judges.xterm import TOOLS, Xterm
from tests.needs import needs

pytestmark = pytest.mark.whole

COMMAND = [str(Path(sys.executable).parent / "briefing"), "doctor"]
UNCHANGED = frozenset({7, 25})
NAMES = list(STRATEGIES)
PROMPT = "Enter: see the test card"
# One that is known without being asked, so that nobody waits for its answers.
TERM = "foot"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where the preferences are saved; not yet there."""
    return tmp_path / "preferences.toml"


@pytest.fixture
def screen(file: Path) -> Iterator[Screen]:
    """The doctor, its report read."""
    env = {"BRIEFING_PREFERENCES": str(file), "TERM": TERM, "PATH": "/nowhere"}
    with Screen(COMMAND, 80, 30, env=env) as screen:
        screen.modes_before = termios.tcgetattr(screen._terminal)[:4]  # type: ignore[attr-defined]
        screen.wait_for(PROMPT)
        yield screen


def card(screen: Screen, number: int) -> None:
    screen.wait_for(f"Card {number} of {len(NAMES)}: {NAMES[number - 1]}")
    screen.wait_for("q: leave")


def assert_given_back(screen: Screen) -> None:
    assert screen.emulator.private_modes == UNCHANGED
    assert screen.emulator.modes == {8}
    assert termios.tcgetattr(screen._terminal)[:4] == screen.modes_before  # type: ignore[attr-defined]
    assert "Card" not in screen.text
    assert PROMPT in screen.text


def test_the_report_comes_first_and_stays(screen: Screen) -> None:
    assert "foot, 80x30" in screen.text
    screen.press("q")
    assert screen.wait_for_exit() == 0
    assert_given_back(screen)
    assert "Nothing was changed." in screen.text


def test_the_card_has_no_colours_where_none_are_wanted(file: Path) -> None:
    for more, variable in ((["--no-color"], None), ([], "1")):
        env = {"BRIEFING_PREFERENCES": str(file), "TERM": TERM, "PATH": "/nowhere", "NO_COLOR": variable}
        with Screen([*COMMAND, *more], 80, 30, env=env) as screen:
            screen.wait_for(PROMPT)
            screen.press("enter")
            card(screen, 1)
            screen.press("q")
            assert screen.wait_for_exit() == 0
            assert not re.search(rb"\x1b\[[\d;]*[34]8;", screen.output)


def test_the_card_is_what_the_reader_would_paint(screen: Screen) -> None:
    screen.press("enter")
    card(screen, 1)
    assert f"Card 1 of {len(NAMES)}: plain (the one used unless another is saved)" in screen.text
    painted = [line.strip() for line in screen.rows()]
    for row in rows(HEIGHT, harakat=False):  # foot loses letters under their marks
        assert row.text in painted
    arabic = {line.rstrip()[-1:]: len(line) for line in screen.rows() if line.endswith("ﺍ")}
    assert arabic, "set flush right"
    screen.press("q")


def test_every_strategy_sends_what_its_terminal_needs_around_the_screen(screen: Screen) -> None:
    screen.press("enter")
    for number, strategy in enumerate(STRATEGIES.values(), 1):
        if number > 1:
            screen.press("space")
        card(screen, number)
        assert screen.output.count(f"{strategy.before}\x1b[?1049h".encode()) >= 1
    screen.press("space")
    card(screen, 1)
    for strategy in STRATEGIES.values():
        assert f"{strategy.last}\x1b[?1049l{strategy.after}".encode() in screen.output
    screen.press("left")
    card(screen, len(NAMES))
    screen.press("q")
    assert screen.wait_for_exit() == 0
    assert_given_back(screen)


def test_the_card_picked_by_its_number_is_saved(screen: Screen, file: Path) -> None:
    screen.press("enter")
    card(screen, 1)
    number = NAMES.index("kitty") + 1
    screen.press(str(number))
    card(screen, number)
    screen.press("enter")
    assert screen.wait_for_exit() == 0
    assert_given_back(screen)
    assert file.read_text() == 'bidi = "kitty"\n'
    assert 'bidi = "kitty"' in screen.text


def test_what_is_found_out_anyway_is_left_to_that(screen: Screen, file: Path) -> None:
    file.write_text('# mine\nharakat = "shown"\nbidi = "konsole"\n')
    screen.press("enter")
    card(screen, 1)
    screen.press("enter")
    assert screen.wait_for_exit() == 0
    assert file.read_text() == '# mine\nharakat = "shown"\nbidi = "auto"\n'
    assert "On this terminal that is plain" in screen.text


def test_it_begins_with_the_one_that_is_used(file: Path) -> None:
    file.write_text('bidi = "konsole"\n')
    env = {"BRIEFING_PREFERENCES": str(file), "TERM": TERM}
    with Screen(COMMAND, 80, 30, env=env) as screen:
        screen.wait_for(PROMPT)
        screen.send("\r1\r")  # typed ahead
        assert screen.wait_for_exit() == 0
        assert f"Card 3 of {len(NAMES)}: konsole" in screen.output.decode()
        assert " (the one that is saved)" in screen.output.decode()
        assert 'bidi = "auto"' in screen.text


def test_leaving_saves_nothing(screen: Screen, file: Path) -> None:
    screen.press("enter")
    card(screen, 1)
    screen.press("3")
    card(screen, 3)
    screen.press("escape")
    assert screen.wait_for_exit() == 0
    assert_given_back(screen)
    assert not file.exists()


def test_a_choice_that_cannot_be_saved_is_told(screen: Screen, file: Path) -> None:
    screen.press("enter")
    card(screen, 1)
    file.write_text("broken")
    screen.press("enter")
    assert screen.wait_for_exit() == 1
    assert_given_back(screen)
    assert f"briefing: {file}:" in "".join(screen.rows())


@pytest.mark.parametrize("where", ["report", "card"])
@pytest.mark.parametrize("way", ["ctrl+c", "SIGTERM", "SIGHUP"])
def test_every_way_out_gives_the_terminal_back(way: str, where: str, screen: Screen, file: Path) -> None:
    if where == "card":
        screen.press("enter")
        card(screen, 1)
        screen.press("2")
        card(screen, 2)
    if way == "ctrl+c":
        screen.press(way)
        assert screen.wait_for_exit() == 130
    else:
        number = signal.Signals[way]
        screen.process.send_signal(number)
        assert screen.wait_for_exit() == 128 + number
    assert_given_back(screen)
    assert "Traceback" not in screen.text
    assert not file.exists()
    if where == "card":
        assert screen.output.rstrip().endswith(b"\x1b[?1049l\r\x1b[8h")


def test_away_and_back(file: Path) -> None:
    """Ctrl+Z in a shell with job control: the shell has its terminal, and the card comes back."""
    env = {"BRIEFING_PREFERENCES": str(file), "TERM": TERM, "PS1": "shell> "}
    with Screen(["bash", "--norc", "-i"], 80, 30, env=env) as screen:
        screen.wait_for("shell>")
        screen.send(f"{COMMAND[0]} doctor\r")
        screen.wait_for(PROMPT)
        screen.press("enter")
        card(screen, 1)
        screen.press("2")
        card(screen, 2)
        screen.press("ctrl+z")
        screen.wait_for("Stopped")
        assert screen.emulator.private_modes >= UNCHANGED
        assert 1049 not in screen.emulator.private_modes
        assert screen.emulator.modes == {8}
        screen.send("fg\r")
        card(screen, 2)
        assert screen.emulator.modes == frozenset()
        screen.press("q")
        screen.wait_for("Nothing was changed.")
        screen.send("exit\r")
        screen.wait_for_exit()


@pytest.mark.parametrize(("columns", "height"), [(80, 24), (40, 12), (20, 4), (200, 60)])
def test_any_size_even_while_it_is_on_show(columns: int, height: int, screen: Screen) -> None:
    screen.press("enter")
    card(screen, 1)
    screen.resize(columns, height)
    screen.wait_until_idle()
    assert screen.rows()[0].strip().startswith("Card 1 of")
    assert len(screen.rows()) == height
    screen.press("q")
    assert screen.wait_for_exit() == 0


def test_output_to_a_file_has_no_card(tmp_path: Path) -> None:
    out = tmp_path / "report.json"
    with Screen(["sh", "-c", f"{COMMAND[0]} doctor --json >{out}"], 80, 24, env={"TERM": TERM}) as screen:
        assert screen.wait_for_exit() == 0
    assert b"\x1b" not in out.read_bytes()
    assert '"name": "foot"' in out.read_text()


@pytest.mark.parametrize("arguments", ["", "--json"])
def test_a_terminal_that_knows_no_sequences_is_sent_none(arguments: str) -> None:
    with Screen([*COMMAND, *arguments.split()], 120, 40, env={"TERM": "dumb"}) as screen:
        assert screen.wait_for_exit() == 0
        assert b"\x1b" not in screen.output
        assert b"not known" in screen.output or b'"name": ""' in screen.output


def test_interrupted_while_it_asks() -> None:
    with Screen([*COMMAND, "--json"], 80, 24) as screen:
        screen.wait_for(lambda _: b"\x1b[c" in screen.output)
        screen.press("ctrl+c")
        assert screen.wait_for_exit() == 130
        assert "Traceback" not in screen.text


@needs(*TOOLS)
def test_a_real_terminal_is_recognised_and_measured() -> None:
    with Xterm(COMMAND, 100, 34) as xterm:
        xterm.wait_for(PROMPT)
        assert "xterm" in xterm.text
        assert "it says: XTerm(" in xterm.text
        assert "one for lam-alef, one for a letter with its marks" in xterm.text
        assert "1. xclip (certain)" in xterm.text
        xterm.press("enter")
        xterm.wait_for("Card 1 of")
        xterm.press("q")
        with pytest.raises(AssertionError, match="the program ended"):
            xterm.wait_for("never")
