"""Which terminal it is, from measured answers and environments, stale ones among them."""

import subprocess
import sys

import pytest

from briefing.machine.terminal.answers import AnswerFilter, Answers
from briefing.machine.terminal.multiplexer import Client, parsed_client
from briefing.machine.terminal.recognising import Terminal, leave_out_lost_colours, recognise, with_strategy
from tests.machine.terminal import conftest as said

XTERM_256 = {"TERM": "xterm-256color"}
IN_TMUX = {"TERM": "tmux-256color", "TMUX": "/tmp/tmux-0/default,1,0", "TERM_PROGRAM": "tmux"}
VTE_84 = "\x1b[>61;8401;1c\x1b[?61;1;21;22;28;29c"
IN_SCREEN = {"TERM": "screen-256color", "STY": "1.pts-0.host"}


def answers(text: str) -> Answers:
    filtered = AnswerFilter()
    assert filtered.feed(text.encode()) == b""
    return filtered.answers


@pytest.mark.parametrize(
    ("text", "environment", "name", "version", "strategy"),
    [
        (said.XTERM, {"TERM": "xterm"}, "xterm", "379", "plain"),
        (said.VTE, XTERM_256, "VTE", "0.70.6", "explicit"),
        (said.KONSOLE, XTERM_256, "Konsole", "22.12.3", "konsole"),
        (said.MLTERM, {"TERM": "xterm"}, "mlterm", "", "mlterm"),
        (said.KITTY, XTERM_256, "kitty", "0.26.5", "kitty"),
        (said.QTERMINAL, XTERM_256, "QTerminal", "", "qterminal"),
        (said.URXVT, XTERM_256, "urxvt", "", "plain"),
        (said.ALACRITTY, XTERM_256, "", "", "plain"),
        (said.ST, XTERM_256, "", "", "plain"),
        # Of today.
        (
            "\x1b[8;1$y\x1bP>|VTE(8401)\x1b\\\x1b[>61;8401;1c\x1b[?61;1;21;22;28;29c",
            XTERM_256,
            "VTE",
            "0.84.1",
            "explicit",
        ),
        ("\x1b[8;1$y" + VTE_84, XTERM_256, "VTE", "0.84.1", "explicit"),
        ("\x1bP>|mlterm(3.9.4)\x1b\\\x1b[>24;279;0c\x1b[?63;1c", XTERM_256, "mlterm", "3.9.4", "mlterm"),
        ("\x1bP>|XTerm(412)\x1b\\\x1b[>41;412;0c\x1b[?64;1c", XTERM_256, "xterm", "412", "plain"),
        ("\x1b[>0;276;0c\x1b[?1;2c", XTERM_256, "xterm.js", "", "marks"),
        ("\x1bP>|xterm.js(6.1.0)\x1b\\\x1b[>0;276;0c\x1b[?1;2c", XTERM_256, "xterm.js", "6.1.0", "marks"),
        ("\x1b[>0;256;0c\x1b[?1;2c", XTERM_256, "hterm", "", "marks"),
        (
            "\x1bP>|WezTerm 20240203-110809\x1b\\\x1b[>1;277;0c\x1b[?65;4;6;18;22c",
            XTERM_256,
            "WezTerm",
            "20240203-110809",
            "plain",
        ),
        (
            "\x1b[8;1$y\x1bP>|WezTerm 20240203-110809\x1b\\\x1b[?65;4c",
            XTERM_256,
            "WezTerm",
            "20240203-110809",
            "explicit",
        ),
        ("\x1bP>|ghostty 1.2.0\x1b\\\x1b[>1;10;0c\x1b[?62;22c", XTERM_256, "ghostty", "1.2.0", "plain"),
        ("", {"TERM": "xterm-ghostty"}, "ghostty", "", "plain"),
        ("\x1b[?6c", {**XTERM_256, "TERM_PROGRAM": "cosmic-term"}, "COSMIC Terminal", "", "plain"),
        ("\x1b[>0;2500;1c\x1b[?6c", {**XTERM_256, "TERM_PROGRAM": "WezTerm"}, "WezTerm", "", "plain"),
        ("", {"TERM": "mlterm"}, "mlterm", "", "mlterm"),
        ("", {"TERM": "xterm-kitty"}, "kitty", "", "kitty"),
        ("", {"TERM": "alacritty"}, "alacritty", "", "plain"),
        ("", {"TERM": "foot"}, "foot", "", "plain"),
        ("", {**XTERM_256, "TERM_PROGRAM": "Apple_Terminal"}, "Terminal.app", "", "terminal-app"),
        ("", XTERM_256, "", "", "plain"),
        ("", {}, "", "", "plain"),
        # Terminals that order by themselves and say that they can be told not to, whoever they are.
        ("\x1b[8;2$y\x1bP>|Newterm 1.0\x1b\\\x1b[?6c", XTERM_256, "Newterm", "1.0", "explicit"),
        ("\x1b[8;4$y\x1bP>|Newterm 1.0\x1b\\\x1b[?6c", XTERM_256, "Newterm", "1.0", "plain"),
        # Konsole did not say its name before 2022.
        ("\x1b[>0;115;0c\x1b[?1;2c", {**XTERM_256, "KONSOLE_VERSION": "210800"}, "Konsole", "", "konsole"),
        # Started from another terminal: its variables are inherited and say nothing.
        (said.XTERM, {"TERM": "xterm", "VTE_VERSION": "7006", "MLTERM": "3.9.0"}, "xterm", "379", "plain"),
        (said.XTERM, {"TERM": "xterm", "KONSOLE_VERSION": "221203"}, "xterm", "379", "plain"),
        (said.VTE, {**XTERM_256, "KONSOLE_VERSION": "221203"}, "VTE", "0.70.6", "explicit"),
        (said.ST, {**XTERM_256, "VTE_VERSION": "7006"}, "", "", "plain"),
        ("", {"TERM": "alacritty", "TERM_PROGRAM": "Apple_Terminal"}, "alacritty", "", "plain"),
        # No answer yet: the variables are the best guess.
        ("", {**XTERM_256, "VTE_VERSION": "7006"}, "VTE", "", "explicit"),
        ("", {**XTERM_256, "VTE_VERSION": "7006", "KITTY_WINDOW_ID": "1"}, "", "", "plain"),
        # A terminal started inside tmux inherits TMUX, but sets TERM.
        (said.VTE, {**IN_TMUX, "TERM": "xterm-256color", "TERM_PROGRAM": ""}, "VTE", "0.70.6", "explicit"),
    ],
)
def test_a_terminal(text: str, environment: dict[str, str], name: str, version: str, strategy: str) -> None:
    found = recognise(answers(text), environment)
    assert (found.name, found.version, found.strategy.name) == (name, version, strategy)
    assert found.multiplexer is None
    assert found.how


@pytest.mark.parametrize(
    ("client", "environment", "name", "strategy"),
    [
        (Client("Konsole 22.12.3", "xterm-256color", passes=True), IN_TMUX, "Konsole", "konsole"),
        (Client("Konsole 22.12.3", "xterm-256color", passes=False), IN_TMUX, "Konsole", "marks"),
        (Client("kitty(0.26.5)", "xterm-kitty"), IN_TMUX, "kitty", "kitty"),
        (Client("XTerm(379)", "xterm-256color"), {**IN_TMUX, "VTE_VERSION": "7006"}, "xterm", "plain"),
        # VTE does not tell tmux its name. What the client was started in counts, not what tmux was.
        (Client("", "xterm-256color", {"VTE_VERSION": "7006"}), IN_TMUX, "VTE", "override"),
        (Client("", "xterm-256color", {"LANG": "C"}), {**IN_TMUX, "VTE_VERSION": "7006"}, "", "plain"),
        (Client("", "mlterm", {"MLTERM": "3.9.0"}), IN_TMUX, "mlterm", "mlterm"),
        (Client("", "alacritty", {"VTE_VERSION": "7006"}), IN_TMUX, "alacritty", "plain"),
        (Client("", "xterm-256color"), {**IN_TMUX, "VTE_VERSION": "7006"}, "VTE", "override"),
        # QTerminal tells tmux nothing at all.
        (Client("", "xterm-256color", programs=("bash", "qterminal")), IN_TMUX, "QTerminal", "qterminal"),
        (None, {**IN_TMUX, "VTE_VERSION": "7006"}, "VTE", "override"),
        (None, {**IN_TMUX, "VTE_VERSION": "7006", "KONSOLE_VERSION": "221203"}, "", "plain"),
        (None, IN_TMUX, "", "plain"),
    ],
)
def test_a_terminal_behind_tmux(
    client: Client | None, environment: dict[str, str], name: str, strategy: str
) -> None:
    found = recognise(Answers(), environment, client)
    assert (found.name, found.strategy.name, found.multiplexer) == (name, strategy, "tmux")


@pytest.mark.parametrize(
    ("text", "environment", "name", "strategy"),
    [
        (said.VTE, IN_SCREEN, "VTE", "explicit"),
        (said.KONSOLE, {**IN_SCREEN, "VTE_VERSION": "7006"}, "Konsole", "konsole"),
        (said.XTERM, {**IN_SCREEN, "VTE_VERSION": "7006"}, "xterm", "plain"),
        ("", {**IN_SCREEN, "VTE_VERSION": "7006"}, "VTE", "explicit"),
        ("", IN_SCREEN, "", "plain"),
    ],
)
def test_a_terminal_behind_screen(text: str, environment: dict[str, str], name: str, strategy: str) -> None:
    found = recognise(answers(text), environment)
    assert (found.name, found.strategy.name, found.multiplexer) == (name, strategy, "screen")


SCREEN_5 = "\x1b[>83;50002;0c"


@pytest.mark.parametrize(
    ("text", "name", "strategy", "shows_marks"),
    [
        (SCREEN_5 + said.VTE, "VTE", "explicit", False),
        (said.VTE.replace("\x1b[?65", SCREEN_5 + "\x1b[?65"), "VTE", "explicit", False),
        ("\x1b[>83;40900;0c" + said.VTE, "VTE", "explicit", True),
        (SCREEN_5 + said.XTERM, "xterm", "plain", False),
        (SCREEN_5 + "\x1b[>0;276;0c\x1b[?1;2c", "xterm.js", "qterminal", False),
    ],
)
def test_screen_says_its_version_beside_its_terminal(
    text: str, name: str, strategy: str, shows_marks: bool
) -> None:
    found = recognise(answers(text), IN_SCREEN)
    assert (found.name, found.strategy.name, found.shows_marks) == (name, strategy, shows_marks)
    assert found.widths.marks == found.marks_have_cells == (SCREEN_5 in text)


def test_screen_is_told_for_each_of_its_terminals_rows() -> None:
    found = recognise(answers(said.VTE), IN_SCREEN).strategy
    for sent, mode in ((found.before, "\x1b[8l"), (found.last, "\x1b[8h")):
        pieces = sent.split("\x1b\\")
        assert all(piece.startswith("\x1bP") and len(piece) < 768 for piece in pieces[:-1])
        whole = "".join(piece.removeprefix("\x1bP") for piece in pieces)
        assert whole.startswith(f"\x1b7\x1b[1;1H{mode}\x1b[2;1H{mode}")
        assert whole.endswith("\x1b8")


def test_tmux_that_answers_for_itself_is_told_without_its_variables() -> None:
    # tmux with TERM set to xterm-256color by its user, and over SSH.
    assert recognise(answers(said.TMUX), XTERM_256).multiplexer == "tmux"


@pytest.mark.parametrize("name", ["alacritty", "foot", "st-256color", "xterm-kitty"])
def test_terminals_that_misplace_marks(name: str) -> None:
    assert not recognise(Answers(), {"TERM": name}).shows_marks


@pytest.mark.parametrize("text", [said.XTERM, said.VTE, said.KONSOLE, said.MLTERM, said.URXVT])
def test_terminals_that_place_marks(text: str) -> None:
    assert recognise(answers(text), XTERM_256).shows_marks


def test_a_terminal_that_is_told_already_is_left_so() -> None:
    found = recognise(answers("\x1b[8;2$y\x1b[>65;7006;1c\x1b[?65;1;9c"), XTERM_256)
    assert (found.strategy.before, found.strategy.after) == ("\x1b[8l", "")


def test_a_setting_overrides_the_guess_and_keeps_the_terminal() -> None:
    guessed = recognise(answers(said.VTE), XTERM_256)
    chosen = with_strategy(guessed, "kitty")
    assert (chosen.name, chosen.strategy.name) == ("VTE", "kitty")
    assert with_strategy(guessed, "auto") == guessed
    behind = Terminal(multiplexer="tmux")
    assert with_strategy(behind, "konsole").strategy.before.startswith("\x1bPtmux;")


def test_what_tmux_says() -> None:
    client = parsed_client("0|xterm-256color|1|kitty(0.26.5)\n")
    assert client == Client("kitty(0.26.5)", "xterm-256color", {}, True)
    assert parsed_client("") is None
    assert parsed_client("no server running") is None


def test_what_the_client_of_tmux_was_started_by() -> None:
    """Names of processes, as the system has them, may hold anything."""
    code = "import os, sys; from briefing.machine.terminal.multiplexer import parsed_client; "
    code += "print(parsed_client(f'{os.getpid()}|xterm|0|').programs[0])"
    command = 'printf "b) S 1 (a" >/proc/$$/comm; "$0" -c "$1"; :'
    ran = subprocess.run(["bash", "-c", command, sys.executable, code], capture_output=True, text=True)
    assert ran.stdout == "b) S 1 (a\n", ran.stderr


def test_colours_inside_screen() -> None:
    for environment, left in ((IN_SCREEN, False), (IN_TMUX, True), (XTERM_256, True)):
        here = {**environment, "COLORTERM": "truecolor"}
        leave_out_lost_colours(here)
        assert ("COLORTERM" in here) == left


def test_a_name_cannot_carry_control_characters() -> None:
    assert answers("\x1bP>|bad\r\nname\x9b\x1b\\\x1b[?6c").name == "badname"
