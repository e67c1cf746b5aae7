"""Where the person sits, by the environment: decided in one place, so that all parts of the program agree."""

import ast
from pathlib import Path

import pytest

import briefing
from briefing.machine.session import display_forwarded, inside_screen, multiplexer_here, over_ssh
from briefing.machine.wrapping import passed_through

ROOT = Path(briefing.__file__).parent
FACTS = {"SSH_CLIENT", "SSH_CONNECTION", "SSH_TTY", "STY", "TMUX"}


@pytest.mark.parametrize(
    ("environment", "wanted"),
    [
        ({}, None),
        ({"TERM": "xterm"}, None),
        ({"TERM": "screen-256color", "STY": "1.a"}, "screen"),
        ({"TERM": "screen-256color", "TMUX": "/t,1,0"}, "tmux"),
        ({"TERM": "tmux-256color"}, "tmux"),
        ({"TERM": "xterm-256color", "TMUX": "/t,1,0"}, None),
        ({"TERM": "xterm-256color", "TMUX": "/t,1,0", "TERM_PROGRAM": "tmux"}, "tmux"),
        ({"TERM": "xterm", "STY": "1.a"}, None),
    ],
)
def test_the_multiplexer(environment: dict[str, str], wanted: str | None) -> None:
    assert multiplexer_here(environment) == wanted
    assert inside_screen(environment) == (wanted == "screen" and "STY" in environment)


def test_a_tmux_inside_screen_is_not_screen() -> None:
    """What is wrapped for screen would be dropped there, or shown."""
    assert not inside_screen({"TERM": "screen-256color", "STY": "1.a", "TMUX": "/t,1,0"})


@pytest.mark.parametrize("name", ["SSH_CLIENT", "SSH_CONNECTION", "SSH_TTY"])
def test_each_of_sshs_variables_tells(name: str) -> None:
    assert over_ssh({name: "x"})
    assert not over_ssh({name: ""})


def test_a_display_of_another_machine() -> None:
    shown = {
        display: display_forwarded({"DISPLAY": display}) for display in ("", ":0", "unix:0", "host:10.0")
    }
    assert shown == {"": False, ":0": False, "unix:0": False, "host:10.0": True}


def test_what_passes_through() -> None:
    assert passed_through("\x1b[c", "tmux") == "\x1bPtmux;\x1b\x1b[c\x1b\\"
    assert passed_through("\x1b[c", "screen") == "\x1bP\x1b[c\x1b\\"
    long = "x" * 2000
    pieces = passed_through(long, "screen").removesuffix("\x1b\\").split("\x1b\\")
    assert "".join(piece.removeprefix("\x1bP") for piece in pieces) == long
    assert max(map(len, pieces)) + len("\x1b\\") <= 768


def test_nobody_else_asks_the_environment_for_these() -> None:
    for file in ROOT.rglob("*.py"):
        if file.name == "session.py":
            continue
        text = file.read_text(encoding="utf-8")
        for node in ast.walk(ast.parse(text)) if any(name in text for name in FACTS) else ():
            looked_up: object = None
            if isinstance(node, ast.Call) and node.args and isinstance(node.func, ast.Attribute):
                looked_up = node.args[0] if node.func.attr == "get" else None
            elif isinstance(node, ast.Subscript):
                looked_up = node.slice
            name = looked_up.value if isinstance(looked_up, ast.Constant) else None
            assert name not in FACTS, f"{file.relative_to(ROOT)} looks for {name} itself"
