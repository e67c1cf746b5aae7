"""The pty judge: what it sees is what a program sent."""

import os
import signal
import sys

import pytest

from tests.judges import keys
from tests.judges.emulator import Cell, Emulator
from tests.judges.screen import Screen
from tests.judges.surroundings import environment

pytestmark = pytest.mark.whole

BARE = """
from textual.app import App
from textual.widgets import Input, Static
class Bare(App):
    BINDINGS = [("q", "quit", "Quit")]
    def compose(self):
        yield Static("HELLO \\ufec0\\u064b\\ufef3")
        yield Static("", id="size")
        yield Static("", id="clicked")
    def on_resize(self, event):
        self.query_one("#size").update(f"{event.size.width} by {event.size.height}")
    def on_click(self, event):
        self.query_one("#clicked").update(f"at {event.screen_x},{event.screen_y}")
Bare().run()
"""


@pytest.fixture(autouse=True)
def impatience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Most programs here do not know how to quit."""
    monkeypatch.setattr("tests.judges.screen.PATIENCE", 0.5)


def python(program: str, columns: int = 60, rows: int = 10, timeout: float = 30.0) -> Screen:
    return Screen([sys.executable, "-c", program], columns, rows, timeout=timeout)


def fed(*pieces: str, columns: int = 10, rows: int = 3) -> Emulator:
    emulator = Emulator(columns, rows)
    for piece in pieces:
        emulator.feed(piece.encode())
    return emulator


def texts(cells: list[Cell]) -> list[str]:
    return [cell.text for cell in cells if cell.text != " "]


def test_marks_stay_in_their_cell_as_sent() -> None:
    """Shadda and fatha in this order, hamza above not composed with its alef: nothing is normalised."""
    emulator = fed("\ufe91\u0651\u064e\u0627\u0654x")
    assert texts(emulator.cells()[0]) == ["\ufe91\u0651\u064e", "\u0627\u0654", "x"]
    assert emulator.stray == ()


def test_a_format_character_is_kept_so_that_it_can_be_found() -> None:
    assert texts(fed("a\u200db").cells()[0]) == ["a\u200d", "b"]


def test_a_mark_without_a_cell_before_it_is_stray() -> None:
    assert fed("ab\r\n\u064bc").stray == ("\u064b",)


def test_a_wide_character_takes_two_cells() -> None:
    emulator = fed("漢b\x1b[2;1H漢\u0301")
    assert [cell.text for cell in emulator.cells()[0][:3]] == ["漢", "", "b"]
    assert emulator.cells()[1][0].text == "漢\u0301"


@pytest.mark.parametrize(
    "sequence",
    ["\x1b[<u", "\x1b[>25u", "\x1b[>4;1m", "\x1b[?2026$p", "\x1bP+q544e\x1b\\", "\x1b[>0q", "\x1b[=1;1u"],
)
def test_a_sequence_without_effect_leaves_nothing_behind(sequence: str) -> None:
    for cut in range(1, len(sequence)):
        emulator = fed("a" + sequence[:cut], sequence[cut:] + "b")
        assert emulator.rows()[0] == "ab"
        assert not emulator.cells()[0][1].bold
        assert len(emulator.ignored) == 1


def test_synchronised_output_is_a_mode_like_others() -> None:
    assert fed("\x1b[?2026hab\x1b[?2026l").rows()[0] == "ab"
    assert 2026 in fed("\x1b[?2026h").private_modes


def test_osc_strings_are_kept_whole() -> None:
    assert fed("\x1b]52;c;", "YQ==\x07x\x1b]0;title\x1b\\y").osc == ["52;c;YQ==", "0;title"]


def test_attributes() -> None:
    cells = fed("\x1b[1;3;4;7;38;2;1;2;3;48;5;1ma\x1b[0mb").cells()[0]
    assert cells[0] == Cell("a", "010203", "cd0000", bold=True, italic=True, underline=True, reverse=True)
    assert cells[1] == Cell(
        "b", "default", "default", bold=False, italic=False, underline=False, reverse=False
    )


def test_the_last_column_wraps_only_if_it_may() -> None:
    assert fed("abcd", columns=3).rows()[:2] == ["abc", "d"]
    assert fed("\x1b[?7labcd", columns=3).rows()[:2] == ["abd", ""]


def test_the_alternate_screen_gives_the_main_one_back() -> None:
    emulator = fed("shell\x1b[?1049h\x1b[Hprogram")
    assert emulator.rows()[0] == "program"
    emulator.feed(b"\x1b[?1049l")
    assert emulator.rows()[0] == "shell"
    assert 1049 not in emulator.private_modes


def test_the_terminals_own_ordering_is_a_mode_to_be_seen() -> None:
    assert 8 in fed("").modes
    assert 8 not in fed("\x1b[8l").modes


def test_keys() -> None:
    assert keys.key("down") == "\x1b[B"
    assert keys.key("ctrl+p") == "\x10"
    assert keys.key("g") == "g"
    with pytest.raises(ValueError, match="dwon"):
        keys.key("dwon")
    assert keys.click(3, 0) == "\x1b[<0;4;1M\x1b[<0;4;1m"
    assert keys.scroll(0, 0, -2) == "\x1b[<64;1;1M" * 2


def test_a_textual_application_is_seen_used_resized_and_quit() -> None:
    with python(BARE) as screen:
        screen.wait_for("60 by 10")
        assert screen.find("\ufef3") == (7, 0)
        assert screen.cells()[0][6].text == "\ufec0\u064b"
        screen.click(12, 5)
        screen.wait_for("at 12,5")
        screen.resize(40, 8)
        screen.wait_for("40 by 8")
        screen.wait_until_idle()
        assert screen.rows()[0] == "HELLO \ufec0\u064b\ufef3"
        assert len(screen.rows()) == 8
        screen.press("q")
        assert screen.wait_for_exit() == 0
        assert 1049 not in screen.emulator.private_modes
        assert not any(screen.rows())


def test_idle_means_that_the_program_has_done_its_work() -> None:
    work = "print('begun', flush=True); sum(range(10_000_000)); print('done', flush=True); input()"
    with python(work) as screen:
        screen.wait_until_idle(quiet=0.05)
        assert screen.rows()[:2] == ["begun", "done"]
        screen.press("enter")
        assert screen.wait_for_exit() == 0


def test_waiting_for_what_never_comes_shows_the_screen() -> None:
    with python("print('something else'); input()") as screen:
        with pytest.raises(AssertionError, match=r"not in time\nsomething else"):
            screen.wait_for("never", timeout=0.5)
        with pytest.raises(AssertionError, match="'absent' is not on the screen"):
            screen.find("absent")
    with python("print('bye')") as screen, pytest.raises(AssertionError, match=r"program ended\nbye"):
        screen.wait_for(lambda seen: "never" in seen.text)


@pytest.mark.parametrize(
    ("program", "status"),
    [
        ("input()", -signal.SIGTERM),
        (
            "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('deaf'); input()",
            -signal.SIGKILL,
        ),
    ],
    ids=["is terminated", "is killed"],
)
def test_a_program_that_does_not_quit(program: str, status: int) -> None:
    screen = python("print('up', flush=True)\n" + program)
    screen.wait_for("up")
    screen.wait_until_idle()
    assert screen.close() == status
    with pytest.raises(ProcessLookupError):
        os.kill(screen.process.pid, 0)


def test_much_output_and_much_input_do_not_block_each_other() -> None:
    echo = """
import sys, tty
tty.setraw(0)
print("up", flush=True)
for line in sys.stdin.buffer:
    print(len(line), "x" * 5000, flush=True)
"""
    with python(echo, 20, 5) as screen:
        screen.wait_for("up")
        screen.send(("z" * 1000 + "\n") * 40)
        screen.wait_until_idle()
        assert screen.output.count(b"1001 x") == 40


def test_the_surroundings_do_not_leak_in(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "COLUMNS", "TMUX_PANE", "SSH_TTY", "DISPLAY", "VTE_VERSION", "GONE"):
        monkeypatch.setenv(name, "1")
    env = environment({"EXTRA": "yes", "GONE": None, "SSH_TTY": "/dev/pts/9"})
    assert env["TERM"] == "xterm-256color"
    assert env["COLORTERM"] == "truecolor"
    assert (env["EXTRA"], env["SSH_TTY"]) == ("yes", "/dev/pts/9")
    assert not {"NO_COLOR", "COLUMNS", "TMUX_PANE", "DISPLAY", "VTE_VERSION", "GONE"} & env.keys()
