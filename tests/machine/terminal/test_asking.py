"""The question to the terminal: asked only where needed; no key is lost, no answer is ever seen."""

import os
import signal
import sys
import time
from pathlib import Path

import pytest

from briefing.machine.terminal import ground
from briefing.machine.terminal.answers import QUESTION, AnswerFilter, Answers
from briefing.machine.terminal.asking import AskedTerminal
from tests.machine.terminal.conftest import FIRST, KITTY, KONSOLE, VTE, WEZTERM, XTERM, Asked

ANSWERS = (XTERM, VTE, KONSOLE, KITTY)
SLOW = {"SSH_CONNECTION": "192.0.2.1 1 192.0.2.2 22"}  # then an answer is waited for longer


#: Finding out alone, without a reader.
FINDS_OUT = (
    sys.executable,
    "-c",
    "import sys; from briefing.machine.terminal import find_out; print('FOUND', find_out(*sys.argv[1:]))",
)


def shows_section(screen: Asked, number: int) -> bool:
    """Whether the section that is open is the one with that number, by the bar beside it."""
    return any(f"▌{number}" in row for row in screen.rows())


@pytest.mark.whole
def test_a_terminal_is_asked_once_and_before_the_alternate_screen() -> None:
    with Asked() as screen:
        screen.wait_for_question()
        screen.send(XTERM)
        screen.wait_for(FIRST)
        assert screen.output.count(QUESTION.encode()) == 1
        assert screen.output.index(QUESTION.encode()) < screen.output.index(b"\x1b[?1049h")


@pytest.mark.whole
@pytest.mark.parametrize(
    ("arguments", "env"),
    [
        (["plain"], {}),
        (["explicit"], {"SSH_TTY": "/dev/pts/0"}),
        ([], {"TERM": "alacritty"}),
        ([], {"TERM": "xterm-kitty"}),
        ([], {"TERM": "foot-extra"}),
        ([], {"TERM": "st-256color"}),
        ([], {"TERM": "mlterm-256color"}),
        ([], {"TERM": "linux"}),
        ([], {"TERM": "rxvt-unicode-256color"}),
        ([], {"TERM_PROGRAM": "Apple_Terminal"}),
        ([], {"TERM": "tmux-256color"}),
        ([], {"TERM": "screen-256color"}),
    ],
)
def test_no_question_where_it_is_decided(arguments: list[str], env: dict[str, str]) -> None:
    with Asked(arguments, env, FINDS_OUT) as screen:
        screen.wait_for("FOUND")
        assert not screen.was_asked()


@pytest.mark.whole
def test_no_question_where_a_preference_decides(tmp_path: Path) -> None:
    (tmp_path / "preferences.toml").write_text('bidi = "konsole"\n')
    with Asked(env={"BRIEFING_PREFERENCES": str(tmp_path / "preferences.toml")}) as screen:
        screen.wait_for(FIRST)
        assert not screen.was_asked()
        assert b"\x1b]50;BidiRenderingEnabled=false\x07\x1b[?1049h" in screen.output


@pytest.mark.whole
def test_the_option_counts_more_than_the_preference(tmp_path: Path) -> None:
    (tmp_path / "preferences.toml").write_text('bidi = "konsole"\n')
    with Asked(
        ["--bidi", "explicit"], {"BRIEFING_PREFERENCES": str(tmp_path / "preferences.toml")}
    ) as screen:
        screen.wait_for(FIRST)
        assert b"BidiRenderingEnabled" not in screen.output
        assert b"\x1b[8l\x1b[?1049h" in screen.output


@pytest.mark.whole
def test_auto_on_the_command_line_asks_whatever_the_preference(tmp_path: Path) -> None:
    (tmp_path / "preferences.toml").write_text('bidi = "konsole"\n')
    with Asked(["--bidi", "auto"], {"BRIEFING_PREFERENCES": str(tmp_path / "preferences.toml")}) as screen:
        screen.wait_for_question()
        screen.send(VTE)
        screen.wait_for(FIRST)
        assert b"\x1b[8l\x1b[?1049h" in screen.output


@pytest.mark.whole
def test_a_terminal_that_never_answers_is_not_waited_for() -> None:
    with Asked() as screen:
        screen.wait_for(FIRST)
        screen.press("2")
        screen.wait_for(lambda _: shows_section(screen, 2))


@pytest.mark.whole
def test_keys_typed_ahead_are_not_lost() -> None:
    with Asked(env=SLOW) as screen:
        screen.send("]")  # before the program runs at all
        screen.wait_for_question()
        screen.send("]\x1b")
        time.sleep(0.05)
        screen.send(f"[A]{KITTY[:10]}")
        time.sleep(0.05)
        screen.send(f"{KITTY[10:]}")
        screen.wait_for(lambda _: shows_section(screen, 3))
        screen.press("q")
        assert screen.wait_for_exit() == 0


def test_an_answer_cut_by_the_end_of_the_waiting_is_still_an_answer() -> None:
    master, terminal = os.openpty()
    asked = AskedTerminal(terminal, terminal)
    try:
        os.write(master, b"j\x1b")
        asked.wait(0.05)
        assert (asked.typed, asked.outstanding) == (b"j", True)
        assert asked.filter.feed(b"[?6ck") == b"k"
        assert not asked.outstanding
    finally:
        asked.close()
        os.close(master)
        os.close(terminal)


@pytest.mark.whole
def test_enter_typed_before_the_question_is_enter() -> None:
    # Until then the terminal makes a line feed of it, which is Ctrl+J to the reader.
    code = (
        "import time; time.sleep(0.3); from briefing.machine.terminal import TerminalSearch\n"
        "with TerminalSearch() as search: search.wait(); print(search.typed)"
    )
    with Asked(env=SLOW, command=[sys.executable, "-c", code]) as screen:
        screen.send("j\r")
        screen.wait_for_question()
        screen.send(f"k\r{XTERM}")
        screen.wait_for(r"b'j\rk\r'")


@pytest.mark.whole
def test_typed_text_beyond_ascii_survives() -> None:
    filtered = AnswerFilter()
    data = f"م{VTE}ع".encode()
    assert b"".join(filtered.feed(data[at : at + 1]) for at in range(len(data))) == "مع".encode()
    assert filtered.answers == Answers(bidi=1, kind=(65, 7006, 1), complete=True)


@pytest.mark.parametrize("answers", ANSWERS)
def test_answers_are_told_from_keys_wherever_they_are_cut(answers: str) -> None:
    keys = "\x1b[A2\x1b[<0;5;5M\x1bOP\x1b[?2026;2$y\x1b[8~x"
    data = f"{keys}{answers}{keys}".encode()
    for first in range(len(data)):
        filtered = AnswerFilter()
        left = filtered.feed(data[:first]) + filtered.feed(data[first:])
        assert (left + filtered.release()).decode() == keys * 2
        assert filtered.answers.complete


def test_answers_that_nobody_here_asked_for_are_no_keys_either() -> None:
    filtered = AnswerFilter(expected=False)
    assert filtered.feed(b"a\x1b[?62;1;4cb\x1b") == b"ab\x1b"  # and Escape is not held back


@pytest.mark.whole
def test_an_escape_key_is_let_go_when_nothing_follows() -> None:
    filtered = AnswerFilter()
    assert filtered.feed(b"\x1b") == b""
    assert [filtered.release() for _ in range(5)] == [b"", b"", b"", b"", b"\x1b"]
    assert filtered.feed(b"\x1b[>41;3") + filtered.release() == b""  # no key begins like that
    assert filtered.feed(b"79;0cq") == b"q"


def test_the_first_answer_may_be_cut_at_its_first_byte() -> None:
    filtered = AnswerFilter()
    assert filtered.feed(b"\x1b") + filtered.release() == b""
    assert filtered.feed(b"[?6cq") == b"q"
    assert filtered.answers.complete


def test_a_terminal_that_has_said_all_it_ever_will_does_not_hold_escape_back() -> None:
    filtered = AnswerFilter()
    assert filtered.feed(b"\x1b[>84;0;0c") == b""
    for _ in range(5):
        filtered.release()
    for _ in range(2):
        assert filtered.feed(b"\x1b") == b""
        assert filtered.release() == b"\x1b"


@pytest.mark.whole
def test_an_answer_that_never_ends_does_not_take_the_keys_for_ever() -> None:
    filtered = AnswerFilter()
    assert filtered.feed(b"\x1bP>|half a name") == b""
    for _ in range(10):
        assert filtered.release() == b""
    assert filtered.feed(b"q") == b"q"
    filtered.feed(b"\x1bP>|" + b"x" * 1000)
    assert filtered.feed(b"q") == b"q"


@pytest.mark.whole
def test_half_an_answer_and_the_reader_takes_keys_again() -> None:
    with Asked() as screen:
        screen.wait_for(FIRST)
        screen.send("\x1bP>|half a name")
        for _ in range(20):
            time.sleep(1.5)
            screen.press("q")
            if screen._exits_within(0.5):
                break
        assert screen.wait_for_exit(1) == 0


@pytest.mark.whole
@pytest.mark.parametrize(("answers", "pieces"), [(XTERM, 1), (KITTY, 7)])
def test_late_answers_are_swallowed_and_keys_after_them_work(answers: str, pieces: int) -> None:
    with Asked() as screen:
        screen.wait_for(FIRST)
        screen.wait_until_idle()
        size = -(-len(answers) // pieces)
        for at in range(0, len(answers), size):
            screen.send(answers[at : at + size])
            time.sleep(0.15 if pieces > 1 else 0)
        screen.wait_until_idle()
        screen.wait_for(FIRST)
        assert shows_section(screen, 0)
        screen.press("2")
        screen.wait_for(lambda _: shows_section(screen, 2))
        assert screen.emulator.stray == ()


@pytest.mark.whole
def test_late_answers_still_bring_the_strategy() -> None:
    with Asked() as screen:
        screen.wait_for(FIRST)
        screen.wait_until_idle()
        start = len(screen.output)
        assert b"\x1b[8l" not in screen.output
        screen.send(VTE)
        screen.wait_for(lambda _: b"\x1b[8l\x1b[2J" in screen.output)
        screen.wait_until_idle()
        screen.wait_for(FIRST)
        assert FIRST.encode() in screen.output[start:]
        screen.press("q")
        assert screen.wait_for_exit() == 0
        assert b"\x1b[?1049l\r\x1b[8h" in screen.output


@pytest.mark.whole
def test_late_answers_still_bring_the_colours() -> None:
    with Asked(env={"TERM": "xterm-256color", "COLORTERM": None}) as screen:
        screen.wait_for(FIRST)
        screen.wait_until_idle()
        start = len(screen.output)
        assert b";2;16;18;24m" not in screen.output
        screen.send(WEZTERM)
        screen.wait_for(lambda _: b";2;16;18;24m" in screen.output)
        screen.wait_until_idle()
        assert not {cell.bg for row in screen.cells() for cell in row} & {"121212", "1c1c1c"}
        assert FIRST.encode() in screen.output[start:]


READS_ON = """
import os, select, subprocess, sys, termios, tty
subprocess.run([sys.executable, "-m", "briefing"])
tty.setcbreak(0)
got = b""
while select.select([0], [], [], 0.5)[0]:
    got += os.read(0, 100)
print("LEFT OVER", repr(got))
"""


@pytest.mark.whole
def test_answers_do_not_reach_the_shell_when_the_program_ends_first() -> None:
    with Asked(command=[sys.executable, "-c", READS_ON]) as screen:
        screen.wait_for(lambda _: b"\x1b[?1049h" in screen.output)
        screen.press("q")
        time.sleep(0.1)
        screen.send(VTE)
        screen.wait_for("LEFT OVER b''")


@pytest.mark.whole
def test_the_terminal_is_quiet_while_it_is_asked() -> None:
    with Asked(env=SLOW) as screen:
        screen.wait_for_question()
        screen.send("2")
        screen.send(VTE)
        screen.wait_for(FIRST)
        before = screen.output[: screen.output.index(b"\x1b[?1049h")]
        assert before == f"{ground.QUESTION}{QUESTION}".encode() + b"\x1b[8l"


@pytest.mark.whole
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_ended_while_it_waits_the_terminal_has_its_modes_back(number: signal.Signals) -> None:
    with Asked(env=SLOW, command=FINDS_OUT) as screen:
        screen.wait_for_question()
        assert not screen.modes_are_back()
        screen.process.send_signal(number)
        assert screen.wait_for_exit() != 0
        assert screen.modes_are_back()
        assert b"FOUND" not in screen.output


@pytest.mark.whole
def test_modes_are_back_after_a_normal_run() -> None:
    with Asked() as screen:
        screen.wait_for_question()
        screen.send(VTE)
        screen.wait_for(FIRST)
        screen.press("q")
        assert screen.wait_for_exit() == 0
        assert screen.modes_are_back()


@pytest.mark.whole
def test_a_saved_strategy_that_is_not_known_is_told(tmp_path: Path) -> None:
    (tmp_path / "preferences.toml").write_text('bidi = "vte"\n')
    with Asked(env={"BRIEFING_PREFERENCES": str(tmp_path / "preferences.toml")}) as screen:
        screen.wait_for('"bidi" cannot be')
        screen.press("q")
        assert screen.wait_for_exit() == 0
