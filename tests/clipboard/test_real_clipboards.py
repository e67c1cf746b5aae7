"""The real tools on a real X display, and the real tmux: the text comes back byte for byte."""

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.clipboard import Outcome, copy
from tests.judges.screen import Screen
from tests.judges.xvfb import XDisplay
from tests.needs import needs

TEXTS = {
    "harakat": "أَيْضًا وَلَا شَيْءٌ\u0651",
    "format characters": "a \u200eلا\u200f می\u200cخواهم \u2067x\u2069",
    "newlines": "\n\nsummary\n¶1 ¶2\n\n",
    "no newline": "x",
    "carriage returns": "a\r\nb\r",
    "a long text": "سطر طويل من المقال (DICAS) 2024-2026\n" * 20_000,
}


@pytest.fixture(scope="module")
def display() -> Iterator[XDisplay]:
    with XDisplay((64, 64)) as display:
        yield display


def only(tool: str, folder: Path) -> str:
    """A PATH that leads to one tool alone."""
    real = shutil.which(tool)
    assert real is not None
    (folder / tool).symlink_to(real)
    return str(folder)


@needs("Xvfb", "xclip", "xsel")
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
@pytest.mark.parametrize("tool", ["xclip", "xsel"])
def test_x11(tool: str, text: str, display: XDisplay, tmp_path: Path) -> None:
    env = display.env | {"PATH": only(tool, tmp_path)}
    assert copy(text, osc52=None, env=env) == Outcome(tool, True, f"Copied with {tool}")
    display.wait_for_clipboard(text)


@needs("Xvfb", "xclip")
def test_the_last_of_many_threads_wins(display: XDisplay) -> None:
    outcomes: list[Outcome] = []

    def one(number: int) -> None:
        outcomes.append(copy(f"نص {number}", osc52=None, env=display.env))

    threads = [threading.Thread(target=one, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [outcome.way for outcome in outcomes] == ["xclip"] * 4
    assert copy("آخر", osc52=None, env=display.env).certain
    display.wait_for_clipboard("آخر")


@needs("Xvfb", "xclip")
def test_the_clipboard_outlives_the_program_and_its_terminal(display: XDisplay) -> None:
    program = "from briefing.clipboard import copy; print(copy('بقي', osc52=None).message)"
    with Screen([sys.executable, "-c", program], 60, 5, env={"DISPLAY": display.name}) as screen:
        screen.wait_for("Copied with xclip")
        assert screen.wait_for_exit() == 0
    display.wait_for_clipboard("بقي")


@needs("xclip")
def test_no_display_is_a_failure_and_not_a_copy() -> None:
    outcome = copy("x", osc52=None, env=os.environ | {"DISPLAY": "localhost:9999"})
    assert (outcome.way, outcome.certain) == ("", False)
    assert outcome.message.startswith("Not copied: xclip: ")


@pytest.fixture
def tmux(tmp_path: Path) -> Iterator[list[str]]:
    """The command line of a tmux server of one's own."""
    command = ["tmux", "-f", "/dev/null", "-S", str(tmp_path / "tmux")]
    subprocess.run([*command, "new-session", "-d", "sleep 600"], check=True)
    yield command
    subprocess.run([*command, "kill-server"], check=True)


@needs("tmux")
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_tmux(text: str, tmux: list[str]) -> None:
    env = {"PATH": os.environ["PATH"], "TMUX": f"{tmux[-1]},1,0"}
    outcome = copy(text, osc52=None, env=env)
    assert (outcome.way, outcome.certain) == ("tmux", False)
    assert subprocess.run([*tmux, "show-buffer"], check=True, capture_output=True).stdout == text.encode()
