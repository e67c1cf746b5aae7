"""Which ways are tried, and in which order."""

import pytest

from briefing.clipboard import ways_here
from tests.clipboard.conftest import Fake

ALL = ("wl-copy", "xclip", "xsel", "pbcopy", "clip.exe", "tmux")


@pytest.mark.parametrize(
    ("platform", "env", "expected"),
    [
        ("linux", "", ["OSC 52"]),
        ("linux", "DISPLAY=:0", ["xclip", "xsel", "OSC 52"]),
        ("linux", "WAYLAND_DISPLAY=wayland-0", ["wl-copy", "OSC 52"]),
        ("linux", "WAYLAND_DISPLAY=wayland-0 DISPLAY=:0", ["wl-copy", "xclip", "xsel", "OSC 52"]),
        ("linux", "DISPLAY=", ["OSC 52"]),
        ("linux", "DISPLAY=:0 TMUX=/tmp/t,1,0", ["xclip", "xsel", "tmux", "OSC 52"]),
        ("linux", "TMUX=/tmp/t,1,0", ["tmux", "OSC 52"]),
        ("linux", "WSL_DISTRO_NAME=Debian DISPLAY=:0", ["clip.exe", "xclip", "xsel", "OSC 52"]),
        ("freebsd14", "DISPLAY=:0", ["xclip", "xsel", "OSC 52"]),
        ("darwin", "", ["pbcopy", "OSC 52"]),
        ("win32", "", ["clip.exe", "OSC 52"]),
        # The remote machine's own clipboards are out of the user's reach...
        ("linux", "SSH_CONNECTION=a DISPLAY=:0 WAYLAND_DISPLAY=wayland-0", ["OSC 52"]),
        ("linux", "SSH_TTY=/dev/pts/1 DISPLAY=unix:0", ["OSC 52"]),
        ("darwin", "SSH_CLIENT=a", ["OSC 52"]),
        ("linux", "SSH_CONNECTION=a TMUX=/tmp/t,1,0", ["tmux", "OSC 52"]),
        # ...but a forwarded display is the user's.
        ("linux", "SSH_CONNECTION=a DISPLAY=localhost:10.0", ["xclip", "xsel", "OSC 52"]),
    ],
)
def test_order(fake: Fake, path: object, platform: str, env: str, expected: list[str]) -> None:
    for tool in ALL:
        fake(tool)
    variables = dict(word.split("=", 1) for word in env.split()) | {"PATH": str(path)}
    assert [way.name for way in ways_here(variables, platform)] == expected


def test_only_what_is_installed(fake: Fake, path: object) -> None:
    fake("xsel")
    found = ways_here({"PATH": str(path), "DISPLAY": ":0", "WAYLAND_DISPLAY": "w", "TMUX": "t"}, "linux")
    assert [way.name for way in found] == ["xsel", "OSC 52"]


def test_what_is_not_certain_does_not_say_so(fake: Fake, path: object) -> None:
    for tool in ALL:
        fake(tool)
    for way in ways_here({"PATH": str(path), "DISPLAY": ":0", "TMUX": "t"}, "linux"):
        assert way.certain == (" may not " not in way.done), way
