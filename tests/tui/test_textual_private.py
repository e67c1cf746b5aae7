"""What Textual keeps to itself and this program relies on: each by name, and who relies on it.

An upgrade of Textual is pinned exactly. When it is raised, a line of this says what broke, and where.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from textwrap import dedent
from typing import Any, Final

import pytest
import textual.app
from textual._parser import Parser
from textual.dom import DOMNode
from textual.message_pump import MessagePump

import briefing

ROOT: Final = Path(briefing.__file__).parent
PRIVATE: Final = ROOT / "tui" / "textual_private"

LINUX: Final = "textual.drivers.linux_driver.LinuxDriver"

#: A module or class, what it must have, and the file of `textual_private` that relies on it.
ATTRIBUTES: Final = (
    ("textual.app.App", "_display", "plain_app.py, terminal_app.py"),
    ("textual.app.App", "_broker_event", "plain_app.py"),
    ("textual.app.App", "_on_notify", "plain_app.py"),
    ("textual.app.App", "_check_bindings", "any_layout_app.py, keys_at_once.py"),
    ("textual.filter", "Monochrome", "terminal_app.py"),
    ("textual.filter", "NoColor", "terminal_app.py"),
    ("textual.strip", "SGR_STYLES", "sent_colours.py"),
    ("textual.app.App", "_handle_exception", "ending_app.py, terminal_driver.py"),
    ("textual.app.App", "_exception_event", "ending_app.py"),
    ("textual.app.App", "_print_error_renderables", "ending_app.py"),
    ("textual.message_pump.MessagePump", "_close_messages_no_wait", "ending_app.py"),
    ("textual.message_pump.MessagePump", "_message_queue", "input_channel.py"),
    ("textual.screen.Screen", "_binding_chain", "plain_app.py, keys_at_once.py"),
    ("textual.screen.Screen", "_modal_binding_chain", "any_layout_app.py"),
    ("textual.screen.Screen", "_screen_resized", "own_size.py"),
    ("textual.widget.Widget", "_set_dirty", "repainted.py, kept_rows.py"),
    ("textual._compositor.Compositor", "__contains__", "repainted.py"),
    ("textual._compositor.Compositor", "render_partial_update", "sparse_compositor.py"),
    ("textual._compositor.Compositor", "_render_chops", "sparse_compositor.py"),
    ("textual._compositor.Compositor", "_get_renders", "sparse_compositor.py"),
    ("textual._compositor.Compositor", "cuts", "sparse_compositor.py"),
    ("textual._compositor.Compositor", "visible_widgets", "sparse_compositor.py"),
    ("textual.widgets._toast", "ToastRack", "see_through.py"),
    ("textual.widget.Widget", "_get_scrollable_region", "mirrored_scroll.py"),
    ("textual.widget.Widget", "_arrange_scrollbars", "mirrored_scroll.py"),
    ("textual.widgets.Input", "_cursor_visible", "blinking_input.py"),
    ("textual.widgets.Input", "_on_key", "offered_events.py"),
    ("textual.widgets.Input", "_on_paste", "blinking_input.py"),
    ("textual.widgets.Input", "_on_mouse_down", "offered_events.py"),
    ("textual._compositor", "CompositorUpdate", "plain_app.py, terminal_app.py, sent_rows.py"),
    ("textual._compositor.CompositorUpdate", "render_segments", "plain_app.py, sent_rows.py"),
    ("textual._compositor.Compositor", "render_strips", "terminal_app.py, see_through.py"),
    (LINUX, "_disable_mouse_support", "terminal_driver.py"),
    (LINUX, "disable_input", "terminal_driver.py"),
    ("textual._compositor", "LayoutUpdate", "terminal_app.py, sent_rows.py"),
    ("textual._compositor", "ChopsUpdate", "plain_app.py, terminal_app.py, sent_chops.py, sent_rows.py"),
    ("textual._xterm_parser", "XTermParser", "key_parser.py"),
    ("textual._xterm_parser.XTermParser", "feed", "key_parser.py"),
    ("textual._xterm_parser.XTermParser", "tick", "terminal_driver.py, visitor_driver.py"),
    ("textual._xterm_parser.XTermParser", "parse_mouse_code", "key_parser.py"),
    ("textual._xterm_parser.XTermParser", "_parse_extended_key", "key_parser.py"),
    ("textual._xterm_parser.XTermParser", "_sequence_to_key_events", "key_parser.py"),
    ("textual._keyboard_protocol", "MODIFIER_FUNCTIONAL_KEYS", "any_layout_app.py"),
    ("textual.keys", "REPLACED_KEYS", "any_layout_app.py"),
    ("textual.keys", "_character_to_key", "any_layout_app.py"),
    ("textual._parser", "ParseError", "terminal_driver.py"),
    ("textual._binary_encode", "load", "packed_data.py"),
    ("textual._binary_encode", "DecodeError", "packed_data.py"),
    (LINUX, "_get_terminal_size", "terminal_driver.py"),
    (LINUX, "_run_input_thread", "terminal_driver.py"),
    (LINUX, "run_input_thread", "terminal_driver.py"),
    (LINUX, "_sigtstp_application", "terminal_driver.py"),
    (LINUX, "suspend_application_mode", "terminal_driver.py"),
    (LINUX, "resume_application_mode", "terminal_driver.py"),
    (LINUX, "stop_application_mode", "terminal_driver.py"),
    ("textual.drivers.web_driver.WebDriver", "run_input_thread", "visitor_driver.py"),
    ("textual.drivers.web_driver.WebDriver", "on_meta", "visitor_driver.py"),
    ("textual.drivers._byte_stream", "ByteStream", "visitor_driver.py"),
    ("textual.drivers._byte_stream.ByteStream", "feed", "visitor_driver.py"),
)

#: A class, what its objects must be given by Textual's own code, and the file that relies on it.
ASSIGNED: Final = (
    ("textual.widgets.Input", "_initial_value", "offered_events.py"),
    ("textual.app.App", "_driver", "terminal_app.py"),
    ("textual.app.App", "_filters", "terminal_app.py"),
    ("rich.console.Console", "_color_system", "sent_colours.py"),
    ("rich.style.Style", "_attributes", "sent_colours.py"),
    ("rich.style.Style", "_set_attributes", "sent_colours.py"),
    ("rich.style.Style", "_ansi", "sent_colours.py"),
    ("textual.app.App", "_exception", "ending_app.py"),
    ("textual.app.App", "_exit_renderables", "ending_app.py"),
    ("textual.app.App", "_loop", "ending_app.py"),
    ("textual.message_pump.MessagePump", "_parent", "input_channel.py"),
    ("textual._queue.Queue", "ready_event", "input_channel.py"),
    ("textual.dom.DOMNode", "_bindings", "plain_app.py, keys_at_once.py"),
    ("textual.screen.Screen", "_compositor", "repainted.py, see_through.py, sparse_compositor.py"),
    ("textual._compositor.Compositor", "_dirty_regions", "sparse_compositor.py"),
    ("textual._compositor.Compositor", "_visible_widgets", "sparse_compositor.py"),
    ("textual.screen.Screen", "_dirty_widgets", "repainted.py"),
    ("textual.widget.Widget", "_styles_cache", "see_through.py"),
    ("textual.app.App", "_notifications", "plain_app.py"),
    ("textual.driver.Driver", "_app", "terminal_driver.py, visitor_driver.py"),
    ("textual.driver.Driver", "_loop", "terminal_driver.py, visitor_driver.py"),
    ("textual.driver.Driver", "_debug", "terminal_driver.py, visitor_driver.py"),
    ("textual.driver.Driver", "_size", "visitor_driver.py"),
    ("textual.driver.Driver", "_auto_restart", "terminal_driver.py"),
    ("textual._parser.Parser", "_tokens", "key_parser.py"),
    ("textual._parser.Parser", "_gen", "key_parser.py"),
    ("textual._parser.Parser", "_awaiting", "key_parser.py"),
    ("textual._parser.Parser", "_timeout_time", "key_parser.py"),
    ("textual._xterm_parser.XTermParser", "terminal_size", "key_parser.py, terminal_driver.py"),
    ("textual._xterm_parser.XTermParser", "terminal_pixel_size", "key_parser.py"),
    ("textual._compositor.LayoutUpdate", "strips", "sent_rows.py"),
    ("textual._compositor.LayoutUpdate", "region", "sent_rows.py"),
    ("textual._compositor.ChopsUpdate", "chops", "sent_chops.py, sent_rows.py"),
    ("textual._compositor.ChopsUpdate", "spans", "sent_chops.py, sent_rows.py"),
    ("textual._compositor.ChopsUpdate", "chop_ends", "sent_chops.py, sent_rows.py"),
    (LINUX, "_file", "terminal_driver.py"),
    (LINUX, "fileno", "terminal_driver.py"),
    (LINUX, "attrs_before", "terminal_driver.py"),
    (LINUX, "_key_thread", "terminal_driver.py"),
    (LINUX, "exit_event", "terminal_driver.py"),
    (LINUX, "_writer_thread", "terminal_driver.py"),
    (LINUX, "_must_signal_resume", "terminal_driver.py"),
    ("textual.drivers.web_driver.WebDriver", "_write", "visitor_driver.py"),
    ("textual.drivers.web_driver.WebDriver", "fileno", "visitor_driver.py"),
    ("textual.drivers.web_driver.WebDriver", "_input_reader", "visitor_driver.py"),
)

#: What is replaced: the names of its parameters.
SIGNATURES: Final = (
    ("textual.app.App._display", "self screen renderable", "plain_app.py, terminal_app.py"),
    ("textual.app.App._broker_event", "self event_name event default_namespace", "plain_app.py"),
    ("textual.app.App._check_bindings", "self key priority", "any_layout_app.py"),
    ("textual.app.App._handle_exception", "self error", "ending_app.py"),
    ("textual.app.App.exit", "self result return_code message", "ending_app.py"),
    ("textual.app.App.run_action", "self action default_namespace namespaces", "plain_app.py"),
    ("textual.app.App.notify", "self message title severity timeout markup", "plain_app.py"),
    ("textual.strip.Strip.render_style", "style text color_system", "sent_colours.py"),
    ("textual.screen.Screen._screen_resized", "self size", "own_size.py"),
    ("textual.widget.Widget._set_dirty", "self regions", "kept_rows.py"),
    ("textual._compositor.Compositor._render_chops", "self crop is_rendered_line", "sparse_compositor.py"),
    ("textual._compositor.CompositorUpdate.render_segments", "self console", "plain_app.py, sent_rows.py"),
    ("textual._xterm_parser.XTermParser.feed", "self data", "key_parser.py"),
    ("textual._xterm_parser.XTermParser.parse_mouse_code", "self code", "key_parser.py"),
    ("textual._xterm_parser.XTermParser._parse_extended_key", "self sequence", "key_parser.py"),
    ("textual._xterm_parser.XTermParser._sequence_to_key_events", "self sequence alt", "key_parser.py"),
)

#: Words of Textual's source that tell of what it does, and the file that relies on its doing so.
DONE: Final = (
    (f"{LINUX}.start_application_mode", "\\x1b[?1049h", "terminal_driver.py"),
    (f"{LINUX}.stop_application_mode", "\\x1b[?1049l", "terminal_driver.py"),
    (
        "textual.drivers.linux_driver.LinuxDriver._run_input_thread",
        "self.run_input_thread()",
        "terminal_driver",
    ),
    ("textual.drivers._writer_thread.WriterThread.__init__", 'name="textual-output"', "ending_app.py"),
    ("textual.screen.Screen._on_update", "self._dirty_widgets.add(widget)", "repainted.py"),
    ("textual.screen.Screen._on_idle", "self._dirty_widgets", "repainted.py"),
    (
        "textual._compositor.Compositor.render_partial_update",
        "self._render_chops(crop, is_rendered_line)",
        "sparse_compositor.py",
    ),
    ("textual.widget.Widget.refresh", "self._set_dirty(", "kept_rows.py"),
    ("textual.app.App._on_key", "await self._check_bindings(event.key)", "keys_at_once.py"),
    ("textual.app.App.on_event", "self.app_focus = True", "keys_at_once.py"),
    ("textual.app.App._print_error_renderables", "_exit_renderables", "ending_app.py"),
    ("textual.strip.Strip.render", "color_system = console._color_system", "sent_colours.py"),
    ("textual.app.App.get_driver_class", "linux_driver import LinuxDriver", "terminal_app.py"),
)
#: A private name of something else than the object or class at hand.
OF_ANOTHER: Final = re.compile(r"(?<!\bself)(?<!\bcls)\._[A-Za-z]")


def found(path: str) -> Any:
    """The module, class or function of that dotted name."""
    parts = path.split(".")
    for end in range(len(parts), 0, -1):
        try:
            thing: Any = importlib.import_module(".".join(parts[:end]))
        except ImportError:
            continue
        for part in parts[end:]:
            thing = getattr(thing, part)
        return thing
    raise ImportError(path)


@cache
def assigned_in(cls: type) -> set[str]:
    """The attributes that a class gives its objects, itself or by its annotations."""
    names = set(getattr(cls, "__annotations__", {}))
    for node in ast.walk(ast.parse(dedent(inspect.getsource(cls)))):
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            names.add(node.attr)
    return names


def assert_has(owner: str, name: str, user: str) -> None:
    try:
        there = hasattr(found(owner), name)
    except (AttributeError, ImportError):
        there = False
    assert there, f"Textual has no {owner}.{name} any more: {user} relies on it"


def assert_gives(owner: str, name: str, user: str) -> None:
    assert name in assigned_in(found(owner)), (
        f"Textual's {owner} sets no {name} any more: {user} relies on it"
    )


@pytest.mark.parametrize(("owner", "name", "user"), ATTRIBUTES)
def test_textual_has(owner: str, name: str, user: str) -> None:
    assert_has(owner, name, user)


@pytest.mark.parametrize(("owner", "name", "user"), ASSIGNED)
def test_textual_sets(owner: str, name: str, user: str) -> None:
    assert_gives(owner, name, user)


@pytest.mark.parametrize(("path", "parameters", "user"), SIGNATURES)
def test_textual_calls_with(path: str, parameters: str, user: str) -> None:
    now = " ".join(inspect.signature(found(path)).parameters)
    assert now == parameters, f"Textual calls {path} with ({now}) now: {user} takes ({parameters})"


@pytest.mark.parametrize(("path", "words", "user"), DONE)
def test_textual_does(path: str, words: str, user: str) -> None:
    assert words in inspect.getsource(found(path)), f"Textual's {path} has no {words} any more: {user}"


@pytest.mark.whole
def test_what_textual_has_is_what_stands_here() -> None:
    """Every private name that the folder touches is named above."""
    named = {name for _, name, _ in (*ATTRIBUTES, *ASSIGNED)}
    for module in modules():
        if PRIVATE not in Path(module.__file__).parents:
            continue
        tree = ast.parse(Path(module.__file__).read_text(encoding="utf-8"))
        used = {
            node.attr
            for node in ast.walk(tree)
            if isinstance(node, ast.Attribute)
            and not (isinstance(node.value, ast.Name) and node.value.id == "self")
        }
        used &= private_names_of(MessagePump, DOMNode, textual.app.App, Parser)
        for cls in classes_in(module):
            used |= names_in(cls) & private_names_of(*textual_bases(cls))
        missing = {name for name in used if is_private(name)} - named
        assert not missing, f"{module.__name__} uses {', '.join(sorted(missing))}: name it in this test"


# Outside the folder.


def is_private(name: str) -> bool:
    return name.startswith("_") and not name.startswith("__")


def private_names_of(*classes: type) -> set[str]:
    return {name for cls in classes for name in _private_names_of(cls)}


@cache
def _private_names_of(cls: type) -> frozenset[str]:
    return frozenset(name for name in (*vars(cls), *assigned_in(cls)) if is_private(name))


def names_in(cls: type) -> set[str]:
    """What is said of `self` or anything else in a class, and what it defines."""
    tree = ast.parse(dedent(inspect.getsource(cls))).body[0]
    assert isinstance(tree, ast.ClassDef)
    used = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            used.add(node.name)
        used |= {name.id for name in getattr(node, "targets", ()) if isinstance(name, ast.Name)}
    return used


def textual_bases(cls: type) -> list[type]:
    return [base for base in cls.__mro__ if base.__module__.split(".")[0] in ("textual", "rich")]


def modules() -> Iterator[Any]:
    """All modules that know Textual."""
    for package in ("briefing.tui", "briefing.web"):
        for info in pkgutil.walk_packages(importlib.import_module(package).__path__, f"{package}."):
            yield importlib.import_module(info.name)


def classes_in(module: Any) -> list[type]:
    return [
        thing
        for thing in vars(module).values()
        if inspect.isclass(thing) and thing.__module__ == module.__name__
    ]


def outside() -> list[Path]:
    return [file for file in sorted(ROOT.rglob("*.py")) if PRIVATE not in file.parents]


@pytest.mark.whole
def test_no_private_module_is_imported_outside_the_folder() -> None:
    for file in outside():
        source = file.read_text(encoding="utf-8")
        for node in ast.walk(ast.parse(source)) if re.search(r"\b(?:textual|rich)\b", source) else ():
            names = [one.name for one in node.names] if isinstance(node, ast.Import | ast.ImportFrom) else []
            if isinstance(node, ast.ImportFrom):
                names = [f"{node.module}.{name}" for name in names]
            for name in names:
                parts = name.split(".")
                private = parts[0] in ("textual", "rich") and any(is_private(part) for part in parts)
                assert not private, f"{file.relative_to(ROOT)} imports {name}"


@pytest.mark.whole
def test_nobody_looks_into_another_object_outside_the_folder() -> None:
    tuples = {"_replace", "_asdict", "_fields", "_make", "_exit"}
    elements = {"_p", "_element"}  # the XML of python-docx's objects, which its own documentation leads to
    for file in outside():
        source = file.read_text(encoding="utf-8")
        for node in ast.walk(ast.parse(source)) if OF_ANOTHER.search(source) else ():
            if isinstance(node, ast.Attribute) and is_private(node.attr) and node.attr not in tuples:
                value = node.value.func if isinstance(node.value, ast.Call) else node.value
                own = isinstance(value, ast.Name) and value.id in ("self", "cls", "super")
                own = own or (file.name == "docx.py" and node.attr in elements)
                assert own or "briefing/arabic" in str(file), f"{file.name}:{node.lineno} {node.attr}"


@pytest.mark.whole
def test_no_class_outside_the_folder_uses_or_takes_a_private_name_of_its_textual_base() -> None:
    checked = 0
    for module in modules():
        for cls in classes_in(module) if PRIVATE not in Path(module.__file__).parents else ():
            bases = textual_bases(cls)
            shared = names_in(cls) & private_names_of(*bases)
            assert not shared, f"{module.__name__}.{cls.__name__} uses {', '.join(sorted(shared))}"
            checked += bool(bases)
    assert checked > 10


def test_textual_is_pinned_exactly() -> None:
    import tomllib
    from importlib.metadata import version

    project = tomllib.loads((ROOT.parent / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert f"textual=={version('textual')}" in project["dependencies"]
