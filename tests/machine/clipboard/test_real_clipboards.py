"""The real tools on a real X display and in a real Wayland session: the text comes back byte for byte."""

import os
import shutil
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.machine.clipboard import CopyOutcome, copy
from tests.judges.screen import Screen
from tests.judges.xvfb import XDisplay
from tests.machine.clipboard.texts import TEXTS
from tests.machine.clipboard.wayland import TOOLS, Wayland
from tests.needs import needs


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
    assert copy(text, osc52=None, env=env) == CopyOutcome(tool, True, f"Copied with {tool}")
    display.wait_for_clipboard(text)


@needs("Xvfb", "xclip")
def test_the_last_of_many_threads_wins(display: XDisplay) -> None:
    outcomes: list[CopyOutcome] = []

    def one(number: int) -> None:
        outcomes.append(copy(f"نص {number}", osc52=None, env=display.env))

    threads = [threading.Thread(target=one, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(outcome.certain for outcome in outcomes)
    assert copy("آخر", osc52=None, env=display.env).certain
    display.wait_for_clipboard("آخر")


@needs("Xvfb", "xclip")
def test_the_clipboard_outlives_the_program_and_its_terminal(display: XDisplay) -> None:
    program = "from briefing.machine.clipboard import copy; print(copy('بقي', osc52=None).message)"
    with Screen([sys.executable, "-c", program], 60, 5, env={"DISPLAY": display.name}) as screen:
        screen.wait_for("Copied with xclip")
        assert screen.wait_for_exit() == 0
    display.wait_for_clipboard("بقي")


@needs("xclip")
def test_no_display_is_a_failure_and_not_a_copy() -> None:
    outcome = copy("x", osc52=None, env=os.environ | {"DISPLAY": "localhost:9999"})
    assert (outcome.way, outcome.certain) == ("a file", False)
    assert "(xclip: exit status 1" in outcome.message


@pytest.fixture(scope="module")
def wayland() -> Iterator[Wayland]:
    with Wayland() as session:
        yield session


@needs("wl-copy", *TOOLS)
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_wayland(text: str, wayland: Wayland) -> None:
    assert copy(text, osc52=None, env=wayland.env) == CopyOutcome("wl-copy", True, "Copied with wl-copy")
    # What programs ask for: GTK and Qt the second.
    for kind in ("text/plain", "text/plain;charset=utf-8", "UTF8_STRING"):
        assert wayland.clipboard(kind) == text.encode()


@needs("wl-copy", *TOOLS)
def test_the_wayland_clipboard_outlives_the_program_and_its_terminal(wayland: Wayland) -> None:
    program = "from briefing.machine.clipboard import copy; print(copy('بقي', osc52=None).message)"
    with Screen([sys.executable, "-c", program], 60, 5, env=wayland.env) as screen:
        screen.wait_for("Copied with wl-copy")
        assert screen.wait_for_exit() == 0
    assert wayland.clipboard("UTF8_STRING") == "بقي".encode()


@needs("wl-copy", "xclip", "Xvfb")
def test_a_compositor_that_has_gone_leads_to_the_next_tool(display: XDisplay) -> None:
    outcome = copy("التالي", osc52=None, env=display.env | {"WAYLAND_DISPLAY": "wayland-99"})
    assert outcome == CopyOutcome("xclip", True, "Copied with xclip (wl-copy: exit status 1)")
    display.wait_for_clipboard("التالي")
