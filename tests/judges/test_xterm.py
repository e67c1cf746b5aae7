"""The real terminal: it shows what it is sent, takes keys and the mouse, and ends without a trace."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.judges.xterm import TOOLS, Xterm, keysym
from tests.needs import needs

pytestmark = needs(*TOOLS, "identify")

PROGRAM = """
from textual.app import App
from textual.widgets import Static
class Echo(App):
    def compose(self):
        yield Static("\\ufe8e\\ufec0\\u064b\\ufef3\\ufe83 ready", id="said")
    def on_key(self, event):
        self.query_one(Static).update("key " + event.key)
    def on_click(self, event):
        self.query_one(Static).update(f"click {event.screen_x},{event.screen_y}")
Echo().run()
"""


def test_keys_mouse_and_pictures(tmp_path: Path) -> None:
    with Xterm([sys.executable, "-c", PROGRAM], 40, 8, size=10) as xterm:
        xterm.wait_for("ready")
        assert xterm.find("\ufef3") == (2, 0)
        assert xterm.cells()[0][1].text == "\ufec0\u064b"
        xterm.picture(tmp_path / "first.png")
        for name, heard in {"down": "down", "?": "question_mark", "shift+tab": "shift+tab"}.items():
            xterm.press(name)
            xterm.wait_for(f"key {heard}")
        xterm.click(39, 7)
        xterm.wait_for("click 39,7")
        xterm.picture(tmp_path / "second.png")
        xterm.picture(tmp_path / "third.png")
    first, second, third = (picture(tmp_path / f"{name}.png") for name in ("first", "second", "third"))
    assert (second["width"], second["height"]) == (first["width"], first["height"])
    assert int(second["width"]) % 40 == int(second["height"]) % 8 == 0
    assert first["pixels"] != second["pixels"]
    assert int(first["colours"]) > 2
    assert (tmp_path / "second.png").read_bytes() == (tmp_path / "third.png").read_bytes()
    assert third["pixels"] == second["pixels"]


def picture(path: Path) -> dict[str, str]:
    said = subprocess.run(
        ["identify", "-format", "width=%w height=%h colours=%k pixels=%#", path],
        check=True,
        capture_output=True,
        text=True,
    )
    return dict(word.split("=") for word in said.stdout.split())


def test_nothing_is_left_running() -> None:
    deaf = "import signal; signal.signal(signal.SIGHUP, signal.SIG_IGN); print('deaf'); input()"
    with Xterm([sys.executable, "-c", deaf], 20, 4) as xterm:
        xterm.wait_for("deaf")
        processes = [process for process in xterm._processes() if process != xterm.process.pid]
        display = xterm.display.name
        assert Path(f"/tmp/.X11-unix/X{display[1:]}").exists()
    assert processes
    assert [process for process in processes if runs(process)] == []
    assert not Path(f"/tmp/.X11-unix/X{display[1:]}").exists()


def runs(process: int) -> bool:
    try:
        stat = Path(f"/proc/{process}/stat").read_text()
    except OSError:
        return False
    return stat.rpartition(")")[2].split()[0] not in "ZX"


def test_the_end_of_the_program_is_noticed() -> None:
    with Xterm([sys.executable, "-c", "print('bye', flush=True); input()"], 20, 4) as xterm:
        xterm.wait_for("bye")
        xterm.press("enter")
        with pytest.raises(AssertionError, match=r"the program ended\nbye"):
            xterm.wait_for("more")


def test_the_clipboard_is_the_displays() -> None:
    copy = "from briefing.machine.clipboard import copy; print(copy('أيضًا', osc52=None).message); input()"
    with Xterm([sys.executable, "-c", copy], 40, 4) as xterm:
        xterm.wait_for("Copied with xclip")
        xterm.display.wait_for_clipboard("أيضًا")


def test_a_program_that_cannot_be_started_is_an_error() -> None:
    # Noticed before the window is found or after: that depends on the machine.
    with (
        pytest.raises((RuntimeError, AssertionError), match=r"ended|BadWindow"),
        Xterm(["/no/such/program"], 60, 4) as xterm,
    ):
        xterm.wait_for("anything")


@pytest.mark.parametrize(
    ("name", "expected"),
    {
        "g": "g",
        "G": "G",
        "?": "U003F",
        "+": "U002B",
        "ب": "U0628",
        "pagedown": "Next",
        "ctrl+p": "ctrl+p",
        "shift+tab": "shift+Tab",
    }.items(),
)
def test_keysyms(name: str, expected: str) -> None:
    assert keysym(name) == expected
    with pytest.raises(ValueError, match="dwon"):
        keysym("dwon")
