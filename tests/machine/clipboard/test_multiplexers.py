"""The real tmux and the real GNU screen, seen from the terminal they run in: what do they hand on to it?"""

import base64
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.exporting import section_text
from briefing.machine.clipboard import copy
from briefing.sources import load_bundled
from tests.judges.screen import Screen
from tests.machine.clipboard.texts import FOR_TERMINALS, TEXTS
from tests.needs import needs

# Copies the files that it is told about, and says what became of each.
PROGRAM = """
import sys
from pathlib import Path
from briefing.machine.clipboard import copy
def terminal(characters):
    sys.stdout.write(characters)
    sys.stdout.flush()
print("ready", flush=True)
for file in sys.stdin:
    outcome = copy(Path(file.strip()).read_bytes().decode(), osc52=terminal)
    print("way:", outcome.way, flush=True)
"""

for_terminals = pytest.mark.parametrize("text", FOR_TERMINALS.values(), ids=FOR_TERMINALS.keys())


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("copying")
    (folder / "copies.py").write_text(PROGRAM)
    (folder / "sockets").mkdir(mode=0o700)
    return folder


def running(folder: Path, *command: str, **env: str | None) -> Iterator[Screen]:
    """PROGRAM in a terminal, started by `command`."""
    with Screen([*command, sys.executable, folder / "copies.py"], 120, 30, env=env) as screen:
        try:
            screen.wait_for("ready")
            yield screen
        finally:
            screen.send("\x04")  # or screen's server would go on without its terminal
            screen.wait_for_exit()


def sent(screen: Screen, text: str, folder: Path) -> str:
    """Have the program on `screen` copy `text`; return what the terminal is told to put on its clipboard."""
    before = len(screen.emulator.osc)
    (folder / "text").write_bytes(text.encode())
    screen.send(f"{folder / 'text'}\r")
    screen.wait_for(lambda _: clipboards(screen, before))
    screen.wait_until_idle(0.05)
    (found,) = clipboards(screen, before)
    return found


def clipboards(screen: Screen, before: int = 0) -> list[str]:
    """What the terminal was told to put on its clipboard."""
    bodies = [body.split(";", 2) for body in screen.emulator.osc[before:] if body.startswith("52;")]
    assert {target for _, target, _ in bodies} <= {"", "c"}
    return [base64.b64decode(data, validate=True).decode() for *_, data in bodies]


@pytest.fixture(scope="module")
def bare(folder: Path) -> Iterator[Screen]:
    yield from running(folder, PATH="/nowhere")


@for_terminals
def test_a_bare_terminal(text: str, bare: Screen, folder: Path) -> None:
    assert sent(bare, text, folder) == text
    assert "way: OSC 52\n" in bare.text


@pytest.fixture(scope="module")
def in_screen(folder: Path) -> Iterator[Screen]:
    yield from running(folder, "screen", "-c", "/dev/null", SCREENDIR=str(folder / "sockets"))


@needs("screen")
@for_terminals
def test_screen_hands_it_on(text: str, in_screen: Screen, folder: Path) -> None:
    assert sent(in_screen, text, folder) == text
    assert "way: OSC 52 through screen\n" in in_screen.text


def test_a_terminal_started_from_screen_is_not_inside_it(folder: Path) -> None:
    for screen in running(folder, STY="1.inherited", PATH="/nowhere"):
        assert sent(screen, TEXTS["harakat"], folder) == TEXTS["harakat"]
        assert "way: OSC 52\n" in screen.text


@needs("screen")
def test_the_reader_in_screen(folder: Path) -> None:
    command = ["screen", "-c", "/dev/null", sys.executable, "-m", "briefing", "--section", "goals"]
    with Screen(command, 120, 36, env={"SCREENDIR": str(folder / "sockets")}) as screen:
        screen.wait_for("DICAS")
        screen.wait_until_idle()
        screen.press("c")
        screen.wait_for("Sent to the terminal")
        briefing = load_bundled()
        assert clipboards(screen) == [section_text(briefing, briefing.section("goals"))]
        screen.press("q")
        screen.wait_for_exit()


class Tmux:
    """A tmux server of one's own."""

    def __init__(self, folder: Path) -> None:
        self.command = ["tmux", "-f", "/dev/null", "-S", str(folder / "tmux")]

    def __call__(self, *arguments: str) -> str:
        """What a command of tmux prints."""
        done = subprocess.run([*self.command, *arguments], check=True, capture_output=True)
        return done.stdout.decode()

    @property
    def env(self) -> dict[str, str]:
        """The environment of a program inside."""
        return {"PATH": os.environ["PATH"], "TMUX": f"{self.command[-1]},1,0"}


@pytest.fixture(scope="module")
def tmux(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tmux]:
    tmux = Tmux(tmp_path_factory.mktemp("tmux"))
    tmux("new-session", "-d", "sleep 600")
    yield tmux
    tmux("kill-server")


@needs("tmux")
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_tmuxs_buffer(text: str, tmux: Tmux) -> None:
    outcome = copy(text, osc52=None, env=tmux.env)
    assert (outcome.way, outcome.certain) == ("tmux", False)
    assert tmux("show-buffer") == text


@needs("tmux")
def test_a_tmux_before_3_2_keeps_the_text_to_itself(tmux: Tmux, tmp_path: Path) -> None:
    old = tmp_path / "tmux"
    old.write_text(
        '#!/bin/sh\nPATH=${PATH#*:}\ncase "$*" in *" -w "*) echo usage >&2; exit 1;; esac\nexec tmux "$@"\n'
    )
    old.chmod(0o755)
    outcome = copy("نصّ قديم\n", osc52=None, env=tmux.env | {"PATH": f"{tmp_path}:{os.environ['PATH']}"})
    assert outcome.message == (
        "Copied to tmux's buffer alone, not to the clipboard: tmux's paste key gives it back"
        " (tmux: exit status 1)"
    )
    assert tmux("show-buffer") == "نصّ قديم\n"


@pytest.fixture(scope="module")
def in_tmux(folder: Path, tmux: Tmux) -> Iterator[Screen]:
    yield from running(folder, *tmux.command, "new-session")


@needs("tmux")
@for_terminals
def test_tmux_hands_its_buffer_on(text: str, in_tmux: Screen, folder: Path) -> None:
    assert sent(in_tmux, text, folder) == text
    assert "way: tmux\n" in in_tmux.text


@pytest.fixture(scope="module")
def in_open_tmux(folder: Path, tmux: Tmux) -> Iterator[Screen]:
    """tmux that takes OSC 52 from the programs inside it, and whose command is not found."""
    before = tmux("show-option", "-sv", "set-clipboard").strip()
    tmux("set-option", "-s", "set-clipboard", "on")
    yield from running(folder, *tmux.command, "new-session", "/usr/bin/env", "PATH=/nowhere")
    tmux("set-option", "-s", "set-clipboard", before)


@needs("tmux")
@pytest.mark.parametrize("name", ["harakat", "format characters", "emoji", "newlines"])
def test_tmux_takes_the_sequence_if_told_to(
    name: str, in_open_tmux: Screen, tmux: Tmux, folder: Path
) -> None:
    assert sent(in_open_tmux, TEXTS[name], folder) == TEXTS[name]
    assert "way: OSC 52\n" in in_open_tmux.text
    assert tmux("show-buffer") == TEXTS[name]


@needs("tmux", "xclip")
def test_whoever_attaches_to_tmux_from_elsewhere_is_not_at_the_display(folder: Path, tmp_path: Path) -> None:
    """The program began beside a display; then its person went home and attached over SSH."""
    tmux = Tmux(tmp_path)
    program = [sys.executable, str(folder / "copies.py")]
    office = {"DISPLAY": ":99"}
    with Screen([*tmux.command, "new-session", "-s", "one", *program], 120, 30, env=office) as screen:
        screen.wait_for("ready")
        tmux("detach-client", "-s", "one")
        screen.wait_for_exit()
    home = {"SSH_CONNECTION": "192.0.2.1 5 192.0.2.2 22", "SSH_TTY": "/dev/pts/9"}
    with Screen([*tmux.command, "attach-session", "-t", "one"], 120, 30, env=home) as screen:
        screen.wait_for("ready")
        assert sent(screen, "من البيت", folder) == "من البيت"
        assert "way: tmux\n" in screen.text
        screen.send("\x04")
        screen.wait_for_exit()
