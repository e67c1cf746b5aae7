"""Textual's own palette is not loaded with the reader, and whole for whoever asks for it."""

from __future__ import annotations

import ast
import inspect
import subprocess
import sys
from types import ModuleType

import pytest
import textual.app
import textual.theme

from briefing.tui import BriefingApp
from briefing.tui.textual_private.unused_palette import NAMES


def test_it_is_never_opened() -> None:
    assert not BriefingApp.ENABLE_COMMAND_PALETTE


@pytest.mark.parametrize("module", [textual.app, textual.theme], ids=lambda module: module.__name__)
def test_what_textual_imports_of_it_has_a_stand_in(module: ModuleType) -> None:
    tree = ast.parse(inspect.getsource(module))
    imported = {
        alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "textual.command"
        for alias in node.names
    }
    assert imported
    assert imported <= set(NAMES)


def test_it_is_not_loaded_with_the_reader() -> None:
    assert _said(
        "import sys; print('textual.command' in sys.modules, 'textual.widgets._input' in sys.modules)"
    ) == ("False False")


def test_who_imports_it_afterwards_gets_it_whole() -> None:
    assert _said(
        "from textual.command import CommandPalette as c; print(c.__module__, len(c.BINDINGS) > 3)"
    ) == ("textual.command True")
    assert _said(
        "from textual.system_commands import SystemCommandsProvider as s; print(s.search is not None)"
    ) == ("True")


def test_where_textual_is_loaded_already_nothing_is_taken_away() -> None:
    program = (
        "import textual.app; from textual.command import Provider\nfrom briefing.tui import BriefingApp\n"
    )
    program += "print(textual.app.Provider is Provider)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "True"


def _said(after: str) -> str:
    """What a program prints that has loaded the reader."""
    program = f"from briefing.tui import BriefingApp\n{after}"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return done.stdout.strip()
