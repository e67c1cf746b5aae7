"""The ways to a clipboard that exist here, best first: by system, by session and by what is installed.

Over SSH the tools of the remote machine would fill a clipboard that nobody sits at. A forwarded X display
(`ssh -X`: DISPLAY names a host) leads back to the user, and says whether it took the text; otherwise the
terminal is asked. tmux drops the OSC 52 of the programs inside it, but hands its own buffers on; GNU screen
drops it too, but passes strings through. A visitor by browser has neither the clipboard nor the files of this
machine.
"""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from briefing.machine.session import display_forwarded, inside_screen, over_ssh, tmux_reachable


@dataclass(frozen=True, slots=True)
class ClipboardWay:
    """One way to a clipboard.

    `medium` is what carries the text: a tool, an escape sequence to the terminal (wrapped for GNU screen), or
    a file. `command` is the tool and its arguments; it reads the text in `encoding`, and `environment` is set
    for it on top of the program's own. `certain` is whether success means that the text is on the clipboard,
    and `done` the id of what may then be said (`briefing.machine.copying_words`).
    `words`: which words there name the way, where it is no tool's name.
    """

    name: str
    command: tuple[str, ...] = ()
    medium: Literal["tool", "terminal", "screen", "file"] = "tool"
    done: str = "copying.tool"
    certain: bool = True
    words: str = ""
    encoding: str = "utf-8"
    environment: tuple[tuple[str, str], ...] = ()


# A type, or wl-copy would guess one from the text.
WL_COPY = ClipboardWay("wl-copy", ("wl-copy", "--type", "text/plain"))
XCLIP = ClipboardWay("xclip", ("xclip", "-selection", "clipboard", "-in"))
# xsel has read the text and reached the display when it exits, and takes the selection a moment later.
XSEL = ClipboardWay("xsel", ("xsel", "--clipboard", "--input"))
# pbcopy takes its input for Mac Roman where the locale is not a UTF-8 one.
PBCOPY = ClipboardWay("pbcopy", ("pbcopy",), environment=(("LC_ALL", "en_US.UTF-8"),))
CLIP = ClipboardWay("clip.exe", ("clip.exe",), encoding="utf-16-le")
TMUX = ClipboardWay(
    "tmux",
    ("tmux", "load-buffer", "-w", "-"),
    done="copying.tmux",
    certain=False,
)
# Before tmux 3.2 there is no -w.
OLD_TMUX = ClipboardWay(
    "tmux's buffer",
    ("tmux", "load-buffer", "-"),
    done="copying.old-tmux",
    words="old-tmux",
    certain=False,
)
_SENT = "copying.sent"
OSC_52 = ClipboardWay("OSC 52", medium="terminal", done=_SENT, certain=False)
SCREEN = ClipboardWay("OSC 52 through screen", medium="screen", done=_SENT, certain=False, words="screen")
FILE = ClipboardWay("a file", medium="file", done="copying.file", certain=False, words="file")


def ways_here(env: Mapping[str, str], platform: str) -> tuple[ClipboardWay, ...]:
    """The ways to try in the environment `env` on `platform` (sys.platform), in order."""
    if "web_driver" in env.get("TEXTUAL_DRIVER", ""):
        return (OSC_52,)
    possible = [*_remote(env)] if over_ssh(env) else [*_local(env, platform)]
    if tmux_reachable(env):
        possible += [TMUX, OLD_TMUX]
    installed = (way for way in possible if shutil.which(way.command[0], path=env.get("PATH")))
    return (*installed, SCREEN if inside_screen(env) else OSC_52, FILE)


def _remote(env: Mapping[str, str]) -> tuple[ClipboardWay, ...]:
    return (XCLIP, XSEL) if display_forwarded(env) else ()


def _local(env: Mapping[str, str], platform: str) -> tuple[ClipboardWay, ...]:
    if platform == "darwin":
        return (PBCOPY,)
    if platform in ("win32", "cygwin"):
        return (CLIP,)
    wsl = (CLIP,) if env.get("WSL_DISTRO_NAME") or env.get("WSL_INTEROP") else ()
    wayland = (WL_COPY,) if env.get("WAYLAND_DISPLAY") else ()
    x11 = (XCLIP, XSEL) if env.get("DISPLAY") else ()
    return wsl + wayland + x11
