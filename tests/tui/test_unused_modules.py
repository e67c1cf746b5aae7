"""What Textual imports and the reader never uses is not loaded with the reader, and whole for who asks."""

from __future__ import annotations

import ast
import inspect
import subprocess
import sys
from types import ModuleType

import pytest
import rich.style
import textual.app
import textual.css.stylesheet
import textual.design
import textual.layout
import textual.style
import textual.theme

from briefing.tui import BriefingApp
from briefing.tui.textual_private.unused_modules import CALLED_LATER, STAND_INS


def test_textuals_palette_is_never_opened() -> None:
    assert not BriefingApp.ENABLE_COMMAND_PALETTE


@pytest.mark.parametrize(
    ("user", "module"),
    [
        (textual.app, "textual.command"),
        (textual.theme, "textual.command"),
        (textual.app, "platformdirs"),
        (textual.design, "rich.table"),
        (textual.style, "pickle"),
        (rich.style, "pickle"),
        (textual.css.stylesheet, "textual.markup"),
        (textual.layout, "textual.canvas"),
    ],
    ids=lambda one: getattr(one, "__name__", one),
)
def test_what_textual_imports_of_it_has_a_stand_in(user: ModuleType, module: str) -> None:
    tree = ast.parse(inspect.getsource(user))
    imported = {
        alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == module
        for alias in node.names
    }
    assert imported
    assert imported <= set((STAND_INS | CALLED_LATER)[module])


def test_what_stands_in_is_used_by_nothing_that_the_reader_does() -> None:
    users = {
        function.name
        for module in (textual.app, textual.design)
        for function in ast.walk(ast.parse(inspect.getsource(module)))
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        for node in ast.walk(function)
        if isinstance(node, ast.Name) and node.id in ("user_downloads_path", "Table")
    }
    assert users == {"_deliver_binary", "show_design"}, "which are for saved screenshots and for developers"


def test_they_are_not_loaded_with_the_reader_but_whole_for_who_asks() -> None:
    said = _said("""
import sys
from briefing.tui import BriefingApp
print(*(one in sys.modules for one in ("textual.command", "textual.widgets._input", "rich.table", "ssl")))
from textual.command import CommandPalette
from textual.system_commands import SystemCommandsProvider
print(CommandPalette.__module__, len(CommandPalette.BINDINGS) > 3)
print(SystemCommandsProvider.__mro__[1].__module__)
import platformdirs, ssl
from rich.table import Table
print(callable(platformdirs.user_cache_dir), ssl.create_default_context().check_hostname, Table().columns)
""")
    assert said == ["False False False False", "textual.command True", "textual.command", "True True []"]


def test_what_is_called_later_is_what_it_is_called_by() -> None:
    said = _said("""
import sys
from briefing.tui import BriefingApp
print(*(one in sys.modules for one in ("pickle", "textual.markup", "textual.canvas")))
from rich.style import Style
print(Style(meta={"a": 1}).meta, sys.modules["pickle"].dumps.__module__)
from textual.css.stylesheet import Stylesheet
print(Stylesheet().parse_style("bold red").bold)
from textual.layout import Canvas, Rectangle
from textual.geometry import Offset
from textual.color import Color
canvas = Canvas(4, 2)
print(type(canvas).__module__, Rectangle(Offset(0, 0), 2, 2, Color(0, 0, 0), "thin").width)
""")
    assert said == ["False False False", "{'a': 1} _pickle", "True", "textual.canvas 2"]


@pytest.mark.whole
def test_what_is_loaded_already_is_not_taken_away() -> None:
    said = _said("""
import ssl, asyncio
import textual.app
from textual.command import Provider
from briefing.tui import BriefingApp
print(textual.app.Provider is Provider, asyncio.base_events.ssl is ssl)
""")
    assert said == ["True True"]


@pytest.mark.whole
def test_a_library_loaded_before_stays() -> None:
    said = _said("""
import asyncio, platformdirs
from briefing.tui import BriefingApp
import textual.app
print(textual.app.user_downloads_path is platformdirs.user_downloads_path, asyncio.base_events.ssl is None)
""")
    assert said == ["True False"]


def _said(program: str) -> list[str]:
    """The lines that a program prints."""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return done.stdout.splitlines()
