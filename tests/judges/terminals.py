"""The terminal emulators of real life: how each is started with a font, a size and a shell."""

import math
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

FONT = "DejaVu Sans Mono"


@dataclass(frozen=True)
class Wish:
    """What a terminal is to look like: `points` is the font's size, `home` the folder of its settings."""

    home: Path
    columns: int
    rows: int
    points: int

    @property
    def geometry(self) -> str:
        """Columns and rows as X programs take them."""
        return f"{self.columns}x{self.rows}"

    @property
    def pixels(self) -> int:
        """The font's size in pixels, at 96 dots to the inch."""
        return round(self.points * 96 / 72)

    @property
    def cell(self) -> tuple[int, int]:
        """Width and height of a cell, going by the font's advance, ascent and descent."""
        em = self.points * 96 / 72
        return int(em * 0.602), math.ceil(em * 0.928) + math.ceil(em * 0.236)


Start = Callable[[Wish], list[str]]


@dataclass(frozen=True)
class Terminal:
    """A terminal emulator; `start` makes the command to which the shell's is appended.

    `programs` must be installed for it; `package` is Debian's package of what paints the text.
    """

    name: str
    programs: tuple[str, ...]
    package: str
    start: Start
    env: Mapping[str, str] = field(default_factory=dict)

    def version(self) -> str:
        """The version that is installed, as Debian knows it, without Debian's own part."""
        command = ["dpkg-query", "-W", "-f", "${Version}", self.package]
        found = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        return found.rpartition(":")[2].partition("-")[0].partition("+")[0]


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def _xterm(wish: Wish) -> list[str]:
    look = ["-fa", FONT, "-fs", str(wish.points), "-geometry", f"{wish.geometry}+0+0", "-b", "0", "+sb"]
    return ["xterm", "-u8", *look, "-e"]


def _sakura(wish: Wish) -> list[str]:
    _write(
        wish.home / ".config/sakura/sakura.conf",
        "[sakura]\nscrollbar=false\nfirst_tab=false\nless_questions=true\n",
    )
    size = ["-c", str(wish.columns), "-r", str(wish.rows)]
    return ["sakura", "--font", f"{FONT} {wish.points}", *size, "-x"]


def _konsole(wish: Wish) -> list[str]:
    _write(
        wish.home / ".local/share/konsole/judged.profile",
        f"[Appearance]\nFont={FONT},{wish.points},-1,5,50,0,0,0,0,0\n"
        "[General]\nName=judged\nParent=FALLBACK/\n"
        f"TerminalColumns={wish.columns}\nTerminalRows={wish.rows}\n[Scrolling]\nScrollBarPosition=2\n",
    )
    _write(
        wish.home / ".config/konsolerc",
        "[Desktop Entry]\nDefaultProfile=judged.profile\n"
        "[KonsoleWindow]\nRememberWindowSize=false\nShowMenuBarByDefault=false\n"
        "[MainWindow]\nMenuBar=Disabled\nToolBarsMovable=Disabled\n",
    )
    bare = ["--hide-menubar", "--hide-tabbar", "--nofork", "--profile", "judged"]
    return ["dbus-run-session", "konsole", *bare, "-e"]


def _mlterm(wish: Wish) -> list[str]:
    _write(wish.home / ".mlterm/aafont", f"DEFAULT={FONT}\nISO10646_UCS4_1={FONT}\n")
    look = ["--type", "xft", "-w", str(wish.pixels), "-g", wish.geometry, "--km", "utf8", "--sbmod", "none"]
    return ["mlterm", *look, "-e"]


def _kitty(wish: Wish) -> list[str]:
    options = {
        "font_family": FONT,
        "font_size": wish.points,
        "remember_window_size": "no",
        "initial_window_width": f"{wish.columns}c",
        "initial_window_height": f"{wish.rows}c",
        "update_check_interval": 0,
        "window_padding_width": 0,
        "cursor_blink_interval": 0,
    }
    return [
        "kitty",
        *("--config", "NONE"),
        *(part for name, value in options.items() for part in ("-o", f"{name}={value}")),
    ]


def _alacritty(wish: Wish) -> list[str]:
    options = {
        "font.normal.family": f"'{FONT}'",
        "font.size": wish.points,
        "window.dimensions.columns": wish.columns,
        "window.dimensions.lines": wish.rows,
    }
    return ["alacritty", *(p for n, v in options.items() for p in ("-o", f"{n}={v}")), "-e"]


def _urxvt(wish: Wish) -> list[str]:
    font = f"xft:{FONT}:size={wish.points}"
    return ["urxvt", "-fn", font, "-geometry", f"{wish.geometry}+0+0", "-b", "0", "+sb", "-e"]


def _st(wish: Wish) -> list[str]:
    return ["st", "-f", f"{FONT}:size={wish.points}", "-g", f"{wish.geometry}+0+0", "-e"]


def _qterminal(wish: Wish) -> list[str]:
    width, height = wish.columns * wish.points, wish.rows * wish.points * 2
    _write(
        wish.home / ".config/qterminal.org/qterminal.ini",
        f"[General]\nfontFamily={FONT}\nfontSize={wish.points}\nMenuVisible=false\n"
        "HideTabBarWithOneTab=true\nScrollbarPosition=0\nFixedTabWidth=true\nTerminalMargin=0\n"
        "AskOnExit=false\nSaveSizeOnExit=true\n"
        f"[MainWindow]\nfixedSize=@Size({width} {height})\nsize=@Size({width} {height})\n",
    )
    return ["dbus-run-session", "qterminal", "-e"]


def _foot(wish: Wish) -> list[str]:
    # Wayland inside of X: a compositor that shows its one window without borders.
    width, height = wish.cell
    size = f"--width={wish.columns * width} --height={wish.rows * height}"
    _write(
        wish.home / "foot",
        f"weston --backend=x11-backend.so --use-pixman --shell=kiosk-shell.so --socket=judged {size} &\n"
        'until [ -S "$XDG_RUNTIME_DIR/judged" ]; do sleep 0.05; done\n'
        'WAYLAND_DISPLAY=judged DBUS_SESSION_BUS_ADDRESS=disabled: exec foot "$@"\n',
    )
    look = ["-f", f"{FONT}:size={wish.points}", "-o", "pad=0x0"]
    return ["sh", str(wish.home / "foot"), *look]


TERMINALS = {
    terminal.name: terminal
    for terminal in (
        Terminal("xterm", ("xterm",), "xterm", _xterm),
        Terminal("alacritty", ("alacritty",), "alacritty", _alacritty, {"LIBGL_ALWAYS_SOFTWARE": "1"}),
        Terminal("urxvt", ("urxvt",), "rxvt-unicode", _urxvt),
        Terminal("st", ("st",), "stterm", _st),
        Terminal("foot", ("foot", "weston"), "foot", _foot),
        Terminal("VTE", ("sakura",), "libvte-2.91-0", _sakura),
        Terminal("Konsole", ("konsole", "dbus-run-session"), "konsole", _konsole),
        Terminal("mlterm", ("mlterm",), "mlterm", _mlterm),
        Terminal("kitty", ("kitty",), "kitty", _kitty, {"LIBGL_ALWAYS_SOFTWARE": "1"}),
        Terminal("QTerminal", ("qterminal", "dbus-run-session"), "qterminal", _qterminal),
    )
}
