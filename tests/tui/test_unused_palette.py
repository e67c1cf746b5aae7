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


def test_it_is_not_loaded_with_the_reader_but_whole_for_who_asks_for_it() -> None:
    said = _said("""
import sys
from briefing.tui import BriefingApp
print("textual.command" in sys.modules, "textual.widgets._input" in sys.modules)
from textual.command import CommandPalette
from textual.system_commands import SystemCommandsProvider
print(CommandPalette.__module__, len(CommandPalette.BINDINGS) > 3)
print(SystemCommandsProvider.__mro__[1].__module__)
""")
    assert said == ["False False", "textual.command True", "textual.command"]


def test_where_textual_is_loaded_already_nothing_is_taken_away() -> None:
    said = _said("""
import textual.app
from textual.command import Provider
from briefing.tui import BriefingApp
print(textual.app.Provider is Provider)
""")
    assert said == ["True"]


def _said(program: str) -> list[str]:
    """The lines that a program prints."""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return done.stdout.splitlines()
