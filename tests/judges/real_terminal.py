"""A real terminal emulator on an X display of its own, with a shell in it: keys go in, pictures come out.

    with RealTerminal(TERMINALS["xterm"], 108, 34) as terminal:
        terminal.run("cat lines")
        terminal.start("briefing")
        terminal.rows_of(terminal.picture(), 0, 3)

Nothing is known of what the program sends: all that is seen is the picture, as a person sees it. The
environment holds nothing of other terminals; what tells a program where it is comes from the terminal.
"""

import contextlib
import math
import shlex
import subprocess
import sys
import tempfile
import time
from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.judges import processes
from tests.judges.picture import Box, Picture
from tests.judges.terminals import Terminal, Wish
from tests.judges.xterm import keysym
from tests.judges.xvfb import PATIENCE, XDisplay

#: What must be installed, besides the terminal.
TOOLS = ("Xvfb", "xdotool", "import", "convert", "bash")
#: The font's size in points: large enough for OCR.
POINTS = 14

# Seconds after which a key that brought nothing is lost, and not late.
_LOST = 5.0

# Every shell says who it is, and leaves a mark with each prompt, by which the end of a command is known.
_RC = """\
echo $$ >>"$JUDGED/shells"
PS1='$ '
PROMPT_COMMAND='printf . >>"$JUDGED/prompts"'
PATH=$JUDGED:$PATH
unset HISTFILE
"""


class RealTerminal:
    """A running terminal and the shell in it; a context manager that ends both.

    `folder` is the shell's working directory; files put there can be named in commands.
    """

    def __init__(self, kind: Terminal, columns: int, rows: int, timeout: float = 60.0) -> None:
        self.kind = kind
        self.columns, self.rows = columns, rows
        self.timeout = timeout
        with contextlib.ExitStack() as opened:
            self.display = opened.enter_context(XDisplay((columns * POINTS, rows * POINTS * 2)))
            self.folder = Path(opened.enter_context(tempfile.TemporaryDirectory(prefix="terminal-")))
            self._prompts = self.folder / "prompts"
            shell = self._prepare()
            command = kind.start(Wish(self.folder, columns, rows, POINTS))
            self.process = subprocess.Popen(
                [*command, str(shell)],
                env=self._environment(),
                cwd=self.folder,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=(self.folder / "complaints").open("wb"),
                start_new_session=True,
            )
            opened.callback(self._end)
            self._wait(lambda: self._count() > 0, "no shell")
            self._wait(lambda: bool(self._windows()), "no window")
            self._window = max(self._windows(), key=lambda window: math.prod(self._window_size(window)))
            # Without a window manager nothing else gives the window the focus. The pointer is moved away.
            self._xdotool("windowmove", "--sync", self._window, "0", "0")
            self._xdotool("windowfocus", "--sync", self._window)
            self._xdotool("mousemove", str(self.display.size[0] - 1), str(self.display.size[1] - 1))
            self._await_keys()
            self._fit()
            self._opened = opened.pop_all()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the terminal, what runs in it, and the display."""
        self._opened.close()

    def press(self, *names: str) -> None:
        """Press keys, by the names of `keys`: "down", "ctrl+z", "q"."""
        self._xdotool("key", "--clearmodifiers", *map(keysym, names))

    def strike(self, *codes: int) -> None:
        """Press keys together, by X's codes: what they type is up to the keyboard's layout."""
        self._xdotool("key", "--clearmodifiers", "+".join(map(str, codes)))

    def set_layout(self, name: str) -> None:
        """Give the keyboard a layout, as XKB calls it: "us", "ara(digits)". It needs `setxkbmap`."""
        layout, _, variant = name.removesuffix(")").partition("(")
        command = ["setxkbmap", "-layout", layout, "-variant", variant]
        subprocess.run(command, env=self.display.env, check=True, timeout=PATIENCE)
        time.sleep(0.3)  # until the terminal has heard of it, which nothing tells

    def type(self, text: str) -> None:
        """Type a line and press Enter."""
        self._xdotool("type", "--delay", "8", text)
        self._xdotool("key", "Return")

    def run(self, command: str) -> None:
        """Type a command to the shell and wait until it has ended (or stopped)."""
        with self.command_ending():
            self.type(command)

    @contextlib.contextmanager
    def command_ending(self) -> Iterator[None]:
        """What is done inside brings the shell's next prompt, which is waited for."""
        before = self._count()
        yield
        self._wait(lambda: self._count() > before, "the shell's prompt does not come back")

    def start(self, command: str) -> Picture:
        """Start a full-screen program from a shell whose last row is blank, and return its picture."""
        last = self.box((0, self.columns), (self.rows - 1, self.rows))
        assert self.picture().part(last).plain, "the shell has reached the last row"
        self.type(command)
        self._wait(lambda: not self._cells().part(last).plain, f"{command} does not paint")
        return self.picture()

    def picture(self, quiet: float = 0.4) -> Picture:
        """Return the cells' picture, once nothing has run and nothing has changed for `quiet` seconds."""
        deadline = time.monotonic() + self.timeout
        seen: deque[bytes] = deque(maxlen=2)
        while True:
            since = time.monotonic()
            while time.monotonic() - since < quiet / 2 and time.monotonic() < deadline:
                time.sleep(0.05)
                if processes.at_work(self._programs()):
                    since = time.monotonic()
            picture = Picture.of(self.display)
            seen.append(picture.pixels)
            if len(seen) == 2 and seen[0] == seen[1]:
                return picture.part(self._grid)
            if time.monotonic() > deadline:
                raise AssertionError(f"{self.kind.name}: the picture does not come to rest")

    def box(self, columns: tuple[int, int], rows: tuple[int, int]) -> Box:
        """Where cells stand in `picture()`: columns and rows from the first to before the last."""
        width, height = self._grid.width / self.columns, self._grid.height / self.rows
        left, right = (round(column * width) for column in columns)
        top, bottom = (round(row * height) for row in rows)
        return Box(left, top, right, bottom)

    def programs(self, name: str) -> list[int]:
        """The processes in the terminal that were started with a command line that holds `name`."""
        found = []
        for process in self._programs():
            with contextlib.suppress(OSError):
                if name in Path(f"/proc/{process}/cmdline").read_text().replace("\0", " "):
                    found.append(process)
        return found

    def _cells(self) -> Picture:
        return Picture.of(self.display).part(self._grid)

    def _prepare(self) -> Path:
        """Write the shell's start, and the command `briefing`."""
        rc, shell, program = self.folder / "rc", self.folder / "shell", self.folder / "briefing"
        rc.write_text(_RC)
        shell.write_text(f"#!/bin/sh\ncd '{self.folder}'\nexec bash --noprofile --rcfile rc -i\n")
        program.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m briefing "$@"\n')
        for script in (shell, program):
            script.chmod(0o755)
        return shell

    def _environment(self) -> dict[str, str]:
        runtime = self.folder / "run"
        runtime.mkdir(mode=0o700)
        env = {name: value for name, value in self.display.env.items() if name not in ("TERM", "COLORTERM")}
        home = str(self.folder)
        return {
            **{name: value for name, value in env.items() if not name.startswith("XDG_")},
            **{"HOME": home, "JUDGED": home, "SHELL": "/bin/bash", "XDG_RUNTIME_DIR": str(runtime)},
            **{"TMUX_TMPDIR": str(runtime), "SCREENDIR": str(runtime)},
            **self.kind.env,
        }

    def _await_keys(self) -> None:
        """Press Enter until the shell answers: what is typed before the window has the focus is lost."""

        def answered() -> bool:
            before, deadline = self._count(), time.monotonic() + _LOST
            self.press("enter")
            while self._count() == before and time.monotonic() < deadline:
                time.sleep(0.1)
            if self._count() == before:  # a compositor may have given the focus to nobody: a click does
                self._xdotool("windowfocus", "--sync", self._window)
                self._xdotool("mousemove", "60", "60", "click", "1")
                self._xdotool("mousemove", str(self.display.size[0] - 1), str(self.display.size[1] - 1))
            return self._count() > before

        self._wait(answered, "no key reaches the shell")

    def _fit(self) -> None:
        """Find the cells in the picture; have the window resized until they are as many as they shall be."""
        for _ in range(3):
            columns, rows = self._size()
            self._grid = self._find_grid()
            if (columns, rows) == (self.columns, self.rows):
                return
            width, height = self._grid.width / columns, self._grid.height / rows
            now = self._window_size()
            wanted = (
                round(now[0] + (self.columns - columns) * width),
                round(now[1] + (self.rows - rows) * height),
            )
            self._xdotool("windowsize", "--sync", self._window, *map(str, wanted))
            time.sleep(0.5)
        raise RuntimeError(
            f"{self.kind.name} has {columns} by {rows} cells, not {self.columns} by {self.rows}"
        )

    def _size(self) -> tuple[int, int]:
        self.run("stty size >size")
        rows, columns = map(int, (self.folder / "size").read_text().split())
        return columns, rows

    def _find_grid(self) -> Box:
        """Where the cells are: what is left of a screen filled with one colour."""
        (self.folder / "fill").write_text(
            "printf '\\e[?25l\\e[48;2;112;80;48m\\e[2J\\e[H'; "
            "for ((n = 0; n < $(stty size | cut -d' ' -f1); n++)); do "
            "((n)) && echo; printf \"%$(stty size | cut -d' ' -f2)s\" ''; done; read -rs; "
            "printf '\\e[0m\\e[?25h\\e[H\\e[2J'"
        )
        self._grid = Box(0, 0, *self.display.size)
        before = self.picture()
        self.type(". ./fill")
        self._wait(lambda: Picture.of(self.display) != before, "it paints nothing")
        picture = self.picture()
        found = picture.extent(picture.ground())
        with self.command_ending():
            self.press("enter")
        return found

    def _windows(self) -> list[str]:
        """The windows on the display; the first one found is the root."""
        return self._xdotool("search", "--onlyvisible", "--maxdepth", "1", "--name", "").split()[1:]

    def _window_size(self, window: str | None = None) -> tuple[int, int]:
        lines = self._xdotool("getwindowgeometry", "--shell", window or self._window).splitlines()
        values = dict(line.split("=") for line in lines)
        return int(values["WIDTH"]), int(values["HEIGHT"])

    def _programs(self) -> list[int]:
        """The shells and what runs in them, those in a multiplexer too."""
        shells = map(int, (self.folder / "shells").read_text().split())
        return list(dict.fromkeys(member for shell in shells for member in processes.family(shell)))

    def _count(self) -> int:
        return self._prompts.stat().st_size if self._prompts.exists() else 0

    def _wait(self, met: Callable[[], bool], otherwise: str) -> None:
        deadline = time.monotonic() + self.timeout
        while not met():
            if self.process.poll() is not None or time.monotonic() > deadline:
                said = (self.folder / "complaints").read_text(errors="replace")[-500:]
                raise AssertionError(f"{self.kind.name}: {otherwise}\n{said}")
            time.sleep(0.1)

    def _xdotool(self, *arguments: str) -> str:
        done = subprocess.run(
            ["xdotool", *arguments],
            env=self.display.env,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
        )
        if done.returncode:
            raise RuntimeError(f"xdotool {shlex.join(arguments)}: {done.stderr.strip()}")
        return done.stdout.strip()

    def _end(self) -> None:
        started = processes.start_times(self.process.pid)
        if (self.folder / "shells").exists():
            started |= {process: processes.start_time(process) for process in self._programs()}
        self.process.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(3)
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        processes.end(started, 1)
