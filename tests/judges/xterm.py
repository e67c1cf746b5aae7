"""A program run in a real xterm on an X display of its own: pictures of it, and the display's clipboard.

    with Xterm([sys.executable, "-m", "briefing"], columns=120, rows=36) as xterm:
        xterm.wait_for("Background")
        xterm.press("c")
        xterm.display.wait_for_clipboard("...")
        xterm.picture("screen.png")

What the program sends is read along from xterm's own log, so that one can wait for what is on the screen.
As a command it takes one picture:

    python -m tests.judges.xterm --geometry 120x36 --keys "2 down" --out goals.png -- briefing
"""

import argparse
import contextlib
import os
import shlex
import subprocess
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.judges import keys, processes
from tests.judges.surroundings import environment
from tests.judges.watched import Watched
from tests.judges.xvfb import PATIENCE, XDisplay

#: What must be installed, as `needs(*TOOLS)` has it.
TOOLS = ("Xvfb", "xterm", "xdotool", "import", "xclip")

# The names of `keys` that X calls otherwise.
KEYSYMS = {
    "pageup": "Prior",
    "pagedown": "Next",
    "enter": "Return",
    "backspace": "BackSpace",
    "space": "space",
}


class ToolError(RuntimeError):
    """xdotool or import did not do what it was told."""


class Xterm(Watched):
    """A running xterm and the program in it.

    `size` is the font's, in points; `env` sets or (None) unsets variables of the program. Without `display`
    it gets one of its own, just large enough. RuntimeError if the program ends before its window is there.
    """

    def __init__(
        self,
        command: Sequence[str | Path],
        columns: int = 120,
        rows: int = 36,
        *,
        font: str = "DejaVu Sans Mono",
        size: int = 12,
        env: Mapping[str, str | None] | None = None,
        cwd: str | Path | None = None,
        timeout: float = 60.0,
        display: XDisplay | None = None,
    ) -> None:
        super().__init__(columns, rows, timeout)
        with contextlib.ExitStack() as opened:
            # At 96 dots to the inch a cell has about 0.8 by 1.6 dots to the point.
            room = columns * size + 50, rows * size * 2 + 50
            self.display = display or opened.enter_context(XDisplay(room))
            folder = Path(opened.enter_context(tempfile.TemporaryDirectory(prefix="xterm-")))
            (folder / "log").touch()
            self._log = opened.enter_context((folder / "log").open("rb"))
            name = f"judged-{os.getpid()}-{id(self)}"
            look = ["-geometry", f"{columns}x{rows}+0+0", "-fa", font, "-fs", str(size), "-b", "0", "+sb"]
            kind = ["-name", name, "-u8", "-tn", "xterm-256color", "-l", "-lf", str(folder / "log")]
            self.process = subprocess.Popen(
                ["xterm", *look, *kind, "-e", *(str(part) for part in command)],
                env=environment({**(env or {}), "DISPLAY": self.display.name}),
                cwd=cwd,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
            opened.callback(self._end)
            self._window = self._find_window(name)
            width, height = self._window_size()
            self._cell = width // columns, height // rows
            # The pointer beside the window: nothing is to look hovered over.
            self._xdotool("mousemove", str(width + 10), str(height + 10))
            self._xdotool("windowfocus", "--sync", self._window)
            self._opened = opened.pop_all()

    def press(self, *names: str) -> None:
        """Press keys, by the names of `keys`: "down", "ctrl+p", "shift+tab", "g"."""
        self._xdotool("key", "--clearmodifiers", *map(keysym, names))

    def click(self, column: int, row: int) -> None:
        """Click the left mouse button in the middle of a cell (from 0)."""
        width, height = self._cell
        x, y = column * width + width // 2, row * height + height // 2
        self._xdotool("mousemove", str(x), str(y), "click", "1")

    def picture(self, path: str | Path) -> None:
        """Save the window as a PNG, once the program is idle and the window has stopped changing."""
        self.wait_until_idle()
        deadline = time.monotonic() + self.timeout
        before, now = b"", self._pixels()
        while before != now and time.monotonic() < deadline:
            before, now = now, self._pixels()
        Path(path).write_bytes(now)

    def close(self) -> None:
        """End xterm and the program in it, and the display if it is this xterm's own."""
        self._opened.close()

    def _find_window(self, name: str) -> str:
        deadline = time.monotonic() + self.timeout
        while self.process.poll() is None and time.monotonic() < deadline:
            with contextlib.suppress(ToolError):  # nothing found
                return self._xdotool("search", "--onlyvisible", "--classname", name)
            time.sleep(0.05)
        self._read(0)
        raise RuntimeError(f"xterm shows no window, or ended at once\n{self.text}")

    def _pixels(self) -> bytes:
        # Without the date, one screen always makes one file.
        exclude = ["-define", "png:exclude-chunks=date,time", "-strip"]
        return self._run(["import", "-silent", "-window", self._window, *exclude, "png:-"])

    def _window_size(self) -> tuple[int, int]:
        lines = self._xdotool("getwindowgeometry", "--shell", self._window).splitlines()
        values = dict(line.split("=") for line in lines)
        return int(values["WIDTH"]), int(values["HEIGHT"])

    def _xdotool(self, *arguments: str) -> str:
        return self._run(["xdotool", *arguments]).decode().strip()

    def _run(self, command: list[str]) -> bytes:
        done = subprocess.run(
            command, env=self.display.env, stdin=subprocess.DEVNULL, capture_output=True, timeout=PATIENCE
        )
        if done.returncode:
            raise ToolError(f"{shlex.join(command)}: {done.stderr.decode(errors='replace').strip()}")
        return done.stdout

    def _read(self, seconds: float) -> bool:
        deadline = time.monotonic() + seconds
        ended = (
            self.process.poll() is not None
        )  # asked before the last look, or its last words would be missed
        while not (data := self._log.read()) and not ended and time.monotonic() < deadline:
            time.sleep(0.005)
            ended = self.process.poll() is not None
        self._ended = ended and not data
        return self._take(data)

    def _processes(self) -> list[int]:
        return processes.family(self.process.pid)

    def _end(self) -> None:
        self._read(0)
        started = processes.start_times(self.process.pid)
        self.process.terminate()  # it hangs up on its program
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(5)
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        processes.end(started)


def keysym(name: str) -> str:
    """What xdotool calls the key that `keys` calls `name`: "Next" for "pagedown", "shift+Tab"..."""
    *modifiers, key = name.split("+") if len(name) > 1 else [name]
    if len(key) == 1:
        return "+".join([*modifiers, key if key.isascii() and key.isalnum() else f"U{ord(key):04X}"])
    if key not in keys.NAMED:
        raise ValueError(f"no key is called {name!r}")
    return "+".join([*modifiers, KEYSYMS.get(key, key.capitalize())])


def main() -> None:
    """Take one picture of a program, by the command line's arguments."""
    parser = argparse.ArgumentParser(prog="python -m tests.judges.xterm", description=main.__doc__)
    parser.add_argument("--geometry", default="120x36", help="columns x rows (%(default)s)")
    parser.add_argument("--size", type=int, default=12, help="of the font, in points (%(default)s)")
    parser.add_argument("--keys", default="", help="keys to press, blanks between them")
    parser.add_argument("--wait-for", default="", help="a text to wait for before the keys")
    parser.add_argument("--out", type=Path, required=True, help="the PNG to write")
    parser.add_argument("command", nargs="+", help="the program and its arguments, after --")
    options = parser.parse_args()
    columns, rows = map(int, options.geometry.split("x"))
    with Xterm(options.command, columns, rows, size=options.size) as xterm:
        xterm.wait_for(options.wait_for)
        xterm.wait_until_idle()
        for name in options.keys.split():
            xterm.press(name)
            xterm.wait_until_idle(quiet=0.3)
        xterm.picture(options.out)


if __name__ == "__main__":
    main()
