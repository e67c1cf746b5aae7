"""Which ways are tried, and in which order."""

import pytest

from briefing.machine.clipboard import ways_here
from briefing.machine.copying_words import ENGLISH
from tests.machine.clipboard.conftest import Fake

ALL = ("wl-copy", "xclip", "xsel", "pbcopy", "clip.exe", "tmux")
TMUX = ["tmux", "tmux's buffer"]


@pytest.mark.parametrize(
    ("platform", "env", "expected"),
    [
        ("linux", "", []),
        ("linux", "DISPLAY=:0", ["xclip", "xsel"]),
        ("linux", "WAYLAND_DISPLAY=wayland-0", ["wl-copy"]),
        ("linux", "WAYLAND_DISPLAY=wayland-0 DISPLAY=:0", ["wl-copy", "xclip", "xsel"]),
        ("linux", "DISPLAY=", []),
        ("linux", "DISPLAY=:0 TMUX=/tmp/t,1,0", ["xclip", "xsel", *TMUX]),
        ("linux", "TMUX=/tmp/t,1,0", TMUX),
        ("linux", "WSL_DISTRO_NAME=Debian DISPLAY=:0", ["clip.exe", "xclip", "xsel"]),
        ("freebsd14", "DISPLAY=:0", ["xclip", "xsel"]),
        ("darwin", "", ["pbcopy"]),
        ("win32", "", ["clip.exe"]),
        # The remote machine's own clipboards are out of the user's reach...
        ("linux", "SSH_CONNECTION=a DISPLAY=:0 WAYLAND_DISPLAY=wayland-0", []),
        ("linux", "SSH_TTY=/dev/pts/1 DISPLAY=unix:0", []),
        ("darwin", "SSH_CLIENT=a", []),
        ("linux", "SSH_CONNECTION=a TMUX=/tmp/t,1,0", TMUX),
        # ...but a forwarded display is the user's.
        ("linux", "SSH_CONNECTION=a DISPLAY=localhost:10.0", ["xclip", "xsel"]),
    ],
)
def test_order(fake: Fake, path: object, platform: str, env: str, expected: list[str]) -> None:
    for tool in ALL:
        fake(tool)
    variables = dict(word.split("=", 1) for word in env.split()) | {"PATH": str(path)}
    assert [way.name for way in ways_here(variables, platform)] == [*expected, "OSC 52", "a file"]


def test_screen_needs_another_sequence(fake: Fake, path: object) -> None:
    fake("xclip")
    found = ways_here({"PATH": str(path), "DISPLAY": ":0", "STY": "1.pts", "TERM": "screen"}, "linux")
    assert [way.name for way in found] == ["xclip", "OSC 52 through screen", "a file"]


def test_a_visitor_by_browser_gets_nothing_of_this_machine(fake: Fake, path: object) -> None:
    for tool in ALL:
        fake(tool)
    driver = "textual.drivers.web_driver:WebDriver"
    found = ways_here(
        {"PATH": str(path), "DISPLAY": ":0", "TMUX": "t", "STY": "s", "TEXTUAL_DRIVER": driver}, "linux"
    )
    assert [way.name for way in found] == ["OSC 52"]


def test_only_what_is_installed(fake: Fake, path: object) -> None:
    fake("xsel")
    fake("tmux")
    found = ways_here({"PATH": str(path), "DISPLAY": ":0", "WAYLAND_DISPLAY": "w", "TMUX": "t"}, "linux")
    assert [way.name for way in found] == ["xsel", *TMUX, "OSC 52", "a file"]


def test_what_is_not_certain_does_not_say_so(fake: Fake, path: object) -> None:
    for tool in ALL:
        fake(tool)
    for way in ways_here({"PATH": str(path), "DISPLAY": ":0", "TMUX": "t"}, "linux"):
        assert way.certain == ("not " not in ENGLISH[way.done].lower()), way
