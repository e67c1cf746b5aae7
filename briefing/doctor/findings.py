"""What can be found out about the place the program runs in; nothing that tells who or where its user is."""

from __future__ import annotations

import locale
import platform
import shutil
import sys
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Final

import msgspec
from msgspec import Struct

from briefing.doctor.clipboard import Clipboard, clipboard, seat
from briefing.doctor.fonts import SystemFonts, fonts
from briefing.doctor.measuring import Measured
from briefing.document import one_line
from briefing.machine.clipboard.attached import attached
from briefing.machine.terminal import STRATEGIES, Terminal, strategy
from briefing.settings import Preferences, load_preferences

# Variables whose values help, and those of which it is enough to know that they are set: the values of the
# second name hosts, sockets or sessions.
_TOLD: Final = (
    "TERM", "COLORTERM", "TERM_PROGRAM", "TERM_PROGRAM_VERSION", "VTE_VERSION", "KONSOLE_VERSION", "MLTERM",
    "LANG", "LC_ALL", "LC_CTYPE", "NO_COLOR", "TEXTUAL_COLOR_SYSTEM",
)  # fmt: skip
_SET: Final = (
    "KITTY_WINDOW_ID", "WT_SESSION", "WSL_DISTRO_NAME", "DISPLAY", "WAYLAND_DISPLAY", "SSH_CONNECTION",
    "SSH_TTY", "TMUX", "STY",
)  # fmt: skip


class Versions(Struct, frozen=True):
    """What runs."""

    briefing: str
    python: str
    textual: str
    rich: str
    system: str


class Seen(Struct, frozen=True):
    """The terminal. `name` is empty if it could not be told; `how` says by what it was recognised.

    `asked`: it could be asked, as input and output are a terminal. `charset` is the locale's.
    """

    name: str
    version: str
    how: str
    multiplexer: str | None
    shows_marks: bool
    columns: int
    rows: int
    charset: str
    asked: bool


class Used(Struct, frozen=True):
    """The strategy that is used: the one found out, or the one of the preferences (`setting`, not "auto")."""

    name: str
    for_whom: str
    found: str
    setting: str
    untried: bool


class Findings(Struct, frozen=True):
    """All of it. `fault` is what is wrong with the preferences, or ""."""

    versions: Versions
    terminal: Seen
    measured: Measured
    strategy: Used
    fonts: SystemFonts
    clipboard: Clipboard
    preferences: Preferences
    fault: str
    environment: dict[str, str]

    @property
    def harakat_shown(self) -> bool:
        """Whether the screen has harakat: as was preferred, else as the terminal can show them."""
        harakat = self.preferences.harakat
        return self.terminal.shows_marks if harakat == "auto" else harakat == "shown"


def look_around(terminal: Terminal, measured: Measured | None, env: Mapping[str, str]) -> Findings:
    """Look at everything but the terminal, which is known; `measured` is None where it cannot be asked."""
    preferences, fault = _preferences()
    setting = preferences.bidi
    used = terminal.strategy if setting == "auto" else strategy(setting, terminal.multiplexer)
    now = attached(env)
    where = seat(now)
    columns, rows = shutil.get_terminal_size()
    findings = Findings(
        versions=_versions(),
        terminal=Seen(
            terminal.name,
            terminal.version,
            terminal.how,
            terminal.multiplexer,
            terminal.shows_marks,
            columns,
            rows,
            _charset(),
            measured is not None,
        ),
        measured=measured or Measured(),
        strategy=Used(used.name, used.for_whom, terminal.strategy.name, setting, used.untried),
        fonts=fonts(now, elsewhere="the machine you sit at" if where != "at this machine" else ""),
        clipboard=clipboard(now, where),
        preferences=preferences,
        fault=fault,
        environment=_environment(env),
    )
    return msgspec.convert(_printable(msgspec.to_builtins(findings)), Findings)


def _printable(data: object) -> object:
    """Return findings with each text as one line: variables and answers hold whatever somebody put there."""
    if isinstance(data, dict):
        return {key: _printable(value) for key, value in data.items()}
    if isinstance(data, list | tuple):
        return [_printable(value) for value in data]
    return one_line(data) if isinstance(data, str) else data


def without_home(text: str) -> str:
    """`text` with the path of the user's home shortened to `~`."""
    try:
        home = str(Path.home())
    except RuntimeError:  # there is none
        return text
    return text.replace(home, "~") if len(home) > 1 else text


def _preferences() -> tuple[Preferences, str]:
    loaded = load_preferences()
    preferences, complaint = loaded.preferences, loaded.complaint
    if preferences.bidi not in ("auto", *STRATEGIES):
        names = ", ".join(("auto", *STRATEGIES))
        complaint = complaint or f'"bidi" cannot be "{preferences.bidi}"; there are {names}'
        preferences = msgspec.structs.replace(preferences, bidi="auto")
    return preferences, without_home(complaint)


def _versions() -> Versions:
    return Versions(
        version("briefing"),
        platform.python_version(),
        version("textual"),
        version("rich"),
        f"{platform.system()} {platform.release()}",
    )


def _charset() -> str:
    """The character encoding of the locale, as the terminal may have been started with it."""
    if sys.platform == "win32":
        return locale.getpreferredencoding(False)
    before = locale.setlocale(locale.LC_CTYPE)
    try:
        locale.setlocale(locale.LC_CTYPE, "")
        return locale.nl_langinfo(locale.CODESET)
    except locale.Error:  # a locale that is not installed counts as none
        locale.setlocale(locale.LC_CTYPE, "C")
        return locale.nl_langinfo(locale.CODESET)
    finally:
        locale.setlocale(locale.LC_CTYPE, before)


def _environment(env: Mapping[str, str]) -> dict[str, str]:
    told = {name: env[name] for name in _TOLD if env.get(name)}
    return told | {name: "(set)" for name in _SET if env.get(name)}
